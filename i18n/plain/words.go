package plain

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

//go:embed easy-words.json
var easyWords []byte

//go:embed allowed-words.txt
var allowedWords string

// EasyWord is a term that people meet on letters, with easier words for it.
type EasyWord struct {
	Term        string `json:"term"`
	WhyHard     string `json:"why_hard"`
	Alternative string `json:"easy_alternative"`
	Explanation string `json:"easy_explanation_nl"` // one or two sentences
	English     string `json:"english"`
}

// isVerb: the English of a verb begins with "to".
func (w EasyWord) isVerb() bool {
	return strings.HasPrefix(w.English, "to ") && strings.HasSuffix(w.Term, "en") && !strings.Contains(w.Term, " ")
}

// Words is a list of hard terms that can be looked for in a text. It does not change and may be used by many
// goroutines.
type Words struct {
	list    []EasyWord
	byTerm  map[string]int
	byFirst map[string][]pattern // by the first word in any of its forms, the longest term first
}

// pattern is a term as a row of words, each in all its forms.
type pattern struct {
	word     int // index in list
	forms    []map[string]bool
	particle string // of a separable verb: it stands at the end of the clause
}

// LoadWords gives the list that comes with the program.
func LoadWords() (*Words, error) {
	var list []EasyWord
	if err := json.Unmarshal(easyWords, &list); err != nil {
		return nil, fmt.Errorf("plain: easy-words.json: %w", err)
	}
	return NewWords(list), nil
}

// NewWords makes a list searchable.
func NewWords(list []EasyWord) *Words {
	w := &Words{list: slices.Clone(list), byTerm: map[string]int{}, byFirst: map[string][]pattern{}}
	for i, word := range w.list {
		w.byTerm[fold(word.Term)] = i
		for _, p := range patterns(i, word) {
			for form := range p.forms[0] {
				w.byFirst[form] = append(w.byFirst[form], p)
			}
		}
	}
	for _, candidates := range w.byFirst {
		slices.SortStableFunc(candidates, func(a, b pattern) int { return len(b.forms) - len(a.forms) })
	}
	return w
}

// All is the list in its own order.
func (w *Words) All() []EasyWord { return slices.Clone(w.list) }

// Lookup finds a term in the form of the list.
func (w *Words) Lookup(term string) (EasyWord, bool) {
	i, found := w.byTerm[fold(term)]
	if !found {
		return EasyWord{}, false
	}
	return w.list[i], true
}

// Match is a term found in a text.
type Match struct {
	Word     EasyWord
	Text     string // as it stands there
	Sentence int    // counted from zero
}

// Find lists the terms in a text in reading order, in whatever form they stand: plural, adjective, parts of a verb.
// Only whole words count, and a longer term hides the shorter ones in it.
func (w *Words) Find(text string) []Match { return w.find(split(text)) }

func (w *Words) find(sentences []Sentence) []Match {
	var matches []Match
	for n, s := range sentences {
		for i := 0; i < len(s.tokens); {
			p, found := w.at(s, i)
			if !found {
				i++
				continue
			}
			last := s.tokens[i+len(p.forms)-1]
			matches = append(matches, Match{Word: w.list[p.word], Text: s.Text[s.tokens[i].start:last.end], Sentence: n})
			i += len(p.forms)
		}
	}
	return matches
}

func (w *Words) at(s Sentence, i int) (pattern, bool) {
	for _, p := range w.byFirst[s.tokens[i].folded] {
		if p.matches(s, i) {
			return p, true
		}
	}
	return pattern{}, false
}

func (p pattern) matches(s Sentence, i int) bool {
	if i+len(p.forms) > len(s.tokens) {
		return false
	}
	for k, forms := range p.forms {
		if !forms[s.tokens[i+k].folded] {
			return false
		}
	}
	return p.particle == "" || s.tokens[endOfClause(s, i)].folded == p.particle
}

// endOfClause is the place of the last word before the comma or the end that follows token i.
func endOfClause(s Sentence, i int) int {
	for i+1 < len(s.tokens) && !strings.ContainsAny(s.Text[s.tokens[i].end:s.tokens[i+1].start], ",;") {
		i++
	}
	return i
}

func patterns(index int, word EasyWord) []pattern {
	if word.isVerb() {
		return verbPatterns(index, fold(word.Term))
	}
	p := pattern{word: index}
	for _, t := range tokenise(word.Term) {
		p.forms = append(p.forms, nounForms(t.folded))
	}
	return []pattern{p}
}

// fold makes words comparable: lower case, accents without meaning and the curly apostrophe made plain.
func fold(word string) string {
	if plainASCII(word) {
		return strings.ToLower(word)
	}
	return strings.ReplaceAll(accents.Replace(strings.ToLower(word)), "’", "'")
}

func plainASCII(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// FamiliarTerms are the hard words that people have to recognise on a letter or at a counter. The paper explains them, so they
// need no other word.
func FamiliarTerms() []string {
	return []string{"toeslag", "zorgtoeslag", "huurtoeslag", "kinderopvangtoeslag", "kindgebonden budget", "kinderbijslag", "bijstand",
		"bijzondere bijstand", "aanvullende bijstand", "schuldhulpverlening", "kwijtschelding", "uitkering", "WW-uitkering", "AOW", "UWV", "SVB",
		"DUO", "DigiD", "Dienst Toeslagen", "deurwaarder", "wijkteam", "voedselbank", "stadspas", "leergeld",
		"vakantiegeld", "loonstrook", "bso", "gastouder", "budget", "budgetcoach", "rente", "toestemming"}
}

// AllowedWords are the words of four or more syllables that a person has read and found fit for the family's copy,
// and the names that must stay because they stand on letters.
func AllowedWords() []string {
	var words []string
	for line := range strings.Lines(allowedWords) {
		line, _, _ = strings.Cut(line, "#")
		words = append(words, strings.Fields(line)...)
	}
	return words
}
