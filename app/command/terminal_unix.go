//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package command

import (
	"os"
	"os/signal"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"
)

// hideTyping lets a terminal not show what is typed, until restore. It is an error when the file is no terminal.
func hideTyping(f *os.File) (restore func(), err error) {
	fd := int(f.Fd())
	before, err := unix.IoctlGetTermios(fd, getTermios)
	if err != nil {
		return nil, err
	}
	hidden := *before
	hidden.Lflag &^= unix.ECHO
	if err := unix.IoctlSetTermios(fd, setTermios, &hidden); err != nil {
		return nil, err
	}
	show := sync.OnceFunc(func() { unix.IoctlSetTermios(fd, setTermios, before) })
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, stopped := <-stop; stopped { // a terminal that stays silent would be a riddle
			show()
			os.Exit(exitFault)
		}
	}()
	return func() { signal.Stop(stop); close(stop); show() }, nil
}
