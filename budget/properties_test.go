package budget_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// Properties that hold for every household, whatever it earns. The households come from a seeded generator, so a failure
// can be seen again.

const rolls = 4000

// everyHousehold runs a check over many households of 2025 and 2026.
func everyHousehold(t *testing.T, n int, check func(t *testing.T, e *budget.Engine, d dice, h *budget.Household)) {
	t.Helper()
	e := engine(t)
	for seed := range n {
		d := seeded(uint64(seed))
		h := d.household(2025, 2026)
		if faults := h.Validate(); len(faults) > 0 {
			t.Fatalf("seed %d: the generator made an invalid household: %v", seed, faults)
		}
		check(t, e, d, h)
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, describe(h))
		}
	}
}

func year(tb testing.TB, e *budget.Engine, h *budget.Household) *budget.Result {
	tb.Helper()
	r, err := e.Year(h)
	if err != nil {
		tb.Fatalf("%v in %s", err, describe(h))
	}
	return r
}

// highest are published maxima of a year: zorgtoeslag alone and for partners (pages of Dienst Toeslagen), huurtoeslag for one
// person, two persons, three or more (computed from the published layers at the highest rent), kindgebonden budget per child
// of 16 and the alleenstaande-ouderkop, kinderbijslag of a child of 12 to 17, and the year's bijstand norms.
type highest struct {
	zorg, zorgPartners     string
	huur                   [3]string
	kgbChild, ouderkop     string
	kinderbijslag          string
	bijstand, bijstandPair string
	aow, aowPair           string
}

// The layers of the huurtoeslag times 12. 2026, one person: 498.20 - 202.52 = 295.68; 65% of 713.02 - 498.20 = 139.633; 40% of
// 932.93 - 713.02 = 87.964; together 523.277 x 12 = 6,279.32. The norms: six months January, six months July.
var maxima = map[int]highest{
	2025: {"1573", "3010", [3]string{"5985", "6007", "6153"}, "3447", "3389", "1651.24",
		"16287.06", "23267.22", "18187.68", "24890.76"},
	2026: {"1550", "2963", [3]string{"6279", "6301", "6454"}, "3544", "3416", "1695.64",
		"16925.76", "24179.52", "18912.18", "25921.56"},
}

// checkBounds holds a known result against what the law can give at most and at least.
func checkBounds(tb testing.TB, h *budget.Household, r *budget.Result) {
	tb.Helper()
	at := func(c budget.Component) decimal.Decimal { return r.Of(c).PerYear }
	atMost := func(c budget.Component, limit decimal.Decimal) {
		if at(c).GreaterThan(limit) {
			tb.Errorf("%s is %s, more than %s", c, at(c), limit)
		}
	}
	checkStates(tb, r)
	checkSigns(tb, h, r)
	m, aow, children := maxima[h.Year], false, decimal.NewFromInt(int64(len(h.Children)))
	for _, a := range h.Adults {
		aow = aow || h.Year-a.Born.Year > 67
	}
	zorg, norm, kop := m.zorg, m.bijstand, m.ouderkop
	switch {
	case h.Partners && aow:
		zorg, norm, kop = m.zorgPartners, m.aowPair, "0"
	case h.Partners:
		zorg, norm, kop = m.zorgPartners, m.bijstandPair, "0"
	case aow:
		norm = m.aow
	}
	atMost(budget.Zorgtoeslag, dec(zorg))
	people := len(h.Adults) + len(h.Children) + len(h.OtherResidents)
	atMost(budget.Huurtoeslag, dec(m.huur[min(people, 3)-1]))
	atMost(budget.KindgebondenBudget, dec(m.kgbChild).Mul(children).Add(dec(kop)))
	atMost(budget.Kinderbijslag, dec(m.kinderbijslag).Mul(children))
	atMost(budget.Bijstand, dec(norm))
	// 96 percent of the cost at most; every child's month is rounded to cents.
	atMost(budget.Kinderopvangtoeslag, at(budget.Kinderopvangkosten).Neg().Mul(dec("0.96")).Add(dec("1")))
	for _, c := range []budget.Component{budget.Zorgtoeslag, budget.Huurtoeslag, budget.KindgebondenBudget, budget.Kinderopvangtoeslag} {
		if d := at(c); !d.IsInteger() || d.Sign() != 0 && d.LessThan(dec("24")) {
			tb.Errorf("%s is %s: awards are whole euros, nothing below 24", c, d)
		}
	}
}

// checkStates: nothing and unknown carry a reason and no amount; the total is the sum, and unknown with an unknown component.
func checkStates(tb testing.TB, r *budget.Result) {
	tb.Helper()
	sum, unknown := decimal.Zero, false
	for c, o := range r.Components {
		if (o.State == budget.HasAmount) != (o.Reason == "") {
			tb.Errorf("%s is %s with reason %q", budget.Component(c), o.State, o.Reason)
		}
		if o.State != budget.HasAmount && !o.PerYear.IsZero() {
			tb.Errorf("%s is %s and %s", budget.Component(c), o.State, o.PerYear)
		}
		sum, unknown = sum.Add(o.PerYear), unknown || o.State == budget.Unknown
	}
	total, known := r.Disposable()
	if known == unknown || known && !total.Equal(sum) {
		tb.Errorf("total %s (known: %t), components add up to %s (one is unknown: %t)", total, known, sum, unknown)
	}
}

func checkSigns(tb testing.TB, h *budget.Household, r *budget.Result) {
	tb.Helper()
	refund := false // only who was born before 1963 may be paid the credit a partner pays for (Wet IB art. 8.9)
	for _, a := range h.Adults {
		refund = refund || h.Partners && a.Born.Year < 1963
	}
	for c, o := range r.Components {
		sign := o.PerYear.Sign()
		switch c := budget.Component(c); c {
		case budget.Winst:
		case budget.Inkomstenbelasting:
			if sign > 0 && !refund {
				tb.Errorf("the tax office pays %s", o.PerYear)
			}
		case budget.Pensioenpremie, budget.Zvw, budget.Kinderopvangkosten, budget.Reiskosten:
			if sign > 0 {
				tb.Errorf("%s is a cost but %s", c, o.PerYear)
			}
		default:
			if sign < 0 {
				tb.Errorf("%s is %s, below zero", c, o.PerYear)
			}
		}
	}
}

func TestBoundsOfEveryHousehold(t *testing.T) {
	unknown, bijstand := 0, 0
	everyHousehold(t, rolls, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		r := year(t, e, h)
		checkBounds(t, h, r)
		if _, known := r.Disposable(); !known {
			unknown++
		}
		if r.Of(budget.Bijstand).PerYear.Sign() > 0 {
			bijstand++
		}
	})
	// The generator must reach what it is for.
	if unknown > rolls/10 || bijstand < rolls/20 {
		t.Errorf("%d totals unknown and %d with bijstand of %d households", unknown, bijstand, rolls)
	}
}

// Published income limits, whole euros a year: zorgtoeslag (pages of Dienst Toeslagen) and where huurtoeslag ends, at the
// highest rent and the largest household.
func TestNothingAboveThePublishedIncomeLimit(t *testing.T) {
	zorg := map[int][2]int64{2025: {39719, 50206}, 2026: {40857, 51142}}
	const huurEnds2026 = 60840
	everyHousehold(t, rolls, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		r := year(t, e, h)
		total := decimal.Zero
		for _, p := range r.Persons {
			total = total.Add(p.Toetsingsinkomen)
		}
		limit := zorg[h.Year][len(h.Adults)-1]
		if total.IntPart() > limit && r.Of(budget.Zorgtoeslag).State == budget.HasAmount {
			t.Errorf("zorgtoeslag %s at an income of %s", r.Of(budget.Zorgtoeslag).PerYear, total)
		}
		if h.Year == 2026 && total.IntPart() > huurEnds2026 && r.Of(budget.Huurtoeslag).State == budget.HasAmount {
			t.Errorf("huurtoeslag %s at an income of %s", r.Of(budget.Huurtoeslag).PerYear, total)
		}
	})
}

// sameOutcomes compares states and amounts of all components.
func sameOutcomes(t *testing.T, what string, a, b *budget.Result) {
	t.Helper()
	for c := range a.Components {
		x, y := a.Components[c], b.Components[c]
		if x.State != y.State || !x.PerYear.Equal(y.PerYear) {
			t.Errorf("%s: %s is %s %s or %s %s", what, budget.Component(c), x.State, x.PerYear, y.State, y.PerYear)
		}
	}
}

func TestOrderOfChildrenAndResidentsIsIrrelevant(t *testing.T) {
	everyHousehold(t, rolls, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		if len(h.Children)+len(h.OtherResidents) < 2 {
			return
		}
		turned := *h
		turned.Children, turned.OtherResidents = slices.Clone(h.Children), slices.Clone(h.OtherResidents)
		slices.Reverse(turned.Children)
		slices.Reverse(turned.OtherResidents)
		sameOutcomes(t, "in another order", year(t, e, h), year(t, e, &turned))
	})
}

// Partners may be written in either order. At equal arbeidsinkomen and equal age the first in the file has the
// combinatiekorting, so those are left out.
func TestOrderOfPartnersIsIrrelevant(t *testing.T) {
	everyHousehold(t, rolls, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		if !h.Partners || h.Adults[0].Born == h.Adults[1].Born {
			return
		}
		turned := *h
		turned.Adults = []budget.Adult{h.Adults[1], h.Adults[0]}
		a, b := year(t, e, h), year(t, e, &turned)
		sameOutcomes(t, "partners turned", a, b)
		if !a.Persons[0].Tax.Equal(b.Persons[1].Tax) || !a.Persons[1].Toetsingsinkomen.Equal(b.Persons[0].Toetsingsinkomen) {
			t.Errorf("persons differ: %v and %v", a.Persons, b.Persons)
		}
	})
}

// A wage may be earned in one job or in two at the same hourly wage: only the cents, which are rounded per job, may differ.
func TestTwoJobsOfTheSameWageAreOneJob(t *testing.T) {
	same := 0
	everyHousehold(t, rolls, func(t *testing.T, e *budget.Engine, d dice, h *budget.Household) {
		if len(h.Adults[0].Jobs) == 0 {
			return
		}
		whole := h.Adults[0].Jobs[0]
		hours := whole.HoursPerWeek.Or(decimal.Zero)
		part := decimal.New(int64(d(int(hours.IntPart())+1)), 0)
		split := *h
		split.Adults = slices.Clone(h.Adults)
		first, second := whole, whole
		first.HoursPerWeek, second.HoursPerWeek = budget.Known(part), budget.Known(hours.Sub(part))
		second.ID, second.TravelCostPerMonth = "half", known("0")
		if part.IsZero() {
			first.TravelCostPerMonth, second.TravelCostPerMonth = known("0"), whole.TravelCostPerMonth
		}
		split.Adults[0].Jobs = append([]budget.Job{first, second}, h.Adults[0].Jobs[1:]...)
		one, two := year(t, e, h), year(t, e, &split)
		cent, differ := dec("0.01"), false
		for _, c := range []budget.Component{budget.Loon, budget.Pensioenpremie} {
			gap := one.Of(c).PerYear.Sub(two.Of(c).PerYear).Abs()
			if differ = differ || !gap.IsZero(); gap.GreaterThan(cent) {
				t.Errorf("%s differs by %s", c, gap)
			}
		}
		if !differ {
			same++
			sameOutcomes(t, "two jobs", one, two)
		}
	})
	if same < rolls/4 {
		t.Errorf("only %d households compared to the cent", same)
	}
}

func TestExplainingChangesNothing(t *testing.T) {
	everyHousehold(t, rolls, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		silent := year(t, e, h)
		told, trace, err := e.Explain(h)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(silent, told) {
			t.Errorf("without explanation %v, with %v", silent, told)
		}
		if _, known := silent.Disposable(); !known {
			return
		}
		for c := range budget.NumComponents {
			sections := slices.DeleteFunc(trace.Of(c), func(s *budget.Section) bool { return s.Person != "" })
			if len(sections) != 1 || !reflect.DeepEqual(sections[0].Outcome, silent.Of(c)) {
				t.Errorf("%s: %d sections of the household, want one with %v", c, len(sections), silent.Of(c))
			}
		}
	})
}

func TestEveryFigureOfTheLawInATraceHasItsSource(t *testing.T) {
	everyHousehold(t, 300, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		_, trace, err := e.Explain(h)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range trace.Sections {
			for _, step := range s.Steps {
				if step.Key == "" || step.Months < 0 || step.Months > 12 {
					t.Errorf("%s: step %q for %d months", s.Component, step.Key, step.Months)
				}
				if step.Param != nil && (!step.Param.Known() || step.Law == "" || !step.Value.Equal(step.Param.Value)) {
					t.Errorf("%s: %s = %s without source or article", s.Component, step.Key, step.Value)
				}
			}
		}
	})
}

// The year must leave the household as it is.
func TestTheHouseholdStaysAsItIs(t *testing.T) {
	everyHousehold(t, 300, func(t *testing.T, e *budget.Engine, _ dice, h *budget.Household) {
		before := describe(h)
		year(t, e, h)
		if _, err := e.Curve(h, budget.CurveOptions{To: dec("20"), Step: dec("10")}); err != nil {
			t.Fatal(err)
		}
		if _, err := e.WithHours(h, "", "", dec("7")); err != nil {
			t.Fatal(err)
		}
		if h.Partners {
			if _, err := e.Grid(h, dec("0"), dec("20"), dec("10")); err != nil {
				t.Fatal(err)
			}
		}
		if after := describe(h); after != before {
			t.Errorf("was %s", before)
		}
	})
}
