package plain

import (
	"regexp"
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

var subordinators = set("omdat terwijl hoewel indien waardoor")

// relatives open a subordinate clause after a comma.
var relatives = set("die dat")

// wording is something not to be written and what to write for it.
type wording struct {
	found  *regexp.Regexp
	better string
}

// wordings makes a table of rows: a pattern, and what to write instead. A pattern stands for whole words; one that ends
// in a point is whole by itself.
func wordings(rows ...[2]string) []wording {
	const outside = `[^\pL\d'’-]`
	var all []wording
	for _, row := range rows {
		end := `(?:` + outside + `|$)`
		if strings.HasSuffix(row[0], `.`) {
			end = ""
		}
		all = append(all, wording{regexp.MustCompile(`(?i)(?:^|` + outside + `)(` + row[0] + `)` + end), row[1]})
	}
	return all
}

var abbreviations = wordings(
	[2]string{`t\.a\.v\.`, "voor"}, [2]string{`m\.b\.t\.`, "over"}, [2]string{`d\.m\.v\.`, "door"},
	[2]string{`i\.v\.m\.`, "door"}, [2]string{`evt\.`, "misschien"}, [2]string{`o\.a\.`, "bijvoorbeeld"},
	[2]string{`bijv\.`, "bijvoorbeeld"}, [2]string{`bv\.`, "bijvoorbeeld"}, [2]string{`d\.w\.z\.`, "dat betekent"},
	[2]string{`enz\.`, ""}, [2]string{`etc\.`, ""}, [2]string{`m\.i\.v\.`, "vanaf"}, [2]string{`a\.u\.b\.`, ""},
	[2]string{`i\.p\.v\.`, "niet"}, [2]string{`n\.v\.t\.`, ""}, [2]string{`incl\.`, "met"},
	[2]string{`excl\.`, "zonder"}, [2]string{`ca\.`, "ongeveer"}, [2]string{`t/m`, "tot en met"},
)

var formalWords = wordings(
	[2]string{`men`, "mensen"}, [2]string{`indien`, "als"}, [2]string{`teneinde`, "om"},
	[2]string{`dien(?:t|en) te`, "moet"},
)

// signs that the family's copy does not have.
const signs = "%;()[]{}"

// otherWords are words for which the program uses one word everywhere.
var otherWords = wordings(
	[2]string{`salaris(?:sen)?`, "loon"}, [2]string{`inkomsten uit arbeid`, "loon"},
	[2]string{`tegemoetkoming(?:en)?`, "toeslag"}, [2]string{`subsidies?`, "toeslag"},
	[2]string{`reserv(?:eren|eert|eer)`, "geld apart zetten"},
	[2]string{`gereserveerd`, "geld apart zetten"},
	[2]string{`meld(?:t|en)?`, "doorgeven"}, [2]string{`gemeld`, "doorgeven"},
	[2]string{`mut(?:eren|eert|eer)`, "doorgeven"},
	[2]string{`aanvra(?:ag|gen) indienen`, "aanvragen"},
	[2]string{`dien(?:t|en)? een aanvraag in`, "aanvragen"},
	[2]string{`dal(?:ing|ingen)`, "lager"}, [2]string{`afbouw`, "lager"},
	[2]string{`stijging(?:en)?`, "hoger"},
	[2]string{`circa`, "ongeveer"}, [2]string{`indicatieve?`, "ongeveer"},
)

// employer is a word for the helper only.
var employer = wordings([2]string{`werkgevers?`, "baas"})

// taxOffice is right for tax and wrong for a toeslag.
var (
	taxOffice    = wordings([2]string{`belastingdienst`, "Dienst Toeslagen"})
	aboutToeslag = regexp.MustCompile(`(?i)toeslag`)
)

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
