package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// A difference names every component that changed, the largest change first, and adds up to the difference of the totals.
func TestDiffOfEveryHousehold(t *testing.T) {
	everyHousehold(t, 1500, func(t *testing.T, e *budget.Engine, d dice, h *budget.Household) {
		more, err := e.WithHours(h, h.Adults[0].ID, "", decimal.NewFromInt(int64(d(41))))
		if err != nil {
			t.Fatal(err)
		}
		before, after := year(t, e, h), year(t, e, more)
		a, known := before.Disposable()
		b, alsoKnown := after.Disposable()
		if !known || !alsoKnown {
			return
		}
		sum, seen := decimal.Zero, map[budget.Component]bool{}
		changes := budget.Diff(before, after)
		for i, c := range changes {
			if sum = sum.Add(c.PerYear); seen[c.Component] || c.PerYear.IsZero() {
				t.Errorf("%s twice or without a change", c.Component)
			}
			seen[c.Component] = true
			if i > 0 && c.PerYear.Abs().GreaterThan(changes[i-1].PerYear.Abs()) {
				t.Errorf("%s changes more than %s before it", c.Component, changes[i-1].Component)
			}
			if !c.PerYear.Equal(c.After.PerYear.Sub(c.Before.PerYear)) {
				t.Errorf("%s: %s is not from %s to %s", c.Component, c.PerYear, c.Before.PerYear, c.After.PerYear)
			}
		}
		if !sum.Equal(b.Sub(a)) {
			t.Errorf("changes add up to %s, the total changes by %s", sum, b.Sub(a))
		}
		checkHundred(t, before, after)
	})
}

// checkHundred: the parts and what is left are the 100 euro.
func checkHundred(t *testing.T, before, after *budget.Result) {
	t.Helper()
	earned := decimal.Zero
	for _, c := range []budget.Component{budget.Loon, budget.Uitkering, budget.Winst} {
		earned = earned.Add(after.Of(c).PerYear).Sub(before.Of(c).PerYear)
	}
	parts, left := budget.OfEachHundred(before, after)
	if earned.Sign() <= 0 {
		if parts != nil || !left.IsZero() {
			t.Errorf("earned %s more, but %v and %s", earned, parts, left)
		}
		return
	}
	sum := dec("100")
	for _, p := range parts {
		if sum = sum.Add(p.PerYear); p.Component <= budget.Winst {
			t.Errorf("%s is earned, no part of it", p.Component)
		}
	}
	if !sum.Equal(left) {
		t.Errorf("100 and its parts are %s, left is %s", sum, left)
	}
}

// Of the single person of the curves (16.00 an hour, rent 600), from 24 to 32 hours: wage 7,188.48, tax 1,807 - 621 = 1,186 more,
// huurtoeslag 4,342 - 2,904 = 1,438 less. Of each 100: 16.50 and 20.00, so 63.50 is left.
func TestOfEachHundredByHand(t *testing.T) {
	e := engine(t)
	at := func(hours string) *budget.Result {
		return year(t, e, alone(2026, rent("600"), claims, hourly(hours, "16.00")))
	}
	parts, left := budget.OfEachHundred(at("24"), at("32"))
	if len(parts) != 2 || parts[0].Component != budget.Huurtoeslag || !parts[0].PerYear.Equal(dec("-20.00")) ||
		parts[1].Component != budget.Inkomstenbelasting || !parts[1].PerYear.Equal(dec("-16.50")) || !left.Equal(dec("63.50")) {
		t.Errorf("parts %v, left %s", parts, left)
	}
	if parts, left := budget.OfEachHundred(at("32"), at("24")); parts != nil || !left.IsZero() {
		t.Errorf("fewer hours: %v and %s", parts, left)
	}
}

// An unknown component has no difference.
func TestDiffLeavesOutTheUnknown(t *testing.T) {
	e := engine(t)
	unknown := alone(2026, rent("600"))
	unknown.Housing.RentPerMonth = budget.Amount{}
	if changes := budget.Diff(year(t, e, alone(2026, rent("600"))), year(t, e, unknown)); len(changes) != 0 {
		t.Errorf("changes %v", changes)
	}
}
