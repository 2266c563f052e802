package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/natefinch/atomic"

	"perspectief/budget"
	"perspectief/plan"
)

var (
	// ErrNotCaseFile says that a file is there and is no case file that this program can read.
	ErrNotCaseFile = errors.New("store: file is no readable case file")
	// ErrPersonalNumber says that a text holds a burgerservicenummer or a bank account; Validate tells where.
	ErrPersonalNumber = errors.New("store: document holds a personal number")
)

// Read reads the case file at a path. The faults are those of Decode; an error says that the file itself cannot be read.
func Read(path string) (*Document, []budget.FieldError, error) {
	data, err := ReadBytes(path)
	if err != nil {
		return nil, nil, err
	}
	d, faults := Decode(data)
	return d, faults, nil
}

// ReadBytes reads a file as far as Decode needs it: a file that is too large stays too large.
func ReadBytes(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("store: %w", err)
	}
	return data, nil
}

// Write puts the document at a path, whole or not at all. It refuses to write over a file that it cannot read: that may be
// something else, or the work of a newer program.
func Write(path string, d *Document) error {
	_, faults, err := Read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(faults) > 0 {
		return ErrNotCaseFile
	}
	return WriteOver(path, d)
}

// WriteOver is Write for a path that somebody just chose, whatever is there now. It refuses to store a personal number and
// what Decode would refuse to read. A page that a child keeps for itself is left out.
func WriteOver(path string, d *Document) error {
	kept := d.kept()
	if len(kept.personalNumbers()) > 0 {
		return ErrPersonalNumber
	}
	data, err := Encode(kept)
	if err != nil {
		return err
	}
	if _, faults := Decode(data); len(faults) > 0 {
		return fmt.Errorf("store: document cannot be read back: %s %s", faults[0].Field, faults[0].Key)
	}
	return WriteFile(path, data)
}

// kept is the part of the document that may be stored.
func (d *Document) kept() *Document {
	if d.Plan == nil {
		return d
	}
	own := func(c plan.ChildPage) bool { return c.Paper == plan.PaperForSelf }
	copied, kept := *d, *d.Plan
	kept.Children = slices.DeleteFunc(slices.Clone(kept.Children), own)
	copied.Plan = &kept
	return &copied
}

// WriteFile puts data at a path, whole or not at all. A new file can be read by its owner only. What is no ordinary file,
// such as /dev/stdout, is written to and not replaced.
func WriteFile(path string, data []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return writeInto(path, data)
	}
	if err := atomic.WriteFile(path, bytes.NewReader(data)); err != nil {
		return fmt.Errorf("store: %w", err)
	}
	return nil
}

func writeInto(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	if _, err := f.Write(data); err != nil {
		return errors.Join(fmt.Errorf("store: %w", err), f.Close())
	}
	return f.Close()
}
