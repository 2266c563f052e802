package vm

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"perspectief/app/store"
)

// disk keeps waiting what is given to it, until a test lets it answer.
type disk struct{ waiting []func() }

func (d *disk) start(work func()) { d.waiting = append(d.waiting, work) }

// answer lets everything happen that was waited for.
func (d *disk) answer() {
	for len(d.waiting) > 0 {
		work := d.waiting[0]
		d.waiting = d.waiting[1:]
		work()
	}
}

// away is a talk in a file on a disk that does not answer; something was just typed.
func away(t *testing.T) (*Talk, *clock, *desk, *disk) {
	t.Helper()
	talk, c, d := kept(t)
	slow := &disk{}
	talk.Start = slow.start
	set(talk, "household.adults[0].name", "Marker")
	return talk, c, d, slow
}

func TestADiskThatDoesNotAnswerKeepsNoWindowOpen(t *testing.T) {
	talk, c, d, _ := away(t)
	talk.Leave(d.Close)
	if d.closed || talk.Sheet() != nil {
		t.Fatal("it closed without a save, or speaks of one that may take no time")
	}
	c.pass(shortWait)
	if s := talk.Sheet(); s == nil || s.Busy == "" {
		t.Fatalf("nobody hears why the window stays: %+v", s)
	}
	c.pass(patience)
	s := talk.Sheet()
	if s == nil || s.Busy != "" || !strings.Contains(s.Text, "antwoordt niet") || !strings.Contains(s.Text, "kwijt wat u typte na ") {
		t.Fatalf("%+v", s)
	}
	press(t, talk, "weg")
	if !d.closed {
		t.Error("the window stays open")
	}
}

// Who waits sees the window close as soon as all is saved, also what was typed meanwhile.
func TestTheWindowClosesWhenTheDiskAnswersAfterAll(t *testing.T) {
	for name, wait := range map[string]func(*Talk, *clock){
		"at once":             func(talk *Talk, _ *clock) { set(talk, "household.adults[0].name", "Later") },
		"while it is said":    func(_ *Talk, c *clock) { c.pass(shortWait) },
		"while it is asked":   func(_ *Talk, c *clock) { c.pass(shortWait); c.pass(patience) },
		"while it was locked": func(talk *Talk, c *clock) { talk.Lock(); press(t, talk, "sluiten"); c.pass(shortWait) },
	} {
		talk, c, d, slow := away(t)
		file := talk.vault.file
		talk.Leave(d.Close)
		wait(talk, c)
		want := talk.doc.Household.Adults[0].Name
		slow.answer()
		if !d.closed || talk.Dirty() {
			t.Errorf("%s: closed %v, all saved %v", name, d.closed, !talk.Dirty())
		}
		if got := onDisk(t, talk).Household.Adults[0].Name; got != want || talk.vault.file != file {
			t.Errorf("%s: the file holds %q", name, got)
		}
	}
}

// What was undone while its save was under way is undone in the file too.
func TestWhatWasUndoneDuringASaveDoesNotStayInTheFile(t *testing.T) {
	for name, leave := range map[string]func(*testing.T, *Talk, *clock, *desk){
		"by closing": func(_ *testing.T, talk *Talk, _ *clock, d *desk) { talk.Leave(d.Close) },
		"from a question that hangs": func(t *testing.T, talk *Talk, c *clock, _ *desk) {
			talk.Export()
			press(t, talk, "opslaan")
			c.pass(patience)
			press(t, talk, wayOut)
		},
	} {
		talk, c, d, slow := away(t)
		c.pass(saveDelay)
		talk.Undo()
		if talk.Dirty() {
			t.Fatal("it differs from what was saved before")
		}
		if leave(t, talk, c, d); d.closed {
			t.Errorf("%s: it does not wait for the save that is under way", name)
		}
		saves := []func(){slow.waiting[0], slow.waiting[len(slow.waiting)-1]} // between these may be what hangs
		for _, save := range saves {
			save()
		}
		if !d.closed {
			t.Errorf("%s: the window stays open", name)
		}
		if got := onDisk(t, talk).Household.Adults[0].Name; got != "" {
			t.Errorf("%s: the file holds %q", name, got)
		}
	}
}

func TestWhoStaysIsNotSentAwayLater(t *testing.T) {
	talk, c, d, slow := away(t)
	talk.Leave(d.Close)
	c.pass(patience)
	press(t, talk, "annuleren")
	slow.answer()
	if d.closed || talk.Dirty() || talk.Keeping().Trouble != "" {
		t.Errorf("closed %v, saved %v, %q", d.closed, !talk.Dirty(), talk.Keeping().Trouble)
	}
	talk.Start = func(work func()) { work() }
	if talk.Leave(d.Close); !d.closed {
		t.Error("the window does not close any more")
	}
}

// The question stands still while the save is tried again, and goes when that works.
func TestTheQuestionWaitsForTheNextTry(t *testing.T) {
	talk, c, d := kept(t)
	path := talk.vault.file.Path()
	if err := os.Rename(path, path+".x"); err != nil {
		t.Fatal(err)
	}
	set(talk, "household.adults[0].name", "Marker")
	talk.Leave(d.Close)
	first := talk.Sheet()
	if first == nil || !strings.Contains(first.Text, "alsnog") {
		t.Fatalf("%+v", first)
	}
	if c.pass(retryDelay); talk.Sheet() == nil || talk.Sheet().Number != first.Number {
		t.Error("another question comes in its place")
	}
	if err := os.Rename(path+".x", path); err != nil {
		t.Fatal(err)
	}
	if c.pass(retryDelay); !d.closed || talk.Dirty() {
		t.Error("saved after all, the window stays")
	}
}

// Another disk takes what the first one keeps waiting, and the talk goes on there.
func TestACopyElsewhereDoesNotWaitForTheFirstDisk(t *testing.T) {
	talk, c, d, slow := away(t)
	talk.Leave(d.Close)
	c.pass(patience)
	hung := slow.waiting
	talk.Start = func(work func()) { work() }
	d.folder, talk.vault.folder = t.TempDir(), ""
	press(t, talk, "kopie", "opslaan")
	if dir := filepath.Dir(talk.vault.file.Path()); dir != d.folder || onDisk(t, talk).Household.Adults[0].Name != "Marker" {
		t.Fatalf("the talk is in %s", dir)
	}
	set(talk, "household.adults[0].name", "Later")
	c.pass(saveDelay)
	for _, late := range hung {
		late()
	}
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Later" || talk.Keeping().Trouble != "" || d.closed {
		t.Errorf("the copy holds %q, %q", got, talk.Keeping().Trouble)
	}
	if talk.Leave(d.Close); !d.closed {
		t.Error("the window does not close")
	}
}

// Who takes the way out by a copy while the window is closing stays, and can close it later.
func TestACopyEndsTheLeaving(t *testing.T) {
	talk, _, d, _ := away(t)
	talk.vault.trouble = store.ErrDisk
	talk.Leave(d.Close)
	talk.Start = func(work func()) { work() }
	d.folder, talk.vault.folder = t.TempDir(), ""
	talk.KeepCopy()
	press(t, talk, "opslaan")
	if d.closed || talk.Dirty() {
		t.Fatalf("closed %v, %+v", d.closed, talk.Keeping())
	}
	if talk.Leave(d.Close); !d.closed {
		t.Error("the window does not close any more")
	}
}

// A text that cannot be stored is not stored in a copy either, and no later try helps.
func TestLeavingWithARefusedTextPromisesNothing(t *testing.T) {
	talk, _, d := kept(t)
	set(talk, "household.adults[0].name", "111222333")
	talk.Leave(d.Close)
	s := talk.Sheet()
	if s == nil || d.closed || strings.Contains(s.Text, "alsnog") {
		t.Fatalf("%+v", s)
	}
	for _, b := range s.Buttons {
		if b.ID == "kopie" || b.ID == "bewaren" {
			t.Errorf("it offers %q", b.Label)
		}
	}
}

// Trouble of which the next try fell in a question goes by itself all the same.
func TestTroubleEndsAfterAQuestion(t *testing.T) {
	talk, c, back := loose(t)
	slow := &disk{}
	talk.Start = slow.start
	talk.FileSheet()
	press(t, talk, "versies")
	c.pass(retryDelay)
	back()
	slow.answer()
	c.pass(saveDelay)
	if slow.answer(); talk.Keeping().Trouble != "" {
		t.Errorf("it still says %q", talk.Keeping().Trouble)
	}
}

// What hung so long that the window was locked meanwhile shows nothing of the family when it fails.
func TestAVersionIsNotShownBehindTheLock(t *testing.T) {
	talk, c, _ := kept(t)
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	path := talk.vault.file.Path()
	talk.FileSheet()
	press(t, talk, "versies", "versie.0")
	slow := &disk{}
	talk.Start = slow.start
	press(t, talk, "terugzetten")
	c.pass(patience)
	if c.pass(idleTime); !talk.Locked() {
		t.Fatal("the window is not locked")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	slow.answer()
	if s := talk.Sheet(); s == nil || s.Title != talk.say("kluis.slot") {
		t.Errorf("%+v", s)
	}
}

func TestASaveThatHangsIsSaid(t *testing.T) {
	talk, c, _, slow := away(t)
	c.pass(saveDelay)
	if k := talk.Keeping(); k.Trouble != "" {
		t.Fatalf("too early: %+v", k)
	}
	c.pass(patience)
	if k := talk.Keeping(); !strings.Contains(k.Trouble, "antwoordt niet") || k.Copy == "" {
		t.Errorf("%+v", k)
	}
	slow.answer()
	if k := talk.Keeping(); k.Trouble != "" || talk.Dirty() {
		t.Errorf("after the answer: %+v", k)
	}
}

// A question that is being carried out on a disk that does not answer has a way out, after what was typed is saved.
func TestAnExportThatHangsKeepsNoWindowOpen(t *testing.T) {
	talk, c, d, slow := away(t)
	talk.Export()
	press(t, talk, "opslaan")
	talk.Leave(d.Close)
	if talk.Fill(wayOut, ""); d.closed {
		t.Fatal("closed halfway, while it may take no time")
	}
	c.pass(patience)
	if s := talk.Sheet(); s == nil || !strings.Contains(s.Text, "duurt lang") || len(s.Buttons) != 1 || strings.Contains(s.Text, "kwijt") {
		t.Fatalf("%+v", s)
	}
	press(t, talk, wayOut)
	if d.closed {
		t.Fatal("closed without a save")
	}
	if s := talk.Sheet(); !strings.Contains(s.Text, "kwijt wat u typte na ") {
		t.Errorf("what is lost is not said: %q", s.Text)
	}
	save := slow.waiting[len(slow.waiting)-1]
	if save(); !d.closed || talk.Dirty() {
		t.Error("saved, but not closed")
	}
}

func TestAnExportAndAFileThatBothHangKeepNoWindowOpen(t *testing.T) {
	talk, c, d, _ := away(t)
	talk.Export()
	press(t, talk, "opslaan")
	c.pass(patience)
	press(t, talk, wayOut, wayOut)
	if !d.closed {
		t.Error("the window stays open")
	}
}

func TestALateAnswerEndsAQuestionAsUsual(t *testing.T) {
	talk, c, d, slow := away(t)
	talk.Export()
	press(t, talk, "opslaan")
	c.pass(patience)
	c.pass(idleTime)
	if !talk.Locked() {
		t.Error("the family stays in sight behind a question that takes long")
	}
	slow.answer()
	if s := talk.Sheet(); s == nil || s.Title != talk.say("kluis.slot") || d.closed {
		t.Errorf("%+v", s)
	}
	if !store.Exists(filepath.Join(d.folder, "gezin-2026-11-24.json")) {
		t.Error("the export is not there")
	}
}

func TestAPlainFileThatHangsKeepsNoWindowOpen(t *testing.T) {
	talk, c, d := plainTalk(t)
	slow := &disk{}
	talk.Start = slow.start
	set(talk, "household.adults[0].name", "Marker")
	talk.Leave(d.Close)
	press(t, talk, "hier")
	c.pass(patience)
	if s := talk.Sheet(); s == nil || !strings.Contains(s.Text, "antwoordt niet") {
		t.Fatalf("%+v", s)
	}
	if press(t, talk, "weg"); !d.closed {
		t.Error("the window stays open")
	}
	d.closed = false
	if slow.answer(); d.closed || name(t, d.choose) != "Marker" {
		t.Error("the late answer does not come to the disk, or leaves once more")
	}
}

// The window waits a moment for the disk to let go of the file, and no longer.
func TestQuitting(t *testing.T) {
	talk, c, _ := kept(t)
	path := talk.vault.file.Path()
	closed := 0
	talk.Quit(func() { closed++ })
	if c.pass(quitWait); closed != 1 {
		t.Fatalf("closed %d times", closed)
	}
	again, err := store.Open(path, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	again.Close()
	talk, c, _, slow := away(t)
	closed = 0
	talk.Quit(func() { closed++ })
	if closed > 0 {
		t.Error("it does not wait for the disk")
	}
	if c.pass(quitWait); closed != 1 {
		t.Error("it waits for a disk that does not answer")
	}
	if slow.answer(); closed != 1 {
		t.Error("it closes twice")
	}
	newTalk(t).Quit(func() { closed++ })
	if closed != 2 {
		t.Error("without a file there is nothing to wait for")
	}
}

// A file that another program changed opens, also here, where it is still open.
func TestAFileThatChangedOpensAgain(t *testing.T) {
	talk, c, d := kept(t)
	path := talk.vault.file.Path()
	theirs := filepath.Join(t.TempDir(), "theirs.perspectief")
	set(talk, "household.adults[0].name", "Van een ander")
	c.pass(saveDelay)
	if err := talk.vault.file.SaveCopy(theirs, talk.stamped()); err != nil {
		t.Fatal(err)
	}
	put(t, theirs, path)
	set(talk, "household.adults[0].name", "Van mij")
	c.pass(saveDelay)
	d.choose = path
	talk.Open()
	if s := talk.Sheet(); s == nil || !strings.Contains(s.Text, "ander programma") {
		t.Fatalf("what was typed would go without a question: %+v", s)
	} else if strings.Contains(s.Text, "alsnog") || strings.Contains(s.Text, "typte na") {
		t.Errorf("it promises what the file may not hold any more, or what does not come: %q", s.Text)
	}
	press(t, talk, "weg")
	answer(t, talk, "wachtwoord", "fout wachtwoord")
	press(t, talk, "open")
	if talk.doc.Household.Adults[0].Name != "Van mij" {
		t.Error("after a wrong passphrase the talk is gone")
	}
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	if talk.Sheet() != nil || talk.doc.Household.Adults[0].Name != "Van een ander" {
		t.Fatalf("it did not open: %+v", talk.Sheet())
	}
	set(talk, "household.adults[0].name", "Verder")
	c.pass(saveDelay)
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Verder" || talk.Keeping().Trouble != "" {
		t.Errorf("the file holds %q, %q", got, talk.Keeping().Trouble)
	}
}

func TestAFolderThatCannotBeReadIsSaid(t *testing.T) {
	talk, _, d := newDesk(t)
	d.refuses = errors.New("no")
	talk.Export()
	press(t, talk, "andere_map")
	if h := talk.Sheet().Sections[0].Rows[0].Hint; h != talk.say("kluis.map_fout") || talk.folder() != d.folder {
		t.Errorf("hint %q, folder %s", h, talk.folder())
	}
	d.refuses = nil
	press(t, talk, "andere_map")
	if h := talk.Sheet().Sections[0].Rows[0].Hint; h != "" {
		t.Errorf("hint %q", h)
	}
	talk.Escape()
	d.refuses = errors.New("no")
	talk.MakeTotals()
	if n := talk.Frame(); n.Notice != talk.say("kluis.map_fout") || !n.Warns {
		t.Errorf("notice %q", n.Notice)
	}
}

// put writes what stands in one file into another, as another program does.
func put(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
