package vm

import (
	"strings"

	"perspectief/i18n"
	"perspectief/i18n/plain"
)

// easierHint is a friendly sentence about words that go home with the family, with a proposal when there is one. It is empty when
// they read easily.
func (t *Talk) easierHint(text string, but ...string) string {
	if text == "" || t.hard == nil {
		return ""
	}
	r := plain.Check(text, plain.A2, plain.Options{Words: t.hard, Explained: plain.FamiliarTerms(), Allowed: t.fineWords()})
	worst, found := r.Without(but...).Worst()
	if !found {
		return ""
	}
	hint := t.Words.T(worst.Key, worst.Args)
	if worst.Suggestion != "" {
		hint += " " + t.Words.T("leesbaar.probeer", i18n.Args{"beter": worst.Suggestion})
	}
	return hint
}

// fineWords are the long words that are fine, and the names of the people in the case.
func (t *Talk) fineWords() []string {
	words := plain.AllowedWords()
	for _, a := range t.household().Adults {
		words = append(words, a.Name)
	}
	for _, c := range t.household().Children {
		words = append(words, c.Name)
	}
	if t.doc.Plan != nil {
		for _, h := range t.doc.Plan.Helpers {
			words = append(append(words, h.FirstName), strings.Fields(h.Organisation)...)
		}
	}
	return words
}
