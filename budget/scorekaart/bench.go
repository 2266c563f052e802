package scorekaart

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/budget/rules"
)

var (
	zero    = decimal.Zero
	two     = decimal.NewFromInt(2)
	twelve  = decimal.NewFromInt(12)
	weeks   = decimal.NewFromInt(52)
	hundred = decimal.NewFromInt(100)
)

// bench computes the examples: the engine as it is, and the examples by name.
type bench struct {
	engine *budget.Engine
	cases  map[string]*Case
}

func newBench(cases []Case) (*bench, error) {
	book, err := rules.Load()
	if err != nil {
		return nil, err
	}
	b := &bench{engine: budget.NewEngine(book), cases: map[string]*Case{}}
	for i := range cases {
		b.cases[cases[i].ID] = &cases[i]
	}
	return b, nil
}

// changed is an engine with a book of its own in which some numbers are replaced by those of an example: so a formula can be held
// against an example of a year that the program does not know.
func (b *bench) changed(year int, change func(*rules.Set)) (*budget.Engine, error) {
	book, err := rules.Load()
	if err != nil {
		return nil, err
	}
	set, err := book.For(year)
	if err != nil {
		return nil, err
	}
	change(set)
	return budget.NewEngine(book), nil
}

// read reads the inputs of an example.
func (c *Case) read(into any) error {
	if err := json.Unmarshal(c.inputs, into); err != nil {
		return fmt.Errorf("inputs: %w", err)
	}
	return nil
}

// year is the year of the rules that an example is computed with: examples of earlier years bring their own numbers.
func (c *Case) year() int {
	if year, err := strconv.Atoi(c.Year); err == nil && year >= rules.FirstYear {
		return year
	}
	return rules.FirstYear
}

// known tells whether the program carries the numbers of the year of the example.
func (c *Case) known() bool { return c.Year == strconv.Itoa(c.year()) }

// born gives somebody who has this age in every month of the year.
func born(year, age int) budget.YearMonth { return budget.YearMonth{Year: year - 1 - age, Month: 12} }

// household of one or two adults of these ages, without income, rent or children.
func household(year int, ages ...int) *budget.Household {
	h := &budget.Household{Year: year, Partners: len(ages) == 2, Housing: budget.Home{Kind: budget.OtherHome}}
	for i, age := range ages {
		h.Adults = append(h.Adults, budget.Adult{ID: "a" + strconv.Itoa(i+1), Born: born(year, age), Wealth: budget.Known(zero)})
	}
	return h
}

const adult = 35 // an age without rules of its own

// adults gives the ages of a person alone or of partners.
func adults(partner bool) []int {
	if partner {
		return []int{adult, adult}
	}
	return []int{adult}
}

// earning gives an adult a job that pays exactly this much a year, whatever the hours.
func earning(a *budget.Adult, perYear decimal.Decimal) {
	a.Jobs = []budget.Job{{ID: "j1", HoursPerWeek: budget.Known(decimal.NewFromInt(1)), PayrollCredit: true,
		HourlyWage:              budget.Known(perYear.DivRound(weeks, 10)), // the engine rounds the year to cents
		HolidayAllowancePercent: budget.Known(zero), PensionPercent: budget.Known(zero), TravelCostPerMonth: budget.Known(zero)}}
}

// withChildren adds children who have these ages the whole year.
func withChildren(h *budget.Household, ages ...int) {
	for _, age := range ages {
		h.Children = append(h.Children, budget.Child{ID: "c" + strconv.Itoa(len(h.Children)+1), Born: born(h.Year, age), Kinderbijslag: true})
	}
}

// reply is everything the engine says about a household.
type reply struct {
	result *budget.Result
	trace  *budget.Trace
	cash   *budget.YearCash
}

func ask(e *budget.Engine, h *budget.Household) (r reply, err error) {
	if r.result, r.trace, err = e.Explain(h); err != nil {
		return r, err
	}
	r.cash, err = e.Months(h)
	return r, err
}

func (r *reply) perYear(c budget.Component) decimal.Decimal { return r.result.Of(c).PerYear }

func (r *reply) has(c budget.Component) bool { return r.result.Of(c).State == budget.HasAmount }

// inMonth is what is paid in a month, 1 to 12.
func (r *reply) inMonth(c budget.Component, month int) decimal.Decimal {
	return r.cash.Months[month-1].Components[c]
}

// steps are the figures of this name on the way to a component.
func (r *reply) steps(c budget.Component, key string) []budget.Step {
	var found []budget.Step
	for _, section := range r.trace.Of(c) {
		for _, step := range section.Steps {
			if step.Key == key {
				found = append(found, step)
			}
		}
	}
	return found
}

// step is the first figure of this name, zero when there is none.
func (r *reply) step(c budget.Component, key string) decimal.Decimal {
	for _, step := range r.steps(c, key) {
		return step.Value
	}
	return zero
}

// sum adds the figures of this name up.
func (r *reply) sum(c budget.Component, key string) decimal.Decimal {
	total := zero
	for _, step := range r.steps(c, key) {
		total = total.Add(step.Value)
	}
	return total
}

// highest finds the highest whole amount, in units of a cent or a euro, at which something still holds.
func highest(end int64, holds func(int64) (bool, error)) (int64, error) {
	low, high := int64(0), end
	for low < high {
		middle := (low + high + 1) / 2
		ok, err := holds(middle)
		if err != nil {
			return 0, err
		}
		if ok {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low, nil
}

func cents(d decimal.Decimal) decimal.Decimal { return d.Round(2) }
