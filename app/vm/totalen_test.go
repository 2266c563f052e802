package vm

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A helper makes the totals of a folder with one action: the passphrase is asked once, the files that do not count are named, and the
// table is written where the helper says. The folder holds a locked case that is not filled in, and a letter.
func TestTotalsFromTheWindow(t *testing.T) {
	for given, want := range map[string]string{passphrase: "gezin.perspectief: Het bestand is niet af", "": "gezin.perspectief: Het wachtwoord past niet"} {
		talk, _, d := newDesk(t)
		data, err := os.ReadFile("testdata/leeg.perspectief")
		if err != nil {
			t.Fatal(err)
		}
		for name, content := range map[string][]byte{"gezin.perspectief": data, "brief.txt": []byte("geen gezin")} {
			if err := os.WriteFile(filepath.Join(d.folder, name), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		talk.MakeTotals()
		answer(t, talk, "wachtwoord", given)
		press(t, talk, "verder")
		if s := talk.Sheet(); s == nil || !strings.Contains(s.Text, want) || !strings.Contains(s.Text, "brief.txt: Dit is geen bestand") {
			t.Fatalf("with %q: %+v", given, s)
		}
		press(t, talk, "opslaan")
		table, err := os.ReadFile(filepath.Join(d.folder, talk.dated("totalen")+".csv"))
		if err != nil || !strings.Contains(string(table), "Gesprekken die meetellen;minder dan 5\n") ||
			!strings.Contains(string(table), "niet van Perspectief zijn;1\n") {
			t.Errorf("with %q: %v\n%s", given, err, table)
		}
	}
}
