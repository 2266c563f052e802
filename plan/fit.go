package plan

import "slices"

// A try is one way to place a page: each one after the first gives up something to save a sheet.
type try struct {
	bare   bool    // without its spare lines
	tight  bool    // with less room between its sections
	lead   float64 // times the room between its lines
	small  bool    // with smaller pictograms and headings
	breaks bool    // a section may go on on the next sheet
}

// closest is how close the lines of a page may come.
const closest = 0.84

// tries stand in the order in which a reader would like them: of those that take the fewest sheets the first one is printed.
var tries = []try{
	{lead: 1},
	{lead: 1, bare: true},
	{lead: 1, bare: true, tight: true},
	{lead: 0.94, bare: true, tight: true},
	{lead: 1, breaks: true},
	{lead: 1, bare: true, tight: true, breaks: true},
	{lead: 0.89, bare: true, tight: true},
	{lead: 0.89, bare: true, tight: true, small: true},
	{lead: 0.94, bare: true, tight: true, breaks: true},
	{lead: closest, bare: true, tight: true, small: true},
	{lead: closest, bare: true, tight: true, small: true, breaks: true},
}

// fit places a page with as much room as it can have on as few sheets as it needs.
func (l *layout) fit(page Block) {
	before, roomy := slices.Clip(l.sheets), l.profile // so that a second try does not write over the first
	bare := withoutSpareLines(page)
	var best []sheet
	for _, t := range tries {
		l.sheets, l.profile = before, roomy
		l.squeeze(t)
		p := page
		if t.bare {
			p = bare
		}
		if l.page(p); best == nil || len(l.sheets) < len(best) {
			best = l.sheets
		}
		if len(best) == len(before)+1 {
			break
		}
	}
	l.sheets, l.profile = best, roomy
}

// squeeze takes the sizes of a try. Letters that are read as a sentence keep their size.
func (l *layout) squeeze(t try) {
	l.gap, l.breaks = l.wideGap, t.breaks
	if t.tight {
		l.gap = l.tightGap
	}
	for _, s := range []*textStyle{&l.body, &l.strong} {
		s.lead = max(s.lead*t.lead, min(s.lead, l.leastLead))
	}
	if t.small {
		l.gap *= 0.8
		l.pictogram, l.heading.size, l.title.size = l.pictogram*0.7, l.heading.size*0.9, l.title.size*0.9
		l.headingGap, l.pairGap, l.blockGap, l.rowGap = l.headingGap/2, l.pairGap/2, l.blockGap/2, l.rowGap/2
		l.lineGap = min(l.lineGap, closestLines)
	}
}

// closestLines is the least room between two lines to write on.
const closestLines = 9.0

// apart places a page that takes more than one sheet as two that each work alone: one in Dutch and one in the other language. When
// those take more, the two languages stay together.
func (l *layout) apart(d *Document, page Block) {
	together, bottom := l.sheets, l.bottom
	var apart []sheet
	for _, in := range []speech{dutchAlone, translationAlone} {
		said := page
		if in == dutchAlone {
			said = inDutch(page)
		}
		l.sheets, l.speech = nil, in
		_, l.bottom = l.footer(d, 0, 1, in)
		l.fit(said)
		apart = append(apart, l.sheets...)
	}
	l.sheets, l.speech, l.bottom = apart, both, bottom
	if len(apart) > 2 {
		l.sheets = together
	}
}

// inDutch is a block without its translations.
func inDutch(b Block) Block {
	b.Translation = Translation{}
	b.Blocks = slices.Clone(b.Blocks)
	for i := range b.Blocks {
		b.Blocks[i] = inDutch(b.Blocks[i])
	}
	return b
}

// withoutSpareLines is the page with only the writing lines that it cannot do without.
func withoutSpareLines(p Block) Block {
	p.Blocks = slices.Clone(p.Blocks)
	for i := range p.Blocks {
		p.Blocks[i].Blocks = slices.DeleteFunc(slices.Clone(p.Blocks[i].Blocks), func(b Block) bool { return b.Spare })
	}
	return p
}

// goesWithNext tells whether a block says nothing without the one after it: a question, a sentence that ends in a colon, the rows
// above their total.
func goesWithNext(b, next Block) bool {
	switch {
	case b.Kind == HeadBlock, next.Kind == TotalBlock, b.Strong && next.Kind == CheckBlock:
		return true
	case next.Kind == HeadBlock:
		return false
	case next.Kind == LinesBlock:
		return next.Text == ""
	case b.Kind == TextBlock && b.Text != "":
		return b.Text[len(b.Text)-1] == ':' || b.Text[len(b.Text)-1] == '?'
	}
	return false
}

// mostUnderHead is how many blocks under a heading within a section stay with it.
const mostUnderHead = 9

// underShortHeads tells of each block whether it stands under a heading within the section, or is one, that has few blocks.
func underShortHeads(blocks []Block) []bool {
	headed := make([]bool, len(blocks))
	for begin, b := range blocks {
		if b.Kind != HeadBlock {
			continue
		}
		end := begin + 1
		for end < len(blocks) && blocks[end].Kind != HeadBlock {
			end++
		}
		for i := begin; end-begin-1 <= mostUnderHead && i < end; i++ {
			headed[i] = true
		}
	}
	return headed
}

// together divides blocks into parts that a sheet keeps whole: never one block alone at the end of a sheet or at the begin of the
// next one.
func together(blocks []placed) [][]placed {
	var parts [][]placed
	begin := 0
	for i := range blocks {
		last := len(blocks) - 1
		if i < last && (blocks[i].keep || i == 0 || i == last-1) {
			continue
		}
		parts = append(parts, blocks[begin:i+1])
		begin = i + 1
	}
	return parts
}
