package store

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// PersonalNumber tells whether a text holds a number that no plan needs: it gives the id of the sentence that says so, or
// "" when there is none. It looks for a burgerservicenummer (nine digits that pass the elfproef) and for a bank account
// (IBAN, ISO 13616), also with spaces, points or dashes between, and in the digits of another script.
func PersonalNumber(text string) string {
	if mayHoldNumber(text) {
		text = plainSigns(text)
		switch {
		case holdsBSN(text):
			return "fout.bsn"
		case holdsIBAN(text):
			return "fout.iban"
		}
	}
	return ""
}

const (
	lengthBSN = 9
	// digitsOfIBAN is how many every account has at least; words behind a number rarely do.
	digitsOfIBAN = 10
)

// mayHoldNumber passes over ordinary words, which are nearly all texts: a save looks at each of them.
func mayHoldNumber(text string) bool {
	count := 0
	for _, c := range text {
		if isDigit(c) || c > unicode.MaxASCII && unicode.IsDigit(c) {
			count++
		}
	}
	return count >= lengthBSN
}

func isDigit(c rune) bool { return '0' <= c && c <= '9' }

// plainSigns writes digits of every script as 0 to 9 and every dash and space as the one of a keyboard, and leaves out what
// cannot be seen.
func plainSigns(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c <= unicode.MaxASCII:
			return c
		case unicode.IsDigit(c):
			return digit(c)
		case unicode.Is(unicode.Pd, c):
			return '-'
		case unicode.Is(unicode.Cf, c):
			return -1
		}
		return c
	}, norm.NFKC.String(text))
}

// digit relies on Unicode, where the digits of a script stand in a row from zero.
func digit(c rune) rune {
	for _, r := range unicode.Nd.R16 {
		if rune(r.Lo) <= c && c <= rune(r.Hi) {
			return '0' + (c-rune(r.Lo))%10
		}
	}
	for _, r := range unicode.Nd.R32 {
		if rune(r.Lo) <= c && c <= rune(r.Hi) {
			return '0' + (c-rune(r.Lo))%10
		}
	}
	return c
}

var (
	// abroad is a telephone number with the number of its country; the rest of a Dutch one has nine digits too.
	abroad = regexp.MustCompile(`(?:\+|\b00)(?:31[ .-]?(?:\(0\))?(?:[ .-]?\d){9}|[1-9](?:[ .-]?\d){7,14})\b`)
	group  = regexp.MustCompile(`\d+`)
)

// holdsBSN looks at every run of nine digits, and at neighbouring groups that have nine together and the same sign between.
func holdsBSN(text string) bool {
	text = abroad.ReplaceAllString(text, ";")
	groups := group.FindAllStringIndex(text, -1)
	for i, first := range groups {
		number, between := text[first[0]:first[1]], ""
		for j := i + 1; len(number) < lengthBSN && j < len(groups); j++ {
			gap := text[groups[j-1][1]:groups[j][0]]
			if between == "" {
				between = gap
			}
			if gap != between || !separates(gap) {
				break
			}
			number += text[groups[j][0]:groups[j][1]]
		}
		if passesElfproef(number) && !isAreaCode(text[first[0]:first[1]]) {
			return true
		}
	}
	return false
}

// separates tells whether a gap is a sign that people write inside a number.
func separates(gap string) bool {
	return gap != "" && len(gap) <= 2 && strings.Trim(gap, string(gap[0])) == "" && strings.ContainsAny(gap, " .-/_")
}

// isAreaCode: a short group with a zero in front begins a telephone number.
func isAreaCode(group string) bool { return group[0] == '0' && len(group) <= 3 }

// passesElfproef: 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h - i is divisible by eleven.
func passesElfproef(run string) bool {
	if len(run) != lengthBSN || strings.Trim(run, "0") == "" {
		return false
	}
	sum := 0
	for i, c := range run {
		weight := lengthBSN - i
		if weight == 1 {
			weight = -1
		}
		sum += weight * int(c-'0')
	}
	return sum%11 == 0
}

// The lengths of the accounts of each country, from the registry of ISO 13616.
const ibanLengths = "AD24 AE23 AL28 AO25 AT20 AZ28 BA20 BE16 BF27 BG22 BH22 BI16 BJ28 BL27 BR29 BY28 CH21 CI28 CM27 CR22 CV25 CY28 " +
	"CZ24 DE22 DK18 DO28 DZ24 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GF27 GI23 GL18 GP27 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IR26 " +
	"IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MF27 MG27 MK19 ML28 MQ27 MR27 MT31 MU30 MZ25 NC27 " +
	"NL18 NO15 PF27 PK24 PL28 PM27 PS29 PT25 QA29 RE27 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 ST25 SV28 TF27 TL23 " +
	"TN24 TR26 UA29 VA22 VG24 WF27 XK20 YT27"

// holdsIBAN looks at every place, because a word may stand right before and behind the account.
func holdsIBAN(text string) bool {
	letters := strings.Map(func(c rune) rune {
		if strings.ContainsRune(" .-/_\n\t\r", c) {
			return -1
		}
		return unicode.ToUpper(c)
	}, text)
	for i := 0; i+4 < len(letters); i++ {
		if !isDigit(rune(letters[i+2])) || !isDigit(rune(letters[i+3])) {
			continue
		}
		if n := lengthOfIBAN(letters[i : i+2]); n > 0 && i+n <= len(letters) && isIBAN(letters[i:i+n]) {
			return true
		}
	}
	return false
}

func lengthOfIBAN(country string) int {
	at := strings.Index(ibanLengths, country)
	if at < 0 || at%5 != 0 {
		return 0
	}
	n, _ := strconv.Atoi(ibanLengths[at+2 : at+4])
	return n
}

// isIBAN: with the first four signs behind the rest and letters as 10 to 35, the number modulo 97 is one.
func isIBAN(s string) bool {
	rest, digits := 0, 0
	for _, c := range s[4:] + s[:4] {
		switch {
		case isDigit(c):
			rest = (10*rest + int(c-'0')) % 97
			digits++
		case 'A' <= c && c <= 'Z':
			rest = (100*rest + int(c-'A') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1 && digits >= digitsOfIBAN
}
