package view

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// scroll is what scrolls up and down. A turn of the wheel goes as far as in other programs: three lines of text.
type scroll struct {
	container.Scroll
}

// notch is how far the toolkit goes for a turn of the wheel, and wheelLines how often that fits in ours. What is less than
// a turn comes from a touch pad, which is exact already.
const (
	notch      = 25
	wheelLines = 3
)

func newScroll(content fyne.CanvasObject) *scroll {
	s := &scroll{}
	s.Content, s.Direction = content, container.ScrollVerticalOnly
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled implements fyne.Scrollable.
func (s *scroll) Scrolled(e *fyne.ScrollEvent) {
	faster := *e
	if e.Scrolled.DY >= notch || e.Scrolled.DY <= -notch {
		faster.Scrolled.DY *= wheelLines
	}
	s.Scroll.Scrolled(&faster)
}

// sightAbove and sightBelow are how much round what has the keys comes into sight with it: its label and its hint.
const (
	sightAbove = 36
	sightBelow = 28
)

// intoSight scrolls as little as is needed to see what got the keys, in whatever it stands in.
func intoSight(o fyne.CanvasObject) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil || o.Size().Height == 0 { // it has no place yet
		return
	}
	bringTo(c.Content(), o)
	for _, over := range c.Overlays().List() {
		bringTo(overlaid(over), o)
	}
}

// overlaid is what an overlay shows. The toolkit wraps a pop-up in a type of its own that cannot be named here.
func overlaid(over fyne.CanvasObject) fyne.CanvasObject {
	if v := reflect.Indirect(reflect.ValueOf(over)); v.Kind() == reflect.Struct {
		if f := v.FieldByName("Content"); f.IsValid() && f.CanInterface() {
			if content, ok := f.Interface().(fyne.CanvasObject); ok {
				return content
			}
		}
	}
	return over
}

// bringTo finds an object and scrolls to it. It gives how far the object lies under the top of what it stands in.
func bringTo(in, o fyne.CanvasObject) (float32, bool) {
	if in == o {
		return 0, true
	}
	switch w := in.(type) {
	case *fyne.Container:
		for _, child := range w.Objects {
			if y, found := bringTo(child, o); found {
				return child.Position().Y + y, true
			}
		}
	case *watcher:
		return bringTo(w.content, o)
	case *widget.PopUp:
		return bringTo(w.Content, o)
	case *scroll:
		y, found := bringTo(w.Content, o)
		if found {
			w.uncover(y, o.Size().Height)
		}
		return y - w.Offset.Y, found
	}
	return 0, false
}

// uncover scrolls until a strip of the content can be seen.
func (s *scroll) uncover(y, height float32) {
	top, bottom := y-unit(sightAbove), y+height+unit(sightBelow)-s.Size().Height
	switch {
	case y >= s.Offset.Y && y+height <= s.Offset.Y+s.Size().Height:
	case top < s.Offset.Y:
		s.ScrollToOffset(fyne.NewPos(0, max(0, top)))
	default:
		s.ScrollToOffset(fyne.NewPos(0, min(top, bottom)))
	}
}

// wheel lies over a field of one line and gives the turns of the wheel to the page. The field would keep them, and the page
// would stand still as soon as the pointer came over a field.
type wheel struct {
	widget.BaseWidget
}

func underWheel(field fyne.CanvasObject) *fyne.Container {
	w := &wheel{}
	w.ExtendBaseWidget(w)
	return newLayers(field, w)
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w); c != nil {
		for _, root := range append(c.Overlays().List(), c.Content()) {
			if s, found := scrollAround(overlaid(root), w); found && s != nil {
				s.Scrolled(e)
				return
			}
		}
	}
}

// scrollAround is the innermost part that scrolls in which an object stands.
func scrollAround(in, o fyne.CanvasObject) (*scroll, bool) {
	if in == o {
		return nil, true
	}
	switch w := in.(type) {
	case *fyne.Container:
		for _, child := range w.Objects {
			if s, found := scrollAround(child, o); found {
				return s, true
			}
		}
	case *watcher:
		return scrollAround(w.content, o)
	case *widget.PopUp:
		return scrollAround(w.Content, o)
	case *scroll:
		s, found := scrollAround(w.Content, o)
		if found && s == nil {
			s = w
		}
		return s, found
	}
	return nil, false
}

// HeightFor implements flower: it takes the size of the field.
func (w *wheel) HeightFor(float32) float32 { return 0 }

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
