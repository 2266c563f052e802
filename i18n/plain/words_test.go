package plain

import (
	"strings"
	"testing"
)

func TestEasyWords(t *testing.T) {
	all := words(t).All()
	if len(all) != 299 {
		t.Errorf("got %d terms, want 299", len(all))
	}
	seen := map[string]bool{}
	for _, w := range all {
		if w.Term == "" || w.WhyHard == "" || w.Alternative == "" || w.Explanation == "" || w.English == "" {
			t.Errorf("%q lacks a field", w.Term)
		}
		if seen[fold(w.Term)] {
			t.Errorf("%s stands twice in the list", w.Term)
		}
		seen[fold(w.Term)] = true
		for _, s := range split(w.Explanation) {
			if s.Length() > gatesOf[A2].failLongest {
				t.Errorf("%s: a sentence of the explanation is too long: %q", w.Term, s.Text)
			}
		}
	}
}

func TestLookup(t *testing.T) {
	w, found := words(t).Lookup("wsnp")
	if !found || w.Term != "Wsnp" {
		t.Errorf("got %q, %v", w.Term, found)
	}
	if _, found := words(t).Lookup("fiets"); found {
		t.Error("fiets is no hard word")
	}
}

func TestFind(t *testing.T) {
	tests := []struct{ text, want string }{
		{"De aanslag komt.", "aanslag"},
		{"De aanslagen komen.", "aanslag"},
		{"De aanslagregeling komt.", ""},
		{"De huurtoeslag.", "huurtoeslag"},
		{"De nieuwe huurprijs.", ""},
		{"Toeslagen", "toeslag"},
		{"U hebt aanvullende bijstand.", "aanvullende bijstand"},
		{"U hebt bijstand.", "bijstand"},
		{"De voorlopige aanslagen.", "voorlopige aanslag"},
		{"Vermogensgrenzen", "vermogensgrens"},
		{"Budgetten en polissen", "budget, polis"},
		{"De brutolonen", "brutoloon"},
		{"Premies en uw eigen risico's", "premie, eigen risico"},
		{"fiscale en financiële", "fiscaal, financieel"},
		{"structurele hulp", "structureel"},
		{"De zzp’ers", "zzp'er"},
		{"Een WW-uitkering", "WW-uitkering"},
		{"Een schuld aflossen", "aflossen"},
		{"De schuld is afgelost.", "aflossen"},
		{"Als u aflost", "aflossen"},
		{"Los de schuld af.", "aflossen"},
		{"U lost de schuld af, want het moet.", "aflossen"},
		{"U hebt een maand om die schuld af te lossen.", "aflossen"},
		{"Los het samen op.", ""},
		{"De gemeente wijst het af.", "afwijzen"},
		{"De vraag is afgewezen.", "afwijzen"},
		{"De gemeente kent geld toe.", "toekennen"},
		{"Het is toegekend.", "toekennen"},
		{"Wat verdient u bij uw baas?", ""},
		{"U verdient er iets bij.", "bijverdienen"},
		{"U reserveert geld.", "reserveren"},
		{"Hij solliciteerde.", "solliciteren"},
		{"U ondertekent de brief.", "ondertekenen"},
		{"Vertel uw verhaal.", ""},
		{"Wij verhalen de kosten.", "verhalen"},
		{"Het plan van aanpak is af.", "plan van aanpak"},
		{"Het plan. Van aanpak.", ""},
		{"", ""},
	}
	for _, test := range tests {
		var got []string
		for _, m := range words(t).Find(test.text) {
			got = append(got, m.Word.Term)
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestEveryTermFindsItself(t *testing.T) {
	w := words(t)
	for _, word := range w.All() {
		found := w.Find(word.Term)
		if len(found) != 1 || found[0].Word.Term != word.Term || found[0].Text != word.Term {
			t.Errorf("%s: found %+v", word.Term, found)
		}
	}
}

func TestFamiliarTermsAreOfTheList(t *testing.T) {
	for _, term := range FamiliarTerms() {
		if _, found := words(t).Lookup(term); !found {
			t.Errorf("%s is no term of the list", term)
		}
	}
}
