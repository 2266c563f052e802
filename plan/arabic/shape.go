package arabic

import "unicode"

// Shape puts each letter in the form that its neighbours ask for, and lam with alef in their ligature. Letters without
// forms stay as they are. Vowel signs are left out: they have no place of their own on a line that is drawn letter by letter.
func Shape(text string) string {
	letters := make([]rune, 0, len(text))
	for _, r := range text {
		if !isVowelSign(r) {
			letters = append(letters, r)
		}
	}
	shaped := make([]rune, 0, len(letters))
	for i := 0; i < len(letters); i++ {
		r := letters[i]
		before := i > 0 && joinsNext(letters[i-1])
		if i+1 < len(letters) && r == lam {
			if ligature, ok := lamAlef[letters[i+1]]; ok {
				shaped = append(shaped, ligature[formOf(before, false)])
				i++
				continue
			}
		}
		after := i+1 < len(letters) && joinsNext(r) && joinsPrevious(letters[i+1])
		shaped = append(shaped, inForm(r, formOf(before && joinsPrevious(r), after)))
	}
	return string(shaped)
}

const tatweel = 0x0640 // the stroke that lengthens a word; it joins on both sides and has one form

func joinsNext(r rune) bool { return r == tatweel || forms[r][initial] != 0 }

func joinsPrevious(r rune) bool { return r == tatweel || forms[r][final] != 0 }

func formOf(before, after bool) form {
	switch {
	case before && after:
		return medial
	case before:
		return final
	case after:
		return initial
	}
	return isolated
}

func inForm(r rune, f form) rune {
	if shape := forms[r][f]; shape != 0 {
		return shape
	}
	return r
}

// isVowelSign tells the signs above and below Arabic letters.
func isVowelSign(r rune) bool { return r >= 0x0610 && r < 0x0700 && unicode.Is(unicode.Mn, r) }
