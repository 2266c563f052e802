package store

import (
	"testing"
	"unicode"
)

func TestPersonalNumber(t *testing.T) {
	for text, want := range map[string]string{
		// 9x1 + 8x1 + 7x1 + 6x2 + 5x2 + 4x2 + 3x3 + 2x3 - 3 = 66 = 6 x 11
		"111222333":               "fout.bsn",
		"mijn nummer: 123456782.": "fout.bsn", // 9+16+21+24+25+24+21+16-2 = 154 = 14 x 11
		"1112.22.333":             "fout.bsn",
		"1 1 1 2 2 2 3 3 3":       "fout.bsn",
		"123456789":               "", // 9+16+21+24+25+24+21+16-9 = 147
		"0612345678":              "", // a telephone number has ten
		"06 1234 5678":            "",
		"1112223330":              "",
		"000000000":               "",
		"":                        "",
		"Elke dag 30 minuten":     "",
		"111222333\n123456782":    "fout.bsn", // each line a number
		"1. 111222333":            "fout.bsn",
		"kind 2 111222333":        "fout.bsn",
		"kind 2 1112.22.333":      "fout.bsn",
		"geboren 2018 111222333":  "fout.bsn",
		"bsn111222333":            "fout.bsn",
		"111-222-333":             "fout.bsn",
		"111\u00a0222\u00a0333":   "fout.bsn", // spaces of a web page
		"111\u200b222\u200b333":   "fout.bsn", // nothing to see between
		"111\u2011222\u2011333":   "fout.bsn",
		"\u0661\u0661\u0661\u0662\u0662\u0662\u0663\u0663\u0663": "fout.bsn", // Arabic digits
		"\uff11\uff11\uff11\uff12\uff12\uff12\uff13\uff13\uff13": "fout.bsn", // wide digits
		"+31612345678 en 111222333":                              "fout.bsn",
		"612345671":                                              "fout.bsn",
		"+31 6 12345671":                                         "", // behind the number of the country it is a telephone
		"+31 (0)6 12345671":                                      "",
		"+31 612345671 en verder":                                "",
		"0031 6 12345671":                                        "",
		"03 1234562":                                             "", // 031234562 passes; a landline of Antwerp
		"111\n222\n333":                                          "", // three amounts on three lines
		"111 222.333":                                            "", // an amount behind another
		"12.6.2027 09":                                           "", // 126202709 passes; a day and something else
		"24.515.430, 35.300":                                     "",
		"NL91ABNA0417164300":                                     "fout.iban", // the example of the IBAN registry
		"nl91 abna 0417 1643 00":                                 "fout.iban",
		"NL91 ABNA 0417 1643 00 is mijn rekening":                "fout.iban",
		"NL92ABNA0417164300":                                     "",
		"NL91.ABNA.0417.1643.00":                                 "fout.iban",
		"NL91-ABNA-0417-1643-00":                                 "fout.iban",
		"NL91\u00a0ABNA\u00a00417\u00a01643\u00a000":             "fout.iban",
		"NL91  ABNA  0417  1643  00":                             "fout.iban",
		"NL91 ABNA\n0417 1643 00":                                "fout.iban",
		"NL 91 ABNA 0417 1643 00":                                "fout.iban",
		"nr12 NL91ABNA0417164300":                                "fout.iban",
		"IBANNL91ABNA0417164300":                                 "fout.iban",
		"DE89 3704 0044 0532 0130 00":                            "fout.iban", // idem, Germany
		"MT84 MALT 0110 0001 2345 MTLC AST0 01S":                 "fout.iban", // idem, Malta
		"is 12 jaar en 5 maanden, belt 0612345678 op dinsdag":    "",
		"BE68 5390 0754 7034":                                    "fout.iban", // idem, Belgium
		"Wij gaan naar NL en door":                               "",
	} {
		if got := PersonalNumber(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// The digits of Unicode stand in rows of ten, from zero; plainSigns counts on it.
func TestDigitsStandInRowsOfTen(t *testing.T) {
	for _, r := range unicode.Nd.R16 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%U to %U", r.Lo, r.Hi)
		}
	}
	for _, r := range unicode.Nd.R32 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%U to %U", r.Lo, r.Hi)
		}
	}
	if got := plainSigns("\u0660\u0669 \u0966\u096f"); got != "09 09" {
		t.Errorf("got %q", got)
	}
}
