package vm

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// visitNow is the budget of today.
func (t *Talk) visitNow() budget.Visit {
	return budget.NewVisit(t.Today.Format(time.DateOnly), t.overview, t.doc.Debts)
}

// earlierVisit is the visit to compare with: the one that was chosen, else the last one before today.
func (t *Talk) earlierVisit() (*budget.Visit, bool) {
	m := &t.money.earlier
	if m.read != nil {
		return m.read, true
	}
	for i := range t.doc.Visits {
		if v := &t.doc.Visits[i]; v.Day == m.chosen {
			return v, true
		}
	}
	return budget.LastVisitBefore(t.doc.Visits, t.Today.Format(time.DateOnly))
}

// visitForm is the page of the second visit: what became better since an earlier one.
func (t *Talk) visitForm() (left, right []Section) {
	if t.overview == nil {
		return []Section{{ID: "verschil", Icon: "calendar-days", Title: t.word("verschil.titel"), Intro: t.say("binnen.leeg")}}, nil
	}
	right = []Section{t.finish()}
	if t.helperView || len(t.doc.Visits) > 0 {
		right = append(right, t.compareWhat())
	}
	before, ok := t.earlierVisit()
	if !ok {
		return []Section{{ID: "verschil", Icon: "calendar-days", Title: t.word("verschil.titel"), Intro: t.word("verschil.eerste")}}, right
	}
	now := t.visitNow()
	exact, was, is := budget.Compare(before, &now), whole(before), whole(&now)
	c := budget.Compare(&was, &is)
	left = []Section{t.visitDifference(&c)}
	if t.helperView {
		right = append(right, t.differenceByLine(&exact))
	}
	return left, right
}

// whole is a visit in whole euros that add up, rounded as the three amounts above every screen.
func whole(v *budget.Visit) budget.Visit {
	w := *v
	if in, known := v.In.Get(); known {
		w.In = budget.Known(in.Floor())
	}
	parts := make([]decimal.Decimal, len(v.Groups))
	for i, g := range v.Groups {
		parts[i] = g.PerMonth.Or(decimal.Zero)
	}
	out, printed := plan.RoundOut(parts)
	if v.Out.IsKnown() && len(parts) > 0 {
		w.Out = budget.Known(out)
	}
	w.Groups = slices.Clone(v.Groups)
	for i := range w.Groups {
		if w.Groups[i].PerMonth.IsKnown() {
			w.Groups[i].PerMonth = budget.Known(printed[i])
		}
	}
	return w
}

// finish keeps the budget of today for a later visit.
func (t *Talk) finish() Section {
	s := Section{ID: "verschil.afronden", Icon: "square-check", Title: t.word("verschil.afronden.titel"), Intro: t.word("verschil.afronden.uitleg")}
	today := t.Today.Format(time.DateOnly)
	for i := range t.doc.Visits {
		if t.doc.Visits[i].Day == today {
			s.Intro = t.word("verschil.afronden.klaar")
		}
	}
	s.Actions = []Action{t.debtAction("visits.add", "verschil.afronden", "square-check", func() {
		t.doc.Visits = budget.KeepVisit(t.doc.Visits, t.visitNow())
	})}
	return s
}

// compareWhat chooses what to compare with: a visit, an earlier version of the file, or another case file.
func (t *Talk) compareWhat() Section {
	s := Section{ID: "verschil.wat", Icon: "clock", Title: t.word("verschil.wat"),
		Actions: []Action{t.debtAction("verschil.ander", "verschil.ander", "folder-open", t.compareFile)}}
	f := Field{ID: "verschil.met", Kind: SelectField, Width: Wide, Placeholder: t.say("kies"), Options: t.earlierOptions()}
	if len(f.Options) == 0 {
		return s
	}
	if v, ok := t.earlierVisit(); ok {
		f.Value = v.Day
	}
	if m := &t.money.earlier; m.read != nil {
		f.Value = m.chosen
	}
	t.bind(f.ID, t.chooseEarlier)
	s.Rows = []Row{{ID: f.ID, Label: t.word("verschil.met"), Fields: []Field{f}}}
	return s
}

// visitDifference says what became better, with the three amounts and the groups of both.
func (t *Talk) visitDifference(c *budget.Comparison) Section {
	s := Section{ID: "verschil", Icon: "calendar-days", Title: t.differenceSentence(c), Intro: t.changeSentence(c)}
	s.Table = &Table{Head: t.differenceHead()}
	s.Table.Rows = append(s.Table.Rows, t.pairRow(t.say("komt_binnen"), c.In, true))
	for _, g := range c.Groups {
		s.Table.Rows = append(s.Table.Rows, t.pairRow(t.word("budget.groep."+string(g.Group)), g.Pair, false))
	}
	s.Table.Rows = append(s.Table.Rows, t.pairRow(t.say("gaat_eruit"), c.Out, true), t.pairRow(t.say("blijft_over"), c.Left, true))
	if before, known := c.Debts.Before.Get(); known && (before.IsPositive() || len(t.doc.Debts) > 0) {
		s.Table.Rows = append(s.Table.Rows, t.pairRow(t.word("verschil.schulden"), c.Debts, false))
	}
	if c.Before.Year != c.After.Year {
		s.Rows = append(s.Rows, Row{ID: "verschil.jaar", Hint: t.word("verschil.jaar", i18n.Args{"toen": c.Before.Year, "nu": c.After.Year}), Fields: []Field{{Kind: ShownValue}}})
	}
	return s
}

func (t *Talk) differenceHead() []string {
	before := "verschil.kop.toen"
	if t.besideFile() {
		before = "verschil.kop.ander"
	}
	return []string{t.word("verschil.kop.wat"), t.word(before), t.word("verschil.kop.nu"), t.word("verschil.kop.verschil")}
}

// besideFile tells whether the budget stands beside that of another case file, which is no earlier time.
func (t *Talk) besideFile() bool { return t.money.earlier.chosen == otherFile }

func (t *Talk) pairRow(label string, p budget.Pair, strong bool) TableRow {
	return TableRow{Cells: []string{label, t.wholeOr(p.Before), t.wholeOr(p.After), t.changeOr(p.Change())}, Strong: strong}
}

// wholeOr is an amount in whole euros, or a dash.
func (t *Talk) wholeOr(a budget.Amount) string {
	if d, known := a.Get(); known {
		return i18n.WholeEuro(d)
	}
	return t.say("streepje")
}

// changeOr is a change in whole euros with its sign, or a dash.
func (t *Talk) changeOr(a budget.Amount) string {
	d, known := a.Get()
	switch d = d.Round(0); {
	case !known:
		return t.say("streepje")
	case d.IsZero():
		return i18n.WholeEuro(d)
	}
	return t.signed(d)
}

// differenceSentence is "Vorige keer kwam u 62 euro tekort. Nu 18 euro."
func (t *Talk) differenceSentence(c *budget.Comparison) string {
	before, was := c.Left.Before.Get()
	after, is := c.Left.After.Get()
	if !was || !is {
		return t.word("verschil.onbekend")
	}
	part := func(d decimal.Decimal, when string) string {
		id := "verschil." + when + ".over"
		if d.IsNegative() {
			id = "verschil." + when + ".tekort"
		}
		return t.word(id, i18n.Args{"bedrag": i18n.EuroWords(d.Abs())})
	}
	if t.besideFile() {
		return part(before, "ander") + " " + part(after, "dit")
	}
	return part(before, "toen") + " " + part(after, "nu")
}

// changeSentence says how much better or worse that is.
func (t *Talk) changeSentence(c *budget.Comparison) string {
	change, known := c.Left.Change().Get()
	switch change = change.Round(0); {
	case !known:
		return ""
	case t.besideFile() && !change.IsZero():
		return t.word("verschil.scheelt", i18n.Args{"bedrag": i18n.EuroWords(change.Abs())})
	case change.IsPositive():
		return t.word("verschil.beter", i18n.Args{"bedrag": i18n.EuroWords(change)})
	case change.IsNegative():
		return t.word("verschil.minder", i18n.Args{"bedrag": i18n.EuroWords(change.Neg())})
	}
	return t.word("verschil.gelijk")
}

// differenceByLine is every part of the income and every line that changed.
func (t *Talk) differenceByLine(c *budget.Comparison) Section {
	s := Section{ID: "verschil.regels", Icon: "receipt-euro", Title: t.word("verschil.regels"), Intro: t.word("verschil.regels.geen")}
	table := &Table{Head: t.differenceHead()}
	add := func(label string, p budget.Pair) {
		was, is := p.Before.Or(decimal.Zero), p.After.Or(decimal.Zero)
		if !was.Equal(is) {
			table.Rows = append(table.Rows, t.pairRow(label, p, false))
		}
	}
	for _, r := range c.Income {
		add(t.incomeName(r.Key), r.Pair)
	}
	for _, g := range c.Groups {
		for _, r := range g.Lines {
			add(t.word("budget.regel."+r.Key), r.Pair)
		}
	}
	if len(table.Rows) > 0 {
		s.Table, s.Intro = table, t.word("verschil.regels.uitleg")
	}
	return s
}
