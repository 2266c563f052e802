package budget

import (
	"fmt"
	"sync"

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
	cliffs     []Cliff
	at         func(hours decimal.Decimal) Point // the sum at any hours; nil when the outcome is unknown
}

// Cliffs are the falls of the curve, in order of hours; none when the total is unknown.
func (c *Curve) Cliffs() []Cliff { return c.cliffs }

// CurveOptions say which job varies (empty: the first of the first adult) and over which hours a week.
type CurveOptions struct {
	Adult, Job     string
	From, To, Step decimal.Decimal
	Childcare      []CareRule // childcare that follows the hours; empty: as in the file
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
	adult, job, varied, err := pickJob(set, h, o.Adult, o.Job)
	if err != nil {
		return nil, err
	}
	c := &Curve{Adult: h.Adults[adult].ID, Job: varied.Adults[adult].Jobs[job].ID}
	if reason := outside(set, h); reason != "" {
		for hours := o.From; hours.LessThanOrEqual(o.To); hours = hours.Add(o.Step) {
			c.Points = append(c.Points, Point{hours, *allUnknown(h, reason)})
		}
		return c, nil
	}
	f := gather(nil, set, &varied)
	people := f.everybody(nil)
	var busy sync.Mutex // a curve may be asked from several goroutines
	c.at = func(hours decimal.Decimal) Point {
		busy.Lock()
		defer busy.Unlock()
		varied.Adults[adult].Jobs[job].HoursPerWeek = Known(hours)
		people[adult] = f.earn(nil, adult, &varied.Adults[adult])
		if len(o.Childcare) > 0 {
			f.useCare(o.Childcare, varied.sharedHours())
		}
		return Point{hours, f.combine(nil, &people[0], &people[1], f.everybodyWorks(&people))}
	}
	for hours := o.From; hours.LessThanOrEqual(o.To); hours = hours.Add(o.Step) {
		c.Points = append(c.Points, c.at(hours))
	}
	c.findCliffs()
	return c, nil
}

// useCare gives the children the care of the rules at a number of hours a week that all adults work.
func (f *facts) useCare(rules []CareRule, hours decimal.Decimal) {
	h := *f.h
	h.Children = careOf(f.h, rules, hours)
	c := facts{set: f.set, h: &h}
	c.gatherOpvang(nil)
	f.opvang, f.opvangKosten, f.opvangUnknown = c.opvang, c.opvangKosten, c.opvangUnknown
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
