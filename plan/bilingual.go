package plan

import (
	"cmp"
	"strings"

	"perspectief/i18n"
)

// A print in two languages is the same plan composed twice, once in each language. Both have the same blocks in the same order;
// the second one gives its words to the first as translations. What the family said itself stays as it was said.

// inSecond is the input of the same plan in its second language. Its own sentences, such as steps, stay Dutch, and the hard words
// are those of the Dutch text.
func (in Input) inSecond() Input {
	in.dutch, in.Words, in.Second, in.HardWords = in.Words, in.Second, nil, nil
	return in
}

// ownWords is the catalogue for what the family said itself.
func (in *Input) ownWords() *i18n.Catalogue { return cmp.Or(in.dutch, in.Words) }

// isSecond reports whether the words are a translation.
func (in *Input) isSecond() bool { return in.dutch != nil }

// rightName is a right in easy words. The name that a municipality gave its scheme is not translated.
func (c *composer) rightName(r Right) string {
	id, _, _ := strings.Cut(r.ID, ".")
	if id = "recht." + id; c.isSecond() && c.Words.Has(id) && c.dutch.T(id) == r.Name {
		return c.Words.T(id)
	}
	return Capital(Clean(r.Name))
}

// office is where to ask for a right. Names of offices stay Dutch; "de school" is no name.
func (c *composer) office(where string) string {
	if c.isSecond() {
		for _, id := range c.Words.IDs() {
			if strings.HasPrefix(id, "loket.") && c.dutch.T(id) == where {
				return c.Words.T(id)
			}
		}
	}
	return Clean(where)
}

// translated gives a document the words of the same document in another language.
func translated(d, other Document, words *i18n.Catalogue) Document {
	about, _ := i18n.TranslationOf(words.Language())
	d.Second = &Second{Language: about.Language, RightToLeft: about.RightToLeft,
		Title: other.Title, Made: other.Made, Status: other.Status, words: words}
	if !about.Reviewed() {
		d.Second.Warning, d.Second.WarningDutch = words.T("vertaling.niet_gecontroleerd"), d.words.T("vertaling.niet_gecontroleerd")
	}
	d.Pages = translatedBlocks(d.Pages, other.Pages)
	for i := len(other.Pages); i < len(d.Pages); i++ {
		d.Pages[i] = translatedTerms(d.Pages[i], words)
	}
	return d
}

// translatedBlocks pairs blocks as far as both sides have them.
func translatedBlocks(dutch, other []Block) []Block {
	all := make([]Block, len(dutch))
	for i, b := range dutch {
		if i < len(other) && other[i].Kind == b.Kind {
			b = translatedBlock(b, other[i])
		}
		all[i] = b
	}
	return all
}

func translatedBlock(b, other Block) Block {
	if b.Kind != OwnBlock {
		b.Translation = translation(b.Text, other.Text, b.Details, other.Details)
	}
	bars := make([]Bar, len(b.Bars))
	for i, bar := range b.Bars {
		if i < len(other.Bars) {
			bar.Translation = translation(bar.Caption, other.Bars[i].Caption, bar.Amount, other.Bars[i].Amount)
		}
		bars[i] = bar
	}
	if len(bars) > 0 {
		b.Bars = bars
	}
	if len(b.Blocks) > 0 {
		b.Blocks = translatedBlocks(b.Blocks, other.Blocks)
	}
	return b
}

// translation leaves out what is the same in both languages: names, numbers and the family's own words.
func translation(text, otherText, details, otherDetails string) Translation {
	var t Translation
	if i18n.WithoutIsolates(otherText) != text {
		t.Text = otherText
	}
	if i18n.WithoutIsolates(otherDetails) != details {
		t.Details = otherDetails
	}
	return t
}

// translatedTerms is the page of hard words. Words that the catalogue does not explain stay Dutch alone.
func translatedTerms(p Block, words *i18n.Catalogue) Block {
	p.Translation.Text = words.T("plan.moeilijk")
	sections := make([]Block, len(p.Blocks))
	for i, s := range p.Blocks {
		terms := make([]Block, len(s.Blocks))
		for k, b := range s.Blocks {
			if id := termID(b.Text); words.Has(id) {
				b.Translation = Translation{words.T(id), words.T(id + ".uitleg")}
			}
			terms[k] = b
		}
		s.Blocks = terms
		sections[i] = s
	}
	p.Blocks = sections
	return p
}

// termID is the id of a hard word in the catalogues.
func termID(term string) string {
	return "woord." + strings.ReplaceAll(strings.ToLower(term), " ", "_")
}
