package plain

import (
	"strconv"
	"strings"
	"testing"
)

// Counted by hand.
const syllableVectors = `huis 1, water 2, gemeente 3, huurtoeslag 3, zorgtoeslag 3, kinderopvangtoeslag
6, kindgebonden 4, inkomen 3, belastingdienst 4, beschikking 3, bezwaar 2, makkelijk 3, geïnd 2, reëel 2, ruïne 3,
zeeën 2, coördinatie 5, nieuw 1, nieuwe 2, leeuw 1, schreeuwen 2, mooi 1, draaien 2, eieren 3, bijzonder 3, oudere 3,
vrijwilligers 4, alleenstaande 4, bijstandsuitkering 5, inkomstenbelasting 6, toeslagpartner 4, verzamelinkomen 6,
drempelinkomen 5, betalingsachterstand 6, incassokosten 5, schuldhulpverlening 5, energierekening 6, theater 3,
pensioen 3, hypotheek 3, systeem 2, alimentatie 5, kostendelersnorm 5, jaaropgave 4, telefoon 3, vakantiegeld 4, vóór
1, één 1, crèche 2, e-mail 2, zzp'er 2, qua 1, yoghurt 2, baby 2, egoïst 3, beïnvloeden 4, vacuüm 3, mozaïek 4, skiën
2, tweeën 2, perspectiefplan 4, burgerservicenummer 7, zorgverzekering 5, kindregeling 4, uur 1, uren 2`

// The exception list, each word once.
const exceptionVectors = `financieel 4, financiële 5, financiën 4, sociaal 3, sociale
3, idee 2, ideeën 3, niveau 2, bureau 2, cadeau 2, premie 2, actie 2, periode 4, energie 3, museum 3, team 1, coach 1,
coaches 2, website 2, online 2, creditcard 3, januari 4, februari 4`

func TestSyllables(t *testing.T) {
	for _, vector := range strings.Split(syllableVectors+", "+exceptionVectors, ",") {
		fields := strings.Fields(vector)
		want, err := strconv.Atoi(fields[1])
		if err != nil {
			t.Fatal(err)
		}
		if got := Syllables(fields[0]); got != want {
			t.Errorf("%s: got %d, want %d", fields[0], got, want)
		}
		if got := Syllables(strings.ToUpper(fields[0])); got != want {
			t.Errorf("%s in capitals: got %d, want %d", fields[0], got, want)
		}
	}
}

func TestExceptionListIsClosed(t *testing.T) {
	if got, want := len(syllableExceptions), strings.Count(exceptionVectors, ",")+1; got != want {
		t.Errorf("%d exceptions, %d of them with a vector", got, want)
	}
}

const (
	v1 = "Dit plan is van ons. Wij kijken er weer naar op 19 januari."
	v2 = "Jullie werken nu 20 uur per week. Jullie krijgen nu 2.310 euro per maand. Gaan jullie 28 uur werken? Dan " +
		"krijgen jullie 2.520 euro per maand. Dat is 210 euro meer. De huurtoeslag wordt lager. Geef de nieuwe uren " +
		"door aan Dienst Toeslagen. Doe dit vóór 1 februari. Anders moeten jullie later geld terugbetalen. Bel Sara " +
		"als het niet lukt."
	v3 = "Als jullie meer uren gaan werken, krijgen jullie meer loon. Een deel van de toeslagen wordt dan lager, omdat " +
		"jullie inkomen stijgt. In dit voorbeeld houden jullie per maand ongeveer 210 euro over. Geef de verandering " +
		"op tijd door aan Dienst Toeslagen, want anders krijgen jullie te veel toeslag. Dat geld moeten jullie later " +
		"terugbetalen."
	v4 = "Wanneer uw inkomen stijgt doordat u meer uren werkt, verandert ook de hoogte van uw toeslagen. Het is " +
		"belangrijk dat u uw geschatte jaarinkomen tijdig aanpast bij Dienst Toeslagen, zodat u niet onverwacht een " +
		"groot bedrag hoeft terug te betalen. Houd er rekening mee dat de kinderopvangtoeslag juist kan stijgen, " +
		"omdat u recht krijgt op meer opvanguren."
	v5 = "Indien het toetsingsinkomen ten gevolge van een uitbreiding van de arbeidsomvang toeneemt, dient " +
		"belanghebbende deze wijziging onverwijld aan de Dienst Toeslagen kenbaar te maken, teneinde terugvordering " +
		"van ten onrechte verstrekte voorschotten te voorkomen. De hoogte van de inkomensafhankelijke " +
		"tegemoetkomingen wordt na afloop van het berekeningsjaar definitief vastgesteld op basis van het " +
		"verzamelinkomen."
)

// V1: W/S = 12/2 = 6; 206.835 - 0.93*6 - 77*16/12 = 98.588; 195 - 12 - 200/3*16/12 = 94.111; 6 + 100/12 = 14.333.
func TestMeasures(t *testing.T) {
	tests := []struct {
		name, text                        string
		words, sentences, syllables, long int
		average, flesch, leesindex, lix   string
		longest                           int
	}{
		{"V1", v1, 12, 2, 16, 1, "6.0", "98.6", "94.1", "14.3", 8},
		{"V2", v2, 54, 10, 84, 6, "5.4", "82.0", "80.5", "16.5", 8},
		{"V3", v3, 54, 5, 89, 10, "10.8", "69.9", "63.5", "29.3", 16},
		{"V4", v4, 57, 3, 97, 16, "19.0", "58.1", "43.5", "47.1", 24},
		{"V5", v5, 52, 2, 121, 22, "26.0", "3.5", "-12.1", "68.3", 33},
	}
	for _, test := range tests {
		m := Check(test.text, B1, Options{}).Measure
		for _, n := range []struct {
			name      string
			got, want int
		}{
			{"words", m.Words, test.words}, {"sentences", m.Sentences, test.sentences},
			{"syllables", m.Syllables, test.syllables}, {"long words", m.LongWords, test.long},
			{"longest", m.Longest, test.longest},
		} {
			if n.got != n.want {
				t.Errorf("%s: %s: got %d, want %d", test.name, n.name, n.got, n.want)
			}
		}
		for _, d := range []struct{ name, got, want string }{
			{"average", m.Average.StringFixed(1), test.average}, {"Flesch-Douma", m.FleschDouma.StringFixed(1), test.flesch},
			{"Leesindex A", m.LeesindexA.StringFixed(1), test.leesindex}, {"LIX", m.LIX.StringFixed(1), test.lix},
		} {
			if d.got != d.want {
				t.Errorf("%s: %s: got %s, want %s", test.name, d.name, d.got, d.want)
			}
		}
	}
}

// The explanations of the list, one a line, counted by regular expressions in another language.
func TestMeasureOfAllExplanations(t *testing.T) {
	var lines []string
	for _, word := range words(t).All() {
		lines = append(lines, word.Explanation)
	}
	m := Check(strings.Join(lines, "\n"), A2, Options{}).Measure
	if m.Words != 3099 || m.Sentences != 439 || m.LongWords != 454 || m.Letters != 12835 || m.Longest != 12 {
		t.Errorf("got %+v, want 3099 words, 439 sentences, 454 long words, 12835 letters, longest 12", m)
	}
}

func TestSplit(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{" \n ... \n", nil},
		{"Ja", []string{"Ja"}},
		{"Ja. Nee! Of? Dit: dat.", []string{"Ja.", "Nee!", "Of?", "Dit:", "dat."}},
		{"Kop\n- een ding\r\n- nog een", []string{"Kop", "- een ding", "- nog een"}},
		{"Dat is 2.310 euro. Om 10.00 uur.", []string{"Dat is 2.310 euro.", "Om 10.00 uur."}},
		{"Hij zegt: \"Kom.\" Dan gaat hij.", []string{"Hij zegt:", "\"Kom.\"", "Dan gaat hij."}},
		{"Echt?! Ja.", []string{"Echt?!", "Ja."}},
		{"a.b c", []string{"a.b c"}},
		{"2.310", []string{"2.310"}},
		{"Kom.\u00a0Nu.", []string{"Kom.", "Nu."}},
	}
	for _, test := range tests {
		var got []string
		for _, s := range split(test.text) {
			got = append(got, s.Text)
		}
		if strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestTokenise(t *testing.T) {
	tests := []struct{ text, want string }{
		{"De zzp’er en z'n e-mail", "De zzp’er en z'n e-mail"},
		{"2.310,50 euro - 's avonds", "#2.310,50 euro s avonds"},
		{"en/of 3, 4.", "en of #3 #4"},
		{"4e (vóór) één", "#4 e vóór één"},
		{"o\u0301o\u0301k", "o\u0301o\u0301k"},
		{"a-", "a"},
		{"\xff ja \xff", "ja"},
	}
	for _, test := range tests {
		var got []string
		for _, token := range tokenise(test.text) {
			if token.number {
				got = append(got, "#"+token.text)
			} else {
				got = append(got, token.text)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestLettersSkipApostropheAndHyphen(t *testing.T) {
	for word, want := range map[string]int{"zzp'er": 5, "e-mail": 5, "één": 3, "huis": 4} {
		if got := letters(word); got != want {
			t.Errorf("%s: got %d, want %d", word, got, want)
		}
	}
}
