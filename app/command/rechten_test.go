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

// Only talks of families that agreed are counted; each other file in the folder is named, without its folder, and counted.
func TestTotalsOfAFolder(t *testing.T) {
	folder := t.TempDir()
	for i := range 8 {
		content := file(t, `"localSchemes":[]}`, `"localSchemes":[]},"consent":{"given":true,"totals":`+strconv.FormatBool(i < 6)+`}`)
		if err := os.WriteFile(filepath.Join(folder, strconv.Itoa(i)+".json"), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	locked, err := os.ReadFile("../vm/testdata/leeg.perspectief")
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"brief.txt": "geen gezin", "half.json": `{"schema":1,"household":{"year":2026,"adu`,
		"gezin.perspectief": string(locked), ".gezin.perspectief.slot": ""} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(folder, "weg"), filepath.Join(folder, "koppeling.json")); err != nil {
		t.Fatal(err)
	}
	wrong, right := filepath.Join(t.TempDir(), "fout.txt"), filepath.Join(t.TempDir(), "goed.txt")
	for path, text := range map[string]string{wrong: "drie andere woorden", right: "drie losse woorden"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	status, out, problems := call(t, "", "totalen", folder, "--datum", "2026-11-26")
	if status != 0 || !strings.Contains(out, "Gesprekken die meetellen;6\n") || strings.Contains(out, "Samira") {
		t.Errorf("status %d %s\n%s", status, problems, out)
	}
	for _, line := range []string{"niet van Perspectief zijn;1\n", "een fout hebben;1\n", "met een ander wachtwoord;1\n", "niet te lezen zijn;1\n"} {
		if !strings.Contains(out, line) {
			t.Errorf("%q is not in\n%s", line, out)
		}
	}
	const named = `brief.txt: telt niet mee. Dit is geen bestand van Perspectief.
gezin.perspectief: telt niet mee. Het wachtwoord past niet of ontbreekt.
half.json: telt niet mee. Het bestand is niet af, of er zit een fout in.
koppeling.json: telt niet mee. Het bestand is niet te lezen.
`
	if problems != named {
		t.Errorf("got\n%s\nwant\n%s", problems, named)
	}
	if _, out, _ := call(t, "", "totalen", folder, "--datum", "2026-11-26", "--passphrase-file", wrong); !strings.Contains(out, "ander wachtwoord;1\n") {
		t.Errorf("with another passphrase:\n%s", out)
	}
	if _, out, _ := call(t, "", "totalen", folder, "--datum", "2026-11-26", "--passphrase-file", right); strings.Contains(out, "ander wachtwoord") {
		t.Errorf("with the passphrase:\n%s", out)
	}
	if status, _, _ := call(t, "", "totalen", filepath.Join(folder, "weg")); status != 2 {
		t.Errorf("status %d for a folder that is not there", status)
	}
}
