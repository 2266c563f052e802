package vm

import (
	"bytes"
	"fmt"
	"strings"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/i18n"
	"perspectief/plan"
)

// Read opens a case file. Faults are said in the window and leave the talk as it is.
func (t *Talk) Read(data []byte, path string) {
	doc, faults := store.Check(data)
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
	data := t.encoded()
	if _, faults := store.Decode(data); len(faults) > 0 {
		return fmt.Errorf("vm: case file cannot be read back: %s %s", faults[0].Field, faults[0].Key)
	}
	if err := store.WriteFile(path, data); err != nil {
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

// PlanName is the name of the file of the plan: a date and no names.
func (t *Talk) PlanName() string { return "plan-" + t.Today.Format("2006-01-02") + ".pdf" }

// PlanPDF makes the plan of the family. It is not ok when the plan cannot be made; the notice line says so.
func (t *Talk) PlanPDF() (pdf []byte, ok bool) {
	if t.outcome == nil {
		t.Say("plan.lukt_niet")
		return nil, false
	}
	c := plan.Case{Household: t.household(), Budget: t.doc.Budget, Debts: t.doc.Debts, Plan: t.doc.Plan, Scenarios: t.doc.Scenarios,
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
