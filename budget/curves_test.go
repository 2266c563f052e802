package budget_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// withoutCareUnlessAllWork is the household as a curve looks at it: where an adult does not work no childcare is bought.
// Somebody whose hours or profit are not known yet may work.
func withoutCareUnlessAllWork(h *budget.Household) *budget.Household {
	for _, a := range h.Adults {
		works := a.Profit != nil && a.Profit.PerYear.Or(dec("1")).Sign() > 0
		for _, j := range a.Jobs {
			works = works || j.HoursPerWeek.Or(dec("1")).Sign() > 0
		}
		if works {
			continue
		}
		free := *h
		free.Children = slices.Clone(h.Children)
		for i := range free.Children {
			free.Children[i].Childcare = nil
		}
		return &free
	}
	return h
}

func TestCurvePointsAreSingleYears(t *testing.T) {
	everyHousehold(t, 600, func(t *testing.T, e *budget.Engine, d dice, h *budget.Household) {
		adult := h.Adults[d(len(h.Adults))].ID
		c, err := e.Curve(h, budget.CurveOptions{Adult: adult, To: dec("40"), Step: dec(d.word("8", "10", "13.5"))})
		if err != nil {
			t.Fatal(err)
		}
		if c.Adult != adult || !c.Points[0].Hours.IsZero() {
			t.Errorf("curve of %s from %s", c.Adult, c.Points[0].Hours)
		}
		for _, p := range c.Points {
			alone, err := e.WithHours(h, c.Adult, c.Job, p.Hours)
			if err != nil {
				alone, err = e.WithHours(h, c.Adult, "", p.Hours) // the curve made the first job
			}
			if err != nil {
				t.Fatal(err)
			}
			sameOutcomes(t, p.Hours.String()+" hours", year(t, e, withoutCareUnlessAllWork(alone)), &p.Result)
		}
	})
}

func TestGridCellsAreSingleYears(t *testing.T) {
	everyHousehold(t, 400, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		if !h.Partners {
			return
		}
		g, err := e.Grid(h, dec("0"), dec("40"), dec("20"))
		if err != nil || len(g.Hours) != 3 || len(g.PerYear) != 3 {
			t.Fatalf("grid of %d hours and %d rows, error: %v", len(g.Hours), len(g.PerYear), err)
		}
		allKnown := true
		for i, row := range g.PerYear {
			for j, got := range row {
				want, known := gridCell(t, e, h, g, i, j).Disposable()
				if allKnown = allKnown && known; known && !got.Equal(want) {
					t.Errorf("%s and %s hours: %s in the grid, %s as a year", g.Hours[i], g.Hours[j], got, want)
				}
			}
		}
		if g.Known != allKnown {
			t.Errorf("grid known: %t, years known: %t", g.Known, allKnown)
		}
	})
}

func gridCell(t *testing.T, e *budget.Engine, h *budget.Household, g *budget.Grid, row, column int) *budget.Result {
	t.Helper()
	cell, err := e.WithHours(h, g.Adults[0], "", g.Hours[row])
	if err == nil {
		cell, err = e.WithHours(cell, g.Adults[1], "", g.Hours[column])
	}
	if err != nil {
		t.Fatal(err)
	}
	return year(t, e, withoutCareUnlessAllWork(cell))
}

func TestNoFallWithoutACliff(t *testing.T) {
	cliffs := 0
	everyHousehold(t, 300, func(t *testing.T, e *budget.Engine, d dice, h *budget.Household) {
		c, err := e.Curve(h, budget.CurveOptions{Adult: h.Adults[d(len(h.Adults))].ID, To: dec("40"), Step: dec("1")})
		if err != nil {
			t.Fatal(err)
		}
		checkCliffs(t, c)
		cliffs += len(c.Cliffs())
	})
	if cliffs < 30 {
		t.Errorf("only %d cliffs seen", cliffs)
	}
}

// checkCliffs finds the falls by itself: a cliff begins wherever the total falls by 12 euro or more after a point where it
// did not.
func checkCliffs(t *testing.T, c *budget.Curve) {
	t.Helper()
	total := make([]decimal.Decimal, len(c.Points))
	for i := range c.Points {
		var known bool
		if total[i], known = c.Points[i].Result.Disposable(); !known {
			return
		}
	}
	falls := func(i int) bool {
		return i >= 0 && i+1 < len(total) && total[i].Sub(total[i+1]).GreaterThanOrEqual(dec("12"))
	}
	var begins []int
	for i := range total {
		if falls(i) && !falls(i-1) {
			begins = append(begins, i)
		}
	}
	if len(begins) != len(c.Cliffs()) {
		t.Errorf("%d falls, %d cliffs %v", len(begins), len(c.Cliffs()), c.Cliffs())
		return
	}
	for k, at := range begins {
		cliff, end := c.Cliffs()[k], at+1
		for falls(end) {
			end++
		}
		if !cliff.From.Equal(c.Points[at].Hours) || cliff.Loss.LessThan(total[at].Sub(total[end])) {
			t.Errorf("fall at %s of %s, cliff %v", c.Points[at].Hours, total[at].Sub(total[end]), cliff)
		}
		if cliff.At.LessThan(cliff.From) || !cliff.At.LessThan(c.Points[end].Hours) || !cliff.At.Equal(cliff.At.Round(1)) {
			t.Errorf("cliff at %s, between %s and %s", cliff.At, cliff.From, c.Points[end].Hours)
		}
		checkRecovery(t, c, cliff, total, at, end)
	}
}

// checkRecovery: `to` is the first point after the fall where the old total is reached again, the loss the largest distance
// below it until then.
func checkRecovery(t *testing.T, c *budget.Curve, cliff budget.Cliff, total []decimal.Decimal, at, end int) {
	t.Helper()
	back := slices.IndexFunc(total[end+1:], func(d decimal.Decimal) bool { return d.GreaterThanOrEqual(total[at]) })
	if back < 0 {
		if back = len(total) - end - 1; cliff.To.Valid {
			t.Errorf("cliff ends at %s, but %s is never reached again", cliff.To.Decimal, total[at])
		}
	} else if hours := c.Points[end+1+back].Hours; !cliff.To.Valid || !cliff.To.Decimal.Equal(hours) {
		t.Errorf("cliff ends at %v, %s is reached at %s", cliff.To, total[at], hours)
	}
	deepest := slices.MinFunc(total[at:end+1+back], decimal.Decimal.Compare)
	if !cliff.Loss.Equal(total[at].Sub(deepest)) {
		t.Errorf("loss %s, want %s", cliff.Loss, total[at].Sub(deepest))
	}
}

// exempt asks for bijstand with an exemption of wages.
func exempt(kind budget.ExemptionKind, months int) change {
	return func(h *budget.Household) {
		h.Bijstand = budget.BijstandClaim{Claims: true, Exemption: budget.Exemption{Kind: kind, Months: months}}
	}
}

// handPoint is one point of a curve: hours, wages of the household, income tax, bijstand, zorgtoeslag, huurtoeslag, kindgebonden
// budget, kinderopvangtoeslag, and what is left.
type handPoint struct{ hours, loon, tax, bijstand, zorg, huur, kgb, kot, total string }

// TestCurvesByHand holds six families against sums done by hand from the law; each sum stands above its point. "So" in the tax
// is never below zero; credits are rounded up and brackets down. Wages count as net wage plus what the exemption leaves.
func TestCurvesByHand(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		name          string
		household     *budget.Household
		adult         string
		kinderbijslag string
		points        []handPoint
	}{
		{name: "alone, exemption of six months",
			household: alone(2026, rent("600"), exempt(budget.GeneralExemption, 6), hourly("0", "16.00")),
			adult:     "a1", kinderbijslag: "0",
			points: []handPoint{
				// 0 hours: bijstand 6 x 1,401.50 + 6 x 1,419.46 = 16,925.76; gross bijstand (16,925.76 - 3,115) / 0.6425 = 21,495;
				// toetsingsinkomen 21,495; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag 12 x 361.85 = 4,342.20.
				{"0", "0", "0", "16925.76", "1550", "4342", "0", "0", "22817.76"},
				// 8 hours: 8 x 52 x 16.00 x 1.08 = 7,188.48; tax on 7,188: 2,569 - 3,115 - 599 (8.324% x 7,188), so 0; net 599.04 a
				// month, 149.76 exempt: bijstand 6 x 952.22 + 6 x 820.42 = 10,635.84; gross bijstand (10,635.84 - 1,145) / 0.6425 =
				// 14,771; toetsingsinkomen 21,959; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag 12 x 361.85 = 4,342.20.
				{"8", "7188.48", "0", "10635.84", "1550", "4342", "0", "0", "23716.32"},
				// 16 hours: 16 x 52 x 16.00 x 1.08 = 14,376.96; tax on 14,376: 5,139 - 3,115 - 1,744 (996 + 31.009% x 2,411), so 280;
				// net 1,174.75 a month, 285.00 exempt: bijstand 6 x 511.75 + 6 x 244.71 = 4,538.76; gross bijstand (4,538.76 - 0) /
				// 0.6425 = 7,064; toetsingsinkomen 21,440; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag 12 x 361.85 = 4,342.20.
				{"16", "14376.96", "-280", "4538.76", "1550", "4342", "0", "0", "24527.72"},
				// 24 hours: 24 x 52 x 16.00 x 1.08 = 21,565.44; tax on 21,565: 7,709 - 3,115 - 3,973 (996 + 31.009% x 9,600), so 621;
				// net 1,745.37 a month, above the norm; toetsingsinkomen 21,565; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag 12 x
				// 361.85 = 4,342.20.
				{"24", "21565.44", "-621", "0", "1550", "4342", "0", "0", "26836.44"},
				// 32 hours: 32 x 52 x 16.00 x 1.08 = 28,753.92; tax on 28,753: 10,279 - 3,115 - 5,357 (5,300 + 1.95% x 2,908), so 1,807;
				// net 2,245.58 a month, above the norm; toetsingsinkomen 28,753; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag 12 x
				// 361.85 - 27% x 5,328 = 2,903.64.
				{"32", "28753.92", "-1807", "0", "1550", "2904", "0", "0", "31400.92"},
				// 40 hours: 40 x 52 x 16.00 x 1.08 = 35,942.40; tax on 35,942: 12,849 - 2,718 - 5,497 (5,300 + 1.95% x 10,097), so
				// 4,634; net 2,609.03 a month, above the norm; toetsingsinkomen 35,942; zorgtoeslag 2,119 - 568.55 - 13.73% x 6,206 =
				// 698.36; huurtoeslag 12 x 361.85 - 27% x 12,517 = 962.61.
				{"40", "35942.40", "-4634", "0", "698", "963", "0", "0", "32969.40"},
			}},
		{name: "single parent, exemption of twelve months, combinatiekorting",
			household: alone(2026, rent("650"), exempt(budget.SingleParentExemption, 12), hourly("0", "15.50"), child(2018, 3)),
			adult:     "a1", kinderbijslag: "1441.30",
			points: []handPoint{
				// 0 hours: bijstand 6 x 1,401.50 + 6 x 1,419.46 = 16,925.76; gross bijstand (16,925.76 - 3,115) / 0.6425 = 21,495;
				// toetsingsinkomen 21,495; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag 12 x 396.16 = 4,753.92; kindgebonden
				// budget 5,996 = 5,996.00.
				{"0", "0", "0", "16925.76", "1550", "4754", "5996", "0", "30667.06"},
				// 8 hours: 8 x 52 x 15.50 x 1.08 = 6,963.84; tax on 6,963: 2,489 - 3,115 - 580 (8.324% x 6,963) - 83
				// (combinatiekorting), so 0; net 580.32 a month, 72.54 exempt: bijstand 6 x 893.72 + 6 x 911.68 = 10,832.40; gross
				// bijstand (10,832.40 - 1,206) / 0.6425 = 14,982; toetsingsinkomen 21,945; zorgtoeslag 2,119 - 568.55 = 1,550.45;
				// huurtoeslag 12 x 396.16 = 4,753.92; kindgebonden budget 5,996 = 5,996.00.
				{"8", "6963.84", "0", "10832.40", "1550", "4754", "5996", "0", "31537.54"},
				// 16 hours: 16 x 52 x 15.50 x 1.08 = 13,927.68; tax on 13,927: 4,978 - 3,115 - 1,605 (996 + 31.009% x 1,962) - 881
				// (combinatiekorting), so 0; net 1,160.64 a month, 142.39 exempt: bijstand 6 x 383.25 + 6 x 401.21 = 4,706.76; gross
				// bijstand (4,706.76 - 0) / 0.6425 = 7,325; toetsingsinkomen 21,252; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag
				// 12 x 396.16 = 4,753.92; kindgebonden budget 5,996 = 5,996.00.
				{"16", "13927.68", "0", "4706.76", "1550", "4754", "5996", "0", "32375.74"},
				// 24 hours: 24 x 52 x 15.50 x 1.08 = 20,891.52; tax on 20,891: 7,468 - 3,115 - 3,764 (996 + 31.009% x 8,926) - 1,678
				// (combinatiekorting), so 0; net 1,740.96 a month, above the norm; toetsingsinkomen 20,891; zorgtoeslag 2,119 - 568.55 =
				// 1,550.45; huurtoeslag 12 x 396.16 = 4,753.92; kindgebonden budget 5,996 = 5,996.00.
				{"24", "20891.52", "0", "0", "1550", "4754", "5996", "0", "34632.82"},
				// 32 hours: 32 x 52 x 15.50 x 1.08 = 27,855.36; tax on 27,855: 9,958 - 3,115 - 5,340 (5,300 + 1.95% x 2,010) - 2,476
				// (combinatiekorting), so 0; net 2,321.28 a month, above the norm; toetsingsinkomen 27,855; zorgtoeslag 2,119 - 568.55 =
				// 1,550.45; huurtoeslag 12 x 396.16 = 4,753.92; kindgebonden budget 5,996 = 5,996.00.
				{"32", "27855.36", "0", "0", "1550", "4754", "5996", "0", "41596.66"},
				// 40 hours: 40 x 52 x 15.50 x 1.08 = 34,819.20; tax on 34,819: 12,447 - 2,790 - 5,475 (5,300 + 1.95% x 8,974) - 3,032
				// (combinatiekorting), so 1,150; net 2,805.77 a month, above the norm; toetsingsinkomen 34,819; zorgtoeslag 2,119 -
				// 568.55 - 13.73% x 5,083 = 852.55; huurtoeslag 12 x 396.16 - 22% x 3,319 = 4,023.74; kindgebonden budget 5,996 less
				// 7.6% x 5,083 = 5,609.69.
				{"40", "34819.20", "-1150", "0", "853", "4024", "5610", "0", "45597.50"},
			}},
		{name: "one wage for a couple with a child that turns 12 and one that turns 16",
			household: alone(2026, rent("750"), claims, hourly("0", "17.00"), partner, child(2014, 6), child(2010, 2)),
			adult:     "a1", kinderbijslag: "3264.82",
			points: []handPoint{
				// 0 hours: bijstand 6 x 2,002.13 + 6 x 2,027.79 = 24,179.52; gross bijstand (12,089.76 - 3,115) / 0.6425 = 13,968;
				// toetsingsinkomen 27,936; zorgtoeslag 4,238 - 1,275.38 = 2,962.62; huurtoeslag 12 x 461.16 = 5,533.92; kindgebonden
				// budget 2 months of 5,884 and 4 months of 6,124 and 6 months of 6,848 = 6,446.00.
				{"0", "0", "0", "24179.52", "2963", "5534", "6446", "0", "42387.34"},
				// 8 hours: a1 8 x 52 x 17.00 x 1.08 = 7,637.76; a1 tax on 7,637: 2,730 - 3,115 - 636 (8.324% x 7,637), so 0; net 636.48
				// a month: bijstand 6 x 1,365.65 + 6 x 1,391.31 = 16,541.76; gross bijstand (8,270.88 - 1,021) / 0.6425 = 11,283;
				// toetsingsinkomen 27,190; zorgtoeslag 4,238 - 1,275.38 = 2,962.62; huurtoeslag 12 x 461.16 = 5,533.92; kindgebonden
				// budget 2 months of 5,884 and 4 months of 6,124 and 6 months of 6,848 = 6,446.00.
				{"8", "7637.76", "0", "16541.76", "2963", "5534", "6446", "0", "42387.34"},
				// 16 hours: a1 16 x 52 x 17.00 x 1.08 = 15,275.52; a1 tax on 15,275: 5,460 - 3,115 - 2,023 (996 + 31.009% x 3,310), so
				// 322; net 1,246.13 a month: bijstand 6 x 756.00 + 6 x 781.66 = 9,225.96; gross bijstand (4,612.98 - 0) / 0.6425 =
				// 7,179; toetsingsinkomen 27,066; zorgtoeslag 4,238 - 1,275.38 = 2,962.62; huurtoeslag 12 x 461.16 = 5,533.92;
				// kindgebonden budget 2 months of 5,884 and 4 months of 6,124 and 6 months of 6,848 = 6,446.00.
				{"16", "15275.52", "-322", "9225.96", "2963", "5534", "6446", "0", "42387.30"},
				// 24 hours: a1 24 x 52 x 17.00 x 1.08 = 22,913.28; a1 tax on 22,913: 8,191 - 3,115 - 4,391 (996 + 31.009% x 10,948), so
				// 685; net 1,852.36 a month: bijstand 6 x 149.77 + 6 x 175.43 = 1,951.20; gross bijstand (975.60 - 0) / 0.6425 = 1,518;
				// toetsingsinkomen 25,406; zorgtoeslag 4,238 - 1,275.38 = 2,962.62; huurtoeslag 12 x 461.16 = 5,533.92; kindgebonden
				// budget 2 months of 5,884 and 4 months of 6,124 and 6 months of 6,848 = 6,446.00.
				{"24", "22913.28", "-685", "1951.20", "2963", "5534", "6446", "0", "42387.30"},
				// 32 hours: a1 32 x 52 x 17.00 x 1.08 = 30,551.04; a1 tax on 30,551: 10,921 - 3,063 - 5,392 (5,300 + 1.95% x 4,706), so
				// 2,466; net 2,340.42 a month, above the norm; toetsingsinkomen 30,551; zorgtoeslag 4,238 - 1,275.38 - 13.73% x 815 =
				// 2,850.72; huurtoeslag 12 x 461.16 = 5,533.92; kindgebonden budget 2 months of 5,884 and 4 months of 6,124 and 6 months
				// of 6,848 = 6,446.00.
				{"32", "30551.04", "-2466", "0", "2851", "5534", "6446", "0", "46180.86"},
				// 40 hours: a1 40 x 52 x 17.00 x 1.08 = 38,188.80; a1 tax on 38,188: 13,652 - 2,575 - 5,541 (5,300 + 1.95% x 12,343), so
				// 5,536; net 2,721.07 a month, above the norm; toetsingsinkomen 38,188; zorgtoeslag 4,238 - 1,275.38 - 13.73% x 8,452 =
				// 1,802.16; huurtoeslag 12 x 461.16 - 22% x 6,688 = 4,062.56; kindgebonden budget 2 months of 5,884 and 4 months of
				// 6,124 and 6 months of 6,848 = 6,446.00.
				{"40", "38188.80", "-5536", "0", "1802", "4063", "6446", "0", "48228.62"},
			}},
		{name: "second wage of a couple, childcare and combinatiekorting",
			household: alone(2026, rent("900"), hourly("32", "18.00"), partner, func(h *budget.Household) {
				h.Adults[1].Jobs = []budget.Job{job("0", "15.00")}
			}, child(2019, 9), care(budget.BSO, "60", "10.20"), child(2022, 4), care(budget.Dagopvang, "100", "11.00")),
			adult: "a2", kinderbijslag: "2628.24",
			points: []handPoint{
				// 0 hours: a1 32 x 52 x 18.00 x 1.08 = 32,348.16; a1 tax on 32,348: 11,564 - 2,948 - 5,427 (5,300 + 1.95% x 6,503), so
				// 3,189; toetsingsinkomen 32,348; zorgtoeslag 4,238 - 1,275.38 - 13.73% x 2,612 = 2,604.00; huurtoeslag 12 x 524.695 -
				// 22% x 848 = 6,109.78; kindgebonden budget 5,160 = 5,160.00.
				{"0", "32348.16", "-3189", "0", "2604", "6110", "5160", "0", "45661.40"},
				// 8 hours: a2 8 x 52 x 15.00 x 1.08 = 6,739.20; a2 tax on 6,739: 2,409 - 3,115 - 561 (8.324% x 6,739) - 58
				// (combinatiekorting), so 0; toetsingsinkomen 39,087; zorgtoeslag 4,238 - 1,275.38 - 13.73% x 9,351 = 1,678.73;
				// huurtoeslag 12 x 524.695 - 22% x 7,587 = 4,627.20; kindgebonden budget 5,160 = 5,160.00; kinderopvangtoeslag 12 x (96%
				// of 598.80 + 96% of 1,100.00) = 19,570.20.
				{"8", "39087.36", "-3189", "0", "1679", "4627", "5160", "19570", "49018.60"},
				// 16 hours: a2 16 x 52 x 15.00 x 1.08 = 13,478.40; a2 tax on 13,478: 4,818 - 3,115 - 1,466 (996 + 31.009% x 1,513) - 829
				// (combinatiekorting), so 0; toetsingsinkomen 45,826; zorgtoeslag 4,238 - 1,275.38 - 13.73% x 16,090 = 753.47;
				// huurtoeslag 12 x 524.695 - 22% x 14,326 = 3,144.62; kindgebonden budget 5,160 less 7.6% x 6,685 = 4,651.94;
				// kinderopvangtoeslag 12 x (96% of 598.80 + 96% of 1,100.00) = 19,570.20.
				{"16", "45826.56", "-3189", "0", "753", "3145", "4652", "19570", "52841.80"},
				// 24 hours: a2 24 x 52 x 15.00 x 1.08 = 20,217.60; a2 tax on 20,217: 7,227 - 3,115 - 3,555 (996 + 31.009% x 8,252) -
				// 1,601 (combinatiekorting), so 0; toetsingsinkomen 52,565; zorgtoeslag 4,238 - 1,275.38 - 13.73% x 22,829 = -171.80;
				// huurtoeslag 12 x 524.695 - 22% x 21,065 = 1,662.04; kindgebonden budget 5,160 less 7.6% x 13,424 = 4,139.78;
				// kinderopvangtoeslag 12 x (96% of 598.80 + 96% of 1,100.00) = 19,570.20.
				{"24", "52565.76", "-3189", "0", "0", "1662", "4140", "19570", "56833"},
				// 32 hours: a2 32 x 52 x 15.00 x 1.08 = 26,956.80; a2 tax on 26,956: 9,636 - 3,115 - 5,322 (5,300 + 1.95% x 1,111) -
				// 2,373 (combinatiekorting), so 0; toetsingsinkomen 59,304; zorgtoeslag 4,238 - 1,275.38 - 13.73% x 29,568 = -1,097.06;
				// huurtoeslag 12 x 524.695 - 22% x 27,804 = 179.46; kindgebonden budget 5,160 less 7.6% x 20,163 = 3,627.61;
				// kinderopvangtoeslag 12 x (95.6% of 598.80 + 94.8% of 1,100.00) = 19,383.00.
				{"32", "59304.96", "-3189", "0", "0", "179", "3628", "19383", "61390.20"},
				// 40 hours: a1 tax on 32,348: 11,564 - 2,948 - 5,427 (5,300 + 1.95% x 6,503) - 2,990 (combinatiekorting), so 199; a2 40
				// x 52 x 15.00 x 1.08 = 33,696.00; a2 tax on 33,696: 12,046 - 2,862 - 5,454 (5,300 + 1.95% x 7,851), so 3,730;
				// toetsingsinkomen 66,044; zorgtoeslag 4,238 - 1,275.38 - 13.73% x 36,308 = -2,022.47; huurtoeslag 12 x 524.695 - 22% x
				// 34,544 = 0.00; kindgebonden budget 5,160 less 7.6% x 26,903 = 3,115.37; kinderopvangtoeslag 12 x (95.2% of 598.80 +
				// 91.6% of 1,100.00) = 18,931.92.
				{"40", "66044.16", "-3929", "0", "0", "0", "3115", "18932", "66246.40"},
			}},
		{name: "single parent in 2025, childcare and the basishuur of that year",
			household: alone(2025, rent("800"), claims, hourly("0", "15.00"), child(2017, 3), care(budget.BSO, "40", "9.40"), child(2013, 8)),
			adult:     "a1", kinderbijslag: "2869.58",
			points: []handPoint{
				// 0 hours: bijstand 6 x 1,345.45 + 6 x 1,369.06 = 16,287.06; gross bijstand (16,287.06 - 3,068) / 0.6418 = 20,596;
				// toetsingsinkomen 20,596; zorgtoeslag 2,112 - 538.58 = 1,573.42; basishuur 234.38 - 37.14 = 197.24, huurtoeslag 12 x
				// 472.762 = 5,673.15; kindgebonden budget 8 months of 8,411 and 4 months of 9,114 = 8,645.33.
				{"0", "0", "0", "16287.06", "1573", "5673", "8645", "0", "35047.64"},
				// 8 hours: 8 x 52 x 15.00 x 1.08 = 6,739.20; tax on 6,739: 2,413 - 3,068 - 543 (8.053% x 6,739) - 69
				// (combinatiekorting), so 0; net 561.60 a month: bijstand 6 x 783.85 + 6 x 807.46 = 9,547.86; gross bijstand (9,547.86 -
				// 1,198) / 0.6418 = 13,010; toetsingsinkomen 19,749; zorgtoeslag 2,112 - 538.58 = 1,573.42; basishuur 234.38 - 37.14 =
				// 197.24, huurtoeslag 12 x 472.762 = 5,673.15; kindgebonden budget 8 months of 8,411 and 4 months of 9,114 = 8,645.33;
				// kinderopvangtoeslag 12 x (96% of 376.00) = 4,331.52.
				{"8", "6739.20", "0", "9547.86", "1573", "5673", "8645", "4332", "34867.64"},
				// 16 hours: 16 x 52 x 15.00 x 1.08 = 13,478.40; tax on 13,478: 4,827 - 3,068 - 1,374 (980 + 30.03% x 1,309) - 840
				// (combinatiekorting), so 0; net 1,123.20 a month: bijstand 6 x 222.25 + 6 x 245.86 = 2,808.66; gross bijstand (2,808.66
				// - 0) / 0.6418 = 4,376; toetsingsinkomen 17,854; zorgtoeslag 2,112 - 538.58 = 1,573.42; basishuur 234.38 - 37.14 =
				// 197.24, huurtoeslag 12 x 472.762 = 5,673.15; kindgebonden budget 8 months of 8,411 and 4 months of 9,114 = 8,645.33;
				// kinderopvangtoeslag 12 x (96% of 376.00) = 4,331.52.
				{"16", "13478.40", "0", "2808.66", "1573", "5673", "8645", "4332", "34867.64"},
				// 24 hours: 24 x 52 x 15.00 x 1.08 = 20,217.60; tax on 20,217: 7,241 - 3,068 - 3,397 (980 + 30.03% x 8,048) - 1,612
				// (combinatiekorting), so 0; net 1,684.80 a month, above the norm; toetsingsinkomen 20,217; zorgtoeslag 2,112 - 538.58 =
				// 1,573.42; basishuur 234.38 - 37.14 = 197.24, huurtoeslag 12 x 472.762 = 5,673.15; kindgebonden budget 8 months of
				// 8,411 and 4 months of 9,114 = 8,645.33; kinderopvangtoeslag 12 x (96% of 376.00) = 4,331.52.
				{"24", "20217.60", "0", "0", "1573", "5673", "8645", "4332", "38798.18"},
				// 32 hours: 32 x 52 x 15.00 x 1.08 = 26,956.80; tax on 26,956: 9,655 - 3,068 - 5,236 (5,220 + 2.258% x 668) - 2,383
				// (combinatiekorting), so 0; net 2,246.40 a month, above the norm; toetsingsinkomen 26,956; zorgtoeslag 2,112 - 538.58 =
				// 1,573.42; basishuur 234.38 - 37.14 = 197.24, huurtoeslag 12 x 472.762 = 5,673.15; kindgebonden budget 8 months of
				// 8,411 and 4 months of 9,114 = 8,645.33; kinderopvangtoeslag 12 x (96% of 376.00) = 4,331.52.
				{"32", "26956.80", "0", "0", "1573", "5673", "8645", "4332", "45537.38"},
				// 40 hours: 40 x 52 x 15.00 x 1.08 = 33,696.00; tax on 33,696: 12,069 - 2,733 - 5,388 (5,220 + 2.258% x 7,408) - 2,986
				// (combinatiekorting), so 962; net 2,727.83 a month, above the norm; toetsingsinkomen 33,696; zorgtoeslag 2,112 - 538.58
				// - 13.7% x 5,290 = 848.69; basishuur 291.98 - 37.14 = 254.84, huurtoeslag 12 x 415.163 = 4,981.95; kindgebonden budget
				// 8 months of 8,411 and 4 months of 9,114 less 7.1% x 5,290 = 8,269.74; kinderopvangtoeslag 12 x (96% of 376.00) =
				// 4,331.52.
				{"40", "33696", "-962", "0", "849", "4982", "8270", "4332", "49524.58"},
			}},
		{name: "WIA and a job with pension and travel, exemption for the medically limited",
			household: alone(2026, rent("700"), exempt(budget.MedicalExemption, 12), hourly("0", "15.00"), func(h *budget.Household) {
				h.Adults[0].Benefits = []budget.Benefit{{Kind: budget.WIA, GrossPerMonth: known("700")}}
				h.Adults[0].Jobs[0].PensionPercent, h.Adults[0].Jobs[0].TravelCostPerMonth = known("5"), known("60")
			}),
			adult: "a1", kinderbijslag: "0",
			points: []handPoint{
				// 0 hours: tax on 8,400: 3,003 - 3,115, so 0; net 700.00 a month: bijstand 6 x 701.50 + 6 x 719.46 = 8,525.76; gross
				// bijstand (8,525.76 - 112) / 0.6425 = 13,095; toetsingsinkomen 21,495; zorgtoeslag 2,119 - 568.55 = 1,550.45;
				// huurtoeslag 12 x 426.85 = 5,122.20.
				{"0", "0", "0", "8525.76", "1550", "5122", "0", "0", "23597.76"},
				// 8 hours: 8 x 52 x 15.00 x 1.08 = 6,739.20; tax on 14,802: 5,291 - 3,115 - 533 (8.324% x 6,402), so 1,643; net 1,096.60
				// a month, 80.03 exempt: bijstand 6 x 384.93 + 6 x 402.89 = 4,726.92; gross bijstand (4,726.92 - 0) / 0.6425 = 7,357;
				// toetsingsinkomen 22,159; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag 12 x 426.85 = 5,122.20.
				{"8", "6739.20", "-1643", "4726.92", "1550", "5122", "0", "0", "23838.16"},
				// 16 hours: 16 x 52 x 15.00 x 1.08 = 13,478.40; tax on 21,204: 7,580 - 3,115 - 1,257 (996 + 31.009% x 839), so 3,208;
				// net 1,499.71 a month, 157.49 exempt: bijstand 6 x 59.28 + 6 x 77.24 = 819.12; gross bijstand (819.12 - 0) / 0.6425 =
				// 1,274; toetsingsinkomen 22,478; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag 12 x 426.85 = 5,122.20.
				{"16", "13478.40", "-3208", "819.12", "1550", "5122", "0", "0", "24767.60"},
				// 24 hours: 24 x 52 x 15.00 x 1.08 = 20,217.60; tax on 27,606: 9,869 - 3,115 - 3,242 (996 + 31.009% x 7,241), so 3,512;
				// net 2,007.89 a month, above the norm; toetsingsinkomen 27,606; zorgtoeslag 2,119 - 568.55 = 1,550.45; huurtoeslag 12 x
				// 426.85 - 27% x 4,181 = 3,993.33.
				{"24", "20217.60", "-3512", "0", "1550", "3993", "0", "0", "28917.72"},
				// 32 hours: 32 x 52 x 15.00 x 1.08 = 26,956.80; tax on 34,008: 12,157 - 2,842 - 5,227 (996 + 31.009% x 13,643), so
				// 4,088; net 2,493.41 a month, above the norm; toetsingsinkomen 34,008; zorgtoeslag 2,119 - 568.55 - 13.73% x 4,272 =
				// 963.90; huurtoeslag 12 x 426.85 - 27% x 10,583 = 2,264.79.
				{"32", "26956.80", "-4088", "0", "964", "2265", "0", "0", "32429.96"},
				// 40 hours: 40 x 52 x 15.00 x 1.08 = 33,696.00; tax on 40,411: 14,473 - 2,433 - 5,421 (5,300 + 1.95% x 6,166), so 6,619;
				// net 2,816.02 a month, above the norm; toetsingsinkomen 40,411; zorgtoeslag 2,119 - 568.55 - 13.73% x 10,675 = 84.77;
				// huurtoeslag 12 x 426.85 - 27% x 16,986 = 535.98.
				{"40", "33696", "-6619", "0", "85", "536", "0", "0", "33693.20"},
			}},
	} {
		t.Run(c.name, func(t *testing.T) {
			curve, err := e.Curve(c.household, budget.CurveOptions{Adult: c.adult, To: dec("40"), Step: dec("8")})
			if err != nil {
				t.Fatal(err)
			}
			for i, p := range c.points {
				got := &curve.Points[i]
				if !got.Hours.Equal(dec(p.hours)) {
					t.Fatalf("point %d is at %s hours, want %s", i, got.Hours, p.hours)
				}
				for component, want := range map[budget.Component]string{budget.Loon: p.loon, budget.Inkomstenbelasting: p.tax,
					budget.Bijstand: p.bijstand, budget.Zorgtoeslag: p.zorg, budget.Huurtoeslag: p.huur,
					budget.KindgebondenBudget: p.kgb, budget.Kinderopvangtoeslag: p.kot, budget.Kinderbijslag: c.kinderbijslag} {
					if is := got.Result.Of(component).PerYear; !is.Equal(dec(want)) {
						t.Errorf("%s hours: %s %s, want %s", p.hours, component, is, want)
					}
				}
				if total, known := got.Result.Disposable(); !known || !total.Equal(dec(p.total)) {
					t.Errorf("%s hours: total %s, want %s", p.hours, total, p.total)
				}
			}
		})
	}
}

// The family of 2025 with childcare: at 0 hours no care is bought; at 8 hours the care costs 12 x 376.00 = 4,512 and the
// kinderopvangtoeslag is 4,332, while the bijstand falls by what the wage brings. So 180 less is left, at 16 hours still, and
// at 24 hours more.
func TestACliffByHand(t *testing.T) {
	h := alone(2025, rent("800"), claims, hourly("0", "15.00"), child(2017, 3), care(budget.BSO, "40", "9.40"), child(2013, 8))
	c, err := engine(t).Curve(h, budget.CurveOptions{To: dec("40"), Step: dec("8")})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Cliffs()) != 1 {
		t.Fatalf("cliffs %v, want one", c.Cliffs())
	}
	cliff := c.Cliffs()[0]
	if !cliff.From.IsZero() || !cliff.At.IsZero() || !cliff.To.Valid || !cliff.To.Decimal.Equal(dec("24")) ||
		!cliff.Loss.Equal(dec("180")) || cliff.Cause != budget.Kinderopvangkosten {
		t.Errorf("cliff %+v by %s, want from 0 to 24, 180 less by the cost of childcare", cliff, cliff.Cause)
	}
}

// Two partners who earn too little, with bijstand on top and two municipal schemes that fall at 120 percent of the norm: 300 for a
// child of 14 that stops, and 400 that becomes 200. Both partners have the exemption of six months; she works 8 hours, and her net
// wage is 8 x 52 x 15.00 x 1.08 = 6,739.20, 561.60 a month, of which 140.40 is exempt.
//
// 2026: the norm of the year is 6 x 2,002.13 + 6 x 2,027.79 = 24,179.52, and 120 percent of it is 29,015.42. Kindgebonden budget
// 2,580 + 724; kinderbijslag 2 x 421.53 + 2 x 426.29 = 1,695.64; huurtoeslag 12 x (297.49 + 65% x 151.80) = 4,753.92.
//
//	8 hours: no tax; counted 2 x 561.60 less 2 x 140.40 in six months: bijstand 6 x 1,159.73 + 6 x 904.59 = 12,385.92; the income
//	is 25,864.32, so 700; zorgtoeslag 4,238 - 1,275.38 = 2,962.62.
//	27 hours: 22,744.80; tax on 22,744: 8,130 - 3,115 - 4,339, so 676; net 1,839.07 a month, 285.00 exempt: bijstand 6 x 26.86 =
//	161.16; the income is 28,969.16, so still 700.
//	27.1 hours: net 22,148.04, bijstand 6 x 20.26 = 121.56, the income is 29,008.80, below; 27.2 hours: 29,048.90, above.
//	27.5 hours: 23,166.00; tax 8,281 - 3,115 - 4,470, so 696; no bijstand; the income is 29,209.20, so 200; zorgtoeslag 2,962.62 -
//	13.73% x 169 = 2,939.42.
//
// 2025: the norm is 6 x 1,922.07 + 6 x 1,955.80 = 23,267.22, and 120 percent of it 27,920.66. Kindgebonden budget 2,511 + 703;
// kinderbijslag 2 x 409.21 + 2 x 416.41 = 1,651.24; huurtoeslag 12 x (477.20 - 197.24 + 65% x 172.80) = 4,707.36.
//
//	26 hours: 21,902.40; tax 7,845 - 3,068 - 3,903, so 874; net 1,752.37 a month, 273.00 exempt: bijstand 6 x 21.50 = 129.00; the
//	income is 27,896.60, so 700; toetsingsinkomen 22,002 + 6,803; zorgtoeslag 4,224 - 1,213.79 - 13.7% x 399 = 2,955.55.
//	26.1 hours: 27,936.76, above.
//	26.5 hours: 22,323.60; tax 7,996 - 3,068 - 4,030, so 898; no bijstand; zorgtoeslag 3,010.21 - 13.7% x 656 = 2,920.34.
func TestTwoLimitsAtOncePartnersOnBijstandByHand(t *testing.T) {
	stops := scheme(func(l *budget.LocalScheme) { l.ID, l.Per, l.Amount, l.Shape = "stopt", "child", known("300"), "cliff" })
	halves := scheme(steps("1.20", "1", "1.30", "0.5"))
	type point struct{ hours, tax, bijstand, zorg, lokaal, total string }
	for _, c := range []struct {
		year               int
		points             []point
		from, at, to, loss string
	}{
		{2026, []point{
			{"8", "0", "12385.92", "2963", "700", "39280.96"},
			{"27", "-676", "161.16", "2963", "700", "42385.80"},
			{"27.5", "-696", "0", "2939", "200", "42101.84"}}, "27", "27.1", "28", "283.96"},
		{2025, []point{
			{"26", "-874", "129.00", "2956", "700", "41124.84"},
			{"26.5", "-898", "0", "2920", "200", "40857.04"}}, "26", "26", "27", "267.80"},
	} {
		h := alone(c.year, rent("650"), exempt(budget.GeneralExemption, 6), hourly("8", "15.00"), partner, child(c.year-14, 2))
		h.Adults[1].Jobs = []budget.Job{job("8", "15.00")}
		h.LocalSchemes = []budget.LocalScheme{stops, halves}
		curve, err := engine(t).Curve(h, budget.CurveOptions{Adult: "a1", To: dec("40"), Step: dec("0.5")})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range c.points {
			got := curve.Points[dec(p.hours).Mul(dec("2")).IntPart()].Result
			for component, want := range map[budget.Component]string{budget.Inkomstenbelasting: p.tax, budget.Bijstand: p.bijstand,
				budget.Zorgtoeslag: p.zorg, budget.Lokaal: p.lokaal} {
				if is := got.Of(component).PerYear; !is.Equal(dec(want)) {
					t.Errorf("%d, %s hours: %s %s, want %s", c.year, p.hours, component, is, want)
				}
			}
			if total, known := got.Disposable(); !known || !total.Equal(dec(p.total)) {
				t.Errorf("%d, %s hours: total %s, want %s", c.year, p.hours, total, p.total)
			}
		}
		cliffs := curve.Cliffs()
		if len(cliffs) != 1 {
			t.Fatalf("%d: cliffs %+v, want one", c.year, cliffs)
		}
		l := cliffs[0]
		if !l.From.Equal(dec(c.from)) || !l.At.Equal(dec(c.at)) || !l.To.Valid || !l.To.Decimal.Equal(dec(c.to)) ||
			!l.Loss.Equal(dec(c.loss)) || l.Cause != budget.Lokaal {
			t.Errorf("%d: cliff %+v by %s, want from %s, exactly %s, to %s, %s less", c.year, l, l.Cause, c.from, c.at, c.to, c.loss)
		}
	}
}

func TestCurvesAndGridsThatCannotBe(t *testing.T) {
	e, h := engine(t), standardFamily()
	for name, o := range map[string]budget.CurveOptions{
		"no step":       {To: dec("40")},
		"backwards":     {From: dec("2"), To: dec("1"), Step: dec("1")},
		"unknown adult": {Adult: "a9", To: dec("1"), Step: dec("1")},
		"unknown job":   {Job: "j9", To: dec("1"), Step: dec("1")},
	} {
		if _, err := e.Curve(h, o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := e.Grid(alone(2026), dec("0"), dec("1"), dec("1")); err == nil {
		t.Error("a grid of one adult")
	}
	if _, err := e.Grid(h, dec("0"), dec("1"), dec("0")); err == nil {
		t.Error("a grid without a step")
	}
}

// Somebody without a job gets one at the minimum wage of 1 January: 14.71 in 2026, so 10 hours are 10 x 52 x 14.71 x 1.08 =
// 8,261.14 a year; at 20 on that day 80 percent, 11.77: 6,610.03.
func TestANewJobIsAtTheMinimumWage(t *testing.T) {
	e := engine(t)
	for year, want := range map[int]string{2004: "8261.14", 2005: "6610.03"} {
		c, err := e.Curve(alone(2026, born(year, 6)), budget.CurveOptions{To: dec("10"), Step: dec("10")})
		if err != nil {
			t.Fatal(err)
		}
		p, ok := c.Find(dec("10"))
		if !ok || !p.Result.Of(budget.Loon).PerYear.Equal(dec(want)) || len(p.Result.Remarks) > 0 {
			t.Errorf("born in %d: %v, want a wage of %s", year, p, want)
		}
		if _, ok := c.Find(dec("5")); ok {
			t.Error("a point that is not on the curve")
		}
	}
}
