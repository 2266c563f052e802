package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

func firstMonths(tb testing.TB, e *budget.Engine, m budget.Move) *budget.FirstMonths {
	tb.Helper()
	f, err := e.FirstMonths(m)
	if err != nil {
		tb.Fatalf("%v in %s", err, describe(m.Before))
	}
	for i := range f.Years {
		checkMonths(tb, &f.Years[i], &f.Results[i])
	}
	return f
}

// Without a change the months are those of the engine; a change in January is the year of the new situation; both calendar years
// add up to their results, and the twelve months are those of the years.
func TestFirstMonthsOfEveryHousehold(t *testing.T) {
	everyHousehold(t, 120, func(t *testing.T, e *budget.Engine, d dice, h *budget.Household) {
		if _, known := year(t, e, h).Disposable(); !known {
			return
		}
		then, err := e.Apply(h, &budget.Variant{Jobs: []budget.JobChange{{Adult: "a1", HoursPerWeek: d.cents(0, 40), HourlyWage: d.cents(14, 6)}}})
		if err != nil {
			t.Fatal(err)
		}
		if _, known := year(t, e, then).Disposable(); !known {
			return
		}
		start, months := 1+d(24), d(8)
		move := budget.Move{Before: h, After: then, Start: start, Months: months}
		if _, err := e.FirstMonths(budget.Move{Before: h, After: h, Start: 24}); err != nil {
			return // somebody reaches AOW age
		}
		f := firstMonths(t, e, move)
		for k, m := range f.Months {
			at := start - 1 + k
			if m.Month != at%12+1 || m.Year != h.Year+at/12 || !m.Total.Equal(f.Years[at/12].Months[at%12].Total) {
				t.Errorf("month %d is %d-%d", k+1, m.Year, m.Month)
			}
		}
		still := firstMonths(t, e, budget.Move{Before: h, After: h, Start: start})
		engines := months2(t, e, h)
		for at := range 12 {
			for c := range budget.NumComponents {
				if got, want := still.Years[0].Months[at].Components[c], engines.Months[at].Components[c]; !got.Equal(want) {
					t.Errorf("no change: %s in month %d is %s, want %s", c, at+1, got, want)
				}
			}
		}
		if !still.Total.IsZero() {
			t.Errorf("no change: %s to pay back", still.Total)
		}
		whole := firstMonths(t, e, budget.Move{Before: h, After: then, Start: 1})
		sameOutcomes(t, "change in January", year(t, e, then), &whole.Results[0])
	})
}

func months2(t *testing.T, e *budget.Engine, h *budget.Household) *budget.YearCash {
	t.Helper()
	y, err := e.Months(h)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

// Single, rent 600, bijstand without exemption, no wage before; from 1 September 2026 24 hours of 16.00.
//
// Wage: 24 x 52 / 12 x 16.00 = 1,664.00 a month; with 8% 4 x 1,664.00 x 1.08 = 7,188.48 in 2026.
// Bijstand until August: 6 x 1,401.50 + 2 x 1,419.46 = 11,247.92; from September on nothing: 24 hours are 1,745.37 net.
// The bijstand of September comes as before: 95% of 1,419.46 = 1,348.49, and goes back in October, with its holiday part of 70.97.
// October has the holiday bijstand built up in June, July and August, too: 1,401.50 - 1,331.43 = 70.07, and 2 x 70.97: 212.01; so
// -1,348.49 + 212.01 = -1,136.48, the 70.97 of September came on and went off.
//
// Toetsingsinkomen of 2026: 7,188 + gross bijstand. Tax before credits on 7,188: 2,569; credits 3,115 + 599 (8.324%) = 3,714:
// unused 1,145; gross (11,247.92 - 1,145) / 0.6425 = 15,724; together 22,912, below 23,425 and 29,736: both toeslagen are at
// their maximum all year, 4,342 and 1,550, so nothing has to be paid back for 2026.
func TestFirstMonthsByHand(t *testing.T) {
	e := engine(t)
	h := alone(2026, rent("600"), claims, hourly("0", "16"))
	then, err := e.Apply(h, &budget.Variant{Jobs: []budget.JobChange{{Adult: "a1", HoursPerWeek: known("24")}}})
	if err != nil {
		t.Fatal(err)
	}
	f := firstMonths(t, e, budget.Move{Before: h, After: then, Start: 9})
	r := &f.Results[0]
	for c, want := range map[budget.Component]string{budget.Loon: "7188.48", budget.Bijstand: "11247.92", budget.Inkomstenbelasting: "0",
		budget.Huurtoeslag: "4342", budget.Zorgtoeslag: "1550"} {
		if got := r.Of(c).PerYear; !got.Equal(dec(want)) {
			t.Errorf("%s %s, want %s", c, got, want)
		}
	}
	if got := r.Persons[0].Toetsingsinkomen; !got.Equal(dec("22912")) {
		t.Errorf("toetsingsinkomen %s, want 22,912", got)
	}
	if f.Months[0].Month != 9 || f.Months[4].Year != 2027 || !f.SameRules {
		t.Errorf("months from %d, %d; same rules %t", f.Months[0].Month, f.Months[4].Year, f.SameRules)
	}
	for k, want := range []string{"1348.49", "-1136.48", "0", "0", "0"} {
		if got := f.Months[k].Components[budget.Bijstand]; !got.Equal(dec(want)) {
			t.Errorf("bijstand in month %d: %s, want %s", k+1, got, want)
		}
		if got := f.Months[k].Components[budget.Loon]; !got.Equal(dec("1664")) {
			t.Errorf("wage in month %d: %s", k+1, got)
		}
	}
	// Holiday pay in May over September to May, nine months: 1,664.00 x 12 x 8% = 1,597.44 a year, 9 / 12 of it 1,198.08.
	if got := f.Months[8].Vakantie; f.Months[8].Month != 5 || !got.Equal(dec("1198.08")) {
		t.Errorf("holiday pay of %s in month %d", got, f.Months[8].Month)
	}
	for k, m := range f.Months { // the holiday bijstand comes with the settlement and not in June
		for _, g := range m.Events {
			if g.Key == budget.EventHolidayBijstand && k != 1 {
				t.Errorf("holiday bijstand in month %d", k+1)
			}
		}
	}
	// Nobody told: the whole bijstand of twelve months goes back. 4 x 1,419.46, then with the rules of this year 6 x 1,401.50 and
	// 2 x 1,419.46: 16,925.76. In 2027 the wage is 21,565.44 and the toeslagen stay what they are.
	if !f.PayBack[budget.Bijstand].Equal(dec("16925.76")) || !f.Total.Equal(dec("16925.76")) || !f.PerMonth().Equal(dec("1411")) {
		t.Errorf("to pay back %s in all, %s of bijstand, %s a month", f.Total, f.PayBack[budget.Bijstand], f.PerMonth())
	}
}

// A gross wage of 22,000 that becomes 34,000 on 1 July 2026 (26.117 and 40.363 hours): half of both is 28,000 in 2026. Huurtoeslag
// at rent 600: 4,342.20 less 27% of 28,000 - 23,425 = 1,235.25 is 3,106.95, 258 a month (258.91); before it was 361 a month
// (361.85). July is still paid as before: 7 x (361 - 258) = 721 too much, over five months 144.2: 258 - 144.2 = 113.8, so 113.
// Nobody told: 12 months of 2026 361 - 258 = 103, is 1,236; in 2027 34,000 gives 4,342.20 - 27% x 10,575 = 1,486.95, 123 a month:
// 6 x (361 - 123) = 1,428; together 2,664. Zorgtoeslag: 28,000 is below 29,736, so nothing in 2026; in 2027 1,550.45 - 13.73% x
// 4,264 = 965.00, 80 a month: 6 x (129 - 80) = 294.
func TestToeslagenOfAHalfYearByHand(t *testing.T) {
	e := engine(t)
	h := alone(2026, rent("600"), wage("22000"))
	then := alone(2026, rent("600"), wage("34000"))
	f := firstMonths(t, e, budget.Move{Before: h, After: then, Start: 7})
	if got := f.Results[0].Persons[0].Toetsingsinkomen; !got.Equal(dec("28000")) {
		t.Fatalf("toetsingsinkomen %s, want 28,000", got)
	}
	for k, want := range map[int]string{0: "361", 1: "113", 5: "113", 6: "123", 11: "123"} {
		if got := f.Months[k].Components[budget.Huurtoeslag]; !got.Equal(dec(want)) {
			t.Errorf("huurtoeslag in month %d: %s, want %s", k+1, got, want)
		}
	}
	if got := f.PayBack[budget.Huurtoeslag]; !got.Equal(dec("2664")) {
		t.Errorf("huurtoeslag to pay back %s, want 2,664", got)
	}
	if got := f.PayBack[budget.Zorgtoeslag]; !got.Equal(dec("294")) {
		t.Errorf("zorgtoeslag to pay back %s, want 294", got)
	}
	sum := decimal.Zero
	for _, m := range f.Months {
		sum = sum.Add(m.TooMuch)
	}
	if !sum.Equal(f.Total) {
		t.Errorf("months say %s, the total is %s", sum, f.Total)
	}
}

// An exemption of six months begins with the first wage in March: it ends after August, said in September.
func TestEndOfTheExemption(t *testing.T) {
	e := engine(t)
	h := alone(2026, rent("600"), exempt(budget.GeneralExemption, 6), hourly("0", "16"))
	then, err := e.Apply(h, &budget.Variant{Jobs: []budget.JobChange{{Adult: "a1", HoursPerWeek: known("8")}}})
	if err != nil {
		t.Fatal(err)
	}
	f := firstMonths(t, e, budget.Move{Before: h, After: then, Start: 3})
	has := func(k int, key string) bool {
		for _, g := range f.Months[k].Events {
			if g.Key == key {
				return true
			}
		}
		return false
	}
	for k := range f.Months {
		if has(k, budget.EventExemptionEnds) != (f.Months[k].Month == 9) {
			t.Errorf("month %d: events %v", f.Months[k].Month, f.Months[k].Events)
		}
	}
	if !has(0, budget.EventFirstWage) || has(1, budget.EventFirstWage) || !has(1, budget.EventSettleBijstand) {
		t.Errorf("events %v, then %v", f.Months[0].Events, f.Months[1].Events)
	}
	// 8 hours are 599.04 net a month, 149.76 of it exempt: May has 1,401.50 - 449.28 = 952.22, 95% is 904.61; without exemption
	// 1,419.46 - 599.04 = 820.42, 95% is 779.40.
	for month, want := range map[int]string{5: "904.61", 10: "779.40"} {
		if got := f.Months[month-3].Components[budget.Bijstand]; !got.Equal(dec(want)) {
			t.Errorf("bijstand in month %d: %s, want %s", month, got, want)
		}
	}
}
