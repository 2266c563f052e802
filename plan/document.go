package plan

import (
	"strings"

	"perspectief/i18n"
)

// Document is a plan ready for paper: finished words in reading order. It holds no law and no arithmetic.
type Document struct {
	Title  string // "Ons plan" or "Mijn plan", never a name
	Pages  []Block
	Made   string  // "Gemaakt op 21 november 2026 met de regels van 2026."
	Status string  // "Dit is een schatting, geen besluit."
	Look   Look    // how it is printed
	Second *Second // nil without a translation

	words *i18n.Catalogue
}

// Second is what a document says in its second language beside the translations of its blocks.
type Second struct {
	Language              string // as in BCP 47: "uk"
	RightToLeft           bool
	Title, Made, Status   string
	Warning, WarningDutch string // empty when a native reader has checked the translation

	words *i18n.Catalogue
}

// languages are those of the document, Dutch first.
func (d *Document) languages() []string {
	if d.Second == nil {
		return []string{language}
	}
	return []string{language, d.Second.Language}
}

// PageNumber is "2 of 4".
func (s *Second) PageNumber(page, pages int) string {
	return s.words.T("plan.voet.pagina", i18n.Args{"pagina": page, "totaal": pages})
}

// Translation holds the words of a block in the second language. A text that is the same in both is empty.
type Translation struct{ Text, Details string }

// Kind tells what a block is.
type Kind string

// The kinds of blocks.
const (
	PageBlock    Kind = "page"    // Text is the title; Blocks are sections
	SectionBlock Kind = "section" // Text is the heading, Pictogram stands beside it
	HeadBlock    Kind = "head"    // a heading within a section
	TextBlock    Kind = "text"    // one sentence
	OwnBlock     Kind = "own"     // words of the family itself
	KeyBlock     Kind = "key"     // Details is an amount that stands alone, large, under its Text
	RowBlock     Kind = "row"     // Text with its Details (an amount) at the end of the line
	TotalBlock   Kind = "total"   // the row that the rows above it add up to
	CheckBlock   Kind = "check"   // Text behind a box to tick; Details are what came of it
	LinesBlock   Kind = "lines"   // Count lines to write on, under Text when there is one
	TableBlock   Kind = "table"   // Rows under Columns; the first cell of a row is what the row is about
	BarsBlock    Kind = "bars"    // Bars under Text
	TermBlock    Kind = "term"    // a hard word and, in Details, what it means
	SpaceBlock   Kind = "space"   // room to draw: the rest of the sheet
)

// Block is one piece of a document. No piece is split over two sheets but a table and a long text of the family itself.
type Block struct {
	Kind      Kind
	Text      string
	Details   string
	Pictogram string
	Strong    bool // the most important one of its section
	Count     int
	Ticked    bool // of a CheckBlock: it is done
	Spare     bool // of a LinesBlock: left out where the page has no room for it
	Bars      []Bar
	Columns   []Column
	Rows      []TableRow
	Blocks    []Block

	Translation Translation
}

// Column of a table. A table whose columns have no titles has no row of headings.
type Column struct {
	Title string
	Right bool // amounts stand under each other
}

// TableRow is one row of a table, with a cell for each column.
type TableRow struct {
	Cells  []string
	Strong bool // a total
}

// Bar is one of the two bars of a comparison. Euros is its length, Amount the words beside it.
type Bar struct {
	Caption, Amount string
	Euros           int64
	Then            bool
	Translation     Translation // of Caption and Amount
}

// PageNumber is "2 van 4".
func (d *Document) PageNumber(page, pages int) string {
	return d.words.T("plan.voet.pagina", i18n.Args{"pagina": page, "totaal": pages})
}

// Has reports whether a sentence, heading or detail with these words stands in the document.
func (d *Document) Has(words string) bool {
	found := false
	d.walk(func(b Block) { found = found || strings.Contains(b.words(), words) })
	return found
}

// words are all words of a block itself, one piece a line.
func (b *Block) words() string {
	all := []string{b.Text, b.Details}
	for _, c := range b.Columns {
		all = append(all, c.Title)
	}
	for _, r := range b.Rows {
		all = append(all, r.Cells...)
	}
	for _, bar := range b.Bars {
		all = append(all, bar.Caption, bar.Amount)
	}
	return strings.Join(all, "\n")
}

// walk visits every block in reading order.
func (d *Document) walk(visit func(Block)) {
	var blocks func([]Block)
	blocks = func(all []Block) {
		for _, b := range all {
			visit(b)
			blocks(b.Blocks)
		}
	}
	blocks(d.Pages)
}
