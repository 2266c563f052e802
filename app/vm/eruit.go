package vm

import (
	"fmt"
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
		s := Section{ID: "groep." + string(total.Group), Icon: groupIcons[total.Group], Title: t.say("groep." + string(total.Group)),
			Value: t.perMonth(total.PerMonth)}
		for _, l := range t.overview.Lines {
			if l.Group == total.Group {
				s.Rows = append(s.Rows, t.budgetRows(l)...)
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

// budgetRows are one line of the budget: what the family pays, how often, and what stands beside it. A line that the
// family told in parts has a row for each part.
func (t *Talk) budgetRows(l budget.BudgetLine) []Row {
	id := "budget." + string(l.Key)
	label, help := t.Words.T("budget.regel."+string(l.Key)), t.origin(l.Norm)
	if l.Norm.Kind == budget.KindOwn && len(l.Entries) == 0 {
		r := shown(id, label, t.perMonth(l.PerMonth))
		r.Note = t.say("uit.bestand")
		return []Row{r}
	}
	if len(l.Entries) > 1 || len(l.Entries) == 1 && (l.Entries[0].Key != l.Key || l.Entries[0].Label != "") {
		return t.partRows(l, label)
	}
	r := t.ownRow(id, t.ownIndex(l.Key), l.Key)
	r.Label, r.Help, r.Note = label, help, t.normNote(l)
	return []Row{r}
}

// partRows are the parts of a line under its sum.
func (t *Talk) partRows(l budget.BudgetLine, label string) []Row {
	sum := shown("budget."+string(l.Key), label, t.perMonth(l.PerMonth))
	if l.Norm.State == budget.HasAmount {
		sum.Note = t.norm(l.Norm)
	}
	rows := []Row{sum}
	for i, o := range t.doc.Budget.Lines {
		line, ok := budget.LineOf(o.Key)
		if !ok || line.Main() != l.Key {
			continue
		}
		r := t.ownRow(fmt.Sprintf("budget.lines[%d]", i), i, o.Key)
		r.Label, r.Part = o.Label, true
		if o.Label == "" {
			r.Label = t.Words.T("budget.regel." + string(o.Key))
		}
		rows = append(rows, r)
	}
	return rows
}

// ownRow asks for an amount of the family and its rhythm. Its place in the budget is -1 when there is none yet.
func (t *Talk) ownRow(id string, at int, key budget.LineKey) Row {
	own := budget.OwnLine{Key: key, Rhythm: budget.Monthly}
	if at >= 0 {
		own = t.doc.Budget.Lines[at]
	}
	if own.Rhythm == "" {
		own.Rhythm = budget.Monthly
	}
	amount := own.Amount
	field := t.amountField(id, &amount, i18n.ParseEuro, "")
	read := t.bound[id]
	t.bind(id, func(text string) {
		read(text)
		o := t.ownAt(at, own)
		o.Amount, o.Unknown = amount, !amount.IsKnown()
		t.dropEmpty(key)
	})
	t.bind(id+".rhythm", func(chosen string) {
		o := t.ownAt(at, own)
		o.Rhythm, o.Unknown = budget.Rhythm(chosen), !o.Amount.IsKnown()
	})
	return Row{ID: id, Fields: []Field{field, t.rhythmField(id+".rhythm", own.Rhythm)}, Hint: t.hintFor(id, i18n.ParseEuro)}
}

func (t *Talk) ownIndex(key budget.LineKey) int {
	if t.doc.Budget == nil {
		return -1
	}
	return slices.IndexFunc(t.doc.Budget.Lines, func(o budget.OwnLine) bool { return o.Key == key })
}

// ownAt is the entry at a place of the budget, or a new one.
func (t *Talk) ownAt(at int, own budget.OwnLine) *budget.OwnLine {
	if t.doc.Budget == nil {
		t.doc.Budget = &budget.OwnBudget{}
	}
	lines := &t.doc.Budget.Lines
	if at < 0 {
		at = len(*lines)
		*lines = append(*lines, own)
	}
	return &(*lines)[at]
}

// dropEmpty takes away the only entry of a line that says nothing: the line was not answered then. A part stays, as a
// part whose amount the family does not know.
func (t *Talk) dropEmpty(key budget.LineKey) {
	line, ok := budget.LineOf(key)
	if !ok || line.Parent != "" {
		return
	}
	t.doc.Budget.Lines = slices.DeleteFunc(t.doc.Budget.Lines, func(o budget.OwnLine) bool {
		return o.Key == key && !o.Amount.IsKnown() && o.Label == "" && o.Rhythm == budget.Monthly
	})
}

// normNote says what the line comes to a month, and which reference amount stands beside it.
func (t *Talk) normNote(l budget.BudgetLine) string {
	own, has := l.Own.Get()
	note := ""
	if has && len(l.Entries) > 0 && l.Entries[0].Rhythm != "" && l.Entries[0].Rhythm != budget.Monthly {
		note = t.say("is_per_maand", i18n.Args{"bedrag": i18n.WholeEuro(own)}) + " "
	}
	switch {
	case l.Norm.State == budget.HasAmount && l.Norm.Kind != budget.KindOwn:
		return note + t.norm(l.Norm)
	case !has && l.Norm.State == budget.Unknown:
		return note + t.say("nog_niet_bekend")
	}
	return note
}

// norm is a reference amount with its kind, for beside the amount of the family.
func (t *Talk) norm(n budget.Norm) string {
	return t.say("richtbedrag", i18n.Args{"bedrag": i18n.WholeEuro(n.PerMonth), "soort": t.Words.T("budget.soort." + string(n.Kind))})
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
