package command

import (
	"time"

	"perspectief/i18n"
	"perspectief/plan"
)

// opgeschreven prints everything that is written down about a family.
func opgeschreven(s *session, o *options) error {
	words, date, err := o.familyPage()
	if err != nil {
		return err
	}
	d, versions, err := s.everything(o)
	if err != nil {
		return err
	}
	var earlier []time.Time
	for _, v := range versions {
		earlier = append(earlier, v.Saved)
	}
	return s.write(o, plan.WrittenDown(words, d.Kept(), date, earlier...), date)
}

// toestemming prints the question whether the data of a family may be kept, to sign. A case file only tells whom to call.
func toestemming(s *session, o *options) error {
	words, date, err := o.familyPage()
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

// familyPage is what every loose page for a family needs: one form to print in, easy words, and the date on it.
func (o *options) familyPage() (words *i18n.Catalogue, date time.Time, err error) {
	if err = o.oneForm(); err != nil {
		return nil, date, err
	}
	if date, err = o.date(); err != nil {
		return nil, date, err
	}
	words, err = i18n.Load(i18n.SimpleDutch)
	return words, date, err
}
