package chart

import "testing"

// Two columns in a plot of 100 wide and 80 high from (20,10), on an axis of 0 to 2000.
func TestColumnsStandOnOneAxis(t *testing.T) {
	level := 1500.0
	o := options()
	o.Level = &level
	d := Columns([]Column{{Value: 1000, Under: "nu", Over: "1000", Role: Now}, {Value: 2000, Under: "A", Over: "2000", Role: Then}}, o)
	if len(d.Areas) != 2 || d.Areas[1].Role != Then {
		t.Fatalf("areas %v", d.Areas)
	}
	first, second := d.Areas[0].Rect, d.Areas[1].Rect
	if !near(first.Y, 50) || !near(first.H, 40) || !near(second.Y, 10) || !near(second.H, 80) {
		t.Errorf("columns %v and %v", first, second)
	}
	if !near(first.X, 31) || !near(first.W, 28) || !near(second.X, 81) {
		t.Errorf("columns %v and %v", first, second)
	}
	for _, l := range d.Lines {
		if l.Role == Level && !near(l.From.Y, 30) {
			t.Errorf("level at %v", l.From.Y)
		}
	}
	words := map[string]bool{}
	for _, l := range d.Labels {
		words[l.Text] = true
	}
	for _, w := range []string{"nu", "A", "1000", "2000"} {
		if !words[w] {
			t.Errorf("no label %q", w)
		}
	}
}

// Parts pile up from zero at every point, half way to the neighbours; a part below zero takes no room.
func TestStacksPileUp(t *testing.T) {
	o := options()
	o.Stacks = []Stack{{PartWork, []float64{500, 1000, 1000}}, {PartBijstand, []float64{500, 0, -100}}, {PartCosts, []float64{0, 0, 1000}}}
	d := Curve([]XY{{0, 1000}, {20, 1000}, {40, 1000}}, o)
	if len(d.Areas) != 5 {
		t.Fatalf("areas %v", d.Areas)
	}
	// 0 to 2000 on 80: 500 is 20 high; the first point reaches half way, 10 hours, 25 wide.
	if a := d.Areas[0]; a.Role != PartWork || !near(a.X, 20) || !near(a.W, 25) || !near(a.Y, 70) || !near(a.H, 20) {
		t.Errorf("first area %v", a)
	}
	if a := d.Areas[1]; a.Role != PartBijstand || !near(a.Y, 50) || !near(a.H, 20) {
		t.Errorf("second area %v", a)
	}
	if a := d.Areas[4]; a.Role != PartCosts || !near(a.Y, 10) || !near(a.H, 40) {
		t.Errorf("last area %v", a)
	}
}

// A balance of 300 and one of -100 in a plot of 200 high from 10: the axis goes from -100 to 300, so zero lies at 10 + 150.
func TestColumnsBelowZeroHang(t *testing.T) {
	d := Columns([]Column{{Value: 300, Under: "jan", Role: Then}, {Value: -100, Under: "feb", Role: Short}},
		Options{Width: 460, Height: 240, Left: 50, Right: 10, Top: 10, Bottom: 30})
	up, down := d.Areas[0].Rect, d.Areas[1].Rect
	if !near(up.Y, 10) || !near(up.H, 150) || !near(down.Y, 160) || !near(down.H, 50) || d.Areas[1].Role != Short {
		t.Errorf("columns %v and %v", up, down)
	}
	zero := 0
	for _, l := range d.Lines {
		if l.Role == Axis && near(l.From.Y, 160) && near(l.From.X, 50) {
			zero++
		}
	}
	if zero != 1 {
		t.Errorf("%d lines at zero", zero)
	}
}
