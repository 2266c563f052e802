package assets

import (
	"os"
	"strings"
	"testing"
)

func TestVersionIsThatOfThePackages(t *testing.T) {
	file, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if want := `Version = "` + Version + `"`; !strings.Contains(string(file), want+"\n") {
		t.Errorf("FyneApp.toml does not say %s", want)
	}
}
