package view

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"perspectief/app/vm"
)

// figure paints a drawing of the view model. What it says also stands in words or in a table beside it.
type figure struct {
	widget.BaseWidget
	chart vm.Chart
	shown *figureRenderer
}

func newFigure() *figure {
	f := &figure{}
	f.ExtendBaseWidget(f)
	return f
}

// update paints another drawing.
func (f *figure) update(chart vm.Chart) {
	f.chart = chart
	f.Refresh()
}

// MinSize leaves the drawing readable.
func (f *figure) MinSize() fyne.Size { return fyne.NewSize(unit(260), unit(float32(f.chart.Height))) }

// CreateRenderer implements fyne.Widget.
func (f *figure) CreateRenderer() fyne.WidgetRenderer {
	r := &figureRenderer{f: f}
	f.shown = r
	r.build()
	return r
}

type figureRenderer struct {
	f       *figure
	objects []fyne.CanvasObject
}

func (r *figureRenderer) build() {
	r.objects = nil
	size := r.f.Size()
	if r.f.chart.Draw == nil || size.Width <= 0 {
		return
	}
	r.objects = painted(r.f.chart.Draw(vm.ChartSpace{Width: float64(size.Width), Height: float64(size.Height),
		Left: float64(unit(chartLeft)), Right: float64(unit(chartRight)), Top: float64(unit(14)), Bottom: float64(unit(30))}))
}

// painted are the shapes and words of a drawing.
func painted(d vm.Drawing) []fyne.CanvasObject {
	objects := ground(d)
	for _, path := range d.Paths {
		objects = append(objects, chartPath(path)...)
	}
	for _, l := range d.Labels {
		objects = append(objects, chartText(l.Text, colorMuted, float32(l.At.X), float32(l.At.Y), alignment(l.Anchor)))
	}
	return objects
}

// ground are the areas and straight lines of a drawing, from the back to the front. The grid runs behind bars, which it would cut
// in pieces, and over the shade of a fall, which reaches from top to bottom.
func ground(d vm.Drawing) []fyne.CanvasObject {
	var shades, grid, bars, lines []fyne.CanvasObject
	for _, a := range d.Areas {
		rect := canvas.NewRectangle(themeColor(areaColor(a.Role)))
		rect.Move(fyne.NewPos(float32(a.X), float32(a.Y)))
		rect.Resize(fyne.NewSize(float32(a.W), float32(a.H)))
		if a.Role == vm.CliffArea {
			shades = append(shades, rect)
		} else {
			bars = append(bars, rect)
		}
	}
	for _, l := range d.Lines {
		stroke := chartLine(l.Role, float32(l.From.X), float32(l.From.Y), float32(l.To.X), float32(l.To.Y))
		if l.Role == vm.Grid {
			grid = append(grid, stroke...)
		} else {
			lines = append(lines, stroke...)
		}
	}
	return slices.Concat(shades, grid, bars, lines)
}

func areaColor(role vm.Role) fyne.ThemeColorName {
	switch role {
	case vm.NowLine:
		return colorSoft
	case vm.ThenArea:
		return colorAccent
	case vm.ShortArea:
		return colorHint
	case vm.PartWork:
		return colorDeep
	case vm.PartBijstand:
		return colorBand
	case vm.PartToeslagen:
		return colorSoft
	}
	return colorWarm
}

func (r *figureRenderer) Layout(fyne.Size)             { r.build() }
func (r *figureRenderer) MinSize() fyne.Size           { return r.f.MinSize() }
func (r *figureRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *figureRenderer) Destroy()                     {}

func (r *figureRenderer) Refresh() {
	r.build()
	canvas.Refresh(r.f)
}
