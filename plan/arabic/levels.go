package arabic

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// sequence is text of one level with its isolates cut out: an isolating run sequence of the algorithm.
type sequence struct {
	level   int
	at      []int // places in the text
	runes   []rune
	classes []bidi.Class
	levels  []int
}

func (s *sequence) add(at int, r rune) {
	class := classOf(r)
	if isIsolate(r) || r == endOfIsolate {
		class = bidi.ON
	}
	s.at, s.runes, s.classes = append(s.at, at), append(s.runes, r), append(s.classes, class)
}

// edge is the direction of what stands around the sequence.
func (s *sequence) edge() bidi.Class {
	if s.level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

func (s *sequence) resolve() {
	original := slices.Clone(s.classes)
	s.weak()
	s.brackets(original)
	s.neutral()
	s.levels = make([]int, len(s.classes))
	for i, class := range s.classes {
		s.levels[i] = s.level
		switch { // I1, I2
		case s.level%2 == 0 && class == bidi.R, s.level%2 == 1 && class != bidi.R:
			s.levels[i]++
		case s.level%2 == 0 && class != bidi.L:
			s.levels[i] += 2
		}
	}
}

// weak resolves numbers and what stands in and around them (W1 to W7).
func (s *sequence) weak() {
	c := s.classes
	previous, strong := s.edge(), s.edge()
	for i := range c {
		if c[i] == bidi.NSM { // W1
			c[i] = previous
		}
		previous = c[i]
		switch {
		case c[i] == bidi.L || c[i] == bidi.R || c[i] == bidi.AL:
			strong = c[i]
		case c[i] == bidi.EN && strong == bidi.AL: // W2
			c[i] = bidi.AN
		}
	}
	for i := range c {
		if c[i] == bidi.AL { // W3
			c[i] = bidi.R
		}
	}
	for i := 1; i+1 < len(c); i++ { // W4
		between := c[i-1] == c[i+1]
		switch {
		case between && c[i-1] == bidi.EN && (c[i] == bidi.ES || c[i] == bidi.CS):
			c[i] = bidi.EN
		case between && c[i-1] == bidi.AN && c[i] == bidi.CS:
			c[i] = bidi.AN
		}
	}
	s.terminators()
	strong = s.edge()
	for i := range c {
		switch {
		case c[i] == bidi.ES || c[i] == bidi.ET || c[i] == bidi.CS: // W6
			c[i] = bidi.ON
		case c[i] == bidi.L || c[i] == bidi.R:
			strong = c[i]
		case c[i] == bidi.EN && strong == bidi.L: // W7
			c[i] = bidi.L
		}
	}
}

// terminators joins signs such as the euro to the number beside them (W5).
func (s *sequence) terminators() {
	c := s.classes
	for i := 0; i < len(c); i++ {
		end := i
		for end < len(c) && c[end] == bidi.ET {
			end++
		}
		if end == i {
			continue
		}
		if i > 0 && c[i-1] == bidi.EN || end < len(c) && c[end] == bidi.EN {
			for k := i; k < end; k++ {
				c[k] = bidi.EN
			}
		}
		i = end - 1
	}
}

// direction is L or R for what counts as strong to a neutral sign, numbers being R; ON for the rest.
func direction(class bidi.Class) bidi.Class {
	switch class {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

var closing = map[rune]rune{'(': ')', '[': ']', '{': '}'}

// brackets gives the two of a pair the same direction (N0).
func (s *sequence) brackets(original []bidi.Class) {
	for _, pair := range s.pairs(original) {
		set := s.insideBrackets(pair[0], pair[1])
		if set == bidi.ON {
			continue
		}
		s.classes[pair[0]], s.classes[pair[1]] = set, set
	}
}

// pairs lists the brackets that belong together, by their opening one (BD16).
func (s *sequence) pairs(original []bidi.Class) [][2]int {
	var open []int
	var all [][2]int
	for i, r := range s.runes {
		if original[i] != bidi.ON || s.classes[i] != bidi.ON {
			continue
		}
		if closing[r] != 0 {
			open = append(open, i)
			continue
		}
		for k := len(open) - 1; k >= 0; k-- {
			if closing[s.runes[open[k]]] == r {
				all = append(all, [2]int{open[k], i})
				open = open[:k]
				break
			}
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return a[0] - b[0] })
	return all
}

func (s *sequence) insideBrackets(from, to int) bidi.Class {
	found := bidi.Class(bidi.ON)
	for i := from + 1; i < to; i++ {
		switch d := direction(s.classes[i]); d {
		case s.edge():
			return d // N0 b
		case bidi.L, bidi.R:
			found = d
		}
	}
	if found == bidi.ON {
		return bidi.ON // N0 d
	}
	before := s.edge()
	for i := from - 1; i >= 0; i-- {
		if d := direction(s.classes[i]); d != bidi.ON {
			before = d
			break
		}
	}
	if before == found {
		return found // N0 c1
	}
	return s.edge() // N0 c2
}

// neutral gives signs between two of the same direction that direction, and others that of the sentence (N1, N2).
func (s *sequence) neutral() {
	c := s.classes
	before := s.edge()
	for i := 0; i < len(c); i++ {
		if d := direction(c[i]); d != bidi.ON {
			before = d
			continue
		}
		end, after := i, s.edge()
		for ; end < len(c); end++ {
			if d := direction(c[end]); d != bidi.ON {
				after = d
				break
			}
		}
		set := s.edge()
		if before == after {
			set = before
		}
		for k := i; k < end; k++ {
			c[k] = set
		}
		i = end - 1
	}
}
