package view

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"perspectief/app/vm"
)

// row is a question: label, fields, the button "?", and under the fields one line for a hint.
type row struct {
	label  *text
	fields []fieldWidget
	values []*text
	line   *fyne.Container // of the label and finished amounts; nil when there are fields
	hint   *text
	note   *text
	help   *text
	box    *fyne.Container
}

// fieldWidget is what a form needs of the widget of a field.
type fieldWidget struct {
	id   string
	show func(value string)
	self fyne.Focusable
}

// fieldWidths are the widths of fields in units, by width and kind.
func fieldWidth(f vm.Field) float32 {
	switch {
	case f.Width == vm.Narrow:
		return 70
	case f.Kind == vm.AmountField:
		return 104
	case f.Kind == vm.SelectField:
		return 130
	}
	return 128
}

func (f *form) newRow(r vm.Row) *row {
	w := &row{label: body(r.Label), hint: newText(r.Hint, sizeSmall, colorHint), note: muted(r.Note)}
	if r.Strong {
		w.label.bold()
	}
	if r.Part {
		w.label.color = colorMuted
	}
	values := true
	for _, field := range r.Fields {
		values = values && field.Kind == vm.ShownValue
	}
	if values {
		f.fillValues(w, r)
	} else {
		f.fillFields(w, r)
	}
	w.update(r)
	return w
}

// fillValues lays out finished amounts: the label left, the amount right.
func (f *form) fillValues(w *row, r vm.Row) {
	objects := []fyne.CanvasObject{w.label}
	for _, field := range r.Fields {
		v := body(field.Value).oneLine().aligned(fyne.TextAlignTrailing)
		if r.Strong {
			v.bold()
		}
		w.values = append(w.values, v)
		objects = append(objects, v)
	}
	w.line = newLine(12, 0, objects...)
	w.box = newStack(2, w.line, w.note, w.hint)
}

func (f *form) fillFields(w *row, r vm.Row) {
	var parts []fyne.CanvasObject
	single := false
	for _, field := range r.Fields {
		o := f.newField(w, field)
		single = single || field.Kind == vm.ChoiceField || field.Kind == vm.NoteField || field.Width == vm.Wide && len(r.Fields) == 1
		if field.Unit != "" {
			u := muted(field.Unit).oneLine()
			o = newLine(8, -1, o, u)
		}
		parts = append(parts, o)
	}
	fields := newWrapped(fieldGap, parts...)
	if single {
		fields = newStack(6, parts...)
	} else if r.Fields[0].Width == vm.Wide && r.Fields[0].Kind == vm.TextField { // it gets what the others leave
		fields = newLine(fieldGap, 0, parts...)
	}
	below := newStack(4, w.hint, w.note)
	objects := []fyne.CanvasObject{w.label, fields, below}
	if r.Help != "" {
		w.help = newText(r.Help, sizeSmall, colorInk)
		panel := newLayers(newSurface(colorSoft, "", 8), newInset(12, 8, w.help))
		panel.Hide()
		below.Add(panel)
		objects = append(objects, newButton(r.ID+".help", f.words.Help, "circle-help", round, func() {
			if panel.Visible() {
				panel.Hide()
			} else {
				panel.Show()
			}
			f.relayout()
		}))
	}
	w.box = container.New(rowLayout{space: r.Space}, objects...)
}

func (f *form) newField(w *row, field vm.Field) fyne.CanvasObject {
	id := field.ID
	set := func(value string) { f.set(id, value) }
	switch field.Kind {
	case vm.AmountField:
		e := newAmountField(id, field.Value, set, func() string { return f.value(id) }, f.keys)
		e.PlaceHolder = field.Placeholder
		w.fields = append(w.fields, fieldWidget{id: id, show: e.show, self: e})
		return newFixed(fieldWidth(field), underWheel(e))
	case vm.ChoiceField:
		c := newChoice(id, field.Options, field.Value, set)
		w.fields = append(w.fields, fieldWidget{id: id, show: c.set, self: c})
		return c
	case vm.SelectField:
		p := newPicker(field, set)
		w.fields = append(w.fields, fieldWidget{id: id, show: p.show, self: p})
		if field.Width == vm.Wide {
			return bordered(p)
		}
		return newFixed(fieldWidth(field), bordered(p))
	case vm.ActionField:
		style := round
		if field.Width == vm.Wide {
			style = quiet
		}
		b := newButton(id, field.Label, field.Icon, style, func() { f.press(id) })
		w.fields = append(w.fields, fieldWidget{id: id, show: func(string) {}, self: b})
		return b
	case vm.ShownValue:
		v := body(field.Value).oneLine()
		w.values = append(w.values, v)
		return v
	}
	e := newTextEntry(field, set, f.keys)
	w.fields = append(w.fields, fieldWidget{id: id, show: e.show, self: e})
	switch {
	case field.Kind == vm.NoteField:
		return e // it scrolls in itself
	case field.Width == vm.Wide:
		return underWheel(e)
	}
	return newFixed(fieldWidth(field), underWheel(e))
}

// update copies what the view model says into the widgets.
func (w *row) update(r vm.Row) {
	w.label.set(r.Label)
	w.hint.set(r.Hint)
	w.note.set(r.Note)
	show(w.hint, r.Hint != "")
	show(w.note, r.Note != "")
	edited, shown, empty := 0, 0, r.Label == ""
	for _, f := range r.Fields {
		if f.Kind == vm.ShownValue {
			w.values[shown].set(f.Value)
			empty = empty && f.Value == ""
			shown++
			continue
		}
		w.fields[edited].show(f.Value)
		if amount, ok := w.fields[edited].self.(*AmountField); ok && amount.PlaceHolder != f.Placeholder {
			amount.SetPlaceHolder(f.Placeholder)
		}
		edited++
	}
	if w.line != nil {
		show(w.line, !empty) // a remark alone stands at the top of its row
	}
}

func show(o fyne.CanvasObject, visible bool) {
	if visible == o.Visible() {
		return
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// rowLayout puts the label left of the fields, or above them when the row is narrow; the lines below the fields
// begin where the fields begin. Objects: label, fields, below, and maybe the button for help.
type rowLayout struct {
	space vm.Space
}

const (
	labelWidth = 172
	rowGap     = 12
	wideRow    = 400
	fieldGap   = 7

	minSentence = 170 // of a label that has buttons beside it
)

// lineWidth is the width that fields need on one line.
func lineWidth(o fyne.CanvasObject) float32 {
	if c, ok := o.(*choice); ok {
		return c.lineWidth()
	}
	c, ok := o.(*fyne.Container)
	if !ok {
		return o.MinSize().Width
	}
	switch l := c.Layout.(type) {
	case *wrapped:
		return (&line{gap: l.gap, grow: -1}).MinSize(c.Objects).Width
	case *stack:
		var w float32
		for _, child := range c.Objects {
			w = max(w, lineWidth(child))
		}
		return w
	}
	return o.MinSize().Width
}

type rowParts struct {
	label, fields, below, help fyne.CanvasObject
	labelW, fieldsX            float32
	fieldsW, belowX, belowW    float32
	narrow                     bool
}

func (l rowLayout) parts(objects []fyne.CanvasObject, width float32) rowParts {
	p := rowParts{label: objects[0], fields: objects[1], below: objects[2], narrow: l.space == vm.AboveSpace}
	var helpW float32
	if len(objects) > 3 {
		p.help = objects[3]
		helpW = p.help.MinSize().Width + unit(8)
	}
	p.labelW, p.fieldsX = unit(labelWidth), unit(labelWidth+rowGap)
	switch l.space {
	case vm.ShortSpace:
		p.labelW, p.fieldsX = unit(78), unit(78+rowGap)
	case vm.NumberSpace:
		p.labelW, p.fieldsX = unit(20), unit(20+rowGap)
	}
	// Fields that do not fit beside their label stand under it, unless that does not help either.
	need := lineWidth(p.fields)
	if l.space == vm.FitSpace && width-helpW-need > unit(minSentence) {
		p.fieldsX = width - helpW - need
		p.labelW, p.belowW, p.fieldsW = p.fieldsX-unit(rowGap), width, need
		return p
	}
	p.narrow = p.narrow || width < unit(wideRow) || need > width-p.fieldsX-helpW && need <= width-helpW
	if p.narrow {
		p.labelW, p.fieldsX = width-helpW, 0
	}
	p.fieldsW = width - p.fieldsX - helpW
	p.belowX, p.belowW = p.fieldsX, width-p.fieldsX
	return p
}

// heights gives where the fields begin, how high they are, and where the lines below begin and end.
func (p rowParts) heights() (fieldsY, fieldsH, belowY, end float32) {
	labelH := heightFor(p.label, p.labelW)
	fieldsH = heightFor(p.fields, p.fieldsW)
	if p.narrow {
		fieldsY = labelH + unit(4)
		if p.label.(*text).words == "" {
			fieldsY = 0
		}
		end = fieldsY + fieldsH
	} else {
		end = max(labelH, fieldsH)
	}
	if p.help != nil {
		end = max(end, p.help.MinSize().Height)
	}
	h := heightFor(p.below, p.belowW)
	switch {
	case h == 0:
		return fieldsY, fieldsH, end, end
	case !p.narrow && p.help == nil && p.belowX >= p.labelW: // a label of more lines than the field stands beside what is below
		belowY = fieldsH + unit(4)
		return fieldsY, fieldsH, belowY, max(end, belowY+h)
	}
	belowY = end + unit(4)
	return fieldsY, fieldsH, belowY, belowY + h
}

func (l rowLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	_, _, _, end := l.parts(objects, width).heights()
	return end
}

func (l rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := objects[1].MinSize().Width + unit(40)
	return fyne.NewSize(w, l.HeightFor(objects, max(w, unit(wideRow))))
}

func (l rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p := l.parts(objects, size.Width)
	fieldsY, fieldsH, belowY, end := p.heights()
	first := unit(34)
	labelH := heightFor(p.label, p.labelW)
	labelY := max(0, (min(first, fieldsH)-labelH)/2)
	if p.narrow {
		labelY = 0
	}
	p.label.Move(fyne.NewPos(0, labelY))
	p.label.Resize(fyne.NewSize(p.labelW, labelH))
	p.fields.Move(fyne.NewPos(p.fieldsX, fieldsY))
	p.fields.Resize(fyne.NewSize(p.fieldsW, fieldsH))
	p.below.Move(fyne.NewPos(p.belowX, belowY))
	p.below.Resize(fyne.NewSize(p.belowW, end-belowY))
	if p.help != nil {
		s := p.help.MinSize()
		p.help.Resize(s)
		p.help.Move(fyne.NewPos(size.Width-s.Width, max(0, fieldsY+(min(first, fieldsH)-s.Height)/2)))
	}
}
