package budget_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

func decs(words string) []decimal.Decimal {
	var all []decimal.Decimal
	for _, w := range strings.Fields(words) {
		all = append(all, dec(w))
	}
	return all
}

func words(all []decimal.Decimal) string {
	var s []string
	for _, d := range all {
		s = append(s, d.String())
	}
	return strings.Join(s, " ")
}

func TestDivideRoom(t *testing.T) {
	for _, c := range []struct {
		room, owed string
		split      budget.Split
		want       string
	}{
		{"200", "2000 3000 3000", budget.Proportional, "50 75 75"}, // example-budgets.json, ebfinance-3debts: proportional_payment
		{"100", "100 100 100", budget.Proportional, "33.33 33.33 33.34"},
		{"100", "1 1 1", budget.Proportional, "1 1 1"},
		{"2.99", "1 1 1", budget.Proportional, "0.99 1 1"}, // 0.9966: 0.99 each, and the last have 0.01 at most
		{"0", "500 20", budget.Proportional, "0 0"},
		{"-40", "500 20", budget.SmallestFirst, "0 0"},
		{"120", "500 20 90", budget.SmallestFirst, "10 20 90"},
		{"50", "0 0", budget.Proportional, "0 0"},
		{"10", "", budget.Proportional, ""},
	} {
		if got := words(budget.DivideRoom(dec(c.room), decs(c.owed), c.split)); got != c.want {
			t.Errorf("%s over %s: %s, want %s", c.room, c.owed, got, c.want)
		}
	}
}

// The shares add up to the room, or to the debts when they are less; none is below zero or above its debt.
func FuzzDivideRoom(f *testing.F) {
	f.Add(int64(20000), int64(200000), int64(300000), int64(300000))
	f.Add(int64(299), int64(100), int64(100), int64(100))
	f.Add(int64(-5), int64(0), int64(1), int64(7))
	f.Fuzz(func(t *testing.T, room, a, b, c int64) {
		owed, total := []decimal.Decimal{}, decimal.Zero
		for _, n := range []int64{a, b, c} {
			d := decimal.New(abs(n)%1e10, -2)
			owed, total = append(owed, d), total.Add(d)
		}
		r := decimal.New(room%1e12, -2)
		want := decimal.Min(decimal.Max(r, decimal.Zero), total)
		for _, split := range budget.Splits() {
			shares := budget.DivideRoom(r, owed, split)
			if !sumOf(shares).Equal(want) {
				t.Errorf("%s: shares %s of %s over %s", split, words(shares), r, words(owed))
			}
			for k, s := range shares {
				if s.IsNegative() || s.GreaterThan(owed[k]) {
					t.Errorf("%s: share %d is %s of %s", split, k, s, owed[k])
				}
			}
		}
	})
}

// The published example: 75, 75 and 50 a month are 200; 2,000 is repaid after 10 months.
func TestChosenShares(t *testing.T) {
	debts := []budget.Debt{
		{Kind: "gemeente", Amount: known("2000"), SharePerMonth: known("75"), InterestPercent: known("0")},
		{Kind: "zorgverzekeraar", Amount: known("3000"), SharePerMonth: known("75"), InterestPercent: known("0")},
		{Kind: "webwinkel", Amount: known("3000"), SharePerMonth: known("50"), InterestPercent: known("0")},
	}
	shares, over := budget.Shares(dec("400"), debts, "")
	if words(shares) != "75 75 50" || !over.IsZero() {
		t.Errorf("shares %s, over %s", words(shares), over)
	}
	if _, over := budget.Shares(dec("120"), debts, ""); !over.Equal(dec("80")) {
		t.Errorf("over %s", over)
	}
	debts[1].SharePerMonth = budget.Amount{} // the rest of 400 goes to the one without a choice
	if shares, _ := budget.Shares(dec("400"), debts, ""); words(shares) != "75 275 50" {
		t.Errorf("shares %s", words(shares))
	}
	debts[1].SharePerMonth = known("75")
	p, ends := budget.PlanDebts(debts, dec("200"), "", ym("2026-12"))
	paid := decimal.Zero
	for _, m := range p.Months[:10] {
		paid = paid.Add(m.Paid)
	}
	if !paid.Equal(dec("2000")) || !ends {
		t.Errorf("after 10 months %s", paid)
	}
}

// 300 at 12 percent a year (1 percent a month), 150 a month: 303.00 - 150 = 153.00; 154.53 - 150 = 4.53; 4.58 (0.0453 is 0.05).
func TestPlanWithInterest(t *testing.T) {
	debts := []budget.Debt{{Kind: "bank", Amount: known("300"), InterestPercent: known("12")}}
	p, ends := budget.PlanDebts(debts, dec("150"), "", ym("2026-11"))
	var got []string
	for _, m := range p.Months {
		got = append(got, fmt.Sprintf("%s %s %s", m.Month, m.Paid, m.Owed))
	}
	want := []string{"2026-11 150 153", "2026-12 150 4.53", "2027-01 4.58 0"}
	if !slices.Equal(got, want) || !ends || p.Free != ym("2027-01") || !p.Paid.Equal(dec("304.58")) {
		t.Errorf("%v, free %s, paid %s", got, p.Free, p.Paid)
	}
	if _, ends := budget.PlanDebts(debts, dec("3"), "", ym("2026-11")); ends {
		t.Error("3 a month is the interest: it never ends")
	}
	if _, ends := budget.PlanDebts([]budget.Debt{{Kind: "bank"}}, dec("3"), "", ym("2026-11")); ends {
		t.Error("a debt without an amount has no plan")
	}
}

// Smallest first: 100 a month over 250 and 60: 60 + 40, then 100, 100, 10.
func TestPlanSmallestFirst(t *testing.T) {
	debts := []budget.Debt{{Kind: "bank", Amount: known("250")}, {Kind: "familie", Amount: known("60")}}
	p, _ := budget.PlanDebts(debts, dec("100"), budget.SmallestFirst, ym("2026-11"))
	var got []string
	for _, m := range p.Months {
		got = append(got, words(m.Payments))
	}
	if strings.Join(got, ", ") != "40 60, 100 0, 100 0, 10 0" {
		t.Errorf("%v", got)
	}
}

// The month plan of the guide: payment = min(income - expenses, debt left), never below zero; a buffer of 25 inside the expenses
// grows, and when the debt is gone what is left joins it.
func TestRepayByMonth(t *testing.T) {
	got := budget.RepayByMonth(ym("2026-03"), decs("80 -20 300 60"), dec("200"), dec("25"))
	var s []string
	for _, m := range got {
		s = append(s, fmt.Sprintf("%s pays %s left %s buffer %s", m.Month, m.Payment, m.Left, m.Buffer))
	}
	// May: 120 of the 300, so 180 joins; June: all of the 60
	want := []string{"2026-03 pays 80 left 120 buffer 25", "2026-04 pays 0 left 120 buffer 50",
		"2026-05 pays 120 left 0 buffer 255", "2026-06 pays 0 left 0 buffer 340"}
	if !slices.Equal(s, want) {
		t.Errorf("%v", s)
	}
}

func debtsOf(t *testing.T, h *budget.Household, own *budget.OwnBudget, debts []budget.Debt, help *budget.DebtHelp) *budget.Debts {
	t.Helper()
	d, err := engine(t).DebtsOf(h, overview(t, h, own, debts), own, debts, help, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// wholeBudget is a budget without any norm: every line of the sheet has an amount of the family's own, and it receives so much.
func wholeBudget(received, spent string) *budget.OwnBudget {
	own := &budget.OwnBudget{Received: []budget.Received{{Component: budget.NettoInkomen, Amount: known(received)}}}
	for c := budget.Bijstand; c < budget.Kinderopvangkosten; c++ {
		own.Received = append(own.Received, budget.Received{Component: c.String(), Amount: known("0")})
	}
	for _, l := range budget.Lines() {
		if l.Parent == "" && l.Key != budget.LineAflossing {
			amount := "0"
			if l.Key == "voeding" {
				amount = spent
			}
			own.Lines = append(own.Lines, budget.OwnLine{Key: l.Key, Amount: known(amount)})
		}
	}
	return own
}

// The sheet says 1,610 in (1,610.60) and 1,408 out (1,407.40): left 202, not the 203.20 of the cents. With an arrangement of 68 the
// sheet says 1,476 out (1,475.40) and 134 left; 134 + 68 = 202 again.
func TestRoomIsWhatTheSheetSays(t *testing.T) {
	own := wholeBudget("1610.60", "1407.40")
	if r := debtsOf(t, aHousehold(), own, nil, nil).Room; !r.PerMonth.Equal(dec("202")) || !r.Left.Equal(dec("202")) || !r.Repaid.IsZero() {
		t.Errorf("%+v", r)
	}
	debts := []budget.Debt{{Kind: "webwinkel", Amount: known("800"), ArrangementPerMonth: known("68")}}
	if r := debtsOf(t, aHousehold(), own, debts, nil).Room; !r.PerMonth.Equal(dec("202")) || !r.Left.Equal(dec("134")) || !r.Repaid.Equal(dec("68")) {
		t.Errorf("with an arrangement %+v", r)
	}
}

// De Meibloem: 1,610 in, 1,475 out of which an arrangement of 68. Room: 1,610 - (1,475 - 68) = 203; less a pot of 50 a month 153.
func TestRoomToRepay(t *testing.T) {
	own := wholeBudget("1610", "1407")
	debts := []budget.Debt{{Kind: "webwinkel", Amount: known("800"), ArrangementPerMonth: known("68")}}
	d := debtsOf(t, aHousehold(), own, debts, nil)
	if !d.Room.Known || !d.Room.PerMonth.Equal(dec("203")) || !d.Arranged.Equal(dec("68")) || !d.Fits[0] {
		t.Errorf("%+v", d.Room)
	}
	own.Pots = []budget.Pot{{Amount: known("200"), By: ym("2027-03")}}
	if d := debtsOf(t, aHousehold(), own, debts, nil); !d.Room.PerMonth.Equal(dec("153")) {
		t.Errorf("with a pot %s", d.Room.PerMonth)
	}
	if d := debtsOf(t, aHousehold(), wholeBudget("1000", "1407"), debts, nil); !d.Room.PerMonth.IsZero() || !d.Room.Balance.Equal(dec("-407")) ||
		!hasWarning(d, budget.WarnNoRoom, -1) || !hasWarning(d, budget.WarnOverRoom, -1) || d.Fits[0] || !d.Shares[0].IsZero() {
		t.Errorf("short: %+v", d)
	}
}

func hasWarning(d *budget.Debts, key string, debt int) bool {
	return slices.ContainsFunc(d.Warnings, func(w budget.DebtWarning) bool { return w.Key == key && w.Debt == debt })
}

func TestDebtWarnings(t *testing.T) {
	own, late := wholeBudget("1000", "900"), 2
	fine := budget.Debt{Kind: "webwinkel", Amount: known("300"), ArrangementPerMonth: known("25"), InterestPercent: known("6"), LetterDate: "2026-09-01"}
	all := []string{budget.WarnThreat, budget.WarnNoRoom, budget.WarnOverRoom, budget.WarnBelowInterest, budget.WarnNoDate, budget.WarnOldLetter,
		budget.WarnAfterPlan, budget.WarnLoudest, budget.WarnNoInterest, budget.WarnNoAmount}
	for name, c := range map[string]struct {
		change func(d *budget.Debt)
		extra  []budget.Debt
		want   []string
	}{
		"fine":            {func(*budget.Debt) {}, nil, nil},
		"interest 3.00":   {func(d *budget.Debt) { d.InterestPercent, d.ArrangementPerMonth = known("12"), known("3.00") }, nil, []string{budget.WarnBelowInterest, budget.WarnAfterPlan}},
		"above interest":  {func(d *budget.Debt) { d.InterestPercent, d.ArrangementPerMonth = known("12"), known("30.01") }, nil, nil},
		"unknown":         {func(d *budget.Debt) { d.InterestPercent = budget.Amount{} }, nil, []string{budget.WarnNoInterest}},
		"no date":         {func(d *budget.Debt) { d.LetterDate = "" }, nil, []string{budget.WarnNoDate}},
		"exactly 3 month": {func(d *budget.Debt) { d.LetterDate = "2026-08-24" }, nil, nil},
		"a day older":     {func(d *budget.Debt) { d.LetterDate = "2026-08-23" }, nil, []string{budget.WarnOldLetter}},
		"threat":          {func(d *budget.Debt) { d.Threat = budget.CutOff }, nil, []string{budget.WarnThreat}},
		"too much":        {func(d *budget.Debt) { d.ArrangementPerMonth = known("100.01") }, nil, []string{budget.WarnOverRoom}},
		"after the plan":  {func(d *budget.Debt) { d.ArrangementEnd = ym("2028-06") }, nil, []string{budget.WarnAfterPlan}},
		"loudest first": {func(*budget.Debt) {}, []budget.Debt{{Kind: "energie", Amount: known("90"), ArrearsMonths: &late,
			InterestPercent: known("0"), LetterDate: "2026-11-01"}}, []string{budget.WarnLoudest}},
		"no amount": {func(d *budget.Debt) { d.Amount = budget.Amount{} }, nil, []string{budget.WarnNoAmount}},
	} {
		one := fine
		c.change(&one)
		d := debtsOf(t, aHousehold(), own, append([]budget.Debt{one}, c.extra...), &budget.DebtHelp{PlanEnd: ym("2028-05")})
		for _, key := range all {
			got := slices.ContainsFunc(d.Warnings, func(w budget.DebtWarning) bool { return w.Key == key })
			if got != slices.Contains(c.want, key) {
				t.Errorf("%s: warning %s is %v", name, key, got)
			}
		}
	}
}

// Room 100: the rent (60) and the water (30) fit, the shop (20) no longer does, the family (10) does.
func TestWhichArrangementsFit(t *testing.T) {
	debts := []budget.Debt{
		{Kind: "webwinkel", Amount: known("500"), ArrangementPerMonth: known("20")},
		{Kind: "familie", Amount: known("500"), ArrangementPerMonth: known("10")},
		{Kind: "water", Amount: known("500"), ArrangementPerMonth: known("30")},
		{Kind: "verhuurder", Amount: known("500"), ArrangementPerMonth: known("60")},
		{Kind: "bank", Amount: known("500"), ArrangementPerMonth: known("60"), ArrangementEnd: ym("2026-10")}, // over
	}
	d := debtsOf(t, aHousehold(), wholeBudget("1000", "900"), debts, nil)
	if !slices.Equal(d.Fits, []bool{false, true, true, true, true}) || !slices.Equal(budget.InOrder(debts), []int{3, 2, 0, 1, 4}) {
		t.Errorf("fits %v, order %v", d.Fits, budget.InOrder(debts))
	}
}

// Guide, section 2: bijstand of a single from July 2026: 1,348.49 stays, 70.97 can be taken. The bailiff's own amount wins.
func TestOnPaperAndInHand(t *testing.T) {
	h := &budget.Household{Year: 2026, Adults: []budget.Adult{{ID: "a1", Born: ym("1990-05"), Wealth: known("0")}},
		Housing: budget.Home{Kind: budget.Rent, RentPerMonth: known("600")}, Bijstand: budget.BijstandClaim{Claims: true}}
	debts := []budget.Debt{{Kind: "cjib", Amount: known("900"), Seizure: true}}
	s := debtsOf(t, h, wholeBudget("1000", "900"), debts, nil).Seizure
	if !s.Now || s.Typed || !s.Paper.Equal(dec("1419.46")) || !s.InHand.Equal(dec("1348.49")) || !s.Taken.Equal(dec("70.97")) {
		t.Errorf("%+v", s)
	}
	s = debtsOf(t, h, wholeBudget("1000", "900"), debts, &budget.DebtHelp{BeslagvrijeVoet: known("1400")}).Seizure
	if !s.Typed || !s.InHand.Equal(dec("1400")) || !s.Taken.Equal(dec("19.46")) {
		t.Errorf("typed: %+v", s)
	}
}

// The same household: 70.97 a month of a debt of 200 is 70.97, 70.97 and 58.06 (200 less twice 70.97), and nothing after it.
func TestSeizureStopsAtTheDebt(t *testing.T) {
	h := &budget.Household{Year: 2026, Adults: []budget.Adult{{ID: "a1", Born: ym("1990-05"), Wealth: known("0")}},
		Housing: budget.Home{Kind: budget.Rent, RentPerMonth: known("600")}, Bijstand: budget.BijstandClaim{Claims: true}}
	debts := []budget.Debt{{Kind: "cjib", Amount: known("200"), Seizure: true}}
	d := debtsOf(t, h, wholeBudget("1000", "900"), debts, nil)
	if end, ok := d.End(0); !d.Seized.Equal(dec("70.97")) || !d.Arranged.IsZero() || !ok || end != ym("2027-01") {
		t.Errorf("seized %s, agreed %s, ends %v %v", d.Seized, d.Arranged, end, ok)
	}
	y, err := cash(engine(t), h, wholeBudget("1000", "900"), debts, ym("2026-11"))
	if err != nil {
		t.Fatal(err)
	}
	var taken []string
	for _, m := range y.Months {
		for _, e := range m.Events {
			if e.Kind == budget.CashSetOff {
				taken = append(taken, m.Month.String()+" "+e.ID+" "+e.Amount.String())
			}
		}
	}
	if want := []string{"2026-11 beslag -70.97", "2026-12 beslag -70.97", "2027-01 beslag -58.06"}; !slices.Equal(taken, want) || !y.TakesOff() {
		t.Errorf("%v, want %v", taken, want)
	}
}

// 70.97 over 300 and 100: 53.2275 and 17.7425, cents down, and the last takes the rest. What a bailiff takes never passes the debts.
// A letter that says what is taken, as an arrangement of one of them, is all that is taken.
func TestSeizureFollowsWhatIsOwed(t *testing.T) {
	h := &budget.Household{Year: 2026, Adults: []budget.Adult{{ID: "a1", Born: ym("1990-05"), Wealth: known("0")}},
		Housing: budget.Home{Kind: budget.Rent, RentPerMonth: known("600")}, Bijstand: budget.BijstandClaim{Claims: true}}
	seized := func(amount, agreed string) budget.Debt {
		return budget.Debt{Kind: "overig", Amount: known(amount), ArrangementPerMonth: perhaps(agreed), Seizure: true}
	}
	unknown := seized("1", "")
	unknown.Amount = budget.Amount{}
	for _, test := range []struct {
		name  string
		debts []budget.Debt
		want  []string
	}{
		{"two", []budget.Debt{seized("300", ""), seized("100", "")}, []string{"53.22", "17.75"}},
		{"small", []budget.Debt{seized("20", ""), {Kind: "bank", Amount: known("900")}}, []string{"20", ""}},
		{"not known", []budget.Debt{seized("20", ""), unknown}, []string{"20", "50.97"}},
		{"agreed", []budget.Debt{seized("300", "45"), seized("100", "")}, []string{"45", ""}},
		{"none", []budget.Debt{{Kind: "bank", Amount: known("900")}}, []string{""}},
	} {
		paid, err := engine(t).WithSeizure(h, test.debts, nil, 11)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range test.want {
			if got, known := paid[i].ArrangementPerMonth.Get(); known != (want != "") || known && !got.Equal(dec(want)) {
				t.Errorf("%s: debt %d pays %s, want %q", test.name, i, got, want)
			}
		}
	}
	debts := []budget.Debt{seized("20", "")}
	paid, _ := engine(t).WithSeizure(h, debts, nil, 11)
	own := wholeBudget("1000", "900")
	before, after := overview(t, h, own, debts), overview(t, h, own, paid)
	if !before.Left.Sub(after.Left).Equal(dec("20")) {
		t.Errorf("the budget leaves %s, and %s with the seizure: it takes 20", before.Left, after.Left)
	}
}

func perhaps(amount string) budget.Amount {
	if amount == "" {
		return budget.Amount{}
	}
	return known(amount)
}

// An arrangement that is over, or begins later, takes nothing of this year.
func TestArrangementsOfTheYear(t *testing.T) {
	debts := []budget.Debt{{Kind: "bank", ArrangementPerMonth: known("40"), ArrangementEnd: ym("2025-12")},
		{Kind: "duo", ArrangementPerMonth: known("30"), ArrangementStart: ym("2027-01")},
		{Kind: "water", ArrangementPerMonth: known("25"), ArrangementStart: ym("2026-12"), ArrangementEnd: ym("2027-03")}}
	if l, _ := overview(t, aHousehold(), wholeBudget("1000", "900"), debts).Line(budget.LineAflossing); !l.PerMonth.Equal(dec("25")) {
		t.Errorf("repayments %s, want 25", l.PerMonth)
	}
}

// De Meibloem: 1,610 less 1,128 (fixed 875, arrangement 68, set apart 185) leaves 482 a month; x 12 / 52 = 111.23. The household
// asks 347, which is 80.08 a week (80.076, up).
func TestWeekMoney(t *testing.T) {
	own := wholeBudget("1610", "347")
	for i, l := range own.Lines {
		switch l.Key {
		case budget.LineHuur:
			own.Lines[i].Amount = known("875")
		case budget.LineInventaris:
			own.Lines[i].Amount = known("185")
		}
	}
	debts := []budget.Debt{{Kind: "overig", ArrangementPerMonth: known("68")}}
	w := budget.NewWeekMoney(overview(t, aHousehold(), own, debts), decimal.Zero)
	if !w.Known || !w.PerMonth.Equal(dec("482")) || !w.PerWeek.Equal(dec("111.23")) || !w.Needs.Equal(dec("80.08")) || !w.Enough() {
		t.Errorf("%+v", w)
	}
	w = budget.NewWeekMoney(overview(t, aHousehold(), own, debts), dec("500"))
	if !w.PerWeek.IsZero() || !w.PerMonth.Equal(dec("-18")) || w.Enough() {
		t.Errorf("with too large a pot: %+v", w)
	}
}

func TestValidateDebtHelp(t *testing.T) {
	h := aHousehold()
	help := &budget.DebtHelp{Debtor: "a9", Split: "half", Priorities: make([]string, 13), BeslagvrijeVoet: known("-1")}
	var got []string
	for _, f := range help.Validate(h) {
		got = append(got, f.Field)
	}
	if want := []string{"debtHelp.beslagvrijeVoet", "debtHelp.debtor", "debtHelp.split", "debtHelp.priorities"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	debts := []budget.Debt{{Kind: "bank", ArrangementStart: ym("2026-05"), ArrangementEnd: ym("2026-04"), Threat: "x", SetOffAgainst: "y",
		ArrangementDay: 32, SharePerMonth: known("-1"), Remark: strings.Repeat("x", 101)}}
	if got := budget.ValidateDebts(debts); len(got) != 6 {
		t.Errorf("%v", got)
	}
	if got := (&budget.DebtHelp{Split: budget.SmallestFirst, Debtor: "a1"}).Validate(h); len(got) > 0 {
		t.Errorf("%v", got)
	}
}
