package rules

import (
	"testing"

	"github.com/shopspring/decimal"
)

// The law derives many amounts from others, but no single rounding gives all published figures. So the published figure is
// stored, and these tests hold it against the derivation. A slip of a digit in the data fails here.

func within(t *testing.T, what string, got, want decimal.Decimal, margin string) {
	t.Helper()
	if got.Sub(want).Abs().GreaterThan(number(margin)) {
		t.Errorf("%s: %s, derived %s", what, got, want)
	}
}

// Wzt art. 1 lid 1 onder f: 108 percent of twelve times the minimum monthly wage of January (Stcrt. 2024, 33625: 2,191.80;
// Stcrt. 2025, 34131: 2,294.40). Wet IB 2001 art. 8.10 and Wkgb art. 2 lid 7 use the same amount, the bill for 2027 too.
func TestDrempelinkomen(t *testing.T) {
	sets := load(t)
	for year, wage := range map[int]string{2025: "2191.80", 2026: "2294.40"} {
		derived := number(wage).Mul(number("12")).Mul(number("1.08"))
		within(t, "drempelinkomen", sets[year].Toeslagen.Drempelinkomen.Value, derived, "1")
		within(t, "algemene heffingskorting", sets[year].Heffingskortingen.Algemeen.Vanaf.Value, derived, "1")
	}
	for year, s := range sets {
		drempel := s.Toeslagen.Drempelinkomen.Value
		for what, p := range map[string]Param{
			"algemene heffingskorting":              s.Heffingskortingen.Algemeen.Vanaf,
			"algemene heffingskorting at AOW age":   s.Heffingskortingen.AlgemeenAOW.Vanaf,
			"kindgebonden budget without a partner": s.KindgebondenBudget.Afbouwpunt.Alleen,
		} {
			if !p.Value.Equal(drempel) {
				t.Errorf("%d: %s begins to shrink at %s, drempelinkomen %s", year, what, p.Value, drempel)
			}
		}
	}
}

// Wkgb art. 2 lid 8: the point of partners is that of a single parent plus a step.
func TestKindgebondenBudgetPartners(t *testing.T) {
	sets := load(t)
	for year, step := range map[int]string{2025: "9139", 2026: "9405", 2027: "9650"} {
		k := sets[year].KindgebondenBudget
		within(t, "step", k.Afbouwpunt.Partner.Value, k.Afbouwpunt.Alleen.Value.Add(number(step)), "0")
	}
}

// Dienst Toeslagen publishes the highest award a year, in whole euros: standaardpremie less the norm at the drempelinkomen.
func TestHighestZorgtoeslag(t *testing.T) {
	sets := load(t)
	for _, c := range []struct {
		year            int
		single, partner string
	}{{2025, "1573", "3010"}, {2026, "1550", "2963"}} {
		z, drempel := sets[c.year].Zorgtoeslag, sets[c.year].Toeslagen.Drempelinkomen.Value
		premie := z.Standaardpremie.Value
		within(t, "single", premie.Sub(z.PercentageDrempel.Alleen.Value.Mul(drempel)).Round(0), number(c.single), "0")
		within(t, "partners", premie.Add(premie).Sub(z.PercentageDrempel.Partner.Value.Mul(drempel)).Round(0), number(c.partner), "0")
	}
}

// Rekenvoorschriften loonheffingen, symbols c2 and c3: tax and premiums at the ends of the brackets, each rounded down.
func TestTaxAtTheEndsOfTheBrackets(t *testing.T) {
	sets := load(t)
	for _, c := range []struct {
		year                             int
		one, two, aow1, aow2, old1, old2 string
	}{
		{2025, "13769", "28152", "6888", "21271", "7257", "20867"},
		{2026, "13900", "28752", "6940", "21792", "7340", "21351"},
		{2027, "14219", "29169", "7193", "22143", "7632", "21670"},
	} {
		ib := sets[c.year].Inkomstenbelasting
		end := func(what string, limit, rate Param, one, two string) {
			first := limit.Value.Mul(rate.Value).Floor()
			second := ib.Schijfgrens2.Value.Sub(limit.Value).Mul(ib.Tarief2.Value).Floor()
			within(t, what+", first bracket", first, number(one), "0")
			within(t, what+", second bracket", first.Add(second), number(two), "0")
		}
		end("below AOW age", ib.Schijfgrens1, ib.Tarief1, c.one, c.two)
		end("AOW age", ib.Schijfgrens1, ib.Tarief1AOW, c.aow1, c.aow2)
		end("born before 1946", ib.Schijfgrens1Voor1946, ib.Tarief1AOW, c.old1, c.old2)
	}
}

// Wet IB 2001 art. 2.10 lid 2: the correction takes a deduction in the highest bracket back to the rate of the second.
func TestTariefsaanpassing(t *testing.T) {
	for year, s := range load(t) {
		ib := s.Inkomstenbelasting
		if ib.Tariefsaanpassing.Known() {
			within(t, "tariefsaanpassing", ib.Tariefsaanpassing.Value, ib.Tarief3.Value.Sub(ib.Tarief2.Value), "0")
		} else if year < 2027 {
			t.Errorf("%d: no tariefsaanpassing", year)
		}
	}
}

// Wet IB 2001 art. 8.11: each part ends at the published maximum within a euro, and the credit is nil where the last maximum
// has shrunk away.
func TestArbeidskorting(t *testing.T) {
	for _, s := range load(t) {
		for _, k := range []Arbeidskorting{s.Heffingskortingen.Arbeid, s.Heffingskortingen.ArbeidAOW} {
			rows := k.Segmenten.Rows
			base := decimal.Zero
			for i, row := range rows {
				if i+1 < len(rows) {
					end := base.Add(rows[i+1][0].Sub(row[0]).Mul(row[1]))
					within(t, k.Segmenten.Key, row[2], end, "1")
				}
				base = row[2]
			}
			last := rows[len(rows)-1][2]
			if last.LessThan(rows[1][2]) {
				t.Errorf("%s: maximum falls", k.Segmenten.Key)
			}
			// Above AOW age the law keeps the end point of the younger group.
			if k.NihilVanaf.Key == s.Heffingskortingen.Arbeid.NihilVanaf.Key {
				within(t, k.NihilVanaf.Key, k.NihilVanaf.Value, k.Vanaf.Value.Add(last.Div(k.Percentage.Value)), "1")
			}
			within(t, k.NihilVanaf.Key, k.NihilVanaf.Value, s.Heffingskortingen.Arbeid.NihilVanaf.Value, "0")
		}
	}
}

// Besluit minimumjeugdloonregeling: percentages of the adult wage for 20 to 15 years, half up to the cent.
func TestYouthWages(t *testing.T) {
	sets := load(t)
	for _, year := range []int{2025, 2026} {
		w := sets[year].Minimumloon
		for month := 1; month <= 7; month += 6 {
			for _, c := range []struct {
				percent string
				wage    *Halves
			}{{"0.80", &w.Uur20}, {"0.60", &w.Uur19}, {"0.50", &w.Uur18}, {"0.395", &w.Uur17}, {"0.345", &w.Uur16}, {"0.30", &w.Uur15}} {
				p := c.wage.In(month)
				within(t, p.Key, p.Value, w.Uur.In(month).Value.Mul(number(c.percent)).Round(2), "0")
			}
		}
	}
}

// AKW art. 12: 70, 85 and 100 percent of the basic amount, half up to the cent.
func TestKinderbijslag(t *testing.T) {
	sets := load(t)
	for _, c := range []struct {
		year, month int
		basic       string
	}{{2025, 1, "409.21"}, {2025, 7, "416.41"}, {2026, 1, "421.53"}, {2026, 7, "426.29"}} {
		k := sets[c.year].Kinderbijslag
		within(t, "6 to 11", k.Kwartaal6.In(c.month).Value, number(c.basic).Mul(number("0.85")).Round(2), "0")
		within(t, "0 to 5", k.Kwartaal0.In(c.month).Value, number(c.basic).Mul(number("0.70")).Round(2), "0")
		within(t, "12 to 17", k.Kwartaal12.In(c.month).Value, number(c.basic), "0")
	}
}

// Wht art. 16 and 17, Wet verlaging eigen bijdrage huurtoeslag art. 1: normhuur less two reductions. 2025: 238.01 - 1.82 - 37.14
// = 199.05 and 238.01 - 3.63 - 37.14 = 197.24, as published; 2026 as in the brochure of Dienst Toeslagen.
func TestBasishuur(t *testing.T) {
	sets := load(t)
	lowest := func(s *Set, meer bool) decimal.Decimal {
		h := s.Huurtoeslag
		return h.NormhuurMinimum.Value.Sub(h.NormhuurVermindering.For(meer).Value).Sub(h.VerlagingBasishuur.Value)
	}
	for meer, want := range map[bool]string{false: "199.05", true: "197.24"} {
		within(t, "2025", lowest(sets[2025], meer), number(want), "0")
	}
	for _, meer := range []bool{false, true} {
		within(t, "2026", sets[2026].Huurtoeslag.Basishuur.For(meer).Value, lowest(sets[2026], meer), "0")
	}
}

// Wht art. 17 to 19, text of 1 January 2025: with q = normhuur / income at the minimum point and at the reference point (incomes
// 32,625 and 42,475; normhuur 483.78 less 2.27 and 4.54), a is the slope of q and b = q - a x income.
func TestFactors2025(t *testing.T) {
	h := load(t)[2025].Huurtoeslag
	for _, c := range []struct {
		meer         bool
		income, rent string
	}{{false, "32625", "481.51"}, {true, "42475", "479.24"}} {
		low := h.MinimumInkomensijkpunt.For(c.meer).Value
		q := h.NormhuurMinimum.Value.Sub(h.NormhuurVermindering.For(c.meer).Value).DivRound(low, 30)
		reference := number(c.rent).DivRound(number(c.income), 30)
		a := reference.Sub(q).DivRound(number(c.income).Sub(low), 30)
		within(t, "factor a", h.FactorA.For(c.meer).Value, a.Round(12), "0.000000000001")
		within(t, "factor b", h.FactorB.For(c.meer).Value, q.Sub(a.Mul(low)).Round(12), "0.000000000001")
	}
}

// Joint limits are twice the limit of one person: Awir art. 7 lid 3 and 4, Participatiewet art. 34 lid 3.
func TestDoubleLimits(t *testing.T) {
	two := number("2")
	sets := load(t)
	for _, year := range []int{2025, 2026} {
		h, b := sets[year].Huurtoeslag, sets[year].Bijstand
		within(t, "huurtoeslag", h.Vermogensgrens.Partner.Value, h.Vermogensgrens.Alleen.Value.Mul(two), "0")
		within(t, "bijstand, couple", b.Vermogensgrens.Gehuwd.Value, b.Vermogensgrens.Alleenstaand.Value.Mul(two), "0")
		within(t, "bijstand, parent", b.Vermogensgrens.AlleenstaandeOuder.Value, b.Vermogensgrens.Alleenstaand.Value.Mul(two), "0")
		within(t, "pension", b.PensioenVrij.Partner.Value, b.PensioenVrij.Alleen.Value.Mul(two), "0")
	}
}

// halfYears are the dates on which the norms of the bijstand change.
func halfYears(t *testing.T, check func(year, month int, s *Set)) {
	sets := load(t)
	for _, year := range []int{2025, 2026} {
		check(year, 1, sets[year])
		check(year, 7, sets[year])
	}
}

// Participatiewet art. 20 to 22a: how the norms hang together.
func TestBijstandNorms(t *testing.T) {
	halfYears(t, func(_, month int, s *Set) {
		v := func(h *Halves) decimal.Decimal { return h.In(month).Value }
		n := &s.Bijstand.Norm
		half := v(&n.Gehuwd).Mul(number("0.5"))
		within(t, "single is 70 percent", v(&n.Alleenstaand), v(&n.Gehuwd).Mul(number("0.7")), "0.01")
		within(t, "two of 18 to 20", v(&n.BeidenJong), v(&n.Jong).Mul(number("2")), "0")
		within(t, "parent of 18 to 20", v(&n.JongOuder), v(&n.Jong), "0")
		within(t, "one of 18 to 20", v(&n.EenJong), v(&n.Jong).Add(half), "0.01")
		within(t, "young partner", v(&n.KostendelerJong), v(&n.Jong), "0")
		within(t, "young partner with children", v(&n.KostendelerJongKinderen), v(&n.BeidenJongKinderen).Sub(v(&n.Jong)), "0")
		within(t, "one of 18 to 20 with children", v(&n.EenJongKinderen), v(&n.KostendelerJongKinderen).Add(half), "0.01")
	})
}

// Participatiewet art. 22a: amounts per person in the tables that municipalities publish (Venray, bbsuo.nl) for 2 to 6 people.
func TestKostendelersnorm(t *testing.T) {
	published := map[[2]int][]string{
		{2025, 1}: {"961.04", "832.90", "768.83", "730.39", "704.76"},
		{2025, 7}: {"977.90", "847.51", "782.32", "743.20", "717.13"},
		{2026, 1}: {"1001.07", "867.59", "800.85", "760.81", "734.11"},
		{2026, 7}: {"1013.90", "878.71", "811.12", "770.56", "743.52"},
	}
	halfYears(t, func(year, month int, s *Set) {
		b := &s.Bijstand
		for i, want := range published[[2]int{year, month}] {
			people := decimal.NewFromInt(int64(i + 2))
			share := b.KostendelerBasis.Value.Add(people.Mul(b.KostendelerPerPersoon.Value))
			within(t, "people "+people.String(), share.Mul(b.Norm.Gehuwd.In(month).Value).DivRound(people, 8).Round(2), number(want), "0")
		}
	})
}

// Rv art. 475da: the maximum is 95 percent of the norm plus a part that stays the same within a calendar year.
func TestBeslagvrijeVoet(t *testing.T) {
	sets := load(t)
	for _, year := range []int{2025, 2026} {
		v, n := sets[year].BeslagvrijeVoet, sets[year].Bijstand.Norm
		rise := func(h Halves) decimal.Decimal { return h.Juli.Value.Sub(h.Januari.Value) }
		single, couple := rise(n.Alleenstaand).Mul(v.NormAandeel.Value), rise(n.Gehuwd).Mul(v.NormAandeel.Value)
		within(t, "single", rise(v.Alleenstaand), single, "0.02")
		within(t, "single parent", rise(v.AlleenstaandeOuder), single, "0.02")
		within(t, "couple", rise(v.Gehuwd), couple, "0.02")
		within(t, "couple with children", rise(v.GehuwdKinderen), couple, "0.02")
	}
}

// Zvw art. 43: the cap is the maximum premium wage, 261 days of the maximum day wage (290.67 in January 2025, 304.25 in January
// 2026), rounded down.
func TestZvwCap(t *testing.T) {
	sets := load(t)
	for year, wage := range map[int]string{2025: "290.67", 2026: "304.25"} {
		within(t, "cap", sets[year].Zvw.MaximumInkomen.Value, number(wage).Mul(number("261")).Floor(), "0")
	}
}

// Besluit kinderopvangtoeslag, annex I: incomes without holes; a higher income or being the first child never gives more. The
// floors are published: 33.3 and 67.1 (2025), 36.5 and 68.2 (2026).
func TestKinderopvangTable(t *testing.T) {
	sets := load(t)
	for year, floor := range map[int][2]string{2025: {"0.333", "0.671"}, 2026: {"0.365", "0.682"}} {
		rows := sets[year].Kinderopvangtoeslag.Tabel.Rows
		for i, row := range rows {
			if row[2].GreaterThan(row[3]) {
				t.Errorf("%d row %d: first child gets more than the next", year, i)
			}
			if i == 0 {
				continue
			}
			before := rows[i-1]
			if !row[0].Equal(before[1].Add(number("1"))) || row[2].GreaterThan(before[2]) || row[3].GreaterThan(before[3]) {
				t.Errorf("%d row %d: does not follow on the row before", year, i)
			}
		}
		last := rows[len(rows)-1]
		if !last[1].Equal(OpenEnd) {
			t.Errorf("%d: ends at %s", year, last[1])
		}
		within(t, "first child", last[2], number(floor[0]), "0")
		within(t, "next child", last[3], number(floor[1]), "0")
	}
}

// The 2026 white table for special pay joins the marginal rates of the year: 35.75 - 8.324 = 27.43 at the first step, and 49.5
// above the last. Rows begin one euro above the published limits.
func TestBijzonderTarief(t *testing.T) {
	sets := load(t)
	for _, year := range []int{2026, 2027} {
		s := sets[year]
		rows, ib := s.Loonheffing.BijzonderWit.Rows, s.Inkomstenbelasting
		within(t, "first step", rows[1][1], ib.Tarief1.Value.Sub(s.Heffingskortingen.Arbeid.Segmenten.Rows[0][1]).Round(4), "0.0001")
		within(t, "highest", rows[len(rows)-1][1], ib.Tarief3.Value, "0")
		starts := map[string]bool{}
		for _, row := range rows {
			starts[row[0].String()] = true
		}
		for _, limit := range []Param{ib.Schijfgrens1, ib.Schijfgrens1Voor1946, ib.Schijfgrens2, s.Heffingskortingen.Algemeen.Vanaf, s.Heffingskortingen.Arbeid.Vanaf} {
			if above := limit.Value.Add(number("1")); !starts[above.String()] {
				t.Errorf("%d: no row from %s", year, above)
			}
		}
	}
}

// Average spending in 2026, euro a month, as derived from CBS: survey of 2020 x price index of the division to 2025 x index to the
// first five months of 2026, rounded to ten cents. Expected: worked out separately from the CBS tables.
func TestReferentiebudgetAverages(t *testing.T) {
	figures := load(t)[2026].Referentiebudget
	for _, c := range []struct{ division, index, one, two string }{
		{"01", "01", "301.3", "526.5"}, {"03", "03", "72.1", "132.3"}, {"04.4", "04", "91.6", "116.6"},
		{"04.5", "energie", "152.2", "220.5"}, {"05", "05", "125.7", "242.9"}, {"05.6.1", "05", "14.0", "22.1"},
		{"07.3", "07", "20.4", "24.2"}, {"08.3", "08", "68.2", "89.3"}, {"09", "09", "183.9", "337.1"},
		{"09.3.4", "09", "14.8", "23.3"}, {"09.3.5", "09", "2.5", "3.8"}, {"12.1", "00", "45.5", "79.9"},
		{"12.5", "12", "79.4", "150.7"}, {"12.6", "12", "15.9", "20.9"},
	} {
		for size, want := range map[string]string{"1p": c.one, "2p": c.two} {
			base := figures["cbs.bo2020."+c.division+"."+size]
			got := base.Value.Mul(figures["cpi.factor.2020.2025."+c.index].Value).Mul(figures["cpi.factor.2025.2026h1"].Value).
				DivRound(number("12"), 8).Round(1)
			within(t, base.Key, got, number(want), "0")
			if base.Household == "" {
				t.Errorf("%s: no kind of household", base.Key)
			}
		}
	}
}

func TestReferentiebudgetIsInForce(t *testing.T) {
	sets := load(t)
	index := sets[2025].Referentiebudget
	within(t, "2020 to 2025", index["cpi.factor.2020.2025.00"].Value, index["cpi.total.year.2025"].Value.Div(index["cpi.total.year.2020"].Value).Round(3), "0")
	if index["cpi.factor.2025.2026h1"] != nil {
		t.Error("the index of 2026 is in force in 2025")
	}
	for year, want := range map[int]string{2025: "385", 2026: "385", 2027: "400"} {
		within(t, "eigen risico", sets[year].Referentiebudget["health.deductible"].Value, number(want), "0")
	}
}

// The line of CBS, SCP and Nibud stands in two files, once per use; both must say the same.
func TestPovertyLineAgrees(t *testing.T) {
	s := load(t)[2026]
	a, r := s.Armoedegrenzen, s.Referentiebudget
	within(t, "couple, two children", a.PaarTweeKinderen2023.Value, r["mvb.povertyline.2023.couple2young"].Value, "0")
	within(t, "couple, two teenagers", a.PaarTweeTieners2023.Value, r["mvb.povertyline.2023.couple2teen"].Value, "0")
	within(t, "parent, two teenagers", a.OuderTweeTieners2023.Value, r["mvb.povertyline.2023.lone2teen"].Value, "0")
	// 1,510 less 590 rent and 145 energy
	within(t, "without rent and energy", r["mvb.povertyline.2023.single.rest"].Value, a.Alleenstaand2023.Value.Sub(number("735")), "0")
	within(t, "second adult", r["mvb.povertyline.2023.partnerextra"].Value, a.PaarTweeTieners2023.Value.Sub(a.OuderTweeTieners2023.Value), "0")
	within(t, "teenager", r["mvb.povertyline.2023.teenextra"].Value.Mul(number("2")), a.PaarTweeTieners2023.Value.Sub(a.PaarTweeKinderen2023.Value), "0")
}

// Wet IB 2001 art. 8.10 lid 2: since 2025 the general credit is used up exactly at the end of the second bracket. The published
// percentage has three decimals.
func TestAlgemeneHeffingskortingEndsAtTheSecondBracket(t *testing.T) {
	for _, s := range load(t) {
		end := s.Inkomstenbelasting.Schijfgrens2.Value
		for _, k := range []AfbouwKorting{s.Heffingskortingen.Algemeen, s.Heffingskortingen.AlgemeenAOW} {
			within(t, k.Percentage.Key, k.Percentage.Value, k.Maximum.Value.DivRound(end.Sub(k.Vanaf.Value), 8), "0.00005")
		}
	}
}

// Wet IB 2001 art. 8.7: at AOW age a credit is the part of the tax rate without AOW premium, within the rounding of its parts.
func TestCreditsAtAOWAge(t *testing.T) {
	for _, s := range load(t) {
		ib, k := s.Inkomstenbelasting, s.Heffingskortingen
		part := ib.Tarief1AOW.Value.Div(ib.Tarief1.Value)
		within(t, "algemene heffingskorting", k.AlgemeenAOW.Maximum.Value, k.Algemeen.Maximum.Value.Mul(part), "3")
		within(t, "arbeidskorting, phase-out", k.ArbeidAOW.Percentage.Value, k.Arbeid.Percentage.Value.Mul(part), "0.0001")
		within(t, "arbeidskorting, from", k.ArbeidAOW.Vanaf.Value, k.Arbeid.Vanaf.Value, "0")
		for i, row := range k.Arbeid.Segmenten.Rows {
			aow := k.ArbeidAOW.Segmenten.Rows[i]
			within(t, "arbeidskorting, start", aow[0], row[0], "0")
			within(t, "arbeidskorting, percentage", aow[1], row[1].Mul(part), "0.0001")
			within(t, "arbeidskorting, maximum", aow[2], row[2].Mul(part), "3")
		}
		if c := k.CombinatieAOW; c.Maximum.Known() {
			within(t, "combinatiekorting, percentage", c.Percentage.Value, k.Combinatie.Percentage.Value.Mul(part), "0.0001")
			within(t, "combinatiekorting, maximum", c.Maximum.Value, k.Combinatie.Maximum.Value.Mul(part), "3")
		}
	}
}

// Amounts that the law adjusts with one index move together. From 2025 to 2026 the index of the wealth limits and of the amounts
// of the kindgebonden budget was 1.029 (Awir art. 7, Wkgb art. 2); the bill for 2027 adjusts the tax credits by 1.01248.
func TestIndexation(t *testing.T) {
	sets := load(t)
	before, now, next := sets[2025], sets[2026], sets[2027]
	pairs := func(index string, list ...[2]Param) {
		for _, p := range list {
			within(t, p[1].Key, p[1].Value, p[0].Value.Mul(number(index)), "1")
		}
	}
	pairs("1.029",
		[2]Param{before.Zorgtoeslag.Vermogensgrens.Alleen, now.Zorgtoeslag.Vermogensgrens.Alleen},
		[2]Param{before.Zorgtoeslag.Vermogensgrens.Partner, now.Zorgtoeslag.Vermogensgrens.Partner},
		[2]Param{before.KindgebondenBudget.Vermogensgrens.Alleen, now.KindgebondenBudget.Vermogensgrens.Alleen},
		[2]Param{before.KindgebondenBudget.Vermogensgrens.Partner, now.KindgebondenBudget.Vermogensgrens.Partner},
		[2]Param{before.KindgebondenBudget.Extra12, now.KindgebondenBudget.Extra12},
		[2]Param{before.KindgebondenBudget.Extra16, now.KindgebondenBudget.Extra16},
		[2]Param{before.Huurtoeslag.Vermogensgrens.Alleen, now.Huurtoeslag.Vermogensgrens.Alleen},
		[2]Param{before.Huurtoeslag.KindInkomensvrijstelling, now.Huurtoeslag.KindInkomensvrijstelling},
		[2]Param{before.Inkomstenbelasting.Box3Heffingsvrij, now.Inkomstenbelasting.Box3Heffingsvrij},
	)
	pairs("1.01248",
		[2]Param{now.Inkomstenbelasting.Box3Heffingsvrij, next.Inkomstenbelasting.Box3Heffingsvrij},
		[2]Param{now.Inkomstenbelasting.Schijfgrens1Voor1946, next.Inkomstenbelasting.Schijfgrens1Voor1946},
		[2]Param{now.Heffingskortingen.Combinatie.Drempel, next.Heffingskortingen.Combinatie.Drempel},
		[2]Param{now.Heffingskortingen.Ouderen.Vanaf, next.Heffingskortingen.Ouderen.Vanaf},
		[2]Param{now.Heffingskortingen.AlleenstaandeOuderen, next.Heffingskortingen.AlleenstaandeOuderen},
		[2]Param{now.Heffingskortingen.Jonggehandicapten, next.Heffingskortingen.Jonggehandicapten},
	)
}

// Wht art. 27: the limits of the rent rose by 4.40 percent in 2026, the highest rent by 3.65 percent. Besluit kinderopvangtoeslag
// art. 4: the hourly prices rose by 4.84 percent, and by 3.3 percent in the figures announced for 2027.
func TestIndexationOfRentAndCare(t *testing.T) {
	sets := load(t)
	rose := func(from, to Param, index, margin string) {
		within(t, to.Key, to.Value.DivRound(from.Value, 6), number(index), margin)
	}
	h, next := sets[2025].Huurtoeslag, sets[2026].Huurtoeslag
	rose(h.Kwaliteitskortingsgrens, next.Kwaliteitskortingsgrens, "1.0440", "0.0001")
	rose(h.HuurgrensJongeren, next.HuurgrensJongeren, "1.0440", "0.0001")
	rose(h.Aftoppingsgrens.TotTwee, next.Aftoppingsgrens.TotTwee, "1.0440", "0.0001")
	rose(h.Aftoppingsgrens.VanafDrie, next.Aftoppingsgrens.VanafDrie, "1.0440", "0.0001")
	rose(h.Huurgrens, next.Huurgrens, "1.0365", "0.0001")
	for year, c := range map[int]struct{ index, margin string }{2025: {"1.0484", "0.0005"}, 2026: {"1.0330", "0.0005"}} {
		o, n := sets[year].Kinderopvangtoeslag, sets[year+1].Kinderopvangtoeslag
		rose(o.MaxDagopvang, n.MaxDagopvang, c.index, c.margin)
		rose(o.MaxBSO, n.MaxBSO, c.index, c.margin)
		rose(o.MaxGastouder, n.MaxGastouder, c.index, c.margin)
	}
}

// The schemes that share a wealth limit by law stay equal in the years in which both are published: Wzt art. 3, Wkgb art. 1 lid 4.
func TestSharedWealthLimit(t *testing.T) {
	sets := load(t)
	for _, year := range []int{2025, 2026} {
		z, k := sets[year].Zorgtoeslag.Vermogensgrens, sets[year].KindgebondenBudget.Vermogensgrens
		within(t, "alone", k.Alleen.Value, z.Alleen.Value, "0")
		within(t, "partners", k.Partner.Value, z.Partner.Value, "0")
	}
}
