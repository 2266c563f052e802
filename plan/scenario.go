package plan

import "perspectief/budget"

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
