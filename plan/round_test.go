package plan

import (
	"math/rand"
	"testing"

	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func decs(s ...string) []decimal.Decimal {
	all := make([]decimal.Decimal, len(s))
	for i := range s {
		all[i] = dec(s[i])
	}
	return all
}

func equalAll(t *testing.T, name string, got []decimal.Decimal, want ...string) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %v, want %v", name, got, want)
	}
	for i := range want {
		if !got[i].Equal(dec(want[i])) {
			t.Errorf("%s: row %d is %s, want %s", name, i, got[i], want[i])
		}
	}
}

// 1480.44 + 301.58 + 402.25 + 131.50 = 2315.77, down 2315; floors 1480 + 301 + 402 + 131 = 2314, so one euro more
// for the largest fraction, .58. 650.00 + 147.35 + 182.60 + 24.99 = 1004.94, up 1005; floors 650 + 147 + 182 + 24 =
// 1003, so one for .99 and one for .60.
func TestPartsAddUp(t *testing.T) {
	in, inParts := RoundIn(decs("1480.44", "301.58", "402.25", "131.50"))
	out, outParts := RoundOut(decs("650.00", "147.35", "182.60", "24.99"))
	equalAll(t, "in", append(inParts, in), "1480", "302", "402", "131", "2315")
	equalAll(t, "out", append(outParts, out), "650", "147", "183", "25", "1005")
	equalAll(t, "over", []decimal.Decimal{in.Sub(out)}, "1310")
}

func TestEqualFractionsGoInTheOrderOfTheRows(t *testing.T) {
	total, parts := RoundIn(decs("1.50", "2.50", "3.50"))
	equalAll(t, "in", append(parts, total), "2", "2", "3", "7")
	total, parts = RoundOut(nil)
	equalAll(t, "out of nothing", append(parts, total), "0")
}

func TestRandomBudgetsAddUp(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	parts := func() []decimal.Decimal {
		all := make([]decimal.Decimal, random.Intn(12))
		for i := range all {
			all[i] = decimal.New(random.Int63n(300_000), -2)
			if random.Intn(4) == 0 {
				all[i] = all[i].Floor()
			}
		}
		return all
	}
	for range 10_000 {
		in, out := parts(), parts()
		totalIn, printedIn := RoundIn(in)
		totalOut, printedOut := RoundOut(out)
		if !sum(printedIn).Equal(totalIn) || !sum(printedOut).Equal(totalOut) {
			t.Fatalf("%v or %v does not add up", in, out)
		}
		if exact := sum(in).Sub(sum(out)); totalIn.Sub(totalOut).GreaterThan(exact) {
			t.Fatalf("%v less %v promises more than %s", in, out, exact)
		}
		for i, p := range printedIn {
			if p.Sub(in[i]).Abs().GreaterThanOrEqual(one) {
				t.Fatalf("%s is printed as %s", in[i], p)
			}
		}
	}
}

// 410 x 12 / 52 = 94.615
func TestWeekAmount(t *testing.T) {
	equalAll(t, "week", []decimal.Decimal{WeekAmount(dec("410.00"))}, "94")
}

func TestDifference(t *testing.T) {
	for _, c := range []struct {
		exact, printed string
		direction      Direction
	}{
		{"212.83", "210", Gain}, {"54.99", "50", Gain}, {"50.00", "50", Gain}, {"49.99", "49", Gain}, {"10.00", "10", Gain},
		{"9.99", "0", Equal}, {"0", "0", Equal}, {"-9.99", "0", Equal},
		{"-10.00", "10", Loss}, {"-37.20", "38", Loss}, {"-50.01", "55", Loss}, {"-212.83", "215", Loss},
	} {
		got := RoundDifference(dec(c.exact))
		if got.Direction != c.direction || !got.PerMonth.Equal(dec(c.printed)) {
			t.Errorf("%s: printed %v %s, want %v %s", c.exact, got.Direction, got.PerMonth, c.direction, c.printed)
		}
	}
}

func TestThenIsNowAndTheDifference(t *testing.T) {
	now := dec("2310")
	equalAll(t, "then", []decimal.Decimal{
		Difference{Gain, dec("210")}.Then(now), Difference{Loss, dec("38")}.Then(now), Difference{}.Then(now),
	}, "2520", "2272", "2310")
}

// 210 / (8 x 52 / 12) = 6.057; 10 / (8 x 52 / 12) = 0.288, so less than one euro
func TestPerHour(t *testing.T) {
	for _, c := range []struct {
		d     Difference
		hours string
		want  string
		ok    bool
	}{
		{Difference{Gain, dec("210")}, "8", "6", true},
		{Difference{Gain, dec("10")}, "8", "0", true},
		{Difference{Loss, dec("210")}, "8", "0", false},
		{Difference{}, "8", "0", false},
		{Difference{Gain, dec("210")}, "0", "0", false},
		{Difference{Gain, dec("210")}, "-4", "0", false},
	} {
		got, ok := c.d.PerHour(dec(c.hours))
		if ok != c.ok || !got.Equal(dec(c.want)) {
			t.Errorf("%v in %s hours: %s %v, want %s %v", c.d, c.hours, got, ok, c.want, c.ok)
		}
	}
}

func TestPayBackGoesUpToTens(t *testing.T) {
	equalAll(t, "pay back", []decimal.Decimal{RoundPayBack(dec("101.01")), RoundPayBack(dec("110"))}, "110", "110")
}
