package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"
)

func TestWriteAndReadBack(t *testing.T) {
	d, faults := Decode([]byte(withAllParts()))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	path := filepath.Join(t.TempDir(), "gezin.json")
	for range 2 { // the second time over the first
		if err := Write(path, d); err != nil {
			t.Fatal(err)
		}
	}
	again, faults, err := Read(path)
	if err != nil || len(faults) > 0 || !reflect.DeepEqual(d, again) {
		t.Errorf("error %v, faults %v or not the same document", err, faults)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, error %v", info.Mode(), err)
	}
	onlyFile(t, path)
}

func TestWriteKeepsAFileThatItCannotRead(t *testing.T) {
	d, _ := Decode([]byte(example))
	for name, content := range map[string]string{
		"a letter":           "Beste mevrouw,",
		"an empty file":      "",
		"of a newer program": `{"schema": 2}`,
		"with a fault":       `{"schema": 1, "houshold": {}}`,
	} {
		path := filepath.Join(t.TempDir(), "gezin.json")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Write(path, d); !errors.Is(err, ErrNotCaseFile) {
			t.Errorf("%s: error %v", name, err)
		}
		if left, err := os.ReadFile(path); err != nil || string(left) != content {
			t.Errorf("%s: now holds %q (%v)", name, left, err)
		}
		onlyFile(t, path)
	}
}

func TestWriteRefusesWhatCannotBeReadBack(t *testing.T) {
	d, _ := Decode([]byte(example))
	d.Household.Adults[0].Name = "bel\a"
	path := filepath.Join(t.TempDir(), "gezin.json")
	if err := Write(path, d); err == nil {
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
	if _, _, err := Read(filepath.Join(t.TempDir(), "weg.json")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

// onlyFile checks that nothing half-written is left beside a file.
func onlyFile(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("in the folder: %v (%v)", entries, err)
	}
}
