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
	for n := range 7 {
		h := full()
		h.LocalSchemes = nil
		h.Bijstand.Claims = n < 4
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
	for what, want := range map[string]string{"Gesprekken die meetellen": "7", "Gezinnen met werk": "7", "Gezinnen met bijstand": "minder dan 5",
		"Gezinnen die misschien geld laten liggen": "6", "Mist misschien: Bijzondere bijstand": "6"} {
		if got[what] != want {
			t.Errorf("%s: %q, want %q\n%s", what, got[what], want, out.String())
		}
	}
}
