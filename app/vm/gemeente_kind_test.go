package vm

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// What a municipality has for children, and its telephone, go along in the file that is shared, and come into another family.
func TestTheOfferForChildrenIsShared(t *testing.T) {
	talk := newTalk(t)
	talk.ChooseExample("een-kostwinner") // has schemes of Slingerdam
	openPage(talk, HelperView, "gemeente", "household.childOffer.zwemles", no, "household.childOffer.sport", yes)
	if got := row(t, talk, "gemeente.kind.mist").Label; got != "Dit ontbreekt hier: Zwemles." {
		t.Error(got)
	}
	talk.Go(OurPlan)
	do(talk, "plan.municipalityPhone", "14 0123")
	var file bytes.Buffer
	if err := talk.writeLoose(&file, SchemesPaper); err != nil {
		t.Fatal(err)
	}
	other := newTalk(t)
	other.ChooseExample("alleenstaande-ouder")
	other.ReadSchemes(file.Bytes())
	if h := other.household(); len(other.schemeFaults) > 0 || h.OfferOf("zwemles") != no || h.OfferOf("sport") != yes || other.plan().MunicipalityPhone != "14 0123" {
		t.Errorf("%v %+v %q", other.schemeFaults, h.ChildOffer, other.plan().MunicipalityPhone)
	}
	other.plan().MunicipalityPhone = "14 0999"
	other.ReadSchemes(file.Bytes())
	if got := other.plan().MunicipalityPhone; got != "14 0999" {
		t.Errorf("the number that was typed became %s", got)
	}
	openPage(other, HelperView, "kind")
	if r := row(t, other, "kind.zwemles.c2"); !strings.Contains(r.Note, "Dit is er niet in uw gemeente.") {
		t.Errorf("%+v", r)
	}
}

// A municipality of which only the help for children is known can be shared too: the card says so.
func TestTheOfferForChildrenIsSharedWithoutSchemes(t *testing.T) {
	talk := newTalk(t)
	talk.ChooseExample("alleenstaande-ouder")
	openPage(talk, HelperView, "gemeente", "household.childOffer.fiets", no)
	if files := card(t, talk, "gemeente.bestand"); !slices.ContainsFunc(files.Actions, func(a Action) bool { return a.ID == "gemeente.bewaar" }) {
		t.Error("there is no way to share it")
	}
	var file bytes.Buffer
	if err := talk.writeLoose(&file, SchemesPaper); err != nil {
		t.Fatal(err)
	}
	other := newTalk(t)
	if other.ReadSchemes(file.Bytes()); other.household().OfferOf("fiets") != no {
		t.Errorf("%v from %s", other.schemeFaults, file.String())
	}
}
