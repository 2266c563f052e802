package budget_test

import (
	"slices"
	"testing"
	"time"

	"perspectief/budget"
)

var november = time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)

// rights are those of a household by their keys.
func rights(tb testing.TB, e *budget.Engine, h *budget.Household, own *budget.OwnBudget) map[string]budget.Recht {
	tb.Helper()
	if faults := h.Validate(); len(faults) > 0 {
		tb.Fatal(faults)
	}
	check, err := e.Rechten(h, budget.RechtenOptions{Today: november, Own: own})
	if err != nil {
		tb.Fatal(err)
	}
	all := map[string]budget.Recht{}
	for _, r := range check.All {
		if _, twice := all[r.Key()]; twice {
			tb.Errorf("%s stands twice", r.Key())
		}
		all[r.Key()] = r
	}
	return all
}

func signal(id, answer string) change {
	return func(h *budget.Household) { h.SetSignal(id, answer) }
}

// pupil is a single parent of 2026 with a child of 10 and a wage that bears no tax, so that the net income is the wage. The norm of
// the year is 6 x 1,401.50 + 6 x 1,419.46 = 16,925.76; 120 percent of it is 20,310.91 and 150 percent 25,388.64.
func pupil(perYear string, changes ...change) *budget.Household {
	return alone(2026, append([]change{child(2016, 3), rent("650"), wage(perYear)}, changes...)...)
}

// Every state of every right, with the reason worked out by hand.
func TestStatesOfRights(t *testing.T) {
	wia := func(perMonth string) change {
		return func(h *budget.Household) {
			h.Adults[0].Benefits = []budget.Benefit{{Kind: budget.WIA, GrossPerMonth: known(perMonth)}}
			h.Adults[0].Jobs = nil
		}
	}
	unknownWage := func(h *budget.Household) { h.Adults[0].Jobs[0].HourlyWage = budget.Amount{} }
	unknownWealth := func(h *budget.Household) { h.Adults[0].Wealth = budget.Amount{} }
	paysElsewhere := func(h *budget.Household) { h.Children[0].Kinderbijslag = false }
	noCredit := func(h *budget.Household) { h.Adults[0].Jobs[0].PayrollCredit = false }
	grown := func(income string) change {
		return func(h *budget.Household) {
			resident(2006, 3, income, "0")(h)
			h.OtherResidents[0].Relation = budget.RelationChild
		}
	}
	e := engine(t)
	const (
		yes, maybe, no, unknown = budget.RechtJa, budget.RechtMisschien, budget.RechtNee, budget.RechtOnbekend
	)
	for _, c := range []struct {
		key     string
		family  *budget.Household
		state   budget.RechtState
		why     budget.Reason
		perYear string // "" when there is no amount
		because string
	}{
		{"zorgtoeslag", pupil("20000"), yes, "", "1550", "below the drempelinkomen of 29,736: the maximum of 2026"},
		{"zorgtoeslag", pupil("20000", wealth("150000")), no, budget.ReasonWealthTooHigh, "", "wealth above 146,011"},
		{"zorgtoeslag", pupil("20000", unknownWage), unknown, budget.ReasonWageUnknown, "", "no wage filled in"},
		{"zorgtoeslag", pupil("20000", signal("niet_verzekerd", "ja")), unknown, "signaal_niet_verzekerd", "", "said not to be insured"},
		{"huurtoeslag", pupil("20000", rent("200")), no, budget.ReasonRentTooLow, "", "below the basishuur"},
		{"kinderbijslag", pupil("20000"), yes, "", "1441.30", "2 x 358.30 + 2 x 362.35"},
		{"kinderbijslag", pupil("20000", paysElsewhere), no, budget.ReasonNoChildren, "", "paid to somebody else"},
		{"kinderbijslag_extra.c1", pupil("20000"), maybe, "veel_zorg", "1441.30", "double amount, so once more"},
		{"kindgebonden_budget", pupil("20000"), yes, "", "5996", "2,580 for the child and 3,416 for the parent alone"},
		{"ouderkop", pupil("20000"), yes, "zit_in_kindgebonden_budget", "3416", "alone with a child"},
		{"kinderopvangtoeslag", pupil("20000"), no, budget.ReasonNoCare, "", "no childcare in the file"},
		{"bijstand", pupil("12000"), maybe, "onder_norm", "4925.76", "16,925.76 - 12,000; no toeslag changes below the limits"},
		{"bijstand", pupil("20000"), no, budget.ReasonIncomeTooHigh, "", "above the norm"},
		{"bijstand", pupil("12000", claims), yes, "", "4925.76", "claims it"},
		{"inkomenstoeslag", pupil("20310.90"), maybe, "lang_laag_inkomen", "", "below 120 percent"},
		{"inkomenstoeslag", pupil("20311"), no, "boven_gebruikelijke_grens", "", "above 120 percent"},
		{"inkomenstoeslag", pupil("16000", wealth("16001")), no, budget.ReasonWealthTooHigh, "", "16,000 for a single parent in 2026"},
		{"inkomenstoeslag", pupil("16000", unknownWealth), unknown, budget.ReasonWealthUnknown, "", "wealth not filled in"},
		{"inkomenstoeslag", pupil("9000", born(2006, 1)), no, "leeftijd", "", "20 years old"},
		{"studietoeslag", pupil("20000"), unknown, "vraag_studie", "", "not asked yet"},
		{"studietoeslag", pupil("20000", signal("student", "nee")), no, "geen_student", "", "said no"},
		{"studietoeslag", pupil("20000", signal("student", "ja")), maybe, "ziek_bij_studie", "4621.68", "12 x 385.14 from 21"},
		{"bijzondere_bijstand", pupil("20000"), maybe, "bijzondere_kosten", "", "below 120 percent"},
		{"bijzondere_bijstand", pupil("28000"), maybe, "zelf_een_deel", "", "above it a part is for the family"},
		{"kwijtschelding", pupil("16925.70"), maybe, "weinig_spaargeld", "450", "at the norm; bills of 200 and 250"},
		{"kwijtschelding", pupil("20000"), maybe, "huur_en_premie_tellen", "450", "between the norm and 120 percent"},
		{"kwijtschelding", pupil("21000"), no, budget.ReasonIncomeTooHigh, "", "above it"},
		{"gemeentepolis", pupil("20000"), maybe, "niet_overal", "367.08", "12 x 30.59"},
		{"gemeentepolis", pupil("21000"), no, "boven_gebruikelijke_grens", "", "above 120 percent"},
		{"alleenverdieners", pupil("20000"), no, "alleen_met_partner", "", "alone"},
		{"alleenverdieners", pupil("20000", wia("1500"), partner), maybe, "onder_bijstand", "1100", "one of two with a WIA benefit"},
		{"alleenverdieners", pupil("20000", partner), no, "alleen_bij_uitkering", "", "one of two, wages only"},
		{"toeslagenwet", pupil("20000"), no, "geen_uitkering_uwv", "", "no benefit"},
		// 18,000 - (35.75% x 18,000 - 3,115) = 14,680 net; with 24,000 it is 18,535 and the norm 16,925.76.
		{"toeslagenwet", pupil("20000", wia("1500")), maybe, "onder_norm", "", "net below the norm"},
		{"toeslagenwet", pupil("20000", wia("2000")), no, budget.ReasonIncomeTooHigh, "", "net above the norm"},
		{"energiefonds", pupil("20000"), unknown, "controleer", "", "no date or limit published"},
		{"loonheffingskorting.a1", pupil("20000", noCredit), maybe, "nergens_korting", "", "no job has it"},
		{"zorgtoeslag_18.medebewoner1", pupil("20000", grown("0")), yes, "", "1550", "20 years, no income"},
		{"zorgtoeslag_18.medebewoner1", pupil("20000", grown("45000")), no, budget.ReasonIncomeTooHigh, "", "45,000 is above the limit"},
		{"leergeld.c1", pupil("20310.90"), maybe, "", "", "below 120 percent"},
		{"leergeld.c1", pupil("20311"), maybe, "boven_gebruikelijke_grens", "", "worth asking up to 150 percent"},
		{"leergeld.c1", pupil("25388.60"), maybe, "boven_gebruikelijke_grens", "", "just below 150 percent"},
		{"leergeld.c1", pupil("25389"), no, "boven_hoogste_grens", "", "above 150 percent"},
		{"leergeld.c1", pupil("20000", unknownWage), unknown, "inkomen_niet_compleet", "", "no wage filled in"},
		{"sport.c1", pupil("20000"), maybe, "", "225", "guideline of the fund"},
		{"cultuur.c1", pupil("20000"), maybe, "", "425", "guideline of the fund"},
		{"ouderbijdrage.c1", pupil("60000"), yes, "vrijwillig", "", "for everybody"},
		{"schoolmaaltijd.c1", pupil("20000"), maybe, "school_doet_mee", "", "the school decides"},
	} {
		own := &budget.OwnBudget{Lines: []budget.OwnLine{{Key: "gemeente", Amount: known("200"), Rhythm: budget.Yearly},
			{Key: "waterschap", Amount: known("62.50"), Rhythm: budget.Quarterly}}}
		r, ok := rights(t, e, c.family, own)[c.key]
		if !ok {
			t.Errorf("%s (%s): not in the check", c.key, c.because)
			continue
		}
		if amount, known := r.PerYear.Get(); r.State != c.state || r.Why != c.why || known != (c.perYear != "") || known && !amount.Equal(dec(c.perYear)) {
			t.Errorf("%s (%s): %s %q %s, want %s %q %s", c.key, c.because, r.State, r.Why, r.PerYear, c.state, c.why, c.perYear)
		}
	}
}

// A family that works gets the same list as a family on bijstand: nothing is asked about bijstand first (R2, R3).
func TestTheCheckIsAsWholeForWorkers(t *testing.T) {
	e := engine(t)
	keys := func(h *budget.Household) []string {
		var all []string
		for key := range rights(t, e, h, nil) {
			all = append(all, key)
		}
		slices.Sort(all)
		return all
	}
	working, onBijstand := keys(pupil("22000")), keys(pupil("0", claims))
	if !slices.Equal(working, onBijstand) {
		t.Errorf("working %v\nbijstand %v", working, onBijstand)
	}
	for _, id := range []string{"zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag", "kinderbijslag", "bijstand",
		"inkomenstoeslag", "studietoeslag", "bijzondere_bijstand", "kwijtschelding", "gemeentepolis", "alleenverdieners", "toeslagenwet",
		"aangifte", "ouderkop", "leergeld.c1", "sport.c1", "cultuur.c1", "jarige_job.c1", "kinderhulp.c1", "zwemles.c1",
		"schoolkosten.c1", "schoolmaaltijd.c1", "ouderbijdrage.c1"} {
		if !slices.Contains(working, id) {
			t.Errorf("%s is not checked", id)
		}
	}
}

// A tenant with children of every age gets an answer to every right of the state, the municipality, its schemes and the funds for
// children, with work and on bijstand alike: the state may differ, a row is never missing. The ages are those of 26 November 2026.
func TestEveryRightOfAFamilyIsAnswered(t *testing.T) {
	family := []change{rent("650"), child(2026, 3), child(2024, 1), child(2020, 6), child(2015, 2), child(2013, 7), child(2010, 9), child(2008, 12)}
	expected := []string{
		// T1 to T7, T14 and W19: toeslagen, kinderbijslag and what hangs on them.
		"zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag", "kinderbijslag", "alleenverdieners", "toeslagenwet", "aangifte",
		"kinderbijslag_extra.c3", "kinderbijslag_extra.c4", "kinderbijslag_extra.c5", "kinderbijslag_extra.c6", "kinderbijslag_extra.c7",
		"zorgtoeslag_18.c7", // C22: 18 in December
		// W13, L10 to L12: the municipality.
		"bijstand", "inkomenstoeslag", "studietoeslag", "bijzondere_bijstand", "kwijtschelding", "gemeentepolis", "energiefonds",
		"regeling.schoolkosten", // L1: a scheme of the file
		// C4 to C8, C12, C18, C20, C21: each child by its age.
		"kinderhulp.c1",
		"kinderhulp.c2", "vve.c2",
		"kinderhulp.c3", "leergeld.c3", "schoolkosten.c3", "schoolmaaltijd.c3", "ouderbijdrage.c3", "sport.c3", "cultuur.c3", "zwemles.c3", "jarige_job.c3",
		"kinderhulp.c4", "leergeld.c4", "schoolkosten.c4", "schoolmaaltijd.c4", "ouderbijdrage.c4", "sport.c4", "cultuur.c4", "zwemles.c4",
		"jarige_job.c4", "fiets.c4", "laptop.c4",
		"kinderhulp.c5", "leergeld.c5", "schoolkosten.c5", "schoolmaaltijd.c5", "ouderbijdrage.c5", "sport.c5", "cultuur.c5", "fiets.c5", "laptop.c5",
		"kinderhulp.c6", "leergeld.c6", "schoolkosten.c6", "schoolmaaltijd.c6", "ouderbijdrage.c6", "sport.c6", "cultuur.c6", "fiets.c6", "laptop.c6",
		"mbo_fonds.c6",
		"kinderhulp.c7", "leergeld.c7", "schoolkosten.c7", "schoolmaaltijd.c7", "ouderbijdrage.c7", "sport.c7", "cultuur.c7", "fiets.c7", "laptop.c7",
		"mbo_fonds.c7",
	}
	local := func(h *budget.Household) { h.LocalSchemes = []budget.LocalScheme{schoolCosts()} }
	for _, c := range []struct {
		name   string
		extra  []string
		family *budget.Household
	}{
		{"a parent who works", []string{"ouderkop"}, alone(2026, append([]change{wage("24000"), local}, family...)...)},
		{"a parent on bijstand", []string{"ouderkop"}, alone(2026, append([]change{claims, local}, family...)...)},
		{"two partners, one works", nil, alone(2026, append([]change{partner, wage("34000"), local}, family...)...)},
		{"two partners on bijstand", nil, alone(2026, append([]change{partner, claims, local}, family...)...)},
	} {
		all := rights(t, engine(t), c.family, nil)
		want := slices.Concat(expected, c.extra)
		for _, key := range want {
			if _, ok := all[key]; !ok {
				t.Errorf("%s: %s is not answered", c.name, key)
			}
		}
		for key, r := range all {
			if !slices.Contains(want, key) {
				t.Errorf("%s: %s is answered, and not in the list of this test", c.name, key)
			}
			if r.Office == "" || r.Through == "" || (r.State == budget.RechtNee || r.State == budget.RechtOnbekend) && r.Why == "" {
				t.Errorf("%s: %s says not where, through whom or why: %+v", c.name, key, r)
			}
		}
	}
}

// Ages of the child check on 26 November 2026.
func TestChildCheckByAge(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		born   budget.YearMonth
		with   []string
		not    []string
		remind string
	}{
		// 30 months on 1 November: old enough for the toddler group, not for school.
		{budget.YearMonth{Year: 2024, Month: 5}, []string{"vve", "kinderhulp"}, []string{"leergeld", "sport", "laptop", "zwemles"}, ""},
		{budget.YearMonth{Year: 2024, Month: 6}, []string{"kinderhulp"}, []string{"vve"}, ""},
		// Turns 4 in March: the first box, asked for in February.
		{budget.YearMonth{Year: 2023, Month: 3}, []string{"vve", "jarige_job"}, []string{"leergeld"}, "2027-02"},
		{budget.YearMonth{Year: 2018, Month: 12}, []string{"leergeld", "zwemles", "sport", "jarige_job"}, []string{"laptop", "mbo_fonds", "vve"}, "2026-11"},
		// Turns 12 within a year: to the secondary school.
		{budget.YearMonth{Year: 2015, Month: 9}, []string{"laptop", "fiets", "zwemles", "jarige_job"}, []string{"mbo_fonds"}, "2027-08"},
		// Turned 12 last month: the last box is past.
		{budget.YearMonth{Year: 2014, Month: 10}, []string{"laptop", "fiets"}, []string{"jarige_job", "zwemles"}, ""},
		{budget.YearMonth{Year: 2010, Month: 5}, []string{"mbo_fonds", "leergeld"}, []string{"jarige_job"}, ""},
	} {
		all := rights(t, e, alone(2026, wage("18000"), child(c.born.Year, c.born.Month)), nil)
		for _, id := range c.with {
			if _, ok := all[id+".c1"]; !ok {
				t.Errorf("born %s: %s is missing", c.born, id)
			}
		}
		for _, id := range c.not {
			if _, ok := all[id+".c1"]; ok {
				t.Errorf("born %s: %s should not be there", c.born, id)
			}
		}
		remind := ""
		if r := all["jarige_job.c1"]; r.Remind != nil {
			remind = r.Remind.String()
		}
		if remind != c.remind {
			t.Errorf("born %s: reminder %q, want %q", c.born, remind, c.remind)
		}
	}
}

// Toeslagen of 2025 can be asked for until 31 December 2026 (Awir art. 15 lid 1), with the amounts of 2025; after that no longer.
func TestToeslagenOfLastYear(t *testing.T) {
	e, h := engine(t), pupil("20000")
	for _, c := range []struct {
		today string
		still bool
	}{{"2026-01-01", true}, {"2026-12-31", true}, {"2027-01-01", false}} {
		day, err := time.Parse(time.DateOnly, c.today)
		if err != nil {
			t.Fatal(err)
		}
		check, err := e.Rechten(h, budget.RechtenOptions{Today: day})
		if err != nil {
			t.Fatal(err)
		}
		zorg := check.All[0]
		if zorg.ID != "zorgtoeslag" || zorg.Until.Format(time.DateOnly) != "2027-12-31" {
			t.Errorf("%s: %s until %s", c.today, zorg.ID, zorg.Until.Format(time.DateOnly))
		}
		last, still := zorg.LastYear.Get() // 1,573 is the maximum of 2025
		if still != c.still || still && (!last.Equal(dec("1573")) || zorg.UntilLastYear.Format(time.DateOnly) != "2026-12-31") {
			t.Errorf("%s: last year %s until %s", c.today, zorg.LastYear, zorg.UntilLastYear.Format(time.DateOnly))
		}
	}
}

// Municipal schemes in the check: what each of them says.
func TestSchemesInTheCheck(t *testing.T) {
	with := func(l budget.LocalScheme) change {
		return func(h *budget.Household) { h.LocalSchemes = []budget.LocalScheme{l} }
	}
	cliff := func(change func(*budget.LocalScheme)) budget.LocalScheme {
		l := scheme(func(l *budget.LocalScheme) { l.Shape, l.LimitFull = "cliff", known("1.20") })
		l.NeedsApplication = true
		change(&l)
		return l
	}
	e, nobody := engine(t), 3
	for _, c := range []struct {
		name    string
		wage    string
		scheme  budget.LocalScheme
		state   budget.RechtState
		why     budget.Reason
		perYear string
		through string
	}{
		{"below the limit", "20000", cliff(func(*budget.LocalScheme) {}), budget.RechtJa, "", "400", budget.ViaZelf},
		{"comes by itself", "20000", cliff(func(l *budget.LocalScheme) { l.NeedsApplication = false }), budget.RechtJa, "", "400", budget.ViaVanzelf},
		{"above the limit", "20400", cliff(func(*budget.LocalScheme) {}), budget.RechtNee, budget.ReasonIncomeTooHigh, "", budget.ViaZelf},
		{"has ended", "20000", cliff(func(l *budget.LocalScheme) { l.ValidTo = "2025-12-31" }), budget.RechtNee, "regeling_verlopen", "", budget.ViaZelf},
		{"needs years", "20000", cliff(func(l *budget.LocalScheme) { l.NeedsBijstandHistoryMonths = 36 }), budget.RechtMisschien, "lang_laag_inkomen", "400", budget.ViaZelf},
		{"nobody of that age", "20000", cliff(func(l *budget.LocalScheme) { l.Per, l.AgeMax = "child", &nobody }), budget.RechtNee, "niemand_van_die_leeftijd", "", budget.ViaZelf},
		{"decided otherwise", "30000", cliff(func(l *budget.LocalScheme) {
			l.Override = &budget.SchemeOverride{PerYear: known("250"), Note: "ziekte"}
		}), budget.RechtJa, "besluit_gemeente", "250", budget.ViaZelf},
		{"decided: nothing", "18000", cliff(func(l *budget.LocalScheme) {
			l.Override = &budget.SchemeOverride{PerYear: known("0"), Note: "andere vergoeding"}
		}), budget.RechtNee, "besluit_gemeente", "", budget.ViaZelf},
		{"a decision does not outlive the scheme", "18000", cliff(func(l *budget.LocalScheme) {
			l.ValidTo, l.Override = "2025-12-31", &budget.SchemeOverride{PerYear: known("250"), Note: "ziekte"}
		}), budget.RechtNee, "regeling_verlopen", "", budget.ViaZelf},
	} {
		r := rights(t, e, pupil(c.wage, with(c.scheme)), nil)["regeling."+c.scheme.ID]
		if amount, known := r.PerYear.Get(); r.State != c.state || r.Why != c.why || r.Through != c.through ||
			known != (c.perYear != "") || known && !amount.Equal(dec(c.perYear)) {
			t.Errorf("%s: %s %q %s via %s", c.name, r.State, r.Why, r.PerYear, r.Through)
		}
	}
}

// A scheme that asks for years with a low income is sure when the family has told since when, and long enough ago: the month counts.
func TestYearsWithALowIncome(t *testing.T) {
	e := engine(t)
	for since, want := range map[budget.YearMonth]budget.RechtState{{}: budget.RechtMisschien, {Year: 2023, Month: 11}: budget.RechtJa,
		{Year: 2023, Month: 12}: budget.RechtMisschien, {Year: 2030, Month: 1}: budget.RechtMisschien} { // 36 months before November 2026
		h := pupil("20000", func(h *budget.Household) {
			l := scheme(func(l *budget.LocalScheme) { l.Shape, l.LimitFull = "cliff", known("1.20") })
			l.NeedsBijstandHistoryMonths = 36
			h.LocalSchemes, h.LowIncomeSince = []budget.LocalScheme{l}, since
		})
		if r := rights(t, e, h, nil)["regeling."+h.LocalSchemes[0].ID]; r.State != want {
			t.Errorf("since %v: %s, want %s", since, r.State, want)
		}
	}
}

// The check holds for every household: a state that says why, an amount only where there may be one, and never below zero.
func TestRightsOfEveryHousehold(t *testing.T) {
	everyHousehold(t, 300, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		for key, r := range rights(t, e, h, nil) {
			amount, known := r.PerYear.Get()
			switch {
			case known && (r.State == budget.RechtNee || r.State == budget.RechtOnbekend):
				t.Errorf("%s is %s with an amount", key, r.State)
			case known && amount.IsNegative():
				t.Errorf("%s gives %s", key, amount)
			case r.Why == "" && (r.State == budget.RechtNee || r.State == budget.RechtOnbekend):
				t.Errorf("%s is %s without a reason", key, r.State)
			case r.Office == "" || r.Through == "":
				t.Errorf("%s has no office or nobody who asks", key)
			}
		}
	})
}
