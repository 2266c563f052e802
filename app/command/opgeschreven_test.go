package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatIsWrittenDownAndTheConsentPage(t *testing.T) {
	const family = "../../assets/voorbeelden/alleenstaande-ouder.json"
	for _, c := range []struct {
		args  []string
		holds string
	}{
		{[]string{"opgeschreven", family, "--tekst"}, "Alles wat over ons is opgeschreven"},
		{[]string{"opgeschreven", family, "--tekst"}, "Naam: Naima"},
		{[]string{"toestemming", "--tekst"}, "[ ] Nee, bewaar niets."},
		{[]string{"toestemming", family, "--tekst"}, "Bel dan"},
	} {
		var out, problems bytes.Buffer
		if status := Main(c.args, nil, &out, &problems); status != 0 || !strings.Contains(out.String(), c.holds) {
			t.Errorf("%v: status %d, %s\n%s", c.args, status, problems.String(), out.String())
		}
	}
	path := filepath.Join(t.TempDir(), "toestemming.pdf")
	if status := Main([]string{"toestemming", "-o", path, "--datum", "2026-11-24"}, nil, &bytes.Buffer{}, &bytes.Buffer{}); status != 0 {
		t.Fatal(status)
	}
	if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Error(err)
	}
}
