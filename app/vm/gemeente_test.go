package vm

import (
	"bytes"
	"strings"
	"testing"

	"perspectief/app/store"
	"perspectief/assets"
)

// A whole scheme is entered in the window, laid beside a cliff, shared and read again (L6).
func TestASchemeIsEnteredAndShared(t *testing.T) {
	talk := newTalk(t)
	const id = "household.localSchemes[0]"
	openPage(talk, HelperView, "gemeente", "household.localSchemes.add", "")
	do(talk, id+".name", "Schoolgeld", id+".owner", "Voorbeeldstad", id+".amount", "400", id+".per", "child", id+".ageMin", "4", id+".ageMax", "17",
		id+".shape", "linear", id+".limitFull", "120", id+".limitZero", "140", id+".validTo", "31-12-2026")
	l := talk.household().LocalSchemes[0]
	if l.LimitFull.String() != "1.20" || l.LimitZero.String() != "1.40" || *l.AgeMin != 4 || l.ValidTo != "2026-12-31" {
		t.Errorf("%+v", l)
	}
	now := row(t, talk, "gemeente.nu.l1") // two children of 7 and 10 on 1 January
	if now.Fields[0].Value != "€\u00a0800 per jaar" || !strings.Contains(now.Note, "ruimte") || !strings.Contains(now.Note, "24 cent") {
		t.Errorf("%+v", now) // 800 / 3,385.15 is 23.6 cents of each euro
	}
	shapes := card(t, talk, "gemeente.vormen")
	if len(shapes.Table.Head) != 4 || shapes.Chart == nil {
		t.Errorf("%+v", shapes.Table)
	}
	data, ok := talk.PaperData(Paper{Kind: SchemesPaper})
	if !ok || bytes.Contains(data, []byte("Naima")) {
		t.Fatalf("%s", data)
	}
	other := newTalk(t)
	other.ReadSchemes(data)
	if got := other.household().LocalSchemes; len(got) != 1 || got[0].Name != "Schoolgeld" {
		t.Errorf("%+v", got)
	}
}

// Faults stand at their field and nothing is reckoned.
func TestFaultsOfASchemeStandAtTheirField(t *testing.T) {
	talk := newTalk(t)
	const id = "household.localSchemes[0]"
	openPage(talk, HelperView, "gemeente", "household.localSchemes.add", "")
	do(talk, id+".amount", "400", id+".shape", "linear", id+".limitFull", "140", id+".limitZero", "120", id+".validFrom", "volgend jaar", id+".override", yes,
		id+".override.perYear", "100")
	for _, field := range []string{".limitZero", ".validFrom", ".override.note"} {
		if row(t, talk, id+field).Hint == "" {
			t.Errorf("no word at %s", field)
		}
	}
	if talk.outcome != nil {
		t.Error("something was reckoned")
	}
}

// A decision for this family wins, with its reason, and goes in no shared file.
func TestADecisionForThisFamily(t *testing.T) {
	talk := newTalk(t)
	openPage(talk, HelperView, "gemeente", "gemeente.voorbeeld", "voorbeeldstad")
	last := "household.localSchemes[4]" // the open form is that of the last one
	do(talk, last+".override", yes, last+".override.perYear", "120", last+".override.note", "hoge kosten door ziekte")
	if r := row(t, talk, "gemeente.nu.vs-kwijt"); r.Fields[0].Value != "€\u00a0120 per jaar" || !strings.Contains(r.Note, "ziekte") {
		t.Errorf("%+v", r)
	}
	data, _ := talk.PaperData(Paper{Kind: SchemesPaper})
	if f, faults := store.DecodeSchemes(data); len(faults) > 0 || f.Schemes[4].Override != nil {
		t.Errorf("%v", faults)
	}
}

// A file with faults is told in full and nothing of it is taken.
func TestAFaultySchemeFile(t *testing.T) {
	talk := newTalk(t)
	openPage(talk, HelperView, "gemeente")
	talk.ReadSchemes([]byte(`{"regelingen":1,"name":"x","schemes":[{"id":"a","per":"gezin","amount":"-1"}]}`))
	if len(talk.household().LocalSchemes) != 0 || len(talk.schemeFaults) < 3 {
		t.Errorf("%d schemes, faults %v", len(talk.household().LocalSchemes), talk.schemeFaults)
	}
	row(t, talk, "gemeente.fout[0]")
	talk.ReadSchemes(assets.Schemes()[0].Data)
	if len(talk.household().LocalSchemes) != 5 || len(talk.schemeFaults) != 0 {
		t.Errorf("%d schemes, faults %v", len(talk.household().LocalSchemes), talk.schemeFaults)
	}
}

// The loose sheets can be made, without a name or an amount of the family.
func TestLooseSheets(t *testing.T) {
	talk := newTalk(t)
	openPage(talk, FamilyView, "nu", "recht.zorgtoeslag", no)
	for _, kind := range []PaperKind{EmployerPaper, BringPaper, BarrierPaper, SchoolPaper, PocketPaper} {
		pdf, ok := talk.PaperData(Paper{Kind: kind})
		if !ok || !bytes.HasPrefix(pdf, []byte("%PDF-")) || strings.Contains(talk.PaperName(Paper{Kind: kind}), "Naima") {
			t.Errorf("%s: %v %.20q", kind, ok, pdf)
		}
	}
}
