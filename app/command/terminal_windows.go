package command

import (
	"os"

	"golang.org/x/sys/windows"
)

// hideTyping lets a terminal not show what is typed, until restore. It is an error when the file is no terminal.
func hideTyping(f *os.File) (restore func(), err error) {
	var before uint32
	console := windows.Handle(f.Fd())
	if err := windows.GetConsoleMode(console, &before); err != nil {
		return nil, err
	}
	if err := windows.SetConsoleMode(console, before&^windows.ENABLE_ECHO_INPUT); err != nil {
		return nil, err
	}
	return func() { windows.SetConsoleMode(console, before) }, nil
}
