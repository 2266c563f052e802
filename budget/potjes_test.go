package budget_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

func sumOf(parts []decimal.Decimal) decimal.Decimal {
	sum := decimal.Zero
	for _, p := range parts {
		sum = sum.Add(p)
	}
	return sum
}

func ym(s string) budget.YearMonth {
	y, err := budget.ParseYearMonth(s)
	if err != nil {
		panic(err)
	}
	return y
}

// A bill of the year has a pot by itself; what is still needed over the months left is what to set apart.
func TestPotsOfBills(t *testing.T) {
	own := &budget.OwnBudget{
		Lines: []budget.OwnLine{
			{Key: "gemeente", Amount: known("492"), Rhythm: budget.Yearly, Month: 3},      // nobody said what is in it: 41 a month, four to go
			{Key: "waterschap", Amount: known("492"), Rhythm: budget.Yearly, Month: 3},    // nothing in it: November to March, 4 x 123
			{Key: "uitvaart", Amount: known("46.50"), Rhythm: budget.Quarterly, Month: 1}, // 15.50 a month, two to go
			{Key: "feestdagen", Amount: known("300"), Rhythm: budget.Yearly, Month: 12},   // next month: 300 less 120 in it
			{Key: "kleding", Amount: known("100"), Rhythm: budget.HalfYearly, Month: 11},  // out of the pot this month; then 16.67 (5 times), 16.65
			{Key: "uitje", Amount: known("60"), Rhythm: budget.Once, Month: 1},            // one time: November to January, 30 and 30
			{Key: "telecom", Amount: known("70")},                                         // every month: no pot
			{Key: "schoolkosten", Amount: known("540"), Rhythm: budget.Yearly},            // in which month? no pot
		},
		Pots: []budget.Pot{
			{Line: "waterschap", Saved: known("0")},
			{Line: "feestdagen", Saved: known("120")},                                     // 300 - 120 = 180
			{Label: "fiets", Amount: known("100"), By: ym("2027-02")},                     // 3 months: 33.34, 33.34, 33.32
			{Label: "nog niet", Amount: known("80")},                                      // no month: not known
			{Label: "week weg", Line: "vakantie", Amount: known("50"), By: ym("2026-01")}, // gone by: all of it now
		},
	}
	got := own.PotsFrom(ym("2026-11"))
	want := []string{
		"gemeente 164 by 2027-03: 41 41 41 41", "waterschap 492 by 2027-03: 123 123 123 123", "uitvaart 31 by 2027-01: 15.5 15.5",
		"feestdagen 180 by 2026-12: 180", "kleding 100 by 2027-05: 16.67 16.67 16.67 16.67 16.67 16.65", "uitje 60 by 2027-01: 30 30",
		" 100 by 2027-02: 33.34 33.34 33.32", " 80 by :", "vakantie 50 by 2026-01: 50",
	}
	for i, p := range got.Pots {
		s := fmt.Sprintf("%s %s by %s:", p.Line, p.Needed, p.By)
		for _, part := range p.Parts {
			s += " " + part.String()
		}
		if i >= len(want) || s != want[i] {
			t.Errorf("pot %d: %s", i, s)
		}
	}
	if len(got.Pots) != len(want) || got.Pots[7].Known || got.Pots[3].Own != 1 || !got.Pots[0].Steady || got.Pots[1].Steady {
		t.Errorf("%+v", got.Pots)
	}
	// 41 + 123 + 15.50 + 180 + 16.67 + 30 + 50 in lines; 33.34 out of what is left
	if !got.InLines.Equal(dec("456.17")) || !got.Extra.Equal(dec("33.34")) {
		t.Errorf("in lines %s, extra %s", got.InLines, got.Extra)
	}
}

// official/budget.csv, buffer-raisin-1: 7,800 and 15,600 at 300 a month take 26 and 52 months.
func TestBuffer(t *testing.T) {
	for goal, months := range map[string]int{"7800": 26, "15600": 52} {
		own := &budget.OwnBudget{Pots: []budget.Pot{{Kind: budget.PotBuffer, Amount: known(goal), PerMonth: known("300")}}}
		p := own.PotsFrom(ym("2026-11")).Pots[0]
		if len(p.Parts) != months || !p.Known || !sumOf(p.Parts).Equal(dec(goal)) {
			t.Errorf("%s: %d months, want %d", goal, len(p.Parts), months)
		}
	}
}

// The price over the months left: 480 less 60 in 3.5 years (42 months) is 10.00; 300 in 2 years is 12.50.
func TestAppliances(t *testing.T) {
	own := &budget.OwnBudget{Appliances: []budget.Appliance{
		{Label: "wasmachine", Price: known("480"), YearsLeft: known("3.5"), Saved: known("60")},
		{Label: "koelkast", Price: known("300"), YearsLeft: known("2")},
		{Label: "fornuis", Price: known("400")},
	}}
	got := own.PotsFrom(ym("2026-11"))
	if !got.AppliancesPerMonth.Equal(dec("22.5")) || got.Appliances[2].Known || !got.AppliancesAreBudget {
		t.Errorf("%+v", got)
	}
	h := aHousehold()
	view := overview(t, h, own, nil)
	if l, _ := view.Line(budget.LineInventaris); !l.PerMonth.Equal(dec("22.5")) || l.Kind != budget.KindOwn {
		t.Errorf("line %s %s", l.PerMonth, l.Kind)
	}
	own.Lines = []budget.OwnLine{{Key: budget.LineInventaris, Amount: known("30")}}
	view = overview(t, h, own, nil)
	if l, _ := view.Line(budget.LineInventaris); !l.PerMonth.Equal(dec("30")) || own.PotsFrom(ym("2026-11")).AppliancesAreBudget {
		t.Errorf("the family's own amount wins: %s", l.PerMonth)
	}
}

func aHousehold() *budget.Household {
	return &budget.Household{Year: 2026, Adults: []budget.Adult{{ID: "a1", Born: ym("1990-05"), Wealth: known("0"), Jobs: []budget.Job{{ID: "j1",
		HoursPerWeek: known("24"), HourlyWage: known("16"), HolidayAllowancePercent: known("8"), PensionPercent: known("0"),
		TravelCostPerMonth: known("0"), PayrollCredit: true}}}}, Housing: budget.Home{Kind: budget.Rent, RentPerMonth: known("600")}}
}

func overview(t testing.TB, h *budget.Household, own *budget.OwnBudget, debts []budget.Debt) *budget.Overview {
	t.Helper()
	view, err := engine(t).Overview(h, own, debts, nil)
	if err != nil {
		t.Fatal(err)
	}
	return view
}

// Whatever the pot: the parts add up to what is needed, none is below zero and none above the one before it.
func FuzzPots(f *testing.F) {
	f.Add(int64(49200), int64(0), 4, 0)
	f.Add(int64(5), int64(0), 4, 0)
	f.Add(int64(100), int64(200), -3, 33)
	f.Fuzz(func(t *testing.T, cents, saved int64, months, perMonth int) {
		cents, saved, months, perMonth = abs(cents)%1e9, abs(saved)%1e9, months%400, perMonth%100000
		by := budget.YearMonth{Year: 2026, Month: 11}
		total := by.Year*12 + by.Month - 1 + months
		pot := budget.Pot{Amount: budget.Known(decimal.New(cents, -2)), Saved: budget.Known(decimal.New(saved, -2)),
			PerMonth: budget.Known(decimal.New(int64(perMonth), -2))}
		if perMonth <= 0 {
			pot.By = budget.YearMonth{Year: total / 12, Month: total%12 + 1}
		}
		p := (&budget.OwnBudget{Pots: []budget.Pot{pot}}).PotsFrom(by).Pots[0]
		if p.Parts != nil && !sumOf(p.Parts).Equal(p.Needed) {
			t.Errorf("parts %s, needed %s", sumOf(p.Parts), p.Needed)
		}
		for i, part := range p.Parts {
			if part.IsNegative() || i > 0 && part.GreaterThan(p.Parts[i-1]) || !part.Equal(part.Truncate(2)) {
				t.Fatalf("part %d is %s", i, part)
			}
		}
	})
}

func abs(n int64) int64 {
	if n < 0 {
		return -(n + 1)
	}
	return n
}
