package command

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"perspectief/app/store"
	"perspectief/budget"
)

// longestPassphrase is where reading a passphrase stops, in bytes.
const longestPassphrase = 4096

// encrypted reads a case file that has a passphrase.
func (s *session) encrypted(data []byte, o *options) (*store.Document, []store.Version, error) {
	passphrase, err := s.passphrase(o)
	if err != nil {
		return nil, nil, err
	}
	d, earlier, err := store.DecodeAll(data, passphrase)
	if err != nil {
		return nil, nil, err
	}
	if faults := d.Validate(); len(faults) > 0 {
		return nil, nil, &faultsError{faults: faults}
	}
	return d, earlier, nil
}

// passphrase comes from the file that the arguments name, else from who sits at the terminal.
func (s *session) passphrase(o *options) (string, error) {
	if o.has(flagPassphrase) {
		return passphraseIn(o.value(flagPassphrase))
	}
	terminal, ok := s.stdin.(*os.File)
	if !ok || o.file == "-" {
		return "", usage("opdracht.wachtwoord_nodig", nil)
	}
	restore, err := hideTyping(terminal)
	if err != nil {
		return "", usage("opdracht.wachtwoord_nodig", nil)
	}
	defer restore()
	fmt.Fprint(s.stderr, s.words.T("opdracht.wachtwoord"), " ")
	line, err := firstLine(terminal)
	fmt.Fprintln(s.stderr) // the line end that was typed is hidden too
	return line, err
}

// passphraseIn is the first line of a file.
func passphraseIn(path string) (string, error) {
	unreadable := &faultsError{[]budget.FieldError{{Field: "--" + flagPassphrase.name, Key: "opdracht.wachtwoord_bestand"}}}
	f, err := os.Open(path)
	if err != nil {
		return "", unreadable
	}
	defer f.Close()
	line, err := firstLine(f)
	line = strings.TrimPrefix(line, "\uFEFF") // some editors put this mark in front
	if err != nil || line == "" {
		return "", unreadable
	}
	return line, nil
}

// firstLine reads byte by byte, so that what stands behind the line is left for who reads next.
func firstLine(r io.Reader) (string, error) {
	var line []byte
	for one := make([]byte, 1); len(line) < longestPassphrase; {
		n, err := r.Read(one)
		if n == 1 && one[0] == '\n' || errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", fmt.Errorf("command: passphrase: %w", err)
		}
		line = append(line, one[:n]...)
	}
	return strings.TrimSuffix(string(line), "\r"), nil
}
