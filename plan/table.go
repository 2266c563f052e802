package plan

import "slices"

// tableGap keeps two columns of a table apart.
const tableGap = 4.0

// table places the rows of a table one by one, so that a sheet may end between two of them.
func (l *layout) table(b Block) []placed {
	widths := l.columnWidths(b)
	var rows []placed
	if b.hasHead() {
		head := TableRow{Strong: true}
		for _, c := range b.Columns {
			head.Cells = append(head.Cells, c.Title)
		}
		rows = append(rows, l.tableRow(b, head, "TH", widths))
	}
	for _, r := range b.Rows {
		rows = append(rows, l.tableRow(b, r, "TD", widths))
	}
	if len(rows) > 0 {
		rows[0].first = true
		rows[len(rows)-1].height += l.blockGap
	}
	return rows
}

func (l *layout) tableRow(b Block, r TableRow, cellTag string, widths []float64) placed {
	row, s := tag{"TR", l.newID()}, l.ofRow(r)
	p := placed{group: "Table"}
	left := l.columnX
	for i, c := range b.Columns {
		at := left
		if text := r.cell(i); text != "" {
			if c.Right {
				at = max(left, left+widths[i]-l.fonts.width(text, s))
			}
			runs, bottom := l.place(text, at, l.rowGap/2, widths[i]+0.1, s)
			name := cellTag
			if i == 0 {
				name = "TH"
			}
			p.pieces = append(p.pieces, piece{tags: []tag{row, {name, l.newID()}}, runs: runs})
			p.height = max(p.height, bottom+l.rowGap/2)
		}
		left += widths[i] + tableGap
	}
	line := art{kind: stroke, x: l.columnX, w: left - tableGap - l.columnX, y: p.height, width: thin, grey: darkGrey}
	p.pieces = append(p.pieces, piece{art: []art{line}})
	return p
}

func (l *layout) ofRow(r TableRow) textStyle {
	if r.Strong {
		return l.strong
	}
	return l.body
}

// columnWidths gives amounts the room they need and lets the other columns share the rest, each by its longest cell.
func (l *layout) columnWidths(b Block) []float64 {
	natural, least := make([]float64, len(b.Columns)), make([]float64, len(b.Columns))
	see := func(i int, text string, s textStyle) {
		natural[i] = max(natural[i], l.fonts.width(text, s))
		least[i] = max(least[i], l.widestWord(text, s))
	}
	for i, c := range b.Columns {
		see(i, c.Title, l.strong)
		for _, r := range b.Rows {
			see(i, r.cell(i), l.ofRow(r))
		}
		if c.Right {
			least[i] = natural[i]
		}
	}
	room := l.columnWidth() - tableGap*float64(len(b.Columns)-1)
	return share(natural, least, room)
}

// share divides room over columns: nobody gets less than its least, and what is left goes by what each would like.
func share(natural, least []float64, room float64) []float64 {
	total, needed := 0.0, 0.0
	for i := range natural {
		total += natural[i]
		needed += least[i]
	}
	widths := slices.Clone(natural)
	switch {
	case total <= room:
		widths[0] += room - total
	case needed >= room:
		for i := range widths {
			widths[i] = least[i] * room / needed
		}
	default:
		for i := range widths {
			widths[i] = least[i] + (natural[i]-least[i])*(room-needed)/(total-needed)
		}
	}
	return widths
}
