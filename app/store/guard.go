package store

import (
	"fmt"
	"math/big"
	"reflect"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"perspectief/budget"
)

var (
	spacing = regexp.MustCompile(`(\d)[\s.]+(\d)`)
	digits  = regexp.MustCompile(`\d+`)
	iban    = regexp.MustCompile(`\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}`)
)

// PersonalNumber tells whether a text holds a number that no plan needs: it gives the id of the sentence that says so, or
// "" when there is none. It looks for a burgerservicenummer (nine digits that pass the elfproef) and for a bank account
// (IBAN, ISO 13616).
func PersonalNumber(text string) string {
	if countDigits(text) >= lengthBSN {
		for _, run := range digits.FindAllString(joined(text), -1) {
			if passesElfproef(run) {
				return "fout.bsn"
			}
		}
	}
	if !mayHoldIBAN(text) {
		return ""
	}
	for _, found := range iban.FindAllString(strings.ToUpper(text), -1) {
		if holdsIBAN(strings.ReplaceAll(found, " ", "")) {
			return "fout.iban"
		}
	}
	return ""
}

// countDigits and mayHoldIBAN pass over ordinary words, which are nearly all texts: a save looks at each of them.
func countDigits(text string) int {
	count := 0
	for i := range len(text) {
		if isDigit(text[i]) {
			count++
		}
	}
	return count
}

// mayHoldIBAN tells whether two digits stand right behind something else than a digit or a space.
func mayHoldIBAN(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if isDigit(text[i]) && isDigit(text[i+1]) && !isDigit(text[i-1]) && text[i-1] != ' ' {
			return len(text) >= shortestIBAN
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// joined takes spaces and points from between digits. Twice, because the digit between two gaps ends one match.
func joined(text string) string {
	for range 2 {
		text = spacing.ReplaceAllString(text, "$1$2")
	}
	return text
}

// passesElfproef: 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h - i is divisible by eleven.
func passesElfproef(run string) bool {
	if len(run) != lengthBSN || strings.Trim(run, "0") == "" {
		return false
	}
	sum := 0
	for i, c := range run {
		weight := lengthBSN - i
		if weight == 1 {
			weight = -1
		}
		sum += weight * int(c-'0')
	}
	return sum%11 == 0
}

const (
	lengthBSN    = 9
	shortestIBAN = 15
	longestIBAN  = 34
)

// holdsIBAN looks at every length, because a word may stand right behind the account.
func holdsIBAN(found string) bool {
	for n := shortestIBAN; n <= min(longestIBAN, len(found)); n++ {
		if isIBAN(found[:n]) {
			return true
		}
	}
	return false
}

// isIBAN: with the first four signs behind the rest and letters as 10 to 35, the number modulo 97 is one.
func isIBAN(s string) bool {
	var number strings.Builder
	for _, c := range s[4:] + s[:4] {
		if c >= 'A' {
			fmt.Fprint(&number, c-'A'+10)
		} else {
			number.WriteRune(c)
		}
	}
	n, ok := new(big.Int).SetString(number.String(), 10)
	return ok && new(big.Int).Mod(n, big.NewInt(97)).Int64() == 1
}

// personalNumbers looks through every text of the document.
func (d *Document) personalNumbers() []budget.FieldError {
	var faults []budget.FieldError
	d.eachText(func(field, text string) {
		if key := PersonalNumber(text); key != "" && !strings.HasSuffix(field, ".sourceUrl") {
			faults = append(faults, budget.FieldError{Field: field, Key: key})
		}
	})
	return faults
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
