package budget

import "github.com/shopspring/decimal"

// Small whole numbers of the calendar, made once: a rule makes no numbers of its own.
var (
	zero   = decimal.Zero
	two    = decimal.NewFromInt(2)
	twelve = decimal.NewFromInt(12)

	twelveTwelfths = decimal.NewFromInt(144) // twelve months, in twelfths of a year amount
	weeksPerYear   = decimal.NewFromInt(52)
	hundred        = decimal.NewFromInt(100)
	one            = decimal.NewFromInt(1)
	count          = func() (c [16]decimal.Decimal) {
		for i := range c {
			c[i] = decimal.NewFromInt(int64(i))
		}
		return c
	}()
)

// WholeEuroDown drops the cents of an amount that is not negative.
func WholeEuroDown(d decimal.Decimal) decimal.Decimal { return d.Floor() }

// WholeEuroUp rounds towards the higher whole euro.
func WholeEuroUp(d decimal.Decimal) decimal.Decimal { return d.Ceil() }

// WholeEuroNearest rounds to whole euros, a half up (Awir art. 14 lid 4).
func WholeEuroNearest(d decimal.Decimal) decimal.Decimal { return d.Round(0) }

// Cent rounds to cents, a half up.
func Cent(d decimal.Decimal) decimal.Decimal { return d.Round(2) }

// CentDown drops what is below a cent.
func CentDown(d decimal.Decimal) decimal.Decimal { return d.Truncate(2) }

// perMonth is a twelfth of a year amount, half up to cents.
func perMonth(perYear decimal.Decimal) decimal.Decimal { return perYear.DivRound(twelve, 2) }

// plus is the sum; nothing added costs nothing, which matters in sums over what most households do not have.
func plus(a, b decimal.Decimal) decimal.Decimal {
	switch {
	case a.IsZero():
		return b
	case b.IsZero():
		return a
	}
	return a.Add(b)
}

func positive(d decimal.Decimal) decimal.Decimal {
	if d.Sign() < 0 {
		return zero
	}
	return d
}

func least(a, b decimal.Decimal) decimal.Decimal {
	if a.Cmp(b) <= 0 {
		return a
	}
	return b
}

func most(a, b decimal.Decimal) decimal.Decimal {
	if a.Cmp(b) >= 0 {
		return a
	}
	return b
}
