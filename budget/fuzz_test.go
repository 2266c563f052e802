package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// fromBytes is a die that reads its rolls from the input of the fuzzer, two bytes a roll; at the end of the input it rolls 0.
func fromBytes(data []byte) dice {
	return func(n int) int {
		if len(data) < 2 {
			data = nil
			return 0
		}
		roll := int(data[0])<<8 | int(data[1])
		data = data[2:]
		return roll % n
	}
}

// forget takes away what a family may not know yet.
func (d dice) forget(h *budget.Household) {
	var unknown budget.Amount
	for i := range h.Adults {
		a := &h.Adults[i]
		switch d(12) {
		case 11:
			a.Wealth = unknown
		case 10:
			a.Profit = &budget.Profit{}
		case 9:
			a.Benefits = append(a.Benefits, budget.Benefit{Kind: budget.WIA})
		case 8:
			for k := range a.Jobs {
				a.Jobs[k].HoursPerWeek = unknown
			}
		case 7:
			for k := range a.Jobs {
				a.Jobs[k] = budget.Job{ID: a.Jobs[k].ID, HoursPerWeek: a.Jobs[k].HoursPerWeek}
			}
		case 6:
			a.Born.Year = h.Year - 67
		}
	}
	switch d(8) {
	case 7:
		h.Housing.RentPerMonth = unknown
	case 6:
		h.Housing.Kind = ""
	case 5:
		for i := range h.OtherResidents {
			h.OtherResidents[i].IncomePerYear = unknown
		}
	}
}

// FuzzHousehold turns bytes into a household with every field inside what Validate allows. A valid household has a year, with
// or without explanation, a curve that agrees with it, and twelve months that add up to it; nothing panics.
func FuzzHousehold(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("a household is a household, whatever its members earn or forget to tell"))
	for seed := range 24 {
		roll, data := seeded(uint64(seed)), make([]byte, 240)
		for i := range data {
			data[i] = byte(roll(256))
		}
		f.Add(data)
	}
	e := engine(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		d := fromBytes(data)
		h := d.household(2025, 2026, 2026, 2027)
		d.forget(h)
		if len(h.Validate()) > 0 {
			t.Skip() // a parent made 67 may be younger than the child
		}
		r := year(t, e, h)
		checkStates(t, r)
		checkSigns(t, h, r)
		if _, known := r.Disposable(); known && h.Year < 2027 {
			checkBounds(t, h, r)
		}
		checkViews(t, e, d, h, r)
	})
}

// checkViews holds the explanation, a curve, the months and the pay slips against the year.
func checkViews(t *testing.T, e *budget.Engine, d dice, h *budget.Household, r *budget.Result) {
	t.Helper()
	told, _, err := e.Explain(h)
	if err != nil {
		t.Fatal(err)
	}
	sameOutcomes(t, "explained", r, told)
	for i := range h.Adults {
		a := &h.Adults[i]
		if len(a.Jobs) == 0 || !a.Jobs[0].HoursPerWeek.IsKnown() {
			continue
		}
		hours := a.Jobs[0].HoursPerWeek.Or(decimal.Zero)
		c, err := e.Curve(h, budget.CurveOptions{Adult: a.ID, Job: a.Jobs[0].ID, From: hours, To: hours.Add(dec("2")), Step: dec("0.5")})
		if err != nil {
			t.Fatal(err)
		}
		same := withoutCareUnlessAllWork(h)
		sameOutcomes(t, "first point of the curve", year(t, e, same), &c.Points[0].Result)
		if slip, err := e.Loonstrook(h, a.ID, a.Jobs[0].ID); err == nil && slip.Netto.IsNegative() {
			t.Errorf("a net wage of %s", slip.Netto)
		}
	}
	if h.Partners {
		if _, err := e.Grid(h, decimal.Zero, dec("8"), dec("4")); err != nil {
			t.Fatal(err)
		}
	}
	months, err := e.Months(h)
	if _, known := r.Disposable(); known != (err == nil) {
		t.Errorf("total known: %t, months: %v", known, err)
	}
	if err == nil {
		checkMonths(t, months, r)
	}
}

// TestEveryViewAgreesWithTheYear is the fuzz check over rolled households, so that it runs in every test.
func TestEveryViewAgreesWithTheYear(t *testing.T) {
	forgetful, known := 0, 0
	everyHousehold(t, 1000, func(t *testing.T, e *budget.Engine, d dice, h *budget.Household) {
		d.forget(h)
		if len(h.Validate()) > 0 {
			return
		}
		r := year(t, e, h)
		checkStates(t, r)
		checkSigns(t, h, r)
		if _, ok := r.Disposable(); ok {
			known++
		} else {
			forgetful++
		}
		checkViews(t, e, d, h, r)
	})
	if forgetful < 200 || known < 200 {
		t.Errorf("%d households known and %d not: the check is one-sided", known, forgetful)
	}
}
