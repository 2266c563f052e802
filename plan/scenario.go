package plan

import (
	"time"

	"perspectief/budget"
)

// Scenario is one situation to compare with the present one.
type Scenario struct {
	ID        string                `json:"id"`
	Name      string                `json:"name,omitempty"`
	Jobs      []ScenarioHours       `json:"jobs,omitempty"`
	Profits   []budget.ProfitChange `json:"profits,omitempty"`
	Childcare []budget.CareRule     `json:"childcare,omitempty"` // empty: as in the household
	From      Day                   `json:"from,omitempty"`      // first day of the new situation
	Months    int                   `json:"months,omitempty"`    // how long it lasts; 0: it goes on
}

// ScenarioHours gives one job other conditions. A job the adult does not have yet is a new one, at the minimum wage.
type ScenarioHours = budget.JobChange

// Variant is what the scenario changes in a household.
func (s *Scenario) Variant() *budget.Variant {
	return &budget.Variant{Jobs: s.Jobs, Profits: s.Profits, Childcare: s.Childcare}
}

// start is the month in which the scenario begins, counted from January of a year: that of its first day, else the month after
// a date. It is kept within the months that can be computed.
func (s *Scenario) start(year int, date time.Time) int {
	first := time.Date(date.Year(), date.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	if day, ok := s.From.Date(); ok {
		first = day
	}
	return max(1, min(budget.MaxStart, (first.Year()-year)*12+int(first.Month())))
}

// Simulated is a scenario worked out.
type Simulated struct {
	Scenario  *Scenario
	Household *budget.Household
	Year      *budget.Result      // when it lasts a whole year
	First     *budget.FirstMonths // nil when a part is not known
	Swing     *budget.Swing       // nil when the hours are the same every week, or a part is not known
	Reports   []Report            // whom to tell what
}

// Simulate works out a scenario. The date tells when it begins, if the scenario does not.
func Simulate(engine *budget.Engine, c *Case, s *Scenario, date time.Time) (*Simulated, error) {
	then, err := engine.Apply(c.Household, s.Variant())
	if err != nil {
		return nil, err
	}
	now, err := engine.Year(c.Household)
	if err != nil {
		return nil, err
	}
	y := &Simulated{Scenario: s, Household: then}
	if y.Year, err = engine.Year(then); err != nil {
		return nil, err
	}
	set, err := engine.Rules(c.Household.Year)
	if err != nil {
		return nil, err
	}
	careMonths := 0 // not known for every year
	if m := &set.Rechten.OpvangMaanden; m.Known() {
		careMonths = m.Int()
	}
	y.Reports = reports(c, now, y, careMonths)
	move := budget.Move{Before: c.Household, After: then, Start: s.start(c.Household.Year, date), Months: s.Months}
	if first, err := engine.FirstMonths(move); err == nil { // an error here is a part that is not known
		y.First = first
	}
	if swing, err := engine.Swing(c.Household, s.Variant()); err == nil {
		y.Swing = swing
	}
	return y, nil
}
