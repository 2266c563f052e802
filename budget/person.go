package budget

import "github.com/shopspring/decimal"

// person is what one adult earns and owes in a calendar year as far as it depends on that adult alone; euro a year. It is
// computed once per hour point of that adult, whatever the partner does.
type person struct {
	wages, pension, fiscalWage    decimal.Decimal
	benefits, profit, taxable     decimal.Decimal // taxable: the taxable profit
	privatePension                decimal.Decimal // benefits of kind pension, a month
	holiday                       decimal.Decimal // gross holiday allowance inside wages, for municipal schemes
	travel                        decimal.Decimal
	works                         bool            // a job of more than 0 hours or a profit above 0
	lowWage                       bool            // a wage below the minimum
	income                        decimal.Decimal // box 1, whole euros
	labour                        decimal.Decimal // arbeidsinkomen, whole euros
	tax                           decimal.Decimal // before credits
	ahk, credits, jong            decimal.Decimal // credits: all but the combinatiekorting and jonggehandicaptenkorting
	zvw                           decimal.Decimal
	exemptWage                    decimal.Decimal   // net wage a month, base of the exemption in the bijstand
	exempt                        []decimal.Decimal // the exemption a month in each period of the bijstand
	untaxed                       decimal.Decimal   // earnings less pension premium and Zvw, before income tax
	unknownWage                   bool
	unknownTravel                 Reason // "" when the travel cost is known
	unknownBenefit, unknownProfit bool
	unknownTax                    bool
}

// earn computes what one adult earns and owes.
func (f *facts) earn(s *Sheet, i int, a *Adult) person {
	var p person
	x := &f.adults[i]
	f.earnWages(s, &p, a)
	var low, high decimal.Decimal
	wajong := f.earnBenefits(s, &p, a, &low, &high)
	f.earnProfit(s, &p, a, x)

	s.begin(Inkomstenbelasting, a.ID, "Wet IB 2001 art. 2.10")
	s.note("ib.fiscaal_loon", "Wet IB 2001 art. 3.80", p.fiscalWage)
	if !p.benefits.IsZero() {
		s.note("ib.uitkeringen", "Wet IB 2001 art. 3.81", p.benefits)
	}
	if !p.taxable.IsZero() {
		s.note("ib.belastbare_winst", "Wet IB 2001 art. 3.2", p.taxable)
	}
	p.income = s.note("ib.inkomen_box_1", "Wet IB 2001 art. 3.1", WholeEuroDown(positive(p.fiscalWage.Add(p.benefits).Add(p.taxable))))
	p.labour = s.note("ib.arbeidsinkomen", "Wet IB 2001 art. 8.1", WholeEuroDown(positive(p.fiscalWage.Add(p.profit))))
	p.tax = tarief(s, f, x, p.income)
	extra, known := tariefsaanpassing(s, f, p.income, p.profit.Sub(p.taxable))
	p.tax = p.tax.Add(extra)
	p.unknownTax = !known
	p.ahk = algemeneHeffingskorting(s, f, x, p.income)
	p.credits = p.ahk.Add(arbeidskorting(s, x, p.labour)).Add(f.ageCredits(s, x, p.income))
	if wajong && !x.aow {
		p.jong = s.note("korting.jonggehandicapten", "Wet IB 2001 art. 8.16a", s.use(&f.set.Heffingskortingen.Jonggehandicapten))
	}
	s.begin(Zvw, a.ID, "Zvw art. 41")
	p.zvw = zvwBijdrage(s, f, p.fiscalWage.Add(high), low.Add(positive(p.taxable)))
	p.untaxed = p.fiscalWage.Add(p.benefits).Add(p.profit).Sub(p.zvw)
	if f.exempts() && p.fiscalWage.Sign() > 0 {
		p.exemptWage = f.netWageAlone(s, a, x, p.fiscalWage)
		p.exempt = f.vrijgelaten(p.exemptWage)
	}
	return p
}

// ageCredits are the credits of AOW age: ouderenkorting, and for a person alone the alleenstaandeouderenkorting (art. 8.18).
func (f *facts) ageCredits(s *Sheet, x *adultFacts, income decimal.Decimal) decimal.Decimal {
	if !x.aow {
		return zero
	}
	credit := ouderenkorting(s, f, income)
	if !f.partner {
		credit = credit.Add(s.note("korting.alleenstaande_ouderen", "Wet IB 2001 art. 8.18",
			s.use(&f.set.Heffingskortingen.AlleenstaandeOuderen)))
	}
	return credit
}

func (f *facts) earnWages(s *Sheet, p *person, a *Adult) {
	for k := range a.Jobs {
		j := &a.Jobs[k]
		s.begin(Loon, a.ID, "Wml art. 15")
		gross, pension, known := loon(s, f, j, a.ID)
		p.unknownWage = p.unknownWage || !known
		p.wages, p.pension = p.wages.Add(gross), p.pension.Add(pension)
		if len(f.h.LocalSchemes) > 0 {
			p.holiday = p.holiday.Add(f.holidayAllowanceOf(j))
		}
		p.lowWage = p.lowWage || belowMinimumWage(f, a, j)
		hours, hoursKnown := j.HoursPerWeek.Get()
		if hoursKnown && hours.Sign() <= 0 {
			continue // a job of 0 hours has no travel cost
		}
		p.works = true // or may: without the hours the wage is unknown, and what depends on it
		travel, known := j.TravelCostPerMonth.Get()
		if !travel.IsZero() {
			s.begin(Reiskosten, a.ID, "")
			s.note("reiskosten.per_maand", "", travel)
		}
		switch {
		case !known:
			p.unknownTravel = ReasonTravelUnknown
		case !hoursKnown && travel.Sign() > 0:
			p.unknownTravel = ReasonWageUnknown
		}
		p.travel = p.travel.Add(travel.Mul(twelve))
	}
	p.fiscalWage = p.wages.Sub(p.pension)
}

// earnBenefits adds the taxed benefits; low and high are those with the low Zvw percentage and those on which the payer bears
// the Zvw contribution. It tells whether there is a Wajong benefit.
func (f *facts) earnBenefits(s *Sheet, p *person, a *Adult, low, high *decimal.Decimal) (wajong bool) {
	for k := range a.Benefits {
		b := &a.Benefits[k]
		month, known := b.GrossPerMonth.Get()
		p.unknownBenefit = p.unknownBenefit || !known
		s.begin(Uitkering, a.ID, "Wet IB 2001 art. 3.81")
		year := s.note("uitkering."+string(b.Kind), "", month.Mul(twelve))
		p.benefits = p.benefits.Add(year)
		switch b.Kind {
		case Anw, AOW, Pension, Alimony:
			*low = low.Add(year)
		default:
			*high = high.Add(year)
		}
		if b.Kind == Pension {
			p.privatePension = p.privatePension.Add(month)
		}
		wajong = wajong || b.Kind == Wajong && month.Sign() > 0
	}
	return wajong
}

func (f *facts) earnProfit(s *Sheet, p *person, a *Adult, x *adultFacts) {
	if a.Profit == nil {
		return
	}
	profit, known := a.Profit.PerYear.Get()
	p.unknownProfit = !known
	p.works = p.works || !known // or may
	if profit.IsZero() && !a.Profit.Starter {
		return
	}
	s.begin(Winst, a.ID, "Wet IB 2001 art. 3.8")
	p.profit = s.note("winst.voor_aftrek", "Wet IB 2001 art. 3.8", profit)
	p.works = p.works || profit.Sign() > 0
	p.taxable = belastbareWinst(s, f, a.Profit, profit, x.aow)
}

// netWageAlone is the net wage a month that the exemption of the bijstand looks at (Pw art. 31 lid 2 onder n, r, y): the fiscal
// wage less the tax on that wage alone, half up to cents.
func (f *facts) netWageAlone(s *Sheet, a *Adult, x *adultFacts, fiscalWage decimal.Decimal) decimal.Decimal {
	whole := WholeEuroDown(fiscalWage)
	credits := algemeneHeffingskorting(nil, f, x, whole).Add(arbeidskorting(nil, x, whole))
	tax := positive(tarief(nil, f, x, whole).Sub(credits))
	s.begin(Bijstand, a.ID, "Participatiewet art. 31 lid 2")
	s.note("ib.fiscaal_loon", "Wet IB 2001 art. 3.80", fiscalWage)
	s.note("bijstand.belasting_op_loon", "Participatiewet art. 31 lid 2", tax)
	return s.note("bijstand.nettoloon_per_maand", "Participatiewet art. 31 lid 2", perMonth(fiscalWage.Sub(tax)))
}

// net is what is left of the earnings after this income tax, euro a year.
func (p *person) net(tax decimal.Decimal) decimal.Decimal { return p.untaxed.Sub(tax) }

// unknownReason says which input of the income is not known yet, "" when all is.
func (p *person) unknownReason() Reason {
	switch {
	case p.unknownWage:
		return ReasonWageUnknown
	case p.unknownBenefit:
		return ReasonBenefitUnknown
	case p.unknownProfit:
		return ReasonProfitUnknown
	case p.unknownTax:
		return ReasonNoFigures
	}
	return ""
}
