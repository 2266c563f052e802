package budget

import (
	"fmt"
	"slices"
	"time"

	"github.com/shopspring/decimal"
)

// Debts is everything about the debts together, euro a month unless said otherwise.
type Debts struct {
	Debts    []Debt
	Owed     decimal.Decimal // euro, of the debts whose amount is known
	Unknown  int             // debts whose amount is not known
	Agreed   []Amount        // the arrangement that each debt has this month; not known when there is none
	Arranged decimal.Decimal // those together
	Seized   decimal.Decimal // what a bailiff takes beside them: an estimate
	Room     Room
	Shares   []decimal.Decimal // of the room, one for every debt
	Over     decimal.Decimal   // the shares chosen by hand above the room
	Fits     []bool            // whether the arrangement fits in the room, those that come first in the order of payment first
	Plan     DebtPlan          // with the room
	Ends     bool              // the plan ends
	Running  DebtPlan          // with the arrangements as they are, and what is seized
	RunEnds  bool
	Seizure  Seizure
	Warnings []DebtWarning
}

// Room is what a family can repay a month without making new debts, in whole euros; never below zero.
type Room struct {
	Known       bool            // the income is known
	Left        decimal.Decimal // of the sheet, after the repayments in it and before pots; may be below zero
	Repaid      decimal.Decimal // the repayments in the sheet
	Balance     decimal.Decimal // what is left before repayments and after pots; may be below zero
	PerMonth    decimal.Decimal // Balance, never below zero
	ByReference decimal.Decimal // the same with the reference amounts in place of the family's own; never below zero
	Pots        decimal.Decimal // set apart for pots that no line pays for
}

// Seizure is what a bailiff may take of the income of one adult.
type Seizure struct {
	Now     bool   // a debt has a seizure
	State   State  // of the amounts below
	Reason  Reason // why they are not known
	Typed   bool   // the amount of the bailiff's letter is used
	Paper   decimal.Decimal
	InHand  decimal.Decimal // Paper less what is taken
	Taken   decimal.Decimal
	Free    decimal.Decimal // the beslagvrije voet
	Covered bool            // the arrangement of the seized debt says what is taken
}

// DebtWarning is something to talk about.
type DebtWarning struct {
	Key    string // of the catalogues: "schulden.let_op." + Key
	Debt   int    // its place; -1 for all together
	Amount decimal.Decimal
	Month  YearMonth
}

// The warnings.
const (
	WarnThreat        = "dreiging"
	WarnNoRoom        = "geen_ruimte"
	WarnOverRoom      = "boven_ruimte"
	WarnBelowInterest = "onder_rente"
	WarnNoDate        = "geen_datum"
	WarnOldLetter     = "oude_brief"
	WarnAfterPlan     = "na_plan"
	WarnLoudest       = "vaste_last_eerst"
	WarnNoInterest    = "rente_onbekend"
	WarnNoAmount      = "bedrag_onbekend"
)

// letterAge is how many months old a letter may be.
const letterAge = 3

// DebtsOf works out the debts of a household on a day. help may be nil.
func (e *Engine) DebtsOf(h *Household, view *Overview, own *OwnBudget, debts []Debt, help *DebtHelp, today time.Time) (*Debts, error) {
	if help == nil {
		help = &DebtHelp{}
	}
	first := YearMonth{today.Year(), int(today.Month())}
	d := &Debts{Debts: debts, Room: roomOf(view, own.PotsFrom(first).Extra)}
	var err error
	if d.Seizure, err = e.seizure(h, debts, help, first.Month); err != nil {
		return nil, err
	}
	paid, err := e.WithSeizure(h, debts, help, first.Month)
	if err != nil {
		return nil, err
	}
	for i := range debts {
		if amount, known := debts[i].Amount.Get(); known {
			d.Owed = d.Owed.Add(Cent(amount))
		} else {
			d.Unknown++
		}
		d.agree(&debts[i], &paid[i], first)
	}
	d.Shares, d.Over = Shares(d.Room.PerMonth, debts, help.Split)
	d.Fits = fits(paid, first, d.Room.PerMonth)
	d.Plan, d.Ends = PlanDebts(debts, d.Room.PerMonth, help.Split, first)
	d.Running, d.RunEnds = planOf(arranged(paid, first, longestPlan))
	d.RunEnds = d.RunEnds && d.Unknown == 0
	d.warn(help, first, today)
	return d, nil
}

// agree notes what a debt takes this month, as agreed and with what is seized.
func (d *Debts) agree(debt, paid *Debt, now YearMonth) {
	agreed := Amount{}
	if amount, known := debt.ArrangementPerMonth.Get(); known && debt.runs(now) {
		agreed = Known(Cent(amount))
	}
	d.Agreed = append(d.Agreed, agreed)
	d.Arranged = d.Arranged.Add(agreed.Or(zero))
	if !debt.ArrangementPerMonth.IsKnown() {
		d.Seized = d.Seized.Add(paid.ArrangementPerMonth.Or(zero))
	}
}

// roomOf is the room to repay: what is left with the repayments that are in the budget, less what is set apart. It is made of the
// whole euros that the sheet shows, what comes in down and what goes out up, so that it is what anybody adds up from the sheet. A
// repayment with cents goes up or down with the others: up as long as no promise is too high.
func roomOf(view *Overview, pots decimal.Decimal) Room {
	r := Room{Known: view.InKnown, Left: WholeEuroDown(view.In).Sub(WholeEuroUp(view.Out)), Pots: WholeEuroUp(pots)}
	exact, reference := view.In.Sub(view.Out), zero
	if l, ok := view.Line(LineAflossing); ok {
		exact = exact.Add(l.PerMonth)
		r.Repaid = least(WholeEuroUp(l.PerMonth), WholeEuroDown(exact).Sub(r.Left))
	}
	for _, l := range view.Lines {
		switch {
		case l.Key == LineAflossing:
		case l.Norm.State == HasAmount:
			reference = reference.Add(l.Norm.PerMonth)
		default:
			reference = reference.Add(l.PerMonth)
		}
	}
	r.Balance = r.Left.Add(r.Repaid).Sub(r.Pots)
	r.ByReference = positive(WholeEuroDown(view.In).Sub(WholeEuroUp(reference)).Sub(r.Pots))
	if r.Known {
		r.PerMonth = positive(r.Balance)
	}
	return r
}

// seizure compares the income with the beslagvrije voet of the month.
func (e *Engine) seizure(h *Household, debts []Debt, help *DebtHelp, month int) (Seizure, error) {
	if help == nil {
		help = &DebtHelp{}
	}
	s := Seizure{Now: slices.ContainsFunc(debts, func(d Debt) bool { return d.Seizure })}
	s.Covered = slices.ContainsFunc(debts, func(d Debt) bool { return d.Seizure && d.ArrangementPerMonth.IsKnown() })
	v, err := e.BeslagvrijeVoet(h, help.Debtor)
	if err != nil {
		return s, fmt.Errorf("budget: seizure: %w", err)
	}
	if v.State != HasAmount {
		s.State, s.Reason = v.State, v.Reason
		return s, nil
	}
	for _, p := range v.Periods {
		if month >= p.From && month < p.From+p.Months {
			s.Paper, s.Free = p.Income, p.PerMonth
		}
	}
	if typed, ok := help.BeslagvrijeVoet.Get(); ok {
		s.Free, s.Typed = Cent(typed), true
	}
	s.Taken = positive(s.Paper.Sub(s.Free))
	s.InHand = s.Paper.Sub(s.Taken)
	return s, nil
}

// WithSeizure fills in what a bailiff takes in a month (1 to 12): a debt with a seizure and no arrangement gets one of its part of
// what may be taken of the income, an estimate. The parts follow what is owed and end with the debts; what no known debt takes goes
// to the first whose amount is not known. An arrangement that a seized debt has says already how much is taken.
func (e *Engine) WithSeizure(h *Household, debts []Debt, help *DebtHelp, month int) ([]Debt, error) {
	if !slices.ContainsFunc(debts, func(d Debt) bool { return d.Seizure }) {
		return debts, nil
	}
	s, err := e.seizure(h, debts, help, month)
	if err != nil || s.Covered || !s.Taken.IsPositive() {
		return debts, err
	}
	return taken(debts, s.Taken), nil
}

func taken(debts []Debt, rest decimal.Decimal) []Debt {
	filled, owed, open := slices.Clone(debts), make([]decimal.Decimal, len(debts)), -1
	for k, d := range debts {
		switch amount, known := d.Amount.Get(); {
		case d.Seizure && known:
			owed[k] = Cent(amount)
		case d.Seizure && open < 0:
			open = k
		}
	}
	for k, part := range DivideRoom(rest, owed, Proportional) {
		if part.IsPositive() {
			filled[k].ArrangementPerMonth, rest = Known(part), rest.Sub(part)
		}
	}
	if open >= 0 && rest.IsPositive() {
		filled[open].ArrangementPerMonth = Known(rest)
	}
	return filled
}

// rank is the order of payment: what keeps the home, the light and the care comes first.
func (d *Debt) rank() int {
	switch d.Kind {
	case CreditorVerhuurder, CreditorHypotheek:
		return 0
	case CreditorEnergie, CreditorWater:
		return 1
	case CreditorZorg:
		return 2
	case CreditorCJIB, CreditorGemeente:
		return 3
	}
	return 4
}

// fixed tells whether the debt is about a cost that the family cannot do without.
func (d *Debt) fixed() bool { return d.rank() <= 2 }

// InOrder gives the places of the debts in the order of payment.
func InOrder(debts []Debt) []int {
	order := make([]int, len(debts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return debts[a].rank() - debts[b].rank() })
	return order
}

// fits tells which arrangements can be kept together. What is seized is taken anyhow; then the order of payment holds.
func fits(debts []Debt, first YearMonth, room decimal.Decimal) []bool {
	all := make([]bool, len(debts))
	order := InOrder(debts)
	slices.SortStableFunc(order, func(a, b int) int { return b2i(debts[b].Seizure) - b2i(debts[a].Seizure) })
	for _, k := range order {
		d := &debts[k]
		amount := Cent(d.ArrangementPerMonth.Or(zero))
		if !d.runs(first) {
			amount = zero
		}
		if all[k] = amount.LessThanOrEqual(room); all[k] {
			room = room.Sub(amount)
		}
	}
	return all
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// warn lists what to talk about, what cannot wait first.
func (d *Debts) warn(help *DebtHelp, first YearMonth, today time.Time) {
	add := func(key string, debt int, amount decimal.Decimal, month YearMonth) {
		d.Warnings = append(d.Warnings, DebtWarning{key, debt, amount, month})
	}
	for i, x := range d.Debts {
		if x.Threat != "" {
			add(WarnThreat, i, zero, YearMonth{})
		}
	}
	if len(d.Debts) > 0 && d.Room.Known && d.Room.PerMonth.IsZero() {
		add(WarnNoRoom, -1, positive(d.Room.Balance.Neg()), YearMonth{})
	}
	if all := d.Arranged.Add(d.Seized); d.Room.Known && all.GreaterThan(d.Room.PerMonth) {
		add(WarnOverRoom, -1, all.Sub(d.Room.PerMonth), YearMonth{})
	}
	if i := lateFixed(d.Debts, first); i >= 0 {
		add(WarnLoudest, i, zero, YearMonth{})
	}
	for i := range d.Debts {
		d.warnOne(i, help, first, today, add)
	}
}

// lateFixed is a fixed cost that is behind without an arrangement while another creditor is paid; -1 when there is none.
func lateFixed(debts []Debt, now YearMonth) int {
	paid := func(d Debt) bool { return d.runs(now) && d.ArrangementPerMonth.Or(zero).IsPositive() }
	if !slices.ContainsFunc(debts, func(d Debt) bool { return paid(d) && !d.fixed() && !d.Seizure }) {
		return -1
	}
	return slices.IndexFunc(debts, func(d Debt) bool {
		return d.fixed() && !paid(d) && d.ArrearsMonths != nil && *d.ArrearsMonths > 0
	})
}

func (d *Debts) warnOne(i int, help *DebtHelp, first YearMonth, today time.Time, add func(string, int, decimal.Decimal, YearMonth)) {
	x := &d.Debts[i]
	amount, known := x.Amount.Get()
	if !known {
		add(WarnNoAmount, i, zero, YearMonth{})
	}
	if paid, arranged := x.ArrangementPerMonth.Get(); arranged && x.runs(first) && known {
		interest := x.monthlyInterest(amount)
		if interest.IsPositive() && paid.LessThanOrEqual(interest) {
			add(WarnBelowInterest, i, interest, YearMonth{})
		}
		if end := d.endOf(i); !help.PlanEnd.IsZero() && end.months() > help.PlanEnd.months() {
			add(WarnAfterPlan, i, zero, end)
		}
	}
	if !x.InterestPercent.IsKnown() {
		add(WarnNoInterest, i, zero, YearMonth{})
	}
	letter, err := time.Parse(time.DateOnly, x.LetterDate)
	switch {
	case err != nil:
		add(WarnNoDate, i, zero, YearMonth{})
	case letter.AddDate(0, letterAge, 0).Before(today):
		add(WarnOldLetter, i, zero, YearMonth{letter.Year(), int(letter.Month())})
	}
}

// endOf is the month in which an arrangement ends: as agreed, or when the debt is paid.
func (d *Debts) endOf(i int) YearMonth {
	end := d.Debts[i].ArrangementEnd
	for _, m := range d.Running.Months {
		if m.Payments[i].IsPositive() && end.IsZero() && m.Left[i].IsZero() {
			return m.Month
		}
	}
	if end.IsZero() && len(d.Running.Months) > 0 {
		return d.Running.Months[len(d.Running.Months)-1].Month
	}
	return end
}

// End is the month in which a debt is paid with the arrangement as it is; not ok when never, or when there is none.
func (d *Debts) End(i int) (YearMonth, bool) { return paidIn(&d.Running, i) }

// PlanEnd is the month in which a debt is paid with its share of the room; not ok when never.
func (d *Debts) PlanEnd(i int) (YearMonth, bool) { return paidIn(&d.Plan, i) }

func paidIn(p *DebtPlan, i int) (YearMonth, bool) {
	for _, m := range p.Months {
		if m.Left[i].IsZero() && m.Payments[i].IsPositive() {
			return m.Month, true
		}
	}
	return YearMonth{}, false
}
