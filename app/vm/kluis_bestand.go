package vm

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
)

// New begins a family of the helper's own. The first question is how it is kept.
func (t *Talk) New() {
	t.Leave(func() {
		t.reset(t.newDocument(), "")
		t.ask(t.howSheet)
	})
}

func (t *Talk) newDocument() store.Document {
	return store.Document{Schema: store.Schema, Household: newHousehold(t.Today.Year())}
}

func (t *Talk) howSheet(s *sheet) Sheet {
	return Sheet{Icon: "shield", Title: t.say("kluis.hoe"), Text: t.say("kluis.hoe.uitleg"), Buttons: []Action{
		s.button("bewaren", t.say("kluis.bewaren"), "lock", t.Keep),
		s.button("niets", t.say("kluis.niets"), "x", t.keepNothing),
		s.button("vijf", t.say("vijf"), "lightbulb", func() { t.ask(t.quickSheet) }),
		t.back(s, "kluis.later"),
	}}
}

// Keep asks what is needed to keep the family in a file: the consent of the family, a passphrase and a place.
func (t *Talk) Keep() {
	if t.vault.nothing || t.doc.Consent == nil || !t.doc.Consent.Given {
		t.askConsent(t.askPassphrase)
		return
	}
	t.askPassphrase()
}

// keepNothing makes this a talk that never touches the disk. What is there already goes first, after a question.
func (t *Talk) keepNothing() {
	if t.hasFile() {
		t.askErase(true)
		return
	}
	t.vault.nothing = true
	t.closeSheet()
}

func (t *Talk) askPassphrase() {
	t.ask(func(s *sheet) Sheet {
		return t.newPassphrase(s, t.say("kluis.nieuw"), func(passphrase string) { t.askCasePlace(passphrase) })
	})
}

// newPassphrase asks for a passphrase, twice.
func (t *Talk) newPassphrase(s *sheet, title string, then func(passphrase string)) Sheet {
	first := s.secret("eerste", t.say("kluis.wachtwoord"))
	first.Note = t.say("kluis.lang_genoeg")
	if missing := store.MinPassphrase - store.PassphraseLength(s.text["eerste"]); missing > 0 {
		first.Note = t.say("kluis.kort", i18n.Args{"getal": store.MinPassphrase})
	}
	again := s.secret("tweede", t.say("kluis.nog_eens"))
	return Sheet{Icon: "lock", Title: title, Text: t.say("kluis.nieuw.uitleg"),
		Sections: []Section{{ID: "wachtwoord", Rows: []Row{first, again}, Actions: []Action{t.show(s)}}},
		Buttons: []Action{s.button("verder", t.say("kluis.verder"), "arrow-right", func() {
			one, two := s.text["eerste"], s.text["tweede"]
			switch {
			case store.PassphraseLength(one) < store.MinPassphrase:
				s.wrong("eerste", t.sentence(store.ErrShortPassphrase))
			case one != two:
				s.wrong("tweede", t.say("kluis.anders"))
			default:
				then(one)
				return
			}
			t.notify()
		}), t.back(s, "kluis.annuleren")}}
}

// place is a new file: what it is called, and what is done with the chosen path.
type place struct {
	title, text, name, ending, busy string
	overwrites                      bool // a file with that name may be replaced, after a question
	write                           func(path string) error
	done                            func(path string)
}

// askPlace asks for the name and the folder of a new file.
func (t *Talk) askPlace(p place) {
	asked := "" // the path of the file that may be replaced
	t.askWith(map[string]string{"naam": p.name}, func(s *sheet) Sheet {
		name := s.field("naam", t.say("kluis.bestandsnaam"), TextField)
		name.Space, name.Note = AboveSpace, p.ending
		label := "kluis.opslaan"
		if asked != "" && asked == t.chosen(s, p) {
			label = "kluis.vervang"
		}
		other := s.button("andere_map", t.say("kluis.andere_map"), "folder-open", func() {
			t.window.AskFolder(t.folder(), func(path string, err error) {
				if err != nil {
					s.wrong("naam", t.say("kluis.map_fout"))
				} else {
					t.vault.folder = path
					delete(s.hint, "naam")
				}
				t.notify()
			})
		})
		return Sheet{Icon: "save", Title: p.title, Text: p.text,
			Sections: []Section{{ID: "plaats", Intro: t.say("kluis.in_map", i18n.Args{"plaats": shortPath(t.folder())}), Rows: []Row{name}, Actions: []Action{other}}},
			Buttons: []Action{s.button("opslaan", t.say(label), "save", func() { t.writeAt(s, p, &asked) }),
				t.back(s, "kluis.annuleren")}}
	})
}

func (t *Talk) folder() string {
	if t.vault.folder == "" {
		t.vault.folder = t.window.Documents()
	}
	return t.vault.folder
}

func (t *Talk) chosen(s *sheet, p place) string {
	name := strings.TrimSuffix(strings.TrimSpace(s.text["naam"]), p.ending)
	return filepath.Join(t.folder(), name+p.ending)
}

func (t *Talk) writeAt(s *sheet, p place, asked *string) {
	path := t.chosen(s, p)
	name := strings.TrimSuffix(filepath.Base(path), p.ending)
	switch {
	case name == "" || strings.ContainsAny(s.text["naam"], `/\:*?"<>|`):
		s.wrong("naam", t.say("kluis.naam_fout"))
	case store.PersonalNumber(name) != "":
		s.wrong("naam", t.Words.T(store.PersonalNumber(name)))
	case t.namesSomebody(name):
		s.wrong("naam", t.say("kluis.naam_persoon"))
	default:
		t.write(s, p, path, asked)
		return
	}
	t.notify()
}

func (t *Talk) write(s *sheet, p place, path string, asked *string) {
	var err error
	busy := p.busy
	if busy == "" {
		busy = t.say("kluis.bezig.schrijven")
	}
	ask := p.overwrites && *asked != path
	t.beside(s, busy, func() {
		if ask && store.Exists(path) {
			err = store.ErrExists
			return
		}
		err = p.write(path)
	}, func() {
		switch {
		case ask && errors.Is(err, store.ErrExists):
			*asked = path
			s.wrong("naam", t.say("kluis.bestaat"))
		case err != nil:
			s.wrong("naam", t.sentence(err))
		default:
			t.closeSheet()
			p.done(path)
		}
	})
}

// namesSomebody tells whether a name of a file holds the name of somebody in the family, or a part of it.
func (t *Talk) namesSomebody(file string) bool {
	file = strings.ToLower(file)
	words := strings.FieldsFunc(file, func(c rune) bool { return !unicode.IsLetter(c) })
	holds := func(name string) bool {
		for i, part := range strings.Fields(name) {
			low := strings.ToLower(part)
			switch length := utf8.RuneCountInString(part); {
			case i > 0 && low == part, length < 2: // "van", or an initial
			case length < 4 && slices.Contains(words, low), // with a Jan in the family, januari is a month
				length >= 4 && strings.Contains(file, low):
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(t.household().Adults, func(a budget.Adult) bool { return holds(a.Name) }) ||
		slices.ContainsFunc(t.household().Children, func(c budget.Child) bool { return holds(c.Name) })
}

// shortPath is the end of a long path.
func shortPath(path string) string {
	const most = 48
	r := []rune(path)
	if len(r) <= most {
		return path
	}
	return "…" + string(r[len(r)-most:])
}

// dated is a name for a file: what it is and the day, never a person.
func (t *Talk) dated(what string) string { return what + "-" + t.Today.Format("2006-01-02") }

// askCasePlace makes the file of the family.
func (t *Talk) askCasePlace(passphrase string) {
	var file *store.Case
	document, text := t.stamped(), t.everything()
	t.touch(document)
	t.touch(text)
	t.askPlace(place{title: t.say("kluis.waar"), text: t.say("kluis.waar.uitleg"), name: t.dated("gezin"), ending: store.Extension,
		busy: t.say("kluis.bezig.maken"),
		write: func(path string) (err error) {
			file, err = store.Create(path, passphrase, document)
			return err
		},
		done: func(path string) {
			said := "kluis.gemaakt"
			if t.vault.plain != "" {
				said = "kluis.gemaakt.gewoon"
			}
			t.Close()
			t.example = ""
			t.touch(&t.doc)
			t.rebase()
			t.keepIn(file, textOf(text))
			t.Say(said, i18n.Args{"plaats": filepath.Base(path)})
		}})
}

// Open asks for a case file and opens it.
func (t *Talk) Open() {
	t.Leave(func() { t.window.AskFile(t.openPath) })
}

// openPath opens the file at a path, after its passphrase when it has one.
func (t *Talk) openPath(path string) {
	data, err := store.ReadBytes(path)
	switch {
	case err != nil:
		t.cannotOpen(t.sentence(err))
	case store.Encrypted(data):
		if err := store.Inspect(data); err != nil {
			t.cannotOpen(t.sentence(err))
			return
		}
		t.ask(func(s *sheet) Sheet { return t.unlockSheet(s, path, t.toGoOn()) })
	case t.Read(data):
		t.vault.plain, t.vault.read = path, data
		if !t.remind() {
			t.notify()
		}
	}
}

// CannotRead says that the system does not let the program read a file.
func (t *Talk) CannotRead() { t.cannotOpen(t.sentence(store.ErrNoAccess)) }

// opening is how a file is opened with its passphrase, and what follows.
type opening struct {
	open   func(path, passphrase string) (*store.Case, *store.Document, error) // beside the window
	then   func(*store.Case, *store.Document)
	cannot func(sentence string)
}

// toGoOn opens a file to go on with its family. The file of the talk itself, which another program may have changed, opens anew.
func (t *Talk) toGoOn() opening {
	own := t.vault.file
	open := func(path, passphrase string) (file *store.Case, d *store.Document, err error) {
		if own != nil && own.At(path) {
			file, err = own.Reopen(passphrase)
		} else {
			file, err = store.Open(path, passphrase)
		}
		if err != nil {
			return nil, nil, err
		}
		if d, err = file.Document(); err != nil {
			file.Close()
		}
		return file, d, err
	}
	return opening{open, t.opened, t.cannotOpen}
}

func (t *Talk) unlockSheet(s *sheet, path string, o opening) Sheet {
	return Sheet{Icon: "lock", Title: t.say("kluis.openen"), Text: t.say("kluis.openen.uitleg", i18n.Args{"plaats": filepath.Base(path)}),
		Sections: []Section{{ID: "slot", Rows: []Row{s.secret("wachtwoord", t.say("kluis.wachtwoord"))}, Actions: []Action{t.show(s)}}},
		Buttons: []Action{
			s.button("open", t.say("openen"), "folder-open", func() { t.openEncrypted(s, path, o) }),
			t.back(s, "kluis.annuleren"),
		}}
}

func (t *Talk) openEncrypted(s *sheet, path string, o opening) {
	passphrase := s.text["wachtwoord"]
	var file *store.Case
	var document *store.Document
	var err error
	t.beside(s, t.say("kluis.bezig.openen"), func() { file, document, err = o.open(path, passphrase) }, func() {
		switch faults := store.Faults(err); {
		case err == nil:
			o.then(file, document)
		case len(faults) > 0 && faults[0].Key == store.Faults(store.ErrPassphrase)[0].Key:
			s.wrong("wachtwoord", t.sentence(err))
		default:
			o.cannot(t.sentence(err))
		}
	})
}

// opened goes on with a family out of a file.
func (t *Talk) opened(file *store.Case, document *store.Document) {
	t.reset(*document, "")
	t.keepIn(file, t.encoded())
	t.sheet = nil
	t.Say("bestand.geopend")
	t.remind()
	t.met()
}

// met notes a contact and has it saved, where it can be saved. A family that has to be asked first is not met by opening its file.
func (t *Talk) met() {
	if !t.writable() || t.overdue() != "" {
		return
	}
	t.touch(&t.doc)
	t.rebase()
	t.saveSoon()
}

// Read opens a plain case file. What cannot be read is said in the window and leaves the talk as it is; an answer that is
// missing or impossible opens, and is said at its field.
func (t *Talk) Read(data []byte) (ok bool) {
	if text := strings.TrimSpace(strings.TrimPrefix(string(data), "\uFEFF")); text != "" && text[0] != '{' {
		t.cannotOpen(t.sentence(store.ErrForeign))
		return false
	}
	document, faults := store.Decode(data)
	if len(faults) > 0 {
		t.cannotOpen(t.faultSentence(faults[0]))
		return false
	}
	t.reset(*document, "")
	t.warn("kluis.gewoon_geopend")
	return true
}

func (t *Talk) cannotOpen(sentence string) {
	t.ask(func(s *sheet) Sheet {
		return Sheet{Icon: "triangle-alert", Title: t.say("kluis.gaat_niet_open"), Text: sentence, Buttons: []Action{
			s.button("ander", t.say("kluis.ander_bestand"), "folder-open", func() {
				t.closeSheet()
				t.window.AskFile(t.openPath)
			}),
			t.back(s, "sluiten"),
		}}
	})
}

// KeepCopy puts the family, with its versions and the same passphrase, in a new file. When its own file cannot be written, the
// talk goes on in the new one.
func (t *Talk) KeepCopy() {
	file := t.vault.file
	if file == nil {
		t.Keep()
		return
	}
	move := t.vault.readOnly || t.vault.trouble != nil
	document, text := t.stamped(), t.encoded()
	var copied *store.Case
	t.askPlace(place{title: t.say("kluis.kopie"), text: t.say("kluis.kopie.uitleg"), name: t.dated("gezin") + "-kopie", ending: store.Extension,
		write: func(path string) (err error) {
			if !move {
				return file.SaveCopy(path, document)
			}
			copied, err = file.CopyTo(path, document)
			return err
		},
		done: func(path string) {
			said := "kluis.kopie.klaar"
			if move {
				t.Close()
				t.keepIn(copied, text)
				said = "kluis.kopie.verder"
			}
			t.Say(said, i18n.Args{"plaats": filepath.Base(path)})
		}})
}

// changePassphrase gives the file another passphrase.
func (t *Talk) changePassphrase() {
	t.ask(func(s *sheet) Sheet {
		return t.newPassphrase(s, t.say("kluis.ander_wachtwoord"), func(passphrase string) {
			var err error
			t.beside(s, t.say("kluis.bezig.maken"), func() { err = t.vault.file.ChangePassphrase(passphrase) }, func() {
				if err != nil {
					s.wrong("eerste", t.sentence(err))
					return
				}
				t.closeSheet()
				t.Say("kluis.ander_wachtwoord.klaar")
			})
		})
	})
}

// Export asks for a place for a plain file, which anybody can read.
func (t *Talk) Export() { t.export(false) }

// export is Export, to go on in the new file or not. Who writes over the file of the talk has saved in it.
func (t *Talk) export(goOn bool) {
	if len(t.refused) > 0 {
		t.sayRefused()
		return
	}
	explained := t.say("kluis.gewoon.uitleg")
	if n := len(t.savedBefore()); n > 0 {
		explained += "\n" + t.Words.N("scherm.kluis.gewoon.versies", n)
	}
	document, text, plain, mine := t.stamped(), t.encoded(), t.vault.plain, t.vault.writes
	var there []byte
	var here bool // the talk is kept in the new file
	t.askPlace(place{title: t.say("kluis.gewoon"), text: explained, name: t.dated("gezin"), ending: ".json", overwrites: true,
		write: func(path string) (err error) {
			write := func() error { return store.WriteOver(path, document) }
			if path == plain {
				err = mine.alone(write)
			} else {
				err = write()
			}
			if err == nil {
				there, err = store.ReadBytes(path)
			}
			here = goOn || plain != "" && store.SameFile(plain, path)
			return err
		},
		done: func(path string) {
			if here {
				t.putAway() // a save that still hangs is of before
				t.vault.plain, t.vault.read, t.saved = path, there, text
			}
			said := "kluis.gewoon.klaar"
			if goOn {
				said = "kluis.gewoon.verder"
			}
			t.Say(said, i18n.Args{"plaats": filepath.Base(path)})
		}})
}

// sayRefused says that nothing is stored or printed, and why; at the field stands the same.
func (t *Talk) sayRefused() {
	for _, f := range t.everything().Refusals() {
		t.warn("plan.geweigerd", i18n.Args{"fout": t.faultSentence(f)})
		return
	}
}
