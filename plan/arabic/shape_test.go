package arabic

import (
	_ "embed"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestEveryFormIsItsLetter(t *testing.T) {
	for letter, shapes := range forms {
		for f, shape := range shapes {
			if shape != 0 && norm.NFKC.String(string(shape)) != string(letter) {
				t.Errorf("form %d of %U is %U, which is %q", f, letter, shape, norm.NFKC.String(string(shape)))
			}
		}
		if shapes[isolated] == 0 || (shapes[initial] == 0) != (shapes[medial] == 0) {
			t.Errorf("%U: the forms are not whole", letter)
		}
	}
	for alef, shapes := range lamAlef {
		for f, shape := range shapes {
			if want := string([]rune{lam, alef}); norm.NFKC.String(string(shape)) != want {
				t.Errorf("ligature %d with %U is %U", f, alef, shape)
			}
		}
	}
}

func TestShape(t *testing.T) {
	for text, want := range map[string]string{
		"بيت":     "\ufe91\ufef4\ufe96", // initial, medial, final
		"دار":     "\ufea9\ufe8d\ufead", // letters that do not join what follows
		"سلام":    "\ufeb3\ufefc\ufee1", // lam and alef in one, joined to seen
		"لا":      "\ufefb",
		"ب":       "\ufe8f",
		"بـ":      "\ufe91\u0640",
		"شيء":     "\ufeb7\ufef2\ufe80",              // hamza joins nothing
		"پول گچ":  "\ufb58\ufeee\ufedd \ufb94\ufb7b", // Persian
		"بِيت":    "\ufe91\ufef4\ufe96",              // without the vowel sign
		"euro 12": "euro 12",
	} {
		if got := Shape(text); got != want {
			t.Errorf("%q: got %+q, want %+q", text, got, want)
		}
	}
}

//go:embed testdata/harfbuzz.txt
var ofHarfBuzz string

// Every letter with every kind of neighbour has the forms that a shaper gives it, and so have the words of the plan.
func TestFormsAreThoseOfTheShaper(t *testing.T) {
	seen := 0
	for line := range strings.Lines(ofHarfBuzz) {
		word, want, _ := strings.Cut(strings.TrimSpace(line), " ")
		if word == "#" {
			continue
		}
		seen++
		if got := formsOf(Shape(word)); got != want {
			t.Errorf("%s: got %s, want %s", word, got, want)
		}
	}
	if seen < 1000 {
		t.Errorf("only %d words", seen)
	}
}

// formsOf tells the form of each letter: n, f, i or m. A ligature of lam and alef is two letters.
func formsOf(shaped string) string {
	var b strings.Builder
	for _, r := range shaped {
		for _, shapes := range lamAlef {
			if f := slices.Index(shapes[:], r); f >= 0 {
				b.WriteString([]string{"if", "mf"}[f])
			}
		}
		for _, shapes := range forms {
			if f := slices.Index(shapes[:], r); f >= 0 {
				b.WriteByte("nfim"[f])
			}
		}
	}
	return b.String()
}
