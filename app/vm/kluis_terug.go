package vm

import (
	"fmt"
	"maps"
	"time"

	"perspectief/app/store"
)

// Undo and redo go through the whole talk. Keystrokes in one field are one step, until somebody pauses or goes elsewhere.

const (
	mostMoments = 200
	mostBytes   = 32 << 20
	// typingPause is how long a field is left alone before what is typed next is a step of its own.
	typingPause = 1500 * time.Millisecond
)

// moment is a talk as it once stood: what is kept, what is typed and no value yet, and where the change before it was made.
type moment struct {
	doc   *store.Document
	typed map[string]string
	step  Step
	page  string
	view  bool
	text  string // the whole of it, to compare with
}

func (t *Talk) moment() moment {
	m := moment{doc: t.doc.Clone(), typed: maps.Clone(t.typed), step: t.step, page: t.page[t.step], view: t.helperView}
	if data, err := store.Encode(m.doc); err == nil {
		m.text = string(data) + fmt.Sprint(m.typed)
	}
	return m
}

// history is what can be taken back, and what can be done again.
type history struct {
	now           moment
	before, after []moment
	field         string // whose changes are one step; empty when the next change is a new one
	cancel        func() // of the pause
}

// remember notes a change of the talk, and has it saved.
func (t *Talk) remember() {
	h, next := &t.history, t.moment()
	if next.text == h.now.text {
		return
	}
	field := t.changing
	if field == "" || field != h.field || len(h.after) > 0 {
		h.before = append(h.before, h.now)
		h.trim()
	}
	h.now, h.after, h.field = next, nil, field
	if h.cancel != nil {
		h.cancel()
	}
	h.cancel = t.later(typingPause, func() { t.history.field = "" })
	t.saveSoon()
}

// trim keeps the memory bounded: the oldest moments go first.
func (h *history) trim() {
	size := 0
	for i := len(h.before) - 1; i >= 0; i-- {
		size += len(h.before[i].text)
		if len(h.before)-i > mostMoments || size > mostBytes {
			h.before = append([]moment{}, h.before[i+1:]...)
			return
		}
	}
}

// forget makes the talk as it stands the first moment.
func (t *Talk) forget() { t.history = history{now: t.moment()} }

// rebase takes what just changed as how the talk stood all along: it cannot be taken back.
func (t *Talk) rebase() { t.history.now = t.moment() }

// CanUndo tells whether there is a change to take back.
func (t *Talk) CanUndo() bool { return len(t.history.before) > 0 }

// CanRedo tells whether there is a change to do again.
func (t *Talk) CanRedo() bool { return len(t.history.after) > 0 }

// Undo takes the last change back and shows the step where it was made.
func (t *Talk) Undo() {
	h := &t.history
	if !t.CanUndo() {
		return
	}
	last := len(h.before) - 1
	m, undone := h.before[last], h.now
	h.before, h.after = h.before[:last], append(h.after, undone)
	t.restore(m, undone)
}

// Redo does again what was taken back last.
func (t *Talk) Redo() {
	h := &t.history
	if !t.CanRedo() {
		return
	}
	last := len(h.after) - 1
	m := h.after[last]
	h.before, h.after = append(h.before, h.now), h.after[:last]
	t.restore(m, m)
}

// restore puts the talk back as it stood at a moment. What the family said about keeping it stays as it is.
func (t *Talk) restore(m, where moment) {
	consent := t.doc.Consent
	t.doc = *m.doc.Clone()
	t.doc.Consent = consent
	t.typed = maps.Clone(m.typed)
	t.step, t.page[where.step], t.notice, t.history.field = where.step, where.page, "", ""
	t.helperView = t.helperView || where.view
	t.history.now = t.moment()
	t.history.now.step, t.history.now.page, t.history.now.view = m.step, m.page, m.view
	t.hours = hoursModel{adult: t.hours.adult, job: t.hours.job, revision: t.hours.revision, made: t.hours.made}
	t.compute()
	t.hours.stale()
	t.refreshHours()
	t.saveSoon()
	t.notify()
}
