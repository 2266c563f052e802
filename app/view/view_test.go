package view

import (
	"encoding/json"
	"image/color"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"perspectief/app/vm"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
)

// newWindow is the window with the first example family, without a display.
func newWindow(t *testing.T) (*Frame, fyne.Window) {
	t.Helper()
	book, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	words, err := i18n.Load(i18n.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	easy, err := i18n.Load(i18n.SimpleDutch)
	if err != nil {
		t.Fatal(err)
	}
	now := func(work func()) { work() }
	talk := vm.NewTalk(vm.Deps{Engine: budget.NewEngine(book), Words: words, Easy: easy, Run: now, Start: now,
		Today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)})
	talk.ChooseExample(assets.Examples()[0].ID)
	a := test.NewTempApp(t)
	a.Settings().SetTheme(NewTheme(100))
	w := a.NewWindow("")
	t.Cleanup(w.Close)
	f := NewFrame(a, w, talk)
	w.Resize(fyne.NewSize(1366, 768))
	return f, w
}

func field[T fyne.Focusable](t *testing.T, f *Frame, id string) T {
	t.Helper()
	w, ok := f.screens[f.talk.Step()].form.focusable(id).(T)
	if !ok {
		t.Fatalf("no such field %s", id)
	}
	return w
}

// The order of the tab key is the order of reading: the path, the quiet things under it, then the screen.
func TestFocusGoesInReadingOrder(t *testing.T) {
	f, w := newWindow(t)
	rail := []string{"stap.1", "stap.2", "stap.3", "stap.4", "stap.5", "stap.6", "beeld", "terugdraaien", "opnieuw", "openen", "nieuw", "bestand", "hulp", "voorbeeld", "jaar", "letters"}
	eachPage(f, func(step vm.Step, page string) {
		want := slices.Clone(rail)
		state := f.talk.Screen()
		if len(state.Pages) > 0 {
			want = append(want, "bladen")
		}
		var fields []string
		for _, s := range append(append([]vm.Section{}, state.Left...), state.Right...) {
			for _, r := range s.Rows {
				fields = append(fields, vm.FieldIDs([]vm.Section{{Rows: []vm.Row{r}}})...)
				if r.Help != "" && slices.ContainsFunc(r.Fields, func(f vm.Field) bool { return f.Kind != vm.ShownValue }) {
					fields = append(fields, r.ID+".help")
				}
			}
			fields = append(fields, vm.FieldIDs([]vm.Section{{Actions: s.Actions}})...)
		}
		switch {
		case !state.First:
		case step == vm.Hours:
			fields = append(fields, "uren.schuif", "uren.beeld")
		case step == vm.OurPlan:
			fields = append([]string{"maak_plan"}, fields...)
		}
		want = append(want, fields...)
		if step > 0 {
			want = append(want, "terug")
		}
		if step+1 < vm.NumSteps {
			want = append(want, "verder")
		}
		w.Canvas().Unfocus()
		var got []string
		for range want {
			w.Canvas().FocusNext()
			got = append(got, idOf(w.Canvas().Focused()))
		}
		if !slices.Equal(got, want) {
			t.Errorf("step %d, page %s: tab goes to\n%v\nwant\n%v", step+1, page, got, want)
		}
	})
}

// eachPage opens every page of every step, first as the family sees them and then as the helper does.
func eachPage(f *Frame, visit func(step vm.Step, page string)) {
	for _, view := range []string{vm.FamilyView, vm.HelperView} {
		f.talk.SetView(view)
		for step := range vm.NumSteps {
			f.talk.Go(step)
			pages := f.talk.Screen().Pages
			if len(pages) == 0 {
				visit(step, f.talk.Screen().Page)
			}
			for _, p := range pages {
				f.talk.OpenPage(p.ID)
				visit(step, p.ID)
			}
		}
	}
}

func TestTheAmountFieldKeepsEveryKeystroke(t *testing.T) {
	const id = "household.housing.rentPerMonth"
	for _, c := range []struct{ typed, left, value string }{
		{"1234,5", "1.234,50", "1234.50"},
		{"€ 1.234", "1.234", "1234"},
		{"1,234", "1,234", ""},
		{"abc", "abc", ""},
		{"0", "0", "0"},
	} {
		f, w := newWindow(t)
		e := field[*AmountField](t, f, id)
		w.Canvas().Focus(e)
		for i, r := range c.typed { // the first key replaces the old amount, the others follow it
			e.TypedRune(r)
			if got := e.Text; got != c.typed[:i+len(string(r))] {
				t.Fatalf("after %q the field holds %q", c.typed[:i+len(string(r))], got)
			}
		}
		w.Canvas().Unfocus()
		if e.Text != c.left {
			t.Errorf("%q is left as %q, want %q", c.typed, e.Text, c.left)
		}
		if hint := rowOf(f, id).hint; (c.value == "") != hint.Visible() {
			t.Errorf("%q has the hint %q", c.typed, hint.words)
		}
		data := string(exported(t, f))
		if want := `"rentPerMonth": "` + c.value + `"`; c.value != "" && !strings.Contains(data, want) {
			t.Errorf("%q is not kept as %s", c.typed, want)
		}
		if c.value == "" && strings.Contains(data, `"rentPerMonth":`) {
			t.Errorf("%q became an amount", c.typed)
		}
	}
}

func rowOf(f *Frame, id string) *row {
	for _, s := range f.screens[f.talk.Step()].form.sections {
		for _, r := range s.rows {
			for _, w := range r.fields {
				if w.id == id {
					return r
				}
			}
		}
	}
	return nil
}

// exported is the family as a plain file, made as the window makes it.
func exported(t *testing.T, f *Frame) []byte {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	f.talk.Export()
	f.talk.Fill("naam", "gezin")
	f.talk.Fill("opslaan", "")
	data, err := os.ReadFile(filepath.Join(home, "gezin.json"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPasteAndUndoInTheAmountField(t *testing.T) {
	f, w := newWindow(t)
	e := field[*AmountField](t, f, "household.housing.rentPerMonth")
	w.Canvas().Focus(e)
	clip := test.NewClipboard()
	clip.SetContent("EUR 1.234,56")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if e.Text != "EUR 1.234,56" {
		t.Errorf("pasted %q", e.Text)
	}
	if !strings.Contains(string(exported(t, f)), `"1234.56"`) {
		t.Error("the pasted amount is not kept")
	}
	e.Undo()
	e.Undo()
	if e.Text != "668,40" {
		t.Errorf("undo gives %q, want the amount before", e.Text)
	}
}

func TestEnterGoesToTheNextField(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Go(vm.In)
	e := field[*AmountField](t, f, "household.adults[0].jobs[0].hoursPerWeek")
	w.Canvas().Focus(e)
	for _, want := range []string{"hourlyWage", "holidayAllowancePercent", "pensionPercent"} { // past the cross and the question marks
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := idOf(w.Canvas().Focused()); got != "household.adults[0].jobs[0]."+want {
			t.Errorf("enter goes to %q, want %s", got, want)
		}
	}
}

func TestAfterAButtonTheKeysGoOnAtWhatIsNew(t *testing.T) {
	f, w := newWindow(t) // a mother with two children
	press := func(id string) string {
		field[*button](t, f, id).press()
		return idOf(w.Canvas().Focused())
	}
	if got := press("household.children.add"); got != "household.children[2].name" {
		t.Errorf("after a child was added: %q", got)
	}
	if got := press("household.adults.add"); got != "household.adults[1].name" {
		t.Errorf("after a partner was added: %q", got)
	}
	if got := press("household.children[2].remove"); got != "household.children.add" {
		t.Errorf("after a child was taken away: %q", got)
	}
}

// Amounts of a list are typed one after the other: 259, enter, 98, enter.
func TestEnterGoesFromAmountToAmount(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Go(vm.Out)
	amounts := 0
	for _, id := range f.screens[vm.Out].form.ids() {
		if _, ok := f.screens[vm.Out].form.focusable(id).(*AmountField); !ok {
			continue
		}
		if amounts++; amounts == 1 {
			w.Canvas().Focus(field[*AmountField](t, f, id))
			continue
		}
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if got := idOf(w.Canvas().Focused()); got != id {
			t.Fatalf("enter goes to %q, want %s", got, id)
		}
	}
	if amounts < 12 {
		t.Errorf("%d amounts", amounts)
	}
}

// Whoever goes by keys always sees where the keys are.
func TestWhatHasTheKeysIsInSight(t *testing.T) {
	f, w := newWindow(t)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, step := range []vm.Step{vm.Who, vm.In, vm.Out, vm.OurPlan} {
		f.talk.Go(step)
		s := f.screens[step]
		seen := 0
		for _, id := range s.form.ids() {
			o := s.form.focusable(id)
			w.Canvas().Focus(o)
			if w.Canvas().Focused() != o {
				continue
			}
			seen++
			y, h := place(o.(fyne.CanvasObject)).Y-place(s.scroll).Y, o.(fyne.CanvasObject).Size().Height
			if y < -0.5 || y+h > s.scroll.Size().Height+0.5 {
				t.Errorf("%s lies at %v of %v", id, y, s.scroll.Size().Height)
			}
		}
		if seen == 0 {
			t.Errorf("step %d has nothing for the keys", step)
		}
	}
}

func TestARhythmCanBeTyped(t *testing.T) {
	p := newPicker(vm.Field{Value: "month", Options: []vm.Option{{ID: "week", Label: "per week"}, {ID: "month", Label: "per maand"}, {ID: "year", Label: "per jaar"}}}, func(string) {})
	for _, letter := range []struct {
		typed rune
		want  string
	}{{'j', "per jaar"}, {'w', "per week"}, {'p', "per maand"}, {'x', "per maand"}} {
		if p.TypedRune(letter.typed); p.Selected != letter.want {
			t.Errorf("%c goes to %q, want %q", letter.typed, p.Selected, letter.want)
		}
	}
}

func TestAMonthCanBeTyped(t *testing.T) {
	f, w := newWindow(t)
	month := field[*picker](t, f, "household.adults[0].born.month") // april
	w.Canvas().Focus(month)
	for _, want := range []string{"juni", "juli", "januari", "juni"} {
		w.Canvas().Focused().TypedRune('J')
		if got := field[*picker](t, f, month.id).Selected; got != want {
			t.Errorf("J goes to %q, want %s", got, want)
		}
	}
	w.Canvas().Focused().TypedRune('x')
	if got := field[*picker](t, f, month.id).Selected; got != "juni" {
		t.Errorf("no month begins with x: %q", got)
	}
}

// One turn of the wheel goes 75 units: three times the 25 of the toolkit. A touch pad goes as far as the fingers.
func TestTheWheelGoesFaster(t *testing.T) {
	f, _ := newWindow(t)
	s := f.screens[vm.Who].scroll
	for _, turn := range []struct{ by, want float32 }{{-25, 75}, {25, 0}, {-10, 10}} {
		s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, turn.by)})
		if s.Offset.Y != turn.want {
			t.Errorf("a turn of %v goes to %v, want %v", turn.by, s.Offset.Y, turn.want)
		}
	}
}

// A click is told late, when the toolkit has waited for a second one. By then somebody types in the next field.
// The page scrolls on when the pointer comes over a field.
func TestTheWheelOverAFieldScrollsThePage(t *testing.T) {
	f, w := newWindow(t)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	s := f.screens[vm.Who].scroll
	at := place(field[*textEntry](t, f, "household.adults[0].name")).AddXY(10, 10)
	test.Scroll(w.Canvas(), at, 0, -20)
	if s.Offset.Y <= 0 {
		t.Errorf("the page is at %v", s.Offset.Y)
	}
}

func TestALateClickLeavesTheKeysWhereTheyAre(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Go(vm.In)
	first := field[*AmountField](t, f, "household.adults[0].jobs[0].hoursPerWeek")
	next := field[*AmountField](t, f, "household.adults[0].jobs[0].hourlyWage")
	w.Canvas().Focus(first)
	w.Canvas().Focus(next)
	first.Tapped(&fyne.PointEvent{})
	if got := idOf(w.Canvas().Focused()); got != next.id {
		t.Errorf("the keys went to %q", got)
	}
	next.TypedRune('1')
	next.Tapped(&fyne.PointEvent{})
	next.TypedRune('6')
	if next.Text != "16" {
		t.Errorf("16 typed around a late click is %q", next.Text)
	}
}

func TestKeysOfTheWindowWorkFromAField(t *testing.T) {
	f, w := newWindow(t)
	e := field[*AmountField](t, f, "household.housing.rentPerMonth")
	w.Canvas().Focus(e)
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.Key5, Modifier: fyne.KeyModifierShortcutDefault})
	if f.talk.Step() != vm.Hours {
		t.Errorf("Ctrl+5 opens step %d", f.talk.Step()+1)
	}
}

func TestHelpOpensFromEverywhere(t *testing.T) {
	f, w := newWindow(t)
	for _, id := range []string{"household.housing.rentPerMonth", "household.adults[0].name", "household.housing.kind"} {
		o := f.screens[vm.Who].form.focusable(id)
		w.Canvas().Focus(o)
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		if n := len(w.Canvas().Overlays().List()); n != 1 {
			t.Fatalf("F1 in %s opens %d windows", id, n)
		}
		f.talk.Escape()
	}
}

func TestTheQuestionsOpenOverTheWindow(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Screen()
	f.talk.Set("household.housing.rentPerMonth", "700") // not saved yet
	for name, open := range map[string]func(){"save": f.talk.SaveNow, "open": f.talk.Open, "plan": f.makePlan, "help": f.talk.HelpSheet, "close": f.close,
		"file": f.talk.FileSheet, "new": f.talk.New} {
		open()
		if n := len(w.Canvas().Overlays().List()); n != 1 {
			t.Errorf("%s opens %d windows", name, n)
		}
		for top := w.Canvas().Overlays().Top(); top != nil; top = w.Canvas().Overlays().Top() {
			w.Canvas().Overlays().Remove(top)
		}
	}
}

func TestAChoiceGoesByKeysAndByMouse(t *testing.T) {
	f, w := newWindow(t)
	c := field[*choice](t, f, "household.housing.kind")
	w.Canvas().Focus(c)
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if c.value != "own" {
		t.Errorf("right of rent is %q", c.value)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := idOf(w.Canvas().Focused()); got == "" || got == c.id {
		t.Errorf("enter in an answer goes to %q", got)
	}
	back := f.screens[vm.Who].form.focusable("household.housing.kind").(*choice)
	test.TapAt(back, back.pills[0].back.Position().AddXY(5, 5))
	if got := f.screens[vm.Who].form.focusable("household.housing.kind").(*choice).value; got != "rent" {
		t.Errorf("the first answer is %q", got)
	}
}

// The views of the curve are known when it is worked out, which on a slow computer is after the page was drawn.
func TestAnswersMayComeAfterTheFirstDrawing(t *testing.T) {
	newWindow(t)
	c := newChoice("uren.beeld", nil, "", func(string) {})
	r := test.TempWidgetRenderer(t, c)
	c.options = []vm.Option{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}}
	c.set("b")
	c.Resize(c.MinSize())
	if got := len(r.Objects()); got != 8 {
		t.Errorf("%d shapes for two answers of four shapes", got)
	}
	if got := c.at(fyne.NewPos(4, 4)); got != 0 {
		t.Errorf("the first answer is %d", got)
	}
	c.options = c.options[:1]
	c.set("a")
	if got := len(r.Objects()); got != 4 {
		t.Errorf("%d shapes for one answer", got)
	}
}

func TestTheSliderMovesTheMark(t *testing.T) {
	f, _ := newWindow(t)
	f.talk.Go(vm.Hours)
	s := f.screens[vm.Hours]
	var sl *slider
	var chart *hoursChart
	for _, o := range test.LaidOutObjects(s.whole) {
		switch o := o.(type) {
		case *slider:
			sl = o
		case *hoursChart:
			chart = o
		}
	}
	before := chart.shown.dot.Position()
	sl.SetValue(20)
	if state := f.talk.HoursState(); state.Mark != 20 || chart.mark != 20 {
		t.Errorf("the mark is at %v and drawn at %v", state.Mark, chart.mark)
	}
	if chart.shown.dot.Position() == before {
		t.Error("the mark stayed where it was")
	}
	plot := chart.drawing.Plot
	test.TapAt(chart, fyne.NewPos(float32(plot.X+plot.W/4), float32(plot.Y+10)))
	if sl.Value != 12 { // a quarter of 0 to 48 hours
		t.Errorf("a press in the chart puts the slider at %v", sl.Value)
	}
}

func TestLettersGrowAtOnce(t *testing.T) {
	f, w := newWindow(t)
	size := func() float32 {
		for _, o := range test.LaidOutObjects(w.Content()) {
			if c, ok := o.(*canvas.Text); ok && c.Text == f.screens[vm.Who].title.words {
				return c.TextSize
			}
		}
		return 0
	}
	before := size()
	f.talk.SetTextSize(200)
	if after := size(); before == 0 || after != 2*before {
		t.Errorf("the title is %v high and then %v", before, after)
	}
}

// Everything beside the talk is in sight on the usual laptop; larger letters scroll.
func TestTheRailFitsTheUsualScreen(t *testing.T) {
	f, _ := newWindow(t)
	rail := f.Content.(*fyne.Container).Objects[0].(*fyne.Container).Objects[1].(*scroll)
	if need := heightFor(rail.Content, rail.Size().Width); need > rail.Size().Height {
		t.Errorf("the rail needs %v of %v", need, rail.Size().Height)
	}
}

// Nothing sticks out of the card or the window it stands in, at every size of letters and window.
func TestNothingIsCutOff(t *testing.T) {
	for _, c := range []struct {
		width, height float32
		percent       int
	}{{1366, 768, 100}, {1366, 768, 150}, {1024, 700, 100}, {1366, 768, 200}} {
		f, w := newWindow(t)
		w.Resize(fyne.NewSize(c.width, c.height))
		f.talk.SetTextSize(c.percent)
		for _, e := range assets.Examples() {
			f.talk.ChooseExample(e.ID)
			eachPage(f, func(step vm.Step, page string) {
				report := func(words string, over float32) {
					t.Errorf("%s, step %d, page %s, %v percent at %v: %q sticks out %.0f", e.ID, step+1, page, c.percent, c.width, words, over)
				}
				for _, part := range f.Content.(*fyne.Container).Objects {
					within(part, part.Size().Width, report)
				}
				if header := f.Content.(*fyne.Container).Objects[1].Size().Height; header > c.height/3 {
					t.Errorf("%v percent at %v: the amounts take %.0f of %.0f", c.percent, c.width, header, c.height)
				}
			})
		}
	}
}

// within looks for words that end beyond the right edge of the parts they stand in.
func within(o fyne.CanvasObject, width float32, report func(words string, over float32)) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			if child.Visible() {
				within(child, min(width-child.Position().X, child.Size().Width), report)
			}
		}
	case *scroll:
		within(o.Content, width, report)
	case *stepButton:
		within(o.name, width-o.name.Position().X, report)
	case *text:
		for _, words := range o.lines(o.Size().Width) {
			if over := o.measure(words).Width - width; over > 1 {
				report(words, over)
			}
		}
	case *button:
		if over := o.MinSize().Width - width; over > 1 {
			report(o.label, over)
		}
	case *choice:
		if over := o.MinSize().Width - width; over > 1 {
			report(o.AccessibilityLabel(), over)
		}
	}
}

func TestTheToolkitSpeaksDutch(t *testing.T) {
	folder, err := exec.Command("go", "list", "-f", "{{.Dir}}", "fyne.io/fyne/v2/lang").Output()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	var theirs, ours map[string]any
	if err := json.Unmarshal(data, &theirs); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(dutchWords, &ours); err != nil {
		t.Fatal(err)
	}
	for key := range theirs {
		if ours[key] == nil {
			t.Errorf("no Dutch for %q", key)
		}
	}
	places := append([]string{"Computer", "Downloads"}, placeWords...) // which we translate ourselves
	for key := range ours {
		if theirs[key] == nil && !slices.Contains(places, key) {
			t.Errorf("the toolkit has no %q", key)
		}
	}
	if err := UseDutchWords(); err != nil {
		t.Fatal(err)
	}
	if got := lang.L("Cancel"); got != "Annuleren" {
		t.Errorf("Cancel is %q", got)
	}
}

// The contrasts are those of WCAG 2.2, success criterion 1.4.3: at least 4.5 to 1 for text.
func TestTextStandsOut(t *testing.T) {
	for _, c := range []struct{ text, back fyne.ThemeColorName }{
		{colorInk, theme.ColorNameBackground}, {colorInk, colorCard}, {colorInk, colorSoft}, {colorInk, colorWarm},
		{colorMuted, theme.ColorNameBackground}, {colorMuted, colorCard}, {colorMuted, colorSoft}, {theme.ColorNamePlaceHolder, colorCard},
		{colorAccent, colorCard}, {colorAccent, colorSoft}, {colorAccent, theme.ColorNameBackground},
		{colorHint, colorCard}, {colorHint, colorWarm}, {theme.ColorNameForegroundOnPrimary, colorAccent},
		{theme.ColorNameForegroundOnPrimary, colorInk},
	} {
		if ratio := contrast(palette[c.text], palette[c.back]); ratio < 4.5 {
			t.Errorf("%s on %s: %.2f to 1", c.text, c.back, ratio)
		}
	}
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// A drag of the slider has to fit in one frame of 16 ms, drawing not counted.
func BenchmarkSliderInTheWindow(b *testing.B) {
	t := &testing.T{}
	f, _ := newWindow(t)
	f.talk.Go(vm.Hours)
	for i := range b.N {
		f.talk.SetHours(float64(i % 40))
	}
}

// A keystroke in the longest form.
func BenchmarkKeystroke(b *testing.B) {
	t := &testing.T{}
	f, _ := newWindow(t)
	f.talk.Go(vm.Out)
	for i := range b.N {
		f.talk.Set("budget.energie", []string{"204", "2041"}[i%2])
	}
}

// A page of which the form has every kind of part; the pages of the program need not have them all.
func everyPart() []vm.Section {
	return []vm.Section{{ID: "alles", Title: "Alles", Chart: &vm.Chart{Height: 120, Draw: func(s vm.ChartSpace) vm.Drawing {
		return vm.Drawing{Areas: []vm.Area{{Rect: vm.Rect{W: s.Width / 2, H: s.Height}, Role: vm.ThenArea}}}
	}},
		Table: &vm.Table{Head: []string{"Maand", "Bedrag"}, Rows: []vm.TableRow{
			{Cells: []string{"januari", "€ 12"}, Shades: []vm.Shade{vm.NoShade, vm.WarnShade}},
			{Cells: []string{"samen", "€ 12"}, Strong: true}}},
		Rows: []vm.Row{{ID: "lang", Label: "Vertel", Fields: []vm.Field{{ID: "lang", Kind: vm.NoteField, Value: "een\ntwee"}}},
			{ID: "doe", Fields: []vm.Field{{ID: "doe", Kind: vm.ActionField, Width: vm.Wide, Label: "Overnemen", Icon: "plus"}}}}}}
}

func TestAFormShowsTablesChartsAndNotes(t *testing.T) {
	f, _ := newWindow(t)
	form := newForm(f.words, func(string, string) {}, func(string) string { return "" }, func() {}, f.typed)
	if sections := everyPart(); !form.update(sections) || form.update(sections) {
		t.Error("a form is built once for a shape")
	}
	test.NewTempWindow(t, form.boxes["alles"]).Resize(fyne.NewSize(400, 600))
	table, note := form.sections[0].table, form.sections[0].rows[0].fields[0].self.(*textEntry)
	if got := table.rows[0].backs[1].fill; got != colorWarm {
		t.Errorf("a cell with a warning has the colour %q", got)
	}
	right := func(cell *text) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(cell).X + cell.Size().Width
	}
	if a, b := right(table.rows[0].cells[1]), right(table.rows[1].cells[1]); a != b || a < 300 {
		t.Errorf("amounts end at %v and %v", a, b)
	}
	if !note.MultiLine || note.AcceptsTab() || note.Text != "een\ntwee" {
		t.Error("a note takes several lines and lets the tab key go on")
	}
	if form.sections[0].chart.Size().Height < unit(120) {
		t.Errorf("the chart is %v", form.sections[0].chart.Size())
	}
	changed := everyPart()
	changed[0].Table.Rows[0].Cells[1] = "€ 13"
	if form.update(changed) || table.rows[0].cells[1].words != "€ 13" {
		t.Error("another amount goes into the table that is there")
	}
}

// A wage in a new job begins below the minimum wage, which adds a line to the screen, and is above it in the end.
func TestTypingGoesOnWhenTheCardsAreBuiltAnew(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Go(vm.In)
	w.Canvas().Focus(field[*AmountField](t, f, "household.adults[0].jobs[0].hourlyWage"))
	built := map[fyne.Focusable]bool{}
	for _, r := range "16,40" {
		built[w.Canvas().Focused()] = true
		w.Canvas().Focused().TypedRune(r)
	}
	if len(built) < 2 {
		t.Fatal("nothing was built anew")
	}
	if got := field[*AmountField](t, f, "household.adults[0].jobs[0].hourlyWage").Text; got != "16,40" {
		t.Errorf("16,40 is %q", got)
	}
}

// What is said lies over the page: nothing on it moves when the words come and go, and they stand above the way on.
func TestWhatIsSaidMovesNothing(t *testing.T) {
	f, _ := newWindow(t)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	s := f.screens[vm.Who]
	before := place(s.title)
	f.talk.Say("bestand.geopend")
	if !f.noticeB.Visible() || f.noticeS.fill != colorSoft {
		t.Errorf("visible %v in %q", f.noticeB.Visible(), f.noticeS.fill)
	}
	if got := place(s.title); got != before {
		t.Errorf("the title went from %v to %v", before, got)
	}
	top, bottom := place(f.noticeB).Y, place(f.noticeB).Y+f.noticeB.Size().Height
	if top < place(f.middle).Y || bottom > place(s.foot).Y || f.noticeB.Size().Height < f.notice.MinSize().Height {
		t.Errorf("the words lie from %v to %v, the page from %v to %v", top, bottom, place(f.middle).Y, place(s.foot).Y)
	}
}

// A button far down the page adds cards there, and the page stays where it is.
func TestThePageStaysWhereItIsWhenSomethingIsAdded(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Go(vm.In)
	s := f.screens[vm.In]
	s.scroll.ScrollToBottom()
	before := s.scroll.Offset.Y
	if before == 0 {
		t.Fatal("the page does not scroll")
	}
	field[*button](t, f, "household.children[0].childcare.add").press()
	if s.scroll.Offset.Y < before {
		t.Errorf("the page went from %v to %v", before, s.scroll.Offset.Y)
	}
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	o := w.Canvas().Focused().(fyne.CanvasObject)
	if y := place(o).Y - place(s.scroll).Y; y < 0 || y+o.Size().Height > s.scroll.Size().Height {
		t.Errorf("%s is out of sight, at %v of %v", idOf(o), y, s.scroll.Size().Height)
	}
	want := place(o).Y - place(s.scroll.Content).Y
	if y, ok := depth(s.scroll.Content, o); !ok || math.Abs(float64(y-want)) > 0.5 {
		t.Errorf("%s lies %v under the top, want %v", idOf(o), y, want)
	}
}
