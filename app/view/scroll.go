package view

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
