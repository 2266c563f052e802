package budget

import (
	"fmt"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// Inhouding is what the white monthly table withholds from a month's wage, euro a month.
type Inhouding struct {
	WithoutCredit  decimal.Decimal // without loonheffingskorting
	WithCredit     decimal.Decimal
	Arbeidskorting decimal.Decimal // the part of the arbeidskorting that is really set off
}

// Loonheffing is the withholding on a month's fiscal wage by the white monthly table for somebody born in this month.
// Uitvoeringsregeling loonbelasting 2011 bijlage; the tables step by 4.50 a month. The combinatiekorting, the
// alleenstaandeouderenkorting and the rule for partners are never in it. An error names a year or age outside the tables.
func (e *Engine) Loonheffing(year int, born YearMonth, monthWage decimal.Decimal) (Inhouding, error) {
	set, err := e.book.For(year)
	if err != nil {
		return Inhouding{}, fmt.Errorf("budget: %w", err)
	}
	if year-born.Year == set.Algemeen.AOWLeeftijd.Int() {
		return Inhouding{}, fmt.Errorf("budget: somebody born in %s reaches AOW age in %d", born, year)
	}
	f := &facts{set: set}
	x := f.gatherAdult(&Adult{Born: born})
	return f.inhouding(&x, monthWage), nil
}

func (f *facts) inhouding(a *adultFacts, monthWage decimal.Decimal) Inhouding {
	step := f.set.Loonheffing.Tabelstap.Value
	wage := monthWage.Mul(twelve).DivRound(step, 6).Floor().Mul(step)
	tax := tarief(nil, f, a, wage)
	credit := algemeneHeffingskorting(nil, f, a, wage)
	if a.aow {
		credit = credit.Add(ouderenkorting(nil, f, wage))
	}
	rest := positive(tax.Sub(credit))
	setOff := least(arbeidskorting(nil, a, wage), rest)
	return Inhouding{WithoutCredit: perMonth(tax), WithCredit: perMonth(rest.Sub(setOff)), Arbeidskorting: perMonth(setOff)}
}

// Loonstrook is one month of a job as on the pay slip, euro.
type Loonstrook struct {
	Bruto, Pensioen, Loonheffing, Netto decimal.Decimal
	Vakantiegeld                        decimal.Decimal // gross, for the whole year
	VakantiegeldTarief                  decimal.Decimal // share withheld; not known without a published table
	TariefKnown                         bool
	VakantiegeldNetto                   decimal.Decimal
}

// Loonstrook makes the pay slip of a job: month wage is hours a week x 52 / 12 x hourly wage. The holiday allowance is taxed by
// the special table at the year wage of this job (the law looks at the wage of the year before at the same employer).
func (e *Engine) Loonstrook(h *Household, adult, job string) (Loonstrook, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return Loonstrook{}, fmt.Errorf("budget: %w", err)
	}
	at, k, varied, err := pickJob(set, h, adult, job)
	if err != nil {
		return Loonstrook{}, err
	}
	j := &varied.Adults[at].Jobs[k]
	hours, hoursKnown := j.HoursPerWeek.Get()
	wage, wageKnown := j.HourlyWage.Get()
	if !hoursKnown || !wageKnown {
		return Loonstrook{}, fmt.Errorf("budget: job %q has no hours or hourly wage yet", j.ID)
	}
	f := &facts{set: set, h: &varied}
	x := f.gatherAdult(&varied.Adults[at])
	year := hours.Mul(weeksPerYear).Mul(wage)
	premium := j.PensionPercent.Or(zero).Shift(-2)
	s := Loonstrook{Bruto: perMonth(year), Vakantiegeld: Cent(f.holidayAllowanceOf(j))}
	s.Pensioen = Cent(s.Bruto.Mul(premium))
	fiscal := s.Bruto.Sub(s.Pensioen)
	withheld := f.inhouding(&x, fiscal)
	if s.Loonheffing = withheld.WithoutCredit; j.PayrollCredit {
		s.Loonheffing = withheld.WithCredit
	}
	s.Netto = fiscal.Sub(s.Loonheffing)
	taxed := s.Vakantiegeld.Sub(Cent(s.Vakantiegeld.Mul(premium)))
	s.VakantiegeldTarief, s.TariefKnown = f.bijzonderTarief(&x, fiscal.Mul(twelve).Add(taxed), j.PayrollCredit)
	if s.TariefKnown {
		s.VakantiegeldNetto = taxed.Sub(CentDown(taxed.Mul(s.VakantiegeldTarief)))
	}
	return s, nil
}

func (f *facts) holidayAllowanceOf(j *Job) decimal.Decimal {
	pct := j.HolidayAllowancePercent.Or(f.set.Algemeen.Vakantiebijslag.Value.Shift(2))
	return j.HoursPerWeek.Or(zero).Mul(j.HourlyWage.Or(zero)).Mul(weeksPerYear).Mul(pct).Shift(-2)
}

// bijzonderTarief is the share withheld from special pay at a year wage. With the credit it is the row of the white table; without
// it the rate of the bracket. A year without a published table has none.
func (f *facts) bijzonderTarief(a *adultFacts, yearWage decimal.Decimal, credit bool) (decimal.Decimal, bool) {
	if !credit {
		return f.schijftarief(a, yearWage).Value, true
	}
	t := &f.set.Loonheffing.BijzonderWit
	if !t.Known() {
		return zero, false
	}
	rate := zero
	for _, row := range t.Rows { // columns vanaf_jaarloon, percentage, percentage_aow
		if yearWage.LessThan(row[0]) {
			break
		}
		if rate = row[1]; a.aow {
			rate = row[2]
		}
	}
	return rate, true
}

func (f *facts) schijftarief(a *adultFacts, income decimal.Decimal) *rules.Param {
	ib := &f.set.Inkomstenbelasting
	switch {
	case income.GreaterThan(ib.Schijfgrens2.Value):
		return &ib.Tarief3
	case income.GreaterThan(ib.Schijfgrens1.Value):
		return &ib.Tarief2
	case a.aow:
		return &ib.Tarief1AOW
	}
	return &ib.Tarief1
}
