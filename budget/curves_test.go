package budget_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// withoutCareUnlessAllWork is the household as a curve looks at it: where an adult does not work no childcare is bought.
// Somebody whose hours or profit are not known yet may work.
func withoutCareUnlessAllWork(h *budget.Household) *budget.Household {
	for _, a := range h.Adults {
		works := a.Profit != nil && a.Profit.PerYear.Or(dec("1")).Sign() > 0
		for _, j := range a.Jobs {
			works = works || j.HoursPerWeek.Or(dec("1")).Sign() > 0
		}
		if works {
			continue
		}
		free := *h
		free.Children = slices.Clone(h.Children)
		for i := range free.Children {
			free.Children[i].Childcare = nil
		}
		return &free
	}
	return h
}

func TestCurvePointsAreSingleYears(t *testing.T) {
	everyHousehold(t, 600, func(t *testing.T, e *budget.Engine, d dice, h *budget.Household) {
		adult := h.Adults[d(len(h.Adults))].ID
		c, err := e.Curve(h, budget.CurveOptions{Adult: adult, To: dec("40"), Step: dec(d.word("8", "10", "13.5"))})
		if err != nil {
			t.Fatal(err)
		}
		if c.Adult != adult || !c.Points[0].Hours.IsZero() {
			t.Errorf("curve of %s from %s", c.Adult, c.Points[0].Hours)
		}
		for _, p := range c.Points {
			alone, err := e.WithHours(h, c.Adult, c.Job, p.Hours)
			if err != nil {
				alone, err = e.WithHours(h, c.Adult, "", p.Hours) // the curve made the first job
			}
			if err != nil {
				t.Fatal(err)
			}
			sameOutcomes(t, p.Hours.String()+" hours", year(t, e, withoutCareUnlessAllWork(alone)), &p.Result)
		}
	})
}

func TestGridCellsAreSingleYears(t *testing.T) {
	everyHousehold(t, 400, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		if !h.Partners {
			return
		}
		g, err := e.Grid(h, dec("0"), dec("40"), dec("20"))
		if err != nil || len(g.Hours) != 3 || len(g.PerYear) != 3 {
			t.Fatalf("grid of %d hours and %d rows, error: %v", len(g.Hours), len(g.PerYear), err)
		}
		allKnown := true
		for i, row := range g.PerYear {
			for j, got := range row {
				want, known := gridCell(t, e, h, g, i, j).Disposable()
				if allKnown = allKnown && known; known && !got.Equal(want) {
					t.Errorf("%s and %s hours: %s in the grid, %s as a year", g.Hours[i], g.Hours[j], got, want)
				}
			}
		}
		if g.Known != allKnown {
			t.Errorf("grid known: %t, years known: %t", g.Known, allKnown)
		}
	})
}

func gridCell(t *testing.T, e *budget.Engine, h *budget.Household, g *budget.Grid, row, column int) *budget.Result {
	t.Helper()
	cell, err := e.WithHours(h, g.Adults[0], "", g.Hours[row])
	if err == nil {
		cell, err = e.WithHours(cell, g.Adults[1], "", g.Hours[column])
	}
	if err != nil {
		t.Fatal(err)
	}
	return year(t, e, withoutCareUnlessAllWork(cell))
}

func TestNoFallWithoutACliff(t *testing.T) {
	cliffs := 0
	everyHousehold(t, 300, func(t *testing.T, e *budget.Engine, d dice, h *budget.Household) {
		c, err := e.Curve(h, budget.CurveOptions{Adult: h.Adults[d(len(h.Adults))].ID, To: dec("40"), Step: dec("1")})
		if err != nil {
			t.Fatal(err)
		}
		checkCliffs(t, c)
		cliffs += len(c.Cliffs())
	})
	if cliffs < 30 {
		t.Errorf("only %d cliffs seen", cliffs)
	}
}

// checkCliffs finds the falls by itself: a cliff begins wherever the total falls by 12 euro or more after a point where it
// did not.
func checkCliffs(t *testing.T, c *budget.Curve) {
	t.Helper()
	total := make([]decimal.Decimal, len(c.Points))
	for i := range c.Points {
		var known bool
		if total[i], known = c.Points[i].Result.Disposable(); !known {
			return
		}
	}
	falls := func(i int) bool {
		return i >= 0 && i+1 < len(total) && total[i].Sub(total[i+1]).GreaterThanOrEqual(dec("12"))
	}
	var begins []int
	for i := range total {
		if falls(i) && !falls(i-1) {
			begins = append(begins, i)
		}
	}
	if len(begins) != len(c.Cliffs()) {
		t.Errorf("%d falls, %d cliffs %v", len(begins), len(c.Cliffs()), c.Cliffs())
		return
	}
	for k, at := range begins {
		cliff, end := c.Cliffs()[k], at+1
		for falls(end) {
			end++
		}
		if !cliff.From.Equal(c.Points[at].Hours) || cliff.Loss.LessThan(total[at].Sub(total[end])) {
			t.Errorf("fall at %s of %s, cliff %v", c.Points[at].Hours, total[at].Sub(total[end]), cliff)
		}
		if cliff.At.LessThan(cliff.From) || !cliff.At.LessThan(c.Points[end].Hours) || !cliff.At.Equal(cliff.At.Round(1)) {
			t.Errorf("cliff at %s, between %s and %s", cliff.At, cliff.From, c.Points[end].Hours)
		}
		checkRecovery(t, c, cliff, total, at, end)
	}
}

// checkRecovery: `to` is the first point after the fall where the old total is reached again, the loss the largest distance
// below it until then.
func checkRecovery(t *testing.T, c *budget.Curve, cliff budget.Cliff, total []decimal.Decimal, at, end int) {
	t.Helper()
	back := slices.IndexFunc(total[end+1:], func(d decimal.Decimal) bool { return d.GreaterThanOrEqual(total[at]) })
	if back < 0 {
		if back = len(total) - end - 1; cliff.To.Valid {
			t.Errorf("cliff ends at %s, but %s is never reached again", cliff.To.Decimal, total[at])
		}
	} else if hours := c.Points[end+1+back].Hours; !cliff.To.Valid || !cliff.To.Decimal.Equal(hours) {
		t.Errorf("cliff ends at %v, %s is reached at %s", cliff.To, total[at], hours)
	}
	deepest := slices.MinFunc(total[at:end+1+back], decimal.Decimal.Compare)
	if !cliff.Loss.Equal(total[at].Sub(deepest)) {
		t.Errorf("loss %s, want %s", cliff.Loss, total[at].Sub(deepest))
	}
}
