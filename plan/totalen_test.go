package plan

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"perspectief/budget"
)

// Numbers below five are not shown, and nothing in the table is of one family.
func TestTotalsShowNoSmallNumbers(t *testing.T) {
	e := sheetEngine(t)
	var totals Totals
	for n := range 14 {
		h := full()
		h.LocalSchemes = nil
		h.Bijstand.Claims = n < 4
		if n >= 8 {
			for i := range h.Adults {
				h.Adults[i].Jobs, h.Adults[i].Profit = nil, nil
			}
		}
		check, err := e.Rechten(h, budget.RechtenOptions{Today: sheetDay})
		if err != nil {
			t.Fatal(err)
		}
		said := Answers{Rights: []budget.RightAnswer{{Right: "kwijtschelding", Answer: budget.AnswerYes}}}
		if n < 6 {
			said.Rights = append(said.Rights, budget.RightAnswer{Right: "bijzondere_bijstand", Answer: budget.AnswerNo})
		}
		totals.Add(h, check, said)
	}
	var out bytes.Buffer
	if err := totals.WriteCSV(&out, dutch(t)); err != nil {
		t.Fatal(err)
	}
	read := csv.NewReader(strings.NewReader(out.String()))
	read.Comma = ';'
	rows, err := read.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, r := range rows {
		got[r[0]] = r[1]
	}
	for what, want := range map[string]string{"Gesprekken die meetellen": "14", "Gezinnen met werk": "8", "Gezinnen met bijstand": "minder dan 5",
		"Gezinnen die misschien geld laten liggen": "6", "Mist misschien: Bijzondere bijstand": "6"} {
		if got[what] != want {
			t.Errorf("%s: %q, want %q\n%s", what, got[what], want, out.String())
		}
	}
}

// A number that tells a small one is hidden too. By hand: 18 of 20 with work tells of 2 without, 15 tells of 5. Of 12 families with
// children 8 with one parent tell of 4 with two. Of 15 that miss something 11 that miss one right tell of 4 that do not; two rights of
// 9 and 9 tell of 9 + 9 - 15 = 3 that miss both, and of 10 and 10 of 5.
func TestTotalsHideWhatTellsASmallNumber(t *testing.T) {
	words := dutch(t)
	for _, c := range []struct {
		counts map[string]int
		id     string
		want   string
	}{
		{map[string]int{"totaal.werk": 18}, "totaal.werk", "niet getoond"},
		{map[string]int{"totaal.werk": 20}, "totaal.werk", "niet getoond"},
		{map[string]int{"totaal.werk": 15}, "totaal.werk", "15"},
		{map[string]int{"totaal.werk": 4}, "totaal.werk", "minder dan 5"},
		{map[string]int{"totaal.kinderen": 12, "totaal.een_ouder": 8}, "totaal.een_ouder", "niet getoond"},
		{map[string]int{"totaal.kinderen": 12, "totaal.een_ouder": 7}, "totaal.een_ouder", "7"},
		{map[string]int{missing: 15, "recht.a": 11}, "recht.a", "niet getoond"},
		{map[string]int{missing: 15, "recht.a": 9, "recht.b": 9}, "recht.a", "9"},
		{map[string]int{missing: 15, "recht.a": 9, "recht.b": 9}, "recht.b", "niet getoond"},
		{map[string]int{missing: 15, "recht.a": 10, "recht.b": 10}, "recht.b", "10"},
	} {
		totals := Totals{Talks: 20, counts: c.counts}
		if got := totals.shown(c.id, words); got != c.want {
			t.Errorf("%v: %s is %q, want %q", c.counts, c.id, got, c.want)
		}
	}
}
