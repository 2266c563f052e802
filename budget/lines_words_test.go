package budget_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
)

// Every key that the budget gives to people has words in both kinds of Dutch, and every value in them is filled in.
func TestBudgetHasWords(t *testing.T) {
	book, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	engine := budget.NewEngine(book)
	for _, language := range []string{i18n.Dutch, i18n.SimpleDutch} {
		c, err := i18n.Load(language)
		if err != nil {
			t.Fatal(err)
		}
		want := func(text string) {
			t.Helper()
			if text == "" || strings.ContainsAny(text, "⟦{") {
				t.Errorf("%s: %s", language, text)
			}
		}
		for _, l := range budget.Lines() {
			want(c.T("budget.regel." + string(l.Key)))
		}
		for _, g := range budget.LineGroups() {
			want(c.T("budget.groep." + string(g)))
		}
		for _, r := range budget.Rhythms() {
			want(c.T("budget.ritme." + string(r)))
		}
		for _, k := range budget.CreditorKinds() {
			want(c.T("budget.schuldeiser." + string(k)))
		}
		for _, k := range []budget.NormKind{budget.KindOwn, budget.KindOrganisation, budget.KindMinimum, budget.KindAverage} {
			want(c.T("budget.soort." + string(k)))
		}
		want(c.T("budget.inkomen." + budget.NettoInkomen))
		for _, k := range budget.IncomeKinds() {
			want(c.T("budget.inkomen." + string(k)))
		}
		for _, r := range []budget.Reason{budget.ReasonSexUnknown, budget.ReasonDwellingUnknown, budget.ReasonTenureUnknown,
			budget.ReasonIncomeUnknown, budget.ReasonCountUnknown, budget.ReasonNoSizeFactor} {
			n := budget.Norm{State: budget.Unknown, Reason: r}
			want(c.T(n.ReasonID()))
		}
		want(c.T("budget.fout.onbekend_met_bedrag"))
		want(c.N("budget.nog_regels", 1))
		want(c.N("budget.nog_regels", 4))
		for _, h := range households() {
			norms, err := engine.Norms(h, nil)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range append(append(norms.Lines, norms.Finer...), norms.Pet, norms.Minimum) {
				if n.State == budget.HasAmount {
					want(c.T(n.Describe()))
				} else {
					want(c.T(n.ReasonID()))
				}
			}
		}
		for _, m := range []budget.Method{budget.FromDebts, budget.FromSet} {
			n := budget.Norm{Origin: budget.Origin{Method: m}}
			want(c.T(n.Describe()))
		}
	}
}

// households walk through every reason and method.
func households() []*budget.Household {
	amount := func(s string) budget.Amount { return budget.Known(decimal.RequireFromString(s)) }
	adult := func(id string, hours string) budget.Adult {
		return budget.Adult{ID: id, Born: budget.YearMonth{Year: 1988, Month: 4}, Jobs: []budget.Job{{ID: "j", HoursPerWeek: amount(hours),
			HourlyWage: amount("16"), HolidayAllowancePercent: amount("8"), PensionPercent: amount("0"), TravelCostPerMonth: amount("40")}}}
	}
	child := func(year int, care ...budget.Childcare) budget.Child {
		return budget.Child{ID: "k", Born: budget.YearMonth{Year: year, Month: 4}, Kinderbijslag: true, Childcare: care}
	}
	home := budget.Home{Kind: budget.Rent, RentPerMonth: amount("650")}
	return []*budget.Household{
		{Year: 2026, Adults: []budget.Adult{adult("a", "24")}, Housing: home, Children: []budget.Child{child(2019,
			budget.Childcare{Kind: budget.BSO, HoursPerMonth: amount("40"), PricePerHour: amount("9")})}},
		{Year: 2025, Adults: []budget.Adult{{ID: "a", Born: budget.YearMonth{Year: 1988, Month: 4}, Wealth: amount("0")}}},
		{Year: 2026, Adults: []budget.Adult{adult("a", "0"), adult("b", "10")}, Partners: true, Children: []budget.Child{child(2019, budget.Childcare{Kind: budget.BSO})}},
		{Year: 2026, Adults: []budget.Adult{{ID: "a", Born: budget.YearMonth{Year: 1988, Month: 4}, Jobs: []budget.Job{{ID: "j", HoursPerWeek: amount("8")}}}}},
		{Year: 2026, Adults: []budget.Adult{{ID: "a", Born: budget.YearMonth{Year: 1959, Month: 4}}}},
		{Year: 2027, Adults: []budget.Adult{adult("a", "24")}, Children: []budget.Child{child(2010)}},
	}
}
