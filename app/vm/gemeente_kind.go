package vm

import (
	"strings"

	"perspectief/budget"
	"perspectief/i18n"
)

// childOffer is the standard list of help for children: what there is in this municipality, and what is missing.
func (t *Talk) childOffer() Section {
	h := t.household()
	s := Section{ID: "gemeente.kind", Icon: "smile", Title: t.say("gemeente.kind"), Intro: t.say("gemeente.kind.uitleg")}
	var missing []string
	for _, offer := range budget.ChildOffer() {
		id, name := "household.childOffer."+offer, t.Words.T("recht."+offer)
		t.bind(id, func(chosen string) { h.SetOffer(offer, chosen) })
		s.Rows = append(s.Rows, Row{ID: id, Label: name, Fields: []Field{{ID: id, Kind: ChoiceField, Value: h.OfferOf(offer),
			Options: options(t, "antwoord", []string{yes, no})}}})
		if h.OfferOf(offer) == no {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		s.Rows = append(s.Rows, shown("gemeente.kind.mist", t.say("gemeente.kind.mist", i18n.Args{"wat": strings.Join(missing, ", ")}), ""))
	}
	return s
}
