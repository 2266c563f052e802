package vm

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"perspectief/i18n"
	"perspectief/plan"
)

// How many of each the form has room for; the paper prints no more.
const (
	goodThings = 3
	maxWishes  = 3
	maxSteps   = 3
	maxHelpers = 4
)

// planModel is what the pages of the plan remember that is no part of the plan.
type planModel struct {
	editing editing
	step    int    // index of the step that is edited, when somebody chose one
	child   string // id of the child whose page is open
	asking  asking
	reading reading
}

// editing says which step shows its questions.
type editing int

const (
	editNeedy  editing = iota // the first one that lacks something
	editChosen                // the one that was chosen
	editNone                  // none: they were closed
)

// asking says whether it is asked how the steps went.
type asking int

const (
	askInTime asking = iota // when the day has come
	askNow
	askLater
)

// plan is the plan of the case; an empty one as long as nobody wrote in it.
func (t *Talk) plan() *plan.Plan {
	if t.doc.Plan == nil {
		return &plan.Plan{}
	}
	return t.doc.Plan
}

// bindPlan remembers what a field does with the plan. The plan begins with the first words.
func (t *Talk) bindPlan(id string, set func(p *plan.Plan, text string)) {
	t.bind(id, func(text string) {
		if t.doc.Plan == nil {
			t.doc.Plan = &plan.Plan{}
		}
		set(t.doc.Plan, text)
	})
}

// planAction is something to do with the plan.
func (t *Talk) planAction(id, label, icon string, do func(p *plan.Plan)) Action {
	t.bindPlan(id, func(p *plan.Plan, _ string) { do(p) })
	return Action{ID: id, Label: t.say(label), Icon: icon}
}

// planButton is a pictogram that does something with the plan. The fields after it may get other ids.
func (t *Talk) planButton(id, label, icon string, do func(p *plan.Plan)) Field {
	t.bindPlan(id, func(p *plan.Plan, _ string) {
		do(p)
		t.forgetUnder("plan") // days as they were typed; the plan has them too
	})
	return Field{ID: id, Kind: ActionField, Label: t.say(label), Icon: icon}
}

// planForm is the page that works alone, as its paper does: what goes well, the wishes, the steps and who helps.
func (t *Talk) planForm() (left, right []Section) {
	p := t.plan()
	if t.isAsked(p) {
		left = append(left, t.howItWent(p))
	}
	left = append(left, t.goesWell(p), t.wishes(p), t.helpers(p))
	right = []Section{t.steps(p)}
	if s := t.ideas(p); len(s.Rows) > 0 {
		right = append(right, s)
	}
	right = append(right, t.nextDate(p))
	if t.overview != nil {
		right = append(right, t.finish()) // here the talk ends
	}
	return left, right
}

// own is a field for words of the family, as wide as there is room for.
func (t *Talk) own(id, value, example string, set func(p *plan.Plan, text string)) Field {
	t.bindPlan(id, set)
	f := Field{ID: id, Kind: TextField, Width: Wide, Value: value}
	if example != "" {
		f.Placeholder = t.say(example + ".voorbeeld")
	}
	return f
}

func (t *Talk) goesWell(p *plan.Plan) Section {
	s := Section{ID: "plan.goed", Icon: "sun", Title: t.say("plan.goed"), Intro: t.say("plan.goed.uitleg")}
	for i := range goodThings {
		id := fmt.Sprintf("plan.goesWell[%d]", i)
		value, example := "", ""
		if i < len(p.GoesWell) {
			value = p.GoesWell[i]
		}
		if i == 0 {
			example = "plan.goed"
		}
		f := t.own(id, value, example, func(p *plan.Plan, text string) {
			for len(p.GoesWell) <= i {
				p.GoesWell = append(p.GoesWell, "")
			}
			p.GoesWell[i] = text
			for n := len(p.GoesWell); n > 0 && p.GoesWell[n-1] == ""; n-- {
				p.GoesWell = p.GoesWell[:n-1]
			}
		})
		s.Rows = append(s.Rows, Row{ID: id, Label: strconv.Itoa(i+1) + ".", Space: NumberSpace, Fields: []Field{f},
			Note: t.easierHint(value), Hint: t.numberFault(value)})
	}
	return s
}

func (t *Talk) wishes(p *plan.Plan) Section {
	s := Section{ID: "plan.wens", Icon: "star", Title: t.say("plan.wens"), Intro: t.say("plan.wens.uitleg")}
	for i := range max(1, len(p.Wishes)) {
		s.Rows = append(s.Rows, t.wishRow(p, i))
	}
	if n := len(p.Wishes); n > 0 && n < maxWishes {
		s.Actions = []Action{t.planAction("plan.wishes.add", "plan.wens.erbij", "plus", func(p *plan.Plan) { t.addWish(p, "plan", "") })}
	}
	return s
}

func (t *Talk) addWish(p *plan.Plan, page string, place plan.Place) {
	p.Wishes = append(p.Wishes, plan.Wish{Place: place})
	t.lookAt(page, fmt.Sprintf("plan.wishes[%d].text", len(p.Wishes)-1))
}

func (t *Talk) wishRow(p *plan.Plan, i int) Row {
	id := fmt.Sprintf("plan.wishes[%d]", i)
	label, value := "plan.wens.ook", ""
	if i == 0 {
		label = "plan.wens.vraag"
	}
	if i < len(p.Wishes) {
		value = p.Wishes[i].Text
	}
	r := Row{ID: id, Label: t.say(label), Space: AboveSpace, Note: t.easierHint(value), Hint: t.numberFault(value),
		Fields: []Field{t.wishField(i, value)}}
	if i > 0 {
		r.Fields = append(r.Fields, t.removeWish(i))
	}
	return r
}

func (t *Talk) wishField(i int, value string) Field {
	return t.own(fmt.Sprintf("plan.wishes[%d].text", i), value, "plan.wens", func(p *plan.Plan, text string) {
		if len(p.Wishes) <= i {
			p.Wishes = append(p.Wishes, plan.Wish{})
		}
		p.Wishes[i].Text = text
	})
}

func (t *Talk) removeWish(i int) Field {
	return t.planButton(fmt.Sprintf("plan.wishes[%d].remove", i), "plan.wens.weg", "x", func(p *plan.Plan) { p.Wishes = slices.Delete(p.Wishes, i, i+1) })
}

func (t *Talk) helpers(p *plan.Plan) Section {
	s := Section{ID: "plan.helper", Icon: "handshake", Title: t.say("plan.helper"), Intro: t.say("plan.helper.uitleg")}
	for i := range max(1, len(p.Helpers)) {
		s.Rows = append(s.Rows, t.helperRow(p, i))
	}
	s.Rows = append(s.Rows, t.municipalityRow(p))
	if n := len(p.Helpers); n > 0 && n < maxHelpers {
		s.Actions = []Action{t.planAction("plan.helpers.add", "plan.helper.erbij", "user-plus", func(p *plan.Plan) {
			p.Helpers = append(p.Helpers, plan.Helper{})
			t.lookAt("plan", fmt.Sprintf("plan.helpers[%d].firstName", len(p.Helpers)-1))
		})}
	}
	return s
}

// municipalityRow asks for the number that stands under "Snel hulp nodig?".
func (t *Talk) municipalityRow(p *plan.Plan) Row {
	const id = "plan.municipalityPhone"
	f := t.own(id, p.MunicipalityPhone, "", func(p *plan.Plan, text string) { p.MunicipalityPhone = text })
	f.Width, f.Placeholder = Medium, t.say("plan.helper.telefoon")
	r := Row{ID: id, Label: t.say("plan.gemeente"), Hint: t.numberFault(p.MunicipalityPhone), Fields: []Field{f}}
	if p.MunicipalityPhone != "" && !strings.ContainsAny(p.MunicipalityPhone, "0123456789") {
		r.Note = t.say("plan.helper.geen_nummer")
	}
	return r
}

// helperRow asks for a first name, an organisation and a telephone number.
func (t *Talk) helperRow(p *plan.Plan, i int) Row {
	id := fmt.Sprintf("plan.helpers[%d]", i)
	var h plan.Helper
	if i < len(p.Helpers) {
		h = p.Helpers[i]
	}
	r := Row{ID: id, Label: strconv.Itoa(i+1) + ".", Space: NumberSpace, Hint: t.numberFault(h.FirstName, h.Organisation, h.Phone)}
	if h.Phone != "" && !strings.ContainsAny(h.Phone, "0123456789") {
		r.Note = t.say("plan.helper.geen_nummer")
	}
	for _, part := range []struct {
		name, label, value string
		of                 func(h *plan.Helper) *string
	}{
		{"firstName", "naam", h.FirstName, func(h *plan.Helper) *string { return &h.FirstName }},
		{"organisation", "organisatie", h.Organisation, func(h *plan.Helper) *string { return &h.Organisation }},
		{"phone", "telefoon", h.Phone, func(h *plan.Helper) *string { return &h.Phone }},
	} {
		f := t.own(id+"."+part.name, part.value, "", func(p *plan.Plan, text string) {
			if len(p.Helpers) <= i {
				p.Helpers = append(p.Helpers, plan.Helper{})
			}
			*part.of(&p.Helpers[i]) = text
		})
		f.Width, f.Placeholder = Medium, t.say("plan.helper."+part.label)
		r.Fields = append(r.Fields, f)
	}
	if i > 0 {
		r.Fields = append(r.Fields, t.planButton(id+".remove", "plan.helper.weg", "x", func(p *plan.Plan) {
			p.Helpers = slices.Delete(p.Helpers, i, i+1)
		}))
	}
	return r
}

func (t *Talk) nextDate(p *plan.Plan) Section {
	s := Section{ID: "plan.datum", Icon: "calendar-days", Title: t.say("plan.datum")}
	r := t.dayRow("plan.nextDate", "plan.datum.vraag", "plan.datum", p.NextDate, func(p *plan.Plan, day plan.Day) { p.NextDate = day })
	if t.hasCome(p.NextDate) {
		r.Hint, r.Note = t.say("plan.datum.voorbij"), ""
	}
	s.Rows = []Row{r}
	if !t.isAsked(p) && hasSteps(p) {
		s.Actions = []Action{t.action("plan.vraag", "plan.hoe.vraag", "list-checks", func() { t.ours.asking = askNow })}
	}
	return s
}

// dayRow asks for a day. A date is kept as a date, other words as they are. There is always one line under the field, so that what
// stands below does not move under the hands of who types.
func (t *Talk) dayRow(id, label, example string, day plan.Day, set func(p *plan.Plan, day plan.Day)) Row {
	f := t.own(id, string(day), example, nil)
	f.Width = Medium
	t.bindPlan(id, func(p *plan.Plan, text string) {
		delete(t.typed, id)
		if date, ok := parseDate(text, t.Today); ok {
			t.typed[id] = text
			text = string(plan.DayOf(date))
		}
		set(p, plan.Day(text))
	})
	r := Row{ID: id, Label: t.say(label), Fields: []Field{f}, Hint: t.numberFault(string(day))}
	date, ok := day.Date()
	if !ok {
		if r.Hint == "" {
			r.Note = t.say("plan.dag.zo")
		}
		return r
	}
	r.Note, r.Fields[0].Value = i18n.Date(date), i18n.DateShort(date)
	if typed, ok := t.typed[id]; ok {
		r.Fields[0].Value = typed
	}
	return r
}
