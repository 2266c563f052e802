package budget

import "github.com/shopspring/decimal"

// Cliff is a fall of what is left over a year of 12 euro or more between two points; adjoining falls are one cliff.
type Cliff struct {
	From  decimal.Decimal     // hours a week of the last point before the fall
	At    decimal.Decimal     // the last tenth of an hour before the steepest fall
	To    decimal.NullDecimal // hours of the first point where the old total is reached again; invalid when not in range
	Loss  decimal.Decimal     // euro a year, the largest distance below the old total, above zero
	Cause Component           // the component that fell most, there

	Begin decimal.Decimal     // the last tenth of an hour before the total begins to fall
	Back  decimal.NullDecimal // the first tenth of an hour from which the total of Begin is reached again; invalid when not in range
}

// Inside tells whether more is left at the hours of Begin than at these more hours.
func (c *Cliff) Inside(hours decimal.Decimal) bool {
	return hours.GreaterThan(c.Begin) && (!c.Back.Valid || hours.LessThan(c.Back.Decimal))
}

// EarnedBack is how many more hours a week it takes to have the old total again; not valid when not in range.
func (c *Cliff) EarnedBack() decimal.NullDecimal {
	if !c.Back.Valid {
		return c.Back
	}
	return decimal.NewNullDecimal(c.Back.Decimal.Sub(c.Begin))
}

// findCliffs reads the falls off the finished points and looks up where between two points each of them lies.
func (c *Curve) findCliffs() {
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
		last, after := c.narrow(c.Points[steepest], c.Points[steepest+1], leftOver)
		cliff.At, cliff.Cause = last.Hours, cause(&last.Result, &after.Result)
		peak := c.begin(i, steepest, last)
		cliff.Begin, cliff.Back = peak.Hours, c.back(&peak, end)
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

// begin is the last tenth of an hour before the total begins to fall after point i: just before a sudden fall, or point i itself
// when the total goes down little by little.
func (c *Curve) begin(i, steepest int, last Point) Point {
	peak := last
	if i != steepest {
		peak, _ = c.narrow(c.Points[i], c.Points[i+1], leftOver)
	}
	if peak.Result.perYear.LessThan(c.Points[i].Result.perYear) {
		return c.Points[i]
	}
	return peak
}

// back is the first tenth of an hour after point end at which the total of the peak is reached again.
func (c *Curve) back(peak *Point, end int) decimal.NullDecimal {
	enough := func(p *Point) bool { return p.Result.perYear.GreaterThanOrEqual(peak.Result.perYear) }
	for k := end; k < len(c.Points); k++ {
		if enough(&c.Points[k]) {
			return decimal.NewNullDecimal(c.first(c.Points[k-1], c.Points[k], enough).Hours)
		}
	}
	return decimal.NullDecimal{}
}

var (
	tenth      = decimal.New(1, -1)
	thousandth = decimal.New(1, -3)
)

// leftOver is the total of a point, euro a year.
func leftOver(p *Point) decimal.Decimal { return p.Result.perYear }

// middle is the point half way between two points, in units of an hour; not ok when they are neighbours.
func (c *Curve) middle(a, b *Point, unit decimal.Decimal) (m Point, ok bool) {
	if !b.Hours.Sub(a.Hours).GreaterThan(unit) {
		return m, false
	}
	hours := a.Hours.Add(b.Hours).Div(two).Round(-unit.Exponent())
	if hours.LessThanOrEqual(a.Hours) || hours.GreaterThanOrEqual(b.Hours) {
		return m, false
	}
	return c.at(hours), true
}

// narrow bisects a fall between two points down to a tenth of an hour, always going on with the half that falls more.
func (c *Curve) narrow(a, b Point, amount func(*Point) decimal.Decimal) (before, after Point) {
	return c.narrowTo(tenth, a, b, amount)
}

func (c *Curve) narrowTo(unit decimal.Decimal, a, b Point, amount func(*Point) decimal.Decimal) (before, after Point) {
	for {
		m, ok := c.middle(&a, &b, unit)
		if !ok {
			return a, b
		}
		if amount(&a).Sub(amount(&m)).GreaterThanOrEqual(amount(&m).Sub(amount(&b))) {
			b = m
		} else {
			a = m
		}
	}
}

// first bisects for the first tenth of an hour at which something holds that does not hold at a and holds at b.
func (c *Curve) first(a, b Point, holds func(*Point) bool) Point {
	for {
		m, ok := c.middle(&a, &b, tenth)
		if !ok {
			return b
		}
		if holds(&m) {
			b = m
		} else {
			a = m
		}
	}
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
