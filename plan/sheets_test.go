package plan_test

import (
	"slices"
	"testing"

	"perspectief/i18n"
	"perspectief/plan"
)

// mostSheets are the sheets that the ten families take together, in each look and second language: a change of the layout that makes
// a family carry more paper home is seen here.
var mostSheets = map[plan.Look]map[string]int{
	plan.Normal: {"": 61, "en": 79, "tr": 79, "pl": 79, "uk": 80, "ar": 83, "ti": 79},
	plan.Large:  {"": 74, "en": 110, "tr": 110, "pl": 113, "uk": 110, "ar": 118, "ti": 109},
}

// twoSheets are the families whose page 1 does not go on one sheet: four helpers and two adults with names of half a line, at 16
// points.
var twoSheets = map[plan.Look][]string{plan.Large: {"lange-namen"}}

// Page 1 works alone, on one sheet, or on one for each language; in every look and every language.
func TestPageOneIsOneSheet(t *testing.T) {
	e, dutch, all := engine(t), catalogue(t, i18n.SimpleDutch), families(t)
	for _, language := range append([]string{""}, translations()...) {
		sheets := map[plan.Look]int{}
		for name, family := range all {
			c := caseOf(family)
			agreed := plan.Plan{}
			if c.Plan != nil {
				agreed = *c.Plan
			}
			agreed.Print.Language = language
			c.Plan = &agreed
			d, err := plan.Prepare(e, c, dutch, printed)
			if err != nil {
				t.Fatal(err)
			}
			for look := range mostSheets {
				d.Look = look
				titles, err := plan.SheetTitles(d, fonts)
				if err != nil {
					t.Fatal(err)
				}
				sheets[look] += len(titles)
				if one := titles[1] != ""; one == slices.Contains(twoSheets[look], name) {
					t.Errorf("%s %s %s: page 1 on one sheet: %v; %q", name, look, language, one, titles)
				}
				if language != "" && titles[1] == d.Pages[0].Translation.Text && titles[2] == "" {
					t.Errorf("%s %s %s: page 1 in the other language goes on: %q", name, look, language, titles)
				}
			}
		}
		for look, n := range sheets {
			if most := mostSheets[look][language]; n > most {
				t.Errorf("%s %s: the ten families take %d sheets, want at most %d", look, language, n, most)
			}
		}
	}
}

func translations() []string {
	var all []string
	for _, l := range i18n.Translations() {
		all = append(all, l.Language)
	}
	return all
}

// Everything that is written down about a family is on few sheets, and rows beside each other are read row by row.
func TestWrittenDownIsShort(t *testing.T) {
	words, most := catalogue(t, i18n.SimpleDutch), map[string]int{"alleenstaande-ouder": 4, "een-kostwinner": 4, "oma-met-zoon": 3, "twee-deeltijdbanen": 3,
		"zelfstandige-schoonmaker": 3, "geen-wensen": 1, "lange-namen": 3, "tekort": 2, "verlies": 2, "zeven-kinderen": 3}
	for name, family := range families(t) {
		d := plan.WrittenDown(words, family, printed)
		titles, err := plan.SheetTitles(d, fonts)
		if err != nil {
			t.Fatal(err)
		}
		if len(titles) > most[name] {
			t.Errorf("%s: %d sheets, want at most %d", name, len(titles), most[name])
		}
		if read, text := plan.ReadAloud(d, fonts), textOf(t, d); letters(read) != letters(text) {
			t.Errorf("%s: read aloud\n%s\nas text\n%s", name, read, text)
		}
		for _, s := range d.Pages[0].Blocks {
			for _, b := range s.Blocks {
				if b.Details == "nee" && b.Text != words.T("opgeschreven.veld.paper") { // a child says that itself
					t.Errorf("%s: %s: %s has a row of its own for no", name, s.Text, b.Text)
				}
			}
		}
	}
}
