package store

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// helper starts this test program anew with a task; see TestMain.
func helper(task, path string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), asHelper+"="+task, helperPath+"="+path)
	cmd.Stderr = os.Stderr
	return cmd
}

// waitFor starts a program and waits until it says a word. It ends when what is given back is closed.
func waitFor(t *testing.T, cmd *exec.Cmd, want string) io.Closer {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var word string
	if _, err := fmt.Fscan(out, &word); err != nil || word != want {
		t.Fatalf("the other program says %q (%v)", word, err)
	}
	return in
}

// kills is how often a saving program is killed; PERSPECTIEF_KILLS sets another number.
func kills(t *testing.T) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("PERSPECTIEF_KILLS")); err == nil {
		return n
	}
	if testing.Short() {
		return 5
	}
	return 40
}

func TestAKilledProgramLosesAtMostOneSave(t *testing.T) {
	c, d := aCase(t)
	setCount(d, 0)
	mustSave(t, c, d)
	c.Close()
	var last, newest, during, halfWritten int
	for range kills(t) {
		before := count(stateOf(t, c.Path()))
		confirmed := killWhileSaving(t, c.Path())
		if _, err := os.Stat(beside(c.Path(), temporary)); err == nil {
			halfWritten++
		}
		got := count(stateOf(t, c.Path()))
		switch confirmed = max(confirmed, before); got {
		case confirmed:
			last++
		case confirmed + 1: // saved, and killed before it could say so
			newest++
		default:
			t.Fatalf("confirmed %d, but the file holds %d", confirmed, got)
		}
		if got > before {
			during++
		}
		mustOpen(t, c.Path()).Close() // the lock of a dead program keeps nobody out
		onlyFile(t, c.Path())
	}
	t.Logf("killed %d times: %d held the last confirmed save, %d the one behind it; %d died between saves already made, %d left a half file beside it",
		last+newest, last, newest, during, halfWritten)
}

func stateOf(t *testing.T, path string) *Document {
	t.Helper()
	d, err := DecodeEncrypted(content(t, path), secret)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// killWhileSaving gives the last save that the program could confirm before it died, or 0. The moment is random in time,
// from before the first save to somewhere in the tenth or so, which no count of events could give.
func killWhileSaving(t *testing.T, path string) (confirmed int) {
	t.Helper()
	cmd := helper("save", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	wait := time.Duration(rand.Int64N(int64(20 * time.Millisecond)))
	if rand.IntN(8) == 0 { // sometimes during the opening
		defer time.AfterFunc(wait, func() { cmd.Process.Kill() }).Stop()
	}
	for first := true; lines.Scan(); first = false {
		if confirmed, err = strconv.Atoi(lines.Text()); err != nil {
			t.Error(err)
		}
		if first {
			defer time.AfterFunc(wait, func() { cmd.Process.Kill() }).Stop()
		}
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() >= 0 {
		t.Fatalf("the program ended by itself: %v", err)
	}
	return confirmed
}

func TestTwoPrograms(t *testing.T) {
	c, d := aCase(t)
	c.Close()
	before := content(t, c.Path())
	cmd := helper("hold", c.Path())
	in := waitFor(t, cmd, "open")
	if _, err := Open(c.Path(), secret); !errors.Is(err, ErrInUse) {
		t.Errorf("open in two programs: %v", err)
	}
	if _, err := DecodeEncrypted(before, secret); err != nil {
		t.Errorf("reading only: %v", err)
	}
	in.Close()
	if err := cmd.Wait(); err == nil {
		t.Error("the other program was to end without closing")
	}
	again := mustOpen(t, c.Path())
	mustSave(t, again, d)
}

func TestALeftoverOfACrashIsTakenAway(t *testing.T) {
	c, _ := aCase(t)
	c.Close()
	for _, ending := range []string{temporary, ".slot"} {
		if err := os.WriteFile(beside(c.Path(), ending), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	mustOpen(t, c.Path()).Close()
	onlyFile(t, c.Path())
	if filepath.Dir(beside(c.Path(), temporary)) != filepath.Dir(c.Path()) {
		t.Error("a file can only take the place of another within its folder")
	}
}
