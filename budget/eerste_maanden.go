package budget

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
)

// FirstMonths are the twelve months that begin with a change of situation, as the money comes in and goes out, when everybody is
// told in the month of the change. Conventions of this program, where practice differs by office:
//   - the bijstand of the first month is still that of before; the difference is settled in the next month;
//   - the toeslagen of the first month are still those of before; from the next month on they are what the whole calendar year
//     comes to, and what was paid too much is taken off in the rest of that year;
//   - holiday pay comes in May over June to May, or with the first month after a job; holiday bijstand in June, or with the
//     settlement when the bijstand ends.
type FirstMonths struct {
	Months    [12]FirstMonth
	PayBack   [NumComponents]decimal.Decimal // euro that comes in too much in these months when nobody is told
	Total     decimal.Decimal                // of PayBack
	SameRules bool                           // the next year has no figures yet: those of this year were used there
	Years     []YearCash                     // the calendar years from that of the household on; months and timings are Results
	Results   []Result
}

// FirstMonth is one of the first twelve months.
type FirstMonth struct {
	Year, Month int
	MonthCash
	Before  decimal.Decimal // total of the month when nothing would change
	TooMuch decimal.Decimal // comes in too much when nobody is told, to be paid back later
	Events  []Gebeurtenis
}

// PerMonth is what to set apart every month when nobody was told yet, whole euros up.
func (f *FirstMonths) PerMonth() decimal.Decimal { return f.Total.Div(twelve).Ceil() }

// More timings, of a year in which the situation changes.
const (
	TimingHoliday  = "vakantiegeld_later"   // built up in one year, paid in another
	TimingBijstand = "verrekening_bijstand" // bijstand of December settled in January, holiday bijstand of another year
)

// Events of a change, in addition to those of the year.
const (
	EventFirstWage       = "eerste_loon"
	EventLastBijstand    = "laatste_bijstand"
	EventSettleBijstand  = "bijstand_verrekend"
	EventOldToeslagen    = "toeslagen_oud"
	EventNewToeslagen    = "toeslagen_nieuw"
	EventContractEnds    = "contract_stopt"
	EventExemptionBegins = "vrijlating_begint"
)

// FirstMonths computes the first twelve months of a move. It fails where Months fails.
func (e *Engine) FirstMonths(m Move) (*FirstMonths, error) {
	if err := m.validate(); err != nil {
		return nil, err
	}
	out := &FirstMonths{}
	years := make([]*moveYear, (m.Start+10)/12+1)
	same := make([]*moveYear, len(years))
	stay := m
	stay.After = m.Before
	for i := range years {
		var err error
		if years[i], err = e.moveYear(&m, i); err != nil {
			return nil, err
		}
		if same[i], err = e.moveYear(&stay, i); err != nil {
			return nil, err
		}
		for _, s := range append(years[i].situation[:], years[i].mixed) {
			if _, known := s.r.Disposable(); !known {
				return nil, fmt.Errorf("budget: no months for %d: a component is unknown", m.Before.Year+i)
			}
		}
	}
	out.SameRules = years[len(years)-1].sameRules
	var holiday []bool
	out.Years, holiday = e.cash(years)
	unchanged, _ := e.cash(same)
	for k := range out.Months {
		t := m.Start - 1 + k
		i, month := t/12, t%12
		f := &out.Months[k]
		f.Year, f.Month, f.MonthCash = m.Before.Year+i, month+1, out.Years[i].Months[month]
		f.Before = unchanged[i].Months[month].Total
	}
	for _, y := range years {
		out.Results = append(out.Results, y.mixed.r)
	}
	out.payBack(years)
	return out, e.events(out, years, holiday)
}

// cash spreads the years over their months, and tells in which of them the holiday bijstand comes.
func (e *Engine) cash(years []*moveYear) (out []YearCash, holidayBijstand []bool) {
	out = make([]YearCash, len(years))
	for i, y := range years {
		c := &out[i]
		for month := range 12 {
			s := &y.situation[y.at(month)]
			for at := range s.f.h.Adults {
				c.addPayments(s.f, at, month)
			}
			for _, component := range []Component{Winst, Lokaal, Kinderopvangkosten, Reiskosten} {
				c.add(month, component, perMonth(s.r.Of(component).PerYear))
			}
		}
		before := e.lastYear(y.set)
		if y.sameRules { // the last quarter has the amounts of the same year
			last := *y.set
			last.Year--
			before = &last
		}
		c.addKinderbijslag(y.situation[1].f, before)
		y.addToeslagen(c)
	}
	addHolidayPay(out, years)
	holidayBijstand = addBijstand(out, years)
	for i := range out {
		out[i].settle(&years[i].mixed.r, moveTiming)
	}
	return out, holidayBijstand
}

func moveTiming(c Component, rest decimal.Decimal) string {
	if rest.Abs().GreaterThan(one) {
		switch c {
		case Loon, Pensioenpremie:
			return TimingHoliday
		case Bijstand:
			return TimingBijstand
		}
	}
	return timingOf(c, rest)
}

var toeslagen = []Component{Zorgtoeslag, Huurtoeslag, KindgebondenBudget, Kinderopvangtoeslag}

// instalment is what a toeslag pays in a month of a situation that lasts all year.
func (s *situation) instalment(c Component, month int) decimal.Decimal {
	if s.r.Of(c).State != HasAmount {
		return zero
	}
	return s.f.spread[c][month]
}

// addToeslagen pays the instalments of before up to the first month of the change, then those of the whole year, less what was
// paid too much.
func (y *moveYear) addToeslagen(c *YearCash) {
	old := max(-1, min(11, y.move.Start-1-12*y.index)) // the last month with the instalments of before
	for _, t := range toeslagen {
		tooMuch := zero
		for month := 0; month <= old; month++ {
			paid := y.situation[0].instalment(t, month)
			c.add(month, t, paid)
			tooMuch = tooMuch.Add(paid.Sub(y.mixed.instalment(t, month)))
		}
		share := zero
		if old >= 0 && old < 11 {
			share = tooMuch.DivRound(count[11-old], 4)
		}
		for month := old + 1; month < 12; month++ {
			c.add(month, t, WholeEuroDown(positive(y.mixed.instalment(t, month).Sub(share))))
		}
	}
}

// addHolidayPay pays what each job built up since the last May, in May or in the first month without the job.
func addHolidayPay(out []YearCash, years []*moveYear) {
	for at := range years[0].situation[0].f.h.Adults {
		for _, id := range jobIDs(years[0], at) {
			var built [2]int // months with the pay slip of before and after
			for t := may - 11; t < 12*len(years); t++ {
				now := 0
				if t >= 0 {
					now = years[t/12].at(t % 12)
				}
				alive := years[0].situation[now].job(at, id) != nil
				if alive && years[0].sameSlip(at, id) {
					built[0]++
				} else if alive {
					built[now]++
				}
				if t < 0 || alive && t%12 != may {
					continue
				}
				for which, months := range built {
					if s := &years[t/12].situation[which]; months > 0 {
						out[t/12].addVakantiegeld(t%12, s.payment(at, id), months)
					}
				}
				built = [2]int{}
			}
		}
	}
}

// sameSlip tells whether a job pays the same before and after.
func (y *moveYear) sameSlip(at int, id string) bool {
	a, b := y.situation[0].job(at, id), y.situation[1].job(at, id)
	return a != nil && b != nil && sameJob(a, b) && a.HoursPerWeek.Or(zero).Equal(b.HoursPerWeek.Or(zero)) && a.PayrollCredit == b.PayrollCredit
}

// jobIDs are the jobs of an adult before and after.
func jobIDs(y *moveYear, at int) []string {
	var ids []string
	for _, s := range y.situation {
		for _, j := range s.f.h.Adults[at].Jobs {
			if !slices.Contains(ids, j.ID) {
				ids = append(ids, j.ID)
			}
		}
	}
	return ids
}

// job is a job with hours in a situation; nil when it is not there.
func (s *situation) job(at int, id string) *Job {
	jobs := s.f.h.Adults[at].Jobs
	for i := range jobs {
		if jobs[i].ID == id && jobs[i].HoursPerWeek.Or(zero).Sign() > 0 {
			return &jobs[i]
		}
	}
	return nil
}

// payment is what a job pays in a situation.
func (s *situation) payment(at int, id string) *payment {
	all := s.f.paid(at)
	i := slices.IndexFunc(all, func(p payment) bool { return p.component == Loon && p.source == id })
	return &all[i]
}

// addBijstand pays each month without its holiday part. In a month of change the amount is that of the situation before, and the
// difference comes with the next month. It tells in which months the holiday part comes.
func addBijstand(out []YearCash, years []*moveYear) (holiday []bool) {
	holiday = make([]bool, 12*len(years))
	share := one.Sub(years[0].set.Bijstand.Vakantietoeslag.Value)
	reserve, late := zero, zero
	for month := june; month < 12; month++ { // of the year before, as this year
		full := years[0].situation[0].f.spread[Bijstand][month]
		reserve = reserve.Add(full.Sub(Cent(full.Mul(share))))
	}
	for t := range 12 * len(years) {
		c, month := &out[t/12], t%12
		due := years[t/12].bijstand(month, years[t/12].at(month))
		paid := due
		if changed := t > 0 && years[t/12].at(month) != years[(t-1)/12].at((t-1)%12); changed || t == 0 && years[0].at(0) == 1 {
			paid = years[t/12].bijstand(month, 1-years[t/12].at(month))
		}
		payReserve := func() {
			c.add(month, Bijstand, reserve)
			c.Months[month].Vakantie = c.Months[month].Vakantie.Add(reserve)
			holiday[t], reserve = holiday[t] || !reserve.IsZero(), zero
		}
		if month == june {
			payReserve()
		}
		full := paid.Add(late)
		late = due.Sub(paid)
		part := Cent(full.Mul(share))
		c.add(month, Bijstand, part)
		reserve = reserve.Add(full.Sub(part))
		if ended := years[t/12].at(month) == 1 && late.IsZero() && years[t/12].situation[1].r.Of(Bijstand).PerYear.IsZero(); ended && !reserve.IsZero() {
			payReserve()
		}
	}
	return holiday
}

func (y *moveYear) bijstand(month, situation int) decimal.Decimal {
	return y.situation[situation].f.spread[Bijstand][month]
}

// payBack is what comes in too much when nobody is told: the toeslagen of before against those of the whole year, and the
// bijstand of before against that of each month. The months before the change count, too: the toeslagen look at the whole year.
func (f *FirstMonths) payBack(years []*moveYear) {
	add := func(k int, c Component, d decimal.Decimal) {
		f.PayBack[c] = f.PayBack[c].Add(d)
		f.Months[k].TooMuch = f.Months[k].TooMuch.Add(d)
	}
	start := years[0].move.Start - 1
	for k := range f.Months {
		t := start + k
		y, month := years[t/12], t%12
		add(k, Bijstand, y.bijstand(month, 0).Sub(y.bijstand(month, y.at(month))))
		for _, c := range toeslagen {
			add(k, c, y.situation[0].instalment(c, month).Sub(y.mixed.instalment(c, month)))
		}
	}
	for _, c := range toeslagen {
		for month := range start % 12 {
			y := years[start/12]
			add(0, c, y.situation[0].instalment(c, month).Sub(y.mixed.instalment(c, month)))
		}
	}
	for c, d := range f.PayBack {
		f.PayBack[c] = positive(d)
		f.Total = f.Total.Add(f.PayBack[c])
	}
}

// events names what happens in each month.
func (e *Engine) events(f *FirstMonths, years []*moveYear, holiday []bool) error {
	m := years[0].move
	ofYear := make([][]Gebeurtenis, len(years))
	for i, y := range years {
		var err error
		if ofYear[i], err = e.Gebeurtenissen(y.situation[1].f.h); err != nil {
			return err
		}
	}
	for k := range f.Months {
		t := m.Start - 1 + k
		y, month := years[t/12], t%12
		x := &f.Months[k]
		note := func(key string, when bool) {
			if when {
				x.Events = append(x.Events, Gebeurtenis{Month: x.Month, Key: key})
			}
		}
		bijstand := y.bijstand(month, 0).Sign() > 0
		differs := slices.ContainsFunc(toeslagen, func(c Component) bool {
			return !y.situation[0].instalment(c, month).Equal(y.mixed.instalment(c, month))
		})
		note(EventFirstWage, k == 0 && !y.situation[1].r.Of(Loon).PerYear.Equal(y.situation[0].r.Of(Loon).PerYear))
		note(EventLastBijstand, k == 0 && bijstand && y.situation[1].r.Of(Bijstand).PerYear.IsZero())
		note(EventOldToeslagen, k == 0 && differs)
		note(EventSettleBijstand, k == 1 && !y.bijstand(month, 0).Equal(y.bijstand(month, 1)))
		note(EventNewToeslagen, k == 1 && differs)
		note(EventContractEnds, m.Months > 0 && k == m.Months)
		exempt := y.exemptIn(true)
		exempts := y.situation[1].f.exempts() && bijstand
		note(EventExemptionBegins, exempts && k == 0 && exempt[month] && !earnsWage(m.Before))
		note(EventExemptionEnds, exempts && !exempt[month] && k > 0 && years[(t-1)/12].exemptIn(true)[(t-1)%12])
		note(EventHolidayBijstand, holiday[t])
		for _, g := range ofYear[t/12] {
			switch g.Key {
			case EventExemptionEnds, EventClaimsOfLastYear, EventHolidayBijstand: // said above, or nothing of the change
			default:
				if g.Month == x.Month {
					x.Events = append(x.Events, g)
				}
			}
		}
	}
	return nil
}
