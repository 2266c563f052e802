package plan

import "slices"

// tableGap keeps two columns of a table apart.
const tableGap = 4.0

// table places the rows of a table one by one, so that a sheet may end between two of them.
func (l *layout) table(b Block, x, width float64, plain, strong textStyle) []placed {
	widths := l.columnWidths(b, width, plain, strong)
	var rows []placed
	if b.hasHead() {
		head := TableRow{Strong: true}
		for _, c := range b.Columns {
			head.Cells = append(head.Cells, c.Title)
		}
		rows = append(rows, l.tableRow(b, head, "TH", x, widths, strong))
	}
	for _, r := range b.Rows {
		style := plain
		if r.Strong {
			style = strong
		}
		rows = append(rows, l.tableRow(b, r, "TD", x, widths, style))
	}
	if len(rows) > 0 {
		rows[0].first = true
		rows[len(rows)-1].height += blockGap
	}
	return rows
}

func (l *layout) tableRow(b Block, r TableRow, cellTag string, x float64, widths []float64, s textStyle) placed {
	row := tag{"TR", l.newID()}
	p := placed{group: "Table"}
	left := x
	for i, c := range b.Columns {
		at := left
		if text := r.cell(i); text != "" {
			if c.Right {
				at = max(left, left+widths[i]-l.fonts.width(text, s))
			}
			runs, bottom := l.place(text, at, rowGap/2, widths[i]+0.1, s)
			name := cellTag
			if i == 0 {
				name = "TH"
			}
			p.pieces = append(p.pieces, piece{tags: []tag{row, {name, l.newID()}}, runs: runs})
			p.height = max(p.height, bottom+rowGap/2)
		}
		left += widths[i] + tableGap
	}
	line := art{kind: stroke, x: x, w: left - tableGap - x, y: p.height, width: thin, grey: darkGrey}
	p.pieces = append(p.pieces, piece{art: []art{line}})
	return p
}

// columnWidths gives amounts the room they need and lets the other columns share the rest, each by its longest cell.
func (l *layout) columnWidths(b Block, width float64, plain, strong textStyle) []float64 {
	natural, least := make([]float64, len(b.Columns)), make([]float64, len(b.Columns))
	see := func(i int, text string, s textStyle) {
		natural[i] = max(natural[i], l.fonts.width(text, s))
		least[i] = max(least[i], l.widestWord(text, s))
	}
	for i, c := range b.Columns {
		see(i, c.Title, strong)
		for _, r := range b.Rows {
			style := plain
			if r.Strong {
				style = strong
			}
			see(i, r.cell(i), style)
		}
		if c.Right {
			least[i] = natural[i]
		}
	}
	room := width - tableGap*float64(len(b.Columns)-1)
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
