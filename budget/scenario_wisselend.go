package budget

import "github.com/shopspring/decimal"

// Swing is what hours that go up and down do: the year with few, usual and many hours, and what the toeslagen, which are paid on
// the usual hours, leave to be settled. Euro a year, and of a month where it says so.
type Swing struct {
	Low, Usual, High *Result
	Worst            decimal.Decimal // total in hand of the month with the least, with few hours in it
	WorstMonth       int             // 1 to 12
	PayBack          decimal.Decimal // toeslagen too much, when the whole year has many hours
	Receive          decimal.Decimal // toeslagen too little, when the whole year has few hours
}

// WithSwing gives the household of each number of hours of a variant. A job without few or many hours keeps its usual ones.
func (v *Variant) WithSwing() (low, high *Variant, swings bool) {
	less, more := *v, *v
	less.Jobs, more.Jobs = append([]JobChange(nil), v.Jobs...), append([]JobChange(nil), v.Jobs...)
	for i, j := range v.Jobs {
		if j.LowHoursPerWeek.IsKnown() {
			less.Jobs[i].HoursPerWeek, swings = j.LowHoursPerWeek, true
		}
		if j.HighHoursPerWeek.IsKnown() {
			more.Jobs[i].HoursPerWeek, swings = j.HighHoursPerWeek, true
		}
	}
	return &less, &more, swings
}

// Swing works out hours that go up and down; nil when the variant has none. It fails where Months fails.
func (e *Engine) Swing(h *Household, v *Variant) (*Swing, error) {
	less, more, swings := v.WithSwing()
	if !swings {
		return nil, nil
	}
	s := &Swing{}
	var cash [3]*YearCash
	for i, x := range []struct {
		v    *Variant
		into **Result
	}{{less, &s.Low}, {v, &s.Usual}, {more, &s.High}} {
		then, err := e.Apply(h, x.v)
		if err != nil {
			return nil, err
		}
		if *x.into, err = e.Year(then); err != nil {
			return nil, err
		}
		if cash[i], err = e.Months(then); err != nil {
			return nil, err
		}
	}
	for month := range 12 {
		total := cash[0].Months[month].Total
		for _, c := range toeslagen {
			total = total.Add(cash[1].Months[month].Components[c]).Sub(cash[0].Months[month].Components[c])
		}
		if month == 0 || total.LessThan(s.Worst) {
			s.Worst, s.WorstMonth = total, month+1
		}
	}
	for _, c := range toeslagen {
		s.PayBack = s.PayBack.Add(positive(s.Usual.Of(c).PerYear.Sub(s.High.Of(c).PerYear)))
		s.Receive = s.Receive.Add(positive(s.Low.Of(c).PerYear.Sub(s.Usual.Of(c).PerYear)))
	}
	return s, nil
}
