package plan

import (
	"slices"
	"strings"
	"testing"
	"time"

	"perspectief/budget"
	"perspectief/i18n"
)

func reportKeys(reports []Report) []string {
	var all []string
	for _, r := range reports {
		all = append(all, r.Key)
	}
	return all
}

// A partner begins to work on 1 September, with childcare: the care can be asked for until 31 December (Wko art. 1.3: three months
// before the month of asking), the rest before 1 September.
func TestWhomToTellWhat(t *testing.T) {
	h := couple("20")
	h.Bijstand.Claims = true
	h.Children = []budget.Child{{ID: "c1", Born: budget.YearMonth{Year: 2020, Month: 3}, Kinderbijslag: true}}
	c := &Case{Household: h, Debts: []budget.Debt{{Kind: "webwinkel", ArrangementPerMonth: known("20")}}}
	s := &Scenario{ID: "s1", From: "2026-09-01",
		Jobs:      []ScenarioHours{{Adult: "a2", Job: "n1", HoursPerWeek: known("16"), HourlyWage: known("15")}, {Adult: "a1", Job: "extra", HoursPerWeek: known("4")}},
		Childcare: []budget.CareRule{{Child: "c1", Kind: budget.BSO, PerHourOfWork: known("0.5"), PricePerHour: known("9")}}}
	y, err := Simulate(engine(t), c, s, time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{ReportIncome, ReportNewCare, ReportCare, ReportWork, ReportPaySlips, ReportCredit, ReportDebts} {
		if !slices.Contains(reportKeys(y.Reports), want) {
			t.Errorf("%v lacks %s", reportKeys(y.Reports), want)
		}
	}
	for _, r := range y.Reports {
		want := Day("2026-09-01")
		switch r.Key {
		case ReportNewCare:
			want = "2026-12-31"
		case ReportPaySlips, ReportLandlord:
			want = ""
		}
		if r.Day != want || r.Latest != (r.Key == ReportNewCare) || r.Always != (want == "") {
			t.Errorf("%s before %q, want %q", r.Key, r.Day, want)
		}
	}
	if y.First == nil || y.First.Months[0].Month != 9 || y.First.Months[0].Year != 2026 {
		t.Errorf("first months %+v", y.First)
	}
}

// Without a first day a scenario begins in the month after the talk; a day long past or far ahead is kept within what can be computed.
func TestStartOfAScenario(t *testing.T) {
	for _, c := range []struct {
		from Day
		want int
	}{{"", 12}, {"2026-03-15", 3}, {"2027-02-01", 14}, {"2020-01-01", 1}, {"2031-01-01", 24}, {"als ik klaar ben", 12}} {
		s := Scenario{From: c.from}
		if got := s.start(2026, time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)); got != c.want {
			t.Errorf("%q begins in month %d, want %d", c.from, got, c.want)
		}
	}
}

// The paper tells whom to tell what, and what to set apart, as the window does: each thing once, with its last day.
func TestPaperTellsWhatTheWindowTells(t *testing.T) {
	h := couple("20")
	h.Children = []budget.Child{{ID: "c1", Born: budget.YearMonth{Year: 2020, Month: 3}, Kinderbijslag: true}}
	date := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	c := Case{Household: h, Scenarios: []Scenario{{ID: "s1", From: "2026-09-01",
		Jobs:      []ScenarioHours{{Adult: "a2", Job: "n1", HoursPerWeek: known("24"), HourlyWage: known("15")}},
		Childcare: []budget.CareRule{{Child: "c1", Kind: budget.BSO, PerHourOfWork: known("0.5"), PricePerHour: known("9")}}}}}
	y, err := Simulate(engine(t), &c, &c.Scenarios[0], date)
	if err != nil {
		t.Fatal(err)
	}
	words := simpleDutch(t)
	d, err := Prepare(engine(t), c, words, date)
	if err != nil {
		t.Fatal(err)
	}
	if y.First == nil || !y.First.Total.IsPositive() || len(y.Reports) < 4 {
		t.Fatalf("too little to tell: %+v", y)
	}
	printed := text(t, d)
	want := []string{"Doe dit vóór dinsdag 1 september 2026.", "De laatste dag is donderdag 31 december 2026.",
		"Zet dan " + i18n.EuroWords(y.First.PerMonth()) + " per maand apart."}
	for _, r := range y.Reports {
		want = append(want, words.T("melden."+r.Key))
	}
	for _, line := range want {
		if strings.Count(printed, line) != 1 {
			t.Errorf("%q is not on the paper once", line)
		}
	}
}

// Other conditions with the same hours go on paper too; what changes nothing does not.
func TestOtherWorkIsPrinted(t *testing.T) {
	h := couple("20")
	first := ScenarioHours{Adult: "a1", Job: h.Adults[0].Jobs[0].ID}
	wage, pension, travel, nothing := first, first, first, first
	wage.HourlyWage, pension.PensionPercent, travel.TravelCostPerMonth = known("21"), known("7"), known("88")
	nothing.HoursPerWeek = known("20")
	for _, c := range []struct {
		name  string
		s     Scenario
		print bool
	}{
		{"wage", Scenario{Jobs: []ScenarioHours{wage}}, true},
		{"pension", Scenario{Jobs: []ScenarioHours{pension}}, true},
		{"travel", Scenario{Jobs: []ScenarioHours{travel}}, true},
		{"profit", Scenario{Profits: []budget.ProfitChange{{Adult: "a1", PerYear: known("6000")}}}, true},
		{"nothing", Scenario{Jobs: []ScenarioHours{nothing}}, false},
	} {
		c.s.ID = "s1"
		d, err := Prepare(engine(t), Case{Household: h, Scenarios: []Scenario{c.s}}, simpleDutch(t), time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Has("Ander werk"); got != c.print {
			t.Errorf("%s is on paper: %v, want %v", c.name, got, c.print)
		}
	}
}

// A scenario that changes only the care of a child is printed. By hand: one partner has no work, so there is no kinderopvangtoeslag, and
// 60 hours of 9 euro cost 540 a month. The same care once more changes nothing and is not printed.
func TestOnlyOtherCareIsPrinted(t *testing.T) {
	h := couple("20")
	rule := budget.CareRule{Child: "c1", Kind: budget.BSO, HoursPerMonth: known("60"), PricePerHour: known("9")}
	c := Case{Household: h, Scenarios: []Scenario{{ID: "s1", Childcare: []budget.CareRule{rule}}}}
	date := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	d, err := Prepare(engine(t), c, simpleDutch(t), date)
	if err != nil {
		t.Fatal(err)
	}
	printed := strings.ReplaceAll(text(t, d), "\u00a0", " ")
	for _, want := range []string{"Andere opvang", "Stel: de opvang van de kinderen wordt anders.", "540 euro"} {
		if !strings.Contains(printed, want) {
			t.Errorf("no %q in\n%s", want, printed)
		}
	}
	h.Children[0].Childcare = []budget.Childcare{{Kind: budget.BSO, HoursPerMonth: known("60.0"), PricePerHour: known("9.00")}}
	if d, err = Prepare(engine(t), c, simpleDutch(t), date); err != nil || d.Has("Andere opvang") {
		t.Errorf("the same care is on paper, %v", err)
	}
}
