package plan

import (
	"slices"
	"testing"
)

func TestAStepSaysWhatItLacks(t *testing.T) {
	words := simpleDutch(t)
	for _, c := range []struct {
		name     string
		step     Step
		sentence string
		lacks    []Lack
	}{
		{"whole", Step{Who: "Samira", Verb: "belt", What: "het wijkteam", Day: "2026-12-01"},
			"Samira belt dinsdag 1 december 2026 het wijkteam.", nil},
		{"own day", Step{Who: "Samira", Verb: "belt", What: "de school.", Day: "elke vrijdag"}, "Samira belt elke vrijdag de school.", nil},
		{"nothing", Step{}, "", []Lack{LacksVerb, LacksWho, LacksDay}},
		{"no verb", Step{Who: "Samira", What: "het wijkteam", Day: "morgen"}, "Samira morgen het wijkteam.", []Lack{LacksVerb}},
		{"no person", Step{Verb: "belt", What: "het wijkteam", Day: "morgen"}, "Belt morgen het wijkteam.", []Lack{LacksWho}},
		{"no day", Step{Who: "Samira", Verb: "belt", Day: " "}, "Samira belt.", []Lack{LacksDay}},
		// Samira 1 vraagt 2 dinsdag 3 1 4 december 5 2026 6 aan 7 de 8 baas 9 om 10 meer 11 uren 12 erbij 13
		{"12 words", Step{Who: "Samira", Verb: "vraagt", What: "aan de baas om meer uren", Day: "2026-12-01"},
			"Samira vraagt dinsdag 1 december 2026 aan de baas om meer uren.", nil},
		{"13 words", Step{Who: "Samira", Verb: "vraagt", What: "aan de baas om meer uren erbij", Day: "2026-12-01"},
			"Samira vraagt dinsdag 1 december 2026 aan de baas om meer uren erbij.", []Lack{TooLong}},
	} {
		if got := c.step.Sentence(words); got != c.sentence {
			t.Errorf("%s: got %q, want %q", c.name, got, c.sentence)
		}
		if got := c.step.Lacks(words); !slices.Equal(got, c.lacks) {
			t.Errorf("%s: lacks %v, want %v", c.name, got, c.lacks)
		}
	}
}

func TestAStepWithOnlyAPlaceIsEmpty(t *testing.T) {
	if !(Step{Place: Work, First: true}).IsEmpty() || (Step{Place: Work, What: "bellen"}).IsEmpty() {
		t.Error("a step is empty when nobody wrote anything into it")
	}
}

func TestARightCanStayOffThePaper(t *testing.T) {
	in := family(t)
	in.Rights = []Right{{ID: "zorgtoeslag", Name: "geld voor de zorg"}, {ID: "huurtoeslag", Name: "geld voor de huur"}}
	in.Plan.Print.WithoutRights = []string{"zorgtoeslag"}
	d := Compose(in)
	if d.Has("Geld voor de zorg") || !d.Has("Geld voor de huur") {
		t.Error("the paper does not hold the rights that the family chose")
	}
}
