package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"perspectief/plan"
)

func TestPersonalNumber(t *testing.T) {
	for text, want := range map[string]string{
		// 9x1 + 8x1 + 7x1 + 6x2 + 5x2 + 4x2 + 3x3 + 2x3 - 3 = 66 = 6 x 11
		"111222333":               "fout.bsn",
		"mijn nummer: 123456782.": "fout.bsn", // 9+16+21+24+25+24+21+16-2 = 154 = 14 x 11
		"1112.22.333":             "fout.bsn",
		"1 1 1 2 2 2 3 3 3":       "fout.bsn",
		"123456789":               "", // 9+16+21+24+25+24+21+16-9 = 147
		"0612345678":              "", // a telephone number has ten
		"06 1234 5678":            "",
		"1112223330":              "",
		"000000000":               "",
		"":                        "",
		"Elke dag 30 minuten":     "",
		"NL91ABNA0417164300":      "fout.iban", // the example of the IBAN registry
		"nl91 abna 0417 1643 00":  "fout.iban",
		"NL91 ABNA 0417 1643 00 is mijn rekening": "fout.iban",
		"NL92ABNA0417164300":                      "",
		"BE68 5390 0754 7034":                     "fout.iban", // idem, Belgium
		"Wij gaan naar NL en door":                "",
	} {
		if got := PersonalNumber(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestPersonalNumbersAreNotStored(t *testing.T) {
	file := strings.NewReplacer(`"Een fiets"`, `"Bel 111222333"`, `"name": "Samira"`, `"name": "NL91ABNA0417164300"`).Replace(withAllParts())
	_, faults := Check([]byte(file))
	if got, want := names(faults), []string{"household.adults[0].name fout.iban", "plan.wishes[0].text fout.bsn"}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	d, _ := Decode([]byte(file))
	path := filepath.Join(t.TempDir(), "gezin.json")
	if err := Write(path, d); !errors.Is(err, ErrPersonalNumber) {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file is there (%v)", err)
	}
}

func TestAPageThatAChildKeepsIsNotStored(t *testing.T) {
	d, _ := Decode([]byte(withAllParts()))
	d.Plan.Children = []plan.ChildPage{
		{Child: "c1", IWorry: "geheim", Paper: plan.PaperForSelf},
		{Child: "c2", IWant: "een hond", Paper: plan.PaperYes},
	}
	path := filepath.Join(t.TempDir(), "gezin.json")
	if err := Write(path, d); err != nil {
		t.Fatal(err)
	}
	stored, _, err := Read(path)
	if err != nil || len(stored.Plan.Children) != 1 || stored.Plan.Children[0].Child != "c2" {
		t.Errorf("stored %+v (%v)", stored.Plan, err)
	}
	if len(d.Plan.Children) != 2 {
		t.Error("the document in hand lost the page too")
	}
}
