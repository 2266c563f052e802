package plan

import (
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/i18n/plain"
)

func dutch(t testing.TB) *i18n.Catalogue {
	t.Helper()
	words, err := i18n.Load(i18n.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func helperSheet(t testing.TB, c Case) Document {
	t.Helper()
	d, err := PrepareSheet(engine(t), c, dutch(t), time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC), "1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// full is a household with something of everything.
func full() *budget.Household {
	h := couple("20", "6")
	h.Adults[1].Benefits = []budget.Benefit{{Kind: budget.WW, GrossPerMonth: known("800")}}
	h.Adults[1].Profit = &budget.Profit{PerYear: known("3000"), HoursTest: true, Starter: true}
	h.Children[0].Childcare = []budget.Childcare{{Kind: budget.BSO, HoursPerMonth: known("40"), PricePerHour: known("9.50")}}
	h.OtherResidents = []budget.Resident{{Born: budget.YearMonth{Year: 1999, Month: 2}, Relation: budget.RelationChild,
		IncomePerYear: known("9000"), Wealth: known("0"), CountsForKostendelersnorm: true}}
	h.Bijstand.Exemption = budget.Exemption{Kind: budget.GeneralExemption, Months: 6}
	h.LocalSchemes = []budget.LocalScheme{{ID: "l1", Name: "meedoenregeling", Owner: "gemeente X", Per: "household", Amount: known("600"), Kind: "cash",
		Period: "year", IncomeBase: "own-amount", Shape: "cliff", LimitFull: known("9000"), CountsAsCash: true, SourceURL: "https://example.org/regeling",
		CheckedOn: "2026-10-01", AssetTest: budget.AssetTest{Kind: "none"}}}
	return h
}

func tables(d Document) []Block {
	var all []Block
	d.walk(func(b Block) {
		if b.Kind == TableBlock {
			all = append(all, b)
		}
	})
	return all
}

// find is the first row that begins with these words.
func find(t *testing.T, d Document, begin string) TableRow {
	t.Helper()
	for _, table := range tables(d) {
		for _, r := range table.Rows {
			if strings.HasPrefix(r.Cells[0], begin) {
				return r
			}
		}
	}
	t.Fatalf("no row %q in\n%s", begin, text(t, d))
	return TableRow{}
}

func TestSheetHoldsNoNames(t *testing.T) {
	h := full()
	d := helperSheet(t, Case{Household: h, Plan: family(t).Plan})
	for _, name := range []string{"Samira", "Omar", "Noor", "Sara"} {
		if d.Has(name) {
			t.Errorf("%s stands on the sheet", name)
		}
	}
	if !d.Has("Volwassene 2") || !d.Has("Kind 1") || !d.Has("Bewoner 1") || d.Has("⟦") {
		t.Errorf("somebody is not named by the order in the file, or a sentence is missing:\n%s", text(t, d))
	}
}

// What is no amount, now and in the scenarios, stands together with its reasons in one paragraph.
func TestWhatIsNoAmountTakesNoRow(t *testing.T) {
	h := full()
	h.Adults[0].Benefits, h.LocalSchemes = nil, nil
	d := helperSheet(t, Case{Household: h})
	said := ""
	d.walk(func(b Block) {
		if strings.HasPrefix(b.Text, "Geen bedrag. ") {
			said += b.Text
		}
	})
	if !strings.Contains(said, "Regelingen van de gemeente: er is geen regeling van de gemeente ingevuld.") {
		t.Errorf("%q", said)
	}
	for _, table := range tables(d) {
		for _, r := range table.Rows {
			if table.Columns[0].Title == "Onderdeel" && r.Cells[1] == "–" {
				t.Errorf("a row for nothing: %q", r.Cells)
			}
		}
	}
}

func TestSheetHoldsEveryStep(t *testing.T) {
	h := full()
	_, trace, err := engine(t).Explain(h)
	if err != nil {
		t.Fatal(err)
	}
	steps, numbered := 0, 0
	for _, s := range trace.Sections {
		for _, step := range s.Steps {
			steps++
			if step.Source != nil {
				numbered++
			}
		}
	}
	d := helperSheet(t, Case{Household: h})
	for _, table := range tables(d) {
		if last := len(table.Columns) - 1; table.Columns[0].Title == "Stap" {
			printed, refers := 0, 0
			for _, r := range table.Rows {
				if !r.Strong {
					printed++
					if r.cell(last) != "" {
						refers++
					}
				}
			}
			if steps < 50 || printed != steps || refers != numbered {
				t.Errorf("%d steps of which %d refer to a source, want %d and %d", printed, refers, steps, numbered)
			}
			return
		}
	}
	t.Error("no table of steps")
}

// The law of the example is the year result; the sheet shows it with cents, and a twelfth beside it.
func TestSheetShowsEveryComponent(t *testing.T) {
	h := full()
	r, err := engine(t).Year(h)
	if err != nil {
		t.Fatal(err)
	}
	d := helperSheet(t, Case{Household: h})
	for c := range budget.NumComponents {
		name, o := dutch(t).T("onderdeel."+c.String()), r.Of(c)
		if o.State == budget.None {
			if !d.Has(name + ": ") {
				t.Errorf("%s is no amount, and that is not told", c)
			}
			continue
		}
		got := find(t, d, name)
		if o.State == budget.HasAmount && (got.Cells[1] != i18n.Euro(o.PerYear) ||
			got.Cells[2] != i18n.Euro(o.PerYear.Div(decimal.NewFromInt(12)))) {
			t.Errorf("%s: %v, want %s a year", c, got.Cells, o.PerYear)
		}
	}
	total, _ := r.Disposable()
	if got := find(t, d, "Over voor de rest"); got.Cells[1] != i18n.Euro(total) {
		t.Errorf("total %v, want %s", got.Cells, total)
	}
	for _, want := range []string{"WW €\u00a0800,00 bruto per maand", "bso 40\u00a0uur per maand voor €\u00a09,50 per uur", "gemeente X",
		"https://example.org/regeling 2026-10-01", "algemeen, 6 maanden", "Perspectief 1.2.3", "telt mee als kostendeler", "Marginale druk"} {
		if !d.Has(want) {
			t.Errorf("no %q", want)
		}
	}
}

// Somebody else can repeat a scenario too: what is filled in otherwise stands under its hours, and nothing else.
func TestSheetShowsWhatAScenarioChanges(t *testing.T) {
	scenario := Scenario{ID: "s1", Jobs: []ScenarioHours{{Adult: "a1", Job: "j1", HoursPerWeek: known("28"), HourlyWage: known("17.25"), PensionPercent: known("4")}},
		Childcare: []budget.CareRule{{Child: "c1", HoursPerMonth: known("60")}}}
	d := helperSheet(t, Case{Household: full(), Scenarios: []Scenario{scenario}})
	got := text(t, d)
	_, after, _ := strings.Cut(got, "Scenario 1: Volwassene 1 van 26 naar 34\u00a0uur per week.")
	after, _, _ = strings.Cut(after, "Zo is het berekend")
	for _, want := range []string{"Volwassene 1, baan 1", "28", "€\u00a017,25", "4%", "bso 60\u00a0uur per maand"} {
		if !strings.Contains(after, want) {
			t.Errorf("no %q under the scenario:\n%s", want, after)
		}
	}
	if strings.Contains(after, "baan 2") || strings.Contains(after, "Volwassene 2") {
		t.Errorf("what does not change is repeated:\n%s", after)
	}
}

func TestSheetSaysWhatIsNotKnown(t *testing.T) {
	h := couple("20")
	h.Housing.RentPerMonth = budget.Amount{}
	d := helperSheet(t, Case{Household: h})
	if !d.Has("Onbekend is: Huurtoeslag. De kale huur is nog niet ingevuld.") || !d.Has("niet ingevuld") {
		t.Errorf("not said:\n%s", text(t, d))
	}
	if got := find(t, d, "Huurtoeslag"); got.Cells[1] != "onbekend" {
		t.Errorf("huurtoeslag is %q", got.Cells[1])
	}
	h.Year = 2027
	if d = helperSheet(t, Case{Household: h}); !d.Has("nog niet alle regels staan vast") || !d.Has("De cijfers voor dit jaar zijn nog niet bekend.") {
		t.Errorf("2027:\n%s", text(t, d))
	}
}

// The scheme of 600 euro that stops at once: its fall stands on the sheet with its cause.
func TestSheetNamesTheFalls(t *testing.T) {
	h := couple("20")
	h.Bijstand.Claims = false
	h.LocalSchemes = full().LocalSchemes
	h.LocalSchemes[0].LimitFull = known("1800")
	d := helperSheet(t, Case{Household: h})
	for _, table := range tables(d) {
		for _, r := range table.Rows {
			if table.Columns[len(table.Columns)-1].Title == "Oorzaak" && r.Cells[4] == "Regelingen van de gemeente" {
				return
			}
		}
	}
	t.Errorf("no fall by the scheme:\n%s", text(t, d))
}

// What is left of 100 euro and the pressure are one hundred together.
func TestPressureIsTheRestOfAHundred(t *testing.T) {
	d := helperSheet(t, Case{Household: full()})
	for _, table := range tables(d) {
		if len(table.Columns) < 4 || table.Columns[3].Title != "Marginale druk" {
			continue
		}
		for _, r := range table.Rows {
			left := dec(strings.NewReplacer("€\u00a0", "", ".", "", ",", ".").Replace(r.Cells[2]))
			pressure := dec(strings.TrimSuffix(r.Cells[3], "%"))
			if left.Add(pressure).Sub(decimal.NewFromInt(100)).Abs().GreaterThan(dec("0.5")) {
				t.Errorf("%v do not make a hundred", r.Cells)
			}
		}
	}
}

func TestSheetIsShort(t *testing.T) {
	h := couple("24")
	h.Adults, h.Partners, h.Children = h.Adults[:1], false, nil
	h.Bijstand.Claims = false
	if n := len(sheets(t, helperSheet(t, Case{Household: h}))); n > 2 {
		t.Errorf("%d pages for a simple household, want two", n)
	}
	if n := len(sheets(t, helperSheet(t, Case{Household: full()}))); n > 6 {
		t.Errorf("%d pages for a household with everything", n)
	}
}

func TestSheetIsReadable(t *testing.T) {
	d := helperSheet(t, Case{Household: full()})
	var body strings.Builder
	d.walk(func(b Block) {
		if b.Kind == TextBlock {
			body.WriteString(b.Text + "\n")
		}
	})
	report(t, "sheet", plain.Check(body.String(), plain.B1, plain.Options{Allowed: plain.AllowedWords()}))
}
