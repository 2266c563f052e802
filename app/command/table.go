package command

import (
	"io"
	"strings"
	"unicode/utf8"
)

// table prints rows with columns of equal width; amounts stand to the right.
type table struct {
	right []bool
	rows  [][]string
}

// add adds a row; without cells it is an empty line.
func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

func (t *table) write(w io.Writer) {
	width := make([]int, len(t.right))
	for _, row := range t.rows {
		for i, cell := range row {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	for _, row := range t.rows {
		var line strings.Builder
		for i, cell := range row {
			room := strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell))
			if t.right[i] {
				line.WriteString(room + cell + "  ")
			} else {
				line.WriteString(cell + room + "  ")
			}
		}
		io.WriteString(w, strings.TrimRight(line.String(), " ")+"\n")
	}
}
