package budget_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// dice picks a whole number below n: from a seeded generator in the properties, from the input of the fuzzer there.
type dice func(n int) int

func seeded(seed uint64) dice {
	return rand.New(rand.NewPCG(seed, 2026)).IntN
}

func (d dice) oneIn(n int) bool { return d(n) == n-1 }

func (d dice) word(words ...string) string { return words[d(len(words))] }

// cents is an amount from low up to low + span euro, in cents.
func (d dice) cents(low, span int) budget.Amount {
	return budget.Known(decimal.New(int64(low*100+d(span*100+1)), -2))
}

// near is an amount on one of these limits, a cent or a euro beside it.
func (d dice) near(limits ...string) budget.Amount {
	at := dec(limits[d(len(limits))])
	return budget.Known(at.Add(dec(d.word("0", "0.01", "-0.01", "1", "-1"))))
}

// household rolls a valid household: most are ordinary, many stand on a limit of some law.
func (d dice) household(years ...int) *budget.Household {
	h := &budget.Household{Year: years[d(len(years))]}
	h.Adults = append(h.Adults, d.adult("a1", h.Year))
	if d(5) < 2 {
		h.Partners = true
		h.Adults = append(h.Adults, d.adult("a2", h.Year))
	}
	for i := range d(4) {
		h.Children = append(h.Children, d.child(fmt.Sprintf("c%d", i+1), h))
	}
	if d.oneIn(3) {
		for range 1 + d(3) {
			h.OtherResidents = append(h.OtherResidents, d.resident(h.Year))
		}
	}
	h.Housing = d.home()
	h.Bijstand = budget.BijstandClaim{Claims: d(5) < 3, Exemption: budget.Exemption{
		Kind:   budget.ExemptionKind(d.word("none", "", "general", "single-parent", "medical")),
		Months: d(13)}}
	if d.oneIn(4) {
		for i := range 1 + d(3) {
			h.LocalSchemes = append(h.LocalSchemes, d.scheme(fmt.Sprintf("l%d", i+1), h.Year))
		}
	}
	return h
}

// born rolls a month of birth at one of these ages in the year (reached in that year), or between the first two.
func (d dice) born(year, from, to int, ages ...int) budget.YearMonth {
	age := from + d(to-from+1)
	if len(ages) > 0 && d.oneIn(3) {
		age = ages[d(len(ages))]
	}
	return budget.YearMonth{Year: year - age, Month: 1 + d(12)}
}

func (d dice) adult(id string, year int) budget.Adult {
	a := budget.Adult{ID: id, Born: d.born(year, 22, 60, 17, 18, 20, 21, 27, 28, 63, 64, 66, 68, 69, year-1946, year-1945, 85)}
	room := 240 // quarters of an hour a week
	for i := range []int{0, 1, 1, 1, 2, 3}[d(6)] {
		quarters := min(room, d(161))
		room -= quarters
		j := budget.Job{ID: fmt.Sprintf("j%d", i+1), HoursPerWeek: budget.Known(decimal.New(int64(quarters)*25, -2)),
			HourlyWage: d.cents(10, 20), HolidayAllowancePercent: known("8"), PayrollCredit: i == 0,
			PensionPercent: known(d.word("0", "0", "4.5", "7.94")), TravelCostPerMonth: known(d.word("0", "0", "45", "87.5"))}
		if d.oneIn(4) {
			j.HourlyWage = d.near("14.06", "14.71")
		}
		if d.oneIn(8) {
			j.HourlyWage = d.cents(0, 90)
		}
		a.Jobs = append(a.Jobs, j)
	}
	if d.oneIn(4) || year-a.Born.Year > 67 && d(4) > 0 {
		a.Benefits = append(a.Benefits, d.benefit(year-a.Born.Year > 67))
		if d.oneIn(3) {
			a.Benefits = append(a.Benefits, d.benefit(year-a.Born.Year > 67))
		}
	}
	if d.oneIn(6) {
		a.Profit = &budget.Profit{PerYear: d.cents(-8000, 60000), HoursTest: d(2) == 0, Starter: d.oneIn(3)}
	}
	if a.Wealth = d.cents(0, 6000); d.oneIn(4) {
		a.Wealth = d.near("7770", "8000", "15540", "16000", "37395", "38479", "74790", "76958", "57684", "59357",
			"141896", "146011", "179429", "184633")
	}
	return a
}

func (d dice) benefit(aow bool) budget.Benefit {
	kinds := budget.BenefitKinds()
	b := budget.Benefit{Kind: kinds[d(len(kinds))], GrossPerMonth: d.cents(0, 2600)}
	if aow {
		b.Kind = []budget.BenefitKind{budget.AOW, budget.Pension}[d(2)]
	}
	if d.oneIn(6) {
		b.GrossPerMonth = d.near("26.50", "53", "0.01", "726.33", "2300")
	}
	if b.GrossPerMonth.Or(decimal.Zero).IsNegative() {
		b.GrossPerMonth = known("0")
	}
	return b
}

func (d dice) child(id string, h *budget.Household) budget.Child {
	c := budget.Child{ID: id, Born: d.born(h.Year, 0, 17, 0, 1, 6, 11, 12, 13, 16, 18), Kinderbijslag: !d.oneIn(8)}
	eldest := h.Adults[0].Born
	for _, a := range h.Adults {
		if a.Born.Year < eldest.Year {
			eldest = a.Born
		}
	}
	c.Born.Year = min(h.Year, max(c.Born.Year, eldest.Year+1))
	if d.oneIn(3) {
		for range 1 + d(2) {
			kinds := budget.CareKinds()
			care := budget.Childcare{Kind: kinds[d(3)], HoursPerMonth: d.cents(0, 200), PricePerHour: d.cents(5, 9)}
			if d.oneIn(4) {
				care.HoursPerMonth = known(d.word("229", "230", "231", "300", "115"))
			}
			if d.oneIn(4) {
				care.PricePerHour = d.near("10.71", "9.52", "8.10", "11.23", "9.98", "8.49")
			}
			c.Childcare = append(c.Childcare, care)
		}
	}
	return c
}

func (d dice) resident(year int) budget.Resident {
	r := budget.Resident{Born: d.born(year, 18, 70, 0, 17, 18, 20, 21, 22, 23, 24, 26, 27, 28),
		Relation:      budget.Relation(d.word("", "child", "family", "other")),
		IncomePerYear: d.cents(0, 30000), Wealth: d.cents(0, 10000), CountsForKostendelersnorm: d(3) > 0}
	if d.oneIn(3) {
		r.IncomePerYear = d.near("6042", "6218", "1")
	}
	if d.oneIn(4) {
		r.Wealth = d.near("37395", "38479")
	}
	return r
}

func (d dice) home() budget.Home {
	home := budget.Home{Kind: budget.HomeKind(d.word("rent", "rent", "rent", "rent", "own", "other"))}
	if home.Kind != budget.Rent {
		return home
	}
	if home.RentPerMonth = d.cents(300, 700); d.oneIn(2) {
		home.RentPerMonth = d.near("197.24", "199.05", "200.71", "202.52", "477.20", "498.20", "682.96", "713.02", "731.93",
			"764.14", "900.07", "932.93")
	}
	return home
}

func (d dice) scheme(id string, year int) budget.LocalScheme {
	l := budget.LocalScheme{ID: id, Per: d.word("household", "adult", "child"), Amount: d.cents(0, 900),
		Kind: d.word("cash", "in-kind", "discount", "bill-cancelled"), Period: d.word("month", "year", "school-year", "once"),
		IncomeBase:             d.word("norm-incl-holiday", "norm-excl-holiday", "gross", "own-amount"),
		NormIgnoresCostSharers: d(2) == 0, CountExemptWage: d(2) == 0, Shape: d.word("cliff", "steps", "linear", "capacity"),
		LimitFull: known("1.20"), LimitZero: known("1.40"), CountsAsCash: d(2) == 0}
	if l.Per == "child" && d(2) == 0 {
		low, high := 4, 12+d(6)
		l.AgeMin, l.AgeMax = &low, &high
	}
	free := known("1.10")
	if l.IncomeBase == "gross" || l.IncomeBase == "own-amount" {
		l.LimitFull, l.LimitZero, free = known("1900"), known("2300"), known("1800")
	}
	l.Steps = []budget.SchemeStep{{To: l.LimitFull, Share: known("1")}, {To: l.LimitZero, Share: known("0.5")}}
	l.Capacity = &budget.Capacity{FreeLimit: free, Share: known("0.35")}
	if l.AssetTest.Kind = d.word("", "none", "art34", "amount"); l.AssetTest.Kind == "amount" {
		l.AssetTest.Limit = known("5000")
	}
	l.ValidFrom = fmt.Sprintf("%d-09-01", year-d(3)+1)
	return l
}

// describe writes a household as in the case file.
func describe(h *budget.Household) string {
	b, err := json.Marshal(h)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
