package vm

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/i18n"
	"perspectief/plan"
)

// What the family may ask: to give or withdraw consent, to see everything, to have everything removed.

// The months after the last contact at which the program reminds, and at which it says that the time to keep is over.
const (
	remindAfter = 6
	keepAtMost  = 12
)

// FileSheet opens the list of everything that can be done with the file of the family.
func (t *Talk) FileSheet() { t.ask(t.fileSheet) }

func (t *Talk) fileSheet(s *sheet) Sheet {
	keep := t.Keeping()
	own := Section{ID: "bestand", Icon: keep.Icon, Title: keep.Line, Intro: keep.Trouble}
	add := func(to *Section, id, label, icon string, do func()) {
		to.Actions = append(to.Actions, s.button(id, t.say(label), icon, do))
	}
	switch {
	case t.vault.file == nil:
		if t.vault.plain != "" {
			own.Intro = cmp.Or(own.Intro, shortPath(t.vault.plain))
			add(&own, "hier", "kluis.gewoon.hier", "save", func() { t.closeSheet(); t.SaveNow() })
		}
		add(&own, "bewaren", "kluis.bewaren", "lock", t.Keep)
		if !t.vault.nothing {
			add(&own, "niets", "kluis.niets", "x", t.keepNothing)
		}
	default:
		if own.Intro == "" {
			own.Intro = shortPath(t.vault.path)
		}
		if t.writable() {
			add(&own, "versies", "kluis.versies", "clock", t.askVersions)
		}
		add(&own, "kopie", "kluis.kopie", "copy", t.KeepCopy)
		if t.writable() {
			add(&own, "wachtwoord", "kluis.ander_wachtwoord", "pencil", t.changePassphrase)
		}
	}
	add(&own, "slot", "kluis.nu_slot", "lock", t.Lock)
	about := Section{ID: "recht", Icon: "shield", Title: t.say("kluis.recht"), Intro: t.say("kluis.recht.uitleg")}
	add(&about, "lezen", "kluis.lezen", "book-open", func() { t.readAll(t.everything(), t.FileSheet, nil) })
	add(&about, "alles_papier", "kluis.alles_papier", "printer", t.PrintAll)
	add(&about, "gewoon", "kluis.gewoon", "file-text", t.Export)
	add(&about, "toestemming", "kluis.toestemming", "handshake", func() { t.askConsent(t.afterConsent) })
	add(&about, "alles_weg", "kluis.alles_weg", "x", func() { t.askErase(false) })
	return Sheet{Icon: "folder-open", Title: t.say("kluis.bestand"), Sections: []Section{own, about}, Buttons: []Action{t.back(s, "sluiten")}}
}

// afterConsent goes on when the family said yes.
func (t *Talk) afterConsent() {
	if t.vault.file == nil {
		t.askPassphrase()
		return
	}
	t.closeSheet()
}

// askConsent asks the family whether their data may be kept. Neither answer is chosen beforehand.
func (t *Talk) askConsent(then func()) {
	t.ask(func(s *sheet) Sheet { return t.consentSheet(s, then) })
}

func (t *Talk) consentSheet(s *sheet, then func()) Sheet {
	answer := s.field("antwoord", "", ChoiceField)
	answer.Space, answer.Fields[0].Options = AboveSpace, []Option{
		{ID: yes, Label: t.Easy.T("toestemming.ja")}, {ID: no, Label: t.Easy.T("toestemming.nee")}}
	until := s.field("tot", t.say("kluis.bewaar_tot"), TextField)
	until.Fields[0].Width = Medium
	until.Note = t.say("kluis.bewaar_tot.leeg", i18n.Args{"dag": i18n.Date(t.longest())})
	out := Sheet{Icon: "handshake", Title: t.Easy.T("toestemming.titel"),
		Sections: []Section{{ID: "toestemming", Rows: []Row{answer, until}}},
		Buttons: []Action{
			s.button("verder", t.say("kluis.verder"), "arrow-right", func() { t.consent(s, then) }),
			s.button("print", t.say("kluis.print_vraag"), "printer", t.PrintConsent),
			t.back(s, "kluis.annuleren"),
		}}
	for _, p := range plan.ConsentText(t.Easy, t.doc.Plan) {
		out.Parts = append(out.Parts, ReadOut(p))
	}
	if c := t.doc.Consent; c != nil && c.Given {
		out.Sections[0].Intro = t.say("kluis.zei_ja", i18n.Args{"dag": dayText(c.On), "tot": dayText(c.KeepUntil)})
	}
	return out
}

// longest is the last day until which a family that met its helper today is kept.
func (t *Talk) longest() time.Time { return t.Today.AddDate(0, keepAtMost, 0) }

func dayText(d plan.Day) string {
	if date, ok := d.Date(); ok {
		return i18n.Date(date)
	}
	return string(d)
}

func (t *Talk) consent(s *sheet, then func()) {
	until, ok := t.longest(), true
	if text := s.text["tot"]; text != "" {
		until, ok = parseDate(text, t.Today)
	}
	switch {
	case s.text["antwoord"] == "":
		s.wrong("antwoord", t.say("kluis.kies_antwoord"))
	case s.text["antwoord"] == no:
		t.keepNothing()
	case !ok || until.Before(t.Today):
		s.wrong("tot", t.say("kluis.dag_fout"))
	case plan.DayOf(until) > plan.DayOf(t.longest()):
		s.wrong("tot", t.say("kluis.dag_te_ver", i18n.Args{"dag": i18n.Date(t.longest())}))
	default:
		t.doc.Consent = &store.Consent{Given: true, On: plan.DayOf(t.Today), KeepUntil: plan.DayOf(until), LastContact: plan.DayOf(t.Today)}
		t.rebase()
		t.saveSoon()
		then()
		return
	}
	t.notify()
}

// hasFile tells whether something of the family is on the disk.
func (t *Talk) hasFile() bool { return t.vault.file != nil || t.vault.plain != "" }

// askErase removes the file with all its versions, after a question. The talk goes on without keeping anything, or with a new
// family.
func (t *Talk) askErase(goOn bool) {
	question := "kluis.alles_weg.vraag"
	if !t.hasFile() {
		question = "kluis.alles_weg.vraag_zonder"
	}
	t.ask(func(s *sheet) Sheet {
		return Sheet{Icon: "triangle-alert", Title: t.say("kluis.alles_weg"), Text: t.say(question), Buttons: []Action{
			t.back(s, "kluis.niet_weg"),
			s.button("weg", t.say("kluis.ja_weg"), "x", func() { t.erase(s, goOn) }),
		}, Sections: faultSection(s.hint["weg"])}
	})
}

// faultSection says what is wrong with a question that has no field to say it at.
func faultSection(sentence string) []Section {
	if sentence == "" {
		return nil
	}
	return []Section{{ID: "fout", Rows: []Row{{ID: "fout", Hint: sentence, Space: AboveSpace}}}}
}

func (t *Talk) erase(s *sheet, goOn bool) {
	file, plain, mine := t.vault.file, t.vault.plain, t.vault.writes
	var err error
	t.beside(s, t.say("kluis.bezig.wegdoen"), func() {
		switch {
		case file != nil:
			err = file.Erase()
		case plain != "":
			err = mine.alone(func() error { return store.ErasePlain(plain) }) // a save that still hangs would bring it back
		}
	}, func() {
		switch {
		case errors.Is(err, store.ErrReadOnly):
			s.wrong("weg", t.say("kluis.weg_mag_niet"))
			return
		case err != nil:
			s.wrong("weg", t.sentence(err))
			return
		}
		t.putAway()
		t.sheet = nil
		if goOn {
			t.doc.Consent = nil
			t.vault.nothing = true
			t.rebase()
		} else {
			t.reset(t.newDocument(), "")
		}
		t.Say("kluis.alles_weg.klaar")
	})
}

// askVersions lists the earlier states of the file.
func (t *Talk) askVersions() {
	file := t.vault.file
	var versions []store.Version
	s := t.ask(func(s *sheet) Sheet {
		list := Section{ID: "versies"}
		for i, v := range versions {
			list.Actions = append(list.Actions, s.button("versie."+strconv.Itoa(i), t.dayAndTime(v.Saved), "clock", func() { t.lookBack(v) }))
		}
		out := Sheet{Icon: "clock", Title: t.say("kluis.versies"), Text: t.say("kluis.versies.uitleg"), Sections: []Section{list},
			Buttons: []Action{t.back(s, "sluiten")}}
		if len(versions) == 0 {
			out.Text, out.Sections = t.say("kluis.versies.geen"), nil
		}
		return out
	})
	t.beside(s, t.say("kluis.bezig.lezen"), func() { versions = file.Versions() }, func() {})
}

// lookBack shows an earlier state, and offers to go on with it.
func (t *Talk) lookBack(v store.Version) {
	s := t.sheet
	var document *store.Document
	var err error
	t.beside(s, t.say("kluis.bezig.lezen"), func() { document, err = v.Document() }, func() {
		if err != nil {
			t.cannotOpen(t.sentence(err))
			return
		}
		t.readAll(document, t.askVersions, &version{document, v.Saved})
	})
}

// version is an earlier state that is looked at.
type version struct {
	document *store.Document
	saved    time.Time
}

// readAll shows everything that stands in a document.
func (t *Talk) readAll(d *store.Document, back func(), v *version) {
	var earlier []time.Time
	if v == nil {
		earlier = t.savedBefore()
	}
	written := t.writtenDown(d.Kept(), earlier...)
	asked := t.ask(func(s *sheet) Sheet {
		out := Sheet{Icon: "book-open", Title: t.say("kluis.lezen"), Sections: append(faultSection(s.hint["terugzetten"]), written...)}
		if v != nil {
			out.Title, out.Text = t.say("kluis.versie", i18n.Args{"dag": t.dayAndTime(v.saved)}), t.say("kluis.versie.uitleg")
			out.Buttons = append(out.Buttons, s.button("terugzetten", t.say("kluis.terugzetten"), "undo-2", func() { t.bringBack(s, v.document) }))
		}
		s.cancel = "terug"
		out.Buttons = append(out.Buttons, s.button("terug", t.say("terug"), "arrow-left", back))
		return out
	})
	asked.tells = true
}

// savedBefore gives the moments of the versions in the file, the newest first.
func (t *Talk) savedBefore() []time.Time {
	if t.vault.file == nil {
		return nil
	}
	var moments []time.Time
	for _, v := range t.vault.file.Versions() {
		moments = append(moments, v.Saved)
	}
	return moments
}

// writtenDown is everything in a document as cards.
func (t *Talk) writtenDown(d *store.Document, earlier ...time.Time) []Section {
	var cards []Section
	for i, part := range plan.WrittenDown(t.Easy, d, t.Today, earlier...).Pages[0].Blocks {
		card := Section{ID: "deel." + strconv.Itoa(i), Icon: "file-text", Title: part.Text}
		for k, b := range part.Blocks {
			card.Rows = append(card.Rows, writtenRow(card.ID+"."+strconv.Itoa(k), b))
		}
		cards = append(cards, card)
	}
	return cards
}

func writtenRow(id string, b plan.Block) Row {
	if b.Kind == plan.RowBlock {
		return Row{ID: id, Label: b.Text, Fields: []Field{{Kind: ShownValue, Value: b.Details}}}
	}
	return Row{ID: id, Label: b.Text, Space: AboveSpace}
}

// bringBack makes an earlier state the present one. The state of now stays in the file as a version, and the talk can undo it.
// What the family said about keeping it stays as it is.
func (t *Talk) bringBack(s *sheet, document *store.Document) {
	file, now, mine := t.vault.file, t.stamped(), t.vault.writes
	turn := mine.take()
	changed := !t.settled()
	document.Consent, document.Rules = now.Consent, now.Rules
	var at time.Time
	var err error
	t.beside(s, t.say("kluis.bezig.schrijven"), func() {
		err = mine.write(turn, func() error {
			if changed {
				if err := file.Save(now); err != nil {
					return err
				}
			}
			return file.SaveKeeping(document)
		})
		at = file.Saved()
	}, func() {
		if err != nil {
			s.wrong("terugzetten", t.sentence(err))
			return
		}
		t.take(*document)
		t.changing = ""
		t.saved, t.vault.savedAt, t.vault.trouble = t.encoded(), at, nil
		t.hours = hoursModel{revision: t.hours.revision + 1, made: t.hours.made}
		t.compute()
		t.refreshHours()
		t.sheet = nil
		t.Say("kluis.terug.klaar")
	})
}

// dayAndTime is a day and a time.
func (t *Talk) dayAndTime(at time.Time) string {
	return t.say("kluis.moment", i18n.Args{"dag": i18n.Date(at), "tijd": clockTime(at)})
}

// overdue tells why it has to be asked whether an old file is still needed: the id of a sentence, or "" when it has not.
func (t *Talk) overdue() string {
	c := t.doc.Consent
	if c == nil || !t.hasFile() {
		return ""
	}
	if until, ok := c.KeepUntil.Date(); ok && plan.DayOf(until) < plan.DayOf(t.Today) {
		return "kluis.dag_voorbij"
	}
	last, ok := c.LastContact.Date()
	switch {
	case ok && last.AddDate(0, keepAtMost, 0).Before(t.Today):
		return "kluis.te_lang_geleden"
	case ok && !t.vault.needed && last.AddDate(0, remindAfter, 0).Before(t.Today):
		return "kluis.lang_geleden"
	}
	return ""
}

// remind asks whether an old file is still needed, and stays until that is answered. It tells whether it asked.
func (t *Talk) remind() bool {
	why := t.overdue()
	if why == "" {
		return false
	}
	text := t.say(why, i18n.Args{"dag": dayText(t.doc.Consent.LastContact), "tot": dayText(t.doc.Consent.KeepUntil)})
	t.ask(func(s *sheet) Sheet {
		keep := s.button("bewaren", t.say("kluis.nog_bewaren"), "check", func() { t.askConsent(t.afterConsent) })
		if why == "kluis.lang_geleden" { // what the family agreed to still holds
			keep = s.button("nodig", t.say("kluis.ja_nodig"), "check", t.stillNeeded)
		}
		return Sheet{Icon: "calendar-days", Title: t.say("kluis.nog_nodig"), Text: text, Buttons: []Action{
			keep,
			s.button("weg", t.say("kluis.alles_weg"), "x", func() { t.askErase(false) }),
			s.button("sluiten", t.say("kluis.slot.sluiten"), "", func() { t.Leave(t.window.Close) }),
		}}
	})
	return true
}

// stillNeeded goes on with a file that was not seen for a while.
func (t *Talk) stillNeeded() {
	t.vault.needed = true
	t.met()
	t.closeSheet()
}

// Print asks once whether the paper will be safe, then where it goes, and makes it.
func (t *Talk) Print(name string, data []byte) {
	t.ask(func(s *sheet) Sheet {
		return Sheet{Icon: "printer", Title: t.say("kluis.papier"), Text: t.say("kluis.papier.uitleg"), Buttons: []Action{
			s.button("ja", t.say("kluis.papier.ja"), "check", func() { t.placePaper(name, data) }),
			t.back(s, "kluis.papier.nee"),
		}}
	})
}

func (t *Talk) placePaper(name string, data []byte) {
	ending := filepath.Ext(name)
	t.askPlace(place{title: t.say("kluis.papier.waar"), name: strings.TrimSuffix(name, ending), ending: ending, overwrites: true,
		write: func(path string) error { return store.WriteFile(path, data) },
		done: func(path string) {
			t.Say("plan.gemaakt", i18n.Args{"plaats": filepath.Base(path)})
			t.window.Show(path)
		}})
}

// PrintAll prints everything that is written down about the family.
func (t *Talk) PrintAll() {
	if len(t.refused) > 0 {
		t.closeSheet()
		t.sayRefused()
		return
	}
	if pdf, ok := t.pdf(t.everythingKept()); ok {
		t.Print(t.dated("opgeschreven")+".pdf", pdf)
	}
}

// everythingKept is everything that is written down about the family, on paper.
func (t *Talk) everythingKept() plan.Document {
	return plan.WrittenDown(t.Easy, t.stamped().Kept(), t.Today, t.savedBefore()...)
}

// PrintConsent prints the question whether the data of the family may be kept, to sign. It holds nothing of the family.
func (t *Talk) PrintConsent() {
	if pdf, ok := t.pdf(plan.ConsentPage(t.Easy, t.doc.Plan, t.Today)); ok {
		t.placePaper(t.dated("toestemming")+".pdf", pdf)
	}
}

// pdf is a document as a PDF. When it is not ok, the notice line says why.
func (t *Talk) pdf(d plan.Document) ([]byte, bool) {
	var out bytes.Buffer
	err := plan.WritePDF(&out, d, plan.Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()}, t.Today)
	if err == nil {
		return out.Bytes(), true
	}
	t.sheet = nil
	var glyph *plan.MissingGlyphError
	if errors.As(err, &glyph) {
		t.warns, t.notice = true, t.Words.T("opdracht.letter_ontbreekt", i18n.Args{"letter": string(glyph.Letter), "code": fmt.Sprintf("%U", glyph.Letter)})
		t.notify()
		return nil, false
	}
	t.warn("plan.lukt_niet")
	return nil, false
}
