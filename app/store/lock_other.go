//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package store

import "os"

func lockFile(*os.File) error { return errCannotLock }

func (l *lock) release() { l.file.Close() }
