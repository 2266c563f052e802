package rules

import "github.com/shopspring/decimal"

// span is the range in which a printed value of a unit can lie.
type span struct {
	low, high int64
	whole     bool
}

// units are the units a parameter may have. The spans are wide: they catch a lost decimal point or a wrong unit.
var units = map[string]span{
	"eur":         {0, 1_000_000, false}, // an amount of wealth on a day
	"eur/year":    {0, 1_000_000, false},
	"eur/month":   {0, 20_000, false},
	"eur/quarter": {0, 5_000, false},
	"eur/hour":    {0, 100, false},
	"percent":     {0, 100, false},
	"factor":      {0, 10, false},
	"coefficient": {-1, 1, false}, // of a formula in the law, may be negative
	"index":       {1, 1_000, false},
	"hours/month": {0, 744, false},
	"hours/year":  {0, 8_784, false},
	"years":       {0, 120, true}, // an age
	"year":        {1900, 2100, true},
	"count":       {0, 10_000, true},
}

func (s span) holds(d decimal.Decimal) bool {
	return !d.LessThan(decimal.NewFromInt(s.low)) && !d.GreaterThan(decimal.NewFromInt(s.high)) && (!s.whole || d.IsInteger())
}

// stored turns a printed value into the value that the rules reckon with: a percentage becomes a fraction.
func stored(unit string, printed decimal.Decimal) decimal.Decimal {
	if unit == "percent" {
		return printed.Shift(-2)
	}
	return printed
}
