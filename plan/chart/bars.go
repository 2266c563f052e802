package chart

import "math"

// Bar is one bar with its words. The amount is finished text and always stands beside the bar.
type Bar struct {
	Value   float64
	Caption string // "Nu"
	Amount  string // "€ 2.310"
	Role    Role
}

// BarOptions of lying bars, one under another.
type BarOptions struct {
	Width        float64
	CaptionWidth float64 // room left of the bars
	AmountWidth  float64 // room right of the longest bar
	BarHeight    float64
	Gap          float64 // between two bars
}

// Bars lays out lying bars that begin at zero, so that their lengths compare honestly. A value below zero has no length.
func Bars(bars []Bar, o BarOptions) Drawing {
	d := Drawing{Width: o.Width}
	d.Plot = Rect{X: o.CaptionWidth, W: math.Max(0, o.Width-o.CaptionWidth-o.AmountWidth)}
	longest := 0.0
	for _, b := range bars {
		if isNumber(b.Value) {
			longest = math.Max(longest, b.Value)
		}
	}
	y := 0.0
	for i, b := range bars {
		if i > 0 {
			y += o.Gap
		}
		length := 0.0
		if longest > 0 && isNumber(b.Value) {
			length = math.Max(0, b.Value) / longest * d.Plot.W
		}
		middle := y + o.BarHeight/2
		d.Areas = append(d.Areas, Area{Rect{d.Plot.X, y, length, o.BarHeight}, b.Role})
		d.Labels = append(d.Labels,
			Label{XY{0, middle}, b.Caption, Left, Caption},
			Label{XY{d.Plot.X + length + o.BarHeight*0.4, middle}, b.Amount, Left, b.Role})
		y += o.BarHeight
	}
	d.Height, d.Plot.H = y, y
	d.Lines = append(d.Lines, Line{XY{d.Plot.X, 0}, XY{d.Plot.X, y}, Axis})
	return d
}
