package vm

import (
	"errors"
	"path/filepath"
	"time"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// A budget can be held beside one that is not kept as a visit: an earlier version of the file, or another case file. Both are
// read beside the window; the latest choice wins.

// otherFile is the choice of another case file; that of a version begins with fromVersion and has the time it was saved.
const (
	otherFile   = "bestand"
	fromVersion = "versie "
)

// earlierModel is what the page of the earlier visit remembers, and is in no file.
type earlierModel struct {
	chosen   string // day of the visit, or one of the choices above; empty for the last visit
	versions []store.Version
	read     *budget.Visit // of the version or the file that was chosen
	name     string        // of the file
	revision int
}

// listVersions asks which earlier versions the file has when the page is looked at.
func (t *Talk) listVersions() {
	file := t.vault.file
	if file == nil || t.step != Out || t.openPage().id != pageVisit {
		return
	}
	t.money.earlier.versions = file.Versions()
	t.compareWithYesterday()
}

// compareWithYesterday takes the last version of an earlier day when no visit was rounded off, so that nothing has to be done at
// the end of a visit to see at the next one what became better.
func (t *Talk) compareWithYesterday() {
	if _, ok := t.earlierVisit(); ok || t.money.earlier.chosen != "" {
		return
	}
	today := t.Today.Format(time.DateOnly)
	for _, v := range t.money.earlier.versions { // the newest first
		if v.Saved.In(t.Today.Location()).Format(time.DateOnly) < today {
			t.chooseEarlier(versionID(v))
			return
		}
	}
}

// chooseEarlier compares with a visit, a version or the file that was opened.
func (t *Talk) chooseEarlier(chosen string) {
	m := &t.money.earlier
	m.revision++
	for _, v := range m.versions {
		if chosen == versionID(v) {
			t.readEarlier(chosen, v.Saved, v.Document)
			return
		}
	}
	if m.chosen = chosen; chosen != otherFile {
		m.read, m.name = nil, ""
	}
}

func versionID(v store.Version) string { return fromVersion + v.Saved.Format(time.RFC3339) }

// readEarlier reads a document beside the window and works out its budget on a day.
func (t *Talk) readEarlier(chosen string, day time.Time, read func() (*store.Document, error)) {
	revision := t.money.earlier.revision
	t.Start(func() {
		var visit *budget.Visit
		document, err := read()
		if err == nil {
			visit, err = visitOf(t.Engine, document, day)
		}
		t.Run(func() {
			if m := &t.money.earlier; revision == m.revision {
				t.earlierRead(chosen, visit, err)
			}
		})
	})
}

func (t *Talk) earlierRead(chosen string, visit *budget.Visit, err error) {
	switch {
	case errors.Is(err, errUnfinished):
		t.cannotCompare(t.word("verschil.niet_af"))
		return
	case err != nil:
		t.cannotCompare(t.sentence(err))
		return
	}
	m := &t.money.earlier
	if m.chosen, m.read = chosen, visit; chosen != otherFile {
		m.name = ""
	}
	t.notify()
}

// errUnfinished says that a household lacks answers, so that its budget cannot be worked out.
var errUnfinished = errors.New("vm: household is not finished")

// visitOf is the budget of a document on a day.
func visitOf(engine *budget.Engine, d *store.Document, day time.Time) (*budget.Visit, error) {
	if len(d.Household.Validate()) > 0 {
		return nil, errUnfinished
	}
	c := plan.Case{Household: &d.Household, Budget: d.Budget, Debts: d.Debts, Help: d.DebtHelp, Norms: d.Norms}
	view, err := c.Overview(engine, day)
	if err != nil {
		return nil, err
	}
	v := budget.NewVisit(day.Format(time.DateOnly), view, d.Debts)
	return &v, nil
}

// compareFile asks for another case file to compare with. The family of the talk stays.
func (t *Talk) compareFile() {
	t.window.AskFile(func(path string) {
		data, err := store.ReadBytes(path)
		if err == nil && store.Encrypted(data) {
			err = store.Inspect(data)
		}
		switch {
		case err != nil:
			t.cannotCompare(t.sentence(err))
		case store.Encrypted(data):
			t.ask(func(s *sheet) Sheet {
				return t.unlockSheet(s, path, opening{open: onlyRead, cannot: t.cannotCompare, then: func(_ *store.Case, d *store.Document) {
					t.sheet = nil
					t.compareWith(path, d)
				}})
			})
		default:
			document, faults := store.Decode(data)
			if len(faults) > 0 {
				t.cannotCompare(t.faultSentence(faults[0]))
				return
			}
			t.compareWith(path, document)
		}
	})
}

// onlyRead reads a file that may be open somewhere.
func onlyRead(path, passphrase string) (*store.Case, *store.Document, error) {
	data, err := store.ReadBytes(path)
	if err != nil {
		return nil, nil, err
	}
	d, err := store.DecodeEncrypted(data, passphrase)
	return nil, d, err
}

// cannotCompare says why there is nothing to compare with. The family of the talk stays open.
func (t *Talk) cannotCompare(sentence string) {
	t.ask(func(s *sheet) Sheet {
		return Sheet{Icon: "triangle-alert", Title: t.word("verschil.gaat_niet"), Text: sentence, Buttons: []Action{t.back(s, "sluiten")}}
	})
}

func (t *Talk) compareWith(path string, d *store.Document) {
	m := &t.money.earlier
	m.revision++
	m.name = filepath.Base(path)
	t.readEarlier(otherFile, t.Today, func() (*store.Document, error) { return d, nil })
}

// earlierOptions are the visits, the versions of the file and the other file that there is.
func (t *Talk) earlierOptions() []Option {
	var all []Option
	for _, v := range t.doc.Visits {
		label := v.Day
		if date, err := time.Parse(time.DateOnly, v.Day); err == nil {
			label = i18n.DateShort(date)
		}
		all = append(all, Option{ID: v.Day, Label: label})
	}
	m := &t.money.earlier
	for _, v := range m.versions {
		all = append(all, Option{ID: versionID(v), Label: t.word("verschil.versie", i18n.Args{"moment": t.dayAndTime(v.Saved)})})
	}
	if m.name != "" {
		all = append(all, Option{ID: otherFile, Label: m.name})
	}
	return all
}
