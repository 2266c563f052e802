package vm

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan/chart"
)

// moneyModel is what was chosen on the pages of the months and of the earlier visit, and is in no file.
type moneyModel struct {
	month   string // that is shown day by day; empty for the one that matters
	earlier earlierModel
}

// firstMonth is the first of the twelve months: what the family chose, else the month of the talk.
func (t *Talk) firstMonth() budget.YearMonth {
	if t.doc.Budget != nil && t.doc.Budget.Cash != nil && !t.doc.Budget.Cash.First.IsZero() {
		return t.doc.Budget.Cash.First
	}
	return t.thisMonth()
}

// cashView are the twelve months with the days that are not known on their worst side, and on their best.
type cashView struct {
	*budget.CashYear
	best *budget.CashYear
}

// cash are the twelve months; not ok when there is nothing to show yet.
func (t *Talk) cash() (cashView, bool) {
	if t.overview == nil {
		return cashView{}, false
	}
	y, err := t.Engine.CashOf(t.household(), t.overview, t.doc.Budget, t.doc.Debts, t.doc.DebtHelp, t.firstMonth())
	if err != nil {
		return cashView{}, false
	}
	v := cashView{y, y}
	if _, fails := y.Fails(); fails && v.unknownDays() > 0 {
		if v.best, err = t.Engine.CashAtBest(t.household(), t.overview, t.doc.Budget, t.doc.Debts, t.doc.DebtHelp, t.firstMonth()); err != nil {
			return cashView{}, false
		}
	}
	return v, true
}

// unknownDays counts the days that the family did not tell.
func (v cashView) unknownDays() int {
	in, out := v.UnknownDays()
	return in + out
}

// mayFail tells whether the account goes below zero on some days and not on others: nobody knows yet.
func (v cashView) mayFail() bool {
	_, worst := v.Fails()
	_, best := v.best.Fails()
	return worst && !best
}

// atLeast tells whether a month fails on any days, by an amount that depends on them.
func (v cashView) atLeast() bool {
	worst, fails := v.Fails()
	best, _ := v.best.Fails()
	return fails && !v.mayFail() && (worst.Month != best.Month || !worst.Lowest.Equal(best.Lowest))
}

// cashForm is the page of the twelve months.
func (t *Talk) cashForm() (left, right []Section) {
	y, ok := t.cash()
	if !ok {
		return []Section{{ID: "kas", Icon: "calendar-days", Title: t.word("kas.titel"), Intro: t.say("binnen.leeg")}}, nil
	}
	left = []Section{t.cashYear(y)}
	if !t.guesses(y) && !t.untold(y.CashYear) {
		left = append(left, t.cashMonth(y.CashYear))
	}
	right = []Section{t.cashStart()}
	for _, days := range []Section{t.payDays(y.CashYear), t.billDays()} {
		if len(days.Rows) > 0 && !t.untold(y.CashYear) {
			right = append(right, days)
		}
	}
	if t.helperView {
		right = append(right, t.cashNotes(y.CashYear))
	}
	return left, right
}

// cashYear is the sentence about the month that fails, the drawing of the balances and their table.
func (t *Talk) cashYear(y cashView) Section {
	s := Section{ID: "kas", Icon: "calendar-days", Title: t.cashTitle(y), Intro: t.cashSentence(y)}
	if t.guesses(y) || t.untold(y.CashYear) {
		return s
	}
	s.Chart = &Chart{Height: 200, Draw: func(space ChartSpace) Drawing { return balances(t, y.CashYear, space) }}
	s.Table = &Table{Head: []string{t.word("kas.kop.maand"), t.lowestHead(y), t.word("kas.kop.eind")}}
	if t.helperView {
		s.Table.Head = []string{t.word("kas.kop.maand"), t.word("kas.kop.in"), t.word("kas.kop.uit"), t.lowestHead(y), t.word("kas.kop.eind")}
	}
	for i := range y.Months {
		s.Table.Rows = append(s.Table.Rows, t.cashRow(&y.Months[i]))
	}
	if t.helperView {
		s.Table.Rows = append(s.Table.Rows, TableRow{Strong: true, Cells: []string{t.word("kas.jaar"), i18n.WholeEuro(y.In()), i18n.WholeEuro(y.Out()), "",
			i18n.WholeEuro(y.Months[len(y.Months)-1].End)}})
	}
	return s
}

// lowestHead is the head over the lowest balances, which with days that are not known are the lowest that can be.
func (t *Talk) lowestHead(y cashView) string {
	if y.unknownDays() > 0 {
		return t.word("kas.kop.laagst_mogelijk")
	}
	return t.word("kas.kop.laagste")
}

// guesses tells whether the balances would be a guess that frightens the family: the account is not known, or whether a month
// fails hangs on days that are not. The helper sees them all the same.
func (t *Talk) guesses(y cashView) bool {
	in, _ := y.UnknownDays()
	return !t.helperView && (!y.StartKnown && in > 0 || y.mayFail())
}

// incomplete tells whether a part of the income, or the rent, is in no month: then no month can be called good or bad.
func (t *Talk) incomplete(y *budget.CashYear) bool {
	return y.Partial || !t.heardIncome() || slices.Contains(y.Missing, budget.LineHuur)
}

// untold tells whether so little is known that balances would be a guess. The helper sees them when some income is known.
func (t *Talk) untold(y *budget.CashYear) bool {
	return t.incomplete(y) && (!t.helperView || y.In().IsZero() || !t.heardIncome())
}

func (t *Talk) cashRow(m *budget.CashMonth) TableRow {
	low, end := i18n.WholeEuro(m.Lowest.Floor()), i18n.WholeEuro(m.End.Floor())
	r := TableRow{Cells: []string{t.monthName(m.Month), low, end}}
	if t.helperView {
		r.Cells = []string{t.monthName(m.Month), i18n.WholeEuro(m.In), i18n.WholeEuro(m.Out), fmt.Sprintf("%s (%d)", low, m.Day), end}
	}
	if m.Lowest.IsNegative() {
		r.Shades = make([]Shade, len(r.Cells))
		r.Shades[len(r.Cells)-2] = WarnShade
	}
	return r
}

// cashTitle names the month that goes wrong, before it does. Without a balance to begin with, or with days that decide, nobody
// can know.
func (t *Talk) cashTitle(y cashView) string {
	m, fails := y.best.Fails()
	switch {
	case t.incomplete(y.CashYear):
		return t.word("kas.zin.niet_alles")
	case !y.StartKnown:
		return t.word("kas.zin.geen_saldo")
	case y.mayFail():
		return t.word("kas.zin.dagen_nodig")
	case !fails:
		return t.word("kas.zin.goed")
	}
	id := "kas.zin.tekort"
	if y.atLeast() {
		id = "kas.zin.tekort_minstens"
	}
	return t.word(id, i18n.Args{"maand": t.say(fmt.Sprintf("maand.%d", m.Month.Month)), "bedrag": i18n.EuroWords(m.Short().Ceil())})
}

// cashSentence says on which day the account is lowest, and what makes that less sure.
func (t *Talk) cashSentence(y cashView) string {
	low := lowest(y.CashYear)
	m, fails := y.Fails()
	unknown := y.unknownDays()
	in, _ := y.UnknownDays()
	var all []string
	switch {
	case t.incomplete(y.CashYear):
		if all = t.whatIsMissing(); !t.heardIncome() {
			all = append(all, t.word("kas.zin.eerst_binnen"))
		}
		all = append(all, t.word("kas.zin.nog_niets"))
	case !y.StartKnown && in > 0: // any amount would be a guess, and a frightening one
		all = append(all, t.word("kas.zin.vul_in_dagen"))
	case !y.StartKnown && low.Lowest.IsNegative():
		all = append(all, t.word("kas.zin.begin_met", i18n.Args{"dag": t.dayName(1, y.Months[0].Month), "bedrag": i18n.EuroWords(low.Short().Ceil())}))
	case !y.StartKnown:
		all = append(all, t.word("kas.zin.vul_in"))
	case y.mayFail():
		all = append(all, t.word("kas.zin.mist_dagen"))
	case y.atLeast():
		all = append(all, t.word("kas.zin.dagen"))
	case fails && unknown == 0:
		all = append(all, t.word("kas.zin.dag", i18n.Args{"dag": t.dayName(m.Day, m.Month)}))
		if !m.End.IsNegative() {
			all = append(all, t.word("kas.zin.daarna"))
		}
	case fails:
	case unknown > 0:
		all = append(all, t.word("kas.zin.minstens", i18n.Args{"bedrag": i18n.EuroWords(low.Lowest.Floor())}))
	default:
		all = append(all, t.word("kas.zin.laagste", i18n.Args{"dag": t.dayName(low.Day, low.Month), "bedrag": i18n.EuroWords(low.Lowest.Floor())}))
	}
	return strings.Join(all, " ")
}

func lowest(y *budget.CashYear) *budget.CashMonth {
	low := &y.Months[0]
	for i := range y.Months {
		if y.Months[i].Lowest.LessThan(low.Lowest) {
			low = &y.Months[i]
		}
	}
	return low
}

// dayName is "19 maart".
func (t *Talk) dayName(day int, m budget.YearMonth) string {
	return fmt.Sprintf("%d %s", day, t.say(fmt.Sprintf("maand.%d", m.Month)))
}

// balances draws the balance at the end of each month; what goes below zero hangs under the line.
func balances(t *Talk, y *budget.CashYear, space ChartSpace) Drawing {
	columns := make([]chart.Column, len(y.Months))
	for i, m := range y.Months {
		columns[i] = chart.Column{Value: m.End.InexactFloat64(), Under: t.word(fmt.Sprintf("kas.maand.%d", m.Month.Month)), Role: chart.Then}
		if m.End.IsNegative() {
			columns[i].Role = chart.Short
		}
	}
	return chart.Columns(columns, chart.Options{Width: space.Width, Height: space.Height, Left: space.Left, Right: space.Right, Top: space.Top,
		Bottom: space.Bottom, YTicks: 4, YLabel: func(v float64) string { return i18n.WholeEuro(decimal.NewFromFloat(v)) }})
}

// cashFacts are what the family told about the account, made when there is none.
func (t *Talk) cashFacts() *budget.CashFacts {
	own := t.budgetPart()
	if own.Cash == nil {
		own.Cash = &budget.CashFacts{}
	}
	return own.Cash
}

// cashStart asks what is on the account, from which month, and whether money is set apart.
func (t *Talk) cashStart() Section {
	facts := budget.CashFacts{}
	if t.doc.Budget != nil && t.doc.Budget.Cash != nil {
		facts = *t.doc.Budget.Cash
	}
	id := "budget.cash."
	f := t.amountField(id+"balance", &facts.Balance, i18n.ParseSignedEuro, "euro")
	read := t.bound[id+"balance"]
	t.bind(id+"balance", func(text string) {
		read(text)
		t.cashFacts().Balance = facts.Balance
	})
	balance := Row{ID: id + "balance", Label: t.word("kas.saldo"), Fields: []Field{f}, Hint: t.hintFor(id+"balance", i18n.ParseSignedEuro),
		Help: t.word("kas.saldo.uitleg")}
	t.bind(id+"first", func(chosen string) {
		if m, err := budget.ParseYearMonth(chosen); err == nil {
			t.cashFacts().First = m
		}
	})
	first := Row{ID: id + "first", Label: t.word("kas.eerste"), Fields: []Field{{ID: id + "first", Kind: SelectField, Width: Wide, Value: t.firstMonth().String(),
		Options: t.monthOptions()}}}
	apart := t.yesNoRow(id+"setApart", "kas.potjes", facts.SetApart, func(v bool) { t.cashFacts().SetApart = v }, "")
	apart.Label, apart.Help = t.word("kas.potjes"), t.word("kas.potjes.uitleg")
	return Section{ID: "kas.begin", Icon: "wallet", Title: t.word("kas.begin"), Rows: []Row{balance, first, apart}}
}

// monthOptions are the months to begin with: two before the talk to nine after it, and the one that was chosen.
func (t *Talk) monthOptions() []Option {
	var all []Option
	now, chosen := t.thisMonth(), t.firstMonth()
	found := false
	add := func(m budget.YearMonth) { all = append(all, Option{ID: m.String(), Label: t.monthName(m)}) }
	for i := -2; i < 10; i++ {
		n := now.Year*12 + now.Month - 1 + i
		m := budget.YearMonth{Year: n / 12, Month: n%12 + 1}
		found = found || m == chosen
		add(m)
	}
	if !found {
		add(chosen)
	}
	return all
}

// cashMonth shows one month day by day: the one that fails, or the one that was chosen.
func (t *Talk) cashMonth(y *budget.CashYear) Section {
	at := slices.IndexFunc(y.Months[:], func(m budget.CashMonth) bool { return m.Month.String() == t.money.month })
	if at < 0 {
		low := lowest(y)
		at = slices.IndexFunc(y.Months[:], func(m budget.CashMonth) bool { return m.Month == low.Month })
		if m, fails := y.Fails(); fails {
			at = slices.IndexFunc(y.Months[:], func(o budget.CashMonth) bool { return o.Month == m.Month })
		}
	}
	m := &y.Months[at]
	choice := Field{ID: "kas.maand", Kind: SelectField, Width: Wide, Value: m.Month.String()}
	for _, o := range y.Months {
		choice.Options = append(choice.Options, Option{ID: o.Month.String(), Label: t.monthName(o.Month)})
	}
	t.bind("kas.maand", func(chosen string) { t.money.month = chosen })
	s := Section{ID: "kas.dagen", Icon: "calendar-days", Title: t.word("kas.dagen", i18n.Args{"maand": t.monthName(m.Month)}),
		Intro: t.word("kas.dagen.uitleg"), Rows: []Row{{ID: "kas.maand", Label: t.word("kas.kies"), Fields: []Field{choice}}}}
	s.Table = &Table{Head: []string{t.word("kas.kop.wat"), t.word("kas.kop.bedrag"), t.word("kas.kop.saldo")}}
	balance := y.Start
	if at > 0 {
		balance = y.Months[at-1].End
	}
	s.Table.Rows = []TableRow{{Cells: []string{t.word("kas.begin_maand"), "", i18n.WholeEuro(balance.Floor())}, Strong: true}}
	for _, line := range t.daysOf(m) {
		balance = balance.Add(line.amount)
		r := TableRow{Cells: []string{line.words, i18n.WholeEuro(line.amount), i18n.WholeEuro(balance.Floor())}}
		if balance.IsNegative() {
			r.Shades = []Shade{NoShade, NoShade, WarnShade}
		}
		s.Table.Rows = append(s.Table.Rows, r)
	}
	return s
}

// dayLine is what comes in or goes out on one day.
type dayLine struct {
	words  string
	amount decimal.Decimal
}

// daysOf joins what happens on one day in one direction for the family; the helper sees every payment.
func (t *Talk) daysOf(m *budget.CashMonth) []dayLine {
	var lines []dayLine
	last := ""
	for _, e := range m.Events {
		day := strconv.Itoa(e.Day)
		if !e.DayKnown {
			day = t.word("kas.dag_onbekend")
		}
		key := fmt.Sprintf("%d %v %v", e.Day, e.DayKnown, e.Amount.IsPositive())
		if !t.helperView && key == last {
			lines[len(lines)-1].amount = lines[len(lines)-1].amount.Add(e.Amount)
			lines[len(lines)-1].words = day + ": " + t.word(several(e.Amount))
			continue
		}
		last = key
		lines = append(lines, dayLine{day + ": " + t.paymentName(e), e.Amount})
	}
	return lines
}

func several(amount decimal.Decimal) string {
	if amount.IsPositive() {
		return "kas.inkomsten"
	}
	return "kas.rekeningen"
}

// paymentName is what a payment is about.
func (t *Talk) paymentName(e budget.CashEvent) string {
	switch e.Kind {
	case budget.CashIncome:
		if e.Label != "" {
			return e.Label
		}
		return t.sourceName(e.ID)
	case budget.CashHoliday:
		return t.word("kas.vakantiegeld")
	case budget.CashSetOff:
		if e.ID == budget.CashSeizure {
			return t.word("kas.beslag")
		}
		return t.word("kas.ingehouden", i18n.Args{"wie": t.word("budget.schuldeiser." + e.ID)})
	case budget.CashArrangement:
		return t.word("kas.afspraak", i18n.Args{"wie": t.word("budget.schuldeiser." + e.ID)})
	case budget.CashIntoPot, budget.CashFromPot:
		return t.word("kas."+string(e.Kind), i18n.Args{"naam": t.potName(&budget.PotPlan{Label: e.Label, Line: lineOf(e.ID), Kind: budget.PotKind(e.ID)})})
	}
	if e.Label != "" {
		return e.Label
	}
	return t.word("budget.regel." + e.ID)
}

func lineOf(id string) budget.LineKey {
	if l, ok := budget.LineOf(budget.LineKey(id)); ok {
		return l.Key
	}
	return ""
}

// sourceName is a wage, a benefit or a part of the income.
func (t *Talk) sourceName(id string) string {
	for i, a := range t.household().Adults {
		for _, j := range a.Jobs {
			if id == a.ID+"/"+j.ID {
				return t.word("kas.loon", i18n.Args{"naam": t.nameIn(i)})
			}
		}
		for _, b := range a.Benefits {
			if id == a.ID+"/"+string(b.Kind) {
				return t.say("uitkering.soort." + string(b.Kind))
			}
		}
	}
	return t.incomeName(id)
}

// payDays asks on which day each part of the income comes, and how often a wage does.
func (t *Talk) payDays(y *budget.CashYear) Section {
	s := Section{ID: "kas.betaaldagen", Icon: "coins", Title: t.word("kas.betaaldagen"), Intro: t.word("kas.betaaldagen.uitleg")}
	for _, id := range sources(y) {
		s.Rows = append(s.Rows, t.payDay(id)...)
	}
	return s
}

// billDays asks on which day the bills are paid: those that come every month or in a month that is known, and the arrangements.
func (t *Talk) billDays() Section {
	s := Section{ID: "kas.rekeningen", Icon: "receipt-euro", Title: t.word("kas.rekeningdagen"), Intro: t.word("kas.rekeningdagen.uitleg")}
	for _, l := range t.overview.Lines {
		if !l.Key.Billed() || l.State != budget.HasAmount || l.Key == budget.LineAflossing && len(l.Entries) == 0 {
			continue
		}
		if len(l.Entries) == 0 {
			s.Rows = append(s.Rows, t.payDay(string(l.Key))...)
		}
		for _, at := range t.entriesOf(l.Key) {
			if own := &t.doc.Budget.Lines[at]; t.hasDay(own) {
				s.Rows = append(s.Rows, t.billDay(at, own))
			}
		}
	}
	for i := range t.doc.Debts {
		if d := &t.doc.Debts[i]; d.ArrangementPerMonth.IsKnown() && d.SetOffAgainst == "" && !d.Seizure {
			r := t.debtDay(fmt.Sprintf("debts[%d]", i), d)
			r.Label = t.word("kas.afspraak", i18n.Args{"wie": t.word("budget.schuldeiser." + string(d.Kind))})
			s.Rows = append(s.Rows, r)
		}
	}
	return s
}

// hasDay tells whether a bill of the family comes on one day of a month.
func (t *Talk) hasDay(o *budget.OwnLine) bool {
	perYear, known := o.PerYear()
	monthly := o.Rhythm == budget.Monthly || o.Rhythm == ""
	return known && perYear.IsPositive() && (monthly || seldom(o.Rhythm) && o.Month > 0)
}

func (t *Talk) billDay(at int, o *budget.OwnLine) Row {
	id := fmt.Sprintf("budget.lines[%d].day", at)
	name := cmp.Or(o.Label, t.lineName(o.Key))
	if seldom(o.Rhythm) {
		name = t.word("kas.rekening_in", i18n.Args{"naam": name, "maand": t.say(fmt.Sprintf("maand.%d", o.Month))})
	}
	f := Field{ID: id, Kind: SelectField, Value: strconv.Itoa(o.Day), Options: t.dayOptions()}
	t.bind(id, func(chosen string) { o.Day, _ = strconv.Atoi(chosen) })
	return Row{ID: id, Label: name, Fields: []Field{f}}
}

// sources are what comes in over the twelve months, in the order of the first month it comes.
func sources(y *budget.CashYear) []string {
	var all []string
	for _, m := range y.Months {
		for _, e := range m.Events {
			other := slices.Contains(budget.IncomeKinds(), budget.IncomeKind(e.ID)) // has its day with its amount
			if e.Kind == budget.CashIncome && e.Amount.IsPositive() && !other && !slices.Contains(all, e.ID) {
				all = append(all, e.ID)
			}
		}
	}
	slices.Sort(all)
	return all
}

func (t *Talk) payDay(source string) []Row {
	p := t.payDayOf(source)
	id := "budget.cash.payDays." + source
	name := t.payDayName(source)
	day := Field{ID: id + ".day", Kind: SelectField, Value: strconv.Itoa(p.Day), Options: t.dayOptions()}
	if n := t.toeslagenDay(source); n > 0 {
		day.Options[0].Label = t.word("kas.rond", i18n.Args{"dag": n})
	}
	t.bind(day.ID, func(chosen string) {
		n, _ := strconv.Atoi(chosen)
		t.setPayDay(source, func(p *budget.PayDay) { p.Day = n })
	})
	if !t.isWage(source) {
		return []Row{{ID: id, Label: name, Fields: []Field{day}}}
	}
	rhythm := p.Rhythm
	if rhythm == "" {
		rhythm = budget.Monthly
	}
	often := Field{ID: id + ".rhythm", Kind: SelectField, Value: string(rhythm)}
	for _, r := range budget.PayRhythms() {
		often.Options = append(often.Options, Option{ID: string(r), Label: t.word("budget.ritme." + string(r))})
	}
	t.bind(often.ID, func(chosen string) {
		t.setPayDay(source, func(p *budget.PayDay) { p.Rhythm = budget.Rhythm(chosen) })
	})
	rows := []Row{{ID: id + ".rhythm", Label: name, Fields: []Field{often}}}
	if rhythm == budget.Monthly {
		return append(rows, Row{ID: id, Label: t.word("kas.welke_dag"), Fields: []Field{day}, Part: true})
	}
	next := t.dateRow(id+".next", "kas.een_betaling", false, func() string { return t.payDayOf(source).Next },
		func(day string) { t.setPayDay(source, func(p *budget.PayDay) { p.Next = day }) })
	next.Part = true
	return append(rows, next)
}

// dayOptions are the days of a month, after "niet bekend".
func (t *Talk) dayOptions() []Option {
	days := []Option{{ID: "0", Label: t.word("kas.niet_bekend")}}
	for n := 1; n <= 31; n++ {
		days = append(days, Option{ID: strconv.Itoa(n), Label: t.word("kas.dag", i18n.Args{"dag": n})})
	}
	return days
}

// toeslagenDay is the day on which a toeslag is paid when the family did not say another; 0 for everything else.
func (t *Talk) toeslagenDay(source string) int {
	set, err := t.Engine.Rules(t.household().Year)
	if err != nil || !set.Toeslagen.Betaaldag.Known() || !budget.PaidAsToeslag(source) {
		return 0
	}
	return set.Toeslagen.Betaaldag.Int()
}

func (t *Talk) payDayName(source string) string {
	if l, ok := budget.LineOf(budget.LineKey(source)); ok {
		return t.word("budget.regel." + string(l.Key))
	}
	return t.sourceName(source)
}

func (t *Talk) isWage(source string) bool {
	for _, a := range t.household().Adults {
		for _, j := range a.Jobs {
			if source == a.ID+"/"+j.ID {
				return true
			}
		}
	}
	return false
}

func (t *Talk) payDayOf(source string) budget.PayDay {
	if t.doc.Budget != nil && t.doc.Budget.Cash != nil {
		for _, p := range t.doc.Budget.Cash.PayDays {
			if p.Source == source {
				return p
			}
		}
	}
	return budget.PayDay{Source: source}
}

// setPayDay changes what is known about a source, and forgets it when nothing is left.
func (t *Talk) setPayDay(source string, change func(*budget.PayDay)) {
	facts := t.cashFacts()
	at := slices.IndexFunc(facts.PayDays, func(p budget.PayDay) bool { return p.Source == source })
	if at < 0 {
		facts.PayDays = append(facts.PayDays, budget.PayDay{Source: source})
		at = len(facts.PayDays) - 1
	}
	change(&facts.PayDays[at])
	if facts.PayDays[at] == (budget.PayDay{Source: source}) {
		facts.PayDays = slices.Delete(facts.PayDays, at, at+1)
	}
}

// dateRow asks for a date, one that has come when past. Words that are no date stay in the field with a hint. There is always one
// line under the field, so that what stands below does not move under the hands of who types.
func (t *Talk) dateRow(id, label string, past bool, get func() string, set func(day string)) Row {
	f := Field{ID: id, Kind: TextField, Placeholder: t.word("kas.datum")}
	r := Row{ID: id, Label: t.word(label)}
	t.bind(id, func(text string) {
		day := ""
		if date, ok := parseDate(text, t.Today); ok {
			if past && date.After(t.Today) { // said without a year
				date = date.AddDate(-1, 0, 0)
			}
			day = date.Format(time.DateOnly)
		}
		set(day)
		if t.typed[id] = text; text == "" {
			delete(t.typed, id)
		}
	})
	if date, ok := parseDate(get(), t.Today); ok {
		f.Value, r.Note = i18n.DateShort(date), i18n.Date(date)
	} else if t.typed[id] != "" {
		r.Hint = t.word("kas.geen_datum")
	} else {
		r.Note = t.word("kas.geen_datum")
	}
	if text, ok := t.typed[id]; ok {
		f.Value = text
	}
	r.Fields = []Field{f}
	if r.Hint == "" {
		r.Hint = t.faultAt(id)
	}
	return r
}

// cashNotes says what the months do not know.
func (t *Talk) cashNotes(y *budget.CashYear) Section {
	s := Section{ID: "kas.let_op", Icon: "lightbulb", Title: t.word("kas.let_op"), Intro: t.word("kas.let_op.uitleg", i18n.Args{"jaar": t.household().Year})}
	note := func(id, sentence string) {
		s.Rows = append(s.Rows, Row{ID: "kas.let_op." + id, Hint: sentence, Fields: []Field{{Kind: ShownValue}}})
	}
	in, out := y.UnknownDays()
	if in > 0 {
		note("dag_in", t.Words.N("kas.dag_in", in))
	}
	if out > 0 {
		note("dag_uit", t.Words.N("kas.dag_uit", out))
	}
	if len(y.Spread) > 0 {
		note("gespreid", t.Words.N("kas.gespreid", len(y.Spread)))
	}
	if len(y.Missing) > 0 {
		note("mist", t.Words.N("kas.mist", len(y.Missing)))
	}
	if y.TakesOff() {
		note("ingehouden", t.word("kas.let_op.ingehouden"))
	}
	for _, later := range y.Later {
		r := shown("kas.later."+later.Key+"."+later.Component.String(), t.word("onderdeel."+later.Component.String()), i18n.WholeEuro(later.PerYear))
		r.Note = t.word("maand." + later.Key)
		s.Rows = append(s.Rows, r)
	}
	return s
}
