package budget

import "github.com/shopspring/decimal"

// tarief is the tax and premiums together on box 1 income before credits, whole euros a year.
// Wet IB 2001 art. 2.10 and 2.10a, Wfsv art. 8. Each bracket is rounded down by itself, as the official tables do.
func tarief(s *Sheet, f *facts, a *adultFacts, income decimal.Decimal) decimal.Decimal {
	ib := &f.set.Inkomstenbelasting
	limit1, rate1 := &ib.Schijfgrens1, &ib.Tarief1
	if a.born1945 {
		limit1 = &ib.Schijfgrens1Voor1946
	}
	if a.aow {
		rate1 = &ib.Tarief1AOW
	}
	end1 := s.use(limit1)
	tax := s.note("ib.schijf_1", "Wet IB 2001 art. 2.10", WholeEuroDown(least(income, end1).Mul(s.use(rate1))))
	if income.LessThanOrEqual(end1) {
		return tax
	}
	end2 := s.use(&ib.Schijfgrens2)
	tax = tax.Add(s.note("ib.schijf_2", "Wet IB 2001 art. 2.10", WholeEuroDown(least(income, end2).Sub(end1).Mul(s.use(&ib.Tarief2)))))
	if income.LessThanOrEqual(end2) {
		return tax
	}
	return tax.Add(s.note("ib.schijf_3", "Wet IB 2001 art. 2.10", WholeEuroDown(income.Sub(end2).Mul(s.use(&ib.Tarief3)))))
}

// tariefsaanpassing takes back part of the benefit of deductions in the highest bracket, whole euros a year.
// Wet IB 2001 art. 2.10 lid 3. Without a published percentage the tax is unknown.
func tariefsaanpassing(s *Sheet, f *facts, income, deductions decimal.Decimal) (decimal.Decimal, bool) {
	if deductions.Sign() <= 0 {
		return zero, true
	}
	ib := &f.set.Inkomstenbelasting
	base := least(deductions, positive(income.Add(deductions).Sub(ib.Schijfgrens2.Value)))
	if base.IsZero() {
		return zero, true
	}
	if !ib.Tariefsaanpassing.Known() {
		return zero, false
	}
	return s.note("ib.tariefsaanpassing", "Wet IB 2001 art. 2.10 lid 3", WholeEuroDown(base.Mul(s.use(&ib.Tariefsaanpassing)))), true
}

// verschuldigd is the tax of one adult after credits, euro a year: never below zero, except that a person born before 1963
// may be paid the unused algemene heffingskorting as far as the partner pays tax (Wet IB 2001 art. 8.9).
func verschuldigd(s *Sheet, tax, credits, ahk decimal.Decimal, f *facts, a *adultFacts, partnerRest decimal.Decimal) decimal.Decimal {
	used := least(credits, tax)
	due, rest := tax.Sub(used), credits.Sub(used)
	if f.partner && a.bornBefore1963 && used.LessThan(ahk) {
		paid := s.note("ib.uitbetaling_partner", "Wet IB 2001 art. 8.9", least(ahk.Sub(used), positive(partnerRest)))
		due, rest = due.Sub(paid), rest.Sub(paid)
	}
	if rest.Sign() > 0 { // what a low income does not use of its credits is lost
		s.note("ib.ongebruikt", "Wet IB 2001 art. 8.8", rest)
	}
	return due
}
