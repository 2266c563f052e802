package vm

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"perspectief/app/store"
	"perspectief/i18n"
	"perspectief/plan"
)

// How a family is kept. A talk is in one of these states:
//
//	an example       untouched, there is nothing to keep
//	not kept yet     a new family: the helper still has to choose
//	in a plain file  that anybody can read: it is saved when somebody asks for it, never by itself
//	nothing is kept  the family said no: the talk never touches the disk
//	in a file        encrypted; everything is saved by itself
//	read-only        in a file on a place that cannot be written to
//
// In each of them the window can be locked; see kluis_slot.go.

// saveDelay is how long after a change it is saved at the latest.
const saveDelay = 700 * time.Millisecond

// retryDelay is how long after a save that failed it is tried again.
const retryDelay = 5 * time.Second

// patience is how long the disk may keep something waiting before it is said, with what can be done. A guess at a passphrase
// takes part of it on a slow computer.
const patience = 8 * time.Second

// Window is what a talk asks of the window around it.
type Window interface {
	AskFile(then func(path string))                             // for a case file that is there
	AskFolder(folder string, then func(path string, err error)) // beginning in a folder
	Documents() string                                          // the folder where people keep their documents
	Show(path string)                                           // hands a file to the viewer of the system
	Close()
}

// vault is how the family of a talk is kept.
type vault struct {
	file     *store.Case
	writes   *writes // in it; another one for another file
	nothing  bool    // the family said: keep nothing
	needed   bool    // somebody said that the file, not seen for a while, is still needed
	waiting  bool    // a save will come by itself
	busy     bool    // a save is under way
	saves    int     // how many there were
	trouble  error   // why the last save did not work
	readOnly bool
	savedAt  time.Time
	path     string
	plain    string // path of the plain file that the family came from
	read     []byte // what stands in it
	folder   string // of the last file that was made
}

// writes keeps the writes to a file in the order in which they were asked for. A save that comes late, after a newer one,
// writes nothing: it would put what was typed before in the place of what was typed last.
type writes struct {
	given int // in the window
	mu    sync.Mutex
	done  int
}

var errLate = errors.New("vm: a newer save was first")

func (o *writes) take() int {
	o.given++
	return o.given
}

func (o *writes) write(turn int, write func() error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if turn < o.done {
		return errLate
	}
	o.done = turn
	return write()
}

// alone does something to a file of which no two things may be done at once.
func (o *writes) alone(do func() error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	return do()
}

// UseWindow gives the talk the window that it asks for files.
func (t *Talk) UseWindow(w Window) { t.window = w }

// later does something after a while. Without a clock it never happens.
func (t *Talk) later(delay time.Duration, do func()) (cancel func()) {
	if t.Later == nil {
		return func() {}
	}
	return t.Later(delay, do)
}

// writable tells whether the family is in a file that can be saved in.
func (t *Talk) writable() bool { return t.vault.file != nil && !t.vault.readOnly }

// saveSoon makes a save come by itself. It does not wait for somebody to stop typing.
func (t *Talk) saveSoon() {
	v := &t.vault
	if v.plain != "" {
		v.trouble = nil // of a save before this change
	}
	if !t.writable() || v.waiting || v.busy {
		return
	}
	v.waiting = true
	t.later(saveDelay, t.saveNow)
}

// SaveNow saves at once, or asks how the family is to be kept.
func (t *Talk) SaveNow() {
	switch {
	case t.vault.plain != "":
		t.savePlain(func() {})
	case t.vault.file == nil:
		t.Keep()
		return
	default:
		t.saveNow()
	}
	t.notify()
}

// savePlain puts the family back in the plain file that it came from, and goes on when that worked.
func (t *Talk) savePlain(then func()) {
	v := &t.vault
	if v.busy {
		return
	}
	mine, path, was, document, text := v.writes, v.plain, v.read, t.stamped(), t.encoded()
	t.beginSave()
	t.Start(func() {
		var now []byte
		err := mine.alone(func() (err error) {
			now, err = rewrite(path, was, document)
			return err
		})
		t.Run(func() {
			if mine != t.vault.writes {
				return // the talk is about another family by now
			}
			if v.busy, v.trouble = false, err; err == nil {
				t.saved, v.read = text, now
				t.warns, t.notice = false, t.say("kluis.gewoon.klaar", i18n.Args{"plaats": filepath.Base(path)})
				then()
			}
			t.notify()
		})
	})
}

// rewrite puts a document in the place of what stood in a plain file, unless another program wrote it since. It gives what
// stands there now.
func rewrite(path string, was []byte, d *store.Document) ([]byte, error) {
	there, err := store.ReadBytes(path)
	if err == nil && !bytes.Equal(there, was) {
		err = store.ErrChanged
	}
	if err == nil {
		err = store.WriteOver(path, d)
	}
	if err != nil {
		return nil, err
	}
	return store.ReadBytes(path)
}

// Rescue is what the button beside the trouble does: what was typed comes on the disk.
func (t *Talk) Rescue() {
	switch v := &t.vault; {
	case v.plain != "" && v.trouble == nil:
		t.SaveNow()
	case v.plain != "":
		t.export(true)
	default:
		t.KeepCopy()
	}
}

// saveNow saves beside the window. What changes meanwhile is saved behind it: the latest wins. After trouble it also tries when
// nothing is left to save, because trouble with the disk may be over; trouble with a text is over then.
func (t *Talk) saveNow() {
	v := &t.vault
	v.waiting = false
	if !t.writable() || v.busy || t.carryingOut() {
		return
	}
	switch dirty := t.Dirty(); {
	case !dirty && isAboutText(v.trouble):
		v.trouble = nil
		t.notify()
	case dirty, v.trouble != nil:
		t.save()
	}
}

// isAboutText tells whether an error says that a text cannot be stored. Only who typed it can mend that.
func isAboutText(err error) bool {
	return errors.Is(err, store.ErrPersonalNumber) || errors.Is(err, store.ErrUnstorable)
}

// mayPass tells whether a save that did not work may work later, without anybody doing something in the window.
func mayPass(err error) bool { return !isAboutText(err) && !errors.Is(err, store.ErrChanged) }

// save saves beside the window.
func (t *Talk) save() {
	mine, file, document, text := t.vault.writes, t.vault.file, t.stamped(), t.encoded()
	turn := mine.take()
	t.beginSave()
	t.Start(func() {
		err := mine.write(turn, func() error { return file.Save(document) })
		at := file.Saved()
		t.Run(func() { t.saveDone(file, text, at, err) })
	})
}

// beginSave notes that a save is under way, and says so when the disk keeps it waiting.
func (t *Talk) beginSave() {
	v := &t.vault
	v.busy = true
	v.saves++
	mine, save := v.writes, v.saves
	t.later(patience, func() {
		if v.writes == mine && v.busy && v.saves == save {
			v.trouble = store.ErrSlow
			t.notify()
		}
	})
}

func (t *Talk) saveDone(file *store.Case, text []byte, at time.Time, err error) {
	v := &t.vault
	if file != v.file {
		return // the talk is about another family by now
	}
	v.busy = false
	if errors.Is(err, errLate) { // what the newer one said, counts
		t.saveRest()
		t.goOn(nil)
		return
	}
	v.trouble = err
	switch {
	case err == nil:
		t.saved, v.savedAt = text, at
		t.saveRest()
	case mayPass(err):
		v.waiting = true
		t.later(retryDelay, t.saveNow)
	}
	t.goOn(err)
	t.notify()
}

// saveRest has saved what changed since the last save began, and tries again what did not work.
func (t *Talk) saveRest() {
	if t.writable() && (t.Dirty() || t.vault.trouble != nil) {
		t.saveSoon()
	}
}

// everything is a copy of the document with what was typed and is no value yet.
func (t *Talk) everything() *store.Document {
	d := t.doc.Clone()
	for _, id := range slices.Sorted(maps.Keys(t.typed)) {
		d.Unread = append(d.Unread, plan.Unread{Field: id, Text: t.typed[id]})
	}
	return d
}

// take goes on with a document: what was typed and is no value yet stands in its fields again.
func (t *Talk) take(d store.Document) {
	t.typed = map[string]string{}
	for _, u := range d.Unread {
		t.typed[u.Field] = u.Text
	}
	t.doc, t.doc.Unread = d, nil
	t.taken++
}

// stamped is a copy of the document as it is saved, with the rules it was made with.
func (t *Talk) stamped() *store.Document {
	d := t.everything()
	if set, err := t.Engine.Rules(d.Household.Year); err == nil {
		d.Rules = &store.Rules{Checked: plan.Day(set.Checked.Format(time.DateOnly))}
	}
	return d
}

// touch notes that helper and family met today.
func (t *Talk) touch(d *store.Document) {
	if d.Consent == nil {
		d.Consent = &store.Consent{}
	}
	d.Consent.LastContact = plan.DayOf(t.Today)
}

// keepIn goes on with a file. The text is the family as it stands in it.
func (t *Talk) keepIn(file *store.Case, text []byte) {
	t.putAway()
	v := &t.vault
	v.file, v.savedAt, v.path = file, file.Saved(), file.Path()
	if v.trouble = file.Obstacle(); errors.Is(v.trouble, store.ErrReadOnly) {
		v.readOnly, v.trouble = true, nil
	}
	t.saved = text
}

// putAway forgets how the family was kept, and who waited for a save of it.
func (t *Talk) putAway() { t.vault, t.farewell = vault{folder: t.vault.folder, writes: &writes{}}, nil }

// Close lets go of the file. It does not wait for the disk.
func (t *Talk) Close() {
	if file := t.vault.file; file != nil {
		t.Start(file.Close)
	}
	t.putAway()
}

// KeepState says in a few words how the family is kept.
type KeepState struct {
	Line    string
	Icon    string
	Trouble string // what is wrong and what to do; empty when all is well
	Copy    string // words of the button for Rescue, when that helps
}

// Keeping is how the family is kept now.
func (t *Talk) Keeping() KeepState {
	v := &t.vault
	switch {
	case v.trouble != nil:
		return t.keepTrouble()
	case v.nothing:
		return KeepState{Line: t.say("kluis.stand.niets"), Icon: "x"}
	case v.plain != "" && t.Dirty():
		return KeepState{Line: t.say("kluis.stand.niet"), Icon: "triangle-alert", Trouble: t.say("kluis.gewoon.zelf"), Copy: t.say("kluis.gewoon.hier")}
	case v.plain != "":
		return KeepState{Line: t.say("kluis.stand.gewoon"), Icon: "file-text"}
	case v.file == nil && t.example != "" && !t.Dirty():
		return KeepState{Line: t.say("kluis.stand.voorbeeld"), Icon: "info"}
	case v.file == nil:
		return KeepState{Line: t.say("kluis.stand.niet"), Icon: "save"}
	case v.readOnly:
		return KeepState{Line: t.say("kluis.stand.alleen_lezen"), Icon: "book-open", Trouble: t.Words.T("fout.bestand.alleen_lezen"),
			Copy: t.say("kluis.kopie")}
	case t.Dirty():
		return KeepState{Line: t.say("kluis.stand.bezig"), Icon: "lock"}
	}
	return KeepState{Line: t.say("kluis.stand.om", i18n.Args{"tijd": clockTime(v.savedAt)}), Icon: "lock"}
}

func (t *Talk) keepTrouble() KeepState {
	s := KeepState{Line: t.say("kluis.stand.fout"), Icon: "triangle-alert", Trouble: t.say("bestand.geweigerd", i18n.Args{"fout": t.sentence(t.vault.trouble)})}
	if !isAboutText(t.vault.trouble) {
		s.Copy = t.say("kluis.kopie")
	}
	return s
}

// sentence says what an error of the store means and what to do.
func (t *Talk) sentence(err error) string {
	if faults := store.Faults(err); len(faults) > 0 {
		return t.faultSentence(faults[0])
	}
	return t.say("bestand.lukt_niet")
}

// findRefused looks for texts that are not stored and not printed.
func (t *Talk) findRefused() {
	t.refused = map[string]string{}
	d := t.everything()
	for _, f := range d.Refusals() {
		t.refused[f.Field] = t.faultSentence(f)
		if list, _, ok := rowNumber(f.Field); ok { // one line of a field of several lines
			t.refused[list] = t.faultSentence(f)
		}
		for i, u := range d.Unread {
			if f.Field == fmt.Sprintf("unread[%d].typed", i) {
				t.refused[u.Field] = t.faultSentence(f)
			}
		}
	}
	if fault := t.numberFault(string(t.asks.From)); fault != "" { // not stored, but printed
		t.refused["werkgever.vanaf"] = fault
	}
}

// markRefused says at a field why what stands in it is not stored.
func (t *Talk) markRefused(sections []Section) {
	if len(t.refused) == 0 {
		return
	}
	for i := range sections {
		for k := range sections[i].Rows {
			r := &sections[i].Rows[k]
			for _, f := range r.Fields {
				if sentence, ok := t.refused[f.ID]; ok {
					r.Hint = sentence
				}
			}
		}
	}
}
