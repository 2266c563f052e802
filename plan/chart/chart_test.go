package chart

import (
	"fmt"
	"math"
	"testing"
)

func whole(v float64) string { return fmt.Sprintf("%.0f", v) }

func options() Options {
	return Options{Width: 140, Height: 100, Left: 20, Right: 20, Top: 10, Bottom: 10, XLabel: whole, YLabel: whole}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// A plot of 100 wide and 80 high from (20,10): 0..40 hours and 1000..2000 euro.
func TestCurvePlacesPoints(t *testing.T) {
	d := Curve([]XY{{0, 1000}, {20, 1500}, {40, 2000}}, options())
	want := []XY{{20, 90}, {70, 50}, {120, 10}}
	if len(d.Paths) != 1 || len(d.Paths[0]) != 3 {
		t.Fatalf("paths %v, want one of three points", d.Paths)
	}
	for i, w := range want {
		if got := d.Paths[0][i]; !near(got.X, w.X) || !near(got.Y, w.Y) {
			t.Errorf("point %d at %v, want %v", i, got, w)
		}
	}
	if at, ok := d.On(10); !ok || !near(at.X, 45) || !near(at.Y, 70) {
		t.Errorf("On(10) = %v %v, want {45 70}", at, ok)
	}
	if v := d.Value(45); !near(v, 10) {
		t.Errorf("Value(45) = %v, want 10", v)
	}
	if v := d.Value(-5); v != 0 {
		t.Errorf("Value left of the plot = %v, want 0", v)
	}
}

func TestCurveHasAGapWhereTheOutcomeIsUnknown(t *testing.T) {
	d := Curve([]XY{{0, 1}, {1, 2}, {2, math.NaN()}, {3, 3}}, options())
	if len(d.Paths) != 2 || len(d.Paths[0]) != 2 || len(d.Paths[1]) != 1 {
		t.Fatalf("paths %v, want two points, a gap and one point", d.Paths)
	}
	for _, x := range []float64{1.5, 2, -1, 4} {
		if _, ok := d.On(x); ok {
			t.Errorf("On(%v) is known", x)
		}
	}
}

func TestCurveShadesCliffsAndDrawsTheBudget(t *testing.T) {
	level, now := 1900.0, 20.0
	o := options()
	o.Cliffs = []Range{{30, 50}, {50, 60}}
	o.Level, o.LevelLabel, o.Now = &level, "budget", &now
	d := Curve([]XY{{0, 1000}, {40, 2000}}, o)
	if len(d.Areas) != 1 || !near(d.Areas[0].X, 95) || !near(d.Areas[0].W, 25) || d.Areas[0].Role != Cliff {
		t.Errorf("shaded %v, want one area of 25 wide from 95", d.Areas)
	}
	var levelAt, nowAt float64
	for _, l := range d.Lines {
		switch l.Role {
		case Level:
			levelAt = l.From.Y
		case Now:
			nowAt = l.From.X
		}
	}
	if !near(levelAt, 18) || !near(nowAt, 70) {
		t.Errorf("budget at %v and now at %v, want 18 and 70", levelAt, nowAt)
	}
}

func TestTicksAreRoundAndInside(t *testing.T) {
	d := Curve([]XY{{0, 1210}, {40, 2480}}, options())
	var y, x []string
	for _, l := range d.Labels {
		if l.Anchor == Right {
			y = append(y, l.Text)
		} else {
			x = append(x, l.Text)
		}
	}
	// a span of 1270 in at most four steps: 500 each, from 1000 to 2500
	if fmt.Sprint(y) != "[1000 1500 2000 2500]" {
		t.Errorf("y ticks %v", y)
	}
	if fmt.Sprint(x) != "[0 10 20 30 40]" {
		t.Errorf("x ticks %v", x)
	}
}

func TestCurveOfNothing(t *testing.T) {
	for _, points := range [][]XY{nil, {{5, 100}}, {{0, math.NaN()}, {1, math.NaN()}}} {
		d := Curve(points, options())
		for _, l := range d.Lines {
			if math.IsNaN(l.From.X + l.From.Y + l.To.X + l.To.Y) {
				t.Errorf("%v: a line at no place: %v", points, l)
			}
		}
	}
}

// The longest bar fills 100, the other 2310/2520 of it; both begin at 30.
func TestBars(t *testing.T) {
	o := BarOptions{Width: 160, CaptionWidth: 30, AmountWidth: 30, BarHeight: 10, Gap: 4}
	d := Bars([]Bar{{2310, "Nu", "€ 2.310", Now}, {2520, "Dan", "€ 2.520", Then}}, o)
	if len(d.Areas) != 2 || !near(d.Areas[0].W, 100*2310.0/2520) || !near(d.Areas[1].W, 100) {
		t.Fatalf("bars %v", d.Areas)
	}
	if d.Areas[0].Y != 0 || d.Areas[1].Y != 14 || d.Height != 24 {
		t.Errorf("bars at %v and %v in %v, want 0, 14 in 24", d.Areas[0].Y, d.Areas[1].Y, d.Height)
	}
	for i := range d.Areas {
		if d.Areas[i].H != d.Areas[0].H || d.Areas[i].X != 30 {
			t.Errorf("bar %d does not look like the other", i)
		}
	}
	if got := d.Labels[3]; got.Text != "€ 2.520" || !near(got.At.X, 134) {
		t.Errorf("amount %v, want € 2.520 at 134", got)
	}
	for _, bars := range [][]Bar{nil, {{-5, "Nu", "", Now}}, {{0, "Nu", "", Now}, {math.NaN(), "Dan", "", Then}}} {
		for _, a := range Bars(bars, o).Areas {
			if a.W != 0 {
				t.Errorf("%v: length %v, want none", bars, a.W)
			}
		}
	}
}
