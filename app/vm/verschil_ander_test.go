package vm

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"perspectief/app/store"
	"perspectief/budget"
)

// familyFile is a talk about an example family in a file that was saved twice: the food went from 600 to 520 a week.
func familyFile(t *testing.T) (*Talk, *desk) {
	t.Helper()
	talk, c, d := kept(t)
	document := *newTalk(t).doc.Clone()
	document.Visits, document.Consent = nil, talk.doc.Consent
	talk.doc = document
	talk.compute()
	openMoney(t, talk, pageOut)
	for _, amount := range []string{"600", "520"} {
		set(talk, "budget.voeding", amount)
		if err := talk.vault.file.SaveKeeping(talk.stamped()); err != nil {
			t.Fatal(err)
		}
	}
	c.pass(saveDelay)
	return talk, d
}

// 600 less 520 is 80 a week; x 52 / 12 = 346.67 a month is left more than in the version before.
func TestAnEarlierVersionStandsBesideTheBudget(t *testing.T) {
	talk, _ := familyFile(t)
	talk.SetView(HelperView)
	openMoney(t, talk, pageVisit)
	var versions []string
	for _, o := range row(t, talk, "verschil.met").Fields[0].Options {
		if strings.HasPrefix(o.ID, fromVersion) && strings.HasPrefix(o.Label, "Versie van ") {
			versions = append(versions, o.ID)
		}
	}
	if len(versions) == 0 {
		t.Fatal("the versions of the file are not among the choices")
	}
	set(talk, "verschil.met", versions[0])
	if c := card(t, talk, "verschil"); c.Intro != "Dat is 347\u00a0euro beter." || !strings.HasPrefix(c.Title, "Vorige keer ") {
		t.Errorf("%q, %q", c.Title, c.Intro)
	}
	if v := row(t, talk, "verschil.met").Fields[0].Value; v != versions[0] {
		t.Errorf("%q is chosen", v)
	}
}

// Nobody rounded the first visit off; its last version tells at the second one what became better.
func TestTheSecondVisitNeedsNoRoundingOff(t *testing.T) {
	talk, _ := familyFile(t)
	saved := talk.vault.file.Versions()[0].Saved
	for days, want := range []bool{false, true} { // the next day is the last one: it is today below
		talk.money.earlier = earlierModel{versions: []store.Version{talk.vault.file.Versions()[0]}}
		talk.Today = saved.AddDate(0, 0, days)
		if talk.compareWithYesterday(); (talk.money.earlier.read != nil) != want {
			t.Errorf("%d days later: %v", days, talk.money.earlier.read)
		}
	}
	talk.money.earlier = earlierModel{}
	openMoney(t, talk, pageOut)
	openMoney(t, talk, pageVisit)
	if c := card(t, talk, "verschil"); c.Intro != "Dat is 347\u00a0euro beter." || !strings.HasPrefix(c.Title, "Vorige keer ") {
		t.Errorf("%q, %q", c.Title, c.Intro)
	}
}

// A version that comes late does not push out what was chosen after it, and neither does one of a family that was left.
func TestTheLatestComparisonWins(t *testing.T) {
	talk, _ := familyFile(t)
	openMoney(t, talk, pageOut)
	talk.SetView(HelperView)
	openMoney(t, talk, pageVisit)
	set(talk, "visits.add", "")
	today := talk.doc.Visits[0].Day
	var work []func()
	talk.Start = func(f func()) { work = append(work, f) }
	set(talk, "verschil.met", versionID(talk.money.earlier.versions[0]))
	set(talk, "verschil.met", today)
	for _, f := range work {
		f()
	}
	if v := row(t, talk, "verschil.met").Fields[0].Value; v != today {
		t.Errorf("%q is chosen, and not the visit of %s", v, today)
	}
	work = nil
	set(talk, "verschil.met", versionID(talk.money.earlier.versions[0]))
	talk.reset(talk.newDocument(), "")
	for _, f := range work {
		f()
	}
	if talk.money.earlier.read != nil || talk.Sheet() != nil {
		t.Error("the budget of another family came in")
	}
}

// The budget of another case file stands beside this one, and the family of the talk stays.
func TestAnotherFileStandsBesideTheBudget(t *testing.T) {
	talk, _, d := newDesk(t)
	talk.SetView(HelperView)
	other := newTalk(t).doc.Clone()
	for i, o := range other.Budget.Lines {
		if o.Key == "voeding" {
			other.Budget.Lines[i].Amount = budget.Known(o.Amount.Or(twelveMonths).Add(twelveMonths)) // 12 a week more is 52 a month
		}
	}
	plain, secret := filepath.Join(d.folder, "ander.json"), filepath.Join(d.folder, "ander.perspectief")
	if err := store.WriteOver(plain, other); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/leeg.perspectief")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(secret, data, 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := store.Open(secret, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Save(other); err != nil {
		t.Fatal(err)
	}
	file.Close()
	name := talk.household().Adults[0].Name
	for _, path := range []string{plain, secret} {
		talk.money = moneyModel{}
		openMoney(t, talk, pageVisit)
		d.choose = path
		set(talk, "verschil.ander", "")
		if path == secret {
			answer(t, talk, "wachtwoord", passphrase)
			press(t, talk, "open")
		}
		c := card(t, talk, "verschil")
		if c.Intro != "Dat scheelt 52\u00a0euro." || !strings.HasPrefix(c.Title, "In het andere bestand ") || c.Table.Head[1] != "Ander bestand" {
			t.Errorf("%s: %q, %q, %v", path, c.Title, c.Intro, c.Table.Head)
		}
		if talk.household().Adults[0].Name != name || talk.vault.file != nil || talk.Dirty() {
			t.Errorf("%s: the family of the talk is another", path)
		}
	}
	d.choose = filepath.Join(d.folder, "weg.json")
	set(talk, "verschil.ander", "")
	if s := talk.Sheet(); s == nil || s.Title != "Vergelijken lukt niet" {
		t.Errorf("%+v", s)
	}
}

// The talk ends on the last step, and there too the amounts of the day can be kept.
func TestTheTalkEndsWithThePlan(t *testing.T) {
	talk := newTalk(t)
	n := len(talk.doc.Visits)
	talk.Go(OurPlan)
	set(talk, "visits.add", "")
	if len(talk.doc.Visits) != n+1 || !strings.HasPrefix(card(t, talk, "verschil.afronden").Intro, "De bedragen van vandaag zijn bewaard.") {
		t.Errorf("%d visits, %q", len(talk.doc.Visits), card(t, talk, "verschil.afronden").Intro)
	}
}
