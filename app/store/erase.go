package store

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// doomed ends the name of a file that is being erased.
const doomed = ".weg"

// Erase removes the file with every version in it, and closes the case. The key is written over first, so that what the disk
// may still hold of the file cannot be read. Copies elsewhere are out of its reach.
func (c *Case) Erase() error { return c.alone(c.erase) }

func (c *Case) erase() error {
	if c.isClosed() {
		return ErrClosed
	}
	if !c.doomed {
		err := c.canWrite()
		if errors.Is(err, ErrDiskFull) { // to erase makes room
			err = c.unchanged()
		}
		if err != nil {
			return err
		}
		if err := wipe(beside(c.path, temporary)); err != nil {
			return err
		}
		if err := setAside(c.path); err != nil {
			return err
		}
		c.doomed = true // when what follows fails, the next try goes on here
	}
	if err := wipe(beside(c.path, doomed)); err != nil {
		return err
	}
	ClearLeftovers(filepath.Dir(c.path))
	err := syncFolder(filepath.Dir(c.path))
	c.change(func() { c.closed = true })
	return whileWriting(err)
}

// ErasePlain removes a plain file, written over first. On an error there is nothing to read any more, or the file is as it was.
func ErasePlain(path string) error {
	path = resolved(path)
	if info, err := os.Stat(path); err == nil && !writable(path, info) {
		return ErrReadOnly
	}
	last := beside(path, doomed)
	if err := setAside(path); err != nil && (Exists(path) || !Exists(last)) { // not there any more: the try before came this far
		return err
	}
	if err := wipe(last); err != nil {
		return err
	}
	ClearLeftovers(filepath.Dir(path))
	return whileWriting(syncFolder(filepath.Dir(path)))
}

// setAside asks the system first whether the file may go, while nothing is lost.
func setAside(path string) error { return whileWriting(os.Rename(path, beside(path, doomed))) }

// wipe removes a file and what the disk holds of it. To write over it is worth a try only: it is removed whether or not that works.
func wipe(path string) error {
	if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
		if info, err := f.Stat(); err == nil {
			blot(f, info.Size())
		}
		f.Close()
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return whileWriting(err)
	}
	return nil
}

// blottable is a file to write over.
type blottable interface {
	WriteAt(p []byte, at int64) (int, error)
	Sync() error
}

// keyEnd lies behind the place where a case file has what its passphrase opens.
const keyEnd = 4096

// blot writes noise over a file. The key goes first, also on the disk: without it no more can be read of the rest.
func blot(f blottable, size int64) {
	noise := make([]byte, min(size, MaxSize))
	rand.Read(noise)
	head := min(len(noise), keyEnd)
	if _, err := f.WriteAt(noise[:head], 0); err != nil || f.Sync() != nil {
		return
	}
	if _, err := f.WriteAt(noise[head:], int64(head)); err == nil {
		f.Sync()
	}
}

// sweep wipes what programs left that died while they erased or wrote, unless another is busy with it.
func sweep(folder string, take func(path string) (*lock, error)) {
	ClearLeftovers(folder)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return // who asked will see why
	}
	for _, e := range entries {
		name, hidden := strings.CutPrefix(e.Name(), ".")
		name, left := strings.CutSuffix(name, doomed)
		if ours := strings.HasSuffix(name, Extension) || strings.HasSuffix(name, ".json"); !hidden || !left || !ours || !e.Type().IsRegular() {
			continue
		}
		if l, err := take(filepath.Join(folder, name)); err == nil {
			wipe(filepath.Join(folder, e.Name()))
			l.release()
		}
	}
}
