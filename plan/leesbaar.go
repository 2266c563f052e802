package plan

import (
	"strings"

	"perspectief/i18n/plain"
)

// Readable measures how easily the family's copy reads as a whole, with the family's own words in it. Rows of amounts and the page
// of hard words do not count. Names are those of people and places, which are never too long.
func (d *Document) Readable(hard *plain.Words, names []string) plain.Report {
	var text strings.Builder
	var explained []string
	d.walk(func(b Block) {
		switch b.Kind {
		case TermBlock:
			explained = append(explained, b.Text)
		case SectionBlock, TextBlock, OwnBlock, CheckBlock:
			text.WriteString(b.Text + "\n")
		}
	})
	return plain.Check(text.String(), plain.A2, plain.Options{WholeDocument: true, Words: hard, Explained: explained,
		Allowed: append(plain.AllowedWords(), names...)})
}
