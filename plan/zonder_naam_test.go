package plan

import (
	"strings"
	"testing"

	"perspectief/budget"
)

// Only whole words that begin with a capital letter are names: with a Jan, a Wil and a Mei in the family, januari stays, and so do
// what somebody wil and the month mei.
func TestNamesInTypedWords(t *testing.T) {
	h := &budget.Household{Adults: []budget.Adult{{Name: "Jan de Vries"}, {Name: "Wil"}},
		Children: []budget.Child{{Name: "Mei"}, {Name: "Anne"}, {Name: "Thijs"}, {Name: "noa"}, {Name: "Jan-Willem"},
			{Name: "Fatima Zohra el Amrani"}}}
	names := householdNames(h, simpleDutch(t))
	for text, want := range map[string]string{
		"Jan belt in januari met Jan.":       "Een van ons belt in januari met een van ons.",
		"Janneke en Jantje blijven. Jan ook": "Janneke en Jantje blijven. Een van ons ook",
		"Wij doen wat Wil wil in mei.":       "Wij doen wat een van ons wil in mei.",
		"Familie De Vries, of Jan de Vries":  "Familie dit gezin, of een van ons",
		"MEI en noa spelen, Noa niet":        "Een kind en een kind spelen, een kind niet",
		"Jans fiets en Mei's boek":           "Hun fiets en hun boek",
		"de jas van Thijs, dus Thijs' jas":   "de jas van een kind, dus hun jas",
		"Anne-Marie en 'Anne' (Anne)":        "Anne-Marie en 'een kind' (een kind)",
		"Jan-Willem, niet Piet-Willem":       "Een kind, niet Piet-Willem",
		"Mevrouw Amrani en Fatima":           "Mevrouw dit gezin en een kind",
		"Naar meester El Amrani":             "Naar meester dit gezin",
		"":                                   "",
		"Anne!Anne?":                         "Een kind!Een kind?",
	} {
		if got := nameless(text, names, "hun"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Without names no name of the household stands on any paper, whatever was typed; the plan of the case itself stays as it was.
func TestPaperWithoutNames(t *testing.T) {
	in := oneAdult(family(t))
	adult, child := in.Household.Adults[0].Name, in.Household.Children[0].Name
	everywhere := adult + " en " + child + "s tas"
	p := *in.Plan
	p.Print.NoNames = true
	p.GoesWell, p.Wishes = []string{everywhere}, []Wish{{Text: everywhere, Place: Home}}
	p.Steps = []Step{{Who: adult, Verb: "helpt", What: everywhere, Day: "2026-12-01", Celebration: everywhere, First: true},
		{Who: child, Verb: "leest", What: "in januari", Status: NotYet, Remark: everywhere}}
	p.Earlier = []Step{{Who: adult, Verb: "belt", What: everywhere, Status: Done, Remark: everywhere}}
	p.Helpers = []Helper{{FirstName: adult, Organisation: "Buurt van " + child, Phone: "06 1"}}
	p.Children = []ChildPage{{Child: in.Household.Children[0].ID, Name: child, Paper: PaperYes, ILike: everywhere, IWant: everywhere, IWorry: everywhere, ICanTalkTo: adult}}
	in.Plan = &p
	paper := new(strings.Builder)
	if err := WriteText(paper, Compose(in)); err != nil {
		t.Fatal(err)
	}
	if d, ok := ComposeChild(in, in.Household.Children[0].ID); !ok {
		t.Error("no page of the child")
	} else if err := WriteHTML(paper, d); err != nil {
		t.Fatal(err)
	}
	events, err := Agenda(engine(t), Case{Household: in.Household, Plan: &p}, in.Words, in.Date)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteICS(paper, events, in.Date); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{adult, child} {
		if strings.Contains(paper.String(), name) {
			t.Errorf("%s stands on paper:\n%s", name, paper)
		}
	}
	if !strings.Contains(paper.String(), "in januari") || p.Steps[0].Who != adult {
		t.Error("januari stays, and so does the plan itself")
	}
}
