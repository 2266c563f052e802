package arabic

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every word of the Arabic catalogues is drawn in the forms that HarfBuzz gives it today, letter by letter. Without its program
// hb-shape (Debian: libharfbuzz-bin) the stored words of TestFormsAreThoseOfTheShaper have to do.
func TestTheCatalogueIsShapedAsHarfBuzzDoes(t *testing.T) {
	shaper, err := exec.LookPath("hb-shape")
	if err != nil {
		t.Skip("no hb-shape here")
	}
	words := catalogueWords(t)
	list := filepath.Join(t.TempDir(), "words.txt")
	if err := os.WriteFile(list, []byte(strings.Join(words, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(shaper, "--no-positions", "--script=arab", "--direction=rtl", "--language=ar",
		"--text-file="+list, "../../assets/fonts/NotoNaskhArabic-Regular.ttf").Output()
	if err != nil {
		t.Fatal(err)
	}
	shaped := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(words) < 300 || len(shaped) != len(words) {
		t.Fatalf("%d words, %d shaped", len(words), len(shaped))
	}
	for i, word := range words {
		if got, want := formsOf(Shape(word)), formsOfGlyphs(t, word, shaped[i]); got != want {
			t.Errorf("%s: got %s, want %s (%s)", word, got, want, shaped[i])
		}
	}
	t.Logf("%d words", len(words))
}

// arabicWord is a run of letters, without vowel signs.
var arabicWord = regexp.MustCompile(`[\x{0621}-\x{063A}\x{0641}-\x{064A}]+`)

func catalogueWords(t *testing.T) []string {
	t.Helper()
	var words []string
	catalogue := os.DirFS("../../i18n/ar")
	files, err := fs.Glob(catalogue, "*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(catalogue, file)
		if err != nil {
			t.Fatal(err)
		}
		words = append(words, arabicWord.FindAllString(string(data), -1)...)
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// letterGlyph is the glyph of a letter; dots and hamzas are glyphs of their own, which belong to their letter.
var letterGlyph = regexp.MustCompile(`^(?:uni06(?:[0-46-9A-F][0-9A-F]|5[0-26-9A-F])|kafDotlessar)((?:\.[a-zA-Z0-9]+)*)$`)

// formsOfGlyphs reads the form of each letter from the names of its glyphs: "[uni0628.init=0|…]", in the order they are seen.
func formsOfGlyphs(t *testing.T, word, line string) string {
	t.Helper()
	forms := []byte(strings.Repeat("?", len([]rune(word))))
	for _, glyph := range strings.Split(strings.Trim(line, "[]"), "|") {
		name, at, _ := strings.Cut(glyph, "=")
		letter := letterGlyph.FindStringSubmatch(name)
		i, err := strconv.Atoi(at)
		if letter == nil || err != nil || i >= len(forms) {
			continue
		}
		forms[i] = 'n'
		for _, suffix := range strings.Split(letter[1], ".") {
			switch suffix {
			case "init":
				forms[i] = 'i'
			case "medi":
				forms[i] = 'm'
			case "fina":
				forms[i] = 'f'
			}
		}
	}
	return string(forms)
}
