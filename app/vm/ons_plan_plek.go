package vm

import (
	"fmt"
	"slices"

	"perspectief/plan"
)

// pictogramOf is the same as on paper.
var pictogramOf = map[plan.Place]string{plan.Home: "house", plan.Neighbourhood: "users", plan.School: "school", plan.Work: "briefcase"}

// placesForm shows the wishes and steps of the plan at the four places, with ideas for each.
func (t *Talk) placesForm() (left, right []Section) {
	p := t.plan()
	ideas := plan.Suggest(t.findings(), p)
	if s := t.withoutPlace(p); len(s.Rows) > 0 {
		left = append(left, s)
	}
	for n, place := range plan.Places() {
		if s := t.place(p, place, ideas); n < 2 {
			left = append(left, s)
		} else {
			right = append(right, s)
		}
	}
	return left, right
}

// withoutPlace are the wishes that nobody gave a place yet: on paper they stand on the first page only.
func (t *Talk) withoutPlace(p *plan.Plan) Section {
	s := Section{ID: "plan.plek.geen", Icon: "map-pin", Title: t.say("plan.plek.geen"), Intro: t.say("plan.plek.geen.uitleg")}
	for i, w := range p.Wishes {
		if w.Place == "" && w.Text != "" {
			f := t.wishPlace(i, w.Place)
			s.Rows = append(s.Rows, Row{ID: f.ID, Label: w.Text, Space: FitSpace, Fields: []Field{f}})
		}
	}
	return s
}

func (t *Talk) wishPlace(i int, place plan.Place) Field {
	return t.placeField(fmt.Sprintf("plan.wishes[%d].place", i), place, func(p *plan.Plan, chosen plan.Place) { p.Wishes[i].Place = chosen })
}

// placeField moves something to another place.
func (t *Talk) placeField(id string, place plan.Place, set func(p *plan.Plan, chosen plan.Place)) Field {
	t.bindPlan(id, func(p *plan.Plan, chosen string) { set(p, plan.Place(chosen)) })
	return Field{ID: id, Kind: SelectField, Value: string(place), Placeholder: t.say("plan.plek.kies"), Options: t.placeOptions()}
}

func (t *Talk) place(p *plan.Plan, place plan.Place, ideas []plan.Idea) Section {
	id := "plan.plek." + string(place)
	s := Section{ID: id, Icon: pictogramOf[place], Title: t.say(id)}
	for i, w := range p.Wishes {
		if w.Place == place {
			s.Rows = append(s.Rows, t.placedWish(w, i))
		}
	}
	for _, i := range stepOrder(p) {
		// A step without a place is printed at home.
		if step := p.Steps[i]; !step.IsEmpty() && (step.Place == place || step.Place == "" && place == plan.Home) {
			s.Rows = append(s.Rows, t.placedStep(step, i))
		}
	}
	s.Intro = t.say(id + ".vraag")
	if len(s.Rows) == 0 {
		s.Intro += " " + t.say("plan.plek.leeg")
	}
	if roomForStep(p) {
		of := slices.DeleteFunc(slices.Clone(ideas), func(i plan.Idea) bool { return i.Place != place })
		for _, idea := range of[:min(len(of), shownIdeasOfPlace)] {
			r := t.ideaRow(idea)
			r.Label, r.Part = t.say("plan.plek.idee", map[string]any{"zin": r.Label}), true
			s.Rows = append(s.Rows, r)
		}
	}
	if len(p.Wishes) < maxWishes {
		s.Actions = append(s.Actions, t.planAction(id+".wens", "plan.plek.wens.erbij", "star", func(p *plan.Plan) { t.addWish(p, "plekken", place) }))
	}
	if roomForStep(p) {
		s.Actions = append(s.Actions, t.planAction(id+".stap", "plan.plek.stap.erbij", "footprints", func(p *plan.Plan) {
			t.addStep(p, plan.Step{Place: place}, "who")
		}))
	}
	return s
}

func (t *Talk) placedWish(w plan.Wish, i int) Row {
	return Row{ID: fmt.Sprintf("plan.wishes[%d]", i), Label: t.say("plan.plek.wens"), Space: AboveSpace,
		Note: t.easierHint(w.Text), Hint: t.numberFault(w.Text),
		Fields: []Field{t.wishField(i, w.Text), t.wishPlace(i, w.Place), t.removeWish(i)}}
}

// placedStep is a step as it goes on paper; its words are changed on the page of the plan.
func (t *Talk) placedStep(step plan.Step, i int) Row {
	id := fmt.Sprintf("plan.steps[%d]", i)
	move := t.placeField(id+".place", step.Place, func(p *plan.Plan, chosen plan.Place) { p.Steps[i].Place = chosen })
	change := t.planButton(id+".edit", "plan.stap.aanpassen", "pencil", func(*plan.Plan) {
		t.edit(i)
		t.lookAt("plan", id+".who")
	})
	return Row{ID: id, Label: step.Sentence(t.Easy), Space: FitSpace, Fields: []Field{move, change}}
}
