package vm

import (
	"bytes"
	"strings"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/i18n"
	"perspectief/plan"
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

// PlanName is the name of the file of the plan: a date and no names.
func (t *Talk) PlanName() string { return "plan-" + t.Today.Format("2006-01-02") + ".pdf" }

// PlanPDF makes the plan of the family. It is not ok when the plan cannot be made; the notice line says so.
func (t *Talk) PlanPDF() (pdf []byte, ok bool) {
	if t.outcome == nil {
		t.Say("plan.lukt_niet")
		return nil, false
	}
	for _, f := range t.doc.Validate() {
		if f.Key == "fout.bsn" || f.Key == "fout.iban" {
			t.Say("plan.geweigerd", i18n.Args{"fout": t.faultSentence(f)})
			return nil, false
		}
	}
	c := plan.Case{Household: t.household(), Budget: t.doc.Budget, Debts: t.doc.Debts, Norms: t.doc.Norms, Plan: t.doc.Plan, Scenarios: t.doc.Scenarios,
		Rights: t.notAskedFor()}
	var out bytes.Buffer
	document, err := plan.Prepare(t.Engine, c, t.Easy, t.Today)
	if err == nil {
		err = plan.WritePDF(&out, document, plan.Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()}, t.Today)
	}
	if err != nil {
		t.Say("plan.lukt_niet")
		return nil, false
	}
	return out.Bytes(), true
}

// PlanMade says where the plan is.
func (t *Talk) PlanMade(path string) {
	t.Say("plan.gemaakt", i18n.Args{"plaats": strings.TrimSpace(path)})
}
