package plain

import "strings"

// The forms are candidates: some do not exist in Dutch, and those harm nobody. What matters is that a real form is
// not missed and that no form is the beginning of another word, which whole words see to.

// nounForms are a noun or adjective with the endings of plural and inflection.
func nounForms(word string) map[string]bool {
	forms := map[string]bool{word: true, word + "s": true, word + "'s": true}
	for _, stem := range stems(word) {
		forms[stem+"en"] = true
		forms[stem+"e"] = true
		forms[stem+"ën"] = true
	}
	if strings.HasSuffix(word, "e") {
		forms[word+"n"] = true
	}
	if stem, eel := strings.CutSuffix(word, "eel"); eel {
		forms[stem+"ële"] = true // financieel
	}
	return forms
}

// stems are the spellings of a word before an ending: loon, lon-; budget, budgett-; grens, grenz-; brief, briev-.
func stems(word string) []string {
	all := []string{word}
	n := len(word)
	if n < 3 || strings.ContainsRune("aeiou", rune(word[n-1])) {
		return all
	}
	last, before := word[n-1:], word[n-2]
	if before == word[n-3] && strings.ContainsRune("aeou", rune(before)) {
		all = append(all, word[:n-2]+last)
	} else if strings.ContainsRune("aeiou", rune(before)) {
		all = append(all, word+last)
	}
	for _, stem := range all {
		switch stem[len(stem)-1] {
		case 's':
			all = append(all, stem[:len(stem)-1]+"z")
		case 'f':
			all = append(all, stem[:len(stem)-1]+"v")
		}
	}
	return all
}

// particles can leave their verb; the longest first.
var particles = []string{"terug", "over", "toe", "uit", "aan", "bij", "door", "vast", "mee", "na", "in", "op", "af", "om"}

// unseparable verbs begin with a particle that never leaves them.
var unseparable = map[string]bool{"ondertekenen": true}

// strong verbs have forms that no rule gives.
var strong = map[string][]string{
	"wijzen":  {"wees", "wezen", "gewezen"},
	"trekken": {"trok", "trokken", "getrokken"},
}

// homographs are verb forms that are an easy noun far more often.
var homographs = []string{"verhaal"}

// verbPatterns are the ways in which a verb stands in a sentence: as one word (aflossen, aflost, afgelost, and "af te
// lossen"), or with its particle at the end of the clause (los de schuld af).
func verbPatterns(index int, verb string) []pattern {
	particle, base := separate(verb)
	joined := map[string]bool{}
	free := map[string]bool{}
	for _, form := range verbForms(base) {
		joined[particle+form] = true
		free[form] = true
	}
	for _, noun := range homographs {
		delete(joined, noun)
	}
	one := pattern{word: index, forms: []map[string]bool{joined}}
	if particle == "" {
		return []pattern{one}
	}
	return []pattern{
		{word: index, forms: []map[string]bool{{particle: true}, {"te": true}, {base: true}}},
		one,
		{word: index, forms: []map[string]bool{free}, particle: particle},
	}
}

func separate(verb string) (particle, base string) {
	if unseparable[verb] {
		return "", verb
	}
	for _, p := range particles {
		if base, cut := strings.CutPrefix(verb, p); cut && len(base) > 4 {
			return p, base
		}
	}
	return "", verb
}

// verbForms are the forms of a verb without particle.
func verbForms(infinitive string) []string {
	forms := append([]string{infinitive, "ge" + infinitive}, strong[infinitive]...)
	for _, stem := range verbStems(strings.TrimSuffix(infinitive, "en")) {
		forms = append(forms, stem, stem+"t", stem+"te", stem+"ten", stem+"de", stem+"den", stem+"d",
			"ge"+stem+"t", "ge"+stem+"d", "ge"+stem)
	}
	return forms
}

// verbStems are the spellings of a stem without ending: kenn-, ken; reserver-, reserveer; wijz-, wijs.
func verbStems(stem string) []string {
	all := []string{stem}
	n := len(stem)
	last, before := stem[n-1], stem[n-2]
	switch {
	case last == before:
		all = append(all, stem[:n-1])
	case strings.IndexByte("aeou", before) >= 0 && strings.IndexByte("aeou", last) < 0:
		all = append(all, stem[:n-1]+string(before)+string(last))
	}
	for _, s := range all {
		switch s[len(s)-1] {
		case 'z':
			all = append(all, s[:len(s)-1]+"s")
		case 'v':
			all = append(all, s[:len(s)-1]+"f")
		}
	}
	return all
}
