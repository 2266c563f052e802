package view

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// buttonStyle is how much a button asks for attention.
type buttonStyle int

const (
	primary buttonStyle = iota // the one thing to do next
	plain                      // other things
	quiet                      // words in the accent colour
	round                      // a pictogram only
)

// button is something to press, with a pictogram and a word.
type button struct {
	widget.BaseWidget
	id, label, icon string
	style           buttonStyle
	onTap           func()
	trailing        bool // the pictogram stands behind the word
	disabled        bool // there is nothing to do now

	focused, hovered bool
}

func newButton(id, label, icon string, style buttonStyle, onTap func()) *button {
	b := &button{id: id, label: label, icon: icon, style: style, onTap: onTap}
	b.ExtendBaseWidget(b)
	return b
}

func (b *button) set(label string) {
	if b.label != label {
		b.label = label
		b.Refresh()
	}
}

// enable tells whether there is something to do.
func (b *button) enable(can bool) {
	if b.disabled == can {
		b.disabled = !can
		b.Refresh()
	}
}

func (b *button) press() {
	if !b.disabled {
		b.onTap()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (b *button) AccessibilityLabel() string { return b.label }

// AccessibilityRole implements fyne.Accessible.
func (b *button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped implements fyne.Tappable.
func (b *button) Tapped(*fyne.PointEvent) { b.press() }

// FocusGained implements fyne.Focusable.
func (b *button) FocusGained() { intoSight(b); b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune presses at the space itself, and not at its key, which comes before it: what a press gives the keys to, such as the
// name of one more child or a passphrase, would begin with that space.
func (b *button) TypedRune(r rune) {
	if r == ' ' {
		b.press()
	}
}

// TypedKey implements fyne.Focusable.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	passKey(b, e)
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.press()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *button) MouseOut() { b.hovered = false; b.Refresh() }

// Cursor implements desktop.Cursorable.
func (b *button) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (b *button) textStyle() fyne.TextStyle { return fyne.TextStyle{Bold: b.style != plain} }

func (b *button) parts() (words fyne.Size, icon, pad, height float32) {
	if b.icon != "" {
		icon = unit(18)
	}
	if b.style == round {
		return fyne.Size{}, icon, unit(7), unit(32)
	}
	words = fyne.MeasureText(b.label, themeSize(sizeText), b.textStyle())
	pad = unit(16)
	if b.style == quiet {
		pad = unit(8)
	}
	return words, icon, pad, words.Height + 2*themeSize(theme.SizeNameInnerPadding) + 2
}

// MinSize is the pictogram and the word with room around them.
func (b *button) MinSize() fyne.Size {
	words, icon, pad, h := b.parts()
	if b.style == round {
		return fyne.NewSquareSize(h)
	}
	w := words.Width + icon + 2*pad
	if icon > 0 {
		w += unit(8)
	}
	return fyne.NewSize(w, h)
}

// CreateRenderer implements fyne.Widget.
func (b *button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b, canvas.NewRectangle(nil), &canvas.Image{FillMode: canvas.ImageFillContain}, canvas.NewText("", nil)}
	r.fill()
	return r
}

type buttonRenderer struct {
	b    *button
	back *canvas.Rectangle
	icon *canvas.Image
	word *canvas.Text
}

func (r *buttonRenderer) fill() {
	b, size := r.b, r.b.Size()
	words, icon, _, _ := b.parts()
	var ink, fill, edge fyne.ThemeColorName = colorAccent, "", ""
	switch b.style {
	case primary:
		ink, fill = theme.ColorNameForegroundOnPrimary, colorAccent
	case plain:
		ink, fill, edge = colorInk, colorCard, theme.ColorNameInputBorder
	case round:
		ink = colorMuted
	}
	if b.disabled {
		ink = theme.ColorNamePlaceHolder
	}
	r.back.FillColor, r.back.StrokeWidth = nil, 0
	if fill != "" {
		r.back.FillColor = themeColor(fill)
	}
	if edge != "" {
		r.back.StrokeColor, r.back.StrokeWidth = themeColor(edge), 1
	}
	if b.hovered && b.style != primary {
		r.back.FillColor = themeColor(colorSoft)
	}
	if b.focused {
		r.back.StrokeColor, r.back.StrokeWidth = themeColor(colorInk), 2.5
	}
	r.back.CornerRadius = 8
	if b.style == round {
		r.back.CornerRadius = size.Height / 2
	}
	r.back.Resize(size)

	w := words.Width + icon
	if icon > 0 && words.Width > 0 {
		w += unit(8)
	}
	x := (size.Width - w) / 2
	if b.style == quiet {
		x = unit(8)
	}
	r.icon.Hidden = icon == 0
	if icon > 0 {
		at := x
		if b.trailing {
			at = x + words.Width + unit(8)
		} else {
			x += icon + unit(8)
		}
		r.icon.Resource = pictogramResource(b.icon, ink)
		r.icon.Move(fyne.NewPos(at, (size.Height-icon)/2))
		r.icon.Resize(fyne.NewSquareSize(icon))
	}
	r.word.Text, r.word.TextStyle, r.word.TextSize, r.word.Color = b.label, b.textStyle(), themeSize(sizeText), themeColor(ink)
	if b.style == round {
		r.word.Text = ""
	}
	r.word.Move(fyne.NewPos(x, 0))
	r.word.Resize(fyne.NewSize(words.Width, size.Height))
}

func (r *buttonRenderer) Layout(fyne.Size)   { r.fill() }
func (r *buttonRenderer) MinSize() fyne.Size { return r.b.MinSize() }
func (r *buttonRenderer) Destroy()           {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.icon, r.word}
}

func (r *buttonRenderer) Refresh() {
	r.fill()
	canvas.Refresh(r.b)
}
