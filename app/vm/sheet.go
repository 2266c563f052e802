package vm

import (
	"maps"
	"time"
)

// Sheet is a question over the window. Nothing else can be done until it is answered.
type Sheet struct {
	Number   int // another one for another question
	Icon     string
	Title    string
	Text     string
	Parts    []ReadOut // to read out, under the text
	Sections []Section
	Buttons  []Action // the first is the usual answer
	Busy     string   // what is being done, when it takes a while
}

// ReadOut is a few short points under a title of their own.
type ReadOut struct {
	Title  string
	Points []string
}

// sheet is a question that is open.
type sheet struct {
	number int
	form   func(*sheet) Sheet
	text   map[string]string // what stands in its fields
	hint   map[string]string // what is wrong with it
	shown  bool              // the passphrase can be read
	busy   string
	slow   bool // being carried out takes long
	tried  bool // to save before closing all the same
	tells  bool // it shows what is written down about the family
	set    map[string]func(text string)
	press  map[string]func()
	cancel string // the button that the escape key stands for
}

// ask opens a question, in the place of one that was open.
func (t *Talk) ask(form func(*sheet) Sheet) *sheet { return t.askWith(nil, form) }

// askWith is ask, with texts that stand in the fields already.
func (t *Talk) askWith(texts map[string]string, form func(*sheet) Sheet) *sheet {
	t.sheets++
	t.sheet = &sheet{number: t.sheets, form: form, text: map[string]string{}, hint: map[string]string{}}
	maps.Copy(t.sheet.text, texts)
	t.notify()
	return t.sheet
}

// closeSheet goes back to the talk, to the lock when the window is locked, or to the question whether an old file is needed.
func (t *Talk) closeSheet() {
	t.sheet = nil
	switch {
	case t.locked:
		t.ask(t.lockSheet)
	case !t.remind():
		t.notify()
	}
}

// Sheet is the question that is open; nil when there is none.
func (t *Talk) Sheet() *Sheet {
	s := t.sheet
	if s == nil {
		return nil
	}
	s.set, s.press = map[string]func(string){}, map[string]func(){}
	out := s.form(s)
	if s.slow {
		out = t.waited(s, out)
	}
	out.Number, out.Busy = s.number, s.busy
	return &out
}

// Fill is what is typed or chosen in a field of the question.
func (t *Talk) Fill(id, text string) {
	s := t.sheet
	if s == nil || s.busy != "" && !(s.slow && id == wayOut) {
		return
	}
	if t.Active(); t.sheet != s {
		return // the window was locked meanwhile
	}
	if press, ok := s.press[id]; ok {
		press()
		return
	}
	if set, ok := s.set[id]; ok {
		delete(s.hint, id)
		set(text)
		t.notify()
	}
}

// Filled is what stands in a field of the question.
func (t *Talk) Filled(id string) string {
	if t.sheet == nil {
		return ""
	}
	return t.sheet.text[id]
}

// Escape gives the answer that changes nothing, when the question has one.
func (t *Talk) Escape() {
	if t.sheet != nil {
		t.Fill(t.sheet.cancel, "")
	}
}

// carryingOut tells whether an answer is being carried out. Nothing else is saved or left meanwhile.
func (t *Talk) carryingOut() bool { return t.sheet != nil && t.sheet.busy != "" }

// beside does something slow beside the window, and then what follows in it.
func (t *Talk) beside(s *sheet, busy string, slow, then func()) {
	s.busy = busy
	t.notify()
	done := false
	t.later(patience, func() {
		if !done && t.sheet == s {
			s.slow = true
			t.notify()
		}
	})
	t.Start(func() {
		slow()
		t.Run(func() {
			done, s.busy, s.slow, s.tried = true, "", false, false
			then()
			if t.locked && (t.sheet == nil || t.sheet.tells) {
				t.ask(t.lockSheet)
			}
			t.saveRest()
			t.notify()
		})
	})
}

func (s *sheet) wrong(id, sentence string) { s.hint[id] = sentence }

func (s *sheet) button(id, label, icon string, do func()) Action {
	s.press[id] = do
	return Action{ID: id, Label: label, Icon: icon}
}

// back is the button that goes back to the talk.
func (t *Talk) back(s *sheet, label string) Action {
	s.cancel = "annuleren"
	return s.button(s.cancel, t.say(label), "", t.closeSheet)
}

func (s *sheet) field(id, label string, kind Kind) Row {
	s.set[id] = func(text string) { s.text[id] = text }
	return Row{ID: id, Label: label, Hint: s.hint[id], Fields: []Field{{ID: id, Kind: kind, Value: s.text[id], Width: Wide}}}
}

// secret asks for a passphrase.
func (s *sheet) secret(id, label string) Row {
	if s.shown {
		return s.field(id, label, TextField)
	}
	return s.field(id, label, SecretField)
}

// show is the button that shows or hides what is typed in a secret field.
func (t *Talk) show(s *sheet) Action {
	label := "kluis.laat_zien"
	if s.shown {
		label = "kluis.verberg"
	}
	return s.button("laat_zien", t.say(label), "", func() {
		s.shown = !s.shown
		t.notify()
	})
}

// clockTime is a time of the day as people say it.
func clockTime(at time.Time) string { return at.Format("15.04") }
