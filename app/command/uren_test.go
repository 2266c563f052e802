package command_test

import (
	"encoding/json"
	"strings"
	"testing"

	"perspectief/assets"
)

type cliff struct {
	From, At, Loss, Cause, Begin string
	To, Back                     *string
}

type curveOutput struct {
	Points []struct{ Hours string }
	Cliffs []cliff
	Limits []struct {
		Component, Scheme, At, Earnings, Loss string
		Stops                                 bool
	}
	BijstandEnds *struct{ Hours, DisposablePerYear string }
	Scenarios    []struct {
		ID, DisposablePerYear, PayBack string
		SameRules                      bool
		Reports                        []string
		FirstMonths                    []struct{ Month, Total, Before, TooMuch string }
	}
}

// exampleCurve runs `uren` on an example family, over 0 to 48 hours.
func exampleCurve(t *testing.T, id, adult string, more ...string) curveOutput {
	t.Helper()
	for _, e := range assets.Examples() {
		if e.ID != id {
			continue
		}
		args := append([]string{"uren", "-", "--json", "--adult", adult, "--to", "48", "--datum", "2026-11-21"}, more...)
		status, out, problems := call(t, string(e.Data), args...)
		var c curveOutput
		if err := json.Unmarshal([]byte(out), &c); err != nil || status != 0 {
			t.Fatal(status, problems, err)
		}
		return c
	}
	t.Fatal("no example", id)
	return curveOutput{}
}

// Every fall of the five example families, by hand from the law of 2026. What an hour a week brings in a year is 52 x wage x 1.08.
func TestCliffsOfTheExamplesByHand(t *testing.T) {
	word := func(s string) *string { return &s }
	for _, c := range []struct {
		id, adult string
		want      []cliff
	}{
		// Going to work costs 12 x 18.00 = 216.00 of travel. Half an hour is 0.5 x 52 x 14.71 x 1.08 = 413.06, net 34.42 a month, of
		// which 12.5%, 4.30, is exempt: 12 x 30.12 = 361.44 of bijstand goes. 413.06 - 361.44 - 216.00 = -164.38. An hour keeps 12.5%
		// of 826.11, 103.27: 216.00 / 103.27 = 2.09, so back at 2.1, among the half hours at 2.5.
		{"alleenstaande-ouder", "a1", []cliff{{From: "0", At: "0", Loss: "164.38", Cause: "reiskosten", Begin: "0", To: word("2.5"), Back: word("2.1")}}},
		// Travel is 12 x 64.00 = 768.00; half an hour is 454.90 less 4.5% pension 20.47: -333.57. An hour keeps 868.85 (no tax below
		// the credits): 768.00 / 868.85 = 0.884, so back at 0.9.
		//
		// The municipality gives 360 a year up to 2,400 a month, 28,800 a year. An hour is 868.85 of income: 28,801 / 868.85 = 33.148, so
		// it is there with 33.1 hours and gone with 33.2. At 33 hours 48,172.93 is left: 28,672.10 less 1,779 tax (10,250 - 3,115 -
		// 5,356) and 768 travel, with 2,963, 5,473 and 8,464 of toeslagen, 4,387.83 of kinderbijslag and 400 for school. At 33.5 it is
		// 29,106.52 less 1,926 (10,405 - 3,115 - 5,364), so 48,100.35: 72.58 less. At 34 hours, 29,540.95 less 2,072, it is more again.
		// To a tenth: 48,230.81 with 33.1 hours; each tenth adds 86.88 less some 29 of tax, and 303.12 was lost: back at 33.8.
		{"een-kostwinner", "a1", []cliff{{From: "0", At: "0", Loss: "333.57", Cause: "reiskosten", Begin: "0", To: word("1"), Back: word("0.9")},
			{From: "33", At: "33.1", Loss: "72.58", Cause: "lokaal", Begin: "33.1", To: word("34"), Back: word("33.8")}}},
		{"een-kostwinner", "a2", nil},
		{"oma-met-zoon", "a1", nil},
		// With the first hour both work and the care is bought: 44 x 9.85 + 92 x 11.35 = 1,477.60 a month, 17,731.20. The
		// kinderopvangtoeslag is 96% of 44 x 9.85 and of 92 x 11.23: 416.06 + 991.83 = 1,407.89 a month, 16,895: 836.20 to pay. Travel
		// is 384.00. Half an hour is 460.51 less 6% pension 27.63: 432.88 - 836.20 - 384.00 = -787.32. An hour keeps 865.76:
		// 1,220.20 / 865.76 = 1.41, so back at 1.5.
		{"twee-deeltijdbanen", "a1", []cliff{{From: "0", At: "0", Loss: "787.32", Cause: "kinderopvangkosten", Begin: "0", To: word("1.5"), Back: word("1.5")}}},
		// The other parent has no travel cost: 438.05 less 3% pension 13.14 - 836.20 = -411.29; 836.20 / 849.82 = 0.984: back at 1.
		{"twee-deeltijdbanen", "a2", []cliff{{From: "0", At: "0", Loss: "411.29", Cause: "kinderopvangkosten", Begin: "0", To: word("1"), Back: word("1")}}},
		{"zelfstandige-schoonmaker", "a1", nil},
	} {
		got := exampleCurve(t, c.id, c.adult).Cliffs
		if len(got) != len(c.want) {
			t.Errorf("%s %s: %d cliffs, want %d", c.id, c.adult, len(got), len(c.want))
			continue
		}
		for i, w := range c.want {
			g := got[i]
			if g.To == nil || g.Back == nil || *g.To != *w.To || *g.Back != *w.Back {
				t.Errorf("%s %s: back at %v and %v", c.id, c.adult, g.To, g.Back)
			}
			if g.To, g.Back = w.To, w.Back; g != w {
				t.Errorf("%s %s: %+v, want %+v", c.id, c.adult, g, w)
			}
		}
	}
}

// The mother of two earns 14.71 an hour: an hour a week is 826.11 a year. Without tax (credits are higher) the wage is above the
// norm and the exemption of July, 1,419.46 + 177.66 = 1,597.12 a month, from 19,165.44 a year: 23.2 hours; so from 23.2 on.
func TestBijstandOfAnExampleEnds(t *testing.T) {
	end := exampleCurve(t, "alleenstaande-ouder", "a1").BijstandEnds
	if end == nil || end.Hours != "23.2" {
		t.Errorf("bijstand ends at %+v, want 23.2", end)
	}
	if end := exampleCurve(t, "een-kostwinner", "a1").BijstandEnds; end != nil {
		t.Errorf("no bijstand was asked for: %+v", end)
	}
}

func TestScenariosOfAnExample(t *testing.T) {
	c := exampleCurve(t, "alleenstaande-ouder", "a1")
	if len(c.Scenarios) != 2 || c.Scenarios[0].ID != "s1" {
		t.Fatalf("scenarios %+v", c.Scenarios)
	}
	s := c.Scenarios[0]
	if len(s.FirstMonths) != 12 || s.FirstMonths[0].Month != "2026-12" || !s.SameRules {
		t.Errorf("first months %+v", s.FirstMonths)
	}
	for _, want := range []string{"toeslagen_inkomen", "gemeente_werk", "gemeente_loonstrook", "schulden_inkomen", "verhuurder_niets"} {
		if !strings.Contains(strings.Join(s.Reports, " "), want) {
			t.Errorf("reports %v lack %s", s.Reports, want)
		}
	}
	// 24 hours end the bijstand. With 16 hours the wage is 13,217.82, 1,101.49 net a month. On the wage alone the tax is 4,725 - 3,115
	// - 1,385 = 225: 12.5% of 1,082.74 is exempt, 135.34. So 966.15 counts and the bijstand is 435.35 and 453.31 in both halves of
	// the year: twelve months are 6 x 435.35 + 6 x 453.31 = 5,331.96.
	if s.PayBack != "5331.96" {
		t.Errorf("to pay back %s, want 5,331.96", s.PayBack)
	}
	_, text, _ := call(t, exampleText(t, "alleenstaande-ouder"), "uren", "-", "--datum", "2026-11-21")
	for _, want := range []string{"24 uur werken", "december 2026", "Zet", "Vanaf 23,2\u00a0uur"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

func exampleText(t *testing.T, id string) string {
	t.Helper()
	for _, e := range assets.Examples() {
		if e.ID == id {
			return string(e.Data)
		}
	}
	t.Fatal("no example", id)
	return ""
}

// A scheme in kind that stops at once is a limit with its distance, though the money does not fall.
func TestLimitOfASchemeInKind(t *testing.T) {
	scheme := `{"id":"pas","name":"Stadspas","per":"household","amount":"300","kind":"in-kind","period":"year","incomeBase":"gross","shape":"cliff","limitFull":"1900","countsAsCash":false}`
	before, _, _ := strings.Cut(exampleText(t, "een-kostwinner"), `"localSchemes": [`)
	text := before + `"localSchemes": [` + scheme + `]}}`
	status, out, problems := call(t, text, "uren", "-", "--json", "--to", "48")
	var c curveOutput
	if err := json.Unmarshal([]byte(out), &c); err != nil || status != 0 {
		t.Fatal(status, problems, err)
	}
	// 1,900 a month is 22,800 of toetsingsinkomen; an hour is 909.79 less 4.5% = 868.85: 22,801 / 868.85 = 26.2427, so with 26.2
	// hours the pass is there and with 26.3 it is gone; the last wage is 26.242 x 909.792 = 23,874.76.
	if len(c.Limits) != 1 || c.Limits[0].Scheme != "pas" || c.Limits[0].At != "26.2" || c.Limits[0].Loss != "300.00" || c.Limits[0].Earnings != "23874.76" {
		t.Errorf("limits %+v", c.Limits)
	}
}
