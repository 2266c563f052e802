package plan

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"perspectief/budget"
)

var saturday = time.Date(2026, 11, 21, 14, 30, 0, 0, time.UTC)

func agendaOf(t testing.TB, c Case) []Event {
	t.Helper()
	events, err := Agenda(engine(t), c, simpleDutch(t), saturday)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

func TestAgenda(t *testing.T) {
	h := couple("20")
	p := family(t).Plan
	p.Steps = append(p.Steps[:2:2], Step{Who: "Omar", Verb: "leest", What: "de post", Day: "elke vrijdag"})
	scenario := Scenario{ID: "s1", Jobs: []ScenarioHours{{Adult: "a1", HoursPerWeek: known("28")}}, From: "2027-02-01"}
	var got []string
	for _, e := range agendaOf(t, Case{Household: h, Plan: p, Scenarios: []Scenario{scenario}}) {
		got = append(got, e.Day.Format(time.DateOnly)+" "+e.Title)
	}
	// 20 December 2026, 20 February and 20 March 2027 are in a weekend. Kinderbijslag comes after each quarter (AKW art. 18),
	// holiday pay in May.
	want := []string{
		"2026-12-01 Samira belt het wijkteam.",
		"2026-12-03 Omar vraagt Leergeld om zwemles.",
		"2026-12-21 Rond deze dag komen de toeslagen.",
		"2027-01-01 Deze maand komt de kinderbijslag.",
		"2027-01-19 Wij kijken weer naar ons plan.",
		"2027-01-20 Rond deze dag komen de toeslagen.",
		"2027-02-01 Hebben wij de nieuwe uren doorgegeven?",
		"2027-02-22 Rond deze dag komen de toeslagen.",
		"2027-03-22 Rond deze dag komen de toeslagen.",
		"2027-04-01 Deze maand komt de kinderbijslag.",
		"2027-04-20 Rond deze dag komen de toeslagen.",
		"2027-05-01 Deze maand komt het vakantiegeld.",
	}
	if a, b := strings.Join(got, "\n"), strings.Join(want, "\n"); a != b {
		t.Errorf("got\n%s\nwant\n%s", a, b)
	}
}

func TestAgendaLeavesOutWhatIsDoneOrGone(t *testing.T) {
	h := couple("60") // no more hours, no toeslagen to speak of
	h.Children = nil
	h.Bijstand.Claims = false
	p := &Plan{Steps: []Step{{Who: "Sam", Verb: "belt", Day: "2026-12-01", Status: Done}, {Who: "Sam", Verb: "leest", Day: "2026-11-20"}},
		NextDate: "2026-11-21"}
	for _, e := range agendaOf(t, Case{Household: h, Plan: p}) {
		if strings.HasPrefix(e.Title, "Sam") {
			t.Errorf("%v is in the agenda", e)
		}
	}
	for _, e := range agendaOf(t, Case{Household: &budget.Household{Year: 2026, Adults: h.Adults[:1]}}) {
		if strings.Contains(e.Title, "{{") || e.Day.Before(saturday.AddDate(0, 0, -1)) {
			t.Errorf("%v", e)
		}
	}
}

func TestCalendarFile(t *testing.T) {
	events := []Event{{time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC), `Noor, Sem; of \ niet: ` + strings.Repeat("één lange zin ", 12), "06 12"}}
	write := func() string {
		var b bytes.Buffer
		if err := WriteICS(&b, events, saturday); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	file := write()
	if file != write() {
		t.Error("two files of the same events differ")
	}
	if strings.Count(file, "\n") != strings.Count(file, "\r\n") || !strings.HasSuffix(file, "END:VCALENDAR\r\n") {
		t.Error("a line does not end in CRLF")
	}
	for _, line := range strings.Split(file, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("%d octets, or a letter cut in two: %q", len(line), line)
		}
	}
	unfolded := strings.ReplaceAll(file, "\r\n ", "")
	for _, want := range []string{`SUMMARY:Noor\, Sem\; of \\ niet: één lange zin`, "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101",
		"DTSTAMP:20261121T000000Z", "DESCRIPTION:06 12", "CLASS:PRIVATE"} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("no %s in\n%s", want, unfolded)
		}
	}
	if id := regexp.MustCompile(`(?m)^UID:[0-9a-f]{32}@perspectief\r$`); !id.MatchString(file) {
		t.Error("the id is no digest")
	}
}
