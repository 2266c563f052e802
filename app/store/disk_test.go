//go:build unix

package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// failing is a file that gives an error at one of its three verbs.
type failing struct {
	output
	at  string
	err error
}

func (f failing) Write(p []byte) (int, error) {
	if f.at == "write" {
		n, err := f.output.Write(p[:len(p)/2])
		return n, errors.Join(f.err, err)
	}
	return f.output.Write(p)
}

func (f failing) Sync() error {
	if f.at == "sync" {
		return f.err
	}
	return f.output.Sync()
}

func (f failing) Close() error {
	err := f.output.Close()
	if f.at == "close" {
		return f.err
	}
	return err
}

func TestAFailingDiskLeavesTheFile(t *testing.T) {
	c, d := aCase(t)
	before := content(t, c.Path())
	for from, want := range map[error]error{
		syscall.ENOSPC:      ErrDiskFull,
		syscall.EROFS:       ErrReadOnly,
		syscall.EACCES:      ErrReadOnly,
		syscall.EIO:         ErrDisk,
		syscall.ENOENT:      ErrMissing,
		errors.New("other"): ErrDisk,
	} {
		for _, at := range []string{"create", "write", "sync", "close"} {
			c.create = func(name string, mode fs.FileMode) (output, error) {
				if at == "create" {
					return nil, from
				}
				f, err := createNew(name, mode)
				return failing{f, at, from}, err
			}
			setCount(d, 50)
			if err := c.Save(d); !errors.Is(err, want) || !errors.Is(err, from) {
				t.Errorf("%v at %s: %v", from, at, err)
			}
			if !bytes.Equal(before, content(t, c.Path())) {
				t.Fatalf("%v at %s: the file changed", from, at)
			}
			if err := c.ChangePassphrase("vier rode bussen"); !errors.Is(err, want) || !c.Unlocks(secret) {
				t.Errorf("%v at %s: passphrase: %v", from, at, err)
			}
			if _, err := os.Stat(beside(c.Path(), temporary)); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%v at %s: half a file is left (%v)", from, at, err)
			}
			got, err := c.Document()
			if holds(t, got, err) == 50 {
				t.Errorf("%v at %s: the case thinks that it was saved", from, at)
			}
		}
	}
	c.create = createNew
	mustSave(t, c, d) // and goes on when there is room again
	if got := count(stateOf(t, c.Path())); got != 50 {
		t.Errorf("holds %d", got)
	}
}

func TestAReadOnlyFileOpensAndStays(t *testing.T) {
	c, d := aCase(t)
	c.Close()
	before := content(t, c.Path())
	if err := os.Chmod(c.Path(), 0o400); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(c.Path(), 0o600) }) // or Windows cannot clean up
	again := mustOpen(t, c.Path())
	if !errors.Is(again.Obstacle(), ErrReadOnly) {
		t.Error("it can be written to")
	}
	if _, err := again.Document(); err != nil {
		t.Error(err)
	}
	for name, err := range map[string]error{"save": again.Save(d), "erase": again.Erase(), "passphrase": again.ChangePassphrase("vier rode bussen")} {
		if !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if !bytes.Equal(before, content(t, c.Path())) {
		t.Error("the file changed")
	}
	if err := again.SaveCopy(filepath.Join(t.TempDir(), "kopie"+Extension), d); err != nil {
		t.Errorf("a copy elsewhere: %v", err)
	}
	onlyFile(t, c.Path())
}

func TestAFileThatBecomesReadOnlyStays(t *testing.T) {
	c, d := aCase(t)
	if err := os.Chmod(c.Path(), 0o400); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(c.Path(), 0o600) })
	if err := c.Save(d); !errors.Is(err, ErrReadOnly) {
		t.Errorf("error %v", err)
	}
}
