package budget

import "github.com/shopspring/decimal"

// zorgtoeslag is the allowance of a calendar year in euro.
// Wet op de zorgtoeslag (BWBR0018451) art. 2; wealth test art. 3. The situation counts by month, the income is that of the year.
// Limits: no partner insured abroad (art. 4a) or uninsured (art. 2 lid 4), except one who is not 18 yet.
func (f *facts) zorgtoeslag(s *Sheet, toetsingsinkomen decimal.Decimal) Outcome {
	p := &f.set.Zorgtoeslag
	if len(f.set.MissingIn("zorgtoeslag")) > 0 {
		return unknown(ReasonNoFigures)
	}
	if !f.wealthKnown {
		return unknown(ReasonWealthUnknown)
	}
	s.note("toeslag.vermogen", "Wzt art. 3 lid 1", f.wealth)
	if f.wealth.GreaterThan(s.use(p.Vermogensgrens.For(f.partner))) {
		return none(ReasonWealthTooHigh)
	}
	premies := s.use(&p.Standaardpremie)
	if f.partner {
		premies = s.note("zorgtoeslag.standaardpremies", "Wzt art. 2 lid 1", premies.Add(premies))
	}
	s.note("toeslag.toetsingsinkomen", "Awir art. 8", toetsingsinkomen)
	drempel := s.use(&f.set.Toeslagen.Drempelinkomen)
	boven := s.note("zorgtoeslag.inkomen_boven_drempel", "Wzt art. 2 lid 2", positive(toetsingsinkomen.Sub(drempel)))
	normpremie := s.note("zorgtoeslag.normpremie", "Wzt art. 2 lid 2",
		drempel.Mul(s.use(p.PercentageDrempel.For(f.partner))).Add(boven.Mul(s.use(&p.PercentageBoven))))
	claim := s.note("zorgtoeslag.recht_per_jaar", "Wzt art. 2 lid 1", positive(premies.Sub(normpremie)))

	twelfths, reason := zero, ReasonTooYoung
	for _, r := range f.zorg {
		year := claim
		switch {
		case r.situation == f.n:
			reason = ReasonIncomeTooHigh
		case r.situation > 0: // one of the partners is under 18, so not insured for a premium: half (art. 2 lid 4)
			year = claim.Div(two)
		default:
			continue
		}
		twelfths = plus(twelfths, year.Mul(count[r.months]))
		if f.spread != nil {
			f.inMonths(Zorgtoeslag, r.first, r.months, twelfth(WholeEuroNearest(year)))
		}
	}
	return f.toekenning(s, twelfths, reason)
}

// toekenning is the award of an allowance for the year: half up to whole euros, and nothing below the smallest award (Awir art.
// 14 lid 4 and 5). It takes twelve times the year amount, so that nothing is divided before the rounding.
func (f *facts) toekenning(s *Sheet, twelfths decimal.Decimal, ifNothing Reason) Outcome {
	if twelfths.Sign() <= 0 {
		return none(ifNothing)
	}
	if s != nil {
		s.note("toeslag.onafgerond", "Awir art. 14 lid 4", twelfths.DivRound(twelve, 2))
	}
	smallest := s.use(&f.set.Toeslagen.KleinsteToekenning)
	award := s.note("toeslag.per_jaar", "Awir art. 14 lid 4", twelfths.DivRound(twelve, 0))
	if award.LessThan(smallest) {
		return none(ReasonTooSmall)
	}
	return Outcome{State: HasAmount, PerYear: award}
}
