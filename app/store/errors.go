package store

import (
	"errors"
	"fmt"
	"io/fs"

	"perspectief/budget"
)

// What can be wrong with a file, or stands in the way of writing it. Each has a sentence of its own: see Faults.
var (
	// ErrNotCaseFile says that a file is there and is no case file that this program can read.
	ErrNotCaseFile = errors.New("store: file is no readable case file")
	// ErrMissing says that there is no file, or that it is not there any more.
	ErrMissing = errors.New("store: file is missing")
	// ErrEmpty says that a file has no bytes.
	ErrEmpty = errors.New("store: file is empty")
	// ErrForeign says that a file was made by another kind of program.
	ErrForeign = errors.New("store: file is foreign")
	// ErrPlain says that a case file is not encrypted where an encrypted one is asked for.
	ErrPlain = errors.New("store: file is not encrypted")
	// ErrNewer says that a file was made by a newer program.
	ErrNewer = errors.New("store: file is newer than this program")
	// ErrTooLarge says that a file is, or would become, larger than MaxSize.
	ErrTooLarge = errors.New("store: file is too large")
	// ErrTruncated says that the end of a file is missing.
	ErrTruncated = errors.New("store: file is truncated")
	// ErrDamaged says that the bytes of a file are not those that were written.
	ErrDamaged = errors.New("store: file is damaged")
	// ErrPassphrase says that a file does not open with this passphrase.
	ErrPassphrase = errors.New("store: wrong passphrase")
	// ErrShortPassphrase says that a passphrase has fewer than MinPassphrase characters.
	ErrShortPassphrase = errors.New("store: passphrase is too short")
	// ErrNoAccess says that the system does not let this program read a file.
	ErrNoAccess = errors.New("store: file may not be read")
	// ErrReadOnly says that a file or its folder cannot be written to.
	ErrReadOnly = errors.New("store: file is read-only")
	// ErrDiskFull says that there is no room left.
	ErrDiskFull = errors.New("store: disk is full")
	// ErrDisk says that reading or writing failed in any other way.
	ErrDisk = errors.New("store: disk does not answer")
	// ErrSlow says that the disk keeps a save waiting.
	ErrSlow = errors.New("store: disk keeps waiting")
	// ErrInUse says that the file is open already, here or in another program of ours.
	ErrInUse = errors.New("store: file is open already")
	// ErrChanged says that another program wrote the file since it was read.
	ErrChanged = errors.New("store: file was changed by another program")
	// ErrExists says that a new file would take the place of one that is there.
	ErrExists = errors.New("store: file exists already")
	// ErrName says that the system takes no file of this name, mostly because it is too long.
	ErrName = errors.New("store: file name is not taken")
	// ErrClosed says that a case is used after it was closed or erased.
	ErrClosed = errors.New("store: case is closed")
	// ErrPersonalNumber says that a text holds a burgerservicenummer or a bank account; Faults tells where.
	ErrPersonalNumber = errors.New("store: document holds a personal number")
	// ErrUnstorable says that a document holds what could not be read back; Faults tells where.
	ErrUnstorable = errors.New("store: document cannot be read back")
)

// keys gives the sentence of each error.
var keys = []struct {
	err error
	key string
}{
	{ErrNotCaseFile, "fout.bestand.vreemd"},
	{ErrMissing, "fout.bestand.weg"},
	{ErrEmpty, "fout.bestand_leeg"},
	{ErrForeign, "fout.bestand.vreemd"},
	{ErrPlain, "fout.bestand.zonder_slot"},
	{ErrNewer, "fout.bestand.nieuwer"},
	{ErrTooLarge, "fout.bestand.te_groot"},
	{ErrTruncated, "fout.bestand.afgebroken"},
	{ErrDamaged, "fout.bestand.beschadigd"},
	{ErrPassphrase, "fout.bestand.wachtwoord"},
	{ErrShortPassphrase, "fout.bestand.wachtwoord_kort"},
	{ErrNoAccess, "fout.bestand.mag_niet"},
	{ErrReadOnly, "fout.bestand.alleen_lezen"},
	{ErrDiskFull, "fout.bestand.schijf_vol"},
	{ErrSlow, "fout.bestand.traag"},
	{ErrInUse, "fout.bestand.al_open"},
	{ErrChanged, "fout.bestand.veranderd"},
	{ErrExists, "fout.bestand.bestaat"},
	{ErrName, "fout.bestand.naam"},
	{ErrClosed, "fout.bestand.dicht"},
	{ErrDisk, "fout.bestand.schijf"},
}

// keyArgs are the figures in those sentences.
var keyArgs = map[string]map[string]any{
	"fout.bestand.te_groot":        {"hoogste": MaxSize >> 20},
	"fout.bestand.wachtwoord_kort": {"laagste": MinPassphrase},
}

// RefusedError lists every place in a document for which it is not stored, or not read.
type RefusedError struct {
	Faults []budget.FieldError
	kind   error
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("%v: %s %s", e.kind, e.Faults[0].Field, e.Faults[0].Key)
}

func (e *RefusedError) Unwrap() error { return e.kind }

// Faults turns an error of this package into the faults to tell, each with the id of its sentence. It gives nil for any
// other error.
func Faults(err error) []budget.FieldError {
	var refused *RefusedError
	if errors.As(err, &refused) {
		return refused.Faults
	}
	for _, k := range keys {
		if errors.Is(err, k.err) {
			return []budget.FieldError{{Key: k.key, Args: keyArgs[k.key]}}
		}
	}
	return nil
}

// whileReading and whileWriting say what an error of the system means for the file; the error itself stays within.
func whileReading(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", ErrMissing, err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%w: %w", ErrNoAccess, err)
	case isBadName(err):
		return fmt.Errorf("%w: %w", ErrName, err)
	}
	return fmt.Errorf("%w: %w", ErrDisk, err)
}

func whileWriting(err error) error {
	switch {
	case err == nil, errors.Is(err, ErrExists):
		return err
	case isDiskFull(err):
		return fmt.Errorf("%w: %w", ErrDiskFull, err)
	case isReadOnly(err):
		return fmt.Errorf("%w: %w", ErrReadOnly, err)
	case isBadName(err):
		return fmt.Errorf("%w: %w", ErrName, err)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %w", ErrMissing, err)
	}
	return fmt.Errorf("%w: %w", ErrDisk, err)
}
