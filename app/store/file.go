package store

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"perspectief/plan"
)

// Exists tells whether there is something at a path.
func Exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// ReadBytes reads a file as far as Decode needs it: a file that is too large stays too large.
func ReadBytes(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, whileReading(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, ErrForeign
	}
	data, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	return data, whileReading(err)
}

// WriteOver puts the document at a path that somebody just chose, whole or not at all, whatever is there now. It refuses to store
// a personal number and what Decode would refuse to read. A page that a child keeps for itself is left out.
func WriteOver(path string, d *Document) error {
	data, err := d.storable()
	if err != nil {
		return err
	}
	return WriteFile(path, data)
}

// storable is the document as it may be stored, encoded. Whatever stands in the way is a RefusedError.
func (d *Document) storable() ([]byte, error) {
	kept := d.Kept()
	if faults := kept.personalNumbers(); len(faults) > 0 {
		return nil, &RefusedError{faults, ErrPersonalNumber}
	}
	if faults := kept.brokenTexts(); len(faults) > 0 {
		return nil, &RefusedError{faults, ErrUnstorable}
	}
	data, err := Encode(kept)
	if err != nil {
		return nil, err
	}
	if len(data) > MaxSize {
		return nil, ErrTooLarge
	}
	if _, faults := Decode(data); len(faults) > 0 {
		return nil, &RefusedError{faults, ErrUnstorable}
	}
	return data, nil
}

// Kept is the part of the document that may be stored: a page that a child keeps for itself is left out.
func (d *Document) Kept() *Document {
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
	path = resolved(path)
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return writeInto(path, data)
	}
	ClearLeftovers(filepath.Dir(path))
	_, err = replace(path, plainThrough(path), data, createHeld, putOver)
	return whileWriting(err)
}

// plainThrough is the file next to a readable one that is to take its place; see leftover.
func plainThrough(path string) string { return beside(path, "."+rand.Text()+temporary) }

func writeInto(path string, data []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return whileWriting(err)
	}
	if _, err := f.Write(data); err != nil {
		return whileWriting(errors.Join(err, f.Close()))
	}
	return whileWriting(f.Close())
}
