package vm

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// groupIcons stand beside the groups of the budget.
var groupIcons = map[budget.LineGroup]string{
	budget.GroupVast: "receipt-euro", budget.GroupReserveren: "piggy-bank", budget.GroupHuishoudelijk: "shopping-cart",
	budget.GroupMeedoen: "smile", budget.GroupNietGenormd: "wallet",
}

// out is the step "Wat gaat eruit?": the lines of the budget by group.
func (t *Talk) out() (left, right []Section) {
	if t.overview == nil {
		return []Section{{ID: "eruit", Icon: "wallet", Title: t.say("eruit"), Rows: []Row{shown("eruit.leeg", t.say("binnen.leeg"), "")}}}, nil
	}
	for _, total := range t.overview.Groups {
		s := Section{ID: "groep." + string(total.Group), Icon: groupIcons[total.Group], Title: t.Words.T("budget.groep." + string(total.Group)),
			Value: t.perMonth(total.PerMonth)}
		for _, l := range t.overview.Lines {
			if l.Group == total.Group {
				s.Rows = append(s.Rows, t.budgetRow(l))
			}
		}
		if total.Group == budget.GroupVast {
			left = append(left, s)
		} else {
			right = append(right, s)
		}
	}
	return left, right
}

func (t *Talk) perMonth(d decimal.Decimal) string {
	return t.say("per_maand", i18n.Args{"bedrag": i18n.WholeEuro(d)})
}

// budgetRow is one line of the budget: what the family pays, how often, and what stands beside it.
func (t *Talk) budgetRow(l budget.BudgetLine) Row {
	id := "budget." + string(l.Key)
	r := Row{ID: id, Label: t.Words.T("budget.regel." + string(l.Key)), Help: t.origin(l.Norm), Note: t.normNote(l)}
	if l.Norm.Kind == budget.KindOwn && len(l.Entries) == 0 {
		return Row{ID: id, Label: r.Label, Fields: []Field{{Kind: ShownValue, Value: t.perMonth(l.PerMonth)}}, Note: t.say("uit.bestand")}
	}
	own := t.ownLine(l.Key)
	amount := own.Amount
	rhythm := own.Rhythm
	if rhythm == "" {
		rhythm = budget.Monthly
	}
	field := t.amountField(id, &amount, i18n.ParseEuro, "")
	read := t.bound[id]
	t.bind(id, func(text string) {
		read(text)
		t.setOwn(l.Key, func(o *budget.OwnLine) { o.Amount = amount })
	})
	when := t.rhythmField(id+".rhythm", rhythm)
	t.bind(id+".rhythm", func(chosen string) {
		t.setOwn(l.Key, func(o *budget.OwnLine) { o.Rhythm = budget.Rhythm(chosen) })
	})
	r.Fields, r.Hint = []Field{field, when}, t.hintFor(id, i18n.ParseEuro)
	return r
}

// ownLine is what the family told about a line itself.
func (t *Talk) ownLine(key budget.LineKey) budget.OwnLine {
	if t.doc.Budget != nil {
		for _, o := range t.doc.Budget.Lines {
			if o.Key == key {
				return o
			}
		}
	}
	return budget.OwnLine{Key: key}
}

// setOwn changes what the family told about a line. A line without an amount in the usual rhythm says nothing and goes.
func (t *Talk) setOwn(key budget.LineKey, change func(*budget.OwnLine)) {
	if t.doc.Budget == nil {
		t.doc.Budget = &budget.OwnBudget{}
	}
	own := t.doc.Budget
	i := slices.IndexFunc(own.Lines, func(o budget.OwnLine) bool { return o.Key == key })
	if i < 0 {
		i = len(own.Lines)
		own.Lines = append(own.Lines, budget.OwnLine{Key: key})
	}
	change(&own.Lines[i])
	if o := own.Lines[i]; !o.Amount.IsKnown() && (o.Rhythm == "" || o.Rhythm == budget.Monthly) && o.Label == "" {
		own.Lines = slices.Delete(own.Lines, i, i+1)
	}
}

// normNote says what the line comes to a month, and which reference amount stands beside it.
func (t *Talk) normNote(l budget.BudgetLine) string {
	own, has := l.Own.Get()
	rhythm := t.ownLine(l.Key).Rhythm
	note := ""
	if has && rhythm != "" && rhythm != budget.Monthly {
		note = t.say("is_per_maand", i18n.Args{"bedrag": i18n.WholeEuro(own)}) + " "
	}
	switch {
	case l.Norm.State == budget.HasAmount && l.Norm.Kind != budget.KindOwn:
		return note + t.say("richtbedrag", i18n.Args{"bedrag": i18n.WholeEuro(l.Norm.PerMonth), "soort": t.Words.T("budget.soort." + string(l.Norm.Kind))})
	case !has && l.Norm.State == budget.Unknown:
		return note + t.say("nog_niet_bekend")
	}
	return note
}

// rhythmField asks how often an amount is paid.
func (t *Talk) rhythmField(id string, rhythm budget.Rhythm) Field {
	f := Field{ID: id, Kind: SelectField, Value: string(rhythm), Placeholder: t.say("kies")}
	for _, r := range budget.Rhythms() {
		f.Options = append(f.Options, Option{ID: string(r), Label: t.Words.T("budget.ritme." + string(r))})
	}
	return f
}

// origin tells where a reference amount came from, or why there is none.
func (t *Talk) origin(n budget.Norm) string {
	if n.State == budget.HasAmount {
		id, values := n.Describe()
		return strings.TrimSpace(t.Words.T(id, values))
	}
	return t.Words.T(n.ReasonID())
}
