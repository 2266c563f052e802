package vm

import (
	"slices"
	"strings"
	"testing"
)

// A word of a letter is found by its first letters; a word that begins with them stands before one that holds them.
func TestWordsOnLettersAreExplained(t *testing.T) {
	talk := newTalk(t)
	for _, c := range []struct {
		typed string
		first []string
		note  string
	}{
		{"", nil, "woord.zoek.noot"},
		{"  ", nil, "woord.zoek.noot"},
		{"deurw", []string{"Deurwaarder"}, "woord.zoek.noot"},
		{"LOONST", []string{"Loonstrook"}, "woord.zoek.noot"},
		{"qqq", nil, "woord.geen"},
	} {
		talk.HelpSheet()
		press(t, talk, "woorden")
		answer(t, talk, "zoek", c.typed)
		rows := talk.Sheet().Sections[0].Rows
		var terms []string
		for _, r := range rows[1:] {
			terms = append(terms, r.Label)
			if r.Note == "" {
				t.Errorf("%q: %s has no explanation", c.typed, r.Label)
			}
		}
		if len(terms) < len(c.first) || !slices.Equal(terms[:len(c.first)], c.first) || len(c.first) == 0 && len(terms) > 0 {
			t.Errorf("%q: got %v, want %v first", c.typed, terms, c.first)
		}
		if rows[0].Note != talk.say(c.note) {
			t.Errorf("%q: %q", c.typed, rows[0].Note)
		}
	}
}

// However much is found, there are a few words on the sheet and the number of the rest.
func TestManyWordsAreAFew(t *testing.T) {
	talk := newTalk(t)
	talk.HelpSheet()
	press(t, talk, "woorden")
	answer(t, talk, "zoek", "e")
	found := len(talk.explainedOn("e"))
	if found <= shownWords {
		t.Fatalf("only %d words", found)
	}
	if rows := talk.Sheet().Sections[0].Rows; len(rows) != 1+shownWords || rows[0].Note != talk.Words.N("scherm.woord.meer", found-shownWords) {
		t.Errorf("%d rows, %q", len(rows), rows[0].Note)
	}
}

// The helper reads beside the first page of each step what to ask and what not to say; the family does not.
func TestTheHelperReadsWhatToAsk(t *testing.T) {
	talk := newTalk(t)
	for s := range NumSteps {
		want := talk.say("gesprek." + stepNames[s])
		for view, shows := range map[string]bool{FamilyView: false, HelperView: true} {
			talk.SetView(view)
			talk.Go(s)
			talk.OpenPage(talk.pages(s)[0].id)
			if got := strings.Contains(talk.Screen().Intro, want); got != shows {
				t.Errorf("%s: %s: %v", stepNames[s], view, got)
			}
		}
	}
}
