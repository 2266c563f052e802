package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A long sentence is cut only where the two halves are sure to stand alone. Everywhere else there is no proposal: a
// wrong one is worse than none.

// subjects are pronouns that are a subject and nothing else, so that a clause begins there.
var subjects = set("ik wij we u jij hij zij ze er")

// modals take an infinitive; auxiliaries take a participle. All are finite forms.
var (
	modals      = set("kan kunt kunnen wil wilt willen moet moeten mag mogen zal zult zullen ga gaat gaan hoef hoeft blijft blijven laat laten")
	auxiliaries = set("is zijn ben bent was waren heeft hebt heb hebben had hadden wordt worden word werd werden")
)

// imperatives end in a t of their own, so that they look like a verb with a subject behind it.
var imperatives = set("laat praat wacht let zet start stort zit")

// leaving are the parts that leave their verb when it comes first: "als u aflost" is "lost u af?". The longest first.
var leaving = []string{"terug", "samen", "thuis", "klaar", "schoon", "langs", "kwijt", "goed", "voor", "vast", "mee", "weg",
	"toe", "uit", "aan", "bij", "na", "in", "op", "af"}

// staying begin like that and stay whole.
var staying = set("opent aanvaardt voorkomt")

// unsure begin with a part that leaves one verb and stays at another.
var unsure = []string{"over", "door", "om", "onder", "vol", "mis"}

// shorter proposes sentences for a long one, or nothing.
func shorter(s Sentence) string {
	text, end := cutEnd(s.Text)
	if strings.ContainsAny(text, "\"“”‘()[];:") || end == "?" {
		return ""
	}
	parts := apart(text, 3)
	if len(parts) < 2 {
		return ""
	}
	for i := range parts[:len(parts)-1] {
		if !strings.HasSuffix(parts[i], "?") {
			parts[i] += "."
		}
	}
	return strings.Join(parts, " ") + end
}

// cutEnd takes the sign off the end of a sentence; a sentence without one gets a full stop.
func cutEnd(text string) (words, end string) {
	words = strings.TrimRight(text, ".!?: ")
	switch rest := text[len(words):]; {
	case strings.Contains(rest, "?"):
		return words, "?"
	case strings.Contains(rest, "!"):
		return words, "!"
	}
	return words, "."
}

// apart cuts a sentence, and its parts again as long as they are long.
func apart(text string, times int) []string {
	s := newSentence(text)
	if times == 0 || s.Length() <= gatesOf[A2].failLongest/2 {
		return []string{text}
	}
	for _, cut := range []func(Sentence) []string{condition, reason, purpose, joint} {
		if parts := cut(s); len(parts) > 1 {
			var all []string
			for _, p := range parts {
				all = append(all, apart(p, times-1)...)
			}
			return all
		}
	}
	return []string{text}
}

// words are the words of a stretch of a sentence; not ok when signs stand between them.
func (s Sentence) words(from, to int) (all []string, ok bool) {
	for i := from; i < to; i++ {
		if i > from && strings.TrimSpace(s.Text[s.tokens[i-1].end:s.tokens[i].start]) != "" {
			return nil, false
		}
		all = append(all, s.tokens[i].text)
	}
	return all, len(all) > 1
}

// comma tells whether a comma, and nothing else, stands before token i.
func (s Sentence) comma(i int) bool {
	return i > 0 && strings.TrimSpace(s.Text[s.tokens[i-1].end:s.tokens[i].start]) == ","
}

// condition: "Als u werkt, krijgt u loon" is "Werkt u? Dan krijgt u loon".
func condition(s Sentence) []string {
	if len(s.tokens) == 0 || !ifs[s.tokens[0].folded] {
		return nil
	}
	end := slices.IndexFunc(s.tokens, func(t token) bool { return strings.HasPrefix(s.Text[t.end:], ",") })
	if end < 0 || end+1 >= len(s.tokens) || !s.comma(end+1) {
		return nil
	}
	clause, ok := s.words(1, end+1)
	if !ok {
		return nil
	}
	question, ok := verbFirst(clause)
	if !ok {
		return nil
	}
	main := s.Text[s.tokens[end+1].start:]
	if s.tokens[end+1].folded == "dan" && end+2 < len(s.tokens) {
		main = s.Text[s.tokens[end+2].start:]
	}
	if verbAndSubject(main) {
		main = "Dan " + main
	}
	return []string{upperFirst(question) + "?", upperFirst(main)}
}

var ifs = set("als wanneer indien")

// verbAndSubject tells whether a clause begins with a finite verb that has its subject behind it, and so is no request.
func verbAndSubject(clause string) bool {
	tokens := tokenise(clause)
	if len(tokens) < 2 {
		return false
	}
	verb := tokens[0].folded
	if subjects[tokens[1].folded] || tokens[1].folded == "jullie" || modals[verb] && !imperatives[verb] || auxiliaries[verb] {
		return true
	}
	return !imperatives[verb] && (strings.HasSuffix(verb, "t") || strings.HasSuffix(verb, "en"))
}

// reason: "…, omdat ik geen werk heb" is "…. Want ik heb geen werk".
func reason(s Sentence) []string {
	return subordinate(s, "omdat", func(clause []string) (string, bool) {
		if !subjects[fold(clause[0])] || len(clause) < 3 {
			return "", false
		}
		inverted, ok := verbFirst(clause)
		verb, rest, _ := strings.Cut(inverted, " "+clause[0]+" ")
		return "Want " + clause[0] + " " + verb + " " + rest, ok && rest != ""
	})
}

// purpose: "…, zodat u niet te veel betaalt" is "…. Dan betaalt u niet te veel".
func purpose(s Sentence) []string {
	return subordinate(s, "zodat", func(clause []string) (string, bool) {
		rest, ok := verbFirst(clause)
		return "Dan " + rest, ok
	})
}

// subordinate makes a sentence of its own of a clause at the end.
func subordinate(s Sentence, opening string, rewrite func(clause []string) (string, bool)) []string {
	at := slices.IndexFunc(s.tokens, func(t token) bool { return t.folded == opening })
	if at < 2 {
		return nil
	}
	clause, ok := s.words(at+1, len(s.tokens))
	if !ok {
		return nil
	}
	rewritten, ok := rewrite(clause)
	if !ok {
		return nil
	}
	return []string{strings.TrimRight(s.Text[:s.tokens[at].start], ", "), rewritten}
}

// joint cuts before and, but, because and so, where a new clause begins: nearest to the middle.
func joint(s Sentence) []string {
	best := -1
	for i := 3; i+3 < len(s.tokens); i++ {
		if opensClause(s, i) && (best < 0 || distance(i, len(s.tokens)) < distance(best, len(s.tokens))) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	from := best
	if s.tokens[best].folded == "en" {
		from++
	}
	return []string{strings.TrimRight(s.Text[:s.tokens[best].start], ", "), upperFirst(s.Text[s.tokens[from].start:])}
}

func opensClause(s Sentence, i int) bool {
	switch s.tokens[i].folded {
	case "want":
		return true
	case "maar", "dus":
		return s.comma(i) || subjects[s.tokens[i+1].folded]
	case "en":
		return subjects[s.tokens[i+1].folded]
	}
	return false
}

func distance(i, length int) int { return max(2*i-length, length-2*i) }

// verbFirst puts the finite verb of a subordinate clause in front: "wij meer uren gaan werken" is "gaan wij meer uren
// werken". It is not ok when it cannot tell the verb.
func verbFirst(clause []string) (string, bool) {
	n := len(clause)
	if n < 2 {
		return "", false
	}
	last, before := fold(clause[n-1]), fold(clause[n-2])
	switch {
	case before == "te" || last == "te":
		return "", false
	case n > 2 && (modals[before] && infinitive(last) || auxiliaries[before] && looksDone(last)):
		return before + " " + strings.Join(append(slices.Clone(clause[:n-2]), clause[n-1]), " "), true
	case !finite(clause):
		return withTail(clause)
	case looksDone(last) || slices.ContainsFunc(unsure, func(p string) bool { return strings.HasPrefix(last, p) }):
		return "", false
	}
	rest := strings.Join(clause[:n-1], " ")
	verb, part, ok := loose(last)
	if part != "" {
		rest += " " + part
	}
	return verb + " " + rest, ok
}

// prepositions begin what may follow the verb: "zorgen hebben over geld".
var prepositions = set("van voor op in aan bij naar over met uit door")

// withTail puts the verb in front of a clause that goes on after it, by a preposition and at most two words.
func withTail(clause []string) (string, bool) {
	n := len(clause)
	for i := max(3, n-3); i < n-1; i++ {
		if head := clause[:i]; prepositions[fold(clause[i])] && (finite(head) || modals[fold(head[i-2])] && infinitive(fold(head[i-1]))) {
			moved, ok := verbFirst(head)
			return moved + " " + strings.Join(clause[i:], " "), ok
		}
	}
	return "", false
}

// beforeNouns stand before something that is no verb.
var beforeNouns = set("de het een mijn uw onze ons jullie hun zijn haar dit dat deze die geen elke alle veel met van voor op in aan bij naar over uit door om tot zonder")

// shortVerbs are finite forms without an ending.
var shortVerbs = set("is ben was had heb kan mag zal wil doe ga sta zie")

// noVerbs end in a t and are none.
var noVerbs = set("niet het met wat dat dit uit want laat slecht recht vast kort groot dicht licht echt altijd misschien")

// several are subjects of a verb on -en.
var several = set("wij we zij ze jullie")

// finite tells whether the last word of a clause can only be its verb.
func finite(clause []string) bool {
	n := len(clause)
	first, before, last := fold(clause[0]), fold(clause[n-2]), fold(clause[n-1])
	switch {
	case beforeNouns[before] || noVerbs[last] || clause[n-1] != strings.ToLower(clause[n-1]):
		return false
	case shortVerbs[last] || first == "ik":
		return true
	case strings.HasSuffix(last, "en"):
		return several[first]
	}
	return strings.HasSuffix(last, "t")
}

// loose takes the part off a verb that leaves it.
func loose(verb string) (base, part string, ok bool) {
	if staying[verb] {
		return verb, "", verb == "opent"
	}
	for _, p := range leaving {
		if base, has := strings.CutPrefix(verb, p); has && base != "" {
			return base, p, utf8.RuneCountInString(base) > 3
		}
	}
	return verb, "", true
}

func infinitive(word string) bool {
	return strings.HasSuffix(word, "en") || word == "gaan" || word == "staan" || word == "doen" || word == "zien" || word == "zijn"
}

func looksDone(word string) bool { return participle.MatchString(word) && !noParticiples[word] }

func upperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 || r == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// compoundTails are the second halves of long words that can be said as a row of words.
var compoundTails = []struct{ tail, words string }{
	{"kosten", "kosten voor "}, {"formulier", "formulier voor "}, {"rekening", "rekening voor "}, {"verzekering", "verzekering voor "},
	{"bijdrage", "geld voor "}, {"toelage", "geld voor "}, {"cursus", "les in "}, {"training", "les in "}, {"afspraak", "afspraak over "},
	{"gesprek", "gesprek over "}, {"regeling", "regels voor "}, {"aanvraag", "vragen om "}, {"overleg", "praten over "},
	{"problemen", "problemen met "}, {"medewerker", "iemand van "},
}

// compound says a long word as a row of words: "kinderopvangkosten" is "kosten voor kinderopvang".
func compound(word string) string {
	word = strings.ToLower(word)
	for _, c := range compoundTails {
		head, has := strings.CutSuffix(word, c.tail)
		if !has || utf8.RuneCountInString(head) < 3 {
			continue
		}
		for _, linked := range []string{"ings", "heids", "teits"} {
			if strings.HasSuffix(head, linked) {
				head = strings.TrimSuffix(head, "s")
			}
		}
		return c.words + head
	}
	return ""
}
