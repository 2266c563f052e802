package plan

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// WriteText writes the document as plain text, the same content in the same order as the PDF.
func WriteText(w io.Writer, d Document) error {
	out := bufio.NewWriter(w)
	for i, page := range d.Pages {
		if i > 0 {
			fmt.Fprint(out, "\n\n")
		}
		fmt.Fprintln(out, heading(page, "="))
		for _, section := range page.Blocks {
			fmt.Fprintln(out)
			if section.Text != "" {
				fmt.Fprintln(out, heading(section, "-"))
			}
			for _, b := range section.Blocks {
				fmt.Fprintln(out, b.plain())
				if second, ok := b.inSecond(); ok {
					fmt.Fprintln(out, second.plain())
				}
			}
		}
	}
	fmt.Fprintf(out, "\n\n%s\n%s\n", d.Made, d.Status)
	if s := d.Second; s != nil {
		for _, line := range []string{s.WarningDutch, s.Made, s.Status, s.Warning} {
			if line != "" {
				fmt.Fprintln(out, line)
			}
		}
	}
	return out.Flush()
}

func heading(b Block, underline string) string {
	lines := []string{b.Text}
	if b.Translation.Text != "" {
		lines = append(lines, b.Translation.Text)
	}
	return strings.Join(append(lines, strings.Repeat(underline, len([]rune(b.Text)))), "\n")
}

// inSecond is a block with the words of its translation, for a line under it. It is not ok when there is nothing to add, or when
// the translation stands in the block itself.
func (b Block) inSecond() (Block, bool) {
	other, has := b, b.Translation != (Translation{})
	other.Text, other.Details = cmp.Or(b.Translation.Text, b.Text), cmp.Or(b.Translation.Details, b.Details)
	other.Bars = slices.Clone(b.Bars)
	for i, bar := range b.Bars {
		has = has || bar.Translation != (Translation{})
		other.Bars[i].Caption = cmp.Or(bar.Translation.Text, bar.Caption)
		other.Bars[i].Amount = cmp.Or(bar.Translation.Details, bar.Amount)
	}
	return other, has && b.Kind != LinesBlock && b.Kind != CheckBlock
}

const writingLine = "______________________________"

// plain is the block as lines of text.
func (b Block) plain() string {
	switch b.Kind {
	case RowBlock, TotalBlock, KeyBlock, TermBlock:
		return strings.TrimSuffix(b.Text, ":") + ": " + b.Details
	case HeadBlock:
		return "\n" + b.Text
	case CheckBlock:
		return b.plainCheck()
	case TableBlock:
		return b.plainTable()
	case LinesBlock:
		lines := make([]string, 0, b.Count+1)
		if b.Text != "" {
			lines = append(lines, b.Text)
		}
		if b.Translation.Text != "" {
			lines = append(lines, b.Translation.Text)
		}
		for range b.Count {
			lines = append(lines, writingLine)
		}
		if b.Details != "" {
			lines = append(lines, b.Details)
		}
		if b.Translation.Details != "" {
			lines = append(lines, b.Translation.Details)
		}
		return strings.Join(lines, "\n")
	case BarsBlock:
		lines := []string{b.Text}
		for _, bar := range b.Bars {
			lines = append(lines, bar.Caption+": "+bar.Amount)
		}
		return strings.Join(lines, "\n")
	}
	return b.Text
}

func (b *Block) plainCheck() string {
	box := "[ ] "
	if b.Ticked {
		box = "[✓] "
	}
	lines := []string{box + b.Text}
	if b.Translation.Text != "" {
		lines = append(lines, b.Translation.Text)
	}
	lines = append(lines, sentences(b.Details)...)
	if b.Translation.Details != "" {
		lines = append(lines, b.Translation.Details)
	}
	return strings.Join(lines, "\n    ")
}

// sentences puts every sentence by itself.
func sentences(text string) []string {
	var all []string
	for {
		end := sentenceEnd.FindStringIndex(text)
		if end == nil {
			break
		}
		all = append(all, text[:end[1]-1])
		text = text[end[1]:]
	}
	if text = strings.TrimSpace(text); text != "" {
		all = append(all, text)
	}
	return all
}

// sentenceEnd is the end of a sentence before another one. The point of an initial or of a number ends nothing.
var sentenceEnd = regexp.MustCompile(`([?!؟።]|([\pL\pN]{2}|[)\x{2069}])\.) `)

// eachOnItsLine are the sentences of a text of ours.
func eachOnItsLine(text string) []Block {
	var blocks []Block
	for _, s := range sentences(text) {
		blocks = append(blocks, Block{Kind: TextBlock, Text: s})
	}
	return blocks
}

// plainTable sets the columns under each other with spaces.
func (b *Block) plainTable() string {
	rows := b.Rows
	if b.hasHead() {
		head := TableRow{}
		for _, c := range b.Columns {
			head.Cells = append(head.Cells, c.Title)
		}
		rows = append([]TableRow{head}, rows...)
	}
	wide := make([]int, len(b.Columns))
	for _, r := range rows {
		for i := range b.Columns {
			wide[i] = max(wide[i], utf8.RuneCountInString(r.cell(i)))
		}
	}
	lines := make([]string, len(rows))
	for k, r := range rows {
		var line strings.Builder
		for i, c := range b.Columns {
			gap := strings.Repeat(" ", wide[i]-utf8.RuneCountInString(r.cell(i)))
			if c.Right {
				line.WriteString(gap + r.cell(i) + "  ")
			} else {
				line.WriteString(r.cell(i) + gap + "  ")
			}
		}
		lines[k] = strings.TrimRight(line.String(), " ")
	}
	return strings.Join(lines, "\n")
}

// hasHead reports whether a column has a title.
func (b *Block) hasHead() bool {
	return slices.ContainsFunc(b.Columns, func(c Column) bool { return c.Title != "" })
}

// cell is the text of a column; a short row has empty cells at its end.
func (r *TableRow) cell(i int) string {
	if i < len(r.Cells) {
		return r.Cells[i]
	}
	return ""
}
