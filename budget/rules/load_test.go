package rules

import (
	"errors"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/shopspring/decimal"
)

func day(text string) Date {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return d
}

func number(text string) decimal.Decimal { return decimal.RequireFromString(text) }

// load gives the sets of all years.
func load(t testing.TB) map[int]*Set {
	t.Helper()
	book, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	sets := map[int]*Set{}
	for year := FirstYear; year <= LastYear; year++ {
		if sets[year], err = book.For(year); err != nil {
			t.Fatal(err)
		}
	}
	return sets
}

func TestLoadGivesEveryYear(t *testing.T) {
	for year, set := range load(t) {
		if set.Year != year {
			t.Errorf("set of %d has year %d", year, set.Year)
		}
		if want := day("2026-11-21"); !set.Checked.Equal(want) {
			t.Errorf("%d: checked on %v, want %v", year, set.Checked, want)
		}
	}
}

func TestForRefusesOtherYears(t *testing.T) {
	book, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range []int{2024, 2028, 0, -1} {
		if set, err := book.For(year); err == nil || set != nil {
			t.Errorf("year %d: got %v, %v", year, set, err)
		}
	}
	one, _ := book.For(2026)
	two, _ := book.For(2026)
	if one != two {
		t.Error("two calls for one year build two sets")
	}
}

func TestPreliminary(t *testing.T) {
	sets := load(t)
	for year, want := range map[int]bool{2025: false, 2026: false, 2027: true} {
		if got := sets[year].Preliminary(); got != want {
			t.Errorf("%d: preliminary is %v", year, got)
		}
	}
}

// For 2025 and 2026 everything that is not optional has been published; for 2027 these schemes lacked figures on the day of
// checking (21 November 2026).
func TestMissingIn(t *testing.T) {
	incomplete := map[string]bool{
		"alleenverdieners": true, "beslagvrijevoet": true, "bijstand": true, "huurtoeslag": true, "kinderbijslag": true,
		"kinderopvangtoeslag": true, "minimumloon": true, "zorgtoeslag": true,
	}
	for year, set := range load(t) {
		for _, f := range files() {
			if got, want := len(set.MissingIn(f.name)) > 0, year == 2027 && incomplete[f.name]; got != want {
				t.Errorf("%d %s: missing %v", year, f.name, set.MissingIn(f.name))
			}
		}
	}
	if got := load(t)[2027].MissingIn("zorgtoeslag")[0]; got != "zorgtoeslag.standaardpremie" {
		t.Errorf("first missing figure is %s", got)
	}
}

func TestParamKeepsTheTextOfTheSource(t *testing.T) {
	p := load(t)[2026].Zorgtoeslag.PercentageBoven
	if p.Key != "zorgtoeslag.percentage_boven_drempelinkomen" || p.Unit != "percent" || p.Source.Printed != "13.730" {
		t.Errorf("got %s, %s, %s", p.Key, p.Unit, p.Source.Printed)
	}
	if !p.Value.Equal(number("0.1373")) {
		t.Errorf("13.730 percent is %s", p.Value)
	}
	if p.Source.Law != "Wzt art. 2 lid 3 (Stb. 2025, 412)" || p.Source.Status != Final || !p.Source.From.Equal(day("2026-01-01")) {
		t.Errorf("source is %+v", *p.Source)
	}
}

func TestHalvesDifferInJuly(t *testing.T) {
	norm := load(t)[2026].Bijstand.Norm.Alleenstaand
	// Participatiewet art. 21 onder a, texts of 1 January and 1 July 2026
	for month, want := range map[int]string{1: "1401.50", 6: "1401.50", 7: "1419.46", 12: "1419.46"} {
		if got := norm.In(month).Value; !got.Equal(number(want)) {
			t.Errorf("month %d: %s, want %s", month, got, want)
		}
	}
}

// A figure that exists in the law of one year only has no source in the others; one that is not published yet has the source
// "missing". The rules tell the two apart.
func TestAbsentIsNotMissing(t *testing.T) {
	sets := load(t)
	if a := sets[2026].Huurtoeslag.FactorA.Een; a.Source != nil || a.Known() {
		t.Errorf("factor a in 2026: %+v", a.Source)
	}
	if b := sets[2027].Huurtoeslag.Basishuur.Een; b.Source == nil || b.Source.Status != Missing || b.Known() {
		t.Errorf("basishuur in 2027: %+v", b.Source)
	}
}

// every visits all parameters and tables of a year, the referentiebudget too.
func every(set *Set, param func(*Param), table func(*Table)) {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch x := v.Addr().Interface().(type) {
		case *Param:
			param(x)
		case *Table:
			table(x)
		default:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	root := reflect.ValueOf(set).Elem()
	for _, f := range files() {
		if root.Field(f.index).Kind() == reflect.Struct {
			walk(root.Field(f.index))
		}
	}
	for _, p := range set.Referentiebudget {
		param(p)
	}
}

// Whoever reads a figure must be able to look it up: an address, or the article of the law.
func TestEveryFigureCanBeLookedUp(t *testing.T) {
	check := func(year int, key string, s *Source) {
		if s == nil || s.Status == Missing {
			return
		}
		if s.URL == "" && s.Law == "" {
			t.Errorf("%d %s: neither address nor article", year, key)
		}
		if s.Status == Final && s.Checked.Before(s.From) {
			t.Errorf("%d %s: final and checked on %v, before it was in force", year, key, s.Checked)
		}
	}
	for year, set := range load(t) {
		figures := 0
		every(set, func(p *Param) { figures++; check(year, p.Key, p.Source) }, func(x *Table) { figures++; check(year, x.Key, x.Source) })
		if figures < 200 {
			t.Errorf("%d: only %d figures visited", year, figures)
		}
	}
}

const zvw = `
[laag_percentage]
label = "lage percentage"
unit  = "percent"
[[laag_percentage.values]]
from    = 2025-01-01
until   = 2025-12-31
value   = "5.26"
law     = "Zvw art. 45"
source  = "Stcrt. 2025, 38055"
url     = "https://example.org/"
status  = "final"
checked = 2026-11-21
[[laag_percentage.values]]
from    = 2026-01-01
value   = "4.85"
law     = "Zvw art. 45"
source  = "Stcrt. 2025, 38055"
status  = "final"
checked = 2026-11-21
[maximum_inkomen]
label = "maximum bijdrage-inkomen"
unit  = "eur/year"
[[maximum_inkomen.values]]
from    = 2025-01-01
value   = "75864"
law     = "Zvw art. 43"
source  = "Stcrt. 2025, 38055"
status  = "final"
checked = 2026-11-21
`

const referentie = `
["cbs.1p"]
label = "voeding"
unit = "eur/year"
household = "eenpersoonshuishouden"
bundle = "yes-cite"
[["cbs.1p".values]]
from    = 2020-01-01
value   = "2690"
source  = "CBS"
status  = "final"
checked = 2026-11-21
`

// edition is the embedded folder with some files replaced.
func edition(t testing.TB, replaced map[string]string) fs.FS {
	t.Helper()
	folder := fstest.MapFS{}
	names, err := fs.Glob(embedded, "*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := embedded.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		folder[name] = &fstest.MapFile{Data: text}
	}
	for name, text := range replaced {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return folder
}

func TestLoadFSTakesANewerEdition(t *testing.T) {
	text := strings.Replace(zvw, `"4.85"`, `"4.95"`, 1)
	book, err := LoadFS(edition(t, map[string]string{"zvw.toml": text, "referentiebudget.toml": referentie}))
	if err != nil {
		t.Fatal(err)
	}
	set, err := book.For(2026)
	if err != nil {
		t.Fatal(err)
	}
	if got := set.Zvw.LaagPercentage.Value; !got.Equal(number("0.0495")) {
		t.Errorf("got %s", got)
	}
	if p := set.Referentiebudget["cbs.1p"]; p == nil || p.Household != "eenpersoonshuishouden" || !p.Value.Equal(number("2690")) {
		t.Errorf("got %+v", p)
	}
}

// faults are editions that must be refused: in the small file zvw.toml above, old becomes new.
var faults = []struct{ name, old, new, want string }{
	{"unknown parameter", "[maximum_inkomen]", "[hoog]\n[maximum_inkomen]", "rules: zvw.hoog: no parameter of this name"},
	{"parameter lacks", "laag_percentage", "laag", "rules: zvw.laag_percentage: not in the file"},
	{"unknown field of a parameter", `label = "lage percentage"`, "label = \"x\"\nlable = \"y\"", "rules: zvw.laag_percentage: unknown field lable"},
	{"no label", `label = "lage percentage"`, "", "rules: zvw.laag_percentage: no label"},
	{"no unit", `unit  = "percent"`, "", "rules: zvw.laag_percentage: no unit"},
	{"unknown unit", `"percent"`, `"per cent"`, `rules: zvw.laag_percentage: unknown unit "per cent"`},
	{"unknown field of a value", `url     =`, `uri =`, "value from 2025-01-01: unknown field uri"},
	{"no first day", "from    = 2025-01-01\nuntil", "until", "no from"},
	{"first day as text", "2025-01-01", `"2025-01-01"`, "from is not a date"},
	{"first day with a time", "2025-01-01", "2025-01-01T00:00:00Z", "from is not a date"},
	{"day that does not exist", "2025-12-31", "2025-02-30", "zvw.toml"},
	{"ends before it begins", "2025-12-31", "2024-12-31", "ends on 2024-12-31, before it begins"},
	{"gap", "2025-12-31", "2025-11-30", "gap between 2025-11-30 and 2026-01-01"},
	{"overlap", "2025-12-31", "2026-01-01", "values overlap on 2026-01-01"},
	{"wrong order", "from    = 2026-01-01", "from    = 2024-01-01", "value from 2024-01-01 does not stand after the one before it"},
	{"year not covered", "from    = 2026-01-01", "from    = 2026-01-01\nuntil = 2026-12-31", "rules: zvw.laag_percentage: no value in force on 2027-01-01"},
	{"first year not covered", "from    = 2025-01-01\nvalue", "from    = 2026-01-01\nvalue", "rules: zvw.maximum_inkomen: no value in force on 2025-01-01"},
	{"changes inside the year", "from    = 2025-01-01\nvalue", "from    = 2024-07-01\nuntil = 2025-06-30\nvalue", "changes on 2025-07-01"},
	{"no value", `value   = "5.26"`, "", "no value"},
	{"value as a number", `"5.26"`, "5.26", "value is not a text"},
	{"value in words", `"5.26"`, `"vijf"`, `value "vijf" is not a number`},
	{"value with a comma", `"5.26"`, `"5,26"`, `value "5,26" is not a number`},
	{"value with an exponent", `"5.26"`, `"5e1"`, `value "5e1" is not a number`},
	{"negative", `"5.26"`, `"-5.26"`, "value -5.26 is outside the range of percent"},
	{"above a hundred percent", `"5.26"`, `"526"`, "value 526 is outside the range of percent"},
	{"amount out of range", `"75864"`, `"7586400"`, "value 7586400 is outside the range of eur/year"},
	{"no law", `law     = "Zvw art. 45"`, "", "no law"},
	{"no source", `source  = "Stcrt. 2025, 38055"`, "", "no source"},
	{"empty source", `"Stcrt. 2025, 38055"`, `" "`, "no source"},
	{"no status", `status  = "final"`, "", "no status"},
	{"unknown status", `"final"`, `"definitief"`, `unknown status "definitief"`},
	{"no day of checking", "checked = 2026-11-21", "", "no checked"},
	{"address without scheme", `"https://example.org/"`, `"example.org"`, `url "example.org" is no address`},
	{"missing with a value", `"final"`, `"missing"`, "unknown field value"},
	{"not TOML", "[laag_percentage]", "[laag_percentage", "zvw.toml"},
}

func TestLoadFSRefuses(t *testing.T) {
	if _, err := LoadFS(edition(t, map[string]string{"zvw.toml": zvw})); err != nil {
		t.Fatal("the file without a fault:", err)
	}
	for _, c := range faults {
		t.Run(c.name, func(t *testing.T) {
			// the first place only, except for the name of a parameter, which stands in the heads of its values too
			n := 1
			if c.old == "laag_percentage" {
				n = -1
			}
			text := strings.Replace(zvw, c.old, c.new, n)
			if text == zvw {
				t.Fatal("nothing replaced")
			}
			wantFault(t, edition(t, map[string]string{"zvw.toml": text}), c.want)
		})
	}
}

func wantFault(t *testing.T, folder fs.FS, want string) {
	t.Helper()
	book, err := LoadFS(folder)
	if err == nil || book != nil {
		t.Fatalf("accepted")
	}
	if !strings.Contains(err.Error(), want) {
		t.Errorf("got %q, want %q", err, want)
	}
}

// In other files: tables, whole numbers, periods of half a year, the referentiebudget, and the folder itself.
func TestLoadFSRefusesElsewhere(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"age above 120", "algemeen.toml", `"67"`, `"167"`, "value 167 is outside the range of years"},
		{"age in parts", "algemeen.toml", `"67"`, `"67.5"`, "value 67.5 is outside the range of years"},
		{"columns in another order", "heffingskortingen.toml", `["van", "percentage", "maximum"]`, `["van", "maximum", "percentage"]`, "columns are not van, percentage, maximum"},
		{"column without unit", "heffingskortingen.toml", `["eur/year", "percent", "eur/year"]`, `["eur/year", "percent"]`, "columns are not"},
		{"row too short", "kinderopvangtoeslag.toml", `[ "47404",  "49108", "95.3", "95.3"]`, `["47404", "49108", "95.3"]`, "row 2 does not have 4 columns"},
		{"row out of order", "kinderopvangtoeslag.toml", `[ "47404"`, `[ "0"`, "row 2 does not begin above row 1"},
		{"open end inside", "kinderopvangtoeslag.toml", `"49108"`, `""`, `value "" is not a number`},
		{"cell as a number", "kinderopvangtoeslag.toml", `"49108"`, `49108`, "a cell of column tot is not a text"},
		{"cell out of range", "kinderopvangtoeslag.toml", `"95.3", "95.3"`, `"953", "95.3"`, "value 953 is outside the range of percent"},
		{"half year changes in May", "kinderbijslag.toml", "until   = 2025-06-30", "until   = 2025-04-30", "gap between 2025-04-30 and 2025-07-01"},
		{"unknown parameter in a group", "zorgtoeslag.toml", "[vermogensgrens.alleen]", "[vermogensgrens.samen]\n[vermogensgrens.alleen]", "rules: zorgtoeslag.vermogensgrens.samen: no parameter of this name"},
		{"figure that may not be shipped", "referentiebudget.toml", "bundle = \"yes-cite\"\n", "bundle = \"no\"\n", "may not be shipped"},
		{"figure without its kind of right", "referentiebudget.toml", "bundle = \"yes-cite\"\n", "", "no bundle"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := embedded.ReadFile(c.file)
			if err != nil {
				t.Fatal(err)
			}
			text := strings.Replace(string(data), c.old, c.new, 1)
			if text == string(data) {
				t.Fatal("nothing replaced")
			}
			wantFault(t, edition(t, map[string]string{c.file: text}), c.want)
		})
	}
	t.Run("half year with a third value", func(t *testing.T) {
		data, _ := embedded.ReadFile("kinderbijslag.toml")
		text := strings.Replace(string(data), "until   = 2025-06-30", "until   = 2025-04-30", 1)
		text = strings.Replace(text, "from    = 2025-07-01", "from    = 2025-05-01", 1)
		wantFault(t, edition(t, map[string]string{"kinderbijslag.toml": text}), "changes on 2025-05-01, inside the period of a value")
	})
	t.Run("parameter is no table", func(t *testing.T) {
		wantFault(t, edition(t, map[string]string{"zvw.toml": "laag_percentage = 5"}), "rules: zvw.laag_percentage: not a table")
	})
	t.Run("values are no tables", func(t *testing.T) {
		text := "[laag_percentage]\nlabel = \"x\"\nunit = \"percent\"\nvalues = [5]"
		wantFault(t, edition(t, map[string]string{"zvw.toml": text}), "rules: zvw.laag_percentage: no values")
	})
	t.Run("file of no scheme", func(t *testing.T) {
		wantFault(t, edition(t, map[string]string{"zorgtoeslg.toml": ""}), "rules: zorgtoeslg.toml: no scheme of this name")
	})
	t.Run("file lacks", func(t *testing.T) {
		folder := edition(t, nil).(fstest.MapFS)
		delete(folder, "zvw.toml")
		wantFault(t, folder, "zvw.toml")
		if _, err := LoadFS(folder); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("all faults at once", func(t *testing.T) {
		text := strings.NewReplacer(`"5.26"`, `"526"`, `"75864"`, `"-1"`).Replace(zvw)
		folder := edition(t, map[string]string{"zvw.toml": text})
		wantFault(t, folder, "rules: zvw.laag_percentage")
		wantFault(t, folder, "rules: zvw.maximum_inkomen")
	})
}

// Whatever stands in a file: reading never panics, and a series that is accepted is in order and within its range.
func FuzzParseSeries(f *testing.F) {
	f.Add(zvw)
	f.Add(referentie)
	for _, c := range faults {
		f.Add(strings.Replace(zvw, c.old, c.new, 1))
	}
	f.Fuzz(func(t *testing.T, text string) {
		document := map[string]any{}
		if toml.Unmarshal([]byte(text), &document) != nil {
			return
		}
		for key, raw := range document {
			fields, ok := raw.(map[string]any)
			if !ok {
				continue
			}
			s, err := parseSeries(key, fields, wanted{law: true})
			if err != nil {
				continue
			}
			for i, v := range s.values {
				if i > 0 && !v.source.From.After(s.values[i-1].source.From) {
					t.Fatalf("%s: values out of order", key)
				}
				if s.unit == "percent" && (v.number.IsNegative() || v.number.GreaterThan(decimal.NewFromInt(1))) {
					t.Fatalf("%s: %s is no share", key, v.number)
				}
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}
