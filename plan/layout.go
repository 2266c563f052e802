package plan

import (
	"cmp"
	"slices"
	"strings"

	"perspectief/plan/arabic"
	"perspectief/plan/chart"
)

// sheet is one printed page.
type sheet struct {
	title  string
	goesOn bool // with the page of the sheet before
	speech speech
	pieces []piece
}

// speech tells which of the two languages of a document a sheet holds.
type speech int

const (
	both speech = iota
	dutchAlone
	translationAlone
)

// piece is what a reader of the tags meets as one thing. Without tags it is decoration.
type piece struct {
	tags []tag
	lang string // of the runs, when it is not Dutch
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

// layout places a document on sheets. A section goes on on the next sheet only when it is longer than one or when that saves
// one, between two blocks or within a table or a long text.
type layout struct {
	profile
	fonts    *typefaces
	language string  // of the translation
	speech   speech  // of the sheet that is made
	bottom   float64 // nothing but the footer stands below
	sheets   []sheet
	y        float64
	fresh    float64 // where the first section of the sheet begins
	gap      float64 // wideGap or tightGap
	breaks   bool    // a section may go on on the next sheet
	ids      int
}

func (l *layout) document(d *Document) []sheet {
	l.profile = profileOf(d.Look)
	if s := d.Second; s != nil {
		l.language = s.Language
		if s.RightToLeft {
			l.second = arabic.RightToLeft
		}
	}
	_, l.bottom = l.footer(d, 0, 1, both)
	for i, page := range d.Pages {
		l.fit(page)
		if i == 0 && l.language != "" && len(l.sheets) > 1 {
			l.apart(d, page)
		}
	}
	for i := range l.sheets {
		pieces, _ := l.footer(d, i, len(l.sheets), l.sheets[i].speech)
		l.sheets[i].pieces = append(l.sheets[i].pieces, pieces...)
	}
	if d.Second != nil && d.Second.RightToLeft {
		l.mirror()
	}
	return l.sheets
}

// mirror turns the pages for who reads from the right: the gutter to the right, amounts to the left.
func (l *layout) mirror() {
	for _, s := range l.sheets {
		if s.speech == dutchAlone {
			continue
		}
		for _, p := range s.pieces {
			for i := range p.runs {
				r := &p.runs[i]
				r.x = pageWidth - r.x - l.fonts.width(r.text, r.style)
			}
			for i := range p.art {
				p.art[i].x = pageWidth - p.art[i].x - p.art[i].w
			}
		}
	}
}

func (l *layout) page(p Block) {
	l.begin(p, false)
	for _, section := range p.Blocks {
		l.section(p, section)
	}
}

func (l *layout) newID() int { l.ids++; return l.ids }

func (l *layout) put(pieces ...piece) {
	s := &l.sheets[len(l.sheets)-1]
	s.pieces = append(s.pieces, pieces...)
}

// begin starts a page. On a sheet that only goes on with it the title is no heading of its own.
func (l *layout) begin(page Block, goesOn bool) {
	title := page.Text
	if l.speech == translationAlone {
		title = cmp.Or(page.Translation.Text, title)
	}
	l.sheets = append(l.sheets, sheet{title: title, goesOn: goesOn, speech: l.speech})
	pieces, bottom := l.pair([]tag{{"H1", l.newID()}}, page.Text, page.Translation.Text, gutterX, topMargin,
		columnRight-gutterX, l.title)
	if goesOn {
		pieces = unread(pieces)
	}
	l.put(pieces...)
	l.y = bottom + 2
	l.put(piece{art: []art{{kind: stroke, x: gutterX, y: l.y, w: columnRight - gutterX, width: thick}}})
	l.y += l.gap
	l.fresh = l.y
}

// section keeps a section on one sheet when it fits on one, unless it may go on; else it begins where its heading and the first
// blocks that stay together fit.
func (l *layout) section(page, s Block) {
	head, headHeight := l.head(s)
	blocks := l.blocks(s)
	parts := together(blocks)
	needs, begins := heightOf(blocks), 0.0
	if len(parts) > 0 {
		begins = heightOf(parts[0])
	}
	if l.gutter {
		needs, begins = max(needs, headHeight), max(begins, headHeight)
	} else {
		needs, begins = headHeight+needs, headHeight+begins
	}
	gap := 2 * l.gap
	if l.y == l.fresh {
		gap = 0
	}
	goesOn := l.fills || l.breaks || needs > l.bottom-l.fresh
	if room := l.bottom - l.y - gap; l.y != l.fresh && needs > room && (!goesOn || begins > room) {
		l.begin(page, true)
		gap = 0
	}
	if gap > 0 {
		l.y += l.gap
		l.put(piece{art: []art{{kind: stroke, x: gutterX, y: l.y, w: columnRight - gutterX, width: thin, grey: darkGrey}}})
		l.y += l.gap
	}
	l.groups(blocks)
	end, begun := l.putHead(head, headHeight), false
	for _, part := range parts {
		for i, b := range part {
			over := l.y+b.height > l.bottom+0.01 || i == 0 && l.y+heightOf(part) > l.bottom+0.01
			if over && begun {
				l.begin(page, true)
				end = l.putHead(unread(head), headHeight)
				l.again(b)
			}
			if b.stretches {
				b = l.roomToDraw(l.bottom - l.y)
			}
			l.put(down(b.pieces, l.y)...)
			l.y += b.height
			begun = true
		}
	}
	l.y = max(l.y, end)
}

// putHead places the heading of a section and tells where it ends.
func (l *layout) putHead(head []piece, height float64) (end float64) {
	l.put(down(head, l.y)...)
	end = l.y + height
	if !l.gutter {
		l.y = end
	}
	return end
}

// again repeats the head of a table on the sheet on which its rows go on.
func (l *layout) again(b placed) {
	if b.head != nil {
		l.put(down(unread(b.head.pieces), l.y)...)
		l.y += b.head.height
	}
}

// unread are pieces that stand there a second time, so nobody needs to hear them again.
func unread(pieces []piece) []piece {
	silent := slices.Clone(pieces)
	for i := range silent {
		silent[i].tags = nil
	}
	return silent
}

func down(pieces []piece, dy float64) []piece {
	moved := make([]piece, len(pieces))
	for i, p := range pieces {
		moved[i] = p.down(dy)
	}
	return moved
}

func heightOf(blocks []placed) float64 {
	height := 0.0
	for _, b := range blocks {
		height += b.height
	}
	return height
}

// head is the pictogram with the heading under it in the gutter, or beside it above the section.
func (l *layout) head(s Block) (pieces []piece, height float64) {
	x, y := gutterX, 0.0
	if s.Pictogram != "" {
		pieces = append(pieces, piece{art: []art{{kind: picture, x: x, y: 0, w: l.pictogram, name: s.Pictogram, width: medium}}})
		if l.gutter {
			y = l.pictogram + l.headingGap
		} else {
			x += l.pictogram + l.headingGap
		}
		height = y
	}
	if s.Text == "" {
		return pieces, height
	}
	tags := []tag{{"H2", l.newID()}}
	words, bottom := l.pair(tags, s.Text, s.Translation.Text, x, y, l.headingWidth(), l.heading)
	if l.gutter {
		return append(pieces, words...), bottom
	}
	height = max(bottom, l.pictogram)
	for _, p := range words {
		pieces = append(pieces, p.down((height-bottom)/2))
	}
	return pieces, height + l.headingGap/2
}

// pair is a text with its translation under it.
func (l *layout) pair(tags []tag, text, translation string, x, y, width float64, s textStyle) ([]piece, float64) {
	runs, bottom := l.place(text, x, y, width, s)
	if translation == "" {
		return []piece{{tags: tags, runs: runs}}, bottom
	}
	if l.speech == translationAlone {
		runs, bottom = l.place(translation, x, y, width, l.translationAlone(s))
		return []piece{{tags: tags, lang: l.language, runs: runs}}, bottom
	}
	under, bottom := l.place(translation, x, bottom-l.closer, width, l.under(s))
	first, second := tags, tags
	if tags[0].name == "P" {
		second = []tag{{"P", l.newID()}}
	} else {
		first, second = slices.Concat(tags, []tag{{"Span", l.newID()}}), slices.Concat(tags, []tag{{"Span", l.newID()}})
	}
	return []piece{{tags: first, runs: runs}, {tags: second, lang: l.language, runs: under}}, bottom
}

// pairWidth is the width of the two texts of a pair on a line each.
func (l *layout) pairWidth(text, translation string, s textStyle) float64 {
	if l.speech == translationAlone && translation != "" {
		return l.fonts.width(translation, l.translationAlone(s))
	}
	return max(l.fonts.width(text, s), l.fonts.width(translation, l.under(s)))
}

func (l *layout) paragraph() []tag { return []tag{{"P", l.newID()}} }

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
	first  bool    // of its group
	keep   bool    // with the next one on a sheet
	head   *placed // of the table of which this is a row

	stretches bool // to the end of the sheet
}

// blocks are the blocks of a section, each with its parts.
func (l *layout) blocks(s Block) []placed {
	var all []placed
	beside, headed := l.besideEachOther(s.Blocks), underShortHeads(s.Blocks)
	for i := 0; i < len(s.Blocks); i++ {
		b := s.Blocks[i]
		parts := l.pieces(b)
		switch {
		case beside[i] && i+1 < len(s.Blocks) && beside[i+1]:
			i++
			parts = []placed{l.twoRows(b, s.Blocks[i])}
		case beside[i]:
			parts = []placed{l.rowBetween(b, l.columnX, l.columnX+l.half())}
		}
		if len(parts) > 0 && i+1 < len(s.Blocks) {
			parts[len(parts)-1].keep = goesWithNext(b, s.Blocks[i+1]) || headed[i] && s.Blocks[i+1].Kind != HeadBlock
		}
		all = append(all, parts...)
	}
	return all
}

// pieces are the parts of a block between which a sheet may end: the rows of a table, and of a text that somebody typed at length a
// number of lines.
func (l *layout) pieces(b Block) []placed {
	switch b.Kind {
	case TableBlock:
		return l.table(b)
	case OwnBlock:
		return l.typed(l.block(b))
	}
	return []placed{l.block(b)}
}

// mostLines of a typed text stay together, so that no text is longer than a sheet.
const mostLines = 12

// typed divides a typed text after every so many lines. It is one piece, unless it has a translation.
func (l *layout) typed(whole placed) []placed {
	text := whole.pieces[0]
	if len(text.runs) <= mostLines || len(whole.pieces) > 1 {
		return []placed{whole}
	}
	var parts []placed
	lineHeight := whole.height / float64(len(text.runs))
	for lines := range slices.Chunk(text.runs, mostLines) {
		height := float64(len(lines)) * lineHeight
		part := piece{tags: l.paragraph(), lang: text.lang, runs: lines}.down(-float64(len(parts)*mostLines) * lineHeight)
		parts = append(parts, placed{pieces: []piece{part}, height: height})
	}
	return parts
}

func (l *layout) block(b Block) placed {
	switch b.Kind {
	case KeyBlock:
		return l.keyAmount(b)
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
		return l.roomToDraw(leastToDraw)
	case HeadBlock:
		pieces, bottom := l.pair([]tag{{"H3", l.newID()}}, b.Text, b.Translation.Text, l.columnX, 1.5, l.columnWidth(), l.strong)
		return placed{pieces: pieces, height: bottom}
	}
	style := l.body
	if b.Strong {
		style = l.strong
	}
	if b.Kind == OwnBlock {
		style.sentence = arabic.FromText
	}
	pieces, bottom := l.pair(l.paragraph(), b.Text, b.Translation.Text, l.columnX, 0, l.columnWidth(), style)
	if b.Translation.Text != "" && l.speech == both {
		bottom += l.pairGap
	}
	return placed{pieces: pieces, height: bottom}
}

// leastToDraw is the height of the smallest room to draw: less than that goes to the next sheet.
const leastToDraw = 32.0

// roomToDraw is a box of this height, which takes all that its sheet has left.
func (l *layout) roomToDraw(height float64) placed {
	box := art{kind: outline, x: l.columnX, y: 1, w: l.columnWidth(), h: height - 2, width: medium, grey: darkGrey}
	return placed{pieces: []piece{{art: []art{box}}}, height: height, stretches: true}
}

func (l *layout) keyAmount(b Block) placed {
	wide := l.fonts.width(b.Details, l.key)
	if l.gap == l.tightGap && b.Translation == (Translation{}) && l.fonts.width(b.Text, l.body)+4+wide <= l.columnWidth() {
		amount, y := l.place(b.Details, columnRight-wide, 0, wide+0.1, l.key)
		caption := []run{{l.columnX, amount[0].y, b.Text, l.body}}
		return placed{pieces: []piece{{tags: l.paragraph(), runs: caption}, {tags: l.paragraph(), runs: amount}}, height: y}
	}
	caption, y := l.pair(l.paragraph(), b.Text, b.Translation.Text, l.columnX, 0, l.columnWidth(), l.body)
	amount, y := l.pair(l.paragraph(), b.Details, b.Translation.Details, l.columnX, y-l.key.size*0.035, l.columnWidth(), l.key)
	if b.Translation != (Translation{}) {
		y += l.pairGap
	}
	return placed{pieces: append(caption, amount...), height: y + l.blockGap}
}

func (l *layout) row(b Block) placed { return l.rowBetween(b, l.columnX, columnRight) }

// betweenRows keeps two rows that stand beside each other apart.
const betweenRows = 8.0

// half is the width of each of them.
func (l *layout) half() float64 { return (l.columnWidth() - betweenRows) / 2 }

// besideEachOther tells of each row whether it may stand beside another one: when it is short, and most rows around it are.
func (l *layout) besideEachOther(blocks []Block) []bool {
	beside := make([]bool, len(blocks))
	for begin := 0; l.paired && begin < len(blocks); {
		end, short := begin, 0
		for ; end < len(blocks) && blocks[end].Kind == RowBlock; end++ {
			if beside[end] = l.isShort(blocks[end]); beside[end] {
				short++
			}
		}
		if 10*short < 9*(end-begin) { // then all of them take the whole width
			clear(beside[begin:end])
		}
		begin = end + 1
	}
	return beside
}

// isShort tells whether half of the width is enough for a row: its words on at most two lines.
func (l *layout) isShort(b Block) bool {
	details := l.fonts.width(b.Details, l.body)
	return details <= l.half()*0.6 && len(l.split(b.Text, l.half()-details-5, l.body)) <= 2
}

// twoRows are two short rows beside each other, the first on the left.
func (l *layout) twoRows(left, right Block) placed {
	p := l.rowBetween(left, l.columnX, l.columnX+l.half())
	second := l.rowBetween(right, columnRight-l.half(), columnRight)
	lines := [2]*art{&p.pieces[len(p.pieces)-1].art[0], &second.pieces[len(second.pieces)-1].art[0]}
	p.height = max(p.height, second.height)
	lines[0].y, lines[1].y = p.height, p.height
	p.pieces = append(p.pieces, second.pieces...)
	return p
}

func (l *layout) rowBetween(b Block, from, to float64) placed {
	style := l.body
	if b.Kind == TotalBlock {
		style = l.strong
	}
	right := min(l.pairWidth(b.Details, b.Translation.Details, style), (to-from)*0.6)
	row := tag{"TR", l.newID()}
	label, bottom := l.pair([]tag{row, {"TH", l.newID()}}, b.Text, b.Translation.Text, from, l.rowGap/2, to-from-right-5, style)
	details, detailsBottom := l.pair([]tag{row, {"TD", l.newID()}}, b.Details, b.Translation.Details, to-right, l.rowGap/2, right+0.1, style)
	for _, p := range details {
		l.toTheRight(p.runs, to)
	}
	p := placed{group: "Table", height: max(bottom, detailsBottom) + l.rowGap/2, pieces: append(label, details...)}
	line := art{kind: stroke, x: from, w: to - from, y: p.height, width: thin, grey: darkGrey}
	if b.Kind == TotalBlock {
		line.y, line.width, line.grey = 0, medium, 0
	}
	p.pieces = append(p.pieces, piece{art: []art{line}})
	return p
}

// toTheRight lets the lines of a short text end at an edge.
func (l *layout) toTheRight(runs []run, edge float64) {
	for i := range runs {
		runs[i].x = edge - l.fonts.width(runs[i].text, runs[i].style)
	}
}

func (l *layout) check(b Block) placed {
	top := (l.body.lineHeight() - l.boxSize) / 2
	tags := []tag{{"LI", l.newID()}, {"LBody", l.newID()}}
	x, width := l.columnX+l.boxIndent, l.columnWidth()-l.boxIndent
	own := tags
	if b.Details != "" {
		own = slices.Concat(tags, l.paragraph())
	}
	text, bottom := l.pair(own, b.Text, b.Translation.Text, x, 0, width, l.body)
	details := l.sentences(b.Details, b.Translation.Details, x, width, &bottom)
	for i := range details {
		details[i].tags = slices.Concat(tags, details[i].tags)
	}
	box := piece{art: []art{{kind: outline, x: l.columnX + 0.3, y: top, w: l.boxSize, h: l.boxSize, width: medium}}}
	if b.Ticked {
		box.art = append(box.art, art{kind: picture, x: l.columnX + 0.3, y: top, w: l.boxSize, name: "check", width: thick})
	}
	return placed{group: "L", height: bottom + l.blockGap, pieces: slices.Concat([]piece{box}, text, details)}
}

const roomToWrite = 45.0 // the shortest line somebody can write on

func (l *layout) writingLines(b Block) placed {
	var p placed
	from, y := l.columnX, 0.0
	if b.Text != "" {
		p.pieces, y = l.pair(l.paragraph(), b.Text, b.Translation.Text, l.columnX, max(0, l.lineGap-l.body.lineHeight()), l.columnWidth(), l.body)
		wide, oneLine := 0.0, true
		for _, x := range p.pieces {
			oneLine = oneLine && len(x.runs) == 1
			for _, r := range x.runs {
				wide = max(wide, l.fonts.width(r.text, r.style))
			}
		}
		if after := l.columnX + wide + 3; oneLine && b.Count == 1 && after+roomToWrite <= columnRight {
			from, y = after, y-l.lineGap
		}
	}
	for range b.Count {
		y += l.lineGap
		p.pieces = append(p.pieces, piece{art: []art{{kind: stroke, x: from, y: y - 1.2, w: columnRight - from, width: thin, grey: darkGrey}}})
	}
	if b.Details != "" {
		var details []piece
		details, y = l.pair(l.paragraph(), b.Details, b.Translation.Details, l.columnX, y, l.columnWidth(), l.body)
		for _, x := range details {
			l.toTheRight(x.runs, columnRight)
		}
		p.pieces = append(p.pieces, details...)
	}
	p.height = y + l.blockGap
	return p
}

// bars are two lying bars from zero, each with its amount behind it.
func (l *layout) bars(b Block) placed {
	pieces, y := l.pair(l.paragraph(), b.Text, b.Translation.Text, l.columnX, l.blockGap, l.columnWidth(), l.body)
	p := placed{pieces: pieces}
	captions, amounts, height := 0.0, 0.0, l.barHeight
	all := make([]chart.Bar, len(b.Bars))
	for i, bar := range b.Bars {
		captions = max(captions, l.fonts.width(bar.Caption, l.body), l.fonts.width(bar.Translation.Text, l.under(l.body)))
		amounts = max(amounts, l.fonts.width(bar.Amount, l.strong), l.fonts.width(bar.Translation.Details, l.under(l.strong)))
		if bar.Translation != (Translation{}) {
			height = l.body.lineHeight() + l.under(l.body).lineHeight()
		}
		all[i] = chart.Bar{Value: float64(bar.Euros), Caption: bar.Caption, Amount: bar.Amount, Role: chart.Now}
		if bar.Then {
			all[i].Role = chart.Then
		}
	}
	d := chart.Bars(all, chart.BarOptions{Width: l.columnWidth(), CaptionWidth: captions + 4, AmountWidth: amounts + 0.4*height + 1.8,
		BarHeight: height, Gap: 3})
	y += 1
	for _, a := range d.Areas {
		shade := art{kind: area, x: l.columnX + a.X, y: y + a.Y, w: a.W, h: a.H, grey: 170}
		if a.Role == chart.Then {
			shade.grey = 60
		}
		edge := shade
		edge.kind, edge.width, edge.grey = outline, medium, 0
		p.pieces = append(p.pieces, piece{art: []art{shade, edge}})
	}
	for i, bar := range b.Bars {
		p.pieces = append(p.pieces, l.barWords(d.Labels[2*i], d.Labels[2*i+1], bar, y)...)
	}
	p.height = y + d.Height + 2
	return p
}

// barWords are the caption and the amount of a bar, which read as one paragraph.
func (l *layout) barWords(caption, amount chart.Label, b Bar, top float64) []piece {
	at := func(from chart.Label, text string, s textStyle, dy float64) run {
		return run{l.columnX + from.At.X, top + from.At.Y + dy + 0.35*s.size*mmPerPoint, text, s}
	}
	under, up := l.under(l.body), 0.0
	if b.Translation != (Translation{}) {
		up = -under.lineHeight() / 2
	}
	pieces := []piece{{tags: l.paragraph(), runs: []run{at(caption, b.Caption, l.body, up), at(amount, b.Amount, l.strong, up)}}}
	var second []run
	if b.Translation.Text != "" {
		second = append(second, at(caption, b.Translation.Text, under, l.body.lineHeight()/2-l.closer))
	}
	if b.Translation.Details != "" {
		second = append(second, at(amount, b.Translation.Details, under, l.body.lineHeight()/2-l.closer))
	}
	if second != nil {
		pieces = append(pieces, piece{tags: l.paragraph(), lang: l.language, runs: second})
	}
	return pieces
}

// term has the word in the gutter and what it means beside it, one sentence a line. A word that is too long for the
// gutter stands above.
func (l *layout) term(b Block) placed {
	width, beside := columnRight-gutterX, false
	if room := l.termX - gutterX - 2; max(l.widestWord(b.Text, l.strong), l.widestWord(b.Translation.Text, l.under(l.strong))) <= room {
		width, beside = room, true
	}
	word, bottom := l.pair(l.paragraph(), b.Text, b.Translation.Text, gutterX, 0, width, l.strong)
	y := bottom
	if beside {
		y = 0
	}
	meaning := l.sentences(b.Details, b.Translation.Details, l.termX, columnRight-l.termX, &y)
	return placed{height: max(bottom, y) + 0.55*l.gap, pieces: append(word, meaning...)}
}

// sentences places a text and its translation, each sentence on a line of its own, and moves y down to their end.
func (l *layout) sentences(text, translation string, x, width float64, y *float64) []piece {
	var pieces []piece
	add := func(text, lang string, s textStyle) {
		p := piece{tags: l.paragraph(), lang: lang}
		for _, sentence := range sentences(text) {
			var more []run
			more, *y = l.place(sentence, x, *y, width, s)
			p.runs = append(p.runs, more...)
		}
		if len(p.runs) > 0 {
			pieces = append(pieces, p)
		}
	}
	if l.speech == translationAlone && translation != "" {
		add(translation, l.language, l.translationAlone(l.body))
		return pieces
	}
	add(text, "", l.body)
	if translation != "" {
		*y -= l.closer
		add(translation, l.language, l.under(l.body))
	}
	return pieces
}

func (l *layout) widestWord(text string, s textStyle) float64 {
	widest := 0.0
	for _, word := range wordsOf(text) {
		widest = max(widest, l.fonts.width(word, s))
	}
	return widest
}

// footer stands at the end of the page; above it is where the page must end. A sheet in one language needs it in that one, but for
// the warning that nobody has checked the translation.
func (l *layout) footer(d *Document, i, sheets int, in speech) (pieces []piece, above float64) {
	s := cmp.Or(d.Second, &Second{})
	var y float64
	add := func(lines []piece, bottom float64) { pieces, y = append(pieces, lines...), bottom }
	warning, dutch := s.Warning, s.WarningDutch
	switch {
	case d.Second == nil:
		add(l.footLines(d.PageNumber(i+1, sheets), y, l.foot, d.Made, d.Status))
	case in == dutchAlone:
		add(l.footLines(d.PageNumber(i+1, sheets), y, l.foot, d.Made, d.Status, dutch, warning))
	case in == translationAlone:
		add(l.footLines(s.PageNumber(i+1, sheets), y, l.under(l.foot), s.Made, s.Status, dutch, warning))
	default:
		add(l.footLines(d.PageNumber(i+1, sheets), y, l.foot, d.Made, d.Status, dutch))
		add(l.footLines(s.PageNumber(i+1, sheets), y, l.under(l.foot), s.Made, s.Status, warning))
	}
	top := l.footerEnd - y
	rule := piece{art: []art{{kind: stroke, x: gutterX, y: top - 1.5, w: columnRight - gutterX, width: thin, grey: darkGrey}}}
	return append(down(pieces, top), rule), top - 6
}

// footLines are two lines, with the number of the page behind the first one, and the warnings in bold behind the second one as far as
// they fit there.
func (l *layout) footLines(number string, y float64, s textStyle, made, status string, warnings ...string) ([]piece, float64) {
	wide := l.fonts.width(number, s)
	p := piece{runs: []run{{columnRight - wide, y + s.baseline(), number, s}}}
	runs, y := l.place(made, gutterX, y, columnRight-gutterX-wide-4, s)
	p.runs = append(p.runs, runs...)
	runs, y = l.place(status, gutterX, y, columnRight-gutterX, s)
	p.runs = append(p.runs, runs...)
	pieces, bold := []piece{p}, s
	bold.bold, bold.sentence = true, arabic.FromText // a warning in Dutch stands on an Arabic sheet too
	for _, warning := range warnings {
		if warning == "" {
			continue
		}
		last := runs[len(runs)-1]
		if x := last.x + l.fonts.width(last.text, last.style) + 3; x+l.fonts.width(warning, bold) <= columnRight {
			runs = []run{{x, last.y, warning, bold}}
		} else {
			runs, y = l.place(warning, gutterX, y, columnRight-gutterX, bold)
		}
		pieces = append(pieces, piece{runs: runs})
	}
	return pieces, y
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

const surelyTooLong = 500 // bytes

// wordsOf are the parts of a text between which a line may end: at plain spaces only, so an amount keeps its unit.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' })
}

// split breaks a text between its words. A word that is wider than the line is cut.
func (l *layout) split(text string, width float64, s textStyle) []string {
	var lines []string
	line := ""
	for _, word := range wordsOf(text) {
		if line != "" && l.fonts.width(line+" "+word, s) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = word
		// A very long word is cut without measuring all of it again for each line.
		for len(line) > surelyTooLong || l.fonts.width(line, s) > width {
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
	l.noWordAlone(lines, width, s)
	arabic.Balance(lines)
	return lines
}

// noWordAlone gives a last line of one word the word before it, when the line before can do without.
func (l *layout) noWordAlone(lines []string, width float64, s textStyle) {
	last := len(lines) - 1
	if last < 1 || strings.Contains(lines[last], " ") {
		return
	}
	if at := strings.LastIndexByte(lines[last-1], ' '); strings.Contains(lines[last-1][:max(at, 0)], " ") {
		if both := lines[last-1][at+1:] + " " + lines[last]; l.fonts.width(both, s) <= width {
			lines[last-1], lines[last] = lines[last-1][:at], both
		}
	}
}

// cut takes as many letters as fit, at least one.
func (l *layout) cut(word string, width float64, s textStyle) (head, tail string) {
	wide := 0.0
	for i, r := range word {
		wide += l.fonts.width(string(r), s)
		if wide > width && i > 0 {
			return word[:i], word[i:]
		}
	}
	return word, ""
}
