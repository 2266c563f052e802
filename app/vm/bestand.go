package vm

import (
	"strings"

	"perspectief/app/store"
	"perspectief/i18n"
)

// Read opens a case file. What cannot be read is said in the window and leaves the talk as it is; an answer that is missing or
// impossible opens, and is said at its field.
func (t *Talk) Read(data []byte, path string) {
	doc, faults := store.Decode(data)
	if len(faults) > 0 {
		t.Say("bestand.fouten", i18n.Args{"fout": t.faultSentence(faults[0])})
		return
	}
	t.reset(*doc, "", path)
	t.Say("bestand.geopend")
}

// Save writes the case file to the place it came from.
func (t *Talk) Save() error {
	if err := store.Write(t.path, &t.doc); err != nil {
		return err
	}
	t.saidSaved(t.path)
	return nil
}

// SaveAs writes the case file to a place that was just chosen for it.
func (t *Talk) SaveAs(path string) error {
	if err := store.WriteOver(path, &t.doc); err != nil {
		return err
	}
	t.saidSaved(path)
	return nil
}

func (t *Talk) saidSaved(path string) {
	t.path, t.example, t.saved = path, "", t.encoded()
	t.Say("bestand.opgeslagen", i18n.Args{"plaats": path})
}

// Path is where the case file is; empty when it has no place yet.
func (t *Talk) Path() string { return t.path }

// Say shows a sentence of the window in its notice line.
func (t *Talk) Say(id string, args ...i18n.Args) {
	t.notice = t.say(id, args...)
	t.changed()
}

// Refused says why a case file was not stored: which text stands in the way, or that it did not work.
func (t *Talk) Refused(err error) {
	if faults := store.Faults(err); len(faults) > 0 {
		t.Say("bestand.geweigerd", i18n.Args{"fout": t.faultSentence(faults[0])})
		return
	}
	t.Say("bestand.lukt_niet")
}

// PlanMade says where the plan is.
func (t *Talk) PlanMade(path string) {
	t.Say("plan.gemaakt", i18n.Args{"plaats": strings.TrimSpace(path)})
}
