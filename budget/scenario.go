package budget

import (
	"fmt"

	"perspectief/budget/rules"
)

// pickJob finds a job in a copy of the household that may be changed: empty ids mean the first. An adult without a job gets a new
// one of 0 hours at the minimum wage of 1 January for the age on that day.
func pickJob(set *rules.Set, h *Household, adult, job string) (at, index int, varied Household, err error) {
	for at = range h.Adults {
		if adult == "" || h.Adults[at].ID == adult {
			break
		}
		if at == len(h.Adults)-1 {
			return 0, 0, varied, fmt.Errorf("budget: no adult %q in the household", adult)
		}
	}
	varied = *h
	varied.Adults = append([]Adult(nil), h.Adults...)
	a := &varied.Adults[at]
	a.Jobs = append([]Job(nil), a.Jobs...)
	if len(a.Jobs) == 0 && job == "" {
		a.Jobs = []Job{newJob(set, a)}
		return at, 0, varied, nil
	}
	for index = range a.Jobs {
		if job == "" || a.Jobs[index].ID == job {
			return at, index, varied, nil
		}
	}
	return 0, 0, varied, fmt.Errorf("budget: no job %q of adult %q", job, a.ID)
}

func newJob(set *rules.Set, a *Adult) Job {
	j := Job{ID: "j1", HoursPerWeek: Known(zero), HolidayAllowancePercent: Known(set.Algemeen.Vakantiebijslag.Value.Shift(2)),
		PensionPercent: Known(zero), TravelCostPerMonth: Known(zero), PayrollCredit: true}
	f := facts{set: set}
	if m := f.minimumloon(a.Born.ageOn1January(set.Year)); m != nil && m.Known() {
		j.HourlyWage = Known(m.Value)
	}
	return j
}
