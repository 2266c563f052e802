package budget

// Birth dates are year-month, so every birthday counts as falling after the first day of its month: somebody has reached an
// age in a month when the birthday lies in an earlier month, and on 1 January never in that January.

// reached tells whether somebody has reached an age on the first day of a month.
func (y YearMonth) reached(age, year, month int) bool {
	return (y.Year+age)*12+y.Month < year*12+month
}

// ageOn1January is the age in whole years on 1 January.
func (y YearMonth) ageOn1January(year int) int { return year - y.Year - 1 }

// monthsBefore is how many months y lies before o.
func (y YearMonth) monthsBefore(o YearMonth) int { return (o.Year-y.Year)*12 + o.Month - y.Month }

// run is a stretch of months of a calendar year in which the situation is the same.
type run[T comparable] struct {
	first, months int
	situation     T
}

// runs joins neighbouring months that are alike.
func runs[T comparable](at func(month int) T) []run[T] {
	out := make([]run[T], 0, 4)
	for month := 1; month <= 12; month++ {
		t := at(month)
		if n := len(out); n > 0 && out[n-1].situation == t {
			out[n-1].months++
			continue
		}
		out = append(out, run[T]{month, 1, t})
	}
	return out
}
