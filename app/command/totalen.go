package command

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// totalen counts the talks in a folder whose families agreed to be counted. It reads the files and writes numbers only.
func totalen(s *session, o *options) error {
	date, err := o.date()
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(o.file)
	if err != nil {
		return usage("opdracht.geen_map", i18n.Args{"map": o.file})
	}
	var totals plan.Totals
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		d, err := s.document(&options{file: filepath.Join(o.file, e.Name()), values: o.values})
		var faulty *faultsError
		if errors.As(err, &faulty) || errors.Is(err, fs.ErrPermission) || errors.Is(err, store.ErrForeign) {
			continue // no case file, or one that is not whole
		}
		if err != nil {
			return err
		}
		if d.Consent == nil || !d.Consent.Totals {
			continue
		}
		check, err := s.engine.Rechten(&d.Household, budget.RechtenOptions{Today: date, Own: d.Budget})
		if err != nil {
			return err
		}
		totals.Add(&d.Household, check, plan.Answers{Rights: d.Rights, Own: d.Budget})
	}
	return s.save(o, func(b *bytes.Buffer) error { return totals.WriteCSV(b, s.words) })
}
