package command

import "perspectief/plan"

// schulden prints the debts of the family on a page, in easy Dutch.
func schulden(s *session, o *options) error {
	words, date, err := o.familyPage()
	if err != nil {
		return err
	}
	d, err := s.document(o)
	if err != nil {
		return err
	}
	family := plan.Case{Household: &d.Household, Budget: d.Budget, Debts: d.Debts, Help: d.DebtHelp, Norms: d.Norms}
	sheet, err := plan.PrepareDebts(s.engine, family, words, date)
	if err != nil {
		return err
	}
	return s.write(o, sheet, date)
}
