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

// hanging is a file that is not written until somebody lets go.
type hanging struct {
	output
	reached, letGo chan struct{}
}

func (h hanging) Write(p []byte) (int, error) {
	h.reached <- struct{}{}
	<-h.letGo
	return h.output.Write(p)
}

// stuck begins a save on a disk that does not answer.
func stuck(t *testing.T, c *Case, d *Document) (letGo func() error) {
	t.Helper()
	reached, answer, done := make(chan struct{}), make(chan struct{}), make(chan error)
	folder := filepath.Dir(c.Path())
	c.create = func(name string, mode fs.FileMode) (output, error) {
		f, err := createNew(name, mode)
		if filepath.Dir(name) == folder {
			f = hanging{f, reached, answer}
		}
		return f, err
	}
	go func() { done <- c.Save(d) }()
	<-reached
	return func() error {
		close(answer)
		return <-done
	}
}

// A network folder or a stick that does not answer holds up the save alone: nobody else waits, and what was typed can go elsewhere.
func TestADiskThatDoesNotAnswerHoldsUpTheSaveAlone(t *testing.T) {
	c, d := aCase(t)
	setCount(d, 41)
	letGo := stuck(t, c, d)
	if c.Saved().IsZero() || c.Obstacle() != nil || !c.Unlocks(secret) || len(c.Versions()) != 0 {
		t.Error("the case does not know itself")
	}
	if got, err := c.Document(); holds(t, got, err) == 41 {
		t.Error("it is told as saved before it is")
	}
	setCount(d, 42)
	elsewhere := filepath.Join(t.TempDir(), "kopie"+Extension)
	copied, err := c.CopyTo(elsewhere, d)
	if err != nil {
		t.Fatal(err)
	}
	setCount(d, 43)
	mustSave(t, copied, d)
	if got := count(stateOf(t, elsewhere)); got != 43 {
		t.Errorf("the copy holds %d", got)
	}
	copied.Close()
	c.Close()
	if _, err := Open(c.Path(), secret); !errors.Is(err, ErrInUse) {
		t.Errorf("while it is being written it opens: %v", err)
	}
	if err := letGo(); err != nil {
		t.Errorf("a save that was under way: %v", err)
	}
	if got := count(stateOf(t, c.Path())); got != 41 {
		t.Errorf("holds %d", got)
	}
	onlyFile(t, c.Path())
	mustOpen(t, c.Path())
}

func TestAFileThatChangedOpensAnew(t *testing.T) {
	c, d := aCase(t)
	mustSave(t, c, d)
	theirs := filepath.Join(t.TempDir(), "ander"+Extension)
	setCount(d, 31)
	other, err := create(theirs, secret+"!", d, cheap)
	if err != nil {
		t.Fatal(err)
	}
	other.Close()
	if err := os.WriteFile(c.Path(), content(t, theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := c.Save(d); !errors.Is(err, ErrChanged) {
		t.Fatalf("it does not know that the file changed: %v", err)
	}
	if _, err := c.Reopen(secret); !errors.Is(err, ErrPassphrase) {
		t.Errorf("with the passphrase of before: %v", err)
	}
	if _, err := c.Document(); err != nil {
		t.Errorf("after a wrong passphrase the case is gone: %v", err)
	}
	again, err := c.Reopen(secret + "!")
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if got, err := again.Document(); holds(t, got, err) != 31 {
		t.Error("it is not what stands in the file")
	}
	if _, err := Open(c.Path(), secret+"!"); !errors.Is(err, ErrInUse) {
		t.Errorf("the lock did not pass on: %v", err)
	}
	if err := c.Save(d); !errors.Is(err, ErrClosed) {
		t.Errorf("the case of before still saves: %v", err)
	}
	setCount(d, 32)
	mustSave(t, again, d)
}

func TestACaseKnowsItsFile(t *testing.T) {
	c, _ := aCase(t)
	link := filepath.Join(t.TempDir(), "link"+Extension)
	if err := os.Symlink(c.Path(), link); err != nil {
		link = c.Path()
	}
	if !c.At(c.Path()) || !c.At(link) {
		t.Error("its own file is another")
	}
	other, _ := aCase(t)
	if c.At(other.Path()) || c.At(filepath.Join(t.TempDir(), "weg")) {
		t.Error("another file is its own")
	}
}

// Without room for the lock a file opens, says that the disk is full, and goes on by itself when there is room.
func TestAFileOpensOnAFullDisk(t *testing.T) {
	c, d := aCase(t)
	c.Close()
	before := content(t, c.Path())
	room := false
	again, err := open(c.Path(), secret, func(path string) (*lock, error) {
		if !room {
			return nil, whileWriting(diskIsFull)
		}
		return take(path)
	})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	setCount(d, 51)
	if err := again.Save(d); !errors.Is(again.Obstacle(), ErrDiskFull) || !errors.Is(err, ErrDiskFull) || !bytes.Equal(before, content(t, c.Path())) {
		t.Errorf("obstacle %v, save %v", again.Obstacle(), err)
	}
	room = true
	mustSave(t, again, d)
	if again.Obstacle() != nil || count(stateOf(t, c.Path())) != 51 {
		t.Errorf("there is room, but: %v", again.Obstacle())
	}
	if _, err := Open(c.Path(), secret); !errors.Is(err, ErrInUse) {
		t.Errorf("it is not locked: %v", err)
	}
}

func TestAnEraseMakesRoomOnAFullDisk(t *testing.T) {
	c, _ := aCase(t)
	c.Close()
	again, err := open(c.Path(), secret, func(string) (*lock, error) { return nil, whileWriting(diskIsFull) })
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Erase(); err != nil || Exists(c.Path()) {
		t.Errorf("it cannot be erased: %v", err)
	}
}

const diskIsFull = syscall.ENOSPC
