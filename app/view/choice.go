package view

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"perspectief/app/vm"
)

// choice is a few answers beside each other, of which one is chosen. Left and right go to another answer.
type choice struct {
	widget.BaseWidget
	id      string
	options []vm.Option
	value   string
	onPick  func(id string)
	tabs    bool // they lead to pages and need no mark of an answer

	focused bool
	hovered int
	pills   []*pill
}

// pill is one drawn answer.
type pill struct {
	back *canvas.Rectangle
	mark *canvas.Circle
	dot  *canvas.Circle
	word *canvas.Text
}

func newChoice(id string, options []vm.Option, value string, onPick func(string)) *choice {
	c := &choice{id: id, options: options, value: value, onPick: onPick, hovered: -1}
	c.ExtendBaseWidget(c)
	return c
}

func (c *choice) set(value string) {
	if c.value != value {
		c.value = value
		c.Refresh()
	}
}

func (c *choice) index() int {
	for i, o := range c.options {
		if o.ID == c.value {
			return i
		}
	}
	return -1
}

func (c *choice) pick(i int) {
	if i < 0 || i >= len(c.options) {
		return
	}
	c.value = c.options[i].ID
	c.Refresh()
	c.onPick(c.value)
}

// AccessibilityLabel implements fyne.Accessible.
func (c *choice) AccessibilityLabel() string {
	if i := c.index(); i >= 0 {
		return c.options[i].Label
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (c *choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// FocusGained implements fyne.Focusable.
func (c *choice) FocusGained() { intoSight(c); c.focused = true; c.Refresh() }

// FocusLost implements fyne.Focusable.
func (c *choice) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *choice) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *choice) TypedKey(e *fyne.KeyEvent) {
	passKey(c, e)
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown, fyne.KeySpace:
		c.pick((c.index() + 1) % len(c.options))
	case fyne.KeyLeft, fyne.KeyUp:
		c.pick((max(c.index(), 0) - 1 + len(c.options)) % len(c.options))
	case fyne.KeyReturn, fyne.KeyEnter:
		focusNext(c)
	}
}

// Tapped implements fyne.Tappable.
func (c *choice) Tapped(e *fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
	c.pick(c.at(e.Position))
}

func (c *choice) at(pos fyne.Position) int {
	for i, p := range c.pills {
		o := p.back.Position()
		s := p.back.Size()
		if pos.X >= o.X && pos.X <= o.X+s.Width && pos.Y >= o.Y && pos.Y <= o.Y+s.Height {
			return i
		}
	}
	return -1
}

// MouseIn implements desktop.Hoverable.
func (c *choice) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (c *choice) MouseMoved(e *desktop.MouseEvent) {
	if i := c.at(e.Position); i != c.hovered {
		c.hovered = i
		c.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (c *choice) MouseOut() { c.hovered = -1; c.Refresh() }

// place goes over the answers and gives the height they need at a width.
func (c *choice) place(width float32, put func(i int, x, y, w, h float32)) float32 {
	gap := unit(6)
	var x, y, h float32
	for i, o := range c.options {
		s := fyne.MeasureText(o.Label, themeSize(sizeText), fyne.TextStyle{})
		w := s.Width + c.wordAt() + unit(14)
		h = s.Height + 2*themeSize(theme.SizeNameInnerPadding) + 2
		if x > 0 && x+w > width+0.5 {
			x, y = 0, y+h+gap
		}
		put(i, x, y, w, h)
		x += w + gap
	}
	return y + h
}

// wordAt is where the word of an answer begins.
func (c *choice) wordAt() float32 {
	if c.tabs {
		return unit(14)
	}
	return unit(12 + 14 + 8)
}

// HeightFor implements flower.
func (c *choice) HeightFor(width float32) float32 {
	return c.place(width, func(int, float32, float32, float32, float32) {})
}

// MinSize is the widest answer.
func (c *choice) MinSize() fyne.Size {
	var w float32
	c.place(1e6, func(_ int, _, _, pw, _ float32) { w = max(w, pw) })
	return fyne.NewSize(w, c.HeightFor(max(w, c.Size().Width)))
}

// lineWidth is the width of all answers beside each other.
func (c *choice) lineWidth() float32 {
	var end float32
	c.place(1e6, func(_ int, x, _, w, _ float32) { end = x + w })
	return end
}

// CreateRenderer implements fyne.Widget.
func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{c: c}
	c.pills = nil
	r.fill()
	return r
}

type choiceRenderer struct {
	c       *choice
	objects []fyne.CanvasObject
}

// draw makes what each answer is drawn with. The answers may come after the first drawing, and others may take their place.
func (r *choiceRenderer) draw() {
	c := r.c
	if len(c.pills) == len(c.options) {
		return
	}
	c.pills, r.objects = nil, nil
	for range c.options {
		p := &pill{canvas.NewRectangle(nil), canvas.NewCircle(nil), canvas.NewCircle(nil), canvas.NewText("", nil)}
		c.pills = append(c.pills, p)
		r.objects = append(r.objects, p.back, p.mark, p.dot, p.word)
	}
}

func (r *choiceRenderer) fill() {
	c := r.c
	r.draw()
	c.place(c.Size().Width, func(i int, x, y, w, h float32) {
		p := c.pills[i]
		chosen := c.options[i].ID == c.value
		p.back.Move(fyne.NewPos(x, y))
		p.back.Resize(fyne.NewSize(w, h))
		p.back.CornerRadius = h / 2
		p.back.FillColor, p.back.StrokeColor, p.back.StrokeWidth = themeColor(colorCard), themeColor(theme.ColorNameInputBorder), 1
		if chosen {
			p.back.FillColor, p.back.StrokeColor, p.back.StrokeWidth = themeColor(colorSoft), themeColor(colorAccent), 1.5
		}
		if c.hovered == i && !chosen {
			p.back.FillColor = themeColor(theme.ColorNameBackground)
		}
		if c.focused && (chosen || c.index() < 0 && i == 0) {
			p.back.StrokeColor, p.back.StrokeWidth = themeColor(colorInk), 2.5
		}
		side := unit(14)
		p.mark.Move(fyne.NewPos(x+unit(12), y+(h-side)/2))
		p.mark.Resize(fyne.NewSquareSize(side))
		p.mark.FillColor, p.mark.StrokeColor, p.mark.StrokeWidth = themeColor(colorCard), themeColor(theme.ColorNameInputBorder), 1.5
		p.dot.FillColor = themeColor(colorAccent)
		p.dot.Hidden, p.mark.Hidden = !chosen || c.tabs, c.tabs
		p.dot.Move(fyne.NewPos(x+unit(12)+side/4, y+(h-side/2)/2))
		p.dot.Resize(fyne.NewSquareSize(side / 2))
		if chosen {
			p.mark.StrokeColor = themeColor(colorAccent)
		}
		p.word.Text, p.word.TextSize, p.word.Color = c.options[i].Label, themeSize(sizeText), themeColor(colorInk)
		p.word.Move(fyne.NewPos(x+c.wordAt(), y))
		p.word.Resize(fyne.NewSize(w, h))
	})
}

func (r *choiceRenderer) Layout(fyne.Size)             { r.fill() }
func (r *choiceRenderer) MinSize() fyne.Size           { return r.c.MinSize() }
func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *choiceRenderer) Destroy()                     {}

func (r *choiceRenderer) Refresh() {
	r.fill()
	canvas.Refresh(r.c)
}
