package budget_test

import (
	"testing"

	"perspectief/budget"
)

// Ceilings on allocations, with a fifth of headroom: unlike times they do not depend on how busy the machine is.
func TestAllocations(t *testing.T) {
	e, h := engine(t), standardFamily()
	for _, c := range []struct {
		name    string
		ceiling float64
		run     func() error
	}{
		{"year", 570, func() error { _, err := e.Year(h); return err }},
		{"curve of 81 points", 30_500, func() error {
			_, err := e.Curve(h, budget.CurveOptions{To: dec("40"), Step: dec("0.5")})
			return err
		}},
		{"grid of 81 x 81", 1_380_000, func() error { _, err := e.Grid(h, dec("0"), dec("40"), dec("0.5")); return err }},
	} {
		runs := 3
		if c.ceiling > 1e6 {
			runs = 1
		}
		got := testing.AllocsPerRun(runs, func() {
			if err := c.run(); err != nil {
				t.Fatal(err)
			}
		})
		t.Logf("%s: %.0f allocations", c.name, got)
		if got > c.ceiling {
			t.Errorf("%s: %.0f allocations, ceiling %.0f", c.name, got, c.ceiling)
		}
	}
}
