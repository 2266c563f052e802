package i18n

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/feature/plural"

	"perspectief/i18n/plain"
)

// paperAreas are what a translation for paper consists of.
var paperAreas = []string{"datum.json", "plan.json", "rechten.json", "vertaling.json", "woorden.json"}

// onlyForTheHelper are prefixes of easy Dutch that no family reads.
var onlyForTheHelper = []string{"plan.mist."}

func byID(t *testing.T, language, area string) map[string]source {
	t.Helper()
	all := map[string]source{}
	for _, s := range sources(t, language) {
		if s.area == area {
			all[s.ID] = s
		}
	}
	return all
}

func TestTranslationsAreWhole(t *testing.T) {
	dutch := byID(t, SimpleDutch, "plan.json")
	for _, l := range Translations() {
		for _, area := range paperAreas {
			if len(byID(t, l.Language, area)) == 0 {
				t.Errorf("%s: no area %s", l.Language, area)
			}
		}
		other := byID(t, l.Language, "plan.json")
		for id, s := range dutch {
			helper := slices.ContainsFunc(onlyForTheHelper, func(prefix string) bool { return strings.HasPrefix(id, prefix) })
			translated, has := other[id]
			switch {
			case helper && has:
				t.Errorf("%s: %s is for the helper, who reads Dutch", l.Language, id)
			case !helper && !has:
				t.Errorf("%s: no text for %s (%q)", l.Language, id, s.Other)
			case has && !slices.Equal(placeholders(translated), placeholders(s)):
				t.Errorf("%s: %s has %v, Dutch has %v", l.Language, id, placeholders(translated), placeholders(s))
			}
		}
		for id := range other {
			if _, has := dutch[id]; !has {
				t.Errorf("%s: %s is not Dutch any more", l.Language, id)
			}
		}
	}
}

// Every right has its name in every language; of the offices only those that are no names.
func TestRightsHaveTheirNames(t *testing.T) {
	dutch := byID(t, SimpleDutch, "rechten.json")
	english := byID(t, English, "rechten.json")
	for _, l := range Translations() {
		other := byID(t, l.Language, "rechten.json")
		for id := range dutch {
			if _, has := other[id]; strings.HasPrefix(id, "recht.") && !has {
				t.Errorf("%s: no text for %s", l.Language, id)
			}
		}
		for id := range other {
			_, isDutch := dutch[id]
			_, isEnglish := english[id]
			if !isDutch || !isEnglish {
				t.Errorf("%s: %s is not in Dutch and English", l.Language, id)
			}
		}
	}
}

// A text that Dutch counts has every form that the language counts with.
func TestTranslationsHaveTheirPluralForms(t *testing.T) {
	dutch := byID(t, SimpleDutch, "plan.json")
	for _, l := range Translations() {
		c, err := Load(l.Language)
		if err != nil {
			t.Fatal(err)
		}
		needed := map[plural.Form]bool{}
		for n := range 200 {
			needed[plural.Cardinal.MatchPlural(c.tag, n, 0, 0, 0, 0)] = true
		}
		for id, s := range byID(t, l.Language, "plan.json") {
			texts := map[plural.Form]string{plural.Zero: s.Zero, plural.One: s.One, plural.Two: s.Two, plural.Few: s.Few, plural.Many: s.Many}
			for form, text := range texts {
				if want := needed[form] && dutch[id].One != ""; want != (text != "") {
					t.Errorf("%s: %s: form %d is there: %v, want %v", l.Language, id, form, text != "", want)
				}
			}
		}
	}
}

func TestFormsOfACount(t *testing.T) {
	for language, want := range map[string][]string{
		"pl": {"1 rachunek", "2 rachunki", "5 rachunków", "12 rachunków", "22 rachunki", "25 rachunków"},
		"uk": {"1 рахунок", "3 рахунки", "5 рахунків", "11 рахунків", "21 рахунок", "24 рахунки"},
	} {
		c, err := Load(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range want {
			var n int
			fmt.Sscan(text, &n)
			if got := c.N("plan.schulden.wij", n); !strings.Contains(got, text) {
				t.Errorf("%s: %d: %q, want %q in it", language, n, got, text)
			}
		}
	}
}

// The part of the hard words that is translated is the same in every language, and stands in the Dutch list.
func TestHardWordsAreTheSameEverywhere(t *testing.T) {
	words, err := plain.LoadWords()
	if err != nil {
		t.Fatal(err)
	}
	english := byID(t, English, "woorden.json")
	for id := range english {
		term, isMeaning := strings.CutSuffix(strings.TrimPrefix(id, "woord."), ".uitleg")
		if _, known := words.Lookup(strings.ReplaceAll(term, "_", " ")); !known {
			t.Errorf("%s is no hard word", id)
		}
		if _, has := english["woord."+term+".uitleg"]; !isMeaning && !has {
			t.Errorf("%s is not explained", id)
		}
	}
	for _, l := range Translations() {
		other := byID(t, l.Language, "woorden.json")
		for id := range english {
			if _, has := other[id]; !has {
				t.Errorf("%s: no %s", l.Language, id)
			}
		}
		if len(other) != len(english) {
			t.Errorf("%s: %d texts, want %d", l.Language, len(other), len(english))
		}
	}
}

func TestStatusOfTranslations(t *testing.T) {
	all := Translations()
	if len(all) < 6 {
		t.Fatalf("only %d languages", len(all))
	}
	for _, l := range all {
		if l.Name == "" || l.Dutch == "" {
			t.Errorf("%s has no name", l.Language)
		}
		_, err := time.Parse(time.DateOnly, l.ReviewedOn)
		switch l.Status {
		case draft:
			if l.ReviewedBy != "" || l.ReviewedOn != "" {
				t.Errorf("%s: a draft that somebody has reviewed", l.Language)
			}
		case reviewed:
			if l.ReviewedBy == "" || err != nil {
				t.Errorf("%s: reviewed by %q on %q", l.Language, l.ReviewedBy, l.ReviewedOn)
			}
		default:
			t.Errorf("%s: status %q", l.Language, l.Status)
		}
	}
}

func TestDaysInOtherLanguages(t *testing.T) {
	day := time.Date(2027, 1, 19, 0, 0, 0, 0, time.UTC)
	for language, want := range map[string][3]string{
		"nl-simple": {"dinsdag 19 januari 2027", "19 januari 2027", "januari 2027"},
		"en":        {"Tuesday 19 January 2027", "19 January 2027", "January 2027"},
		"tr":        {"19 Ocak 2027 Salı", "19 Ocak 2027", "Ocak 2027"},
		"pl":        {"wtorek 19 stycznia 2027", "19 stycznia 2027", "styczeń 2027"},
		"uk":        {"вівторок 19 січня 2027", "19 січня 2027", "січень 2027"},
		"ar":        {"الثلاثاء 19 يناير 2027", "19 يناير 2027", "يناير 2027"},
		"ti":        {"ሰሉስ 19 ጥሪ 2027", "19 ጥሪ 2027", "ጥሪ 2027"},
	} {
		c, err := Load(language)
		if err != nil {
			t.Fatal(err)
		}
		if got := [3]string{c.Date(day), c.DayMonthYear(day), c.MonthYear(day)}; got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
		for month := range 12 {
			for weekday := range 7 {
				if text := c.Date(time.Date(2026, time.Month(month+1), weekday+1, 0, 0, 0, 0, time.UTC)); strings.Contains(text, "⟦") {
					t.Errorf("%s: %s", language, text)
				}
			}
		}
	}
}

func TestWhatIsFilledInKeepsItsDirection(t *testing.T) {
	arabic, err := Load("ar")
	if err != nil {
		t.Fatal(err)
	}
	got := arabic.T("plan.bel_nummer", Args{"telefoon": "030-2860000"})
	if want := "الرقم: \u2068030-2860000\u2069."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := WithoutIsolates(got); got != "الرقم: 030-2860000." {
		t.Errorf("without marks: %q", got)
	}
	turkish, err := Load("tr")
	if err != nil {
		t.Fatal(err)
	}
	if got := turkish.T("plan.bel_nummer", Args{"telefoon": "030"}); strings.Contains(got, "\u2068") {
		t.Errorf("marks in %q", got)
	}
}

// Signs above and below Arabic letters cannot be drawn, and other digits than those of letters and banks would confuse.
func TestTranslationsAreFitForPaper(t *testing.T) {
	for _, l := range Translations() {
		for _, s := range sources(t, l.Language) {
			for _, text := range []string{s.Zero, s.One, s.Two, s.Few, s.Many, s.Other} {
				for _, r := range text {
					if r >= 0x0610 && r <= 0x061a || r >= 0x064b && r <= 0x0669 || r >= 0x06d6 && r <= 0x06f9 {
						t.Errorf("%s: %s: %U in %q", l.Language, s.ID, r, text)
					}
				}
			}
		}
	}
}
