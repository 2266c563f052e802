package store

import (
	"fmt"
	"slices"
	"strings"

	"perspectief/budget"
	"perspectief/plan"
)

// Check reads a case file and lists every fault of form and of content together. With a fault there is no document.
func Check(data []byte) (*Document, []budget.FieldError) {
	d, faults := decode(data)
	if d == nil || len(faults) > maxFaults {
		return nil, faults
	}
	form := faults
	for _, f := range d.Validate() {
		if !follows(f, form) {
			faults = append(faults, f)
		}
	}
	if len(faults) > 0 {
		return nil, enough(faults)
	}
	return d, nil
}

// Validate lists everything in the document that cannot be right, all at once.
func (d *Document) Validate() []budget.FieldError {
	faults := d.Household.Validate()
	if d.Budget != nil {
		faults = append(faults, d.Budget.Validate()...)
	}
	faults = append(faults, budget.ValidateDebts(d.Debts)...)
	if d.Norms != nil {
		faults = append(faults, d.Norms.Validate()...)
	}
	if d.DebtHelp != nil {
		faults = append(faults, d.DebtHelp.Validate(&d.Household)...)
	}
	faults = append(faults, budget.ValidateVisits(d.Visits)...)
	faults = append(faults, d.validateScenarios()...)
	faults = append(faults, d.validatePrint()...)
	faults = append(faults, budget.ValidateRights(d.Rights)...)
	faults = append(faults, budget.ValidateWendingen(d.Events)...)
	return append(faults, d.personalNumbers()...)
}

// Refusals lists the texts for which the document is not stored and not printed: personal numbers, and bytes that are no text.
func (d *Document) Refusals() []budget.FieldError {
	return append(d.personalNumbers(), d.brokenTexts()...)
}

// validateScenarios looks only at what a sum could not be made with. Words of the plan itself are free.
func (d *Document) validateScenarios() []budget.FieldError {
	var faults []budget.FieldError
	add := func(field, key string, args map[string]any) {
		faults = append(faults, budget.FieldError{Field: field, Key: key, Args: args})
	}
	seen, people := map[string]bool{}, d.Household.People()
	for i, s := range d.Scenarios {
		field := fmt.Sprintf("scenarios[%d]", i)
		if seen[s.ID] {
			add(field+".id", "fout.dubbele_id", map[string]any{"id": quote(s.ID)})
		}
		seen[s.ID] = true
		faults = append(faults, s.Variant().Validate(field, people)...)
		if s.Months < 0 || s.Months > 12 {
			add(field+".months", "fout.aantal", map[string]any{"waarde": s.Months, "hoogste": 12})
		}
	}
	return faults
}

// validatePrint refuses a language that the plan cannot be printed in.
func (d *Document) validatePrint() []budget.FieldError {
	if d.Plan == nil || d.Plan.Print.Language == "" || slices.Contains(plan.Languages(), d.Plan.Print.Language) {
		return nil
	}
	return []budget.FieldError{{Field: "plan.print.language", Key: "fout.onbekend_woord",
		Args: map[string]any{"woord": quote(d.Plan.Print.Language), "toegestaan": strings.Join(plan.Languages(), ", ")}}}
}

// follows tells whether a fault of content only repeats a fault of form in the same part of the file.
func follows(f budget.FieldError, form []budget.FieldError) bool {
	for _, g := range form {
		if within(f.Field, g.Field) || within(g.Field, f.Field) {
			return true
		}
	}
	return false
}

// within tells whether a field is another field or a part of it.
func within(field, whole string) bool {
	rest, ok := strings.CutPrefix(field, whole)
	return ok && (rest == "" || whole == "" || rest[0] == '.' || rest[0] == '[')
}
