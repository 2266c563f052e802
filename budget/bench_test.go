package budget_test

import (
	"sync"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/budget/rules"
)

// load reads the rules once: an engine does not change.
var load = sync.OnceValues(rules.Load)

func engine(tb testing.TB) *budget.Engine {
	tb.Helper()
	book, err := load()
	if err != nil {
		tb.Fatal(err)
	}
	return budget.NewEngine(book)
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func known(s string) budget.Amount { return budget.Known(dec(s)) }

func job(hours, wage string) budget.Job {
	return budget.Job{ID: "j1", HoursPerWeek: known(hours), HourlyWage: known(wage), HolidayAllowancePercent: known("8"),
		PensionPercent: known("0"), TravelCostPerMonth: known("0"), PayrollCredit: true}
}

// standardFamily has a bit of everything: two earners, bijstand with an exemption, two children, childcare and rent.
func standardFamily() *budget.Household {
	return &budget.Household{
		Year: 2026, Partners: true,
		Adults: []budget.Adult{
			{ID: "a1", Born: budget.YearMonth{Year: 1990, Month: 5}, Jobs: []budget.Job{job("20", "15.50")}, Wealth: known("500")},
			{ID: "a2", Born: budget.YearMonth{Year: 1988, Month: 2}, Jobs: []budget.Job{job("12", "14.90")}, Wealth: known("0")},
		},
		Children: []budget.Child{
			{ID: "c1", Born: budget.YearMonth{Year: 2018, Month: 3}, Kinderbijslag: true, Childcare: []budget.Childcare{
				{Kind: budget.BSO, HoursPerMonth: known("40"), PricePerHour: known("9.50")}}},
			{ID: "c2", Born: budget.YearMonth{Year: 2014, Month: 6}, Kinderbijslag: true},
		},
		Housing:  budget.Home{Kind: budget.Rent, RentPerMonth: known("650.00")},
		Bijstand: budget.BijstandClaim{Claims: true, Exemption: budget.Exemption{Kind: budget.GeneralExemption, Months: 6}},
	}
}

func BenchmarkYear(b *testing.B) {
	e, h := engine(b), standardFamily()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Year(h); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCurve81(b *testing.B) {
	e, h := engine(b), standardFamily()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Curve(h, budget.CurveOptions{To: dec("40"), Step: dec("0.5")}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGrid81(b *testing.B) {
	e, h := engine(b), standardFamily()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Grid(h, dec("0"), dec("40"), dec("0.5")); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFirstMonths(b *testing.B) {
	e, h := engine(b), standardFamily()
	then, err := e.Apply(h, &budget.Variant{Jobs: []budget.JobChange{{HoursPerWeek: known("28")}}})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.FirstMonths(budget.Move{Before: h, After: then, Start: 9}); err != nil {
			b.Fatal(err)
		}
	}
}
