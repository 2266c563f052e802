package budget

import (
	"fmt"
	"slices"
)

const (
	maxTravelMinutes = 24 * 60 // a working day
	maxWorkDays      = 7
	maxCarePerHour   = 24 // hours of care for an hour of work
)

// Validate lists what no sum can be made with; field is where the changes stand in the case file.
func (v *Variant) Validate(field string, h *Household) []FieldError {
	c := checker{year: h.Year}
	for i := range v.Jobs {
		c.jobChange(fmt.Sprintf("%s.jobs[%d]", field, i), &v.Jobs[i], h)
	}
	for i, p := range v.Profits {
		f := fmt.Sprintf("%s.profits[%d]", field, i)
		c.knownAdult(f+".adult", p.Adult, h)
		c.between(f+".perYear", p.PerYear, -maxProfitPerYear, maxProfitPerYear)
	}
	for i := range v.Childcare {
		c.careRule(fmt.Sprintf("%s.childcare[%d]", field, i), &v.Childcare[i], h)
	}
	return c.faults
}

func (c *checker) knownAdult(field, id string, h *Household) {
	if id != "" && !slices.ContainsFunc(h.Adults, func(a Adult) bool { return a.ID == id }) {
		c.add(field, "fout.onbekende_volwassene", args{"id": shorten(id)})
	}
}

func (c *checker) jobChange(field string, j *JobChange, h *Household) {
	c.knownAdult(field+".adult", j.Adult, h)
	for name, hours := range map[string]Amount{"hoursPerWeek": j.HoursPerWeek, "lowHoursPerWeek": j.LowHoursPerWeek, "highHoursPerWeek": j.HighHoursPerWeek} {
		if n, known := hours.Get(); known && (n.IsNegative() || n.GreaterThan(maxWeek)) {
			c.add(field+"."+name, "fout.uren", args{"uren": comma(n), "hoogste": maxHoursPerWeek})
		}
	}
	c.amount(field+".hourlyWage", j.HourlyWage, maxHourlyWage)
	c.percent(field+".pensionPercent", j.PensionPercent)
	c.amount(field+".travelCostPerMonth", j.TravelCostPerMonth, maxTravelPerMonth)
	c.amount(field+".travelMinutesPerDay", j.TravelMinutesPerDay, maxTravelMinutes)
	c.amount(field+".daysPerWeek", j.DaysPerWeek, maxWorkDays)
}

func (c *checker) careRule(field string, r *CareRule, h *Household) {
	if !slices.ContainsFunc(h.Children, func(k Child) bool { return k.ID == r.Child }) {
		c.add(field+".child", "fout.onbekend_kind", args{"id": shorten(r.Child)})
	}
	if r.Kind != "" {
		need(c, field+".kind", r.Kind, CareKinds())
	}
	c.amount(field+".hoursPerMonth", r.HoursPerMonth, maxCareHours)
	c.amount(field+".perHourOfWork", r.PerHourOfWork, maxCarePerHour)
	c.amount(field+".pricePerHour", r.PricePerHour, maxCarePrice)
}
