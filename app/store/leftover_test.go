package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// makeOld makes a file older than what may still be in use.
func makeOld(t *testing.T, path string) {
	t.Helper()
	old := time.Now().Add(-2 * abandonedAfter)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
}

// readable gives the hidden files of a folder that hold the name of somebody.
func readable(t *testing.T, folder string) (found []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if path := filepath.Join(folder, e.Name()); strings.HasPrefix(e.Name(), ".") && strings.Contains(string(content(t, path)), nameOfMe) {
			found = append(found, path)
		}
	}
	return found
}

// What a program leaves that is killed while it writes a plan is swept away by whatever of ours comes to that folder next, and
// not before it died.
func TestAKilledExportLeavesNothingToRead(t *testing.T) {
	for name, next := range map[string]func(t *testing.T, folder string){
		"another plan": func(t *testing.T, folder string) {
			if err := WriteFile(filepath.Join(folder, "plan-2.pdf"), []byte("%PDF")); err != nil {
				t.Error(err)
			}
		},
		"a new family": func(t *testing.T, folder string) {
			c, err := create(filepath.Join(folder, "nieuw"+Extension), secret, aDocument(t), cheap)
			if err != nil {
				t.Fatal(err)
			}
			c.Close()
		},
		"a family that opens": func(t *testing.T, folder string) {
			mustOpen(t, filepath.Join(folder, "gezin"+Extension)).Close()
		},
		"a family that goes": func(t *testing.T, folder string) {
			if err := mustOpen(t, filepath.Join(folder, "gezin"+Extension)).Erase(); err != nil {
				t.Error(err)
			}
		},
		"a plain file that goes": func(t *testing.T, folder string) {
			path := filepath.Join(folder, "gezin.json")
			if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := ErasePlain(path); err != nil {
				t.Error(err)
			}
		},
	} {
		c, _ := aCase(t)
		c.Close()
		folder := filepath.Dir(c.Path())
		cmd := helper("plain", filepath.Join(folder, "plan.pdf"))
		in := waitFor(t, cmd, "half")
		left := readable(t, folder)
		if len(left) != 1 {
			t.Fatalf("%s: halfway there is %v", name, left)
		}
		makeOld(t, left[0])
		if ClearLeftovers(folder); len(readable(t, folder)) != 1 {
			t.Errorf("%s: it is taken away while it is written", name)
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		cmd.Wait()
		in.Close()
		makeOld(t, left[0])
		if next(t, folder); len(readable(t, folder)) != 0 {
			t.Errorf("%s: %v is left", name, readable(t, folder))
		}
	}
}

func TestTheSweepTakesNothingElse(t *testing.T) {
	folder := t.TempDir()
	young := plainThrough(filepath.Join(folder, "plan.pdf"))
	stay := []string{
		young,
		filepath.Join(folder, "plan.pdf"),
		filepath.Join(folder, ".gezin.perspectief.nieuw"), // of a case that may be open
		filepath.Join(folder, ".gezin.perspectief.slot"),
		filepath.Join(folder, "brief.nieuw"),
		filepath.Join(folder, ".brief.nieuw"),
		filepath.Join(folder, ".brief.abcdefghijklmnopqrstuvwxyz.nieuw"),
		filepath.Join(folder, "zichtbaar.ABCDEFGHIJKLMNOPQRSTUVWXYZ.nieuw"),
	}
	for _, path := range stay {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		if path != young {
			makeOld(t, path)
		}
	}
	if err := os.Mkdir(plainThrough(filepath.Join(folder, "map")), 0o700); err != nil {
		t.Fatal(err)
	}
	link := plainThrough(filepath.Join(folder, "link"))
	if err := os.Symlink(stay[1], link); err == nil {
		stay = append(stay, link)
	}
	ClearLeftovers(folder)
	ClearLeftovers(filepath.Join(folder, "weg"))
	for _, path := range stay {
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is gone", filepath.Base(path))
		}
	}
	if string(content(t, stay[1])) != "x" {
		t.Error("through a link another file was written over")
	}
}
