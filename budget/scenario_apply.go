package budget

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
)

// Variant is what changes in a household when people work otherwise. What is not known in it stays as it is in the household.
type Variant struct {
	Jobs      []JobChange
	Profits   []ProfitChange
	Childcare []CareRule
}

// JobChange gives one job other conditions. A job the adult does not have yet is a new one, at the minimum wage when no wage is
// known. Hours a week, euro an hour, percentages as printed, travel in euro a month and minutes of a working day.
type JobChange struct {
	Adult               string `json:"adult"`
	Job                 string `json:"job,omitempty"` // empty: the first one
	HoursPerWeek        Amount `json:"hoursPerWeek,omitzero"`
	LowHoursPerWeek     Amount `json:"lowHoursPerWeek,omitzero"`  // in a week with little work
	HighHoursPerWeek    Amount `json:"highHoursPerWeek,omitzero"` // in a week with much work
	HourlyWage          Amount `json:"hourlyWage,omitzero"`
	PensionPercent      Amount `json:"pensionPercent,omitzero"`
	TravelCostPerMonth  Amount `json:"travelCostPerMonth,omitzero"`
	TravelMinutesPerDay Amount `json:"travelMinutesPerDay,omitzero"` // there and back
	DaysPerWeek         Amount `json:"daysPerWeek,omitzero"`
}

// ProfitChange gives an adult another profit of an own business, euro a year before deductions.
type ProfitChange struct {
	Adult     string `json:"adult"`
	PerYear   Amount `json:"perYear,omitzero"`
	HoursTest bool   `json:"hoursTest,omitempty"`
	Starter   bool   `json:"starter,omitempty"`
}

// CareRule says how much childcare a child gets: a fixed number of hours a month, hours for every hour that all adults work, or
// both together. A child with a rule gets the care of its rules and no other.
type CareRule struct {
	Child         string   `json:"child"`
	Kind          CareKind `json:"kind,omitempty"` // empty: of the first care of the child, else bso
	HoursPerMonth Amount   `json:"hoursPerMonth,omitzero"`
	PerHourOfWork Amount   `json:"perHourOfWork,omitzero"`
	PricePerHour  Amount   `json:"pricePerHour,omitzero"` // not known: as the child has now
}

// IsEmpty tells whether nothing changes.
func (v *Variant) IsEmpty() bool { return len(v.Jobs)+len(v.Profits)+len(v.Childcare) == 0 }

// Apply is the household with the changes, in copy. It fails when a job, an adult or the year is not there.
func (e *Engine) Apply(h *Household, v *Variant) (*Household, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	out := *h
	out.Adults = slices.Clone(h.Adults)
	for i := range out.Adults {
		out.Adults[i].Jobs = slices.Clone(out.Adults[i].Jobs)
	}
	for i := range v.Jobs {
		a, err := out.adult(v.Jobs[i].Adult)
		if err != nil {
			return nil, err
		}
		v.Jobs[i].apply(a, func() Job { return newJob(set, a) })
	}
	for _, p := range v.Profits {
		a, err := out.adult(p.Adult)
		if err != nil {
			return nil, err
		}
		a.Profit = &Profit{PerYear: p.PerYear, HoursTest: p.HoursTest, Starter: p.Starter}
	}
	out.Children = careOf(h, v.Childcare, out.sharedHours())
	return &out, nil
}

// adult finds an adult; an empty id is the first.
func (h *Household) adult(id string) (*Adult, error) {
	for i := range h.Adults {
		if id == "" || h.Adults[i].ID == id {
			return &h.Adults[i], nil
		}
	}
	return nil, fmt.Errorf("budget: no adult %q in the household", id)
}

// apply changes one job of an adult.
func (c *JobChange) apply(a *Adult, fresh func() Job) {
	i := slices.IndexFunc(a.Jobs, func(j Job) bool { return c.Job == "" || j.ID == c.Job })
	if i < 0 {
		j := fresh()
		if c.Job != "" {
			j.ID = c.Job
		}
		j.PayrollCredit = !slices.ContainsFunc(a.Jobs, func(j Job) bool { return j.PayrollCredit })
		i, a.Jobs = len(a.Jobs), append(a.Jobs, j)
	}
	j := &a.Jobs[i]
	for _, f := range []struct {
		into *Amount
		from Amount
	}{{&j.HoursPerWeek, c.HoursPerWeek}, {&j.HourlyWage, c.HourlyWage}, {&j.PensionPercent, c.PensionPercent},
		{&j.TravelCostPerMonth, c.TravelCostPerMonth}} {
		if f.from.IsKnown() {
			*f.into = f.from
		}
	}
}

// WorkHours is what an adult works a week in all jobs together; a job without known hours makes it unknown.
func (a *Adult) WorkHours() (total decimal.Decimal, known bool) {
	known = true
	for _, j := range a.Jobs {
		hours, ok := j.HoursPerWeek.Get()
		total, known = total.Add(hours), known && ok
	}
	return total, known
}

// sharedHours is how long a week all adults work: the hours of the one who works least. An adult with a business and no job is
// taken to work as long as the other one.
func (h *Household) sharedHours() decimal.Decimal {
	least, found := zero, false
	for i := range h.Adults {
		a := &h.Adults[i]
		hours, _ := a.WorkHours()
		if hours.IsZero() && a.worksAlone() {
			continue
		}
		if !found || hours.LessThan(least) {
			least, found = hours, true
		}
	}
	return least
}

// worksAlone tells whether an adult has a business that makes a profit.
func (a *Adult) worksAlone() bool { return a.Profit != nil && a.Profit.PerYear.Or(zero).Sign() > 0 }

// maxWeek is the most hours a week an adult works in all jobs; a convention of the case file.
var maxWeek = decimal.NewFromInt(maxHoursPerWeek)

// careOf is the children with the childcare of the rules at a number of hours a week that all adults work, in copy.
func careOf(h *Household, rules []CareRule, hours decimal.Decimal) []Child {
	if len(rules) == 0 {
		return h.Children
	}
	children := slices.Clone(h.Children)
	for i := range children {
		c := &children[i]
		ruled := false
		before := c.Childcare
		for _, r := range rules {
			if r.Child != c.ID {
				continue
			}
			if !ruled {
				ruled, c.Childcare = true, nil
			}
			if care := r.at(before, hours); care.HoursPerMonth.Or(one).Sign() > 0 {
				c.Childcare = append(c.Childcare, care)
			}
		}
	}
	return children
}

// at is the care of a rule, in tenths of an hour a month.
func (r *CareRule) at(before []Childcare, hours decimal.Decimal) Childcare {
	care := Childcare{Kind: r.Kind, PricePerHour: r.PricePerHour}
	if len(before) > 0 {
		now := before[0]
		if i := slices.IndexFunc(before, func(b Childcare) bool { return b.Kind == r.Kind }); i >= 0 {
			now = before[i]
		}
		if care.Kind == "" {
			care.Kind = now.Kind
		}
		if !care.PricePerHour.IsKnown() {
			care.PricePerHour = now.PricePerHour
		}
	}
	if care.Kind == "" {
		care.Kind = BSO
	}
	month := hours.Mul(weeksPerYear).Div(twelve)
	care.HoursPerMonth = Known(r.HoursPerMonth.Or(zero).Add(month.Mul(r.PerHourOfWork.Or(zero))).Round(1))
	return care
}

// OtherWork tells whether an adult works on other terms: another job, wage, pension or travel, or another profit.
func OtherWork(before, after *Adult) bool {
	same := slices.EqualFunc(before.Jobs, after.Jobs, func(a, b Job) bool {
		return sameJob(&a, &b) && a.TravelCostPerMonth.Or(zero).Equal(b.TravelCostPerMonth.Or(zero))
	})
	profit := func(a *Adult) Profit {
		if a.Profit == nil {
			return Profit{PerYear: Known(zero)}
		}
		return *a.Profit
	}
	p, q := profit(before), profit(after)
	return !same || p.HoursTest != q.HoursTest || p.Starter != q.Starter || !p.PerYear.Or(zero).Equal(q.PerYear.Or(zero))
}
