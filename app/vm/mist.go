package vm

import (
	"slices"
	"strings"

	"perspectief/budget"
)

// missingAt is where an answer stands that amounts wait for: the step, and how the ids of its fields end.
var missingAt = map[budget.Reason]struct {
	step   Step
	fields []string
}{
	budget.ReasonWageUnknown:     {In, []string{".hoursPerWeek", ".hourlyWage"}},
	budget.ReasonBenefitUnknown:  {In, []string{".grossPerMonth"}},
	budget.ReasonProfitUnknown:   {In, []string{".profit.perYear"}},
	budget.ReasonCareUnknown:     {In, []string{".hoursPerMonth", ".pricePerHour"}},
	budget.ReasonTravelUnknown:   {In, []string{".travelCostPerMonth"}},
	budget.ReasonWealthUnknown:   {Who, []string{".wealth"}},
	budget.ReasonRentUnknown:     {Who, []string{".rentPerMonth"}},
	budget.ReasonHomeUnknown:     {Who, []string{".housing.kind"}},
	budget.ReasonResidentUnknown: {Who, []string{".incomePerYear"}},
}

// missingAnswers lists what the amounts wait for, with the way to each; no rows when nothing is missing that can be filled in.
func (t *Talk) missingAnswers() Section {
	s := Section{ID: "mist", Icon: "pencil", Title: t.say("mist"), Intro: t.say("mist.uitleg")}
	if t.outcome == nil {
		return s
	}
	for _, reason := range t.unknownReasons() {
		if _, ok := missingAt[reason]; !ok {
			continue
		}
		id := "mist." + string(reason)
		t.bind(id, func(string) { t.lookAtMissing(reason) })
		r := Row{ID: id, Label: t.Words.T("reden." + string(reason)), Space: FitSpace,
			Fields: []Field{{ID: id, Kind: ActionField, Width: Wide, Label: t.say("plan.papier.mist.naar"), Icon: "pencil"}}}
		if note := "mist." + string(reason); t.Words.Has("scherm." + note) {
			r.Note = t.say(note)
		}
		s.Rows = append(s.Rows, r)
	}
	return s
}

// lookAtMissing goes to the first empty field that is missing for this reason.
func (t *Talk) lookAtMissing(reason budget.Reason) {
	at := missingAt[reason]
	t.step = at.step
	first := t.pages(at.step)[0].id
	t.page[at.step] = first
	for _, s := range t.Screen().all() {
		for _, r := range s.Rows {
			for _, f := range r.Fields {
				if f.Value == "" && slices.ContainsFunc(at.fields, func(end string) bool { return strings.HasSuffix(f.ID, end) }) {
					t.lookAt(first, f.ID)
					return
				}
			}
		}
	}
}

// cannotBeFilledIn says what else amounts wait for.
func (t *Talk) cannotBeFilledIn() []string {
	var sentences []string
	for _, reason := range t.unknownReasons() {
		if _, ok := missingAt[reason]; !ok {
			sentences = append(sentences, t.Words.T("reden."+string(reason)))
		}
	}
	return sentences
}
