package vm

import (
	"strings"
	"testing"
	"time"

	"perspectief/budget"
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
	press(t, talk, "reken")
	rows := map[string]string{}
	for _, r := range talk.Sheet().Sections[0].Rows {
		if strings.HasPrefix(r.ID, "vijf.") {
			rows[r.Label] = strings.TrimSpace(r.Fields[0].Value + " " + r.Note)
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
	_, got := quick(t, map[string]string{"volwassenen": "2", "kinderen": "geen, alleen 19"})
	for _, label := range []string{"Huurtoeslag", "Kinderbijslag", "Een dag meer werken"} {
		if got[label] != "" {
			t.Errorf("%s: %s", label, got[label])
		}
	}
	if got["Een dag gaan werken, voor het minimumloon"] == "" || got["Zorgtoeslag"] == "" {
		t.Errorf("got %v", got)
	}
}

// A wage without hours would count as no wage, and a rent that cannot be read as no rent: there is no picture then, and the field says
// what is wrong.
func TestNoPictureOfHalfAnAnswer(t *testing.T) {
	for field, answers := range map[string]map[string]string{
		"volwassenen": {"kinderen": "4"},
		"uren":        {"volwassenen": "1", "loon": "1800"},
		"loon":        {"volwassenen": "1", "uren": "24"},
		"huur":        {"volwassenen": "1", "huur": "x"},
	} {
		talk, got := quick(t, answers)
		for _, r := range talk.Sheet().Sections[0].Rows {
			if (r.Hint != "") != (r.ID == field) {
				t.Errorf("%v: %s says %q", answers, r.ID, r.Hint)
			}
		}
		if len(got) > 0 {
			t.Errorf("%v: a picture %v", answers, got)
		}
	}
}

// In January 2026 a child of 11 turns 12 next month at the soonest and in January 2027 at the latest, and so does one of 17. Least: the
// eldest grown next month and the other 11 all year; most: the other way round. The baby is there all year.
func TestTheBandHoldsEveryBirthday(t *testing.T) {
	talk := newTalk(t)
	talk.Today = time.Date(2026, time.January, 24, 0, 0, 0, 0, time.UTC)
	s := &sheet{text: map[string]string{"volwassenen": "1", "kinderen": "17, 11, 0"}}
	least, most := talk.quickHousehold(s, false), talk.quickHousehold(s, true)
	for name, want := range map[string][3]budget.YearMonth{
		"least": {{Year: 2008, Month: 2}, {Year: 2015, Month: 1}, {Year: 2025, Month: 2}},
		"most":  {{Year: 2009, Month: 1}, {Year: 2014, Month: 2}, {Year: 2025, Month: 2}},
	} {
		h := map[string]budget.Household{"least": least, "most": most}[name]
		for i, c := range h.Children {
			if c.Born != want[i] {
				t.Errorf("%s: child %d was born in %v, want %v", name, i, c.Born, want[i])
			}
		}
	}
}

// Who gets bijstand and works a day for the minimum wage keeps nothing of it: that is no gain of 0 euro. And the amount beside
// bijstand that was not asked for says that both do not go together.
func TestADayOfWorkBesideBijstand(t *testing.T) {
	_, got := quick(t, map[string]string{"volwassenen": "1", "huur": "650", "bijstand": yes})
	if work := got["Een dag gaan werken, voor het minimumloon"]; !strings.HasPrefix(work, "ongeveer evenveel ") || strings.Contains(work, "zonder bijstand") {
		t.Errorf("with bijstand: %q", work)
	}
	_, got = quick(t, map[string]string{"volwassenen": "1", "huur": "650", "bijstand": no})
	if work := got["Een dag gaan werken, voor het minimumloon"]; !strings.Contains(work, "Dit is zonder bijstand.") {
		t.Errorf("without: %q", work)
	}
}

func TestTheAnswersStayWhenOneGoesBack(t *testing.T) {
	talk, _ := quick(t, map[string]string{"volwassenen": "1", "kinderen": "4 en 9"})
	press(t, talk, "annuleren")
	if got := talk.Filled("kinderen"); got != "4 en 9" {
		t.Errorf("kinderen %q", got)
	}
	if row := talk.Sheet().Sections[0].Rows[1]; row.Note != "Wij tellen 2 kinderen." {
		t.Errorf("note %q", row.Note)
	}
}
