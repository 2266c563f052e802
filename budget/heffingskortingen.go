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
	return afbouwKorting(s, a.ahk, "korting.algemeen", "Wet IB 2001 art. 8.10", income)
}

// ouderenkorting in whole euros a year (Wet IB 2001 art. 8.17).
func ouderenkorting(s *Sheet, f *facts, income decimal.Decimal) decimal.Decimal {
	return afbouwKorting(s, &f.set.Heffingskortingen.Ouderen, "korting.ouderen", "Wet IB 2001 art. 8.17", income)
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
	var from, rate, maximum decimal.Decimal
	base, next := zero, zero
	for _, row := range k.Segmenten.Rows { // columns van, percentage, maximum
		if labour.LessThanOrEqual(row[0]) {
			break
		}
		base, next = next, row[2]
		from, rate, maximum = row[0], row[1], row[2]
	}
	var credit decimal.Decimal
	if end := k.Vanaf.Value; labour.GreaterThan(end) {
		s.useRow("korting.arbeid_maximum", &k.Segmenten, maximum)
		credit = positive(maximum.Sub(s.use(&k.Percentage).Mul(labour.Sub(s.use(&k.Vanaf)))))
	} else {
		s.useRow("korting.arbeid_basis", &k.Segmenten, base)
		s.useRow("korting.arbeid_vanaf", &k.Segmenten, from)
		s.useRow("korting.arbeid_percentage", &k.Segmenten, rate.Shift(2))
		credit = least(base.Add(rate.Mul(labour.Sub(from))), maximum)
	}
	return s.note("korting.arbeid", "Wet IB 2001 art. 8.11", WholeEuroUp(credit))
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
	return s.note("korting.combinatie", "Wet IB 2001 art. 8.14a", WholeEuroUp(least(s.use(maximum), s.use(rate).Mul(above)))), true
}
