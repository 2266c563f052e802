package vm

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// debts is everything about the debts; not ok when the budget is not there yet.
func (t *Talk) debts() (*budget.Debts, bool) {
	if t.overview == nil {
		return nil, false
	}
	d, err := t.Engine.DebtsOf(t.household(), t.overview, t.doc.Budget, t.doc.Debts, t.doc.DebtHelp, t.Today)
	return d, err == nil
}

// debtHelp is what the helper decides about the debts, made when there is nothing yet.
func (t *Talk) debtHelp() *budget.DebtHelp {
	if t.doc.DebtHelp == nil {
		t.doc.DebtHelp = &budget.DebtHelp{}
	}
	return t.doc.DebtHelp
}

// debtsForm is the page of the debts: what there is, what can be repaid, and what cannot wait.
func (t *Talk) debtsForm() (left, right []Section) {
	d, ok := t.debts()
	left = t.debtCards()
	if !ok {
		return left, []Section{{ID: "schulden.ruimte", Icon: "wallet", Title: t.word("schulden.ruimte"), Intro: t.say("binnen.leeg")}}
	}
	right = []Section{t.room(d)}
	if s := t.debtWarnings(d); len(s.Rows) > 0 {
		right = append(right, s)
	}
	right = append(right, t.order())
	if t.helperView && len(d.Debts) > 0 {
		right = append(right, t.division(d), t.repayByMonth(d), t.seizure(d))
	}
	if len(d.Debts) > 0 {
		right = append(right, Section{ID: "schulden.papier", Icon: "printer", Title: t.word("schulden.papier"), Intro: t.word("schulden.papier.uitleg"),
			Actions: []Action{t.debtAction("schulden.print", "schulden.print", "printer", func() { t.MakePaper(Paper{Kind: DebtsPaper}) })}})
	}
	return left, right
}

func (t *Talk) debtAction(id, label, icon string, do func()) Action {
	t.bind(id, func(string) { do() })
	return Action{ID: id, Label: t.word(label), Icon: icon}
}

// debtCards are a card for each debt, the first with what is owed together.
func (t *Talk) debtCards() []Section {
	head := Section{ID: "schulden", Icon: "file-text", Title: t.word("schulden.titel"), Intro: t.word("schulden.uitleg"),
		Actions: []Action{t.debtAction("debts.add", "schulden.erbij", "plus", func() { t.doc.Debts = append(t.doc.Debts, budget.Debt{Kind: "overig"}) })}}
	owed, known := decimal.Zero, len(t.doc.Debts) > 0
	for _, d := range t.doc.Debts {
		amount, ok := d.Amount.Get()
		owed, known = owed.Add(amount), known && ok
	}
	if known {
		head.Value = i18n.WholeEuro(owed.Ceil())
	}
	cards := []Section{head}
	for i := range t.doc.Debts {
		cards = append(cards, t.debtCard(i))
	}
	return cards
}

func (t *Talk) debtCard(i int) Section {
	d := &t.doc.Debts[i]
	id := fmt.Sprintf("debts[%d]", i)
	kinds := Field{ID: id + ".kind", Kind: SelectField, Width: Wide, Value: string(d.Kind)}
	for _, k := range budget.CreditorKinds() {
		kinds.Options = append(kinds.Options, Option{ID: string(k), Label: t.word("budget.schuldeiser." + string(k))})
	}
	t.bind(kinds.ID, func(chosen string) { d.Kind = budget.CreditorKind(chosen) })
	remove := t.removeField(id+".remove", "schuld.weg", func() { t.doc.Debts = slices.Delete(t.doc.Debts, i, i+1) })
	s := Section{Actions: []Action{{ID: remove.ID, Label: remove.Label, Icon: remove.Icon}}, ID: id, Icon: "receipt-euro", Title: t.word("budget.schuldeiser." + string(d.Kind))}
	s.Rows = []Row{
		{ID: id + ".kind", Label: t.word("schulden.wie"), Fields: []Field{kinds}, Hint: t.faultAt(id + ".kind")},
		t.euros(id+".amount", "schulden.hoeveel", &d.Amount, "euro"),
		t.euros(id+".arrangementPerMonth", "schulden.afspraak", &d.ArrangementPerMonth, "maand"),
		t.dateRow(id+".letterDate", "schulden.brief", true, func() string { return d.LetterDate }, func(day string) { d.LetterDate = day }),
		t.threatRow(id, d),
	}
	if t.helperView {
		s.Rows = append(s.Rows, t.moreOfDebt(id, d)...)
	}
	return s
}

// threatRow asks what will happen soon.
func (t *Talk) threatRow(id string, d *budget.Debt) Row {
	f := Field{ID: id + ".threat", Kind: SelectField, Width: Wide, Value: string(d.Threat), Options: []Option{{ID: "", Label: t.word("schulden.dreiging.geen")}}}
	for _, x := range budget.Threats() {
		f.Options = append(f.Options, Option{ID: string(x), Label: t.word("schulden.dreiging." + string(x))})
	}
	t.bind(f.ID, func(chosen string) { d.Threat = budget.Threat(chosen) })
	return Row{ID: f.ID, Label: t.word("schulden.dreiging"), Fields: []Field{f}, Hint: t.faultAt(f.ID)}
}

// moreOfDebt is what only the helper fills in.
func (t *Talk) moreOfDebt(id string, d *budget.Debt) []Row {
	interest := t.amountField(id+".interestPercent", &d.InterestPercent, i18n.ParseHours, "procent")
	interest.Width = Narrow
	behind := budget.Amount{}
	if d.ArrearsMonths != nil {
		behind = budget.Known(decimal.NewFromInt(int64(*d.ArrearsMonths)))
	}
	months := t.amountField(id+".arrearsMonths", &behind, i18n.ParseHours, "maanden")
	months.Width = Narrow
	read := t.bound[id+".arrearsMonths"]
	t.bind(id+".arrearsMonths", func(text string) {
		read(text)
		d.ArrearsMonths = nil
		if n, known := behind.Get(); known {
			whole := int(n.IntPart())
			d.ArrearsMonths = &whole
		}
	})
	seizure := t.yesNoRow(id+".seizure", "schulden.beslag", d.Seizure, func(v bool) { d.Seizure = v }, "")
	seizure.Label = t.word("schulden.beslag")
	return []Row{
		{ID: id + ".interestPercent", Label: t.word("schulden.rente"), Fields: []Field{interest}, Hint: t.hintFor(id+".interestPercent", i18n.ParseHours)},
		{ID: id + ".arrearsMonths", Label: t.word("schulden.achter"), Fields: []Field{months}, Hint: t.hintFor(id+".arrearsMonths", i18n.ParseHours)},
		{ID: id + ".arrangementStart", Label: t.word("schulden.begin"), Fields: t.bornFields(id+".arrangementStart", &d.ArrangementStart), Hint: t.faultAt(id + ".arrangementStart")},
		{ID: id + ".arrangementEnd", Label: t.word("schulden.einde"), Fields: t.bornFields(id+".arrangementEnd", &d.ArrangementEnd), Hint: t.faultAt(id + ".arrangementEnd")},
		t.debtDay(id, d), t.setOffRow(id, d), seizure,
		t.euros(id+".sharePerMonth", "schulden.deel", &d.SharePerMonth, "maand"),
		{ID: id + ".remark", Label: t.word("schulden.opmerking"), Fields: []Field{t.textField(id+".remark", &d.Remark, "")}, Hint: t.faultAt(id + ".remark")},
	}
}

func (t *Talk) debtDay(id string, d *budget.Debt) Row {
	f := Field{ID: id + ".arrangementDay", Kind: SelectField, Value: strconv.Itoa(d.ArrangementDay), Options: t.dayOptions()}
	t.bind(f.ID, func(chosen string) { d.ArrangementDay, _ = strconv.Atoi(chosen) })
	return Row{ID: f.ID, Label: t.word("schulden.dag"), Fields: []Field{f}}
}

func (t *Talk) setOffRow(id string, d *budget.Debt) Row {
	f := Field{ID: id + ".setOffAgainst", Kind: SelectField, Width: Wide, Value: d.SetOffAgainst, Options: []Option{{ID: "", Label: t.word("schulden.verrekening.niet")}}}
	for _, c := range given {
		f.Options = append(f.Options, Option{ID: c.String(), Label: t.word("onderdeel." + c.String())})
	}
	t.bind(f.ID, func(chosen string) { d.SetOffAgainst = chosen })
	return Row{ID: f.ID, Label: t.word("schulden.verrekening"), Fields: []Field{f}, Hint: t.faultAt(f.ID)}
}

// room says what can be repaid a month and how that follows from what is left, and the helper what stands beside it.
func (t *Talk) room(d *budget.Debts) Section {
	s := Section{ID: "schulden.ruimte", Icon: "wallet", Title: t.word("schulden.ruimte"), Intro: t.roomSentence(d)}
	above, byReference := t.figures(), t.say("streepje")
	if d.Room.Known {
		s.Value, byReference = t.perMonth(d.Room.PerMonth), i18n.WholeEuro(d.Room.ByReference)
	}
	s.Rows = append(s.Rows, shown("schulden.ruimte.saldo", above.leftLabel, above.Left))
	if d.Room.Repaid.IsPositive() {
		s.Rows = append(s.Rows, shown("schulden.ruimte.aflossing", t.word("schulden.ruimte.aflossing"), i18n.WholeEuro(d.Room.Repaid)))
	}
	if d.Room.Pots.IsPositive() {
		s.Rows = append(s.Rows, shown("schulden.ruimte.potjes", t.word("schulden.ruimte.potjes"), i18n.WholeEuro(d.Room.Pots.Neg())))
	}
	if t.helperView {
		reference := shown("schulden.ruimte.richt", t.word("schulden.ruimte.richt"), byReference)
		reference.Note = t.word("schulden.ruimte.richt.uitleg")
		s.Rows = append(s.Rows, reference, strong(shown("schulden.ruimte.afspraken", t.word("schulden.ruimte.afspraken"), i18n.WholeEuro(d.Arranged.Ceil()))))
		if d.Seized.IsPositive() {
			s.Rows = append(s.Rows, strong(shown("schulden.ruimte.beslag", t.word("schulden.ruimte.beslag"), i18n.WholeEuro(d.Seized.Ceil()))))
		}
	}
	if d.Ends && len(d.Debts) > 0 && d.Room.PerMonth.IsPositive() {
		r := shown("schulden.vrij", t.word("schulden.vrij"), t.monthName(d.Plan.Free))
		r.Note = t.Words.N("schulden.vrij.maanden", len(d.Plan.Months))
		s.Rows = append(s.Rows, r)
	}
	return s
}

func (t *Talk) roomSentence(d *budget.Debts) string {
	switch {
	case !d.Room.Known:
		return t.word("schulden.zin.onbekend")
	case d.Room.PerMonth.IsZero():
		return t.word("schulden.zin.geen")
	case len(d.Debts) == 0:
		return t.word("schulden.zin.geen_schuld")
	}
	return t.word("schulden.zin", i18n.Args{"bedrag": i18n.EuroWords(d.Room.PerMonth)})
}

// debtWarnings are what to talk about; the family sees what cannot wait.
func (t *Talk) debtWarnings(d *budget.Debts) Section {
	s := Section{ID: "schulden.let_op", Icon: "lightbulb", Title: t.word("schulden.let_op")}
	for i, w := range d.Warnings {
		if !t.helperView && !slices.Contains(familyWarnings, w.Key) {
			continue
		}
		s.Rows = append(s.Rows, Row{ID: fmt.Sprintf("schulden.let_op.%d", i), Hint: t.warning(d, w), Fields: []Field{{Kind: ShownValue}}})
	}
	return s
}

// familyWarnings are the warnings for the calm view.
var familyWarnings = []string{budget.WarnThreat, budget.WarnOverRoom, budget.WarnLoudest}

func (t *Talk) warning(d *budget.Debts, w budget.DebtWarning) string {
	args := i18n.Args{"bedrag": i18n.EuroWords(w.Amount.Ceil())}
	if w.Debt >= 0 {
		args["wie"] = t.word("budget.schuldeiser." + string(d.Debts[w.Debt].Kind))
	}
	if !w.Month.IsZero() {
		args["maand"] = t.monthName(w.Month)
	}
	id := "schulden.let_op." + w.Key
	if w.Key == budget.WarnThreat {
		id += "." + string(d.Debts[w.Debt].Threat)
	}
	return t.word(id, args)
}

// order is what is paid first when money is short: the default text, or that of the helper.
func (t *Talk) order() Section {
	s := Section{ID: "schulden.volgorde", Icon: "footprints", Title: t.word("schulden.volgorde"), Intro: t.word("schulden.volgorde.uitleg")}
	text := strings.Join(t.priorities(), "\n")
	if t.helperView {
		id := "debtHelp.priorities"
		t.bind(id, func(text string) { t.debtHelp().Priorities = linesOf(text) })
		s.Rows = []Row{{ID: id, Label: t.word("schulden.volgorde.tekst"), Space: AboveSpace, Fields: []Field{{ID: id, Kind: NoteField, Value: text}}, Hint: t.faultAt(id)}}
		return s
	}
	for i, line := range t.priorities() {
		s.Rows = append(s.Rows, Row{ID: fmt.Sprintf("schulden.volgorde.%d", i), Label: fmt.Sprintf("%d. %s", i+1, line), Fields: []Field{{Kind: ShownValue}}})
	}
	return s
}

// priorities is the order of payment in words.
func (t *Talk) priorities() []string {
	if h := t.doc.DebtHelp; h != nil && len(h.Priorities) > 0 {
		return h.Priorities
	}
	return linesOf(t.word("schulden.volgorde.standaard"))
}

func linesOf(text string) []string {
	var lines []string
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// division is the room over the debts, with the month in which each is paid.
func (t *Talk) division(d *budget.Debts) Section {
	split := budget.Proportional
	if t.doc.DebtHelp != nil && t.doc.DebtHelp.Split != "" {
		split = t.doc.DebtHelp.Split
	}
	id := "debtHelp.split"
	t.bind(id, func(chosen string) { t.debtHelp().Split = budget.Split(chosen) })
	choice := Field{ID: id, Kind: ChoiceField, Value: string(split)}
	for _, x := range budget.Splits() {
		choice.Options = append(choice.Options, Option{ID: string(x), Label: t.word("schulden.verdeling." + string(x))})
	}
	s := Section{ID: "schulden.verdeling", Icon: "coins", Title: t.word("schulden.verdeling"), Intro: t.word("schulden.verdeling.uitleg"),
		Rows:  []Row{{ID: id, Label: t.word("schulden.verdeling.hoe"), Fields: []Field{choice}}},
		Table: &Table{Head: []string{t.word("schulden.kop.wie"), t.word("schulden.kop.afspraak"), t.word("schulden.kop.klaar"), t.word("schulden.kop.deel"), t.word("schulden.kop.klaar")}}}
	share := func(perMonth decimal.Decimal) string {
		if !d.Room.Known {
			return t.say("streepje")
		}
		return i18n.Euro(perMonth)
	}
	sum := decimal.Zero
	for i, x := range d.Debts {
		r := TableRow{Cells: []string{t.word("budget.schuldeiser." + string(x.Kind)), "", "", share(d.Shares[i]), t.shortMonth(d.PlanEnd(i))}}
		if paid, ok := d.Agreed[i].Get(); ok {
			r.Cells[1], r.Cells[2] = i18n.Euro(paid), t.shortMonth(d.End(i))
		}
		if !d.Fits[i] {
			r.Shades = []Shade{NoShade, WarnShade}
		}
		s.Table.Rows = append(s.Table.Rows, r)
		sum = sum.Add(d.Shares[i])
	}
	s.Table.Rows = append(s.Table.Rows, TableRow{Strong: true, Cells: []string{t.word("schulden.samen"), i18n.Euro(d.Arranged), "", share(sum), ""}})
	if slices.Contains(d.Fits, false) {
		s.Rows = append(s.Rows, Row{ID: "schulden.past_niet", Hint: t.word("schulden.past_niet"), Fields: []Field{{Kind: ShownValue}}})
	}
	if d.Over.IsPositive() {
		s.Rows = append(s.Rows, Row{ID: "schulden.te_veel", Hint: t.word("schulden.te_veel", i18n.Args{"bedrag": i18n.EuroWords(d.Over.Ceil())}), Fields: []Field{{Kind: ShownValue}}})
	}
	end := budget.YearMonth{}
	if t.doc.DebtHelp != nil {
		end = t.doc.DebtHelp.PlanEnd
	}
	fields := t.bornFields("debtHelp.planEnd", &end)
	for _, f := range fields {
		read := t.bound[f.ID]
		t.bind(f.ID, func(text string) {
			read(text)
			t.debtHelp().PlanEnd = end
		})
	}
	s.Rows = append(s.Rows, Row{ID: "debtHelp.planEnd", Label: t.word("schulden.plan_einde"), Fields: fields, Help: t.word("schulden.plan_einde.uitleg")})
	return s
}

// shortMonth is "3-2027", or a dash when there is no such month.
func (t *Talk) shortMonth(m budget.YearMonth, ok bool) string {
	if !ok {
		return t.say("streepje")
	}
	return fmt.Sprintf("%d-%d", m.Month, m.Year)
}

// repayByMonth is what each month has room for when all of it goes to the debts.
func (t *Talk) repayByMonth(d *budget.Debts) Section {
	s := Section{ID: "schulden.maanden", Icon: "calendar-days", Title: t.word("schulden.maanden"), Intro: t.word("schulden.maanden.uitleg")}
	y, ok := t.cash()
	if !d.Room.Known {
		s.Intro = t.word("schulden.zin.onbekend")
		return s
	}
	if !ok || d.Unknown > 0 {
		s.Intro = t.word("schulden.maanden.niet")
		return s
	}
	s.Table = &Table{Head: []string{t.word("kas.kop.maand"), t.word("schulden.kop.ruimte"), t.word("schulden.kop.betalen"), t.word("schulden.kop.nog")}}
	for _, m := range budget.RepayByMonth(y.Months[0].Month, y.Rooms(), d.Owed, decimal.Zero) {
		r := TableRow{Cells: []string{t.monthName(m.Month), i18n.WholeEuro(m.Room.Floor()), i18n.WholeEuro(m.Payment.Floor()), i18n.WholeEuro(m.Left.Ceil())}}
		if m.Room.IsNegative() {
			r.Shades = []Shade{NoShade, WarnShade, NoShade, NoShade}
		}
		s.Table.Rows = append(s.Table.Rows, r)
	}
	return s
}

// seizure is the income on paper and in hand, with the amounts that only a letter knows.
func (t *Talk) seizure(d *budget.Debts) Section {
	s := Section{ID: "schulden.bvv", Icon: "file-text", Title: t.word("schulden.bvv"), Intro: t.word("schulden.bvv.uitleg")}
	x := d.Seizure
	if x.State == budget.HasAmount {
		s.Rows = append(s.Rows,
			shown("schulden.bvv.papier", t.word("schulden.bvv.papier"), i18n.WholeEuro(x.Paper.Floor())),
			shown("schulden.bvv.hand", t.word("schulden.bvv.hand"), i18n.WholeEuro(x.InHand.Floor())),
			shown("schulden.bvv.weg", t.word("schulden.bvv.weg"), i18n.WholeEuro(x.Taken.Ceil())))
		s.Rows[1].Strong = true
		if !x.Typed {
			s.Rows[1].Note = t.word("uitleg." + budget.BeslagOngeveer)
		}
	} else {
		s.Rows = append(s.Rows, Row{ID: "schulden.bvv.niet", Hint: t.word("reden." + string(x.Reason)), Fields: []Field{{Kind: ShownValue}}})
	}
	help := budget.DebtHelp{}
	if t.doc.DebtHelp != nil {
		help = *t.doc.DebtHelp
	}
	if len(t.household().Adults) > 1 {
		s.Rows = append(s.Rows, t.debtor(help.Debtor))
	}
	typed := func(id, label string, a *budget.Amount, set func(budget.Amount)) Row {
		r := t.euros(id, label, a, "maand")
		read := t.bound[id]
		t.bind(id, func(text string) {
			read(text)
			set(*a)
		})
		return r
	}
	s.Rows = append(s.Rows,
		typed("debtHelp.beslagvrijeVoet", "schulden.bvv.brief", &help.BeslagvrijeVoet, func(a budget.Amount) { t.debtHelp().BeslagvrijeVoet = a }),
		typed("debtHelp.vtlb", "schulden.vtlb", &help.Vtlb, func(a budget.Amount) { t.debtHelp().Vtlb = a }))
	s.Rows[len(s.Rows)-1].Help = t.word("schulden.vtlb.uitleg")
	return s
}

func (t *Talk) debtor(chosen string) Row {
	if chosen == "" {
		chosen = t.household().Adults[0].ID
	}
	f := Field{ID: "debtHelp.debtor", Kind: SelectField, Value: chosen}
	for i, a := range t.household().Adults {
		f.Options = append(f.Options, Option{ID: a.ID, Label: t.nameOf(i)})
	}
	t.bind(f.ID, func(id string) { t.debtHelp().Debtor = id })
	return Row{ID: f.ID, Label: t.word("schulden.bvv.wie"), Fields: []Field{f}}
}
