package budget

import "github.com/shopspring/decimal"

// Rhythm is how often an amount is paid; the empty rhythm is a month.
type Rhythm string

// The rhythms of an amount. Once is one time in the year of the budget.
const (
	Daily      Rhythm = "day"
	Weekly     Rhythm = "week"
	FourWeekly Rhythm = "4-weeks"
	Monthly    Rhythm = "month"
	Quarterly  Rhythm = "quarter"
	HalfYearly Rhythm = "half-year"
	Yearly     Rhythm = "year"
	Once       Rhythm = "once"
)

// Rhythms gives every rhythm that a line may have, the shortest first.
func Rhythms() []Rhythm {
	return []Rhythm{Daily, Weekly, FourWeekly, Monthly, Quarterly, HalfYearly, Yearly, Once}
}

var monthsPerYear = decimal.NewFromInt(12)

var timesPerYear = map[Rhythm]decimal.Decimal{
	Daily: decimal.NewFromInt(365), Weekly: decimal.NewFromInt(52), FourWeekly: decimal.NewFromInt(13),
	Monthly: monthsPerYear, "": monthsPerYear,
	Quarterly: decimal.NewFromInt(4), HalfYearly: decimal.NewFromInt(2), Yearly: decimal.NewFromInt(1), Once: decimal.NewFromInt(1),
}

// Valid tells whether the rhythm exists.
func (r Rhythm) Valid() bool { return timesPerYear[r].IsPositive() }

// PerYear turns an amount of this rhythm into euro a year, exactly: everything is added by the year and divided once.
func (r Rhythm) PerYear(amount decimal.Decimal) decimal.Decimal { return amount.Mul(timesPerYear[r]) }

// PerMonth turns an amount of this rhythm into euro a month, to cents, half up.
func (r Rhythm) PerMonth(amount decimal.Decimal) decimal.Decimal { return monthOf(r.PerYear(amount)) }

// FromYear turns euro a year back into an amount of this rhythm, to cents, half up.
func (r Rhythm) FromYear(perYear decimal.Decimal) decimal.Decimal {
	return perYear.DivRound(timesPerYear[r], 2)
}

// monthOf is a twelfth of a year amount, to cents.
func monthOf(perYear decimal.Decimal) decimal.Decimal { return perYear.DivRound(monthsPerYear, 2) }
