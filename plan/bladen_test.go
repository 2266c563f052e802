package plan

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
	"perspectief/i18n/plain"
)

var sheetDay = time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)

func sheetEngine(t *testing.T) *budget.Engine {
	t.Helper()
	book, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	return budget.NewEngine(book)
}

func easyToRead(t *testing.T, d Document, level plain.Level) {
	t.Helper()
	d.walk(func(b Block) {
		for _, line := range strings.Split(b.words(), "\n") {
			for _, f := range plain.Check(line, level, plain.Options{Allowed: plain.AllowedWords()}).Findings {
				if f.Severity == plain.Fail {
					t.Errorf("%s %v in %q", f.Key, f.Args, line)
				}
			}
		}
	})
}

func onOnePage(t *testing.T, d Document) {
	t.Helper()
	if n := len(sheets(t, d)); n != 1 {
		t.Errorf("%d sheets, want one", n)
	}
	var b bytes.Buffer
	if err := WritePDF(&b, d, fonts(), sheetDay); err != nil {
		t.Error(err)
	}
}

// The sheet for the employer holds hours and days and no figure about money.
func TestSheetForTheEmployer(t *testing.T) {
	words := simpleDutch(t)
	d := ComposeMoreHours(MoreHours{Now: budget.Known(dec("20")), Wished: budget.Known(dec("28")), Days: []string{"maandag", "vrijdag"},
		From: "2027-01-01", MakesOwnHours: true}, words, sheetDay)
	for _, want := range []string{"20\u00a0uur per week", "28\u00a0uur per week", "maandag", "gratis"} {
		if !d.Has(want) {
			t.Errorf("%q is missing", want)
		}
	}
	ticked := 0
	d.walk(func(b Block) {
		if b.Kind == CheckBlock && b.Ticked {
			ticked++
		}
		if strings.ContainsAny(b.words(), "€") || strings.Contains(b.words(), "euro") {
			t.Errorf("money in %q", b.words())
		}
	})
	if ticked != 2 {
		t.Errorf("%d days ticked, want 2", ticked)
	}
	easyToRead(t, d, plain.A2)
	onOnePage(t, d)
	onOnePage(t, ComposeMoreHours(MoreHours{}, words, sheetDay))
}

// The note to the municipality tells which rules fall over which hours, and nothing that points at a family.
func TestNoteToTheMunicipality(t *testing.T) {
	e, h := sheetEngine(t), full()
	h.LocalSchemes = []budget.LocalScheme{{ID: "school", Name: "Bijdrage school", Owner: "Voorbeeldstad", Per: "household", Amount: budget.Known(dec("1500")),
		Kind: "cash", Period: "year", IncomeBase: "norm-incl-holiday", NormIgnoresCostSharers: true, CountExemptWage: true, Shape: "cliff",
		LimitFull: budget.Known(dec("1.20")), CountsAsCash: true}}
	curve, err := e.Curve(h, budget.CurveOptions{To: decimal.NewFromInt(48), Step: dec("0.5")})
	if err != nil {
		t.Fatal(err)
	}
	d, ok := ComposeBarrier(curve.Belemmeringen(), h.LocalSchemes, h.Year, dutch(t), sheetDay)
	if !ok || !d.Has("Bijdrage school") {
		t.Fatalf("no note: %v", curve.Cliffs())
	}
	names := []string{h.Adults[0].Name}
	for _, c := range h.Children {
		names = append(names, c.Name)
	}
	var text bytes.Buffer
	if err := WriteText(&text, d); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if name != "" && strings.Contains(text.String(), name) {
			t.Errorf("the name %s stands in it", name)
		}
	}
	if born := regexp.MustCompile(`(19|20)\d\d-\d\d|geboren`).FindString(strings.ReplaceAll(text.String(), "2026", "")); born != "" {
		t.Errorf("%q stands in it", born)
	}
	easyToRead(t, d, plain.B1)
	if _, ok := ComposeBarrier(nil, nil, 2026, dutch(t), sheetDay); ok {
		t.Error("a note without a fall")
	}
}

// The sheet of papers has each office once, with a box for each paper.
func TestSheetOfPapers(t *testing.T) {
	e, h := sheetEngine(t), full()
	check, err := e.Rechten(h, budget.RechtenOptions{Today: sheetDay})
	if err != nil {
		t.Fatal(err)
	}
	var asked []budget.Recht
	for _, r := range check.All {
		if r.State != budget.RechtNee && len(r.Papers) > 0 && r.Group != budget.RechtenRegeling { // those have names of their own
			asked = append(asked, r)
		}
	}
	d := ComposePapers(asked, h, simpleDutch(t), sheetDay)
	offices := map[string]int{}
	for _, s := range d.Pages[0].Blocks {
		offices[s.Text]++
	}
	for office, n := range offices {
		if n != 1 {
			t.Errorf("%s stands there %d times", office, n)
		}
	}
	if !d.Has("Paspoort") || !d.Has("Naar de gemeente") {
		t.Error("the municipality or a paper is missing")
	}
	easyToRead(t, d, plain.A2)
}

// What the family does not get comes on paper in easy words, the largest amount first; a payment of nothing says no, too.
func TestRightsToAsk(t *testing.T) {
	e, h := sheetEngine(t), full()
	check, err := e.Rechten(h, budget.RechtenOptions{Today: sheetDay})
	if err != nil {
		t.Fatal(err)
	}
	said := Answers{Rights: []budget.RightAnswer{{Right: "bijzondere_bijstand", Answer: budget.AnswerNo}, {Right: "huurtoeslag", Answer: budget.AnswerYes},
		{Right: "ouderbijdrage." + h.Children[0].ID, Answer: budget.AnswerNo}},
		Own: &budget.OwnBudget{Received: []budget.Received{{Component: "zorgtoeslag", Amount: budget.Known(decimal.Zero)}}}}
	all := RightsToAsk(check, h, said, simpleDutch(t))
	if len(all) != 2 || all[0].ID != "zorgtoeslag" || all[1].ID != "bijzondere_bijstand" || all[1].PerMonth.IsKnown() || all[1].Where != "de gemeente" {
		t.Errorf("%+v", all)
	}
}

// Every right, office and paper has its words in both kinds of Dutch.
func TestRightsHaveWords(t *testing.T) {
	e, h := sheetEngine(t), full()
	h.Children = append(h.Children, budget.Child{ID: "c8", Born: budget.YearMonth{Year: 2024, Month: 2}, Kinderbijslag: true},
		budget.Child{ID: "c9", Born: budget.YearMonth{Year: 2009, Month: 12}, Kinderbijslag: true})
	check, err := e.Rechten(h, budget.RechtenOptions{Today: sheetDay})
	if err != nil {
		t.Fatal(err)
	}
	b1 := dutch(t)
	for _, words := range []*i18n.Catalogue{b1, simpleDutch(t)} {
		for i := range check.All {
			r := &check.All[i]
			for _, id := range append([]string{"recht." + r.ID, "loket." + r.Office}, papersOf(r)...) {
				if !words.Has(id) {
					t.Errorf("%s: no words for %s", words.Language(), id)
				}
			}
			if r.Why != "" && !words.Has("reden."+string(r.Why)) {
				t.Errorf("%s: no words for the reason %s", words.Language(), r.Why)
			}
		}
	}
	for i := range check.All {
		if id := "recht." + check.All[i].ID + ".hoe"; check.All[i].Group != budget.RechtenRegeling && !b1.Has(id) {
			t.Errorf("nobody says how to ask: %s", id)
		}
	}
	for _, s := range budget.Signalen(h) {
		for _, id := range []string{".kort", ".wie"} {
			if !b1.Has("signaal." + s.ID + id) {
				t.Errorf("no words for signaal.%s%s", s.ID, id)
			}
		}
	}
}

func papersOf(r *budget.Recht) []string {
	var ids []string
	for _, p := range r.Papers {
		ids = append(ids, "papier."+p)
	}
	return ids
}

// Birthdays of 12 and 16 within a year are always named in the plan, with or without first names; 18 has a section of its own.
func TestBirthdaysInThePlan(t *testing.T) {
	e := sheetEngine(t)
	for _, c := range []struct {
		born  budget.YearMonth
		named string
	}{
		{budget.YearMonth{Year: 2015, Month: 10}, "In oktober 2027 wordt Sam 12."},
		{budget.YearMonth{Year: 2014, Month: 11}, "In november 2026 wordt Sam 12."},
		{budget.YearMonth{Year: 2011, Month: 5}, "In mei 2027 wordt Sam 16."},
		{budget.YearMonth{Year: 2015, Month: 12}, ""},
		{budget.YearMonth{Year: 2016, Month: 5}, ""},
	} {
		h := full()
		h.Children = []budget.Child{{ID: "c1", Name: "Sam", Born: c.born, Kinderbijslag: true}}
		for _, noNames := range []bool{false, true} {
			d, err := Prepare(e, Case{Household: h, Plan: &Plan{Print: PrintChoice{NoNames: noNames}}}, simpleDutch(t), sheetDay)
			if err != nil {
				t.Fatal(err)
			}
			named := c.named
			if noNames {
				named = strings.Replace(named, "Sam", "een kind", 1)
			}
			if has := d.Has("Verjaardagen die iets veranderen"); has != (c.named != "") || named != "" && !d.Has(named) {
				t.Errorf("born %s: %q is missing, or named without need", c.born, named)
			}
		}
	}
}

// The sheets that everybody may have are one page in easy words and hold no amount.
func TestSheetsForEveryFamily(t *testing.T) {
	words := simpleDutch(t)
	for name, d := range map[string]Document{"school": ComposeSchool(words, sheetDay), "pocket money": ComposePocketMoney(words, sheetDay)} {
		easyToRead(t, d, plain.A2)
		onOnePage(t, d)
		d.walk(func(b Block) {
			if strings.Contains(b.words(), "⟦") || HasMoney(b.words()) {
				t.Errorf("%s: %q", name, b.words())
			}
		})
	}
	school := ComposeSchool(words, sheetDay)
	for _, want := range []string{"Stichting Leergeld", "Jeugdfonds Sport en Cultuur", "De ouderbijdrage is altijd vrijwillig."} {
		if !school.Has(want) {
			t.Errorf("%q is missing", want)
		}
	}
}
