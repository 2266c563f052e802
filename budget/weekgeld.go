package budget

import "github.com/shopspring/decimal"

// WeekMoney is what a family has a week for food and the rest of the household, once the fixed costs are paid and money is set
// apart. Euro, a week = a month x 12 / 52.
type WeekMoney struct {
	Known    bool            // the income is known
	PerMonth decimal.Decimal // left for the household; may be below zero
	PerWeek  decimal.Decimal // the same a week, never below zero, cents down
	Needs    decimal.Decimal // what the lines of the household ask a week, cents up
}

// Enough tells whether the week money covers what the household asks.
func (w WeekMoney) Enough() bool { return w.PerWeek.GreaterThanOrEqual(w.Needs) }

// NewWeekMoney works out the week money. pots is what is set apart a month for pots that no line of the budget pays for.
func NewWeekMoney(view *Overview, pots decimal.Decimal) WeekMoney {
	w := WeekMoney{Known: view.InKnown, PerMonth: view.In.Sub(view.Out).Sub(pots)}
	household := zero
	for _, g := range view.Groups {
		if g.Group == GroupHuishoudelijk {
			household = household.Add(g.PerMonth)
		}
	}
	w.PerMonth = w.PerMonth.Add(household)
	w.PerWeek = CentDown(positive(w.PerMonth).Mul(twelve).DivRound(weeksPerYear, 8))
	w.Needs = household.Mul(twelve).DivRound(weeksPerYear, 8).RoundUp(2)
	return w
}
