package store

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/assets"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

var today = time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)

func easy(t *testing.T) *i18n.Catalogue {
	t.Helper()
	words, err := i18n.Load(i18n.SimpleDutch)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// A family may see everything that was written down, so every name of the case file has a word in easy Dutch. Who adds a
// name adds its word in i18n/nl-simple/opgeschreven.json: "opgeschreven.veld." and the name; an amount that is not in euros
// has its unit in "opgeschreven.eenheid.".
func TestEveryNameOfTheCaseFileHasAWord(t *testing.T) {
	words := easy(t)
	seen := map[reflect.Type]bool{}
	// What finds parts is not read out.
	silent := map[string]bool{"schema": true, "id": true, "adult": true, "job": true, "child": true}
	var look func(reflect.Type)
	look = func(x reflect.Type) {
		switch {
		case x.Kind() == reflect.Slice || x.Kind() == reflect.Pointer:
			look(x.Elem())
			return
		case x.Kind() != reflect.Struct || seen[x] || x == amountType || x == monthType || x == reflect.TypeFor[budget.LocalScheme](), x == reflect.TypeFor[budget.NormSet]():
			return
		}
		seen[x] = true
		for name, i := range fieldsOf(x) {
			if !silent[name] && !words.Has("opgeschreven.veld."+name) {
				t.Errorf("%s: no word for %q", x, name)
			}
			look(x.Field(i).Type)
		}
	}
	look(reflect.TypeFor[Document]())
}

func TestWhatIsWrittenDownIsAllThere(t *testing.T) {
	d, faults := Check(content(t, "testdata/schema1.json"))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	d.Household.LocalSchemes = append(d.Household.LocalSchemes, budget.LocalScheme{ID: "eigen", Name: "Meedoen",
		Override: &budget.SchemeOverride{PerYear: budget.Known(decimal.NewFromInt(120)), Note: "Uitzondering door het wijkteam"}})
	d.Consent = &Consent{Given: true, On: "2026-11-24", KeepUntil: "2027-11-24"}
	written := plan.WrittenDown(easy(t), d, today)
	var text bytes.Buffer
	if err := plan.WriteText(&text, written); err != nil {
		t.Fatal(err)
	}
	all := strings.ReplaceAll(text.String(), "\u00a0", " ")
	d.eachText(func(field, words string) {
		last := field[strings.LastIndex(field, ".")+1:]
		scheme := strings.Contains(field, "localSchemes") && last != "name" && last != "owner" && !strings.Contains(field, ".override.")
		if words != "" && isOwnWords(field) && !scheme && last != "id" && !strings.Contains(all, plan.Clean(words)) {
			t.Errorf("%s: %q is not told", field, words)
		}
	})
	for _, want := range []string{"Naam: Samira", "Besluit voor u, per jaar: € 120", "U vindt het goed: ja", "Bewaren tot: 24 november 2027"} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	if strings.Contains(all, "⟦") {
		t.Errorf("a word is missing:\n%s", all)
	}
	var pdf bytes.Buffer
	if err := plan.WritePDF(&pdf, written, plan.Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()}, today); err != nil {
		t.Error(err)
	}
	if strings.Contains(written.Title, "Samira") {
		t.Error("the title holds a name")
	}
}

// A file holds earlier states too: how many, and of which days.
func TestEarlierVersionsAreTold(t *testing.T) {
	at := func(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 0, 0, 0, time.UTC) }
	for want, earlier := range map[string][]time.Time{
		"In het bestand staat ook een oude versie. Die is van 3 november 2026.":                     {at(3, 9)},
		"In het bestand staan ook 3 oude versies. Die zijn van: 20 november 2026, 3 november 2026.": {at(20, 9), at(3, 14), at(3, 9)},
	} {
		var text bytes.Buffer
		if err := plan.WriteText(&text, plan.WrittenDown(easy(t), &Document{}, today, earlier...)); err != nil {
			t.Fatal(err)
		}
		if all := strings.Join(strings.Fields(text.String()), " "); !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
}

// What finds parts of the file is not told, and what could not be read stands there in the words that were typed.
func TestIdsAreNotWrittenDown(t *testing.T) {
	d := &Document{Household: budget.Household{Year: 2026}, Unread: []plan.Unread{{Field: "household.adults[0].wealth", Text: "12,345"}},
		Plan: &plan.Plan{Print: plan.PrintChoice{Scenarios: []string{"s77"}}}}
	var text bytes.Buffer
	if err := plan.WriteText(&text, plan.WrittenDown(easy(t), d, today)); err != nil {
		t.Fatal(err)
	}
	if all := text.String(); strings.Contains(all, "s77") || strings.Contains(all, "household") || !strings.Contains(all, "12,345") {
		t.Error(all)
	}
}

// isOwnWords tells whether a field holds words of people, and no answer out of a list, reference or day.
func isOwnWords(field string) bool {
	for _, ending := range []string{"kind", "relation", "rhythm", "key", "place", "status", "paper", "adult", "job", "child", "on", "keepUntil", "lastContact",
		"day", "nextDate", "from", "letterDate", "checked", "component", "source"} {
		if strings.HasSuffix(field, "."+ending) {
			return false
		}
	}
	return !strings.Contains(field, "print.")
}

// A word of ten thousand letters, signs that cannot be printed and signs that turn the direction of reading do not stop the
// paper.
func TestStrangeTextsCanBePrinted(t *testing.T) {
	for _, name := range []string{strings.Repeat("x", 10000), "👩‍👧 Noor", "\u202eomgekeerd\u202c", "e\u0301", "\xff", strings.Repeat("lang woord ", 1000)} {
		d := &Document{Schema: Schema, Household: budget.Household{Year: 2026, Adults: []budget.Adult{{ID: "a1", Name: name}}},
			Plan: &plan.Plan{GoesWell: []string{name}, Helpers: []plan.Helper{{FirstName: name, Phone: name}}}}
		for what, document := range map[string]plan.Document{"written": plan.WrittenDown(easy(t), d, today), "consent": plan.ConsentPage(easy(t), d.Plan, today)} {
			var pdf bytes.Buffer
			if err := plan.WritePDF(&pdf, document, plan.Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()}, today); err != nil {
				t.Errorf("%s: %.20q: %v", what, name, err)
			}
		}
	}
}
