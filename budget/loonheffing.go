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

// Loonstrook is one month of a job as on the pay slip, and its holiday pay of a whole year; euro.
type Loonstrook struct {
	Bruto, Pensioen, Loonheffing, Netto decimal.Decimal // a month

	Vakantiegeld         decimal.Decimal // gross, a year
	VakantiegeldPensioen decimal.Decimal
	VakantiegeldTarief   decimal.Decimal // share withheld by the special table
	VakantiegeldHeffing  decimal.Decimal
	VakantiegeldNetto    decimal.Decimal
}

// Loonstrook makes the pay slip of a job, so that a coach can lay the real one beside it.
func (e *Engine) Loonstrook(h *Household, adult, job string) (Loonstrook, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return Loonstrook{}, fmt.Errorf("budget: %w", err)
	}
	if reason := outside(set, h); reason != "" {
		return Loonstrook{}, fmt.Errorf("budget: no pay slip: %s", reason)
	}
	at, k, varied, err := pickJob(set, h, adult, job)
	if err != nil {
		return Loonstrook{}, err
	}
	j := &varied.Adults[at].Jobs[k]
	if !j.HoursPerWeek.IsKnown() || !j.HourlyWage.IsKnown() {
		return Loonstrook{}, fmt.Errorf("budget: job %q has no hours or hourly wage yet", j.ID)
	}
	f := &facts{set: set, h: &varied}
	x := f.gatherAdult(&varied.Adults[at])
	return f.loonstrook(&x, j), nil
}

// loonstrook: the month wage is hours a week x 52 / 12 x hourly wage. The holiday pay is taxed by the special table at the year
// wage of this job (the law takes the wage of the year before at the same employer).
func (f *facts) loonstrook(x *adultFacts, j *Job) Loonstrook {
	premium := j.PensionPercent.Or(zero).Shift(-2)
	s := Loonstrook{
		Bruto:        perMonth(j.HoursPerWeek.Or(zero).Mul(weeksPerYear).Mul(j.HourlyWage.Or(zero))),
		Vakantiegeld: Cent(f.holidayAllowanceOf(j)),
	}
	s.Pensioen, s.VakantiegeldPensioen = Cent(s.Bruto.Mul(premium)), Cent(s.Vakantiegeld.Mul(premium))
	fiscal, holiday := s.Bruto.Sub(s.Pensioen), s.Vakantiegeld.Sub(s.VakantiegeldPensioen)
	withheld := f.inhouding(x, fiscal)
	if s.Loonheffing = withheld.WithoutCredit; j.PayrollCredit {
		s.Loonheffing = withheld.WithCredit
	}
	s.Netto = fiscal.Sub(s.Loonheffing)
	s.VakantiegeldTarief = f.bijzonderTarief(x, fiscal.Mul(twelve).Add(holiday), j.PayrollCredit)
	s.VakantiegeldHeffing = CentDown(holiday.Mul(s.VakantiegeldTarief))
	s.VakantiegeldNetto = holiday.Sub(s.VakantiegeldHeffing)
	return s
}

// inhoudingUitkering is the withholding on a month's benefit by the green table: the white one without arbeidskorting.
func (f *facts) inhoudingUitkering(a *adultFacts, month decimal.Decimal, credit bool) decimal.Decimal {
	i := f.inhouding(a, month)
	if !credit {
		return i.WithoutCredit
	}
	return i.WithCredit.Add(i.Arbeidskorting)
}

func (f *facts) holidayAllowanceOf(j *Job) decimal.Decimal {
	pct := j.HolidayAllowancePercent.Or(f.set.Algemeen.Vakantiebijslag.Value.Shift(2))
	return j.HoursPerWeek.Or(zero).Mul(j.HourlyWage.Or(zero)).Mul(weeksPerYear).Mul(pct).Shift(-2)
}

// bijzonderTarief is the share withheld from special pay at a year wage. With the credit it is the row of the white table, or
// where none was published (2025) the marginal rate of the annual sum, which equals the table wherever both are known. Without
// the credit it is the rate of the bracket.
func (f *facts) bijzonderTarief(a *adultFacts, yearWage decimal.Decimal, credit bool) decimal.Decimal {
	if !credit {
		return f.schijftarief(a, yearWage).Value
	}
	if t := &f.set.Loonheffing.BijzonderWit; t.Known() {
		return rowRate(t, a, yearWage)
	}
	return f.marginalRate(a, yearWage)
}

// rowRate reads a table of special pay: columns vanaf_jaarloon, percentage, percentage_aow.
func rowRate(t *rules.Table, a *adultFacts, yearWage decimal.Decimal) decimal.Decimal {
	rate := zero
	for _, row := range t.Rows {
		if yearWage.LessThan(row[0]) {
			break
		}
		if rate = row[1]; a.aow {
			rate = row[2]
		}
	}
	return rate
}

// BijzonderTariefUitkering is the share withheld from special pay on a benefit, such as its holiday pay, by the green table with
// the credit. An error names a year without a published table.
func (e *Engine) BijzonderTariefUitkering(year int, born YearMonth, perYear decimal.Decimal) (decimal.Decimal, error) {
	set, err := e.book.For(year)
	if err != nil {
		return zero, fmt.Errorf("budget: %w", err)
	}
	t := &set.Loonheffing.BijzonderGroen
	if !t.Known() {
		return zero, fmt.Errorf("budget: %s: no table in force in %d", t.Key, year)
	}
	x := (&facts{set: set}).gatherAdult(&Adult{Born: born})
	return rowRate(t, &x, perYear), nil
}

// marginalRate is the share of an extra euro of wage that goes to tax: the bracket, and what the credits lose or gain there.
func (f *facts) marginalRate(a *adultFacts, wage decimal.Decimal) decimal.Decimal {
	whole := WholeEuroDown(wage)
	credit := algemeneHeffingskorting(nil, f, a, whole)
	if tarief(nil, f, a, whole).LessThanOrEqual(credit.Add(arbeidskorting(nil, a, whole))) {
		return zero
	}
	rate := f.schijftarief(a, wage).Value
	if credit.Sign() > 0 && wage.GreaterThan(a.ahk.Vanaf.Value) {
		rate = rate.Add(a.ahk.Percentage.Value)
	}
	k := a.arbeidskorting
	switch {
	case wage.GreaterThan(k.NihilVanaf.Value):
		return rate
	case wage.GreaterThan(k.Vanaf.Value):
		return rate.Add(k.Percentage.Value)
	}
	slope := zero
	for _, row := range k.Segmenten.Rows {
		if wage.GreaterThan(row[0]) {
			slope = row[1]
		}
	}
	return rate.Sub(slope)
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
