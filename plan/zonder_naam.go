package plan

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"perspectief/budget"
	"perspectief/i18n"
)

// A plan without names replaces the names of the household in what was typed by the word that the plan uses for that person. Only
// whole words that begin with a capital letter, or as the name itself was typed, count: with a Jan in the family, januari stays.

// knownName is a name of the household, with the word that stands in its place.
type knownName struct{ name, neutral string }

// householdNames are the names of a household and the parts of them, the longest first: of Anne-Marie Sofie de Vries also Anne-Marie,
// Anne, Sofie de Vries, de Vries and Vries.
func householdNames(h *budget.Household, words *i18n.Catalogue) []knownName {
	var all []knownName
	add := func(name, id string) {
		if name = Clean(name); name == "" {
			return
		}
		all = append(all, knownName{name, words.T(id)})
		first, family, _ := strings.Cut(name, " ")
		short, _, _ := strings.Cut(first, "-")
		all = append(all, knownName{first, words.T(id)}, knownName{short, words.T(id)})
		for ; family != ""; _, family, _ = strings.Cut(family, " ") {
			all = append(all, knownName{family, words.T("plan.zonder_naam.gezin")})
		}
	}
	for _, a := range h.Adults {
		add(a.Name, adultWithoutName(h))
	}
	for _, k := range h.Children {
		add(k.Name, "plan.een_kind")
	}
	slices.SortStableFunc(all, func(a, b knownName) int { return cmp.Compare(len(b.name), len(a.name)) })
	return all
}

// adultWithoutName is the id of the word for an adult: a verb as it was typed with a name must still fit behind it, so it is never
// "ik".
func adultWithoutName(h *budget.Household) string {
	switch {
	case len(h.Adults) > 1:
		return "plan.zonder_naam.samen"
	case len(h.Children) > 0:
		return "plan.zonder_naam.ouder"
	}
	return "plan.zonder_naam.alleen"
}

// nameless is a text with the names replaced, and what is somebody's ("Noors fiets", "Jan's werk") by what is theirs.
func nameless(text string, names []knownName, theirs string) string {
	text = Clean(text)
	var out strings.Builder
	for text != "" {
		neutral, size := nameAt(text, names, theirs)
		if size > 0 && beginsSentence(out.String()) {
			neutral = Capital(neutral)
		}
		if size == 0 {
			if size = len(wordAt(text)); size == 0 {
				_, size = utf8.DecodeRuneInString(text)
			}
			neutral = text[:size]
		}
		out.WriteString(neutral)
		text = text[size:]
	}
	return out.String()
}

// nameAt is the word for the name with which a text begins; its size is 0 when it does not begin with one.
func nameAt(text string, names []knownName, theirs string) (neutral string, size int) {
	for _, n := range names {
		if size, own, ok := n.at(text); ok && own {
			return theirs, size
		} else if ok {
			return n.neutral, size
		}
	}
	return "", 0
}

// at tells whether a text begins with the name as a whole word, how long that is, and whether it says that something is theirs.
func (n knownName) at(text string) (size int, own, ok bool) {
	size = len(n.name)
	if len(text) < size || !strings.EqualFold(text[:size], n.name) {
		return 0, false, false
	}
	first, _ := utf8.DecodeRuneInString(text)
	if typed, _ := utf8.DecodeRuneInString(n.name); !unicode.IsUpper(first) && first != typed {
		return 0, false, false
	}
	endings := []string{"'s", "’s", "s"}
	if strings.ContainsAny(n.name[size-1:], "sxz") {
		endings = []string{"'", "’"}
	}
	for _, ending := range endings {
		if rest, has := strings.CutPrefix(text[size:], ending); has && !goesOn(rest) {
			return size + len(ending), true, true
		}
	}
	return size, false, !goesOn(text[size:])
}

// goesOn tells whether a word that was read so far goes on: januari, Anne-Marie.
func goesOn(rest string) bool {
	return wordAt(strings.TrimPrefix(rest, "-")) != ""
}

// wordAt is the word with which a text begins; empty when it begins with something else.
func wordAt(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	if end < 0 {
		return text
	}
	return text[:end]
}

func beginsSentence(before string) bool {
	before = strings.TrimRight(before, " ")
	return before == "" || strings.HasSuffix(before, ".") || strings.HasSuffix(before, "!") || strings.HasSuffix(before, "?")
}

// withoutNames is the input of a plan that the family wants without names: nothing that was typed has a name of the household. The
// names themselves stay in the household, for the composer leaves them out.
func (in Input) withoutNames() Input {
	if in.Plan == nil || !in.Plan.Print.NoNames || in.Household == nil {
		return in
	}
	names, theirs := householdNames(in.Household, in.Words), in.Words.T("plan.zonder_naam.hun")
	say := func(text string) string { return nameless(text, names, theirs) }
	p := *in.Plan
	p.GoesWell = mapped(p.GoesWell, say)
	p.Wishes = mapped(p.Wishes, func(w Wish) Wish {
		w.Text = say(w.Text)
		return w
	})
	step := func(s Step) Step {
		s.Who, s.Verb, s.What, s.Celebration, s.Remark = say(s.Who), say(s.Verb), inSentence(s.What, say), inSentence(s.Celebration, say), say(s.Remark)
		return s
	}
	p.Steps, p.Earlier = mapped(p.Steps, step), mapped(p.Earlier, step)
	p.Helpers = mapped(p.Helpers, func(h Helper) Helper {
		h.FirstName, h.Organisation = inSentence(h.FirstName, say), inSentence(h.Organisation, say)
		return h
	})
	p.Children = mapped(p.Children, func(c ChildPage) ChildPage {
		c.ILike, c.IWant, c.IWorry, c.ICanTalkTo = say(c.ILike), say(c.IWant), say(c.IWorry), say(c.ICanTalkTo)
		return c
	})
	h := *in.Household
	h.LocalSchemes = mapped(h.LocalSchemes, func(l budget.LocalScheme) budget.LocalScheme {
		l.Name = say(l.Name)
		return l
	})
	in.Plan, in.Household = &p, &h
	in.Rights = mapped(in.Rights, func(r Right) Right {
		r.Name, r.Where = say(r.Name), inSentence(r.Where, say)
		return r
	})
	return in
}

// inSentence replaces names in words that stand in the middle of a sentence.
func inSentence(text string, say func(string) string) string {
	const before = "x "
	if Clean(text) == "" {
		return ""
	}
	return strings.TrimPrefix(say(before+text), before)
}

func mapped[T any](all []T, f func(T) T) []T {
	if all == nil {
		return nil
	}
	changed := make([]T, len(all))
	for i, x := range all {
		changed[i] = f(x)
	}
	return changed
}
