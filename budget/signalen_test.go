package budget_test

import (
	"slices"
	"testing"

	"perspectief/budget"
)

// A "yes" makes unknown what the program would get wrong, and nothing else.
func TestSignalsMakeAmountsUnknown(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		id      string
		unknown []budget.Component
	}{
		{"student", nil}, {"buitenland", nil}, {"bijzonder", nil}, {"co_ouderschap", nil},
		{"niet_verzekerd", []budget.Component{budget.Zorgtoeslag}},
		{"pleegkind", []budget.Component{budget.Kinderbijslag, budget.KindgebondenBudget}},
		{"ioaw", []budget.Component{budget.Bijstand}},
		{"betaalt_alimentatie", []budget.Component{budget.Inkomstenbelasting, budget.Bijstand, budget.Zorgtoeslag, budget.Huurtoeslag,
			budget.KindgebondenBudget}},
		{"beslag", []budget.Component{}}, {"loonkostensubsidie", []budget.Component{}},
	} {
		h := pupil("9000", claims, signal(c.id, "ja"))
		if faults := h.Validate(); len(faults) > 0 {
			t.Fatal(faults)
		}
		r := year(t, e, h)
		for component := range budget.NumComponents {
			want := c.unknown == nil || slices.Contains(c.unknown, component)
			if o := r.Of(component); (o.State == budget.Unknown) != want || want && o.Reason != budget.Reason("signaal_"+c.id) {
				t.Errorf("%s: %s is %s %q", c.id, component, o.State, o.Reason)
			}
		}
		if _, known := r.Disposable(); known != (c.unknown != nil && len(c.unknown) == 0) {
			t.Errorf("%s: total known is %v", c.id, known)
		}
		curve, err := e.Curve(h, budget.CurveOptions{To: dec("8"), Step: dec("8")})
		if err != nil {
			t.Fatal(err)
		}
		if _, known := curve.Points[1].Result.Disposable(); known && (c.unknown == nil || len(c.unknown) > 0) {
			t.Errorf("%s: the curve goes on as if nothing was said", c.id)
		}
		h.SetSignal(c.id, budget.AnswerNo)
		if _, known := year(t, e, h).Disposable(); !known || len(h.Signals) != 1 {
			t.Errorf("%s: unknown after a no", c.id)
		}
	}
}

// What is nothing for a firm reason stays nothing.
func TestSignalsLeaveFirmReasons(t *testing.T) {
	h := alone(2026, wage("20000"), signal("betaalt_alimentatie", "ja"))
	for c, want := range map[budget.Component]budget.Reason{budget.Huurtoeslag: budget.ReasonNoRent, budget.KindgebondenBudget: budget.ReasonNoChildren,
		budget.Bijstand: budget.ReasonNotClaimed} {
		if o := year(t, engine(t), h).Of(c); o.Reason != want {
			t.Errorf("%s is %s %q", c, o.State, o.Reason)
		}
	}
}

// Questions are asked where they matter; what the file shows is not asked.
func TestWhichSignalsAreAsked(t *testing.T) {
	ids := func(h *budget.Household) (all []string) {
		for _, s := range budget.Signalen(h) {
			all = append(all, s.ID)
		}
		return all
	}
	for _, c := range []struct {
		name   string
		family *budget.Household
		with   []string
		not    []string
	}{
		{"alone with a rent", alone(2026, rent("650")), []string{"student", "buitenland", "niet_verzekerd"},
			[]string{"co_ouderschap", "pleegkind", "hypotheek", "bbz", "onderhuur", "loonkostensubsidie", "ww_en_werk"}},
		{"own home", alone(2026), []string{"hypotheek"}, nil},
		{"parent", alone(2026, child(2016, 3)), []string{"co_ouderschap", "pleegkind"}, nil},
		{"WW beside work", alone(2026, wage("9000"), func(h *budget.Household) {
			h.Adults[0].Benefits = []budget.Benefit{{Kind: budget.WW, GrossPerMonth: known("800")}}
		}), []string{"ww_en_werk", "loonkostensubsidie"}, []string{"wajong_en_werk"}},
		{"a yes stays to be seen", alone(2026, rent("650"), signal("hypotheek", "ja")), []string{"hypotheek"}, nil},
	} {
		got := ids(c.family)
		for _, id := range c.with {
			if !slices.Contains(got, id) {
				t.Errorf("%s: %s is not asked: %v", c.name, id, got)
			}
		}
		for _, id := range c.not {
			if slices.Contains(got, id) {
				t.Errorf("%s: %s is asked", c.name, id)
			}
		}
	}
}

func TestFaultsInSignals(t *testing.T) {
	h := alone(2026)
	h.Signals = []budget.SignalAnswer{{ID: "student", Answer: "ja"}, {ID: "student", Answer: "nee"}, {ID: "iets", Answer: "ja"},
		{ID: "bijzonder", Answer: "misschien"}, {ID: "ww_en_werk", Answer: "ja"}}
	var fields []string
	for _, f := range h.Validate() {
		fields = append(fields, f.Field+" "+f.Key)
	}
	want := []string{"household.signals[1].id fout.dubbele_id", "household.signals[2].id fout.onbekend_woord",
		"household.signals[3].answer fout.onbekend_woord", "household.signals[4].id fout.onbekend_woord"}
	if !slices.Equal(fields, want) {
		t.Errorf("%v", fields)
	}
}
