package plan

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"perspectief/budget"
	"perspectief/i18n"
)

// WrittenDown is everything that stands in a case file, in words: the family may always see what was written down. It walks
// through the whole document, so that a part that is added later is there by itself. What is not known is left out, because
// nothing is written down then. Earlier are the moments of the versions that the file keeps beside it, the newest first.
func WrittenDown(words *i18n.Catalogue, document any, date time.Time, earlier ...time.Time) Document {
	w := &written{words: words}
	w.structure(w.say("begin"), reflect.Indirect(reflect.ValueOf(document)))
	page := Block{Kind: PageBlock, Text: w.say("titel")}
	for _, s := range w.sections {
		if len(s.Blocks) > 0 {
			page.Blocks = append(page.Blocks, s)
		}
	}
	if len(earlier) > 0 {
		page.Blocks = append(page.Blocks, section(w.say("versies"), "", eachOnItsLine(w.versions(earlier))...))
	}
	page.Blocks = append(page.Blocks, section(w.say("klopt"), "info", append(eachOnItsLine(w.say("recht")), eachOnItsLine(w.say("ook"))...)...))
	return Document{Title: w.say("titel"), Pages: []Block{page}, words: words,
		Made: words.T("opgeschreven.gemaakt", i18n.Args{"datum": words.Date(date)}), Status: w.say("van")}
}

// references are names with which the parts of a file find each other. They say nothing about the family.
var references = map[string]bool{"schema": true, "id": true, "adult": true, "job": true, "child": true}

// rulesOfOthers are parts that others wrote: the scheme of a municipality, the amounts of an organisation. Of these is told
// that they are there and whose they are, and what was decided for this family.
var rulesOfOthers = map[reflect.Type]map[string]bool{
	reflect.TypeFor[budget.LocalScheme](): {"name": true, "owner": true, "override": true},
	reflect.TypeFor[budget.NormSet]():     {"set_name": true, "owner": true},
}

// Unread is what was typed in a field of the window that takes an amount or a day, and could not be read as one.
type Unread struct {
	Field string `json:"field"` // its id in the window
	Text  string `json:"typed"`
}

// longText is the number of letters from which a text gets a line of its own.
const longText = 28

type written struct {
	words    *i18n.Catalogue
	sections []Block
}

func (w *written) say(id string) string { return w.words.T("opgeschreven." + id) }

// label is the word for a name of the case file.
func (w *written) label(name string) string {
	if id := "opgeschreven.veld." + name; w.words.Has(id) {
		return w.words.T(id)
	}
	return name
}

// value is the word for one of a fixed list of answers.
func (w *written) value(text string) string {
	for _, id := range []string{"opgeschreven.waarde." + text, "budget.regel." + text} {
		if w.words.Has(id) {
			return w.words.T(id)
		}
	}
	return Clean(strings.ReplaceAll(text, "_", " "))
}

// structure writes a section, and one for every part within it.
func (w *written) structure(title string, v reflect.Value) {
	at := len(w.sections)
	w.sections = append(w.sections, section(title, ""))
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		told, others := rulesOfOthers[v.Type()]
		if name == "" || references[name] || others && !told[name] {
			continue
		}
		w.field(at, title, name, v.Field(i))
	}
}

// inside is the title of a part within another; what stands right in the file needs no more than its own name.
func (w *written) inside(title, label string) string {
	if title == w.say("begin") || title == w.label("household") || title == w.label("budget") || title == w.label("plan") {
		return label
	}
	return title + ", " + strings.ToLower(label)
}

func (w *written) field(at int, title, name string, v reflect.Value) {
	label := w.label(name)
	switch x := v.Interface().(type) {
	case budget.Amount:
		w.row(at, label, w.quantity(name, x))
		return
	case budget.YearMonth:
		if !x.IsZero() {
			w.row(at, label, w.words.MonthYear(time.Date(x.Year, time.Month(x.Month), 1, 0, 0, 0, 0, time.UTC)))
		}
		return
	case Day:
		w.row(at, label, w.day(x))
		return
	case budget.OwnLine:
		w.ownLine(at, x)
		return
	case budget.SchemeOverride:
		w.row(at, w.say("besluit"), w.quantity(name, x.PerYear))
		w.row(at, w.say("besluit.waarom"), Clean(x.Note))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.field(at, title, name, v.Elem())
		}
	case reflect.Struct:
		w.structure(w.inside(title, label), v)
	case reflect.Slice:
		w.list(at, title, name, v)
	case reflect.Bool:
		w.row(at, label, w.say("waarde."+map[bool]string{true: "ja", false: "nee"}[v.Bool()]))
	case reflect.Int:
		w.number(at, label, int(v.Int()))
	case reflect.String:
		text := w.day(Day(v.String()))
		if name == "source" && strings.Contains(text, "/") { // the job of an adult
			text = w.label("jobs")
		}
		if v.Type() != reflect.TypeFor[string]() {
			text = w.value(v.String())
		}
		w.row(at, label, text)
	}
}

func (w *written) list(at int, title, name string, v reflect.Value) {
	for i := range v.Len() {
		item := v.Index(i)
		switch {
		case name == "scenarios" && item.Kind() == reflect.String: // ids of what is printed
		case item.Type() == reflect.TypeFor[Unread]():
			w.row(at, w.label(name), Clean(item.FieldByName("Text").String()))
		case item.Type() == reflect.TypeFor[budget.OwnLine](), item.Kind() == reflect.String:
			w.field(at, title, name, item)
		case item.Kind() == reflect.Struct && w.pair(at, item):
		default:
			w.structure(w.inside(title, w.label(name)+" "+strconv.Itoa(i+1)), item)
		}
	}
}

// ownLine is a line of the budget: one row for what it is and what it costs.
func (w *written) ownLine(at int, l budget.OwnLine) {
	label := w.value(string(l.Key))
	if l.Label != "" {
		label = Clean(l.Label)
	}
	text := w.say("onbekend")
	if amount, known := l.Amount.Get(); known {
		text = strings.TrimSpace(i18n.Euro(amount) + " " + w.value(string(l.Rhythm)))
	}
	w.row(at, label+w.when("vanaf_maand", l.Month)+w.when("op_dag", l.Day), text)
	w.row(at, w.label("payee"), Clean(l.Payee))
	w.row(at, w.label("way"), w.value(string(l.Way)))
}

// versions says how many earlier versions there are, and of which days.
func (w *written) versions(earlier []time.Time) string {
	var days []string
	for _, at := range earlier {
		days = append(days, w.words.DayMonthYear(at))
	}
	return w.words.N("opgeschreven.versies.dagen", len(earlier), i18n.Args{"dagen": strings.Join(slices.Compact(days), ", ")})
}

// when is the month or the day of a line, behind its name.
func (w *written) when(id string, n int) string {
	if n == 0 {
		return ""
	}
	return ", " + w.words.T("opgeschreven."+id, i18n.Args{"nummer": n})
}

// pair writes a part that is no more than a word and an amount, or a word and an answer, as one row.
func (w *written) pair(at int, v reflect.Value) bool {
	if v.NumField() != 2 {
		return false
	}
	var word, text string
	for i := range v.NumField() {
		name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
		f := v.Field(i)
		amount, isAmount := f.Interface().(budget.Amount)
		switch {
		case f.Kind() == reflect.String && word == "":
			word = w.value(f.String())
		case f.Kind() == reflect.String && text == "":
			text = w.value(f.String())
		case isAmount && text == "":
			text = w.quantity(name, amount)
		default:
			return false
		}
	}
	if word == "" || text == "" {
		return false
	}
	w.row(at, Capital(word), text)
	return true
}

// quantity is an amount in euros, or in the unit that belongs to its name; empty when it is not known.
func (w *written) quantity(name string, a budget.Amount) string {
	d, known := a.Get()
	if !known {
		return ""
	}
	if unit := "opgeschreven.eenheid." + name; w.words.Has(unit) {
		return i18n.Hours(d) + " " + w.words.T(unit)
	}
	return i18n.Euro(d)
}

func (w *written) day(d Day) string {
	if date, ok := d.Date(); ok {
		return w.words.Date(date)
	}
	return Clean(string(d))
}

// number is a whole number; without one nothing is written down.
func (w *written) number(at int, label string, n int) {
	if n != 0 {
		w.row(at, label, strconv.Itoa(n))
	}
}

func (w *written) row(at int, label, text string) {
	s := &w.sections[at]
	switch {
	case text == "":
	case utf8.RuneCountInString(text) >= longText:
		s.Blocks = append(s.Blocks, Block{Kind: TextBlock, Text: label + ":"}, Block{Kind: OwnBlock, Text: text})
	default:
		s.Blocks = append(s.Blocks, Block{Kind: RowBlock, Text: label, Details: text})
	}
}
