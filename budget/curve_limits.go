package budget

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Limit is a hard limit along the curve: with a tenth of an hour more a scheme gives much less, or nothing.
type Limit struct {
	Component Component
	Scheme    string          // id of a municipal scheme, "" for a national one; it may give things in place of money
	At        decimal.Decimal // hours a week: the last tenth before the limit
	Earnings  decimal.Decimal // gross earnings of the household right before it, euro a year
	Loss      decimal.Decimal // euro a year that the scheme gives less
	Stops     bool            // nothing is left of it
}

// stream is one kind of support along a curve.
type stream struct {
	component Component
	scheme    string
	of        func(*Result) decimal.Decimal
}

// supports are the schemes that may have a hard limit: the national ones, and each municipal one by itself.
func (c *Curve) supports() []stream {
	var all []stream
	for _, component := range []Component{Bijstand, Kinderbijslag, Zorgtoeslag, Huurtoeslag, KindgebondenBudget, Kinderopvangtoeslag} {
		all = append(all, stream{component, "", func(r *Result) decimal.Decimal { return r.Components[component].PerYear }})
	}
	if len(c.Points) == 0 {
		return all
	}
	for i := range c.Points[0].Result.Local {
		all = append(all, stream{Lokaal, c.Points[0].Result.Local[i].ID, func(r *Result) decimal.Decimal {
			if i >= len(r.Local) {
				return zero
			}
			return r.Local[i].PerYear
		}})
	}
	return all
}

// Limits are the hard limits along the curve in order of hours, found by bisection between the points: those where a tenth of an
// hour costs at least this much of one scheme, euro a year. Nothing when the total is unknown.
func (c *Curve) Limits(atLeast decimal.Decimal) []Limit {
	var all []Limit
	if !c.known() {
		return all
	}
	for _, s := range c.supports() {
		of := func(p *Point) decimal.Decimal { return s.of(&p.Result) }
		for i := 0; i+1 < len(c.Points); i++ {
			if of(&c.Points[i]).Sub(of(&c.Points[i+1])).LessThan(atLeast) {
				continue
			}
			a, b := c.narrow(c.Points[i], c.Points[i+1], of)
			// A tenth of an hour less before shows how much goes little by little.
			gradual := positive(c.slope(&a, of))
			if loss := of(&a).Sub(of(&b)); loss.Sub(gradual).GreaterThanOrEqual(atLeast) {
				last, _ := c.narrowTo(thousandth, a, b, of)
				all = append(all, Limit{s.component, s.scheme, a.Hours, last.Result.Earnings(), loss, of(&b).IsZero()})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y Limit) int { return x.At.Cmp(y.At) })
	return all
}

// slope is how much an amount fell over the tenth of an hour before a point; nothing at the first one.
func (c *Curve) slope(p *Point, of func(*Point) decimal.Decimal) decimal.Decimal {
	before := p.Hours.Sub(tenth)
	if before.LessThan(c.Points[0].Hours) {
		return zero
	}
	q := c.at(before)
	return of(&q).Sub(of(p))
}

// Earnings is what people earn before taxes and premiums, euro a year.
func (r *Result) Earnings() decimal.Decimal {
	sum := zero
	for c := Loon; c <= Winst; c++ {
		sum = plus(sum, r.Components[c].PerYear)
	}
	return sum
}

// BijstandEnds is the first tenth of an hour from which there is no bijstand any more, with the year there; not ok when there is
// none on the curve, or to its end.
func (c *Curve) BijstandEnds() (p Point, ok bool) {
	nothing := func(p *Point) bool { return p.Result.Components[Bijstand].PerYear.Sign() <= 0 }
	if !c.known() || len(c.Points) == 0 || nothing(&c.Points[0]) {
		return p, false
	}
	for i := 1; i < len(c.Points); i++ {
		if nothing(&c.Points[i]) {
			return c.first(c.Points[i-1], c.Points[i], nothing), true
		}
	}
	return p, false
}

// SafeBelow is the nearest lower number of hours at which the family has no less than with fewer hours: outside every cliff that
// costs at least this much, euro a year. Hours that are safe themselves are the answer.
func (c *Curve) SafeBelow(hours, atLeast decimal.Decimal) decimal.Decimal {
	for i := len(c.cliffs) - 1; i >= 0; i-- {
		if x := &c.cliffs[i]; x.Loss.GreaterThanOrEqual(atLeast) && x.Inside(hours) {
			hours = x.Begin
		}
	}
	return hours
}

// SafeAbove is the nearest higher number of hours of that kind; it may lie beyond the curve.
func (c *Curve) SafeAbove(hours, atLeast decimal.Decimal) (safe decimal.Decimal, inRange bool) {
	for i := range c.cliffs {
		if x := &c.cliffs[i]; x.Loss.GreaterThanOrEqual(atLeast) && x.Inside(hours) {
			if !x.Back.Valid {
				return hours, false
			}
			hours = x.Back.Decimal
		}
	}
	return hours, true
}

// Pressure is which share of the extra earnings between point i and the next one is not kept: 1 is all of it, above 1 is a loss.
// Not ok when an amount is unknown or nothing more is earned.
func (c *Curve) Pressure(i int) (share decimal.Decimal, ok bool) {
	a, b := &c.Points[i].Result, &c.Points[i+1].Result
	earned := b.Earnings().Sub(a.Earnings())
	if a.unknown || b.unknown || earned.Sign() <= 0 {
		return zero, false
	}
	return one.Sub(b.perYear.Sub(a.perYear).DivRound(earned, 4)), true
}

func (c *Curve) known() bool {
	for i := range c.Points {
		if c.Points[i].Result.unknown {
			return false
		}
	}
	return true
}

// Exact is the year at any number of hours, computed anew when it is no point of the curve. Not ok for a curve that holds no sum.
func (c *Curve) Exact(hours decimal.Decimal) (Point, bool) {
	if p, ok := c.Find(hours); ok {
		return *p, true
	}
	if c.at == nil {
		return Point{}, false
	}
	return c.at(hours), true
}
