package budget

import (
	"fmt"
	"runtime"
	"sync"

	"github.com/shopspring/decimal"
)

// Grid is what two partners keep over a year for every pair of hours in their first jobs.
type Grid struct {
	Adults  [2]string           // ids: rows, columns
	Hours   []decimal.Decimal   // a week, of the rows
	Columns []decimal.Decimal   // a week, of the columns
	PerYear [][]decimal.Decimal // euro; row: hours of the first adult
	Known   bool                // false: the total is unknown
}

// Grid computes the year for every pair of hours From, From+Step, ... To of two partners. The childcare follows the hours by the
// rules of care, if there are any.
func (e *Engine) Grid(h *Household, from, to, step decimal.Decimal, care ...CareRule) (*Grid, error) {
	if step.Sign() <= 0 || to.LessThan(from) {
		return nil, fmt.Errorf("budget: a grid from %s to %s in steps of %s", from, to, step)
	}
	var along []decimal.Decimal
	for hours := from; hours.LessThanOrEqual(to); hours = hours.Add(step) {
		along = append(along, hours)
	}
	return e.GridAt(h, along, along, care...)
}

// GridAt is a grid at chosen hours. What depends on one adult is computed once per hour point; rows are shared over the cores.
func (e *Engine) GridAt(h *Household, rows, columns []decimal.Decimal, care ...CareRule) (*Grid, error) {
	if len(h.Adults) != 2 {
		return nil, fmt.Errorf("budget: a grid needs two adults")
	}
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	_, _, varied, err := pickJob(set, h, h.Adults[0].ID, "")
	if err != nil {
		return nil, err
	}
	if _, _, varied, err = pickJob(set, &varied, h.Adults[1].ID, ""); err != nil {
		return nil, err
	}
	g := &Grid{Adults: [2]string{h.Adults[0].ID, h.Adults[1].ID}, Hours: rows, Columns: columns}
	if outside(set, h) != "" {
		return g, nil
	}
	f := gather(nil, set, &varied)
	g.fill(f.withCare(&varied, care, rows, columns), f.axis(0, rows), f.axis(1, columns))
	return g, nil
}

// careFacts are the facts with the childcare at each hour point of the rows and of the columns: the one of the two who works
// least tells how much care is needed.
type careFacts struct {
	always        *facts
	rows, columns []*facts
	first, second []decimal.Decimal // hours a week in all jobs, by hour point
}

func (f *facts) withCare(h *Household, rules []CareRule, rows, columns []decimal.Decimal) *careFacts {
	c := &careFacts{always: f}
	if len(rules) == 0 {
		return c
	}
	c.rows, c.first = f.careAlong(h, 0, rules, rows)
	c.columns, c.second = f.careAlong(h, 1, rules, columns)
	return c
}

// careAlong settles the care as if the other adult worked as long.
func (f *facts) careAlong(h *Household, at int, rules []CareRule, hours []decimal.Decimal) (along []*facts, totals []decimal.Decimal) {
	alone := *h
	alone.Adults = []Adult{h.Adults[at]}
	a := &alone.Adults[0]
	a.Jobs = append([]Job(nil), a.Jobs...)
	for _, n := range hours {
		a.Jobs[0].HoursPerWeek = Known(n)
		own, total := *f, alone.sharedHours()
		if total.IsZero() && a.worksAlone() {
			total = maxWeek
		}
		own.useCare(rules, total)
		along, totals = append(along, &own), append(totals, total)
	}
	return along, totals
}

// of gives the facts of one cell.
func (c *careFacts) of(row, column int) *facts {
	switch {
	case len(c.rows) == 0:
		return c.always
	case c.first[row].LessThanOrEqual(c.second[column]):
		return c.rows[row]
	}
	return c.columns[column]
}

// axis computes one adult at every number of hours in the first job.
func (f *facts) axis(at int, hours []decimal.Decimal) []person {
	a := f.h.Adults[at]
	a.Jobs = append([]Job(nil), a.Jobs...)
	out := make([]person, len(hours))
	for i, h := range hours {
		a.Jobs[0].HoursPerWeek = Known(h)
		out[i] = f.earn(nil, at, &a)
	}
	return out
}

func (g *Grid) fill(f *careFacts, rows, columns []person) {
	g.PerYear = make([][]decimal.Decimal, len(rows))
	known := make([]bool, len(rows))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				g.PerYear[i], known[i] = f.row(i, &rows[i], columns)
			}
		})
	}
	for i := range rows {
		next <- i
	}
	close(next)
	wg.Wait()
	g.Known = true
	for _, k := range known {
		g.Known = g.Known && k
	}
}

func (c *careFacts) row(at int, a *person, columns []person) ([]decimal.Decimal, bool) {
	out, known := make([]decimal.Decimal, len(columns)), true
	for i := range columns {
		b := &columns[i]
		r := c.of(at, i).combine(nil, a, b, a.works && b.works)
		var ok bool
		out[i], ok = r.Disposable()
		known = known && ok
	}
	return out, known
}
