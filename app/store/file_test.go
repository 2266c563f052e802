package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

func TestWriteAndReadBack(t *testing.T) {
	d, faults := Decode([]byte(withAllParts()))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	path := filepath.Join(t.TempDir(), "gezin.json")
	for range 2 { // the second time over the first
		if err := WriteOver(path, d); err != nil {
			t.Fatal(err)
		}
	}
	again, faults := Decode(content(t, path))
	if len(faults) > 0 || !reflect.DeepEqual(d, again) {
		t.Errorf("faults %v or not the same document", faults)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, error %v", info.Mode(), err)
	}
	onlyFile(t, path)
}

func TestWriteRefusesWhatCannotBeReadBack(t *testing.T) {
	d, _ := Decode([]byte(example))
	d.Household.Adults[0].Name = "bel\a"
	path := filepath.Join(t.TempDir(), "gezin.json")
	if err := WriteOver(path, d); err == nil {
		t.Error("no error")
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file is there (%v)", err)
	}
}

func TestWriteFollowsALink(t *testing.T) {
	folder := t.TempDir()
	target, link := filepath.Join(folder, "echt.json"), filepath.Join(folder, "link.json")
	if err := os.WriteFile(target, []byte("oud"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err) // Windows without the right to make links
	}
	if err := WriteFile(link, []byte("nieuw")); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(target); err != nil || string(data) != "nieuw" {
		t.Errorf("holds %q (%v)", data, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone (%v)", err)
	}
}

func TestReadOfAMissingFileIsAnError(t *testing.T) {
	if _, err := ReadBytes(filepath.Join(t.TempDir(), "weg.json")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

// The helping files beside a case have a longer name than the case itself.
func TestANameThatIsTooLongIsToldAsOne(t *testing.T) {
	c, d := aCase(t)
	for _, n := range []int{240, 300} {
		path := filepath.Join(t.TempDir(), strings.Repeat("a", n)+Extension)
		_, made := create(path, secret, d, cheap)
		for way, err := range map[string]error{"create": made, "copy": c.SaveCopy(path, d), "plain": WriteOver(path, d)} {
			if !errors.Is(err, ErrName) {
				t.Errorf("%s with %d letters: %v", way, n, err)
			}
		}
	}
}

func TestACopyBesideALeftover(t *testing.T) {
	c, d := aCase(t)
	path := filepath.Join(t.TempDir(), "kopie"+Extension)
	if err := os.WriteFile(beside(path, temporary), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := c.SaveCopy(path, d); err != nil {
		t.Error(err)
	}
	onlyFile(t, path)
}

// onlyFile checks that nothing half-written is left beside a file.
func onlyFile(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("in the folder: %v (%v)", entries, err)
	}
}
