package budget

import (
	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// Participatiewet (BWBR0015703). The household is looked at month by month: the norm of the half-year, ages by month, wealth of
// 1 January. Norms are net and include the holiday allowance. Not modelled: institutions (art. 23), a partner without right
// (art. 24), students, stay abroad.

// bijstandPeriod is a stretch of months with one norm.
type bijstandPeriod struct {
	at      int // which of the periods of the year
	first   int
	months  int
	norm    decimal.Decimal // euro a month, zero when there is no right
	none    Reason          // why there is no right in these months
	share   *rules.Param    // of the net wage that is exempt; nil: no exemption
	maximum *rules.Param
	pension decimal.Decimal // private pension left out a month, at most
}

// bijstandMonth is what makes one month differ from another.
type bijstandMonth struct {
	july     bool
	minor    bool // an adult under 18
	young    [2]bool
	sharers  int
	children bool
	exempt   bool
	tooRich  bool
}

func (f *facts) exempts() bool {
	e := f.h.Bijstand.Exemption
	return f.h.Bijstand.Claims && e.Months > 0 && e.Kind != NoExemption && e.Kind != ""
}

func (f *facts) bijstandMonth(month int) bijstandMonth {
	b := &f.set.Bijstand
	m := bijstandMonth{july: month >= 7, children: f.childrenIn(month) > 0}
	m.minor = f.adultsFrom(month, f.set.Algemeen.Meerderjarigheid.Int()) < f.n
	for i := range f.h.Adults {
		m.young[i] = !f.h.Adults[i].Born.reached(b.VolwassenNormLeeftijd.Int(), f.set.Year, month)
	}
	for i := range f.h.OtherResidents {
		r := &f.h.OtherResidents[i]
		if r.CountsForKostendelersnorm && r.Born.reached(b.KostendelerLeeftijd.Int(), f.set.Year, month) {
			m.sharers++
		}
	}
	m.exempt = f.exempts() && month <= f.h.Bijstand.Exemption.Months
	if f.exemptIn != nil {
		m.exempt = f.exempts() && f.exemptIn[month-1]
	}
	m.tooRich = f.wealth.GreaterThan(f.bijstandVermogensgrens(m.children).Value)
	return m
}

// bijstandVermogensgrens is art. 34 lid 3: the single parent and partners have twice the limit of a single person.
func (f *facts) bijstandVermogensgrens(children bool) *rules.Param {
	g := &f.set.Bijstand.Vermogensgrens
	switch {
	case f.partner:
		return &g.Gehuwd
	case children:
		return &g.AlleenstaandeOuder
	}
	return &g.Alleenstaand
}

func (f *facts) gatherBijstand(s *Sheet) []bijstandPeriod {
	if !f.h.Bijstand.Claims || len(f.set.MissingIn("bijstand")) > 0 {
		return nil
	}
	s.begin(Bijstand, "", "Participatiewet art. 19")
	months := runs(f.bijstandMonth)
	out := make([]bijstandPeriod, len(months))
	for i, m := range months {
		out[i] = f.bijstandPeriod(s, m.first, m.months, m.situation)
		out[i].at = i
	}
	return out
}

func (f *facts) bijstandPeriod(s *Sheet, month, months int, m bijstandMonth) bijstandPeriod {
	p := bijstandPeriod{first: month, months: months}
	switch {
	case m.minor:
		p.none = ReasonTooYoung
		return p
	case m.tooRich:
		p.none = ReasonWealthTooHigh
		s.useMonths(f.bijstandVermogensgrens(m.children), months)
		return p
	}
	p.norm = f.norm(s, month, months, m, m.sharers)
	if m.exempt {
		v := f.vrijlating()
		p.share, p.maximum = &v.Percentage, v.Maximum.In(month)
	}
	if f.anyAOW() {
		p.pension = f.set.Bijstand.PensioenVrij.For(f.partner).Value
	}
	return p
}

func (f *facts) vrijlating() *rules.Vrijlating {
	b := &f.set.Bijstand
	switch f.h.Bijstand.Exemption.Kind {
	case SingleParentExemption:
		return &b.VrijlatingOuder
	case MedicalExemption:
		return &b.VrijlatingMedisch
	}
	return &b.VrijlatingAlgemeen
}

func (f *facts) anyAOW() bool { return f.adults[0].aow || f.partner && f.adults[1].aow }

// norm is the bijstand norm a month for a number of cost-sharers, in the order of the law: AOW age (art. 22, with
// cost-sharers 22a), under 21 (art. 20), then 21 and over (art. 21, with cost-sharers 22a). Children never change the norm of
// people of 21 and over.
func (f *facts) norm(s *Sheet, month, months int, m bijstandMonth, sharers int) decimal.Decimal {
	n := &f.set.Bijstand.Norm
	switch {
	case f.anyAOW() && sharers > 0:
		return f.kostendelersnorm(s, &n.AOWGehuwd, month, months, f.n, f.n+sharers)
	case f.anyAOW() && f.partner:
		return s.useMonths(n.AOWGehuwd.In(month), months)
	case f.anyAOW():
		return s.useMonths(n.AOWAlleenstaand.In(month), months)
	case m.young[0] || m.young[1] && f.partner:
		return f.jongerennorm(s, month, months, m, sharers)
	case sharers > 0:
		return f.kostendelersnorm(s, &n.Gehuwd, month, months, f.n, f.n+sharers)
	case f.partner:
		return s.useMonths(n.Gehuwd.In(month), months)
	}
	return s.useMonths(n.Alleenstaand.In(month), months)
}

// jongerennorm is art. 20; with a partner of 21 or over and cost-sharers art. 22a lid 3: the amount of the young partner plus
// the cost-sharer's norm of the other, who then does not count the young one.
func (f *facts) jongerennorm(s *Sheet, month, months int, m bijstandMonth, sharers int) decimal.Decimal {
	n := &f.set.Bijstand.Norm
	pick := func(without, with *rules.Halves) decimal.Decimal {
		if m.children {
			without = with
		}
		return s.useMonths(without.In(month), months)
	}
	switch {
	case !f.partner:
		return pick(&n.Jong, &n.JongOuder)
	case m.young[0] && m.young[1]:
		return pick(&n.BeidenJong, &n.BeidenJongKinderen)
	case sharers > 0:
		return pick(&n.KostendelerJong, &n.KostendelerJongKinderen).
			Add(f.kostendelersnorm(s, &n.Gehuwd, month, months, 1, 1+sharers))
	}
	return pick(&n.EenJong, &n.EenJongKinderen)
}

// kostendelersnorm is art. 22a: ((40% + A x 30%) / A) of the couple norm for each person, half a cent up, where A counts all
// who share the costs.
func (f *facts) kostendelersnorm(s *Sheet, couple *rules.Halves, month, months, persons, a int) decimal.Decimal {
	b := &f.set.Bijstand
	n := decimal.NewFromInt(int64(a))
	share := s.use(&b.KostendelerBasis).Add(n.Mul(s.use(&b.KostendelerPerPersoon)))
	perPerson := s.useMonths(couple.In(month), months).Mul(share).DivRound(n, 2)
	s.noteMonths("bijstand.kostendelers", "Participatiewet art. 22a", n, months)
	return s.noteMonths("bijstand.kostendelersnorm", "Participatiewet art. 22a", perPerson.Mul(count[persons]), months)
}

// bijstand is the net bijstand of the year in euro, holiday allowance included: the months' norms less what counts as income
// (Pw art. 19 and 31 to 33). assessed is each adult's income tax without jonggehandicaptenkorting.
func (f *facts) bijstandOf(s *Sheet, people []*person, assessed [2]decimal.Decimal) Outcome {
	if !f.h.Bijstand.Claims {
		return none(ReasonNotClaimed)
	}
	if missing := f.set.MissingIn("bijstand"); len(missing) > 0 {
		return unknown(ReasonNoFigures)
	}
	if !f.wealthKnown {
		return unknown(ReasonWealthUnknown)
	}
	income, pension := zero, zero
	for i, p := range people {
		net := p.net(assessed[i])
		s.begin(Bijstand, f.h.Adults[i].ID, "Participatiewet art. 31")
		p.noteMeans(s, assessed[i])
		s.note("bijstand.netto_inkomen_per_jaar", "Participatiewet art. 31 lid 3", net)
		income = plus(income, s.note("bijstand.netto_inkomen_per_maand", "Participatiewet art. 31 lid 3", perMonth(positive(net))))
		if f.adults[i].aow {
			pension = pension.Add(p.privatePension)
		}
	}
	s.begin(Bijstand, "", "Participatiewet art. 19")
	year, reason := zero, Reason("")
	for i := range f.bijstand {
		b := &f.bijstand[i]
		if b.none != "" {
			reason = b.none
			continue
		}
		// What is left out is at most the income there is: the bijstand never exceeds the norm (Pw art. 19 lid 2).
		free := least(pension, b.pension)
		if free.Sign() > 0 {
			s.noteMonths("bijstand.pensioenvrijlating", "Participatiewet art. 33 lid 5", free, b.months)
		}
		counted := positive(income.Sub(plus(f.exemptions(s, b, people), free)))
		s.noteMonths("bijstand.telt_mee", "Participatiewet art. 31", counted, b.months)
		month := s.noteMonths("bijstand.per_maand", "Participatiewet art. 19 lid 2", positive(b.norm.Sub(counted)), b.months)
		year = plus(year, month.Mul(count[b.months]))
		f.inMonths(Bijstand, b.first, b.months, month)
	}
	if reason == "" {
		reason = ReasonIncomeTooHigh
	}
	return amount(year, reason)
}

// noteMeans notes what the net income of an adult is made of.
func (p *person) noteMeans(s *Sheet, tax decimal.Decimal) {
	if s == nil {
		return
	}
	for _, m := range []struct {
		key    string
		amount decimal.Decimal
	}{
		{"bijstand.loon", p.wages}, {"bijstand.uitkeringen", p.benefits}, {"bijstand.winst", p.profit},
		{"bijstand.pensioenpremie", p.pension.Neg()}, {"bijstand.belasting", tax.Neg()}, {"bijstand.zvw", p.zvw.Neg()},
	} {
		if !m.amount.IsZero() {
			s.note(m.key, "Participatiewet art. 31 lid 3", m.amount)
		}
	}
}

// vrijgelaten is the exemption a month of one adult with this net wage, in each period: a share with a maximum.
func (f *facts) vrijgelaten(netWage decimal.Decimal) []decimal.Decimal {
	out := make([]decimal.Decimal, len(f.bijstand))
	for i := range f.bijstand {
		if b := &f.bijstand[i]; b.share != nil {
			out[i] = least(Cent(b.share.Value.Mul(netWage)), b.maximum.Value)
		}
	}
	return out
}

// exemptions of wages in one month (Pw art. 31 lid 2 onder n, r, y): each working adult has its own.
func (f *facts) exemptions(s *Sheet, b *bijstandPeriod, people []*person) decimal.Decimal {
	if b.share == nil {
		return zero
	}
	total := zero
	for _, p := range people {
		if p.exemptWage.Sign() > 0 {
			s.use(b.share)
			s.useMonths(b.maximum, b.months)
			total = plus(total, p.exempt[b.at])
		}
	}
	return s.noteMonths("bijstand.vrijlating", "Participatiewet art. 31 lid 2", total, b.months)
}

// brutoBijstand is the taxable bijstand of one adult for the toetsingsinkomen, whole euros a year. The municipality carries the
// tax; credits that the other income leaves unused lower it. The algemene heffingskorting is at its maximum here.
func (f *facts) brutoBijstand(s *Sheet, i int, p *person, net decimal.Decimal) decimal.Decimal {
	a := &f.adults[i]
	share := net
	if f.partner {
		share = net.Div(two)
	}
	rate := &f.set.Inkomstenbelasting.Tarief1
	if a.aow {
		rate = &f.set.Inkomstenbelasting.Tarief1AOW
	}
	s.begin(Bijstand, f.h.Adults[i].ID, "Wet LB art. 31")
	s.note("bijstand.deel_per_jaar", "Participatiewet art. 19", share)
	credits := p.credits.Sub(p.ahk).Add(a.ahk.Maximum.Value).Add(p.jong)
	s.note("bijstand.kortingen", "Wet IB 2001 art. 8.10", credits)
	s.note("bijstand.belasting_voor_korting", "Wet IB 2001 art. 2.10", p.tax)
	unused := s.note("bijstand.ongebruikte_kortingen", "Wet LB art. 31", positive(credits.Sub(p.tax)))
	gross := share
	if untaxed := share.Sub(unused); untaxed.Sign() > 0 {
		gross = most(share, untaxed.Div(one.Sub(s.use(rate))))
	}
	return s.note("bijstand.bruto", "Wet LB art. 31", WholeEuroDown(gross))
}
