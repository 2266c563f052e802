package command_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"perspectief/app/command"
)

// newTerminal gives both ends of a terminal: what a person sits at, and what the program reads from.
func newTerminal(t *testing.T) (person, program *os.File) {
	t.Helper()
	person, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no terminal can be made here: %v", err)
	}
	t.Cleanup(func() { person.Close() })
	n, err := unix.IoctlGetInt(int(person.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetPointerInt(int(person.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	program, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no terminal can be made here: %v", err)
	}
	t.Cleanup(func() { program.Close() })
	return person, program
}

func TestThePassphraseIsAskedAndNotShown(t *testing.T) {
	for phrase, want := range map[string]int{sealedPhrase: 0, "een ander wachtwoord": 1} {
		person, program := newTerminal(t)
		var out, problems strings.Builder
		asked := prompted{&problems, func() { fmt.Fprintln(person, phrase) }}
		status := command.Main([]string{"bereken", sealed, "--json"}, program, &out, &asked)
		if status != want || !strings.HasPrefix(problems.String(), sentences(t)["opdracht.wachtwoord"]) {
			t.Errorf("%q: status %d: %s", phrase, status, &problems)
		}
		if _, err := fmt.Fprintln(program, "klaar"); err != nil {
			t.Fatal(err)
		}
		shown, err := bufio.NewReader(person).ReadString('k')
		if err != nil || strings.Contains(shown, "wachtwoord") {
			t.Errorf("the terminal shows %q (%v)", shown, err)
		}
		mode, err := unix.IoctlGetTermios(int(program.Fd()), unix.TCGETS)
		if err != nil || mode.Lflag&unix.ECHO == 0 {
			t.Errorf("the terminal stays silent (%v)", err)
		}
	}
}

// prompted types the answer as soon as something is asked: only then is the terminal silent.
type prompted struct {
	*strings.Builder
	answer func()
}

func (p *prompted) Write(data []byte) (int, error) {
	if p.answer != nil {
		p.answer()
		p.answer = nil
	}
	return p.Builder.Write(data)
}
