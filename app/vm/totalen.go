package vm

import (
	"bytes"
	"strings"

	"perspectief/app/store"
	"perspectief/i18n"
	"perspectief/plan"
)

// MakeTotals asks for a folder and for the passphrase of the files in it, counts the talks of families that agreed, and asks where the
// table goes. Nothing of a family stands in it.
func (t *Talk) MakeTotals() {
	if t.window == nil {
		return
	}
	t.window.AskFolder(t.folder(), func(folder string, err error) {
		if err != nil {
			t.warn("kluis.map_fout")
			return
		}
		t.ask(func(s *sheet) Sheet {
			secret := s.secret("wachtwoord", t.say("kluis.wachtwoord"))
			secret.Note = t.say("totalen.wachtwoord")
			return Sheet{Icon: "list-checks", Title: t.say("totalen.maken"), Text: t.say("kluis.in_map", i18n.Args{"plaats": shortPath(folder)}),
				Sections: []Section{{ID: "wachtwoord", Rows: []Row{secret}, Actions: []Action{t.show(s)}}},
				Buttons: []Action{s.button("verder", t.say("kluis.verder"), "arrow-right", func() { t.countFolder(s, folder) }),
					t.back(s, "kluis.annuleren")}}
		})
	})
}

// countFolder reads the folder beside the window: each file with a passphrase takes a second.
func (t *Talk) countFolder(s *sheet, folder string) {
	var (
		totals plan.Totals
		passed []store.InFolder
		table  bytes.Buffer
		err    error
	)
	passphrase := s.text["wachtwoord"]
	t.beside(s, t.say("totalen.bezig"), func() {
		totals, passed, err = store.Count(folder, t.Engine, t.Today, func() (string, bool) { return passphrase, passphrase != "" })
		if err == nil {
			err = totals.WriteCSV(&table, t.Words)
		}
	}, func() {
		if err != nil {
			s.wrong("wachtwoord", t.sentence(err))
			return
		}
		t.askPlace(place{title: t.say("totalen.waar"), text: t.passedOver(passed), name: t.dated("totalen"), ending: ".csv", overwrites: true,
			write: func(path string) error { return store.WriteFile(path, table.Bytes()) },
			done:  func(string) { t.Say("totalen.klaar") }})
	})
}

// namedFiles is how many files are named before the rest is only counted.
const namedFiles = 6

// passedOver names the files that do not count, by reason in the order in which they occur.
func (t *Talk) passedOver(passed []store.InFolder) string {
	if len(passed) == 0 {
		return t.say("totalen.alles")
	}
	lines := []string{t.say("totalen.over")}
	for i, f := range passed {
		if i == namedFiles {
			lines = append(lines, t.say("totalen.meer", i18n.Args{"aantal": len(passed) - i}))
			break
		}
		lines = append(lines, f.Name+": "+t.Words.T("overgeslagen."+string(f.Passed)))
	}
	return strings.Join(lines, "\n")
}
