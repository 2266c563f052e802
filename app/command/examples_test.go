package command_test

import (
	"testing"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
)

// The example families are what a newcomer sees first, so they are whole: no faults, a budget with lines that exist
// and a plan with nothing left to fill in.
func TestExampleFamiliesAreWhole(t *testing.T) {
	for _, example := range assets.Examples() {
		t.Run(example.ID, func(t *testing.T) {
			document, faults := store.Check(example.Data)
			for _, fault := range faults {
				t.Errorf("%s: %s %v", fault.Field, fault.Key, fault.Args)
			}
			if document == nil {
				return
			}
			if document.Budget == nil || len(document.Budget.Lines) < 20 {
				t.Fatal("no budget to speak of")
			}
			for _, line := range document.Budget.Lines {
				if _, ok := budget.LineOf(line.Key); !ok {
					t.Errorf("no budget line %q", line.Key)
				}
			}
			if missing := document.Plan.Missing(); len(missing) > 0 {
				t.Errorf("the plan misses %v", missing)
			}
			if len(document.Scenarios) == 0 {
				t.Error("no scenario")
			}
		})
	}
}
