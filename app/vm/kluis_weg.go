package vm

import (
	"errors"
	"sync"
	"time"

	"perspectief/app/store"
	"perspectief/i18n"
	"perspectief/plan"
)

// How a family is left: for another one, or because the window closes. Nothing typed goes without a question, and no disk that
// does not answer keeps the window open.

// shortWait is how long a save before leaving may take before it is said. Mostly it takes a few hundredths of a second.
const shortWait = 400 * time.Millisecond

// quitWait is how long a window that closes waits for the disk to let go of the file.
const quitWait = 2 * time.Second

// farewell is a talk that is being left as soon as it is saved.
type farewell struct {
	then          func()
	asked         bool   // whether to wait on
	before, sheet *sheet // the question that was open, and the one that is: yet another one means that it was answered
}

// leaving tells whether somebody is on the way out.
func (t *Talk) leaving() bool { return t.farewell != nil && t.farewell.sheet == t.sheet }

// settled tells whether the file holds the talk as it is now, and will go on holding it: a save that is under way may bring what
// was undone since.
func (t *Talk) settled() bool { return !t.Dirty() && !t.vault.busy }

// Leave goes on with something that puts the family away, after a question when something would be lost.
func (t *Talk) Leave(then func()) {
	switch {
	case t.carryingOut(), t.leaving(): // not halfway the making or the removing of a file
	case t.settled():
		then()
	case t.writable():
		t.saveAndGo(then)
	default:
		t.askLeave(then)
	}
}

// saveAndGo saves and goes on. When the disk keeps it waiting that is said first, and then asked about.
func (t *Talk) saveAndGo(then func()) {
	left := &farewell{then: then, before: t.sheet, sheet: t.sheet}
	t.farewell = left
	if errors.Is(t.vault.trouble, store.ErrSlow) {
		t.askInstead(left)
		return
	}
	t.later(shortWait, func() {
		if t.awaits(left) {
			left.sheet = t.ask(func(*sheet) Sheet { return Sheet{Icon: "save", Title: t.say("kluis.nog_even")} })
			left.sheet.busy = t.say("kluis.bezig.schrijven")
			t.notify()
		}
	})
	t.later(patience, func() {
		if t.awaits(left) {
			t.vault.trouble = store.ErrSlow
			t.askInstead(left)
		}
	})
	t.save()
}

// awaits tells whether a save is still awaited, and nothing is asked about it yet.
func (t *Talk) awaits(left *farewell) bool { return t.farewell == left && t.leaving() && !left.asked }

// goOn leaves after a save: when all is saved it goes, and when it did not work it asks.
func (t *Talk) goOn(err error) {
	left := t.farewell
	switch {
	case t.sheet != nil && t.sheet.tried:
		if err == nil && !t.Dirty() {
			t.window.Close()
		}
		return
	case left == nil:
		return
	case !t.leaving():
		t.farewell = nil
		return
	case err != nil && left.asked: // a next try; the question says why by itself
		return
	case err != nil:
		t.askInstead(left)
		return
	case t.Dirty(): // what was typed meanwhile
		t.save()
		return
	}
	t.farewell = nil
	if left.sheet != left.before {
		t.sheet = nil
	}
	left.then()
}

// askInstead asks what to do while a save is awaited.
func (t *Talk) askInstead(left *farewell) {
	left.sheet, left.asked = t.askLeave(left.then), true
	t.notify()
}

// askLeave asks whether to go although something is lost.
func (t *Talk) askLeave(then func()) *sheet {
	return t.ask(func(s *sheet) Sheet {
		out := Sheet{Icon: "triangle-alert", Title: t.say("niet_opgeslagen"), Text: t.lossSentence()}
		if t.vault.nothing {
			out.Title, out.Text = t.say("kluis.stand.niets"), t.say("kluis.niets_vraag")
		}
		out.Buttons = []Action{t.back(s, "kluis.blijf")}
		if t.vault.trouble != nil {
			out.Text = t.keepTrouble().Trouble + "\n" + out.Text
		}
		if t.leaving() && mayPass(t.vault.trouble) {
			out.Text += "\n" + t.say("kluis.alsnog")
		}
		if t.vault.file != nil && !isAboutText(t.vault.trouble) {
			out.Buttons = append(out.Buttons, s.button("kopie", t.say("kluis.kopie"), "copy", t.KeepCopy))
		} else if t.vault.file == nil && !t.vault.nothing {
			if t.vault.plain != "" {
				out.Buttons = append(out.Buttons, s.button("hier", t.say("kluis.gewoon.hier"), "save", func() { t.saveAndLeave(then) }))
			}
			out.Buttons = append(out.Buttons, s.button("bewaren", t.say("kluis.bewaren"), "lock", t.Keep))
		}
		out.Buttons = append(out.Buttons, s.button("weg", t.say("kluis.toch_weg"), "x", func() {
			t.sheet = nil
			then()
			t.notify()
		}))
		return out
	})
}

// lossSentence says what is lost by going now. A file that is gone or that another program changed may not hold any more what
// was saved.
func (t *Talk) lossSentence() string {
	at, trouble := t.vault.savedAt, t.vault.trouble
	switch {
	case at.IsZero(), errors.Is(trouble, store.ErrChanged), errors.Is(trouble, store.ErrMissing):
		return t.say("kluis.weg_vraag")
	case plan.DayOf(at) == plan.DayOf(t.Today):
		return t.say("kluis.weg_vraag.na", i18n.Args{"dag": t.say("kluis.tijd", i18n.Args{"tijd": clockTime(at)})})
	}
	return t.say("kluis.weg_vraag.na", i18n.Args{"dag": t.dayAndTime(at)})
}

// saveAndLeave saves in the plain file and goes on. When that does not work the question stays, with the reason.
func (t *Talk) saveAndLeave(then func()) {
	asked := t.sheet
	t.savePlain(func() {
		if t.sheet == asked {
			t.sheet = nil
			then()
		}
	})
}

// waited says in a question that is being carried out that the disk keeps it waiting, with the way out.
func (t *Talk) waited(s *sheet, out Sheet) Sheet {
	slow := Sheet{Icon: "clock", Title: out.Title, Text: t.say("kluis.duurt_lang")}
	label := "kluis.slot.sluiten"
	if !t.settled() && (s.tried || !t.writable()) {
		slow.Text += "\n" + t.lossSentence()
		label = "kluis.toch_weg"
	}
	slow.Buttons = []Action{s.button(wayOut, t.say(label), "x", func() { t.closeFrom(s) })}
	return slow
}

// wayOut is the button that closes the window while something is being carried out.
const wayOut = "sluiten"

// closeFrom closes the window while something is being carried out. What was typed is saved first, when the file can be written;
// when that does not work either, the next press closes all the same.
func (t *Talk) closeFrom(s *sheet) {
	if s.tried || !t.writable() || t.settled() {
		t.window.Close()
		return
	}
	s.tried = true
	t.save()
	t.notify()
}

// Quit lets go of the file and goes on with closing the window, at the latest after a while.
func (t *Talk) Quit(then func()) {
	file := t.vault.file
	t.putAway()
	if file == nil {
		then()
		return
	}
	var once sync.Once
	t.later(quitWait, func() { once.Do(then) })
	t.Start(func() {
		file.Close()
		t.Run(func() { once.Do(then) })
	})
}
