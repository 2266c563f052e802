package view

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"perspectief/app/vm"
)

// AmountField takes an amount as people write it: text in, text out. It keeps every keystroke; what the text means is
// for the view model, which answers with a hint. The text is tidied when the field loses the focus.
type AmountField struct {
	widget.Entry
	id      string
	onText  func(text string)
	tidy    func() string // the text as it should stand, when nobody types
	hasKeys bool
}

func newAmountField(id, value string, onText func(string), tidy func() string) *AmountField {
	f := &AmountField{id: id, onText: onText, tidy: tidy}
	f.ExtendBaseWidget(f)
	f.Text = value
	f.OnChanged = func(s string) { f.onText(s) }
	f.OnSubmitted = func(string) { focusNext(f) }
	return f
}

// FocusGained selects all, so that typing replaces the amount.
func (f *AmountField) FocusGained() {
	f.hasKeys = true
	f.Entry.FocusGained()
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// FocusLost shows the amount in its usual form.
func (f *AmountField) FocusLost() {
	f.hasKeys = false
	f.Entry.FocusLost()
	f.show(f.tidy())
}

// MouseUp selects all at the first click, as the tab key does.
func (f *AmountField) MouseUp(e *desktop.MouseEvent) { f.Entry.MouseUp(e) }

// TypedShortcut passes on the keys of the window and keeps those of the text.
func (f *AmountField) TypedShortcut(s fyne.Shortcut) { typedShortcut(f, &f.Entry, s) }

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
	hasKeys bool
}

func newTextEntry(field vm.Field, onText func(string)) *textEntry {
	f := &textEntry{id: field.ID}
	f.ExtendBaseWidget(f)
	f.Text = field.Value
	f.PlaceHolder = field.Placeholder
	f.OnChanged = onText
	f.OnSubmitted = func(string) { focusNext(f) }
	return f
}

// FocusGained remembers that somebody types.
func (f *textEntry) FocusGained() { f.hasKeys = true; f.Entry.FocusGained() }

// FocusLost remembers that nobody types.
func (f *textEntry) FocusLost() { f.hasKeys = false; f.Entry.FocusLost() }

// TypedShortcut passes on the keys of the window and keeps those of the text.
func (f *textEntry) TypedShortcut(s fyne.Shortcut) { typedShortcut(f, &f.Entry, s) }

func (f *textEntry) show(value string) {
	if f.hasKeys || f.Text == value {
		return
	}
	changed := f.OnChanged
	f.OnChanged = nil
	f.SetText(value)
	f.OnChanged = changed
}

// typedShortcut gives a shortcut that only the window knows to the window; a field would swallow it.
func typedShortcut(o fyne.CanvasObject, entry *widget.Entry, s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && windowKey(custom) {
		if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
		}
		return
	}
	entry.TypedShortcut(s)
}

func focusNext(o fyne.CanvasObject) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.FocusNext()
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
