//go:build !windows

package main

import (
	"fmt"
	"os"
)

// tell writes a message to the terminal.
func tell(title, text string) { fmt.Fprintf(os.Stderr, "%s: %s\n", title, text) }
