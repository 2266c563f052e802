package plan

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"perspectief/i18n"
	"perspectief/plan/arabic"
)

// catalogues are read once: the tests compose hundreds of plans.
var catalogues sync.Map

func translationInto(t testing.TB, language string) *i18n.Catalogue {
	t.Helper()
	if words, read := catalogues.Load(language); read {
		return words.(*i18n.Catalogue)
	}
	words, err := i18n.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	catalogues.Store(language, words)
	return words
}

func inLanguage(t testing.TB, in Input, language string) Input {
	in.Second = translationInto(t, language)
	return in
}

// fullest are the plans with the most different blocks, and the longest.
func fullest(t testing.TB) map[string]Input {
	all := map[string]Input{}
	for name, in := range extremes(t) {
		if slices.Contains([]string{"crowd", "cliff", "nearly_adult", "over_with_debts_and_rights"}, name) {
			all[name] = in
		}
	}
	return all
}

// The two texts of a plan have the same blocks in the same order, in every branch and every language.
func TestBothLanguagesHaveTheSameBlocks(t *testing.T) {
	shape := func(pages []Block) string {
		var b strings.Builder
		d := Document{Pages: pages}
		d.walk(func(x Block) { b.WriteString(string(x.Kind) + " ") })
		return b.String()
	}
	for name, in := range branches(t) {
		in.HardWords = nil
		dutch := shape(composed(in).Pages)
		for _, l := range i18n.Translations() {
			if other := shape(composed(inLanguage(t, in, l.Language).inSecond()).Pages); other != dutch {
				t.Errorf("%s %s: %s\nDutch: %s", name, l.Language, other, dutch)
			}
		}
	}
}

// Every sentence of ours has its translation; names, numbers and what the family said have none.
func TestWhatIsTranslated(t *testing.T) {
	same := map[string]bool{"School": true, "": true}
	for name, in := range branches(t) {
		for _, l := range i18n.Translations() {
			d := Compose(inLanguage(t, in, l.Language))
			d.walk(func(b Block) {
				switch b.Kind {
				case OwnBlock:
					if b.Translation != (Translation{}) {
						t.Errorf("%s %s: own words %q became %v", name, l.Language, b.Text, b.Translation)
					}
				case TextBlock, PageBlock, SectionBlock, KeyBlock, TotalBlock, BarsBlock:
					if b.Translation.Text == "" && !same[b.Text] {
						t.Errorf("%s %s: %q is not translated", name, l.Language, b.Text)
					}
				}
				for _, text := range []string{b.Translation.Text, b.Translation.Details} {
					if strings.ContainsAny(text, "⟦⟧") {
						t.Errorf("%s %s: %q", name, l.Language, text)
					}
				}
			})
		}
	}
}

func TestRightsInAnotherLanguage(t *testing.T) {
	in := inLanguage(t, family(t), "en")
	in.Rights = []Right{{ID: "laptop.c1", Name: "laptop voor school", Where: "de school"},
		{ID: "regeling.s1", Name: "Meedoenpas", Where: "Gemeente Zuiderwolde"}}
	said := text(t, Compose(in))
	for _, want := range []string{"Laptop for school: maybe", "We ask for this at the school.", "Meedoenpas: maybe", "We ask for this at Gemeente Zuiderwolde."} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %s", want, said)
		}
	}
}

func TestStepsStayInTheFamilysOwnWords(t *testing.T) {
	d := Compose(inLanguage(t, family(t), "en"))
	d.walk(func(b Block) {
		if b.Kind == CheckBlock && b.Translation.Text != "" {
			t.Errorf("%q became %q", b.Text, b.Translation.Text)
		}
	})
	if !d.Has("Samira belt dinsdag 1 december 2026 het wijkteam.") {
		t.Error("the step is not in Dutch")
	}
}

// Hard words that our own sentences can hold are explained in every language.
func TestHardWordsOfOurSentencesAreTranslated(t *testing.T) {
	dutch, list, english := simpleDutch(t), hardWords(t), translationInto(t, "en")
	var text strings.Builder
	for _, id := range dutch.IDs() {
		if strings.HasPrefix(id, "plan.") && english.Has(id) {
			text.WriteString(dutch.T(id) + ".\n")
		}
	}
	for _, m := range list.Find(text.String()) {
		for _, l := range i18n.Translations() {
			if id := termID(m.Word.Term); !translationInto(t, l.Language).Has(id) {
				t.Errorf("%s: no %s", l.Language, id)
			}
		}
	}
}

func TestEveryLetterOfEveryLanguageHasAFont(t *testing.T) {
	f := faces(t)
	for _, language := range i18n.Languages() {
		words := translationInto(t, language)
		rightToLeft := arabic.LeftToRight
		if l, _ := i18n.TranslationOf(language); l.RightToLeft {
			rightToLeft = arabic.RightToLeft
		}
		for _, id := range words.IDs() {
			if language == i18n.Dutch || language == i18n.SimpleDutch && !strings.HasPrefix(id, "plan.") {
				continue // these are for the screen
			}
			text := strings.ReplaceAll(words.T(id), "\n", " ")
			for _, bold := range []bool{false, true} {
				if err := f.check(text, textStyle{bold: bold, sentence: rightToLeft}); err != nil && !strings.Contains(text, "⟦") {
					t.Errorf("%s: %s: %v", language, id, err)
				}
			}
		}
	}
}

// As long as nobody has checked a translation, every page says so in both languages.
func TestADraftSaysSoOnEveryPage(t *testing.T) {
	for _, l := range i18n.Translations() {
		if l.Reviewed() {
			continue
		}
		d := Compose(inLanguage(t, branches(t)["children"], l.Language))
		for i, s := range sheets(t, d) {
			var all []string
			for _, p := range s.pieces {
				for _, r := range p.runs {
					all = append(all, r.text)
				}
			}
			words := translationInto(t, l.Language).T("vertaling.niet_gecontroleerd")
			if !slices.Contains(all, "Niet gecontroleerde vertaling.") || !slices.Contains(all, words) {
				t.Errorf("%s: sheet %d does not say that nobody checked it", l.Language, i+1)
			}
		}
	}
}

func TestTranslatedPagesAreWhole(t *testing.T) {
	f := faces(t)
	for name, in := range fullest(t) {
		for _, l := range i18n.Translations() {
			for _, look := range []Look{Normal, Large} {
				d := Compose(inLanguage(t, in, l.Language))
				d.Look = look
				paper := &layout{fonts: f}
				for i, s := range paper.document(&d) {
					paper.profile = profileOf(look)
					_, bottom := paper.footer(&d, i, 1, s.speech)
					left, right := gutterX, columnRight
					if l.RightToLeft && s.speech != dutchAlone {
						left, right = pageWidth-columnRight, pageWidth-gutterX
					}
					var all []run
					last := ""
					for _, p := range s.pieces {
						if len(p.tags) > 0 {
							last = p.tags[0].name
						} else if len(p.art) > 0 && p.art[0].kind != picture && p.art[0].y < bottom {
							last = "line"
						}
						for _, r := range p.runs {
							if r.x < left-0.5 || r.x+f.width(r.text, r.style) > right+0.5 || r.y > pageHeight-8 || r.y > bottom && len(p.tags) > 0 {
								t.Errorf("%s %s %s: sheet %d: %q at %.0f, %.0f", name, l.Language, look, i+1, r.text, r.x, r.y)
							}
							all = append(all, r)
						}
					}
					if last == "H1" || last == "H2" {
						t.Errorf("%s %s %s: sheet %d ends with a heading", name, l.Language, look, i+1)
					}
					for k, a := range all {
						for _, b := range all[:k] {
							upper, lower := a, b
							if b.y < a.y {
								upper, lower = b, a
							}
							apart := (0.25*upper.style.size + 0.7*lower.style.size) * mmPerPoint
							if lower.y-upper.y < apart && a.x < b.x+f.width(b.text, b.style) && b.x < a.x+f.width(a.text, a.style) {
								t.Errorf("%s %s %s: %q over %q", name, l.Language, look, a.text, b.text)
							}
						}
					}
				}
			}
		}
	}
}

func TestATranslatedLineHasItsLanguage(t *testing.T) {
	for _, l := range i18n.Translations() {
		file := pdf(t, inLanguage(t, family(t), l.Language))
		if !bytes.Contains(file, []byte("/Lang (nl-NL)")) || bytes.Count(file, []byte("/Lang ("+l.Language+")")) < 40 {
			t.Errorf("%s: lines without their language", l.Language)
		}
		if !bytes.Equal(file, pdf(t, inLanguage(t, family(t), l.Language))) {
			t.Errorf("%s: two prints of the same plan differ", l.Language)
		}
	}
}

// Numbers, names and dates keep their own direction in a sentence that runs from the right.
func TestDirectionsOnAnArabicPage(t *testing.T) {
	in := family(t)
	in.Plan.Helpers[0].Phone = "030-286 00 00"
	var drawn []string
	for _, s := range sheets(t, Compose(inLanguage(t, in, "ar"))) {
		for _, p := range s.pieces {
			for _, r := range p.runs {
				if p.lang == "ar" {
					drawn = append(drawn, arabic.Visual(r.text, r.style.sentence))
				}
			}
		}
	}
	all := strings.Join(drawn, "\n")
	for _, want := range []string{"030-286\u00a000\u00a000", "210\u00a0euro", "€\u00a0400", "Dienst Toeslagen", "Buurtteam Oost", ".2027 ﺮﻳﺎﻨﻳ 19 "} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q on the page", want)
		}
	}
	if strings.ContainsAny(all, "\u2066\u2067\u2068\u2069") {
		t.Error("a mark of direction is drawn")
	}
}

func TestTextAndWebPageCarryTheTranslation(t *testing.T) {
	d := Compose(inLanguage(t, branches(t)["second_visit"], "pl"))
	var page bytes.Buffer
	if err := WriteHTML(&page, d); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Nasz plan", "Wracamy do planu w tym dniu: wtorek 19 stycznia 2027.", "Tłumaczenie nie jest sprawdzone.", "Niet gecontroleerde vertaling.",
		"około €\u00a0400", "To się udało."} {
		for form, content := range map[string]string{"text": text(t, d), "web page": page.String()} {
			if !strings.Contains(content, want) {
				t.Errorf("no %q in the %s", want, form)
			}
		}
	}
	if !strings.Contains(page.String(), `lang="pl"`) {
		t.Error("the web page does not tell the language")
	}
}

func TestLettersOfOtherScriptsInOwnWords(t *testing.T) {
	in := family(t)
	in.Plan.GoesWell = []string{"أحمد 12 يلعب", "Оксана співає", "ሰላም"}
	pdf(t, in)
}

func TestToolsAcceptEveryLanguage(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed")
	}
	for _, l := range i18n.Translations() {
		file := filepath.Join(t.TempDir(), "plan.pdf")
		if err := os.WriteFile(file, pdf(t, inLanguage(t, branches(t)["children"], l.Language)), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(qpdf, "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", l.Language, err, out)
		}
	}
}
