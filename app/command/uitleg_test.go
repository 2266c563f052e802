package command_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
)

// Whatever the engine says by a key has words in both Dutch catalogues: a family would read the key otherwise.
func TestEveryKeyOfTheEngineHasWords(t *testing.T) {
	ids := constantIDs(t)
	for c := range budget.NumComponents {
		ids["onderdeel."+c.String()] = true
	}
	families := exampleFamilies(t)
	for seed := range uint64(400) {
		families = append(families, rolled(seed))
	}
	collect(t, families, ids)
	for _, language := range []string{i18n.Dutch, i18n.SimpleDutch} {
		words, err := i18n.Load(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range slices.Sorted(maps.Keys(ids)) {
			if !words.Has(id) {
				t.Errorf("%s: no words for %s", language, id)
			}
		}
	}
	// What only comes about in some households is among them: the families are varied enough.
	for _, id := range []string{"uitleg.bijstand.kostendelersnorm", "uitleg.bijstand.vrijlating", "uitleg.korting.combinatie",
		"uitleg.korting.alleenstaande_ouderen", "uitleg.korting.jonggehandicapten", "uitleg.winst.ondernemersaftrek",
		"uitleg.huurtoeslag.normhuur", "uitleg.kot.per_maand", "uitleg.ib.schijf_3", "uitleg.lokaal.regeling",
		"uitleg.beslagvrijevoet.kinderen", "gebeurtenis.kind_wordt_18", "gebeurtenis.medebewoner_wordt_23"} {
		if !ids[id] {
			t.Errorf("no household has %s", id)
		}
	}
}

// constantIDs are the ids of the constants of the engine that stand for a sentence.
func constantIDs(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("../../budget/*.go")
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, name := range files {
		area := ""
		if filepath.Base(name) == "norms.go" { // the reference amounts have words of their own
			area = "budget."
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			if value, ok := spec.Values[0].(*ast.BasicLit); ok && value.Kind == token.STRING {
				if text, err := strconv.Unquote(value.Value); err == nil {
					if id := idOf(spec.Names[0].Name, text); id != "" {
						ids[area+id] = true
					}
				}
			}
			return true
		})
	}
	if len(ids) < 40 {
		t.Fatalf("only %d constants found", len(ids))
	}
	return ids
}

// idOf is the id of the sentence of a constant, by the beginning of its name.
func idOf(name, value string) string {
	for prefix, area := range map[string]string{"Reason": "reden.", "Remark": "opmerking.", "Timing": "maand.", "Event": "gebeurtenis."} {
		if strings.HasPrefix(name, prefix) && !strings.HasSuffix(value, "_") {
			return area + value
		}
	}
	return ""
}

func exampleFamilies(t *testing.T) (families []*budget.Household) {
	t.Helper()
	for _, example := range assets.Examples() {
		document, _ := store.Check(example.Data)
		if document == nil {
			t.Fatalf("%s cannot be read", example.ID)
		}
		families = append(families, &document.Household)
	}
	return families
}

// collect adds what the engine says about the families.
func collect(t *testing.T, families []*budget.Household, ids map[string]bool) {
	t.Helper()
	book, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	e := budget.NewEngine(book)
	for _, h := range families {
		r, trace, err := e.Explain(h)
		if err != nil {
			t.Fatal(err)
		}
		for _, section := range trace.Sections {
			collectSteps(section.Steps, ids)
		}
		for _, o := range r.Components {
			collectReason(o.Reason, ids)
		}
		for _, remark := range r.Remarks {
			ids["opmerking."+string(remark)] = true
		}
		collectViews(t, e, h, ids)
	}
}

func collectViews(t *testing.T, e *budget.Engine, h *budget.Household, ids map[string]bool) {
	t.Helper()
	if months, err := e.Months(h); err == nil { // no months when something is unknown
		for _, later := range months.Later {
			ids["maand."+later.Key] = true
		}
	}
	events, err := e.Gebeurtenissen(h)
	if err != nil {
		t.Fatal(err)
	}
	for _, event := range events {
		ids["gebeurtenis."+event.Key] = true
	}
	beslag, err := e.BeslagvrijeVoet(h, "")
	if err != nil {
		t.Fatal(err)
	}
	collectReason(beslag.Reason, ids)
	if beslag.Note != "" {
		ids["uitleg."+beslag.Note] = true
	}
	for _, p := range beslag.Periods {
		collectSteps(p.Steps, ids)
	}
	lines, err := e.Armoedegrenzen(h)
	if err != nil {
		t.Fatal(err)
	}
	collectReason(lines.Reason, ids)
	collectReason(lines.Minimum.Reason, ids)
	for _, p := range lines.Minimum.Periods {
		collectSteps(p.Steps, ids)
	}
}

// collectSteps leaves out the numbers of the law: those have a label of their own.
func collectSteps(steps []budget.Step, ids map[string]bool) {
	for i := range steps {
		if steps[i].Param == nil {
			ids["uitleg."+steps[i].Key] = true
		}
	}
}

func collectReason(r budget.Reason, ids map[string]bool) {
	if r != "" {
		ids["reden."+string(r)] = true
	}
}

// rolled is a varied household: most figures ordinary, some missing.
func rolled(seed uint64) *budget.Household {
	dice := rand.New(rand.NewPCG(seed, 7))
	n := dice.IntN
	amount := func(low, high int) budget.Amount {
		if n(40) == 0 {
			return budget.Amount{}
		}
		return budget.Known(decimal.NewFromInt(int64(low + n(high-low+1))))
	}
	h := &budget.Household{Year: rules.FirstYear + n(3), Partners: n(2) == 0}
	born := func(age int) budget.YearMonth { return budget.YearMonth{Year: h.Year - age, Month: 1 + n(12)} }
	adults := 1
	if h.Partners {
		adults = 2
	}
	for i := range adults {
		a := budget.Adult{ID: fmt.Sprintf("a%d", i+1), Born: born([]int{19, 21, 27, 35, 45, 67, 70, 75}[n(8)]), Wealth: amount(0, 9000)}
		for k := range n(3) {
			a.Jobs = append(a.Jobs, budget.Job{ID: fmt.Sprintf("j%d", k+1), HoursPerWeek: amount(0, 20), HourlyWage: amount(10, 75),
				HolidayAllowancePercent: amount(8, 8), PensionPercent: amount(0, 7), TravelCostPerMonth: amount(0, 60), PayrollCredit: k == 0})
		}
		for _, kind := range budget.BenefitKinds() {
			if n(10) == 0 {
				a.Benefits = append(a.Benefits, budget.Benefit{Kind: kind, GrossPerMonth: amount(1, 1900)})
			}
		}
		if n(4) == 0 {
			a.Profit = &budget.Profit{PerYear: amount(-2000, 60000), HoursTest: n(2) == 0, Starter: n(3) == 0}
		}
		h.Adults = append(h.Adults, a)
	}
	for i := range n(4) {
		c := budget.Child{ID: fmt.Sprintf("c%d", i+1), Born: born(n(19)), Kinderbijslag: n(6) > 0}
		if n(2) == 0 {
			kinds := budget.CareKinds()
			c.Childcare = []budget.Childcare{{Kind: kinds[n(len(kinds))], HoursPerMonth: amount(1, 240), PricePerHour: amount(6, 14)}}
		}
		h.Children = append(h.Children, c)
	}
	for range max(0, n(4)-2) {
		h.OtherResidents = append(h.OtherResidents, budget.Resident{Born: born([]int{18, 21, 23, 27, 40}[n(5)]),
			Relation:      []budget.Relation{"", budget.RelationChild, budget.RelationFamily}[n(3)],
			IncomePerYear: amount(0, 20000), Wealth: amount(0, 40000), CountsForKostendelersnorm: n(3) > 0})
	}
	h.Housing = budget.Home{Kind: []budget.HomeKind{budget.Rent, budget.Rent, budget.Rent, budget.OwnHome, ""}[n(5)]}
	if h.Housing.Kind == budget.Rent {
		h.Housing.RentPerMonth = amount(180, 1000)
	}
	h.Bijstand = budget.BijstandClaim{Claims: n(3) > 0, Exemption: budget.Exemption{Months: n(13),
		Kind: []budget.ExemptionKind{budget.GeneralExemption, budget.SingleParentExemption, budget.MedicalExemption, budget.NoExemption}[n(4)]}}
	if n(3) == 0 {
		h.LocalSchemes = []budget.LocalScheme{{ID: "l1", Per: "household", Amount: amount(100, 500), Kind: "cash", Period: "year",
			IncomeBase: "norm-incl-holiday", Shape: "cliff", LimitFull: budget.Known(decimal.New(12, -1)), CountsAsCash: true,
			ValidFrom: fmt.Sprintf("%d-01-01", h.Year), ValidTo: fmt.Sprintf("%d-08-31", h.Year)}}
	}
	return h
}
