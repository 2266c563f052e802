package budget

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// normColumns are the columns of an import, in the order of the format; a file may have them in any order.
var normColumns = []string{"set_id", "set_name", "owner", "licence_note", "valid_from", "valid_to", "line_key", "kind", "unit",
	"amount", "per", "age_min", "age_max", "sex", "size_min", "size_max", "household_type", "dwelling", "tenure", "income_max",
	"size_factor", "index_series", "base_period", "source_title", "source_url", "note"}

// neededColumns cannot be left out of a file.
var neededColumns = []string{"set_id", "set_name", "owner", "valid_from", "line_key", "kind", "unit", "amount", "per"}

// NormColumns gives the names of the columns in the order of the format.
func NormColumns() []string { return slices.Clone(normColumns) }

// normRow is one row of a file, before it is understood.
type normRow struct {
	at     int // as a spreadsheet counts: the head of a CSV is row 1; the first object of a JSON list is row 1
	commas bool
	cells  []string // in the order of normColumns
}

func (r *normRow) text(column string) string {
	return r.cells[slices.Index(normColumns, column)]
}

// readNormRows tells CSV from JSON by the first sign.
func readNormRows(data []byte) ([]normRow, []NormFault) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	im := importer{}
	var rows []normRow
	trimmed := bytes.TrimSpace(data)
	switch {
	case len(trimmed) == 0:
		im.add(0, "", "leeg", nil)
	case !utf8.Valid(data):
		im.add(0, "", "geen_utf8", nil)
	case trimmed[0] == '[' || trimmed[0] == '{':
		rows = im.readJSON(trimmed)
	default:
		rows = im.readCSV(data)
	}
	if len(rows) > maxNormRules {
		im.add(0, "", "te_veel_rijen", args{"hoogste": maxNormRules})
		rows = nil
	}
	return rows, im.faults
}

// readCSV reads a file with commas, semicolons or tabs between the cells; its first line tells which.
func (im *importer) readCSV(data []byte) []normRow {
	head, _, _ := bytes.Cut(data, []byte("\n"))
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	for _, separator := range ";\t" {
		if bytes.Count(head, []byte(string(separator))) > bytes.Count(head, []byte(string(r.Comma))) {
			r.Comma = separator
		}
	}
	first, err := r.Read()
	if err != nil {
		im.add(1, "", "geen_csv", nil)
		return nil
	}
	columns := im.columns(first)
	if columns == nil {
		return nil
	}
	var rows []normRow
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			im.add(lineOfCSV(err), "", "geen_csv", nil)
			continue
		}
		line, _ := r.FieldPos(0)
		if strings.TrimSpace(strings.Join(record, "")) == "" {
			continue
		}
		if len(record) > len(columns) {
			im.add(line, "", "te_veel_vakken", args{"aantal": len(record), "hoogste": len(columns)})
			continue
		}
		row := normRow{at: line, commas: r.Comma != ',', cells: make([]string, len(normColumns))}
		for i, cell := range record {
			row.cells[columns[i]] = strings.TrimSpace(cell)
		}
		rows = append(rows, row)
	}
}

func lineOfCSV(err error) int {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.StartLine
	}
	return 0
}

// columns finds the place of each column of the head; nil when the head cannot be used.
func (im *importer) columns(head []string) []int {
	before := len(im.faults)
	columns, seen := make([]int, len(head)), map[string]bool{}
	for i, cell := range head {
		name := strings.ToLower(strings.TrimSpace(cell))
		columns[i] = im.column(1, name, seen)
	}
	for _, name := range neededColumns {
		if !seen[name] {
			im.add(1, name, "kolom_ontbreekt", nil)
		}
	}
	if len(im.faults) > before {
		return nil
	}
	return columns
}

// column finds the place of a name, or notes what is wrong with it.
func (im *importer) column(row int, name string, seen map[string]bool) int {
	at := slices.Index(normColumns, name)
	switch {
	case at >= 0 && seen[name]:
		im.add(row, name, "kolom_dubbel", nil)
	case at < 0:
		im.unknownColumn(row, name)
	}
	seen[name] = true
	return at
}

func (im *importer) unknownColumn(row int, name string) {
	if near := nearestOf(name, normColumns); near != "" {
		im.add(row, shorten(name), "onbekende_kolom_bedoelt_u", args{"bedoeld": near})
		return
	}
	im.add(row, shorten(name), "onbekende_kolom", nil)
}

// readJSON reads a list of objects with the names of the columns; a value is a text, a number or null.
func (im *importer) readJSON(data []byte) []normRow {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	broken := func(row int) []normRow {
		im.add(row, "", "geen_json", nil)
		return nil
	}
	if start, err := d.Token(); err != nil || start != json.Delim('[') {
		return broken(0)
	}
	var rows []normRow
	for n := 1; d.More(); n++ {
		row, ok := im.object(d, n)
		if !ok {
			return broken(n)
		}
		rows = append(rows, row)
	}
	if _, err := d.Token(); err != nil {
		return broken(0)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return broken(0)
	}
	return rows
}

// object reads one row; it is not ok when this is no object of plain values.
func (im *importer) object(d *json.Decoder, n int) (normRow, bool) {
	row := normRow{at: n, cells: make([]string, len(normColumns))}
	if start, err := d.Token(); err != nil || start != json.Delim('{') {
		return row, false
	}
	seen := map[string]bool{}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return row, false
		}
		value, err := d.Token()
		if err != nil {
			return row, false
		}
		at := im.column(n, name.(string), seen)
		var cell string
		switch v := value.(type) {
		case string:
			cell = v
		case json.Number:
			cell = v.String()
		case bool:
			cell = map[bool]string{true: "yes", false: "no"}[v]
		case nil:
		default:
			return row, false
		}
		if at >= 0 {
			row.cells[at] = strings.TrimSpace(cell)
		}
	}
	_, err := d.Token()
	return row, err == nil
}
