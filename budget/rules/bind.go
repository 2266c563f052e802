package rules

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"
)

// binder puts the parameters of the files into the sets of the years, guided by the tags of the structs.
type binder struct {
	file   string // the scheme being bound
	sets   []*Set
	faults []error
}

var (
	paramType  = reflect.TypeFor[Param]()
	halvesType = reflect.TypeFor[Halves]()
	tableType  = reflect.TypeFor[Table]()
)

func (b *binder) fail(key, format string, args ...any) {
	b.faults = append(b.faults, fmt.Errorf("rules: %s: %s", key, fmt.Sprintf(format, args...)))
}

// bind fills the same field of every year from one table of the document.
func (b *binder) bind(key string, document map[string]any, years []reflect.Value, optional bool) {
	switch years[0].Kind() {
	case reflect.Map:
		b.bindReference(key, document, years)
	default:
		b.bindStruct(key, document, years, optional)
	}
}

func (b *binder) bindStruct(key string, document map[string]any, years []reflect.Value, optional bool) {
	known := map[string]bool{}
	for i := range years[0].NumField() {
		field := years[0].Type().Field(i)
		name, option, _ := strings.Cut(field.Tag.Get("rule"), ",")
		known[name] = true
		b.bindField(key+"."+name, document[name], field, fieldsOf(years, i), optional || option == "optional")
	}
	for _, name := range slices.Sorted(maps.Keys(document)) {
		if !known[name] {
			b.fail(key+"."+name, "no parameter of this name")
		}
	}
}

func (b *binder) bindField(key string, raw any, field reflect.StructField, years []reflect.Value, optional bool) {
	document, isTable := raw.(map[string]any)
	switch {
	case raw == nil && optional:
		return
	case raw == nil:
		b.fail(key, "not in the file")
		return
	case !isTable:
		b.fail(key, "not a table")
		return
	}
	switch field.Type {
	case paramType, halvesType, tableType:
	default:
		b.bind(key, document, years, optional)
		return
	}
	var columns []string
	if names := field.Tag.Get("columns"); names != "" {
		columns = strings.Split(names, ",")
	}
	s, err := parseSeries(key, document, wanted{columns: columns, law: true})
	if err != nil {
		b.fail(key, "%s", err)
		return
	}
	for i, year := range years {
		b.bindYear(s, b.sets[i], year.Addr().Interface(), optional)
	}
}

// bindYear fills one field of one year.
func (b *binder) bindYear(s *series, set *Set, field any, optional bool) {
	switch field := field.(type) {
	case *Param:
		*field = s.param(b.pick(s, set, time.January, optional))
		b.needsWholeYears(s, set, time.January)
	case *Halves:
		field.Januari = s.param(b.pick(s, set, time.January, optional))
		field.Juli = s.param(b.pick(s, set, time.July, optional))
		b.needsWholeYears(s, set, time.January, time.July)
	case *Table:
		*field = s.table(b.pick(s, set, time.January, optional))
		b.needsWholeYears(s, set, time.January)
	}
}

// pick gives the value in force on the first day of a month, and notes what a set needs to know of it.
func (b *binder) pick(s *series, set *Set, month time.Month, optional bool) *dated {
	day := time.Date(set.Year, month, 1, 0, 0, 0, 0, time.UTC)
	v := s.at(day)
	if v == nil {
		if !optional {
			b.fail(s.key, "no value in force on %s", day.Format(time.DateOnly))
		}
		return nil
	}
	if set.Checked.IsZero() || v.source.Checked.Before(set.Checked) {
		set.Checked = v.source.Checked
	}
	switch {
	case v.source.Status == Preliminary:
		set.preliminary = true
	case v.source.Status == Missing && !optional && !slices.Contains(set.missing[b.file], s.key):
		set.missing[b.file] = append(set.missing[b.file], s.key)
	}
	return v
}

// needsWholeYears refuses a value that begins or ends inside the period it is taken for: it would be passed over in silence.
func (b *binder) needsWholeYears(s *series, set *Set, starts ...time.Month) {
	for _, v := range s.values {
		b.needsStart(s, set, v.source.From, starts)
		if !v.source.Until.IsZero() {
			b.needsStart(s, set, v.source.Until.AddDate(0, 0, 1), starts)
		}
	}
}

func (b *binder) needsStart(s *series, set *Set, day Date, starts []time.Month) {
	if day.Year() == set.Year && !(day.Day() == 1 && slices.Contains(starts, day.Month())) {
		b.fail(s.key, "changes on %s, inside the period of a value", day.Format(time.DateOnly))
	}
}

// bindReference fills the map of the referentiebudget: figures under their own ids, each in force from its own year on.
func (b *binder) bindReference(key string, document map[string]any, years []reflect.Value) {
	for _, year := range years {
		year.Set(reflect.ValueOf(map[string]*Param{}))
	}
	for _, id := range slices.Sorted(maps.Keys(document)) {
		raw, ok := document[id].(map[string]any)
		if !ok {
			b.fail(key+"."+id, "not a table")
			continue
		}
		s, err := parseSeries(key+"."+id, raw, wanted{bundle: true})
		if err != nil {
			b.fail(key+"."+id, "%s", err)
			continue
		}
		for i, year := range years {
			day := time.Date(b.sets[i].Year, time.January, 1, 0, 0, 0, 0, time.UTC)
			if v := s.at(day); v != nil {
				p := s.param(v)
				year.Interface().(map[string]*Param)[id] = &p
			}
		}
	}
}

// fieldsOf gives the same field of every year.
func fieldsOf(years []reflect.Value, index int) []reflect.Value {
	list := make([]reflect.Value, len(years))
	for i, year := range years {
		list[i] = year.Field(index)
	}
	return list
}
