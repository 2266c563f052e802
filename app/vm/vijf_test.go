package vm

import (
	"strings"
	"testing"
)

// quick answers the five questions and gives the rows of the picture by label.
func quick(t *testing.T, answers map[string]string) (*Talk, map[string]string) {
	t.Helper()
	talk := newTalk(t) // 24 November 2026
	talk.New()
	press(t, talk, "vijf")
	for id, text := range answers {
		answer(t, talk, id, text)
	}
	rows := map[string]string{}
	if sections := talk.Sheet().Sections; len(sections) > 1 {
		for _, r := range sections[1].Rows {
			rows[r.Label] = r.Fields[0].Value + r.Note
		}
	}
	return talk, rows
}

// A child of 6 was born from December 2019 to November 2020. The older one has the higher kinderbijslag in all of 2026:
// (2 x 358.30 + 2 x 362.35) / 12 = 120.11; the younger one from 2027: (2 x 295.07 + 2 x 298.40) / 12 = 98.91. The zorgtoeslag of a low
// income is that of Dienst Toeslagen: 129 euro a month.
func TestFiveQuestionsGiveAPicture(t *testing.T) {
	talk, got := quick(t, map[string]string{"volwassenen": "1", "kinderen": "6", "huur": "650", "uren": "16", "loon": "1.080,00", "bijstand": no})
	for label, want := range map[string]string{"Kinderbijslag": "99 tot 120\u00a0euro per maand", "Zorgtoeslag": "ongeveer 129\u00a0euro per maand"} {
		if got[label] != want {
			t.Errorf("%s: %q, want %q", label, got[label], want)
		}
	}
	for _, label := range []string{"Huurtoeslag", "Kindgebonden budget", "Een dag meer werken"} {
		if got[label] == "" {
			t.Errorf("no %s in %v", label, got)
		}
	}
	if also := got["Misschien ook"]; !strings.Contains(also, "Kwijtschelding") || !strings.Contains(also, talk.say("blijft.kinderen")) {
		t.Errorf("also %q", also)
	}
	if talk.Dirty() || len(talk.household().Children) > 0 {
		t.Error("the questions wrote something down")
	}
}

func TestTheFewerAnswersTheLessIsSaid(t *testing.T) {
	if _, got := quick(t, nil); len(got) > 0 {
		t.Errorf("a picture of nothing: %v", got)
	}
	_, got := quick(t, map[string]string{"volwassenen": "2", "kinderen": "geen, alleen 19", "huur": "x"})
	for _, label := range []string{"Huurtoeslag", "Kinderbijslag", "Een dag meer werken"} {
		if got[label] != "" {
			t.Errorf("%s: %s", label, got[label])
		}
	}
	if got["Een dag gaan werken, voor het minimumloon"] == "" || got["Zorgtoeslag"] == "" {
		t.Errorf("got %v", got)
	}
}
