package budget

import "github.com/shopspring/decimal"

// Cliff is a fall of what is left over a year of 12 euro or more between two points; adjoining falls are one cliff.
type Cliff struct {
	From  decimal.Decimal     // hours a week of the last point before the fall
	At    decimal.Decimal     // the last tenth of an hour before the steepest fall
	To    decimal.NullDecimal // hours of the first point where the old total is reached again; invalid when not in range
	Loss  decimal.Decimal     // euro a year, the largest distance below the old total, above zero
	Cause Component           // the component that fell most, there
}

// findCliffs reads the falls off the finished points and looks up where between two points each of them lies.
func (c *Curve) findCliffs(at func(hours decimal.Decimal) Point) {
	total := make([]decimal.Decimal, len(c.Points))
	for i := range c.Points {
		var known bool
		if total[i], known = c.Points[i].Result.Disposable(); !known {
			return
		}
	}
	threshold := twelve // euro a year: a euro a month
	fall := func(i int) decimal.Decimal { return total[i].Sub(total[i+1]) }
	for i := 0; i+1 < len(total); i++ {
		if fall(i).LessThan(threshold) {
			continue
		}
		steepest, end := i, i+1
		for ; end+1 < len(total) && fall(end).GreaterThanOrEqual(threshold); end++ {
			if fall(end).GreaterThan(fall(steepest)) {
				steepest = end
			}
		}
		cliff := Cliff{From: c.Points[i].Hours}
		cliff.Loss, cliff.To = c.below(total, i, end)
		cliff.At, cliff.Cause = narrow(c.Points[steepest], c.Points[steepest+1], at)
		c.cliffs = append(c.cliffs, cliff)
		i = end - 1
	}
}

// below measures a fall from point i that ends at point end: how deep it goes and where the old total is reached again.
func (c *Curve) below(total []decimal.Decimal, i, end int) (loss decimal.Decimal, back decimal.NullDecimal) {
	for k := i + 1; k < len(total); k++ {
		if k > end && total[k].GreaterThanOrEqual(total[i]) {
			return loss, decimal.NewNullDecimal(c.Points[k].Hours)
		}
		loss = most(loss, total[i].Sub(total[k]))
	}
	return loss, back
}

var tenth = decimal.New(1, -1)

// narrow bisects a fall between two points down to a tenth of an hour, always going on with the half that falls more.
func narrow(a, b Point, at func(hours decimal.Decimal) Point) (decimal.Decimal, Component) {
	for b.Hours.Sub(a.Hours).GreaterThan(tenth) {
		m := at(a.Hours.Add(b.Hours).Div(two).Round(1))
		if m.Hours.LessThanOrEqual(a.Hours) || m.Hours.GreaterThanOrEqual(b.Hours) {
			break
		}
		if a.Result.perYear.Sub(m.Result.perYear).GreaterThanOrEqual(m.Result.perYear.Sub(b.Result.perYear)) {
			b = m
		} else {
			a = m
		}
	}
	return a.Hours, cause(&a.Result, &b.Result)
}

// cause is the component that falls most from one result to another.
func cause(before, after *Result) Component {
	changes := Diff(before, after)
	least, at := zero, Loon
	for _, c := range changes {
		if c.PerYear.LessThan(least) {
			least, at = c.PerYear, c.Component
		}
	}
	return at
}
