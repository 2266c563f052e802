package budget

import (
	"slices"

	"github.com/shopspring/decimal"
)

// How debts go down month by month. Interest is that of a month on what is owed at its begin, to cents, and comes before the
// payment; an interest that is not known counts as none, and a warning says so.

// DebtMonth is one month of repaying, euro. Payments and Left have a place for every debt.
type DebtMonth struct {
	Month    YearMonth
	Payments []decimal.Decimal
	Left     []decimal.Decimal
	Paid     decimal.Decimal
	Owed     decimal.Decimal // after the payments
}

// longestPlan is how far ahead a plan looks, in months. What is not paid by then is never paid.
const longestPlan = 600

// monthlyInterest is the interest of a month on a debt, to cents.
func (d *Debt) monthlyInterest(left decimal.Decimal) decimal.Decimal {
	percent := d.InterestPercent.Or(zero)
	if percent.IsZero() {
		return zero
	}
	return left.Mul(percent).DivRound(hundred.Mul(twelve), 2)
}

// arranged lets every arrangement run from a month on, for a number of months. A debt whose amount is not known is never paid off.
func arranged(debts []Debt, first YearMonth, months int) []DebtMonth {
	return repay(debts, first, months, func(month YearMonth, left []decimal.Decimal) []decimal.Decimal {
		pay := make([]decimal.Decimal, len(debts))
		for k := range debts {
			if debts[k].runs(month) {
				pay[k] = Cent(debts[k].ArrangementPerMonth.Or(zero))
			}
		}
		return pay
	})
}

// runs tells whether the arrangement of a debt holds in a month.
func (d *Debt) runs(month YearMonth) bool {
	begun := d.ArrangementStart.IsZero() || d.ArrangementStart.months() <= month.months()
	ended := !d.ArrangementEnd.IsZero() && d.ArrangementEnd.months() < month.months()
	return begun && !ended
}

// runsIn tells whether the arrangement of a debt holds in a month of a year.
func (d *Debt) runsIn(year int) bool {
	begun := d.ArrangementStart.IsZero() || d.ArrangementStart.Year <= year
	return begun && (d.ArrangementEnd.IsZero() || d.ArrangementEnd.Year >= year)
}

// repay repays month by month. No payment is above what is left of the debt, or below zero. It ends when nothing is owed.
func repay(debts []Debt, first YearMonth, months int, pay func(month YearMonth, left []decimal.Decimal) []decimal.Decimal) []DebtMonth {
	left := make([]decimal.Decimal, len(debts))
	for k := range debts {
		left[k] = Cent(debts[k].Amount.Or(zero))
	}
	var all []DebtMonth
	for i := range months {
		m := DebtMonth{Month: first.plus(i), Payments: make([]decimal.Decimal, len(debts)), Left: left}
		for k := range debts {
			left[k] = left[k].Add(debts[k].monthlyInterest(left[k]))
		}
		for k, amount := range pay(m.Month, slices.Clone(left)) {
			paid := positive(amount)
			if debts[k].Amount.IsKnown() {
				paid = least(paid, left[k])
				left[k] = left[k].Sub(paid)
			}
			m.Payments[k], m.Paid = paid, m.Paid.Add(paid)
		}
		m.Left = slices.Clone(left)
		for _, d := range left {
			m.Owed = m.Owed.Add(d)
		}
		all = append(all, m)
	}
	return all
}

// DivideRoom divides an amount a month over debts, euro: in proportion to what is owed or the smallest debt first. No share is
// above its debt; the shares add up to the room, or to the debts when they are less. Cents go down, and the last debt takes the
// rest.
func DivideRoom(room decimal.Decimal, owed []decimal.Decimal, split Split) []decimal.Decimal {
	shares := make([]decimal.Decimal, len(owed))
	total := zero
	for _, d := range owed {
		total = total.Add(positive(d))
	}
	rest := least(positive(Cent(room)), total)
	if split == SmallestFirst {
		order := make([]int, len(owed))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return owed[a].Cmp(owed[b]) })
		for _, k := range order {
			shares[k] = least(rest, positive(owed[k]))
			rest = rest.Sub(shares[k])
		}
		return shares
	}
	if !total.IsPositive() {
		return shares
	}
	room = rest
	for k := range owed {
		shares[k] = CentDown(room.Mul(positive(owed[k])).DivRound(total, 8))
		rest = rest.Sub(shares[k])
	}
	for k := len(owed) - 1; k >= 0 && rest.IsPositive(); k-- {
		more := least(rest, positive(owed[k]).Sub(shares[k]))
		shares[k], rest = shares[k].Add(more), rest.Sub(more)
	}
	return shares
}

// Shares divides the room over the debts: first what the helper chose by hand, then the rest over the others. Over is how much
// the chosen shares are above the room.
func Shares(room decimal.Decimal, debts []Debt, split Split) (shares []decimal.Decimal, over decimal.Decimal) {
	left := make([]decimal.Decimal, len(debts))
	for k := range debts {
		left[k] = Cent(debts[k].Amount.Or(zero))
	}
	return sharesOf(room, debts, left, split)
}

func sharesOf(room decimal.Decimal, debts []Debt, left []decimal.Decimal, split Split) (shares []decimal.Decimal, over decimal.Decimal) {
	shares, open := make([]decimal.Decimal, len(debts)), slices.Clone(left)
	for k := range debts {
		if chosen, ok := debts[k].SharePerMonth.Get(); ok {
			shares[k], open[k] = least(Cent(chosen), left[k]), zero
			room = room.Sub(shares[k])
		}
	}
	over = positive(room.Neg())
	for k, more := range DivideRoom(room, open, split) {
		shares[k] = shares[k].Add(more)
	}
	return shares, over
}

// DebtPlan is how the debts go down when the room goes to them, until nothing is owed.
type DebtPlan struct {
	Months []DebtMonth
	Free   YearMonth // the month in which the last debt is paid; no month when never
	Paid   decimal.Decimal
}

// PlanDebts repays with the room of every month. It is not ok when the debts are not all known, or are never paid.
func PlanDebts(debts []Debt, room decimal.Decimal, split Split, first YearMonth) (DebtPlan, bool) {
	for _, d := range debts {
		if !d.Amount.IsKnown() {
			return DebtPlan{}, false
		}
	}
	return planOf(repay(debts, first, longestPlan, func(_ YearMonth, left []decimal.Decimal) []decimal.Decimal {
		shares, _ := sharesOf(room, debts, left, split)
		return shares
	}))
}

// planOf cuts off the months after the last payment.
func planOf(months []DebtMonth) (DebtPlan, bool) {
	var p DebtPlan
	for i, m := range months {
		p.Paid = p.Paid.Add(m.Paid)
		if m.Owed.IsZero() {
			p.Months, p.Free = months[:i+1], m.Month
			return p, true
		}
	}
	p.Months = months
	return p, false
}

// RepayMonth is a month in which everything that is left goes to one debt, euro.
type RepayMonth struct {
	Month   YearMonth
	Room    decimal.Decimal // income less expenses; may be below zero
	Payment decimal.Decimal
	Left    decimal.Decimal // of the debt
	Buffer  decimal.Decimal // grows by the fixed amount, and by what is left when the debt is gone
}

// RepayByMonth pays what each month has room for, never more than the debt and never less than zero. buffer is a fixed amount a
// month that is already among the expenses.
func RepayByMonth(first YearMonth, rooms []decimal.Decimal, debt, buffer decimal.Decimal) []RepayMonth {
	all := make([]RepayMonth, len(rooms))
	saved := zero
	for i, room := range rooms {
		paid := least(positive(room), debt)
		debt = debt.Sub(paid)
		saved = saved.Add(buffer).Add(positive(room).Sub(paid))
		all[i] = RepayMonth{Month: first.plus(i), Room: room, Payment: paid, Left: debt, Buffer: saved}
	}
	return all
}
