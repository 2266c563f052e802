package vm

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// bind remembers what a field does with its text.
func (t *Talk) bind(id string, set func(text string)) { t.bound[id] = set }

// amountField is a field for an amount that may stay unknown. What cannot be read stays in the field.
func (t *Talk) amountField(id string, a *budget.Amount, parse func(string) i18n.Entry, unit string) Field {
	t.bind(id, func(text string) {
		entry := parse(text)
		delete(t.typed, id)
		if !entry.Known && strings.TrimSpace(text) != "" || entry.Hint.ID != "" {
			t.typed[id] = text
		}
		*a = budget.Amount{}
		if entry.Known {
			*a = budget.Known(tidied(entry.Value))
		}
	})
	return Field{ID: id, Kind: AmountField, Value: t.amountText(id, *a), Unit: t.unit(unit)}
}

// tidied has no more digits after the point than people write: none for whole numbers, else two for cents.
func tidied(d decimal.Decimal) decimal.Decimal {
	if d.IsInteger() {
		return d.Truncate(0)
	}
	return d.Round(2)
}

func (t *Talk) unit(id string) string {
	if id == "" {
		return ""
	}
	return t.say("eenheid." + id)
}

// amountText is the amount as it stands in a field: what was typed when it has no value, else the tidy form.
func (t *Talk) amountText(id string, a budget.Amount) string {
	if text, ok := t.typed[id]; ok {
		return text
	}
	d, known := a.Get()
	if !known {
		return ""
	}
	return plainNumber(d)
}

// plainNumber is a number as people write it into a field: cents only when there are some.
func plainNumber(d decimal.Decimal) string {
	if d.IsInteger() {
		return i18n.Hours(d)
	}
	if d.Exponent() >= -2 {
		return strings.TrimPrefix(i18n.Euro(d), "€\u00a0")
	}
	return i18n.Hours(d)
}

// hintFor says what is odd about the text in the field, or the fault that the household has there.
func (t *Talk) hintFor(id string, parse func(string) i18n.Entry) string {
	if text, ok := t.typed[id]; ok {
		if h := parse(text).Hint; h.ID != "" {
			return t.Words.T(h.ID, h.Args)
		}
	}
	return t.faultAt(id)
}

// amountRow asks for one amount.
func (t *Talk) amountRow(id, label string, a *budget.Amount, unit, help string) Row {
	return t.numberRow(id, label, a, i18n.ParseEuro, unit, help)
}

// hoursRow asks for a number that is no money.
func (t *Talk) hoursRow(id, label string, a *budget.Amount, unit, help string) Row {
	r := t.numberRow(id, label, a, i18n.ParseHours, unit, help)
	r.Fields[0].Width = Narrow
	return r
}

func (t *Talk) numberRow(id, label string, a *budget.Amount, parse func(string) i18n.Entry, unit, help string) Row {
	f := t.amountField(id, a, parse, unit)
	return Row{ID: id, Label: t.say(label), Fields: []Field{f}, Hint: t.hintFor(id, parse), Help: t.help(help)}
}

func (t *Talk) help(id string) string {
	if id == "" {
		return ""
	}
	return t.say("help." + id)
}

// textField is free text.
func (t *Talk) textField(id string, s *string, placeholder string) Field {
	t.bind(id, func(text string) { *s = text })
	f := Field{ID: id, Kind: TextField, Value: *s}
	if placeholder != "" {
		f.Placeholder = t.say(placeholder)
	}
	return f
}

// choiceRow asks to choose one of a few answers.
func choiceRow[K ~string](t *Talk, id, label, answers string, value *K, kinds []K, help string) Row {
	t.bind(id, func(chosen string) { *value = K(chosen) })
	return Row{ID: id, Label: t.say(label), Help: t.help(help), Hint: t.faultAt(id),
		Fields: []Field{{ID: id, Kind: ChoiceField, Value: string(*value), Options: options(t, answers, kinds)}}}
}

// options are answers with their words "scherm.<answers>.<id>".
func options[K ~string](t *Talk, answers string, kinds []K) []Option {
	all := make([]Option, 0, len(kinds))
	for _, k := range kinds {
		all = append(all, Option{ID: string(k), Label: t.say(answers + "." + string(k))})
	}
	return all
}

// selectField is a list that opens.
func selectField[K ~string](t *Talk, id, answers string, value *K, kinds []K) Field {
	t.bind(id, func(chosen string) { *value = K(chosen) })
	return Field{ID: id, Kind: SelectField, Value: string(*value), Placeholder: t.say("kies"), Options: options(t, answers, kinds)}
}

// The answers to a question of yes or no.
const (
	yes = "ja"
	no  = "nee"
)

// yesNoRow asks a question with yes or no.
func (t *Talk) yesNoRow(id, label string, value bool, set func(bool), help string) Row {
	answer := no
	if value {
		answer = yes
	}
	t.bind(id, func(chosen string) { set(chosen == yes) })
	return Row{ID: id, Label: t.say(label), Help: t.help(help), Hint: t.faultAt(id),
		Fields: []Field{{ID: id, Kind: ChoiceField, Value: answer, Options: options(t, "antwoord", []string{yes, no})}}}
}

// bornFields ask for a month of birth: a month and a year.
func (t *Talk) bornFields(id string, born *budget.YearMonth) []Field {
	month, year := id+".month", id+".year"
	join := func() {
		m, _ := strconv.Atoi(t.bornPart(month, born.Month))
		text := strings.TrimSpace(t.bornPart(year, born.Year))
		y, err := strconv.Atoi(text)
		*born = budget.YearMonth{}
		if err == nil && len(text) == 4 && m > 0 {
			*born = budget.YearMonth{Year: y, Month: m}
			delete(t.typed, month)
			delete(t.typed, year)
		}
	}
	keep := func(field string) func(string) {
		return func(text string) {
			t.typed[month], t.typed[year] = t.bornPart(month, born.Month), t.bornPart(year, born.Year)
			t.typed[field] = text
			join()
		}
	}
	t.bind(month, keep(month))
	t.bind(year, keep(year))
	months := make([]Option, 12)
	for i := range months {
		n := strconv.Itoa(i + 1)
		months[i] = Option{ID: n, Label: t.say("maand." + n)}
	}
	return []Field{
		{ID: month, Kind: SelectField, Value: t.bornPart(month, born.Month), Options: months, Placeholder: t.say("maand.kies")},
		{ID: year, Kind: AmountField, Width: Narrow, Value: t.bornPart(year, born.Year), Placeholder: t.say("jaar.kies")},
	}
}

func (t *Talk) bornPart(id string, n int) string {
	if text, ok := t.typed[id]; ok {
		return text
	}
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// bornHint says what is wrong with a month of birth, once somebody answered it.
func (t *Talk) bornHint(id string, born budget.YearMonth) string {
	fault := t.faultAt(id)
	if born.IsZero() && !t.asked[id+".year"] {
		return ""
	}
	return fault
}

// removeField takes a row away. Its id is that of the row and a word.
func (t *Talk) removeField(id, label string, remove func()) Field {
	t.bind(id, func(string) {
		remove()
		t.changing = ""
		t.forgetRow(id[:strings.LastIndexByte(id, '.')])
	})
	return Field{ID: id, Kind: ActionField, Label: t.say(label), Icon: "x"}
}

// forgetRow forgets what was typed in a row that is gone. What was typed in the rows behind it moves up with them.
func (t *Talk) forgetRow(row string) {
	moveUp(t.typed, row)
	moveUp(t.asked, row)
}

// forgetUnder forgets what was typed in the fields of a list or of one of its rows.
func (t *Talk) forgetUnder(part string) {
	maps.DeleteFunc(t.typed, func(id, _ string) bool { return isUnder(id, part) })
}

// moveUp takes a row out of what is kept by the id of a field, "jobs[1].hours": the third row becomes the second.
func moveUp[V any](kept map[string]V, row string) {
	list, at, numbered := rowNumber(row)
	moved := map[string]V{}
	for id, v := range kept {
		if isUnder(id, row) {
			delete(kept, id)
			continue
		}
		rest, inList := strings.CutPrefix(id, list+"[")
		number, rest, closed := strings.Cut(rest, "]")
		if n, err := strconv.Atoi(number); numbered && inList && closed && err == nil && n > at {
			delete(kept, id)
			moved[fmt.Sprintf("%s[%d]%s", list, n-1, rest)] = v
		}
	}
	maps.Copy(kept, moved)
}

// isUnder tells whether a field is a part, or belongs to it.
func isUnder(id, part string) bool {
	rest, ok := strings.CutPrefix(id, part)
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

// rowNumber takes the id of a row apart: "jobs[1]" is the second of "jobs".
func rowNumber(row string) (list string, at int, ok bool) {
	open := strings.LastIndexByte(row, '[')
	if open < 0 || !strings.HasSuffix(row, "]") {
		return row, 0, false
	}
	at, err := strconv.Atoi(row[open+1 : len(row)-1])
	return row[:open], at, err == nil
}

func (t *Talk) action(id, label, icon string, do func()) Action {
	t.bind(id, func(string) {
		do()
		t.changing = "" // to press it twice is two steps
	})
	return Action{ID: id, Label: t.say(label), Icon: icon}
}

// newID is an id of this letter that none of the others has.
func newID(letter string, taken func(id string) bool) string {
	for n := 1; ; n++ {
		if id := fmt.Sprintf("%s%d", letter, n); !taken(id) {
			return id
		}
	}
}
