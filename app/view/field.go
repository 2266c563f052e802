package view

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"perspectief/app/vm"
)

// AmountField takes an amount as people write it: text in, text out. It keeps every keystroke; what the text means is
// for the view model, which answers with a hint. The text is tidied when the field loses the focus.
type AmountField struct {
	widget.Entry
	id      string
	onText  func(text string)
	tidy    func() string            // the text as it should stand, when nobody types
	keys    func(fyne.Shortcut) bool // the keys of the window
	hasKeys bool
	placed  bool // clicked or typed in since it got the focus
	resumed bool // it takes the place of a field in which somebody types
}

func newAmountField(id, value string, onText func(string), tidy func() string, keys func(fyne.Shortcut) bool) *AmountField {
	f := &AmountField{id: id, onText: onText, tidy: tidy, keys: keys}
	f.ExtendBaseWidget(f)
	f.Text = value
	f.OnChanged = func(s string) { f.onText(s) }
	f.OnSubmitted = func(string) { focusNextAmount(f) }
	return f
}

// FocusGained selects all, so that typing replaces the amount.
func (f *AmountField) FocusGained() {
	intoSight(f)
	f.hasKeys, f.placed = true, false
	f.Entry.FocusGained()
	if f.resumed {
		f.resumed, f.placed = false, true
		return
	}
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// FocusLost shows the amount in its usual form.
func (f *AmountField) FocusLost() {
	f.hasKeys = false
	f.Entry.FocusLost()
	f.show(f.tidy())
}

// Tapped selects all at the first click, as the tab key does. A second click places the cursor.
func (f *AmountField) Tapped(e *fyne.PointEvent) {
	f.Entry.Tapped(e)
	if !f.hasKeys {
		return // a slow click: the typing goes on elsewhere by now
	}
	if !f.placed {
		f.placed = true
		f.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// TypedRune keeps what is typed before the click is told, which comes late on a slow computer.
func (f *AmountField) TypedRune(r rune) {
	f.placed = true
	f.Entry.TypedRune(r)
}

// TypedShortcut passes on the keys of the window, which a field would swallow, and keeps those of the text.
func (f *AmountField) TypedShortcut(s fyne.Shortcut) { typedShortcut(&f.Entry, s, f.keys) }

// TypedKey passes on the keys that mean nothing in a text.
func (f *AmountField) TypedKey(e *fyne.KeyEvent) {
	passKey(f, e)
	f.Entry.TypedKey(e)
}

// show puts text into the field without telling the view model, and never under the hands of somebody who types.
func (f *AmountField) show(value string) {
	if f.hasKeys || f.Text == value {
		return
	}
	changed := f.OnChanged
	f.OnChanged = nil
	f.SetText(value)
	f.OnChanged = changed
}

// textEntry is free text.
type textEntry struct {
	widget.Entry
	id      string
	keys    func(fyne.Shortcut) bool
	hasKeys bool
}

func newTextEntry(field vm.Field, onText func(string), keys func(fyne.Shortcut) bool) *textEntry {
	f := &textEntry{id: field.ID, keys: keys}
	f.ExtendBaseWidget(f)
	if field.Kind == vm.NoteField {
		f.MultiLine, f.Wrapping = true, fyne.TextWrapWord
		f.SetMinRowsVisible(noteLines)
	}
	f.Text = field.Value
	f.PlaceHolder = field.Placeholder
	f.Password = field.Kind == vm.SecretField
	f.OnChanged = onText
	f.OnSubmitted = func(string) { focusNext(f) }
	return f
}

// noteLines is how many lines of a note can be seen.
const noteLines = 3

// AcceptsTab lets the tab key leave a text of several lines, too.
func (f *textEntry) AcceptsTab() bool { return false }

// FocusGained remembers that somebody types.
func (f *textEntry) FocusGained() { intoSight(f); f.hasKeys = true; f.Entry.FocusGained() }

// FocusLost remembers that nobody types.
func (f *textEntry) FocusLost() { f.hasKeys = false; f.Entry.FocusLost() }

// TypedShortcut passes on the keys of the window, which a field would swallow, and keeps those of the text.
func (f *textEntry) TypedShortcut(s fyne.Shortcut) { typedShortcut(&f.Entry, s, f.keys) }

// TypedKey passes on the keys that mean nothing in a text.
func (f *textEntry) TypedKey(e *fyne.KeyEvent) {
	passKey(f, e)
	f.Entry.TypedKey(e)
}

func (f *textEntry) show(value string) {
	if f.hasKeys || f.Text == value {
		return
	}
	changed := f.OnChanged
	f.OnChanged = nil
	f.SetText(value)
	f.OnChanged = changed
}

// typing is what somebody is doing in a field, so that it goes on in the field that takes its place: a keystroke can build
// the cards anew, and the next one must not replace what was typed.
type typing struct {
	id, text    string
	row, column int
}

func typingIn(o fyne.Focusable) typing {
	k := typing{id: idOf(o)}
	if e := entryOf(o); e != nil {
		k.text, k.row, k.column = e.Text, e.CursorRow, e.CursorColumn
	}
	return k
}

// goOn gives the keys to the field that took the place.
func (k typing) goOn(c fyne.Canvas, o fyne.Focusable) {
	e := entryOf(o)
	if e == nil {
		c.Focus(o)
		return
	}
	if f, ok := o.(*AmountField); ok {
		f.resumed = true
	}
	changed := e.OnChanged
	e.OnChanged = nil
	e.SetText(k.text)
	e.OnChanged = changed
	c.Focus(o)
	e.CursorRow, e.CursorColumn = k.row, k.column
	e.Refresh()
}

func entryOf(o fyne.Focusable) *widget.Entry {
	switch f := o.(type) {
	case *AmountField:
		return &f.Entry
	case *textEntry:
		return &f.Entry
	}
	return nil
}

// typedShortcut lets a text take back and do again what was typed in it. When it has nothing of its own, the window does.
func typedShortcut(e *widget.Entry, s fyne.Shortcut, window func(fyne.Shortcut) bool) {
	switch s.(type) {
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		before := e.Text
		if e.TypedShortcut(s); e.Text == before {
			window(s)
		}
		return
	}
	if !window(s) {
		e.TypedShortcut(s)
	}
}

// passKey shows a key to the window, which what has the focus would swallow.
func passKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// focusNext goes from a field to the next field, or to the way on. It passes by the other buttons: what is typed is followed
// by one more enter before anybody looks, and that must not take a job away or add one.
func focusNext(o fyne.CanvasObject) {
	focusFurther(o, func(next fyne.Focusable) bool {
		b, ok := next.(*button)
		return !ok || b.style == primary
	})
}

// focusNextAmount goes from an amount to the next one: it passes by how often it is paid, too, which mostly is per month.
func focusNextAmount(o fyne.CanvasObject) {
	focusFurther(o, func(next fyne.Focusable) bool {
		if _, ok := next.(*picker); ok {
			return false
		}
		b, ok := next.(*button)
		return !ok || b.style == primary
	})
}

func focusFurther(o fyne.CanvasObject, stop func(fyne.Focusable) bool) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	from := c.Focused()
	for c.FocusNext(); c.Focused() != nil && c.Focused() != from; c.FocusNext() {
		if stop(c.Focused()) {
			return
		}
	}
}

// picker is a list that opens. Its answers carry ids; two answers never have the same label.
type picker struct {
	widget.Select
	id      string
	options []vm.Option
	onPick  func(id string)
}

func newPicker(field vm.Field, onPick func(string)) *picker {
	p := &picker{id: field.ID, options: field.Options, onPick: onPick}
	p.ExtendBaseWidget(p)
	p.PlaceHolder = field.Placeholder
	for _, o := range field.Options {
		p.Options = append(p.Options, o.Label)
	}
	p.show(field.Value)
	p.OnChanged = func(string) {
		if i := p.SelectedIndex(); i >= 0 {
			p.onPick(p.options[i].ID)
		}
	}
	return p
}

// FocusGained brings the list into sight.
func (p *picker) FocusGained() { intoSight(p); p.Select.FocusGained() }

// TypedKey passes on the keys of the window. The enter key opens the list, as the space bar does.
func (p *picker) TypedKey(e *fyne.KeyEvent) {
	passKey(p, e)
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		e = &fyne.KeyEvent{Name: fyne.KeySpace}
	}
	p.Select.TypedKey(e)
}

// TypedRune goes to the next answer with a word that begins with a letter: "m" for May, "j" for "per jaar".
func (p *picker) TypedRune(r rune) {
	for i := range p.options {
		next := (p.SelectedIndex() + 1 + i) % len(p.options)
		if slices.ContainsFunc(strings.Fields(p.options[next].Label), func(word string) bool {
			first, _ := utf8.DecodeRuneInString(word)
			return unicode.ToLower(first) == unicode.ToLower(r)
		}) {
			p.SetSelectedIndex(next)
			return
		}
	}
}

func (p *picker) show(value string) {
	label := ""
	for _, o := range p.options {
		if o.ID == value {
			label = o.Label
		}
	}
	if p.Selected != label {
		p.Selected = label
		p.Refresh()
	}
}
