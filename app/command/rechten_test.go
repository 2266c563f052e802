package command_test

import (
	"os"
	"path/filepath"
	"strconv"
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

// Only talks of families that agreed are counted; other files in the folder are passed over.
func TestTotalsOfAFolder(t *testing.T) {
	folder := t.TempDir()
	for i := range 8 {
		content := file(t, `"localSchemes":[]}`, `"localSchemes":[]},"consent":{"given":true,"totals":`+strconv.FormatBool(i < 6)+`}`)
		if err := os.WriteFile(filepath.Join(folder, strconv.Itoa(i)+".json"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "brief.txt"), []byte("geen gezin"), 0o600); err != nil {
		t.Fatal(err)
	}
	status, out, problems := call(t, "", "totalen", folder, "--datum", "2026-11-26")
	if status != 0 || !strings.Contains(out, "Gesprekken die meetellen;6\n") || strings.Contains(out, "Samira") {
		t.Errorf("status %d %s\n%s", status, problems, out)
	}
	if status, _, _ := call(t, "", "totalen", filepath.Join(folder, "weg")); status != 2 {
		t.Errorf("status %d for a folder that is not there", status)
	}
}
