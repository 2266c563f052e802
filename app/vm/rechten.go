package vm

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// The answers to "Krijgt u dit al?".
const unsure = "weet_niet"

// rights is the step "Laat u geld liggen?": what the family has a right to, and whether it gets it.
func (t *Talk) rights() (left, right []Section) {
	s := Section{ID: "rechten", Icon: "hand-coins", Title: t.say("rechten"), Intro: t.say("rechten.uitleg")}
	missed := Section{ID: "liggen", Icon: "sprout", Title: t.say("liggen"), Intro: t.say("liggen.uitleg")}
	if t.outcome == nil {
		s.Rows = []Row{shown("rechten.leeg", t.say("binnen.leeg"), "")}
		return []Section{s}, nil
	}
	sum, answered := decimal.Zero, false
	for _, c := range given {
		o := t.outcome.Of(c)
		if o.State == budget.HasAmount && o.PerYear.IsPositive() && c != budget.Lokaal {
			s.Rows = append(s.Rows, t.rightRows(c, o)...)
			answered = answered || t.answer(c) != ""
			if a := t.answer(c); a == no || a == unsure {
				perMonth := plan.RoundLine(twelfth(o.PerYear))
				missed.Rows = append(missed.Rows, t.missedRow(c, perMonth))
				sum = sum.Add(perMonth)
			}
		}
	}
	if len(s.Rows) == 0 {
		s.Rows = []Row{shown("rechten.geen", t.say("rechten.geen"), "")}
	}
	if r, perMonth, ok := t.perhapsBijstand(); ok {
		missed.Rows = append(missed.Rows, r)
		sum = sum.Add(perMonth)
	}
	if len(missed.Rows) == 0 {
		missed.Intro = t.say("liggen.vraag")
		if answered {
			missed.Intro = t.say("liggen.niets")
		}
		return []Section{s}, []Section{missed, t.notGranted()}
	}
	missed.Rows = append(missed.Rows, strong(shown("liggen.totaal", t.say("liggen.totaal"), t.perMonth(sum))))
	return []Section{s}, []Section{missed, t.notGranted()}
}

// perhapsBijstand is what bijstand would add for a family that does not ask for it.
func (t *Talk) perhapsBijstand() (r Row, perMonth decimal.Decimal, ok bool) {
	now, known := t.outcome.DisposablePerMonth()
	if t.household().Bijstand.Claims || !known {
		return Row{}, decimal.Zero, false
	}
	asking := *t.household()
	asking.Bijstand.Claims = true
	outcome, err := t.Engine.Year(&asking)
	if err != nil {
		return Row{}, decimal.Zero, false
	}
	then, known := outcome.DisposablePerMonth()
	perMonth = plan.RoundDifference(then.Sub(now)).PerMonth
	if !known || !perMonth.IsPositive() || !then.GreaterThan(now) {
		return Row{}, decimal.Zero, false
	}
	r = shown("liggen.misschien", t.say("rechten.misschien"), t.perMonth(perMonth))
	r.Note = t.say("rechten.misschien.uitleg")
	return r, perMonth, true
}

func (t *Talk) rightRows(c budget.Component, o budget.Outcome) []Row {
	id := "recht." + c.String()
	t.bind(id, func(chosen string) { t.setAnswer(c, chosen) })
	question := Row{ID: id, Label: t.Words.T("onderdeel." + c.String()),
		Note:   t.say("recht.bedrag", i18n.Args{"bedrag": i18n.EuroWords(plan.RoundLine(twelfth(o.PerYear)))}),
		Fields: []Field{{ID: id, Kind: ChoiceField, Value: t.answer(c), Options: options(t, "antwoord", []string{yes, no, unsure})}}}
	return []Row{question}
}

// missedRow says what the family may be missing and where to ask for it.
func (t *Talk) missedRow(c budget.Component, perMonth decimal.Decimal) Row {
	r := shown("liggen."+c.String(), t.Words.T("onderdeel."+c.String()), t.perMonth(perMonth))
	r.Note = t.say("aanvragen." + c.String())
	return r
}

// notGranted lists what the family does not get, with the reason.
func (t *Talk) notGranted() Section {
	s := Section{ID: "geen", Icon: "info", Title: t.say("rechten.niet"), Intro: t.say("rechten.niet.uitleg")}
	for _, c := range given {
		o := t.outcome.Of(c)
		if o.State == budget.HasAmount && !o.PerYear.IsZero() || o.Reason == "" {
			continue
		}
		value := t.say("recht.geen")
		if o.State == budget.Unknown {
			value = t.say("recht.onbekend")
		}
		r := shown("geen."+c.String(), t.Words.T("onderdeel."+c.String()), value)
		r.Note = t.Words.T("reden." + string(o.Reason))
		s.Rows = append(s.Rows, r)
	}
	return s
}

// answer is what the family said about a component. A payment of nothing in the budget says no.
func (t *Talk) answer(c budget.Component) string {
	if i := t.receivedAt(c); i >= 0 {
		if t.doc.Budget.Received[i].Amount.Or(decimal.Zero).IsZero() {
			return no
		}
		return yes
	}
	return t.answers[c]
}

// setAnswer keeps an answer. With "nee" the amount does not come in: the budget says so until it does.
func (t *Talk) setAnswer(c budget.Component, chosen string) {
	t.answers[c] = chosen
	if i := t.receivedAt(c); i >= 0 && t.doc.Budget.Received[i].Amount.Or(decimal.Zero).IsZero() {
		t.doc.Budget.Received = slices.Delete(t.doc.Budget.Received, i, i+1)
	}
	if chosen != no {
		return
	}
	if t.doc.Budget == nil {
		t.doc.Budget = &budget.OwnBudget{}
	}
	t.doc.Budget.Received = append(t.doc.Budget.Received, budget.Received{Component: c.String(), Amount: budget.Known(decimal.Zero)})
}

func (t *Talk) receivedAt(c budget.Component) int {
	if t.doc.Budget == nil {
		return -1
	}
	return slices.IndexFunc(t.doc.Budget.Received, func(r budget.Received) bool { return r.Component == c.String() })
}

// notAskedFor is what the family says it does not get yet, for the paper.
func (t *Talk) notAskedFor() []plan.Right {
	var all []plan.Right
	for _, c := range given {
		o := t.outcome.Of(c)
		if t.answer(c) == no && o.State == budget.HasAmount && o.PerYear.IsPositive() {
			all = append(all, plan.Right{ID: c.String(), Name: t.say("recht." + c.String()), PerMonth: budget.Known(twelfth(o.PerYear)), Where: t.say("loket." + c.String())})
		}
	}
	return all
}
