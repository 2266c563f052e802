package view

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"perspectief/app/vm"
)

// screen is the part of the window that one step fills: a title and cards in two columns that scroll.
type screen struct {
	talk  *vm.Talk
	words vm.Words
	step  vm.Step

	title, intro *text
	badge        *text
	chip         *fyne.Container
	pages        *choice // made anew when the step gets other pages
	pagesBox     *fyne.Container
	form         *form
	left, right  *fyne.Container
	cards        *fyne.Container
	extra        *fyne.Container // what the step has beside cards
	refresh      func()          // copies what the step has beside cards
	first        bool            // the first page of the step is shown
	turn         int             // of the view model, when it last asked to go to a field
	goal         string          // the field to go to, once everything has its place
	seen         *fyne.Position  // what was in sight before the cards were built anew
	back, next   *button
	content      *fyne.Container
	scroll       *scroll
	foot         *fyne.Container
	whole        *fyne.Container // what scrolls, and under it the way back and on, always in sight
}

const (
	columnGap = 20
	minColumn = 430
)

func newScreen(talk *vm.Talk, words vm.Words, step vm.Step, keys func(fyne.Shortcut) bool) *screen {
	s := &screen{talk: talk, words: words, step: step}
	s.title = newText("", sizeHeading, colorInk).bold()
	s.intro = newText("", sizeText, colorMuted)
	s.badge = newText("", sizeSmall, colorHint).bold().oneLine()
	s.chip = newLayers(newSurface(colorWarm, "", 12), newInset(12, 4, s.badge))
	s.left, s.right, s.extra = newStack(columnGap), newStack(columnGap), newStack(columnGap)
	s.form = newForm(words, talk.Set, talk.Value, func() { arrange(s.scroll) }, keys)
	s.back = newButton("terug", words.Back, "arrow-left", plain, talk.Back)
	s.next = newButton("verder", "", "arrow-right", primary, talk.Next)
	s.next.trailing = true
	s.cards = newColumns(columnGap, minColumn, []float32{1, 1}, s.left, s.right)
	before, after := s.extra, s.cards
	if step == vm.Hours { // first whose hours, then the curve
		before, after = s.cards, s.extra
	}
	s.pagesBox = newStack(0)
	s.content = newStack(16, newStack(3, newLine(12, 0, s.title, s.chip), s.intro), s.pagesBox, before, after)
	s.scroll = newScroll(newInset(28, 6, s.content))
	s.scroll.OnScrolled = func(fyne.Position) { talk.Active() }
	s.foot = newLayers(newSurface(theme.ColorNameBackground, "", 0), newInset(28, 10, newLine(12, -1, s.back, s.next)))
	s.whole = container.NewBorder(nil, s.foot, nil, nil, s.scroll)
	return s
}

// update copies what the view model says.
func (s *screen) update(state vm.Screen, frame vm.Frame) {
	s.title.set(state.Title)
	s.intro.set(state.Intro)
	all := append(append([]vm.Section{}, state.Left...), state.Right...)
	typing := s.typing()
	s.showPages(state)
	pressed, before, seen := s.form.pressed, s.form.ids(), s.scroll.Offset
	if s.form.update(all) {
		s.seen = &seen
		s.place(state)
		s.goOn(typing)
		if pressed != "" {
			s.goal = s.form.afterPress(pressed, before)
		}
	}
	if state.Turn != s.turn {
		s.turn, s.goal = state.Turn, state.Focus
	}
	s.first = state.First
	show(s.cards, len(all) > 0)
	if s.refresh != nil {
		s.refresh()
	}
	s.badge.set(frame.Badge)
	show(s.chip, frame.Badge != "")
	show(s.extra, state.First && len(s.extra.Objects) > 0)
	show(s.back, frame.Back != "")
	show(s.next, frame.Next != "")
	s.next.set(frame.Next)
}

// showPages shows the pages that the step has now.
func (s *screen) showPages(state vm.Screen) {
	show(s.pagesBox, len(state.Pages) > 0)
	if s.pages == nil || !slices.Equal(s.pages.options, state.Pages) {
		s.pages = newChoice("bladen", state.Pages, state.Page, s.openPage)
		s.pages.tabs = true
		s.pagesBox.Objects = []fyne.CanvasObject{s.pages}
	}
	s.pages.set(state.Page)
}

func (s *screen) openPage(id string) {
	s.talk.OpenPage(id)
	s.scroll.ScrollToTop()
}

// place arranges the cards in their columns.
func (s *screen) place(state vm.Screen) {
	fill := func(column *fyne.Container, sections []vm.Section) {
		column.Objects = nil
		for _, sec := range sections {
			column.Add(s.form.boxes[sec.ID])
		}
		show(column, len(sections) > 0)
	}
	fill(s.left, state.Left)
	fill(s.right, state.Right)
}

func (s *screen) canvas() fyne.Canvas { return fyne.CurrentApp().Driver().CanvasForObject(s.scroll) }

// typing is what somebody is doing in a field of this screen.
func (s *screen) typing() typing {
	if c := s.canvas(); c != nil {
		return typingIn(c.Focused())
	}
	return typing{}
}

// goOn gives the keys back to a field after the cards were built anew.
func (s *screen) goOn(with typing) {
	c := s.canvas()
	if f := s.form.focusable(with.id); f != nil && c != nil {
		with.goOn(c, f)
	}
}

// reveal goes to the field that the view model asked for, and brings it into sight. Cards that were built anew stay where
// they were.
func (s *screen) reveal() {
	if s.seen != nil {
		s.scroll.Offset = *s.seen
		s.scroll.Refresh()
		s.seen = nil
	}
	if s.goal == "" {
		return
	}
	f, ok := s.form.focusable(s.goal).(fyne.CanvasObject)
	s.goal = ""
	c := s.canvas()
	if !ok || c == nil {
		return
	}
	c.Focus(f.(fyne.Focusable))
	room := s.scroll.Size().Height
	if y, _ := depth(s.scroll.Content, f); y < s.scroll.Offset.Y || y+f.Size().Height > s.scroll.Offset.Y+room {
		s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-room/3)))
	}
}

// depth is how far an object lies under the top of what it stands in. The driver does not know that yet of what was never drawn.
func depth(in, o fyne.CanvasObject) (float32, bool) {
	if in == o {
		return 0, true
	}
	c, ok := in.(*fyne.Container)
	if !ok {
		return 0, false
	}
	for _, child := range c.Objects {
		if y, found := depth(child, o); found {
			return child.Position().Y + y, true
		}
	}
	return 0, false
}

// idOf is the id of one of our widgets.
func idOf(o any) string {
	switch w := o.(type) {
	case *AmountField:
		return w.id
	case *textEntry:
		return w.id
	case *picker:
		return w.id
	case *choice:
		return w.id
	case *button:
		return w.id
	case *stepButton:
		return "stap." + w.state.Number
	case *slider:
		return w.id
	}
	return ""
}

// slider is a slider with an id, for the list of what can have the focus.
type slider struct {
	widget.Slider
	id string
}

func newSlider(id string, from, to, step float64, onChange func(float64)) *slider {
	s := &slider{id: id}
	s.Min, s.Max, s.Step = from, to, step
	s.OnChanged = onChange
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey passes on the keys of the window.
func (s *slider) TypedKey(e *fyne.KeyEvent) {
	passKey(s, e)
	s.Slider.TypedKey(e)
}
