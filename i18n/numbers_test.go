package i18n

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
)

func TestNumbersAreWrittenTheDutchWay(t *testing.T) {
	tests := []struct {
		number                         string
		euro, whole, words, hours, pct string
	}{
		{"0", "€\u00a00,00", "€\u00a00", "0\u00a0euro", "0", "0%"},
		{"1234.56", "€\u00a01.234,56", "€\u00a01.235", "1.235\u00a0euro", "1.234,56", "1.234,56%"},
		{"22.50", "€\u00a022,50", "€\u00a023", "23\u00a0euro", "22,5", "22,5%"},
		{"13.730", "€\u00a013,73", "€\u00a014", "14\u00a0euro", "13,73", "13,73%"},
		{"999.995", "€\u00a01.000,00", "€\u00a01.000", "1.000\u00a0euro", "1.000", "999,995%"},
		{"1234567.891", "€\u00a01.234.567,89", "€\u00a01.234.568", "1.234.568\u00a0euro", "1.234.567,89", "1.234.567,891%"},
		{"-1234.5", "€\u00a0-1.234,50", "€\u00a0-1.235", "-1.235\u00a0euro", "-1.234,5", "-1.234,5%"},
		{"-0.004", "€\u00a00,00", "€\u00a00", "0\u00a0euro", "0", "-0,004%"},
		{"100", "€\u00a0100,00", "€\u00a0100", "100\u00a0euro", "100", "100%"},
	}
	for _, test := range tests {
		d := decimal.RequireFromString(test.number)
		for _, got := range []struct{ name, got, want string }{
			{"Euro", Euro(d), test.euro}, {"WholeEuro", WholeEuro(d), test.whole}, {"EuroWords", EuroWords(d), test.words},
			{"Hours", Hours(d), test.hours}, {"Percent", Percent(d), test.pct},
		} {
			if got.got != got.want {
				t.Errorf("%s(%s) = %q, want %q", got.name, test.number, got.got, got.want)
			}
		}
	}
}

func TestDays(t *testing.T) {
	english, err := Load(English)
	if err != nil {
		t.Fatal(err)
	}
	dutch, err := Load(SimpleDutch)
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2027, time.January, 19, 10, 0, 0, 0, time.UTC)
	sunday := time.Date(2026, time.November, 1, 0, 0, 0, 0, time.UTC)
	tests := []struct{ got, want string }{
		{Date(day), "dinsdag 19 januari 2027"},
		{Date(sunday), "zondag 1 november 2026"},
		{DateShort(day), "19-1-2027"},
		{DateShort(sunday), "1-11-2026"},
		{Month(1), "januari"},
		{Month(12), "december"},
		{Month(13), "13"},
		{MonthYear(day), "januari 2027"},
		{MonthYear(time.Date(2026, time.December, 31, 0, 0, 0, 0, time.UTC)), "december 2026"},
		{dutch.Date(day), "dinsdag 19 januari 2027"},
		{dutch.MonthYear(day), "januari 2027"},
		{english.Date(day), "Tuesday 19 January 2027"},
		{english.MonthYear(day), "January 2027"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}
