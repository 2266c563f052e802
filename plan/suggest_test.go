package plan

import (
	"slices"
	"strings"
	"testing"

	"perspectief/i18n/plain"
)

func keys(ideas []Idea) string {
	var all []string
	for _, i := range ideas {
		all = append(all, i.Key)
	}
	return strings.Join(all, " ")
}

func TestIdeasFollowFromTheFindings(t *testing.T) {
	always := "brieven buurt taalles werkcentrum"
	for _, c := range []struct {
		name  string
		found Findings
		want  string
	}{
		{"nothing found", Findings{}, always},
		{"behind with the rent", Findings{Urgent: true, Arrears: true}, "dringend achter " + always},
		{"a deurwaarder", Findings{Seizure: true}, "deurwaarder " + always},
		{"short", Findings{Short: true, Helper: "Marijke"}, "tekort " + always},
		{"short and nobody helps", Findings{Short: true}, "tekort_alleen " + always},
		{"money left lying", Findings{Unclaimed: []Right{{ID: "huurtoeslag"}, {ID: "stadspas", Name: "de stadspas"}}},
			"recht.huurtoeslag recht " + always},
		{"two things at one office", Findings{Unclaimed: []Right{{ID: "stadspas", Where: "de gemeente"}, {ID: "sport", Where: "de gemeente"},
			{ID: "laptop", Where: "Stichting Leergeld"}}}, "loket loket " + always},
		{"a working day pays", Findings{MorePays: true, HasJob: true}, "meer_uren " + always},
		{"work pays", Findings{MorePays: true}, "werk " + always},
		{"new hours", Findings{Report: "2027-01-01", ToOffice: "toeslagen"}, "doorgeven.toeslagen " + always},
		{"new hours that nobody has to know", Findings{Report: "2027-01-01"}, always},
		{"no club", Findings{WithoutFun: []string{"Ilyas", ""}}, "sport sport_kind " + always},
		{"nearly of age", Findings{Almost18: []string{"Sem", ""}, AdultAge: 18}, "bijna_18 bijna_18_kind " + always},
		{"at school", Findings{AtSchool: true}, "school brieven buurt opvoeden taalles werkcentrum"},
		{"at secondary school", Findings{Teens: []string{"Sem", ""}}, "brieven buurt coach coach_kind taalles werkcentrum"},
	} {
		if got := keys(Suggest(c.found, nil)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// everything is a family with all findings at once.
func everything(names ...string) Findings {
	f := Findings{Adults: names, Helper: "Marijke", Urgent: true, Seizure: true, Arrears: true, Short: true, MorePays: true, HasJob: true,
		Report: "2027-01-01", ToOffice: "gemeente", WithoutFun: []string{"Ilyas", ""}, Almost18: []string{"Sem", ""}, AdultAge: 18, AtSchool: true,
		Teens: []string{"Sem", ""}}
	for _, id := range withWords {
		f.Unclaimed = append(f.Unclaimed, Right{ID: id})
	}
	f.Unclaimed = append(f.Unclaimed, Right{ID: "stadspas", Name: "de stadspas van de gemeente"}, Right{ID: "sport", Where: "de gemeente"})
	return f
}

// Every idea is a step that lacks a day and nothing else, and with a day it is a sentence that the family's copy may have.
func TestIdeasAreWholeSteps(t *testing.T) {
	words := simpleDutch(t)
	for _, name := range []string{"Naima", ""} {
		bare, offices := everything(name), []string{"toeslagen", "uwv", "gemeente"}
		bare.Helper, bare.HasJob = "", false
		all := Suggest(bare, nil)
		for _, office := range offices {
			f := everything(name)
			f.ToOffice = office
			all = append(all, Suggest(f, nil)...)
		}
		for _, idea := range all {
			step := idea.Step(words)
			if lacks := step.Lacks(words); idea.Day == "" && !slices.Equal(lacks, []Lack{LacksDay}) {
				t.Errorf("%s %q lacks %v", idea.Key, step.Sentence(words), lacks)
			}
			step.Day = "2026-12-01"
			sentence := step.Sentence(words)
			if strings.ContainsAny(sentence, "⟦{<") || step.Place == "" || step.Idea == "" {
				t.Errorf("%s: %q at %q from %q", idea.Key, sentence, step.Place, step.Idea)
			}
			if lacks := step.Lacks(words); len(lacks) > 0 {
				t.Errorf("%s: %q lacks %v", idea.Key, sentence, lacks)
			}
			for _, f := range plain.Check(sentence, plain.A2, plain.Options{Allowed: plain.AllowedWords()}).Findings {
				if f.Severity == plain.Fail {
					t.Errorf("%s: %q: %s %v", idea.Key, sentence, f.Key, f.Args)
				}
			}
			if who := "Naima"; name == "" && step.Who == who || name != "" && step.Who != who {
				t.Errorf("%s is for %q", idea.Key, step.Who)
			}
		}
	}
}

func TestAnIdeaIsGivenOnce(t *testing.T) {
	f := everything("Naima", "Daan")
	f.Worker = 1
	all := Suggest(f, nil)
	seen := map[string]bool{}
	for _, i := range all {
		if seen[i.ID] {
			t.Errorf("%s is given twice", i.ID)
		}
		seen[i.ID] = true
		if (i.Who == "Daan") != (i.Place == Work) {
			t.Errorf("%s is for %s", i.ID, i.Who)
		}
	}
	p := &Plan{Steps: []Step{{Idea: "recht.zorgtoeslag", What: "iets anders"}}, Earlier: []Step{{Idea: "dringend"}}}
	left := Suggest(f, p)
	if len(left) != len(all)-2 || slices.ContainsFunc(left, func(i Idea) bool { return i.ID == "recht.zorgtoeslag" || i.ID == "dringend" }) {
		t.Errorf("with two taken: %s", keys(left))
	}
}

func TestWithoutHoursThereIsNoPageAboutThem(t *testing.T) {
	c := Case{Household: family(t).Household, Plan: &Plan{}}
	if len(chosen(c)) != 1 {
		t.Error("eight hours more are not compared")
	}
	c.Plan.Print.WithoutHours = true
	if len(chosen(c)) != 0 {
		t.Error("hours are compared for a family that does not want them on paper")
	}
}
