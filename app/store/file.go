package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/natefinch/atomic"

	"perspectief/budget"
)

// ErrNotCaseFile says that a file is there and is no case file that this program can read.
var ErrNotCaseFile = errors.New("store: file is no readable case file")

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

// Write puts the document at a path, whole or not at all. It refuses to write what Decode would refuse to read, and to
// write over a file that it cannot read: that may be something else, or the work of a newer program.
func Write(path string, d *Document) error {
	data, err := Encode(d)
	if err != nil {
		return err
	}
	if _, faults := Decode(data); len(faults) > 0 {
		return fmt.Errorf("store: document cannot be read back: %s %s", faults[0].Field, faults[0].Key)
	}
	_, faults, err := Read(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(faults) > 0 {
		return ErrNotCaseFile
	}
	return WriteFile(path, data)
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
