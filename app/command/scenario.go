package command

import (
	"fmt"
	"time"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// scenarioAnswer is one scenario of the file: its year, and the twelve months after it begins.
type scenarioAnswer struct {
	ID                string        `json:"id"`
	DisposablePerYear *string       `json:"disposablePerYear"`
	FirstMonths       []monthAnswer `json:"firstMonths,omitempty"`
	PayBack           string        `json:"payBack,omitempty"` // when nobody is told, in these months
	SameRules         bool          `json:"sameRules"`         // a month lies in a year without figures of its own
	Reports           []string      `json:"reports"`           // keys of what to tell, see docs/simulatie.md
}

type monthAnswer struct {
	Month   string `json:"month"` // 2026-12
	Total   string `json:"total"`
	Before  string `json:"before"`  // when nothing would change
	TooMuch string `json:"tooMuch"` // when nobody is told
}

// simulations works out the scenarios of the file; the date tells when those without a first day begin. One about somebody who is not there is a fault of the file.
func (s *session) simulations(d *store.Document, date time.Time) ([]*plan.Simulated, error) {
	c := plan.Case{Household: &d.Household, Debts: d.Debts}
	var all []*plan.Simulated
	for i := range d.Scenarios {
		y, err := plan.Simulate(s.engine, &c, &d.Scenarios[i], date)
		if err != nil {
			return nil, fmt.Errorf("command: scenario %d: %w", i+1, err)
		}
		all = append(all, y)
	}
	return all, nil
}

func scenariosJSON(sims []*plan.Simulated) []scenarioAnswer {
	var all []scenarioAnswer
	for _, y := range sims {
		a := scenarioAnswer{ID: y.Scenario.ID, DisposablePerYear: cents(y.Year.Disposable()), Reports: []string{}}
		for _, r := range y.Reports {
			a.Reports = append(a.Reports, r.Key)
		}
		if f := y.First; f != nil {
			a.PayBack, a.SameRules = f.Total.StringFixed(2), f.SameRules
			for i := range f.Months {
				m := &f.Months[i]
				a.FirstMonths = append(a.FirstMonths, monthAnswer{fmt.Sprintf("%d-%02d", m.Year, m.Month), m.Total.StringFixed(2),
					m.Before.StringFixed(2), m.TooMuch.StringFixed(2)})
			}
		}
		all = append(all, a)
	}
	return all
}

// printScenarios prints each scenario with its first months, what to set apart, and whom to tell.
func (s *session) printScenarios(sims []*plan.Simulated) {
	for _, y := range sims {
		name := y.Scenario.Name
		if name == "" {
			name = y.Scenario.ID
		}
		fmt.Fprintln(&s.out)
		s.print("opdracht.scenario", i18n.Args{"naam": name, "bedrag": s.euro(y.Year.DisposablePerMonth())})
		if y.First != nil {
			s.printFirstMonths(y.First)
		}
		for _, r := range y.Reports {
			s.out.WriteString("- " + s.words.T("melden."+r.Key) + "\n")
		}
	}
}

func (s *session) printFirstMonths(f *budget.FirstMonths) {
	t := table{right: []bool{false, true, true}}
	t.add("", s.words.T("opdracht.maanden_samen"), s.words.T("opdracht.zonder"))
	for i := range f.Months {
		m := &f.Months[i]
		t.add(i18n.MonthYear(time.Date(m.Year, time.Month(m.Month), 1, 0, 0, 0, 0, time.UTC)), i18n.Euro(m.Total), i18n.Euro(m.Before))
	}
	t.write(&s.out)
	if f.Total.IsPositive() {
		s.print("opdracht.apart", i18n.Args{"bedrag": i18n.Euro(f.Total), "maand": i18n.Euro(f.PerMonth())})
	}
	if f.SameRules {
		s.print("opdracht.zelfde_regels", nil)
	}
}
