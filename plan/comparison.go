package plan

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// Comparison is the present year beside the year of a scenario.
type Comparison struct {
	Workers   []Worker // whose work changes; at least one, unless only the care of the children does
	Now, Then *budget.Result
	Situation *budget.Household // as it is then; nil when nobody asks
	Falls     []Fall
	From      Day                 // the first day of the new situation; empty when nobody knows it yet
	Reports   []Report            // whom to tell what
	First     *budget.FirstMonths // the twelve months after the change; nil when they cannot be made
}

// Worker is an adult whose work changes: the hours of all jobs together, or with the same hours the wage, the pension, the travel or
// the profit.
type Worker struct {
	ID          string // of the adult
	Name        string // first name
	Now, Then   decimal.Decimal
	OwnBusiness bool // works already, for no employer
}

// extraHours is how much more the adults work together a week.
func (c *Comparison) extraHours() decimal.Decimal {
	extra := decimal.Zero
	for _, w := range c.Workers {
		extra = extra.Add(w.Then).Sub(w.Now)
	}
	return extra
}

// Fall is a number of hours at which the family has less left than just before.
type Fall struct {
	Above decimal.Decimal     // the last hours before it
	Cause budget.Component    // what falls
	Stops bool                // nothing is left of it
	Safe  decimal.NullDecimal // from here on the family has more left than before the fall
}

// fallWorthMentioning is the loss, euro a year, from which a fall is printed: the 10 euro a month that is no difference.
var fallWorthMentioning = noDifference.Mul(monthsPerYear)

// FallsOf lists the falls that more hours than now run into, at most two.
func FallsOf(c *budget.Curve, now decimal.Decimal) []Fall {
	var falls []Fall
	for _, cliff := range c.Cliffs() {
		if cliff.From.LessThan(now) || cliff.Loss.LessThan(fallWorthMentioning) || len(falls) == 2 {
			continue
		}
		after := slices.IndexFunc(c.Points, func(p budget.Point) bool { return p.Hours.GreaterThan(cliff.At) })
		falls = append(falls, Fall{Above: cliff.At, Cause: cliff.Cause, Safe: cliff.To,
			Stops: after >= 0 && c.Points[after].Result.Of(cliff.Cause).PerYear.IsZero()})
	}
	return falls
}

// change is what one row of the comparison adds a month, with its sign.
type change struct {
	label    string
	perMonth decimal.Decimal
	cost     bool // more of it is money that goes out
}

// compareOrder is the order of the rows: what work brings, then what the government gives, then what work costs.
var compareOrder = []budget.Component{budget.Bijstand, budget.Kinderbijslag, budget.KindgebondenBudget,
	budget.Huurtoeslag, budget.Zorgtoeslag, budget.Kinderopvangtoeslag, budget.Lokaal,
	budget.Kinderopvangkosten, budget.Reiskosten}

var earnings = []budget.Component{budget.Loon, budget.Uitkering, budget.Winst, budget.Pensioenpremie,
	budget.Inkomstenbelasting, budget.Zvw}

const maxChanges = 5

// changes lists what gets higher or lower, at most the five largest, in the order of the page.
// Rows that are not known in one of both years are left out.
func (c *Comparison) changes() []change {
	all := []change{{label: "loon", perMonth: c.difference(earnings...)}}
	for _, component := range compareOrder {
		d := c.difference(component)
		cost := component == budget.Kinderopvangkosten || component == budget.Reiskosten
		if cost {
			d = d.Neg()
		}
		all = append(all, change{component.String(), d, cost})
	}
	all = slices.DeleteFunc(all, func(x change) bool { return RoundLine(x.perMonth.Abs()).LessThan(one) })
	for len(all) > maxChanges {
		least := 0
		for i := range all {
			if all[i].perMonth.Abs().LessThan(all[least].perMonth.Abs()) {
				least = i
			}
		}
		all = slices.Delete(all, least, least+1)
	}
	return all
}

// difference is then less now for some components together, euro a month; zero when one of them is not known.
func (c *Comparison) difference(components ...budget.Component) decimal.Decimal {
	total := decimal.Zero
	for _, x := range components {
		now, then := c.Now.Of(x), c.Then.Of(x)
		if now.State == budget.Unknown || then.State == budget.Unknown {
			return decimal.Zero
		}
		total = total.Add(then.PerYear).Sub(now.PerYear)
	}
	return total.Div(monthsPerYear)
}

// unknown lists the components that are not known now or then.
func (c *Comparison) unknown() []budget.Component {
	var all []budget.Component
	for x := range budget.NumComponents {
		if c.Now.Of(x).State == budget.Unknown || c.Then.Of(x).State == budget.Unknown {
			all = append(all, x)
		}
	}
	return all
}

// leftPerMonth is the exact difference of what is left, euro a month.
func (c *Comparison) leftPerMonth() decimal.Decimal {
	all := make([]budget.Component, 0, budget.NumComponents)
	for x := range budget.NumComponents {
		all = append(all, x)
	}
	return c.difference(all...)
}

// endsInKind names the municipal help in kind that the family has now and no longer has then. It is no money and in no amount.
func (c *Comparison) endsInKind(h *budget.Household) []string {
	var names []string
	for _, l := range h.LocalSchemes {
		perYear := func(r *budget.Result) decimal.Decimal {
			for _, o := range r.Local {
				if o.ID == l.ID {
					return o.PerYear
				}
			}
			return decimal.Zero
		}
		known := c.Then.Of(budget.Lokaal).State != budget.Unknown
		if name := Clean(l.Name); name != "" && !l.CountsAsCash && known && perYear(c.Now).IsPositive() && perYear(c.Then).IsZero() {
			names = append(names, name)
		}
	}
	return names
}

// costs is what childcare and travel cost now, euro a month and below zero.
func (c *Comparison) costs() decimal.Decimal {
	return c.Now.Of(budget.Kinderopvangkosten).PerYear.Add(c.Now.Of(budget.Reiskosten).PerYear).Div(monthsPerYear)
}

// ofUWV are the benefits that wages are taken off.
var ofUWV = []budget.BenefitKind{budget.WW, budget.ZW, budget.WIA, budget.WAO, budget.Wajong}
