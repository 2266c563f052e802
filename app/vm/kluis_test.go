package vm

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

const passphrase = "drie losse woorden"

// clock rings when a test says so.
type clock struct{ waiting []*alarm }

type alarm struct {
	delay time.Duration
	do    func()
}

func (c *clock) later(delay time.Duration, do func()) (cancel func()) {
	a := &alarm{delay, do}
	c.waiting = append(c.waiting, a)
	return func() { a.do = func() {} }
}

// pass lets everything happen that would within a time.
func (c *clock) pass(delay time.Duration) {
	due := c.waiting
	c.waiting = nil
	for _, a := range due {
		if a.delay <= delay {
			a.do()
		} else {
			c.waiting = append(c.waiting, a)
		}
	}
}

// desk is the window of a test: it chooses files and remembers what it was asked.
type desk struct {
	folder, choose string
	refuses        error // what the system says about each folder
	shown          []string
	closed         bool
}

func (d *desk) AskFile(then func(string))                    { then(d.choose) }
func (d *desk) AskFolder(_ string, then func(string, error)) { then(d.folder, d.refuses) }
func (d *desk) Documents() string                            { return d.folder }
func (d *desk) Show(path string)                             { d.shown = append(d.shown, path) }
func (d *desk) Close()                                       { d.closed = true }

// newDesk is a talk with a clock and a window.
func newDesk(t *testing.T) (*Talk, *clock, *desk) {
	t.Helper()
	talk, c, d := newTalk(t), &clock{}, &desk{folder: t.TempDir()}
	talk.Later = c.later
	talk.UseWindow(d)
	t.Cleanup(func() {
		talk.Start = func(work func()) { work() }
		talk.Close()
	})
	return talk, c, d
}

// answer gives an answer to the open question, as the window does.
func answer(t *testing.T, talk *Talk, id, text string) {
	t.Helper()
	s := talk.Sheet()
	if s == nil {
		t.Fatalf("%s: no question is open", id)
	}
	if talk.sheet.press[id] == nil && talk.sheet.set[id] == nil {
		t.Fatalf("the question %q has no %s", s.Title, id)
	}
	talk.Fill(id, text)
}

func press(t *testing.T, talk *Talk, ids ...string) {
	t.Helper()
	for _, id := range ids {
		answer(t, talk, id, "")
	}
}

// set types in a field of the open step.
func set(talk *Talk, id, text string) {
	talk.Screen()
	talk.Set(id, text)
}

// made is a new family for which a file is made, as the window does it. That takes a second.
func made(t *testing.T) (*Talk, *desk) {
	t.Helper()
	talk, _, d := newDesk(t)
	talk.New()
	press(t, talk, "bewaren")
	answer(t, talk, "antwoord", yes)
	press(t, talk, "verder")
	answer(t, talk, "eerste", passphrase)
	answer(t, talk, "tweede", passphrase)
	press(t, talk, "verder", "opslaan")
	if talk.Sheet() != nil || talk.vault.file == nil {
		t.Fatalf("no file was made: %+v", talk.Sheet())
	}
	return talk, d
}

// kept is a new family in a file. The file in testdata was made with little work, so that it opens at once.
func kept(t *testing.T) (*Talk, *clock, *desk) {
	t.Helper()
	talk, c, d := newDesk(t)
	data, err := os.ReadFile("testdata/leeg.perspectief")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(d.folder, "gezin.perspectief")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	talk.openPath(path)
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	c.pass(saveDelay)
	if talk.Sheet() != nil || talk.vault.file == nil || talk.Dirty() {
		t.Fatalf("the file did not open: %+v", talk.Sheet())
	}
	return talk, c, d
}

func onDisk(t *testing.T, talk *Talk) *store.Document {
	t.Helper()
	data, err := os.ReadFile(talk.vault.file.Path())
	if err != nil {
		t.Fatal(err)
	}
	d, err := store.DecodeEncrypted(data, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestANewFamilyIsKeptWithConsentAndAPassphrase(t *testing.T) {
	talk, d := made(t)
	files, err := filepath.Glob(filepath.Join(d.folder, "gezin*"))
	if err != nil || len(files) != 1 || filepath.Base(files[0]) != "gezin-2026-11-24.perspectief" {
		t.Fatalf("files %v (%v)", files, err)
	}
	stored := onDisk(t, talk)
	want := store.Consent{Given: true, On: "2026-11-24", KeepUntil: "2027-11-24", LastContact: "2026-11-24"}
	if stored.Consent == nil || *stored.Consent != want {
		t.Errorf("consent %+v", stored.Consent)
	}
	if stored.Rules == nil || stored.Rules.Checked == "" {
		t.Error("the file does not say with which rules it was made")
	}
	if k := talk.Keeping(); !strings.HasPrefix(k.Line, "Opgeslagen om ") || k.Trouble != "" {
		t.Errorf("%+v", k)
	}
}

func TestAPassphraseIsLongEnoughAndTypedTwice(t *testing.T) {
	talk, _, _ := newDesk(t)
	talk.askPassphrase()
	answer(t, talk, "eerste", "kort")
	press(t, talk, "verder")
	if h := talk.Sheet().Sections[0].Rows[0].Hint; !strings.Contains(h, "te kort") {
		t.Errorf("hint %q", h)
	}
	answer(t, talk, "eerste", passphrase)
	answer(t, talk, "tweede", "iets anders")
	press(t, talk, "verder")
	if h := talk.Sheet().Sections[0].Rows[1].Hint; h == "" {
		t.Error("two passphrases that differ were taken")
	}
	if k := talk.Sheet().Sections[0].Rows[0].Fields[0].Kind; k != SecretField {
		t.Error("the passphrase can be read")
	}
	press(t, talk, "laat_zien")
	if f := talk.Sheet().Sections[0].Rows[0].Fields[0]; f.Kind != TextField || f.Value != passphrase {
		t.Error("the passphrase stays hidden")
	}
}

// What was typed is in the file within a second, without a button, and the file opens when the program is gone.
func TestWhatIsTypedIsSavedByItself(t *testing.T) {
	talk, c, _ := kept(t)
	set(talk, "household.adults[0].name", "Marker")
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "" {
		t.Fatalf("before its time the file holds %q", got)
	}
	if saveDelay >= time.Second {
		t.Errorf("a save waits %v", saveDelay)
	}
	c.pass(saveDelay)
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Marker" {
		t.Errorf("after a second the file holds %q", got)
	}
	if talk.Dirty() {
		t.Error("it is not known to be saved")
	}
}

func TestASaveDoesNotWaitForATypist(t *testing.T) {
	talk, c, _ := kept(t)
	for _, name := range []string{"M", "Ma", "Mar"} {
		set(talk, "household.adults[0].name", name)
	}
	saves := 0
	for _, a := range c.waiting {
		if a.delay == saveDelay {
			saves++
		}
	}
	if saves != 1 {
		t.Errorf("three keys start %d clocks", saves)
	}
}

// What is typed while a save is under way is saved behind it.
func TestTheLatestSaveWins(t *testing.T) {
	talk, c, _ := kept(t)
	var work []func()
	talk.Start = func(f func()) { work = append(work, f) }
	set(talk, "household.adults[0].name", "Eerst")
	c.pass(saveDelay)
	set(talk, "household.adults[0].name", "Daarna")
	c.pass(saveDelay)
	if len(work) != 1 {
		t.Fatalf("%d saves at once", len(work))
	}
	work[0]()
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Eerst" {
		t.Errorf("the first save wrote %q", got)
	}
	c.pass(saveDelay)
	if len(work) != 2 {
		t.Fatalf("%d saves after the first", len(work))
	}
	work[1]()
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Daarna" {
		t.Errorf("the file holds %q", got)
	}
}

func TestClosingSaves(t *testing.T) {
	talk, _, d := kept(t)
	path := talk.vault.file.Path()
	set(talk, "household.adults[0].name", "Marker")
	talk.Leave(d.Close)
	if !d.closed || talk.Sheet() != nil {
		t.Fatal("the window did not close")
	}
	talk.Close()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if stored, err := store.DecodeEncrypted(data, passphrase); err != nil || stored.Household.Adults[0].Name != "Marker" {
		t.Errorf("%v", err)
	}
}

// 111222333 passes the elfproef: perspectiefplan, section on the number guard.
func TestARefusedTextIsSaidAtItsFieldAndSavedAfterTheMend(t *testing.T) {
	talk, c, _ := kept(t)
	talk.Go(OurPlan)
	const id = "plan.wishes[0].text"
	set(talk, id, "Bel 111222333")
	c.pass(saveDelay)
	if h := row(t, talk, "plan.wishes[0]").Hint; !strings.Contains(h, "burgerservicenummer") {
		t.Errorf("hint %q", h)
	}
	if k := talk.Keeping(); !strings.Contains(k.Trouble, "burgerservicenummer") || k.Copy != "" {
		t.Errorf("%+v", k)
	}
	if stored := onDisk(t, talk); stored.Plan != nil {
		t.Error("the number is on the disk")
	}
	set(talk, id, "Bel mij")
	c.pass(saveDelay)
	if stored := onDisk(t, talk); stored.Plan == nil || stored.Plan.Wishes[0].Text != "Bel mij" {
		t.Error("after the mend nothing is saved")
	}
	if k := talk.Keeping(); k.Trouble != "" {
		t.Errorf("%+v", k)
	}
}

// Also when what stands there again is what was saved before.
func TestARefusedTextThatIsTakenAwayIsNoTroubleAnyMore(t *testing.T) {
	const id = "household.adults[0].name"
	for name, mend := range map[string]func(*Talk){"typed": func(talk *Talk) { set(talk, id, "Marker") }, "undone": (*Talk).Undo} {
		talk, c, _ := kept(t)
		set(talk, id, "Marker")
		c.pass(typingPause)
		set(talk, id, "Marker 111222333")
		c.pass(saveDelay)
		if k := talk.Keeping(); !strings.Contains(k.Trouble, "burgerservicenummer") {
			t.Fatalf("%s: %+v", name, k)
		}
		mend(talk)
		c.pass(saveDelay)
		if k := talk.Keeping(); k.Trouble != "" || !strings.HasPrefix(k.Line, "Opgeslagen om ") {
			t.Errorf("%s: %+v", name, k)
		}
	}
}

// loose is a talk of which the last save failed, because its stick is loose, and in which nothing is left to save. It gives how
// the stick comes back.
func loose(t *testing.T) (talk *Talk, c *clock, back func()) {
	t.Helper()
	talk, c, _ = kept(t)
	path := talk.vault.file.Path()
	move := func(from, to string) {
		if err := os.Rename(from, to); err != nil {
			t.Fatal(err)
		}
	}
	move(path, path+".x")
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	talk.Undo()
	return talk, c, func() { move(path+".x", path) }
}

// A stick that was loose for a moment is tried again, also when nothing is left to save.
func TestTroubleWithTheDiskEndsByItself(t *testing.T) {
	talk, c, back := loose(t)
	if c.pass(retryDelay); talk.Keeping().Trouble == "" {
		t.Error("the file is gone, and that is not said any more")
	}
	back()
	if c.pass(retryDelay); talk.Keeping().Trouble != "" {
		t.Errorf("%+v", talk.Keeping())
	}
}

func TestWhenTheFileIsGoneTheTalkGoesOnInACopy(t *testing.T) {
	talk, c, d := kept(t)
	if err := os.Remove(talk.vault.file.Path()); err != nil {
		t.Fatal(err)
	}
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	k := talk.Keeping()
	if !strings.Contains(k.Trouble, "stick") || k.Copy == "" {
		t.Fatalf("%+v", k)
	}
	d.folder = t.TempDir()
	talk.vault.folder = ""
	talk.KeepCopy()
	press(t, talk, "opslaan")
	if dir := filepath.Dir(talk.vault.file.Path()); dir != d.folder {
		t.Errorf("the talk stays in %s", dir)
	}
	set(talk, "household.adults[0].name", "Later")
	c.pass(saveDelay)
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Later" {
		t.Errorf("the copy holds %q", got)
	}
}

func TestAChangeByAnotherProgramIsSaidAndKept(t *testing.T) {
	talk, c, _ := kept(t)
	if err := os.WriteFile(talk.vault.file.Path(), []byte("iets anders"), 0o600); err != nil {
		t.Fatal(err)
	}
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	if k := talk.Keeping(); !strings.Contains(k.Trouble, "ander programma") || k.Copy == "" {
		t.Errorf("%+v", k)
	}
	if data, err := os.ReadFile(talk.vault.file.Path()); err != nil || string(data) != "iets anders" {
		t.Error("it was written over")
	}
}

func TestAWrongPassphraseIsSaidAtTheFieldAndNothingIsLost(t *testing.T) {
	talk, _, d := kept(t)
	d.choose = talk.vault.file.Path()
	talk.Leave(func() { talk.reset(talk.newDocument(), "") })
	set(talk, "household.adults[0].name", "Blijft")
	talk.openPath(d.choose)
	answer(t, talk, "wachtwoord", "fout wachtwoord")
	press(t, talk, "open")
	if h := talk.Sheet().Sections[0].Rows[0].Hint; !strings.Contains(h, "past niet") {
		t.Errorf("hint %q", h)
	}
	if talk.doc.Household.Adults[0].Name != "Blijft" {
		t.Error("the talk is gone")
	}
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	if talk.Sheet() != nil || talk.vault.file == nil || talk.doc.Household.Adults[0].Name != "" {
		t.Error("the file did not open")
	}
}

// Each trouble with a file has a sentence of its own in the window, and says what to do.
func TestEveryTroubleWithAFileIsSaid(t *testing.T) {
	talk, _, d := kept(t)
	whole, err := os.ReadFile(talk.vault.file.Path())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for name, data := range map[string][]byte{
		"empty": {}, "foreign": []byte("%PDF-1.7"), "truncated": whole[:len(whole)-9], "newer": []byte(strings.Replace(string(whole), "perspectief 1", "perspectief 9", 1)),
		"damaged": append(append([]byte{}, whole[:len(whole)-1]...), whole[len(whole)-1]^1), "huge": append([]byte("perspectief 1\n"), make([]byte, store.MaxSize)...),
		"half json": []byte(`{"schema": 1,`), "newer json": []byte(`{"schema": 99}`),
	} {
		path := filepath.Join(d.folder, "x")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		before := talk.encoded()
		talk.openPath(path)
		s := talk.Sheet()
		if s == nil || s.Text == "" || strings.Contains(s.Text, "⟦") {
			t.Fatalf("%s: %+v", name, s)
		}
		if other, ok := seen[s.Text]; ok {
			t.Errorf("%s and %s: %q", name, other, s.Text)
		}
		seen[s.Text] = name
		press(t, talk, "annuleren")
		if string(talk.encoded()) != string(before) {
			t.Errorf("%s: the talk changed", name)
		}
	}
	talk.openPath(filepath.Join(d.folder, "weg"))
	if s := talk.Sheet(); s == nil || !strings.Contains(s.Text, "stick") {
		t.Errorf("missing: %+v", s)
	}
	twice := filepath.Join(d.folder, "twice.perspectief")
	put(t, talk.vault.file.Path(), twice)
	elsewhere, err := store.Open(twice, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer elsewhere.Close()
	talk.openPath(twice)
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	if s := talk.Sheet(); s == nil || !strings.Contains(s.Text, "al open") {
		t.Errorf("open twice: %+v", s)
	}
}

func TestAReadOnlyFileOpensAndSaysSo(t *testing.T) {
	talk, c, d := kept(t)
	path := talk.vault.file.Path()
	talk.Close()
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	talk.openPath(path)
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	if k := talk.Keeping(); k.Trouble == "" || k.Copy == "" {
		t.Errorf("%+v", k)
	}
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	talk.Leave(d.Close)
	if d.closed || talk.Sheet() == nil {
		t.Error("what was typed went without a question")
	}
}

func TestAPlainFileOpensAndSaysThatAnybodyCanReadIt(t *testing.T) {
	talk, c, d := newDesk(t)
	path := filepath.Join(d.folder, "gezin.json")
	if err := store.WriteOver(path, talk.stamped()); err != nil {
		t.Fatal(err)
	}
	d.choose = path
	talk.Open()
	if n := talk.Frame().Notice; !strings.Contains(n, "Iedereen kan het lezen") {
		t.Errorf("notice %q", n)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Error("the plain file was written without being asked")
	}
	talk.Export()
	if s := talk.Sheet(); s == nil || !strings.Contains(s.Text, "iedereen") {
		t.Fatalf("%+v", s)
	}
	answer(t, talk, "naam", "gezin")
	press(t, talk, "opslaan")
	if h := talk.Sheet().Sections[0].Rows[0].Hint; !strings.Contains(h, "al een bestand") {
		t.Errorf("hint %q", h)
	}
	press(t, talk, "opslaan")
	if after, err := os.ReadFile(path); err != nil || !strings.Contains(string(after), "Marker") {
		t.Errorf("the export is not there (%v)", err)
	}
}

func TestAFileIsNotNamedAfterSomebody(t *testing.T) {
	talk, _, _ := newDesk(t)
	set(talk, "household.adults[0].name", "Fatima")
	talk.Export()
	for _, name := range []string{"gezin fatima", "", "a/b"} {
		answer(t, talk, "naam", name)
		press(t, talk, "opslaan")
		if talk.Sheet() == nil || talk.Sheet().Sections[0].Rows[0].Hint == "" {
			t.Errorf("%q was taken", name)
		}
	}
}

func TestANewFileTakesNoFilesPlace(t *testing.T) {
	talk, _, d := newDesk(t)
	path := filepath.Join(d.folder, "gezin-2026-11-24.perspectief")
	if err := os.WriteFile(path, []byte("van iemand anders"), 0o600); err != nil {
		t.Fatal(err)
	}
	talk.askCasePlace(passphrase)
	press(t, talk, "opslaan")
	if h := talk.Sheet().Sections[0].Rows[0].Hint; !strings.Contains(h, "al een bestand") {
		t.Errorf("hint %q", h)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "van iemand anders" {
		t.Error("the file that was there is gone")
	}
}

func TestNothingIsKept(t *testing.T) {
	for name, choose := range map[string]func(*Talk){
		"at the start": func(talk *Talk) { talk.New(); press(t, talk, "niets") },
		"later":        func(talk *Talk) { talk.New(); talk.Escape(); talk.FileSheet(); press(t, talk, "niets") },
		"by consent": func(talk *Talk) {
			talk.New()
			press(t, talk, "bewaren")
			answer(t, talk, "antwoord", no)
			press(t, talk, "verder")
		},
	} {
		talk, c, d := newDesk(t)
		choose(talk)
		set(talk, "household.adults[0].name", "Marker")
		c.pass(time.Hour)
		if files, err := os.ReadDir(d.folder); err != nil || len(files) > 0 {
			t.Errorf("%s: %v is on the disk", name, files)
		}
		if k := talk.Keeping(); k.Line != talk.say("kluis.stand.niets") {
			t.Errorf("%s: %+v", name, k)
		}
	}
}

func TestATalkOfWhichNothingIsKeptCanPrint(t *testing.T) {
	talk, _, d := newDesk(t)
	talk.keepNothing()
	talk.MakePaper(Paper{Kind: PlanPaper})
	if s := talk.Sheet(); s == nil || s.Title != talk.say("kluis.papier") {
		t.Fatalf("%+v", s)
	}
	press(t, talk, "ja", "opslaan")
	if want := filepath.Join(d.folder, "plan-2026-11-24.pdf"); len(d.shown) != 1 || d.shown[0] != want {
		t.Errorf("shown %v", d.shown)
	}
}

func TestNeitherAnswerIsChosenBeforehand(t *testing.T) {
	talk, _, _ := newDesk(t)
	talk.askConsent(func() { t.Error("it went on without an answer") })
	if v := talk.Sheet().Sections[0].Rows[0].Fields[0].Value; v != "" {
		t.Errorf("%q is chosen", v)
	}
	press(t, talk, "verder")
	if h := talk.Sheet().Sections[0].Rows[0].Hint; h == "" {
		t.Error("nothing is said")
	}
	answer(t, talk, "antwoord", yes)
	for _, day := range []string{"gisteren", "1-1-2020"} {
		answer(t, talk, "tot", day)
		press(t, talk, "verder")
		if h := talk.Sheet().Sections[0].Rows[1].Hint; h == "" {
			t.Errorf("%q was taken as a day", day)
		}
	}
}

func TestWithdrawingErasesAndTheTalkGoesOn(t *testing.T) {
	talk, c, d := kept(t)
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	talk.FileSheet()
	press(t, talk, "toestemming")
	answer(t, talk, "antwoord", no)
	press(t, talk, "verder", "weg")
	if files, err := os.ReadDir(d.folder); err != nil || len(files) > 0 {
		t.Errorf("%v is left", files)
	}
	if !talk.vault.nothing || talk.doc.Household.Adults[0].Name != "Marker" {
		t.Error("the talk did not go on")
	}
}

func TestEraseRemovesEverything(t *testing.T) {
	talk, c, d := kept(t)
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	talk.FileSheet()
	press(t, talk, "alles_weg")
	if s := talk.Sheet(); !strings.Contains(s.Text, "Papier") {
		t.Errorf("the question does not speak of paper: %q", s.Text)
	}
	press(t, talk, "weg")
	if files, err := os.ReadDir(d.folder); err != nil || len(files) > 0 {
		t.Errorf("%v is left", files)
	}
	if talk.CanUndo() || talk.doc.Household.Adults[0].Name != "" {
		t.Error("the family is still there")
	}
}

func TestBackToYesterdayAndForthAgain(t *testing.T) {
	talk, c, _ := kept(t)
	path := talk.vault.file.Path()
	set(talk, "household.adults[0].name", "Gisteren")
	c.pass(saveDelay)
	talk.Close()
	talk.openPath(path)
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	set(talk, "household.adults[0].name", "Vandaag")
	c.pass(saveDelay)
	talk.FileSheet()
	press(t, talk, "versies", "versie.0")
	found := false
	for _, s := range talk.Sheet().Sections {
		for _, r := range s.Rows {
			found = found || len(r.Fields) > 0 && r.Fields[0].Value == "Gisteren"
		}
	}
	if !found || talk.doc.Household.Adults[0].Name != "Vandaag" {
		t.Error("looking does not show the version, or changes the talk")
	}
	press(t, talk, "terugzetten")
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Gisteren" || talk.doc.Household.Adults[0].Name != got || talk.Sheet() != nil {
		t.Fatalf("the file holds %q", got)
	}
	talk.Undo()
	c.pass(saveDelay)
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Vandaag" {
		t.Errorf("after undo the file holds %q", got)
	}
}

func TestTheWindowLocksAfterFiveMinutes(t *testing.T) {
	talk, c, _ := kept(t)
	set(talk, "household.adults[0].name", "Marker")
	talk.FileSheet()
	talk.Active()
	c.pass(idleTime - time.Second)
	if talk.Locked() {
		t.Fatal("locked too early")
	}
	c.pass(idleTime)
	if !talk.Locked() || talk.Sheet().Title != talk.say("kluis.slot") {
		t.Fatal("not locked")
	}
	talk.Escape()
	answer(t, talk, "wachtwoord", "een ander woord")
	press(t, talk, "open")
	if !talk.Locked() || talk.Sheet().Sections[0].Rows[0].Hint == "" {
		t.Error("a wrong passphrase opens the window, or is not told")
	}
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	if talk.Locked() || talk.Sheet() != nil || talk.doc.Household.Adults[0].Name != "Marker" {
		t.Error("the window stays locked, or something is lost")
	}
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Marker" {
		t.Errorf("locked, the file holds %q", got)
	}
}

func TestSomebodyWhoIsThereIsNotLockedOut(t *testing.T) {
	talk, c, _ := kept(t)
	talk.Active()
	first := c.waiting
	talk.Active()
	for _, a := range first {
		if a.delay == idleTime {
			a.do()
		}
	}
	if talk.Locked() {
		t.Error("the clock of before the last key locks the window")
	}
}

func TestAnExampleIsNotLocked(t *testing.T) {
	talk, _, _ := newDesk(t)
	talk.Lock()
	if talk.Locked() {
		t.Error("an example was locked")
	}
}

func TestAnOldFileAsksWhetherItIsNeeded(t *testing.T) {
	for _, c := range []struct {
		last, until plan.Day
		words       string
	}{
		{"2026-11-01", "2027-06-01", ""},
		{"2026-05-23", "2027-06-01", "lang geleden"},
		{"2025-11-23", "2027-06-01", "meer dan een jaar"},
		{"2026-11-01", "2026-11-23", "voorbij"},
		{"2026-11-01", "2026-11-24", ""},
	} {
		talk, _, d := kept(t)
		path := talk.vault.file.Path()
		talk.doc.Consent = &store.Consent{Given: true, On: "2025-01-01", KeepUntil: c.until, LastContact: c.last}
		if err := talk.vault.file.Save(&talk.doc); err != nil {
			t.Fatal(err)
		}
		talk.Close()
		talk.Today = talk.Today.Add(14 * time.Hour)
		talk.openPath(path)
		answer(t, talk, "wachtwoord", passphrase)
		press(t, talk, "open")
		s := talk.Sheet()
		if (s != nil) != (c.words != "") {
			t.Errorf("%v: %+v", c, s)
		}
		if s == nil {
			if talk.doc.Consent.LastContact != "2026-11-24" {
				t.Errorf("last contact %s", talk.doc.Consent.LastContact)
			}
			continue
		}
		if !strings.Contains(s.Text, c.words) {
			t.Errorf("%v: %q", c, s.Text)
		}
		press(t, talk, "weg", "weg")
		if files, err := os.ReadDir(d.folder); err != nil || len(files) > 0 {
			t.Errorf("%v is left", files)
		}
	}
}

// Half a year is no reason to ask the family again: the word of the helper that the file is needed is enough.
func TestAFileOfHalfAYearGoesOn(t *testing.T) {
	for _, readOnly := range []bool{false, true} {
		talk, _, _ := kept(t)
		path := talk.vault.file.Path()
		talk.Close()
		if readOnly {
			if err := os.Chmod(path, 0o400); err != nil {
				t.Fatal(err)
			}
		}
		talk.Today = talk.Today.AddDate(0, 7, 0)
		talk.openPath(path)
		answer(t, talk, "wachtwoord", passphrase)
		press(t, talk, "open")
		stillAsked(t, talk)
		press(t, talk, "nodig")
		if s := talk.Sheet(); s != nil {
			t.Errorf("asked again: %+v", s)
		}
		if met := talk.doc.Consent.LastContact == plan.DayOf(talk.Today); met == readOnly {
			t.Errorf("read only %v: last contact %s", readOnly, talk.doc.Consent.LastContact)
		}
	}
}

// old is a talk about a family in a file that was not seen for two years. The question whether it is needed is open.
func old(t *testing.T) (*Talk, *clock, *desk) {
	t.Helper()
	talk, c, d := kept(t)
	path := talk.vault.file.Path()
	talk.Close()
	talk.Today = talk.Today.AddDate(2, 0, 0)
	talk.openPath(path)
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	stillAsked(t, talk)
	return talk, c, d
}

func stillAsked(t *testing.T, talk *Talk) {
	t.Helper()
	if s := talk.Sheet(); s == nil || s.Title != "Is dit nog nodig?" {
		t.Fatalf("it is not asked whether this is needed: %+v", s)
	}
}

// The question whether a file is needed stays until it is answered.
func TestTheQuestionWhetherAFileIsNeededIsNotSkipped(t *testing.T) {
	for name, skip := range map[string]func(*Talk){
		"lock": func(talk *Talk) {
			talk.Lock()
			answer(t, talk, "wachtwoord", passphrase)
			press(t, talk, "open")
		},
		"no consent":     func(talk *Talk) { press(t, talk, "bewaren", "annuleren") },
		"a paper to ask": func(talk *Talk) { press(t, talk, "bewaren", "print", "opslaan") },
		"no erasing":     func(talk *Talk) { press(t, talk, "weg", "annuleren") },
		"escape":         (*Talk).Escape,
		"a new day": func(talk *Talk) {
			next := talk.Today.AddDate(0, 0, 1)
			talk.Now = func() time.Time { return next }
			talk.Active()
		},
	} {
		talk, c, _ := old(t)
		skip(talk)
		stillAsked(t, talk)
		c.pass(saveDelay)
		if got := onDisk(t, talk).Consent.LastContact; got != "2026-11-24" || talk.Dirty() {
			t.Errorf("%s: last contact %s without an answer", name, got)
		}
	}
	talk, c, _ := old(t)
	press(t, talk, "bewaren")
	answer(t, talk, "antwoord", yes)
	press(t, talk, "verder")
	c.pass(saveDelay)
	if got := onDisk(t, talk).Consent; talk.Sheet() != nil || got.LastContact != "2028-11-24" || got.KeepUntil != "2029-11-24" {
		t.Errorf("after yes: %+v, %+v", talk.Sheet(), got)
	}
	talk, _, d := old(t)
	if press(t, talk, "sluiten"); !d.closed {
		t.Error("who cannot answer now cannot leave")
	}
}

func TestAnOldPlainFileAsksWhetherItIsNeeded(t *testing.T) {
	talk, _, d := newDesk(t)
	d.choose = filepath.Join(d.folder, "gezin.json")
	talk.doc.Consent = &store.Consent{Given: true, On: "2024-01-01", KeepUntil: "2025-01-01", LastContact: "2024-01-01"}
	if err := store.WriteOver(d.choose, &talk.doc); err != nil {
		t.Fatal(err)
	}
	talk.reset(talk.newDocument(), "")
	talk.Open()
	stillAsked(t, talk)
	press(t, talk, "weg", "weg")
	if store.Exists(d.choose) {
		t.Error("it is still there")
	}
}

// perspectiefplan, technical rules: deletion twelve months after the last contact.
func TestConsentIsForAYearAtMost(t *testing.T) {
	for day, ok := range map[string]bool{"24-11-2027": true, "25-11-2027": false, "31-12-2099": false} {
		talk, _, _ := newDesk(t)
		talk.askConsent(func() {})
		answer(t, talk, "antwoord", yes)
		answer(t, talk, "tot", day)
		press(t, talk, "verder")
		if given := talk.doc.Consent != nil; given != ok {
			t.Errorf("%s: taken %v", day, given)
		}
		if hint := talk.Sheet().Sections[0].Rows[1].Hint; strings.Contains(hint, "24 november 2027") == ok {
			t.Errorf("%s: hint %q", day, hint)
		}
	}
}

// A file that cannot be written does not become one with a change by being looked at.
func TestLookingAtAReadOnlyFileChangesNothing(t *testing.T) {
	talk, c, d := kept(t)
	path := talk.vault.file.Path()
	talk.Close()
	talk.Today = talk.Today.AddDate(0, 0, 3)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	talk.openPath(path)
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	c.pass(saveDelay)
	if talk.Leave(d.Close); !d.closed || talk.Dirty() {
		t.Errorf("closed %v, changed %v: %+v", d.closed, talk.Dirty(), talk.Sheet())
	}
}

// Emoji, signs that turn the direction of reading, very long words and half letters: kept as they are, or refused with a
// sentence.
func TestStrangeTextsAreKeptOrRefused(t *testing.T) {
	talk, c, _ := kept(t)
	const id = "household.adults[0].name"
	for _, text := range []string{"👩‍👧 Noor", "\u202eomgekeerd\u202c", "שלום", strings.Repeat("x", 10000), "é\u0301", "a\u0000b", "\xff\xfe", "\ud7ff"} {
		set(talk, id, text)
		c.pass(saveDelay)
		k, hint := talk.Keeping(), row(t, talk, "household.adults[0]").Hint
		if got := onDisk(t, talk).Household.Adults[0].Name; got != text && k.Trouble == "" {
			t.Errorf("%.20q became %.20q", text, got)
		} else if got != text && hint == "" {
			t.Errorf("%.20q was refused, but not at its field", text)
		}
		if len(talk.refused) == 0 {
			talk.pdf(plan.WrittenDown(talk.Easy, talk.stamped(), talk.Today))
		}
		talk.PaperData(Paper{Kind: PlanPaper})
	}
}

func TestTheConsentPageIsAPDFOfItsOwn(t *testing.T) {
	talk, _, d := newDesk(t)
	talk.PrintConsent()
	press(t, talk, "opslaan")
	data, err := os.ReadFile(filepath.Join(d.folder, "toestemming-2026-11-24.pdf"))
	if err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Error(err)
	}
}

func TestEveryQuestionHasItsWords(t *testing.T) {
	talk, _, _ := kept(t)
	open := func(name string, do func()) {
		do()
		s := talk.Sheet()
		if s == nil {
			t.Fatalf("%s: no question", name)
		}
		words := s.Title + s.Text
		for _, b := range s.Buttons {
			words += b.Label
		}
		for _, c := range s.Sections {
			words += c.Title + c.Intro
			for _, r := range c.Rows {
				words += r.Label + r.Note + r.Hint
			}
			for _, a := range c.Actions {
				words += a.Label
			}
		}
		if i := strings.Index(words, "⟦"); i >= 0 {
			t.Errorf("%s: %s", name, words[i:min(len(words), i+60)])
		}
	}
	open("how", func() { talk.ask(talk.howSheet) })
	open("file", talk.FileSheet)
	open("consent", func() { talk.askConsent(func() {}) })
	open("passphrase", talk.askPassphrase)
	open("other passphrase", talk.changePassphrase)
	open("place", func() { talk.askCasePlace("x") })
	open("copy", talk.KeepCopy)
	open("export", talk.Export)
	open("unlock", func() { talk.ask(func(s *sheet) Sheet { return talk.unlockSheet(s, "x", talk.toGoOn()) }) })
	open("leave", func() { talk.askLeave(func() {}) })
	open("erase", func() { talk.askErase(false) })
	open("versions", talk.askVersions)
	open("read", func() { talk.readAll(&talk.doc, talk.FileSheet, &version{}) })
	open("print", func() { talk.Print("x", nil) })
	open("quick", func() { talk.ask(talk.howSheet); press(t, talk, "vijf"); answer(t, talk, "volwassenen", "1") })
	open("picture", func() { press(t, talk, "reken") })
	open("help", talk.HelpSheet)
	open("words", func() { talk.HelpSheet(); press(t, talk, "woorden") })
	open("about", func() { talk.HelpSheet(); press(t, talk, "over") })
	open("lock", talk.Lock)
	for _, k := range []KeepState{talk.Keeping()} {
		if strings.Contains(k.Line+k.Trouble, "⟦") {
			t.Error(k)
		}
	}
}

func TestErrorsOfTheStoreHaveASentence(t *testing.T) {
	talk, _, _ := newDesk(t)
	if s := talk.sentence(errors.New("x")); s != talk.say("bestand.lukt_niet") {
		t.Error(s)
	}
	if s := talk.sentence(store.ErrDiskFull); s != talk.Words.T("fout.bestand.schijf_vol", i18n.Args{}) {
		t.Error(s)
	}
}

// A save that was asked for first and comes to the disk last does not put old words in the place of new ones.
func TestALateSaveDoesNotTakeBackWhatWasTypedLast(t *testing.T) {
	talk, c, _ := kept(t)
	slow := &disk{}
	talk.Start = slow.start
	set(talk, "household.adults[0].name", "Eerst")
	c.pass(saveDelay)
	set(talk, "household.adults[0].name", "Laatst")
	left := false
	talk.Leave(func() { left = true })
	slow.waiting[1]()
	slow.waiting[0]()
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Laatst" || !left {
		t.Errorf("the file holds %q", got)
	}
	if talk.Dirty() || talk.vault.trouble != nil {
		t.Errorf("the talk thinks otherwise: %v", talk.vault.trouble)
	}
	talk.Start = func(work func()) { work() }
	set(talk, "household.adults[0].name", "Later")
	c.pass(saveDelay)
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "Later" {
		t.Errorf("the next save left %q", got)
	}
}

// While a file is being erased nothing is saved in it, and the window is not closed halfway.
func TestNothingComesBetweenAnEraseAndItsEnd(t *testing.T) {
	talk, c, d := kept(t)
	set(talk, "household.adults[0].name", "Marker") // a save is on its way
	var erase func()
	talk.Start = func(work func()) { erase = work }
	talk.FileSheet()
	press(t, talk, "alles_weg", "weg")
	erasing := erase
	c.pass(saveDelay)
	talk.Leave(d.Close)
	if d.closed {
		t.Error("closed halfway")
	}
	erasing()
	c.pass(time.Hour)
	if files, err := os.ReadDir(d.folder); err != nil || len(files) > 0 {
		t.Errorf("%v is left", files)
	}
	if talk.vault.file != nil || talk.vault.trouble != nil {
		t.Errorf("%+v", talk.vault)
	}
	if talk.Leave(d.Close); !d.closed {
		t.Error("the window does not close any more")
	}
}

// What the family said about keeping it is not put back with an old version, also not on the disk.
func TestAnOldVersionDoesNotBringOldConsentBack(t *testing.T) {
	talk, c, _ := kept(t)
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	talk.askConsent(talk.afterConsent)
	answer(t, talk, "antwoord", yes)
	answer(t, talk, "tot", "1-3-2027")
	press(t, talk, "verder")
	c.pass(saveDelay)
	talk.FileSheet()
	press(t, talk, "versies", "versie.0", "terugzetten")
	if got := onDisk(t, talk).Consent; got == nil || got.KeepUntil != "2027-03-01" || talk.doc.Consent.KeepUntil != got.KeepUntil {
		t.Errorf("the file holds %+v, the talk %+v", got, talk.doc.Consent)
	}
}

// The curve of a family that was put away does not come into the talk about the next one.
func TestACurveOfTheFamilyBeforeIsNotShown(t *testing.T) {
	talk := newTalk(t)
	talk.ChooseExample("alleenstaande-ouder")
	var late []func()
	talk.Start = func(work func()) { late = append(late, work) }
	talk.Go(Hours)
	talk.ChooseExample("een-kostwinner")
	talk.Start = func(work func()) { late = append(late, work) }
	talk.Go(Hours)
	if len(late) < 2 {
		t.Fatalf("%d curves asked for", len(late))
	}
	late[0]()
	if talk.hours.curve != nil {
		t.Error("the curve of the family before is there")
	}
}

// plainTalk is a talk about a plain file that was opened.
func plainTalk(t *testing.T) (*Talk, *clock, *desk) {
	t.Helper()
	talk, c, d := newDesk(t)
	d.choose = filepath.Join(d.folder, "gezin.json")
	if err := store.WriteOver(d.choose, talk.stamped()); err != nil {
		t.Fatal(err)
	}
	talk.Open()
	return talk, c, d
}

// name is the name of the first adult in a plain file.
func name(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d, faults := store.Decode(data)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return d.Household.Adults[0].Name
}

func TestAPlainFileIsSavedBackWithOneClick(t *testing.T) {
	talk, c, d := plainTalk(t)
	if k := talk.Keeping(); k.Line != "Slaat niet vanzelf op" || k.Trouble != "" {
		t.Errorf("%+v", k)
	}
	set(talk, "household.adults[0].name", "Marker")
	c.pass(time.Hour)
	if k := talk.Keeping(); !strings.Contains(k.Trouble, "nog niet opgeslagen") || k.Copy == "" || name(t, d.choose) == "Marker" {
		t.Errorf("%+v", k)
	}
	talk.Rescue()
	if name(t, d.choose) != "Marker" || talk.Dirty() || talk.Keeping().Trouble != "" {
		t.Error("one click does not save it")
	}
	set(talk, "household.adults[0].name", "Later")
	talk.Leave(d.Close)
	if d.closed {
		t.Fatal("it went without a question")
	}
	press(t, talk, "hier")
	if !d.closed || name(t, d.choose) != "Later" {
		t.Error("it is not saved before the window closes")
	}
}

// What was said at the opening is not said once more above the window after the first change.
func TestAPlainFileWarnsOnce(t *testing.T) {
	for name, change := range map[string]func(*Talk){
		"a key":  func(talk *Talk) { set(talk, "household.adults[0].name", "Marker") },
		"a year": func(talk *Talk) { talk.SetYear("2025") },
	} {
		talk, _, _ := plainTalk(t)
		said := talk.Frame().Notice
		change(talk)
		f := talk.Frame()
		if f.Notice != "" || f.Keep.Trouble == "" {
			t.Errorf("%s: notice %q, trouble %q", name, f.Notice, f.Keep.Trouble)
		}
		for _, sentence := range strings.SplitAfter(f.Keep.Trouble, ".") {
			if sentence = strings.TrimSpace(sentence); sentence != "" && strings.Contains(said, sentence) {
				t.Errorf("%s: %q is said twice", name, sentence)
			}
		}
	}
}

func TestAPlainFileThatAnotherProgramWroteIsLeftAlone(t *testing.T) {
	talk, _, d := plainTalk(t)
	if err := os.WriteFile(d.choose, []byte("iets anders"), 0o600); err != nil {
		t.Fatal(err)
	}
	set(talk, "household.adults[0].name", "Marker")
	talk.SaveNow()
	if k := talk.Keeping(); !strings.Contains(k.Trouble, "ander programma") || k.Copy == "" || !talk.Dirty() {
		t.Errorf("%+v", k)
	}
	if data, err := os.ReadFile(d.choose); err != nil || string(data) != "iets anders" {
		t.Error("it was written over")
	}
	talk.Leave(d.Close)
	press(t, talk, "hier")
	if d.closed || talk.Sheet() == nil {
		t.Error("it went although it was not saved")
	}
	talk.Escape()
	talk.Rescue()
	if s := talk.Sheet(); s == nil || s.Title != talk.say("kluis.gewoon") {
		t.Errorf("no other place is offered: %+v", s)
	}
}

// The copy that gets what was typed out of trouble is where the talk goes on, also when a save elsewhere still hangs.
func TestAPlainTalkGoesOnInItsCopy(t *testing.T) {
	for name, trouble := range map[string]func(*Talk, *desk, *clock){
		"changed": func(talk *Talk, d *desk, _ *clock) {
			if err := os.WriteFile(d.choose, []byte("iets anders"), 0o600); err != nil {
				t.Fatal(err)
			}
			talk.SaveNow()
		},
		"hangs": func(talk *Talk, _ *desk, c *clock) {
			talk.Start = func(func()) {}
			talk.SaveNow()
			c.pass(patience)
		},
	} {
		talk, c, d := plainTalk(t)
		start := talk.Start
		set(talk, "household.adults[0].name", "Marker")
		trouble(talk, d, c)
		talk.Start = start
		talk.Rescue()
		press(t, talk, "opslaan")
		copied := filepath.Join(d.folder, talk.dated("gezin")+".json")
		if k := talk.Keeping(); k.Trouble != "" || talk.Dirty() || k.Line != "Slaat niet vanzelf op" {
			t.Errorf("%s: after the rescue: %+v", name, k)
		}
		if n := talk.Frame().Notice; !strings.Contains(n, "U gaat daar verder") {
			t.Errorf("%s: it is said %q", name, n)
		}
		set(talk, "household.adults[0].name", "Later")
		talk.SaveNow()
		data, err := os.ReadFile(copied)
		if err != nil || !strings.Contains(string(data), "Later") || talk.Dirty() {
			t.Errorf("%s: the talk does not go on in its copy: %v, %+v", name, err, talk.Keeping())
		}
	}
}

// Who exports over the file that the talk came from has saved in it.
func TestAnExportOverTheFileOfTheTalkIsASave(t *testing.T) {
	talk, _, d := plainTalk(t)
	set(talk, "household.adults[0].name", "Marker")
	talk.Export()
	answer(t, talk, "naam", "gezin")
	press(t, talk, "opslaan", "opslaan")
	if name(t, d.choose) != "Marker" || talk.Dirty() || talk.Keeping().Trouble != "" {
		t.Fatalf("%+v", talk.Keeping())
	}
	set(talk, "household.adults[0].name", "Later")
	if talk.SaveNow(); name(t, d.choose) != "Later" || talk.Keeping().Trouble != "" {
		t.Errorf("%+v", talk.Keeping())
	}
	talk.Export()
	press(t, talk, "opslaan")
	set(talk, "household.adults[0].name", "Weer later")
	if talk.SaveNow(); name(t, d.choose) != "Weer later" {
		t.Error("an export elsewhere took the talk with it")
	}
}

// A plain file on the disk is something that is kept: to keep nothing it has to go.
func TestKeepingNothingRemovesThePlainFile(t *testing.T) {
	talk, _, d := plainTalk(t)
	talk.FileSheet()
	press(t, talk, "niets")
	if s := talk.Sheet(); s == nil || !strings.Contains(s.Text, "bestand gaat weg") {
		t.Fatalf("it is not asked: %+v", s)
	}
	press(t, talk, "annuleren")
	if talk.vault.nothing || talk.vault.plain != d.choose {
		t.Error("after \"laat staan\" the talk forgot its file")
	}
	talk.FileSheet()
	press(t, talk, "niets", "weg")
	if store.Exists(d.choose) || !talk.vault.nothing {
		t.Errorf("the file is still there: %v; %+v", store.Exists(d.choose), talk.Keeping())
	}
}

func TestErasingAPlainFileRemovesIt(t *testing.T) {
	talk, _, d := plainTalk(t)
	talk.FileSheet()
	press(t, talk, "alles_weg", "weg")
	if store.Exists(d.choose) {
		t.Error("it is still there")
	}
	talk.FileSheet()
	if press(t, talk, "alles_weg"); strings.Contains(talk.Sheet().Text, "bestand gaat weg") {
		t.Errorf("it speaks of a file that is not there: %q", talk.Sheet().Text)
	}
}

func TestWhoKeepsAPlainFileHearsThatItIsStillThere(t *testing.T) {
	talk, _, _ := plainTalk(t)
	talk.askCasePlace(passphrase)
	if press(t, talk, "opslaan"); !strings.Contains(talk.Frame().Notice, "zonder wachtwoord staat er nog") {
		t.Errorf("notice %q", talk.Frame().Notice)
	}
	if talk.vault.plain != "" {
		t.Error("the plain file would still be saved in")
	}
}

// The words of the lock do not promise more than there is.
func TestTheLockSaysWhatItIsWorth(t *testing.T) {
	talk, _, _ := newDesk(t)
	talk.New()
	talk.Escape()
	set(talk, "household.adults[0].name", "Marker")
	if talk.Lock(); !strings.Contains(talk.Sheet().Text, "alleen verborgen") {
		t.Errorf("%q", talk.Sheet().Text)
	}
	talk, c, _ := kept(t)
	if err := os.WriteFile(talk.vault.file.Path(), []byte("iets anders"), 0o600); err != nil {
		t.Fatal(err)
	}
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	if talk.Lock(); strings.Contains(talk.Sheet().Text, "Alles is bewaard") {
		t.Error("it says that all is saved")
	}
}

// A lid that was closed stops the clock that waits, so who opens it again finds the window locked.
func TestAComputerThatSleptIsLocked(t *testing.T) {
	talk, _, _ := kept(t)
	now := talk.Today.Add(9 * time.Hour)
	talk.Now = func() time.Time { return now }
	set(talk, "household.adults[0].name", "Marker")
	now = now.Add(idleTime - time.Second)
	if talk.Active(); talk.Locked() {
		t.Error("locked too early")
	}
	now = now.Add(idleTime + time.Second)
	if talk.Active(); !talk.Locked() {
		t.Error("not locked")
	}
}

// The key that wakes the window may be the answer to a question that was open: it opens nothing over the lock.
func TestTheFirstKeyAfterSleepOnlyLocks(t *testing.T) {
	talk, _, _ := kept(t)
	now := talk.Today.Add(9 * time.Hour)
	talk.Now = func() time.Time { return now }
	talk.Active()
	talk.FileSheet()
	now = now.Add(2 * idleTime)
	press(t, talk, "lezen")
	if s := talk.Sheet(); !talk.Locked() || s == nil || s.Title != talk.say("kluis.slot") {
		t.Errorf("locked %v, %+v", talk.Locked(), s)
	}
}

func TestANewDayIsNoticed(t *testing.T) {
	talk, c, _ := kept(t)
	now := talk.Today.AddDate(0, 0, 1)
	talk.Now = func() time.Time { return now }
	talk.Active()
	c.pass(saveDelay)
	if name := talk.dated("gezin"); name != "gezin-2026-11-25" {
		t.Errorf("a file of today would be %s", name)
	}
	if got := onDisk(t, talk).Consent.LastContact; got != "2026-11-25" {
		t.Errorf("last contact %s", got)
	}
}

// The disk that is full, and the folder that may not be written to any more: what was typed stays, it is said, and a save
// that works again takes the sentence away.
func TestASaveThatFailsIsSaidAndTriedAgain(t *testing.T) {
	talk, c, d := kept(t)
	for name, err := range map[string]error{"schijf of de stick is vol": store.ErrDiskFull, "alleen lezen": store.ErrReadOnly, "stick los": store.ErrDisk} {
		set(talk, "household.adults[0].name", "Marker "+name)
		talk.Start = func(func()) {} // the save does not come to the disk
		c.pass(saveDelay)
		talk.saveDone(talk.vault.file, talk.encoded(), talk.vault.savedAt, err)
		if k := talk.Keeping(); !strings.Contains(k.Trouble, name) || k.Copy == "" || !talk.Dirty() {
			t.Errorf("%v: %+v", err, k)
		}
		talk.Start = func(work func()) { work() }
		c.pass(retryDelay)
		if k := talk.Keeping(); k.Trouble != "" || onDisk(t, talk).Household.Adults[0].Name != "Marker "+name {
			t.Errorf("after %v: %+v", err, k)
		}
	}
	talk.vault.file.Close() // a file that cannot be written when the window closes
	set(talk, "household.adults[0].name", "Laatst")
	talk.Leave(d.Close)
	if d.closed || talk.Sheet() == nil {
		t.Error("the window closed while the save failed")
	}
}

// What is no amount yet is kept too: after a crash it stands in its field again, and leaving it behind is asked about.
func TestWhatIsNoAmountYetIsKept(t *testing.T) {
	talk, c, d := kept(t)
	path := talk.vault.file.Path()
	const amount = "household.adults[0].wealth"
	set(talk, amount, "12,345")
	if c.pass(saveDelay); talk.Dirty() {
		t.Error("it is not saved")
	}
	talk.Close() // as after a crash
	talk.openPath(path)
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	talk.Screen()
	if got := talk.Value(amount); got != "12,345" {
		t.Errorf("the field holds %q", got)
	}
	if len(talk.doc.Unread) > 0 {
		t.Error("the talk keeps it twice")
	}
	c.pass(saveDelay)
	talk.vault.readOnly = true
	set(talk, amount, "12,3456")
	if talk.Leave(d.Close); d.closed {
		t.Error("it went without a question")
	}
}

// What was done and what went wrong do not look the same.
func TestOnlyWarningsWarn(t *testing.T) {
	talk := newTalk(t)
	if talk.Say("bestand.geopend"); talk.Frame().Warns {
		t.Error("a file that opened is no warning")
	}
	if talk.warn("plan.lukt_niet"); !talk.Frame().Warns || talk.Frame().Notice == "" {
		t.Error("what does not work is a warning")
	}
	if talk.Say("bestand.geopend"); talk.Frame().Warns {
		t.Error("the warning stays")
	}
}

// What is written down is what the file keeps, with its earlier versions; the page that a child keeps for itself is not.
func TestEverythingIsWhatTheFileKeeps(t *testing.T) {
	talk, c, _ := kept(t)
	talk.doc.Plan = &plan.Plan{Children: []plan.ChildPage{{Child: "c1", Name: "Noor", IWorry: "geheimwens", Paper: plan.PaperForSelf}}}
	set(talk, "household.adults[0].name", "Marker")
	c.pass(saveDelay)
	talk.FileSheet()
	press(t, talk, "lezen")
	told := ""
	for _, s := range talk.Sheet().Sections {
		for _, r := range s.Rows {
			told += r.Label + "\n"
			for _, f := range r.Fields {
				told += f.Value + "\n"
			}
		}
	}
	if strings.Contains(told, "geheimwens") || !strings.Contains(told, "Marker") {
		t.Errorf("told: %q", told)
	}
	versions := len(talk.vault.file.Versions())
	if versions == 0 || !strings.Contains(told, "oude versie") {
		t.Errorf("%d versions, told: %q", versions, told)
	}
	talk.closeSheet()
	talk.Export()
	if s := talk.Sheet(); !strings.Contains(s.Text, "oude versie staat er niet in") {
		t.Errorf("about a plain file is said: %q", s.Text)
	}
	var paper strings.Builder
	if err := plan.WriteText(&paper, talk.everythingKept()); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(paper.String(), "geheimwens") || !strings.Contains(paper.String(), "oude versie") {
		t.Errorf("on paper stands %q", paper.String())
	}
}

// Both numbers are those of the test of the number guard.
func TestTheNameOfAFileHoldsNothingOfThePeople(t *testing.T) {
	talk, _, d := newDesk(t)
	h := talk.household()
	h.Adults[0].Name = "Bo van Dijk"
	h.Children = []budget.Child{{ID: "c1", Name: "Jan"}, {ID: "c2", Name: "Samira"}}
	for file, words := range map[string]string{
		"plan 111222333": "burgerservicenummer", "NL91ABNA0417164300": "bankrekening",
		"Bo": "iemand", "plan-bo-2": "iemand", "gezin dijk": "iemand", "plan jan": "iemand", "jan2026": "iemand", "MijnSamira": "iemand",
		"plan-januari": "", "bos": "", "van alles": "", "gezin-2026-11-24": "",
	} {
		talk.Export()
		answer(t, talk, "naam", file)
		press(t, talk, "opslaan")
		hint := ""
		if s := talk.Sheet(); s != nil {
			hint = s.Sections[0].Rows[0].Hint
		}
		if made := store.Exists(filepath.Join(d.folder, file+".json")); made != (words == "") || !strings.Contains(hint, words) {
			t.Errorf("%q: made %v, hint %q", file, made, hint)
		}
	}
}
