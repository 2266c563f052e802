package plain

import "strings"

// syllableExceptions are parts of words that the rules count wrongly. The list is closed: a new word comes with a test.
var syllableExceptions = map[string]int{
	"financieel": 4, "financiële": 5, "financiën": 4, "sociaal": 3, "sociale": 3, "idee": 2, "ideeën": 3, "niveau": 2,
	"bureau": 2, "cadeau": 2, "premie": 2, "actie": 2, "periode": 4, "energie": 3, "museum": 3, "team": 1, "coach": 1,
	"coaches": 2, "website": 2, "online": 2, "creditcard": 3, "januari": 4, "februari": 4,
}

// vowelGroups are the letters that sound as one, the longest first.
var vowelGroups = []string{"eeu", "ieu", "aai", "ooi", "oei", "aau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui",
	"ei", "ij", "ou", "au", "ai", "oi", "ey", "ay", "oy", "uy", "a", "e", "i", "o", "u", "y"}

// accents are dropped before counting; the trema stays, because it begins a syllable.
var accents = strings.NewReplacer("à", "a", "á", "a", "â", "a", "ã", "a", "å", "a", "è", "e", "é", "e", "ê", "e",
	"ì", "i", "í", "i", "î", "i", "ò", "o", "ó", "o", "ô", "o", "õ", "o", "ù", "u", "ú", "u", "û", "u", "ç", "c", "ñ", "n")

var tremas = map[rune]rune{'ä': 'a', 'ë': 'e', 'ï': 'i', 'ö': 'o', 'ü': 'u'}

// Syllables counts the syllables of one word.
func Syllables(word string) int {
	parts := strings.FieldsFunc(strings.ToLower(word), func(r rune) bool { return strings.ContainsRune("-/'’", r) })
	n := 0
	for _, part := range parts {
		n += syllablesOfPart(part)
	}
	return n
}

func syllablesOfPart(part string) int {
	if n, listed := syllableExceptions[part]; listed {
		return n
	}
	part = accents.Replace(part)
	n := -strings.Count(part, "qu")
	letters := []rune(part)
	for i := 0; i < len(letters); {
		size := nucleus(letters, i)
		if size == 0 {
			i++
			continue
		}
		n++
		i += size
	}
	return max(n, 1)
}

// nucleus is the number of letters that sound as one vowel from i on, zero at a consonant.
func nucleus(letters []rune, i int) int {
	if base, trema := tremas[letters[i]]; trema {
		if i+1 < len(letters) && letters[i+1] == base {
			return 2
		}
		return 1
	}
	if letters[i] == 'y' && i == 0 && len(letters) > 1 && isVowel(letters[1]) {
		return 0 // yoghurt
	}
	rest := string(letters[i:min(i+3, len(letters))])
	for _, group := range vowelGroups {
		if strings.HasPrefix(rest, group) {
			return len(group)
		}
	}
	return 0
}

func isVowel(r rune) bool {
	_, trema := tremas[r]
	return trema || strings.ContainsRune("aeiouy", r)
}
