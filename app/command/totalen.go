package command

import (
	"bytes"
	"fmt"

	"perspectief/app/store"
	"perspectief/i18n"
)

// totalen counts the talks in a folder whose families agreed to be counted. It reads the files and writes numbers only; a file that
// cannot be read is named and counted apart.
func totalen(s *session, o *options) error {
	date, err := o.date()
	if err != nil {
		return err
	}
	if o.has(flagPassphrase) { // one that is not there is said at once, before any case is left out for it
		if _, err := s.passphrase(o); err != nil {
			return err
		}
	}
	totals, passed, err := store.Count(o.file, s.engine, date, func() (string, bool) {
		text, err := s.passphrase(o)
		return text, err == nil
	})
	if store.Faults(err) != nil {
		return usage("opdracht.geen_map", i18n.Args{"map": o.file})
	}
	if err != nil {
		return err
	}
	for _, f := range passed {
		fmt.Fprintln(s.stderr, s.words.T("opdracht.overgeslagen",
			i18n.Args{"bestand": f.Name, "reden": s.words.T("overgeslagen." + string(f.Passed))}))
	}
	return s.save(o, func(b *bytes.Buffer) error { return totals.WriteCSV(b, s.words) })
}
