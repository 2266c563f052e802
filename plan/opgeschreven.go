package plan

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"perspectief/budget"
	"perspectief/i18n"
)

// WrittenDown is everything that stands in a case file, in words: the family may always see what was written down. It walks
// through the whole document, so that a part that is added later is there by itself. What is not known is left out, because
// nothing is written down then; what is no, or nothing, stands together on one row of its part. Earlier are the moments of the
// versions that the file keeps beside it, the newest first.
func WrittenDown(words *i18n.Catalogue, document any, date time.Time, earlier ...time.Time) Document {
	w := &written{words: words, titles: map[string]string{}}
	file := &part{}
	w.structure(file, reflect.Indirect(reflect.ValueOf(document)))
	page := Block{Kind: PageBlock, Text: w.say("titel")}
	for _, p := range file.parts {
		if blocks := w.blocks(p, ""); len(blocks) > 0 {
			page.Blocks = append(page.Blocks, section(p.title, pictogramOfPart[p.name], blocks...))
		}
	}
	if rest := w.rows(file); len(rest) > 0 {
		page.Blocks = append(page.Blocks, section(w.say("begin"), "file-text", rest...))
	}
	if len(earlier) > 0 {
		page.Blocks = append(page.Blocks, section(w.say("versies"), "file-text", eachOnItsLine(w.versions(earlier))...))
	}
	page.Blocks = append(page.Blocks, section(w.say("klopt"), "info", append(eachOnItsLine(w.say("recht")), eachOnItsLine(w.say("ook"))...)...))
	return Document{Title: w.say("titel"), Pages: []Block{page}, words: words, Look: Record,
		Made: words.T("opgeschreven.gemaakt", i18n.Args{"datum": words.Date(date)}), Status: w.say("van")}
}

// pictogramOfPart are the pictograms of the parts of a case file. A part without one has its title alone.
var pictogramOfPart = map[string]string{"household": "house-heart", "budget": "receipt-euro", "debts": "file-text", "debtHelp": "hand-helping", "scenarios": "clock",
	"visits": "calendar-days", "plan": "footprints", "consent": "shield", "rights": "lightbulb", "events": "calendar-days", "norms": "coins", "rules": "scale",
	"unread": "pencil"}

// references are names with which the parts of a file find each other. They say nothing about the family.
var references = map[string]bool{"schema": true, "id": true, "adult": true, "job": true, "child": true}

// refers are names of fields that hold such a reference among other answers: the part is told by its title.
var refers = map[string]bool{"who": true, "debtor": true, "source": true}

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
	words  *i18n.Catalogue
	titles map[string]string // of the parts that others refer to, by their id
}

// part is a piece of a case file, with the pieces within it.
type part struct {
	name, title string
	told        []Block
	no          []string // labels of what is no, or nothing
	parts       []*part
	isList      bool // its rows begin with words of their own
}

func (p *part) inside(name, title string) *part {
	x := &part{name: name, title: title}
	p.parts = append(p.parts, x)
	return x
}

// rows are those of a part itself.
func (w *written) rows(p *part) []Block {
	if len(p.no) == 0 {
		return p.told
	}
	all := &part{told: p.told}
	w.row(all, w.say("nee"), strings.Join(p.no, ", "))
	return all.told
}

// blocks are the rows of a part and of the parts within it, each under its title. A part of one row needs none: it stands with the
// rows of the part around it, with its title in front.
func (w *written) blocks(p *part, within string) []Block {
	all, titled := w.rows(p), []Block(nil)
	for _, x := range p.parts {
		title := x.title
		if within != "" {
			title = within + ", " + small(title)
		}
		switch rows := w.blocks(x, title); {
		case len(rows) == 0:
		case len(rows) == 1 && rows[0].Kind == RowBlock && !x.isList:
			rows[0].Text = x.title + ", " + small(rows[0].Text)
			all = append(all, rows...)
		default:
			titled = append(append(titled, Block{Kind: HeadBlock, Text: title}), rows...)
		}
	}
	return append(all, titled...)
}

// small takes the capital of a first word, unless that word is written in capitals.
func small(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if next, _ := utf8.DecodeRuneInString(text[size:]); !unicode.IsLower(next) && next != ' ' {
		return text
	}
	return string(unicode.ToLower(first)) + text[size:]
}

func (w *written) say(id string) string { return w.words.T("opgeschreven." + id) }

// label is the word for a name of the case file.
func (w *written) label(name string) string { return w.wordOr(name, "veld."+name) }

// wordOr is the first of these words that there is, or else the name.
func (w *written) wordOr(name string, ids ...string) string {
	for _, id := range ids {
		if w.words.Has("opgeschreven." + id) {
			return w.say(id)
		}
	}
	return name
}

// value is the word for one of a fixed list of answers.
func (w *written) value(text string) string {
	id, of, _ := strings.Cut(text, ".")
	for _, word := range []string{"opgeschreven.waarde." + id, "budget.regel." + id, "recht." + id} {
		if w.words.Has(word) {
			id = w.words.T(word)
			break
		}
	}
	if title, known := w.titles[of]; known {
		of = title
	}
	return Clean(strings.ReplaceAll(strings.TrimSpace(id+" "+of), "_", " "))
}

// nameOf is the name of a field in the file, and whether the file does without it when it is empty.
func nameOf(f reflect.StructField) (name string, leftOut bool) {
	name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name, strings.Contains(options, "omit")
}

// structure writes the fields of a part. A step is told in its sentence.
func (w *written) structure(p *part, v reflect.Value) {
	told, others := rulesOfOthers[v.Type()]
	step, isStep := v.Interface().(Step)
	if isStep {
		p.own(step.Sentence(w.words))
	}
	for i := range v.NumField() {
		name, leftOut := nameOf(v.Type().Field(i))
		inSentence := isStep && (name == "who" || name == "verb" || name == "what" || name == "day")
		if name == "" || references[name] || inSentence || others && !told[name] {
			continue
		}
		w.field(p, name, v.Field(i), leftOut)
	}
}

func (p *part) own(text string) {
	if text != "" {
		p.told = append(p.told, Block{Kind: OwnBlock, Text: text})
	}
}

// field writes one field. What is no, or nothing, is not in the file when it is left out there.
func (w *written) field(p *part, name string, v reflect.Value, leftOut bool) {
	label := w.wordOr(name, "veld."+p.name+"."+name, "veld."+name)
	switch x := v.Interface().(type) {
	case budget.Amount:
		w.row(p, label, w.quantity(name, x))
		return
	case budget.YearMonth:
		w.row(p, label, w.month(x))
		return
	case budget.SchemeOverride:
		w.row(p, w.say("besluit"), w.quantity(name, x.PerYear))
		w.row(p, w.say("besluit.waarom"), Clean(x.Note))
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.field(p, name, v.Elem(), false)
		}
	case reflect.Struct:
		w.structure(p.inside(name, label), v)
	case reflect.Slice:
		w.list(p, name, v)
	case reflect.Bool:
		if v.Bool() {
			w.row(p, label, w.say("waarde.ja"))
		}
	case reflect.Int:
		if v.Int() != 0 {
			w.row(p, label, strconv.FormatInt(v.Int(), 10))
		}
	case reflect.String:
		w.row(p, label, w.text(name, v))
	}
	if (v.Kind() == reflect.Bool || v.Kind() == reflect.Int) && v.IsZero() && !leftOut {
		p.no = append(p.no, small(label))
	}
}

// answers are names of fields whose text is out of a list, although its type does not say so.
var answers = map[string]bool{"component": true, "right": true, "setOffAgainst": true, "source": true, "key": true, "answer": true, "idea": true}

// text is a string of the case file: a part that it refers to, an answer out of a list, a day, or words of people.
func (w *written) text(name string, v reflect.Value) string {
	text := v.String()
	id, job, isJob := strings.Cut(text, "/")
	if title, known := w.titles[id]; known && refers[name] {
		if isJob && job != "" {
			title += ", " + small(w.label("jobs"))
		}
		return title
	}
	switch v.Interface().(type) {
	case budget.CreditorKind:
		if id := "budget.schuldeiser." + text; w.words.Has(id) {
			return w.words.T(id)
		}
	case string, Day:
		if !answers[name] {
			return w.day(Day(text))
		}
	}
	return w.value(text)
}

// list writes the items of a list: those of one row under the title of the list, every other one as a part.
func (w *written) list(p *part, name string, v reflect.Value) {
	if v.Len() == 0 || name == "scenarios" && v.Type().Elem().Kind() == reflect.String { // ids of what is printed
		return
	}
	several := w.wordOr(w.label(name), "lijst."+name)
	rows := &part{}
	for i := range v.Len() {
		if item := v.Index(i); item.Kind() == reflect.String {
			rows.own(w.text(name, item))
		} else {
			w.oneRow(rows, item)
		}
	}
	switch {
	case len(rows.told) > 0 && p.name == "budget" && name == "lines":
		p.told = append(p.told, rows.told...)
		return
	case len(rows.told)+len(rows.no) > 0:
		rows.name, rows.title, rows.isList = name, several, true
		p.parts = append(p.parts, rows)
		return
	case v.Type().Elem().Kind() == reflect.String:
		return
	case p.title == "": // a list of the file itself has a section of its own
		p = p.inside(name, several)
	}
	for i := range v.Len() {
		title := w.label(name)
		if v.Len() > 1 {
			title += " " + strconv.Itoa(i+1)
		}
		w.item(p.inside(name, title), v.Index(i))
	}
}

// item writes an item of a list. What is about a part that has a title already gets that title.
func (w *written) item(p *part, v reflect.Value) {
	for i := range v.NumField() {
		f := v.Field(i)
		switch name, _ := nameOf(v.Type().Field(i)); name {
		case "id":
			w.titles[f.String()] = p.title
		case "adult", "child":
			if title, known := w.titles[f.String()]; known {
				p.title = title
			}
		}
	}
	w.structure(p, v)
}

// oneRow writes an item that is no more than a word and what goes with it.
func (w *written) oneRow(p *part, v reflect.Value) {
	switch x := v.Interface().(type) {
	case budget.OwnLine:
		w.ownLine(p, x)
	case budget.OtherIncome:
		w.row(p, w.named(x.Label, string(x.Kind))+w.fromMonth(x.Month)+w.onDay(x.Day), w.each(x.Amount, x.Rhythm))
	case budget.Received:
		w.row(p, Capital(w.value(x.Component)), w.each(x.Amount, x.Rhythm))
	case budget.SignalAnswer:
		if word := w.wordOr(x.ID, "signaal."+x.ID); x.Answer == budget.AnswerNo {
			p.no = append(p.no, small(word))
		} else {
			w.row(p, word, w.value(x.Answer))
		}
	case budget.CheckAnswer:
		of := ""
		if x.Of != "" {
			of = ", " + w.value(x.Of)
		}
		w.row(p, w.wordOr(string(x.ID), "controle."+string(x.ID))+of, w.say("klopt_ja"))
	case budget.PayDay:
		w.row(p, Capital(w.text("source", v.FieldByName("Source"))), strings.TrimPrefix(w.onDay(x.Day)+w.after(w.value(string(x.Rhythm)))+w.after(w.day(Day(x.Next))), ", "))
	case Unread:
		w.row(p, w.label("typed"), Clean(x.Text))
	default:
		w.pair(p, v)
	}
}

// named is a name of the family's own with the kind that it is, or the kind alone.
func (w *written) named(name, kind string) string {
	if name = Clean(name); name == "" {
		return Capital(w.value(kind))
	}
	return name + w.after(small(w.value(kind)))
}

// after is a text behind another one.
func (w *written) after(text string) string {
	if text == "" {
		return ""
	}
	return ", " + text
}

// each is an amount with how often it comes.
func (w *written) each(a budget.Amount, r budget.Rhythm) string {
	if amount, known := a.Get(); known {
		return strings.TrimSpace(i18n.Euro(amount) + " " + w.value(string(r)))
	}
	return w.say("onbekend") + w.after(w.value(string(r)))
}

// ownLine is a line of the budget: one row for what it is and what it costs.
func (w *written) ownLine(p *part, l budget.OwnLine) {
	w.row(p, w.named(l.Label, string(l.Key))+w.fromMonth(l.Month)+w.onDay(l.Day), w.each(l.Amount, l.Rhythm))
	w.row(p, w.label("payee"), Clean(l.Payee))
	w.row(p, w.label("way"), w.value(string(l.Way)))
}

// versions says how many earlier versions there are, and of which days.
func (w *written) versions(earlier []time.Time) string {
	var days []string
	for _, at := range earlier {
		days = append(days, w.words.DayMonthYear(at))
	}
	return w.words.N("opgeschreven.versies.dagen", len(earlier), i18n.Args{"dagen": strings.Join(slices.Compact(days), ", ")})
}

// fromMonth is the first month of a line, behind its name.
func (w *written) fromMonth(n int) string {
	if n == 0 {
		return ""
	}
	return w.after(w.words.T("opgeschreven.vanaf", i18n.Args{"maand": i18n.Month(n)}))
}

// onDay is the day of the month of a line, behind its name.
func (w *written) onDay(n int) string {
	if n == 0 {
		return ""
	}
	return w.after(w.words.T("opgeschreven.op_dag", i18n.Args{"nummer": n}))
}

// pair writes a part that is no more than a word and an amount, or a word and an answer.
func (w *written) pair(p *part, v reflect.Value) {
	if v.Kind() != reflect.Struct || v.NumField() != 2 || v.Field(0).Kind() != reflect.String {
		return
	}
	first, _ := nameOf(v.Type().Field(0))
	second, _ := nameOf(v.Type().Field(1))
	text := ""
	if amount, ok := v.Field(1).Interface().(budget.Amount); ok {
		text = w.quantity(second, amount)
	} else if v.Field(1).Kind() == reflect.String {
		text = w.text(second, v.Field(1))
	} else {
		return
	}
	switch word := w.text(first, v.Field(0)); {
	case text != "":
		w.row(p, Capital(word), text)
	default:
		p.own(word)
	}
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
		return w.words.DayMonthYear(date)
	}
	return Clean(string(d))
}

func (w *written) month(m budget.YearMonth) string {
	if m.IsZero() {
		return ""
	}
	return w.words.MonthYear(time.Date(m.Year, time.Month(m.Month), 1, 0, 0, 0, 0, time.UTC))
}

func (w *written) row(p *part, label, text string) {
	switch {
	case text == "":
	case utf8.RuneCountInString(text) >= longText:
		p.told = append(p.told, Block{Kind: TextBlock, Text: label + ":"}, Block{Kind: OwnBlock, Text: text})
	default:
		p.told = append(p.told, Block{Kind: RowBlock, Text: label, Details: text})
	}
}
