package plan

import (
	"slices"
	"strings"

	"perspectief/plan/chart"
)

// The page is A4 upright. On the left a gutter with pictogram and heading, beside it one column of 60 to 65 letters.
// Positions are in mm from the top left corner, sizes of letters in points.
const (
	pageWidth, pageHeight = 210.0, 297.0
	gutterX, headingWidth = 14.0, 43.0
	termX                 = 66.0 // the column beside hard words, which need a wider gutter
	columnX, columnWidth  = 61.0, 123.0
	topMargin             = 17.0
	bottomEdge            = 270.0 // nothing but the footer stands below
	footerY               = 280.0
	columnRight           = columnX + columnWidth

	pictogramSize = 12.0
	wideGap       = 4.5 // above and below the rule between two sections
	tightGap      = 2.6 // the same, when a page would just not fit on a sheet
	lineGap       = 9.0 // between two lines to write on
	boxSize       = 5.0
	boxIndent     = 8.5
	rowGap        = 1.0
	blockGap      = 1.2
	barHeight     = 8.0

	thin, medium, thick = 0.25, 0.5, 0.9
	darkGrey            = 90 // of 255: dark enough for a bad copier
)

type textStyle struct {
	size float64
	bold bool
	lead float64 // distance of two lines, times the size
}

var (
	bodyStyle    = textStyle{13, false, 1.5}
	strongStyle  = textStyle{13, true, 1.5}
	titleStyle   = textStyle{24, true, 1.25}
	headingStyle = textStyle{15, true, 1.2}
	keyStyle     = textStyle{23, true, 1.3}
	footerStyle  = textStyle{12, false, 1.3}
)

func (s textStyle) lineHeight() float64 { return s.size * s.lead * mmPerPoint }

// baseline is how far below the top of its line a text stands.
func (s textStyle) baseline() float64 { return (s.lineHeight() + 0.7*s.size*mmPerPoint) / 2 }

// sheet is one printed page.
type sheet struct {
	title  string
	goesOn bool // with the page of the sheet before
	pieces []piece
}

// piece is what a reader of the tags meets as one thing. Without tags it is decoration.
type piece struct {
	tags []tag
	runs []run
	art  []art
}

// tag is an element of the structure; pieces that share a parent have the same number in it.
type tag struct {
	name string
	id   int
}

// run is a line of text with its baseline.
type run struct {
	x, y  float64
	text  string
	style textStyle
}

// art is a stroke, an area or a pictogram.
type art struct {
	kind       artKind
	x, y, w, h float64
	width      float64 // of a stroke
	grey       int     // 0 is black
	name       string  // of a pictogram
}

type artKind int

const (
	stroke artKind = iota // from x, y over w, h
	outline
	area
	picture
)

// layout places a document on sheets. Nothing is split but a section that is longer than a sheet, and that only
// between two blocks.
type layout struct {
	fonts  *typefaces
	sheets []sheet
	y      float64
	gap    float64 // wideGap or tightGap
	ids    int
}

func (l *layout) document(d *Document) []sheet {
	for _, page := range d.Pages {
		before := slices.Clip(l.sheets) // so that a second try does not write over the first
		l.gap = wideGap
		if l.page(page); len(l.sheets) > len(before)+1 {
			page = withoutSpareLines(page)
			l.sheets = before
			l.page(page)
		}
		if wide := l.sheets; len(wide) > len(before)+1 {
			l.sheets, l.gap = before, tightGap
			if l.page(page); len(l.sheets) >= len(wide) {
				l.sheets = wide
			}
		}
	}
	for i := range l.sheets {
		l.sheets[i].pieces = append(l.sheets[i].pieces, l.footer(d, i))
	}
	return l.sheets
}

func (l *layout) page(p Block) {
	l.begin(p.Text, false)
	for i, section := range p.Blocks {
		l.section(p.Text, section, i == 0)
	}
}

func (l *layout) newID() int { l.ids++; return l.ids }

func (l *layout) put(p piece) {
	s := &l.sheets[len(l.sheets)-1]
	s.pieces = append(s.pieces, p)
}

// begin starts a page. On a sheet that only goes on with it the title is no heading of its own.
func (l *layout) begin(title string, goesOn bool) {
	l.sheets = append(l.sheets, sheet{title: title, goesOn: goesOn})
	l.y = topMargin
	var p piece
	if !goesOn {
		p.tags = []tag{{"H1", l.newID()}}
	}
	p.runs, l.y = l.place(title, gutterX, l.y, columnRight-gutterX, titleStyle)
	l.put(p)
	l.y += 2
	l.put(piece{art: []art{{kind: stroke, x: gutterX, y: l.y, w: columnRight - gutterX, width: thick}}})
	l.y += l.gap
}

func (l *layout) section(title string, s Block, first bool) {
	var blocks []placed
	height := 0.0
	for _, b := range s.Blocks {
		blocks = append(blocks, l.pieces(b)...)
	}
	for _, b := range blocks {
		height += b.height
	}
	headRuns, headBottom := l.place(s.Text, gutterX, 0, headingWidth, headingStyle)
	headHeight := 0.0
	if s.Text != "" {
		headHeight = headBottom
	}
	if s.Pictogram != "" {
		headHeight += pictogramSize + 1
	}
	gap := 2 * l.gap
	if first || l.freshSheet() {
		gap = 0
	}
	needs := max(height, headHeight)
	if l.y+gap+needs > bottomEdge && !l.freshSheet() {
		if needs <= bottomEdge-l.freshTop() || l.y+gap+max(headHeight, blocks[0].height) > bottomEdge {
			l.begin(title, true)
			gap = 0
		}
	}
	if gap > 0 {
		l.y += l.gap
		l.put(piece{art: []art{{kind: stroke, x: gutterX, y: l.y, w: columnRight - gutterX, width: thin, grey: darkGrey}}})
		l.y += l.gap
	}
	top := l.y
	l.head(s, headRuns, top)
	l.groups(blocks)
	for _, b := range blocks {
		if l.y+b.height > bottomEdge+0.01 && l.y > top {
			l.begin(title, true)
			top, headHeight = l.y, 0
		}
		for _, p := range b.pieces {
			l.put(p.down(l.y))
		}
		l.y += b.height
	}
	l.y = max(l.y, top+headHeight)
}

// freshTop is where the first section of a sheet with a title of one line begins.
func (l *layout) freshTop() float64 { return topMargin + titleStyle.lineHeight() + 2 + l.gap }

func (l *layout) freshSheet() bool { return len(l.sheets[len(l.sheets)-1].pieces) <= 2 }

func (l *layout) head(s Block, runs []run, top float64) {
	y := top
	if s.Pictogram != "" {
		l.put(piece{art: []art{{kind: picture, x: gutterX, y: y, w: pictogramSize, name: s.Pictogram, width: medium}}})
		y += pictogramSize + 1
	}
	if s.Text != "" {
		l.put(piece{tags: []tag{{"H2", l.newID()}}, runs: runs}.down(y))
	}
}

// groups joins neighbouring rows into a table and neighbouring boxes into a list.
func (l *layout) groups(blocks []placed) {
	id := 0
	for i, b := range blocks {
		if i == 0 || b.first || blocks[i-1].group != b.group {
			id = l.newID()
		}
		if b.group == "" {
			continue
		}
		for k, p := range b.pieces {
			if len(p.tags) > 0 {
				b.pieces[k].tags = append([]tag{{b.group, id}}, p.tags...)
			}
		}
	}
}

func (p piece) down(dy float64) piece {
	runs, arts := make([]run, len(p.runs)), make([]art, len(p.art))
	for i, r := range p.runs {
		r.y += dy
		runs[i] = r
	}
	for i, a := range p.art {
		a.y += dy
		arts[i] = a
	}
	p.runs, p.art = runs, arts
	return p
}

// placed is a block with positions from its own top.
type placed struct {
	pieces []piece
	height float64
	group  string
	first  bool // of its group
}

// pieces are the parts of a block between which a sheet may end: only a table has more than one.
func (l *layout) pieces(b Block) []placed {
	if b.Kind == TableBlock {
		return l.table(b, columnX, columnWidth, bodyStyle, strongStyle)
	}
	return []placed{l.block(b)}
}

// withoutSpareLines is the page with only the writing lines that it cannot do without.
func withoutSpareLines(p Block) Block {
	p.Blocks = slices.Clone(p.Blocks)
	for i := range p.Blocks {
		p.Blocks[i].Blocks = slices.DeleteFunc(slices.Clone(p.Blocks[i].Blocks), func(b Block) bool { return b.Spare })
	}
	return p
}

func (l *layout) block(b Block) placed {
	switch b.Kind {
	case KeyBlock:
		return l.key(b)
	case RowBlock, TotalBlock:
		return l.row(b)
	case CheckBlock:
		return l.check(b)
	case LinesBlock:
		return l.writingLines(b)
	case BarsBlock:
		return l.bars(b)
	case TermBlock:
		return l.term(b)
	case SpaceBlock:
		h := float64(b.Count) * lineGap
		return placed{pieces: []piece{{art: []art{{kind: outline, x: columnX, y: 1, w: columnWidth, h: h, width: medium, grey: darkGrey}}}}, height: h + 2}
	}
	style := bodyStyle
	if b.Strong {
		style = strongStyle
	}
	runs, bottom := l.place(b.Text, columnX, 0, columnWidth, style)
	return placed{pieces: []piece{l.paragraph(runs)}, height: bottom}
}

func (l *layout) paragraph(runs []run) piece { return piece{tags: []tag{{"P", l.newID()}}, runs: runs} }

func (l *layout) key(b Block) placed {
	wide := l.fonts.width(b.Details, keyStyle)
	if l.gap == tightGap && l.fonts.width(b.Text, bodyStyle)+4+wide <= columnWidth {
		amount, y := l.place(b.Details, columnRight-wide, 0, wide+0.1, keyStyle)
		caption := run{columnX, amount[0].y, b.Text, bodyStyle}
		return placed{pieces: []piece{l.paragraph([]run{caption}), l.paragraph(amount)}, height: y}
	}
	caption, y := l.place(b.Text, columnX, 0, columnWidth, bodyStyle)
	amount, y := l.place(b.Details, columnX, y-0.8, columnWidth, keyStyle)
	return placed{pieces: []piece{l.paragraph(caption), l.paragraph(amount)}, height: y + blockGap}
}

func (l *layout) row(b Block) placed {
	style := bodyStyle
	if b.Kind == TotalBlock {
		style = strongStyle
	}
	right := l.fonts.width(b.Details, style)
	if right > columnWidth*0.6 {
		right = columnWidth * 0.6
	}
	label, bottom := l.place(b.Text, columnX, rowGap/2, columnWidth-right-5, style)
	details, detailsBottom := l.place(b.Details, columnRight-right, rowGap/2, right+0.1, style)
	row := tag{"TR", l.newID()}
	p := placed{group: "Table", height: max(bottom, detailsBottom) + rowGap/2, pieces: []piece{
		{tags: []tag{row, {"TH", l.newID()}}, runs: label},
		{tags: []tag{row, {"TD", l.newID()}}, runs: details},
	}}
	line := art{kind: stroke, x: columnX, w: columnWidth, y: p.height, width: thin, grey: darkGrey}
	if b.Kind == TotalBlock {
		line.y, line.width, line.grey = 0, medium, 0
	}
	p.pieces = append(p.pieces, piece{art: []art{line}})
	return p
}

func (l *layout) check(b Block) placed {
	top := (bodyStyle.lineHeight() - boxSize) / 2
	runs, bottom := l.place(b.Text, columnX+boxIndent, 0, columnWidth-boxIndent, bodyStyle)
	for _, sentence := range sentences(b.Details) {
		var more []run
		more, bottom = l.place(sentence, columnX+boxIndent, bottom, columnWidth-boxIndent, bodyStyle)
		runs = append(runs, more...)
	}
	item := tag{"LI", l.newID()}
	box := []art{{kind: outline, x: columnX + 0.3, y: top, w: boxSize, h: boxSize, width: medium}}
	if b.Ticked {
		box = append(box, art{kind: picture, x: columnX + 0.3, y: top, w: boxSize, name: "check", width: thick})
	}
	return placed{group: "L", height: bottom + blockGap, pieces: []piece{
		{art: box},
		{tags: []tag{item, {"LBody", l.newID()}}, runs: runs},
	}}
}

const roomToWrite = 45.0 // the shortest line somebody can write on

func (l *layout) writingLines(b Block) placed {
	var p placed
	from, y := columnX, 0.0
	if b.Text != "" {
		var runs []run
		runs, y = l.place(b.Text, columnX, lineGap-bodyStyle.lineHeight(), columnWidth, bodyStyle)
		p.pieces = append(p.pieces, l.paragraph(runs))
		if after := columnX + l.fonts.width(b.Text, bodyStyle) + 3; len(runs) == 1 && b.Count == 1 && after+roomToWrite <= columnRight {
			from, y = after, y-lineGap
		}
	}
	for range b.Count {
		y += lineGap
		p.pieces = append(p.pieces, piece{art: []art{{kind: stroke, x: from, y: y - 1.2, w: columnRight - from, width: thin, grey: darkGrey}}})
	}
	if b.Details != "" {
		runs, bottom := l.place(b.Details, max(from, columnRight-l.fonts.width(b.Details, bodyStyle)), y, columnWidth, bodyStyle)
		p.pieces = append(p.pieces, l.paragraph(runs))
		y = bottom
	}
	p.height = y + blockGap
	return p
}

// bars are two lying bars from zero, each with its amount behind it.
func (l *layout) bars(b Block) placed {
	runs, y := l.place(b.Text, columnX, blockGap, columnWidth, bodyStyle)
	p := placed{pieces: []piece{l.paragraph(runs)}}
	captions, amounts := 0.0, 0.0
	all := make([]chart.Bar, len(b.Bars))
	for i, bar := range b.Bars {
		captions = max(captions, l.fonts.width(bar.Caption, bodyStyle))
		amounts = max(amounts, l.fonts.width(bar.Amount, strongStyle))
		all[i] = chart.Bar{Value: float64(bar.Euros), Caption: bar.Caption, Amount: bar.Amount, Role: chart.Now}
		if bar.Then {
			all[i].Role = chart.Then
		}
	}
	d := chart.Bars(all, chart.BarOptions{Width: columnWidth, CaptionWidth: captions + 4, AmountWidth: amounts + 5,
		BarHeight: barHeight, Gap: 3})
	y += 1
	for _, a := range d.Areas {
		shade := art{kind: area, x: columnX + a.X, y: y + a.Y, w: a.W, h: a.H, grey: 170}
		if a.Role == chart.Then {
			shade.grey = 60
		}
		edge := shade
		edge.kind, edge.width, edge.grey = outline, medium, 0
		p.pieces = append(p.pieces, piece{art: []art{shade, edge}})
	}
	for i := 0; i+1 < len(d.Labels); i += 2 {
		line := l.paragraph([]run{l.label(d.Labels[i], y, bodyStyle), l.label(d.Labels[i+1], y, strongStyle)})
		p.pieces = append(p.pieces, line)
	}
	p.height = y + d.Height + 2
	return p
}

func (l *layout) label(from chart.Label, top float64, s textStyle) run {
	return run{columnX + from.At.X, top + from.At.Y + 0.35*s.size*mmPerPoint, from.Text, s}
}

// term has the word in the gutter and what it means beside it, one sentence a line. A word that is too long for the
// gutter stands above.
func (l *layout) term(b Block) placed {
	word, bottom := l.place(b.Text, gutterX, 0, columnRight-gutterX, strongStyle)
	y := bottom
	if l.widestWord(b.Text, strongStyle) <= termX-gutterX-2 {
		word, bottom = l.place(b.Text, gutterX, 0, termX-gutterX-2, strongStyle)
		y = 0
	}
	var runs []run
	for _, sentence := range strings.SplitAfter(b.Details, ". ") {
		var more []run
		more, y = l.place(strings.TrimSpace(sentence), termX, y, columnRight-termX, bodyStyle)
		runs = append(runs, more...)
	}
	return placed{height: max(bottom, y) + 2.5, pieces: []piece{
		{tags: []tag{{"P", l.newID()}}, runs: word}, l.paragraph(runs)}}
}

func (l *layout) widestWord(text string, s textStyle) float64 {
	widest := 0.0
	for _, word := range strings.Fields(text) {
		widest = max(widest, l.fonts.width(word, s))
	}
	return widest
}

func (l *layout) footer(d *Document, i int) piece {
	number := d.PageNumber(i+1, len(l.sheets))
	right := columnRight - l.fonts.width(number, footerStyle)
	return piece{
		art: []art{{kind: stroke, x: gutterX, y: footerY - 5.5, w: columnRight - gutterX, width: thin, grey: darkGrey}},
		runs: []run{
			{gutterX, footerY, d.Made, footerStyle},
			{right, footerY, number, footerStyle},
			{gutterX, footerY + footerStyle.lineHeight(), d.Status, footerStyle},
		},
	}
}

// place breaks a text into lines of at most this width, from a top edge, and gives the bottom edge.
func (l *layout) place(text string, x, y, width float64, s textStyle) ([]run, float64) {
	var runs []run
	for _, line := range l.split(text, width, s) {
		runs = append(runs, run{x, y + s.baseline(), line, s})
		y += s.lineHeight()
	}
	return runs, y
}

// split breaks at plain spaces only: an amount keeps its unit. A word that is wider than the line is cut.
func (l *layout) split(text string, width float64, s textStyle) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }) {
		if line != "" && l.fonts.width(line+" "+word, s) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = word
		for l.fonts.width(line, s) > width {
			head, tail := l.cut(line, width, s)
			if tail == "" {
				break
			}
			lines, line = append(lines, head), tail
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// cut takes as many letters as fit, at least one.
func (l *layout) cut(word string, width float64, s textStyle) (head, tail string) {
	wide := 0.0
	for i, r := range word {
		wide += l.fonts.of(s.bold).advance(r) * s.size * mmPerPoint
		if wide > width && i > 0 {
			return word[:i], word[i:]
		}
	}
	return word, ""
}
