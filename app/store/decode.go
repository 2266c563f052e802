package store

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/plan"
)

// Decode reads a case file strictly and lists every fault of form at once: an unknown or double name, a value of the
// wrong kind, an amount that is no plain decimal in a string, something that may not be missing. A value null is the
// same as no value. With a fault there is no document. Decode(Encode(d)) gives d again.
//
// Whether the values make sense is another question: see Check.
func Decode(data []byte) (*Document, []budget.FieldError) {
	d, faults := decode(data)
	if len(faults) > 0 {
		return nil, faults
	}
	return d, nil
}

// decode gives what could be read, also when there are faults; nil when nothing could.
func decode(data []byte) (*Document, []budget.FieldError) {
	root, fault := parse(data)
	if fault != nil {
		return nil, []budget.FieldError{*fault}
	}
	if fault := newerSchema(root); fault != nil {
		return nil, []budget.FieldError{*fault}
	}
	migrate(root, migrations)
	var (
		r reader
		d Document
	)
	r.value("", root, reflect.ValueOf(&d).Elem())
	if d.Schema != Schema && len(r.faults) == 0 {
		r.fault("schema", "fout.schema_onbekend", map[string]any{"schema": d.Schema, "nieuwste": Schema})
	}
	return &d, enough(r.faults)
}

// newerSchema is the only fault of a file of a newer program: all others would be noise.
func newerSchema(root *node) *budget.FieldError {
	for _, m := range root.members {
		if n, err := strconv.Atoi(m.value.text); m.key == "schema" && m.value.kind == number && err == nil && n > Schema {
			return &budget.FieldError{Field: "schema", Key: "fout.schema_nieuwer", Args: map[string]any{"schema": n, "nieuwste": Schema}}
		}
	}
	return nil
}

// required lists the names that an object cannot do without. A month of birth is not among them: a file that was put
// away half filled in must open again.
var required = map[reflect.Type][]string{
	reflect.TypeFor[Document]():           {"schema", "household"},
	reflect.TypeFor[budget.Household]():   {"year", "adults"},
	reflect.TypeFor[budget.Adult]():       {"id"},
	reflect.TypeFor[budget.Job]():         {"id"},
	reflect.TypeFor[budget.Child]():       {"id"},
	reflect.TypeFor[budget.LocalScheme](): {"id"},
	reflect.TypeFor[plan.Scenario]():      {"id"},
	reflect.TypeFor[SchemeFile]():         {"regelingen", "name", "schemes"},
	reflect.TypeFor[budget.Wending]():     {"kind"},
	reflect.TypeFor[budget.RightAnswer](): {"right", "answer"},
	reflect.TypeFor[budget.NormLayer]():   {"kind", "set"},
}

// trueWhenAbsent lists the yes-or-no questions whose answer is yes when the file does not give one.
var trueWhenAbsent = map[reflect.Type]string{
	reflect.TypeFor[budget.Child](): "kinderbijslag",
	reflect.TypeFor[budget.Job]():   "payrollCredit",
}

var (
	amountType = reflect.TypeFor[budget.Amount]()
	monthType  = reflect.TypeFor[budget.YearMonth]()
)

// maxFaults is how many faults are told at once. Nobody makes so many by mistake, and nobody reads more.
const maxFaults = 100

// enough leaves out what is beyond that, and says so.
func enough(faults []budget.FieldError) []budget.FieldError {
	if len(faults) <= maxFaults {
		return faults
	}
	return append(slices.Clone(faults[:maxFaults]), budget.FieldError{Key: "fout.nog_meer"})
}

// maxItems is the longest list that is read: that of the rows of an imported set of norms.
const maxItems = 10_000

// reader fills values from nodes and collects faults.
type reader struct{ faults []budget.FieldError }

// full tells whether to stop: more faults would not be told.
func (r *reader) full() bool { return len(r.faults) > maxFaults }

func (r *reader) fault(field, key string, a map[string]any) {
	r.faults = append(r.faults, budget.FieldError{Field: field, Key: key, Args: a})
}

func (r *reader) value(field string, n *node, into reflect.Value) {
	switch {
	case into.Type() == amountType:
		r.amount(field, n, into)
	case into.Type() == monthType:
		r.month(field, n, into)
	default:
		r.byKind(field, n, into)
	}
}

func (r *reader) byKind(field string, n *node, into reflect.Value) {
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		r.value(field, n, into.Elem())
	case reflect.Struct:
		if r.is(field, n, object) {
			r.object(field, n, into)
		}
	case reflect.Slice:
		if r.is(field, n, list) {
			r.list(field, n, into)
		}
	case reflect.String:
		if r.is(field, n, text) {
			r.text(field, n, into)
		}
	case reflect.Bool:
		if r.is(field, n, truth) {
			into.SetBool(n.text == "true")
		}
	case reflect.Int:
		r.number(field, n, into)
	default:
		panic(fmt.Sprintf("store: no reader for %s", into.Type()))
	}
}

// is tells whether the node is of the kind, and notes a fault if it is not.
func (r *reader) is(field string, n *node, want kind) bool {
	if n.kind != want {
		r.fault(field, "fout.soort_"+want.String(), nil)
	}
	return n.kind == want
}

func (r *reader) object(field string, n *node, into reflect.Value) {
	fields := fieldsOf(into.Type())
	if name, ok := trueWhenAbsent[into.Type()]; ok {
		into.Field(fields[name]).SetBool(true)
	}
	present, seen := map[string]bool{}, map[string]bool{}
	for _, m := range n.members {
		if r.full() {
			return
		}
		at := join(field, m.key)
		i, known := fields[m.key]
		switch {
		case !known:
			r.unknown(at, m.key, fields)
		case seen[m.key]:
			r.fault(at, "fout.dubbele_naam", map[string]any{"naam": quote(m.key)})
		case m.value.kind != null:
			present[m.key] = true
			r.value(at, m.value, into.Field(i))
		}
		seen[m.key] = true
	}
	for _, name := range required[into.Type()] {
		if !present[name] {
			r.fault(join(field, name), "fout.ontbreekt", map[string]any{"naam": name})
		}
	}
}

func (r *reader) unknown(field, key string, fields map[string]int) {
	if name := nearest(key, fields); name != "" {
		r.fault(field, "fout.onbekende_naam_bedoelt_u", map[string]any{"naam": quote(key), "bedoeld": name})
		return
	}
	r.fault(field, "fout.onbekende_naam", map[string]any{"naam": quote(key)})
}

// list leaves an empty list as no list, so that both are written and compared alike.
func (r *reader) list(field string, n *node, into reflect.Value) {
	switch {
	case len(n.items) == 0:
		return
	case len(n.items) > maxItems:
		r.fault(field, "fout.lijst_te_lang", map[string]any{"hoogste": maxItems})
		return
	}
	into.Set(reflect.MakeSlice(into.Type(), len(n.items), len(n.items)))
	for i, item := range n.items {
		if r.full() {
			return
		}
		r.value(fmt.Sprintf("%s[%d]", field, i), item, into.Index(i))
	}
}

func (r *reader) text(field string, n *node, into reflect.Value) {
	if strings.ContainsFunc(n.text, strange) {
		r.fault(field, "fout.vreemd_teken", nil)
		return
	}
	into.SetString(n.text)
}

func (r *reader) number(field string, n *node, into reflect.Value) {
	if !r.is(field, n, number) {
		return
	}
	i, err := strconv.ParseInt(n.text, 10, 32)
	if err != nil {
		r.fault(field, "fout.geen_geheel_getal", map[string]any{"waarde": quote(n.text)})
		return
	}
	into.SetInt(i)
}

func (r *reader) month(field string, n *node, into reflect.Value) {
	m, err := budget.ParseYearMonth(n.text)
	if n.kind != text || err != nil {
		r.fault(field, "fout.maand", map[string]any{"waarde": quote(n.text)})
		return
	}
	into.Set(reflect.ValueOf(m))
}

func (r *reader) amount(field string, n *node, into reflect.Value) {
	switch {
	case n.kind == number:
		r.fault(field, "fout.bedrag_zonder_aanhalingstekens", map[string]any{"waarde": quote(n.text)})
		return
	case n.kind != text:
		r.fault(field, "fout.soort_bedrag", nil)
		return
	case !isPlainDecimal(n.text):
		r.fault(field, "fout.bedrag_vorm", map[string]any{"waarde": quote(n.text)})
		return
	case tooLong(n.text):
		r.fault(field, "fout.bedrag_te_lang", map[string]any{"hoogste": maxDigits})
		return
	}
	d, err := decimal.NewFromString(n.text)
	if err != nil {
		r.fault(field, "fout.bedrag_vorm", map[string]any{"waarde": quote(n.text)})
		return
	}
	into.Set(reflect.ValueOf(budget.Known(d)))
}

// maxDigits of an amount, before the point and after it.
const maxDigits = 12

func tooLong(s string) bool {
	whole, part, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return len(whole) > maxDigits || len(part) > maxDigits
}

// isPlainDecimal accepts "650", "650.00" and "-0.5"; no plus, no exponent, no comma, no bare point.
func isPlainDecimal(s string) bool {
	whole, part, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return isDigits(whole) && (!point || isDigits(part))
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

var knownFields sync.Map // by type

// fieldsOf maps the names of the case file to the numbers of the fields of a struct.
func fieldsOf(t reflect.Type) map[string]int {
	if fields, ok := knownFields.Load(t); ok {
		return fields.(map[string]int)
	}
	fields := make(map[string]int, t.NumField())
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" && name != "-" {
			fields[name] = i
		}
	}
	knownFields.Store(t, fields)
	return fields
}

func join(field, name string) string {
	name = quote(name)
	if field == "" {
		return name
	}
	return field + "." + name
}

// quote keeps what was written in a file short and on one line.
func quote(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n++; n > most {
			s = s[:i] + "…"
			break
		}
	}
	q := strconv.Quote(s)
	if q == `"`+s+`"` && !strings.ContainsAny(s, " .[]:") {
		return s
	}
	return q
}

// nearest is the name that was probably meant: at most two slips away, and no more than half the name.
func nearest(key string, fields map[string]int) string {
	const farthest = 2
	best, bestDistance := "", farthest+1
	if len(key) > 60 {
		return ""
	}
	for name := range fields {
		d := distance(strings.ToLower(key), strings.ToLower(name))
		if d > len(name)/2 {
			continue
		}
		if d < bestDistance || d == bestDistance && name < best {
			best, bestDistance = name, d
		}
	}
	return best
}

// distance counts the letters to add, drop, change or swap with their neighbour.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	var before, last []int
	row := make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := range s {
		before, last, row = last, row, make([]int, len(t)+1)
		row[0] = i + 1
		for j := range t {
			change := last[j]
			if s[i] != t[j] {
				change++
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, change)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
	}
	return row[len(t)]
}
