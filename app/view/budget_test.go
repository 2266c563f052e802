package view

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"perspectief/app/vm"
)

// What is opened on the pages of the budget is not cut off either: everything about a line, a norm set, and a list of faults.
func TestTheOpenedBudgetIsNotCutOff(t *testing.T) {
	set, err := os.ReadFile("../../budget/testdata/normen/verzonnen.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, percent := range []int{100, 150, 200} {
		f, w := newWindow(t)
		w.Resize(fyne.NewSize(1366, 768))
		f.talk.SetTextSize(percent)
		f.talk.SetView(vm.HelperView)
		check := func(what string) {
			for _, part := range f.Content.(*fyne.Container).Objects {
				within(part, part.Size().Width, func(words string, over float32) {
					t.Errorf("%s at %d percent: %q sticks out %.0f", what, percent, words, over)
				})
			}
		}
		f.talk.Go(vm.Out)
		f.talk.Set("budget.energie.meer", "")
		check("a line")
		f.talk.OpenPage("normen")
		f.talk.ImportNorms(set)
		check("a norm set")
		f.talk.ImportNorms([]byte("set_id,set_name,owner,een_heel_lange_kolom_die_er_niet_hoort\n"))
		check("faults")
		f.talk.OpenPage("vergelijk")
		check("the norms")
		f.talk.Go(vm.In)
		f.talk.OpenPage("bank")
		f.talk.Set("budget.otherIncome.erbij", "kinderalimentatie")
		f.talk.Set("received.huurtoeslag", "40")
		check("the bank")
	}
}
