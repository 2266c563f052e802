package i18n

import (
	"maps"
	"testing"

	"github.com/shopspring/decimal"
)

// What people type or paste for an amount. An empty value means that no value is known.
var entries = []struct {
	typed, value, hint string
	args               Args
}{
	{"1234,56", "1234.56", "", nil},
	{"1.234,56", "1234.56", "", nil},
	{"1234.56", "1234.56", "", nil},
	{"€ 1 234,56", "1234.56", "", nil},
	{"EUR 1.234,56", "1234.56", "", nil},
	{"€\u00a01\u202f234,56", "1234.56", "", nil},
	{"1.234,56 euro", "1234.56", "", nil},
	{"  12\t", "12", "", nil},
	{"\ufeff12", "12", "", nil},
	{"1.234", "1234", "", nil},
	{"12.345", "12345", "", nil},
	{"1.234.567", "1234567", "", nil},
	{"1.23", "1.23", "getal.gelezen_als", Args{"bedrag": "1,23"}},
	{"1.5", "1.50", "getal.gelezen_als", Args{"bedrag": "1,50"}},
	{"1,5", "1.5", "", nil},
	{"5,", "5", "", nil},
	{"5.", "5", "", nil},
	{"007", "7", "", nil},
	{"1,234", "", "getal.bedoelt_u", Args{"bedrag": "1.234"}},
	{"12,345", "", "getal.bedoelt_u", Args{"bedrag": "12.345"}},
	{"1,234.50", "", "getal.bedoelt_u", Args{"bedrag": "1.234,50"}},
	{"1.2.3", "", "getal.niet_duidelijk", nil},
	{"1234.567", "", "getal.niet_duidelijk", nil},
	{"0.123", "", "getal.niet_duidelijk", nil},
	{"0,123", "", "getal.niet_duidelijk", nil},
	{"12-5", "", "getal.niet_duidelijk", nil},
	{"1e3", "", "getal.niet_duidelijk", nil},
	{"0x10", "", "getal.niet_duidelijk", nil},
	{"١٢", "", "getal.niet_duidelijk", nil},
	{"veel", "", "getal.niet_duidelijk", nil},
	{"-", "", "getal.niet_duidelijk", nil},
	{"--5", "", "getal.niet_duidelijk", nil},
	{"+5", "", "getal.niet_duidelijk", nil},
	{",", "", "getal.niet_duidelijk", nil},
	{"-5", "", "getal.niet_onder_nul", nil},
	{"€ -5", "", "getal.niet_onder_nul", nil},
	{"-€ 5", "", "getal.niet_onder_nul", nil},
	{"\u22125", "", "getal.niet_onder_nul", nil},
	{"999999999999", "999999999999", "", nil},
	{"1000000000000", "", "getal.te_groot", nil},
	{"1,000,000,000,000", "", "getal.te_groot", nil},
	{"", "", "", nil},
	{"   ", "", "", nil},
	{"€", "", "", nil},
	{"0", "0", "", nil},
	{"-0", "0", "", nil},
	{"0,00", "0", "", nil},
}

func TestParseEuro(t *testing.T) {
	for _, test := range entries {
		check(t, test.typed, ParseEuro(test.typed), test.value, test.hint, test.args)
	}
}

func TestParseSignedEuro(t *testing.T) {
	for typed, value := range map[string]string{"-5": "-5", "€ -1.234,56": "-1234.56", "-€ 5": "-5", "\u22125": "-5", "5": "5"} {
		check(t, typed, ParseSignedEuro(typed), value, "", nil)
	}
}

func TestParseHours(t *testing.T) {
	tests := []struct {
		typed, value, hint string
		args               Args
	}{
		{"22,5", "22.5", "", nil},
		{"22.5", "22.5", "getal.gelezen_als_getal", Args{"getal": "22,5"}},
		{"40", "40", "", nil},
		{"0", "0", "", nil},
		{"", "", "", nil},
		{"7,125", "", "getal.niet_duidelijk", nil},
		{"-1", "", "getal.niet_onder_nul", nil},
	}
	for _, test := range tests {
		check(t, test.typed, ParseHours(test.typed), test.value, test.hint, test.args)
	}
}

func check(t *testing.T, typed string, e Entry, value, hint string, args Args) {
	t.Helper()
	if e.Known != (value != "") || e.Known && !e.Value.Equal(decimal.RequireFromString(value)) {
		t.Errorf("%q: got %v (known: %v), want %q", typed, e.Value, e.Known, value)
	}
	if e.Hint.ID != hint || !maps.Equal(e.Hint.Args, args) {
		t.Errorf("%q: got hint %q %v, want %q %v", typed, e.Hint.ID, e.Hint.Args, hint, args)
	}
}

func TestEveryHintHasItsText(t *testing.T) {
	for _, language := range []string{Dutch, English} {
		c, err := Load(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range entries {
			hint := ParseEuro(test.typed).Hint
			if hint.ID == "" {
				continue
			}
			if got := c.T(hint.ID, hint.Args); got == "⟦"+hint.ID+"⟧" {
				t.Errorf("%s: no text for %s", language, hint.ID)
			}
		}
	}
}

// Whatever is typed never panics, ParseEuro lets nothing through below zero, and what a field shows for a value
// is read back as that value.
func FuzzParseEuro(f *testing.F) {
	for _, test := range entries {
		f.Add(test.typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if e := ParseEuro(typed); e.Known && e.Value.IsNegative() {
			t.Errorf("%q gives %v, below zero", typed, e.Value)
		}
		e := ParseSignedEuro(typed)
		if !e.Known {
			return
		}
		for _, shown := range []string{Euro(e.Value), Hours(e.Value)} {
			again := ParseSignedEuro(shown)
			if !again.Known || !again.Value.Equal(e.Value) || again.Hint.ID != "" {
				t.Errorf("%q gives %v, shown as %q, read back as %v (%s)", typed, e.Value, shown, again.Value, again.Hint.ID)
			}
		}
	})
}
