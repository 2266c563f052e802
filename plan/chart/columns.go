package chart

import "math"

// Column is one upright bar with words under it and above it.
type Column struct {
	Value       float64
	Under, Over string
	Role        Role
}

// Columns lays out upright bars on one axis from zero, with the budget as a level line through them. What is below zero hangs
// under a line at zero.
func Columns(columns []Column, o Options) Drawing {
	d := Drawing{Width: o.Width, Height: o.Height,
		Plot: Rect{o.Left, o.Top, math.Max(0, o.Width-o.Left-o.Right), math.Max(0, o.Height-o.Top-o.Bottom)}}
	ys := Range{0, o.MaxY}
	for _, c := range columns {
		if isNumber(c.Value) {
			ys = widen(ys, c.Value)
		}
	}
	if o.Level != nil && isNumber(*o.Level) {
		ys = widen(ys, *o.Level)
	}
	yStep := niceStep(ys.To-ys.From, ticksOr(o.YTicks, 4))
	ys = Range{math.Floor(ys.From/yStep) * yStep, math.Ceil(ys.To/yStep) * yStep}
	if ys.From == ys.To {
		ys.To += yStep
	}
	n := float64(max(1, len(columns)))
	d.x = scale{0, n, d.Plot.X, d.Plot.X + d.Plot.W}
	d.y = scale{ys.From, ys.To, d.Plot.Y + d.Plot.H, d.Plot.Y}
	d.axes(Range{0, -1}, ys, o, yStep)
	if ys.From < 0 {
		d.Lines = append(d.Lines, Line{XY{d.Plot.X, d.y.at(0)}, XY{d.Plot.X + d.Plot.W, d.y.at(0)}, Axis})
	}
	const (
		room = 0.22 // of the place of a bar, on both sides
		near = 0.35 // of the room below: how far words stand from what they are above
	)
	for i, c := range columns {
		middle := d.x.at(float64(i) + 0.5)
		d.Labels = append(d.Labels, Label{XY{middle, d.Plot.Y + d.Plot.H + o.Bottom*0.5}, c.Under, Middle, Caption})
		if !isNumber(c.Value) {
			continue
		}
		left, right := d.x.at(float64(i)+room), d.x.at(float64(i+1)-room)
		top, base := d.y.at(math.Max(0, c.Value)), d.y.at(math.Min(0, c.Value))
		d.Areas = append(d.Areas, Area{Rect{left, top, right - left, base - top}, c.Role})
		if c.Over != "" {
			d.Labels = append(d.Labels, Label{XY{middle, top - o.Bottom*0.3}, c.Over, Middle, Caption})
		}
	}
	d.level(o)
	return d
}
