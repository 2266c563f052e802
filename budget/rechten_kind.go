package budget

import "github.com/shopspring/decimal"

// children is the child check: for each child what there is for school, sport, culture, birthday and friends, who gives it and who
// asks for it.
func (c *rechtCheck) children() {
	for i := range c.h.Children {
		k := &c.h.Children[i]
		if age, born := c.age(k.Born); born && age < c.set.Algemeen.Meerderjarigheid.Int() {
			c.child(k, age)
		}
	}
}

func (c *rechtCheck) child(k *Child, age int) {
	school, pupil := c.set.Algemeen.Schoolleeftijd.Int(), c.set.KindgebondenBudget.LeeftijdExtra12.Int()
	add := func(id string, r Recht) {
		if c.h.OfferOf(id) == AnswerNo {
			r = Recht{State: RechtNee, Why: ReasonNotOffered}
		}
		r.Who, r.InKind = k.ID, true
		c.add(id, RechtenKind, r)
	}
	var fund Recht
	fund.State, fund.Why = c.childLimit()
	if age >= c.p.LeergeldVanaf.Int() {
		add("leergeld", fund)
		add("schoolkosten", fund)
		add("schoolmaaltijd", Recht{State: RechtMisschien, Why: ReasonSchoolJoins})
		add("ouderbijdrage", Recht{State: RechtJa, Why: ReasonVoluntary})
	}
	if age >= school {
		add("sport", c.worth(fund, &c.p.JeugdfondsSport.Value))
		add("cultuur", c.worth(fund, &c.p.JeugdfondsCultuur.Value))
	}
	if age >= school && age < pupil {
		add("zwemles", fund)
	}
	if c.turnsThisSchoolYear(k, pupil) || age >= pupil {
		add("fiets", fund)
		add("laptop", fund)
	}
	c.birthday(k, add)
	add("kinderhulp", fund)
	if age >= c.set.KindgebondenBudget.LeeftijdExtra16.Int() {
		r := fund
		if r.State == RechtMisschien {
			r.Why = ReasonMbo
		}
		add("mbo_fonds", r)
	}
	if months := k.Born.monthsBefore(c.today()); months >= c.p.VVEVanafMaanden.Int() && age < school {
		add("vve", Recht{State: RechtMisschien, Why: ReasonVVE})
	}
}

// childLimit holds the income against the limits that funds use: below the usual one it is likely, up to the highest one found it
// is worth asking.
func (c *rechtCheck) childLimit() (RechtState, Reason) {
	state, why := c.under(c.p.GebruikelijkeGrens.Value, "", "")
	if state == RechtNee {
		return c.under(c.p.HoogsteGrens.Value, ReasonAboveUsualLimit, ReasonAboveAnyLimit)
	}
	return state, why
}

// turnsThisSchoolYear tells whether a child reaches an age within a year.
func (c *rechtCheck) turnsThisSchoolYear(k *Child, age int) bool {
	t := c.today()
	return k.Born.reached(age, t.Year+1, t.Month)
}

func (c *rechtCheck) today() YearMonth {
	return YearMonth{c.o.Today.Year(), int(c.o.Today.Month())}
}

// birthday is the box of Stichting Jarige Job for the next birthday, with a reminder in the month before.
func (c *rechtCheck) birthday(k *Child, add func(string, Recht)) {
	t := c.today()
	next := YearMonth{t.Year, k.Born.Month}
	if next.Month <= t.Month {
		next.Year++
	}
	turns := next.Year - k.Born.Year
	if turns < c.p.JarigeJobVanaf.Int() || turns > c.p.JarigeJobTotEnMet.Int() {
		return
	}
	r := Recht{}
	r.State, r.Why = c.childLimit()
	r = c.worth(r, &c.p.JarigeJobWaarde.Value)
	remind := next.minus(1)
	r.Remind = &remind
	add("jarige_job", r)
}

// minus is a number of months earlier.
func (y YearMonth) minus(months int) YearMonth { return y.plus(-months) }

// worth adds what a gift is worth to who may get it.
func (c *rechtCheck) worth(r Recht, perYear *decimal.Decimal) Recht {
	if r.State == RechtMisschien {
		r.PerYear = Known(*perYear)
	}
	return r
}
