package view

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"perspectief/app/vm"
)

// sheet shows a question over the window. The window below it cannot be used until it is answered.
type sheet struct {
	f      *Frame
	number int
	popup  *widget.PopUp

	title, text, busy *text
	form              *form
	cards             *fyne.Container
	buttons           *fyne.Container
	ids               []string
	hint              string // what was wrong when it was shown last
	head              *fyne.Container
	scroll            *scroll
	foot, whole       *fyne.Container
}

const (
	sheetWidth  = 600
	sheetMargin = 40 // at least this much of the window stays in sight on every side
)

// showSheet opens, changes or closes the question over the window.
func (f *Frame) showSheet() {
	state := f.talk.Sheet()
	if f.sheet != nil && (state == nil || f.sheet.number != state.Number) {
		f.sheet.popup.Hide()
		f.sheet = nil
	}
	if state == nil {
		return
	}
	if f.sheet == nil {
		f.closeOverlays()
		f.sheet = f.newSheet(*state)
		f.sheet.update(*state)
		f.sheet.popup.Show()
		f.sheet.fit()
		f.sheet.focusFirst(*state)
		if len(state.Parts) > 0 { // what is read out comes before the answer that has the keys
			f.sheet.scroll.ScrollToTop()
		}
		return
	}
	f.sheet.update(*state)
	f.sheet.fit()
	f.sheet.revealHint(*state)
}

// revealHint scrolls to the first field with which something is wrong, when that is news.
func (s *sheet) revealHint(state vm.Sheet) {
	before := s.hint
	s.hint = ""
	for _, sec := range state.Sections {
		for _, r := range sec.Rows {
			if r.Hint == "" || s.hint != "" {
				continue
			}
			s.hint = r.ID + r.Hint
			if o, ok := s.form.focusable(r.ID).(fyne.CanvasObject); ok && s.hint != before {
				intoSight(o)
			}
		}
	}
}

// closeOverlays closes what lies over the window: lists and dialogs of the toolkit.
func (f *Frame) closeOverlays() {
	for _, o := range f.window.Canvas().Overlays().List() {
		o.Hide()
		f.window.Canvas().Overlays().Remove(o)
	}
}

func (f *Frame) newSheet(state vm.Sheet) *sheet {
	s := &sheet{f: f, number: state.Number, ids: []string{""}}
	s.title = newText(state.Title, sizeSub, colorInk).bold()
	s.text, s.busy = body(""), newText("", sizeText, colorAccent).bold()
	s.form = newForm(f.words, f.talk.Fill, f.talk.Filled, s.fit, f.typed)
	s.cards, s.buttons = newStack(12), newWrapped(10)
	s.head = newInset(22, 16, newLine(12, 1, newPictogram(state.Icon, 26, colorAccent), s.title))
	parts := newParts(state.Parts)
	show(parts, len(state.Parts) > 0)
	s.scroll = newScroll(newInset(22, 2, newStack(14, s.text, parts, s.cards)))
	s.scroll.OnScrolled = func(fyne.Position) { f.talk.Active() }
	s.foot = newInset(22, 16, newStack(8, s.busy, s.buttons))
	s.whole = container.New(sheetLayout{}, s.head, s.scroll, s.foot)
	s.popup = widget.NewModalPopUp(newWatcher(s.whole, f.talk.Active), f.window.Canvas())
	return s
}

// newParts shows what is to be read out: titles with points under them.
func newParts(parts []vm.ReadOut) *fyne.Container {
	all := newStack(12)
	for _, p := range parts {
		points := newStack(3, body(p.Title).bold())
		for _, words := range p.Points {
			points.Add(container.New(&line{gap: 8, grow: 1, top: true}, body("•"), body(words)))
		}
		all.Add(points)
	}
	return all
}

func (s *sheet) update(state vm.Sheet) {
	s.title.set(state.Title)
	s.text.set(state.Text)
	s.busy.set(state.Busy)
	show(s.text, state.Text != "")
	show(s.busy, state.Busy != "")
	typing := typingIn(s.f.window.Canvas().Focused())
	if s.form.update(state.Sections) {
		s.cards.Objects = nil
		for _, sec := range state.Sections {
			s.cards.Add(s.form.boxes[sec.ID])
		}
		s.enterAnswers(state)
		if w := s.form.focusable(typing.id); w != nil {
			typing.goOn(s.f.window.Canvas(), w)
		}
	}
	show(s.cards, len(state.Sections) > 0)
	s.showButtons(state)
}

// enterAnswers lets the enter key in the last field give the usual answer.
func (s *sheet) enterAnswers(state vm.Sheet) {
	var last *textEntry
	for _, id := range vm.FieldIDs(state.Sections) {
		if e, ok := s.form.focusable(id).(*textEntry); ok {
			last = e
		}
	}
	if last != nil {
		last.OnSubmitted = func(string) { s.f.talk.Fill(state.Buttons[0].ID, "") }
	}
}

func (s *sheet) showButtons(state vm.Sheet) {
	var ids []string
	for _, b := range state.Buttons {
		ids = append(ids, b.ID)
	}
	if !slices.Equal(ids, s.ids) {
		s.ids, s.buttons.Objects = ids, nil
		for i, b := range state.Buttons {
			style := plain
			if i == 0 {
				style = primary
			}
			s.buttons.Add(newButton(b.ID, b.Label, b.Icon, style, func() { s.f.talk.Fill(b.ID, "") }))
		}
	}
	for i, b := range state.Buttons {
		s.buttons.Objects[i].(*button).set(b.Label)
	}
}

// fit gives the question the size it needs, as far as the window has room for it.
func (s *sheet) fit() {
	window := s.f.window.Canvas().Size()
	width := min(unit(sheetWidth), window.Width-2*sheetMargin)
	height := heightFor(s.head, width) + heightFor(s.scroll.Content, width) + heightFor(s.foot, width) + unit(6)
	size := fyne.NewSize(width, min(height, window.Height-2*sheetMargin))
	s.popup.Resize(size)
	s.popup.Move(fyne.NewPos((window.Width-size.Width)/2, (window.Height-size.Height)/2))
	arrange(s.whole)
}

// sheetLayout puts the title above, the answers below, and what is between them in the rest.
type sheetLayout struct{}

func (sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

func (sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, middle, foot := objects[0], objects[1], objects[2]
	top, bottom := heightFor(head, size.Width), heightFor(foot, size.Width)
	head.Resize(fyne.NewSize(size.Width, top))
	middle.Move(fyne.NewPos(0, top))
	middle.Resize(fyne.NewSize(size.Width, max(0, size.Height-top-bottom)))
	foot.Move(fyne.NewPos(0, size.Height-bottom))
	foot.Resize(fyne.NewSize(size.Width, bottom))
}

// focusFirst goes to the first field, or to the usual answer.
func (s *sheet) focusFirst(state vm.Sheet) {
	c := s.f.window.Canvas()
	for _, id := range vm.FieldIDs(state.Sections) {
		switch e := s.form.focusable(id).(type) {
		case *textEntry:
			c.Focus(e)
			e.TypedShortcut(&fyne.ShortcutSelectAll{}) // a name that is proposed is typed over
			return
		case *choice:
			c.Focus(e)
			return
		}
	}
	if len(s.buttons.Objects) > 0 {
		c.Focus(s.buttons.Objects[0].(*button))
	}
}

// watcher notices that the pointer moves over the window, so that it is not locked.
type watcher struct {
	widget.BaseWidget
	content fyne.CanvasObject
	moved   func()
}

func newWatcher(content fyne.CanvasObject, moved func()) *watcher {
	w := &watcher{content: content, moved: moved}
	w.ExtendBaseWidget(w)
	return w
}

// MouseIn implements desktop.Hoverable.
func (w *watcher) MouseIn(*desktop.MouseEvent) { w.moved() }

// MouseMoved implements desktop.Hoverable.
func (w *watcher) MouseMoved(*desktop.MouseEvent) { w.moved() }

// MouseOut implements desktop.Hoverable.
func (w *watcher) MouseOut() { w.moved() } // onto a button, or out of the window

// CreateRenderer implements fyne.Widget.
func (w *watcher) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(w.content) }
