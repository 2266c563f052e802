package budget

import (
	"fmt"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// Wetboek van Burgerlijke Rechtsvordering (BWBR0001827) art. 475da to 475dc: the part of an income that creditors must leave. It
// is an estimate: the letter of the bailiff wins. Limits: a known address (art. 475da lid 4); no increase for an own home or a
// high rent (lid 5 to 7); all income of the debtor is attached and none of the partner's; no attachment on toeslagen.

// BeslagvrijeVoet is the beslagvrije voet of one adult over the months of a year.
type BeslagvrijeVoet struct {
	Adult   string // id of the debtor
	State   State
	Reason  Reason // why nothing, or why it cannot be said
	Note    string // of the catalogues: "uitleg." + Note; "" without an amount
	Periods []BeslagPeriod
}

// BeslagPeriod is a stretch of months with one beslagvrije voet, euro a month.
type BeslagPeriod struct {
	From, Months int
	PerMonth     decimal.Decimal // what creditors must leave
	Income       decimal.Decimal // net income of the debtor with its holiday part
	Steps        []Step
}

// Attachable is what creditors may take of the income, euro a month.
func (p *BeslagPeriod) Attachable() decimal.Decimal { return p.Income.Sub(p.PerMonth) }

// BeslagOngeveer is the key of the note that every amount needs.
const BeslagOngeveer = "beslagvrijevoet.ongeveer"

// beslagMonth is what makes one month differ from another.
type beslagMonth struct {
	july     bool
	children bool
	bijstand string // euro a month
}

// BeslagvrijeVoet computes the part of the debtor's income that creditors must leave; debtor is the id of an adult, empty for
// the first.
func (e *Engine) BeslagvrijeVoet(h *Household, debtor string) (*BeslagvrijeVoet, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	at, err := adultAt(h, debtor)
	if err != nil {
		return nil, err
	}
	v := &BeslagvrijeVoet{Adult: h.Adults[at].ID}
	if v.Reason = beslagUnknown(set, h); v.Reason != "" {
		v.State = Unknown
		return v, nil
	}
	f := gather(nil, set, h)
	f.spread = &[NumComponents][12]decimal.Decimal{}
	people := f.everybody(nil)
	r := f.combine(nil, &people[0], &people[1], true)
	for _, c := range []Component{Inkomstenbelasting, Bijstand} {
		if o := r.Of(c); o.State == Unknown {
			v.State, v.Reason = Unknown, o.Reason
			return v, nil
		}
	}
	v.periods(f, &people, &r, at)
	return v, nil
}

func adultAt(h *Household, id string) (int, error) {
	for i := range h.Adults {
		if id == "" || h.Adults[i].ID == id {
			return i, nil
		}
	}
	return 0, fmt.Errorf("budget: no adult %q", id)
}

// beslagUnknown is why the beslagvrije voet of a year cannot be said, whatever the income.
func beslagUnknown(set *rules.Set, h *Household) Reason {
	if reason := outside(set, h); reason != "" {
		return reason
	}
	for _, law := range []string{"beslagvrijevoet", "bijstand", "zorgtoeslag", "huurtoeslag", "kindgebondenbudget", "toeslagen"} {
		if len(set.MissingIn(law)) > 0 {
			return ReasonNoFigures
		}
	}
	return ""
}

func (v *BeslagvrijeVoet) periods(f *facts, people *[2]person, r *Result, at int) {
	taxable := zero
	var net [2]decimal.Decimal // a month
	for i := range f.n {
		taxable = taxable.Add(r.Persons[i].Toetsingsinkomen)
		net[i] = perMonth(positive(people[i].net(r.Persons[i].Tax)))
	}
	v.State, v.Reason = None, ReasonNoIncome
	for _, m := range runs(func(month int) beslagMonth {
		return beslagMonth{month >= 7, f.childrenIn(month) > 0, f.spread[Bijstand][month-1].String()}
	}) {
		bijstand := f.spread[Bijstand][m.first-1]
		if f.partner { // a right of both, each for half
			bijstand = bijstand.Div(two)
		}
		s := &Sheet{section: &Section{Person: v.Adult}}
		p := BeslagPeriod{From: m.first, Months: m.months, Income: Cent(net[at].Add(bijstand))}
		partner := zero
		if f.partner {
			partner = Cent(net[1-at].Add(bijstand))
		}
		p.PerMonth = f.beslagvrijeVoet(s, m.first, m.situation.children, taxable, p.Income, partner)
		p.Steps = s.section.Steps
		v.Periods = append(v.Periods, p)
		if p.PerMonth.Sign() > 0 {
			v.State, v.Reason, v.Note = HasAmount, "", BeslagOngeveer
		}
	}
}

// beslagvrijeVoet is the part of an income that creditors must leave, euro a month: the base and what the toeslagen lose at this
// income, at most the amount of the law (art. 475da), less the income of the partner (art. 475db), at most 95 percent of the
// income (art. 475dc). taxable is the yearly income of debtor and partner; income and partner are net a month.
func (f *facts) beslagvrijeVoet(s *Sheet, month int, children bool, taxable, income, partner decimal.Decimal) decimal.Decimal {
	s.note("toeslag.toetsingsinkomen", "Rv art. 475da lid 3", taxable)
	sum := f.beslagBasis(s, month).Add(f.beslagZorg(s, taxable)).Add(f.beslagHuur(s, children, taxable))
	if children {
		sum = sum.Add(f.beslagKinderen(s, taxable))
	}
	s.note("beslagvrijevoet.som", "Rv art. 475da lid 2", Cent(sum))
	free := least(Cent(sum), s.use(f.beslagMaximum(children).In(month)))
	if f.partner {
		off := least(partner, Cent(free.Div(two)))
		free = free.Sub(s.note("beslagvrijevoet.partner", "Rv art. 475db", off))
	}
	s.note("beslagvrijevoet.inkomen", "Rv art. 475dc", income)
	most := s.note("beslagvrijevoet.deel_van_inkomen", "Rv art. 475dc", Cent(income.Mul(s.use(&f.set.BeslagvrijeVoet.InkomenAandeel))))
	return s.note("beslagvrijevoet.per_maand", "Rv art. 475da", least(free, most))
}

// beslagMaximum is the highest amount of the household (art. 475da lid 1).
func (f *facts) beslagMaximum(children bool) *rules.Halves {
	v := &f.set.BeslagvrijeVoet
	switch {
	case f.partner && children:
		return &v.GehuwdKinderen
	case f.partner:
		return &v.Gehuwd
	case children:
		return &v.AlleenstaandeOuder
	}
	return &v.Alleenstaand
}

// beslagBasis is 95 percent of the norm of art. 21 Pw, also for the young, the old and cost-sharers (art. 475da lid 2).
func (f *facts) beslagBasis(s *Sheet, month int) decimal.Decimal {
	norm := &f.set.Bijstand.Norm.Alleenstaand
	if f.partner {
		norm = &f.set.Bijstand.Norm.Gehuwd
	}
	base := s.use(norm.In(month)).Mul(s.use(&f.set.BeslagvrijeVoet.NormAandeel))
	return s.note("beslagvrijevoet.basis", "Rv art. 475da lid 2", base)
}

// beslagZorg is the zorgtoeslag lost, at most the standaardpremie less what the norm has for it (Pw art. 23 lid 2).
func (f *facts) beslagZorg(s *Sheet, taxable decimal.Decimal) decimal.Decimal {
	premie := s.use(&f.set.Zorgtoeslag.Standaardpremie)
	if f.partner {
		premie = s.note("zorgtoeslag.standaardpremies", "Rv art. 475da lid 3", premie.Add(premie))
	}
	limit := premie.Div(twelve).Sub(s.use(f.set.BeslagvrijeVoet.PremieInNorm.For(f.partner)))
	above := positive(taxable.Sub(s.use(&f.set.Toeslagen.Drempelinkomen)))
	lost := above.Mul(s.use(&f.set.Zorgtoeslag.PercentageBoven)).Div(twelve)
	return s.note("beslagvrijevoet.zorg", "Rv art. 475da lid 3", least(lost, limit))
}

// beslagHuur is the huurtoeslag lost at the highest rent, whatever the real rent; in 2025 by the quadratic formula of that year.
func (f *facts) beslagHuur(s *Sheet, children bool, taxable decimal.Decimal) decimal.Decimal {
	p := &f.set.Huurtoeslag
	meer := f.partner || children
	rent := s.use(&p.Huurgrens)
	var own, lost decimal.Decimal
	if p.Basishuur.Een.Known() {
		own = s.use(p.Basishuur.For(meer))
		above := positive(taxable.Sub(s.use(p.MinimumInkomensijkpunt.For(meer))))
		lost = above.Mul(s.use(p.Afbouw.For(meer))).Div(twelve)
	} else {
		own = s.use(&p.NormhuurMinimum)
		a, b := s.use(p.FactorA.For(meer)), s.use(p.FactorB.For(meer))
		lost = positive(taxable.Mul(taxable.Mul(a).Add(b)).Sub(own))
	}
	return s.note("beslagvrijevoet.huur", "Rv art. 475da lid 3", least(lost, rent.Sub(own)))
}

// beslagKinderen is the kindgebonden budget lost; for partners it begins higher, by the difference of the two points of the Wkgb.
// It has no limit of its own: the highest amount of the household keeps it in.
func (f *facts) beslagKinderen(s *Sheet, taxable decimal.Decimal) decimal.Decimal {
	k := &f.set.KindgebondenBudget
	from := f.set.Toeslagen.Drempelinkomen.Value
	if f.partner {
		from = from.Add(s.use(&k.Afbouwpunt.Partner).Sub(s.use(&k.Afbouwpunt.Alleen)))
	}
	lost := positive(taxable.Sub(from)).Mul(s.use(&k.Afbouwpercentage)).Div(twelve)
	return s.note("beslagvrijevoet.kinderen", "Rv art. 475da lid 3", lost)
}
