package store

import (
	"fmt"
	"net/url"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"

	"perspectief/budget"
)

// personalNumbers looks through every text of the document.
func (d *Document) personalNumbers() []budget.FieldError {
	var faults []budget.FieldError
	d.eachText(func(field, text string) {
		if key := PersonalNumber(text); key != "" && !isWebAddress(text) {
			faults = append(faults, budget.FieldError{Field: field, Key: key})
		}
	})
	return faults
}

// isWebAddress tells whether a text is an address and nothing else: the number of a page may look like anything.
func isWebAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsFunc(text, unicode.IsSpace)
}

// brokenTexts finds what JSON would silently change, bytes that are no UTF-8, and what Decode refuses to read.
func (d *Document) brokenTexts() []budget.FieldError {
	var faults []budget.FieldError
	d.eachText(func(field, text string) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, strange) {
			faults = append(faults, budget.FieldError{Field: field, Key: "fout.vreemd_teken"})
		}
	})
	return faults
}

// strange signs steer a machine and are no part of a text.
func strange(c rune) bool { return unicode.IsControl(c) && c != '\n' && c != '\t' }

// eachText visits every text of the document with the name of its field.
func (d *Document) eachText(visit func(field, text string)) {
	var look func(v reflect.Value, field string)
	look = func(v reflect.Value, field string) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				look(v.Elem(), field)
			}
		case reflect.Slice:
			for i := range v.Len() {
				look(v.Index(i), fmt.Sprintf("%s[%d]", field, i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ","); name != "" {
					look(v.Field(i), join(field, name))
				}
			}
		case reflect.String:
			visit(field, v.String())
		}
	}
	look(reflect.ValueOf(*d), "")
}
