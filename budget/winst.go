package budget

import "github.com/shopspring/decimal"

// belastbareWinst is the taxable profit of a calendar year in euro, unrounded.
// Wet IB 2001 art. 3.76 (zelfstandigenaftrek, startersaftrek; half at AOW age, art. 3.76 lid 4), art. 3.79a (mkb-winstvrijstelling).
// The zelfstandigenaftrek is at most the profit, except for starters. What stays unused may be used later; that is not modelled.
func belastbareWinst(s *Sheet, f *facts, p *Profit, profit decimal.Decimal, aow bool) decimal.Decimal {
	w := &f.set.Winst
	deduct := zero
	if p.HoursTest {
		deduct = s.use(&w.Zelfstandigenaftrek)
		if p.Starter {
			deduct = deduct.Add(s.use(&w.Startersaftrek))
		}
		if aow {
			deduct = deduct.Div(two)
		}
		if !p.Starter {
			deduct = least(deduct, positive(profit))
		}
		s.note("winst.ondernemersaftrek", "Wet IB 2001 art. 3.74", deduct)
	}
	taxable := profit.Sub(deduct)
	if taxable.Sign() > 0 {
		taxable = taxable.Mul(one.Sub(s.use(&w.Mkbwinstvrijstelling)))
	}
	return s.note("winst.belastbaar", "Wet IB 2001 art. 3.2", taxable)
}
