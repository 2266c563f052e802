package budget

import (
	"fmt"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// Move is a change of situation on the first day of a month: jobs, profit and childcare change, people stay the same.
type Move struct {
	Before, After *Household
	Start         int // month of the year of Before, 1 to 12; 13 to 24 is the next year
	Months        int // how many months After lasts; 0: it goes on. Then all is as before
}

// MaxStart is the last month in which a move can begin: December of the next year.
const MaxStart = 24

func (m *Move) validate() error {
	if m.Start < 1 || m.Start > MaxStart || m.Months < 0 || m.Before.Year != m.After.Year || len(m.Before.Adults) != len(m.After.Adults) {
		return fmt.Errorf("budget: no move from month %d for %d months", m.Start, m.Months)
	}
	return nil
}

// after tells whether the new situation holds in a month, counted from 0 for January of the year of the household.
func (m *Move) after(t int) bool {
	return t >= m.Start-1 && (m.Months == 0 || t < m.Start-1+m.Months)
}

// moveYear is a calendar year in which the situation may change: 0 is that of the household, 1 the next, and so on.
type moveYear struct {
	move      *Move
	index     int
	set       *rules.Set
	situation [2]situation // before and after
	mixed     situation    // the whole year as it is
	sameRules bool         // the year has no figures of its own: ages of that year, amounts of the year before
}

// situation is a household with its outcome, and what the toeslagen and the bijstand come to in each month.
type situation struct {
	f      *facts
	people [2]person
	r      Result
}

func newSituation(set *rules.Set, h *Household, exemptIn *[12]bool, g *given) situation {
	f := (&facts{set: set, h: h, exemptIn: exemptIn}).gather(nil)
	f.given, f.spread = g, &[NumComponents][12]decimal.Decimal{}
	s := situation{f: f, people: f.everybody(nil)}
	s.r = f.combine(nil, &s.people[0], &s.people[1], true)
	return s
}

// given is what a year of two situations has that no sum over the whole year gives: the months of each situation, added up.
type given struct {
	bijstand, reiskosten, lokaal, opvangkosten Outcome
	opvang                                     func(total decimal.Decimal) Outcome
}

// fill puts the childcare and the municipal schemes of both situations in the year.
func (g *given) fill(r *Result, total decimal.Decimal) {
	r.Components[Lokaal], r.Components[Kinderopvangkosten] = g.lokaal, g.opvangkosten
	r.Components[Kinderopvangtoeslag] = g.opvang(total)
}

// YearOf is a calendar year in which the situation changes: wages of both parts are taxed together, the toeslagen look at the
// income of the whole year, and the bijstand at each month.
func (e *Engine) YearOf(m Move) (*Result, error) {
	y, err := e.moveYear(&m, 0)
	if err != nil {
		return nil, err
	}
	return &y.mixed.r, nil
}

// moveYear computes one of the calendar years of a move.
func (e *Engine) moveYear(m *Move, index int) (*moveYear, error) {
	if err := m.validate(); err != nil {
		return nil, err
	}
	y := &moveYear{move: m, index: index}
	before, after, err := e.inYear(y)
	if err != nil {
		return nil, err
	}
	if reason := outside(y.set, before); reason != "" {
		return nil, fmt.Errorf("budget: no months: %s", reason)
	}
	y.situation[0] = newSituation(y.set, before, y.exemptIn(false), nil)
	y.situation[1] = newSituation(y.set, after, y.exemptIn(true), nil)
	n := 0
	for month := range 12 {
		n += y.at(month)
	}
	switch n {
	case 0:
		y.mixed = y.situation[0]
	case 12:
		y.mixed = y.situation[1]
	default:
		y.mixed = newSituation(y.set, blend(before, after, n), y.exemptIn(true), y.given())
		y.spreadOpvang()
	}
	return y, nil
}

// at is 1 in a month of the new situation, else 0.
func (y *moveYear) at(month int) int {
	if y.move.after(12*y.index + month) {
		return 1
	}
	return 0
}

// inYear gives both households in the year, with its rules. A year without published figures takes those of the last year that
// has them, and its own ages.
func (e *Engine) inYear(y *moveYear) (before, after *Household, err error) {
	m := y.move
	for later := y.index; ; later-- {
		if y.set, err = e.book.For(m.Before.Year + later); err == nil && (later == 0 || e.published(y.set, m.Before)) {
			y.sameRules = later < y.index
			return laterBy(m.Before, later, y.index-later), laterBy(m.After, later, y.index-later), nil
		}
		if later == 0 {
			return nil, nil, fmt.Errorf("budget: %w", err)
		}
	}
}

// published tells whether a year has the figures for all that this household has.
func (e *Engine) published(set *rules.Set, h *Household) bool {
	r, err := e.Year(laterBy(h, set.Year-h.Year, 0))
	if err != nil {
		return false
	}
	_, known := r.Disposable()
	return known
}

// laterBy is the household in a later year, or everybody older by some years in the same year.
func laterBy(h *Household, years, older int) *Household {
	out := *h
	out.Year += years
	if older == 0 {
		return &out
	}
	out.Adults = append([]Adult(nil), h.Adults...)
	out.Children = append([]Child(nil), h.Children...)
	out.OtherResidents = append([]Resident(nil), h.OtherResidents...)
	for i := range out.Adults {
		out.Adults[i].Born.Year -= older
	}
	for i := range out.Children {
		out.Children[i].Born.Year -= older
	}
	for i := range out.OtherResidents {
		out.OtherResidents[i].Born.Year -= older
	}
	return &out
}

// exemptIn are the months of the exemption of wages. It runs from January, as in the file, or from the first wage when nobody has
// one before. One of twelve months goes on in the next year: the file does not tell its end.
func (y *moveYear) exemptIn(withMove bool) *[12]bool {
	m, first := y.move, 0
	months := m.Before.Bijstand.Exemption.Months
	if withMove && !earnsWage(m.Before) && earnsWage(m.After) {
		first = m.Start - 1
	}
	var out [12]bool
	for month := range out {
		t := 12*y.index + month
		out[month] = t >= first && (t < first+months || months == 12)
	}
	return &out
}

func earnsWage(h *Household) bool {
	for i := range h.Adults {
		if hours, _ := h.Adults[i].WorkHours(); hours.Sign() > 0 {
			return true
		}
	}
	return false
}

// blend is the household whose year earnings are those of both situations, the second one in n months.
func blend(before, after *Household, n int) *Household {
	out := *after
	out.Adults = append([]Adult(nil), after.Adults...)
	for i := range out.Adults {
		a := &out.Adults[i]
		a.Jobs = blendJobs(before.Adults[i].Jobs, after.Adults[i].Jobs, n)
		a.Profit = blendProfit(before.Adults[i].Profit, after.Adults[i].Profit, n)
	}
	return &out
}

// weighted is the amount of a year that has the second amount in n months.
func weighted(before, after decimal.Decimal, n int) decimal.Decimal {
	if before.Equal(after) {
		return before
	}
	return before.Mul(count[12-n]).Add(after.Mul(count[n])).DivRound(twelve, 12)
}

// blendJobs gives a job that stays the same but for its hours the hours of the year; other jobs count for their months.
func blendJobs(before, after []Job, n int) []Job {
	var out []Job
	used := make([]bool, len(after))
	for _, a := range before {
		merged := false
		for k, b := range after {
			if same := a; !used[k] && a.HoursPerWeek.IsKnown() && b.HoursPerWeek.IsKnown() {
				same.HoursPerWeek, same.TravelCostPerMonth, same.PayrollCredit = b.HoursPerWeek, b.TravelCostPerMonth, b.PayrollCredit
				if used[k] = sameJob(&same, &b); used[k] {
					a.HoursPerWeek = Known(weighted(a.HoursPerWeek.Or(zero), b.HoursPerWeek.Or(zero), n))
					merged = true
					break
				}
			}
		}
		if !merged && a.HoursPerWeek.IsKnown() {
			a.HoursPerWeek = Known(weighted(a.HoursPerWeek.Or(zero), zero, n))
		}
		out = append(out, a)
	}
	for k, b := range after {
		if used[k] {
			continue
		}
		if b.HoursPerWeek.IsKnown() {
			b.HoursPerWeek = Known(weighted(zero, b.HoursPerWeek.Or(zero), n))
		}
		out = append(out, b)
	}
	return out
}

func sameJob(a, b *Job) bool {
	equal := func(x, y Amount) bool {
		p, known := x.Get()
		q, alsoKnown := y.Get()
		return known == alsoKnown && p.Equal(q)
	}
	return a.ID == b.ID && equal(a.HourlyWage, b.HourlyWage) && equal(a.HolidayAllowancePercent, b.HolidayAllowancePercent) &&
		equal(a.PensionPercent, b.PensionPercent)
}

func blendProfit(before, after *Profit, n int) *Profit {
	if before == nil && after == nil {
		return nil
	}
	none := &Profit{PerYear: Known(zero)}
	if before == nil {
		before = none
	}
	if after == nil {
		after = none
	}
	out := *after
	out.HoursTest, out.Starter = before.HoursTest || after.HoursTest, before.Starter || after.Starter
	if before.PerYear.IsKnown() && after.PerYear.IsKnown() {
		out.PerYear = Known(weighted(before.PerYear.Or(zero), after.PerYear.Or(zero), n))
	}
	return &out
}

// given adds up the months of both situations.
func (y *moveYear) given() *given {
	perYear := func(c Component) Outcome {
		return y.sum(c, func(s *situation, _ int) decimal.Decimal { return s.r.Of(c).PerYear.DivRound(twelve, 12) }, 2)
	}
	g := &given{reiskosten: perYear(Reiskosten), lokaal: perYear(Lokaal), opvangkosten: perYear(Kinderopvangkosten)}
	g.bijstand = y.sum(Bijstand, func(s *situation, month int) decimal.Decimal { return s.f.spread[Bijstand][month] }, 2)
	g.opvang = func(total decimal.Decimal) Outcome {
		o := y.sum(Kinderopvangtoeslag, func(s *situation, _ int) decimal.Decimal { return s.opvangMaand(total) }, 8)
		if o.State != HasAmount {
			return o
		}
		return y.situation[1].f.toekenning(nil, o.PerYear.Mul(twelve), ReasonNoCare)
	}
	return g
}

// sum adds what a component comes to in each month, in the situation of that month.
func (y *moveYear) sum(c Component, perMonth func(s *situation, month int) decimal.Decimal, places int32) Outcome {
	total := zero
	for month := range 12 {
		s := &y.situation[y.at(month)]
		if s.r.Of(c).State == Unknown {
			return s.r.Of(c)
		}
		total = total.Add(perMonth(s, month))
	}
	if total = total.Round(places); total.IsZero() {
		return y.situation[1].r.Of(c).orNone(y.situation[0].r.Of(c).Reason)
	}
	return Outcome{State: HasAmount, PerYear: total}
}

// orNone is an outcome of nothing, with the reason of this one or else another.
func (o Outcome) orNone(reason Reason) Outcome {
	if o.Reason != "" {
		reason = o.Reason
	}
	return none(reason)
}

// opvangMaand is the kinderopvangtoeslag of a month of this situation at the income of the whole year.
func (s *situation) opvangMaand(total decimal.Decimal) decimal.Decimal {
	o := s.r.Of(Kinderopvangtoeslag)
	if o.State == None && (o.Reason == ReasonNoCare || o.Reason == ReasonNotWorking) {
		return zero
	}
	return s.f.opvangMaand(nil, total)
}

// spreadOpvang puts the kinderopvangtoeslag of a mixed year in its months, in whole euros as it is paid.
func (y *moveYear) spreadOpvang() {
	if y.mixed.r.Of(Kinderopvangtoeslag).State != HasAmount {
		return
	}
	total := zero
	for i := range y.mixed.r.Adults {
		total = total.Add(y.mixed.r.Persons[i].Toetsingsinkomen)
	}
	for month := range 12 {
		y.mixed.f.spread[Kinderopvangtoeslag][month] = WholeEuroDown(y.situation[y.at(month)].opvangMaand(total))
	}
}
