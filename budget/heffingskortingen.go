package budget

import (
	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// Every credit is rounded up to whole euros by itself, as the official tables do.

// algemeneHeffingskorting in whole euros a year (Wet IB 2001 art. 8.10): nil in the highest bracket.
func algemeneHeffingskorting(s *Sheet, f *facts, a *adultFacts, income decimal.Decimal) decimal.Decimal {
	if income.GreaterThan(f.set.Inkomstenbelasting.Schijfgrens2.Value) {
		return zero
	}
	return afbouwKorting(s, a.ahk, "korting.algemeen", "Wet IB art. 8.10", income)
}

// ouderenkorting in whole euros a year (Wet IB 2001 art. 8.17).
func ouderenkorting(s *Sheet, f *facts, income decimal.Decimal) decimal.Decimal {
	return afbouwKorting(s, &f.set.Heffingskortingen.Ouderen, "korting.ouderen", "Wet IB art. 8.17", income)
}

func afbouwKorting(s *Sheet, k *rules.AfbouwKorting, key, law string, income decimal.Decimal) decimal.Decimal {
	maximum, from := s.use(&k.Maximum), s.use(&k.Vanaf)
	if income.LessThanOrEqual(from) {
		return s.note(key, law, maximum)
	}
	return s.note(key, law, WholeEuroUp(positive(maximum.Sub(s.use(&k.Percentage).Mul(income.Sub(from))))))
}

// arbeidskorting in whole euros a year on income from present labour (Wet IB 2001 art. 8.11). At each knee the published
// whole-euro amount is the base of the next segment: the exact products would miss a third of the official payroll table.
func arbeidskorting(s *Sheet, a *adultFacts, labour decimal.Decimal) decimal.Decimal {
	k := a.arbeidskorting
	if labour.Sign() <= 0 || labour.GreaterThan(k.NihilVanaf.Value) {
		return zero
	}
	base, credit := zero, zero
	for _, row := range k.Segmenten.Rows {
		from, rate, maximum := row[0], row[1], row[2]
		if labour.LessThanOrEqual(from) {
			break
		}
		credit = least(base.Add(rate.Mul(labour.Sub(from))), maximum)
		base = maximum
	}
	if from := k.Vanaf.Value; labour.GreaterThan(from) {
		credit = positive(base.Sub(s.use(&k.Percentage).Mul(labour.Sub(from))))
	}
	return s.note("korting.arbeid", "Wet IB art. 8.11", WholeEuroUp(credit))
}

// combinatiekorting is the inkomensafhankelijke combinatiekorting in whole euros a year (Wet IB 2001 art. 8.14a), for the one
// adult who may have it. At AOW age it has its own figures, which are not published for every year.
func combinatiekorting(s *Sheet, f *facts, a *adultFacts, labour decimal.Decimal) (decimal.Decimal, bool) {
	k := &f.set.Heffingskortingen
	rate, maximum := &k.Combinatie.Percentage, &k.Combinatie.Maximum
	if a.aow {
		rate, maximum = &k.CombinatieAOW.Percentage, &k.CombinatieAOW.Maximum
	}
	if labour.LessThanOrEqual(k.Combinatie.Drempel.Value) {
		return zero, true
	}
	if !rate.Known() || !maximum.Known() {
		return zero, false
	}
	above := labour.Sub(s.use(&k.Combinatie.Drempel))
	return s.note("korting.combinatie", "Wet IB art. 8.14a", WholeEuroUp(least(s.use(maximum), s.use(rate).Mul(above)))), true
}
