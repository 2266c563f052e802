package store

import (
	"strings"

	"perspectief/budget"
)

// Check reads a case file and lists every fault of form and of content together. With a fault there is no document.
func Check(data []byte) (*Document, []budget.FieldError) {
	d, faults := decode(data)
	if d == nil {
		return nil, faults
	}
	form := faults
	for _, f := range d.Validate() {
		if !follows(f, form) {
			faults = append(faults, f)
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return d, nil
}

// Validate lists everything in the document that cannot be right, all at once.
func (d *Document) Validate() []budget.FieldError {
	return d.Household.Validate()
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
