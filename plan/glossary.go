package plan

import (
	"cmp"
	"slices"
	"strings"

	"perspectief/i18n/plain"
)

// maxTerms is what one page of hard words holds.
const maxTerms = 12

// hardWords is the page with the hard words that occur in the document, in the order of the alphabet. When there are
// too many, the words that come first in the plan are explained.
func (c *composer) hardWords(d Document) (Block, bool) {
	if c.HardWords == nil {
		return Block{}, false
	}
	var text strings.Builder
	d.walk(func(b Block) { text.WriteString(b.words() + "\n") })
	var terms []plain.EasyWord
	for _, m := range c.HardWords.Find(text.String()) {
		if len(terms) < maxTerms && !slices.Contains(terms, m.Word) {
			terms = append(terms, m.Word)
		}
	}
	if len(terms) == 0 {
		return Block{}, false
	}
	slices.SortFunc(terms, func(a, b plain.EasyWord) int {
		return cmp.Compare(strings.ToLower(a.Term), strings.ToLower(b.Term))
	})
	s := section("", "")
	for _, w := range terms {
		s = with(s, Block{Kind: TermBlock, Text: Capital(w.Term), Details: w.Explanation})
	}
	return Block{Kind: PageBlock, Text: c.say("plan.moeilijk"), Blocks: []Block{s}}, true
}
