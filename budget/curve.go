package budget

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Point is the year result at a number of hours a week in one job.
type Point struct {
	Hours  decimal.Decimal
	Result Result
}

// Curve is the year result for a range of hours in one job of one adult, everything else as in the file.
type Curve struct {
	Adult, Job string // ids
	Points     []Point
}

// CurveOptions say which job varies (empty: the first of the first adult) and over which hours a week.
type CurveOptions struct {
	Adult, Job     string
	From, To, Step decimal.Decimal
}

// Cliff is a fall of what is left over a year of 12 euro or more between two points; adjoining falls are one cliff.
type Cliff struct {
	From  decimal.Decimal     // hours of the last point before the fall
	To    decimal.NullDecimal // hours of the first point where the old total is reached again; invalid when not in range
	At    decimal.NullDecimal // the exact hour of the fall in tenths, when it was looked for
	Loss  decimal.Decimal     // euro a year, the largest distance below the old total, above zero
	Cause Component           // the component that fell most
}

// Curve computes the points From, From+Step, ... up to and including To. An adult without a job gets one at the minimum wage.
// At points where an adult does not work no childcare is bought.
func (e *Engine) Curve(h *Household, o CurveOptions) (*Curve, error) {
	if o.Step.Sign() <= 0 || o.To.LessThan(o.From) {
		return nil, fmt.Errorf("budget: a curve from %s to %s in steps of %s", o.From, o.To, o.Step)
	}
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	at, job, varied, err := pickJob(set, h, o.Adult, o.Job)
	if err != nil {
		return nil, err
	}
	c := &Curve{Adult: h.Adults[at].ID, Job: varied.Adults[at].Jobs[job].ID}
	if reason := outside(set, h); reason != "" {
		for hours := o.From; hours.LessThanOrEqual(o.To); hours = hours.Add(o.Step) {
			c.Points = append(c.Points, Point{hours, *allUnknown(h, reason)})
		}
		return c, nil
	}
	f := gather(nil, set, &varied)
	var people [2]person
	for i := range varied.Adults {
		people[i] = f.earn(nil, i, &varied.Adults[i])
	}
	adult := &varied.Adults[at]
	for hours := o.From; hours.LessThanOrEqual(o.To); hours = hours.Add(o.Step) {
		adult.Jobs[job].HoursPerWeek = Known(hours)
		people[at] = f.earn(nil, at, adult)
		c.Points = append(c.Points, Point{hours, f.combine(nil, &people[0], &people[1], f.everybodyWorks(&people))})
	}
	return c, nil
}

func (f *facts) everybodyWorks(people *[2]person) bool {
	for i := range f.n {
		if !people[i].works {
			return false
		}
	}
	return true
}

// WithHours is the household with other hours a week in one job, or in a new job at the minimum wage when the adult has none.
// The original stays as it is.
func (e *Engine) WithHours(h *Household, adult, job string, hours decimal.Decimal) (*Household, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	at, k, varied, err := pickJob(set, h, adult, job)
	if err != nil {
		return nil, err
	}
	varied.Adults[at].Jobs[k].HoursPerWeek = Known(hours)
	return &varied, nil
}

// Find gives the point at these hours.
func (c *Curve) Find(hours decimal.Decimal) (*Point, bool) {
	for i := range c.Points {
		if c.Points[i].Hours.Equal(hours) {
			return &c.Points[i], true
		}
	}
	return nil, false
}

// Cliffs are the falls of the curve, in order of hours; none when the total is unknown.
func (c *Curve) Cliffs() []Cliff {
	total := make([]decimal.Decimal, len(c.Points))
	for i := range c.Points {
		var known bool
		if total[i], known = c.Points[i].Result.Disposable(); !known {
			return nil
		}
	}
	threshold := twelve // euro a year: a euro a month
	falls := func(i int) bool { return i+1 < len(total) && total[i].Sub(total[i+1]).GreaterThanOrEqual(threshold) }
	var out []Cliff
	for i := 0; i < len(total); i++ {
		if !falls(i) {
			continue
		}
		end := i
		for falls(end) {
			end++
		}
		out = append(out, c.cliff(total, i, end))
		i = end - 1
	}
	return out
}

// cliff describes the fall from point i down to point end.
func (c *Curve) cliff(total []decimal.Decimal, i, end int) Cliff {
	cliff := Cliff{From: c.Points[i].Hours, Loss: zero}
	for k := i + 1; k < len(total); k++ {
		if k > end && total[k].GreaterThanOrEqual(total[i]) {
			cliff.To = decimal.NewNullDecimal(c.Points[k].Hours)
			break
		}
		cliff.Loss = most(cliff.Loss, total[i].Sub(total[k]))
	}
	fall := zero
	for k := range c.Points[i].Result.Components {
		before, after := c.Points[i].Result.Components[k].PerYear, c.Points[end].Result.Components[k].PerYear
		if d := before.Sub(after); d.GreaterThan(fall) {
			cliff.Cause, fall = Component(k), d
		}
	}
	return cliff
}
