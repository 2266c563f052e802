package budget

import (
	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// opvangKind is the childcare of one child that counts for the allowance, a month.
type opvangKind struct {
	child       string
	hours, cost decimal.Decimal
}

// gatherOpvang settles what the childcare costs and which part of it counts. The file's care is bought in every month.
func (f *facts) gatherOpvang(s *Sheet) {
	month := zero
	for i := range f.h.Children {
		c := &f.h.Children[i]
		if len(c.Childcare) == 0 {
			continue
		}
		s.begin(Kinderopvangkosten, "", "")
		k := opvangKind{child: c.ID}
		left := f.set.Kinderopvangtoeslag.MaximumUren.Value
		for _, care := range c.Childcare {
			hours, hoursKnown := care.HoursPerMonth.Get()
			price, priceKnown := care.PricePerHour.Get()
			if !hoursKnown || !priceKnown && !hours.IsZero() {
				f.opvangUnknown = true
				continue
			}
			month = month.Add(s.noteChild("opvang.kosten_per_maand", "", Cent(hours.Mul(price)), c.ID))
			counted := least(hours, left) // the kinds count in the order of the file
			left = left.Sub(counted)
			k.hours = k.hours.Add(counted)
			if p := f.maximumUurprijs(care.Kind); p.Known() {
				s.noteChild("opvang.prijs_per_uur", "", price, c.ID)
				s.useChild(p, c.ID, 0)
				k.cost = k.cost.Add(Cent(counted.Mul(least(price, p.Value))))
			}
		}
		f.opvang = append(f.opvang, k)
	}
	f.opvangKosten = amount(month.Mul(twelve).Neg(), ReasonNoCare)
	if f.opvangUnknown {
		f.opvangKosten = unknown(ReasonCareUnknown)
	}
}

func (f *facts) maximumUurprijs(k CareKind) *rules.Param {
	p := &f.set.Kinderopvangtoeslag
	switch k {
	case Dagopvang:
		return &p.MaxDagopvang
	case Gastouder:
		return &p.MaxGastouder
	}
	return &p.MaxBSO
}

// kinderopvangtoeslag is the allowance of a calendar year in euro.
// Wet kinderopvang (BWBR0017017) art. 1.6 and 1.7, Besluit kinderopvangtoeslag. Every adult must work; the number of hours of work
// does not matter. Limits: no study or trajectory, no months after the end of a job.
func (f *facts) kinderopvangtoeslag(s *Sheet, everybodyWorks bool, toetsingsinkomen decimal.Decimal) Outcome {
	switch {
	case len(f.opvang) == 0:
		return none(ReasonNoCare)
	case !everybodyWorks:
		return none(ReasonNotWorking)
	case f.opvangUnknown:
		return unknown(ReasonCareUnknown)
	case len(f.set.MissingIn("kinderopvangtoeslag")) > 0:
		return unknown(ReasonNoFigures)
	}
	month := f.opvangMaand(s, toetsingsinkomen)
	if f.spread != nil {
		f.inMonths(Kinderopvangtoeslag, 1, 12, WholeEuroDown(month))
	}
	return f.toekenning(s, month.Mul(twelveTwelfths), ReasonNoCare)
}

// opvangMaand is the allowance of a month, unrounded over the children.
func (f *facts) opvangMaand(s *Sheet, toetsingsinkomen decimal.Decimal) decimal.Decimal {
	first, next := f.opvangPercentages(s, toetsingsinkomen)
	eldest := f.eersteKind()
	month := zero
	for i := range f.opvang {
		share := next
		if i == eldest {
			share = first
		}
		k := &f.opvang[i]
		s.noteChild("kot.uren", "Wko art. 1.7", k.hours, k.child)
		s.noteChild("kot.kosten", "Besluit kinderopvangtoeslag art. 4", k.cost, k.child)
		if s != nil {
			s.noteChild("kot.percentage", "Besluit kinderopvangtoeslag art. 6", share.Shift(2), k.child)
		}
		month = plus(month, s.noteChild("kot.per_maand", "Wko art. 1.7", Cent(k.cost.Mul(share)), k.child))
	}
	return s.note("kot.samen_per_maand", "Wko art. 1.7", month)
}

// eersteKind is the child with the most hours that count; with equal hours the one with the highest cost (Wko art. 1.7).
func (f *facts) eersteKind() int {
	first := 0
	for i := range f.opvang {
		c := f.opvang[i].hours.Cmp(f.opvang[first].hours)
		if c > 0 || c == 0 && f.opvang[i].cost.GreaterThan(f.opvang[first].cost) {
			first = i
		}
	}
	return first
}

// opvangPercentages reads the table at a joint income: shares of the cost for the first and for the next children.
func (f *facts) opvangPercentages(s *Sheet, income decimal.Decimal) (first, next decimal.Decimal) {
	rows := f.set.Kinderopvangtoeslag.Tabel.Rows
	for _, row := range rows { // columns van, tot, eerste_kind, volgend_kind
		if income.LessThan(row[0]) {
			break
		}
		first, next = row[2], row[3]
	}
	if s != nil {
		s.note("toeslag.toetsingsinkomen", "Awir art. 8", income)
		s.useRow("kot.eerste_kind", &f.set.Kinderopvangtoeslag.Tabel, first.Shift(2))
		s.useRow("kot.volgend_kind", &f.set.Kinderopvangtoeslag.Tabel, next.Shift(2))
	}
	return first, next
}
