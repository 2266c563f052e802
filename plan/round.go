package plan

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Amounts are computed exactly and rounded only for display. The rounding never promises too much: what comes in goes
// down, what goes out goes up, a gain goes down and a loss goes up.

var (
	weeksPerYear  = decimal.NewFromInt(52)
	monthsPerYear = decimal.NewFromInt(12)
	ten           = decimal.NewFromInt(10)
	one           = decimal.NewFromInt(1)
	coarse        = decimal.NewFromInt(5)
	coarseFrom    = decimal.NewFromInt(50)
	noDifference  = decimal.NewFromInt(10)
)

// RoundIn rounds what comes in a month down to whole euros, with parts that add up to the total.
func RoundIn(parts []decimal.Decimal) (total decimal.Decimal, printed []decimal.Decimal) {
	total = sum(parts).Floor()
	return total, largestRemainder(parts, total)
}

// RoundOut rounds what goes out a month up to whole euros, with parts that add up to the total.
func RoundOut(parts []decimal.Decimal) (total decimal.Decimal, printed []decimal.Decimal) {
	total = sum(parts).Ceil()
	return total, largestRemainder(parts, total)
}

// RoundTo rounds parts to whole euros that add up to a total that is itself one of the rounded parts of a sum.
func RoundTo(total decimal.Decimal, parts []decimal.Decimal) []decimal.Decimal {
	return largestRemainder(parts, total)
}

// largestRemainder rounds every part down and hands the missing euros to the parts with the largest fraction,
// in the order of the rows when fractions are equal.
func largestRemainder(parts []decimal.Decimal, total decimal.Decimal) []decimal.Decimal {
	printed := make([]decimal.Decimal, len(parts))
	rows := make([]int, len(parts))
	for i, p := range parts {
		printed[i], rows[i] = p.Floor(), i
	}
	slices.SortStableFunc(rows, func(a, b int) int {
		return parts[b].Sub(printed[b]).Cmp(parts[a].Sub(printed[a]))
	})
	missing := int(total.Sub(sum(printed)).IntPart()) // never more than there are rows
	for _, row := range rows[:missing] {
		printed[row] = printed[row].Add(one)
	}
	return printed
}

// WeekAmount is an amount a month as an amount a week, down to whole euros.
func WeekAmount(perMonth decimal.Decimal) decimal.Decimal {
	return perMonth.Mul(monthsPerYear).Div(weeksPerYear).Floor()
}

// Direction of a difference.
type Direction int

// The directions. Equal is a difference too small to promise.
const (
	Equal Direction = iota
	Gain
	Loss
)

// Difference is what a scenario changes, as it is printed.
type Difference struct {
	Direction Direction
	PerMonth  decimal.Decimal // whole euros, above zero; zero when Equal
}

// RoundDifference rounds what a scenario adds a month: under 10 euro is "evenveel", from 50 euro in steps of 5 euro.
func RoundDifference(perMonth decimal.Decimal) Difference {
	size := perMonth.Abs()
	if size.LessThan(noDifference) {
		return Difference{}
	}
	step := one
	if size.GreaterThanOrEqual(coarseFrom) {
		step = coarse
	}
	steps := size.Div(step)
	if perMonth.IsNegative() {
		return Difference{Loss, steps.Ceil().Mul(step)}
	}
	return Difference{Gain, steps.Floor().Mul(step)}
}

// Then is the printed total with the scenario: the printed total now and the printed difference.
func (d Difference) Then(now decimal.Decimal) decimal.Decimal {
	if d.Direction == Loss {
		return now.Sub(d.PerMonth)
	}
	return now.Add(d.PerMonth)
}

// PerHour is what one extra hour of work leaves, down to whole euros. It is zero when that is less than one euro,
// and not ok without a gain or without more hours.
func (d Difference) PerHour(extraHoursPerWeek decimal.Decimal) (perHour decimal.Decimal, ok bool) {
	if d.Direction != Gain || !extraHoursPerWeek.IsPositive() {
		return decimal.Zero, false
	}
	return d.PerMonth.Mul(monthsPerYear).Div(extraHoursPerWeek.Mul(weeksPerYear)).Floor(), true
}

// RoundPayBack rounds what may have to be paid back up to tens of euros.
func RoundPayBack(amount decimal.Decimal) decimal.Decimal { return amount.Div(ten).Ceil().Mul(ten) }

// RoundLine rounds what gets higher or lower to the nearest euro.
func RoundLine(perMonth decimal.Decimal) decimal.Decimal { return perMonth.Round(0) }

func sum(parts []decimal.Decimal) decimal.Decimal {
	total := decimal.Zero
	for _, p := range parts {
		total = total.Add(p)
	}
	return total
}
