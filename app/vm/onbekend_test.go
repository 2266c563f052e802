package vm

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"perspectief/assets"
	"perspectief/budget"
)

// nothing is an amount of zero in a cell or a sentence.
var nothing = regexp.MustCompile(`€\x{a0}0([^0-9.,]|$)|(^|[^0-9.,])0([,.]00)?\x{a0}euro`)

// lacks are households of which the income cannot be said.
var lacks = map[string]func(*budget.Household){
	"reaches AOW age":       func(h *budget.Household) { h.Adults[0].Born.Year = h.Year - 67 },
	"something special":     func(h *budget.Household) { h.SetSignal("bijzonder", budget.AnswerYes) },
	"no rent filled in":     func(h *budget.Household) { h.Housing.RentPerMonth = budget.Amount{} },
	"no wealth filled in":   func(h *budget.Household) { h.Adults[0].Wealth = budget.Amount{} },
	"special, year of 2025": func(h *budget.Household) { h.Year = 2025; h.SetSignal("bijzonder", budget.AnswerYes) },
}

// eachPage opens every page of every step of an example family in both views, after a change, and draws its charts.
func eachPage(t *testing.T, talk *Talk, id string, change func(*budget.Household), look func(page string, s Section)) {
	t.Helper()
	talk.ChooseExample(id)
	change(talk.household())
	talk.compute()
	talk.hours.stale()
	for _, view := range []string{FamilyView, HelperView} {
		talk.SetView(view)
		for s := range NumSteps {
			talk.Go(s)
			for _, p := range talk.pages(s) {
				talk.OpenPage(p.id)
				for _, section := range talk.Screen().all() {
					if section.Chart != nil {
						section.Chart.Draw(ChartSpace{Width: 500, Height: 200})
						section.Chart = nil
					}
					look(p.id, section)
				}
			}
		}
		talk.HoursState()
		talk.Chart(ChartSpace{Width: 500, Height: 200})
	}
}

// stringsOf are the strings of a section, as JSON gives them.
func stringsOf(t *testing.T, s Section) []string {
	data, err := json.Marshal([]any{s.ID, s.Title, s.Intro, s.Value, s.Table, s.Rows, s.Actions})
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`"(?:[^"\\]|\\.)*"`).FindAllString(string(data), -1)
}

func TestEveryPageOfEveryFamilyInBothYears(t *testing.T) {
	talk := newTalk(t)
	for _, e := range assets.Examples() {
		for _, year := range []int{2025, 2026} {
			eachPage(t, talk, e.ID, func(h *budget.Household) { h.Year = year }, func(page string, s Section) {
				if i := slices.IndexFunc(stringsOf(t, s), func(x string) bool { return strings.Contains(x, "⟦") }); i >= 0 {
					t.Errorf("%s %d, %s: %s", e.ID, year, page, stringsOf(t, s)[i])
				}
			})
		}
	}
}

// What depends on an income that is not known says so on every page: no amount of zero, no shortage and no comfort either.
func TestWhatIsUnknownIsSaidOnEveryPage(t *testing.T) {
	talk := newTalk(t)
	dependent := []string{"kas", "kas.dagen", "honderd", "honderd.dan", "maanden", "samen", "schulden.maanden", "straks.geld", "lijn", "liggen"}
	for _, e := range assets.Examples() {
		for name, change := range lacks {
			seen := map[string]bool{}
			eachPage(t, talk, e.ID, change, func(page string, s Section) {
				where := e.ID + ", " + name + ", " + page + " " + s.ID
				seen[s.ID] = true
				for _, x := range stringsOf(t, s) {
					if strings.Contains(x, "⟦") {
						t.Errorf("%s: %s", where, x)
					}
					if slices.Contains(dependent, s.ID) && nothing.MatchString(strings.Trim(x, `"`)) && page != "kas" {
						t.Errorf("%s says %s", where, x)
					}
				}
				for _, r := range s.Rows {
					if (r.ID == "schulden.ruimte.saldo" || r.ID == "schulden.ruimte.richt") && r.Fields[0].Value != talk.say("streepje") {
						t.Errorf("%s: %s is %s", where, r.ID, r.Fields[0].Value)
					}
				}
				switch s.ID {
				case "kas":
					if s.Title != talk.word("kas.zin.niet_alles") || s.Intro == talk.word("kas.zin.nog_niets") {
						t.Errorf("%s says %q and %q", where, s.Title, s.Intro)
					}
				case "honderd", "maanden", "samen":
					if !strings.Contains(s.Intro, talk.whatIsMissing()[0]) || s.Table != nil {
						t.Errorf("%s does not say what is missing: %q", where, s.Intro)
					}
				}
			})
			for _, a := range []int{0, 2} {
				if v := talk.Frame().Amounts[a]; v.Value != talk.say("streepje") {
					t.Errorf("%s, %s: %s %s", e.ID, name, v.Label, v.Value)
				}
			}
			for _, id := range []string{"kas", "honderd", "maanden", "schulden.ruimte", "weet_niet"} {
				if !seen[id] {
					t.Errorf("%s, %s: no card %s", e.ID, name, id)
				}
			}
		}
	}
	talk.ChooseExample(assets.Examples()[0].ID)
	lacks["no rent filled in"](talk.household())
	talk.compute()
	if note := talk.Frame().Amounts[1].Note; note != talk.say("zonder_huur") {
		t.Errorf("without the rent the note under what goes out is %q", note)
	}
}
