package vm

import "perspectief/budget"

// watchOut is the page "Let op": situations that the program does not cover, asked with yes or no, and what is unknown by them.
func (t *Talk) watchOut() (left, right []Section) {
	h := t.household()
	ask := Section{ID: "letop", Icon: "triangle-alert", Title: t.say("letop"), Intro: t.say("letop.uitleg")}
	said := Section{ID: "letop.nu", Icon: "info", Title: t.say("letop.nu"), Intro: t.say("letop.nu.uitleg")}
	for _, s := range budget.Signalen(h) {
		if !s.Automatic {
			ask.Rows = append(ask.Rows, t.signalRow(&s))
		}
		if s.Applies(h) {
			said.Rows = append(said.Rows, t.signalNote(&s))
		}
	}
	if len(said.Rows) == 0 {
		said.Intro = t.say("letop.niets")
	}
	return []Section{ask}, []Section{said}
}

// signalRow asks one question. Without an answer neither is chosen.
func (t *Talk) signalRow(s *budget.Signaal) Row {
	id := "signaal." + s.ID
	t.bind(id, func(chosen string) { t.household().SetSignal(s.ID, chosen) })
	return Row{ID: id, Label: t.Words.T("signaal." + s.ID), Space: FitSpace, Fields: []Field{{ID: id, Kind: ChoiceField,
		Value: t.household().SignalAnswer(s.ID), Options: options(t, "antwoord", []string{yes, no})}}}
}

// signalNote says what a situation means for the amounts, and whom to ask.
func (t *Talk) signalNote(s *budget.Signaal) Row {
	value := t.say("letop.opmerking")
	switch {
	case s.Everything:
		value = t.say("letop.alles")
	case len(s.Unknown) > 0:
		value = t.say("weten_niet")
	}
	row := shown("letop."+s.ID, t.Words.T("signaal."+s.ID+".kort"), value)
	row.Note = t.Words.T("signaal." + s.ID + ".wie")
	return row
}
