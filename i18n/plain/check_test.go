package plain

import (
	"slices"
	"strings"
	"testing"
)

func words(t testing.TB) *Words {
	t.Helper()
	w, err := LoadWords()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// brief writes findings as "key:word" with ! for a failure, without the prefix they share.
func brief(r Report) string {
	var all []string
	for _, f := range r.Findings {
		s := strings.TrimPrefix(f.Key, "leesbaar.")
		for _, arg := range []string{"woord", "aantal"} {
			if v, has := f.Args[arg]; has {
				s += ":" + v.(string)
			}
		}
		if f.Severity == Fail {
			s += "!"
		}
		all = append(all, s)
	}
	return strings.Join(all, " ")
}

// V1 and V2 are fit for the family, V3 for the helper with one warning, V4 and V5 for nobody.
func TestGatesOnTextsOfKnownLevel(t *testing.T) {
	o := Options{Allowed: AllowedWords()}
	tests := []struct {
		name, text string
		level      Level
		failed     bool
	}{
		{"V1", v1, A2, false}, {"V2", v2, A2, false}, {"V3", v3, A2, true}, {"V4", v4, A2, true}, {"V5", v5, A2, true},
		{"V1", v1, B1, false}, {"V2", v2, B1, false}, {"V3", v3, B1, false}, {"V4", v4, B1, true}, {"V5", v5, B1, true},
	}
	for _, test := range tests {
		if r := Check(test.text, test.level, o); r.Failed() != test.failed {
			t.Errorf("%s at level %d: failed is %v, want %v: %s", test.name, test.level, r.Failed(), test.failed, brief(r))
		}
	}
	for _, test := range tests[:2] {
		if got := brief(Check(test.text, A2, o)); got != "" {
			t.Errorf("%s: got %q, want nothing", test.name, got)
		}
	}
	if got, want := brief(Check(v3, B1, o)), "lange_zin:16"; got != want {
		t.Errorf("V3: got %q, want %q", got, want)
	}
}

func TestFindings(t *testing.T) {
	ten := "een twee drie vier vijf zes zeven acht negen tien"
	tests := []struct {
		name, text string
		level      Level
		want       string
	}{
		{"10 words", ten, A2, ""},
		{"11 words", ten + " elf", A2, "lange_zin:11"},
		{"12 words, one a number", ten + " elf 12", A2, "lange_zin:12"},
		{"13 words", ten + " elf twaalf nu", A2, "lange_zin:13!"},
		{"15 words", ten + " een twee drie vier vijf", B1, ""},
		{"16 words", ten + " een twee drie vier vijf zes", B1, "lange_zin:16"},
		{"18 words", ten + " een twee drie vier vijf zes zeven acht", B1, "lange_zin:18"},
		{"19 words", ten + " een twee drie vier vijf zes zeven acht nu", B1, "lange_zin:19!"},
		{"long word", "De burgemeester belt.", A2, "lang_woord:burgemeester!"},
		{"long word for the helper", "De burgemeester belt.", B1, ""},
		{"allowed word", "De verzekering stopt in Januari.", A2, ""},
		{"passive", "De brief wordt morgen verstuurd.", A2, "lijdend:wordt … verstuurd"},
		{"passive with a particle", "Het geld werd teruggevorderd.", B1, "lijdend:werd … teruggevorderd"},
		{"passive, strong verb", "Uw brief wordt gelezen en besproken.", B1, "lijdend:wordt … gelezen"},
		{"not passive: lager", "De huur wordt lager.", A2, ""},
		{"not passive: lager for who has worked", "Na twee jaar wordt dan lager wat u hebt gespaard.", A2, ""},
		{"not passive: noun", "In dit voorbeeld wordt u 67.", A2, ""},
		{"not passive: another clause", "Hebt u dat gemaakt, dan wordt het leuk.", A2, ""},
		{"not passive: infinitive", "Wat u moet betalen wordt veel.", A2, ""},
		{"one clause", "Het mag, omdat u werkt.", A2, ""},
		{"two clauses", "Het mag, omdat u werkt, terwijl u leert.", A2, "bijzin:2!"},
		{"die after a comma", "De man, die werkt, en de brief, die komt.", B1, "bijzin:2!"},
		{"die and dat without a comma", "De man die werkt ziet dat u leert.", A2, ""},
		{"sign", "Dat is 5% (veel); toch?", A2, "teken:%! teken:(! teken:)! teken:;!"},
		{"signs for the helper", "Dat is 5% (veel); toch?", B1, ""},
		{"abbreviations", "Geld m.b.t. huur, o.a. t/m mei", B1, "afkorting:m.b.t.! afkorting:o.a.! afkorting:t/m!"},
		{"abbreviation at the end", "Dit kan evt.", A2, "afkorting:evt.!"},
		{"no abbreviation", "De ca en de evt", A2, ""},
		{"formal", "Men dient te bellen indien het moet.", A2, "deftig_woord:Men! deftig_woord:dient te! deftig_woord:indien!"},
		{"formal for the helper", "Men dient te bellen.", B1, ""},
		{"not formal inside a word", "Mensen komen samen.", A2, ""},
		{"canonical", "Uw salaris is circa goed.", A2, "ander_woord:salaris! ander_woord:circa!"},
		{"canonical for the helper", "Uw salaris is goed.", B1, "ander_woord:salaris"},
		{"employer", "Bel uw werkgever.", A2, "ander_woord:werkgever!"},
		{"employer for the helper", "Bel uw werkgever.", B1, ""},
		{"tax office for tax", "De Belastingdienst stuurt een brief.", A2, ""},
		{"tax office for toeslag", "De Belastingdienst betaalt de toeslag.", A2, "ander_woord:Belastingdienst!"},
		{"two numbers", "Van 210 euro naar 240 euro.", A2, "meer_dan_een_getal:2!"},
		{"two numbers for the helper", "Van 210 euro naar 240 euro.", B1, "meer_dan_een_getal:2"},
		{"a day is no number", "Kom dinsdag 19 januari 2027 om 10.00 uur.", A2, ""},
		{"a year is no number", "In 2026 is dat 40 euro.", A2, ""},
		{"2000 euro is a number", "Niet 2000 euro maar 40 euro.", A2, "meer_dan_een_getal:2!"},
		{"hours are no number", "Met 28 uur krijgt u 2.520 euro.", A2, ""},
		{"idiom", "Wij willen met een schone lei beginnen.", A2, "uitdrukking:schone lei!"},
		{"idiom for the helper", "Wij willen met een schone lei beginnen.", B1, ""},
		{"account", "Het geld staat op uw rekening.", A2, "ander_woord:op uw rekening!"},
		{"capitals", "Bel MEVROUW Bos van het UWV.", A2, "hoofdletters:MEVROUW"},
		{"a name in capitals", "Log in met DigiD of DIGID.", A2, ""},
		{"cents", "Dat kost 12,50 euro.", A2, "centen:12,50!"},
		{"cents with the sign before", "Dat kost € 12,50.", A2, "centen:12,50!"},
		{"cents for the helper", "Dat kost 12,50 euro.", B1, ""},
		{"half an hour has a comma", "Ik werk 7,5 uur.", A2, ""},
		{"chain of verbs", "U zou kunnen bellen.", A2, "werkwoorden:zou kunnen"},
		{"verbs of two clauses", "Als u kunt, moet u bellen.", A2, ""},
		{"long name", "Wij bellen met Konstantinopolous.", A2, ""},
		{"abbreviation without points", "Bel ivm de huur.", B1, "afkorting:ivm!"},
		{"a longer row of words wins", "Dit komt in kaart en in het kader van hulp.", A2, "deftig_woord:in het kader van! uitdrukking:in kaart!"},
		{"a telephone number", "Bel 020 123 45 67 na 2 dagen.", A2, ""},
	}
	for _, test := range tests {
		if got := brief(Check(test.text, test.level, Options{Allowed: AllowedWords()})); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// Fifty words: the shares and formulas begin to count.
func TestWholeTextIsJudgedFromFiftyWords(t *testing.T) {
	o := Options{Allowed: AllowedWords()}
	nine := "Wij gaan nu ook met de trein naar zee.\n"        // 9 words
	passive := "De brief wordt morgen verstuurd.\n"           // 5 words
	clause := "Het mag, omdat u werkt.\n"                     // 5 words
	hard := "Belastingbetalers onderhandelen buitengewoon.\n" // 3 words of 6, 5 and 4 syllables
	tests := []struct {
		name, text string
		level      Level
		want       string
	}{
		{"49 words", strings.Repeat(nine, 5) + "Wij gaan nu.\nJa.", A2, ""},
		{"54 words of nine a sentence", strings.Repeat(nine, 6), A2, "gemiddelde_zin:9,0!"},
		{"one passive of 11", strings.Repeat("Wij gaan nu met hem mee.\n", 10) + passive, A2,
			"lijdend:wordt … verstuurd lijdende_zinnen:9,1!"},
		{"one passive of 11 for the helper", strings.Repeat("Wij gaan nu met hem mee.\n", 10) + passive, B1,
			"lijdend:wordt … verstuurd"},
		{"two clauses of 10", strings.Repeat("Wij gaan nu met hem mee.\n", 8) + clause + clause, A2, ""},
		{"three clauses of 11", strings.Repeat("Wij gaan nu met hem mee.\n", 8) + clause + clause + clause, A2, "bijzinnen:27,3!"},
		{"3 hard words of 57", strings.Repeat(nine, 6) + hard, B1, "lange_woorden:5,3!"},
		{"3 hard words of 75", strings.Repeat(nine, 8) + hard, B1, ""},
	}
	for _, test := range tests {
		if got := brief(Check(test.text, test.level, o)); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// V2 twice with harder words: Flesch-Douma between 75 and 80, fine for a section and too low for a document.
func TestWholeDocumentHasAHigherBar(t *testing.T) {
	text := strings.ReplaceAll(v2, "nieuwe uren", "verandering verandering")
	m := Check(text, A2, Options{}).Measure
	if got := m.FleschDouma.StringFixed(1); got != "76.3" { // 206.835 - 0.93*54/10 - 77*88/54 = 76.332
		t.Fatalf("Flesch-Douma of the text: got %s, want 76.3", got)
	}
	o := Options{Allowed: AllowedWords()}
	if got := brief(Check(text, A2, o)); got != "" {
		t.Errorf("as a section: got %q, want nothing", got)
	}
	o.WholeDocument = true
	if got, want := brief(Check(text, A2, o)), "flesch_douma:76,3!"; got != want {
		t.Errorf("as a document: got %q, want %q", got, want)
	}
}

func TestHardTermsNeedAnExplanation(t *testing.T) {
	o := Options{Words: words(t), Allowed: []string{"toetsingsinkomen"}}
	text := "Uw toetsingsinkomen is laag."
	r := Check(text, A2, o)
	if got, want := brief(r), "moeilijk_woord:toetsingsinkomen!"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := r.Findings[0].Suggestion, "uw inkomen van het hele jaar"; got != want {
		t.Errorf("suggestion: got %q, want %q", got, want)
	}
	if got := brief(Check(text, B1, o)); got != "" {
		t.Errorf("for the helper: got %q, want nothing", got)
	}
	o.Explained = []string{"Toetsingsinkomen"}
	r = Check(text, A2, o)
	if got := brief(r); got != "" || len(r.Terms) != 1 {
		t.Errorf("explained: got %q with %d terms, want nothing with one", got, len(r.Terms))
	}
}

func TestSuggestions(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Uw salaris.", "loon"}, {"Bel evt.", "misschien"}, {"Men belt.", "mensen"}, {"Meld het.", "doorgeven"},
		{"U dient een aanvraag in.", "aanvragen"},
	}
	for _, test := range tests {
		r := Check(test.text, A2, Options{})
		if !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Suggestion == test.want }) {
			t.Errorf("%q: no suggestion %q in %+v", test.text, test.want, r.Findings)
		}
	}
}

// Read by a person: each proposal is right Dutch and says the same. An empty one means that there is no sure place to cut.
func TestLongSentencesAreCutWhereItCanBeTold(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Als jullie volgend jaar meer uren gaan werken, krijgen jullie meer loon.",
			"Gaan jullie volgend jaar meer uren werken? Dan krijgen jullie meer loon."},
		{"Als het u deze week niet lukt, bel dan Sara van het wijkteam.", "Lukt het u deze week niet? Bel dan Sara van het wijkteam."},
		{"Als u de schuld bij de winkel aflost, dan krijgt u geen brieven meer.",
			"Lost u de schuld bij de winkel af? Dan krijgt u geen brieven meer."},
		{"Als u te veel geld hebt gekregen, moet u dat later terug betalen.", "Hebt u te veel geld gekregen? Dan moet u dat later terug betalen."},
		{"Als de brief van de gemeente is gekomen, lees ik hem met Sara.", "Is de brief van de gemeente gekomen? Dan lees ik hem met Sara."},
		{"Wij willen graag een nieuw huis, omdat wij nu te klein wonen.", "Wij willen graag een nieuw huis. Want wij wonen nu te klein."},
		{"Ik kan nu niet meer uren werken omdat ik geen opvang heb.", "Ik kan nu niet meer uren werken. Want ik heb geen opvang."},
		{"Wij zetten elke maand geld apart, zodat wij op vakantie kunnen gaan.",
			"Wij zetten elke maand geld apart. Dan kunnen wij op vakantie gaan."},
		{"Ik bel morgen het wijkteam en ik vraag om hulp bij de brieven.", "Ik bel morgen het wijkteam. Ik vraag om hulp bij de brieven."},
		{"Ilyas wil graag op voetbal in de buurt, maar dat is nu te duur.", "Ilyas wil graag op voetbal in de buurt. Maar dat is nu te duur."},
		{"Ik wil graag leren fietsen want dan kan ik zelf naar mijn werk.", "Ik wil graag leren fietsen. Want dan kan ik zelf naar mijn werk."},
		{"Wij bellen morgen de baas, dus hij weet het dan ook meteen zelf.", "Wij bellen morgen de baas. Dus hij weet het dan ook meteen zelf."},
		{"Ik bel de baas en ik vraag om uren, want dan krijg ik meer loon!", "Ik bel de baas. Ik vraag om uren. Want dan krijg ik meer loon!"},

		{"Ik koop elke week brood en melk en kaas en het fruit voor school.", ""},
		{"Als u meer wilt weten over te betalen, te vragen en te krijgen geld, bel.", ""},
		{"Ik werk niet omdat het werk voor mij en mijn rug te zwaar is.", ""},
		{"Als u iets anders wilt dan dit overlegt, bel dan Sara van het team.", ""},
		{"Kunt u morgen de gemeente bellen en wilt u daar ook vragen om hulp?", ""},
		{"Wij gaan morgen (als het kan) naar zee en wij eten daar een ijsje.", ""},
		{"een twee drie vier vijf zes zeven acht negen tien elf twaalf", ""},
		{"Als het deze week niet lukt met de brief, bel ik Marijke.", "Lukt het deze week niet met de brief? Dan bel ik Marijke."},
		{"Als u deze week niet kunt zorgen voor jonge kinderen, bel Sara.",
			"Kunt u deze week niet zorgen voor jonge kinderen? Bel Sara."},
		{"Als u morgen nog een keer belt met Marijke, gaat het goed.", "Belt u morgen nog een keer met Marijke? Dan gaat het goed."},
		{"Wij willen rustig slapen omdat wij nu veel zorgen hebben over geld.",
			"Wij willen rustig slapen. Want wij hebben nu veel zorgen over geld."},
		{"Als de nieuwe krant van opa in de bus viel, was oma blij.", ""},
		{"Als u een heel lange brief vol met moeilijke woorden en getallen, bel.", ""},
		{"Als wij volgende week nog een brief krijgen, bellen wij eerst Marijke.",
			"Krijgen wij volgende week nog een brief? Dan bellen wij eerst Marijke."},
		{"Als ik volgende week weer wat meer werk, krijg ik meer loon.",
			"Werk ik volgende week weer wat meer? Dan krijg ik meer loon."},
	}
	for _, test := range tests {
		r := Check(test.text, A2, Options{})
		i := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.Key == KeyLongSentence })
		if i < 0 {
			t.Errorf("%q is not long", test.text)
			continue
		}
		if got := r.Findings[i].Suggestion; got != test.want {
			t.Errorf("%q: proposes %q, want %q", test.text, got, test.want)
		}
	}
}

func TestLongWordsAreSaidInParts(t *testing.T) {
	o := Options{Words: words(t)}
	for word, want := range map[string]string{
		"kinderopvangkosten": "kosten voor kinderopvang", "huisvestingskosten": "kosten voor huisvesting", "burgemeester": "",
		"Computercursus": "les in computer", "betalingsachterstand": "rekeningen die te laat zijn", "verzekering": "",
	} {
		if got := Check(word, A2, o).Findings[0].Suggestion; got != want {
			t.Errorf("%s: proposes %q, want %q", word, got, want)
		}
	}
}

func TestCentsBecomeWholeEuros(t *testing.T) {
	for text, want := range map[string]string{"12,50 euro": "ongeveer 13 euro", "12,49 euro": "ongeveer 12 euro", "1.012,49 euro": ""} {
		if got := Check(text, A2, Options{}).Findings[0].Suggestion; got != want {
			t.Errorf("%s: proposes %q, want %q", text, got, want)
		}
	}
}

func TestTheWorstFindingIsMentioned(t *testing.T) {
	for text, want := range map[string]string{
		"Wij bellen morgen de baas.":               "",
		"Dit wordt gemaakt met een schone lei.":    KeyIdiom,    // fails
		"De brief wordt gemaakt voor MEVROUW Bos.": KeyCapitals, // has a proposal
		"De brief wordt gemaakt.":                  KeyPassive,
	} {
		got, ok := Check(text, A2, Options{}).Worst()
		if got.Key != want || ok != (want != "") {
			t.Errorf("%q: mentions %q, want %q", text, got.Key, want)
		}
	}
}

func TestAReportWithoutAKind(t *testing.T) {
	r := Check("Men belt MEVROUW Bos.", A2, Options{})
	if got := brief(r.Without(KeyFormalWord)); got != "hoofdletters:MEVROUW" || len(r.Findings) != 2 {
		t.Errorf("got %q of %q", got, brief(r))
	}
}

func TestKeysAreUnique(t *testing.T) {
	keys := Keys()
	slices.Sort(keys)
	if len(slices.Compact(keys)) != len(Keys()) {
		t.Error("a key stands twice in Keys")
	}
}

// The list is read by people: a word that would pass anyhow does not belong there.
func TestAllowedWordsAreLongAndUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, word := range AllowedWords() {
		if Syllables(word) < manySyllables {
			t.Errorf("%s has %d syllables and needs no permission", word, Syllables(word))
		}
		if seen[fold(word)] {
			t.Errorf("%s stands twice in the list", word)
		}
		seen[fold(word)] = true
	}
}

func BenchmarkCheck(b *testing.B) {
	o := Options{Words: words(b), Allowed: AllowedWords()}
	for b.Loop() {
		Check(v2, A2, o)
	}
}

func FuzzCheck(f *testing.F) {
	for _, text := range []string{v1, v2, v3, v4, v5, "", "\xff", "é.\n!?", "qu y ÿ 'ë", "Los de schuld af."} {
		f.Add(text)
	}
	o := Options{Words: words(f), Allowed: AllowedWords()}
	f.Fuzz(func(t *testing.T, text string) {
		for _, level := range []Level{A2, B1} {
			r := Check(text, level, o)
			if r.Measure.Syllables < r.Measure.Words || r.Measure.Letters < r.Measure.Words {
				t.Errorf("%q: %+v has words without syllables or letters", text, r.Measure)
			}
			for _, finding := range r.Findings {
				if finding.Sentence >= len(r.Sentences) || !slices.Contains(Keys(), finding.Key) {
					t.Errorf("%q: finding %+v points nowhere", text, finding)
				}
			}
		}
	})
}
