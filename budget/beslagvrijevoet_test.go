package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// onWW is a tenant with a benefit of this many euro gross a month.
func onWW(year int, perMonth string) *budget.Household {
	return &budget.Household{Year: year, Housing: budget.Home{Kind: budget.Rent, RentPerMonth: known("600")},
		Adults: []budget.Adult{{ID: "a1", Born: budget.YearMonth{Year: 1985, Month: 3}, Wealth: known("0"),
			Benefits: []budget.Benefit{{Kind: budget.WW, GrossPerMonth: known(perMonth)}}}}}
}

func withPartner(h *budget.Household) *budget.Household {
	h.Partners = true
	h.Adults = append(h.Adults, budget.Adult{ID: "a2", Born: budget.YearMonth{Year: 1986, Month: 4}, Wealth: known("0")})
	return h
}

func withChild(h *budget.Household, year int) *budget.Household {
	h.Children = append(h.Children, budget.Child{ID: "c", Born: budget.YearMonth{Year: year, Month: 2}, Kinderbijslag: true})
	return h
}

func beslag(t *testing.T, h *budget.Household, month int) *budget.BeslagPeriod {
	t.Helper()
	v, err := engine(t).BeslagvrijeVoet(h, "a1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range v.Periods {
		if p := &v.Periods[i]; month >= p.From && month < p.From+p.Months {
			return p
		}
	}
	t.Fatalf("no period with month %d: %s %s", month, v.State, v.Reason)
	return nil
}

func step(t *testing.T, steps []budget.Step, key string) decimal.Decimal {
	t.Helper()
	for i := range steps {
		if steps[i].Key == key {
			return steps[i].Value
		}
	}
	t.Errorf("no step %s", key)
	return decimal.Zero
}

// The maxima printed in Rv art. 475da lid 1. A high income has them; without children the parts even add up to them by themselves,
// with (932.93 - 202.52) + (2,119/12 - 47) = 859.99 above 95 percent of the norm and so on.
func TestBeslagvrijeVoetAtTheMaximum(t *testing.T) {
	for _, c := range []struct {
		year, month int
		partner     bool
		child       bool
		want        string
	}{
		{2025, 1, false, false, "2071.24"}, {2025, 7, false, false, "2093.67"}, {2026, 1, false, false, "2191.42"}, {2026, 7, false, false, "2208.48"},
		{2025, 1, false, true, "2242.24"}, {2025, 7, false, true, "2264.67"}, {2026, 1, false, true, "2526.69"}, {2026, 7, false, true, "2543.75"},
		{2025, 1, true, false, "2739.03"}, {2025, 7, true, false, "2771.07"}, {2026, 1, true, false, "2881.41"}, {2026, 7, true, false, "2905.79"},
		{2025, 1, true, true, "2855.96"}, {2025, 7, true, true, "2888.00"}, {2026, 1, true, true, "3155.31"}, {2026, 7, true, true, "3179.68"},
	} {
		h := onWW(c.year, "14000")
		if c.partner {
			withPartner(h)
		}
		if c.child {
			withChild(h, 2018)
		}
		p := beslag(t, h, c.month)
		if !p.PerMonth.Equal(dec(c.want)) {
			t.Errorf("%+v: %s", c, p.PerMonth)
		}
		sum := step(t, p.Steps, "beslagvrijevoet.som")
		if !c.child && sum.Sub(dec(c.want)).Abs().GreaterThan(dec("0.01")) {
			t.Errorf("%+v: the parts are %s together", c, sum)
		}
	}
}

// Sums by hand.
func TestBeslagvrijeVoetByHand(t *testing.T) {
	bijstand := onWW(2026, "0")
	bijstand.Bijstand.Claims = true
	both := withPartner(onWW(2026, "0"))
	both.Bijstand.Claims = true
	for _, c := range []struct {
		name  string
		h     *budget.Household
		month int
		want  string
	}{
		// 30,000 a year: 0.95 x 1,401.50 = 1,331.425; (30,000 - 29,736) x 13.73% / 12 = 3.0206; (30,000 - 23,425) x 27% / 12 = 147.9375
		{"alone", onWW(2026, "2500"), 1, "1482.38"},
		// no huurtoeslag lost below 31,500; kindgebonden budget 264 x 7.6% / 12 = 1.672; 1,331.425 + 3.0206 + 1.672
		{"single parent", withChild(onWW(2026, "2500"), 2018), 1, "1336.12"},
		// 2025: 0.95 x 1,345.45 = 1,278.1775; (30,000 - 28,406) x 13.70% / 12 = 18.1982; 0.000000438698 x 900,000,000 +
		// 0.000446392665 x 30,000 - 238.01 = 394.8282 + 13.39178 - 238.01 = 170.20998
		{"alone in 2025", onWW(2025, "2500"), 1, "1466.59"},
		// 95 percent of 1,419.46: one twentieth, 70.97, can be taken
		{"bijstand", bijstand, 7, "1348.49"},
		// 95 percent of 2,027.79 is 1,926.40; the half that the partner has, 1,013.90, takes off at most half
		{"bijstand of a couple", both, 7, "963.20"},
	} {
		if p := beslag(t, c.h, c.month); !p.PerMonth.Equal(dec(c.want)) {
			t.Errorf("%s: %s, want %s: %v", c.name, p.PerMonth, c.want, p.Steps)
		}
	}
	if taken := beslag(t, bijstand, 7).Attachable(); !taken.Equal(dec("70.97")) {
		t.Errorf("%s of the bijstand can be taken", taken)
	}
}

// A partner's small income comes off as a whole, a good one for half of the amount (art. 475db).
func TestBeslagvrijeVoetOfPartners(t *testing.T) {
	earning := func(perMonth string) *budget.BeslagPeriod {
		h := withPartner(onWW(2026, "3500"))
		h.Adults[1].Benefits = []budget.Benefit{{Kind: budget.WW, GrossPerMonth: known(perMonth)}}
		return beslag(t, h, 1)
	}
	small := earning("200") // 2,400 a year: no tax
	if off := step(t, small.Steps, "beslagvrijevoet.partner"); !off.Equal(dec("200")) {
		t.Errorf("%s comes off for a partner with 200", off)
	}
	good := earning("3500")
	before := step(t, good.Steps, "beslagvrijevoet.som")
	if half := before.Div(dec("2")); good.PerMonth.Sub(half).Abs().GreaterThan(dec("0.01")) {
		t.Errorf("%s of %s is left beside a partner with the same income", good.PerMonth, before)
	}
}

func TestBeslagvrijeVoetThatCannotBeSaid(t *testing.T) {
	noAmount := onWW(2026, "0")
	noAmount.Adults[0].Benefits[0].GrossPerMonth = budget.Amount{}
	aow := onWW(2026, "2500")
	aow.Adults[0].Born.Year = 2026 - 67
	for _, c := range []struct {
		h      *budget.Household
		state  budget.State
		reason budget.Reason
	}{
		{onWW(2027, "2500"), budget.Unknown, budget.ReasonNoFigures},
		{noAmount, budget.Unknown, budget.ReasonBenefitUnknown},
		{aow, budget.Unknown, budget.ReasonAOWYear},
		{onWW(2026, "0"), budget.None, budget.ReasonNoIncome},
	} {
		v, err := engine(t).BeslagvrijeVoet(c.h, "")
		if err != nil || v.State != c.state || v.Reason != c.reason {
			t.Errorf("%+v, %v; want %s %s", v, err, c.state, c.reason)
		}
	}
	if _, err := engine(t).BeslagvrijeVoet(onWW(2026, "0"), "somebody"); err == nil {
		t.Error("a debtor who is not in the household")
	}
}

// Whatever the household: at least 5 percent can be taken, and nothing is below zero or above the maximum.
func TestBeslagvrijeVoetProperties(t *testing.T) {
	e := engine(t)
	seen := 0
	for seed := range uint64(400) {
		h := seeded(seed).household(2025, 2026)
		for _, a := range h.Adults {
			v, err := e.BeslagvrijeVoet(h, a.ID)
			if err != nil {
				t.Fatal(err)
			}
			for i := range v.Periods {
				p := &v.Periods[i]
				seen++
				most := p.Income.Mul(dec("0.95")).Round(2)
				if p.PerMonth.IsNegative() || p.PerMonth.GreaterThan(most) || p.PerMonth.GreaterThan(dec("3179.68")) {
					t.Errorf("seed %d: %s of an income of %s: %s", seed, p.PerMonth, p.Income, describe(h))
				}
			}
		}
	}
	if seen < 500 {
		t.Errorf("only %d periods seen", seen)
	}
}
