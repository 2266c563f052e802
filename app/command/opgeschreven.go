package command

import (
	"perspectief/i18n"
	"perspectief/plan"
)

// opgeschreven prints everything that is written down about a family.
func opgeschreven(s *session, o *options) error {
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
	return s.write(o, plan.WrittenDown(words, d, date), date)
}

// toestemming prints the question whether the data of a family may be kept, to sign. A case file only tells whom to call.
func toestemming(s *session, o *options) error {
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
	var agreed *plan.Plan
	if o.file != "" {
		d, err := s.document(o)
		if err != nil {
			return err
		}
		agreed = d.Plan
	}
	return s.write(o, plan.ConsentPage(words, agreed, date), date)
}
