package vm

import (
	"fmt"
	"slices"
	"strings"

	"perspectief/assets"
	"perspectief/i18n"
	"perspectief/i18n/plain"
	"perspectief/plan"
)

// HelpSheet says how the program works. From it one goes to the hard words on letters, and to what the program is for.
func (t *Talk) HelpSheet() { t.ask(t.helpSheet) }

func (t *Talk) helpSheet(s *sheet) Sheet {
	return Sheet{Icon: "circle-help", Title: t.say("hulp"), Text: t.say("hulp.tekst"), Buttons: []Action{
		t.back(s, "sluiten"),
		s.button("woorden", t.say("woord"), "book-open", func() { t.ask(t.wordsSheet) }),
		s.button("over", t.say("over"), "info", func() { t.ask(t.aboutSheet) }),
	}}
}

// backToHelp is the way back of what was opened from the help.
func (t *Talk) backToHelp(s *sheet) []Action {
	s.cancel = "annuleren"
	return []Action{s.button(s.cancel, t.say("terug"), "arrow-left", t.HelpSheet), s.button("sluiten", t.say("sluiten"), "", t.closeSheet)}
}

// shownWords is how many words are explained at once.
const shownWords = 5

// wordsSheet explains the words that stand on letters.
func (t *Talk) wordsSheet(s *sheet) Sheet {
	look := s.field("zoek", t.say("woord.zoek"), TextField)
	look.Note = t.say("woord.zoek.noot")
	found := t.explainedOn(s.text["zoek"])
	words := Section{ID: "woord", Rows: []Row{look}}
	for i, w := range found[:min(len(found), shownWords)] {
		row := shown(fmt.Sprintf("woord.%d", i), plan.Capital(w.Term), "")
		row.Note = w.Explanation
		words.Rows = append(words.Rows, row)
	}
	switch more := len(found) - shownWords; {
	case more > 0:
		look.Note = t.Words.N("scherm.woord.meer", more)
	case len(found) == 0 && strings.TrimSpace(s.text["zoek"]) != "":
		look.Note = t.say("woord.geen")
	}
	words.Rows[0] = look
	return Sheet{Icon: "book-open", Title: t.say("woord"), Text: t.say("woord.uitleg"), Sections: []Section{words},
		Buttons: append([]Action{s.button("zoeken", t.say("woord.zoeken"), "book-open", t.notify)}, t.backToHelp(s)...)}
}

// explainedOn are the words that begin with what was typed, and behind them those that hold it.
func (t *Talk) explainedOn(typed string) []plain.EasyWord {
	typed = strings.ToLower(strings.TrimSpace(typed))
	if typed == "" || t.hard == nil {
		return nil
	}
	var begins, holds []plain.EasyWord
	for _, w := range t.hard.All() {
		switch term := strings.ToLower(w.Term); {
		case strings.HasPrefix(term, typed):
			begins = append(begins, w)
		case strings.Contains(term, typed):
			holds = append(holds, w)
		}
	}
	byTerm := func(a, b plain.EasyWord) int {
		return strings.Compare(strings.ToLower(a.Term), strings.ToLower(b.Term))
	}
	slices.SortFunc(begins, byTerm)
	slices.SortFunc(holds, byTerm)
	return append(begins, holds...)
}

// aboutCards are the cards about the program: its rows are the sentences id.1, id.2 and on, each with a note id.1.noot when it has one.
var aboutCards = []struct{ id, icon string }{{"wie", "heart"}, {"idee", "lightbulb"}, {"cijfers", "info"}, {"grens", "scale"}, {"niet", "lock"}, {"meer", "map-pin"}}

// aboutSheet says for whom the program is, where the idea came from, what it does not do, and where to read more.
func (t *Talk) aboutSheet(s *sheet) Sheet {
	out := Sheet{Icon: "sprout", Title: t.say("over"), Text: t.say("over.versie", i18n.Args{"getal": assets.Version}), Buttons: t.backToHelp(s)}
	for _, c := range aboutCards {
		id := "over." + c.id
		card := Section{ID: id, Icon: c.icon, Title: t.say(id)}
		for n := 1; t.Words.Has(fmt.Sprintf("scherm.%s.%d", id, n)); n++ {
			line := fmt.Sprintf("%s.%d", id, n)
			row := shown(line, t.say(line), "")
			if t.Words.Has("scherm." + line + ".noot") {
				row.Note = t.say(line + ".noot")
			}
			card.Rows = append(card.Rows, row)
		}
		out.Sections = append(out.Sections, card)
	}
	return out
}
