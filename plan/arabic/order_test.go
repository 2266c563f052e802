package arabic

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// In the expected lines Arabic letters stand in the order in which they are drawn, as in a book: the first letter of the
// sentence at the right.
func TestVisual(t *testing.T) {
	phone := isolate("030-286 00 00")
	for _, c := range []struct {
		name, line string
		base       Direction
		want       string
	}{
		{"Dutch", "Er komt 2.310 euro binnen.", LeftToRight, "Er komt 2.310 euro binnen."},
		{"one word", "سلام", RightToLeft, "ﻡﻼﺳ"},
		{"a stop ends at the left", "سلام.", RightToLeft, ".ﻡﻼﺳ"},
		{"a number keeps its digits", "دار 2310", RightToLeft, "2310 ﺭﺍﺩ"},
		{"a number at first", "2310 دار", RightToLeft, "ﺭﺍﺩ 2310"},
		{"a telephone number", "دار " + phone + " دار", RightToLeft, "ﺭﺍﺩ 030-286 00 00 ﺭﺍﺩ"},
		{"an amount", "دار " + isolate("€\u00a01.480"), RightToLeft, "€\u00a01.480 ﺭﺍﺩ"},
		{"a Dutch name of two words", "دار " + isolate("Dienst Toeslagen") + ".", RightToLeft, ".Dienst Toeslagen ﺭﺍﺩ"},
		{"a name with a stop in it", "دار " + isolate("W. Jansen (buur)"), RightToLeft, "W. Jansen (buur) ﺭﺍﺩ"},
		{"brackets around Arabic", "Huurtoeslag (دار)", RightToLeft, "(ﺭﺍﺩ) Huurtoeslag"},
		{"a date with an Arabic month", "دار " + isolate("19 دار 2027"), RightToLeft, "2027 ﺭﺍﺩ 19 ﺭﺍﺩ"},
		{"Arabic in a Dutch line", "Dit is دار 12 دار van ons.", LeftToRight, "Dit is ﺭﺍﺩ 12 ﺭﺍﺩ van ons."},
		{"from the first letter", "دار a", FromText, "a ﺭﺍﺩ"},
		{"from the first letter, Latin", "a دار", FromText, "a ﺭﺍﺩ"},
		{"vowel signs are left out", "دَارٌ", RightToLeft, "ﺭﺍﺩ"},
		{"nothing", "", RightToLeft, ""},
		{"marks only", isolate(" "), RightToLeft, " "},
		{"a mark without its end", "دار \u2068x", RightToLeft, "x ﺭﺍﺩ"},
		{"an end without its mark", "دار \u2069x", RightToLeft, "x ﺭﺍﺩ"},
		{"embeddings", "\u202ex\u202c دار", LeftToRight, "x ﺭﺍﺩ"},
	} {
		if got := Visual(c.line, c.base); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func isolate(text string) string { return string(firstStrongIsolate) + text + string(endOfIsolate) }

func TestBalance(t *testing.T) {
	lines := []string{"a \u2068b", "c\u2069 d", "\u2066e\u2069"}
	Balance(lines)
	if want := []string{"a \u2068b\u2069", "\u2068c\u2069 d", "\u2066e\u2069"}; !slices.Equal(lines, want) {
		t.Errorf("got %q, want %q", lines, want)
	}
}

// The library for the algorithm tells directions only, not levels; those must be the same. Brackets are left out: the library
// does not match a closing bracket with its opening one.
func TestDirectionsAreThoseOfTheLibrary(t *testing.T) {
	letters := []rune("ab دار12 .,-+€\u00a0א٣")
	random := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		text := make([]rune, 1+random.IntN(12))
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
		}
		base := random.IntN(2)
		if want, got := ofLibrary(t, string(text), base), ofOurs(text, base); want != got {
			t.Fatalf("%q with base %d: got %s, want %s", string(text), base, got, want)
		}
	}
}

// The example of rule N0 in the annex: capitals run from the right, "AB(CD[&ef]!)gh" in a sentence from the right.
func TestBrackets(t *testing.T) {
	if got, want := ofOurs([]rune("אב(גד[&ef]!)gh"), 1), "RRRRRRRLLRRRLL"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := ofOurs([]rune("(aב)בב"), 0), "LLRLRR"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func ofOurs(text []rune, base int) string {
	levels := make([]int, len(text))
	resolve(text, levels, base)
	var b strings.Builder
	for _, l := range levels {
		b.WriteByte("LR"[l%2])
	}
	return b.String()
}

func ofLibrary(t *testing.T, text string, base int) string {
	t.Helper()
	var p bidi.Paragraph
	// The library takes the direction from the first letter, so an isolate around the text sets it; a letter behind it keeps
	// space at the end where it is.
	mark := []string{"\u2066", "\u2067"}[base]
	if _, err := p.SetString(mark + text + "\u2069a"); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range order.NumRuns() {
		run := order.Run(i)
		for range []rune(run.String()) {
			b.WriteByte("LR"[run.Direction()])
		}
	}
	all := b.String()
	return all[1 : len(all)-2]
}

func FuzzVisual(f *testing.F) {
	for _, seed := range []string{"دار 030-286", "\u2068\u2068x\u2069", "\u2069", "(((", "a\u202eb", "لا\u064bب", "\xff"} {
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, s string, fromRight bool) {
		base := LeftToRight
		if fromRight {
			base = RightToLeft
		}
		drawn := Visual(s, base)
		if fromRight && strings.ContainsAny(drawn, "\u2066\u2067\u2068\u2069") {
			t.Errorf("marks stay in %q", drawn)
		}
	})
}
