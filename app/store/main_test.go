package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"testing"
)

// The tests start this test program anew as the second program that works on a file.
const (
	asHelper   = "PERSPECTIEF_TEST_HELPER"
	helperPath = "PERSPECTIEF_TEST_PATH"
)

func TestMain(m *testing.M) {
	var err error
	switch os.Getenv(asHelper) {
	case "save":
		err = saveForEver(os.Getenv(helperPath))
	case "erase":
		err = eraseIt(os.Getenv(helperPath))
	case "plain":
		err = writeHalf(os.Getenv(helperPath))
	case "hold":
		err = hold(os.Getenv(helperPath))
	default:
		os.Exit(m.Run())
	}
	if !errors.Is(err, io.EOF) { // the sign to stop
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(1)
}

// saveForEver saves one state after another and says each time which one is safe.
func saveForEver(path string) error {
	c, err := Open(path, secret)
	if err != nil {
		return err
	}
	d, err := c.Document()
	if err != nil {
		return err
	}
	for n := count(d) + 1; ; n++ {
		setCount(d, n)
		if err := c.Save(d); err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// eraseIt opens a file, says so, and erases it.
func eraseIt(path string) error {
	c, err := Open(path, secret)
	if err != nil {
		return err
	}
	fmt.Println("open")
	if err := c.Erase(); err != nil {
		return err
	}
	return io.EOF
}

// writeHalf gets halfway with a file that anybody can read, says so, and stays there until its input ends.
func writeHalf(path string) error {
	_, err := replace(path, plainThrough(path), []byte(nameOfMe), func(name string, mode fs.FileMode) (output, error) {
		f, err := createHeld(name, mode)
		return halfway{f}, err
	}, putOver)
	return err
}

type halfway struct{ output }

func (h halfway) Sync() error {
	fmt.Println("half")
	var word string
	_, err := fmt.Scan(&word)
	return err
}

// hold opens a file, says so, and keeps it until its input ends.
func hold(path string) error {
	if _, err := Open(path, secret); err != nil {
		return err
	}
	fmt.Println("open")
	var word string
	_, err := fmt.Scan(&word)
	return err
}
