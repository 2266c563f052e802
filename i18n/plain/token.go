package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word or a number in a sentence.
type token struct {
	text       string
	folded     string // comparable
	number     bool
	start, end int // bytes in the sentence
}

// Sentence is one sentence, heading or list item.
type Sentence struct {
	Text           string
	Words, Numbers int
	tokens         []token
}

// Length is the number of words with the numbers, as a reader counts.
func (s Sentence) Length() int { return s.Words + s.Numbers }

// Length is the number of words of a text with its numbers, as a reader counts.
func Length(text string) int { return newSentence(text).Length() }

// split cuts a text into sentences: at a line break, and at . ! ? : before white space. Quotes and brackets that
// close may stand between. A piece without a word or number is none.
func split(text string) []Sentence {
	var sentences []Sentence
	from := 0
	cut := func(to int) {
		if s := newSentence(text[from:to]); s.Length() > 0 {
			sentences = append(sentences, s)
		}
		from = to
	}
	for i, r := range text {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			cut(i)
		case strings.ContainsRune(".!?:", r):
			rest := strings.TrimLeft(text[i+1:], `.!?"'”’»)]`)
			next, _ := utf8.DecodeRuneInString(rest)
			if rest == "" || unicode.IsSpace(next) {
				cut(max(from, len(text)-len(rest)))
			}
		}
	}
	cut(len(text))
	return sentences
}

func newSentence(text string) Sentence {
	s := Sentence{Text: strings.TrimSpace(text)}
	s.tokens = tokenise(s.Text)
	for _, t := range s.tokens {
		if t.number {
			s.Numbers++
		} else {
			s.Words++
		}
	}
	return s
}

// tokenise finds the words (letters with inner apostrophe or hyphen) and numbers (digits with inner points or commas).
func tokenise(text string) []token {
	var tokens []token
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r):
			end := run(text, i, isLetter, "'’-")
			tokens = append(tokens, token{text: text[i:end], folded: fold(text[i:end]), start: i, end: end})
			i = end
		case unicode.IsDigit(r):
			end := run(text, i, unicode.IsDigit, ".,")
			tokens = append(tokens, token{text: text[i:end], folded: text[i:end], number: true, start: i, end: end})
			i = end
		default:
			i += size
		}
	}
	return tokens
}

// isLetter takes in the accents that some systems write as a sign of their own after the letter.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) }

// run is the end of the longest run of wanted runes from i, with one inner sign allowed between two of them.
func run(text string, i int, wanted func(rune) bool, inner string) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if wanted(r) {
			i += size
			continue
		}
		next, nextSize := utf8.DecodeRuneInString(text[i+size:])
		if !strings.ContainsRune(inner, r) || nextSize == 0 || !wanted(next) {
			break
		}
		i += size
	}
	return i
}

// letters counts the letters of a word, without apostrophe and hyphen.
func letters(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
