package command

import (
	"perspectief/i18n"
	"perspectief/plan"
)

// schulden prints the debts of the family on a page, in easy Dutch.
func schulden(s *session, o *options) error {
	if err := o.oneForm(); err != nil {
		return err
	}
	date, err := o.date()
	if err != nil {
		return err
	}
	words, err := i18n.Load(i18n.SimpleDutch)
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
