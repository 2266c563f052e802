package scorekaart

import (
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

func TestCompare(t *testing.T) {
	d := decimal.RequireFromString
	for _, c := range []struct {
		want, got any
		tolerance string
		equal     bool
	}{
		{"12.50", d("12.5"), "0", true},
		{"12.50", d("12.51"), "0", false},
		{"12.50", d("12.51"), "0.01", true},
		{"12.50", d("12.52"), "0.01", false},
		{json.Number("3"), 3, "0", true},
		{"twelve", d("12"), "20", false},
		{true, true, "0", true},
		{false, true, "0", false},
		{"Q3 of the same year", "Q3", "0", true},
		{"single_parent", "single", "0", false},
	} {
		if o := compare("x", c.want, c.got, d(c.tolerance)); o.Equal != c.equal {
			t.Errorf("%v beside %v, tolerance %s: equal %v", c.got, c.want, c.tolerance, o.Equal)
		}
	}
}

func TestTolerance(t *testing.T) {
	for note, want := range map[string]string{
		"tolerance=0.011; one cent":                      "0.011",
		"tolerance=1; rounded":                           "1",
		`Published as "about"; compare within 200 euros`: "200",
		"Boundary inclusive.":                            "0",
	} {
		if got := (&Case{Note: note}).Tolerance(); !got.Equal(decimal.RequireFromString(want)) {
			t.Errorf("%s: %s", note, got)
		}
	}
}

func TestAnExampleWithoutRuleOrAnswerIsNoSuccess(t *testing.T) {
	verdicts, err := Judge([]Case{
		{ID: "x", Scheme: "unheard", Year: "2026", expected: map[string]any{"a": "1"}},
		{ID: "y", Scheme: "zorgtoeslag", Year: "2026", inputs: []byte(`{"toetsingsinkomen_total": "20000"}`), expected: map[string]any{"a": "1"}},
		{ID: "z", Scheme: "zorgtoeslag", Year: "2026", inputs: []byte(`{"toetsingsinkomen_total": "20000"}`), expected: map[string]any{"zorgtoeslag_year_eur": "1"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verdicts {
		if v.Equal() {
			t.Errorf("%s counts as equal", v.Case.ID)
		}
	}
}

func TestHighest(t *testing.T) {
	for _, last := range []int64{0, 1, 41, 99, 100} {
		got, err := highest(100, func(n int64) (bool, error) { return n <= last, nil })
		if err != nil || got != last {
			t.Errorf("%d, %v instead of %d", got, err, last)
		}
	}
}

// A cent is equal, two cents are not; unknown is only equal to unknown.
func TestHousehold(t *testing.T) {
	b, err := newBench(nil)
	if err != nil {
		t.Fatal(err)
	}
	h := household(2026, adult)
	earning(&h.Adults[0], decimal.NewFromInt(10_000)) // 10,000 of wage without tax, and the zorgtoeslag
	r, err := b.engine.Year(h)
	if err != nil {
		t.Fatal(err)
	}
	expected := func(wage string) Expected {
		want := Expected{}
		for c := range budget.NumComponents {
			d := r.Of(c).PerYear
			want[c.String()] = &d
		}
		loon, sum := decimal.RequireFromString(wage), decimal.RequireFromString(wage).Add(r.Of(budget.Zorgtoeslag).PerYear)
		want["loon"], want[sumKey] = &loon, &sum
		return want
	}
	for wage, equal := range map[string]bool{"10000": true, "10000.01": true, "10000.02": false, "9999.99": true, "9000": false} {
		if _, got := Household(r, expected(wage)); got != equal {
			t.Errorf("wage %s: equal %v", wage, got)
		}
	}
	if _, equal := Household(r, Expected{sumKey: nil}); equal {
		t.Error("unknown is equal to an amount")
	}
	if _, equal := Household(r, Expected{}); equal {
		t.Error("no answer is equal to an amount")
	}
}
