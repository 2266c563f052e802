package budget

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Change is the difference of one component between two results, euro a year with its sign.
type Change struct {
	Component     Component
	Before, After Outcome
	PerYear       decimal.Decimal
}

// Diff explains the difference of two results: the components that changed, largest change first. It is a difference of
// results, no second formula. Components that are unknown in either are left out.
func Diff(before, after *Result) []Change {
	out := make([]Change, 0, NumComponents)
	for c := range NumComponents {
		a, b := before.Components[c], after.Components[c]
		if a.State == Unknown || b.State == Unknown {
			continue
		}
		if d := b.PerYear.Sub(a.PerYear); !d.IsZero() {
			out = append(out, Change{c, a, b, d})
		}
	}
	slices.SortStableFunc(out, func(x, y Change) int { return y.PerYear.Abs().Cmp(x.PerYear.Abs()) })
	return out
}

// OfEachHundred tells where each extra 100 euro of gross earnings (wage, benefit, profit) goes between two results: what every
// other component takes (below zero) or adds, and what is left, euro to cents. Nothing when the earnings did not rise.
func OfEachHundred(before, after *Result) (parts []Change, left decimal.Decimal) {
	earned := zero
	changes := Diff(before, after)
	for _, c := range changes {
		if c.Component <= Winst {
			earned = earned.Add(c.PerYear)
		}
	}
	if earned.Sign() <= 0 {
		return nil, zero
	}
	left = hundred
	for _, c := range changes {
		if c.Component <= Winst {
			continue
		}
		c.PerYear = c.PerYear.Mul(hundred).DivRound(earned, 2)
		left = left.Add(c.PerYear)
		parts = append(parts, c)
	}
	return parts, left
}
