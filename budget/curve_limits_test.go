package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// cashScheme is a municipal scheme of this much a year that stops at once above a gross income of 1,900 euro a month.
func cashScheme(perYear string) change {
	return func(h *budget.Household) {
		h.LocalSchemes = []budget.LocalScheme{{ID: "l1", Name: "bijdrage", Per: "household", Amount: known(perYear), Kind: "cash",
			Period: "year", IncomeBase: "gross", Shape: "cliff", LimitFull: known("1900"), CountsAsCash: true,
			AssetTest: budget.AssetTest{Kind: "none"}}}
	}
}

func curve(t *testing.T, h *budget.Household, to, step string) *budget.Curve {
	t.Helper()
	c, err := engine(t).Curve(h, budget.CurveOptions{To: dec(to), Step: dec(step)})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// 1,900 a month is 22,800 a year. An hour of 15.00 is 52 x 15.00 x 1.08 = 842.40 a year, and the income counts in whole euros:
// 22,801 / 842.40 = 27.0667, so the scheme is there with 27.0 hours and gone with 27.1; to a thousandth of an hour the last wage
// is 27.066 x 842.40 = 22,800.40.
func TestLimitByHand(t *testing.T) {
	for _, step := range []string{"0.5", "4"} { // a coarse line finds the same place
		c := curve(t, alone(2026, rent("600"), hourly("20", "15"), cashScheme("600")), "48", step)
		limits := c.Limits(dec("120"))
		if len(limits) != 1 {
			t.Fatalf("limits %+v", limits)
		}
		l := limits[0]
		if l.Component != budget.Lokaal || l.Scheme != "l1" || !l.At.Equal(dec("27")) || !l.Loss.Equal(dec("600")) || !l.Stops {
			t.Errorf("step %s: limit %+v", step, l)
		}
		if !l.Earnings.Equal(dec("22800.40")) {
			t.Errorf("step %s: earnings %s right before it, want 22,800.40", step, l.Earnings)
		}
		// From 20 hours, 16,848.00 a year, that is 5,952.40 away.
		now, _ := c.Exact(dec("20"))
		if away := l.Earnings.Sub(now.Result.Earnings()); !away.Equal(dec("5952.40")) {
			t.Errorf("%s away", away)
		}
	}
}

// A limit is found also where half an hour brings more than the scheme was worth, and where the scheme gives things, no money.
func TestLimitsThatTheTotalHides(t *testing.T) {
	for name, change := range map[string]change{
		"small": cashScheme("130"),
		"in kind": func(h *budget.Household) {
			cashScheme("600")(h)
			h.LocalSchemes[0].Kind, h.LocalSchemes[0].CountsAsCash = "in-kind", false
		},
	} {
		c := curve(t, alone(2026, rent("600"), hourly("20", "15"), change), "48", "0.5")
		if limits := c.Limits(dec("120")); len(limits) != 1 || !limits[0].At.Equal(dec("27")) || len(c.Cliffs()) != 0 {
			t.Errorf("%s: limits %+v, cliffs %+v", name, limits, c.Cliffs())
		}
	}
}

// The toeslagen of this family go down little by little: no hard limit.
func TestNoLimitWhereAllGoesGradually(t *testing.T) {
	c := curve(t, alone(2026, rent("600"), hourly("20", "16"), child(2018, 3)), "48", "0.5")
	if limits := c.Limits(dec("120")); len(limits) != 0 {
		t.Errorf("limits %+v", limits)
	}
}

// The scheme of 1,200 a year stops after 27.0 hours. There is 27.0 x 842.40 = 22,744.80 of wage; tax on 22,744: 35.75% 8,131 -
// 3,115 - 4,339 (996 + 31.009% x 10,779 = 4,338.46), so 677. What is left rises with 842.40 less about 4% tax an hour (35.75% -
// 31.009% = 4.741%): 802 an hour. Zorgtoeslag and huurtoeslag (income below 23,425) stay. 1,200 / 802 = 1.50: back at 28.5 or
// 28.6 when huurtoeslag went down too: above 23,425 (27.81 hours) it takes 27%, so 842.40 x (1 - 0.0474 - 0.27) = 575 an hour:
// 0.81 x 802 = 650 until there; 550 / 575 = 0.96, so back at 28.77: the first tenth is 28.8.
func TestBeginAndBackByHand(t *testing.T) {
	for _, step := range []string{"0.5", "1"} {
		c := curve(t, alone(2026, rent("600"), hourly("20", "15"), cashScheme("1200")), "48", step)
		if len(c.Cliffs()) != 1 {
			t.Fatalf("cliffs %+v", c.Cliffs())
		}
		x := c.Cliffs()[0]
		if !x.Begin.Equal(dec("27")) || !x.At.Equal(dec("27")) || !x.Back.Valid || !x.Back.Decimal.Equal(dec("28.8")) {
			t.Errorf("step %s: begins at %s, falls at %s, back at %v", step, x.Begin, x.At, x.Back)
		}
		if e := x.EarnedBack(); !e.Decimal.Equal(dec("1.8")) {
			t.Errorf("earned back in %s", e.Decimal)
		}
		some := dec("120")
		if below := c.SafeBelow(dec("28"), some); !below.Equal(dec("27")) {
			t.Errorf("safe below 28: %s", below)
		}
		if above, ok := c.SafeAbove(dec("28"), some); !ok || !above.Equal(dec("28.8")) {
			t.Errorf("safe above 28: %s %t", above, ok)
		}
		if safe := c.SafeBelow(dec("30"), some); !safe.Equal(dec("30")) {
			t.Errorf("30 hours are safe, got %s", safe)
		}
	}
}

// Single, 16.00 an hour, no exemption: 898.56 a year for each hour a week. Around 17,400 the tax is 35.75% less 3,115 and 996 +
// 31.009% above 11,965, so net = 0.95259 x wage + 400.77. The norm of July is 1,419.46 a month, 17,033.52 a year: wage 17,460.6,
// 19.43 hours. With 19.4 hours a little bijstand is left, with 19.5 there is none.
func TestBijstandEndsByHand(t *testing.T) {
	c := curve(t, alone(2026, rent("600"), claims, hourly("0", "16")), "48", "0.5")
	p, ok := c.BijstandEnds()
	if !ok || !p.Hours.Equal(dec("19.5")) {
		t.Errorf("bijstand ends at %s, want 19.5", p.Hours)
	}
	// The year there: 19.5 x 898.56 = 17,521.92 of wage.
	if got := p.Result.Of(budget.Loon).PerYear; !got.Equal(dec("17521.92")) {
		t.Errorf("wage %s there", got)
	}
	if _, ok := curve(t, alone(2026, rent("600"), hourly("0", "16")), "48", "0.5").BijstandEnds(); ok {
		t.Error("no bijstand was asked for")
	}
}

// What holds on every curve: the exact places are tenths between the points, the fall is real, and safe hours are safe.
func TestExactPlacesOfCliffs(t *testing.T) {
	seen := 0
	everyHousehold(t, 200, func(t *testing.T, e *budget.Engine, d dice, h *budget.Household) {
		c, err := e.Curve(h, budget.CurveOptions{Adult: h.Adults[d(len(h.Adults))].ID, To: dec("40"), Step: dec("2")})
		if err != nil {
			t.Fatal(err)
		}
		left := func(hours decimal.Decimal) decimal.Decimal {
			p, _ := c.Exact(hours)
			total, _ := p.Result.Disposable()
			return total
		}
		for _, x := range c.Cliffs() {
			seen++
			if x.Begin.LessThan(x.From) || x.Begin.GreaterThan(x.At) || left(x.Begin).LessThan(left(x.From)) {
				t.Errorf("cliff %+v begins before the line falls, or on lower ground", x)
			}
			if x.Back.Valid && (left(x.Back.Decimal).LessThan(left(x.Begin)) || x.Back.Decimal.LessThanOrEqual(x.At)) {
				t.Errorf("cliff %+v: not back at %s", x, x.Back.Decimal)
			}
			if x.Back.Valid && !left(x.Back.Decimal.Sub(dec("0.1"))).LessThan(left(x.Begin)) {
				t.Errorf("cliff %+v: back a tenth before %s", x, x.Back.Decimal)
			}
			if safe := c.SafeBelow(x.Begin.Add(dec("0.1")), decimal.Zero); safe.GreaterThan(x.Begin) {
				t.Errorf("cliff %+v: %s hours called safe", x, safe)
			}
		}
		for _, l := range c.Limits(dec("60")) {
			before, _ := c.Exact(l.At)
			after, _ := c.Exact(l.At.Add(dec("0.1")))
			if l.Scheme == "" && before.Result.Of(l.Component).PerYear.Sub(after.Result.Of(l.Component).PerYear).LessThan(dec("60")) {
				t.Errorf("limit %+v costs less than it says", l)
			}
		}
	})
	if seen < 20 {
		t.Errorf("only %d cliffs seen", seen)
	}
}
