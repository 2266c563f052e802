package budget

import "github.com/shopspring/decimal"

// loon is what a job pays in a calendar year: gross wages with holiday allowance and the employee's pension premium, both half
// up to cents per job. Wage of a year: hours a week x 52 x hourly wage, then the holiday allowance on top (Wml art. 15).
func loon(s *Sheet, f *facts, j *Job, adult string) (gross, pension decimal.Decimal, known bool) {
	hours, hoursKnown := j.HoursPerWeek.Get()
	wage, wageKnown := j.HourlyWage.Get()
	if !hoursKnown || (!wageKnown && !hours.IsZero()) {
		return zero, zero, false
	}
	holiday := j.HolidayAllowancePercent.Or(f.set.Algemeen.Vakantiebijslag.Value.Shift(2))
	s.note("loon.uren_per_week", "", hours)
	s.note("loon.uurloon", "", wage)
	s.note("loon.vakantiebijslag", "Wml art. 15", holiday)
	gross = Cent(hours.Mul(wage).Mul(weeksPerYear).Mul(hundred.Add(holiday)).Shift(-2))
	s.note("loon.jaarloon", "", gross)
	if p := j.PensionPercent.Or(zero); !p.IsZero() {
		s.begin(Pensioenpremie, adult, "")
		s.note("loon.jaarloon", "", gross)
		s.note("loon.pensioenpercentage", "", p)
		pension = s.note("loon.pensioenpremie", "", Cent(gross.Mul(p).Shift(-2)))
	}
	return gross, pension, true
}

// belowMinimumWage compares an hourly wage with the minimum of 1 January for the age on that day (Wml art. 8).
func belowMinimumWage(f *facts, a *Adult, j *Job) bool {
	hours, wage := j.HoursPerWeek.Or(zero), j.HourlyWage
	if hours.Sign() <= 0 || !wage.IsKnown() {
		return false
	}
	minimum := f.minimumloon(a.Born.ageOn1January(f.set.Year))
	return minimum != nil && minimum.Known() && wage.Or(zero).LessThan(minimum.Value)
}
