package plan

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteText writes the document as plain text, the same content in the same order as the PDF.
func WriteText(w io.Writer, d Document) error {
	out := bufio.NewWriter(w)
	for i, page := range d.Pages {
		if i > 0 {
			fmt.Fprint(out, "\n\n")
		}
		fmt.Fprintln(out, heading(page.Text, "="))
		for _, section := range page.Blocks {
			fmt.Fprintln(out)
			if section.Text != "" {
				fmt.Fprintln(out, heading(section.Text, "-"))
			}
			for _, b := range section.Blocks {
				fmt.Fprintln(out, b.plain())
			}
		}
	}
	fmt.Fprintf(out, "\n\n%s\n%s\n", d.Made, d.Status)
	return out.Flush()
}

func heading(text, underline string) string {
	return text + "\n" + strings.Repeat(underline, len([]rune(text)))
}

const writingLine = "______________________________"

// plain is the block as lines of text.
func (b Block) plain() string {
	switch b.Kind {
	case RowBlock, TotalBlock, KeyBlock, TermBlock:
		return strings.TrimSuffix(b.Text, ":") + ": " + b.Details
	case CheckBlock:
		return "[ ] " + b.Text
	case LinesBlock:
		lines := make([]string, 0, b.Count+1)
		if b.Text != "" {
			lines = append(lines, b.Text)
		}
		for range b.Count {
			lines = append(lines, writingLine)
		}
		if b.Details != "" {
			lines = append(lines, b.Details)
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
