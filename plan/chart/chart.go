// Package chart works out where the lines, bars and words of a drawing stand. It draws nothing: the window and the PDF
// paint the same Drawing. Positions grow to the right and downwards from the top left corner, in the unit of the caller.
package chart

import "math"

// XY is a point: a value before it is placed, a position afterwards.
type XY struct{ X, Y float64 }

// Range is a stretch of the x axis, in values.
type Range struct{ From, To float64 }

// Rect is an upright rectangle.
type Rect struct{ X, Y, W, H float64 }

// Role tells what a shape is, so that the painter chooses its stroke or fill.
type Role int

// The roles of lines, areas and labels.
const (
	Axis    Role = iota // base line and tick marks with their labels
	Grid                // faint line across the plot at a tick
	Level               // the budget total across the plot
	Cliff               // stretch in which more hours leave less
	Now                 // the situation of the file
	Then                // the situation of the scenario
	Caption             // words beside a bar
	Short               // a column below zero

	// The parts of what is left, on top of each other; costs go off at the top.
	PartWork
	PartBijstand
	PartToeslagen
	PartCosts
)

// Line is a straight stroke.
type Line struct {
	From, To XY
	Role     Role
}

// Area is a filled rectangle.
type Area struct {
	Rect
	Role Role
}

// Anchor tells which part of a label stands at its position.
type Anchor int

// The anchors. Vertically the middle of the label stands at the position.
const (
	Left Anchor = iota
	Middle
	Right
)

// Label is a word at a position.
type Label struct {
	At     XY
	Text   string
	Anchor Anchor
	Role   Role
}

// Drawing is what has to be painted: areas first, then lines, then paths, then labels.
type Drawing struct {
	Width, Height float64
	Plot          Rect
	Areas         []Area
	Lines         []Line
	Paths         [][]XY // the curve, in one piece for every stretch that is known
	Labels        []Label

	x, y   scale
	points []XY
}

// Options of a curve.
type Options struct {
	Width, Height            float64
	Left, Right, Top, Bottom float64 // room around the plot for labels
	XStep                    float64 // values between two ticks; 0 chooses one
	XLabel, YLabel           func(value float64) string
	YTicks                   int     // about how many ticks the y axis gets; 0 means 4
	Cliffs                   []Range // stretches to shade
	Level                    *float64
	LevelLabel               string
	Now                      *float64 // x of the present situation
	Stacks                   []Stack  // parts on top of each other, from zero up; the y axis then begins at zero
	MaxY                     float64  // the y axis reaches at least up to here; 0: up to the highest point
}

// Stack is one part of the amounts, a value for every point; what is not a number or below zero takes no room.
type Stack struct {
	Role   Role
	Values []float64
}

// scale places values of one axis.
type scale struct{ min, max, from, to float64 }

func (s scale) at(v float64) float64 {
	if s.max == s.min {
		return (s.from + s.to) / 2
	}
	return s.from + (v-s.min)/(s.max-s.min)*(s.to-s.from)
}

func (s scale) value(at float64) float64 {
	if s.to == s.from {
		return s.min
	}
	v := s.min + (at-s.from)/(s.to-s.from)*(s.max-s.min)
	return math.Max(s.min, math.Min(s.max, v))
}

// Curve lays out what is left for every number of hours. Points stand in rising order of X; a Y that is not a number is
// a point where the outcome is not known, and the line has a gap there.
func Curve(points []XY, o Options) Drawing {
	d := Drawing{Width: o.Width, Height: o.Height, points: points,
		Plot: Rect{o.Left, o.Top, math.Max(0, o.Width-o.Left-o.Right), math.Max(0, o.Height-o.Top-o.Bottom)}}
	xs, ys := extent(points, func(p XY) float64 { return p.X }), extent(points, func(p XY) float64 { return p.Y })
	if o.Level != nil && isNumber(*o.Level) {
		ys = widen(ys, *o.Level)
	}
	if len(o.Stacks) > 0 {
		ys = widen(widen(ys, 0), o.highest(len(points)))
	}
	if o.MaxY > 0 {
		ys = widen(widen(ys, 0), o.MaxY)
	}
	yStep := niceStep(ys.To-ys.From, ticksOr(o.YTicks, 4))
	ys = Range{math.Floor(ys.From/yStep) * yStep, math.Ceil(ys.To/yStep) * yStep}
	if ys.From == ys.To {
		ys.To += yStep
	}
	d.x = scale{xs.From, xs.To, d.Plot.X, d.Plot.X + d.Plot.W}
	d.y = scale{ys.From, ys.To, d.Plot.Y + d.Plot.H, d.Plot.Y}

	d.shade(o.Cliffs)
	d.stack(points, o)
	d.axes(xs, ys, o, yStep)
	d.level(o)
	if o.Now != nil && *o.Now >= xs.From && *o.Now <= xs.To {
		x := d.x.at(*o.Now)
		d.Lines = append(d.Lines, Line{XY{x, d.Plot.Y}, XY{x, d.Plot.Y + d.Plot.H}, Now})
	}
	d.Paths = paths(points, d.Place)
	return d
}

// highest is the top of the highest pile.
func (o *Options) highest(points int) float64 {
	top := 0.0
	for i := range points {
		pile := 0.0
		for _, s := range o.Stacks {
			pile += s.at(i)
		}
		top = math.Max(top, pile)
	}
	return top
}

func (s *Stack) at(i int) float64 {
	if i >= len(s.Values) || !isNumber(s.Values[i]) {
		return 0
	}
	return math.Max(0, s.Values[i])
}

// stack piles the parts up at every point, half way to its neighbours on both sides.
func (d *Drawing) stack(points []XY, o Options) {
	for i, p := range points {
		from, to := p.X, p.X
		if i > 0 {
			from = (points[i-1].X + p.X) / 2
		}
		if i+1 < len(points) {
			to = (p.X + points[i+1].X) / 2
		}
		x, pile := d.x.at(from), 0.0
		for _, s := range o.Stacks {
			if v := s.at(i); v > 0 {
				top := d.y.at(pile + v)
				d.Areas = append(d.Areas, Area{Rect{x, top, d.x.at(to) - x, d.y.at(pile) - top}, s.Role})
				pile += v
			}
		}
	}
}

func (d *Drawing) shade(cliffs []Range) {
	for _, c := range cliffs {
		from, to := math.Max(c.From, d.x.min), math.Min(c.To, d.x.max)
		if from >= to {
			continue
		}
		x := d.x.at(from)
		d.Areas = append(d.Areas, Area{Rect{x, d.Plot.Y, d.x.at(to) - x, d.Plot.H}, Cliff})
	}
}

func (d *Drawing) axes(xs, ys Range, o Options, yStep float64) {
	bottom, right := d.Plot.Y+d.Plot.H, d.Plot.X+d.Plot.W
	for _, v := range steps(ys, yStep) {
		y := d.y.at(v)
		d.Lines = append(d.Lines, Line{XY{d.Plot.X, y}, XY{right, y}, Grid})
		d.label(XY{d.Plot.X - o.Left*0.08, y}, v, o.YLabel, Right)
	}
	xStep := o.XStep
	if xStep <= 0 {
		xStep = niceStep(xs.To-xs.From, 5)
	}
	d.Lines = append(d.Lines, Line{XY{d.Plot.X, bottom}, XY{right, bottom}, Axis})
	for _, v := range steps(xs, xStep) {
		x := d.x.at(v)
		d.Lines = append(d.Lines, Line{XY{x, bottom}, XY{x, bottom + o.Bottom*0.15}, Axis})
		d.label(XY{x, bottom + o.Bottom*0.5}, v, o.XLabel, Middle)
	}
}

func (d *Drawing) label(at XY, v float64, text func(float64) string, a Anchor) {
	if text != nil {
		d.Labels = append(d.Labels, Label{at, text(v), a, Axis})
	}
}

func (d *Drawing) level(o Options) {
	if o.Level == nil || !isNumber(*o.Level) {
		return
	}
	y, right := d.y.at(*o.Level), d.Plot.X+d.Plot.W
	d.Lines = append(d.Lines, Line{XY{d.Plot.X, y}, XY{right, y}, Level})
	if o.LevelLabel != "" {
		d.Labels = append(d.Labels, Label{XY{right, y}, o.LevelLabel, Right, Level})
	}
}

// Place gives the position of a value.
func (d *Drawing) Place(v XY) XY { return XY{d.x.at(v.X), d.y.at(v.Y)} }

// Value gives the x value at a horizontal position, kept within the axis.
func (d *Drawing) Value(x float64) float64 { return d.x.value(x) }

// On gives the position on the curve at an x value, between two points on the line that joins them.
// It is not ok outside the curve and in a gap.
func (d *Drawing) On(x float64) (at XY, ok bool) {
	y, ok := interpolate(d.points, x)
	if !ok {
		return XY{}, false
	}
	return d.Place(XY{x, y}), true
}

func interpolate(points []XY, x float64) (float64, bool) {
	for i, p := range points {
		if p.X == x {
			return p.Y, isNumber(p.Y)
		}
		if i+1 < len(points) && p.X < x && x < points[i+1].X {
			q := points[i+1]
			y := p.Y + (x-p.X)/(q.X-p.X)*(q.Y-p.Y)
			return y, isNumber(y)
		}
	}
	return 0, false
}

// paths cuts the curve where the outcome is not known.
func paths(points []XY, place func(XY) XY) [][]XY {
	var all [][]XY
	var piece []XY
	for _, p := range points {
		if !isNumber(p.Y) {
			if len(piece) > 0 {
				all = append(all, piece)
			}
			piece = nil
			continue
		}
		piece = append(piece, place(p))
	}
	if len(piece) > 0 {
		all = append(all, piece)
	}
	return all
}

func extent(points []XY, of func(XY) float64) Range {
	r := Range{math.Inf(1), math.Inf(-1)}
	for _, p := range points {
		if v := of(p); isNumber(v) {
			r = widen(r, v)
		}
	}
	if r.From > r.To {
		return Range{0, 1}
	}
	return r
}

func widen(r Range, v float64) Range { return Range{math.Min(r.From, v), math.Max(r.To, v)} }

func isNumber(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func ticksOr(n, standard int) int {
	if n > 0 {
		return n
	}
	return standard
}

// niceStep is the smallest of 1, 2, 2.5, 5 times a power of ten that needs at most n steps for the span.
func niceStep(span float64, n int) float64 {
	if span <= 0 || !isNumber(span) {
		return 1
	}
	rough := span / float64(n)
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*power >= rough*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// steps lists the multiples of step within the range.
func steps(r Range, step float64) []float64 {
	var all []float64
	first := math.Ceil(r.From/step - 1e-9)
	for i := first; i*step <= r.To+step*1e-9 && len(all) < 1000; i++ {
		all = append(all, i*step+0) // never minus zero
	}
	return all
}
