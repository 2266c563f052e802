//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package command

import (
	"errors"
	"os"
)

func hideTyping(*os.File) (restore func(), err error) { return nil, errors.ErrUnsupported }
