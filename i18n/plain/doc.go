// Package plain measures how easy a Dutch text reads and says where it is too hard.
//
// Check looks at one text for one level: A2 for the family's copy, B1 for the helper's screens. It counts words,
// sentences and syllables by fixed rules, takes three readability formulas, and looks for long sentences, hard words,
// passives, subordinate clauses, signs and abbreviations, and words for which the program uses another word. Findings
// are catalogue ids with arguments, never sentences. Many bring a proposal: the easier word of the list, a long word in parts,
// or a long sentence in two. A sentence is cut only where both halves are sure to stand alone; else nothing is proposed.
//
// The measures help, they prove nothing: only readers can say that a text is easy. The formulas are
//
//	Flesch-Douma  206.835 - 0.93 W/S - 77 Sy/W      Douma 1960
//	Leesindex A   195 - 2 W/S - 2/3 x 100 Sy/W      Brouwer 1963
//	LIX           W/S + 100 L/W                     Björnsson 1968
//
// with W words, S sentences, Sy syllables and L words of seven or more letters.
package plain
