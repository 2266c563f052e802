package budget_test

import (
	"slices"
	"testing"

	"perspectief/budget"
)

func inMonth(year, month int) budget.YearMonth { return budget.YearMonth{Year: year, Month: month} }

func changeOf(o budget.Overgang, c budget.Component) string {
	for _, x := range o.Changes {
		if x.Component == c {
			return x.PerYear.String()
		}
	}
	return "0"
}

// What a birthday changes in a year of 2026, by hand. KGB 2026: 2,580 a child, 724 extra from 12, 964 from 16, 3,416 for a parent
// alone. Kinderbijslag: two quarters of each half-year.
func TestWhatABirthdayChanges(t *testing.T) {
	const kgb, kb, bijstand, zorg = budget.KindgebondenBudget, budget.Kinderbijslag, budget.Bijstand, budget.Zorgtoeslag
	e := engine(t)
	onBijstand := func(changes ...change) *budget.Household { return alone(2026, append(changes, rent("650"), claims)...) }
	for _, c := range []struct {
		name   string
		family *budget.Household
		month  budget.YearMonth
		want   map[budget.Component]string
	}{
		// 6: 2 x (358.30 - 295.07) + 2 x (362.35 - 298.40)
		{"turns 6", onBijstand(child(2021, 3)), inMonth(2027, 3), map[budget.Component]string{kgb: "0", kb: "254.36"}},
		// 12: 2 x (421.53 - 358.30) + 2 x (426.29 - 362.35)
		{"turns 12", onBijstand(child(2015, 5)), inMonth(2027, 5), map[budget.Component]string{kgb: "724", kb: "254.34"}},
		{"turns 16", onBijstand(child(2011, 5)), inMonth(2027, 5), map[budget.Component]string{kgb: "240", kb: "0"}},
		// 18, the only child: 2,580 + 964 + 3,416 and 2 x 421.53 + 2 x 426.29.
		{"turns 18", onBijstand(child(2009, 2)), inMonth(2027, 2), map[budget.Component]string{kgb: "-6960", kb: "-1695.64", bijstand: "0"}},
		// 18, with a sister of 10: the ouderkop stays.
		{"turns 18, one left", onBijstand(child(2009, 2), child(2017, 1)), inMonth(2027, 2), map[budget.Component]string{kgb: "-3544", kb: "-1695.64"}},
		// A son of 27 shares the costs: 6 x (1,401.50 - 1,001.07) + 6 x (1,419.46 - 1,013.90).
		{"son turns 27", onBijstand(resident(2000, 4, "0", "0")), inMonth(2027, 4), map[budget.Component]string{bijstand: "-4835.94"}},
		{"the month before changes nothing", onBijstand(resident(2000, 4, "0", "0")), inMonth(2027, 3), map[budget.Component]string{bijstand: "0"}},
		// The adult norm from 21: 6 x (1,401.50 - 345.99) + 6 x (1,419.46 - 350.42).
		{"turns 21", onBijstand(born(2006, 3)), inMonth(2027, 3), map[budget.Component]string{bijstand: "12747.30", zorg: "0"}},
	} {
		o, err := e.OvergangBij(c.family, c.month)
		if err != nil {
			t.Fatal(err)
		}
		for component, want := range c.want {
			if got := changeOf(o, component); !dec(got).Equal(dec(want)) {
				t.Errorf("%s: %s changes by %s, want %s", c.name, component, got, want)
			}
		}
	}
}

func TestTurnsOfLife(t *testing.T) {
	e := engine(t)
	single := alone(2026, child(2016, 3), rent("650"), wage("20000"))
	couple := alone(2026, partner, child(2016, 3), rent("650"), claims)
	for _, c := range []struct {
		name   string
		family *budget.Household
		turn   budget.Wending
		ok     bool
		change budget.Component
		want   string
	}{
		// KGB of a child alone 5,996; with a partner without income 2,580.
		{"a partner without income comes", single, budget.Wending{Kind: budget.PartnerKomt, Amount: known("0")}, true, budget.KindgebondenBudget, "-3416"},
		{"nothing is said without the income", single, budget.Wending{Kind: budget.PartnerKomt}, false, 0, ""},
		// The norm of a couple becomes that of one: 6 x (2,002.13 - 1,401.50) + 6 x (2,027.79 - 1,419.46).
		{"the partner leaves", couple, budget.Wending{Kind: budget.PartnerWeg, Kids: budget.KidsStayHere}, true, budget.Bijstand, "-7253.76"},
		{"the partner leaves, the child stays", couple, budget.Wending{Kind: budget.PartnerWeg, Kids: budget.KidsStayHere}, true, budget.KindgebondenBudget, "3416"},
		// With the child goes its KGB of a couple, and the kinderbijslag from 6 on: 2 x 358.30 + 2 x 362.35. The norm is the same.
		{"the child goes along", couple, budget.Wending{Kind: budget.PartnerWeg, Kids: budget.KidsGoAlong}, true, budget.KindgebondenBudget, "-2580"},
		{"the child goes along, quarterly", couple, budget.Wending{Kind: budget.PartnerWeg, Kids: budget.KidsGoAlong}, true, budget.Kinderbijslag, "-1441.30"},
		{"the child goes along, bijstand", couple, budget.Wending{Kind: budget.PartnerWeg, Kids: budget.KidsGoAlong}, true, budget.Bijstand, "-7253.76"},
		{"nothing is said before the children", couple, budget.Wending{Kind: budget.PartnerWeg}, false, 0, ""},
		{"nothing is said when they live with both", couple, budget.Wending{Kind: budget.PartnerWeg, Kids: budget.KidsShared}, false, 0, ""},
		{"ill, the job stops", single, budget.Wending{Kind: budget.Ziek, Amount: known("1166.67")}, true, budget.Loon, "-20000"},
		{"ill, with ZW", single, budget.Wending{Kind: budget.Ziek, Amount: known("1166.67")}, true, budget.Uitkering, "14000.04"},
		{"ill, nothing is said without the ZW", single, budget.Wending{Kind: budget.Ziek}, false, 0, ""},
		{"ill without a job", couple, budget.Wending{Kind: budget.Ziek, Amount: known("1000")}, false, 0, ""},
		{"the partner dies, no Anw", couple, budget.Wending{Kind: budget.PartnerOverlijdt}, true, budget.KindgebondenBudget, "3416"},
		{"nobody can leave", single, budget.Wending{Kind: budget.PartnerWeg}, false, 0, ""},
		{"the job ends", single, budget.Wending{Kind: budget.BaanStopt}, true, budget.Loon, "-20000"},
		{"the job ends, with WW", single, budget.Wending{Kind: budget.BaanStopt, Amount: known("1000")}, true, budget.Uitkering, "12000"},
		// A first child under 6: 2 x 295.07 + 2 x 298.40.
		{"a baby", alone(2026, rent("650"), claims), budget.Wending{Kind: budget.Baby}, true, budget.Kinderbijslag, "1186.94"},
		{"a baby brings the ouderkop", alone(2026, rent("650"), claims), budget.Wending{Kind: budget.Baby}, true, budget.KindgebondenBudget, "5996"},
		{"a housemate of 27 or older", alone(2026, rent("650"), claims), budget.Wending{Kind: budget.MedebewonerKomt, Amount: known("0")}, true, budget.Bijstand, "-4835.94"},
		{"the only child moves out", single, budget.Wending{Kind: budget.KindUitHuis, Who: "c1"}, true, budget.KindgebondenBudget, "-5996"},
		{"no exemption to end", single, budget.Wending{Kind: budget.VrijlatingStopt}, false, 0, ""},
	} {
		c.turn.Month = inMonth(2027, 3)
		before := describe(c.family)
		o, ok := e.OvergangNa(c.family, c.turn)
		if ok != c.ok {
			t.Errorf("%s: possible is %v", c.name, ok)
			continue
		}
		if got := changeOf(o, c.change); ok && !dec(got).Round(0).Equal(dec(c.want).Round(0)) {
			t.Errorf("%s: %s changes by %s, want %s", c.name, c.change, got, c.want)
		}
		if describe(c.family) != before {
			t.Errorf("%s: the household of the file changed", c.name)
		}
	}
}

// A move changes the rent and nothing else: from 650 to 200 there is no huurtoeslag left.
func TestMovingHouse(t *testing.T) {
	h := alone(2026, rent("650"), wage("20000"))
	o, ok := engine(t).OvergangNa(h, budget.Wending{Kind: budget.Verhuizing, Month: inMonth(2027, 1), Amount: known("200")})
	now := year(t, engine(t), h).Of(budget.Huurtoeslag).PerYear
	if !ok || len(o.Changes) != 1 || !o.Changes[0].PerYear.Equal(now.Neg()) || now.IsZero() {
		t.Errorf("%+v", o)
	}
}

// The timeline: each month once, with its events, and a turn of life from its month on.
func TestLookingAhead(t *testing.T) {
	h := alone(2026, child(2015, 5), child(2009, 2), rent("650"), hourly("16", "15"), claims)
	h.Bijstand.Exemption = budget.Exemption{Kind: budget.GeneralExemption, Months: 12}
	turn := budget.Wending{Kind: budget.BaanStopt, Month: inMonth(2027, 4)}
	ahead, err := engine(t).Vooruit(h, inMonth(2026, 11), 14, []budget.Wending{turn})
	if err != nil {
		t.Fatal(err)
	}
	if len(ahead) != 14 || ahead[0].Month != inMonth(2026, 11) || ahead[13].Month != inMonth(2027, 12) {
		t.Fatalf("%d months from %s to %s", len(ahead), ahead[0].Month, ahead[len(ahead)-1].Month)
	}
	ids := func(m budget.YearMonth) (all []string) {
		for _, a := range ahead {
			if a.Month == m {
				for i := range a.Events {
					all = append(all, a.Events[i].ID()[3:])
				}
			}
		}
		return all
	}
	for m, want := range map[budget.YearMonth]string{inMonth(2026, 12): budget.EventClaimsOfLastYear, inMonth(2027, 1): budget.EventJanuary,
		inMonth(2027, 2): "kind_wordt_18.c2", inMonth(2027, 5): "kind_wordt_12.c1", inMonth(2027, 6): budget.EventHolidayBijstand, inMonth(2027, 7): budget.EventJuly} {
		if got := ids(m); !slices.Contains(got, want) {
			t.Errorf("%s: %v, want %s", m, got, want)
		}
	}
	for _, a := range ahead {
		before, known := a.Before.Get()
		after, knownAfter := a.After.Get()
		if !known || !knownAfter {
			t.Fatalf("%s: not known", a.Month)
		}
		if started := !(a.Month.Year == 2026 || a.Month.Month < 4); before.Equal(after) == started {
			t.Errorf("%s: %s before, %s after", a.Month, before, after)
		}
		if (len(a.Wendingen) == 1) != (a.Month == turn.Month) {
			t.Errorf("%s: turns %v", a.Month, a.Wendingen)
		}
	}
	// The KGB of the child of 18 stops after February: the sum of its part and nothing else in March, besides the kinderbijslag.
	if fall := ahead[3].Before.Or(dec("0")).Sub(ahead[4].Before.Or(dec("0"))); !fall.Equal(dec("296")) && !fall.Equal(dec("295")) {
		t.Errorf("from February to March %s less, want 3,544 / 12 in whole euros", fall)
	}
}

// Birthdays of 12, 16 and 18 within a year are always named (P9, C22), whoever else lives there.
func TestGreatBirthdaysAreAlwaysNamed(t *testing.T) {
	everyHousehold(t, 400, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		from := inMonth(h.Year, 11)
		got, err := e.GroteVerjaardagen(h, from, 12)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range h.Children {
			for _, age := range []int{12, 16, 18} {
				at := c.Born.Year + age
				within := at == from.Year && c.Born.Month >= 11 || at == from.Year+1 && c.Born.Month < 11
				named := slices.ContainsFunc(got, func(g budget.GroteVerjaardag) bool { return g.Child == c.ID && g.Age == age })
				if within != named {
					t.Errorf("%s born %s turns %d: named is %v", c.ID, c.Born, age, named)
				}
			}
		}
		if _, err := e.Vooruit(h, from, 14, nil); err != nil {
			t.Error(err)
		}
	})
}
