package plan

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"
)

// Fonts are the two TrueType fonts of a print, as bytes.
type Fonts struct{ Regular, Bold []byte }

// MissingGlyphError is a letter that the fonts of the print cannot draw; it would come out as an empty box.
type MissingGlyphError struct{ Letter rune }

func (e *MissingGlyphError) Error() string {
	return fmt.Sprintf("plan: the fonts have no letter %q (%U)", e.Letter, e.Letter)
}

// typefaces measure words before anything is drawn.
type typefaces struct {
	regular, bold *typeface
}

type typeface struct {
	face   *font.Face
	perEm  float64
	widths map[rune]float64 // in em
}

func readFonts(f Fonts) (*typefaces, error) {
	regular, err := readFont(f.Regular)
	if err != nil {
		return nil, err
	}
	bold, err := readFont(f.Bold)
	if err != nil {
		return nil, err
	}
	return &typefaces{regular, bold}, nil
}

func readFont(data []byte) (*typeface, error) {
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("plan: font: %w", err)
	}
	return &typeface{face, float64(face.Upem()), map[rune]float64{}}, nil
}

func (t *typefaces) of(bold bool) *typeface {
	if bold {
		return t.bold
	}
	return t.regular
}

const mmPerPoint = 25.4 / 72

// width of a text in mm at a size in points.
func (t *typefaces) width(text string, s textStyle) float64 {
	f, em := t.of(s.bold), 0.0
	for _, r := range text {
		em += f.advance(r)
	}
	return em * s.size * mmPerPoint
}

func (f *typeface) advance(r rune) float64 {
	if w, ok := f.widths[r]; ok {
		return w
	}
	w := 0.0
	if glyph, ok := f.face.NominalGlyph(r); ok {
		w = float64(f.face.HorizontalAdvance(glyph)) / f.perEm
	}
	f.widths[r] = w
	return w
}

// check finds the first letter without a glyph.
func (t *typefaces) check(text string, bold bool) error {
	for _, r := range text {
		if _, ok := t.of(bold).face.NominalGlyph(r); !ok {
			return &MissingGlyphError{r}
		}
	}
	return nil
}
