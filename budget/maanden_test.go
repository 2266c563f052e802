package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// checkMonths: twelve months and the timings add up to the year, component by component, and every month to its total.
func checkMonths(tb testing.TB, y *budget.YearCash, r *budget.Result) {
	tb.Helper()
	for c := range budget.NumComponents {
		sum := decimal.Zero
		for _, m := range y.Months {
			sum = sum.Add(m.Components[c])
		}
		for _, later := range y.Later {
			if later.Component == c {
				sum = sum.Add(later.PerYear)
			}
		}
		if want := r.Of(c).PerYear; !sum.Equal(want) {
			tb.Errorf("%s: months and timings are %s, the year is %s", c, sum, want)
		}
	}
	for i, m := range y.Months {
		sum := decimal.Zero
		for _, d := range m.Components {
			sum = sum.Add(d)
		}
		if !sum.Equal(m.Total) {
			tb.Errorf("month %d: total %s, components %s", i+1, m.Total, sum)
		}
	}
}
