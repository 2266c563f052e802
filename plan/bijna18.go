package plan

import (
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// Turning is a child that comes of age within a year, with what its parents get less from then on.
type Turning struct {
	Name  string
	Month time.Time // of the birthday
	Less  []Less
}

// Less is what one component gives less, euro a month, above zero.
type Less struct {
	Component budget.Component
	PerMonth  decimal.Decimal
}

// turning finds the children that come of age in this month or within a year and computes the household as it is then: with the child as a
// resident without income.
func turning(engine *budget.Engine, h *budget.Household, adultAge int, date time.Time) ([]Turning, error) {
	var all []Turning
	for i, k := range h.Children {
		if ahead := adultAge*12 - monthsOld(k.Born, date); k.Born.IsZero() || ahead < 0 || ahead > 12 {
			continue
		}
		now, err := engine.Year(h)
		if err != nil {
			return nil, err
		}
		grown := *h
		grown.Children = slices.Delete(slices.Clone(h.Children), i, i+1)
		grown.OtherResidents = append(slices.Clone(h.OtherResidents), budget.Resident{Born: k.Born, Relation: budget.RelationChild,
			IncomePerYear: budget.Known(decimal.Zero), Wealth: budget.Known(decimal.Zero)})
		then, err := engine.Year(&grown)
		if err != nil {
			return nil, err
		}
		all = append(all, Turning{k.Name, comesOfAge(k.Born, adultAge), less(&Comparison{Now: now, Then: then})})
	}
	return all, nil
}

// less are the allowances that a child that comes of age takes with it.
func less(x *Comparison) []Less {
	var all []Less
	for _, c := range []budget.Component{budget.Kinderbijslag, budget.KindgebondenBudget} {
		if d := x.difference(c).Neg(); RoundLine(d).IsPositive() {
			all = append(all, Less{c, d})
		}
	}
	return all
}

// comesOfAge is the month of the birthday.
func comesOfAge(born budget.YearMonth, adultAge int) time.Time {
	return time.Date(born.Year+adultAge, time.Month(born.Month), 1, 0, 0, 0, 0, time.UTC)
}

// monthsOld is the age in the month of a date. The birthday is in the month, but nobody knows the day.
func monthsOld(born budget.YearMonth, on time.Time) int {
	return (on.Year()-born.Year)*12 + int(on.Month()) - born.Month
}

// lessSoon tells the parents what stops; the child reads no amounts.
func (c *composer) lessSoon() []Block {
	var all []Block
	for _, t := range c.Turning {
		if len(t.Less) == 0 {
			continue
		}
		s := section(c.say("plan.kind_bijna_18", i18n.Args{"leeftijd": c.AdultAge}), "calendar-days")
		if name := Clean(t.Name); name != "" && !c.Plan.Print.NoNames {
			s = with(s, c.text("plan.wordt", i18n.Args{"naam": name, "maand": c.Words.MonthYear(t.Month), "leeftijd": c.AdultAge}))
		}
		for _, l := range t.Less {
			s = with(s, Block{Kind: RowBlock, Text: c.say("plan.lager." + l.Component.String()),
				Details: c.say("plan.ongeveer", i18n.Args{"bedrag": i18n.WholeEuro(RoundLine(l.PerMonth))})})
		}
		all = append(all, s)
	}
	return all
}
