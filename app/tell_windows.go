package main

import "golang.org/x/sys/windows"

// tell shows a message of the system, because a program that was clicked on has no terminal to write to.
func tell(title, text string) {
	t, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	if m, err := windows.UTF16PtrFromString(text); err == nil {
		_, _ = windows.MessageBox(0, m, t, windows.MB_OK|windows.MB_ICONERROR)
	}
}
