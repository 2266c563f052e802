package rules

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"
)

// series is one parameter over time, as it stands in a file.
type series struct {
	key, label, unit, household string
	columns, units              []string // of a table
	values                      []dated
}

// dated is one value with its period and source; a table has rows instead of a number.
type dated struct {
	source Source
	number decimal.Decimal
	rows   [][]decimal.Decimal
}

// wanted says what a parameter must have besides what all have.
type wanted struct {
	columns []string // of a table, in this order
	law     bool     // every figure names its article
	bundle  bool     // the figure may be shipped with its source
}

// at gives the value in force on a day, or nil.
func (s *series) at(day Date) *dated {
	for i := len(s.values) - 1; i >= 0; i-- {
		v := &s.values[i]
		if !v.source.From.After(day) {
			if !v.source.Until.IsZero() && v.source.Until.Before(day) {
				return nil
			}
			return v
		}
	}
	return nil
}

// param is the parameter with one of its values; without a value it does not exist in that period.
func (s *series) param(v *dated) Param {
	p := Param{Key: s.key, Label: s.label, Unit: s.unit, Household: s.household}
	if v != nil {
		p.Value, p.Source = v.number, &v.source
	}
	return p
}

func (s *series) table(v *dated) Table {
	t := Table{Key: s.key, Label: s.label, Columns: s.columns}
	if v != nil {
		t.Rows, t.Source = v.rows, &v.source
	}
	return t
}

// record is a table of the file from which every field is taken once; done reports what nobody asked for.
type record struct {
	fields map[string]any
	taken  map[string]bool
	fault  error
}

func newRecord(fields map[string]any) *record {
	return &record{fields: fields, taken: map[string]bool{}}
}

func (r *record) fail(format string, args ...any) {
	if r.fault == nil {
		r.fault = fmt.Errorf(format, args...)
	}
}

func (r *record) take(name string) any {
	r.taken[name] = true
	return r.fields[name]
}

func (r *record) text(name string, required bool) string {
	raw := r.take(name)
	text, ok := raw.(string)
	switch {
	case raw != nil && !ok:
		r.fail("%s is not a text", name)
	case required && strings.TrimSpace(text) == "":
		r.fail("no %s", name)
	}
	return text
}

// date takes a calendar day. The decoder marks a day without time by the name of its zone.
func (r *record) date(name string, required bool) Date {
	raw := r.take(name)
	if raw == nil {
		if required {
			r.fail("no %s", name)
		}
		return Date{}
	}
	day, ok := raw.(time.Time)
	if !ok || day.Location().String() != "date-local" {
		r.fail("%s is not a date", name)
		return Date{}
	}
	return time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
}

func (r *record) texts(name string) []string {
	raw, ok := r.take(name).([]any)
	if !ok {
		r.fail("%s is not a list", name)
		return nil
	}
	list := make([]string, len(raw))
	for i, item := range raw {
		text, ok := item.(string)
		if !ok {
			r.fail("%s holds something that is not a text", name)
		}
		list[i] = text
	}
	return list
}

func (r *record) done() error {
	for _, name := range slices.Sorted(maps.Keys(r.fields)) {
		if !r.taken[name] {
			r.fail("unknown field %s", name)
		}
	}
	return r.fault
}

// parseSeries reads one parameter and checks everything that can be checked without the others.
func parseSeries(key string, fields map[string]any, want wanted) (*series, error) {
	r := newRecord(fields)
	s := &series{key: key, label: r.text("label", true)}
	if want.columns != nil {
		s.columns, s.units = r.texts("columns"), r.texts("units")
		if !slices.Equal(s.columns, want.columns) || len(s.units) != len(s.columns) {
			r.fail("columns are not %s, each with a unit", strings.Join(want.columns, ", "))
		}
	} else {
		s.unit = r.text("unit", true)
		s.units = []string{s.unit}
	}
	for _, unit := range s.units {
		if _, ok := units[unit]; !ok {
			r.fail("unknown unit %q", unit)
		}
	}
	if want.bundle {
		s.household = r.text("household", false)
		if r.text("bundle", true) != "yes-cite" {
			r.fail("may not be shipped")
		}
	}
	raw, ok := r.take("values").([]map[string]any)
	if !ok {
		r.fail("no values")
	}
	if err := r.done(); err != nil {
		return nil, err
	}
	for _, fields := range raw {
		v, err := s.parseValue(fields, want)
		if err != nil {
			return nil, err
		}
		s.values = append(s.values, v)
	}
	return s, s.inOrder()
}

func (s *series) parseValue(fields map[string]any, want wanted) (dated, error) {
	r := newRecord(fields)
	var v dated
	src := &v.source
	src.From, src.Until = r.date("from", true), r.date("until", false)
	src.Status = Status(r.text("status", true))
	published := src.Status != Missing
	src.Law = r.text("law", want.law && published)
	src.Title, src.URL = r.text("source", published), r.text("url", false)
	src.Checked, src.Note = r.date("checked", true), r.text("note", false)
	switch {
	case !published:
	case s.columns != nil:
		v.rows = s.parseRows(r)
	default:
		src.Printed = r.text("value", true)
		v.number = s.parseNumber(r, s.unit, src.Printed)
	}
	v.check(r)
	if err := r.done(); err != nil {
		return dated{}, fmt.Errorf("value from %s: %w", src.From.Format(time.DateOnly), err)
	}
	return v, nil
}

func (v *dated) check(r *record) {
	switch v.source.Status {
	case Final, Preliminary, Estimated, Missing:
	default:
		r.fail("unknown status %q", v.source.Status)
	}
	if !v.source.Until.IsZero() && v.source.Until.Before(v.source.From) {
		r.fail("ends on %s, before it begins", v.source.Until.Format(time.DateOnly))
	}
	if v.source.URL != "" && !strings.HasPrefix(v.source.URL, "https://") && !strings.HasPrefix(v.source.URL, "http://") {
		r.fail("url %q is no address", v.source.URL)
	}
}

func (s *series) parseNumber(r *record, unit, printed string) decimal.Decimal {
	number, err := decimal.NewFromString(printed)
	if err != nil || strings.ContainsAny(printed, "eE+ ") {
		r.fail("value %q is not a number", printed)
		return decimal.Decimal{}
	}
	if !units[unit].holds(number) {
		r.fail("value %s is outside the range of %s", printed, unit)
	}
	return stored(unit, number)
}

func (s *series) parseRows(r *record) [][]decimal.Decimal {
	raw, ok := r.take("rows").([]any)
	if !ok || len(raw) == 0 {
		r.fail("no rows")
		return nil
	}
	table := make([][]decimal.Decimal, len(raw))
	for i, item := range raw {
		cells, ok := item.([]any)
		if !ok || len(cells) != len(s.columns) {
			r.fail("row %d does not have %d columns", i+1, len(s.columns))
			return nil
		}
		table[i] = s.parseRow(r, cells, i == len(raw)-1)
		if i > 0 && !table[i][0].GreaterThan(table[i-1][0]) {
			r.fail("row %d does not begin above row %d", i+1, i)
		}
	}
	return table
}

func (s *series) parseRow(r *record, cells []any, last bool) []decimal.Decimal {
	row := make([]decimal.Decimal, len(cells))
	for i, cell := range cells {
		printed, ok := cell.(string)
		switch {
		case !ok:
			r.fail("a cell of column %s is not a text", s.columns[i])
		case printed == "" && last && s.columns[i] == "tot":
			row[i] = OpenEnd
		default:
			row[i] = s.parseNumber(r, s.units[i], printed)
		}
	}
	return row
}

// inOrder refuses values that overlap, leave a gap or stand in the wrong order.
func (s *series) inOrder() error {
	if len(s.values) == 0 {
		return errors.New("no values")
	}
	for i := 1; i < len(s.values); i++ {
		before, from := s.values[i-1].source, s.values[i].source.From
		switch {
		case !from.After(before.From):
			return fmt.Errorf("value from %s does not stand after the one before it", from.Format(time.DateOnly))
		case before.Until.IsZero():
		case !before.Until.Before(from):
			return fmt.Errorf("values overlap on %s", from.Format(time.DateOnly))
		case !before.Until.AddDate(0, 0, 1).Equal(from):
			return fmt.Errorf("gap between %s and %s", before.Until.Format(time.DateOnly), from.Format(time.DateOnly))
		}
	}
	return nil
}
