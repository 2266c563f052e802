package budget

import "perspectief/budget/rules"

// gatherKinderbijslag is the entitlement of the four quarters of the year in euro.
// Algemene Kinderbijslagwet (BWBR0002368) art. 7 and 12: the age on the first day of the quarter counts.
func (f *facts) gatherKinderbijslag(s *Sheet) Outcome {
	s.begin(Kinderbijslag, "", "AKW art. 7 en 12")
	year, paid := zero, false
	for i := range f.h.Children {
		c := &f.h.Children[i]
		if !c.Kinderbijslag {
			continue
		}
		for month := 1; month <= 12; month += 3 {
			if p := f.kwartaalbedrag(c, month); p != nil {
				if !p.Known() {
					return unknown(ReasonNoFigures)
				}
				year, paid = year.Add(s.useChild(p, c.ID, 3)), true
			}
		}
	}
	if !paid {
		return none(ReasonNoChildren)
	}
	return Outcome{State: HasAmount, PerYear: year}
}

// kwartaalbedrag is the amount of the quarter that begins in a month; nil when the child gives no right.
func (f *facts) kwartaalbedrag(c *Child, month int) *rules.Param {
	k, year := &f.set.Kinderbijslag, f.set.Year
	switch {
	case !f.isChild(c, month):
		return nil
	case c.Born.reached(k.LeeftijdHoog.Int(), year, month):
		return k.Kwartaal12.In(month)
	case c.Born.reached(k.LeeftijdMidden.Int(), year, month):
		return k.Kwartaal6.In(month)
	}
	return k.Kwartaal0.In(month)
}
