package i18n

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// maxDigits bounds the digits before the comma, so that a pasted page is refused at once.
const maxDigits = 12

// Entry is what was made of something typed. Nothing typed is neither known nor hinted at: unknown is not zero.
type Entry struct {
	Value decimal.Decimal // only when Known
	Known bool
	Hint  Hint // may stand beside a value, when the value should be checked
}

// Hint is a message of the catalogue to show at the field; no hint has an empty ID.
type Hint struct {
	ID   string
	Args Args
}

// The hints of an entry.
const (
	hintDidYouMean   = "getal.bedoelt_u"
	hintReadAs       = "getal.gelezen_als"
	hintReadAsNumber = "getal.gelezen_als_getal"
	hintUnclear      = "getal.niet_duidelijk"
	hintNegative     = "getal.niet_onder_nul"
	hintTooLarge     = "getal.te_groot"
)

// ParseEuro reads an amount in euro that is not below zero.
func ParseEuro(s string) Entry { return refuseNegative(ParseSignedEuro(s)) }

// ParseHours reads a number of hours that is not below zero. Three decimals after a comma are no amount of thousands
// here, so nothing is suggested for them.
func ParseHours(s string) Entry {
	e := refuseNegative(ParseSignedEuro(s))
	switch e.Hint.ID {
	case hintDidYouMean:
		e.Hint = Hint{ID: hintUnclear}
	case hintReadAs:
		e.Hint = Hint{ID: hintReadAsNumber, Args: Args{"getal": Hours(e.Value)}}
	}
	return e
}

func refuseNegative(e Entry) Entry {
	if e.Known && e.Value.IsNegative() {
		return Entry{Hint: Hint{ID: hintNegative}}
	}
	return e
}

var (
	// A point with exactly three digits after it is a thousands point, at most two digits after a comma are cents.
	dutchNumber = regexp.MustCompile(`^(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{0,2}))?$`)
	// One or two digits after the only point are decimals.
	pointNumber = regexp.MustCompile(`^(\d+)\.(\d{0,2})$`)
	// The English way: a comma for thousands.
	commaNumber = regexp.MustCompile(`^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{2}))?$`)
)

// ParseSignedEuro reads an amount in euro that may be below zero. Spaces, the euro sign and the word euro do not count.
func ParseSignedEuro(s string) Entry {
	number, negative := strip(s)
	if number == "" && !negative {
		return Entry{}
	}
	if m := dutchNumber.FindStringSubmatch(number); m != nil {
		return known(strings.ReplaceAll(m[1], ".", ""), m[2], negative)
	}
	if m := pointNumber.FindStringSubmatch(number); m != nil {
		e := known(m[1], m[2], negative)
		if e.Known && len(m[1]) <= 3 && m[2] != "" {
			// "1.23" may be the beginning of 1.234; "1234.56" can only be meant in one way.
			e.Hint = Hint{ID: hintReadAs, Args: Args{"bedrag": dutch(e.Value.StringFixed(2))}}
		}
		return e
	}
	if m := commaNumber.FindStringSubmatch(number); m != nil {
		meant := known(strings.ReplaceAll(m[1], ",", ""), m[2], negative)
		if meant.Known {
			return Entry{Hint: Hint{ID: hintDidYouMean, Args: Args{"bedrag": dutch(meant.Value.StringFixed(int32(len(m[2]))))}}}
		}
		return meant
	}
	return Entry{Hint: Hint{ID: hintUnclear}}
}

// known is the entry for clean digits before and after the comma.
func known(whole, cents string, negative bool) Entry {
	whole = strings.TrimLeft(whole, "0")
	if len(whole) > maxDigits {
		return Entry{Hint: Hint{ID: hintTooLarge}}
	}
	value, err := decimal.NewFromString("0" + whole + "." + cents + "0")
	if err != nil {
		return Entry{Hint: Hint{ID: hintUnclear}}
	}
	if negative {
		value = value.Neg()
	}
	return Entry{Value: value, Known: true}
}

// strip takes away what does not change the number and says whether a minus stood before it.
func strip(s string) (number string, negative bool) {
	number = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\ufeff' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
	number, negative = cutMinus(number)
	number = cutUnit(number)
	if !negative {
		number, negative = cutMinus(number)
	}
	return number, negative
}

func cutMinus(s string) (string, bool) {
	for _, minus := range []string{"-", "\u2212"} {
		if rest, cut := strings.CutPrefix(s, minus); cut {
			return rest, true
		}
	}
	return s, false
}

// cutUnit takes away one mark of euro before or after the number.
func cutUnit(s string) string {
	for _, unit := range []string{"€", "euro", "eur"} {
		if rest, cut := strings.CutPrefix(s, unit); cut {
			return rest
		}
		if rest, cut := strings.CutSuffix(s, unit); cut {
			return rest
		}
	}
	return s
}
