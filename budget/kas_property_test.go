package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// cash is the twelve months of a household with the norms of the program.
func cash(e *budget.Engine, h *budget.Household, own *budget.OwnBudget, debts []budget.Debt, first budget.YearMonth) (*budget.CashYear, error) {
	view, err := e.Overview(h, own, debts, nil)
	if err != nil {
		return nil, err
	}
	return e.CashOf(h, view, own, debts, nil, first)
}

// ownBudget rolls a budget with pots and pay days.
func (d dice) ownBudget(h *budget.Household) *budget.OwnBudget {
	own := &budget.OwnBudget{Cash: &budget.CashFacts{SetApart: d.oneIn(2)}}
	if d.oneIn(2) {
		own.Cash.Balance = d.cents(-500, 2000)
	}
	lines, rhythms := budget.Lines(), budget.Rhythms()
	for range d(20) {
		l := budget.OwnLine{Key: lines[d(len(lines))].Key, Amount: d.cents(0, 300), Rhythm: rhythms[d(len(rhythms))], Month: d(13), Day: d(32)}
		if l.Key != budget.LineAflossing {
			own.Lines = append(own.Lines, l)
		}
	}
	for range d(3) {
		own.Pots = append(own.Pots, budget.Pot{Amount: d.cents(0, 400), By: budget.YearMonth{Year: 2026 + d(2), Month: 1 + d(12)}, Saved: d.cents(0, 90)})
	}
	for _, a := range h.Adults {
		for _, j := range a.Jobs {
			rhythm := budget.PayRhythms()[d(3)]
			own.Cash.PayDays = append(own.Cash.PayDays, budget.PayDay{Source: a.ID + "/" + j.ID, Day: d(32), Rhythm: rhythm,
				Next: d.word("", "2026-12-04", "2027-05-14", "2025-02-28")})
		}
	}
	return own
}

// checkCash: the twelve months are the months of the engine and the year of the overview, and the account follows them.
func checkCash(t *testing.T, d dice, h *budget.Household) {
	e, own := engine(t), d.ownBudget(h)
	months, err := e.Months(h)
	if err != nil {
		return
	}
	first := budget.YearMonth{Year: h.Year, Month: 1 + d(12)}
	y, err := cash(e, h, own, nil, first)
	if err != nil {
		t.Fatal(err)
	}
	in := decimal.Zero
	for _, m := range months.Months {
		for c := budget.Loon; c < budget.Kinderopvangkosten; c++ {
			in = in.Add(m.Components[c])
		}
	}
	if first.Month > 1 { // January lies in the next year: its kinderbijslag is that of the fourth quarter of this one
		in = in.Sub(months.Months[0].Components[budget.Kinderbijslag]).Add(timing(months, budget.TimingNextYear, budget.Kinderbijslag))
	}
	if !y.In().Equal(in) {
		t.Errorf("comes in %s, the months of the engine %s, in %s", y.In(), in, describe(h))
	}
	view := overview(t, h, own, nil)
	out := view.Out.Mul(decimal.NewFromInt(12))
	if off := y.Out().Sub(out).Abs(); off.GreaterThan(decimal.New(int64(6*len(view.Lines)), -2)) {
		t.Errorf("goes out %s, twelve months of the overview %s", y.Out(), out)
	}
	best, err := e.CashAtBest(h, view, own, nil, nil, first)
	if err != nil {
		t.Fatal(err)
	}
	balance := y.Start
	for i, m := range y.Months {
		if best.Months[i].Lowest.LessThan(m.Lowest) || best.Months[i].End.LessThan(m.End) {
			t.Errorf("%s: on the best days lowest %s and end %s, else %s and %s", m.Month, best.Months[i].Lowest, best.Months[i].End, m.Lowest, m.End)
		}
		if m.Lowest.GreaterThan(balance) || m.Lowest.GreaterThan(m.End) || m.Day < 1 {
			t.Errorf("%s: lowest %s, from %s to %s", m.Month, m.Lowest, balance, m.End)
		}
		balance = balance.Add(m.In).Sub(m.Out).Sub(m.IntoPots)
		if !m.End.Equal(balance) {
			t.Fatalf("%s: end %s, want %s", m.Month, m.End, balance)
		}
	}
}

func TestCashIsTheYear(t *testing.T) {
	for seed := range uint64(60) {
		d := seeded(seed)
		checkCash(t, d, d.household(2025, 2026))
	}
}

// A budget whose amounts come every month or week is to the cent the year of its lines, whatever the order of the lines.
func TestOrderOfLinesChangesNothing(t *testing.T) {
	h, e := aHousehold(), engine(t)
	for seed := range uint64(20) {
		d := seeded(seed)
		own := d.ownBudget(h)
		one, err := cash(e, h, own, nil, ym("2026-06"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range own.Lines {
			k := d(len(own.Lines))
			own.Lines[i], own.Lines[k] = own.Lines[k], own.Lines[i]
		}
		two, err := cash(e, h, own, nil, ym("2026-06"))
		if err != nil {
			t.Fatal(err)
		}
		for i := range one.Months {
			a, b := one.Months[i], two.Months[i]
			if !a.End.Equal(b.End) || !a.Lowest.Equal(b.Lowest) || a.Day != b.Day {
				t.Errorf("%s: %s on %d, was %s on %d", a.Month, b.Lowest, b.Day, a.Lowest, a.Day)
			}
		}
	}
}

// What the bank statement says replaces the months of the engine: kinderbijslag each quarter, the rest every month.
func TestReceivedReplaces(t *testing.T) {
	h, e := aHousehold(), engine(t)
	own := &budget.OwnBudget{Received: []budget.Received{
		{Component: "huurtoeslag", Amount: known("40")},
		{Component: "kinderbijslag", Amount: known("300"), Rhythm: budget.Quarterly},
	}}
	y, err := cash(e, h, own, nil, ym("2026-01"))
	if err != nil {
		t.Fatal(err)
	}
	sums := map[string]decimal.Decimal{}
	for _, m := range y.Months {
		for _, ev := range m.Events {
			if ev.Kind == budget.CashIncome {
				sums[ev.ID] = sums[ev.ID].Add(ev.Amount)
			}
			if ev.ID == "kinderbijslag" && m.Month.Month%3 != 1 {
				t.Errorf("kinderbijslag in %s", m.Month)
			}
		}
	}
	if !sums["huurtoeslag"].Equal(dec("480")) || !sums["kinderbijslag"].Equal(dec("1200")) {
		t.Errorf("%v", sums)
	}
}

// An unknown part of the income: the months go on without it, and say so.
func TestCashOfAnUnknownIncome(t *testing.T) {
	h := aHousehold()
	h.Adults[0].Jobs[0].HourlyWage = budget.Amount{}
	y, err := cash(engine(t), h, nil, nil, ym("2026-01"))
	if err != nil || !y.Partial {
		t.Errorf("partial %v, error %v", y != nil && y.Partial, err)
	}
}
