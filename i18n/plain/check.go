package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Level says for whom a text is.
type Level int

// The levels.
const (
	B1 Level = iota // the helper's screens
	A2              // the family's copy
)

// Options say what belongs to the text.
type Options struct {
	WholeDocument bool     // not one section: the bar for Flesch-Douma is higher
	Words         *Words   // terms to look for; nil looks for none
	Explained     []string // terms that the same print explains
	Allowed       []string // words of four or more syllables that are fine, and names of people
}

// Severity of a finding.
type Severity int

// The severities. A text with a failure is too hard for its level; a warning is a hint.
const (
	Warn Severity = iota
	Fail
)

// Finding is one thing that makes a text hard.
type Finding struct {
	Key        string // catalogue id, one of the constants
	Args       map[string]any
	Severity   Severity
	Sentence   int    // counted from zero; -1 for the text as a whole
	Suggestion string // what to write instead: a word, or the sentence in parts; often there is none
}

// The keys of findings. What stands in Args: aantal and grens are numbers as text, woord is what was found.
const (
	KeyLongSentence  = "leesbaar.lange_zin"          // aantal, grens
	KeyAverage       = "leesbaar.gemiddelde_zin"     // aantal, grens
	KeyFleschDouma   = "leesbaar.flesch_douma"       // aantal, grens
	KeyLeesindexA    = "leesbaar.leesindex_a"        // aantal, grens
	KeyLIX           = "leesbaar.lix"                // aantal, grens
	KeyLongWord      = "leesbaar.lang_woord"         // woord
	KeyLongWords     = "leesbaar.lange_woorden"      // aantal, grens (percent)
	KeyHardWord      = "leesbaar.moeilijk_woord"     // woord
	KeySubordinate   = "leesbaar.bijzin"             // aantal, grens
	KeySubordinates  = "leesbaar.bijzinnen"          // aantal, grens (percent)
	KeyPassive       = "leesbaar.lijdend"            // woord
	KeyPassives      = "leesbaar.lijdende_zinnen"    // aantal, grens (percent)
	KeySign          = "leesbaar.teken"              // woord
	KeyAbbreviation  = "leesbaar.afkorting"          // woord
	KeyFormalWord    = "leesbaar.deftig_woord"       // woord
	KeyOtherWord     = "leesbaar.ander_woord"        // woord
	KeySeveralNumber = "leesbaar.meer_dan_een_getal" // aantal
	KeyIdiom         = "leesbaar.uitdrukking"        // woord
	KeyCapitals      = "leesbaar.hoofdletters"       // woord
	KeyCents         = "leesbaar.centen"             // woord
	KeyVerbs         = "leesbaar.werkwoorden"        // woord
)

// Keys lists all keys of findings.
func Keys() []string {
	return []string{KeyLongSentence, KeyAverage, KeyFleschDouma, KeyLeesindexA, KeyLIX, KeyLongWord, KeyLongWords,
		KeyHardWord, KeySubordinate, KeySubordinates, KeyPassive, KeyPassives, KeySign, KeyAbbreviation, KeyFormalWord,
		KeyOtherWord, KeySeveralNumber, KeyIdiom, KeyCapitals, KeyCents, KeyVerbs}
}

// Report is what Check found.
type Report struct {
	Measure   Measure
	Sentences []Sentence
	Terms     []Match   // of Options.Words, explained or not
	Findings  []Finding // in reading order, then those of the whole text
}

// Failed reports whether the text is too hard for its level.
func (r Report) Failed() bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity == Fail })
}

// Without is the report without the findings of some kinds.
func (r Report) Without(keys ...string) Report {
	r.Findings = slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool { return slices.Contains(keys, f.Key) })
	return r
}

// Worst is the finding to mention when there is room for one: the first failure, else the first with a suggestion, else the
// first one.
func (r Report) Worst() (f Finding, ok bool) {
	for _, matters := range []func(Finding) bool{
		func(f Finding) bool { return f.Severity == Fail },
		func(f Finding) bool { return f.Suggestion != "" },
		func(Finding) bool { return true },
	} {
		if i := slices.IndexFunc(r.Findings, matters); i >= 0 {
			return r.Findings[i], true
		}
	}
	return Finding{}, false
}

// check is a text being looked at.
type check struct {
	Report
	gates   gates
	allowed map[string]bool
	options Options

	longWords, passives, subordinates int // of the whole text
}

// Check measures a text and holds it against the gates of a level. Below fifty words the formulas and shares mean
// nothing, so only sentences and words are judged then.
func Check(text string, level Level, o Options) Report {
	c := check{gates: gatesOf[level], allowed: map[string]bool{}, options: o}
	for _, word := range o.Allowed {
		c.allowed[fold(word)] = true
	}
	c.Sentences = split(text)
	c.Measure = measure(c.Sentences)
	if o.Words != nil {
		c.Terms = o.Words.find(c.Sentences)
	}
	for i, s := range c.Sentences {
		c.sentence(i, s)
	}
	if c.Measure.Words >= minWords {
		c.whole()
	}
	return c.Report
}

func (c *check) sentence(i int, s Sentence) {
	c.length(i, s)
	c.hardWords(i, s)
	c.clauses(i, s)
	c.forbidden(i, s)
	c.shouting(i, s)
	c.verbs(i, s)
	c.numbers(i, s)
}

func (c *check) add(key string, severity Severity, sentence int, suggestion string, args map[string]any) {
	c.Findings = append(c.Findings,
		Finding{Key: key, Args: args, Severity: severity, Sentence: sentence, Suggestion: suggestion})
}

func (c *check) word(key string, severity Severity, sentence int, word, better string) {
	c.add(key, severity, sentence, better, map[string]any{"woord": word})
}

func (c *check) length(i int, s Sentence) {
	n, severity := s.Length(), Warn
	if n <= c.gates.warnLongest {
		return
	}
	if n > c.gates.failLongest {
		severity = Fail
	}
	c.add(KeyLongSentence, severity, i, shorter(s), limits(whole(n), whole(c.gates.warnLongest)))
}

func (c *check) hardWords(i int, s Sentence) {
	for k, t := range s.tokens {
		if t.number || c.allowed[t.folded] || Syllables(t.text) < manySyllables || isName(t.text, k) {
			continue
		}
		c.longWords++
		if c.gates.longWords.IsZero() {
			c.word(KeyLongWord, Fail, i, t.text, c.easier(t.text))
		}
	}
	if !c.gates.strict {
		return // there the words are explained when asked for
	}
	for _, m := range c.Terms {
		if m.Sentence == i && !c.explained(m.Word.Term) {
			c.word(KeyHardWord, Fail, i, m.Text, m.Word.Alternative)
		}
	}
}

func (c *check) explained(term string) bool {
	return slices.ContainsFunc(c.options.Explained, func(e string) bool { return fold(e) == fold(term) })
}

// easier is what the list has for a long word, or the word in parts.
func (c *check) easier(word string) string {
	if c.options.Words != nil {
		if found := c.options.Words.Find(word); len(found) == 1 && len(found[0].Text) == len(word) {
			return found[0].Word.Alternative
		}
	}
	return compound(word)
}

// isName: only names begin with a capital inside a sentence.
func isName(word string, at int) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return at > 0 && unicode.IsUpper(r) && word != strings.ToUpper(word)
}

func (c *check) clauses(i int, s Sentence) {
	if n := countSubordinate(s); n > 0 {
		c.subordinates++
		if n > 1 {
			c.add(KeySubordinate, Fail, i, shorter(s), limits(whole(n), whole(1)))
		}
	}
	if verb := passive(s); verb != "" {
		c.passives++
		c.word(KeyPassive, Warn, i, verb, "")
	}
}

func countSubordinate(s Sentence) int {
	n, end := 0, 0
	for _, t := range s.tokens {
		word := t.folded
		afterComma := strings.TrimSpace(s.Text[end:t.start]) == ","
		if subordinators[word] || relatives[word] && afterComma {
			n++
		}
		end = t.end
	}
	return n
}

// passive is the form of worden and the participle that make a clause passive, or nothing.
func passive(s Sentence) string {
	for from := 0; from < len(s.tokens); {
		to := endOfClause(s, from)
		if found := passiveClause(s.tokens[from : to+1]); found != "" {
			return found
		}
		from = to + 1
	}
	return ""
}

func passiveClause(clause []token) string {
	verb := ""
	done := ""
	for i, t := range clause {
		word := t.folded
		switch {
		case becomes[word] && !becomesSomething(clause[i+1:]):
			verb = t.text
		case done == "" && participle.MatchString(word) && !noParticiples[word]:
			done = t.text
		}
	}
	if verb == "" || done == "" {
		return ""
	}
	return verb + " … " + done
}

// becomesSomething: "wordt hoger" and "wordt dan lager" are not passive.
func becomesSomething(after []token) bool {
	return slices.ContainsFunc(after[:min(2, len(after))], func(t token) bool { return stays[t.folded] })
}

func (c *check) forbidden(i int, s Sentence) {
	c.shortenings(i, s)
	c.wordings(KeyAbbreviation, Fail, i, s, shortWords)
	c.wordings(KeyOtherWord, c.strictly(), i, s, otherWords)
	if c.gates.strict {
		c.wordings(KeyOtherWord, Fail, i, s, familyWords)
		c.wordings(KeyFormalWord, Fail, i, s, formalWords)
		c.wordings(KeyIdiom, Fail, i, s, idioms)
		for _, r := range s.Text {
			if better, forbidden := signs[r]; forbidden {
				c.word(KeySign, Fail, i, string(r), better)
			}
		}
	}
	if aboutToeslag(s) {
		c.wordings(KeyOtherWord, c.strictly(), i, s, taxOffice)
	}
}

// strictly is a failure at the level that is strict on words.
func (c *check) strictly() Severity {
	if c.gates.strict {
		return Fail
	}
	return Warn
}

func (c *check) shortenings(i int, s Sentence) {
	if !strings.ContainsAny(s.Text, "./") {
		return
	}
	for _, piece := range strings.FieldsFunc(s.Text, outsideShortening) {
		if stop := strings.TrimRight(piece, "."); len(piece) > len(stop)+1 {
			piece = stop + "."
		}
		better, found := shortenings[fold(piece)]
		if stop, ends := strings.CutSuffix(piece, "."); !found && ends {
			piece = stop // of the sentence
			better, found = shortenings[fold(piece)]
		}
		if found {
			c.word(KeyAbbreviation, Fail, i, piece, better)
		}
	}
}

func outsideShortening(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(",;:!?()\"'‘’“”", r)
}

func (c *check) wordings(key string, severity Severity, i int, s Sentence, table wordings) {
	for k := 0; k < len(s.tokens); k++ {
		for _, w := range table[s.tokens[k].folded] {
			if last := k + len(w.words) - 1; s.has(k, w.words) {
				c.word(key, severity, i, s.Text[s.tokens[k].start:s.tokens[last].end], w.better)
				k = last
				break
			}
		}
	}
}

// has tells whether these words stand in the sentence from token k on.
func (s Sentence) has(k int, words []string) bool {
	if k+len(words) > len(s.tokens) {
		return false
	}
	for n, w := range words {
		if s.tokens[k+n].folded != w {
			return false
		}
	}
	return true
}

// shouting: capitals are for names and the first letter. Names of at most four letters are written so.
func (c *check) shouting(i int, s Sentence) {
	for _, t := range s.tokens {
		if letters(t.text) > longestCapitals && t.text == strings.ToUpper(t.text) && !t.number && !capitalNames[t.folded] {
			c.word(KeyCapitals, Warn, i, t.text, strings.ToLower(t.text))
		}
	}
}

const longestCapitals = 4

// chained are verbs that help another one; two after each other are hard.
var chained = set("zou zouden kunnen kan moeten moet willen mogen zullen hoeven")

func (c *check) verbs(i int, s Sentence) {
	for k := 1; k < len(s.tokens); k++ {
		first, second := s.tokens[k-1].text, s.tokens[k].text
		if chained[fold(first)] && chained[fold(second)] && !s.comma(k) {
			c.word(KeyVerbs, Warn, i, first+" "+second, "")
		}
	}
}

// numbers: one in a sentence. Days, years, hours, times and telephone numbers do not count.
func (c *check) numbers(i int, s Sentence) {
	n := 0
	for k, t := range s.tokens {
		if t.number && isQuantity(s, k) {
			n++
		}
		if c.gates.strict && t.number && isCents(s, k) {
			c.word(KeyCents, Fail, i, t.text, wholeEuros(t.text))
		}
	}
	if n > 1 {
		c.add(KeySeveralNumber, c.strictly(), i, shorter(s), map[string]any{"aantal": whole(n)})
	}
}

func isQuantity(s Sentence, k int) bool {
	text := s.tokens[k].text
	before, after := neighbour(s, k-1), neighbour(s, k+1)
	year := len(text) == 4 && (text[:2] == "19" || text[:2] == "20") && after != "euro"
	phone := len(text) > 1 && text[0] == '0' && !strings.ContainsAny(text, ".,")
	return !year && !phone && !continuesPhone(s, k) && after != "uur" && !monthNames[before] && !monthNames[after]
}

// isCents: an amount with a comma. Other numbers, such as 7,5 hours, may have one.
func isCents(s Sentence, k int) bool {
	t := s.tokens[k]
	return strings.Contains(t.text, ",") &&
		(neighbour(s, k+1) == "euro" || strings.HasSuffix(strings.TrimRight(s.Text[:t.start], " \u00a0"), "€"))
}

func wholeEuros(text string) string {
	amount, err := decimal.NewFromString(strings.ReplaceAll(text, ",", "."))
	if err != nil { // above a thousand, with a point
		return ""
	}
	return "ongeveer " + amount.Round(0).String() + " euro"
}

func neighbour(s Sentence, k int) string {
	if k < 0 || k >= len(s.tokens) {
		return ""
	}
	return s.tokens[k].folded
}

// continuesPhone: a number right after another one, with only a space or hyphen between, belongs to it.
func continuesPhone(s Sentence, k int) bool {
	if k == 0 || !s.tokens[k-1].number {
		return false
	}
	between := s.Text[s.tokens[k-1].end:s.tokens[k].start]
	return strings.Trim(between, " \u00a0-") == ""
}

// whole holds the text as a whole against the gates.
func (c *check) whole() {
	m, g := c.Measure, c.gates
	c.atMost(KeyAverage, m.Average, g.average)
	flesch := g.fleschSection
	if c.options.WholeDocument {
		flesch = g.fleschDocument
	}
	c.atLeast(KeyFleschDouma, m.FleschDouma, flesch)
	c.atLeast(KeyLeesindexA, m.LeesindexA, g.leesindexA)
	c.atMost(KeyLIX, m.LIX, g.lix)
	if !g.longWords.IsZero() {
		c.atMost(KeyLongWords, share(c.longWords, m.Words), g.longWords)
	}
	c.atMost(KeySubordinates, share(c.subordinates, len(c.Sentences)), g.subordinates)
	c.atMost(KeyPassives, share(c.passives, len(c.Sentences)), g.passives)
}

func (c *check) atMost(key string, found, limit decimal.Decimal) {
	if found.GreaterThan(limit) {
		c.add(key, Fail, -1, "", limits(shown(found), limit.String()))
	}
}

func (c *check) atLeast(key string, found, limit decimal.Decimal) {
	if found.LessThan(limit) {
		c.add(key, Fail, -1, "", limits(shown(found), limit.String()))
	}
}

func share(part, of int) decimal.Decimal {
	return hundred.Mul(decimal.NewFromInt(int64(part))).Div(decimal.NewFromInt(int64(of)))
}

func limits(found, limit string) map[string]any {
	return map[string]any{"aantal": found, "grens": limit}
}

func whole(n int) string { return decimal.NewFromInt(int64(n)).String() }

// shown is a measure as people see it, with one decimal and a comma.
func shown(d decimal.Decimal) string { return strings.ReplaceAll(d.StringFixed(1), ".", ",") }
