package store

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mounted gives a small disk of its own; only root can have one.
func mounted(t *testing.T, options string) string {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can mount a disk")
	}
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, options); err != nil {
		t.Skipf("no disk can be mounted here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Error(err)
		}
	})
	return folder
}

func TestAFullDisk(t *testing.T) {
	folder := mounted(t, "size=64k")
	path := filepath.Join(folder, "gezin"+Extension)
	d := aDocument(t)
	c, err := create(path, secret, d, cheap)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	filler := filepath.Join(folder, "vol")
	if err := os.WriteFile(filler, make([]byte, 1<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	before := content(t, path)
	setCount(d, 60)
	if err := c.Save(d); !errors.Is(err, ErrDiskFull) || !bytes.Equal(before, content(t, path)) {
		t.Errorf("save: %v, or the file changed", err)
	}
	if err := WriteFile(filepath.Join(folder, "plan.pdf"), make([]byte, 8192)); !errors.Is(err, ErrDiskFull) {
		t.Errorf("another file: %v", err)
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 3 { // file, lock, filler
		t.Errorf("in the folder: %v (%v)", entries, err)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	mustSave(t, c, d)
	if got := count(stateOf(t, path)); got != 60 {
		t.Errorf("holds %d", got)
	}
}

func TestAReadOnlyStick(t *testing.T) {
	folder := mounted(t, "size=1m")
	path := filepath.Join(folder, "gezin"+Extension)
	d := aDocument(t)
	c, err := create(path, secret, d, cheap)
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	if err := syscall.Mount("", folder, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("a disk cannot be made read-only here: %v", err)
	}
	again := mustOpen(t, path)
	if err := again.Save(d); !errors.Is(again.Obstacle(), ErrReadOnly) || !errors.Is(err, ErrReadOnly) {
		t.Errorf("save: %v", err)
	}
	if _, err := Create(filepath.Join(folder, "nieuw"+Extension), secret, d); !errors.Is(err, ErrReadOnly) {
		t.Errorf("create: %v", err)
	}
}

// Root may do everything, so the permissions are tried by a program that is nobody.
func TestPermissions(t *testing.T) {
	if os.Getuid() == 0 {
		cmd := exec.Command("/proc/self/exe", "-test.run=^TestPermissions$", "-test.v")
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		cmd.Dir, cmd.Env = "/", append(os.Environ(), "TMPDIR=/tmp")
		out, err := cmd.CombinedOutput()
		if errors.Is(err, os.ErrPermission) {
			t.Skip(err)
		}
		if err != nil || !strings.Contains(string(out), "PASS") {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	c, d := aCase(t)
	c.Close()
	before, folder := content(t, c.Path()), filepath.Dir(c.Path())

	chmod(t, folder, 0o500) // nothing can be made in the folder
	again := mustOpen(t, c.Path())
	if err := again.Save(d); !errors.Is(again.Obstacle(), ErrReadOnly) || !errors.Is(err, ErrReadOnly) {
		t.Errorf("save in a closed folder: %v", err)
	}
	if _, err := Create(filepath.Join(folder, "nieuw"+Extension), secret, d); !errors.Is(err, ErrReadOnly) {
		t.Errorf("create in a closed folder: %v", err)
	}
	again.Close()

	chmod(t, folder, 0o700)
	again = mustOpen(t, c.Path())
	chmod(t, folder, 0o500) // closed while it is open
	for name, err := range map[string]error{"save": again.Save(d), "erase": again.Erase()} {
		if !errors.Is(err, ErrReadOnly) {
			t.Errorf("%s: %v", name, err)
		}
	}
	chmod(t, folder, 0o700)
	again.Close()
	if !bytes.Equal(before, content(t, c.Path())) {
		t.Error("the file changed")
	}

	chmod(t, c.Path(), 0)
	if _, err := Open(c.Path(), secret); !errors.Is(err, ErrNoAccess) {
		t.Errorf("a file that may not be read: %v", err)
	}
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(path, 0o700) })
}
