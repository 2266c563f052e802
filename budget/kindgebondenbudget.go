package budget

import "github.com/shopspring/decimal"

// kgbMonth counts the children of a month for the kindgebonden budget.
type kgbMonth struct{ children, from12, from16 int }

func (f *facts) kgbMonth(month int) kgbMonth {
	var m kgbMonth
	k, year := &f.set.KindgebondenBudget, f.set.Year
	for i := range f.h.Children {
		c := &f.h.Children[i]
		// From the month after the birth up to and including the month of the 18th birthday.
		if !c.Kinderbijslag || !f.isChild(c, month) {
			continue
		}
		m.children++
		switch {
		case c.Born.reached(k.LeeftijdExtra16.Int(), year, month):
			m.from16++
		case c.Born.reached(k.LeeftijdExtra12.Int(), year, month):
			m.from12++
		}
	}
	return m
}

// kindgebondenBudget is the allowance of a calendar year in euro.
// Wet op het kindgebonden budget (BWBR0022751) art. 2; wealth as for the zorgtoeslag (art. 1 lid 3). Children count by month, the
// income is that of the year, also for the reduction (art. 2 lid 7).
func (f *facts) kindgebondenBudget(s *Sheet, toetsingsinkomen decimal.Decimal) Outcome {
	k := &f.set.KindgebondenBudget
	if len(f.kgb) == 1 && f.kgb[0].situation.children == 0 {
		return none(ReasonNoChildren)
	}
	if len(f.set.MissingIn("kindgebondenbudget")) > 0 {
		return unknown(ReasonNoFigures)
	}
	if !f.wealthKnown {
		return unknown(ReasonWealthUnknown)
	}
	s.note("toeslag.vermogen", "Wkgb art. 1", f.wealth)
	if f.wealth.GreaterThan(s.use(k.Vermogensgrens.For(f.partner))) {
		return none(ReasonWealthTooHigh)
	}
	reduction := f.kgbReduction(s, toetsingsinkomen)
	twelfths := zero
	for i, r := range f.kgb {
		if r.situation.children == 0 {
			continue
		}
		maximum := f.kgbMaxima[i]
		if s != nil { // the same amount, with its steps
			maximum = f.kgbMaximum(s, r.situation, r.months)
		}
		claim := positive(maximum.Sub(reduction))
		s.noteMonths("kgb.recht", "Wkgb art. 2", claim, r.months)
		twelfths = plus(twelfths, claim.Mul(count[r.months]))
		if f.spread != nil {
			f.inMonths(KindgebondenBudget, r.first, r.months, twelfth(WholeEuroNearest(claim)))
		}
	}
	return f.toekenning(s, twelfths, ReasonIncomeTooHigh)
}

// kgbMaximum is the allowance before the income takes off, euro a year (Wkgb art. 2 lid 2, 3 and 6).
func (f *facts) kgbMaximum(s *Sheet, m kgbMonth, months int) decimal.Decimal {
	k := &f.set.KindgebondenBudget
	children := s.noteMonths("kgb.kinderen", "Wkgb art. 2 lid 2", decimal.NewFromInt(int64(m.children)), months)
	maximum := s.use(&k.PerKind).Mul(children)
	if m.from12 > 0 {
		n := s.noteMonths("kgb.kinderen_12", "Wkgb art. 2 lid 3", decimal.NewFromInt(int64(m.from12)), months)
		maximum = maximum.Add(s.use(&k.Extra12).Mul(n))
	}
	if m.from16 > 0 {
		n := s.noteMonths("kgb.kinderen_16", "Wkgb art. 2 lid 3", decimal.NewFromInt(int64(m.from16)), months)
		maximum = maximum.Add(s.use(&k.Extra16).Mul(n))
	}
	if !f.partner {
		maximum = maximum.Add(s.use(&k.AlleenstaandeOuderkop))
	}
	return s.noteMonths("kgb.maximum", "Wkgb art. 2 lid 2", maximum, months)
}

// kgbReduction is what the income takes off, euro a year: from 2027 with a second, steeper stretch.
func (f *facts) kgbReduction(s *Sheet, toetsingsinkomen decimal.Decimal) decimal.Decimal {
	k := &f.set.KindgebondenBudget
	s.note("toeslag.toetsingsinkomen", "Awir art. 8", toetsingsinkomen)
	above := toetsingsinkomen.Sub(s.use(k.Afbouwpunt.For(f.partner)))
	if above.Sign() <= 0 {
		return s.note("kgb.afbouw", "Wkgb art. 2 lid 7", zero)
	}
	steep := zero
	if k.TweedeAfbouwpunt.Known() && k.AfbouwBovenTweede.Known() {
		steep = positive(toetsingsinkomen.Sub(s.use(&k.TweedeAfbouwpunt)))
	}
	reduction := above.Sub(steep).Mul(s.use(&k.Afbouwpercentage))
	if steep.Sign() > 0 {
		reduction = reduction.Add(steep.Mul(s.use(&k.AfbouwBovenTweede)))
	}
	return s.note("kgb.afbouw", "Wkgb art. 2 lid 7", reduction)
}
