package store

import (
	"errors"
	"os"
	"path/filepath"
)

// lock keeps a case file to one program at a time. It is held on a file beside it, because the case file itself is replaced
// at each save. The system lets go of it when the program dies, so an old lock file keeps nobody out.
type lock struct{ file *os.File }

var (
	errLocked     = errors.New("store: locked by another")
	errCannotLock = errors.New("store: no locks here")
)

// beside is the name of a helping file next to the case file.
func beside(path, ending string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+ending)
}

// take takes the lock of a case file. Where the system of files has no locks there is none: another writer is then noticed
// at the next save.
func take(path string) (*lock, error) {
	name := beside(path, ".slot")
	for range 100 {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, whileWriting(err)
		}
		switch err := lockFile(f); {
		case errors.Is(err, errLocked):
			f.Close()
			return nil, ErrInUse
		case err != nil && !errors.Is(err, errCannotLock):
			f.Close()
			return nil, whileWriting(err)
		}
		if stillAt(f, name) {
			return &lock{f}, nil
		}
		f.Close() // the one before removed it between our opening and our locking
	}
	return nil, ErrInUse
}

func stillAt(f *os.File, name string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(name)
	return err == nil && os.SameFile(mine, there)
}
