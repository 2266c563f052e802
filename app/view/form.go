package view

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"perspectief/app/vm"
)

// form shows sections of questions as cards. It builds its widgets once for a shape of questions, and copies values
// into them as long as the shape stays the same.
type form struct {
	words    vm.Words
	set      func(id, value string)
	value    func(id string) string
	relayout func()
	keys     func(fyne.Shortcut) bool
	pressed  string // the button that is pressed just now

	shape    string
	sections []*section
	boxes    map[string]*fyne.Container // by id of the section, so that a screen can arrange them
}

type section struct {
	title, intro, value *text
	chart               *figure
	table               *table
	rows                []*row
	actions             []*button
}

func newForm(words vm.Words, set func(id, value string), value func(id string) string, relayout func(), keys func(fyne.Shortcut) bool) *form {
	return &form{words: words, set: set, value: value, relayout: relayout, keys: keys}
}

// press gives the answer of a button, which may build the cards anew.
func (f *form) press(id string) {
	f.pressed = id
	f.set(id, "")
	f.pressed = ""
}

// update shows the sections. It tells whether the cards are new, so that a screen puts them in their places.
func (f *form) update(sections []vm.Section) (rebuilt bool) {
	if s := shapeOf(sections); s != f.shape {
		f.shape = s
		f.build(sections)
		return true
	}
	for i, s := range sections {
		f.sections[i].update(s)
	}
	return false
}

// shapeOf is everything of the sections that the widgets are built from: all but words that may change in them.
func shapeOf(sections []vm.Section) string {
	var b strings.Builder
	for _, s := range sections {
		b.WriteString("\n#" + s.ID + tableShape(s.Table))
		if s.Chart != nil {
			b.WriteString("~")
		}
		for _, r := range s.Rows {
			b.WriteString("\n" + r.ID + "|" + r.Help)
			for _, f := range r.Fields {
				b.WriteString(";" + f.ID + ":" + strconv.Itoa(int(f.Kind)))
				for _, o := range f.Options {
					b.WriteString("," + o.ID)
				}
			}
		}
		for _, a := range s.Actions {
			b.WriteString("\n+" + a.ID)
		}
	}
	return b.String()
}

func (f *form) build(sections []vm.Section) {
	f.sections = nil
	f.boxes = map[string]*fyne.Container{}
	for _, s := range sections {
		w := &section{}
		w.title = newText(s.Title, sizeSub, colorInk).bold()
		w.intro = muted(s.Intro)
		w.value = newText(s.Value, sizeSub, colorInk).bold().oneLine()
		objects := []fyne.CanvasObject{w.intro}
		if s.Title != "" {
			objects = []fyne.CanvasObject{newLine(10, 1, newPictogram(s.Icon, 22, colorAccent), w.title, w.value), w.intro}
		}
		if s.Chart != nil {
			w.chart = newFigure()
			objects = append(objects, w.chart)
		}
		if s.Table != nil {
			w.table = newTable(*s.Table)
			objects = append(objects, w.table.box)
		}
		for _, r := range s.Rows {
			row := f.newRow(r)
			w.rows = append(w.rows, row)
			objects = append(objects, row.box)
		}
		if len(s.Actions) > 0 {
			buttons := newWrapped(8)
			for _, a := range s.Actions {
				b := newButton(a.ID, a.Label, a.Icon, quiet, func() { f.press(a.ID) })
				w.actions = append(w.actions, b)
				buttons.Add(b)
			}
			objects = append(objects, buttons)
		}
		w.update(s)
		f.sections = append(f.sections, w)
		f.boxes[s.ID] = newCard(objects...)
		if s.Title == "" { // one question on its own
			f.boxes[s.ID] = newLayers(newSurface(colorCard, colorBorder, 14), newInset(20, 10, newStack(8, objects...)))
		}
	}
}

func (w *section) update(s vm.Section) {
	w.title.set(s.Title)
	w.intro.set(s.Intro)
	w.value.set(s.Value)
	show(w.intro, s.Intro != "")
	if w.chart != nil {
		w.chart.update(*s.Chart)
	}
	if w.table != nil {
		w.table.update(*s.Table)
	}
	for i, r := range s.Rows {
		w.rows[i].update(r)
	}
	for i, a := range s.Actions {
		w.actions[i].set(a.Label)
	}
}

// focusable finds the widget of a field or an action.
func (f *form) focusable(id string) fyne.Focusable {
	for _, s := range f.sections {
		for _, r := range s.rows {
			for _, w := range r.fields {
				if w.id == id {
					return w.self
				}
			}
		}
		for _, b := range s.actions {
			if b.id == id {
				return b
			}
		}
	}
	return nil
}

// ids are the fields and buttons in reading order.
func (f *form) ids() []string {
	var ids []string
	for _, s := range f.sections {
		for _, r := range s.rows {
			for _, w := range r.fields {
				ids = append(ids, w.id)
			}
		}
		for _, b := range s.actions {
			ids = append(ids, b.id)
		}
	}
	return ids
}

// afterPress is where to go on when a button changed the cards, which had other fields before: at the first new field,
// and when there is none and the button went with its row, at what stood nearest to it.
func (f *form) afterPress(pressed string, before []string) string {
	kept := false
	for _, id := range before {
		kept = kept || f.focusable(id) != nil
	}
	if !kept {
		return "" // another page
	}
	for _, id := range f.ids() {
		if _, isButton := f.focusable(id).(*button); !isButton && !slices.Contains(before, id) {
			return id
		}
	}
	at := slices.Index(before, pressed)
	for i := at; i >= 0 && i < len(before); i++ {
		if f.focusable(before[i]) != nil {
			return before[i]
		}
	}
	for i := at - 1; i >= 0; i-- {
		if f.focusable(before[i]) != nil {
			return before[i]
		}
	}
	return ""
}
