package plan

import (
	"bytes"
	"fmt"
	"unicode"

	"github.com/go-text/typesetting/font"

	"perspectief/assets"
	"perspectief/plan/arabic"
)

// Fonts are the two TrueType fonts of a print, as bytes. Letters that they do not have come from the other fonts of the house.
type Fonts struct{ Regular, Bold []byte }

// MissingGlyphError is a letter that no font can draw; it would come out as an empty box.
type MissingGlyphError struct{ Letter rune }

func (e *MissingGlyphError) Error() string {
	return fmt.Sprintf("plan: the fonts have no letter %q (%U)", e.Letter, e.Letter)
}

// typefaces measure words before anything is drawn. A font is read when the first letter asks for it.
type typefaces struct {
	families []fontFamily
	err      error // the first trouble with reading a font
}

// fontFamily is a font in two weights.
type fontFamily struct {
	Fonts
	read [2]*typeface // regular and bold; nil when it was not needed yet
}

type typeface struct {
	face   *font.Face
	perEm  float64
	widths map[rune]float64 // in em; below zero when there is no such letter
	latin  [lastLatin + 1]float64
}

const lastLatin = 0x024f

func readFonts(f Fonts) (*typefaces, error) {
	t := &typefaces{families: []fontFamily{{Fonts: f}}}
	for _, other := range assets.Fonts() {
		if !bytes.Equal(other.Regular, f.Regular) {
			t.families = append(t.families, fontFamily{Fonts: Fonts{other.Regular, other.Bold}})
		}
	}
	t.face(0, false)
	t.face(0, true)
	return t, t.err
}

func readFont(data []byte) (*typeface, error) {
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("plan: font: %w", err)
	}
	f := &typeface{face: face, perEm: float64(face.Upem()), widths: map[rune]float64{}}
	for r := range f.latin {
		f.latin[r] = f.measure(rune(r))
	}
	return f, nil
}

// face is one font of a family. One that cannot be read has no letters.
func (t *typefaces) face(i int, bold bool) *typeface {
	f, weight := &t.families[i], 0
	data := f.Regular
	if bold {
		weight, data = 1, f.Bold
	}
	if f.read[weight] == nil {
		read, err := readFont(data)
		if err != nil {
			read = &typeface{}
			if t.err == nil {
				t.err = err
			}
		}
		f.read[weight] = read
	}
	return f.read[weight]
}

// stretch is a part of a line in one font, in the order of drawing.
type stretch struct {
	family int
	text   string
}

// sans is how many families have Latin letters that go with the rest of the page: one of them draws a whole line when it can.
const sans = 2

// stretches divides a line over the fonts. Otherwise each letter has the first font that has it, and signs the font of the letter
// before them.
func (t *typefaces) stretches(text string, s textStyle) []stretch {
	text = arabic.Visual(text, s.sentence)
	for i := range min(sans, len(t.families)) {
		if t.hasAll(i, text, s.bold) {
			return []stretch{{i, text}}
		}
	}
	var all []stretch
	begin, current := 0, 0
	for at, r := range text {
		family := t.familyOf(r, s.bold, current)
		if family != current && at > begin {
			all = append(all, stretch{current, text[begin:at]})
			begin = at
		}
		current = family
	}
	return append(all, stretch{current, text[begin:]})
}

func (t *typefaces) hasAll(i int, text string, bold bool) bool {
	for _, r := range text {
		if !t.face(i, bold).has(r) {
			return false
		}
	}
	return true
}

// familyOf is the first family for a letter that nobody has.
func (t *typefaces) familyOf(r rune, bold bool, current int) int {
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && t.face(current, bold).has(r) {
		return current
	}
	for i := range t.families {
		if t.face(i, bold).has(r) {
			return i
		}
	}
	return 0
}

const mmPerPoint = 25.4 / 72

// width of a text in mm at a size in points.
func (t *typefaces) width(text string, s textStyle) float64 {
	if em, ok := t.face(0, s.bold).plainWidth(text); ok {
		return em * s.size * mmPerPoint
	}
	em := 0.0
	for _, part := range t.stretches(text, s) {
		em += t.face(part.family, s.bold).width(part.text)
	}
	return em * s.size * mmPerPoint
}

func (f *typeface) width(text string) float64 {
	em := 0.0
	for _, r := range text {
		em += max(0, f.advance(r))
	}
	return em
}

// plainWidth is the width of a text of Latin letters that this font has: nearly every text.
func (f *typeface) plainWidth(text string) (em float64, ok bool) {
	for _, r := range text {
		if r > lastLatin && r < '\u2010' || r > '\u2027' && r != '€' || !f.has(r) {
			return 0, false
		}
		em += f.advance(r)
	}
	return em, true
}

func (f *typeface) has(r rune) bool { return f.advance(r) >= 0 }

func (f *typeface) advance(r rune) float64 {
	if f.face == nil {
		return -1
	}
	if r <= lastLatin {
		return f.latin[r]
	}
	w, known := f.widths[r]
	if !known {
		w = f.measure(r)
		f.widths[r] = w
	}
	return w
}

func (f *typeface) measure(r rune) float64 {
	if glyph, ok := f.face.NominalGlyph(r); ok {
		return float64(f.face.HorizontalAdvance(glyph)) / f.perEm
	}
	return -1
}

// check finds the first letter without a glyph.
func (t *typefaces) check(text string, s textStyle) error {
	for _, part := range t.stretches(text, s) {
		for _, r := range part.text {
			if !t.face(part.family, s.bold).has(r) {
				return &MissingGlyphError{r}
			}
		}
	}
	return t.err
}
