package vm

import (
	"slices"
	"strings"
	"testing"

	"perspectief/budget"
	"perspectief/i18n"
)

// Every amount can be asked for; its figures carry article, source, day and kind, and end in the amount of the year result.
func TestEveryAmountSaysWhereItComesFrom(t *testing.T) {
	talk := newTalk(t)
	talk.SetView(HelperView)
	talk.Go(In)
	talk.OpenPage("waarom")
	list := row(t, talk, "waarom.welk").Fields[0]
	for _, c := range []budget.Component{budget.Inkomstenbelasting, budget.Bijstand, budget.Zorgtoeslag, budget.Huurtoeslag, budget.KindgebondenBudget} {
		if !slices.ContainsFunc(list.Options, func(o Option) bool { return o.ID == c.String() }) {
			t.Errorf("%s cannot be chosen", c)
			continue
		}
		talk.Set("waarom.welk", c.String())
		if got := row(t, talk, "waarom.uitkomst").Fields[0].Value; got != i18n.Euro(talk.outcome.Of(c).PerYear) {
			t.Errorf("%s ends in %s", c, got)
		}
		sourced := 0
		for _, s := range talk.Screen().Right {
			for _, r := range s.Rows {
				if strings.Contains(r.Note, "Vergeleken op 21-11-2026. Soort: wet.") {
					sourced++
				}
			}
		}
		if sourced == 0 {
			t.Errorf("%s has no figure with its source", c)
		}
	}
}

// The standaardpremie of 2026 is 2,119 euro (Regeling vaststelling standaardpremie 2026; Wzt art. 1 onder f).
func TestAFigureOfTheLawIsShownAsPrinted(t *testing.T) {
	talk := newTalk(t)
	talk.SetView(HelperView)
	talk.Go(In)
	talk.OpenPage("waarom")
	talk.Screen()
	talk.Set("waarom.welk", budget.Zorgtoeslag.String())
	for _, s := range talk.Screen().Right {
		for _, r := range s.Rows {
			if r.Fields[0].Value == "€\u00a02.119,00" && strings.Contains(r.Note, "Wzt") {
				return
			}
		}
	}
	t.Error("the standaardpremie is not there")
}
