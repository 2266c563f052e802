package view

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"perspectief/app/vm"
)

// stepButton is one step in the path of the talk.
type stepButton struct {
	widget.BaseWidget
	state vm.StepState
	first bool // no line to a step above
	last  bool
	onTap func()
	name  *text

	focused, hovered bool
}

func newStepButton(state vm.StepState, first, last bool, onTap func()) *stepButton {
	b := &stepButton{state: state, first: first, last: last, onTap: onTap, name: body(state.Name)}
	b.ExtendBaseWidget(b)
	return b
}

func (b *stepButton) set(state vm.StepState) {
	if b.state != state {
		b.state = state
		b.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (b *stepButton) AccessibilityLabel() string { return b.state.Number + " " + b.state.Name }

// AccessibilityRole implements fyne.Accessible.
func (b *stepButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped implements fyne.Tappable.
func (b *stepButton) Tapped(*fyne.PointEvent) { b.onTap() }

// FocusGained implements fyne.Focusable.
func (b *stepButton) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *stepButton) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *stepButton) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *stepButton) TypedKey(e *fyne.KeyEvent) {
	passKey(b, e)
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.onTap()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *stepButton) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *stepButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *stepButton) MouseOut() { b.hovered = false; b.Refresh() }

// Cursor implements desktop.Cursorable.
func (b *stepButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

const (
	ringSide = 30
	stepPad  = 7
	stepText = 10 + ringSide + 12 // where the name begins
)

// HeightFor implements flower.
func (b *stepButton) HeightFor(width float32) float32 {
	return max(unit(ringSide), b.name.HeightFor(width-unit(stepText+8))) + 2*unit(stepPad)
}

// MinSize is the ring with the longest word.
func (b *stepButton) MinSize() fyne.Size {
	w := b.name.MinSize().Width + unit(stepText+8)
	return fyne.NewSize(w, b.HeightFor(max(w, b.Size().Width)))
}

// CreateRenderer implements fyne.Widget.
func (b *stepButton) CreateRenderer() fyne.WidgetRenderer {
	r := &stepRenderer{b: b, back: canvas.NewRectangle(nil), above: canvas.NewRectangle(nil), below: canvas.NewRectangle(nil),
		ring: canvas.NewCircle(nil), number: canvas.NewText("", nil)}
	r.fill()
	return r
}

type stepRenderer struct {
	b                  *stepButton
	back, above, below *canvas.Rectangle
	ring               *canvas.Circle
	number             *canvas.Text
}

func (r *stepRenderer) fill() {
	b, size := r.b, r.b.Size()
	side := unit(ringSide)
	top := (size.Height - side) / 2
	left := unit(10)

	r.back.FillColor, r.back.StrokeWidth, r.back.CornerRadius = nil, 0, 10
	switch {
	case b.state.Open:
		r.back.FillColor = themeColor(colorSoft)
	case b.hovered:
		r.back.FillColor = themeColor(theme.ColorNameBackground)
	}
	if b.focused {
		r.back.StrokeColor, r.back.StrokeWidth = themeColor(colorInk), 2.5
	}
	r.back.Move(fyne.NewPos(0, unit(2)))
	r.back.Resize(fyne.NewSize(size.Width, size.Height-unit(4)))

	middle := left + side/2 - 1
	r.above.FillColor, r.below.FillColor = themeColor(colorBorder), themeColor(colorBorder)
	r.above.Hidden, r.below.Hidden = b.first, b.last
	r.above.Move(fyne.NewPos(middle, 0))
	r.above.Resize(fyne.NewSize(2, top))
	r.below.Move(fyne.NewPos(middle, top+side))
	r.below.Resize(fyne.NewSize(2, size.Height-top-side))

	r.ring.Move(fyne.NewPos(left, top))
	r.ring.Resize(fyne.NewSquareSize(side))
	r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth = themeColor(colorCard), themeColor(colorAccent), 1.5
	r.number.Color = themeColor(colorAccent)
	if b.state.Open {
		r.ring.FillColor = themeColor(colorAccent)
		r.number.Color = themeColor(theme.ColorNameForegroundOnPrimary)
	}
	r.number.Text, r.number.TextSize, r.number.TextStyle.Bold = b.state.Number, themeSize(sizeText), true
	r.number.Alignment = fyne.TextAlignCenter
	r.number.Move(fyne.NewPos(left, top))
	r.number.Resize(fyne.NewSquareSize(side))

	b.name.words = b.state.Name
	b.name.style.Bold = b.state.Open
	w := size.Width - unit(stepText+8)
	h := b.name.HeightFor(w)
	b.name.Move(fyne.NewPos(unit(stepText), (size.Height-h)/2))
	b.name.Resize(fyne.NewSize(w, h))
	b.name.Refresh()
}

func (r *stepRenderer) Layout(fyne.Size)   { r.fill() }
func (r *stepRenderer) MinSize() fyne.Size { return r.b.MinSize() }
func (r *stepRenderer) Destroy()           {}

func (r *stepRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.above, r.below, r.ring, r.number, r.b.name}
}

func (r *stepRenderer) Refresh() {
	r.fill()
	canvas.Refresh(r.b)
}
