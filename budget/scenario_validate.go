package budget

import "fmt"

const (
	maxTravelMinutes = 24 * 60 // a working day
	maxWorkDays      = 7
	maxCarePerHour   = 24 // hours of care for an hour of work
)

// People are the ids of a household that changes can be about.
type People struct{ adults, children idSet }

// People gives them all.
func (h *Household) People() People {
	p := People{idSet{}, idSet{}}
	for i := range h.Adults {
		p.adults[h.Adults[i].ID] = true
	}
	for i := range h.Children {
		p.children[h.Children[i].ID] = true
	}
	return p
}

// Validate lists what no sum can be made with; field is where the changes stand in the case file.
func (v *Variant) Validate(field string, of People) []FieldError {
	var c checker
	for i := range v.Jobs {
		c.jobChange(fmt.Sprintf("%s.jobs[%d]", field, i), &v.Jobs[i], of)
	}
	for i, p := range v.Profits {
		f := fmt.Sprintf("%s.profits[%d]", field, i)
		c.knownAdult(f+".adult", p.Adult, of)
		c.between(f+".perYear", p.PerYear, -maxProfitPerYear, maxProfitPerYear)
	}
	for i := range v.Childcare {
		c.careRule(fmt.Sprintf("%s.childcare[%d]", field, i), &v.Childcare[i], of)
	}
	return c.faults
}

func (c *checker) knownAdult(field, id string, of People) {
	if id != "" && !of.adults[id] {
		c.add(field, "fout.onbekende_volwassene", args{"id": shorten(id)})
	}
}

func (c *checker) jobChange(field string, j *JobChange, of People) {
	c.knownAdult(field+".adult", j.Adult, of)
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

func (c *checker) careRule(field string, r *CareRule, of People) {
	if !of.children[r.Child] {
		c.add(field+".child", "fout.onbekend_kind", args{"id": shorten(r.Child)})
	}
	if r.Kind != "" {
		need(c, field+".kind", r.Kind, CareKinds())
	}
	c.amount(field+".hoursPerMonth", r.HoursPerMonth, maxCareHours)
	c.amount(field+".perHourOfWork", r.PerHourOfWork, maxCarePerHour)
	c.amount(field+".pricePerHour", r.PricePerHour, maxCarePrice)
}
