package plan

import (
	"slices"
	"strings"
	"time"

	"perspectief/i18n"
)

// consentParts are the sentences with which a helper asks whether the data of a family may be kept, in three parts that each
// have a title and a pictogram on paper. Sentences that belong together are one point.
var consentParts = []struct {
	title, pictogram string
	points           [][]string
}{
	{"opschrijven", "pencil", [][]string{{"help"}, {"schrijf", "bijvoorbeeld"}, {"bsn", "ziekte"}}},
	{"bewaren", "shield", [][]string{{"computer", "slot"}, {"internet"}, {"niemand", "alleen_als"}}},
	{"mag", "house-heart", [][]string{{"zien", "veranderen"}, {"weg", "dan_weg"}, {"zegt_nee", "toch", "print"}}},
}

// ConsentPart is a part of what a helper reads out before the family says yes or no.
type ConsentPart struct {
	Title  string
	Points []string // of one to three short sentences each
}

// ConsentText is what a helper reads out. The plan may name the organisation to call.
func ConsentText(words *i18n.Catalogue, p *Plan) []ConsentPart {
	var parts []ConsentPart
	for _, part := range consentParts {
		read := ConsentPart{Title: words.T("toestemming.deel." + part.title)}
		for _, point := range part.points {
			var sentences []string
			for _, s := range point {
				sentences = append(sentences, words.T("toestemming."+s))
			}
			read.Points = append(read.Points, strings.Join(sentences, " "))
		}
		parts = append(parts, read)
	}
	if call := complaint(words, p); call != "" {
		parts = append(parts, ConsentPart{words.T("toestemming.vraag"), []string{call, words.T("toestemming.autoriteit")}})
	}
	return parts
}

// complaint says whom to call; empty when nobody is named.
func complaint(words *i18n.Catalogue, p *Plan) string {
	if p == nil || len(p.Helpers) == 0 || p.Helpers[0].Phone == "" {
		return ""
	}
	h := p.Helpers[0]
	who := Clean(h.Organisation)
	if who == "" {
		who = Clean(h.FirstName)
	}
	return words.T("toestemming.klacht", i18n.Args{"wie": who, "telefoon": phone(h.Phone)})
}

// ConsentPage is the same question on paper, with empty boxes. It holds nothing of the family.
func ConsentPage(words *i18n.Catalogue, p *Plan, date time.Time) Document {
	say := func(id string) string { return words.T("toestemming." + id) }
	page := Block{Kind: PageBlock, Text: say("titel")}
	for _, part := range consentParts {
		s := section(say("deel."+part.title), part.pictogram)
		for _, id := range slices.Concat(part.points...) {
			s.Blocks = append(s.Blocks, Block{Kind: TextBlock, Text: say(id)})
		}
		page.Blocks = append(page.Blocks, s)
	}
	answer := section(say("antwoord"), "square-check",
		Block{Kind: CheckBlock, Text: say("ja")}, Block{Kind: CheckBlock, Text: say("nee")},
		Block{Kind: LinesBlock, Text: say("naam"), Count: 1}, Block{Kind: LinesBlock, Text: say("datum"), Count: 1},
		Block{Kind: LinesBlock, Text: say("tot"), Count: 1})
	ask := section(say("vraag"), "phone")
	if call := complaint(words, p); call != "" {
		ask = with(ask, eachOnItsLine(call)...)
	} else {
		ask.Blocks = append(ask.Blocks, Block{Kind: LinesBlock, Text: say("klacht_lijn"), Count: 1})
	}
	ask.Blocks = append(ask.Blocks, Block{Kind: TextBlock, Text: say("autoriteit")})
	page.Blocks = append(page.Blocks, answer, ask)
	return Document{Title: say("titel"), Pages: []Block{page}, words: words,
		Made: words.T("toestemming.gemaakt", i18n.Args{"datum": words.Date(date)}), Status: say("van")}
}
