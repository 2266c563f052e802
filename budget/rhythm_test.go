package budget

import (
	"math/rand"
	"testing"

	"github.com/shopspring/decimal"
)

func TestRhythmPerMonth(t *testing.T) {
	for _, c := range []struct {
		rhythm           Rhythm
		amount, perMonth string
		sum              string
	}{
		{Daily, "10", "304.17", "10 x 365 / 12"},
		{Weekly, "80", "346.67", "80 x 52 / 12"},
		{FourWeekly, "600", "650", "600 x 13 / 12"},
		{Monthly, "650", "650", ""},
		{"", "650", "650", "no rhythm is a month"},
		{Quarterly, "100", "33.33", "100 / 3"},
		{HalfYearly, "99", "16.5", "99 / 6"},
		{Yearly, "385", "32.08", "own risk: 385 / 12"},
		{Once, "120", "10", "120 / 12"},
	} {
		if got := c.rhythm.PerMonth(decimal.RequireFromString(c.amount)); !got.Equal(decimal.RequireFromString(c.perMonth)) {
			t.Errorf("%s a %q: %s a month, want %s (%s)", c.amount, c.rhythm, got, c.perMonth, c.sum)
		}
	}
}

func TestRhythmThereAndBack(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 2000 {
		amount := decimal.New(r.Int63n(10_000_000), -2)
		for _, rhythm := range Rhythms() {
			if back := rhythm.FromYear(rhythm.PerYear(amount)); !back.Equal(amount) {
				t.Fatalf("%s a %s comes back as %s", amount, rhythm, back)
			}
		}
	}
}

func TestRhythmUnknown(t *testing.T) {
	l := OwnLine{Key: LineHuur, Amount: Known(decimal.New(1, 0)), Rhythm: "fortnight"}
	if _, known := l.PerYear(); known || l.Rhythm.Valid() {
		t.Error("a rhythm that does not exist gives an amount")
	}
}
