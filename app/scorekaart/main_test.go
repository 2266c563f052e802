package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const published = "../../budget/testdata/official"

// The scorecard in docs tells what the program of today does with the published examples.
func TestScorecardIsOfToday(t *testing.T) {
	page, differs, err := compose(sources{examples: published}, "2026-11-24")
	if err != nil {
		t.Fatal(err)
	}
	if differs {
		t.Error("an example differs")
	}
	_, examples, found := strings.Cut(page, "## ")
	if !found {
		t.Fatal("no section")
	}
	kept, err := os.ReadFile("../../docs/scorecard.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(kept), examples) {
		t.Error("docs/scorecard.md is out of date: go run ./app/scorekaart")
	}
}

// A single person with a wage of 10,000 pays no tax in 2026: 3,575 in the first bracket, less 3,115 algemene heffingskorting and
// 832.40 arbeidskorting. The zorgtoeslag is the maximum that the leaflet of Dienst Toeslagen names: 1,550.
const household = `{"case": "x", "group": "g", "document": {"schema": 1, "household": {"year": 2026, "adults": [{"id": "a1",
"born": "1990-05", "jobs": [{"id": "j1", "hoursPerWeek": "10", "hourlyWage": "19.230769", "holidayAllowancePercent": "0",
"pensionPercent": "0", "travelCostPerMonth": "0", "payrollCredit": true}], "benefits": [], "wealth": "0"}], "partners": false,
"children": [], "otherResidents": [], "housing": {"kind": "other"}, "bijstand": {"claims": false, "exemption": {"kind": "none",
"months": 0}}, "localSchemes": []}}, "expected": {"loon": "10000", "zorgtoeslag": "1550", "uitkering": "0", "winst": "0",
"pensioenpremie": "0", "inkomstenbelasting": "0", "zvw": "0", "bijstand": "0", "kinderbijslag": "0", "huurtoeslag": "0",
"kindgebonden_budget": "0", "kinderopvangtoeslag": "0", "lokaal": "0", "kinderopvangkosten": "0", "reiskosten": "0",
"disposablePerYear": "11550"}}`

func TestHouseholds(t *testing.T) {
	for name, c := range map[string]struct {
		content string
		line    string
		differs bool
	}{
		"equal":  {household, "| g | 2026 | 1 | 1 | 0 |", false},
		"differ": {strings.Replace(household, `"11550"`, `"11552.50"`, 1), "| g | 2026 | 1 | 0 | 2,50 |", true},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "households.jsonl")
			if err := os.WriteFile(file, []byte(c.content), 0o600); err != nil {
				t.Fatal(err)
			}
			page, differs, err := compose(sources{examples: published, households: file}, "2026-11-24")
			if err != nil {
				t.Fatal(err)
			}
			if differs != c.differs || !strings.Contains(page, c.line) {
				t.Errorf("differs %v, and no %q in\n%s", differs, c.line, page[strings.LastIndex(page, "## "):])
			}
		})
	}
}

func TestFaults(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.jsonl")
	if err := os.WriteFile(bad, []byte(`{"case": "x", "document": {"schema": 1}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		from sources
		day  string
	}{
		"date":       {sources{examples: published}, "24-11-2026"},
		"examples":   {sources{examples: t.TempDir()}, "2026-11-24"},
		"tables":     {sources{examples: published, tables: t.TempDir()}, "2026-11-24"},
		"households": {sources{examples: published, households: bad}, "2026-11-24"},
	} {
		if page, _, err := compose(c.from, c.day); err == nil || page != "" {
			t.Errorf("%s: no error", name)
		}
	}
}
