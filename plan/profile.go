package plan

import "perspectief/plan/arabic"

// Look is how a document is printed.
type Look string

// The ways to print.
const (
	Normal Look = ""       // 13 points, for the family
	Large  Look = "large"  // 16 points, for who sees little: the same order on more pages
	Dense  Look = "dense"  // 10 points over the whole width, for the helper
	Record Look = "record" // 12 points over the whole width, two rows beside each other: what a family looks up about itself
	Sheet  Look = "sheet"  // 8 points over the whole width, for tables that are looked up and not read
)

// The page is A4 upright. Positions are in mm from the top left corner, sizes of letters in points.
const (
	pageWidth, pageHeight = 210.0, 297.0
	gutterX               = 14.0
	columnRight           = 184.0
	topMargin             = 17.0

	thin, medium, thick = 0.25, 0.5, 0.9
	darkGrey            = 90 // of 255: dark enough for a bad copier
)

type textStyle struct {
	size float64
	bold bool
	lead float64 // distance of two lines, times the size
	grey int     // 0 is black

	sentence arabic.Direction // from the left, but for a translation into Arabic and for the family's own words
}

func (s textStyle) lineHeight() float64 { return s.size * s.lead * mmPerPoint }

// baseline is how far below the top of its line a text stands.
func (s textStyle) baseline() float64 { return (s.lineHeight() + 0.7*s.size*mmPerPoint) / 2 }

// profile holds the sizes of a look.
type profile struct {
	body, strong, title, heading, key, foot textStyle

	// On the left a gutter with pictogram and heading, beside it one column. Without a gutter the heading stands
	// above its section and the column takes the whole width.
	gutter  bool
	columnX float64
	termX   float64 // the column beside hard words, which need a wider gutter
	fills   bool    // a section may go on on the next sheet
	paired  bool    // two short rows stand beside each other

	leastLead float64 // of two lines on a page that is squeezed

	footerEnd float64          // the bottom edge of the last line of the page
	smallest  float64          // size of a translation
	closer    float64          // how far a translation moves up to what it translates
	pairGap   float64          // after the two
	second    arabic.Direction // of a translation

	pictogram  float64
	wideGap    float64 // above and below the rule between two sections
	tightGap   float64 // the same, when a page would just not fit on a sheet
	headingGap float64 // between pictogram and heading, and below a heading without a gutter
	lineGap    float64 // between two lines to write on
	boxSize    float64
	boxIndent  float64
	rowGap     float64
	blockGap   float64
	barHeight  float64
}

var (
	normal = profile{
		body: textStyle{size: 13, lead: 1.5}, strong: textStyle{size: 13, bold: true, lead: 1.5}, title: textStyle{size: 24, bold: true, lead: 1.25},
		heading: textStyle{size: 15, bold: true, lead: 1.2}, key: textStyle{size: 23, bold: true, lead: 1.3}, foot: textStyle{size: 12, lead: 1.3},
		leastLead: 1.25, gutter: true, columnX: 61, termX: 66, footerEnd: 287.4, smallest: 12, closer: 1, pairGap: 1.6,
		pictogram: 12, wideGap: 4.5, tightGap: 2.6, headingGap: 1,
		lineGap: 9, boxSize: 5, boxIndent: 8.5, rowGap: 1, blockGap: 1.2, barHeight: 8,
	}
	// In large print a gutter would leave room for five words a line.
	large = profile{
		body: textStyle{size: 16, lead: 1.5}, strong: textStyle{size: 16, bold: true, lead: 1.5}, title: textStyle{size: 28, bold: true, lead: 1.25},
		heading: textStyle{size: 20, bold: true, lead: 1.2}, key: textStyle{size: 28, bold: true, lead: 1.3}, foot: textStyle{size: 14, lead: 1.3},
		leastLead: 1.25, columnX: gutterX, termX: 76, footerEnd: 288, smallest: 14, closer: 1.2, pairGap: 2.2,
		pictogram: 12, wideGap: 5.5, tightGap: 4, headingGap: 4,
		lineGap: 11, boxSize: 6, boxIndent: 10, rowGap: 2, blockGap: 2, barHeight: 10,
	}
	dense = profile{
		body: textStyle{size: 10, lead: 1.3}, strong: textStyle{size: 10, bold: true, lead: 1.3}, title: textStyle{size: 18, bold: true, lead: 1.2},
		heading: textStyle{size: 12, bold: true, lead: 1.2}, key: textStyle{size: 14, bold: true, lead: 1.25}, foot: textStyle{size: 9, lead: 1.3},
		leastLead: 1.25, columnX: gutterX, termX: 60, footerEnd: 288, smallest: 9, closer: 0.6, pairGap: 0.6,
		pictogram: 6, wideGap: 2.6, tightGap: 1.8, headingGap: 2,
		lineGap: 7, boxSize: 3.5, boxIndent: 6, rowGap: 0.6, blockGap: 0.5, barHeight: 5,
	}
	record = profile{
		body: textStyle{size: 12, lead: 1.3}, strong: textStyle{size: 12, bold: true, lead: 1.3}, title: textStyle{size: 22, bold: true, lead: 1.2},
		heading: textStyle{size: 15, bold: true, lead: 1.2}, key: textStyle{size: 16, bold: true, lead: 1.25}, foot: textStyle{size: 12, lead: 1.3},
		leastLead: 1.25, columnX: gutterX, termX: 60, fills: true, paired: true, footerEnd: 288, smallest: 12, closer: 0.6, pairGap: 0.6,
		pictogram: 8, wideGap: 3, tightGap: 2, headingGap: 2.5,
		lineGap: 9, boxSize: 4.5, boxIndent: 7, rowGap: 0.8, blockGap: 0.8, barHeight: 6,
	}
	sheetOfTables = profile{
		body: textStyle{size: 8, lead: 1.15}, strong: textStyle{size: 8, bold: true, lead: 1.15}, title: textStyle{size: 15, bold: true, lead: 1.15},
		heading: textStyle{size: 10, bold: true, lead: 1.15}, key: textStyle{size: 11, bold: true, lead: 1.2}, foot: textStyle{size: 8, lead: 1.2},
		leastLead: 1.05, columnX: gutterX, termX: 60, fills: true, footerEnd: 288, smallest: 8, closer: 0.4, pairGap: 0.4,
		pictogram: 5, wideGap: 1.2, tightGap: 1, headingGap: 0.6,
		lineGap: 6, boxSize: 3, boxIndent: 5, rowGap: 0.15, blockGap: 0.4, barHeight: 4,
	}
)

func profileOf(l Look) profile {
	switch l {
	case Record:
		return record
	case Sheet:
		return sheetOfTables
	case Large:
		return large
	case Dense:
		return dense
	}
	return normal
}

func (p profile) columnWidth() float64 { return columnRight - p.columnX }

// headingWidth is the room for a heading; without a gutter it stands beside its pictogram.
func (p profile) headingWidth() float64 {
	if p.gutter {
		return p.columnX - gutterX - 4
	}
	return columnRight - gutterX - p.pictogram - p.headingGap
}

// under is the style of a translation: smaller and in dark grey, never bold. Arabic letters are low for their size.
func (p profile) under(s textStyle) textStyle {
	size := max(p.smallest, 0.62*s.size)
	if p.second == arabic.RightToLeft {
		size *= 1.15
	}
	return textStyle{size: size, lead: max(1.25, s.lead-0.15), grey: 50, sentence: p.second}
}

// translationAlone is the style of a translation that stands in the place of the Dutch.
func (p profile) translationAlone(s textStyle) textStyle {
	s.size, s.sentence = max(s.size, p.under(s).size), p.second
	return s
}
