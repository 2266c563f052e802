package command

import (
	"fmt"
	"slices"
	"time"

	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
	"perspectief/plan"
)

// sectionAnswer is the explanation of one component, of one person where the law looks at persons.
type sectionAnswer struct {
	Component string       `json:"component"`
	Person    string       `json:"person,omitempty"`
	State     string       `json:"state,omitempty"`  // of the household's outcome
	Reason    string       `json:"reason,omitempty"` // why nothing, or why unknown
	Steps     []stepAnswer `json:"steps"`
}

// stepAnswer is one figure on the way. A number of the law has a unit, as printed, and its source.
type stepAnswer struct {
	Key    string `json:"key"`
	Label  string `json:"label"`
	Value  string `json:"value"`
	Unit   string `json:"unit,omitempty"`
	Law    string `json:"law,omitempty"`
	Months int    `json:"months,omitempty"`
	Child  string `json:"child,omitempty"`
	Source string `json:"source,omitempty"`
	URL    string `json:"url,omitempty"`
	Status string `json:"status,omitempty"`
	// Checked is the day on which a person compared the figure with its source.
	Checked string `json:"checked,omitempty"`
}

func (s *session) sections(trace *budget.Trace) []sectionAnswer {
	answers := []sectionAnswer{}
	for _, section := range trace.Sections {
		a := sectionAnswer{Component: section.Component.String(), Person: section.Person, Steps: []stepAnswer{}}
		if section.Person == "" {
			a.State, a.Reason = section.Outcome.State.String(), string(section.Outcome.Reason)
		}
		for _, step := range section.Steps {
			a.Steps = append(a.Steps, s.step(step))
		}
		answers = append(answers, a)
	}
	return answers
}

func (s *session) step(step budget.Step) stepAnswer {
	a := stepAnswer{Key: step.Key, Label: s.label(step), Value: step.Value.String(), Unit: step.Unit(), Law: step.Law, Months: step.Months, Child: step.Child}
	if step.Param != nil {
		a.Value = step.Source.Printed
	}
	if from := step.Source; from != nil {
		a.Source, a.URL, a.Status, a.Checked = from.Title, from.URL, string(from.Status), from.Checked.Format(time.DateOnly)
	}
	return a
}

func (s *session) label(step budget.Step) string {
	if id := "uitleg." + step.Key; step.Param == nil || s.words.Has(id) {
		return s.words.T(id)
	}
	return step.Param.Label
}

// printTrace prints every figure on the way with the article of the law beside it, then why there is nothing, and the sources.
func (s *session) printTrace(trace *budget.Trace, h *budget.Household) {
	who := names(h)
	for _, section := range trace.Sections {
		title := s.words.T("onderdeel." + section.Component.String())
		if section.Person != "" {
			title += " (" + who(section.Person) + ")"
		}
		fmt.Fprintf(&s.out, "\n%s\n", title)
		t := table{right: []bool{false, true, false, false}}
		for _, step := range section.Steps {
			t.add("  "+s.label(step), plan.StepFigure(step), step.Law, s.extent(step, who))
		}
		if section.Person == "" && section.Outcome.State == budget.HasAmount {
			t.add("  "+s.words.T("uitleg.totaal"), i18n.Euro(section.Outcome.PerYear), "", "")
		}
		t.write(&s.out)
		if section.Person == "" && section.Outcome.Reason != "" {
			fmt.Fprintf(&s.out, "  %s\n", s.words.T("reden."+string(section.Outcome.Reason)))
		}
		for _, source := range sources(section) {
			fmt.Fprintf(&s.out, "  %s\n", s.words.T("opdracht.bron", i18n.Args{"titel": source.Title, "adres": source.URL,
				"dag": i18n.DateShort(source.Checked)}))
		}
	}
}

// sources are the documents behind the figures of a section, each once.
func sources(section *budget.Section) []*rules.Source {
	var out []*rules.Source
	for _, step := range section.Steps {
		same := func(s *rules.Source) bool { return s.Title == step.Source.Title && s.URL == step.Source.URL }
		if step.Source != nil && !slices.ContainsFunc(out, same) {
			out = append(out, step.Source)
		}
	}
	return out
}

// names gives the name of a person by the id; who has no name keeps the id.
func names(h *budget.Household) func(id string) string {
	named := map[string]string{}
	for _, a := range h.Adults {
		named[a.ID] = a.Name
	}
	for _, c := range h.Children {
		named[c.ID] = c.Name
	}
	return func(id string) string {
		if name := named[id]; name != "" {
			return name
		}
		return id
	}
}

// extent says for which child and for how many months a figure holds.
func (s *session) extent(step budget.Step, who func(id string) string) string {
	months := ""
	if step.Months != 0 {
		months = s.words.N("opdracht.maanden", step.Months)
	}
	if step.Child != "" && months != "" {
		return who(step.Child) + ", " + months
	}
	return who(step.Child) + months
}
