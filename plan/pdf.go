package plan

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"perspectief/assets"
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
	p := newPainter(d, fonts, date)
	for _, s := range sheets {
		p.sheet(s)
	}
	var plainPDF bytes.Buffer
	if err := p.pdf.Output(&plainPDF); err != nil {
		return fmt.Errorf("plan: pdf: %w", err)
	}
	tagged, err := addTags(plainPDF.Bytes(), p.elements, properties{d.Title, date})
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
				if err := faces.check(r.text, r.style.bold); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

const fontName = "plan"

// painter draws sheets and remembers what stands where for the tags.
type painter struct {
	pdf      *gofpdf.Fpdf
	page     int
	marks    int // marked pieces on the page
	elements []element
}

func newPainter(d Document, fonts Fonts, date time.Time) *painter {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetTitle(d.Title, true)
	pdf.SetCreator(productName, true)
	pdf.SetProducer(productName, true)
	// The library writes into the slices it is given.
	pdf.AddUTF8FontFromBytes(fontName, "", bytes.Clone(fonts.Regular))
	pdf.AddUTF8FontFromBytes(fontName, "B", bytes.Clone(fonts.Bold))
	pdf.SetLineCapStyle("round")
	pdf.SetLineJoinStyle("round")
	return &painter{pdf: pdf}
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
		p.elements = append(p.elements, element{page: p.page, mark: p.marks, path: x.tags, lang: x.lang})
		p.marks++
	}
	for i, r := range x.runs {
		text := r.text
		if i+1 < len(x.runs) {
			text += " " // keeps the words of two lines apart for a screen reader
		}
		p.font(r.style)
		p.pdf.SetTextColor(r.style.grey, r.style.grey, r.style.grey)
		p.pdf.Text(r.x, r.y, text)
	}
	p.pdf.RawWriteStr("EMC")
}

func (p *painter) font(s textStyle) {
	weight := ""
	if s.bold {
		weight = "B"
	}
	p.pdf.SetFont(fontName, weight, s.size)
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
