package command

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// plainNumbers are computed figures that are no amounts in euro.
var plainNumbers = map[string]bool{
	"loon.uren_per_week":    true,
	"loon.vakantiebijslag":  true,
	"bijstand.kostendelers": true,
	"kot.uren":              true,
	"kot.percentage":        true,
}

// sectionAnswer is the explanation of one component, of one person where the law looks at persons.
type sectionAnswer struct {
	Component string       `json:"component"`
	Person    string       `json:"person,omitempty"`
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
}

func (s *session) sections(trace *budget.Trace) []sectionAnswer {
	answers := []sectionAnswer{}
	for _, section := range trace.Sections {
		if len(section.Steps) == 0 {
			continue
		}
		a := sectionAnswer{Component: section.Component.String(), Person: section.Person}
		for _, step := range section.Steps {
			a.Steps = append(a.Steps, s.step(step))
		}
		answers = append(answers, a)
	}
	return answers
}

func (s *session) step(step budget.Step) stepAnswer {
	a := stepAnswer{Key: step.Key, Label: s.label(step), Value: step.Value.String(), Law: step.Law, Months: step.Months, Child: step.Child}
	if p := step.Param; p != nil {
		a.Value, a.Unit = p.Source.Printed, p.Unit
		a.Source, a.URL, a.Status = p.Source.Title, p.Source.URL, string(p.Source.Status)
	}
	return a
}

func (s *session) label(step budget.Step) string {
	if id := "uitleg." + step.Key; step.Param == nil || s.words.Has(id) {
		return s.words.T(id)
	}
	return step.Param.Label
}

// printTrace prints every figure on the way, with the article of the law beside it.
func (s *session) printTrace(trace *budget.Trace, h *budget.Household) {
	who := names(h)
	for _, section := range trace.Sections {
		if len(section.Steps) == 0 {
			continue
		}
		title := s.words.T("onderdeel." + section.Component.String())
		if section.Person != "" {
			title += " (" + who(section.Person) + ")"
		}
		fmt.Fprintf(&s.out, "\n%s\n", title)
		t := table{right: []bool{false, true, false, false}}
		for _, step := range section.Steps {
			t.add("  "+s.label(step), figure(step), step.Law, s.extent(step, who))
		}
		t.write(&s.out)
	}
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

// figure writes a value in its unit.
func figure(step budget.Step) string {
	switch {
	case step.Param != nil:
		return inUnit(step.Value, step.Param.Unit)
	case plainNumbers[step.Key]:
		return i18n.Hours(step.Value)
	}
	return i18n.Euro(step.Value)
}

func inUnit(d decimal.Decimal, unit string) string {
	switch unit {
	case "eur", "eur/year", "eur/month", "eur/quarter", "eur/hour":
		return i18n.Euro(d)
	case "percent":
		return i18n.Percent(d.Shift(2))
	case "year":
		return strconv.FormatInt(d.IntPart(), 10)
	}
	return strings.Replace(d.String(), ".", ",", 1)
}
