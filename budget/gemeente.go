package budget

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Municipal schemes are data of the case file. Income and norm are yearly sums of the same kind; on the limit is in. In-kind help
// is not cash: only schemes that count as cash are part of the component.

// LocalOutcome is what one municipal scheme comes to, euro a year.
type LocalOutcome struct {
	ID      string
	PerYear decimal.Decimal
	Ratio   decimal.Decimal // income as a share of the norm, or income a month for limits in euros
	Expired bool            // not in force in the year of the household

	Income  decimal.Decimal // euro a year, as the scheme looks at it
	Norm    decimal.Decimal // euro a year of the same kind; 12 for limits in euros a month
	TooRich bool            // the wealth is above the limit of the scheme
	People  int             // it is paid for
	Decided bool            // the municipality decided something else for this family
}

// lokaalFacts are the bijstand norms of the year that schemes compare with, euro a year.
type lokaalFacts struct {
	norm, normAlone decimal.Decimal // normAlone: as if nobody shared the costs
	known           bool
}

func (f *facts) gatherLokaal() {
	if len(f.h.LocalSchemes) == 0 || len(f.set.MissingIn("bijstand")) > 0 {
		return
	}
	f.lokaal.known = true
	for _, r := range runs(f.bijstandMonth) {
		if r.situation.minor {
			continue
		}
		n := count[r.months]
		f.lokaal.norm = f.lokaal.norm.Add(f.norm(nil, r.first, r.months, r.situation, r.situation.sharers).Mul(n))
		f.lokaal.normAlone = f.lokaal.normAlone.Add(f.norm(nil, r.first, r.months, r.situation, 0).Mul(n))
	}
}

// lokaalIncome is the income of the year by the ways in which schemes look at it, euro.
type lokaalIncome struct{ net, exempt, holiday, gross decimal.Decimal }

func (f *facts) lokaalIncome(r *Result, people []*person) lokaalIncome {
	bijstand := r.Components[Bijstand].PerYear
	x := lokaalIncome{net: bijstand, holiday: bijstand.Mul(f.set.Bijstand.Vakantietoeslag.Value)}
	for i, p := range people {
		earned := p.wages.Add(p.benefits).Add(p.profit)
		net := p.net(r.Persons[i].Tax)
		x.net = x.net.Add(net)
		x.gross = x.gross.Add(r.Persons[i].Toetsingsinkomen)
		if earned.Sign() > 0 { // the holiday allowance bears its share of tax and premiums
			x.holiday = x.holiday.Add(p.holiday.Mul(net).Div(earned))
		}
	}
	if bijstand.Sign() > 0 {
		for i := range f.bijstand {
			b := &f.bijstand[i]
			x.exempt = x.exempt.Add(f.exemptions(nil, b, people).Mul(count[b.months]))
		}
	}
	return x
}

// lokaalOutcome fills the component and the outcome of every scheme.
func (f *facts) lokaalOutcome(s *Sheet, r *Result, people []*person, missing Reason) {
	switch {
	case len(f.h.LocalSchemes) == 0:
		r.Components[Lokaal] = none(ReasonNoLocal)
		return
	case missing != "":
		r.Components[Lokaal] = unknown(missing)
		return
	case !f.lokaal.known:
		r.Components[Lokaal] = unknown(ReasonNoFigures)
		return
	case !f.wealthKnown:
		r.Components[Lokaal] = unknown(ReasonWealthUnknown)
		return
	}
	s.begin(Lokaal, "", "")
	income := f.lokaalIncome(r, people)
	cash := zero
	for i := range f.h.LocalSchemes {
		l := &f.h.LocalSchemes[i]
		o, known := f.localScheme(l, income)
		if !known {
			r.Components[Lokaal] = unknown(ReasonSchemeUnknown)
			return
		}
		s.note("lokaal.regeling", l.ID, o.PerYear)
		r.Local = append(r.Local, o)
		if l.CountsAsCash {
			cash = cash.Add(o.PerYear)
		}
	}
	r.Components[Lokaal] = amount(cash, ReasonIncomeTooHigh)
}

// localScheme is one scheme at this income; known is false when its own figures are not complete.
func (f *facts) localScheme(l *LocalScheme, in lokaalIncome) (o LocalOutcome, known bool) {
	o.ID = l.ID
	perPeriod, known := l.Amount.Get()
	if !known {
		return o, false
	}
	if o.Expired = !f.inForce(l); o.Expired {
		return o, true
	}
	income, norm := f.localBase(l, in)
	o.Income, o.Norm, o.People = income, norm, f.recipients(l)
	if norm.Sign() > 0 {
		o.Ratio = income.Div(norm)
	}
	if perYear, decided := l.decided(); decided {
		o.PerYear, o.Decided = perYear, true
		return o, true
	}
	year := perPeriod
	if l.Period == "month" {
		year = year.Mul(twelve)
	}
	if o.TooRich = f.tooRichFor(l); o.TooRich || norm.Sign() <= 0 {
		return o, true
	}
	people := decimal.NewFromInt(int64(o.People))
	if l.Shape == "capacity" {
		free, freeKnown := l.Capacity.FreeLimit.Get()
		share, shareKnown := l.Capacity.Share.Get()
		own := positive(income.Sub(free.Mul(norm))).Mul(share)
		o.PerYear = Cent(positive(year.Mul(people).Sub(own)))
		return o, freeKnown && shareKnown
	}
	share, known := l.share(income, norm)
	o.PerYear = Cent(year.Mul(share).Mul(people))
	return o, known
}

// decided is what the municipality decided for this family, euro a year, whatever its rules say.
func (l *LocalScheme) decided() (perYear decimal.Decimal, ok bool) {
	if l.Override == nil {
		return zero, false
	}
	return l.Override.PerYear.Get()
}

// localBase gives income and norm of the same kind: for limits in euros a month the "norm" is 12, so that their ratio is the
// income a month.
func (f *facts) localBase(l *LocalScheme, in lokaalIncome) (income, norm decimal.Decimal) {
	income, norm = in.net, f.lokaal.norm
	if l.NormIgnoresCostSharers {
		norm = f.lokaal.normAlone
	}
	if !l.CountExemptWage {
		income = income.Sub(in.exempt)
	}
	switch l.IncomeBase {
	case "norm-excl-holiday":
		return income.Sub(in.holiday), norm.Mul(one.Sub(f.set.Bijstand.Vakantietoeslag.Value))
	case "gross":
		return in.gross, twelve
	case "own-amount":
		return income, twelve
	}
	return income, norm
}

// share of the amount at an income: compared by multiplication, so that the limit itself is in.
func (l *LocalScheme) share(income, norm decimal.Decimal) (share decimal.Decimal, known bool) {
	full, fullKnown := l.LimitFull.Get()
	switch l.Shape {
	case "steps":
		for _, step := range l.Steps {
			if income.LessThanOrEqual(step.To.Or(zero).Mul(norm)) {
				return step.Share.Or(zero), true
			}
		}
		return zero, true
	case "linear":
		end, endKnown := l.LimitZero.Get()
		if !fullKnown || !endKnown || end.LessThanOrEqual(full) {
			return zero, false
		}
		left := end.Mul(norm).Sub(income).Div(end.Sub(full).Mul(norm))
		return least(one, positive(left)), true
	}
	if income.LessThanOrEqual(full.Mul(norm)) {
		share = one
	}
	return share, fullKnown
}

func (f *facts) tooRichFor(l *LocalScheme) bool {
	switch l.AssetTest.Kind {
	case "art34":
		return f.wealth.GreaterThan(f.bijstandVermogensgrens(f.childrenIn(1) > 0).Value)
	case "amount":
		limit, known := l.AssetTest.Limit.Get()
		return known && f.wealth.GreaterThan(limit)
	}
	return false
}

// recipients counts who the amount is paid for: ages on 1 January, both included.
func (f *facts) recipients(l *LocalScheme) int {
	within := func(born YearMonth) bool {
		age := born.ageOn1January(f.set.Year)
		return age >= 0 && (l.AgeMin == nil || age >= *l.AgeMin) && (l.AgeMax == nil || age <= *l.AgeMax)
	}
	n := 0
	switch l.Per {
	case "adult":
		for i := range f.h.Adults {
			if within(f.h.Adults[i].Born) {
				n++
			}
		}
	case "child":
		for i := range f.h.Children {
			if within(f.h.Children[i].Born) {
				n++
			}
		}
	default:
		n = 1
	}
	return n
}

// inForce tells whether a scheme is in force in some part of the year; what is paid once belongs to the year it starts.
func (f *facts) inForce(l *LocalScheme) bool {
	first, last := fmt.Sprintf("%04d-01-01", f.set.Year), fmt.Sprintf("%04d-12-31", f.set.Year)
	if l.Period == "once" && l.ValidFrom != "" {
		return l.ValidFrom >= first && l.ValidFrom <= last
	}
	return l.ValidFrom <= last && (l.ValidTo == "" || l.ValidTo >= first)
}
