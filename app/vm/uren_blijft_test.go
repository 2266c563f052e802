package vm

import (
	"slices"
	"strings"
	"testing"

	"perspectief/budget"
)

// What stays, what ends and what begins is named from the states before and after, each kind of help for children once.
func TestWhatBecomesOfRights(t *testing.T) {
	talk := newTalk(t)
	right := func(id string, group budget.RechtGroup, who string, state budget.RechtState) budget.Recht {
		return budget.Recht{ID: id, Group: group, Who: who, State: state}
	}
	rijk, kind := budget.RechtenRijk, budget.RechtenKind
	talk.found = &budget.Rechten{All: []budget.Recht{
		right("zorgtoeslag", rijk, "", budget.RechtJa), right("huurtoeslag", rijk, "", budget.RechtJa),
		right("kwijtschelding", budget.RechtenGemeente, "", budget.RechtMisschien), right("kinderopvangtoeslag", rijk, "", budget.RechtNee),
		right("sport", kind, "c1", budget.RechtMisschien), right("sport", kind, "c2", budget.RechtMisschien),
		right("fiets", kind, "c1", budget.RechtMisschien), right("aangifte", budget.RechtenBelasting, "", budget.RechtJa),
		right("studietoeslag", budget.RechtenGemeente, "", budget.RechtOnbekend)}}
	then := &budget.Rechten{All: slices.Clone(talk.found.All)}
	for id, state := range map[string]budget.RechtState{"huurtoeslag": budget.RechtNee, "kwijtschelding": budget.RechtNee,
		"kinderopvangtoeslag": budget.RechtJa, "sport": budget.RechtNee, "fiets": budget.RechtNee, "aangifte": budget.RechtNee} {
		for i := range then.All {
			if then.All[i].ID == id {
				then.All[i].State = state
			}
		}
	}
	want := []string{"Dit blijft: Zorgtoeslag.", "Dit stopt: Huurtoeslag.",
		"Dit kan stoppen: Kwijtschelding van gemeente en waterschap, Sport, Fiets.", "Dit kan erbij komen: Kinderopvangtoeslag."}
	if got := talk.whatBecomesOfRights(then); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	talk.doc.Rights = []budget.RightAnswer{{Right: "zorgtoeslag", Answer: no}, {Right: "huurtoeslag", Answer: no}}
	want = []string{"Dit kan stoppen: Huurtoeslag, Kwijtschelding van gemeente en waterschap, Sport, Fiets.", want[3]}
	if got := talk.whatBecomesOfRights(then); !slices.Equal(got, want) {
		t.Errorf("what does not come in stays: %q, want %q", got, want)
	}
	talk.doc.Rights = nil
	for _, id := range []string{"cultuur", "zwemles"} { // more kinds for children are one
		talk.found.All = append(talk.found.All, right(id, kind, "c1", budget.RechtMisschien))
		then.All = append(then.All, right(id, kind, "c1", budget.RechtNee))
	}
	if got := talk.whatBecomesOfRights(then)[2]; !strings.HasSuffix(got, "waterschap, "+talk.say("blijft.kinderen")+".") {
		t.Errorf("got %q", got)
	}
}
