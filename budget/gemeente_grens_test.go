package budget_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// template is 400 euro, whole up to 120 percent of the norm and nothing from 140 percent on.
func template() budget.LocalScheme { return scheme(func(*budget.LocalScheme) {}) }

// The norm of a single parent in 2026 is 16,925.76: 110 percent 18,618.34, 120 percent 20,310.91, 140 percent 23,696.06.
func TestDistanceToTheNextLimit(t *testing.T) {
	cliff := scheme(func(l *budget.LocalScheme) { l.Shape = "cliff" })
	kaag := scheme(steps("1.10", "1", "1.20", "0.5"))
	kaag.Amount = known("200")
	capacity := scheme(func(l *budget.LocalScheme) {
		l.Shape, l.Amount = "capacity", known("600")
		l.Capacity = &budget.Capacity{FreeLimit: known("1.10"), Share: known("0.35")}
	})
	e := engine(t)
	euros := scheme(func(l *budget.LocalScheme) { l.Shape, l.IncomeBase, l.LimitFull = "cliff", "own-amount", known("1700") })
	for _, c := range []struct {
		name, net         string
		scheme            budget.LocalScheme
		limit, room, loss string
		slope             string
		into, ends        bool
	}{
		{"cliff, 83 euro of room", "20227.91", cliff, "20310.91", "83.00", "400", "0", false, true},
		{"cliff, a euro beyond", "20311.91", cliff, "20310.91", "-1.00", "400", "0", false, true},
		{"steps, below the first", "18000", kaag, "18618.34", "618.34", "100", "0", false, false},
		{"steps, on the second", "19000", kaag, "20310.91", "1310.91", "100", "0", false, true},
		{"steps, beyond", "21000", kaag, "20310.91", "-689.09", "100", "0", false, true},
		// 400 / (23,696.064 - 20,310.912) is 11.8163 percent.
		{"slope, before it", "20000", template(), "20310.91", "310.91", "0", "0.118163", true, false},
		{"slope, on it", "22000", template(), "23696.06", "1696.06", "0", "0.118163", false, true},
		{"slope, beyond", "24000", template(), "23696.06", "-303.94", "0", "0.118163", false, true},
		{"capacity, below the free limit", "18000", capacity, "18618.34", "618.34", "0", "0.35", true, false},
		// 18,618.336 + 600 / 0.35 is 20,332.62.
		{"capacity, above it", "19000", capacity, "20332.62", "1332.62", "0", "0.35", false, true},
		{"euros a month", "20000", euros, "20400", "400.00", "400", "0", false, true},
	} {
		r := year(t, e, withNet(c.net, "0", c.scheme))
		g, ok := c.scheme.Grens(&r.Local[0])
		if !ok || !g.Limit.Equal(dec(c.limit)) || !g.Room.Equal(dec(c.room)) || !g.Loss.Equal(dec(c.loss)) || !g.Slope.Equal(dec(c.slope)) ||
			g.Into != c.into || g.Ends != c.ends {
			t.Errorf("%s: %+v", c.name, g)
		}
	}
}

// Limits met in practice, from 100 to 150 percent of the norm of a single parent: on the limit is in, a cent above is out.
func TestLimitsMetInPractice(t *testing.T) {
	e := engine(t)
	for _, c := range []struct{ limit, in string }{
		// 16,925.76 x 1.00, 1.10, 1.20, 1.25, 1.30, 1.40, 1.50, down to cents
		{"1.00", "16925.76"}, {"1.10", "18618.33"}, {"1.20", "20310.91"}, {"1.25", "21157.20"}, {"1.30", "22003.48"},
		{"1.40", "23696.06"}, {"1.50", "25388.64"},
	} {
		l := scheme(func(l *budget.LocalScheme) { l.Shape, l.LimitFull = "cliff", known(c.limit) })
		if got := year(t, e, withNet(c.in, "0", l)).Local[0].PerYear; !got.Equal(dec("400")) {
			t.Errorf("%s: %s on the limit", c.limit, got)
		}
		above := dec(c.in).Add(dec("0.01")).String()
		if got := year(t, e, withNet(above, "0", l)).Local[0].PerYear; !got.IsZero() {
			t.Errorf("%s: %s a cent above", c.limit, got)
		}
	}
}

// L8: from 120 to 140 percent, each cent of income costs its configured pressure and no more, and nothing else changes.
func TestASlopeAddsItsPressureAndNoCliff(t *testing.T) {
	e := engine(t)
	with := func(net string) *budget.Household { return withNet(net, "0", template()) }
	pressure := dec("400").Div(dec("0.20").Mul(dec("16925.76"))) // 11.8 percent
	half, cent := dec("0.005"), dec("0.01")
	for _, from := range []string{"20310.50", "22222.22", "23695.50"} {
		before := decimal.Decimal{}
		for i := range 100 {
			net := dec(from).Add(cent.Mul(decimal.NewFromInt(int64(i))))
			h := with(net.String())
			r := year(t, e, h)
			got := r.Of(budget.Lokaal).PerYear
			exact := decimal.Max(decimal.Zero, decimal.Min(dec("400"), dec("400").Sub(net.Sub(dec("20310.912")).Mul(pressure))))
			if got.Sub(exact).Abs().GreaterThan(half) {
				t.Fatalf("net %s: %s, the slope says %s", net, got, exact)
			}
			h.LocalSchemes = nil
			bare := year(t, e, h)
			sum, _ := r.Disposable()
			rest, _ := bare.Disposable()
			if !sum.Sub(rest).Equal(got) {
				t.Fatalf("net %s: the scheme changes the total by %s, not by %s", net, sum.Sub(rest), got)
			}
			if i > 0 && before.Sub(got).GreaterThan(cent) {
				t.Fatalf("net %s: a cent of income costs %s", net, before.Sub(got))
			}
			before = got
		}
	}
}

// On the curve a slope makes no fall that the family did not have without it, where a cliff of the same amount makes one.
func TestASlopeMakesNoCliffOnTheCurve(t *testing.T) {
	e := engine(t)
	for _, amount := range []string{"400", "1500"} {
		l := template()
		l.Amount = known(amount)
		family := alone(2026, child(2014, 3), child(2018, 5), rent("650"), hourly("20", "15"))
		o := budget.CurveOptions{To: dec("48"), Step: dec("0.5")}
		bare, err := e.Curve(family, o)
		if err != nil {
			t.Fatal(err)
		}
		family.LocalSchemes = []budget.LocalScheme{l}
		shapes, err := e.CompareShapes(family, l.ID, o)
		if err != nil || len(shapes) != 3 {
			t.Fatal(err, len(shapes))
		}
		// The slope is the third; what it takes between two points is at most its pressure on the extra income.
		pressure := dec(amount).Div(dec("0.20").Mul(dec("16925.76")))
		slope := shapes[2].Curve
		for i := 1; i < len(slope.Points); i++ {
			a, b := &slope.Points[i-1].Result, &slope.Points[i].Result
			lost := a.Of(budget.Lokaal).PerYear.Sub(b.Of(budget.Lokaal).PerYear)
			earned := b.Local[0].Income.Sub(a.Local[0].Income)
			if allowed := pressure.Mul(decimal.Max(decimal.Zero, earned)).Add(dec("0.01")); lost.GreaterThan(allowed) {
				t.Errorf("%s: from %s hours on %s is lost, the pressure allows %s", amount, slope.Points[i-1].Hours, lost, allowed)
			}
		}
		if has := causedBy(slope.Cliffs(), budget.Lokaal); has {
			t.Errorf("%s: the slope makes a cliff: %+v", amount, slope.Cliffs())
		}
		if len(slope.Cliffs()) > len(bare.Cliffs()) {
			t.Errorf("%s: %d falls with the slope, %d without a scheme", amount, len(slope.Cliffs()), len(bare.Cliffs()))
		}
		// Half an hour more earns about 420 gross: a cliff of 400 is filled up within it, one of 1,500 is not.
		if has := causedBy(shapes[0].Curve.Cliffs(), budget.Lokaal); has != (amount == "1500") {
			t.Errorf("%s: the cliff makes a fall: %v", amount, has)
		}
	}
}

func causedBy(cliffs []budget.Cliff, c budget.Component) bool {
	return slices.ContainsFunc(cliffs, func(x budget.Cliff) bool { return x.Cause == c })
}

// Width is the price of a soft landing: slopes over the same stretch add up. 400 over 3,385.152 is 11.8163 percent, 600 over
// 1,692.576 is 35.4489 percent.
func TestSlopesAddUp(t *testing.T) {
	second := scheme(func(l *budget.LocalScheme) {
		l.ID, l.Amount, l.LimitFull, l.LimitZero = "tweede", known("600"), known("1.30"), known("1.40")
	})
	inKind := scheme(func(l *budget.LocalScheme) { l.ID, l.CountsAsCash = "spullen", false })
	h := withNet("21000", "0", template())
	h.LocalSchemes = append(h.LocalSchemes, second, inKind)
	r := year(t, engine(t), h)
	parts := budget.Glijvakken(h.LocalSchemes, r.Local, false)
	if len(parts) != 2 {
		t.Fatalf("%d stretches: %+v", len(parts), parts)
	}
	for i, want := range []struct{ from, to, pressure string }{
		{"20310.91", "22003.49", "0.118163"}, {"22003.49", "23696.06", "0.472652"}} {
		if p := parts[i]; !p.From.Equal(dec(want.from)) || !p.To.Equal(dec(want.to)) || !p.Pressure.Equal(dec(want.pressure)) {
			t.Errorf("stretch %d: %+v, want %v", i, p, want)
		}
	}
	if !slices.Equal(parts[1].Schemes, []string{"schoolkosten", "tweede"}) {
		t.Errorf("schemes of the second stretch: %v", parts[1].Schemes)
	}
	if parts := budget.Glijvakken(h.LocalSchemes, r.Local, true); len(parts) != 1 || parts[0].Schemes[0] != "spullen" {
		t.Errorf("in kind: %+v", parts)
	}
	if worth := r.InKind(h); !worth.Equal(dec("318.58")) { // 400 - 11.8163084% x (21,000 - 20,310.912) = 400 - 81.4248
		t.Errorf("worth in kind %s", worth)
	}
}

// The three shapes of a scheme begin at the same limit; the steps and the slope end where the scheme ended, or a fifth further.
func TestShapesOfOneScheme(t *testing.T) {
	for _, c := range []struct {
		scheme    budget.LocalScheme
		full, end string
	}{
		{template(), "1.2", "1.4"},
		{scheme(func(l *budget.LocalScheme) {
			l.Shape, l.LimitFull, l.LimitZero = "cliff", known("1.1"), budget.Amount{}
		}), "1.1", "1.3"},
		{scheme(steps("1.10", "1", "1.20", "0.5")), "1.1", "1.2"},
		{scheme(func(l *budget.LocalScheme) {
			l.Shape, l.IncomeBase, l.LimitFull, l.LimitZero = "cliff", "gross", known("2000"), budget.Amount{}
		}), "2000", "2400"},
	} {
		all := c.scheme.Shapes()
		cliff, stairs, slope := all[0], all[1], all[2]
		if !cliff.LimitFull.Or(dec("0")).Equal(dec(c.full)) || !stairs.Steps[0].To.Or(dec("0")).Equal(dec(c.full)) ||
			!slope.LimitFull.Or(dec("0")).Equal(dec(c.full)) || !slope.LimitZero.Or(dec("0")).Equal(dec(c.end)) {
			t.Errorf("%s: %+v", c.scheme.Shape, all)
		}
		if faults := budget.ValidateSchemes("schemes", []budget.LocalScheme{slope}); len(faults) > 0 {
			t.Errorf("%s: the slope has faults %v", c.scheme.Shape, faults)
		}
	}
}

// A fall names the rules that make it, and nothing of the family.
func TestRulesOfAFall(t *testing.T) {
	l := scheme(func(l *budget.LocalScheme) { l.Shape, l.Amount = "cliff", known("1200") })
	h := alone(2026, child(2014, 3), rent("650"), hourly("20", "15"))
	h.LocalSchemes = []budget.LocalScheme{l}
	c, err := engine(t).Curve(h, budget.CurveOptions{To: dec("40"), Step: dec("0.5")})
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, b := range c.Belemmeringen() {
		for _, change := range b.Components {
			if change.PerYear.Sign() >= 0 {
				t.Errorf("%s rises by %s", change.Component, change.PerYear)
			}
		}
		found = found || len(b.Schemes) == 1 && b.Schemes[0].ID == l.ID && b.Schemes[0].PerYear.Equal(dec("1200")) && b.Cliff.Cause == budget.Lokaal
	}
	if !found || len(c.Belemmeringen()) != len(c.Cliffs()) {
		t.Errorf("%+v", c.Belemmeringen())
	}
}
