package view

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"perspectief/app/vm"
	"perspectief/assets"
)

// everyQuestion opens what can lie over the window.
var everyQuestion = map[string]func(*vm.Talk){
	"how":     (*vm.Talk).New,
	"consent": (*vm.Talk).Keep,
	"passphrase": func(t *vm.Talk) {
		t.Keep()
		t.Fill("antwoord", "ja")
		t.Fill("verder", "")
	},
	"file":   (*vm.Talk).FileSheet,
	"read":   func(t *vm.Talk) { t.FileSheet(); t.Fill("lezen", "") },
	"erase":  func(t *vm.Talk) { t.FileSheet(); t.Fill("alles_weg", "") },
	"export": (*vm.Talk).Export,
	"help":   (*vm.Talk).HelpSheet,
	"words":  func(t *vm.Talk) { t.HelpSheet(); t.Fill("woorden", ""); t.Fill("zoek", "toeslag") },
	"quick": func(t *vm.Talk) {
		t.New()
		t.Fill("vijf", "")
		t.Fill("volwassenen", "2")
		t.Fill("kinderen", "4, 9, 12")
	},
	"picture": func(t *vm.Talk) {
		t.New()
		t.Fill("vijf", "")
		t.Fill("volwassenen", "1")
		t.Fill("kinderen", "5, 17")
		t.Fill("huur", "650")
		t.Fill("reken", "")
	},
	"about":   func(t *vm.Talk) { t.HelpSheet(); t.Fill("over", "") },
	"print":   (*vm.Talk).PrintAll,
	"trouble": (*vm.Talk).CannotRead,
	"lock": func(t *vm.Talk) {
		t.Screen()
		t.Set("household.adults[0].name", "x")
		t.Lock()
	},
}

func TestNothingIsCutOffInAQuestion(t *testing.T) {
	for _, c := range []struct {
		width, height float32
		percent       int
	}{{1366, 768, 100}, {1366, 768, 150}, {1024, 700, 100}, {1366, 768, 200}} {
		f, w := newWindow(t)
		w.Resize(fyne.NewSize(c.width, c.height))
		f.talk.SetTextSize(c.percent)
		for name, open := range everyQuestion {
			open(f.talk)
			if f.sheet == nil {
				t.Fatalf("%s: no question", name)
			}
			content := f.sheet.whole
			within(content, content.Size().Width, func(words string, over float32) {
				t.Errorf("%s at %v percent in %v: %q sticks out %.0f", name, c.percent, c.width, words, over)
			})
			at, size := f.sheet.popup.Position(), content.Size()
			if at.X < 0 || at.Y < 0 || at.X+size.Width > c.width || at.Y+size.Height > c.height {
				t.Errorf("%s at %v percent in %v: the question lies at %v, %v large", name, c.percent, c.width, at, size)
			}
			if room := f.sheet.scroll.Size().Height; size.Height < c.height-2*sheetMargin && room < heightFor(f.sheet.scroll.Content, size.Width)-1 {
				t.Errorf("%s at %v percent in %v: it scrolls although there is room", name, c.percent, c.width)
			}
			f.talk.Fill("open", "") // of the lock
			for range 3 {           // the picture of the five questions lies three questions deep
				f.talk.Escape()
			}
			if f.talk.Sheet() != nil {
				t.Fatalf("%s: the question does not go away", name)
			}
		}
	}
}

func TestALockedWindowShowsNothingOfTheFamily(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Screen()
	f.talk.Set("household.adults[0].name", "Marker")
	f.talk.HelpSheet()
	f.talk.Lock()
	if f.Content.Visible() {
		t.Error("the screen is still there")
	}
	if n := len(w.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d things lie over the window", n)
	}
	f.typed(&desktop.CustomShortcut{KeyName: fyne.Key3, Modifier: fyne.KeyModifierShortcutDefault})
	if f.talk.Step() != vm.Who {
		t.Error("a key of the window works behind the lock")
	}
	f.talk.Fill("open", "")
	if !f.Content.Visible() || len(w.Canvas().Overlays().List()) != 0 {
		t.Error("the window stays locked")
	}
}

func TestKeysAndPointerKeepTheWindowOpen(t *testing.T) {
	f, w := newWindow(t)
	clocks := 0
	f.talk.Later = func(time.Duration, func()) func() { clocks++; return func() {} }
	for name, do := range map[string]func(){
		"pointer": func() { w.Content().(*watcher).MouseMoved(nil) },
		"key":     func() { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDown}) },
		"key in a field": func() {
			field[*AmountField](t, f, "household.housing.rentPerMonth").TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		},
		"text":   func() { test.Type(field[*textEntry](t, f, "household.adults[0].name"), "a") },
		"button": func() { f.undo.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab}) },
	} {
		before := clocks
		if do(); clocks == before {
			t.Errorf("%s: nobody notices", name)
		}
	}
}

func TestUndoByKeys(t *testing.T) {
	f, w := newWindow(t)
	e := field[*AmountField](t, f, "household.housing.rentPerMonth")
	before := e.Text
	w.Canvas().Focus(e)
	e.TypedRune('7')
	e.TypedShortcut(&fyne.ShortcutUndo{}) // the text's own
	e.TypedShortcut(&fyne.ShortcutUndo{}) // the text has no more, so that of the talk
	if e := field[*AmountField](t, f, "household.housing.rentPerMonth"); e.Text != before {
		t.Errorf("the field holds %q, want %q", e.Text, before)
	}
	f.talk.Screen()
	f.talk.Set("household.adults[0].name", "Anders")
	w.Canvas().Unfocus()
	if !f.typed(&fyne.ShortcutUndo{}) || f.talk.Value("household.adults[0].name") == "Anders" {
		t.Error("undo does nothing")
	}
	if !f.typed(redoToo) || f.talk.Value("household.adults[0].name") != "Anders" {
		t.Error("redo does nothing")
	}
	test.Tap(f.undo)
	if f.talk.Value("household.adults[0].name") == "Anders" {
		t.Error("the button does nothing")
	}
}

func TestEnterAndEscapeAnswerAQuestion(t *testing.T) {
	f, w := newWindow(t)
	everyQuestion["passphrase"](f.talk)
	for _, id := range []string{"eerste", "tweede"} {
		e, ok := f.sheet.form.focusable(id).(*textEntry)
		if !ok {
			t.Fatal("no field")
		}
		if !e.Password {
			t.Error("the passphrase can be read")
		}
		w.Canvas().Focus(e)
		test.Type(e, "drie losse woorden")
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if f.sheet.form.focusable("naam") == nil {
		t.Error("enter in the last field does not go on")
	}
	e := f.sheet.form.focusable("naam").(*textEntry)
	if w.Canvas().Focused() != e || e.SelectedText() == "" || e.SelectedText() != e.Text {
		t.Errorf("of the proposed name %q is selected: %q", e.Text, e.SelectedText())
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.talk.Sheet() != nil {
		t.Error("escape does nothing")
	}
}

// The keys begin at yes and no, and not at the day that stands under them.
func TestTheKeysBeginAtTheAnswer(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Keep()
	if got := idOf(w.Canvas().Focused()); got != "antwoord" {
		t.Errorf("the keys begin at %q", got)
	}
	boxes := f.sheet.form.sections[0].rows
	answer, until := boxes[0].box, boxes[1].box
	if gap := until.Position().Y - answer.Position().Y - answer.Size().Height; gap < 6 {
		t.Errorf("%v between the answers and the day", gap)
	}
}

// What is read out comes first, also when it takes more than the window; what is wrong with the answer comes into sight.
func TestALongQuestionBeginsAtItsTop(t *testing.T) {
	f, w := newWindow(t)
	w.Resize(fyne.NewSize(1024, 600))
	f.talk.SetTextSize(150)
	f.talk.Keep()
	s := f.sheet
	if s.scroll.Offset.Y != 0 || heightFor(s.scroll.Content, s.scroll.Size().Width) <= s.scroll.Size().Height {
		t.Fatalf("it begins at %v of %v in %v", s.scroll.Offset.Y, heightFor(s.scroll.Content, s.scroll.Size().Width), s.scroll.Size())
	}
	f.talk.Fill("verder", "")
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	top, y := place(s.scroll).Y, place(s.form.focusable("antwoord").(*choice)).Y
	if y < top || y > top+s.scroll.Size().Height {
		t.Errorf("the answer that is missing is at %v, of what can be seen from %v to %v", y, top, top+s.scroll.Size().Height)
	}
}

// Who reads and only scrolls is there, too.
func TestScrollingKeepsTheWindowOpen(t *testing.T) {
	f, w := newWindow(t)
	w.Resize(fyne.NewSize(1024, 600))
	noticed := 0
	f.talk.Later = func(time.Duration, func()) func() { noticed++; return func() {} }
	f.screens[f.talk.Step()].scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	if noticed == 0 {
		t.Error("a turn of the wheel over a page is not noticed")
	}
	f.talk.FileSheet()
	f.talk.Fill("lezen", "")
	noticed = 0
	f.sheet.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -40)})
	if noticed == 0 {
		t.Error("a turn of the wheel over a question is not noticed")
	}
}

// The folder of a family may hold its name, and the toolkit keeps the last folder in a file.
func TestNoFolderIsWrittenDown(t *testing.T) {
	f, _ := newWindow(t)
	written := 0
	f.app.Preferences().AddChangeListener(func() {
		if f.app.Preferences().String(lastFolder) != "" {
			written++
		}
	})
	folder := filepath.Join(t.TempDir(), "Familie Jansen")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	f.AskFolder(folder, func(string, error) {})
	f.talk.Lock()
	f.AskFile(func(string) {})
	f.pickNorms(func([]byte) {})
	if len(f.window.Canvas().Overlays().List()) == 0 {
		t.Error("no dialog opened")
	}
	if written > 0 {
		t.Errorf("%d times; it ends with %q", written, f.app.Preferences().String(lastFolder))
	}
}

// What an earlier dialog wrote down is removed when the window opens.
func TestAFolderOfBeforeIsForgotten(t *testing.T) {
	f, w := newWindow(t)
	f.app.Preferences().SetString(lastFolder, "file:///home/anna/Familie Jansen")
	NewFrame(f.app, w, f.talk)
	if left := f.app.Preferences().String(lastFolder); left != "" {
		t.Errorf("%q is kept", left)
	}
}

// Who reads with difficulty chooses the size of the letters once.
func TestTheSizeOfTheLettersIsRemembered(t *testing.T) {
	f, _ := newWindow(t)
	if got := LetterSize(f.app); got != 100 {
		t.Errorf("at first %d", got)
	}
	f.sizes.onPick("150")
	if got := LetterSize(f.app); got != 150 || f.talk.TextSize() != 150 {
		t.Errorf("chosen 150, remembered %d, shown %d", got, f.talk.TextSize())
	}
	f.app.Preferences().SetInt(letterSize, 3000)
	if got := LetterSize(f.app); got != 100 {
		t.Errorf("of a broken file %d", got)
	}
}

// What somebody was typing about one family is not in the field of the next one, whatever lay over the window meanwhile.
func TestAnotherFamilyFindsNoTextInAField(t *testing.T) {
	for name, over := range map[string]func(*Frame){
		"nothing":    func(*Frame) {},
		"a question": func(f *Frame) { f.talk.HelpSheet() },
		"another question after it": func(f *Frame) {
			f.talk.FileSheet()
			f.talk.Fill("alles_weg", "")
			f.talk.Fill("weg", "")
			f.talk.New()
		},
	} {
		for _, id := range []string{"household.adults[0].name", "household.housing.rentPerMonth"} {
			f, w := newWindow(t)
			e := f.screens[f.talk.Step()].form.focusable(id)
			w.Canvas().Focus(e)
			e.TypedRune('7')
			over(f)
			f.talk.ChooseExample(assets.Examples()[1].ID)
			if got, want := entryOf(f.screens[f.talk.Step()].form.focusable(id)).Text, f.talk.Value(id); got != want {
				t.Errorf("%s: %s holds %q, want %q", name, id, got, want)
			}
		}
	}
}

// The space that presses a button is no part of what is typed next.
func TestTheSpaceThatPressesAButtonIsUsedUp(t *testing.T) {
	pressed := 0
	b := newButton("knop", "Kind erbij", "", quiet, func() { pressed++ })
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // the key comes first, and its sign would go to what has the keys by then
	if pressed != 0 {
		t.Error("pressed before the space came")
	}
	b.TypedRune(' ')
	b.TypedRune('x')
	if pressed != 1 {
		t.Errorf("pressed %d times", pressed)
	}
}
