package view

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"perspectief/assets"
)

// surface is a rounded area in colours of the theme.
type surface struct {
	widget.BaseWidget
	fill, border fyne.ThemeColorName
	radius       float32
}

func newSurface(fill, border fyne.ThemeColorName, radius float32) *surface {
	s := &surface{fill: fill, border: border, radius: radius}
	s.ExtendBaseWidget(s)
	return s
}

// recolour gives the area other colours; nothing happens when they are the same.
func (s *surface) recolour(fill, border fyne.ThemeColorName) {
	if s.fill != fill || s.border != border {
		s.fill, s.border = fill, border
		s.Refresh()
	}
}

// HeightFor implements flower: a surface takes the size of what lies on it.
func (s *surface) HeightFor(float32) float32 { return 0 }

// CreateRenderer implements fyne.Widget.
func (s *surface) CreateRenderer() fyne.WidgetRenderer {
	r := &surfaceRenderer{s, canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type surfaceRenderer struct {
	s    *surface
	rect *canvas.Rectangle
}

func (r *surfaceRenderer) Layout(size fyne.Size)        { r.rect.Resize(size) }
func (r *surfaceRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *surfaceRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *surfaceRenderer) Destroy()                     {}

func (r *surfaceRenderer) Refresh() {
	r.rect.FillColor = color.Transparent
	if r.s.fill != "" {
		r.rect.FillColor = themeColor(r.s.fill)
	}
	r.rect.CornerRadius = r.s.radius
	r.rect.StrokeWidth = 0
	if r.s.border != "" {
		r.rect.StrokeColor, r.rect.StrokeWidth = themeColor(r.s.border), 1
	}
	r.rect.Refresh()
}

// newCard is a white card with rounded corners around the objects, which stand under each other.
func newCard(objects ...fyne.CanvasObject) *fyne.Container {
	return newLayers(newSurface(colorCard, colorBorder, 14), newInset(20, 18, newStack(10, objects...)))
}

// newLayers puts objects on top of each other.
func newLayers(objects ...fyne.CanvasObject) *fyne.Container { return newInset(0, 0, objects...) }

// bordered draws the edge that a list that opens does not have of itself.
func bordered(o fyne.CanvasObject) *fyne.Container {
	return newLayers(newSurface(colorCard, theme.ColorNameInputBorder, 8), container.New(edge{}, o))
}

// edge leaves one pixel around its one object.
type edge struct{}

func (edge) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2, 2)
}

func (edge) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(1, 1))
	objects[0].Resize(size.SubtractWidthHeight(2, 2))
}

// pictogram is line art in a colour of the theme.
type pictogram struct {
	widget.BaseWidget
	name  string
	side  float32
	color fyne.ThemeColorName
}

func newPictogram(name string, side float32, color fyne.ThemeColorName) *pictogram {
	p := &pictogram{name: name, side: side, color: color}
	p.ExtendBaseWidget(p)
	return p
}

// MinSize grows with the letters.
func (p *pictogram) MinSize() fyne.Size { return fyne.NewSquareSize(unit(p.side)) }

// CreateRenderer implements fyne.Widget.
func (p *pictogram) CreateRenderer() fyne.WidgetRenderer {
	r := &pictogramRenderer{p: p, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.image.Resource = pictogramResource(p.name, p.color)
	return r
}

type pictogramRenderer struct {
	p     *pictogram
	image *canvas.Image
}

func (r *pictogramRenderer) Layout(size fyne.Size)        { r.image.Resize(size) }
func (r *pictogramRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *pictogramRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *pictogramRenderer) Destroy()                     {}

func (r *pictogramRenderer) Refresh() {
	r.image.Resource = pictogramResource(r.p.name, r.p.color)
	r.image.Refresh()
}

// pictogramResource is a pictogram as SVG in a colour; nil when there is none of that name.
func pictogramResource(name string, colorName fyne.ThemeColorName) fyne.Resource {
	svg, ok := assets.SVG(name)
	if !ok {
		return nil
	}
	r, g, b, _ := themeColor(colorName).RGBA()
	hex := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	return fyne.NewStaticResource(name+hex+".svg", []byte(strings.ReplaceAll(svg, "#000000", hex)))
}

// newRule is a thin line between parts.
func newRule() fyne.CanvasObject {
	return newThick(1, newSurface(theme.ColorNameSeparator, "", 0))
}

// thick gives its one object a height in pixels and the width there is.
type thick struct{ h float32 }

func newThick(h float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(thick{h}, o)
}

func (l thick) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, l.h) }

func (l thick) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// margins leaves room left and right of its one object.
type margins struct{ left, right float32 }

func newMargins(left, right float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(margins{left, right}, o)
}

func (l margins) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return heightFor(objects[0], width-unit(l.left+l.right))
}

func (l margins) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(unit(l.left+l.right), 0)
}

func (l margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(unit(l.left), 0))
	objects[0].Resize(fyne.NewSize(size.Width-unit(l.left+l.right), size.Height))
}

// thickRow gives its one object a height that grows with the letters.
type thickRow struct{ h float32 }

func newThickRow(h float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(thickRow{h}, o)
}

func (l thickRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, unit(l.h))
}

func (l thickRow) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
