package budget

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
)

// The keys of the sheet are a promise to case files, imports and the command "normen".
var sheetKeys = []LineKey{"huur", "energie", "water_lokaal", "telecom", "zorgverzekering", "verzekeringen", "onderwijs", "kinderopvang",
	"contributies", "vervoer", "bank", "kleding", "inventaris", "onderhoud", "ziektekosten", "vrije_tijd", "voeding", "schoonmaak",
	"verzorging", "huisdieren", "roken_alcohol", "zakgeld", "overig", "meedoen", "aflossing", "beheer", "onvermijdbaar", "reiskosten_werk"}

func TestLines(t *testing.T) {
	var sheet []LineKey
	seen := map[LineKey]bool{}
	for _, l := range Lines() {
		if seen[l.Key] {
			t.Errorf("line %s stands twice", l.Key)
		}
		seen[l.Key] = true
		if !slices.Contains(LineGroups(), l.Group) {
			t.Errorf("line %s is in group %q", l.Key, l.Group)
		}
		if l.Parent == "" {
			sheet = append(sheet, l.Key)
			continue
		}
		if p, ok := LineOf(l.Parent); !ok || p.Parent != "" || p.Group != l.Group {
			t.Errorf("finer line %s has parent %+v", l.Key, p)
		}
	}
	if !slices.Equal(sheet, sheetKeys) {
		t.Errorf("lines of the sheet:\n%v, want\n%v", sheet, sheetKeys)
	}
}

func TestOwnBudgetValidate(t *testing.T) {
	amount := Known(decimal.New(10, 0))
	budget := OwnBudget{
		Lines: []OwnLine{
			{Key: "energie", Amount: amount, Rhythm: Monthly, Month: 1, Day: 28},
			{Key: "gas", Unknown: true},
			{Key: "enerige", Amount: amount},
			{Key: "xyz", Amount: amount},
			{Amount: amount},
			{Key: "huur", Amount: Known(decimal.New(-1, 0))},
			{Key: "huur", Amount: amount, Rhythm: "fortnight"},
			{Key: "huur", Amount: amount, Month: 13, Day: 32},
			{Key: "huur", Amount: amount, Unknown: true},
		},
		Received: []Received{{Component: "huurtoeslag", Amount: amount}, {Component: NettoInkomen}, {Component: "kinderopvangkosten"}},
	}
	want := []FieldError{
		{Field: "budget.lines[2].key", Key: "fout.onbekende_naam_bedoelt_u"},
		{Field: "budget.lines[3].key", Key: "fout.onbekende_naam"},
		{Field: "budget.lines[4].key", Key: "fout.ontbreekt"},
		{Field: "budget.lines[5].amount", Key: "fout.negatief"},
		{Field: "budget.lines[6].rhythm", Key: "fout.onbekend_woord"},
		{Field: "budget.lines[7].month", Key: "fout.aantal"},
		{Field: "budget.lines[7].day", Key: "fout.aantal"},
		{Field: "budget.lines[8].unknown", Key: "budget.fout.onbekend_met_bedrag"},
		{Field: "budget.received[2].component", Key: "fout.onbekend_woord"},
	}
	got := budget.Validate()
	wantFaults(t, got, want)
	if len(got) > 0 && got[0].Args["bedoeld"] != "energie" {
		t.Errorf("suggestion %v, want energie", got[0].Args["bedoeld"])
	}
}

// Looking for the line that was meant costs more than all the rest; nobody reads the hundredth hint.
func TestOnlyTheFirstUnknownLinesGetAHint(t *testing.T) {
	var b OwnBudget
	for range maxHints + 1 {
		b.Lines = append(b.Lines, OwnLine{Key: "enerige"})
	}
	faults := b.Validate()
	if len(faults) != maxHints+1 || faults[maxHints-1].Args["bedoeld"] != "energie" || faults[maxHints].Args["bedoeld"] != nil {
		t.Errorf("the last of %d: %v", len(faults), faults[len(faults)-2:])
	}
}

func TestValidateDebts(t *testing.T) {
	months := -1
	got := ValidateDebts([]Debt{
		{Kind: "verhuurder", Amount: Known(decimal.New(500, 0)), LetterDate: "2026-03-01"},
		{Kind: "buurman", Amount: Known(decimal.New(-1, 0)), ArrearsMonths: &months, InterestPercent: Known(decimal.New(101, 0)), LetterDate: "1 maart"},
	})
	wantFaults(t, got, []FieldError{
		{Field: "debts[1].kind", Key: "fout.onbekend_woord"},
		{Field: "debts[1].amount", Key: "fout.negatief"},
		{Field: "debts[1].arrearsMonths", Key: "fout.aantal"},
		{Field: "debts[1].interestPercent", Key: "fout.procent"},
		{Field: "debts[1].letterDate", Key: "fout.datum"},
	})
}

func wantFaults(t *testing.T, got, want []FieldError) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("no fault %s %s", want[i].Field, want[i].Key)
		case i >= len(want):
			t.Errorf("fault too many: %s %s", got[i].Field, got[i].Key)
		case got[i].Field != want[i].Field || got[i].Key != want[i].Key:
			t.Errorf("fault %s %s, want %s %s", got[i].Field, got[i].Key, want[i].Field, want[i].Key)
		}
	}
}

func FuzzNearestLine(f *testing.F) {
	for _, k := range sheetKeys {
		f.Add(string(k))
	}
	f.Fuzz(func(t *testing.T, word string) {
		if near := nearestLine(word); near != "" {
			if _, ok := LineOf(near); !ok {
				t.Errorf("%q suggests %q, which is no line", word, near)
			}
		}
	})
}
