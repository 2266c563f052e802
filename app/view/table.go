package view

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"perspectief/app/vm"
)

// table shows finished strings in columns under their heads: words in the first column, which wraps, amounts in the others.
type table struct {
	head []*text
	rows []tableRow
	box  *fyne.Container
}

type tableRow struct {
	cells []*text
	backs []*surface
}

func newTable(state vm.Table) *table {
	t := &table{}
	grid := &tableLayout{columns: 1}
	if len(state.Head) > 0 {
		grid.columns = len(state.Head)
	} else if len(state.Rows) > 0 {
		grid.columns = len(state.Rows[0].Cells)
	}
	t.box = container.New(grid)
	add := func(i int, back *surface, cell *text) {
		if i > 0 {
			cell.oneLine().aligned(fyne.TextAlignTrailing)
		} else {
			grid.words = append(grid.words, cell)
		}
		t.box.Add(newLayers(back, newInset(cellInset, cellInset, cell)))
	}
	for i, words := range state.Head {
		cell := muted(words)
		t.head = append(t.head, cell)
		add(i, newSurface("", "", 6), cell)
	}
	for _, r := range state.Rows {
		row := tableRow{}
		for i, words := range r.Cells {
			cell, back := body(words), newSurface("", "", 6)
			if r.Strong {
				cell.bold()
			}
			row.cells, row.backs = append(row.cells, cell), append(row.backs, back)
			add(i, back, cell)
		}
		t.rows = append(t.rows, row)
	}
	return t
}

// tableShape is what the widgets of a table are built from.
func tableShape(t *vm.Table) string {
	if t == nil {
		return ""
	}
	shape := "=" + strconv.Itoa(len(t.Head))
	for _, r := range t.Rows {
		shape += "," + strconv.Itoa(len(r.Cells)) + strconv.FormatBool(r.Strong)
	}
	return shape
}

func (t *table) update(state vm.Table) {
	for i, words := range state.Head {
		t.head[i].set(words)
	}
	for i, r := range state.Rows {
		for k, words := range r.Cells {
			t.rows[i].cells[k].set(words)
			shade := vm.NoShade
			if k < len(r.Shades) {
				shade = r.Shades[k]
			}
			t.rows[i].backs[k].recolour(shadeColors[shade], shadeEdges[shade])
		}
	}
}

// What sets a cell apart.
var (
	shadeColors = map[vm.Shade]fyne.ThemeColorName{vm.SoftShade: colorSoft, vm.DeepShade: colorDeep, vm.WarnShade: colorWarm}
	shadeEdges  = map[vm.Shade]fyne.ThemeColorName{vm.NowShade: colorInk}
)

// tableLayout gives the first column the width of its longest words, and each other column that of its widest cell. What is left
// is shared by the other columns, so that the eye need not go far from words to amounts; what lacks makes the words wrap.
type tableLayout struct {
	columns int
	words   []*text // of the first column
}

const (
	tableGap  = 8
	cellInset = 4
)

func (l *tableLayout) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, l.columns)
	for i, o := range objects {
		c := i % l.columns
		widths[c] = max(widths[c], o.MinSize().Width)
	}
	left := width
	for _, w := range widths[1:] {
		left -= w + room(tableGap)
	}
	if l.columns == 1 {
		return []float32{max(widths[0], width)}
	}
	longest := float32(0)
	for _, w := range l.words {
		longest = max(longest, w.measure(w.words).Width+2*room(cellInset))
	}
	widths[0] = max(widths[0], min(longest, left))
	if more := (left - widths[0]) / float32(l.columns-1); more > 0 {
		for c := 1; c < l.columns; c++ {
			widths[c] += more
		}
	}
	return widths
}

func (l *tableLayout) rows(objects []fyne.CanvasObject, width float32, place func(row []fyne.CanvasObject, y, h float32, widths []float32)) float32 {
	widths := l.widths(objects, width)
	y := float32(0)
	for len(objects) > 0 {
		row := objects[:min(l.columns, len(objects))]
		objects = objects[len(row):]
		h := float32(0)
		for i, o := range row {
			h = max(h, heightFor(o, widths[i]))
		}
		place(row, y, h, widths)
		y += h + 2
	}
	return y
}

// HeightFor implements flowLayout.
func (l *tableLayout) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.rows(objects, width, func([]fyne.CanvasObject, float32, float32, []float32) {})
}

func (l *tableLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, c := range l.widths(objects, 0) {
		w += c + room(tableGap)
	}
	return fyne.NewSize(max(0, w-room(tableGap)), l.HeightFor(objects, w))
}

func (l *tableLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.rows(objects, size.Width, func(row []fyne.CanvasObject, y, h float32, widths []float32) {
		x := float32(0)
		for i, o := range row {
			o.Move(fyne.NewPos(x, y))
			o.Resize(fyne.NewSize(widths[i], h))
			x += widths[i] + room(tableGap)
		}
	})
}
