package plain

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// gates are the limits of one level.
type gates struct {
	warnLongest, failLongest          int
	average                           decimal.Decimal // words a sentence, at most
	fleschSection, fleschDocument     decimal.Decimal // at least
	leesindexA                        decimal.Decimal // at least
	lix                               decimal.Decimal // at most
	longWords, passives, subordinates decimal.Decimal // percent, at most
	strict                            bool            // on words, signs and numbers, where the other level warns or is silent
}

// The limits are our own, set on five texts of known level (the vectors of the test).
var gatesOf = map[Level]gates{
	A2: {
		warnLongest: 10, failLongest: 12, average: decimal.NewFromInt(8),
		fleschSection: decimal.NewFromInt(75), fleschDocument: decimal.NewFromInt(80),
		leesindexA: decimal.NewFromInt(70), lix: decimal.NewFromInt(25),
		longWords: decimal.Zero, passives: decimal.NewFromInt(5), subordinates: decimal.NewFromInt(20),
		strict: true,
	},
	B1: {
		warnLongest: 15, failLongest: 18, average: decimal.NewFromInt(12),
		fleschSection: decimal.NewFromInt(60), fleschDocument: decimal.NewFromInt(60),
		leesindexA: decimal.NewFromInt(55), lix: decimal.NewFromInt(35),
		longWords: decimal.NewFromInt(4), passives: decimal.NewFromInt(15), subordinates: hundred,
	},
}

// minWords is the length below which formulas and shares mean nothing.
const minWords = 50

// manySyllables is what makes a word long for the reader.
const manySyllables = 4

var subordinators = set("omdat doordat terwijl hoewel indien waardoor zodat zodra nadat voordat totdat aangezien tenzij mits waarbij waarmee")

// relatives open a subordinate clause after a comma.
var relatives = set("die dat")

// wording is something not to be written, as a row of words, and what to write for it.
type wording struct {
	words  []string
	better string
}

// wordings finds rows of words by the first one, the longest row first.
type wordings map[string][]wording

// table makes wordings of rows: forms with | between them, and what to write instead.
func table(rows ...[2]string) wordings {
	all := wordings{}
	for _, row := range rows {
		for _, form := range strings.Split(row[0], "|") {
			words := strings.Fields(form)
			all[words[0]] = append(all[words[0]], wording{words, row[1]})
		}
	}
	for _, w := range all {
		slices.SortStableFunc(w, func(a, b wording) int { return len(b.words) - len(a.words) })
	}
	return all
}

// shortenings have a point or a slash in them.
var shortenings = map[string]string{
	"t.a.v.": "voor", "m.b.t.": "over", "d.m.v.": "door", "i.v.m.": "door", "evt.": "misschien", "o.a.": "bijvoorbeeld",
	"bijv.": "bijvoorbeeld", "bv.": "bijvoorbeeld", "d.w.z.": "dat betekent", "enz.": "en meer", "etc.": "en meer",
	"m.i.v.": "vanaf", "a.u.b.": "alstublieft", "i.p.v.": "niet", "n.v.t.": "dit geldt niet", "incl.": "met",
	"excl.": "zonder", "ca.": "ongeveer", "t/m": "tot en met", "n.a.v.": "door", "t.b.v.": "voor", "o.b.v.": "door",
	"z.s.m.": "snel", "i.o.m.": "samen met", "m.u.v.": "niet voor", "max.": "hoogstens", "min.": "minstens",
	"p.m.": "per maand", "p/m": "per maand", "p.w.": "per week", "p/w": "per week", "a.s.": "komende", "en/of": "of",
}

// shortWords are abbreviations that people write without points.
var shortWords = table(
	[2]string{"mbt", "over"}, [2]string{"ivm", "door"}, [2]string{"dmv", "door"}, [2]string{"tav", "voor"}, [2]string{"zsm", "snel"},
	[2]string{"ipv", "niet"}, [2]string{"nav", "door"}, [2]string{"tbv", "voor"}, [2]string{"aub|svp", "alstublieft"}, [2]string{"nvt", "dit geldt niet"},
)

var formalWords = table(
	[2]string{"men", "mensen"}, [2]string{"indien", "als"}, [2]string{"teneinde", "om"}, [2]string{"dient te|dienen te", "moet"},
	[2]string{"middels", "met"}, [2]string{"inzake|betreffende|omtrent", "over"}, [2]string{"tevens|alsmede", "ook"},
	[2]string{"echter|doch", "maar"}, [2]string{"reeds", "al"}, [2]string{"thans", "nu"}, [2]string{"gaarne", "graag"},
	[2]string{"onverwijld", "meteen"}, [2]string{"ten gevolge van|als gevolg van|wegens", "door"}, [2]string{"in verband met", "door"},
	[2]string{"door middel van", "met"}, [2]string{"zorg dragen voor|draagt zorg voor", "zorgen voor"}, [2]string{"hetgeen", "wat"},
	[2]string{"kenbaar maken", "vertellen"}, [2]string{"in het kader van", "voor"}, [2]string{"op basis van", "door"},
	[2]string{"faciliteren|faciliteert", "helpen"}, [2]string{"communiceren|communiceert", "vertellen"},
	[2]string{"realiseren|realiseert|gerealiseerd", "doen"}, [2]string{"evalueren|evalueert", "samen terugkijken"},
	[2]string{"inventariseren|inventariseert", "op een rij zetten"}, [2]string{"continueren|continueert", "doorgaan met"},
	[2]string{"actiepunt|actiepunten", "stap"}, [2]string{"doelstelling|doelstellingen", "doel"}, [2]string{"prioriteit|prioriteiten", "wat eerst moet"},
	[2]string{"zelfstandigheid", "zelf doen"}, [2]string{"problematiek", "problemen"}, [2]string{"draagvlak", "steun"},
)

// idioms say something else than their words.
var idioms = table(
	[2]string{"schone lei", "opnieuw beginnen zonder schuld"},
	[2]string{"rood staan|staan rood|rood staat|staat rood|sta rood", "te weinig geld op de bank"},
	[2]string{"eindjes aan elkaar knopen|touwtjes aan elkaar knopen", "genoeg geld hebben"},
	[2]string{"hoofd boven water", "genoeg geld hebben"}, [2]string{"aan de bel trekken|trek aan de bel|trekt aan de bel", "om hulp vragen"},
	[2]string{"broekriem", "minder geld uitgeven"}, [2]string{"appeltje voor de dorst", "spaargeld"}, [2]string{"op de pof", "later betalen"},
	[2]string{"aan de slag", "beginnen"}, [2]string{"op de rit", "goed geregeld"}, [2]string{"in kaart brengen|in kaart", "op een rij zetten"},
	[2]string{"op eigen benen staan|op eigen benen", "alles zelf doen"}, [2]string{"vinger aan de pols", "vaak vragen hoe het gaat"},
	[2]string{"steuntje in de rug", "hulp"}, [2]string{"van de grond", "beginnen"}, [2]string{"stip op de horizon", "doel"},
	[2]string{"aan de bak", "gaan werken"}, [2]string{"de knoop doorhakken|knopen doorhakken", "kiezen"},
)

// signs that the family's copy does not have, and what to do about them.
var signs = map[rune]string{'%': "een bedrag in euro", ';': "een punt", '(': "twee zinnen", ')': "", '[': "twee zinnen", ']': "",
	'{': "twee zinnen", '}': "", '&': "en", '=': "is", '+': "en"}

// otherWords are words for which the program uses one word everywhere.
var otherWords = table(
	[2]string{"salaris|salarissen|inkomsten uit arbeid", "loon"},
	[2]string{"tegemoetkoming|tegemoetkomingen|subsidie|subsidies", "toeslag"},
	[2]string{"reserveren|reserveert|reserveer|gereserveerd", "geld apart zetten"},
	[2]string{"meld|meldt|melden|gemeld|muteren|muteert|muteer", "doorgeven"},
	[2]string{"aanvraag indienen|aanvragen indienen|dient een aanvraag in|dien een aanvraag in|dienen een aanvraag in", "aanvragen"},
	[2]string{"daling|dalingen|afbouw", "lager"}, [2]string{"stijging|stijgingen", "hoger"},
	[2]string{"circa|indicatief|indicatieve", "ongeveer"},
)

// familyWords are right for the helper only.
var familyWords = table([2]string{"werkgever|werkgevers", "baas"},
	[2]string{"op uw rekening|op mijn rekening|op onze rekening|op jullie rekening|op je rekening", "op de bankrekening"},
	[2]string{"rekeningnummer|rekeningnummers", "nummer van de bankrekening"})

// taxOffice is right for tax and wrong for a toeslag.
var taxOffice = table([2]string{"belastingdienst", "Dienst Toeslagen"})

func aboutToeslag(s Sentence) bool {
	return slices.ContainsFunc(s.tokens, func(t token) bool { return strings.Contains(t.folded, "toeslag") })
}

// capitalNames are written in capitals and are no shouting.
var capitalNames = set("digid nibud")

// becomes are the forms of worden.
var becomes = set("word wordt worden werd werden")

// participle has a prefix, with or without a particle before it, and the ending of a past participle. The strong ones
// on be-, ver-, her- and ont- look like infinitives, so they are listed.
var participle = regexp.MustCompile(`^(?:aan|achter|af|bij|binnen|door|in|klaar|mee|na|om|op|over|terug|toe|uit|vast|voor|weg)?` +
	`(?:ge\pL+(?:t|d|en|aan|ien)|(?:be|ver|her|ont)\pL+(?:d|[kfsxp]t|cht)|` +
	`be(?:sproken|keken|grepen|schreven|sloten|wezen|houden|gonnen|dacht|zocht)|` +
	`ver(?:geten|geleken|kregen|loren|zonden|schoven|boden|broken|wezen|vangen|holpen|kocht|dreven|nomen)|` +
	`her(?:zien|schreven)|ont(?:vangen|houden|slagen|nomen|bonden|binden))$`)

// noParticiples look like one.
var noParticiples = set(`geld geen geven gelden gebeuren gebeurt gebruiken genieten gezinnen gemeenten gebieden gebied
	gesprekken gevallen gevolgen gedachten getallen gezond gebouwen geheimen geluid gewend gerechten gewichten gewicht
	gezichten gezicht gerecht gedicht gedichten gemiddeld ingewikkeld getrouwd afgelopen inbegrepen tegenwoordig
	bericht beleid bereid bekend bestand bestaand beeld voorbeeld herfst verstand verband afstand
	aangeven doorgeven meegeven opgeven teruggeven toegeven uitgeven`)

// stays are what something becomes without anybody doing it.
var stays = set(`hoger lager meer minder groter kleiner duurder goedkoper beter ouder ziek later langer korter anders
	makkelijker moeilijker`)

// monthNames make the numbers beside them a date.
var monthNames = set("januari februari maart april mei juni juli augustus september oktober november december")

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}
