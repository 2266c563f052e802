package scorekaart

import (
	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// Expected is the outcome of a household that another program computed: euro a year by component, nil where it says unknown, and
// "disposablePerYear" for the sum.
type Expected map[string]*decimal.Decimal

const sumKey = "disposablePerYear"

// Household lays a year result beside what another program computed. Equal is: within one cent in every component and in the sum,
// and unknown where the other says unknown. The difference is the largest.
func Household(r *budget.Result, want Expected) (difference decimal.Decimal, equal bool) {
	sum, known := r.Disposable()
	wanted, told := want[sumKey]
	if !told || (wanted != nil) != known {
		return zero, false
	}
	if !known {
		return zero, true
	}
	difference = sum.Sub(*wanted).Abs()
	equal = true
	for c := range budget.NumComponents {
		other, told := want[c.String()]
		if !told || other == nil || r.Of(c).State == budget.Unknown {
			equal = false
			continue
		}
		difference = decimal.Max(difference, r.Of(c).PerYear.Sub(*other).Abs())
	}
	return difference, equal && difference.LessThanOrEqual(decimal.New(1, -2))
}

// Add counts one household.
func (t *Tally) Add(name string, r *budget.Result, want Expected) {
	difference, equal := Household(r, want)
	t.add(name, difference, equal)
}
