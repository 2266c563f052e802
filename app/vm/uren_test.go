package vm

import (
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/assets"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// wordsOfHours stand for what the pages of the step "Meer uren werken" fill in.
var wordsOfHours = i18n.Args{"partner": "Omar", "ruimte": "80 euro", "maand": "mei 2026", "letter": "A", "laag": "1.200 euro", "hoog": "1.500 euro", "nu": "100 euro", "dan": "0 euro"}

// hoursPage opens a page of the step with an example family, as the helper sees it.
func hoursPage(t testing.TB, family, page string) *Talk {
	talk := newTalk(t.(*testing.T))
	talk.ChooseExample(family)
	talk.SetView(HelperView)
	talk.Go(Hours)
	talk.OpenPage(page)
	return talk
}

func known(s string) budget.Amount { return budget.Known(decimal.RequireFromString(s)) }

func euros(t *testing.T, cell string) int64 {
	t.Helper()
	e := i18n.ParseSignedEuro(strings.NewReplacer("−", "-", "+ ", "", "- ", "-").Replace(cell))
	if !e.Known {
		t.Fatalf("%q is no amount", cell)
	}
	return e.Value.IntPart()
}

// The difference of each column is what is left there less what is left now, rounded as in the plan.
func TestScenariosStandBesideNow(t *testing.T) {
	talk := hoursPage(t, "alleenstaande-ouder", "naast_elkaar")
	s := talk.Screen().Left[0]
	if s.Table == nil || s.Chart == nil || !slices.Equal(s.Table.Head, []string{"", "Nu", "A", "B"}) {
		t.Fatalf("table %+v", s.Table)
	}
	rows := map[string][]string{}
	for _, r := range s.Table.Rows {
		if len(r.Cells) != 4 {
			t.Fatalf("row %v", r.Cells)
		}
		rows[r.Cells[0]] = r.Cells[1:]
	}
	if got := rows["Uren van Naima"]; !slices.Equal(got, []string{"16", "24", "32"}) {
		t.Errorf("hours %v", got)
	}
	left, difference := rows["Uw geld per maand"], rows["Verschil met nu"]
	for i := 1; i < 3; i++ {
		if d, exact := euros(t, difference[i]), euros(t, left[i])-euros(t, left[0]); d != exact {
			t.Errorf("column %d: %s more in the table, %d by the totals", i, difference[i], exact)
		}
	}
	for i, c := range talk.columns()[1:] {
		year, err := talk.Engine.Year(c.household)
		if err != nil {
			t.Fatal(err)
		}
		perMonth, _ := year.DisposablePerMonth()
		if off := perMonth.Sub(decimal.NewFromInt(euros(t, left[i+1]))); off.IsNegative() || off.GreaterThan(decimal.NewFromInt(6)) {
			t.Errorf("%s: %s left, want %s less the rounding of the plan", c.name, left[i+1], perMonth)
		}
	}
}

// Help in kind that ends stands under the sum and is not in it. Now the net income of the family is 29,559.36, 122.2 percent of
// the norm: the discount of 2 x 300 and 3 x 200 x (150 - 122.25) / 30, so 1,155.01 a year, 96.25 a month. With 16 hours of Kasia it
// is above 170 percent and all of it has ended.
func TestHelpInKindThatEndsIsShown(t *testing.T) {
	talk := hoursPage(t, "een-kostwinner", "naast_elkaar")
	rows := talk.Screen().Left[0].Table.Rows
	if last := rows[len(rows)-1]; !slices.Equal(last.Cells, []string{talk.say("naast.natura"), "€\u00a096", "€\u00a00", "€\u00a00"}) {
		t.Errorf("last row %q", last.Cells)
	}
}

// What is typed about a scenario changes its column: a wage, a second job, care that follows the work, a month in which it ends.
func TestAScenarioIsTypedIn(t *testing.T) {
	talk := hoursPage(t, "twee-deeltijdbanen", "naast_elkaar")
	before, _ := talk.columns()[1].left()
	for _, a := range [][2]string{{"scenarios[0].jobs[0].hourlyWage", "18,50"}, {"scenarios[0].jobs[0].lowHoursPerWeek", "16"}, {"scenarios[0].childcare.c1", careFollow},
		{"scenarios[0].from", "1-2-2027"}, {"scenarios[0].months", "6"}, {"scenarios[0].jobs.add", ""}} {
		talk.Screen()
		talk.Set(a[0], a[1])
	}
	s := talk.doc.Scenarios[0]
	if s.Jobs[0].HourlyWage.String() != "18.50" || s.Jobs[0].LowHoursPerWeek.String() != "16" || len(s.Jobs) != 2 || s.From != "2027-02-01" || s.Months != 6 {
		t.Errorf("scenario %+v", s)
	}
	if len(s.Childcare) != 1 || s.Childcare[0].PerHourOfWork.String() != "0.5" {
		t.Errorf("childcare %+v", s.Childcare)
	}
	if after, known := talk.columns()[1].left(); !known || after.Equal(before) {
		t.Errorf("still %s left", after)
	}
	if words := talk.scenarioSentence(&talk.columns()[1]); !strings.Contains(words, "slechtste maand") || !strings.Contains(words, "6 maanden") {
		t.Errorf("sentence %q", words)
	}
	talk.Screen()
	talk.Set("scenarios[0].from", "ooit")
	if r := rowNamed(talk.Screen().Left, "scenarios[0].from"); r.Hint == "" || talk.doc.Scenarios[0].From != "" {
		t.Errorf("row %+v", r)
	}
	talk.Set("scenarios.add", "")
	if n := len(talk.doc.Scenarios); n != 3 && n != 2 {
		t.Errorf("%d scenarios", n)
	}
}

func rowNamed(sections []Section, id string) Row {
	for _, s := range sections {
		for _, r := range s.Rows {
			if r.ID == id {
				return r
			}
		}
	}
	return Row{}
}

// Every cell of the table of two partners is the year at those hours; the present ones have an edge.
func TestTheHoursOfBothPartners(t *testing.T) {
	talk := hoursPage(t, "twee-deeltijdbanen", "samen")
	s := talk.Screen().Left[0]
	if s.Table == nil {
		t.Fatal(s.Intro)
	}
	edges := 0
	for i, r := range s.Table.Rows {
		for k, shade := range r.Shades {
			if shade == NowShade {
				edges++
				now, _ := talk.outcome.DisposablePerMonth()
				if euros(t, r.Cells[k]) != now.Floor().IntPart() {
					t.Errorf("now is %s, cell %d,%d says %s", now, i, k, r.Cells[k])
				}
			}
			if k == 0 {
				continue
			}
			amount, mark := strings.TrimRight(r.Cells[k], "\u00a0+−"), shadeMarks[shade]
			if !strings.HasSuffix(r.Cells[k], mark) || mark == "" && amount != r.Cells[k] {
				t.Errorf("%q has the colour of the mark %q", r.Cells[k], mark)
			}
			less := euros(t, amount) < euros(t, nowCell(s.Table))
			if shade == WarnShade && !less || (shade == SoftShade || shade == DeepShade) && less {
				t.Errorf("%s has the colour %v", r.Cells[k], shade)
			}
		}
	}
	if edges != 1 {
		t.Errorf("%d cells of now", edges)
	}
	alone := hoursPage(t, "alleenstaande-ouder", "samen")
	if page := alone.Screen().Page; page == "samen" {
		t.Error("a page of two partners for one adult")
	}
}

func nowCell(table *Table) string {
	for _, r := range table.Rows {
		if k := slices.Index(r.Shades, NowShade); k >= 0 {
			return r.Cells[k]
		}
	}
	return "0"
}

// The columns of a month add up to its total, but for the rounding of each cell.
func TestTheFirstMonthsAddUp(t *testing.T) {
	for _, e := range assets.Examples() {
		talk := hoursPage(t, e.ID, "maanden")
		screen := talk.Screen()
		s := screen.Left[len(screen.Left)-1]
		if s.Table == nil {
			t.Errorf("%s: %s", e.ID, s.Intro)
			continue
		}
		if len(s.Table.Rows) != 12 {
			t.Errorf("%s: %d months", e.ID, len(s.Table.Rows))
		}
		for _, r := range s.Table.Rows {
			sum, n := int64(0), len(r.Cells)
			for _, cell := range r.Cells[1 : n-2] {
				sum += euros(t, cell)
			}
			if d := sum - euros(t, r.Cells[n-2]); d > 2 || d < -2 {
				t.Errorf("%s: %v", e.ID, r.Cells)
			}
		}
		if len(rowNamed(screen.Right, "melden."+plan.ReportLandlord).ID) == 0 && talk.household().Housing.Kind == budget.Rent {
			t.Errorf("%s: no list of whom to tell", e.ID)
		}
	}
}

// A row of each hundred euro is a hundred euro.
func TestEachHundredEuro(t *testing.T) {
	for _, e := range assets.Examples() {
		talk := hoursPage(t, e.ID, "honderd")
		for _, s := range talk.Screen().Left {
			if s.Table == nil {
				continue
			}
			for _, r := range s.Table.Rows {
				sum, n := int64(0), len(r.Cells)
				for _, cell := range r.Cells[1 : n-1] {
					sum += euros(t, cell)
				}
				if left := euros(t, r.Cells[n-1]); 100+sum != left {
					t.Errorf("%s: %v", e.ID, r.Cells)
				}
			}
		}
		talk.SetView(FamilyView)
		if slices.ContainsFunc(talk.Screen().Pages, func(o Option) bool { return o.ID == "honderd" }) || talk.HoursState().Pressure != nil {
			t.Errorf("%s: the family sees the pressure", e.ID)
		}
	}
}

// The piles of the curve reach as high as the line and the costs above it.
func TestTheCurveInParts(t *testing.T) {
	for _, e := range assets.Examples() {
		talk := hoursPage(t, e.ID, "lijn")
		talk.ShowHours(viewParts)
		stacks := talk.stacks()
		for i := range talk.hours.curve.Points {
			r := &talk.hours.curve.Points[i].Result
			sum := 0.0
			for _, s := range stacks[:len(stacks)-1] {
				sum += s.Values[i]
			}
			if left, _ := r.Disposable(); left.InexactFloat64()/12-sum > 0.01 || sum-left.InexactFloat64()/12 > 0.01 {
				t.Errorf("%s, %s hours: parts %f, left %s", e.ID, talk.hours.curve.Points[i].Hours, sum, left)
			}
		}
		if state := talk.HoursState(); len(state.Parts) == 0 || state.View != viewParts {
			t.Errorf("%s: %+v", e.ID, state.Parts)
		}
	}
}

// A scheme that stops at an income is said with its distance; a fall of it with the hours on both sides that are safe.
func TestTheLineSaysWhereItFalls(t *testing.T) {
	talk := hoursPage(t, "een-kostwinner", "lijn")
	talk.household().Adults[0].Jobs[0].HoursPerWeek = known("20")
	talk.household().LocalSchemes = []budget.LocalScheme{{ID: "l1", Name: "bijdrage voor school", Per: "household", Amount: known("1200"), Kind: "cash",
		Period: "year", IncomeBase: "gross", Shape: "cliff", LimitFull: known("1900"), CountsAsCash: true}}
	talk.doc.Scenarios = nil
	talk.compute()
	talk.hours.stale()
	talk.hours.chosen = false
	talk.refreshHours()
	talk.SetHours(27)
	// The limit lies at 26.2 hours: 22,801 / (52 x 16.20 x 1.08 x 0.955) = 26.24. An hour keeps about 700 euro: back after 28 hours.
	s := talk.HoursState()
	for _, want := range []string{"na 26,2\u00a0uur", "een regeling van de gemeente"} {
		if !strings.Contains(s.Sentence, want) {
			t.Errorf("no %q in %q", want, s.Sentence)
		}
	}
	for _, want := range []string{"Veilig is 26,2\u00a0uur of minder", "Bijdrage voor school stopt na 26,2\u00a0uur"} {
		if !strings.Contains(s.Details, want) {
			t.Errorf("no %q in %q", want, s.Details)
		}
	}
}

// Help in kind counts in the line only when the helper says so. By hand: 1,200 a year of lessons is 100 a month, now and up to 26.2
// hours (as above); at 27 hours it is gone. So now shows 100 more, 27 hours shows the same, and the difference is 100 less.
func TestHelpInKindInTheLine(t *testing.T) {
	talk := hoursPage(t, "een-kostwinner", "lijn")
	talk.SetView(HelperView)
	talk.household().Adults[0].Jobs[0].HoursPerWeek = known("20")
	talk.household().LocalSchemes = []budget.LocalScheme{{ID: "l1", Name: "zwemles", Per: "household", Amount: known("1200"), Kind: "in-kind",
		Period: "year", IncomeBase: "gross", Shape: "cliff", LimitFull: known("1900")}}
	talk.doc.Scenarios = nil
	talk.compute()
	talk.hours.stale()
	talk.hours.chosen = false
	talk.refreshHours()
	talk.SetHours(27)
	talk.Screen()
	cash, frame := talk.HoursState(), talk.Frame()
	if cash.AskInKind == "" || cash.InKind != no || cash.InKindNote != "" {
		t.Fatalf("%+v", cash)
	}
	talk.CountInKind(yes)
	with := talk.HoursState()
	if got, want := euros(t, with.NowAmount), euros(t, cash.NowAmount)+100; got != want {
		t.Errorf("now %d, want %d", got, want)
	}
	if with.ThenAmount != cash.ThenAmount && euros(t, with.ThenAmount)-euros(t, cash.ThenAmount) > 10 {
		t.Errorf("then %s, in cash %s", with.ThenAmount, cash.ThenAmount)
	}
	now, _ := talk.line().kind.now.Disposable()
	plain, _ := talk.outcome.Disposable()
	point, _ := talk.line().curve.Find(talk.hours.then)
	cashPoint, _ := talk.hours.curve.Find(talk.hours.then)
	then, _ := point.Result.Disposable()
	thenPlain, _ := cashPoint.Result.Disposable()
	if got := then.Sub(now).Sub(thenPlain.Sub(plain)); got.String() != "-1200" {
		t.Errorf("the difference moved by %s", got)
	}
	if !strings.Contains(with.Sentence, "na 26,2\u00a0uur") || strings.Contains(cash.Sentence, "na 26,2\u00a0uur") || with.Curve == cash.Curve {
		t.Errorf("%q, in cash %q", with.Sentence, cash.Sentence)
	}
	if !strings.Contains(with.InKindNote, "100\u00a0euro") || !strings.Contains(with.NowLabel, "natura") || !strings.Contains(with.ThenLabel, "natura") {
		t.Errorf("%+v", with)
	}
	talk.Screen()
	if got := talk.Frame(); got.Amounts != frame.Amounts {
		t.Errorf("the frame went from %+v to %+v", frame.Amounts, got.Amounts)
	}
	talk.SetView(FamilyView)
	if s := talk.HoursState(); s.AskInKind != "" || s.NowAmount != cash.NowAmount || s.Sentence != cash.Sentence {
		t.Errorf("the family sees it: %+v", s)
	}
}

// Dragging the slider stays far below a frame of 16 milliseconds: the state of the page and of the whole window.
func BenchmarkDrag(b *testing.B) {
	t := &testing.T{}
	talk := newTalk(t)
	talk.Go(Hours)
	talk.Subscribe(func() {
		talk.HoursState()
		talk.Screen()
		talk.Frame()
	})
	for i := 0; b.Loop(); i++ {
		talk.SetHours(float64(i%90) / 2)
	}
}
