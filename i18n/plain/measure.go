package plain

import "github.com/shopspring/decimal"

// Measure holds the counts of a text and what the formulas make of them. Numbers are no words here. A text without
// words has zeros.
type Measure struct {
	Words, Sentences, Syllables int
	Letters                     int
	LongWords                   int // of seven or more letters
	Longest                     int // words and numbers of the longest sentence
	Average                     decimal.Decimal
	FleschDouma, LeesindexA     decimal.Decimal
	LIX                         decimal.Decimal
}

const longWord = 7

// measure counts and takes the formulas. A sentence without words, such as a number on a line of its own, counts for
// the longest sentence only.
func measure(sentences []Sentence) Measure {
	var m Measure
	for _, s := range sentences {
		m.Longest = max(m.Longest, s.Length())
		if s.Words == 0 {
			continue
		}
		m.Sentences++
		m.Words += s.Words
		for _, t := range s.tokens {
			if !t.number {
				m.add(t.text)
			}
		}
	}
	if m.Words > 0 {
		m.formulas()
	}
	return m
}

func (m *Measure) add(word string) {
	n := letters(word)
	m.Letters += n
	if n >= longWord {
		m.LongWords++
	}
	m.Syllables += Syllables(word)
}

var (
	hundred        = decimal.NewFromInt(100)
	doumaBase      = decimal.RequireFromString("206.835")
	doumaSentence  = decimal.RequireFromString("0.93")
	doumaSyllable  = decimal.NewFromInt(77)
	brouwerBase    = decimal.NewFromInt(195)
	brouwerWords   = decimal.NewFromInt(2)
	brouwerHundred = decimal.NewFromInt(200) // of 2/3 x 100; the third follows as a division
	three          = decimal.NewFromInt(3)
)

func (m *Measure) formulas() {
	words := decimal.NewFromInt(int64(m.Words))
	m.Average = words.Div(decimal.NewFromInt(int64(m.Sentences)))
	syllables := decimal.NewFromInt(int64(m.Syllables))
	m.FleschDouma = doumaBase.Sub(doumaSentence.Mul(m.Average)).Sub(doumaSyllable.Mul(syllables).Div(words))
	m.LeesindexA = brouwerBase.Sub(brouwerWords.Mul(m.Average)).Sub(brouwerHundred.Mul(syllables).Div(words.Mul(three)))
	m.LIX = m.Average.Add(hundred.Mul(decimal.NewFromInt(int64(m.LongWords))).Div(words))
}
