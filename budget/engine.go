package budget

import (
	"fmt"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// Engine computes year results. It is immutable and safe for use by many goroutines.
type Engine struct {
	book *rules.Book
}

// NewEngine makes an engine with a book of rules.
func NewEngine(book *rules.Book) *Engine { return &Engine{book} }

// Rules gives the numbers of the law of a year; an error names a year that is not supported.
func (e *Engine) Rules(year int) (*rules.Set, error) { return e.book.For(year) }

// Year answers: what does this household have when its situation lasts the whole calendar year? The household must be valid.
func (e *Engine) Year(h *Household) (*Result, error) { return e.year(nil, h) }

// Explain is Year with every step on the way.
func (e *Engine) Explain(h *Household) (*Result, *Trace, error) {
	s := &Sheet{}
	r, err := e.year(s, h)
	s.trace.arrange()
	return r, &s.trace, err
}

func (e *Engine) year(s *Sheet, h *Household) (*Result, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	if len(h.Adults) == 0 {
		return nil, fmt.Errorf("budget: a household without adults")
	}
	if reason := outside(set, h); reason != "" {
		return allUnknown(h, reason), nil
	}
	f := gather(s, set, h)
	people := f.everybody(s)
	r := f.combine(s, &people[0], &people[1], true)
	return &r, nil
}

func (f *facts) everybody(s *Sheet) (people [2]person) {
	for i := range f.h.Adults {
		people[i] = f.earn(s, i, &f.h.Adults[i])
	}
	return people
}

// allUnknown is the result of a household outside schema 1: the program does not guess.
func allUnknown(h *Household, reason Reason) *Result {
	r := &Result{Year: h.Year, unknown: true}
	for c := range r.Components {
		r.Components[c] = unknown(reason)
	}
	for i := range h.Adults {
		r.Persons[i].ID = h.Adults[i].ID
	}
	r.Adults = len(h.Adults)
	return r
}

// combine puts the adults together: what the law looks at for the household. The order is that of the law: tax, then bijstand
// (which looks at net income), then the toeslagen (which look at the taxable income with the bijstand). buysCare false: no
// childcare is bought at this point of a curve.
func (f *facts) combine(s *Sheet, a, b *person, buysCare bool) Result {
	pair := [2]*person{a, b}
	people := pair[:f.n]
	r := Result{Year: f.set.Year, Adults: f.n}
	assessed, missing := f.taxes(s, people, &r)
	f.grossComponents(people, &r)

	bijstand := f.bijstandWhen(s, missing, people, assessed)
	if f.given != nil {
		bijstand, r.Components[Reiskosten] = f.given.bijstand, f.given.reiskosten
	}
	r.Components[Bijstand] = bijstand
	if bijstand.State == Unknown && missing == "" {
		missing = bijstand.Reason
	}
	total := zero
	for i, p := range people {
		toets := p.income
		if bijstand.PerYear.Sign() > 0 {
			toets = toets.Add(f.brutoBijstand(s, i, p, bijstand.PerYear))
		}
		f.noteToetsingsinkomen(s, i, p, toets)
		r.Persons[i] = Person{ID: f.h.Adults[i].ID, FiscalWage: p.fiscalWage, Toetsingsinkomen: toets, Tax: r.Persons[i].Tax}
		total = plus(total, toets)
	}
	f.toeslagen(s, &r, people, total, missing, buysCare)
	if f.given != nil {
		f.given.fill(&r, total)
	} else {
		f.lokaalOutcome(s, &r, people, missing)
	}
	f.applySignals(&r)
	f.remarks(&r, people)
	r.sum()
	if s != nil {
		for c := range r.Components {
			s.close(Component(c), r.Components[c])
		}
	}
	return r
}

// noteToetsingsinkomen notes what the toeslagen take for the income of one adult.
func (f *facts) noteToetsingsinkomen(s *Sheet, i int, p *person, toets decimal.Decimal) {
	if s == nil {
		return
	}
	s.begin(Zorgtoeslag, f.h.Adults[i].ID, "Awir art. 8")
	s.note("ib.inkomen_box_1", "Wet IB 2001 art. 3.1", p.income)
	if gross := toets.Sub(p.income); gross.Sign() > 0 {
		s.note("bijstand.bruto", "Awir art. 8", gross)
	}
	s.note("toeslag.toetsingsinkomen_persoon", "Awir art. 8", toets)
}

// taxes fills the tax of every adult and gives the tax as the bijstand assesses it; missing names an input not known yet.
func (f *facts) taxes(s *Sheet, people []*person, r *Result) (assessed [2]decimal.Decimal, missing Reason) {
	var iack [2]decimal.Decimal
	for _, p := range people {
		if reason := p.unknownReason(); reason != "" && missing == "" {
			missing = reason
		}
	}
	if i, ok := f.combinatieAdult(people); ok {
		s.begin(Inkomstenbelasting, f.h.Adults[i].ID, "")
		credit, known := combinatiekorting(s, f, &f.adults[i], people[i].labour)
		if iack[i] = credit; !known && missing == "" {
			missing = ReasonNoFigures
		}
	}
	var rest, restAssessed [2]decimal.Decimal // tax left after credits, which a partner born before 1963 may use
	if f.adults[0].bornBefore1963 || f.adults[1].bornBefore1963 {
		for i, p := range people {
			restAssessed[i] = p.tax.Sub(p.credits).Sub(iack[i])
			rest[i] = restAssessed[i].Sub(p.jong)
		}
	}
	tax, zvw := zero, zero
	for i, p := range people {
		s.begin(Inkomstenbelasting, f.h.Adults[i].ID, "")
		credits := plus(p.credits, iack[i])
		due := verschuldigd(s, p.tax, plus(credits, p.jong), p.ahk, f, &f.adults[i], rest[1-i])
		s.note("ib.verschuldigd", "Wet IB 2001 art. 8.8", due)
		if assessed[i] = due; p.jong.Sign() > 0 || people[len(people)-1-i].jong.Sign() > 0 {
			assessed[i] = verschuldigd(nil, p.tax, credits, p.ahk, f, &f.adults[i], restAssessed[1-i])
		}
		r.Persons[i].Tax = due
		tax, zvw = plus(tax, due), plus(zvw, p.zvw)
	}
	r.Components[Inkomstenbelasting] = orUnknown(missing, amount(tax.Neg(), ReasonNoTax))
	r.Components[Zvw] = orUnknown(missing, amount(zvw.Neg(), ReasonNoZvw))
	return assessed, missing
}

// combinatieAdult is the adult who may have the combinatiekorting: alone, or the partner with the lower arbeidsinkomen, at
// equal income the elder, then the first in the file (Wet IB 2001 art. 8.14a).
func (f *facts) combinatieAdult(people []*person) (int, bool) {
	if !f.combinatie {
		return 0, false
	}
	if len(people) == 1 {
		return 0, true
	}
	switch c := people[0].labour.Cmp(people[1].labour); {
	case c < 0:
		return 0, true
	case c > 0:
		return 1, true
	}
	if f.h.Adults[1].Born.monthsBefore(f.h.Adults[0].Born) > 0 {
		return 1, true
	}
	return 0, true
}

func orUnknown(missing Reason, o Outcome) Outcome {
	if missing != "" {
		return unknown(missing)
	}
	return o
}

// grossComponents fills what people earn and pay themselves.
func (f *facts) grossComponents(people []*person, r *Result) {
	wages, benefits, profit, pension, travel := zero, zero, zero, zero, zero
	var noWage, noBenefit, noProfit bool
	var noTravel Reason
	for _, p := range people {
		wages, benefits, profit = plus(wages, p.wages), plus(benefits, p.benefits), plus(profit, p.profit)
		pension, travel = plus(pension, p.pension), plus(travel, p.travel)
		noWage, noBenefit = noWage || p.unknownWage, noBenefit || p.unknownBenefit
		noProfit = noProfit || p.unknownProfit
		if noTravel == "" {
			noTravel = p.unknownTravel
		}
	}
	set := func(c Component, d decimal.Decimal, ifNothing Reason, isUnknown bool, why Reason) {
		if r.Components[c] = amount(d, ifNothing); isUnknown {
			r.Components[c] = unknown(why)
		}
	}
	set(Loon, wages, ReasonNoWage, noWage, ReasonWageUnknown)
	set(Uitkering, benefits, ReasonNoBenefit, noBenefit, ReasonBenefitUnknown)
	set(Winst, profit, ReasonNoProfit, noProfit, ReasonProfitUnknown)
	set(Pensioenpremie, pension.Neg(), ReasonNoPension, noWage, ReasonWageUnknown)
	set(Reiskosten, travel.Neg(), ReasonNoTravel, noTravel != "", noTravel)
}

func (f *facts) bijstandWhen(s *Sheet, missing Reason, people []*person, assessed [2]decimal.Decimal) Outcome {
	if missing != "" && f.h.Bijstand.Claims {
		return unknown(missing)
	}
	return f.bijstandOf(s, people, assessed)
}

// toeslagen fills the allowances, the kinderbijslag and the cost of childcare.
func (f *facts) toeslagen(s *Sheet, r *Result, people []*person, total decimal.Decimal, missing Reason, buysCare bool) {
	works := true
	for _, p := range people {
		works = works && p.works
	}
	rule := func(c Component, law string, outcome func() Outcome) {
		s.begin(c, "", law)
		r.Components[c] = outcome()
		// What does not depend on the income stays known: no children, no rent, too much wealth.
		if o := r.Components[c]; missing != "" && (o.State == HasAmount || o.Reason == ReasonIncomeTooHigh || o.Reason == ReasonTooSmall) {
			r.Components[c] = unknown(missing)
		}
	}
	rule(Zorgtoeslag, "Wzt art. 2", func() Outcome { return f.zorgtoeslag(s, total) })
	rule(Huurtoeslag, "Wht art. 21", func() Outcome { return f.huurtoeslag(s, total) })
	rule(KindgebondenBudget, "Wkgb art. 2", func() Outcome { return f.kindgebondenBudget(s, total) })
	r.Components[Kinderbijslag] = f.kinderbijslag
	if !buysCare {
		r.Components[Kinderopvangtoeslag], r.Components[Kinderopvangkosten] = none(ReasonNotWorking), none(ReasonNoCare)
		return
	}
	rule(Kinderopvangtoeslag, "Wko art. 1.7", func() Outcome { return f.kinderopvangtoeslag(s, works, total) })
	r.Components[Kinderopvangkosten] = f.opvangKosten
}

func (f *facts) remarks(r *Result, people []*person) {
	for _, p := range people {
		if p.lowWage {
			r.Remarks = append(r.Remarks, RemarkMinimumWage)
			break
		}
	}
	free := f.set.Inkomstenbelasting.Box3Heffingsvrij.Value
	if f.partner {
		free = free.Add(free)
	}
	if f.wealth.GreaterThan(free) {
		r.Remarks = append(r.Remarks, RemarkBox3)
	}
}

// sum adds the components up; with an unknown one the total is unknown too.
func (r *Result) sum() {
	for i := range r.Components {
		r.unknown = r.unknown || r.Components[i].State == Unknown
		if r.Components[i].State == HasAmount {
			r.perYear = plus(r.perYear, r.Components[i].PerYear)
		}
	}
}
