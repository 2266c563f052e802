package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"perspectief/budget"
	"perspectief/plan"
)

// PassedOver says why a file of a folder was not read.
type PassedOver string

// The reasons.
const (
	Foreign    PassedOver = "vreemd"   // no case file
	Faulty     PassedOver = "fout"     // a case file that is not whole, or that has faults
	Locked     PassedOver = "op_slot"  // it asks for another passphrase, or there is none
	Unreadable PassedOver = "leesbaar" // the system does not give it
)

// InFolder is one file of a folder: its document, or why there is none.
type InFolder struct {
	Name     string // of the file alone
	Document *Document
	Passed   PassedOver
}

// ReadFolder gives every file of a folder to each, in the order of their names; folders within it are not looked into. The passphrase
// is asked at the first file that has one, and tried on all of them; ok is false when there is none. An error of each ends it.
func ReadFolder(folder string, passphrase func() (text string, ok bool), each func(InFolder) error) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return whileReading(err)
	}
	r := folderReader{ask: passphrase}
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") { // hidden: of the system, or the lock of an open case
			continue
		}
		f := InFolder{Name: e.Name()}
		f.Document, f.Passed = r.read(filepath.Join(folder, e.Name()))
		if err := each(f); err != nil {
			return fmt.Errorf("store: folder: %w", err)
		}
	}
	return nil
}

// Count counts the talks in a folder whose families agreed to be counted, and the files that could not be read; passed gives the
// latter. The passphrase is asked as ReadFolder asks it.
func Count(folder string, e *budget.Engine, today time.Time, passphrase func() (string, bool)) (totals plan.Totals, passed []InFolder, err error) {
	err = ReadFolder(folder, passphrase, func(f InFolder) error {
		d := f.Document
		if d == nil {
			totals.PassOver(string(f.Passed))
			passed = append(passed, f)
			return nil
		}
		if d.Consent == nil || !d.Consent.Totals {
			return nil
		}
		check, err := e.Rechten(&d.Household, budget.RechtenOptions{Today: today, Own: d.Budget})
		if err != nil {
			return err
		}
		totals.Add(&d.Household, check, plan.Answers{Rights: d.Rights, Own: d.Budget})
		return nil
	})
	return totals, passed, err
}

// folderReader asks for the passphrase once.
type folderReader struct {
	ask        func() (string, bool)
	asked, ok  bool
	passphrase string
}

func (r *folderReader) read(path string) (*Document, PassedOver) {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil, Unreadable
	}
	data, err := ReadBytes(path)
	if err != nil {
		return nil, Unreadable
	}
	if Encrypted(data) {
		return r.unlock(data)
	}
	d, faults := Check(data)
	if len(faults) == 0 {
		return d, ""
	}
	if bytes.Contains(data, []byte(`"household"`)) {
		return nil, Faulty
	}
	return nil, Foreign
}

func (r *folderReader) unlock(data []byte) (*Document, PassedOver) {
	if !r.asked {
		r.passphrase, r.ok = r.ask()
		r.asked = true
	}
	if Inspect(data) != nil {
		return nil, Faulty
	}
	if !r.ok {
		return nil, Locked
	}
	d, err := DecodeEncrypted(data, r.passphrase)
	switch {
	case errors.Is(err, ErrPassphrase):
		return nil, Locked
	case err != nil || len(d.Validate()) > 0:
		return nil, Faulty
	}
	return d, ""
}
