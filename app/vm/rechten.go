package vm

import (
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// unsure is the third answer to "Krijgt u dit al?".
const unsure = budget.AnswerUnknown

// check is the check on forgotten money of the family as it is now; nil when nothing can be reckoned.
func (t *Talk) check() *budget.Rechten {
	if t.found == nil && t.outcome != nil {
		t.found, _ = t.Engine.Rechten(t.household(), budget.RechtenOptions{Today: t.Today, Own: t.doc.Budget}) // nil for a year without rules
	}
	return t.found
}

// rights is the page "Laat u geld liggen?": what the family has a right to, and whether it gets it.
func (t *Talk) rights() (left, right []Section) {
	check := t.check()
	if check == nil {
		return []Section{{ID: "rechten", Icon: "hand-coins", Title: t.say("rechten"), Rows: []Row{shown("rechten.leeg", t.say("binnen.leeg"), "")}}}, nil
	}
	for _, g := range []struct {
		group budget.RechtGroup
		icon  string
	}{{budget.RechtenRijk, "hand-coins"}, {budget.RechtenGemeente, "landmark"}, {budget.RechtenRegeling, "house-heart"}, {budget.RechtenBelasting, "receipt-euro"}} {
		s := Section{ID: "rechten." + string(g.group), Icon: g.icon, Title: t.Words.T("recht.groep." + string(g.group))}
		if len(left) == 0 {
			s.Intro = t.say("rechten.uitleg")
		}
		for i := range check.All {
			if r := &check.All[i]; r.Group == g.group && (r.State == budget.RechtJa || r.State == budget.RechtMisschien) {
				s.Rows = append(s.Rows, t.rightRow(r))
			}
		}
		if len(s.Rows) > 0 {
			left = append(left, s)
		}
	}
	if len(left) == 0 {
		left = []Section{{ID: "rechten", Icon: "hand-coins", Title: t.say("rechten"), Rows: []Row{shown("rechten.geen", t.say("rechten.geen"), "")}}}
	}
	right = []Section{t.missed()}
	if s := t.unknownRights(); len(s.Rows) > 0 {
		right = append(right, s)
	}
	if t.helperView {
		right = append(right, t.notGranted())
	}
	return left, right
}

// rightRow asks whether the family gets something, with the amount and the condition under it.
func (t *Talk) rightRow(r *budget.Recht) Row {
	id := "recht." + r.Key()
	t.bind(id, func(chosen string) { t.setAnswer(r, chosen) })
	row := Row{ID: id, Label: t.rightName(r), Note: t.rightNote(r), Fields: []Field{{ID: id, Kind: ChoiceField, Value: t.answer(r),
		Options: options(t, "antwoord", []string{yes, no, unsure})}}}
	return row
}

func (t *Talk) rightName(r *budget.Recht) string {
	if r.Group == budget.RechtenRegeling {
		if i := slices.IndexFunc(t.household().LocalSchemes, func(l budget.LocalScheme) bool { return l.ID == r.Who }); i >= 0 && t.household().LocalSchemes[i].Name != "" {
			return t.household().LocalSchemes[i].Name
		}
	}
	name := t.Words.T("recht." + r.ID)
	for i, k := range t.household().Children {
		if k.ID == r.Who && r.Group != budget.RechtenKind {
			return t.say("recht.van", i18n.Args{"wat": name, "naam": t.childName(i)})
		}
	}
	return name
}

// rightNote is the amount, and under which condition.
func (t *Talk) rightNote(r *budget.Recht) string {
	var parts []string
	if amount := t.rightAmount(r); amount != "" {
		parts = append(parts, t.say("recht.bedrag."+r.State.String(), i18n.Args{"bedrag": amount}))
	}
	if r.Why != "" {
		parts = append(parts, t.Words.T("reden."+string(r.Why)))
	}
	if since := t.household().LowIncomeSince; r.Why == budget.ReasonLongLowIncome && !since.IsZero() {
		parts = append(parts, t.say("laag_sinds.is", i18n.Args{"maand": monthInWords(since)}))
	}
	return strings.Join(parts, " ")
}

// rightAmount is about how much it is: a month for money that comes every month, a year for all else.
func (t *Talk) rightAmount(r *budget.Recht) string {
	perYear, known := r.PerYear.Get()
	if !known {
		return ""
	}
	if t.monthly(r) {
		return t.say("per_maand", i18n.Args{"bedrag": i18n.EuroWords(plan.RoundLine(twelfth(perYear)))})
	}
	return t.say("per_jaar", i18n.Args{"bedrag": i18n.EuroWords(plan.RoundLine(perYear))})
}

// monthly tells whether an amount comes by the month.
func (t *Talk) monthly(r *budget.Recht) bool {
	return r.Group == budget.RechtenRijk || r.ID == "bijstand" || r.ID == "aio" || r.ID == "studietoeslag" || r.ID == "gemeentepolis"
}

// missed lists what the family does not get yet by its own word, with where to ask and until when.
func (t *Talk) missed() Section {
	s := Section{ID: "liggen", Icon: "sprout", Title: t.say("liggen"), Intro: t.say("liggen.uitleg")}
	sum, open, papers := decimal.Zero, false, false
	for i := range t.check().All {
		r := &t.check().All[i]
		a := t.answer(r)
		open = open || a == "" && mayHave(r) && r.Group != budget.RechtenKind
		if a != no && a != unsure || r.State == budget.RechtNee || r.ID == "ouderkop" || r.ID == "ouderbijdrage" {
			continue
		}
		papers = papers || len(r.Papers) > 0
		row := shown("liggen."+r.Key(), t.rightName(r), t.missedValue(r))
		row.Note = t.howTo(r)
		s.Rows = append(s.Rows, row)
		if perYear, known := r.PerYear.Get(); known && !r.InKind {
			sum = sum.Add(perYear)
		}
		if last, ok := r.LastYear.Get(); ok {
			row := shown("liggen.vorig."+r.Key(), t.say("liggen.vorig", i18n.Args{"wat": t.rightName(r), "jaar": t.household().Year - 1}), i18n.WholeEuro(last.Floor()))
			row.Part, row.Note = true, t.say("liggen.vorig.dag", i18n.Args{"dag": i18n.Date(r.UntilLastYear)})
			s.Rows = append(s.Rows, row)
		}
	}
	switch {
	case len(s.Rows) == 0 && open: // no comfort while a question of this page is open
		s.Intro = t.say("liggen.vraag")
		return s
	case len(s.Rows) == 0:
		s.Intro = t.say("liggen.niets")
		return s
	}
	if sum.IsPositive() {
		s.Rows = append(s.Rows, strong(shown("liggen.totaal", t.say("liggen.totaal"), t.perMonth(plan.RoundLine(twelfth(sum))))))
	}
	if papers {
		s.Actions = []Action{t.action("liggen.meenemen", "liggen.meenemen", "file-text", func() { t.MakePaper(Paper{Kind: BringPaper}) })}
	}
	return s
}

func (t *Talk) missedValue(r *budget.Recht) string {
	perYear, known := r.PerYear.Get()
	switch {
	case !known:
		return t.say("recht.bedrag.geen")
	case r.InKind:
		return t.say("recht.waard", i18n.Args{"bedrag": i18n.EuroWords(plan.RoundLine(perYear))})
	case t.monthly(r):
		return t.perMonth(plan.RoundLine(twelfth(perYear)))
	}
	return t.say("per_jaar", i18n.Args{"bedrag": i18n.EuroWords(plan.RoundLine(perYear))})
}

// howTo is where and how to ask, and until when.
func (t *Talk) howTo(r *budget.Recht) string {
	parts := []string{}
	if how := "recht." + r.ID + ".hoe"; t.Words.Has(how) {
		parts = append(parts, t.Words.T(how))
	} else {
		parts = append(parts, t.Words.T("via."+r.Through))
	}
	switch {
	case !r.Until.IsZero():
		parts = append(parts, t.say("recht.tot", i18n.Args{"dag": i18n.Date(r.Until), "jaar": t.household().Year}))
	case r.MonthsBack > 0:
		parts = append(parts, t.say("recht.terug", i18n.Args{"aantal": r.MonthsBack}))
	}
	return strings.Join(parts, " ")
}

// unknownRights are those that cannot be said yet, with the reason.
func (t *Talk) unknownRights() Section {
	s := Section{ID: "weet_niet", Icon: "circle-help", Title: t.say("rechten.onbekend")}
	for i := range t.check().All {
		if r := &t.check().All[i]; r.State == budget.RechtOnbekend && r.Group != budget.RechtenKind {
			row := shown("weet_niet."+r.Key(), t.rightName(r), t.say("recht.onbekend"))
			row.Note = t.rightNote(r)
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}

// notGranted lists what the family does not get, with the reason.
func (t *Talk) notGranted() Section {
	s := Section{ID: "geen", Icon: "info", Title: t.say("rechten.niet"), Intro: t.say("rechten.niet.uitleg")}
	for i := range t.check().All {
		if r := &t.check().All[i]; r.State == budget.RechtNee && r.Group != budget.RechtenKind {
			row := shown("geen."+r.Key(), t.rightName(r), t.say("recht.geen"))
			row.Note = t.rightNote(r)
			s.Rows = append(s.Rows, row)
		}
	}
	return s
}

func (t *Talk) said() plan.Answers { return plan.Answers{Rights: t.doc.Rights, Own: t.doc.Budget} }

// answer is what the family said about a right.
func (t *Talk) answer(r *budget.Recht) string { return t.said().Of(r) }

// setAnswer keeps an answer. With "nee" an amount that the sum counts on does not come in: the budget says so until it does.
func (t *Talk) setAnswer(r *budget.Recht, chosen string) {
	key := r.Key()
	t.doc.Rights = slices.DeleteFunc(t.doc.Rights, func(a budget.RightAnswer) bool { return a.Right == key })
	t.doc.Rights = append(t.doc.Rights, budget.RightAnswer{Right: key, Answer: chosen})
	component := slices.IndexFunc(given, func(c budget.Component) bool { return c.String() == key })
	if component < 0 {
		return
	}
	if i := t.receivedAt(given[component]); i >= 0 && (t.doc.Budget.Received[i].Amount.Or(decimal.Zero).IsZero() || chosen == no) {
		t.doc.Budget.Received = slices.Delete(t.doc.Budget.Received, i, i+1)
	}
	if chosen != no || r.State != budget.RechtJa {
		return
	}
	if t.doc.Budget == nil {
		t.doc.Budget = &budget.OwnBudget{}
	}
	t.doc.Budget.Received = append(t.doc.Budget.Received, budget.Received{Component: key, Amount: budget.Known(decimal.Zero)})
}

func (t *Talk) receivedAt(c budget.Component) int {
	if t.doc.Budget == nil {
		return -1
	}
	return slices.IndexFunc(t.doc.Budget.Received, func(r budget.Received) bool { return r.Component == c.String() })
}

// notAskedFor is what the family says it does not get yet, for the paper.
func (t *Talk) notAskedFor() []plan.Right {
	if t.check() == nil {
		return nil
	}
	return plan.RightsToAsk(t.check(), t.household(), t.said(), t.Easy)
}

// monthInWords is a month and a year in words.
func monthInWords(m budget.YearMonth) string {
	return i18n.MonthYear(time.Date(m.Year, time.Month(m.Month), 1, 0, 0, 0, 0, time.UTC))
}
