package i18n

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"

	"perspectief/i18n/plain"
)

// The house rules for every message of every language. A message that must break one stands in exceptions.

// exception lets one message keep what the checker refuses. The reason is for the reader; an exception that is no
// longer needed fails too.
type exception struct {
	language, id, key string
	reason            string
}

var exceptions = []exception{
	{SimpleDutch, "vertaling.niet_gecontroleerd", "leesbaar.lang_woord", "the fixed words of the warning; the family reads it in its own language beside it"},
}

// source is a message as it stands in a file.
type source struct {
	language, area string
	*goi18n.Message
}

// forms are the texts of a message.
func (s source) forms() []string {
	return slices.DeleteFunc([]string{s.Other, s.Zero, s.One, s.Two, s.Few, s.Many}, func(form string) bool { return form == "" })
}

func sources(t *testing.T, language string) []source {
	t.Helper()
	files, err := fs.Glob(folders, path.Join(language, "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var all []source
	for _, name := range files {
		data, err := fs.ReadFile(folders, name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := goi18n.ParseMessageFileBytes(data, path.Base(name), nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, m := range file.Messages {
			all = append(all, source{language, path.Base(name), m})
		}
	}
	slices.SortFunc(all, func(a, b source) int { return strings.Compare(a.ID, b.ID) })
	return all
}

var (
	action = regexp.MustCompile(`\{\{.*?\}\}`)
	field  = regexp.MustCompile(`\.([\pL_][\pL\d_]*)`)
)

// placeholders are the names that a message is filled in with, in order.
func placeholders(s source) []string {
	var names []string
	for _, form := range s.forms() {
		for _, a := range action.FindAllString(form, -1) {
			for _, f := range field.FindAllStringSubmatch(a, -1) {
				names = append(names, f[1])
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// sample is a long but likely value. A day is a weekday, a number and a year; an amount brings its unit along unless
// the text has it.
func sample(name, text string) any {
	switch {
	case strings.HasPrefix(name, "datum"), strings.HasPrefix(name, "dag"):
		return "woensdag 30 september 2026"
	case strings.HasPrefix(name, "bedrag") && !strings.Contains(text, "}} euro"):
		return "12.310\u00a0euro"
	case strings.HasPrefix(name, "bedrag"):
		return "12.310"
	case name == "aantal":
		return 12
	}
	return "Sara"
}

// renderings fill in a message: with every value there, and with each one empty where the text asks for that.
func renderings(t *testing.T, c *Catalogue, s source) []string {
	t.Helper()
	names := placeholders(s)
	all := Args{}
	for _, name := range names {
		all[name] = sample(name, s.Other)
	}
	texts := []string{c.T(s.ID, all)}
	for _, n := range []int{0, 1, 2, 3, 11, 100} {
		texts = append(texts, c.N(s.ID, n, all))
	}
	if strings.Contains(s.Other, "{{if") || strings.Contains(s.Other, "{{with") {
		for _, name := range names {
			texts = append(texts, c.T(s.ID, all, Args{name: ""}))
		}
	}
	return slices.Compact(texts)
}

func TestEveryMessageCanBeFilledIn(t *testing.T) {
	for _, language := range Languages() {
		c, err := Load(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sources(t, language) {
			for _, text := range renderings(t, c, s) {
				if strings.ContainsAny(text, "⟦⟧") || strings.Contains(text, "{{") || strings.Contains(text, "<no value>") || strings.Contains(text, "%!") {
					t.Errorf("%s: %s: %q", language, s.ID, text)
				}
				laidOut := strings.Contains(text, "\n") // in columns, such as the help of the command
				if strings.TrimSpace(text) != text || strings.Contains(text, "  ") && !laidOut {
					t.Errorf("%s: %s: needless space in %q", language, s.ID, text)
				}
			}
		}
	}
}

// A number and its unit stay on one line, but for the heads of narrow columns.
func TestNumbersKeepTheirUnit(t *testing.T) {
	narrow := []string{"scherm.samen.uur"}
	parted := regexp.MustCompile(`(\}\}|\d) (uur|euro|euros|hours?|saat|godz\.|год\.|ساعة|ሰዓታት)(\PL|$)`)
	for _, language := range Languages() {
		for _, s := range sources(t, language) {
			for _, form := range s.forms() {
				if at := parted.FindString(form); at != "" && !slices.Contains(narrow, s.ID) {
					t.Errorf("%s: %s: a plain space in %q", language, s.ID, at)
				}
			}
		}
	}
}

func TestNoIDStandsTwiceInAFile(t *testing.T) {
	for _, language := range Languages() {
		files, err := fs.Glob(folders, path.Join(language, "*.json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			data, err := fs.ReadFile(folders, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, id := range doubles(t, data) {
				t.Errorf("%s: %s stands twice", name, id)
			}
		}
	}
}

// doubles are the keys that stand twice in a JSON object.
func doubles(t *testing.T, data []byte) []string {
	t.Helper()
	decoder := json.NewDecoder(bytes.NewReader(data))
	if _, err := decoder.Token(); err != nil { // the opening brace
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var twice []string
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			t.Fatal(err)
		}
		if id := key.(string); seen[id] {
			twice = append(twice, id)
		}
		seen[key.(string)] = true
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	return twice
}

func TestDoublesAreSeen(t *testing.T) {
	if got := doubles(t, []byte(`{"a": "1", "b": {"other": "2"}, "a": "3"}`)); !slices.Equal(got, []string{"a"}) {
		t.Errorf("got %v, want [a]", got)
	}
}

// English has the placeholders of Dutch. Simple Dutch may leave out a number, but has none that Dutch does not fill in.
func TestLanguagesHaveTheSamePlaceholders(t *testing.T) {
	dutch := map[string]source{}
	for _, s := range sources(t, Dutch) {
		dutch[s.ID] = s
	}
	for _, language := range []string{SimpleDutch, English} {
		for _, s := range sources(t, language) {
			full, known := dutch[s.ID]
			if !known {
				continue // simple Dutch has areas of its own
			}
			got, want := placeholders(s), placeholders(full)
			extra := slices.ContainsFunc(got, func(name string) bool { return !slices.Contains(want, name) })
			if extra || language == English && !slices.Equal(got, want) {
				t.Errorf("%s: %s has %v, Dutch has %v", language, s.ID, got, want)
			}
		}
	}
}

// An area that is translated is translated as a whole: the program would show an id otherwise.
func TestEnglishAreasAreWhole(t *testing.T) {
	dutch, english := map[string]string{}, map[string]string{}
	for _, s := range sources(t, Dutch) {
		dutch[s.ID] = s.area
	}
	areas := map[string]bool{}
	for _, s := range sources(t, English) {
		if slices.Contains(paperAreas, s.area) {
			continue // these stand beside easy Dutch
		}
		english[s.ID] = s.area
		areas[s.area] = true
		if _, known := dutch[s.ID]; !known {
			t.Errorf("%s is English only", s.ID)
		}
	}
	for id, area := range dutch {
		if _, translated := english[id]; areas[area] && !translated {
			t.Errorf("%s of %s has no English text", id, area)
		}
	}
}

// Dutch for the helper is level B1, Dutch for the family A2. One message is too short for the formulas; those are for
// the composed plan.
func TestDutchMessagesAreEasy(t *testing.T) {
	needed := map[exception]bool{}
	for language, level := range map[string]plain.Level{Dutch: plain.B1, SimpleDutch: plain.A2} {
		c, err := Load(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sources(t, language) {
			for _, text := range renderings(t, c, s) {
				checkMessage(t, s, text, level, needed)
			}
		}
	}
	for _, e := range exceptions {
		if !needed[e] {
			t.Errorf("%s: %s no longer needs its exception for %s", e.language, e.id, e.key)
		}
		if e.reason == "" {
			t.Errorf("%s: %s has an exception without a reason", e.language, e.id)
		}
	}
}

func checkMessage(t *testing.T, s source, text string, level plain.Level, needed map[exception]bool) {
	t.Helper()
	r := plain.Check(text, level, plain.Options{Allowed: plain.AllowedWords()})
	for _, f := range r.Findings {
		if f.Severity != plain.Fail {
			continue
		}
		i := slices.IndexFunc(exceptions, func(e exception) bool {
			return e.language == s.language && e.id == s.ID && e.key == f.Key
		})
		if i < 0 {
			t.Errorf("%s: %s: %s %v in %q (%s)", s.language, s.ID, f.Key, f.Args, text, f.Suggestion)
			continue
		}
		needed[exceptions[i]] = true
	}
}

// A plan speaks for a couple (wij) or for one person (ik). Each message of the one has its twin, in its own person.
func TestWijAndIkAreTwins(t *testing.T) {
	plural := regexp.MustCompile(`(?i)(^|\PL)(wij|we|ons|onze|jullie)($|\PL)`)
	single := regexp.MustCompile(`(?i)(^|\PL)(ik|mij|me|mijn)($|\PL)`)
	twins := []struct {
		own, other string
		wrong      *regexp.Regexp
	}{{".wij", ".ik", single}, {".ik", ".wij", plural}}
	c, err := Load(SimpleDutch)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sources(t, SimpleDutch) {
		for _, twin := range twins {
			stem, has := strings.CutSuffix(s.ID, twin.own)
			if !has {
				continue
			}
			if !c.Has(stem + twin.other) {
				t.Errorf("%s has no twin %s", s.ID, stem+twin.other)
			}
			for _, form := range s.forms() {
				if wrong := twin.wrong.FindString(form); wrong != "" {
					t.Errorf("%s: %q in %q", s.ID, wrong, form)
				}
			}
		}
	}
}

func TestEveryFindingHasItsText(t *testing.T) {
	for _, language := range []string{Dutch, English} {
		c, err := Load(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range plain.Keys() {
			text := c.T(key, Args{"aantal": "12", "grens": "10", "woord": "indien"})
			if strings.Contains(text, "⟦") {
				t.Errorf("%s: no text for %s", language, key)
			}
		}
	}
}
