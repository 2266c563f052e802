package command_test

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestRightsOnTheCommandLine(t *testing.T) {
	status, out, problems := call(t, "", "rechten", single, "--datum", "2026-11-26")
	if status != 0 {
		t.Fatalf("status %d: %s", status, problems)
	}
	for _, want := range []string{"Zorgtoeslag", "Kwijtschelding van gemeente en waterschap", "Ouderbijdrage van school (c1)", "weten wij niet"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	if strings.Contains(out, "⟦") || strings.Contains(out, "Samira") {
		t.Errorf("an id without words, or a name:\n%s", out)
	}
}

func TestSchemesOnTheCommandLine(t *testing.T) {
	files, err := filepath.Glob("../../assets/regelingen/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(err, len(files))
	}
	for _, file := range files {
		if status, out, problems := call(t, "", "regelingen", file); status != 0 || strings.Contains(out, "⟦") {
			t.Errorf("%s: status %d %s\n%s", file, status, problems, out)
		}
	}
}
