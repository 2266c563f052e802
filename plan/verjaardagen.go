package plan

import (
	"time"

	"perspectief/budget"
	"perspectief/i18n"
)

// Birthday is a birthday of 12 or 16 within a year: the ages, before 18, at which the money for a child changes.
type Birthday struct {
	Name  string
	Month time.Time
	Age   int
}

// birthdays are those of 12 and 16 within a year of the date; who comes of age has a section of its own.
func birthdays(engine *budget.Engine, h *budget.Household, adultAge int, date time.Time) ([]Birthday, error) {
	great, err := engine.GroteVerjaardagen(h, budget.YearMonth{Year: date.Year(), Month: int(date.Month())}, 12)
	if err != nil {
		return nil, err
	}
	var all []Birthday
	for _, g := range great {
		if g.Age >= adultAge {
			continue
		}
		for _, k := range h.Children {
			if k.ID == g.Child {
				all = append(all, Birthday{k.Name, time.Date(g.Month.Year, time.Month(g.Month.Month), 1, 0, 0, 0, 0, time.UTC), g.Age})
			}
		}
	}
	return all, nil
}

// ageOfSecondarySchool is the birthday around which school begins to cost more.
const ageOfSecondarySchool = 12

// olderSoon names the birthdays, without amounts: they are small beside what the family has.
func (c *composer) olderSoon() []Block {
	if len(c.Birthdays) == 0 {
		return nil
	}
	s := section(c.say("plan.verjaardagen"), "calendar-days")
	for _, b := range c.Birthdays {
		name := Clean(b.Name)
		if name == "" || c.Plan.Print.NoNames {
			name = c.say("plan.een_kind")
		}
		s = with(s, c.text("plan.wordt", i18n.Args{"naam": name, "maand": c.Words.MonthYear(b.Month), "leeftijd": b.Age}),
			c.text("plan.meer_voor_kind"))
		if b.Age == ageOfSecondarySchool {
			s = with(s, c.text("plan.school_kost"))
		}
	}
	return []Block{s}
}
