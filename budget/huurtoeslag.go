package budget

import (
	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// huurFacts are what the huurtoeslag asks about the people at the address.
type huurFacts struct {
	months      []run[huurMonth]
	income      decimal.Decimal // of the other residents that counts, euro a year
	incomeKnown bool
	wealthKnown bool
	tooRich     bool // another resident has more than the limit of one person
}

// huurMonth is what makes one month differ from another.
type huurMonth struct {
	meer    bool // meerpersoonshuishouden
	persons int
	young   bool // the limit for young people
	minor   bool // nobody of 18 or over rents the home, and no child lives there
}

func gatherHuur(f *facts) huurFacts {
	x := huurFacts{incomeKnown: true, wealthKnown: true}
	if f.h.Housing.Kind != Rent || len(f.set.MissingIn("huurtoeslag")) > 0 {
		return x
	}
	p := &f.set.Huurtoeslag
	for i := range f.h.OtherResidents {
		r := &f.h.OtherResidents[i]
		income, known := r.IncomePerYear.Get()
		x.incomeKnown = x.incomeKnown && known
		if f.exemptResident(r) {
			income = positive(income.Sub(p.KindInkomensvrijstelling.Value))
		}
		x.income = x.income.Add(income)
		wealth, known := r.Wealth.Get()
		x.wealthKnown = x.wealthKnown && known
		x.tooRich = x.tooRich || wealth.GreaterThan(p.Vermogensgrens.Alleen.Value)
	}
	x.months = runs(f.huurMonth)
	return x
}

// exemptResident tells whether only the income above the exemption counts: a child of one of the adults under 23 on 1 January
// (Besluit op de huurtoeslag art. 7). A resident of unknown relation who is a generation younger is taken for a child.
func (f *facts) exemptResident(r *Resident) bool {
	const generation = 16 * 12 // months; a convention of the case file
	if r.Born.ageOn1January(f.set.Year) >= f.set.Huurtoeslag.KindVrijstellingJongerDan.Int() {
		return false
	}
	if r.Relation != "" {
		return r.Relation == RelationChild
	}
	eldest := f.h.Adults[0].Born
	if f.n == 2 && f.h.Adults[1].Born.monthsBefore(eldest) > 0 {
		eldest = f.h.Adults[1].Born
	}
	return eldest.monthsBefore(r.Born) >= generation
}

func (f *facts) huurMonth(month int) huurMonth {
	age, year := f.set.Huurtoeslag.JongerenLeeftijd.Int(), f.set.Year
	m := huurMonth{young: f.adultsFrom(month, age) == 0}
	m.persons = f.n
	for i := range f.h.OtherResidents {
		b := f.h.OtherResidents[i].Born
		if b.reached(0, year, month) {
			m.persons++
			m.young = m.young && !b.reached(age, year, month)
		}
	}
	for i := range f.h.Children {
		c := &f.h.Children[i]
		if c.Born.reached(0, year, month) { // at 18 a child stays a resident, without income
			m.persons++
			m.young = m.young && !f.isChild(c, month)
		}
	}
	m.meer = m.persons > 1
	m.minor = f.adultsFrom(month, f.set.Algemeen.Meerderjarigheid.Int()) == 0 && f.childrenIn(month) == 0
	return m
}

// huurtoeslag is the allowance of a calendar year in euro.
// Wet op de huurtoeslag (BWBR0008659) art. 7, 13, 14, 17 to 21. Months of a different situation are added before the rounding.
// Limits: no service costs (2025), no exceptions to the rent limit of 2025, no reasonable rent set by the Huurcommissie.
func (f *facts) huurtoeslag(s *Sheet, toetsingsinkomen decimal.Decimal) Outcome {
	p := &f.set.Huurtoeslag
	switch f.h.Housing.Kind {
	case Rent:
	case "":
		return unknown(ReasonHomeUnknown)
	default:
		return none(ReasonNoRent)
	}
	rent, known := f.h.Housing.RentPerMonth.Get()
	switch {
	case len(f.set.MissingIn("huurtoeslag")) > 0:
		return unknown(ReasonNoFigures)
	case f.huur.tooRich, s.note("toeslag.vermogen", "Awir art. 7", f.wealth).GreaterThan(s.use(p.Vermogensgrens.For(f.partner))):
		return none(ReasonWealthTooHigh)
	case !known:
		return unknown(ReasonRentUnknown)
	case !f.wealthKnown:
		return unknown(ReasonWealthUnknown)
	case !f.huur.incomeKnown, !f.huur.wealthKnown:
		return unknown(ReasonResidentUnknown)
	}
	s.note("toeslag.toetsingsinkomen", "Awir art. 8", toetsingsinkomen)
	f.noteResidents(s)
	income := s.note("huurtoeslag.inkomen", "Wht art. 2 lid 3", plus(toetsingsinkomen, f.huur.income))
	twelfths, reason := zero, ReasonIncomeTooHigh
	for _, r := range f.huur.months {
		year, why := f.huurtoeslagPerYear(s, r.months, r.situation, rent, income)
		if why != "" {
			reason = why
		}
		if s != nil && why == "" {
			s.noteMonths("huurtoeslag.per_maand", "Wht art. 21", year.DivRound(twelve, 2), r.months)
		}
		twelfths = plus(twelfths, year.Mul(count[r.months]))
		if f.spread != nil {
			f.inMonths(Huurtoeslag, r.first, r.months, twelfth(year))
		}
	}
	return f.toekenning(s, twelfths, reason)
}

// noteResidents notes what the others at the address add to the income.
func (f *facts) noteResidents(s *Sheet) {
	if s == nil {
		return
	}
	for i := range f.h.OtherResidents {
		r := &f.h.OtherResidents[i]
		s.note("huurtoeslag.inkomen_medebewoner", "Wht art. 2 lid 3", r.IncomePerYear.Or(zero))
		if f.exemptResident(r) {
			s.use(&f.set.Huurtoeslag.KindInkomensvrijstelling)
		}
	}
}

// huurtoeslagPerYear is twelve times the month amount of one situation, unrounded; with the reason when the rent gives no right.
func (f *facts) huurtoeslagPerYear(s *Sheet, months int, m huurMonth, rent, income decimal.Decimal) (decimal.Decimal, Reason) {
	p := &f.set.Huurtoeslag
	if m.minor { // a tenant is 18 or over, or has a child (Wht art. 8, Awir art. 10 lid 2)
		return zero, ReasonTooYoung
	}
	limit := &p.Huurgrens
	if m.young {
		limit = &p.HuurgrensJongeren
	}
	if rent.GreaterThan(s.useMonths(limit, months)) {
		if p.HardeHuurgrens.Int() == 1 {
			return zero, ReasonRentTooHigh
		}
		rent = limit.Value
	}
	s.noteMonths("huurtoeslag.rekenhuur", "Wht art. 5", rent, months)
	capping := &p.Aftoppingsgrens.TotTwee
	if m.persons > 2 {
		capping = &p.Aftoppingsgrens.VanafDrie
	}
	if p.Basishuur.Een.Known() {
		own := s.useMonths(p.Basishuur.For(m.meer), months)
		if rent.LessThanOrEqual(own) {
			return zero, ReasonRentTooLow
		}
		layers := f.huurlagen(s, months, rent, own, capping).Mul(twelve)
		above := positive(income.Sub(s.use(p.MinimumInkomensijkpunt.For(m.meer))))
		taper := s.noteMonths("huurtoeslag.afbouw_per_jaar", "Wht art. 21 lid 2", above.Mul(s.use(p.Afbouw.For(m.meer))), months)
		return positive(layers.Sub(taper)), ""
	}
	own := f.basishuur2025(s, months, m.meer, income)
	if rent.LessThanOrEqual(own) {
		return zero, ReasonIncomeTooHigh
	}
	return f.huurlagen(s, months, rent, own, capping).Mul(twelve), ""
}

// huurlagen is the allowance a month before the effect of income (2026) or with it inside the own part (2025): 100 percent up to
// the kwaliteitskortingsgrens, then 65 and 40 percent (Wht art. 21). Once the own part passes a limit that layer is gone.
func (f *facts) huurlagen(s *Sheet, months int, rent, own decimal.Decimal, capping *rules.Param) decimal.Decimal {
	p := &f.set.Huurtoeslag
	quality, capped := s.use(&p.Kwaliteitskortingsgrens), s.useMonths(capping, months)
	a := positive(least(rent, quality).Sub(own)).Mul(p.PercentageTotKwaliteit.Value)
	b := positive(least(rent, capped).Sub(most(quality, own))).Mul(s.use(&p.PercentageTotAftopping))
	c := positive(rent.Sub(most(capped, own))).Mul(s.use(&p.PercentageBovenAftopping))
	s.noteMonths("huurtoeslag.laag_1", "Wht art. 21 lid 1 onder a", a, months)
	s.noteMonths("huurtoeslag.laag_2", "Wht art. 21 lid 1 onder b", b, months)
	s.noteMonths("huurtoeslag.laag_3", "Wht art. 21 lid 1 onder c", c, months)
	return plus(plus(a, b), c)
}

// basishuur2025 is the own part a month by the quadratic formula of 2025: the normhuur (up to whole cents, art. 19 lid 3) less
// the reduction.
func (f *facts) basishuur2025(s *Sheet, months int, meer bool, income decimal.Decimal) decimal.Decimal {
	p := &f.set.Huurtoeslag
	norm := p.NormhuurMinimum.Value.Sub(p.NormhuurVermindering.For(meer).Value)
	if income.GreaterThan(s.use(p.MinimumInkomensijkpunt.For(meer))) {
		a, b := s.use(p.FactorA.For(meer)), s.use(p.FactorB.For(meer))
		norm = income.Mul(income.Mul(a).Add(b)).RoundCeil(2)
	}
	s.noteMonths("huurtoeslag.normhuur", "Wht art. 19", norm, months)
	return s.noteMonths("huurtoeslag.basishuur", "Wht art. 16", norm.Sub(s.use(&p.VerlagingBasishuur)), months)
}
