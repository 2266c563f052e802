package vm

import (
	"time"

	"perspectief/app/store"
	"perspectief/plan"
)

// idleTime is how long nobody touches the window before it is locked.
const idleTime = 5 * time.Minute

// Active says that somebody is there: a key was pressed, or the pointer moved.
func (t *Talk) Active() {
	if t.locked {
		return
	}
	if t.lookAtClock(); t.locked {
		return
	}
	if t.stillHere != nil {
		t.stillHere()
	}
	t.activity++
	mark := t.activity
	t.stillHere = t.later(idleTime, func() {
		if mark == t.activity { // a clock may ring just when it is stopped
			t.Lock()
		}
	})
}

// lookAtClock notices what no waiting clock does: that the computer slept with the talk open, and that a new day began.
func (t *Talk) lookAtClock() {
	if t.Now == nil {
		return
	}
	now := t.Now().Round(0) // the time of the wall: the other one stands still while the computer sleeps
	slept := !t.seen.IsZero() && now.Sub(t.seen) > idleTime
	t.seen = now
	if plan.DayOf(now) != plan.DayOf(t.Today) {
		t.Today = now
		t.compute()
		t.met()
	}
	if slept {
		t.Lock()
	}
}

// Locked tells whether nothing of the family may be seen.
func (t *Talk) Locked() bool { return t.locked }

// Lock hides the family until somebody gives the passphrase. Questions that were open are closed. What was typed stays, and
// is saved as always. An example has nothing to hide.
func (t *Talk) Lock() {
	switch {
	case t.locked, t.example != "" && !t.Dirty():
		return
	case t.carryingOut() && t.sheet.slow: // the question stays, the family behind it cannot be seen
		t.locked = true
		t.notify()
		return
	case t.carryingOut():
		t.Active() // the second in which a file opens or is made
		return
	}
	t.locked = true
	t.ask(t.lockSheet)
}

func (t *Talk) lockSheet(s *sheet) Sheet {
	out := Sheet{Icon: "lock", Title: t.say("kluis.slot")}
	if t.vault.file == nil {
		out.Text = t.say("kluis.slot.zonder")
		out.Buttons = []Action{s.button("open", t.say("kluis.slot.verder"), "arrow-right", t.unlocked)}
		return out
	}
	out.Text = t.say("kluis.slot.uitleg")
	if t.Dirty() && (t.vault.trouble != nil || t.vault.readOnly) {
		out.Text = t.say("kluis.slot.uitleg_fout")
	}
	out.Sections = []Section{{ID: "slot", Rows: []Row{s.secret("wachtwoord", t.say("kluis.wachtwoord"))}}}
	out.Buttons = []Action{
		s.button("open", t.say("kluis.slot.open"), "arrow-right", func() { t.unlock(s) }),
		s.button("sluiten", t.say("kluis.slot.sluiten"), "x", func() { t.Leave(t.window.Close) }),
	}
	return out
}

func (t *Talk) unlock(s *sheet) {
	file, passphrase := t.vault.file, s.text["wachtwoord"]
	var fits bool
	t.beside(s, t.say("kluis.bezig.openen"), func() { fits = file.Unlocks(passphrase) }, func() {
		if !fits {
			s.wrong("wachtwoord", t.sentence(store.ErrPassphrase))
			return
		}
		t.unlocked()
	})
}

func (t *Talk) unlocked() {
	t.locked = false
	t.closeSheet()
	t.Active()
}
