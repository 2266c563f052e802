package vm

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A disk with no room for the lock is not called read-only: there is something to do about it, and then it goes on by itself.
func TestAFileThatOpensOnAFullDiskSaysSo(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can mount a disk")
	}
	talk, c, d := newDesk(t)
	if err := syscall.Mount("tmpfs", d.folder, "tmpfs", 0, "nr_inodes=4"); err != nil { // the folder and three files
		t.Skipf("no disk can be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(d.folder, syscall.MNT_DETACH) })
	path := filepath.Join(d.folder, "gezin.perspectief")
	put(t, "testdata/leeg.perspectief", path)
	fill := []string{filepath.Join(d.folder, "een"), filepath.Join(d.folder, "twee")}
	for _, path := range fill {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	talk.openPath(path)
	answer(t, talk, "wachtwoord", passphrase)
	press(t, talk, "open")
	if k := talk.Keeping(); !strings.Contains(k.Trouble, "is vol") || !strings.Contains(k.Trouble, "Maak ruimte") || k.Copy == "" {
		t.Fatalf("%+v", k)
	}
	set(talk, "household.adults[0].name", "Marker")
	if c.pass(saveDelay); !talk.Dirty() {
		t.Error("it says that it is saved")
	}
	for _, path := range fill {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	c.pass(retryDelay)
	if k := talk.Keeping(); k.Trouble != "" || onDisk(t, talk).Household.Adults[0].Name != "Marker" {
		t.Errorf("there is room, but: %+v", k)
	}
}
