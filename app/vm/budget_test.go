package vm

import (
	"os"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// wordsOfBudget stand for what the window fills in on the pages of the budget.
var wordsOfBudget = i18n.Args{"bedrag_reken": "295 euro", "dag_tot": "31-12-2026"}

// field finds a field of the open screen.
func field(t *testing.T, talk *Talk, id string) Field {
	t.Helper()
	for _, s := range talk.Screen().all() {
		for _, r := range s.Rows {
			for _, f := range r.Fields {
				if f.ID == id {
					return f
				}
			}
		}
	}
	t.Fatalf("no field %s on step %d", id, talk.Step()+1)
	return Field{}
}

// fill opens a step and fills in a field of it.
func fill(t *testing.T, talk *Talk, s Step, id, text string) {
	t.Helper()
	talk.Go(s)
	talk.Screen()
	if _, ok := talk.bound[id]; !ok {
		t.Fatalf("nothing to set at %s", id)
	}
	talk.Set(id, text)
}

func theSection(t *testing.T, talk *Talk, id string) Section {
	t.Helper()
	for _, s := range talk.Screen().all() {
		if s.ID == id {
			return s
		}
	}
	t.Fatalf("no section %s", id)
	return Section{}
}

// The window and the paper show the same sums: every row of the paper is the sum of its parts in the window.
func TestTheWindowShowsTheSumsOfThePaper(t *testing.T) {
	talk := newTalk(t)
	for _, e := range assets.Examples() {
		talk.ChooseExample(e.ID)
		money := plan.MoneyOf(talk.overview, talk.doc.Budget)
		in, out := rounded(plan.RoundIn, money.In), rounded(plan.RoundOut, money.Out)
		above := talk.Frame().Amounts
		if above[0].Value != i18n.WholeEuro(in.total) || above[1].Value != i18n.WholeEuro(out.total) {
			t.Errorf("%s: above stand %s and %s, on paper %s and %s", e.ID, above[0].Value, above[1].Value, in.total, out.total)
		}
		for i, p := range money.Out {
			sum, lines := decimal.Zero, decimal.Zero
			for _, g := range talk.overview.Groups {
				if plan.PartOf(g.Group) == p.Label {
					sum = sum.Add(talk.whole.groups[g.Group])
				}
			}
			for _, l := range talk.overview.Lines {
				if plan.PartOf(l.Group) == p.Label {
					lines = lines.Add(talk.whole.lines[l.Key])
				}
			}
			if !sum.Equal(out.parts[i]) || !lines.Equal(sum) {
				t.Errorf("%s, %s: groups %s, lines %s, on paper %s", e.ID, p.Label, sum, lines, out.parts[i])
			}
		}
		sum := decimal.Zero
		for _, amount := range talk.whole.income {
			sum = sum.Add(amount)
		}
		if !sum.Equal(in.total) {
			t.Errorf("%s: the parts of the income are %s, on paper %s", e.ID, sum, in.total)
		}
	}
}

type onPaper struct {
	total decimal.Decimal
	parts []decimal.Decimal
}

func rounded(round func([]decimal.Decimal) (decimal.Decimal, []decimal.Decimal), parts []plan.Part) onPaper {
	amounts := make([]decimal.Decimal, len(parts))
	for i, p := range parts {
		amounts[i] = p.PerMonth
	}
	total, each := round(amounts)
	return onPaper{total, each}
}

// "Weet ik niet" is an answer: the line is on the list to find out, and a norm stands in for it.
func TestDontKnowIsAnAnswer(t *testing.T) {
	talk := newTalk(t)
	fill(t, talk, Out, "budget.telecom.rhythm", dontKnow)
	if f := field(t, talk, "budget.telecom"); f.Value != "" || !strings.Contains(f.Placeholder, "89") { // CBS, two persons or more
		t.Errorf("field %+v", f)
	}
	if l, _ := talk.overview.Line("telecom"); !l.Guessed || !l.Unfinished {
		t.Errorf("line %+v", l)
	}
	if s := theSection(t, talk, "eruit.samen"); !strings.Contains(s.Rows[len(s.Rows)-1].Note, "Telefoon") {
		t.Errorf("to find out: %+v", s.Rows)
	}
	fill(t, talk, Out, "budget.telecom", "45")
	if f := field(t, talk, "budget.telecom.rhythm"); f.Value != string(budget.Monthly) {
		t.Errorf("with an amount the answer is still %q", f.Value)
	}
	fill(t, talk, Out, "budget.telecom", "")
	if i := talk.ownIndex("telecom"); i >= 0 {
		t.Errorf("an empty line stays: %+v", talk.doc.Budget.Lines[i])
	}
}

// The family sees its own amounts only; the helper also what stands beside them.
func TestTheFamilySeesNoNorms(t *testing.T) {
	talk := newTalk(t)
	talk.Go(Out)
	if r := row(t, talk, "budget.energie"); r.Note != "" || r.Help != "" || len(r.Fields) != 2 {
		t.Errorf("the family sees %+v", r)
	}
	talk.SetView(HelperView)
	if r := row(t, talk, "budget.energie"); !strings.Contains(r.Note, "221") || len(r.Fields) != 3 { // CBS, two persons or more
		t.Errorf("the helper sees %+v", r)
	}
}

// An amount that cannot be right is told at its field, and stops nothing.
func TestAnOddAmountIsToldAtItsField(t *testing.T) {
	talk := newTalk(t)
	fill(t, talk, Out, "budget.telecom", "1000000")
	if r := row(t, talk, "budget.telecom"); r.Hint == "" {
		t.Error("a million a month for a telephone is taken without a word")
	}
	if r := row(t, talk, "budget.energie"); r.Hint != "" {
		t.Errorf("another field says %q", r.Hint)
	}
}

func TestALineInParts(t *testing.T) {
	talk := newTalk(t)
	talk.SetView(HelperView)
	fill(t, talk, Out, "budget.energie.meer", "")
	at := talk.ownIndex("energie")
	id := "budget.lines[" + itoa(at) + "]"
	fill(t, talk, Out, id+".payee", "Voorbeeldstroom")
	fill(t, talk, Out, id+".way", string(budget.PaidAutomatically))
	fill(t, talk, Out, id+".day", "27")
	if o := talk.doc.Budget.Lines[at]; o.Payee != "Voorbeeldstroom" || o.Way != budget.PaidAutomatically || o.Day != 27 {
		t.Errorf("entry %+v", o)
	}
	fill(t, talk, Out, "budget.energie.delen", "gas")
	gas := "budget.lines[" + itoa(talk.ownIndex("gas")) + "]"
	fill(t, talk, Out, gas, "1.200")
	fill(t, talk, Out, gas+".rhythm", string(budget.Yearly))
	fill(t, talk, Out, gas+".month", "6")
	if l, _ := talk.overview.Line("energie"); !l.PerMonth.Equal(decimal.NewFromInt(304)) { // 204 + 1200 / 12
		t.Errorf("energy is %s", l.PerMonth)
	}
	if o := talk.doc.Budget.Lines[talk.ownIndex("gas")]; o.Month != 6 {
		t.Errorf("gas %+v", o)
	}
	fill(t, talk, Out, id+".weg", "")
	if l, _ := talk.overview.Line("energie"); !l.PerMonth.Equal(decimal.NewFromInt(100)) {
		t.Errorf("without the first amount energy is %s", l.PerMonth)
	}
	fill(t, talk, Out, moreLinesID, "huisdieren")
	if l, _ := talk.overview.Line("huisdieren"); !l.Unfinished {
		t.Errorf("pets %+v", l)
	}
}

func itoa(n int) string { return decimal.NewFromInt(int64(n)).String() }

func TestWhatIsOnTheBank(t *testing.T) {
	talk := newTalk(t)
	talk.Go(In)
	talk.OpenPage(pageBank)
	reckoned := talk.outcome.Of(budget.Huurtoeslag).PerYear.Div(decimal.NewFromInt(12))
	fill(t, talk, In, "received.huurtoeslag", "40")
	r := row(t, talk, "received.huurtoeslag")
	if !strings.Contains(r.Hint, i18n.EuroWords(decimal.NewFromInt(40))) || !strings.Contains(r.Hint, i18n.EuroWords(plan.RoundLine(reckoned))) || !strings.Contains(r.Hint, "laat u geld liggen") {
		t.Errorf("hint %q", r.Hint)
	}
	before := talk.overview.In
	fill(t, talk, In, "received.kinderbijslag.rhythm", string(budget.Quarterly))
	fill(t, talk, In, "received.kinderbijslag", "300")
	if l, _ := talk.incomeLine("kinderbijslag"); !l.PerMonth.Equal(decimal.NewFromInt(100)) {
		t.Errorf("300 a quarter is %s a month", l.PerMonth)
	}
	fill(t, talk, In, "received.kinderbijslag", "")
	fill(t, talk, In, "received.kinderbijslag.rhythm", string(budget.Monthly))
	if !talk.overview.In.Equal(before) {
		t.Errorf("an emptied field leaves %s, was %s", talk.overview.In, before)
	}
	fill(t, talk, In, "budget.otherIncome.erbij", "kostgeld")
	if talk.overview.InKnown {
		t.Error("board money of which nobody knows how much is taken for nothing")
	}
	fill(t, talk, In, "budget.otherIncome[0].amount", "50")
	fill(t, talk, In, "budget.otherIncome[0].rhythm", string(budget.Weekly))
	if got := talk.overview.In.Sub(before); !talk.overview.InKnown || !got.Equal(decimal.RequireFromString("216.67")) { // 50 x 52 / 12
		t.Errorf("board money adds %s", got)
	}
	talk.OpenPage("binnen")
	row(t, talk, "binnen.kostgeld")
	fill(t, talk, In, "household.adults[0].jobs[0].hoursPerWeek", "20")
	talk.OpenPage(pageBank)
	fill(t, talk, In, "budget.otherIncome[0].remove", "")
	if len(talk.doc.Budget.OtherIncome) != 0 {
		t.Error("board money stays")
	}
}

// A question that is answered stays away, and can be asked again.
func TestChecksAreAnswered(t *testing.T) {
	talk := newTalk(t)
	talk.SetView(HelperView)
	fill(t, talk, Out, "budget.telecom", "70")
	talk.OpenPage(pageOut)
	n := talk.openChecks()
	if n == 0 {
		t.Fatal("the example asks nothing")
	}
	name := talk.Screen().Pages[2].Label
	if !strings.Contains(name, itoa(n)) {
		t.Errorf("the page is called %q with %d questions", name, n)
	}
	talk.OpenPage("controle")
	first := talk.Screen().Left[1]
	if strings.Contains(first.Title, "⟦") || !strings.HasSuffix(strings.TrimSpace(first.Title), "?") && !strings.Contains(first.Title, "?") {
		t.Errorf("no question: %q", first.Title)
	}
	talk.Set(first.Actions[0].ID, "")
	if talk.openChecks() != n-1 || len(talk.doc.Budget.Checked) != 1 {
		t.Errorf("%d questions wait, want %d", talk.openChecks(), n-1)
	}
	done := theSection(t, talk, "controle.klaar")
	talk.Set(done.Rows[0].Fields[0].ID, "")
	if talk.openChecks() != n || len(talk.doc.Budget.Checked) != 0 {
		t.Errorf("asked again, %d questions wait", talk.openChecks())
	}
	talk.Screen()
	talk.Set(first.Actions[1].ID, "")
	if talk.Screen().Page == "controle" {
		t.Error("the question leads nowhere")
	}
}

// Every check has a question and what to do, with every amount filled in.
func TestEveryCheckHasWords(t *testing.T) {
	talk := newTalk(t)
	values := map[string]decimal.Decimal{}
	for _, name := range []string{"bedrag", "krijgt", "reken", "bruto", "huur", "afspraken", "rente", "tekort"} {
		values[name] = decimal.NewFromInt(12)
	}
	for _, id := range budget.CheckIDs() {
		for _, what := range []string{"vraag", "doen"} {
			if words := talk.checkWords(what, budget.Check{ID: id, Of: "huurtoeslag", Values: values}); words == "" || strings.Contains(words, "⟦") {
				t.Errorf("%s: %s", id, words)
			}
		}
	}
}

func TestNormsOfAnOrganisation(t *testing.T) {
	data, err := os.ReadFile("../../budget/testdata/normen/verzonnen.csv")
	if err != nil {
		t.Fatal(err)
	}
	talk := newTalk(t)
	talk.SetView(HelperView)
	own := talk.overview.OutOwn
	talk.OnPickNorms(func(use func([]byte)) { use(data) })
	talk.Go(Out)
	talk.OpenPage("normen")
	talk.Screen()
	talk.Set("normen.kies", "")
	if talk.doc.Norms == nil || !talk.overview.OutOwn.Equal(own) {
		t.Fatalf("set %v, own amounts from %s to %s", talk.doc.Norms != nil, own, talk.overview.OutOwn)
	}
	row(t, talk, "normen.naam")
	fill(t, talk, Out, "norms.dwelling", "flat")
	fill(t, talk, Out, "norms.vehicles", "1")
	if l, _ := talk.overview.Line("energie"); l.Norm.Kind != budget.KindOrganisation || !l.Norm.PerMonth.Equal(decimal.NewFromInt(120)) {
		t.Errorf("the norm of a flat is %+v", l.Norm)
	}
	fill(t, talk, Out, "norms.kind", string(budget.SetAverage))
	if l, _ := talk.overview.Line("voeding"); !l.Norm.PerMonth.Equal(decimal.NewFromInt(780)) { // 3 persons x 260
		t.Errorf("the average for food is %s", l.Norm.PerMonth)
	}
	talk.OpenPage("vergelijk")
	if head := theSection(t, talk, "vergelijk").Table.Head; len(head) != 7 {
		t.Errorf("columns %v", head)
	}
	file, err := store.Encode(&talk.doc)
	if err != nil {
		t.Fatal(err)
	}
	if back, faults := store.Check(file); len(faults) > 0 || len(back.Norms.Set.Rules) != 18 {
		t.Errorf("not kept in the file: %v", faults)
	}
	talk.OpenPage("normen")
	talk.ImportNorms([]byte("set_id,set_name,owner\n"))
	if s := theSection(t, talk, "normen.fouten"); len(s.Rows) != 6 || talk.doc.Norms == nil {
		t.Errorf("%d faults, set kept %v", len(s.Rows), talk.doc.Norms != nil)
	}
	fill(t, talk, Out, "normen.weg", "")
	if talk.doc.Norms != nil {
		t.Error("the set stays")
	}
}

// A whole budget can be made from nothing with what the window has: the published budget plan of De Meibloem Budgetbeheer
// (https://meibloem-budgetbeheer.nl/wat-doen-wij/het-budgetplan), 1,610 in and 1,475 out.
func TestAWholeBudgetCanBeMade(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	talk.SetView(HelperView)
	fill(t, talk, Who, "household.adults[0].born.month", "5")
	fill(t, talk, Who, "household.adults[0].born.year", "1990")
	fill(t, talk, Who, "household.children.add", "")
	fill(t, talk, Who, "household.children[0].born.month", "5")
	fill(t, talk, Who, "household.children[0].born.year", "2016")
	fill(t, talk, Who, "household.housing.kind", string(budget.Rent))
	fill(t, talk, Who, "household.housing.rentPerMonth", "535")
	talk.Go(In)
	talk.OpenPage(pageBank)
	for _, part := range [][2]string{{"netto_inkomen", "1250"}, {"zorgtoeslag", "70"}, {"huurtoeslag", "200"}, {"kindgebonden_budget", "90"}, {"kinderbijslag", "0"}} {
		fill(t, talk, In, "received."+part[0], part[1])
	}
	talk.Go(Out)
	talk.OpenPage(pageOut)
	for _, line := range [][2]string{{"energie", "145"}, {"zorgverzekering", "135"}, {"verzekeringen", "45"}, {"voeding", "347"}, {"telecom", "60"}} {
		fill(t, talk, Out, "budget."+line[0], line[1])
	}
	part := func(key budget.LineKey, kind, amount string) {
		fill(t, talk, Out, "budget."+string(key)+".meer", "")
		fill(t, talk, Out, "budget."+string(key)+".delen", kind)
		fill(t, talk, Out, "budget.lines["+itoa(len(talk.doc.Budget.Lines)-1)+"]", amount)
	}
	part("water_lokaal", "water", "15")
	part("energie", "energie", "15") // set apart for the settlement
	part("onderwijs", "schoolkosten", "10")
	for _, line := range [][2]string{{"aflossing", "68"}, {"ziektekosten", "50"}, {"onvoorzien", "50"}} {
		fill(t, talk, Out, moreLinesID, line[0])
		at := len(talk.doc.Budget.Lines) - 1
		id := "budget." + line[0]
		if !talk.isPlain(at) {
			id = "budget.lines[" + itoa(at) + "]"
		}
		fill(t, talk, Out, id, line[1])
	}
	v := talk.overview
	if !v.In.Equal(decimal.NewFromInt(1610)) || !v.InKnown {
		t.Errorf("in %s, known %v", v.In, v.InKnown)
	}
	if !v.OutOwn.Equal(decimal.NewFromInt(1475)) {
		t.Errorf("own amounts %s, want 1475: %+v", v.OutOwn, talk.doc.Budget.Lines)
	}
	talk.OpenPage("vergelijk")
	rows := theSection(t, talk, "vergelijk").Table.Rows
	if last := rows[len(rows)-1]; last.Cells[1] != "1.475" {
		t.Errorf("the table adds up to %v", last.Cells)
	}
}

// While lines are empty it is not said that everything was found out.
func TestEmptyLinesAreNotFoundOut(t *testing.T) {
	talk := newTalk(t)
	for i := range talk.ownBudget().Lines {
		talk.doc.Budget.Lines[i].Unknown = false
	}
	talk.doc.Budget.Lines = talk.doc.Budget.Lines[:1]
	talk.compute()
	s := talk.outTotal()
	for _, r := range s.Rows {
		if r.Label == talk.say("eruit.uitzoeken.niets") {
			t.Errorf("%q stands under %q", r.Label, s.Rows[0].Note)
		}
	}
	if s.Rows[0].Note == "" {
		t.Error("it is not said how many lines are empty")
	}
}
