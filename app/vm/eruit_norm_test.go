package vm

import (
	"regexp"
	"strings"
	"testing"

	"perspectief/assets"
)

// Beside every reference amount the helper reads what kind it is, of which year, and where it came from.
func TestAReferenceAmountHasItsOrigin(t *testing.T) {
	whole := regexp.MustCompile(`Voorbeeld: €\x{a0}[\d.]+ per maand \((gemiddelde|minimum|norm van uw organisatie) 20\d\d, \pL[^?]*\)\.`)
	seen := 0
	for _, e := range assets.Examples() {
		talk := newTalk(t)
		talk.ChooseExample(e.ID)
		talk.SetView(HelperView)
		openMoney(t, talk, pageOut)
		for _, s := range talk.Screen().all() {
			for _, r := range s.Rows {
				if strings.Contains(r.Note, "Voorbeeld:") {
					if seen++; !whole.MatchString(r.Note) {
						t.Errorf("%s: %s: %q", e.ID, r.ID, r.Note)
					}
				}
			}
		}
		openMoney(t, talk, "vergelijk")
		for _, r := range card(t, talk, "vergelijk").Table.Rows {
			if last := len(r.Cells) - 1; !r.Strong && r.Cells[2] != "" && !regexp.MustCompile(`^(gemiddelde|norm) 20\d\d`).MatchString(r.Cells[last]) {
				t.Errorf("%s: %v", e.ID, r.Cells)
			}
		}
	}
	if seen < 10 {
		t.Errorf("%d reference amounts in all examples", seen)
	}
}
