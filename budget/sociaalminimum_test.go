package budget_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"perspectief/budget"
)

// normHousehold is a kind of household of the published tables.
func normHousehold(t *testing.T, kind string, year int) *budget.Household {
	t.Helper()
	ages := map[string][]int{"single": {40}, "couple": {40, 41}, "aow-single": {75}, "aow-couple": {75, 74},
		"single-u21": {19}, "mixed": {19, 30}, "mixed-kids": {19, 30}, "u21-couple": {19, 20}}[kind]
	if ages == nil {
		return nil
	}
	h := &budget.Household{Year: year, Partners: len(ages) == 2}
	for i, age := range ages {
		h.Adults = append(h.Adults, budget.Adult{ID: "a" + strconv.Itoa(i+1), Born: budget.YearMonth{Year: year - age, Month: 1}})
	}
	if strings.HasSuffix(kind, "-kids") {
		withChild(h, year-5)
	}
	return h
}

func normIn(t *testing.T, h *budget.Household, month int) *budget.NormPeriod {
	t.Helper()
	m, err := engine(t).SociaalMinimum(h)
	if err != nil {
		t.Fatal(err)
	}
	for i := range m.Periods {
		if p := &m.Periods[i]; month >= p.From && month < p.From+p.Months {
			return p
		}
	}
	t.Fatalf("no norm in month %d: %s %s", month, m.State, m.Reason)
	return nil
}

// The published tables of percentages, with and without holiday allowance: half a cent up, within the tolerance on the row.
func TestSociaalMinimumOfPublishedTables(t *testing.T) {
	file, err := os.Open("testdata/official/bijstand.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, row := range rows[1:] {
		if row[2] != "social_minimum_percentages" && row[2] != "holiday_allowance_share" {
			continue
		}
		t.Run(row[0], func(t *testing.T) { compared += compareTable(t, row) })
	}
	if compared < 60 {
		t.Errorf("only %d figures compared", compared)
	}
}

// compareTable compares one row and counts its figures. The years before 2025 and institutions are arithmetic on the printed norm.
func compareTable(t *testing.T, row []string) (compared int) {
	var in struct {
		Date      string `json:"rule_date"`
		Household string
		Inclusive string `json:"norm_incl_holiday"`
		Exclusive string `json:"norm_excl_holiday"`
	}
	expected := map[string]string{}
	if err := json.Unmarshal([]byte(row[3]), &in); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(row[4]), &expected); err != nil {
		t.Fatal(err)
	}
	tolerance := dec("0.001")
	if strings.Contains(row[7], "tolerance=0.011") {
		tolerance = dec("0.011")
	}
	p := &budget.NormPeriod{Norm: dec("0" + in.Inclusive + in.Exclusive), Holiday: dec("0.05")}
	year, month := in.Date[:4], 1
	if in.Date[5:7] == "07" {
		month = 7
	}
	if at, err := strconv.Atoi(year); err == nil && at >= 2025 {
		if h := normHousehold(t, in.Household, at); h != nil {
			if own := normIn(t, h, month); !own.Norm.Equal(p.Norm) {
				t.Errorf("the norm is %s, published %s", own.Norm, p.Norm)
			} else {
				p = own
			}
		}
	}
	for key, want := range expected {
		got := p.PercentWithoutHoliday(100)
		if percent, ok := strings.CutPrefix(key, "pct_"); ok {
			n, err := strconv.Atoi(percent)
			if err != nil {
				t.Fatal(err)
			}
			got = p.Percent(n)
		} else if key != "excl_holiday" {
			t.Fatalf("unknown figure %s", key)
		}
		if got.Sub(dec(want)).Abs().GreaterThan(tolerance) {
			t.Errorf("%s: %s, published %s", key, got, want)
		}
		compared++
	}
	return compared
}

// Norms through the year: the half-year, a housemate who turns 27 in April and shares the costs from May, an adult who turns 18.
func TestSociaalMinimumThroughTheYear(t *testing.T) {
	h := normHousehold(t, "single", 2026)
	h.OtherResidents = []budget.Resident{{Born: budget.YearMonth{Year: 1999, Month: 4}, CountsForKostendelersnorm: true}}
	for month, want := range map[int]string{4: "1401.50", 5: "1001.07", 7: "1013.90"} {
		p := normIn(t, h, month)
		if !p.Norm.Equal(dec(want)) || !p.Alone().Norm.Equal(dec(map[bool]string{false: "1401.50", true: "1419.46"}[month >= 7])) {
			t.Errorf("month %d: %s, alone %s", month, p.Norm, p.Alone().Norm)
		}
		if len(p.Steps) == 0 {
			t.Errorf("month %d: no figures of the law", month)
		}
	}
	young := normHousehold(t, "single", 2026)
	young.Adults[0].Born = budget.YearMonth{Year: 2008, Month: 8}
	if p := normIn(t, young, 9); !p.Norm.Equal(dec("350.42")) || p.From != 9 {
		t.Errorf("from month %d: %s", p.From, p.Norm)
	}
	for reason, h := range map[budget.Reason]*budget.Household{
		budget.ReasonNoFigures: normHousehold(t, "single", 2027),
		budget.ReasonAOWYear:   {Year: 2026, Adults: []budget.Adult{{ID: "a1", Born: budget.YearMonth{Year: 1959, Month: 3}}}},
	} {
		if m, err := engine(t).SociaalMinimum(h); err != nil || m.State != budget.Unknown || m.Reason != reason {
			t.Errorf("%+v, %v; want %s", m, err, reason)
		}
	}
}
