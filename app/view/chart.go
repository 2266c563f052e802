package view

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"perspectief/app/vm"
)

// hoursChart draws the curve of what is left, the budget through it, and a mark that follows the hours. Pressing or
// dragging in it moves the mark.
type hoursChart struct {
	widget.BaseWidget
	draw    func(vm.ChartSpace) vm.Drawing
	onHours func(hours float64)

	mark                float64
	markWord, levelWord string
	nowWord             string
	curve               int
	drawing             vm.Drawing
	shown               *chartRenderer
}

func newHoursChart(draw func(vm.ChartSpace) vm.Drawing, onHours func(float64)) *hoursChart {
	c := &hoursChart{draw: draw, onHours: onHours}
	c.ExtendBaseWidget(c)
	return c
}

// The room beside the curve.
const (
	chartLeft  = 74
	chartRight = 20
)

// MinSize leaves the curve readable.
func (c *hoursChart) MinSize() fyne.Size { return fyne.NewSize(unit(300), unit(200)) }

// Tapped implements fyne.Tappable.
func (c *hoursChart) Tapped(e *fyne.PointEvent) { c.onHours(c.drawing.Value(float64(e.Position.X))) }

// Dragged implements fyne.Draggable.
func (c *hoursChart) Dragged(e *fyne.DragEvent) { c.onHours(c.drawing.Value(float64(e.Position.X))) }

// DragEnd implements fyne.Draggable.
func (c *hoursChart) DragEnd() {}

// Cursor implements desktop.Cursorable.
func (c *hoursChart) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer implements fyne.Widget.
func (c *hoursChart) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{c: c, markLine: canvas.NewLine(nil), dot: canvas.NewCircle(nil),
		flag: canvas.NewRectangle(nil), word: canvas.NewText("", nil)}
	c.shown = r
	r.build()
	return r
}

type chartRenderer struct {
	c        *hoursChart
	still    []fyne.CanvasObject // what does not move with the mark
	markLine *canvas.Line
	dot      *canvas.Circle
	flag     *canvas.Rectangle
	word     *canvas.Text
}

// build lays out everything for the size and the curve of now.
func (r *chartRenderer) build() {
	c, size := r.c, r.c.Size()
	c.drawing = c.draw(vm.ChartSpace{Width: float64(size.Width), Height: float64(size.Height),
		Left: float64(unit(chartLeft)), Right: float64(unit(chartRight)), Top: float64(unit(50)), Bottom: float64(unit(30))})
	r.still = ground(c.drawing)
	for _, l := range c.drawing.Lines {
		switch l.Role {
		case vm.LevelLine:
			r.still = append(r.still, r.levelLabel(float32(l.From.X), float32(l.To.X), float32(l.From.Y)))
		case vm.NowLine:
			r.still = append(r.still, chartText(c.nowWord, colorMuted, float32(l.From.X), float32(c.drawing.Plot.Y)-unit(11), fyne.TextAlignCenter))
		}
	}
	for _, path := range c.drawing.Paths {
		r.still = append(r.still, chartPath(path)...)
	}
	for _, l := range c.drawing.Labels {
		r.still = append(r.still, chartText(l.Text, colorMuted, float32(l.At.X), float32(l.At.Y), alignment(l.Anchor)))
	}
	r.moveMark()
}

// chartPath is a curve in strokes.
func chartPath(path []vm.XY) []fyne.CanvasObject {
	var strokes []fyne.CanvasObject
	path = straightened(path)
	for i := 1; i < len(path); i++ {
		line := canvas.NewLine(themeColor(colorAccent))
		line.StrokeWidth = 3
		line.Position1 = fyne.NewPos(float32(path[i-1].X), float32(path[i-1].Y))
		line.Position2 = fyne.NewPos(float32(path[i].X), float32(path[i].Y))
		strokes = append(strokes, line)
	}
	return strokes
}

func alignment(a vm.Anchor) fyne.TextAlign {
	switch a {
	case vm.LeftAnchor:
		return fyne.TextAlignLeading
	case vm.MidAnchor:
		return fyne.TextAlignCenter
	}
	return fyne.TextAlignTrailing
}

// straightened leaves out points on the way of a straight stretch: one long stroke looks better than many short ones.
func straightened(path []vm.XY) []vm.XY {
	if len(path) < 3 {
		return path
	}
	first, last := path[0], path[len(path)-1]
	far, at := 0.0, 0
	for i := 1; i < len(path)-1; i++ {
		onLine := first.Y + (last.Y-first.Y)*(path[i].X-first.X)/(last.X-first.X)
		if d := math.Abs(path[i].Y - onLine); d > far {
			far, at = d, i
		}
	}
	if far < 0.6 {
		return []vm.XY{first, last}
	}
	return append(straightened(path[:at+1]), straightened(path[at:])[1:]...)
}

// levelLabel names the line of the budget, at the place along the line where the curve is farthest away.
func (r *chartRenderer) levelLabel(left, right, y float32) fyne.CanvasObject {
	width := fyne.MeasureText(r.c.levelWord, themeSize(sizeSmall), fyne.TextStyle{}).Width
	bestX, bestY, best := right-width, y, float32(-1)
	for x := left + unit(6); x+width <= right-unit(6); x += unit(20) {
		for _, middle := range []float32{y - unit(11), y + unit(11)} {
			if d := r.clearance(x, x+width, middle); d > best {
				bestX, bestY, best = x, middle, d
			}
		}
	}
	return chartText(r.c.levelWord, colorHint, bestX, bestY, fyne.TextAlignLeading)
}

// clearance is the smallest distance between a height and the curve over a stretch.
func (r *chartRenderer) clearance(from, to, y float32) float32 {
	least := float32(math.Inf(1))
	for _, a := range r.c.drawing.Areas { // words on the shade would seem to belong to it
		if from < float32(a.X+a.W) && to > float32(a.X) {
			return 0
		}
	}
	for x := from; x <= to; x += unit(8) {
		at, ok := r.c.drawing.On(r.c.drawing.Value(float64(x)))
		if ok {
			least = min(least, float32(math.Abs(at.Y-float64(y))))
		}
	}
	return least
}

// chartLine is a stroke; lines of different meaning differ by pattern, too.
func chartLine(role vm.Role, x1, y1, x2, y2 float32) []fyne.CanvasObject {
	stroke := func(x1, y1, x2, y2, width float32, color fyne.ThemeColorName) *canvas.Line {
		l := canvas.NewLine(themeColor(color))
		l.StrokeWidth = width
		l.Position1, l.Position2 = fyne.NewPos(x1, y1), fyne.NewPos(x2, y2)
		return l
	}
	switch role {
	case vm.LevelLine: // long dashes
		var dashes []fyne.CanvasObject
		for x := x1; x < x2; x += unit(16) {
			dashes = append(dashes, stroke(x, y1, min(x+unit(10), x2), y2, 2, colorHint))
		}
		return dashes
	case vm.NowLine: // dots
		var dots []fyne.CanvasObject
		for y := y1; y < y2; y += unit(7) {
			dots = append(dots, stroke(x1, y, x2, min(y+unit(3), y2), 2, colorMuted))
		}
		return dots
	case vm.Grid:
		return []fyne.CanvasObject{stroke(x1, y1, x2, y2, 1, colorBorder)}
	}
	return []fyne.CanvasObject{stroke(x1, y1, x2, y2, 1, theme.ColorNameInputBorder)}
}

// chartText is a word whose middle stands at y.
func chartText(words string, color fyne.ThemeColorName, x, y float32, align fyne.TextAlign) *canvas.Text {
	t := canvas.NewText(words, themeColor(color))
	t.TextSize = themeSize(sizeSmall)
	s := t.MinSize()
	switch align {
	case fyne.TextAlignTrailing:
		x -= s.Width
	case fyne.TextAlignCenter:
		x -= s.Width / 2
	}
	t.Move(fyne.NewPos(x, y-s.Height/2))
	t.Resize(s)
	return t
}

// moveMark puts the mark at its hours; the rest of the drawing stays as it is.
func (r *chartRenderer) moveMark() {
	c := r.c
	at, ok := c.drawing.On(c.mark)
	for _, o := range []fyne.CanvasObject{r.markLine, r.dot, r.flag, r.word} {
		show(o, ok)
	}
	if !ok {
		return
	}
	x, y := float32(at.X), float32(at.Y)
	plot := c.drawing.Plot
	r.markLine.StrokeColor, r.markLine.StrokeWidth = themeColor(colorInk), 2
	r.markLine.Position1, r.markLine.Position2 = fyne.NewPos(x, float32(plot.Y)), fyne.NewPos(x, float32(plot.Y+plot.H))
	side := unit(16)
	r.dot.FillColor, r.dot.StrokeColor, r.dot.StrokeWidth = themeColor(colorCard), themeColor(colorInk), 3
	r.dot.Move(fyne.NewPos(x-side/2, y-side/2))
	r.dot.Resize(fyne.NewSquareSize(side))
	r.word.Text, r.word.TextSize, r.word.TextStyle.Bold = c.markWord, themeSize(sizeSmall), true
	r.word.Color = themeColor(theme.ColorNameForegroundOnPrimary)
	s := r.word.MinSize()
	w := s.Width + unit(14)
	left := max(0, min(x-w/2, c.Size().Width-w))
	r.flag.FillColor, r.flag.CornerRadius = themeColor(colorInk), 6
	r.flag.Move(fyne.NewPos(left, unit(2)))
	r.flag.Resize(fyne.NewSize(w, s.Height+unit(4)))
	r.word.Move(fyne.NewPos(left+unit(7), unit(4)))
	r.word.Resize(s)
}

func (r *chartRenderer) Layout(fyne.Size)   { r.build() }
func (r *chartRenderer) MinSize() fyne.Size { return r.c.MinSize() }
func (r *chartRenderer) Destroy()           {}

func (r *chartRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.still...), r.markLine, r.dot, r.flag, r.word)
}

func (r *chartRenderer) Refresh() {
	r.build()
	canvas.Refresh(r.c)
}

// setMark moves the mark without laying out the curve again.
func (c *hoursChart) setMark(mark float64, word string) {
	c.mark, c.markWord = mark, word
	if c.shown != nil {
		c.shown.moveMark()
		canvas.Refresh(c)
	}
}
