package plan

import (
	"slices"
	"time"

	"perspectief/budget"
)

// Report is one thing to tell somebody about a change; its words are "melden." + Key in every catalogue.
type Report struct {
	Key    string
	Day    Day  // before this day, or on it at the latest when Latest; empty when no day is known
	Latest bool // Day is the last day on which it counts
	Always bool // it has no day: every month again, or never
}

// The things to tell.
const (
	ReportIncome    = "toeslagen_inkomen"   // Dienst Toeslagen: the new income of the year
	ReportNewCare   = "toeslagen_opvang"    // Dienst Toeslagen: ask for kinderopvangtoeslag
	ReportCareHours = "toeslagen_uren"      // Dienst Toeslagen: other hours of childcare
	ReportWork      = "gemeente_werk"       // municipality: the work, before it begins
	ReportPaySlips  = "gemeente_loonstrook" // municipality: every pay slip
	ReportSchemes   = "gemeente_regelingen" // municipality: schemes that look at the income
	ReportUWV       = "uwv_inkomen"         // UWV: income beside a benefit
	ReportSVB       = "svb_inkomen"         // SVB: income beside Anw or AIO
	ReportCare      = "opvang_uren"         // childcare centre: the days and hours
	ReportCredit    = "werkgever_korting"   // employer: loonheffingskorting at one of two
	ReportDebts     = "schulden_inkomen"    // who arranges the debts: the new income
	ReportLandlord  = "verhuurder_niets"    // nobody has to tell the landlord
)

// reports lists whom to tell what about the change, and before which day as far as the law or the scenario gives one.
func reports(c *Case, now *budget.Result, y *Simulated, careMonths int) []Report {
	h, from := c.Household, y.Scenario.From
	var all []Report
	add := func(when bool, key string) {
		if when {
			all = append(all, Report{Key: key, Day: from})
		}
	}
	always := func(when bool, key string) {
		if when {
			all = append(all, Report{Key: key, Always: true})
		}
	}
	has := func(components ...budget.Component) bool {
		return slices.ContainsFunc(components, func(x budget.Component) bool {
			return now.Of(x).PerYear.IsPositive() || y.Year.Of(x).PerYear.IsPositive()
		})
	}
	benefit := func(kinds ...budget.BenefitKind) bool {
		return slices.ContainsFunc(h.Adults, func(a budget.Adult) bool {
			return slices.ContainsFunc(a.Benefits, func(b budget.Benefit) bool { return slices.Contains(kinds, b.Kind) })
		})
	}
	care := func(r *budget.Result) budget.Outcome { return r.Of(budget.Kinderopvangkosten) }
	bijstand := has(budget.Bijstand)

	add(has(budget.Zorgtoeslag, budget.Huurtoeslag, budget.KindgebondenBudget, budget.Kinderopvangtoeslag), ReportIncome)
	newCare := !now.Of(budget.Kinderopvangtoeslag).PerYear.IsPositive() && y.Year.Of(budget.Kinderopvangtoeslag).PerYear.IsPositive()
	if newCare {
		all = append(all, Report{Key: ReportNewCare, Day: lastDayForCare(from, careMonths), Latest: true})
	}
	moreCare := !care(now).PerYear.Equal(care(y.Year).PerYear)
	add(moreCare && !newCare, ReportCareHours)
	add(moreCare, ReportCare)
	add(bijstand, ReportWork)
	always(bijstand, ReportPaySlips)
	add(len(h.LocalSchemes) > 0, ReportSchemes)
	add(benefit(ofUWV...), ReportUWV)
	add(benefit(budget.Anw) || bijstand && benefit(budget.AOW), ReportSVB)
	add(slices.ContainsFunc(y.Household.Adults, func(a budget.Adult) bool { return working(&a) > 1 }), ReportCredit)
	add(slices.ContainsFunc(c.Debts, func(d budget.Debt) bool { return d.ArrangementPerMonth.IsKnown() || d.Seizure }), ReportDebts)
	always(h.Housing.Kind == budget.Rent, ReportLandlord)
	return all
}

// working counts the jobs with hours.
func working(a *budget.Adult) int {
	n := 0
	for _, j := range a.Jobs {
		if hours, known := j.HoursPerWeek.Get(); known && hours.IsPositive() {
			n++
		}
	}
	return n
}

// lastDayForCare is the last day on which kinderopvangtoeslag can be asked for care that begins on a day: it is paid back to the
// first day of the month that lies some months before the month in which it is asked (Wko art. 1.3).
func lastDayForCare(from Day, months int) Day {
	date, ok := from.Date()
	if !ok || months == 0 {
		return ""
	}
	return DayOf(time.Date(date.Year(), date.Month()+time.Month(months)+1, 0, 0, 0, 0, 0, time.UTC))
}
