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

func TestPersonalNumbersAreNotStored(t *testing.T) {
	file := strings.NewReplacer(`"Een fiets"`, `"Bel 111222333"`, `"name": "Samira"`, `"name": "NL91ABNA0417164300"`).Replace(withAllParts())
	_, faults := Check([]byte(file))
	if got, want := names(faults), []string{"household.adults[0].name fout.iban", "plan.wishes[0].text fout.bsn"}; !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	d, _ := Decode([]byte(file))
	path := filepath.Join(t.TempDir(), "gezin.json")
	if err := WriteOver(path, d); !errors.Is(err, ErrPersonalNumber) {
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
	if err := WriteOver(path, d); err != nil {
		t.Fatal(err)
	}
	stored, faults := Decode(content(t, path))
	if len(faults) > 0 || len(stored.Plan.Children) != 1 || stored.Plan.Children[0].Child != "c2" {
		t.Errorf("stored %+v (%v)", stored.Plan, faults)
	}
	if len(d.Plan.Children) != 2 {
		t.Error("the document in hand lost the page too")
	}
}
