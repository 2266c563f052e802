package budget

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
)

// isDay accepts a day that exists, such as 2026-02-28.
func isDay(s string) bool {
	c := checker{}
	c.date("", s)
	return len(c.faults) == 0
}

// clash is a pair of rules that cannot stand together.
type clash struct {
	rule, other int
	key         string
}

// conflicts finds rules that would both hold for the same family with the same right: the same conditions in days that overlap,
// or as many other conditions. Each rule is told once.
func conflicts(rules []NormRule) []clash {
	type place struct {
		key  LineKey
		kind SetKind
		axis axis
	}
	groups := map[place][]int{}
	var found []clash
	for i := range rules {
		r := &rules[i]
		p := place{r.LineKey, r.Kind, axisOf(r.Per)}
		for _, j := range groups[p] {
			if key, bad := collide(r, &rules[j]); bad {
				found = append(found, clash{i, j, key})
				break
			}
		}
		groups[p] = append(groups[p], i)
	}
	return found
}

func collide(a, b *NormRule) (key string, bad bool) {
	switch same := a.sameConditions(b); {
	case a.specificity() != b.specificity() || !sameDays(a, b) || !together(a, b):
		return "", false
	case same && a.sameIncome(b):
		return "zelfde_dagen", true
	case same:
		return "", false // bands of income: the lowest limit that holds wins
	}
	return "dubbelzinnig", true
}

func sameDays(a, b *NormRule) bool { return a.ValidFrom <= b.lastDay() && b.ValidFrom <= a.lastDay() }

func (r *NormRule) lastDay() string { return cmp.Or(r.ValidTo, farthestDay) }

// together tells whether one family, and one person in it, can meet the conditions of both.
func together(a, b *NormRule) bool {
	return overlap(a.AgeMin, a.AgeMax, b.AgeMin, b.AgeMax) && overlap(a.SizeMin, a.SizeMax, b.SizeMin, b.SizeMax) &&
		agree(a.Sex, b.Sex) && agree(a.HouseholdType, b.HouseholdType) && agree(a.Dwelling, b.Dwelling) && agree(a.Tenure, b.Tenure) &&
		!(a.Per != b.Per && a.Per != PerPerson && b.Per != PerPerson) // nobody is adult and child
}

func agree[K ~string](a, b K) bool { return a == "" || b == "" || a == b }

func overlap(aMin, aMax, bMin, bMax *int) bool { return below(aMin, bMax) && below(bMin, aMax) }

func below(low, high *int) bool { return low == nil || high == nil || *low <= *high }

func (r *NormRule) sameConditions(o *NormRule) bool {
	return r.Per == o.Per && equalInt(r.AgeMin, o.AgeMin) && equalInt(r.AgeMax, o.AgeMax) && equalInt(r.SizeMin, o.SizeMin) && equalInt(r.SizeMax, o.SizeMax) &&
		r.Sex == o.Sex && r.HouseholdType == o.HouseholdType && r.Dwelling == o.Dwelling && r.Tenure == o.Tenure &&
		r.IncomeMax.IsKnown() == o.IncomeMax.IsKnown()
}

func (r *NormRule) sameIncome(o *NormRule) bool {
	return r.IncomeMax.Or(zero).Equal(o.IncomeMax.Or(zero))
}

func equalInt(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// specificity counts the conditions that are filled in; "adult" and "child" are one more than "person".
func (r *NormRule) specificity() int {
	n := 0
	for _, filled := range []bool{r.AgeMin != nil, r.AgeMax != nil, r.SizeMin != nil, r.SizeMax != nil, r.Sex != "", r.HouseholdType != "",
		r.Dwelling != "", r.Tenure != "", r.IncomeMax.IsKnown(), r.Per == PerAdult || r.Per == PerChild} {
		if filled {
			n++
		}
	}
	return n
}

// axis is what the amounts of a line are counted by; those of different axes add up.
type axis int

const (
	byHousehold axis = iota
	byPerson
	byVehicle
	byPet
	numAxes
)

func axisOf(p NormPer) axis {
	switch p {
	case PerPerson, PerAdult, PerChild:
		return byPerson
	case PerVehicle:
		return byVehicle
	case PerPet:
		return byPet
	}
	return byHousehold
}

// fit tells how a rule fits: it holds, it does not, or that cannot be said for the reason.
type fit struct {
	holds   bool
	unknown Reason
}

// normFamily is what the conditions look at.
type normFamily struct {
	layer     *NormLayer
	year      int
	persons   []normMember
	size      int
	household HouseholdType
	tenure    Tenure
	home      HomeKind
	income    Amount // euro a month
}

type normMember struct {
	age   int
	adult bool
	sex   Sex
}

func (l *NormLayer) family(h *Household, r *Result) normFamily {
	f := normFamily{layer: l, year: h.Year, size: len(h.Adults) + len(h.Children), home: h.Housing.Kind, income: incomePerMonth(r)}
	for _, a := range h.Adults {
		f.persons = append(f.persons, normMember{a.Born.ageOn1January(h.Year), true, l.sexOf(a.ID)})
	}
	for _, c := range h.Children {
		f.persons = append(f.persons, normMember{max(0, c.Born.ageOn1January(h.Year)), false, l.sexOf(c.ID)})
	}
	switch couple, children := len(h.Adults) > 1, len(h.Children) > 0; {
	case couple && children:
		f.household = TypeCoupleKids
	case couple:
		f.household = TypeCouple
	case children:
		f.household = TypeSingleParent
	default:
		f.household = TypeSingle
	}
	switch h.Housing.Kind {
	case Rent:
		f.tenure = TenureRent
	case OwnHome:
		f.tenure = TenureOwn
	}
	return f
}

func (l *NormLayer) sexOf(id string) Sex {
	for _, p := range l.Persons {
		if p.ID == id {
			return p.Sex
		}
	}
	return ""
}

// incomePerMonth is what comes in by the year result, euro a month; not known when a part is not.
func incomePerMonth(r *Result) Amount {
	sum := zero
	for c := Loon; c < Kinderopvangkosten; c++ {
		o := r.Of(c)
		if o.State == Unknown {
			return Amount{}
		}
		sum = sum.Add(o.PerYear)
	}
	return Known(perMonth(sum))
}

// fits looks at a rule for the household, and for one person when there is one.
func (f *normFamily) fits(r *NormRule, p *normMember) fit {
	if beyond(f.size, r.SizeMin, r.SizeMax) || r.HouseholdType != "" && r.HouseholdType != f.household {
		return fit{}
	}
	if p != nil && (beyond(p.age, r.AgeMin, r.AgeMax) || r.Per == PerAdult && !p.adult || r.Per == PerChild && p.adult) {
		return fit{}
	}
	var unknown Reason
	if r.Tenure != "" && r.Tenure != f.tenure {
		if f.home != "" {
			return fit{}
		}
		unknown = ReasonTenureUnknown
	}
	if r.Dwelling != "" && r.Dwelling != f.layer.Dwelling {
		if f.layer.Dwelling != "" {
			return fit{}
		}
		unknown = ReasonDwellingUnknown
	}
	if most, asked := r.IncomeMax.Get(); asked {
		income, known := f.income.Get()
		switch {
		case !known:
			unknown = ReasonIncomeUnknown
		case income.GreaterThan(most):
			return fit{}
		}
	}
	if p != nil && r.Sex != "" && r.Sex != p.sex {
		if p.sex != "" {
			return fit{}
		}
		unknown = ReasonSexUnknown
	}
	return fit{holds: unknown == "", unknown: unknown}
}

func beyond(n int, low, high *int) bool { return low != nil && n < *low || high != nil && n > *high }

// best is the rule that wins among those of one line and axis. A rule that might win but for what is not known leaves the line
// without an amount. Within a year the rule that begins last counts.
func (f *normFamily) best(rules []*NormRule, p *normMember) (*NormRule, Reason) {
	var (
		winner *NormRule
		doubt  Reason
		doubts = -1
	)
	for _, r := range rules {
		switch how := f.fits(r, p); {
		case how.holds && (winner == nil || r.above(winner)):
			winner = r
		case how.unknown != "" && r.specificity() > doubts:
			doubt, doubts = how.unknown, r.specificity()
		}
	}
	if doubts >= 0 && (winner == nil || doubts >= winner.specificity()) {
		return nil, doubt
	}
	return winner, ""
}

// above tells which of two rules that hold wins. They are never equal in the same days; see conflicts.
func (r *NormRule) above(o *NormRule) bool {
	return cmp.Or(cmp.Compare(r.specificity(), o.specificity()), o.IncomeMax.Or(zero).Cmp(r.IncomeMax.Or(zero)),
		cmp.Compare(r.ValidFrom, o.ValidFrom)) > 0
}

// Norms gives the amounts of the set for a household, in the order of the sheet. A line that the set has and that cannot be
// reckoned is unknown with a reason.
func (l *NormLayer) Norms(h *Household, r *Result) []Norm {
	f := l.family(h, r)
	rules := map[LineKey]*[numAxes][]*NormRule{}
	for i := range l.Set.Rules {
		rule := &l.Set.Rules[i]
		if rule.Kind != l.Kind || !rule.inYear(h.Year) {
			continue
		}
		if rules[rule.LineKey] == nil {
			rules[rule.LineKey] = new([numAxes][]*NormRule)
		}
		a := axisOf(rule.Per)
		rules[rule.LineKey][a] = append(rules[rule.LineKey][a], rule)
	}
	var factors []*NormRule
	if rows := rules[SizeFactorKey]; rows != nil {
		factors = rows[byHousehold]
	}
	perYear := map[LineKey]Outcome{}
	for _, line := range budgetLines {
		if rows := rules[line.Key]; rows != nil {
			if o := f.line(rows, factors); o.State != None {
				perYear[line.Key] = o
			}
		}
	}
	return l.normed(perYear, h.Year)
}

func (r *NormRule) inYear(year int) bool {
	return r.ValidFrom <= fmt.Sprintf("%04d-12-31", year) && r.lastDay() >= fmt.Sprintf("%04d-01-01", year)
}

// line adds the axes of a line, exactly, in euro a year. None says that the set has nothing for this household.
func (f *normFamily) line(rows *[numAxes][]*NormRule, factors []*NormRule) Outcome {
	sum, found := zero, false
	add := func(rule *NormRule, times decimal.Decimal) Reason {
		if rule == nil {
			return ""
		}
		amount := rule.Unit.PerYear(rule.Amount.Or(zero)).Mul(times)
		if rule.SizeFactor {
			factor, reason := f.best(factors, nil)
			if factor == nil {
				return cmp.Or(reason, ReasonNoSizeFactor)
			}
			amount = amount.Mul(factor.Amount.Or(zero))
		}
		sum, found = sum.Add(amount), true
		return ""
	}
	for a := byHousehold; a < numAxes; a++ {
		if len(rows[a]) == 0 {
			continue
		}
		times, reason := f.times(a)
		if reason != "" {
			return unknown(reason)
		}
		if a != byPerson {
			rule, reason := f.best(rows[a], nil)
			if reason = cmp.Or(reason, add(rule, times)); reason != "" {
				return unknown(reason)
			}
			continue
		}
		for i := range f.persons {
			rule, reason := f.best(rows[a], &f.persons[i])
			if reason = cmp.Or(reason, add(rule, times)); reason != "" {
				return unknown(reason)
			}
		}
	}
	if !found {
		return Outcome{State: None}
	}
	return Outcome{PerYear: sum}
}

// times is how often an amount of an axis counts.
func (f *normFamily) times(a axis) (decimal.Decimal, Reason) {
	n := f.layer.Vehicles
	switch a {
	case byHousehold, byPerson:
		return one, ""
	case byPet:
		n = f.layer.Pets
	}
	if n == nil {
		return zero, ReasonCountUnknown
	}
	return number(*n), ""
}

// normed turns year amounts into norms. A line of the sheet that has only finer lines in the set is their sum.
func (l *NormLayer) normed(perYear map[LineKey]Outcome, year int) []Norm {
	for _, line := range budgetLines {
		part, ok := perYear[line.Key]
		if line.Parent == "" || !ok {
			continue
		}
		if l.has(line.Parent) {
			continue
		}
		whole := perYear[line.Parent]
		if part.State == Unknown || whole.State == Unknown {
			perYear[line.Parent] = unknown(cmp.Or(whole.Reason, part.Reason))
			continue
		}
		perYear[line.Parent] = Outcome{PerYear: whole.PerYear.Add(part.PerYear)}
	}
	var norms []Norm
	for _, line := range budgetLines {
		if o, ok := perYear[line.Key]; ok {
			norms = append(norms, Norm{Key: line.Key, Group: line.Group, Kind: KindOrganisation, State: o.State, Reason: o.Reason,
				PerMonth: perMonth(o.PerYear), Year: year, Origin: Origin{Method: FromSet, Note: l.Set.Name}})
		}
	}
	return norms
}

// has tells whether the set has rows for a line itself.
func (l *NormLayer) has(key LineKey) bool {
	return slices.ContainsFunc(l.Set.Rules, func(r NormRule) bool { return r.LineKey == key && r.Kind == l.Kind })
}

// Asks tells what the set wants to know of the family beside the household.
type Asks struct{ Sex, Dwelling, Vehicles, Pets bool }

// Asks tells what the set wants to know of the family beside the household, for the budget that counts.
func (l *NormLayer) Asks() Asks {
	var a Asks
	for _, r := range l.Set.Rules {
		if r.Kind != l.Kind {
			continue
		}
		a.Sex = a.Sex || r.Sex != ""
		a.Dwelling = a.Dwelling || r.Dwelling != ""
		a.Vehicles = a.Vehicles || r.Per == PerVehicle
		a.Pets = a.Pets || r.Per == PerPet
	}
	return a
}
