package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/natefinch/atomic"
)

// output is a file that is being written.
type output interface {
	io.WriteCloser
	Sync() error
}

// createFile makes a new file; tests let it fail.
type createFile func(name string, mode fs.FileMode) (output, error)

func createNew(name string, mode fs.FileMode) (output, error) {
	f, err := newFile(name, mode)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func newFile(name string, mode fs.FileMode) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err
	}
	if err := f.Chmod(mode); err != nil && !errors.Is(err, errors.ErrUnsupported) { // the umask may have taken from it
		return nil, errors.Join(err, f.Close(), os.Remove(name))
	}
	return f, nil
}

// putFile gives a finished file another name in its folder, in one step.
type putFile func(from, to string) error

// putOver takes the place of the file that is there.
func putOver(from, to string) error { return atomic.ReplaceFile(from, to) }

// putNew takes no file's place, also not of one that came a moment ago; only an empty one is taken over.
func putNew(from, to string) error {
	if os.Link(from, to) == nil { // which, unlike a rename, fails when there is a file
		os.Remove(from) // what stays behind of it is removed at the next opening
		return nil
	}
	if err := free(to); err != nil {
		return err
	}
	return atomic.ReplaceFile(from, to) // an empty file, or a disk without links
}

// replace puts data at a path, whole or not at all, through a file next to it. When replaced is false the path is as it was;
// replaced with an error means that the new file is there but may not outlive a power cut.
func replace(path, through string, data []byte, create createFile, put putFile) (replaced bool, err error) {
	mode := fs.FileMode(0o600)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	if err := writeNew(through, data, mode, create); err != nil {
		os.Remove(through)
		return false, err
	}
	if err := put(through, path); err != nil {
		os.Remove(through)
		return false, err
	}
	return true, syncFolder(filepath.Dir(path))
}

func writeNew(name string, data []byte, mode fs.FileMode, create createFile) error {
	f, err := create(name, mode)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Sync(); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("close: %w", err)
	}
	return nil
}

// resolved follows links, so that the file itself is replaced and a link to it stays one.
func resolved(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil { // a file that is still to come, or gone
		return filepath.Join(folder, filepath.Base(path))
	}
	return path
}
