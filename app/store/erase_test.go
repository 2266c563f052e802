package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestErase(t *testing.T) {
	c, d := aCase(t)
	mustSave(t, c, d)
	held, err := os.Open(c.Path()) // what the disk holds of it
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	if err := c.Erase(); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(filepath.Dir(c.Path())); len(entries) > 0 || err != nil {
		t.Errorf("left: %v (%v)", entries, err)
	}
	rest := make([]byte, maxHeader)
	if n, _ := held.Read(rest); Encrypted(rest[:n]) {
		t.Error("the bytes are still there")
	}
	for name, err := range map[string]error{"save": c.Save(d), "erase": c.Erase(), "copy": c.SaveCopy(c.Path(), d), "passphrase": c.ChangePassphrase(secret)} {
		if !errors.Is(err, ErrClosed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(c.Versions()) > 0 {
		t.Error("versions are left")
	}
}

// What another program holds on to for a moment is removed at the next try.
func TestAnEraseThatFailedHalfwayGoesOn(t *testing.T) {
	c, _ := aCase(t)
	last := beside(c.Path(), doomed)
	if err := os.MkdirAll(filepath.Join(last, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := c.Erase(); err == nil {
		t.Fatal("it says that it worked")
	}
	if _, err := os.Stat(c.Path()); err != nil {
		t.Errorf("what could not be set aside is gone: %v", err)
	}
	c.doomed = true // as after a rename that worked and a removal that did not
	if err := c.Erase(); err == nil {
		t.Error("it says that it worked, but it is still there")
	}
	if err := os.RemoveAll(filepath.Join(last, "x")); err != nil {
		t.Fatal(err)
	}
	if err := c.Erase(); err != nil {
		t.Errorf("the next try: %v", err)
	}
	if !errors.Is(c.Erase(), ErrClosed) {
		t.Error("the case is not closed")
	}
}

// What is left beside the file can hold all of it.
func TestEraseTakesTheLeftoverOfASave(t *testing.T) {
	c, _ := aCase(t)
	if err := os.WriteFile(beside(c.Path(), temporary), content(t, c.Path()), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := c.Erase(); err != nil {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(filepath.Dir(c.Path())); len(entries) > 0 || err != nil {
		t.Errorf("left: %v (%v)", entries, err)
	}
}

// strokes notes the order in which a file is written over.
type strokes struct{ list []string }

func (s *strokes) WriteAt(p []byte, at int64) (int, error) {
	s.list = append(s.list, fmt.Sprintf("%d at %d", len(p), at))
	return len(p), nil
}

func (s *strokes) Sync() error {
	s.list = append(s.list, "flush")
	return nil
}

func TestTheKeyIsWrittenOverFirst(t *testing.T) {
	var s strokes
	blot(&s, 10_000)
	if want := []string{"4096 at 0", "flush", "5904 at 4096", "flush"}; !slices.Equal(s.list, want) {
		t.Errorf("in the order %v", s.list)
	}
	c, _ := aCase(t)
	if parts, err := takeApart(content(t, c.Path())); err != nil || maxHeader+len(parts.key) > keyEnd {
		t.Errorf("a key of %d bytes (%v)", len(parts.key), err)
	}
}

// Who made a file or opens one in the folder also ends what a dead program began; nobody asks again for a file that is gone.
func TestAnEraseThatWasBrokenOffIsFinished(t *testing.T) {
	other, _ := aCase(t)
	folder := filepath.Dir(other.Path())
	whole := content(t, other.Path())
	other.Close()
	ways := map[string]func(t *testing.T) *Case{
		"open": func(t *testing.T) *Case { return mustOpen(t, other.Path()) },
		"create": func(t *testing.T) *Case {
			c, err := create(filepath.Join(folder, "nieuw"+Extension), secret, aDocument(t), cheap)
			if err != nil {
				t.Fatal(err)
			}
			return c
		},
	}
	for way, do := range ways {
		t.Run(way, func(t *testing.T) {
			kept := []string{".dagboek.weg", "gezin2" + Extension + doomed, ".foto.jpg.weg"}
			for _, name := range append([]string{".weg" + Extension + doomed, ".gezin" + Extension + doomed, ".gewoon.json" + doomed}, kept...) {
				if err := os.WriteFile(filepath.Join(folder, name), whole, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			c := do(t)
			left, err := filepath.Glob(filepath.Join(folder, "*"+doomed)) // a star also takes a point in front
			for i := range left {
				left[i] = filepath.Base(left[i])
			}
			if slices.Sort(kept); err != nil || !slices.Equal(left, kept) {
				t.Errorf("left: %v (%v)", left, err)
			}
			c.Close()
		})
	}
}

func TestWhatAnotherProgramErasesIsLeftToIt(t *testing.T) {
	c, _ := aCase(t)
	busy := filepath.Join(filepath.Dir(c.Path()), "ander"+Extension)
	l, err := take(busy)
	if err != nil {
		t.Fatal(err)
	}
	defer l.release()
	if err := os.WriteFile(beside(busy, doomed), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	c.Close()
	mustOpen(t, c.Path())
	if !Exists(beside(busy, doomed)) {
		t.Error("it is gone")
	}
}

// The moment is random in time, from before the erasing to after it.
func TestAKilledEraseLeavesTheFileOrNothing(t *testing.T) {
	var whole, halfway, gone int
	for range kills(t) {
		c, _ := aCase(t)
		c.Close()
		cmd := helper("erase", c.Path())
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var word string
		if _, err := fmt.Fscan(out, &word); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(rand.Int64N(int64(4*time.Millisecond))), func() { cmd.Process.Kill() })
		cmd.Wait()
		timer.Stop()
		switch {
		case Exists(c.Path()):
			whole++
			stateOf(t, c.Path())
			continue
		case Exists(beside(c.Path(), doomed)):
			halfway++
		default:
			gone++
		}
		other, err := create(filepath.Join(filepath.Dir(c.Path()), "ander"+Extension), secret, aDocument(t), cheap)
		if err != nil {
			t.Fatal(err)
		}
		other.Close()
		if Exists(beside(c.Path(), doomed)) {
			t.Error("what was being erased is left")
		}
	}
	t.Logf("%d whole, %d halfway and then gone, %d gone", whole, halfway, gone)
}

func TestErasePlain(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "gezin.json")
	if err := os.WriteFile(path, []byte(example), 0o600); err != nil {
		t.Fatal(err)
	}
	held, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	if err := os.Mkdir(beside(path, doomed), 0o700); err != nil { // as a folder that lets nothing go
		t.Fatal(err)
	}
	if err := ErasePlain(path); err == nil || string(content(t, path)) != example {
		t.Errorf("error %v, or the file is not as it was", err)
	}
	if err := os.Remove(beside(path, doomed)); err != nil {
		t.Fatal(err)
	}
	if err := ErasePlain(path); err != nil {
		t.Error(err)
	}
	rest := make([]byte, 20)
	if n, _ := held.Read(rest); n == 0 || string(rest[:n]) == example[:n] {
		t.Error("the bytes are still there")
	}
	if entries, err := os.ReadDir(folder); len(entries) > 0 || err != nil {
		t.Errorf("left: %v (%v)", entries, err)
	}
	if err := ErasePlain(path); !errors.Is(err, ErrMissing) {
		t.Errorf("a file that is not there: %v", err)
	}
}
