package command

import (
	"fmt"

	"perspectief/budget"
	"perspectief/i18n"
)

// normen prints the reference budget of the household.
func normen(s *session, o *options) error {
	d, err := s.document(o)
	if err != nil {
		return err
	}
	norms, err := s.engine.Norms(&d.Household)
	if err != nil {
		return err
	}
	if o.has(flagJSON) {
		return s.json(norms.Report(s.origin))
	}
	s.printNorms(norms)
	return nil
}

// origin puts into words where a norm comes from.
func (s *session) origin(n budget.Norm) string {
	id, values := n.Describe()
	return s.words.T(id, values)
}

func (s *session) printNorms(norms *budget.NormBudget) {
	s.print("opdracht.normen_kop", i18n.Args{"jaar": norms.Year})
	fmt.Fprintln(&s.out)
	t := table{right: []bool{false, true, false}}
	t.add("", s.words.T("opdracht.per_maand"), "")
	for _, n := range norms.Lines {
		t.add(s.words.T("budget.regel."+string(n.Key)), s.norm(n), s.remark(n))
	}
	t.add()
	t.add(s.words.T("opdracht.normen_totaal"), i18n.Euro(norms.TotalPerMonth()), "")
	t.write(&s.out)
	s.printOrigins(norms)
}

// printOrigins gives each way in which norms came about once.
func (s *session) printOrigins(norms *budget.NormBudget) {
	fmt.Fprintln(&s.out)
	s.print("opdracht.normen_herkomst", nil)
	told := map[string]bool{}
	for _, n := range norms.Lines {
		if n.State != budget.HasAmount {
			continue
		}
		if origin := s.origin(n); !told[origin] {
			told[origin] = true
			fmt.Fprintf(&s.out, "\n%s: %s\n", s.words.T("budget.regel."+string(n.Key)), origin)
		}
	}
}

func (s *session) norm(n budget.Norm) string {
	if n.State == budget.None {
		return s.words.T("opdracht.geen")
	}
	return s.euro(n.PerMonth, n.State != budget.Unknown)
}

// remark says what kind of amount a norm is, or why there is none.
func (s *session) remark(n budget.Norm) string {
	if n.Reason != "" {
		return s.words.T(n.ReasonID())
	}
	kind := s.words.T("budget.soort." + string(n.Kind))
	switch {
	case n.Outdated:
		return s.words.T("budget.verouderd")
	case n.Estimated():
		return kind + ", " + s.words.T("budget.schatting")
	}
	return kind
}
