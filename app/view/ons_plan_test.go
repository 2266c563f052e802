package view

import (
	"testing"

	"fyne.io/fyne/v2"

	"perspectief/app/vm"
)

// openPlan opens a page of the plan in the view of the helper.
func openPlan(f *Frame, page string) {
	f.talk.SetView(vm.HelperView)
	f.talk.Go(vm.OurPlan)
	f.talk.OpenPage(page)
}

func set(f *Frame, answers ...string) {
	for i := 0; i < len(answers); i += 2 {
		f.talk.Screen()
		f.talk.Set(answers[i], answers[i+1])
	}
}

// The pages of the plan with everything open: a step that is changed, long words, and how the steps went.
func TestAFullPlanIsNotCutOff(t *testing.T) {
	long := "Wij willen heel graag met de hele familie naar de verjaardag van oma in Groningen en daar blijven slapen."
	for _, percent := range []int{100, 150, 200} {
		f, _ := newWindow(t)
		f.talk.SetTextSize(percent)
		openPlan(f, "plan")
		set(f, "plan.goesWell[0]", long, "plan.wishes[0].text", long, "plan.steps[1].edit", "", "plan.steps[1].what", long, "plan.steps[1].celebration", long,
			"plan.helpers[0].organisation", long, "plan.vraag", "", "plan.steps[0].status", "gelukt", "plan.steps[2].status", "nog-niet", "plan.steps[2].remark", long)
		seven(f)
		for _, page := range []string{"plan", "plekken", "kinderen", "papier"} {
			f.talk.OpenPage(page)
			for _, part := range f.Content.(*fyne.Container).Objects {
				within(part, part.Size().Width, func(words string, over float32) {
					t.Errorf("page %s at %d percent: %q sticks out %.0f", page, percent, words, over)
				})
			}
		}
	}
}

// seven gives the family seven children with long names.
func seven(f *Frame) {
	f.talk.Go(vm.Who)
	for n, id := range []string{"[2]", "[3]", "[4]", "[5]", "[6]"} {
		set(f, "household.children.add", "", "household.children"+id+".name", []string{"Anne-Sophie Wilhelmina", "Mohammed-Amin Abdelkader"}[n%2])
	}
	f.talk.Go(vm.OurPlan)
}

func TestTheWayToAFieldEndsInThatField(t *testing.T) {
	f, w := newWindow(t)
	w.Resize(fyne.NewSize(1024, 700))
	openPlan(f, "papier")
	set(f, "plan.print.names", "nee")
	f.talk.OpenPage("plan")
	set(f, "plan.nextDate", "")
	f.talk.OpenPage("papier")
	set(f, "naar.volgende_dag", "")
	if got := idOf(w.Canvas().Focused()); got != "plan.nextDate" || f.talk.Screen().Page != "plan" {
		t.Fatalf("the keys go to %q on page %s", got, f.talk.Screen().Page)
	}
	s := f.screens[vm.OurPlan]
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	field := s.form.focusable("plan.nextDate").(fyne.CanvasObject)
	if y := place(field).Y - place(s.scroll).Y; y < 0 || y+field.Size().Height > s.scroll.Size().Height {
		t.Errorf("the field is out of sight, at %v of %v", y, s.scroll.Size().Height)
	}
	// Typing in another field does not go back.
	set(f, "plan.goesWell[0]", "Wij slapen goed.")
	if got := idOf(w.Canvas().Focused()); got != "plan.nextDate" {
		t.Errorf("the keys went on to %q", got)
	}
}

// A window that opens for a paper is that of the toolkit; here it is enough that the page asks for it.
func TestThePageOfPaperOpensTheQuestionWhereItGoes(t *testing.T) {
	f, w := newWindow(t)
	openPlan(f, "papier")
	set(f, "papier.tekst", "")
	if n := len(w.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d windows are open", n)
	}
}

// While a date is typed, the button under it stays where it is: a click on it finds it.
func TestTheButtonUnderADateStays(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Go(vm.OurPlan)
	for w.Canvas().FocusNext(); idOf(w.Canvas().Focused()) != "plan.vraag"; {
		w.Canvas().FocusNext()
	}
	below := w.Canvas().Focused().(fyne.CanvasObject)
	at := func() fyne.Position { return fyne.CurrentApp().Driver().AbsolutePositionForObject(below) }
	e := field[*textEntry](t, f, "plan.nextDate")
	w.Canvas().Focus(e)
	want := at()
	e.SetText("")
	for _, r := range "19-1-2027" {
		if got := at(); got != want {
			t.Fatalf("with %q the button is at %v, was at %v", e.Text, got, want)
		}
		e.TypedRune(r)
	}
}

// What stands under a field begins right under it, also beside a label of two lines.
func TestALongLabelPushesNoNoteAway(t *testing.T) {
	f, _ := newWindow(t)
	place := func(label string) (below float32) {
		row := f.screens[vm.Who].form.newRow(vm.Row{ID: "x", Label: label, Note: "noot", Fields: []vm.Field{{ID: "x", Kind: vm.TextField}}})
		row.box.Resize(fyne.NewSize(500, row.box.MinSize().Height))
		return row.note.Position().Y + row.box.Objects[2].Position().Y
	}
	if short, long := place("Dag"), place("Datum van de laatste brief die er kwam"); short != long {
		t.Errorf("the note is at %v, with a long label at %v", short, long)
	}
}
