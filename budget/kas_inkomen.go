package budget

import (
	"cmp"
	"slices"
	"time"

	"github.com/shopspring/decimal"
)

// The income of the twelve months: the real payment of the bank statement where there is one, else the months of the year result.

// income writes what comes in.
func (b *cashBook) income(e *Engine, h *Household, own *OwnBudget, view *Overview) error {
	b.rules = h.Year
	if set, err := e.book.For(h.Year); err == nil && set.Toeslagen.Betaaldag.Known() {
		b.toeslagenDay = set.Toeslagen.Betaaldag.Int()
	}
	paid := map[string][]Received{}
	for _, r := range own.Received {
		if _, known := r.PerYear(); known {
			paid[r.Component] = append(paid[r.Component], r)
		}
	}
	b.otherIncome(own.OtherIncome)
	months, err := e.Months(h)
	if err != nil {
		b.incomeByOverview(view, paid)
		return nil
	}
	b.year.Later = b.later(months.Later, paid)
	if len(paid[NettoInkomen]) > 0 {
		b.received(NettoInkomen, paid[NettoInkomen])
	} else if err := b.earned(e, h, months, paid); err != nil {
		return err
	}
	for c := Bijstand; c < Kinderopvangkosten; c++ {
		if len(paid[c.String()]) > 0 {
			b.received(c.String(), paid[c.String()])
			continue
		}
		b.component(c, months)
	}
	return nil
}

// dayIn is the day on which a source comes in one of the months: what the family told, or else for a toeslag the day of the
// Dienst Toeslagen, after a weekend the Monday. Holidays are not known here.
func (b *cashBook) dayIn(i int, id string) int {
	if day := b.payDay(id).Day; day > 0 || b.toeslagenDay == 0 || !PaidAsToeslag(id) {
		return day
	}
	m := b.year.Months[i].Month
	date := time.Date(m.Year, time.Month(m.Month), b.toeslagenDay, 0, 0, 0, 0, time.UTC)
	for date.Weekday() == time.Saturday || date.Weekday() == time.Sunday {
		date = date.AddDate(0, 0, 1)
	}
	return date.Day()
}

// PaidAsToeslag tells whether a part of the income is a toeslag, which all come on one day.
func PaidAsToeslag(id string) bool {
	for _, c := range []Component{Zorgtoeslag, Huurtoeslag, KindgebondenBudget, Kinderopvangtoeslag} {
		if c.String() == id {
			return true
		}
	}
	return false
}

// later is what comes in none of the months. What the bank statement replaces is not in it, and neither is the kinderbijslag of a
// fourth quarter where a January lies behind it.
func (b *cashBook) later(timings []Timing, paid map[string][]Received) []Timing {
	first := b.year.Months[0].Month
	wholeYear := first.Month == 1 && first.Year == b.rules
	var left []Timing
	for _, t := range timings {
		replaced := len(paid[t.Component.String()]) > 0 || t.Component < Bijstand && len(paid[NettoInkomen]) > 0
		fourth := t.Key == TimingNextYear || t.Key == TimingLastYear
		if !replaced && t.Component < Kinderopvangkosten && t.Key != TimingRounding && (wholeYear || !fourth) {
			left = append(left, t)
		}
	}
	return left
}

// otherIncome writes what comes in beside the year result, in its own rhythm; what comes seldom in a month that is not known,
// in the last of them.
func (b *cashBook) otherIncome(others []OtherIncome) {
	for _, o := range others {
		if _, known := o.PerYear(); !known {
			b.year.Partial = true
			continue
		}
		e := CashEvent{Kind: CashIncome, ID: string(o.Kind), Label: o.Label, Amount: Cent(o.Amount.Or(zero))}
		every := monthsBetween[o.Rhythm]
		switch {
		case o.Rhythm == Daily:
			b.every(1, 365, "", true, same(e))
		case o.Rhythm == Weekly:
			b.every(7, 52, "", true, same(e))
		case o.Rhythm == FourWeekly:
			b.every(28, 13, "", true, same(e))
		case every == 0:
			for i := range b.year.Months {
				b.put(i, o.Day, e)
			}
		case o.Month == 0:
			for i := every - 1; i < monthsInYear; i += every {
				b.put(i, o.Day, e)
			}
		default:
			for month := o.Month; month < o.Month+monthsInYear; month += every {
				b.put(b.at(month), o.Day, e)
			}
		}
	}
}

// incomeByOverview spreads the average month where there are no months: a part of the income is unknown then.
func (b *cashBook) incomeByOverview(view *Overview, paid map[string][]Received) {
	for _, l := range view.Income {
		switch {
		case slices.Contains(IncomeKinds(), IncomeKind(l.ID)):
		case len(paid[l.ID]) > 0:
			b.received(l.ID, paid[l.ID])
		case l.State == Unknown:
			b.year.Partial = true
		default:
			b.eachMonth(l.ID, CashIncome, func(int) decimal.Decimal { return l.PerMonth })
		}
	}
}

// earned writes wages, benefits and profit as they come on the account.
func (b *cashBook) earned(e *Engine, h *Household, months *YearCash, paid map[string][]Received) error {
	for c := Loon; c < Bijstand; c++ {
		if len(paid[c.String()]) > 0 {
			b.earnedByComponent(months, paid)
			return nil
		}
	}
	set, err := e.book.For(h.Year)
	if err != nil {
		return err
	}
	f := gather(nil, set, h)
	for i := range h.Adults {
		for _, p := range f.paid(i) {
			b.wage(p)
		}
	}
	b.component(Winst, months)
	return nil
}

// earnedByComponent is for a bank statement that has only one of the parts: the others stay as they are in the months.
func (b *cashBook) earnedByComponent(months *YearCash, paid map[string][]Received) {
	for c := Loon; c < Bijstand; c++ {
		if len(paid[c.String()]) > 0 {
			b.received(c.String(), paid[c.String()])
			continue
		}
		b.component(c, months)
	}
}

// wage writes one payer: every month, or in thirteen or fifty-two payments of together as much; holiday pay in May.
func (b *cashBook) wage(p payment) {
	id := p.adult + "/" + p.source
	day := b.payDay(id)
	event := CashEvent{Kind: CashIncome, ID: id}
	times, days := 0, 0
	switch day.Rhythm {
	case FourWeekly:
		times, days = 13, 28
	case Weekly:
		times, days = 52, 7
	default:
		b.eachMonth(id, CashIncome, func(int) decimal.Decimal { return p.net() })
	}
	if times > 0 {
		b.inParts(p.net().Mul(twelve), days, times, day.Next, event)
	}
	event.Kind, event.Amount = CashHoliday, p.holidayNet()
	b.put(b.at(may+1), day.Day, event)
}

// inParts pays an amount of a year in equal payments of whole cents; the last one takes the rest.
func (b *cashBook) inParts(perYear decimal.Decimal, days, times int, next string, e CashEvent) {
	part := CentDown(perYear.DivRound(decimal.NewFromInt(int64(times)), 8))
	rest := perYear.Sub(part.Mul(decimal.NewFromInt(int64(times - 1))))
	b.every(days, times, next, true, func(n int) CashEvent {
		if e.Amount = part; n == times-1 {
			e.Amount = rest
		}
		return e
	})
}

// component writes a part of the income in its own months.
func (b *cashBook) component(c Component, months *YearCash) {
	b.eachMonth(c.String(), CashIncome, func(i int) decimal.Decimal {
		month := b.year.Months[i].Month
		amount := months.Months[month.Month-1].Components[c]
		if c == Kinderbijslag && month.Month == 1 && month.Year > b.rules {
			return months.fourthQuarter()
		}
		return amount
	})
}

// fourthQuarter is the kinderbijslag that is paid in January of the next year.
func (y *YearCash) fourthQuarter() decimal.Decimal {
	for _, t := range y.Later {
		if t.Key == TimingNextYear {
			return t.PerYear
		}
	}
	return zero
}

// eachMonth writes an amount in every month, on the day of its source. Money to pay, such as tax, is less income.
func (b *cashBook) eachMonth(id string, kind CashKind, amount func(i int) decimal.Decimal) {
	for i := range b.year.Months {
		b.put(i, b.dayIn(i, id), CashEvent{Kind: kind, ID: id, Amount: amount(i)})
	}
}

// received writes real payments. What comes each quarter comes in the months of the kinderbijslag; what comes less often, at the
// end.
func (b *cashBook) received(id string, payments []Received) {
	day := b.payDay(id)
	for _, r := range payments {
		e := CashEvent{Kind: CashIncome, ID: id, Amount: Cent(r.Amount.Or(zero))}
		switch r.Rhythm {
		case Daily:
			b.every(1, 365, "", true, same(e))
		case Weekly:
			b.every(7, 52, day.Next, true, same(e))
		case FourWeekly:
			b.every(28, 13, day.Next, true, same(e))
		case Quarterly:
			for _, month := range []int{1, 4, 7, 10} {
				b.put(b.at(month), day.Day, e)
			}
		case HalfYearly:
			b.put(monthsInYear/2-1, day.Day, e)
			b.put(monthsInYear-1, day.Day, e)
		case Yearly, Once:
			b.put(monthsInYear-1, day.Day, e)
		default:
			b.eachMonth(id, CashIncome, func(int) decimal.Decimal { return e.Amount })
		}
	}
}

// sortEvents puts the payments of a month in the order of their days. On one day a pot is emptied first, for the bill that comes
// next; then comes the income, then what is taken off it or set apart of it.
func sortEvents(events []CashEvent) {
	order := func(e CashEvent) int {
		switch e.Kind {
		case CashFromPot:
			return -1
		case CashIncome, CashHoliday:
			return 1
		case CashSetOff, CashIntoPot:
			return 2
		}
		return 0
	}
	slices.SortStableFunc(events, func(a, b CashEvent) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(order(a), order(b)))
	})
}
