package plan

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"perspectief/assets"
	"perspectief/i18n"
	"perspectief/plan/arabic"
)

// WritePDF writes the document as A4 pages with real text, tags and no names in its properties. The same document, fonts
// and date give the same bytes. A letter that the fonts lack is a *MissingGlyphError, and nothing is written then.
func WritePDF(w io.Writer, d Document, fonts Fonts, date time.Time) (err error) {
	defer func() {
		if trouble := recover(); trouble != nil {
			err = fmt.Errorf("plan: pdf: %v", trouble)
		}
	}()
	faces, err := readFonts(fonts)
	if err != nil {
		return err
	}
	sheets := (&layout{fonts: faces}).document(&d)
	if err := checkGlyphs(faces, sheets); err != nil {
		return err
	}
	p := newPainter(d, faces, date)
	for _, s := range sheets {
		p.sheet(s)
	}
	var plainPDF bytes.Buffer
	if err := p.pdf.Output(&plainPDF); err != nil {
		return fmt.Errorf("plan: pdf: %w", err)
	}
	tagged, err := addTags(plainPDF.Bytes(), p.elements, properties{d.Title, date, d.languages()})
	if err != nil {
		return err
	}
	_, err = w.Write(tagged)
	return err
}

func checkGlyphs(faces *typefaces, sheets []sheet) error {
	for _, s := range sheets {
		for _, p := range s.pieces {
			for _, r := range p.runs {
				if err := faces.check(r.text, r.style); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// painter draws sheets and remembers what stands where for the tags.
type painter struct {
	pdf      *gofpdf.Fpdf
	faces    *typefaces
	added    map[string]bool // fonts that the file knows
	page     int
	marks    int // marked pieces on the page
	elements []element
}

func newPainter(d Document, faces *typefaces, date time.Time) *painter {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetTitle(d.Title, true)
	pdf.SetCreator(productName, true)
	pdf.SetProducer(productName, true)
	pdf.SetLineCapStyle("round")
	pdf.SetLineJoinStyle("round")
	return &painter{pdf: pdf, faces: faces, added: map[string]bool{}}
}

func (p *painter) sheet(s sheet) {
	p.pdf.AddPage()
	p.page, p.marks = p.page+1, 0
	if !s.goesOn {
		p.pdf.Bookmark(s.title, 0, 0)
	}
	for _, piece := range s.pieces {
		p.piece(piece)
	}
}

func (p *painter) piece(x piece) {
	if len(x.art) > 0 {
		p.pdf.RawWriteStr("/Artifact BMC")
		for _, a := range x.art {
			p.art(a)
		}
		p.pdf.RawWriteStr("EMC")
	}
	if len(x.runs) == 0 {
		return
	}
	if len(x.tags) == 0 {
		p.pdf.RawWriteStr("/Artifact BMC")
	} else {
		p.pdf.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", x.tags[len(x.tags)-1].name, p.marks))
		p.elements = append(p.elements, element{page: p.page, mark: p.marks, path: x.tags, lang: x.lang, actual: x.reordered()})
		p.marks++
	}
	for i, r := range x.runs {
		p.run(r, i+1 < len(x.runs))
	}
	p.pdf.RawWriteStr("EMC")
}

// reordered are the words of a piece in the order of reading, when that is not the order of drawing; else it is empty.
func (x piece) reordered() string {
	var lines []string
	same := true
	for _, r := range x.runs {
		same = same && arabic.Visual(r.text, r.style.sentence) == r.text
		lines = append(lines, i18n.WithoutIsolates(r.text))
	}
	if same {
		return ""
	}
	return strings.Join(lines, " ")
}

// run draws a line, font by font. A space behind it keeps its last word apart from the next line for a screen reader.
func (p *painter) run(r run, more bool) {
	p.pdf.SetTextColor(r.style.grey, r.style.grey, r.style.grey)
	stretches := p.faces.stretches(r.text, r.style)
	for i, s := range stretches {
		p.font(s.family, r.style)
		text := s.text
		if more && i+1 == len(stretches) {
			text += " "
		}
		p.pdf.Text(r.x, r.y, text)
		r.x += p.faces.face(s.family, r.style.bold).width(s.text) * r.style.size * mmPerPoint
	}
}

func (p *painter) font(family int, s textStyle) {
	name, weight, data := fmt.Sprintf("plan%d", family), "", p.faces.families[family].Regular
	if s.bold {
		weight, data = "B", p.faces.families[family].Bold
	}
	if !p.added[name+weight] {
		p.pdf.AddUTF8FontFromBytes(name, weight, bytes.Clone(data)) // the library writes into the slice
		p.added[name+weight] = true
	}
	p.pdf.SetFont(name, weight, s.size)
}

func (p *painter) art(a art) {
	p.pdf.SetDrawColor(a.grey, a.grey, a.grey)
	p.pdf.SetLineWidth(a.width)
	switch a.kind {
	case stroke:
		p.pdf.Line(a.x, a.y, a.x+a.w, a.y+a.h)
	case outline:
		p.pdf.Rect(a.x, a.y, a.w, a.h, "D")
	case area:
		p.pdf.SetFillColor(a.grey, a.grey, a.grey)
		p.pdf.Rect(a.x, a.y, a.w, a.h, "F")
	case picture:
		p.pictogram(a)
	}
}

// pictogram strokes line art. One that does not exist leaves its place empty; a test looks for that.
func (p *painter) pictogram(a art) {
	path, ok := assets.Pictogram(a.name)
	if !ok {
		return
	}
	k := a.w / assets.BoxSize
	x := func(v float64) float64 { return a.x + v*k }
	y := func(v float64) float64 { return a.y + v*k }
	for _, s := range path {
		switch s.Op {
		case 'M':
			p.pdf.MoveTo(x(s.Args[0]), y(s.Args[1]))
		case 'L':
			p.pdf.LineTo(x(s.Args[0]), y(s.Args[1]))
		case 'C':
			p.pdf.CurveBezierCubicTo(x(s.Args[0]), y(s.Args[1]), x(s.Args[2]), y(s.Args[3]), x(s.Args[4]), y(s.Args[5]))
		case 'Z':
			p.pdf.ClosePath()
		}
	}
	p.pdf.DrawPath("D")
}
