package budget

import (
	"fmt"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
)

func amountOf(s string) Amount { return Known(decimal.RequireFromString(s)) }

func bornIn(year, month int) YearMonth { return YearMonth{Year: year, Month: month} }

// twoParents is a household in which nothing is wrong.
func twoParents() *Household {
	return &Household{
		Year: 2026,
		Adults: []Adult{
			{ID: "a1", Name: "Samira", Born: bornIn(1990, 5), Jobs: []Job{
				{ID: "j1", HoursPerWeek: amountOf("20"), HourlyWage: amountOf("15.50")},
				{ID: "j2", HoursPerWeek: amountOf("10")},
			}, Benefits: []Benefit{{Kind: WW, GrossPerMonth: amountOf("100")}}, Profit: &Profit{PerYear: amountOf("-500")}},
			{ID: "a2", Born: bornIn(2010, 12), Jobs: []Job{{ID: "j1"}}},
		},
		Partners: true,
		Children: []Child{
			{ID: "c1", Born: bornIn(2018, 3), Childcare: []Childcare{{Kind: BSO, HoursPerMonth: amountOf("40")}}},
			{ID: "c2", Born: bornIn(2008, 1)},
			{ID: "c3", Born: bornIn(2026, 12)},
		},
		OtherResidents: []Resident{{Born: bornIn(1960, 2), Relation: RelationFamily}},
		Housing:        Home{Kind: Rent},
		Bijstand:       BijstandClaim{Exemption: Exemption{Kind: GeneralExemption, Months: 6}},
		LocalSchemes: []LocalScheme{{
			ID: "school", Per: "child", AgeMin: new(int), Kind: "cash", Period: "year", IncomeBase: "norm-incl-holiday",
			Shape: "linear", LimitFull: amountOf("1.20"), LimitZero: amountOf("1.40"), ValidFrom: "2026-01-01",
		}},
	}
}

func TestValidateAcceptsWhatCanBe(t *testing.T) {
	scheme := func(h *Household) *LocalScheme { return &h.LocalSchemes[0] }
	for name, change := range map[string]func(*Household){
		"nothing changed":             func(*Household) {},
		"2025":                        func(h *Household) { h.Year = 2025; h.Children = nil; h.Adults[1].Born.Year = 2009 },
		"2027":                        func(h *Household) { h.Year = 2027; h.Children = nil },
		"one adult":                   func(h *Household) { h.Adults, h.Partners = h.Adults[:1], false },
		"rent not known":              func(h *Household) { h.Housing = Home{} },
		"exactly 60 hours":            func(h *Household) { h.Adults[0].Jobs[1].HoursPerWeek = amountOf("40") },
		"the same job id elsewhere":   func(h *Household) { h.Adults[1].Jobs[0].ID = "j2" },
		"child older than stepfather": func(h *Household) { h.Children[1].Born = bornIn(2008, 2) },
		"percent at its ends":         func(h *Household) { h.Adults[0].Jobs[0].PensionPercent = amountOf("100") },
		"resident of 120":             func(h *Household) { h.OtherResidents[0].Born.Year = 1906 },
		"care of a whole month":       func(h *Household) { h.Children[0].Childcare[0].HoursPerMonth = amountOf("744") },
		"scheme without wealth test":  func(h *Household) { scheme(h).AssetTest = AssetTest{Kind: "none"} },
		"scheme in euro": func(h *Household) {
			scheme(h).IncomeBase, scheme(h).LimitFull, scheme(h).LimitZero = "gross", amountOf("2500"), amountOf("3000")
		},
		"scheme for one day": func(h *Household) { scheme(h).ValidTo = "2026-01-01" },
		"steps": func(h *Household) {
			scheme(h).Shape = "steps"
			scheme(h).Steps = []SchemeStep{{amountOf("1.10"), amountOf("1")}, {amountOf("1.20"), amountOf("0")}}
		},
		"capacity": func(h *Household) {
			scheme(h).Shape, scheme(h).Capacity = "capacity", &Capacity{amountOf("1.10"), amountOf("0.35")}
		},
	} {
		h := twoParents()
		change(h)
		if faults := h.Validate(); len(faults) != 0 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

func TestValidateNamesFieldAndFault(t *testing.T) {
	scheme := func(h *Household) *LocalScheme { return &h.LocalSchemes[0] }
	age := func(n int) *int { return &n }
	for _, c := range []struct {
		want   string
		change func(*Household)
	}{
		{"household.year fout.jaar", func(h *Household) { h.Year = 2024 }},
		{"household.year fout.jaar", func(h *Household) { h.Year = 2028 }},
		{"household.adults fout.geen_volwassene", func(h *Household) { h.Adults, h.Partners, h.Children = nil, false, nil }},
		{"household.adults fout.te_veel_volwassenen", func(h *Household) { h.Adults = append(h.Adults, Adult{ID: "a3", Born: bornIn(1990, 1)}) }},
		{"household.partners fout.twee_volwassenen_geen_partners", func(h *Household) { h.Partners = false }},
		{"household.partners fout.partner_ontbreekt", func(h *Household) { h.Adults = h.Adults[:1] }},
		{"household.adults[1].id fout.dubbele_id", func(h *Household) { h.Adults[1].ID = "a1" }},
		{"household.adults[1].id fout.id_ontbreekt", func(h *Household) { h.Adults[1].ID = "" }},
		{"household.adults[0].jobs[1].id fout.dubbele_id", func(h *Household) { h.Adults[0].Jobs[1].ID = "j1" }},
		{"household.children[1].id fout.dubbele_id", func(h *Household) { h.Children[1].ID = "c1" }},
		{"household.adults[0].name fout.te_lang", func(h *Household) { h.Adults[0].Name = fmt.Sprintf("%101d", 1) }},
		{"household.adults[0].born fout.geboortemaand_ontbreekt", func(h *Household) { h.Adults[0].Born = YearMonth{} }},
		{"household.adults[1].born fout.volwassene_te_jong", func(h *Household) { h.Adults[1].Born = bornIn(2011, 1) }},
		{"household.adults[1].born fout.geboren_na_jaar", func(h *Household) { h.Adults[1].Born = bornIn(2027, 1) }},
		{"household.adults[0].born fout.te_oud", func(h *Household) { h.Adults[0].Born = bornIn(1905, 12) }},
		{"household.adults[0].jobs fout.te_veel_uren", func(h *Household) { h.Adults[0].Jobs[1].HoursPerWeek = amountOf("40.01") }},
		{"household.adults[1].jobs[0].hoursPerWeek fout.te_veel_uren", func(h *Household) { h.Adults[1].Jobs[0].HoursPerWeek = amountOf("60.5") }},
		{"household.adults[0].jobs[1].hoursPerWeek fout.negatief", func(h *Household) { h.Adults[0].Jobs[1].HoursPerWeek = amountOf("-1") }},
		{"household.adults[0].jobs[0].hourlyWage fout.negatief", func(h *Household) { h.Adults[0].Jobs[0].HourlyWage = amountOf("-0.01") }},
		{"household.adults[0].jobs[0].hourlyWage fout.te_hoog", func(h *Household) { h.Adults[0].Jobs[0].HourlyWage = amountOf("500.01") }},
		{"household.adults[0].jobs[0].pensionPercent fout.procent", func(h *Household) { h.Adults[0].Jobs[0].PensionPercent = amountOf("100.1") }},
		{"household.adults[0].jobs[0].holidayAllowancePercent fout.procent", func(h *Household) { h.Adults[0].Jobs[0].HolidayAllowancePercent = amountOf("-8") }},
		{"household.adults[0].jobs[0].travelCostPerMonth fout.negatief", func(h *Household) { h.Adults[0].Jobs[0].TravelCostPerMonth = amountOf("-1") }},
		{"household.adults[0].benefits[0].kind fout.onbekend_woord", func(h *Household) { h.Adults[0].Benefits[0].Kind = "bijstand" }},
		{"household.adults[0].benefits[0].kind fout.woord_ontbreekt", func(h *Household) { h.Adults[0].Benefits[0].Kind = "" }},
		{"household.adults[0].benefits[0].grossPerMonth fout.negatief", func(h *Household) { h.Adults[0].Benefits[0].GrossPerMonth = amountOf("-1") }},
		{"household.adults[0].profit.perYear fout.te_laag", func(h *Household) { h.Adults[0].Profit.PerYear = amountOf("-10000001") }},
		{"household.adults[0].wealth fout.negatief", func(h *Household) { h.Adults[0].Wealth = amountOf("-1") }},
		{"household.children[1].born fout.kind_te_oud", func(h *Household) { h.Children[1].Born = bornIn(2007, 12) }},
		{"household.children[2].born fout.geboren_na_jaar", func(h *Household) { h.Children[2].Born = bornIn(2027, 1) }},
		{"household.children[0].born fout.geboortemaand_ontbreekt", func(h *Household) { h.Children[0].Born = YearMonth{} }},
		{"household.children[1].born fout.kind_ouder_dan_volwassenen", func(h *Household) { h.Adults[0].Born = bornIn(2008, 1) }},
		{"household.children[0].childcare[0].kind fout.onbekend_woord", func(h *Household) { h.Children[0].Childcare[0].Kind = "oppas" }},
		{"household.children[0].childcare[0].hoursPerMonth fout.te_hoog", func(h *Household) { h.Children[0].Childcare[0].HoursPerMonth = amountOf("744.5") }},
		{"household.children[0].childcare fout.te_veel_opvang", func(h *Household) {
			h.Children[0].Childcare = append(h.Children[0].Childcare, Childcare{Kind: Gastouder, HoursPerMonth: amountOf("705")})
		}},
		{"household.children[0].childcare[0].pricePerHour fout.negatief", func(h *Household) { h.Children[0].Childcare[0].PricePerHour = amountOf("-1") }},
		{"household.otherResidents[0].born fout.te_oud", func(h *Household) { h.OtherResidents[0].Born.Year = 1905 }},
		{"household.otherResidents[0].relation fout.onbekend_woord", func(h *Household) { h.OtherResidents[0].Relation = "friend" }},
		{"household.otherResidents[0].incomePerYear fout.negatief", func(h *Household) { h.OtherResidents[0].IncomePerYear = amountOf("-1") }},
		{"household.housing.kind fout.onbekend_woord", func(h *Household) { h.Housing.Kind = "boat" }},
		{"household.housing.rentPerMonth fout.te_hoog", func(h *Household) { h.Housing.RentPerMonth = amountOf("10000.01") }},
		{"household.bijstand.exemption.kind fout.onbekend_woord", func(h *Household) { h.Bijstand.Exemption.Kind = "half" }},
		{"household.bijstand.exemption.months fout.aantal", func(h *Household) { h.Bijstand.Exemption.Months = 13 }},
		{"household.bijstand.exemption.months fout.aantal", func(h *Household) { h.Bijstand.Exemption.Months = -1 }},
		{"household.localSchemes[0].id fout.id_ontbreekt", func(h *Household) { scheme(h).ID = "" }},
		{"household.localSchemes[0].per fout.onbekend_woord", func(h *Household) { scheme(h).Per = "family" }},
		{"household.localSchemes[0].kind fout.onbekend_woord", func(h *Household) { scheme(h).Kind = "gift" }},
		{"household.localSchemes[0].period fout.woord_ontbreekt", func(h *Household) { scheme(h).Period = "" }},
		{"household.localSchemes[0].incomeBase fout.onbekend_woord", func(h *Household) { scheme(h).IncomeBase = "net" }},
		{"household.localSchemes[0].shape fout.onbekend_woord", func(h *Household) { scheme(h).Shape = "round" }},
		{"household.localSchemes[0].amount fout.negatief", func(h *Household) { scheme(h).Amount = amountOf("-400") }},
		{"household.localSchemes[0].ageMax fout.leeftijden_omgekeerd", func(h *Household) { scheme(h).AgeMin, scheme(h).AgeMax = age(12), age(11) }},
		{"household.localSchemes[0].limitZero fout.grens_nul_te_laag", func(h *Household) { scheme(h).LimitZero = amountOf("1.2") }},
		{"household.localSchemes[0].limitFull fout.grens_is_deel", func(h *Household) { scheme(h).LimitFull, scheme(h).LimitZero = amountOf("120"), Amount{} }},
		{"household.localSchemes[0].limitFull fout.grens_ontbreekt", func(h *Household) { scheme(h).LimitFull = Amount{} }},
		{"household.localSchemes[0].steps fout.treden_ontbreken", func(h *Household) { scheme(h).Shape = "steps" }},
		{"household.localSchemes[0].steps[1].to fout.treden_niet_oplopend", func(h *Household) {
			scheme(h).Steps = []SchemeStep{{amountOf("1.10"), amountOf("1")}, {amountOf("1.1"), amountOf("0.5")}}
		}},
		{"household.localSchemes[0].steps[0].share fout.deel", func(h *Household) { scheme(h).Steps = []SchemeStep{{amountOf("1.10"), amountOf("1.01")}} }},
		{"household.localSchemes[0].capacity fout.draagkracht_ontbreekt", func(h *Household) { scheme(h).Shape = "capacity" }},
		{"household.localSchemes[0].capacity.share fout.deel", func(h *Household) { scheme(h).Capacity = &Capacity{amountOf("1"), amountOf("-0.1")} }},
		{"household.localSchemes[0].assetTest.limit fout.grens_ontbreekt", func(h *Household) { scheme(h).AssetTest.Kind = "amount" }},
		{"household.localSchemes[0].needsBijstandHistoryMonths fout.aantal", func(h *Household) { scheme(h).NeedsBijstandHistoryMonths = -1 }},
		{"household.localSchemes[0].validTo fout.einde_voor_begin", func(h *Household) { scheme(h).ValidTo = "2025-12-31" }},
		{"household.localSchemes[0].checkedOn fout.datum", func(h *Household) { scheme(h).CheckedOn = "1 mei 2026" }},
	} {
		h := twoParents()
		c.change(h)
		got := faultNames(h.Validate())
		// A change may have a consequence elsewhere (a year no age fits); the fault itself must be among them.
		if !slices.Contains(got, c.want) {
			t.Errorf("want %s, got %v", c.want, got)
		}
	}
}

func TestValidateListsAllFaultsAtOnce(t *testing.T) {
	h := twoParents()
	h.Adults[0].Jobs[0].HourlyWage = amountOf("-1")
	h.Adults[1].Born = YearMonth{}
	h.Housing.Kind = "tent"
	h.LocalSchemes[0].Shape = "round"
	want := []string{
		"household.adults[0].jobs[0].hourlyWage fout.negatief",
		"household.adults[1].born fout.geboortemaand_ontbreekt",
		"household.housing.kind fout.onbekend_woord",
		"household.localSchemes[0].shape fout.onbekend_woord",
	}
	if got := faultNames(h.Validate()); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestValidateSaysWhatIsAllowed(t *testing.T) {
	h := twoParents()
	h.Children[0].Childcare[0].Kind = "oppas"
	faults := h.Validate()
	if len(faults) != 1 || faults[0].Args["toegestaan"] != "dagopvang, bso, gastouder" || faults[0].Args["woord"] != "oppas" {
		t.Errorf("got %v", faults)
	}
}

func faultNames(faults []FieldError) []string {
	var names []string
	for _, f := range faults {
		names = append(names, f.Field+" "+f.Key)
	}
	return names
}
