package budget

import "github.com/shopspring/decimal"

// zvwBijdrage is the contribution that a person pays out of own pocket, euro a year, down to the cent.
// Zorgverzekeringswet art. 41 and 43: the low percentage on taxable profit and on Anw, AOW, pension and alimony, as far as they
// fit under the cap after wages and the other benefits have used it.
func zvwBijdrage(s *Sheet, f *facts, paidByOthers, own decimal.Decimal) decimal.Decimal {
	if own.Sign() <= 0 {
		return zero
	}
	room := positive(s.use(&f.set.Zvw.MaximumInkomen).Sub(paidByOthers))
	base := s.note("zvw.bijdrage_inkomen", "Zvw art. 43", least(own, room))
	return s.note("zvw.bijdrage", "Zvw art. 41", CentDown(base.Mul(s.use(&f.set.Zvw.LaagPercentage))))
}
