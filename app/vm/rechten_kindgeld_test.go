package vm

import (
	"testing"

	"perspectief/i18n"
)

// What the family gets for its children is what "Wat komt er binnen?" says, part by part, with who pays it.
func TestTheMoneyForTheChildrenIsWhatComesIn(t *testing.T) {
	talk := newTalk(t)
	talk.ChooseExample("een-kostwinner")
	s, ok := talk.childMoney()
	if !ok {
		t.Fatal("no money for the children")
	}
	income := map[string]string{}
	for _, r := range talk.incomeTable().Rows {
		income[r.Label] = r.Fields[0].Value
	}
	paid := 0
	for _, r := range s.Rows {
		if r.Strong || income[r.Label] == "" {
			continue // the sum, and what is no cash
		}
		paid++
		if r.Fields[0].Value != income[r.Label] || r.Note == "" {
			t.Errorf("%s: %s with %q, not %s", r.Label, r.Fields[0].Value, r.Note, income[r.Label])
		}
	}
	if paid != 2 { // kinderbijslag and kindgebonden budget
		t.Errorf("%d parts", paid)
	}
	talk.ChooseExample("oma-met-zoon")
	if _, ok := talk.childMoney(); ok {
		t.Error("money for children that are not there")
	}
}

// Nobody has to pay what school asks for; the page asks whether it is paid and says that it is a choice.
func TestTheContributionToSchoolIsAsked(t *testing.T) {
	talk := newTalk(t)
	talk.ChooseExample("alleenstaande-ouder")
	talk.Go(Rights)
	talk.OpenPage("kind")
	set(talk, "recht.ouderbijdrage.c1", yes)
	for _, s := range append(talk.Screen().Left, talk.Screen().Right...) {
		for _, r := range s.Rows {
			if r.ID == "recht.ouderbijdrage.c1" {
				if r.Fields[0].Value != yes || r.Note != talk.Words.T("reden.vrijwillig") || r.Label != talk.say("kind.betaalt", i18n.Args{"wat": talk.Words.T("recht.ouderbijdrage")}) {
					t.Errorf("%+v", r)
				}
				return
			}
		}
	}
	t.Error("not asked")
}

// The sheets for everybody hold nothing of the family: they are made without the question whether the paper will be safe.
func TestSheetsForEverybodyAreMadeAtOnce(t *testing.T) {
	talk, _, _ := newDesk(t)
	talk.ChooseExample("alleenstaande-ouder")
	for _, id := range []string{"kind.school", "kind.zakgeld"} {
		openPage(talk, FamilyView, "kind", id, "")
		if s := talk.Sheet(); s == nil || s.Title != talk.say("kluis.papier.waar") {
			t.Errorf("%s asks %+v", id, s)
		}
		talk.Escape()
	}
}
