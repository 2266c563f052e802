package vm

import (
	"fmt"
	"slices"
	"strings"

	"perspectief/app/store"
	"perspectief/i18n"
	"perspectief/i18n/plain"
	"perspectief/plan"
)

// stepOrder gives the indices of the steps, the first step first.
func stepOrder(p *plan.Plan) []int {
	var order []int
	for i := range p.Steps {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return btoi(p.Steps[b].First) - btoi(p.Steps[a].First) })
	return order
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// putInOrder lays the steps in an order, and marks the first one.
func putInOrder(p *plan.Plan, order []int) {
	var steps []plan.Step
	for n, i := range order {
		s := p.Steps[i]
		s.First = n == 0
		steps = append(steps, s)
	}
	p.Steps = steps
}

func hasSteps(p *plan.Plan) bool {
	return slices.ContainsFunc(p.Steps, func(s plan.Step) bool { return !s.IsEmpty() })
}

// edited is the index of the step that shows its questions; -1 when none does.
func (t *Talk) edited(p *plan.Plan) int {
	switch t.ours.editing {
	case editChosen:
		return min(t.ours.step, max(0, len(p.Steps)-1))
	case editNone:
		return -1
	}
	for _, i := range stepOrder(p) {
		if len(p.Steps[i].Lacks(t.Easy)) > 0 {
			return i
		}
	}
	if len(p.Steps) == 0 {
		return 0
	}
	return -1
}

func (t *Talk) edit(step int) { t.ours.editing, t.ours.step = editChosen, step }

// steps shows each step as the sentence that goes on paper. One of them shows its questions.
func (t *Talk) steps(p *plan.Plan) Section {
	s := Section{ID: "plan.stap", Icon: "footprints", Title: t.say("plan.stappen"), Intro: t.say("plan.stappen.uitleg")}
	open, order := t.edited(p), stepOrder(p)
	if len(order) == 0 {
		s.Rows = append(s.Rows, Row{ID: "plan.steps[0]", Label: t.stepLine(1, ""), Strong: true, Space: FitSpace, Fields: []Field{{Kind: ShownValue}}})
		s.Rows = append(s.Rows, t.stepQuestions(plan.Step{}, 0)...)
	}
	for n, i := range order {
		s.Rows = append(s.Rows, t.stepRow(p, order, n, i == open))
		if i == open {
			s.Rows = append(s.Rows, t.stepQuestions(p.Steps[i], i)...)
		}
	}
	if n := len(p.Steps); n > 0 && n < maxSteps {
		s.Actions = []Action{t.planAction("plan.steps.add", "plan.stap.erbij", "plus", func(p *plan.Plan) { t.addStep(p, plan.Step{}, "who") })}
	}
	return s
}

// addStep puts a step at the end, or in the place of one that nobody wrote in, and goes to one of its fields.
func (t *Talk) addStep(p *plan.Plan, s plan.Step, field string) {
	i := slices.IndexFunc(p.Steps, plan.Step.IsEmpty)
	if i < 0 {
		i = len(p.Steps)
		p.Steps = append(p.Steps, plan.Step{})
	}
	s.First = !slices.ContainsFunc(p.Steps, func(s plan.Step) bool { return s.First })
	p.Steps[i] = s
	t.forgetUnder(fmt.Sprintf("plan.steps[%d]", i))
	t.edit(i)
	t.lookAt("plan", fmt.Sprintf("plan.steps[%d].%s", i, field))
}

// stepLine is a step with its number.
func (t *Talk) stepLine(number int, sentence string) string {
	if sentence == "" {
		sentence = t.say("plan.stap.leeg")
	}
	return t.say("plan.stap.regel", i18n.Args{"nummer": number, "zin": sentence})
}

// stepRow is one step as a sentence, with what can be done with it, and quietly what it still misses.
func (t *Talk) stepRow(p *plan.Plan, order []int, n int, open bool) Row {
	i := order[n]
	step, id := p.Steps[i], fmt.Sprintf("plan.steps[%d]", i)
	r := Row{ID: id, Label: t.stepLine(n+1, step.Sentence(t.Easy)), Strong: n == 0, Space: FitSpace}
	if lacks := step.Lacks(t.Easy); len(lacks) > 0 && !step.IsEmpty() {
		r.Note = t.say("plan.mist." + string(lacks[0]))
	}
	if open {
		r.Fields = append(r.Fields, t.planButton(id+".done", "plan.stap.klaar", "check", func(*plan.Plan) { t.ours.editing = editNone }))
	} else {
		r.Fields = append(r.Fields, t.planButton(id+".edit", "plan.stap.aanpassen", "pencil", func(*plan.Plan) {
			t.edit(i)
			t.lookAt("plan", id+".who")
		}))
	}
	if n > 0 {
		r.Fields = append(r.Fields, t.planButton(id+".up", "plan.stap.omhoog", "arrow-up", func(p *plan.Plan) {
			order := slices.Clone(order)
			order[n-1], order[n] = order[n], order[n-1]
			putInOrder(p, order)
			t.ours.editing = editNone
		}))
	}
	r.Fields = append(r.Fields, t.planButton(id+".remove", "plan.stap.weg", "x", func(p *plan.Plan) {
		putInOrder(p, slices.Delete(slices.Clone(order), n, n+1))
		t.ours.editing = editNone
	}))
	return r
}

// stepQuestions ask for the parts of one step.
func (t *Talk) stepQuestions(step plan.Step, i int) []Row {
	id := fmt.Sprintf("plan.steps[%d]", i)
	at := func(p *plan.Plan) *plan.Step {
		if len(p.Steps) <= i {
			p.Steps = append(p.Steps, plan.Step{First: i == 0})
		}
		t.edit(i)
		return &p.Steps[i]
	}
	var rows []Row
	for _, q := range []struct {
		name, label, value string
		of                 func(s *plan.Step) *string
	}{
		{"who", "plan.stap.wie", step.Who, func(s *plan.Step) *string { return &s.Who }},
		{"verb", "plan.stap.doet", step.Verb, func(s *plan.Step) *string { return &s.Verb }},
		{"what", "plan.stap.wat", step.What, func(s *plan.Step) *string { return &s.What }},
	} {
		f := t.own(id+"."+q.name, q.value, q.label, func(p *plan.Plan, text string) { *q.of(at(p)) = text })
		rows = append(rows, Row{ID: f.ID, Label: t.say(q.label), Fields: []Field{f}, Hint: t.numberFault(q.value)})
	}
	// The sentence as a whole is judged; that it is too long is said at the step itself.
	rows[2].Note = t.easierHint(step.Sentence(t.Easy), plain.KeyLongSentence)
	rows = append(rows, t.dayRow(id+".day", "plan.stap.dag", "plan.stap.dag", step.Day, func(p *plan.Plan, d plan.Day) { at(p).Day = d }))
	f := t.own(id+".celebration", step.Celebration, "plan.stap.feest", func(p *plan.Plan, text string) { at(p).Celebration = text })
	rows = append(rows, Row{ID: f.ID, Label: t.say("plan.stap.feest"), Fields: []Field{f}, Note: t.easierHint(step.Celebration),
		Hint: t.numberFault(step.Celebration)})
	place := Field{ID: id + ".place", Kind: ChoiceField, Value: string(step.Place), Options: t.placeOptions()}
	t.bindPlan(place.ID, func(p *plan.Plan, chosen string) { at(p).Place = plan.Place(chosen) })
	return append(rows, Row{ID: place.ID, Label: t.say("plan.stap.plek"), Fields: []Field{place}})
}

func (t *Talk) placeOptions() []Option { return options(t, "plan.plek", plan.Places()) }

// numberFault says that words hold a number that no plan needs.
func (t *Talk) numberFault(texts ...string) string {
	for _, text := range texts {
		if id := store.PersonalNumber(text); id != "" {
			return t.Words.T(id)
		}
	}
	return ""
}

// isAsked tells whether it is the time to ask how the steps went.
func (t *Talk) isAsked(p *plan.Plan) bool {
	if !hasSteps(p) && len(p.Earlier) == 0 || t.ours.asking == askLater {
		return false
	}
	return t.ours.asking == askNow || t.hasCome(p.NextDate)
}

// howItWent asks for each step how it went, and keeps what was different.
func (t *Talk) howItWent(p *plan.Plan) Section {
	s := Section{ID: "plan.hoe", Icon: "list-checks", Title: t.say("plan.hoe"), Intro: t.say("plan.hoe.uitleg")}
	finished := false
	for _, i := range stepOrder(p) {
		if step := p.Steps[i]; !step.IsEmpty() {
			s.Rows = append(s.Rows, t.askedRows(step, i)...)
			finished = finished || isFinished(step)
		}
	}
	if finished {
		s.Actions = append(s.Actions, t.planAction("plan.hoe.verder", "plan.hoe.verder", "sprout", t.makeRoom))
	}
	s.Actions = append(s.Actions, t.action("plan.hoe.dicht", "plan.hoe.dicht", "x", func() { t.ours.asking = askLater }))
	s.Rows = append(s.Rows, t.earlier(p)...)
	return s
}

func isFinished(s plan.Step) bool { return s.Status == plan.Done || s.Status == plan.Different }

func (t *Talk) askedRows(step plan.Step, i int) []Row {
	id := fmt.Sprintf("plan.steps[%d]", i)
	t.bindPlan(id+".status", func(p *plan.Plan, chosen string) {
		p.Steps[i].Status, p.Steps[i].AskedOn = plan.Status(chosen), plan.DayOf(t.Today)
	})
	if step.Status == plan.NotYet && step.AskedOn != plan.DayOf(t.Today) {
		step.Status = "" // that was at an earlier talk
	}
	kinds := []plan.Status{plan.Done, plan.NotYet, plan.Different}
	r := Row{ID: id + ".status", Label: step.Sentence(t.Easy), Space: AboveSpace, Note: t.praise(step),
		Fields: []Field{{ID: id + ".status", Kind: ChoiceField, Value: string(step.Status), Options: options(t, "plan.hoe", kinds)}}}
	if step.Status != plan.NotYet && step.Status != plan.Different {
		return []Row{r}
	}
	f := t.own(id+".remark", step.Remark, "plan.hoe.anders", func(p *plan.Plan, text string) { p.Steps[i].Remark = text })
	return []Row{r, {ID: f.ID, Label: t.say("plan.hoe.anders"), Space: AboveSpace, Fields: []Field{f}, Note: t.easierHint(step.Remark),
		Hint: t.numberFault(step.Remark)}}
}

// praise is for trying, however it went.
func (t *Talk) praise(step plan.Step) string {
	switch {
	case step.Status == "":
		return ""
	case step.Status == plan.Done && step.Celebration != "":
		return t.say("plan.hoe.lof.gelukt.feest", i18n.Args{"feest": strings.TrimRight(step.Celebration, ". ")})
	}
	return t.say("plan.hoe.lof." + string(step.Status))
}

// makeRoom puts away the steps that are over; what was not done yet stays.
func (t *Talk) makeRoom(p *plan.Plan) {
	var open []int
	for _, i := range stepOrder(p) {
		if isFinished(p.Steps[i]) {
			p.Earlier = append(p.Earlier, p.Steps[i])
		} else {
			open = append(open, i)
		}
	}
	putInOrder(p, open)
	t.forgetUnder("plan.steps")
	t.ours.editing = editNeedy
}

// shownEarlier is how many steps of earlier talks are listed, the latest first.
const shownEarlier = 3

func (t *Talk) earlier(p *plan.Plan) []Row {
	var rows []Row
	for n := len(p.Earlier) - 1; n >= 0 && len(rows) < shownEarlier; n-- {
		step := p.Earlier[n]
		r := shown(fmt.Sprintf("plan.earlier[%d]", n), step.Sentence(t.Easy), "")
		if step.Status != "" {
			r.Fields[0].Value = t.say("plan.hoe." + string(step.Status))
		}
		rows = append(rows, r)
	}
	if len(rows) > 0 {
		rows = append([]Row{strong(shown("plan.earlier", t.say("plan.hoe.eerder"), ""))}, rows...)
	}
	return rows
}
