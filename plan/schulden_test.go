package plan

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"perspectief/assets"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/i18n/plain"
)

var inDebt = []budget.Debt{
	{Kind: "zorgverzekeraar", Amount: known("1685"), ArrangementPerMonth: known("85"), InterestPercent: known("0"), LetterDate: "2026-10-06"},
	{Kind: "webwinkel", Amount: known("410.20"), InterestPercent: known("6"), LetterDate: "2026-09-22"},
}

func debtSheet(t *testing.T, h *budget.Household, own *budget.OwnBudget, debts []budget.Debt, help *budget.DebtHelp) Document {
	t.Helper()
	words, err := i18n.Load(i18n.SimpleDutch)
	if err != nil {
		t.Fatal(err)
	}
	d, err := PrepareDebts(engine(t), Case{Household: h, Budget: own, Debts: debts, Help: help}, words, time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// receives is a budget with a net income and one expense; the reference amounts of the other lines count, too.
func receives(amount string) *budget.OwnBudget {
	return &budget.OwnBudget{Received: []budget.Received{{Component: budget.NettoInkomen, Amount: known(amount)}}}
}

func TestDebtsOnPaper(t *testing.T) {
	d := debtSheet(t, couple("20", "6"), receives("9000"), inDebt, nil)
	for _, want := range []string{"Onze schulden", "De zorgverzekering", "€\u00a01.685", "€\u00a0411", "€\u00a02.096", "Zoveel kunnen wij elke maand betalen:", "Alles is dan betaald in"} {
		if !d.Has(want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	if d.Has("werkdagen") {
		t.Error("nothing threatens")
	}
	none := debtSheet(t, couple("20", "6"), receives("100"), inDebt, nil)
	if !none.Has("Wij kunnen nu niets betalen.") || none.Has("Zoveel kunnen") || none.Has("Alles is dan betaald") {
		t.Error("without room nothing is promised")
	}
}

// A threat brings the term of the municipality; the helper's own order of payment stands in place of ours; what has no amount is
// looked for and is no zero.
func TestDebtsWithAThreat(t *testing.T) {
	debts := []budget.Debt{{Kind: "verhuurder", Threat: budget.Eviction}}
	d := debtSheet(t, couple("20", "6"), receives("9000"), debts, &budget.DebtHelp{Priorities: []string{"eerst de huur"}})
	for _, want := range []string{"De gemeente praat dan binnen 3 werkdagen met ons.", "eerst de huur", "Wij zoeken de laatste brief bij elk vraagteken."} {
		if !d.Has(want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	if d.Has("2. Het gas") || d.Has("Alles is dan betaald") {
		t.Error("our own order, or an end that nobody knows")
	}
	if d = debtSheet(t, couple("20", "6"), nil, nil, nil); !d.Has("Wij hebben geen schulden.") {
		t.Error("a family without debts")
	}
}

func TestDebtsAreEasyToReadAndPrint(t *testing.T) {
	var text, pdf bytes.Buffer
	d := debtSheet(t, couple("20", "6"), receives("9000"), inDebt, nil)
	d.walk(func(b Block) {
		if b.Kind == TextBlock || b.Kind == KeyBlock || b.Kind == CheckBlock {
			text.WriteString(b.Text + "\n")
		}
	})
	for _, f := range plain.Check(text.String(), plain.A2, plain.Options{Allowed: plain.AllowedWords()}).Findings {
		if f.Severity == plain.Fail {
			t.Errorf("%s %v", f.Key, f.Args)
		}
	}
	if err := WritePDF(&pdf, d, Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()}, time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	if n := len(sheets(t, d)); n != 1 {
		t.Errorf("%d sheets, want 1", n)
	}
}

// A number of the municipality that is known stands on the sheet and in the plan; one that is not is a line to write on.
func TestTheNumberOfTheMunicipality(t *testing.T) {
	for number, lines := range map[string]int{"": 1, "14 0123": 0} {
		c := &composer{Input{Words: simpleDutch(t), Plan: &Plan{MunicipalityPhone: number}, Household: &budget.Household{Adults: []budget.Adult{{ID: "a1"}}}}, "ik"}
		got, found := 0, ""
		(&Document{Pages: []Block{c.urgent()}}).walk(func(b Block) {
			if b.Kind == LinesBlock {
				got++
			}
			found += b.Text
		})
		if got != lines || strings.Contains(found, "14\u00a00123") != (number != "") {
			t.Errorf("%q: %d lines in %q", number, got, found)
		}
	}
}
