package store

import (
	"bytes"
	"slices"
	"testing"

	"perspectief/assets"
	"perspectief/budget"
)

// What ships with the program can be read, and comes back whole after writing.
func TestSchemeFilesThatShip(t *testing.T) {
	files := assets.Schemes()
	if len(files) != 3 {
		t.Fatalf("%d files of schemes, want two municipalities and a template", len(files))
	}
	for _, example := range files {
		f, faults := DecodeSchemes(example.Data)
		if len(faults) > 0 {
			t.Errorf("%s: %v", example.ID, faults)
			continue
		}
		if f.Remark == "" || f.Date == "" {
			t.Errorf("%s does not say that it is invented, or of which day", example.ID)
		}
		again, err := EncodeSchemes(*f)
		if err != nil {
			t.Fatal(err)
		}
		if back, faults := DecodeSchemes(again); len(faults) > 0 || len(back.Schemes) != len(f.Schemes) {
			t.Errorf("%s: %v after writing", example.ID, faults)
		}
	}
	template, _ := DecodeSchemes(files[2].Data)
	full, _ := template.Schemes[0].LimitFull.Get()
	end, _ := template.Schemes[0].LimitZero.Get()
	if full.String() != "1.2" || end.String() != "1.4" || template.Schemes[0].Shape != "linear" {
		t.Errorf("the template slides from %s to %s", full, end)
	}
}

// Every fault of a file of schemes is listed at once.
func TestFaultsOfASchemeFile(t *testing.T) {
	const file = `{"regelingen":1,"name":"Ergens","date":"gisteren","schemes":[
		{"id":"a","per":"gezin","amount":400,"kind":"cash","period":"year","incomeBase":"gross","shape":"cliff","limitFull":"2000","kleur":"rood"},
		{"id":"a","per":"child","amount":"-1","kind":"cash","period":"year","incomeBase":"norm-incl-holiday","shape":"linear","limitFull":"1.4","limitZero":"1.2"},
		{"id":"b","per":"child","amount":"1","kind":"cash","period":"year","incomeBase":"norm-incl-holiday","shape":"cliff","limitFull":"120","override":{"perYear":"5"}}]}`
	_, faults := DecodeSchemes([]byte(file))
	var got []string
	for _, f := range faults {
		got = append(got, f.Field+" "+f.Key)
	}
	slices.Sort(got)
	want := []string{
		"date fout.datum",
		"schemes[0].amount fout.bedrag_zonder_aanhalingstekens",
		"schemes[0].kleur fout.onbekende_naam",
		"schemes[0].per fout.onbekend_woord",
		"schemes[1].amount fout.negatief",
		"schemes[1].id fout.dubbele_id",
		"schemes[1].limitZero fout.grens_nul_te_laag",
		"schemes[2].limitFull fout.grens_is_deel",
		"schemes[2].override fout.regeling_van_gezin",
		"schemes[2].override.note fout.reden_ontbreekt",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	for file, key := range map[string]string{
		`{"regelingen":9,"name":"x","schemes":[{"id":"a"}]}`: "fout.regelingen_formaat",
		`{"regelingen":1,"name":"x","schemes":[]}`:           "fout.geen_regelingen",
		`{"schema":1,"household":{}}`:                        "fout.onbekende_naam",
		``:                                                   "fout.bestand_leeg",
	} {
		_, faults := DecodeSchemes([]byte(file))
		if !slices.ContainsFunc(faults, func(f budget.FieldError) bool { return f.Key == key }) {
			t.Errorf("%s: %v, want %s", file, faults, key)
		}
	}
}

// What the municipality decided for one family does not leave the case file.
func TestAnOverrideIsNotShared(t *testing.T) {
	f, _ := DecodeSchemes(assets.Schemes()[0].Data)
	f.Schemes[0].Override = &budget.SchemeOverride{Note: "ziekte van moeder"}
	data, err := EncodeSchemes(*f)
	if err != nil || bytes.Contains(data, []byte("ziekte")) || bytes.Contains(data, []byte("override")) {
		t.Errorf("%v %s", err, data)
	}
	if f.Schemes[0].Override == nil {
		t.Error("the file itself lost the decision")
	}
}
