package budget

import "github.com/shopspring/decimal"

// municipality checks what the Participatiewet and municipalities give. Limits are local: below the usual limit a right is
// possible, above it unlikely.
func (c *rechtCheck) municipality() {
	c.bijstand()
	c.inkomenstoeslag()
	c.studietoeslag()
	c.bijzondereBijstand()
	c.kwijtschelding()
	c.gemeentepolis()
	c.alleenverdieners()
	c.add("energiefonds", RechtenGemeente, Recht{State: RechtOnbekend, Why: ReasonLookItUp})
}

// bijstand is the bijstand itself, or the top-up of a family that does not ask for it: what would be left more in all.
func (c *rechtCheck) bijstand() {
	id, r := "bijstand", Recht{}
	if c.f.anyAOW() {
		id = "aio"
	}
	r.State, r.Why, r.PerYear = stateOf(c.now.Of(Bijstand))
	if !c.h.Bijstand.Claims && r.Why == ReasonNotClaimed {
		asking := *c.h
		asking.Bijstand.Claims = true
		then, err := c.e.Year(&asking)
		if err != nil {
			return
		}
		r.State, r.Why, r.PerYear = stateOf(then.Of(Bijstand))
		before, knownBefore := c.now.Disposable()
		after, knownAfter := then.Disposable()
		if more := after.Sub(before); r.State == RechtJa && knownBefore && knownAfter {
			r.State, r.Why, r.PerYear = RechtMisschien, ReasonBelowNorm, Known(more)
			if more.Sign() <= 0 { // what the toeslagen lose is more than what the bijstand adds
				r.State, r.Why, r.PerYear = RechtNee, ReasonAddsNothing, Amount{}
			}
		}
	}
	c.add(id, RechtenGemeente, r)
}

// wealthFits holds the wealth against art. 34 lid 3 of the Participatiewet; what does not fit is said in r.
func (c *rechtCheck) wealthFits(r *Recht) bool {
	switch limit := c.f.bijstandVermogensgrens(c.f.childrenIn(1) > 0); {
	case !limit.Known():
		r.State, r.Why = RechtOnbekend, ReasonNoFigures
	case !c.f.wealthKnown:
		r.State, r.Why = RechtOnbekend, ReasonWealthUnknown
	case c.f.wealth.GreaterThan(limit.Value):
		r.State, r.Why = RechtNee, ReasonWealthTooHigh
	default:
		return true
	}
	return false
}

// inkomenstoeslag is art. 36: from 21 to AOW age, a low income for years, no wealth. Amount, years and limit are local.
func (c *rechtCheck) inkomenstoeslag() {
	var r Recht
	from := c.set.Bijstand.VolwassenNormLeeftijd.Int()
	grown := false
	for i := range c.h.Adults {
		age, _ := c.age(c.h.Adults[i].Born)
		grown = grown || age >= from && !c.f.adults[i].aow
	}
	switch {
	case !grown:
		r.State, r.Why = RechtNee, ReasonAge
	case c.wealthFits(&r):
		r.State, r.Why = c.under(c.p.GebruikelijkeGrens.Value, ReasonLongLowIncome, ReasonAboveUsualLimit)
	}
	c.add("inkomenstoeslag", RechtenGemeente, r)
}

// studietoeslag is art. 36b: a student who cannot earn beside the study because of an illness. Only the family knows.
func (c *rechtCheck) studietoeslag() {
	r := Recht{State: RechtOnbekend, Why: ReasonAskStudy}
	switch c.h.SignalAnswer("student") {
	case AnswerNo:
		r.State, r.Why = RechtNee, ReasonNoStudent
	case AnswerYes:
		r.State, r.Why = RechtMisschien, ReasonIllStudent
		if age, ok := c.age(c.h.Adults[0].Born); ok {
			if p := c.studietoeslagAt(age); p != nil && len(c.h.Adults) == 1 {
				r.PerYear = Known(p.Mul(twelve))
			}
		}
	}
	c.add("studietoeslag", RechtenGemeente, r)
}

func (c *rechtCheck) studietoeslagAt(age int) *decimal.Decimal {
	from := c.set.Algemeen.Meerderjarigheid.Int()
	p := &c.p.Studietoeslag21
	switch age - from {
	case 0:
		p = &c.p.Studietoeslag18
	case 1:
		p = &c.p.Studietoeslag19
	case 2:
		p = &c.p.Studietoeslag20
	}
	if age < from || !p.Known() {
		return nil
	}
	return &p.Value
}

// bijzondereBijstand is art. 35: a cost that is covered, never free money. Above the usual limit a part is for the family.
func (c *rechtCheck) bijzondereBijstand() {
	var r Recht
	if c.wealthFits(&r) {
		r.State, r.Why = c.under(c.p.GebruikelijkeGrens.Value, ReasonSpecialCost, "")
		if r.State == RechtNee {
			r.State, r.Why = RechtMisschien, ReasonOwnPart
		}
	}
	c.add("bijzondere_bijstand", RechtenGemeente, r)
}

// kwijtschelding is the cancelled bill of municipality and water board: at the norm it is likely, somewhat above it the rent and
// the health premium decide.
func (c *rechtCheck) kwijtschelding() {
	var r Recht
	if !c.wealthFits(&r) {
		c.add("kwijtschelding", RechtenGemeente, r)
		return
	}
	r.State, r.Why = c.under(one, ReasonLittleSavings, "")
	if r.State == RechtNee {
		r.State, r.Why = c.under(c.p.GebruikelijkeGrens.Value, ReasonRentCounts, ReasonIncomeTooHigh)
	}
	if r.State == RechtMisschien {
		r.PerYear = c.bills("gemeente", "waterschap", "hondenbelasting")
	}
	c.add("kwijtschelding", RechtenGemeente, r)
}

// bills are what the family itself told about these lines, euro a year.
func (c *rechtCheck) bills(keys ...LineKey) Amount {
	if c.o.Own == nil {
		return Amount{}
	}
	sum, known := zero, false
	for _, l := range c.o.Own.Lines {
		for _, key := range keys {
			if perYear, ok := l.PerYear(); ok && l.Key == key {
				sum, known = sum.Add(perYear), true
			}
		}
	}
	if !known {
		return Amount{}
	}
	return Known(sum)
}

func (c *rechtCheck) gemeentepolis() {
	var r Recht
	r.State, r.Why = c.under(c.p.GebruikelijkeGrens.Value, ReasonNotEverywhere, ReasonAboveUsualLimit)
	if r.State == RechtMisschien {
		r.PerYear = Known(c.p.GemeentepolisMaand.Value.Mul(twelve))
	}
	c.add("gemeentepolis", RechtenGemeente, r)
}

// alleenverdieners is the fixed compensation of Pw art. 78gg: partners of whom one has the income, with a benefit in it, and who
// fall below the bijstand by credits and toeslagen.
func (c *rechtCheck) alleenverdieners() {
	p := &c.set.Alleenverdieners.Bedrag
	r := Recht{State: RechtNee, Why: ReasonOnlyPartners}
	if c.f.partner {
		earners, benefit := 0, false
		for i := range c.h.Adults {
			a := &c.h.Adults[i]
			if c.now.Persons[i].Toetsingsinkomen.Sign() > 0 && (works(a) || len(a.Benefits) > 0 || a.Profit != nil) {
				earners++
				benefit = benefit || receives(a, WW, ZW, WIA, WAO, Wajong, Anw)
			}
		}
		switch {
		case c.now.unknown && earners == 0:
			r.State, r.Why = RechtOnbekend, ReasonIncomeIncomplete
		case earners != 1:
			r.Why = ReasonTwoIncomes
		case !benefit:
			r.Why = ReasonOnlyBenefit
		case !p.Known():
			r.State, r.Why = RechtOnbekend, ReasonNoFigures
		default:
			r.State, r.Why, r.PerYear = RechtMisschien, ReasonBelowBijstand, Known(p.Value)
		}
	}
	c.add("alleenverdieners", RechtenGemeente, r)
}

// schemes are the municipal schemes of the file.
func (c *rechtCheck) schemes() {
	for i := range c.h.LocalSchemes {
		l := &c.h.LocalSchemes[i]
		r := Recht{Who: l.ID, InKind: !l.CountsAsCash, State: RechtOnbekend, Why: c.now.Of(Lokaal).Reason}
		if i < len(c.now.Local) {
			r.State, r.Why, r.PerYear = l.right(&c.now.Local[i])
			if r.Why == ReasonLongLowIncome && c.longEnough(l.NeedsBijstandHistoryMonths) {
				r.State, r.Why = RechtJa, ""
			}
		}
		if !l.NeedsApplication {
			r.Through = ViaVanzelf
		}
		c.add(string(RechtenRegeling), RechtenRegeling, r)
	}
}

// longEnough tells whether the family has said that its income is low for so many months.
func (c *rechtCheck) longEnough(months int) bool {
	since, today := c.h.LowIncomeSince, c.today()
	return !since.IsZero() && today.months()-since.months() >= months
}

func (l *LocalScheme) right(o *LocalOutcome) (RechtState, Reason, Amount) {
	switch {
	case o.Decided && o.PerYear.Sign() > 0:
		return RechtJa, ReasonDecided, Known(o.PerYear)
	case o.Decided:
		return RechtNee, ReasonDecided, Amount{}
	case o.Expired:
		return RechtNee, ReasonExpired, Amount{}
	case o.TooRich:
		return RechtNee, ReasonWealthTooHigh, Amount{}
	case o.People == 0:
		return RechtNee, ReasonNobodyOfAge, Amount{}
	case o.PerYear.Sign() <= 0:
		return RechtNee, ReasonIncomeTooHigh, Amount{}
	case l.NeedsBijstandHistoryMonths > 0:
		return RechtMisschien, ReasonLongLowIncome, Known(o.PerYear)
	}
	return RechtJa, "", Known(o.PerYear)
}

// tax is what the tax return gives back, and a payroll credit that nobody uses.
func (c *rechtCheck) tax() {
	r := Recht{State: RechtOnbekend, Why: ReasonIncomeIncomplete}
	if y, err := c.e.Months(c.h); err == nil {
		back := zero
		for _, t := range y.Later {
			if t.Key == TimingTaxReturn {
				back = back.Add(t.PerYear)
			}
		}
		switch r.State, r.Why = RechtNee, ReasonNothingBack; {
		case back.Sign() > 0:
			r.State, r.Why, r.PerYear = RechtJa, "", Known(back)
		case back.Sign() < 0:
			r.Why = ReasonPayMore
		}
	}
	c.add("aangifte", RechtenBelasting, r)
	for i := range c.h.Adults {
		if a := &c.h.Adults[i]; works(a) && !usesCredit(a) {
			c.add("loonheffingskorting", RechtenBelasting, Recht{Who: a.ID, State: RechtMisschien, Why: ReasonNoCredit})
		}
	}
}

// usesCredit tells whether the loonheffingskorting is used somewhere.
func usesCredit(a *Adult) bool {
	for k := range a.Jobs {
		if a.Jobs[k].PayrollCredit {
			return true
		}
	}
	return len(a.Benefits) > 0
}
