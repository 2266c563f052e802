package command

import (
	"fmt"
	"slices"
	"strings"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
)

// normen prints the reference budget of the household.
func normen(s *session, o *options) error {
	d, err := s.document(o)
	if err != nil {
		return err
	}
	layer, err := s.layer(o, d.Norms)
	if err != nil {
		return err
	}
	norms, err := s.engine.Norms(&d.Household, layer)
	if err != nil {
		return err
	}
	if o.has(flagJSON) {
		return s.json(norms.Report(s.origin))
	}
	s.printNorms(norms)
	return s.printSet(layer, &d.Household)
}

// printSet tells whose norms stand among the amounts, and which of them cannot be reckoned for this household.
func (s *session) printSet(layer *budget.NormLayer, h *budget.Household) error {
	if layer == nil {
		return nil
	}
	year, err := s.engine.Year(h)
	if err != nil {
		return err
	}
	fmt.Fprintln(&s.out)
	s.print("opdracht.normen_set", i18n.Args{"naam": layer.Set.Name, "eigenaar": layer.Set.Owner, "soort": s.words.T("budget.set." + string(layer.Kind))})
	if layer.Set.LicenceNote != "" {
		fmt.Fprintln(&s.out, layer.Set.LicenceNote)
	}
	for _, n := range layer.Norms(h, year) {
		if n.State == budget.Unknown {
			fmt.Fprintf(&s.out, "%s: %s\n", s.words.T("budget.regel."+string(n.Key)), s.words.T(n.ReasonID()))
		}
	}
	return nil
}

// layer is the norm set of an organisation: the one that the arguments name, or the one in the case file. What the case file
// says about the family for its own set counts for another set too.
func (s *session) layer(o *options, kept *budget.NormLayer) (*budget.NormLayer, error) {
	layer := budget.NormLayer{Kind: budget.SetBasis}
	if kept != nil {
		layer = *kept
	}
	if o.has(flagSet) {
		data, err := store.ReadBytes(o.value(flagSet))
		if err != nil {
			return nil, err
		}
		set, faults := budget.ImportNorms(data)
		if len(faults) > 0 {
			return nil, &faultsError{faults: s.placed(faults)}
		}
		layer.Set = *set
		if kinds := set.Kinds(); !slices.Contains(kinds, layer.Kind) {
			layer.Kind = kinds[0]
		}
	} else if kept == nil {
		return nil, nil
	}
	return &layer, s.chooseKind(o, &layer)
}

// chooseKind takes one of the budgets that the set holds.
func (s *session) chooseKind(o *options, layer *budget.NormLayer) error {
	if !o.has(flagSetKind) {
		return nil
	}
	layer.Kind = budget.SetKind(o.value(flagSetKind))
	kinds := layer.Set.Kinds()
	if slices.Contains(kinds, layer.Kind) {
		return nil
	}
	var names []string
	for _, k := range kinds {
		names = append(names, string(k))
	}
	return usage("opdracht.soort", i18n.Args{"soort": string(layer.Kind), "toegestaan": strings.Join(names, ", ")})
}

// placed puts the rows of a norm set in the place of the fields of a case file.
func (s *session) placed(faults []budget.NormFault) []budget.FieldError {
	var placed []budget.FieldError
	for _, f := range faults {
		field := ""
		switch {
		case f.Row > 0 && f.Column != "":
			field = s.words.T("opdracht.rij_kolom", i18n.Args{"rij": f.Row, "kolom": f.Column})
		case f.Row > 0:
			field = s.words.T("opdracht.rij", i18n.Args{"rij": f.Row})
		}
		placed = append(placed, budget.FieldError{Field: field, Key: f.Key, Args: f.Args})
	}
	return placed
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
