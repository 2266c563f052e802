package plan

import "slices"

// tableGap keeps two columns of a table apart.
func (p profile) tableGap() float64 { return max(3, 0.4*p.body.size) }

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
	for i, r := range b.Rows {
		row := l.tableRow(b, r, "TD", widths)
		row.keep = r.Strong && i+1 < len(b.Rows) // the head of the rows below it
		rows = append(rows, row)
	}
	if b.hasHead() {
		rows[0].keep = true
		for i := range rows[1:] {
			rows[1+i].head = &rows[0]
		}
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
		if text := r.cell(i); text != "" {
			runs, bottom := l.place(text, left, l.rowGap/2, widths[i]+0.1, s)
			for k := range runs {
				if c.Right {
					runs[k].x = max(left, left+widths[i]-l.fonts.width(runs[k].text, s))
				}
			}
			name := cellTag
			if i == 0 {
				name = "TH"
			}
			p.pieces = append(p.pieces, piece{tags: []tag{row, {name, l.newID()}}, runs: runs})
			p.height = max(p.height, bottom+l.rowGap/2)
		}
		left += widths[i] + l.tableGap()
	}
	line := art{kind: stroke, x: l.columnX, w: left - l.tableGap() - l.columnX, y: p.height, width: thin, grey: darkGrey}
	p.pieces = append(p.pieces, piece{art: []art{line}})
	return p
}

func (l *layout) ofRow(r TableRow) textStyle {
	if r.Strong {
		return l.strong
	}
	return l.body
}

// wish is the room that a column would like: for its longest cell, for most of its cells, and for its longest word.
type wish struct{ longest, most, least float64 }

// columnWidths gives amounts the room they need and lets the other columns share the rest.
func (l *layout) columnWidths(b Block) []float64 {
	wishes := make([]wish, len(b.Columns))
	for i, c := range b.Columns {
		var cells []float64
		w := wish{least: l.widestWord(c.Title, l.strong)}
		for _, r := range b.Rows {
			text, s := r.cell(i), l.ofRow(r)
			cells = append(cells, l.fonts.width(text, s))
			w.least = max(w.least, l.widestWord(text, s))
		}
		slices.Sort(cells)
		w.most = w.least
		if n := len(cells); n > 0 {
			w.longest, w.most = cells[n-1], max(w.least, cells[(n-1)*mostCells/100])
		}
		if c.Right {
			w.least = max(w.least, w.longest)
			w.most = w.least
		}
		w.longest = max(w.longest, w.most, l.fonts.width(c.Title, l.strong))
		wishes[i] = w
	}
	return share(wishes, l.columnWidth()-l.tableGap()*float64(len(b.Columns)-1))
}

// mostCells is the share of the cells, of each hundred, that get room for one line when there is not enough for all.
const mostCells = 85

// share divides room over columns. What is left after the first wish that can be granted goes by what each would like more.
func share(wishes []wish, room float64) []float64 {
	var longest, most, least float64
	for _, w := range wishes {
		longest, most, least = longest+w.longest, most+w.most, least+w.least
	}
	widths := make([]float64, len(wishes))
	for i, w := range wishes {
		switch {
		case longest <= room:
			widths[i] = w.longest
		case most <= room:
			widths[i] = w.most + (w.longest-w.most)*(room-most)/(longest-most)
		case least < room:
			widths[i] = w.least + (w.most-w.least)*(room-least)/(most-least)
		default:
			widths[i] = w.least * room / least
		}
	}
	if longest <= room && len(widths) > 0 {
		widths[0] += room - longest
	}
	return widths
}
