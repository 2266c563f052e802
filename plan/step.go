package plan

import (
	"strings"

	"perspectief/i18n"
	"perspectief/i18n/plain"
)

// maxStepWords is what a step has at most, the numbers of its day among them: more is two steps.
const maxStepWords = 12

// Lack is what keeps a step from being one that somebody can do on a day.
type Lack string

// The lacks, in the order in which they are said.
const (
	LacksVerb Lack = "werkwoord"
	LacksWho  Lack = "wie"
	LacksDay  Lack = "dag"
	TooLong   Lack = "lang"
)

// IsEmpty tells whether nobody wrote anything into the step.
func (s Step) IsEmpty() bool { return s == Step{Place: s.Place, First: s.First} }

// Sentence is the step as it is printed: "Samira belt dinsdag 1 december 2026 het wijkteam."
func (s Step) Sentence(words *i18n.Catalogue) string {
	var parts []string
	for _, w := range []string{s.Who, s.Verb, inWords(s.Day, words), s.What} {
		if w = Clean(w); w != "" {
			parts = append(parts, w)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return Capital(withoutStop(strings.Join(parts, " "))) + "."
}

// Lacks lists what a step still misses.
func (s Step) Lacks(words *i18n.Catalogue) []Lack {
	var lacks []Lack
	for _, l := range []struct {
		lack   Lack
		absent bool
	}{
		{LacksVerb, Clean(s.Verb) == ""}, {LacksWho, Clean(s.Who) == ""}, {LacksDay, Clean(string(s.Day)) == ""},
		{TooLong, plain.Length(s.Sentence(words)) > maxStepWords},
	} {
		if l.absent {
			lacks = append(lacks, l.lack)
		}
	}
	return lacks
}

// inWords is a date in full, or the day in the family's own words.
func inWords(d Day, words *i18n.Catalogue) string {
	if date, ok := d.Date(); ok {
		return words.Date(date)
	}
	return Clean(string(d))
}
