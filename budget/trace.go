package budget

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// Sheet records how an amount came about. A nil Sheet records nothing: the same code gives amount and explanation.
type Sheet struct {
	trace   Trace
	section *Section
}

// Trace is the explanation of a year result: keys and amounts, no sentences.
type Trace struct{ Sections []*Section }

// Section explains one component, of one person where the law looks at persons.
type Section struct {
	Component Component
	Person    string // id of the adult, "" for the household
	Law       string
	Steps     []Step
	Outcome   Outcome
}

// Step is one figure on the way to an amount: a number of the law (Param) or a computed or given amount.
type Step struct {
	Key    string // of the catalogues: "uitleg." + Key
	Law    string
	Value  decimal.Decimal
	Param  *rules.Param  // nil for a computed or given amount
	Source *rules.Source // of a figure of the law: a number or a row of a table; nil for a computed or given amount
	Months int           // how many months of the year the figure holds; 0: the whole year
	Child  string        // id of the child it is about, "" for none
}

// units of the computed and given figures that are no amounts in euro.
var units = map[string]string{
	"loon.uren_per_week": "hours/week", "loon.vakantiebijslag": "percent", "loon.pensioenpercentage": "percent", "korting.arbeid_percentage": "percent",
	"bijstand.kostendelers": "count", "kgb.kinderen": "count", "kgb.kinderen_12": "count", "kgb.kinderen_16": "count", "kot.uren": "hours/month", "kot.percentage": "percent",
	"kot.eerste_kind": "percent", "kot.volgend_kind": "percent",
}

// Unit of the value: that of the number of the law (where percent is a fraction), else "eur" or the unit of the figure (where
// percent is as printed).
func (s *Step) Unit() string {
	if s.Param != nil {
		return s.Param.Unit
	}
	if u := units[s.Key]; u != "" {
		return u
	}
	return "eur"
}

// Of gives the sections of one component.
func (t *Trace) Of(c Component) []*Section {
	var out []*Section
	for _, s := range t.Sections {
		if s.Component == c {
			out = append(out, s)
		}
	}
	return out
}

// begin opens, or goes on with, the section of a component and person.
func (s *Sheet) begin(c Component, person, law string) {
	if s == nil {
		return
	}
	for _, sec := range s.trace.Sections {
		if sec.Component == c && sec.Person == person {
			s.section = sec
			return
		}
	}
	s.section = &Section{Component: c, Person: person, Law: law}
	s.trace.Sections = append(s.trace.Sections, s.section)
}

// use gives the value of a number of the law and notes where it came from.
func (s *Sheet) use(p *rules.Param) decimal.Decimal {
	if s != nil {
		s.section.Steps = append(s.section.Steps, Step{Key: p.Key, Law: p.Source.Law, Value: p.Value, Param: p, Source: p.Source})
	}
	return p.Value
}

// useMonths is use for a number that holds in some months.
func (s *Sheet) useMonths(p *rules.Param, months int) decimal.Decimal {
	if s != nil {
		s.use(p)
		s.section.Steps[len(s.section.Steps)-1].Months = months
	}
	return p.Value
}

// useChild is use for a number that one child gives a right to.
func (s *Sheet) useChild(p *rules.Param, child string, months int) decimal.Decimal {
	if s != nil {
		s.use(p)
		last := &s.section.Steps[len(s.section.Steps)-1]
		last.Child, last.Months = child, months
	}
	return p.Value
}

// useRow notes a figure of a table under a key of its own and returns it.
func (s *Sheet) useRow(key string, t *rules.Table, value decimal.Decimal) decimal.Decimal {
	if s != nil {
		s.section.Steps = append(s.section.Steps, Step{Key: key, Law: t.Source.Law, Value: value, Source: t.Source})
	}
	return value
}

// note returns its value and notes it under a key.
func (s *Sheet) note(key, law string, value decimal.Decimal) decimal.Decimal {
	if s != nil {
		s.section.Steps = append(s.section.Steps, Step{Key: key, Law: law, Value: value})
	}
	return value
}

// noteMonths is note for a figure that holds in some months.
func (s *Sheet) noteMonths(key, law string, value decimal.Decimal, months int) decimal.Decimal {
	if s != nil {
		s.section.Steps = append(s.section.Steps, Step{Key: key, Law: law, Value: value, Months: months})
	}
	return value
}

// noteChild is note for a figure of one child.
func (s *Sheet) noteChild(key, law string, value decimal.Decimal, child string) decimal.Decimal {
	if s != nil {
		s.section.Steps = append(s.section.Steps, Step{Key: key, Law: law, Value: value, Child: child})
	}
	return value
}

// arrange puts the sections in the order of the components, persons before the household, and leaves out empty ones.
func (t *Trace) arrange() {
	t.Sections = slices.DeleteFunc(t.Sections, func(s *Section) bool { return len(s.Steps) == 0 && s.Person != "" })
	slices.SortStableFunc(t.Sections, func(a, b *Section) int {
		if a.Component != b.Component {
			return int(a.Component) - int(b.Component)
		}
		return household(a) - household(b)
	})
}

func household(s *Section) int {
	if s.Person == "" {
		return 1
	}
	return 0
}

// close notes the outcome of the household's component.
func (s *Sheet) close(c Component, o Outcome) {
	if s == nil {
		return
	}
	s.begin(c, "", "")
	s.section.Outcome = o
}
