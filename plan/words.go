package plan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean makes typed words safe for paper: composed letters, single spaces, no signs that steer or hide, and nothing that
// the fonts cannot draw anyway, such as emoji.
func Clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, ""))
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00a0':
			return r
		case unicode.IsSpace(r):
			return ' '
		case r > 0xffff, unicode.Is(unicode.C, r), unicode.Is(unicode.So, r) && r != '°', unicode.Is(unicode.Variation_Selector, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " ")
}

// phone keeps a telephone number on one line.
func phone(s string) string { return strings.ReplaceAll(Clean(s), " ", "\u00a0") }

func withoutStop(s string) string { return strings.TrimRight(s, ". ") }

// Capital begins a text with a capital letter.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
