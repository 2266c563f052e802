package budget

import (
	"encoding/json"
	"math/rand"
	"os"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// noNorms is a reference budget in which nothing is known.
func noNorms(r *Result) *NormBudget {
	return norms(&rules.Set{}, &Household{Adults: []Adult{{}}}, r)
}

// noResult is a year result without any money.
func noResult() *Result {
	r := &Result{}
	for c := range r.Components {
		r.Components[c] = none("")
	}
	return r
}

// The published example budgets: what comes in, what goes out, what is left.
func TestExampleBudgets(t *testing.T) {
	data, err := os.ReadFile("testdata/begroting/voorbeelden.json")
	if err != nil {
		t.Fatal(err)
	}
	var examples []struct {
		ID    string
		Lines []struct {
			Key                   LineKey
			Label, Amount, Rhythm string
		}
		Received []struct{ Component, Amount string }
		Totals   struct{ Income, Expenses, Balance string }
	}
	if err := json.Unmarshal(data, &examples); err != nil {
		t.Fatal(err)
	}
	if len(examples) != 3 {
		t.Fatalf("%d examples", len(examples))
	}
	for _, e := range examples {
		var own OwnBudget
		for _, l := range e.Lines {
			own.Lines = append(own.Lines, OwnLine{Key: l.Key, Label: l.Label, Amount: Known(dec(l.Amount)), Rhythm: Rhythm(l.Rhythm)})
		}
		for _, r := range e.Received {
			own.Received = append(own.Received, Received{Component: r.Component, Amount: Known(dec(r.Amount))})
		}
		if faults := own.Validate(); len(faults) > 0 {
			t.Errorf("%s: %v", e.ID, faults)
		}
		v := NewOverview(noNorms(noResult()), &own, nil, noResult())
		for _, s := range []struct {
			name string
			got  decimal.Decimal
			want string
		}{{"in", v.In, e.Totals.Income}, {"out", v.Out, e.Totals.Expenses}, {"own", v.OutOwn, e.Totals.Expenses}, {"left", v.Left, e.Totals.Balance}} {
			if !s.got.Equal(dec(s.want)) {
				t.Errorf("%s: %s %s, want %s", e.ID, s.name, s.got, s.want)
			}
		}
	}
}

// EB Finance in Control, example of three creditors (https://ebfinanceincontrol.nl/?p=1016): 2000 in, 1600 fixed, 75 + 75 + 50 to
// the creditors.
func TestArrangementsAreALine(t *testing.T) {
	debts := []Debt{{Kind: "gemeente", ArrangementPerMonth: Known(dec("75"))}, {Kind: "zorgverzekeraar", ArrangementPerMonth: Known(dec("75"))},
		{Kind: "webwinkel", ArrangementPerMonth: Known(dec("50"))}, {Kind: "familie"}}
	own := OwnBudget{Lines: []OwnLine{{Key: "huur", Amount: Known(dec("1600"))}}, Received: []Received{{Component: NettoInkomen, Amount: Known(dec("2000"))}}}
	v := NewOverview(noNorms(noResult()), &own, debts, noResult())
	if !v.Left.Equal(dec("200")) {
		t.Errorf("left %s, want 200", v.Left)
	}
	own.Lines = append(own.Lines, OwnLine{Key: LineAflossing, Amount: Known(dec("100"))})
	v = NewOverview(noNorms(noResult()), &own, debts, noResult())
	if !v.Left.Equal(dec("300")) {
		t.Errorf("an own amount does not replace the sum of the arrangements: left %s, want 300", v.Left)
	}
}

func lineOf(t *testing.T, v *Overview, key LineKey) BudgetLine {
	t.Helper()
	b, ok := v.Line(key)
	if !ok {
		t.Fatalf("no line %s", key)
	}
	return b
}

func overviewOf(t *testing.T, h *Household, own *OwnBudget) *Overview {
	t.Helper()
	v, err := testEngine(t).Overview(h, own, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestLayers(t *testing.T) {
	v := overviewOf(t, family(2026, 1), &OwnBudget{Lines: []OwnLine{
		{Key: "voeding", Amount: Known(dec("75")), Rhythm: Weekly},
		{Key: "kleding", Unknown: true},
		{Key: "gas", Amount: Known(dec("90"))},
		{Key: "elektriciteit", Amount: Known(dec("55.50"))},
		{Key: "water", Amount: Known(dec("12"))},
		{Key: "gemeente", Unknown: true},
		{Key: "huur", Unknown: true},
		{Key: "onderhoud", Unknown: true},
		{Key: "zakgeld", Unknown: true},
		{Key: "huisdieren", Unknown: true},
		{Key: "telecom", Amount: Known(zero)},
	}})
	for _, c := range []struct {
		key      LineKey
		state    State
		kind     NormKind
		perMonth string
		guessed  bool
		why      string
	}{
		{"voeding", HasAmount, KindOwn, "325", false, "75 x 52 / 12"},
		{"kleding", HasAmount, KindAverage, "72.1", true, "the family does not know: the norm fills in"},
		{"verzorging", HasAmount, KindAverage, "45.5", true, "not answered yet"},
		{"energie", HasAmount, KindOwn, "145.5", false, "finer lines add up"},
		{"water_lokaal", HasAmount, KindOwn, "42.17", true, "12 + 362 / 12 for the part that is not known"},
		{"huur", HasAmount, KindOwn, "650", false, "the file has it"},
		{"onderhoud", Unknown, "", "0", false, "no layer has it"},
		{"zakgeld", Unknown, "", "0", false, "the family has it, nobody knows how much"},
		{"huisdieren", HasAmount, KindAverage, "17.3", true, "a pet: 14.80 + 2.50"},
		{"telecom", HasAmount, KindOwn, "0", false, "nothing is an answer"},
		{"overig", None, "", "0", false, "not there"},
	} {
		b := lineOf(t, v, c.key)
		if b.State != c.state || b.Kind != c.kind || !b.PerMonth.Equal(dec(c.perMonth)) || b.Guessed != c.guessed {
			t.Errorf("%s: %v %q %s %v, want %v %q %s %v (%s)", c.key, b.State, b.Kind, b.PerMonth, b.Guessed, c.state, c.kind, c.perMonth, c.guessed, c.why)
		}
	}
	if want := []LineKey{"contributies", "onderhoud", "zakgeld", "meedoen"}; !slices.Equal(v.Missing, want) {
		t.Errorf("missing %v, want %v", v.Missing, want)
	}
	if want := []LineKey{"huur", "water_lokaal", "kleding", "onderhoud", "huisdieren", "zakgeld"}; !slices.Equal(v.ToDo, want) {
		t.Errorf("to do %v, want %v", v.ToDo, want)
	}
	if slices.Contains(v.NotFilled, "voeding") || !slices.Contains(v.NotFilled, "kleding") || !slices.Contains(v.NotFilled, "contributies") {
		t.Errorf("not filled %v", v.NotFilled)
	}
}

func TestTotalsAreSumsOfTheirParts(t *testing.T) {
	v := overviewOf(t, family(2026, 2, 8, 13), &OwnBudget{Lines: []OwnLine{{Key: "voeding", Amount: Known(dec("140")), Rhythm: Weekly}}})
	out, groups, in := zero, zero, zero
	for _, b := range v.Lines {
		out = out.Add(b.PerMonth)
	}
	for _, g := range v.Groups {
		groups = groups.Add(g.PerMonth)
	}
	for _, l := range v.Income {
		in = in.Add(l.PerMonth)
	}
	if !out.Equal(v.Out) || !groups.Equal(v.Out) || !in.Equal(v.In) || !v.Left.Equal(v.In.Sub(v.Out)) {
		t.Errorf("in %s of %s, out %s and %s of %s, left %s", in, v.In, out, groups, v.Out, v.Left)
	}
	energie, huur := lineOf(t, v, LineEnergie), lineOf(t, v, LineHuur)
	if !v.Ordinary.Equal(out.Sub(energie.PerMonth).Sub(huur.PerMonth)) {
		t.Errorf("without rent and energy %s", v.Ordinary)
	}
	if v.Minimum.State != HasAmount {
		t.Errorf("minimum %v", v.Minimum)
	}
}

// What comes in less childcare and travel is what the year result leaves a month, but for the cents of its parts.
func TestIncomeIsTheYearResult(t *testing.T) {
	h := family(2026, 2, 3, 8)
	for i := range h.Adults {
		h.Adults[i].Jobs = []Job{{ID: "j", HoursPerWeek: Known(dec("24")), HourlyWage: Known(dec("17.35")),
			HolidayAllowancePercent: Known(dec("8")), PensionPercent: Known(dec("4.2")), TravelCostPerMonth: Known(dec("61.3"))}}
	}
	h.Children[0].Childcare = []Childcare{{Kind: Dagopvang, HoursPerMonth: Known(dec("90")), PricePerHour: Known(dec("10.71"))}}
	v := overviewOf(t, h, nil)
	r, err := testEngine(t).Year(h)
	if err != nil {
		t.Fatal(err)
	}
	perMonth, known := r.DisposablePerMonth()
	opvang, reis := lineOf(t, v, LineKinderopvang), lineOf(t, v, LineReiskostenWerk)
	got := v.In.Sub(opvang.PerMonth).Sub(reis.PerMonth)
	if !known || got.Sub(perMonth).Abs().GreaterThan(dec("0.08")) {
		t.Errorf("%s a month after childcare and travel, the year result says %s", got, perMonth)
	}
	if opvang.PerMonth.IsZero() || reis.PerMonth.IsZero() {
		t.Errorf("childcare %s, travel %s", opvang.PerMonth, reis.PerMonth)
	}
	if want := v.Out.Sub(opvang.PerMonth).Sub(reis.PerMonth); !v.NeedsPerMonth().Equal(want) {
		t.Errorf("needs for the curve %s, want %s", v.NeedsPerMonth(), want)
	}
}

func TestReceivedReplacesTheComputed(t *testing.T) {
	r := noResult()
	r.Components[Loon] = Outcome{PerYear: dec("24000")}
	r.Components[Inkomstenbelasting] = Outcome{PerYear: dec("-2400")}
	r.Components[Huurtoeslag] = Outcome{PerYear: dec("3540")}
	r.Components[Bijstand] = unknown(ReasonWealthUnknown)
	own := &OwnBudget{Received: []Received{{Component: "huurtoeslag", Amount: Known(dec("40"))}}}
	v := NewOverview(noNorms(r), own, nil, r)
	if !v.In.Equal(dec("1840")) || v.InKnown { // 2000 - 200 + 40
		t.Errorf("in %s, known %v", v.In, v.InKnown)
	}
	for _, l := range v.Income {
		if l.ID == "huurtoeslag" && (!l.Computed.Or(zero).Equal(dec("295")) || !l.PerMonth.Equal(dec("40"))) {
			t.Errorf("huurtoeslag %s computed, %s counts", l.Computed, l.PerMonth)
		}
	}
	own.Received = append(own.Received, Received{Component: NettoInkomen, Amount: Known(dec("400")), Rhythm: Weekly}, Received{Component: "bijstand", Amount: Known(dec("0"))})
	v = NewOverview(noNorms(r), own, nil, r)
	if !v.In.Equal(dec("1773.33")) || !v.InKnown { // 400 x 52 / 12 + 40
		t.Errorf("in %s, known %v", v.In, v.InKnown)
	}
	if l := v.Income[0]; l.ID != NettoInkomen || !l.Computed.Or(zero).Equal(dec("1800")) {
		t.Errorf("net income %+v", l)
	}
}

// The order of the lines changes nothing, and no norm touches an own amount.
func TestOrderAndOwnAmounts(t *testing.T) {
	rnd := rand.New(rand.NewSource(7))
	lines, rhythms := Lines(), Rhythms()
	b := normsOf(t, family(2026, 2, 4))
	for range 200 {
		var own OwnBudget
		for range rnd.Intn(40) {
			l := OwnLine{Key: lines[rnd.Intn(len(lines))].Key, Rhythm: rhythms[rnd.Intn(len(rhythms))]}
			if l.Unknown = rnd.Intn(4) == 0; !l.Unknown {
				l.Amount = Known(decimal.New(rnd.Int63n(100_000), -2))
			}
			own.Lines = append(own.Lines, l)
		}
		shuffled := OwnBudget{Lines: slices.Clone(own.Lines)}
		rnd.Shuffle(len(shuffled.Lines), func(i, j int) {
			shuffled.Lines[i], shuffled.Lines[j] = shuffled.Lines[j], shuffled.Lines[i]
		})
		var layer []Norm
		for _, l := range lines {
			layer = append(layer, Norm{Key: l.Key, PerMonth: decimal.New(rnd.Int63n(100_000), -2)})
		}
		r := noResult()
		v, w, o := NewOverview(b, &own, nil, r), NewOverview(b, &shuffled, nil, r), NewOverview(b.Overlaid(layer), &own, nil, r)
		if !v.Out.Equal(w.Out) || !v.OutOwn.Equal(w.OutOwn) || !slices.Equal(v.Missing, w.Missing) || !slices.Equal(v.ToDo, w.ToDo) {
			t.Fatalf("the order of the lines changes %s into %s", v.Out, w.Out)
		}
		if !v.OutOwn.Equal(o.OutOwn) {
			t.Fatalf("a norm changes own amounts from %s to %s", v.OutOwn, o.OutOwn)
		}
	}
}
