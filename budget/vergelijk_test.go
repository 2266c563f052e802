package budget_test

import (
	"testing"

	"perspectief/budget"
)

// The second visit: 62 short, now 18 short, because huurtoeslag of 50 came and food became 6 dearer.
func TestSecondVisit(t *testing.T) {
	first := wholeBudget("1000", "1062")
	second := wholeBudget("1000", "1068")
	for i, r := range second.Received {
		if r.Component == budget.Huurtoeslag.String() {
			second.Received[i].Amount = known("50")
		}
	}
	debts := []budget.Debt{{Kind: "bank", Amount: known("500")}}
	before := budget.NewVisit("2026-09-01", overview(t, aHousehold(), first, debts), debts)
	debts[0].Amount = known("450")
	after := budget.NewVisit("2026-11-24", overview(t, aHousehold(), second, debts), debts)
	c := budget.Compare(&before, &after)
	for name, got := range map[string]budget.Amount{"-62": c.Left.Before, "-18": c.Left.After, "44": c.Left.Change(), "50": c.In.Change(),
		"6": c.Out.Change(), "-50": c.Debts.Change()} {
		if d, known := got.Get(); !known || !d.Equal(dec(name)) {
			t.Errorf("got %s, want %s", got, name)
		}
	}
	var changed []string
	rows := c.Income
	for _, g := range c.Groups {
		rows = append(rows, g.Lines...)
	}
	for _, r := range rows {
		if d, known := r.Change().Get(); !known || !d.IsZero() {
			changed = append(changed, r.Key)
		}
	}
	if len(changed) != 2 || changed[0] != "huurtoeslag" || changed[1] != "voeding" {
		t.Errorf("changed %v", changed)
	}
	if faults := budget.ValidateVisits([]budget.Visit{before, after}); len(faults) > 0 {
		t.Errorf("%v", faults)
	}
}

func TestKeepVisit(t *testing.T) {
	var visits []budget.Visit
	for _, day := range []string{"2026-09-01", "2026-10-01", "2026-10-01", "2026-11-24"} {
		visits = budget.KeepVisit(visits, budget.Visit{Day: day})
	}
	if len(visits) != 3 {
		t.Errorf("%d visits: one a day", len(visits))
	}
	if v, ok := budget.LastVisitBefore(visits, "2026-11-24"); !ok || v.Day != "2026-10-01" {
		t.Errorf("%v", v)
	}
	if _, ok := budget.LastVisitBefore(visits, "2026-09-01"); ok {
		t.Error("there was no visit before the first")
	}
}

func TestAVisitWithoutIncomeHasNothingLeft(t *testing.T) {
	h := aHousehold()
	h.Adults[0].Jobs[0].HourlyWage = budget.Amount{}
	v := budget.NewVisit("2026-11-24", overview(t, h, nil, nil), nil)
	if v.Left().IsKnown() || v.In.IsKnown() || !v.Out.IsKnown() {
		t.Errorf("%+v", v)
	}
	c := budget.Compare(&v, &v)
	if c.Left.Change().IsKnown() {
		t.Error("a difference of what is not known")
	}
}

func TestValidateVisits(t *testing.T) {
	got := budget.ValidateVisits([]budget.Visit{{Day: "gisteren", Groups: []budget.VisitGroup{{Group: "x"}},
		Lines: []budget.VisitPart{{Key: "voedng"}}, Income: []budget.VisitPart{{Key: "y"}}}, {}})
	if len(got) != 5 {
		t.Errorf("%v", got)
	}
}
