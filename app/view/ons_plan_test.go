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
