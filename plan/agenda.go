package plan

import (
	"slices"
	"time"

	"perspectief/budget"
	"perspectief/i18n"
)

// Event is something that happens on one day: a step, the day to look at the plan again, or money that comes.
type Event struct {
	Day         time.Time
	Title       string
	Explanation string // may be empty
}

// monthsOfMoney is how far ahead the days on which money comes are listed.
const monthsOfMoney = 6

// Agenda lists the days of a plan from this date on, in their order. A step whose day is in the family's own words ("elke
// vrijdag") has no day in an agenda, and neither has a step that was done.
func Agenda(engine *budget.Engine, c Case, words *i18n.Catalogue, date time.Time) ([]Event, error) {
	if c.Plan == nil {
		c.Plan = &Plan{}
	}
	a := &agenda{newComposer(Input{Words: words, Plan: c.Plan, Household: c.Household, Date: date}.withoutNames()), nil}
	for i, s := range a.Plan.Steps {
		if i < maxSteps && open(s) && s.Verb+s.What != "" {
			a.add(s.Day, withoutDay(s).Sentence(words), a.callHelper())
		}
	}
	a.add(c.Plan.NextDate, a.say("plan.agenda.weer"), a.callHelper())
	for _, s := range chosen(c) {
		a.add(s.From, a.say("plan.agenda.doorgeven"), "")
	}
	if err := a.money(engine, c.Household); err != nil {
		return nil, err
	}
	slices.SortStableFunc(a.events, func(x, y Event) int { return x.Day.Compare(y.Day) })
	return a.events, nil
}

type agenda struct {
	*composer
	events []Event
}

// add is for days that have not gone by.
func (a *agenda) add(day Day, title, explanation string) {
	if on, ok := day.Date(); ok {
		a.on(on, title, explanation)
	}
}

func (a *agenda) on(day time.Time, title, explanation string) {
	today := time.Date(a.Date.Year(), a.Date.Month(), a.Date.Day(), 0, 0, 0, 0, time.UTC)
	e := Event{day, title, explanation}
	if !day.Before(today) && !slices.Contains(a.events, e) {
		a.events = append(a.events, e)
	}
}

// withoutDay is the step without the day that the agenda shows already.
func withoutDay(s Step) Step {
	s.Day = ""
	return s
}

func (a *agenda) callHelper() string {
	h, ok := a.firstHelper()
	if number := phone(h.Phone); ok && h.FirstName != "" && number != "" {
		return a.say("plan.agenda.nummer", i18n.Args{"helper": Clean(h.FirstName), "telefoon": number})
	}
	return ""
}

// money adds the days and months in which money comes that is not there every month, and the day of the toeslagen.
func (a *agenda) money(engine *budget.Engine, h *budget.Household) error {
	if err := a.toeslagen(engine, h); err != nil {
		return err
	}
	for _, year := range []int{a.Date.Year(), a.Date.Year() + 1} {
		in := *h
		in.Year = year
		if _, err := engine.Rules(year); err != nil {
			continue // no rules, so nothing is known about that year
		}
		events, err := engine.Gebeurtenissen(&in)
		if err != nil {
			return err
		}
		for _, e := range events {
			day := time.Date(year, time.Month(e.Month), 1, 0, 0, 0, 0, time.UTC)
			if id := "plan.agenda." + e.Key; a.Words.Has(id) && day.Before(a.lastDay()) {
				a.on(day, a.say(id), "")
			}
		}
	}
	return nil
}

func (a *agenda) lastDay() time.Time { return a.Date.AddDate(0, monthsOfMoney, 0) }

// toeslagen are paid on one day of the month, or on the first working day after it.
func (a *agenda) toeslagen(engine *budget.Engine, h *budget.Household) error {
	r, err := engine.Year(h)
	if err != nil {
		return err
	}
	set, err := engine.Rules(h.Year)
	if err != nil {
		return err
	}
	gets := false
	for _, c := range []budget.Component{budget.Zorgtoeslag, budget.Huurtoeslag, budget.KindgebondenBudget, budget.Kinderopvangtoeslag} {
		gets = gets || r.Of(c).PerYear.IsPositive()
	}
	if payDay := &set.Toeslagen.Betaaldag; gets && payDay.Known() {
		for month := range monthsOfMoney {
			first := time.Date(a.Date.Year(), a.Date.Month()+time.Month(month), 1, 0, 0, 0, 0, time.UTC)
			a.on(workingDay(first.AddDate(0, 0, payDay.Int()-1)), a.say("plan.agenda.toeslagen"), "")
		}
	}
	return nil
}

// workingDay is the day, or the Monday after a weekend. Holidays are not known here, so the agenda says "rond".
func workingDay(day time.Time) time.Time {
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, 1)
	}
	return day
}
