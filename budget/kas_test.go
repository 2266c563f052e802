package budget

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// handCash is a family whose every amount is written down: no norms, no other income.
func handCash(t *testing.T, own *OwnBudget, debts []Debt, first YearMonth) *CashYear {
	t.Helper()
	return handCashOn(t, own, debts, first, false)
}

func handCashAtBest(t *testing.T, own *OwnBudget, first YearMonth) *CashYear {
	t.Helper()
	return handCashOn(t, own, nil, first, true)
}

func handCashOn(t *testing.T, own *OwnBudget, debts []Debt, first YearMonth, atBest bool) *CashYear {
	t.Helper()
	h := &Household{Year: 2026, Adults: []Adult{{ID: "a1", Born: YearMonth{1990, 5}}}, Housing: Home{Kind: OtherHome}}
	with := *own
	with.Received = append(slices.Clone(own.Received), Received{Component: Zorgtoeslag.String(), Amount: Known(dec("0"))})
	own = &with
	r := noResult()
	view := NewOverview(noNorms(r), own, debts, r)
	y, err := testEngine(t).cashOf(h, view, own, debts, nil, first, atBest)
	if err != nil {
		t.Fatal(err)
	}
	return y
}

func (m CashMonth) brief() string {
	return fmt.Sprintf("%s in %s out %s pots %s lowest %s on %d end %s", m.Month, m.In, m.Out, m.IntoPots, m.Lowest, m.Day, m.End)
}

// Wage 1,000 on the 25th, rent 600 on the 1st, a bill of 480 on 10 March, 50 a week from 1 January, account 700.
//
//	January:  700 - 600 - 50 (1st) = 50; 8th 0; 15th -50; 22nd -100; +1,000 on the 25th = 900; 29th 850
//	February: 850 - 600 = 250; weeks on 5, 12, 19, 26: 200, 150, 100 (lowest, 19th); +1,000 = 1,100; 1,050
//	March:    1,050 - 600 = 450; 5th 400; 10th -80; 12th -130; 19th -180 (lowest); +1,000 = 820; 26th 770
func TestCashByHand(t *testing.T) {
	own := &OwnBudget{
		Lines: []OwnLine{
			{Key: LineHuur, Amount: Known(dec("600")), Day: 1},
			{Key: "gemeente", Amount: Known(dec("480")), Rhythm: Yearly, Month: 3, Day: 10},
			{Key: "voeding", Amount: Known(dec("50")), Rhythm: Weekly},
		},
		Received: []Received{{Component: NettoInkomen, Amount: Known(dec("1000"))}},
		Cash:     &CashFacts{Balance: Known(dec("700")), PayDays: []PayDay{{Source: NettoInkomen, Day: 25}}},
	}
	y := handCash(t, own, nil, YearMonth{2026, 1})
	want := []string{
		"2026-01 in 1000 out 850 pots 0 lowest -100 on 22 end 850",
		"2026-02 in 1000 out 800 pots 0 lowest 100 on 19 end 1050",
		"2026-03 in 1000 out 1280 pots 0 lowest -180 on 19 end 770",
	}
	for i, w := range want {
		if got := y.Months[i].brief(); got != w {
			t.Errorf("got  %s\nwant %s", got, w)
		}
	}
	// 52 weeks x 50 + 12 x 600 + 480 = 10,280; 12 x 1,000 = 12,000
	if !y.In().Equal(dec("12000")) || !y.Out().Equal(dec("10280")) || !y.Months[11].End.Equal(dec("2420")) {
		t.Errorf("in %s, out %s, end %s", y.In(), y.Out(), y.Months[11].End)
	}
	fail, fails := y.Fails()
	if !fails || fail.Month.Month != 1 || !fail.Short().Equal(dec("100")) {
		t.Errorf("fails %v: %s", fails, fail.brief())
	}
	if in, out := y.UnknownDays(); in != 0 || out != 0 {
		t.Errorf("unknown days %d, %d", in, out)
	}
}

// From November on, with pots, and nothing in the pot of the bill: March asks 4 x 120. Then 12 parts of 40 for the next year.
func TestCashWithPots(t *testing.T) {
	own := &OwnBudget{
		Lines:    []OwnLine{{Key: "gemeente", Amount: Known(dec("480")), Rhythm: Yearly, Month: 3, Day: 10}},
		Received: []Received{{Component: NettoInkomen, Amount: Known(dec("200"))}},
		Cash:     &CashFacts{Balance: Known(dec("0")), SetApart: true},
		Pots:     []Pot{{Line: "gemeente", Saved: Known(dec("0"))}, {Label: "fiets", Amount: Known(dec("30")), By: YearMonth{2027, 2}}},
	}
	y := handCash(t, own, nil, YearMonth{2026, 11})
	var got []string
	for _, m := range y.Months[:6] {
		got = append(got, m.IntoPots.String())
	}
	// 120 + 10 (three times), 120, then 40 - 480 in March, 40
	if s := strings.Join(got, " "); s != "130 130 130 120 -440 40" {
		t.Errorf("into pots %s", s)
	}
	// 12 x 200 in; out 480; in the pots 30 for the bike and 8 x 40 = 320 for the next bill
	if !y.Months[11].End.Equal(dec("1570")) {
		t.Errorf("end %s", y.Months[11].End)
	}
	if m := y.Months[4]; m.Lowest.LessThan(dec("0")) {
		t.Errorf("March: %s", m.brief())
	}
	// Nobody said what is in the pot: 40 every month, and in March the 480 that are in it by then.
	steady := *own
	steady.Pots = nil
	if m := handCash(t, &steady, nil, YearMonth{2026, 11}).Months; !m[0].IntoPots.Equal(dec("40")) || !m[4].IntoPots.Equal(dec("-440")) {
		t.Errorf("a steady pot: %s; %s", m[0].brief(), m[4].brief())
	}
	if m := handCash(t, &steady, nil, YearMonth{2027, 3}).Months; !m[0].IntoPots.Equal(dec("-440")) || !m[11].IntoPots.Equal(dec("40")) {
		t.Errorf("a steady pot whose bill comes now: %s; %s", m[0].brief(), m[11].brief())
	}
	without := *own
	without.Cash = &CashFacts{Balance: Known(dec("0"))}
	if m := handCash(t, &without, nil, YearMonth{2026, 11}).Months[4]; !m.Out.Equal(dec("480")) || !m.IntoPots.IsZero() {
		t.Errorf("March without pots: %s", m.brief())
	}
}

// Kostgeld of 60 a month on the 3rd, a tax refund of 240 in May, and 25 a quarter whose month is not known: at the end of a quarter.
func TestCashOfOtherIncome(t *testing.T) {
	own := &OwnBudget{OtherIncome: []OtherIncome{
		{Kind: Kostgeld, Amount: Known(dec("60")), Day: 3}, {Kind: Teruggave, Amount: Known(dec("240")), Rhythm: Yearly, Month: 5},
		{Kind: HulpFamilie, Amount: Known(dec("25")), Rhythm: Quarterly},
	}}
	y := handCash(t, own, nil, YearMonth{2026, 4})
	if in := y.In(); !in.Equal(dec("1060")) || y.Partial {
		t.Errorf("in %s", in)
	}
	if m := y.Months; !m[0].In.Equal(dec("60")) || !m[1].In.Equal(dec("300")) || !m[2].In.Equal(dec("85")) || m[0].Events[0].Day != 3 {
		t.Errorf("%s; %s; %s", m[0].brief(), m[1].brief(), m[2].brief())
	}
	own.OtherIncome[0] = OtherIncome{Kind: Kostgeld, Unknown: true}
	if !handCash(t, own, nil, YearMonth{2026, 4}).Partial {
		t.Error("what the family does not know is not in it, and that is said")
	}
}

// A day that is not known counts on the careful side: bills on the first day, income on the last.
func TestCashIsCareful(t *testing.T) {
	own := &OwnBudget{
		Lines:    []OwnLine{{Key: "telecom", Amount: Known(dec("70"))}, {Key: "ozb", Amount: Known(dec("100")), Rhythm: Yearly}},
		Received: []Received{{Component: NettoInkomen, Amount: Known(dec("70"))}},
	}
	y := handCash(t, own, nil, YearMonth{2026, 2})
	m := y.Months[0]
	// the part of the yearly bill: 8.34 (11 times) and 8.26
	if in, out := y.UnknownDays(); in != 1 || out != 2 {
		t.Errorf("unknown days %d, %d", in, out)
	}
	if m.Day != 1 || !m.Lowest.Equal(dec("-78.34")) || m.Events[len(m.Events)-1].Day != 28 || y.StartKnown {
		t.Errorf("%s", m.brief())
	}
	if len(y.Spread) != 1 || y.Spread[0] != "ozb" || !y.Out().Equal(dec("940")) {
		t.Errorf("spread %v, out %s", y.Spread, y.Out())
	}
}

// On the best days the income of 70 comes on the first and the bill of 70 goes out on the last day: no day is below zero. A bill of
// 80 is too much on any days: 70 - 80 = -10.
func TestCashAtBest(t *testing.T) {
	own := &OwnBudget{
		Lines:    []OwnLine{{Key: "telecom", Amount: Known(dec("70"))}},
		Received: []Received{{Component: NettoInkomen, Amount: Known(dec("70"))}},
		Cash:     &CashFacts{Balance: Known(dec("0"))},
	}
	if y := handCash(t, own, nil, YearMonth{2026, 2}); !y.Months[0].Lowest.Equal(dec("-70")) {
		t.Errorf("%s", y.Months[0].brief())
	}
	y := handCashAtBest(t, own, YearMonth{2026, 2})
	if _, fails := y.Fails(); fails || y.Months[0].Events[0].Day != 1 || y.Months[0].Events[1].Day != 28 {
		t.Errorf("%s", y.Months[0].brief())
	}
	own.Lines[0].Amount = Known(dec("80"))
	y = handCashAtBest(t, own, YearMonth{2026, 2})
	if m, fails := y.Fails(); !fails || !m.Short().Equal(dec("10")) || m.Day != 28 {
		t.Errorf("%s", m.brief())
	}
	own.Cash.PayDays, own.Lines[0].Day = []PayDay{{Source: NettoInkomen, Day: 25}}, 3
	if best, careful := handCashAtBest(t, own, YearMonth{2026, 2}), handCash(t, own, nil, YearMonth{2026, 2}); best.Months[1].brief() != careful.Months[1].brief() {
		t.Errorf("every day is known: %s, not %s", best.Months[1].brief(), careful.Months[1].brief())
	}
}

// Clothes of 40 a month have no bill and no day to ask for: 10 a week, 1, 8, 15 and 22 February. The same in the month of a quarterly amount.
func TestWhatHasNoBillIsSpentByTheWeek(t *testing.T) {
	for _, rhythm := range []Rhythm{Monthly, Quarterly} {
		y := handCash(t, &OwnBudget{Lines: []OwnLine{{Key: "kleding", Amount: Known(dec("40")), Rhythm: rhythm, Month: 2}}}, nil, YearMonth{2026, 2})
		var got []string
		for _, e := range y.Months[0].Events {
			got = append(got, fmt.Sprintf("%d %s", e.Day, e.Amount))
		}
		if s := strings.Join(got, ", "); s != "1 -10, 8 -10, 15 -10, 22 -10" {
			t.Errorf("%s: %s", rhythm, s)
		}
		if _, out := y.UnknownDays(); out != 0 {
			t.Errorf("%s: %d days to ask for", rhythm, out)
		}
	}
}

// A pot is emptied before its bill on the same day, and filled after the income of its day: 40 on the 25th of 200, never below zero.
func TestPotsComeAfterTheMoney(t *testing.T) {
	own := &OwnBudget{
		Lines:    []OwnLine{{Key: "gemeente", Amount: Known(dec("480")), Rhythm: Yearly, Month: 3}},
		Received: []Received{{Component: NettoInkomen, Amount: Known(dec("200"))}},
		Cash:     &CashFacts{Balance: Known(dec("0")), SetApart: true, PayDays: []PayDay{{Source: NettoInkomen, Day: 25}}},
	}
	y := handCash(t, own, nil, YearMonth{2026, 11})
	if m, fails := y.Fails(); fails {
		t.Errorf("%s", m.brief())
	}
	if e := y.Months[0].Events; len(e) != 2 || e[1].Kind != CashIntoPot || e[1].Day != 25 {
		t.Errorf("%+v", e)
	}
}

// Wage of 1,300 a month paid in thirteen: 12 x 1,300 = 15,600 = 13 x 1,200; a payment on 4 December falls 28 days apart, so on
// 8 January 2027 minus 28 = 11 December 2026.
func TestFourWeeklyWage(t *testing.T) {
	b := newCashBook(&OwnBudget{Cash: &CashFacts{PayDays: []PayDay{{Source: "a1/j1", Rhythm: FourWeekly, Next: "2027-01-08"}}}}, YearMonth{2026, 12})
	b.wage(payment{adult: "a1", source: "j1", component: Loon, gross: dec("1300")})
	var days []string
	for _, m := range b.year.Months {
		for _, e := range m.Events {
			days = append(days, fmt.Sprintf("%s-%02d %s", m.Month, e.Day, e.Amount))
			if !e.DayKnown {
				t.Error("the day is known")
			}
		}
	}
	if len(days) != 13 || days[0] != "2026-12-11 1200" || days[1] != "2027-01-08 1200" || days[12] != "2027-11-12 1200" {
		t.Errorf("%v", days)
	}
}

// An arrangement stops when the debt is paid; what is set off is less income.
func TestCashOfDebts(t *testing.T) {
	own := &OwnBudget{Received: []Received{{Component: NettoInkomen, Amount: Known(dec("500"))}},
		Cash: &CashFacts{PayDays: []PayDay{{Source: NettoInkomen, Day: 20}}}}
	debts := []Debt{
		{Kind: "webwinkel", Amount: Known(dec("100")), ArrangementPerMonth: Known(dec("45")), ArrangementDay: 5}, // 45, 45, 10
		{Kind: "toeslagen", Amount: Known(dec("900")), ArrangementPerMonth: Known(dec("30")), SetOffAgainst: NettoInkomen,
			ArrangementStart: YearMonth{2026, 2}, ArrangementEnd: YearMonth{2026, 3}},
	}
	y := handCash(t, own, debts, YearMonth{2026, 1})
	want := []string{
		"2026-01 in 500 out 45 pots 0 lowest -45 on 5 end 455",
		"2026-02 in 470 out 45 pots 0 lowest 410 on 5 end 880",
		"2026-03 in 470 out 10 pots 0 lowest 870 on 5 end 1340",
		"2026-04 in 500 out 0 pots 0 lowest 1340 on 1 end 1840",
	}
	for i, w := range want {
		if got := y.Months[i].brief(); got != w {
			t.Errorf("got  %s\nwant %s", got, w)
		}
	}
	if rooms := y.Rooms(); !rooms[0].Equal(dec("500")) || !rooms[1].Equal(dec("500")) {
		t.Errorf("rooms %v: debts do not count in them", rooms[:2])
	}
	own.Lines = []OwnLine{{Key: LineAflossing, Amount: Known(dec("20"))}}
	if m := handCash(t, own, debts, YearMonth{2026, 1}).Months[0]; !m.Out.Equal(dec("20")) || !m.In.Equal(dec("500")) {
		t.Errorf("the family's own line for repayments counts in place of the debts: %s", m.brief())
	}
}

// The toeslagen come on the 20th, in a weekend on the Monday after: 20 September 2026 is a Sunday, 20 October a Tuesday.
func TestDayOfTheToeslagen(t *testing.T) {
	own := &OwnBudget{Received: []Received{{Component: Huurtoeslag.String(), Amount: Known(dec("300"))}}}
	y := handCash(t, own, nil, YearMonth{2026, 9})
	if e := y.Months[0].Events[0]; e.Day != 21 || !e.DayKnown {
		t.Errorf("September: %+v", e)
	}
	if e := y.Months[1].Events[0]; e.Day != 20 {
		t.Errorf("October: %+v", e)
	}
	own.Cash = &CashFacts{PayDays: []PayDay{{Source: "huurtoeslag", Day: 22}}}
	if e := handCash(t, own, nil, YearMonth{2026, 9}).Months[0].Events[0]; e.Day != 22 {
		t.Errorf("the family's own day wins: %+v", e)
	}
}
