package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// leftover matches the name of a file that was to become one that anybody can read. That of an encrypted file has no letters of
// chance in it: it is removed at the next opening, and its lock says whether it is still in use.
var leftover = regexp.MustCompile(`^\..+\.[A-Z2-7]{26}\.nieuw$`)

// abandonedAfter is how old a leftover is before it is taken away, for what is not locked: a file that is just being put in its
// place, and systems of files without locks.
const abandonedAfter = time.Minute

// ClearLeftovers removes what is left in a folder of readable files whose program died while it wrote them: plain text of a family, under
// a name that most people never see. It looks at our own names only, and leaves alone what is being written now. The program
// remembers no folders, so it does this in each folder that it comes to.
func ClearLeftovers(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if leftover.MatchString(e.Name()) && abandoned(path) {
			wipe(path)
		}
	}
}

func abandoned(path string) bool {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || time.Since(info.ModTime()) < abandonedAfter {
		return false
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	defer f.Close()
	return !errors.Is(lockFile(f), errLocked)
}

// createHeld is createNew for a readable file. It is locked while it is written, so that it is not swept away.
func createHeld(name string, mode fs.FileMode) (output, error) {
	f, err := newFile(name, mode)
	if err != nil {
		return nil, err
	}
	if err := lockFile(f); err != nil && !errors.Is(err, errCannotLock) {
		return nil, errors.Join(err, f.Close(), os.Remove(name))
	}
	return f, nil
}
