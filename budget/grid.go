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
	Hours   []decimal.Decimal   // a week, of rows and columns alike
	PerYear [][]decimal.Decimal // euro; row: hours of the first adult
	Known   bool                // false: the total is unknown
}

// Grid computes the year for every pair of hours From, From+Step, ... To of two partners. What depends on one adult is computed
// once per hour point; rows are shared over the cores.
func (e *Engine) Grid(h *Household, from, to, step decimal.Decimal) (*Grid, error) {
	if len(h.Adults) != 2 {
		return nil, fmt.Errorf("budget: a grid needs two adults")
	}
	if step.Sign() <= 0 || to.LessThan(from) {
		return nil, fmt.Errorf("budget: a grid from %s to %s in steps of %s", from, to, step)
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
	g := &Grid{Adults: [2]string{h.Adults[0].ID, h.Adults[1].ID}}
	for hours := from; hours.LessThanOrEqual(to); hours = hours.Add(step) {
		g.Hours = append(g.Hours, hours)
	}
	if outside(set, h) != "" {
		return g, nil
	}
	f := gather(nil, set, &varied)
	g.fill(f, f.axis(0, g.Hours), f.axis(1, g.Hours))
	return g, nil
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

func (g *Grid) fill(f *facts, rows, columns []person) {
	g.PerYear = make([][]decimal.Decimal, len(rows))
	known := make([]bool, len(rows))
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				g.PerYear[i], known[i] = f.row(&rows[i], columns)
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

func (f *facts) row(a *person, columns []person) ([]decimal.Decimal, bool) {
	out, known := make([]decimal.Decimal, len(columns)), true
	for i := range columns {
		b := &columns[i]
		r := f.combine(nil, a, b, a.works && b.works)
		var ok bool
		out[i], ok = r.Disposable()
		known = known && ok
	}
	return out, known
}
