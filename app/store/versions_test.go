package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// clock lets a case believe what time it is: "21 14:30" is a day of November 2026.
func clock(t testing.TB, c *Case, when string) {
	t.Helper()
	at, err := time.Parse("2006-01-02 15:04", "2026-11-"+when)
	if err != nil {
		t.Fatal(err)
	}
	c.now = func() time.Time { return at }
}

// counts gives what the versions hold, the newest first.
func counts(t testing.TB, c *Case) []int {
	t.Helper()
	var all []int
	for _, v := range c.Versions() {
		d, err := v.Document()
		all = append(all, holds(t, d, err))
	}
	return all
}

// session is one opening of a file with its saves, each "day time count". It leaves the file closed.
func session(t *testing.T, path string, saves ...string) {
	t.Helper()
	c := mustOpen(t, path)
	defer c.Close()
	d, err := c.Document()
	if err != nil {
		t.Fatal(err)
	}
	for _, save := range saves {
		var n int
		at := strings.LastIndex(save, " ")
		if _, err := fmt.Sscan(save[at:], &n); err != nil {
			t.Fatal(err)
		}
		clock(t, c, save[:at])
		setCount(d, n)
		mustSave(t, c, d)
	}
}

// fresh makes a file saved on the first of the month, holding 100.
func fresh(t *testing.T) string {
	t.Helper()
	c, d := aCase(t)
	clock(t, c, "01 10:00")
	setCount(d, 100)
	c.states = nil
	mustSave(t, c, d)
	c.Close()
	return c.Path()
}

func TestVersionsPerOpeningAndPerDay(t *testing.T) {
	for name, test := range map[string]struct {
		sessions [][]string
		want     []int
	}{
		"an opening keeps what was there":    {[][]string{{"01 11:00 1", "01 11:01 2", "01 11:02 3"}}, []int{100}},
		"an opening without a save":          {[][]string{{}, {}}, nil},
		"each opening":                       {[][]string{{"01 11:00 1"}, {"01 12:00 2"}, {"01 13:00 3"}}, []int{2, 1, 100}},
		"past midnight, the last of the day": {[][]string{{"01 23:58 1", "01 23:59 2", "02 00:01 3", "02 00:02 4"}}, []int{2, 100}},
		"a clock that was set back":          {[][]string{{"05 10:00 1", "04 10:00 2"}}, []int{1, 100}},
	} {
		path := fresh(t)
		for _, saves := range test.sessions {
			session(t, path, saves...)
		}
		if got := counts(t, mustOpen(t, path)); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestTenVersionsInAll(t *testing.T) {
	path := fresh(t)
	for day := 2; day <= 14; day++ {
		session(t, path, fmt.Sprintf("%02d 10:00 %d", day, day))
	}
	if got, want := counts(t, mustOpened(t, path)), []int{13, 12, 11, 10, 9, 8, 7, 6, 5, 4}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for n := 200; n < 212; n++ { // a restless afternoon does not push the days out, save the oldest
		session(t, path, fmt.Sprintf("14 15:%02d %d", n-200, n))
	}
	if got, want := counts(t, mustOpened(t, path)), []int{210, 13, 12, 11, 10, 9, 8, 7, 6, 5}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// mustOpened opens a file to look at it and lets go of the lock.
func mustOpened(t *testing.T, path string) *Case {
	t.Helper()
	c := mustOpen(t, path)
	c.release()
	return c
}

func TestRestoreCanBeTakenBack(t *testing.T) {
	path := fresh(t)
	session(t, path, "02 10:00 2")
	c := mustOpen(t, path)
	clock(t, c, "03 10:00")
	bringBack := func(v Version) {
		d, err := v.Document()
		if err == nil {
			err = c.SaveKeeping(d)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	first := c.Versions()[0]
	bringBack(first)
	d, err := c.Document()
	if got := holds(t, d, err); got != 100 {
		t.Errorf("present state %d", got)
	}
	if got := counts(t, c); !slices.Equal(got, []int{2, 100}) {
		t.Errorf("versions %v", got)
	}
	bringBack(c.Versions()[0])
	d, err = c.Document()
	if got := holds(t, d, err); got != 2 {
		t.Errorf("taken back: %d", got)
	}
	d, err = first.Document() // another one is the first in the list by now
	if got := holds(t, d, err); got != 100 {
		t.Errorf("the version that was asked for gives %d", got)
	}
	if saved := c.Versions()[0].Saved.Format(time.DateTime); saved != "2026-11-03 10:00:00" {
		t.Errorf("saved %s", saved)
	}
}

// The days of each place count: half past midnight in Amsterdam is still yesterday in Greenwich.
func TestADayIsADayOnTheCalendar(t *testing.T) {
	amsterdam := time.FixedZone("CET", 3600)
	a := time.Date(2026, 11, 21, 0, 30, 0, 0, amsterdam)
	if !sameDay(a, a.Add(23*time.Hour)) || sameDay(a, a.Add(-time.Hour)) {
		t.Error("days are counted in another place")
	}
}

func TestVersionsMakeRoomInAFileThatWouldBeTooLarge(t *testing.T) {
	identity, key, err := newKey(secret, cheap)
	if err != nil {
		t.Fatal(err)
	}
	large := func(mb int) state { return state{time.Unix(0, 0), make([]byte, mb<<20)} }
	data, left, err := seal(key, identity, states{large(6), large(6), large(6)})
	if err != nil || len(left) != 2 || len(data) > MaxSize {
		t.Errorf("%d states in %d bytes (%v)", len(left), len(data), err)
	}
	if _, _, err := seal(key, identity, states{large(17)}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("error %v", err)
	}
}
