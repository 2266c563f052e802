package arabic

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// Direction is the direction of a sentence as a whole.
type Direction int

// The directions.
const (
	LeftToRight Direction = iota
	RightToLeft
	FromText // that of the first letter
)

// The marks around a stretch that keeps its own direction, whatever stands around it.
const (
	firstStrongIsolate = '\u2068'
	endOfIsolate       = '\u2069'
)

func isIsolate(r rune) bool { return r >= '\u2066' && r <= firstStrongIsolate }

// Balance closes isolates that go on over the end of a line and opens them again on the next one.
func Balance(lines []string) {
	var open []rune
	for i, line := range lines {
		begin := string(open)
		for _, r := range line {
			switch {
			case isIsolate(r):
				open = append(open, r)
			case r == endOfIsolate && len(open) > 0:
				open = open[:len(open)-1]
			}
		}
		lines[i] = begin + line + strings.Repeat(string(endOfIsolate), len(open))
	}
}

// Visual gives the letters of a line in the forms and in the order in which they are drawn from left to right.
func Visual(line string, base Direction) string {
	if base != RightToLeft && !needsOrder(line) {
		return line
	}
	text := []rune(strings.Map(withoutEmbedding, Shape(line)))
	level := 0
	if base == RightToLeft || base == FromText && firstStrong(text) == bidi.R {
		level = 1
	}
	levels := make([]int, len(text))
	resolve(text, levels, level)
	resetEnd(text, levels, level)
	return drawn(text, levels)
}

// needsOrder reports whether a line holds letters from right to left, or isolates.
func needsOrder(line string) bool {
	return strings.ContainsFunc(line, func(r rune) bool {
		if r < 0x0590 {
			return false
		}
		class := classOf(r)
		return class == bidi.R || class == bidi.AL || class == bidi.AN || isIsolate(r) || r == endOfIsolate
	})
}

func withoutEmbedding(r rune) rune {
	switch classOf(r) {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return -1
	}
	return r
}

func classOf(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// firstStrong is the direction of the first letter outside isolates: L, or R for every letter from the right (P2, P3).
func firstStrong(text []rune) bidi.Class {
	depth := 0
	for _, r := range text {
		switch class := classOf(r); {
		case isIsolate(r):
			depth++
		case r == endOfIsolate:
			depth = max(0, depth-1)
		case depth > 0:
		case class == bidi.L:
			return bidi.L
		case class == bidi.R, class == bidi.AL:
			return bidi.R
		}
	}
	return bidi.L
}

// resolve gives every rune its level. What stands in an isolate is resolved by itself; for the text around it the isolate is a
// neutral sign.
func resolve(text []rune, levels []int, level int) {
	s := sequence{level: level}
	for i := 0; i < len(text); i++ {
		r := text[i]
		s.add(i, r)
		if !isIsolate(r) {
			continue
		}
		end := matching(text, i)
		inner := text[i+1 : end]
		resolve(inner, levels[i+1:end], innerLevel(r, inner, level))
		i = end - 1 // the end mark belongs to the text around
	}
	s.resolve()
	for k, i := range s.at {
		levels[i] = s.levels[k]
	}
}

// matching is the place of the mark that ends the isolate at i, or the end of the text.
func matching(text []rune, i int) int {
	depth := 0
	for k := i; k < len(text); k++ {
		switch {
		case isIsolate(text[k]):
			depth++
		case text[k] == endOfIsolate:
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return len(text)
}

// innerLevel is the next higher level with the direction of the isolate: odd for right to left.
func innerLevel(mark rune, inner []rune, outer int) int {
	fromRight := classOf(mark) == bidi.RLI || mark == firstStrongIsolate && firstStrong(inner) == bidi.R
	level := outer + 1
	if (level%2 == 1) != fromRight {
		level++
	}
	return level
}

// resetEnd gives space at the end of the line the level of the sentence (L1).
func resetEnd(text []rune, levels []int, base int) {
	for i := len(text) - 1; i >= 0; i-- {
		if class := classOf(text[i]); class != bidi.WS && !isIsolate(text[i]) && text[i] != endOfIsolate {
			return
		}
		levels[i] = base
	}
}

// drawn turns around every stretch from the highest level down (L2), shows pairs the other way around where the text runs
// from the right (L4), and leaves out the marks of isolates.
func drawn(text []rune, levels []int) string {
	type cell struct {
		letter rune
		level  int
	}
	var cells []cell
	highest := 0
	for i, r := range text {
		if isIsolate(r) || r == endOfIsolate {
			continue
		}
		if other, paired := mirrored[r]; paired && levels[i]%2 == 1 {
			r = other
		}
		cells = append(cells, cell{r, levels[i]})
		highest = max(highest, levels[i])
	}
	for level := highest; level > 0; level-- {
		for i := 0; i < len(cells); i++ {
			end := i
			for end < len(cells) && cells[end].level >= level {
				end++
			}
			if end > i {
				slices.Reverse(cells[i:end])
				i = end
			}
		}
	}
	letters := make([]rune, len(cells))
	for i, c := range cells {
		letters[i] = c.letter
	}
	return string(letters)
}

// mirrored are the pairs that occur in plain text.
var mirrored = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<',
	'«': '»', '»': '«', '‹': '›', '›': '‹'}
