package plan

import (
	"slices"
	"testing"

	"perspectief/i18n/plain"
)

func TestThePlanAsAWholeIsMeasured(t *testing.T) {
	in := family(t)
	names := []string{"Samira", "Omar", "Noor", "Sem", "Sara", "Karin", "Leergeld", "Buurtteam", "Oost"}
	d := Compose(in)
	r := d.Readable(in.HardWords, names)
	if r.Failed() || r.Measure.Words < 150 || r.Measure.FleschDouma.LessThan(dec("80")) {
		t.Errorf("a plan in our own words: %+v %+v", r.Measure, r.Findings)
	}
	in.Plan.GoesWell = []string{"Men dient te communiceren omtrent het budget."}
	d = Compose(in)
	r = d.Readable(in.HardWords, names)
	if !slices.ContainsFunc(r.Findings, func(f plain.Finding) bool {
		return f.Key == plain.KeyFormalWord && r.Sentences[f.Sentence].Text == in.Plan.GoesWell[0]
	}) {
		t.Errorf("formal words of the family are not found: %+v", r.Findings)
	}
}
