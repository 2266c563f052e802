package view

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Texts wrap, so their height follows from their width. The toolkit asks for one smallest size only; the layouts
// here ask each part how high it is at the width it gets, from the window down.

// flower is a part whose height depends on its width.
type flower interface {
	HeightFor(width float32) float32
}

// flowLayout is a layout whose height depends on its width.
type flowLayout interface {
	fyne.Layout
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// heightFor is the height that an object needs at a width.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(flower); ok {
		return f.HeightFor(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if f, ok := c.Layout.(flowLayout); ok {
			return f.HeightFor(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

// widest is the largest smallest width of the objects.
func widest(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range visible(objects) {
		w = max(w, o.MinSize().Width)
	}
	return w
}

// stack puts objects under each other, with a gap between them.
type stack struct {
	gap   float32
	width *float32 // the last width, for MinSize
}

func newStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stack{gap: gap, width: new(float32)}, objects...)
}

func (s *stack) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	for i, o := range visible(objects) {
		if i > 0 {
			h += room(s.gap)
		}
		h += heightFor(o, width)
	}
	return h
}

func (s *stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, s.HeightFor(objects, max(w, *s.width)))
}

func (s *stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*s.width = size.Width
	var y float32
	for _, o := range visible(objects) {
		h := heightFor(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + room(s.gap)
	}
}

// inset leaves room around its objects, which lie on top of each other.
type inset struct {
	x, y  float32
	width *float32
}

func newInset(x, y float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&inset{x: x, y: y, width: new(float32)}, objects...)
}

func (l *inset) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	for _, o := range visible(objects) {
		h = max(h, heightFor(o, width-2*room(l.x)))
	}
	return h + 2*room(l.y)
}

func (l *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects) + 2*room(l.x)
	return fyne.NewSize(w, l.HeightFor(objects, max(w, *l.width)))
}

func (l *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*l.width = size.Width
	for _, o := range objects {
		o.Move(fyne.NewPos(room(l.x), room(l.y)))
		o.Resize(fyne.NewSize(size.Width-2*room(l.x), size.Height-2*room(l.y)))
	}
}

// columns puts objects beside each other when each gets at least its smallest width, else under each other.
// The objects get widths in proportion to their shares.
type columns struct {
	gap, min float32
	shares   []float32
	width    *float32
	even     bool // all get the same height
}

func newColumns(gap, minWidth float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{gap: gap, min: minWidth, shares: shares, width: new(float32)}, objects...)
}

func (c *columns) widths(width float32, n int) []float32 {
	var sum float32
	for i := range n {
		sum += c.shares[i]
	}
	room := width - float32(n-1)*room(c.gap)
	widths := make([]float32, n)
	for i := range n {
		widths[i] = room * c.shares[i] / sum
	}
	return widths
}

func (c *columns) beside(width float32, n int) bool {
	for _, w := range c.widths(width, n) {
		if w < unit(c.min) {
			return false
		}
	}
	return true
}

func (c *columns) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	shown := visible(objects)
	if !c.beside(width, len(shown)) {
		return (&stack{gap: c.gap}).HeightFor(objects, width)
	}
	var h float32
	for i, w := range c.widths(width, len(shown)) {
		h = max(h, heightFor(shown[i], w))
	}
	return h
}

func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, c.HeightFor(objects, max(w, *c.width)))
}

func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*c.width = size.Width
	shown := visible(objects)
	if !c.beside(size.Width, len(shown)) {
		(&stack{gap: c.gap, width: new(float32)}).Layout(objects, size)
		return
	}
	var x float32
	for i, w := range c.widths(size.Width, len(shown)) {
		shown[i].Move(fyne.NewPos(x, 0))
		h := heightFor(shown[i], w)
		if c.even {
			h = size.Height
		}
		shown[i].Resize(fyne.NewSize(w, h))
		x += w + room(c.gap)
	}
}

// line puts objects beside each other, centred on one line. The one that grows takes the room that is left.
type line struct {
	gap  float32
	grow int // index, -1 for none
	top  bool
}

func newLine(gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&line{gap: gap, grow: grow}, objects...)
}

func (l *line) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	var used float32
	shown := 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		shown++
		widths[i] = o.MinSize().Width
		if i != l.grow {
			used += widths[i]
		}
	}
	if l.grow >= 0 && l.grow < len(objects) {
		widths[l.grow] = max(0, width-used-float32(max(0, shown-1))*room(l.gap))
	}
	return widths
}

func (l *line) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var h float32
	for i, w := range l.widths(objects, width) {
		if objects[i].Visible() {
			h = max(h, heightFor(objects[i], w))
		}
	}
	return h
}

func (l *line) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var w float32
	for i, o := range visible(objects) {
		if i > 0 {
			w += room(l.gap)
		}
		w += o.MinSize().Width
	}
	return fyne.NewSize(w, l.HeightFor(objects, w))
}

func (l *line) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for i, w := range l.widths(objects, size.Width) {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		h := heightFor(o, w)
		y := (size.Height - h) / 2
		if l.top {
			y = 0
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		x += w + room(l.gap)
	}
}

// wrapped puts objects beside each other and goes to a next line when one does not fit.
type wrapped struct {
	gap   float32
	width *float32
}

func newWrapped(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapped{gap, new(float32)}, objects...)
}

func (l *wrapped) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, x, y float32, s fyne.Size)) float32 {
	type placed struct {
		o fyne.CanvasObject
		x float32
		s fyne.Size
	}
	var x, y, h float32
	var row []placed
	finish := func() {
		for _, p := range row {
			put(p.o, p.x, y+(h-p.s.Height)/2, p.s)
		}
		row = nil
	}
	for _, o := range visible(objects) {
		s := o.MinSize()
		s.Width = min(s.Width, width)
		s.Height = heightFor(o, s.Width)
		if x > 0 && x+s.Width > width+0.5 {
			finish()
			x, y, h = 0, y+h+room(l.gap), 0
		}
		row = append(row, placed{o, x, s})
		x += s.Width + room(l.gap)
		h = max(h, s.Height)
	}
	finish()
	return y + h
}

func (l *wrapped) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.place(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
}

func (l *wrapped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := widest(objects)
	return fyne.NewSize(w, l.HeightFor(objects, max(w, *l.width)))
}

func (l *wrapped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	*l.width = size.Width
	l.place(objects, size.Width, func(o fyne.CanvasObject, x, y float32, s fyne.Size) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(s)
	})
}

// fixed gives its one object a width that grows with the letters.
type fixed struct{ w float32 }

func newFixed(w float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixed{w}, o)
}

func (l fixed) HeightFor(objects []fyne.CanvasObject, _ float32) float32 {
	return heightFor(objects[0], unit(l.w))
}

func (l fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(unit(l.w), l.HeightFor(objects, 0))
}

func (l fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// page gives the object in a scroll container the width of the window and the height it needs there.
type page struct{}

func (page) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 100) }

func (page) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// arrange gives everything in a tree its place again. It lays out and nothing more: what shows other words drew itself
// already, and drawing the whole window for every keystroke would be slow.
func arrange(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
		for _, child := range o.Objects {
			if child.Visible() {
				arrange(child)
			}
		}
	case *scroll:
		size := o.Size()
		full := fyne.NewSize(size.Width, max(size.Height, heightFor(o.Content, size.Width)))
		if o.Content.Size() != full {
			o.Content.Resize(full)
			o.Refresh()
		}
		arrange(o.Content)
	}
}
