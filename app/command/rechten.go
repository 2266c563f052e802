package command

import (
	"fmt"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
)

// rechten prints the check on forgotten money: every right with its state, amount and reason.
func rechten(s *session, o *options) error {
	date, err := o.date()
	if err != nil {
		return err
	}
	d, err := s.document(o)
	if err != nil {
		return err
	}
	check, err := s.engine.Rechten(&d.Household, budget.RechtenOptions{Today: date, Own: d.Budget})
	if err != nil {
		return err
	}
	s.print("opdracht.rechten_kop", i18n.Args{"jaar": d.Household.Year})
	group := budget.RechtGroup("")
	t := table{right: []bool{false, false, true, false}}
	for i := range check.All {
		r := &check.All[i]
		if r.Group != group {
			t.add()
			t.add(s.words.T("recht.groep." + string(r.Group)))
			group = r.Group
		}
		t.add(s.rightName(&d.Household, r), s.words.T("recht.stand."+r.State.String()), s.rightAmount(r), s.rightReason(r))
	}
	t.write(&s.out)
	return nil
}

// rightName is the right with whom it is for; no name of a person, but the id of the file.
func (s *session) rightName(h *budget.Household, r *budget.Recht) string {
	name := s.words.T("recht." + r.ID)
	if r.Group == budget.RechtenRegeling {
		for i := range h.LocalSchemes {
			if h.LocalSchemes[i].ID == r.Who {
				return h.LocalSchemes[i].Name
			}
		}
	}
	if r.Who != "" {
		name += " (" + r.Who + ")"
	}
	return name
}

func (s *session) rightAmount(r *budget.Recht) string {
	perYear, known := r.PerYear.Get()
	if !known {
		return ""
	}
	return i18n.WholeEuro(perYear.Floor())
}

func (s *session) rightReason(r *budget.Recht) string {
	if r.Why == "" {
		return ""
	}
	return s.words.T("reden." + string(r.Why))
}

// regelingen checks a file of municipal schemes and says what stands in it.
func regelingen(s *session, o *options) error {
	data, err := s.read(o.file)
	if err != nil {
		return err
	}
	f, faults := store.DecodeSchemes(data)
	if len(faults) > 0 {
		return &faultsError{faults}
	}
	s.print("opdracht.regelingen_kop", i18n.Args{"naam": f.Name, "van": f.Owner, "versie": f.Version})
	fmt.Fprintln(&s.out)
	t := table{right: []bool{false, false, true, false, false}}
	for i := range f.Schemes {
		l := &f.Schemes[i]
		amount, known := l.Amount.Get()
		t.add(l.Name, s.words.T("regeling.per."+l.Per), s.euro(amount, known), s.words.T("regeling.periode."+l.Period),
			s.words.T("regeling.vorm."+l.Shape))
	}
	t.write(&s.out)
	return nil
}
