package vm

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"perspectief/i18n"
	"perspectief/plan"
)

// goodThings is how many things that go well the form has room for.
const goodThings = 3

// planForm is the step "Ons plan": the words of the family, and the paper.
func (t *Talk) planForm() (left, right []Section) {
	if t.doc.Plan == nil {
		t.doc.Plan = &plan.Plan{}
	}
	p := t.doc.Plan
	left = []Section{t.goesWell(p), t.wish(p), t.helper(p)}
	right = []Section{t.firstStep(p), t.nextDate(p)}
	return left, right
}

func (t *Talk) goesWell(p *plan.Plan) Section {
	s := Section{ID: "plan.goed", Icon: "sun", Title: t.say("plan.goed"), Intro: t.say("plan.goed.uitleg")}
	for i := range goodThings {
		id := fmt.Sprintf("plan.goesWell[%d]", i)
		value := ""
		if i < len(p.GoesWell) {
			value = p.GoesWell[i]
		}
		t.bind(id, func(text string) {
			for len(p.GoesWell) <= i {
				p.GoesWell = append(p.GoesWell, "")
			}
			p.GoesWell[i] = text
			for n := len(p.GoesWell); n > 0 && p.GoesWell[n-1] == ""; n-- {
				p.GoesWell = p.GoesWell[:n-1]
			}
		})
		s.Rows = append(s.Rows, Row{ID: id, Label: strconv.Itoa(i+1) + ".", Space: NumberSpace, Fields: []Field{{ID: id, Kind: TextField, Width: Wide, Value: value}}})
	}
	return s
}

// words asks for words of the family.
func (t *Talk) words(id, label string, get func() string, set func(string)) Row {
	t.bind(id, set)
	return Row{ID: id, Label: t.say(label), Fields: []Field{{ID: id, Kind: TextField, Width: Wide, Value: get(),
		Placeholder: t.say(label + ".voorbeeld")}}}
}

func (t *Talk) wish(p *plan.Plan) Section {
	get := func() string {
		if len(p.Wishes) == 0 {
			return ""
		}
		return p.Wishes[0].Text
	}
	set := func(text string) {
		if len(p.Wishes) == 0 {
			p.Wishes = []plan.Wish{{}}
		}
		p.Wishes[0].Text = text
	}
	r := t.words("plan.wishes[0].text", "plan.wens.vraag", get, set)
	r.Space = AboveSpace
	return Section{ID: "plan.wens", Icon: "star", Title: t.say("plan.wens"), Intro: t.say("plan.wens.uitleg"), Rows: []Row{r}}
}

func (t *Talk) helper(p *plan.Plan) Section {
	part := func(f func(*plan.Helper) *string) (func() string, func(string)) {
		get := func() string {
			if len(p.Helpers) == 0 {
				return ""
			}
			return *f(&p.Helpers[0])
		}
		return get, func(text string) {
			if len(p.Helpers) == 0 {
				p.Helpers = []plan.Helper{{}}
			}
			*f(&p.Helpers[0]) = text
		}
	}
	s := Section{ID: "plan.helper", Icon: "handshake", Title: t.say("plan.helper")}
	for _, r := range []struct {
		id, label string
		f         func(*plan.Helper) *string
	}{
		{"firstName", "plan.helper.naam", func(h *plan.Helper) *string { return &h.FirstName }},
		{"organisation", "plan.helper.organisatie", func(h *plan.Helper) *string { return &h.Organisation }},
		{"phone", "plan.helper.telefoon", func(h *plan.Helper) *string { return &h.Phone }},
	} {
		get, set := part(r.f)
		s.Rows = append(s.Rows, t.words("plan.helpers[0]."+r.id, r.label, get, set))
	}
	return s
}

func (t *Talk) firstStep(p *plan.Plan) Section {
	at := max(0, slices.IndexFunc(p.Steps, func(s plan.Step) bool { return s.First }))
	part := func(f func(*plan.Step) *string) (func() string, func(string)) {
		get := func() string {
			if len(p.Steps) == 0 {
				return ""
			}
			return *f(&p.Steps[at])
		}
		return get, func(text string) {
			if len(p.Steps) == 0 {
				p.Steps = []plan.Step{{First: true}}
			}
			*f(&p.Steps[at]) = text
		}
	}
	s := Section{ID: "plan.stap", Icon: "footprints", Title: t.say("plan.stap"), Intro: t.say("plan.stap.uitleg")}
	for _, r := range []struct {
		id, label string
		f         func(*plan.Step) *string
	}{
		{"who", "plan.stap.wie", func(s *plan.Step) *string { return &s.Who }},
		{"verb", "plan.stap.doet", func(s *plan.Step) *string { return &s.Verb }},
		{"what", "plan.stap.wat", func(s *plan.Step) *string { return &s.What }},
	} {
		get, set := part(r.f)
		s.Rows = append(s.Rows, t.words("plan.steps[0]."+r.id, r.label, get, set))
	}
	get, set := part(func(s *plan.Step) *string { return (*string)(&s.Day) })
	s.Rows = append(s.Rows, t.dayRow("plan.steps[0].day", "plan.stap.dag", get, set))
	get, set = part(func(s *plan.Step) *string { return &s.Celebration })
	s.Rows = append(s.Rows, t.words("plan.steps[0].celebration", "plan.stap.feest", get, set))
	return s
}

func (t *Talk) nextDate(p *plan.Plan) Section {
	get := func() string { return string(p.NextDate) }
	set := func(day string) { p.NextDate = plan.Day(day) }
	return Section{ID: "plan.datum", Icon: "calendar-days", Title: t.say("plan.datum"),
		Rows: []Row{t.dayRow("plan.nextDate", "plan.datum.vraag", get, set)}}
}

// dayRow asks for a day. A date is kept as a date, other words as they are.
func (t *Talk) dayRow(id, label string, get func() string, set func(string)) Row {
	r := t.words(id, label, get, set)
	t.bind(id, func(text string) {
		delete(t.typed, id)
		if date, ok := parseDate(text); ok {
			t.typed[id] = text
			text = string(plan.DayOf(date))
		}
		set(text)
	})
	r.Fields[0].Kind, r.Fields[0].Width = TextField, Medium
	if date, ok := plan.Day(get()).Date(); ok {
		r.Note = i18n.Date(date)
		r.Fields[0].Value = i18n.DateShort(date)
		if typed, ok := t.typed[id]; ok {
			r.Fields[0].Value = typed
		}
	}
	return r
}

// parseDate reads a date as people write it: 19-1-2027, 19/01/27 or 19 januari 2027.
func parseDate(text string) (time.Time, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	for n := 1; n <= 12; n++ {
		month := time.Date(2000, time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		name, _, _ := strings.Cut(i18n.MonthYear(month), " ")
		text = strings.Replace(text, " "+name+" ", fmt.Sprintf("-%d-", n), 1)
	}
	text = strings.NewReplacer("/", "-", ".", "-").Replace(text)
	for _, form := range []string{"2-1-2006", "2-1-06", time.DateOnly} {
		if date, err := time.Parse(form, text); err == nil {
			return date, true
		}
	}
	return time.Time{}, false
}
