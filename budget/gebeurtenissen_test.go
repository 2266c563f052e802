package budget_test

import (
	"fmt"
	"slices"
	"testing"

	"perspectief/budget"
)

func events(t *testing.T, h *budget.Household) []string {
	t.Helper()
	all, err := engine(t).Gebeurtenissen(h)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for i := range all {
		ids = append(ids, all[i].ID())
	}
	return ids
}

func TestGebeurtenissenOfAYear(t *testing.T) {
	h := onWW(2026, "1200")
	h.Adults[0].Jobs = []budget.Job{job("20", "15.50")}
	withPartner(h).Adults[1].Born = budget.YearMonth{Year: 1999, Month: 8}
	h.Children = []budget.Child{
		{ID: "c1", Born: budget.YearMonth{Year: 2014, Month: 9}, Kinderbijslag: true},
		{ID: "c2", Born: budget.YearMonth{Year: 2026, Month: 5}},
	}
	h.OtherResidents = []budget.Resident{
		{Born: budget.YearMonth{Year: 2003, Month: 3}, Relation: budget.RelationChild},
		{Born: budget.YearMonth{Year: 2003, Month: 3}, Relation: budget.RelationOther},
	}
	h.Bijstand = budget.BijstandClaim{Claims: true, Exemption: budget.Exemption{Kind: budget.GeneralExemption, Months: 6}}
	h.LocalSchemes = []budget.LocalScheme{{ID: "l1", ValidTo: "2026-08-31"}, {ID: "l2", ValidTo: "2027-01-31"}}
	want := []string{"01.nieuwe_bedragen_januari", "01.kinderbijslag_betaald", "03.medebewoner_wordt_23.medebewoner1",
		"04.kinderbijslag_betaald", "05.kind_geboren.c2", "05.vakantiegeld_loon.a1", "06.vakantiegeld_bijstand",
		"07.nieuwe_bedragen_juli", "07.vrijlating_eindigt", "07.kinderbijslag_betaald", "08.volwassene_wordt_27.a2",
		"08.regeling_eindigt.l1", "09.kind_wordt_12.c1", "10.kinderbijslag_betaald", "12.toeslagen_vorig_jaar"}
	if got := events(t, h); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// A birthday at which a rule changes is always named, in its month, whoever else lives there.
func TestEveryBirthdayThatMattersIsNamed(t *testing.T) {
	turns := func(who, prefix string, born budget.YearMonth, ids []string, h *budget.Household, ages ...int) {
		age := h.Year - born.Year
		id := fmt.Sprintf("%02d.%s%d.%s", born.Month, prefix, age, who)
		if named := slices.Contains(ids, id); named != slices.Contains(ages, age) {
			t.Errorf("%s turns %d in month %d, named is %v: %s", who, age, born.Month, named, describe(h))
		}
	}
	for seed := range uint64(600) {
		h := seeded(seed).household(2025, 2026, 2027)
		ids := events(t, h)
		for _, c := range h.Children {
			turns(c.ID, budget.EventChildTurns, c.Born, ids, h, 4, 6, 12, 16, 18)
		}
		for _, a := range h.Adults {
			turns(a.ID, budget.EventAdultTurns, a.Born, ids, h, 18, 21, 27)
		}
		for i, r := range h.OtherResidents {
			ages := []int{18, 21, 27}
			if r.Relation == budget.RelationChild || r.Relation == "" {
				ages = append(ages, 23)
			}
			turns(fmt.Sprintf("medebewoner%d", i+1), budget.EventResidentTurns, r.Born, ids, h, ages...)
		}
		if sorted := slices.IsSortedFunc(ids, func(a, b string) int { return int(a[0])*10 + int(a[1]) - int(b[0])*10 - int(b[1]) }); !sorted {
			t.Errorf("seed %d: not in order: %v", seed, ids)
		}
	}
}

// The last kinderbijslag comes in the month after the quarter in which the child turned 18: born in February, last paid in April.
func TestKinderbijslagEndsAfterTheQuarter(t *testing.T) {
	h := onWW(2026, "1200")
	h.Children = []budget.Child{{ID: "c1", Born: budget.YearMonth{Year: 2008, Month: 2}, Kinderbijslag: true}}
	var paid []string
	for _, id := range events(t, h) {
		if len(id) > 3 && id[3:] == budget.EventKinderbijslag {
			paid = append(paid, id[:2])
		}
	}
	if !slices.Equal(paid, []string{"01", "04"}) {
		t.Errorf("paid in %v", paid)
	}
}
