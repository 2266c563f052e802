package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// checkMonths: twelve months and the timings add up to the year, component by component, and every month to its total.
func checkMonths(tb testing.TB, y *budget.YearCash, r *budget.Result) {
	tb.Helper()
	for c := range budget.NumComponents {
		sum := decimal.Zero
		for _, m := range y.Months {
			sum = sum.Add(m.Components[c])
		}
		for _, later := range y.Later {
			if later.Component == c {
				sum = sum.Add(later.PerYear)
			}
		}
		if want := r.Of(c).PerYear; !sum.Equal(want) {
			tb.Errorf("%s: months and timings are %s, the year is %s", c, sum, want)
		}
	}
	for i, m := range y.Months {
		sum := decimal.Zero
		for _, d := range m.Components {
			sum = sum.Add(d)
		}
		if !sum.Equal(m.Total) {
			tb.Errorf("month %d: total %s, components %s", i+1, m.Total, sum)
		}
	}
}

// timing is what the timings of one kind and component come to.
func timing(y *budget.YearCash, key string, c budget.Component) decimal.Decimal {
	sum := decimal.Zero
	for _, later := range y.Later {
		if later.Key == key && later.Component == c {
			sum = sum.Add(later.PerYear)
		}
	}
	return sum
}

func months(tb testing.TB, e *budget.Engine, h *budget.Household) *budget.YearCash {
	tb.Helper()
	y, err := e.Months(h)
	if err != nil {
		tb.Fatalf("%v in %s", err, describe(h))
	}
	checkMonths(tb, y, year(tb, e, h))
	return y
}

// Kinderbijslag in hand in 2026 is the fourth quarter of 2025 and the first three of 2026.
func TestKinderbijslagInHand(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		born         int
		paid         [4]string // January, April, July, October
		cash, fourth string
	}{
		{2022, [4]string{"291.49", "295.07", "295.07", "298.40"}, "1180.03", "298.40"},
		{2018, [4]string{"353.95", "358.30", "358.30", "362.35"}, "1432.90", "362.35"},
		{2012, [4]string{"416.41", "421.53", "421.53", "426.29"}, "1685.76", "426.29"},
	} {
		y := months(t, e, alone(2026, child(c.born, 6)))
		sum := decimal.Zero
		for i, m := range y.Months {
			want := decimal.Zero
			if i%3 == 0 {
				want = dec(c.paid[i/3])
			}
			got := m.Components[budget.Kinderbijslag]
			if sum = sum.Add(got); !got.Equal(want) {
				t.Errorf("born in %d, month %d: %s, want %s", c.born, i+1, got, want)
			}
		}
		if !sum.Equal(dec(c.cash)) {
			t.Errorf("born in %d: %s in hand, want %s", c.born, sum, c.cash)
		}
		if got := timing(y, budget.TimingNextYear, budget.Kinderbijslag); !got.Equal(dec(c.fourth)) {
			t.Errorf("born in %d: %s next year, want %s", c.born, got, c.fourth)
		}
		if got := timing(y, budget.TimingLastYear, budget.Kinderbijslag).Neg(); !got.Equal(dec(c.paid[0])) {
			t.Errorf("born in %d: %s of last year, want %s", c.born, got, c.paid[0])
		}
	}
	// A child born in February 2026 was not there in 2025, and the amounts of 2024 are not in the book.
	for _, h := range []*budget.Household{alone(2026, child(2026, 2)), alone(2025, child(2018, 6))} {
		if got := months(t, e, h).Months[0].Components[budget.Kinderbijslag]; !got.IsZero() {
			t.Errorf("%d: %s in January", h.Year, got)
		}
	}
}

// Bijstand in hand is 95 percent of the norm; the rest of the year's months comes in June: a single person in 2026
// 16,925.76 - 6 x 1,331.43 - 6 x 1,348.49 = 846.24.
func TestBijstandInHand(t *testing.T) {
	e := engine(t)
	aow := born(1950, 3)
	for _, c := range []struct {
		name          string
		household     *budget.Household
		january, july string
	}{
		{"single", alone(2026, claims), "1331.43", "1348.49"},
		{"couple", alone(2026, claims, partner), "1902.02", "1926.40"},
		{"AOW age", alone(2026, claims, aow), "1486.46", "1507.97"},
		{"couple at AOW age", alone(2026, claims, aow, partner), "2036.95", "2067.30"},
	} {
		y := months(t, e, c.household)
		for i, m := range y.Months {
			got, want := m.Components[budget.Bijstand], dec(c.january)
			if i >= 6 {
				want = dec(c.july)
			}
			if i == 5 {
				got = got.Sub(m.Vakantie)
			} else if !m.Vakantie.IsZero() {
				t.Errorf("%s: holiday pay of %s in month %d", c.name, m.Vakantie, i+1)
			}
			if !got.Equal(want) {
				t.Errorf("%s: %s in month %d, want %s", c.name, got, i+1, want)
			}
		}
	}
	if got := months(t, e, alone(2026, claims)).Months[5].Vakantie; !got.Equal(dec("846.24")) {
		t.Errorf("holiday bijstand %s in June, want 846.24", got)
	}
}

// 25 hours of 16.00: 20,800 a year, 1,733.33 a month, and 8 percent, 1,664.00, in May. The year is 22,464.00, so the months drop
// 4 cents.
func TestHolidayPayComesInMay(t *testing.T) {
	y := months(t, engine(t), alone(2026, hourly("25", "16")))
	for i, m := range y.Months {
		want, holiday := dec("1733.33"), decimal.Zero
		if i == 4 {
			want, holiday = dec("3397.33"), dec("1664")
		}
		if got := m.Components[budget.Loon]; !got.Equal(want) || !m.Vakantie.Equal(holiday) {
			t.Errorf("month %d: wages %s with %s holiday pay, want %s and %s", i+1, got, m.Vakantie, want, holiday)
		}
	}
	if got := timing(y, budget.TimingRounding, budget.Loon); !got.Equal(dec("0.04")) {
		t.Errorf("%s dropped, want 0.04", got)
	}
}

// Toeslagen come in whole euros a month: brochures of Dienst Toeslagen 2026 (huurtoeslag 492 and 295, kinderopvangtoeslag 1,162,
// 1,821 and 880) and the tables of the zorgtoeslag (129 and 246 in 2026, 131 and 250 in 2025).
func TestToeslagenAMonth(t *testing.T) {
	e := engine(t)
	family := func(changes ...change) *budget.Household {
		return alone(2026, append([]change{partner, func(h *budget.Household) {
			h.Adults[1].Born = h.Adults[0].Born
			h.Adults[1].Jobs = []budget.Job{job("1", "0")} // works, so that there is kinderopvangtoeslag
		}}, changes...)...)
	}
	for _, c := range []struct {
		name      string
		household *budget.Household
		component budget.Component
		month     string
		rest      string // year award less twelve months
	}{
		// 537.867 less 22% of 2,500 / 12 = 492.03; 12 x 492.03 = 5,904.40.
		{"partners with a child, rent 1,200", alone(2026, partner, child(2020, 6), rent("1200"), benefit("34000")),
			budget.Huurtoeslag, "492", "0"},
		// 12 x 295.68 = 3,548.16: the award is 3,548, twelve months 3,540.
		{"20 years, rent 600", alone(2026, born(2005, 12), rent("600"), benefit("22000")), budget.Huurtoeslag, "295", "8"},
		{"two children in care", family(wage("120000"), child(2018, 6), care(budget.BSO, "65", "10.10"),
			child(2023, 6), care(budget.Dagopvang, "87", "12.45")), budget.Kinderopvangtoeslag, "1162", "3"},
		{"240 hours with a childminder", family(wage("40000"), child(2023, 6), care(budget.Gastouder, "240", "8.25")),
			budget.Kinderopvangtoeslag, "1821", "7"},
		{"price above the maximum", family(wage("50000"), child(2023, 6), care(budget.Gastouder, "108", "9.52")),
			budget.Kinderopvangtoeslag, "880", "3"},
		{"zorgtoeslag 2026", alone(2026), budget.Zorgtoeslag, "129", "2"},
		{"zorgtoeslag 2026, partners", alone(2026, partner), budget.Zorgtoeslag, "246", "11"},
		{"zorgtoeslag 2025", alone(2025), budget.Zorgtoeslag, "131", "1"},
		{"zorgtoeslag 2025, partners", alone(2025, partner), budget.Zorgtoeslag, "250", "10"},
	} {
		y := months(t, e, c.household)
		for i, m := range y.Months {
			if got := m.Components[c.component]; !got.Equal(dec(c.month)) {
				t.Errorf("%s: %s in month %d, want %s", c.name, got, i+1, c.month)
			}
		}
		if got := timing(y, budget.TimingSettlement, c.component); !got.Equal(dec(c.rest)) {
			t.Errorf("%s: %s with the final award, want %s", c.name, got, c.rest)
		}
	}
}

// The credit goes to the job; without a job with hours to the first benefit. 700 a month: L = 155 x 54 = 8,370, 35.75% is 2,992,
// below the credit of 3,115, so nothing is withheld with it and 249.33 a month without. Of alimony nothing is withheld.
func TestWithholdingOfBenefits(t *testing.T) {
	e := engine(t)
	with := func(hours string, kinds ...budget.BenefitKind) *budget.Household {
		h := alone(2026, hourly(hours, "15"))
		for _, k := range kinds {
			h.Adults[0].Benefits = append(h.Adults[0].Benefits, budget.Benefit{Kind: k, GrossPerMonth: known("700")})
		}
		return h
	}
	for _, c := range []struct {
		name         string
		household    *budget.Household
		withheld     string
		ownZvw       string
		holidayMonth string // May, with holiday pay
	}{
		{"benefit alone", with("0", budget.WIA), "0", "0", "0"},
		{"two benefits", with("0", budget.WIA, budget.WW), "-249.33", "0", "-249.33"},
		{"alimony", with("0", budget.Alimony), "0", "0", "0"},
		{"alimony leaves the credit", with("0", budget.Alimony, budget.WIA), "0", "0", "0"},
		// 700 x 4.85% = 33.95.
		{"pension", with("0", budget.Pension), "0", "-33.95", "0"},
		// The job has the credit and 4 hours withhold nothing; its holiday pay of 249.60 neither.
		{"benefit beside a job", with("4", budget.WIA), "-249.33", "0", "-249.33"},
	} {
		y := months(t, e, c.household)
		for i, m := range y.Months {
			want := dec(c.withheld)
			if i == 4 {
				want = dec(c.holidayMonth)
			}
			if got := m.Components[budget.Inkomstenbelasting]; !got.Equal(want) {
				t.Errorf("%s: %s withheld in month %d, want %s", c.name, got, i+1, want)
			}
			if got := m.Components[budget.Zvw]; !got.Equal(dec(c.ownZvw)) {
				t.Errorf("%s: Zvw of %s in month %d, want %s", c.name, got, i+1, c.ownZvw)
			}
		}
	}
}

func TestMonthsOfEveryHousehold(t *testing.T) {
	everyHousehold(t, 1500, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		r := year(t, e, h)
		if _, known := r.Disposable(); known {
			y := months(t, e, h)
			for _, later := range y.Later {
				// What rounding drops stays small: cents of a month for each job or benefit.
				if later.Key == budget.TimingRounding && later.PerYear.Abs().GreaterThan(dec("1")) {
					t.Errorf("%s of %s called rounding", later.PerYear, later.Component)
				}
			}
		}
	})
}
