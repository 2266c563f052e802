package command

import (
	"perspectief/assets"
	"perspectief/plan"
)

// helper prints the sheet for the helper: the whole calculation, to be repeated by somebody else.
func helper(s *session, o *options) error {
	if err := o.oneForm(); err != nil {
		return err
	}
	date, err := o.date()
	if err != nil {
		return err
	}
	d, err := s.document(o)
	if err != nil {
		return err
	}
	family := plan.Case{Household: &d.Household, Budget: d.Budget, Debts: d.Debts, Help: d.DebtHelp, Norms: d.Norms, Plan: d.Plan, Scenarios: d.Scenarios}
	sheet, err := plan.PrepareSheet(s.engine, family, s.words, date, assets.Version)
	if err != nil {
		return err
	}
	return s.write(o, sheet, date)
}
