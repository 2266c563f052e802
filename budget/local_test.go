package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// schoolCosts is a scheme of 400 a year for each child of 4 to 17, in full up to 120 percent of the norm and nothing from 140.
func schoolCosts() budget.LocalScheme {
	low, high := 4, 17
	return budget.LocalScheme{ID: "schoolkosten", Name: "Bijdrage schoolkosten", Per: "child", AgeMin: &low, AgeMax: &high,
		Amount: known("400"), Kind: "cash", Period: "year", IncomeBase: "norm-incl-holiday", NormIgnoresCostSharers: true,
		CountExemptWage: true, Shape: "linear", LimitFull: known("1.20"), LimitZero: known("1.40"),
		AssetTest: budget.AssetTest{Kind: "art34"}, ValidFrom: "2025-01-01", CountsAsCash: true}
}

func scheme(change func(*budget.LocalScheme)) budget.LocalScheme {
	l := schoolCosts()
	l.Per, l.AgeMin, l.AgeMax = "household", nil, nil
	change(&l)
	return l
}

func steps(pairs ...string) func(*budget.LocalScheme) {
	return func(l *budget.LocalScheme) {
		l.Shape, l.LimitFull, l.LimitZero = "steps", budget.Amount{}, budget.Amount{}
		for i := 0; i < len(pairs); i += 2 {
			l.Steps = append(l.Steps, budget.SchemeStep{To: known(pairs[i]), Share: known(pairs[i+1])})
		}
	}
}

// withNet is a single parent of 2026 whose wage bears no tax (with a child under 12 none is due up to 31,658), so that the net
// income is the wage, plus a twelvefold of thousandths of a euro of WW to stand exactly on a limit.
func withNet(perYear, wwPerMonth string, l budget.LocalScheme, changes ...change) *budget.Household {
	h := alone(2026, append([]change{child(2018, 3), wage(perYear)}, changes...)...)
	h.Adults[0].Benefits = []budget.Benefit{{Kind: budget.WW, GrossPerMonth: known(wwPerMonth)}}
	h.LocalSchemes = []budget.LocalScheme{l}
	return h
}

// The norm of a single parent in 2026 is 6 x 1,401.50 + 6 x 1,419.46 = 16,925.76 a year.
func TestShapesOfMunicipalSchemes(t *testing.T) {
	kaag := scheme(steps("1.10", "1", "1.20", "0.5"))
	kaag.Amount = known("200")
	energy := scheme(steps("1.20", "1", "1.30", "0.75"))
	energy.Amount = known("800")
	scherpenzeel := scheme(steps("1.20", "0", "1.30", "1"))
	scherpenzeel.Amount = known("500")
	linear := scheme(func(*budget.LocalScheme) {})
	cliff := scheme(func(l *budget.LocalScheme) { l.Shape = "cliff" })
	capacity := scheme(func(l *budget.LocalScheme) {
		l.Shape, l.Amount = "capacity", known("600")
		l.Capacity = &budget.Capacity{FreeLimit: known("1.10"), Share: known("0.35")}
	})
	e := engine(t)
	for _, c := range []struct {
		name     string
		scheme   budget.LocalScheme
		net, ww  string
		perYear  string
		describe string
	}{
		{"steps, all up to 110%", kaag, "17772.05", "0", "200", "105%"},
		// 110% is 18,618.336.
		{"steps, on 110%", kaag, "18618.30", "0.003", "200", "110%"},
		{"steps, a cent above 110%", kaag, "18618.31", "0.003", "100", "110%"},
		{"steps, half up to 120%", kaag, "19464.62", "0", "100", "115%"},
		{"steps, nothing above", kaag, "20480.17", "0", "0", "121%"},
		{"energy, 800 up to 120%", energy, "19972.40", "0", "800", "118%"},
		{"energy, 600 up to 130%", energy, "21157.20", "0", "600", "125%"},
		{"energy, nothing above", energy, "22172.75", "0", "0", "131%"},
		{"between 120 and 130% only, at 119%", scherpenzeel, "20141.65", "0", "0", "119%"},
		{"between 120 and 130% only, at 125%", scherpenzeel, "21157.20", "0", "500", "125%"},
		{"linear, 119%", linear, "20141.65", "0", "400", "119%"},
		// 120% is 20,310.912 and 140% 23,696.064.
		{"linear, 120%", linear, "20310.90", "0.001", "400", "120%"},
		{"linear, 125%", linear, "21157.20", "0", "300", "125%"},
		{"linear, 130%", linear, "22003.49", "0", "200", "130%"},
		{"linear, 135%", linear, "22849.78", "0", "100", "135%"},
		{"linear, 140%", linear, "23696.04", "0.002", "0", "140%"},
		{"linear, 141%", linear, "23865.32", "0", "0", "141%"},
		{"cliff, on 120%", cliff, "20310.90", "0.001", "400", "120%"},
		{"cliff, a cent above", cliff, "20310.91", "0.001", "0", "120%"},
		// 600 - 35% x (20,000 - 1.10 x 16,925.76) = 600 - 35% x 1,381.664 = 600 - 483.58.
		{"capacity", capacity, "20000.00", "0", "116.42", "118%"},
		// Nothing is left of it at 20,332.622: 18,618.336 + 600 / 35%.
		{"capacity, below the free limit", capacity, "18618.30", "0.003", "600", "110%"},
		{"capacity, used up", capacity, "20332.63", "0", "0", "120%"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := withNet(c.net, c.ww, c.scheme)
			if faults := h.Validate(); len(faults) > 0 {
				t.Fatal(faults)
			}
			r := year(t, e, h)
			if !r.Persons[0].Tax.IsZero() {
				t.Fatalf("tax of %s, so the net income is not the wage", r.Persons[0].Tax)
			}
			if got := r.Local[0].PerYear; !got.Equal(dec(c.perYear)) || !r.Of(budget.Lokaal).PerYear.Equal(got) {
				t.Errorf("%s, component %s, want %s", got, r.Of(budget.Lokaal).PerYear, c.perYear)
			}
			if got := r.Local[0].Ratio.Shift(2).Round(0).String() + "%"; got != c.describe {
				t.Errorf("income is %s of the norm, want %s", got, c.describe)
			}
		})
	}
}

// With limits in euros a month (own-amount) the examples on the norm of July, 1,419.46, can be laid out exactly.
func TestSchemesWithLimitsInEuros(t *testing.T) {
	e := engine(t)
	own := func(change func(*budget.LocalScheme)) budget.LocalScheme {
		l := scheme(change)
		l.IncomeBase = "own-amount"
		return l
	}
	// Full to 1.20 x 1,419.46 = 1,703.352, nothing from 1.40 x 1,419.46 = 1,987.244: 400 over 3,406.70 a year is 11.7 percent.
	linear := own(func(l *budget.LocalScheme) { l.LimitFull, l.LimitZero = known("1703.352"), known("1987.244") })
	at := func(net string) decimal.Decimal { return year(t, e, withNet(net, "0", linear)).Local[0].PerYear }
	if pressure := at("20500").Sub(at("21500")).Div(dec("1000")).Shift(2).Round(1); !pressure.Equal(dec("11.7")) {
		t.Errorf("a linear scheme takes %s percent of more income, want 11.7", pressure)
	}
	// Free 12 x 1.10 x 1,419.46 = 18,736.872, excess 1,263.128, own part 442.0948, so 157.9052 is paid.
	capacity := own(func(l *budget.LocalScheme) {
		l.Shape, l.Amount = "capacity", known("600")
		l.Capacity = &budget.Capacity{FreeLimit: known("1561.406"), Share: known("0.35")}
	})
	if got := year(t, e, withNet("20000", "0", capacity)).Local[0].PerYear; !got.Equal(dec("157.91")) {
		t.Errorf("capacity pays %s, want 157.91", got)
	}
	gross := scheme(func(l *budget.LocalScheme) { l.Shape, l.IncomeBase, l.LimitFull = "cliff", "gross", known("1900") })
	for wage, want := range map[string]string{"22800": "400", "22801": "0"} {
		if got := year(t, e, withNet(wage, "0", gross)).Local[0].PerYear; !got.Equal(dec(want)) {
			t.Errorf("gross %s a year, limit 1,900 a month: %s, want %s", wage, got, want)
		}
	}
}

func TestConditionsOfMunicipalSchemes(t *testing.T) {
	cliff := func(limit string, change func(*budget.LocalScheme)) budget.LocalScheme {
		l := scheme(func(l *budget.LocalScheme) { l.Shape, l.LimitFull = "cliff", known(limit) })
		change(&l)
		return l
	}
	always := func(change func(*budget.LocalScheme)) budget.LocalScheme { return cliff("5", change) }
	ages := func(low, high int) func(*budget.LocalScheme) {
		return func(l *budget.LocalScheme) { l.Per, l.AgeMin, l.AgeMax = "child", &low, &high }
	}
	exempt := []change{wage("6000"), claims, func(h *budget.Household) {
		h.Bijstand.Exemption = budget.Exemption{Kind: budget.GeneralExemption, Months: 12}
	}}
	three := []change{child(2013, 12), child(2008, 1)} // 12 and 17 on 1 January, beside the child of 7
	holiday := func(perHour string) change {
		return func(h *budget.Household) { h.Adults[0].Jobs = []budget.Job{job("25", perHour)} }
	}
	e := engine(t)
	for _, c := range []struct {
		name    string
		scheme  budget.LocalScheme
		changes []change
		perYear string
	}{
		{"each child", always(func(l *budget.LocalScheme) { l.Per = "child" }), three, "1200"},
		{"ages 12 to 17, both included", always(ages(12, 17)), three, "800"},
		{"ages 13 to 16", always(ages(13, 16)), three, "0"},
		{"ages 7 to 7", always(ages(7, 7)), three, "400"},
		{"each adult", always(func(l *budget.LocalScheme) { l.Per = "adult" }), []change{partner}, "800"},
		{"a month", always(func(l *budget.LocalScheme) { l.Period = "month" }), nil, "4800"},
		{"a school year", always(func(l *budget.LocalScheme) { l.Period = "school-year" }), nil, "400"},
		{"once, begun last year", always(func(l *budget.LocalScheme) { l.Period, l.ValidFrom = "once", "2025-12-31" }), nil, "0"},
		{"once, begun this year", always(func(l *budget.LocalScheme) { l.Period, l.ValidFrom = "once", "2026-12-31" }), nil, "400"},
		{"ended last year", always(func(l *budget.LocalScheme) { l.ValidTo = "2025-12-31" }), nil, "0"},
		{"ends this year", always(func(l *budget.LocalScheme) { l.ValidTo = "2026-01-01" }), nil, "400"},
		{"begins next year", always(func(l *budget.LocalScheme) { l.ValidFrom = "2027-01-01" }), nil, "0"},
		{"wealth of art. 34", always(func(*budget.LocalScheme) {}), []change{wealth("16000")}, "400"},
		{"wealth of art. 34 + 1", always(func(*budget.LocalScheme) {}), []change{wealth("16001")}, "0"},
		{"own wealth limit", always(func(l *budget.LocalScheme) {
			l.AssetTest = budget.AssetTest{Kind: "amount", Limit: known("5000")}
		}), []change{wealth("5000")}, "400"},
		{"own wealth limit + 1", always(func(l *budget.LocalScheme) {
			l.AssetTest = budget.AssetTest{Kind: "amount", Limit: known("5000")}
		}), []change{wealth("5001")}, "0"},
		{"no wealth limit", always(func(l *budget.LocalScheme) { l.AssetTest = budget.AssetTest{Kind: "none"} }), []change{wealth("50000")}, "400"},
		// With a cost-sharer the norm is 6 x 1,001.07 + 6 x 1,013.90 = 12,089.82; 16,000 is 132% of it and 95% of 16,925.76.
		{"cost-sharers ignored", cliff("1.20", func(*budget.LocalScheme) {}), []change{resident(1990, 1, "0", "0")}, "400"},
		{"cost-sharers counted", cliff("1.20", func(l *budget.LocalScheme) { l.NormIgnoresCostSharers = false }),
			[]change{resident(1990, 1, "0", "0")}, "0"},
		// A wage of 500 a month, 25% exempt: 125 a month above the norm: 16,925.76 + 1,500 is 109% of it.
		{"exempt wage counts", cliff("1.05", func(*budget.LocalScheme) {}), exempt, "0"},
		{"exempt wage is left out", cliff("1.05", func(l *budget.LocalScheme) { l.CountExemptWage = false }), exempt, "400"},
		// Without holiday allowance: 120% of 95% of 16,925.76 is 19,295.37; 1,300 hours of 14.84 are 19,292 and of 14.85 19,305.
		{"without holiday allowance, below", cliff("1.20", func(l *budget.LocalScheme) { l.IncomeBase = "norm-excl-holiday" }),
			[]change{holiday("14.84")}, "400"},
		{"without holiday allowance, above", cliff("1.20", func(l *budget.LocalScheme) { l.IncomeBase = "norm-excl-holiday" }),
			[]change{holiday("14.85")}, "0"},
		// A household that has bijstand alone has the norm: exactly 100% with and without holiday allowance.
		{"bijstand is the norm", cliff("1", func(*budget.LocalScheme) {}), []change{wage("0"), claims}, "400"},
		{"bijstand is the norm without holiday part", cliff("1", func(l *budget.LocalScheme) { l.IncomeBase = "norm-excl-holiday" }),
			[]change{wage("0"), claims}, "400"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := withNet("16000", "0", c.scheme, c.changes...)
			if faults := h.Validate(); len(faults) > 0 {
				t.Fatal(faults)
			}
			if got := year(t, e, h).Of(budget.Lokaal); !got.PerYear.Equal(dec(c.perYear)) {
				t.Errorf("%s %s %q, want %s", got.State, got.PerYear, got.Reason, c.perYear)
			}
		})
	}
}

// Help in kind is shown beside the total and is no part of it.
func TestHelpInKindIsNoCash(t *testing.T) {
	inKind := schoolCosts()
	inKind.ID, inKind.Kind, inKind.CountsAsCash = "zwemles", "in-kind", false
	h := withNet("16000", "0", schoolCosts())
	h.LocalSchemes = append(h.LocalSchemes, inKind)
	r := year(t, engine(t), h)
	if got := r.Of(budget.Lokaal).PerYear; !got.Equal(dec("400")) {
		t.Errorf("component %s, want 400", got)
	}
	if len(r.Local) != 2 || r.Local[1].ID != "zwemles" || !r.Local[1].PerYear.Equal(dec("400")) || r.Local[1].Expired {
		t.Errorf("schemes %v", r.Local)
	}
}
