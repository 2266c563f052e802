package vm

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// The hours are reckoned by the rules, and a family may get less than those say, or more: support that it did not ask for, another net
// pay, maintenance. That difference is in every amount of the step, as it is on paper, so that "now" is what the family has now.

// besideRules is how much more comes in than the rules say, euro a month, for the lines of the income that are chosen; below zero
// when it is less, and zero when what comes in is not known.
func (t *Talk) besideRules(chosen func(id string) bool) decimal.Decimal {
	more := decimal.Zero
	if t.overview == nil || !t.overview.InKnown {
		return more
	}
	for _, l := range t.overview.Income {
		if chosen(l.ID) {
			more = more.Add(l.PerMonth).Sub(l.Computed.Or(decimal.Zero))
		}
	}
	return more
}

// really is besideRules for the whole income.
func (t *Talk) really() decimal.Decimal { return t.besideRules(func(string) bool { return true }) }

// reallyIn is besideRules for one part of the piles; what is no part of the year result stands with what people earn.
func (t *Talk) reallyIn(part []budget.Component) decimal.Decimal {
	named := func(id string) func(c budget.Component) bool {
		return func(c budget.Component) bool { return c.String() == id }
	}
	return t.besideRules(func(id string) bool {
		if slices.ContainsFunc(part, named(id)) {
			return true
		}
		return slices.Contains(part, budget.Loon) && !slices.ContainsFunc(given, named(id))
	})
}

// realSentence says that the family gets something else than the rules say, when that is worth a word.
func (t *Talk) realSentence() []string {
	more := t.really()
	if more.Abs().LessThan(littleMoney) {
		return nil
	}
	id := "uren.echt.meer"
	if more.IsNegative() {
		id = "uren.echt.minder"
	}
	return []string{t.say(id, i18n.Args{"bedrag": i18n.EuroWords(more.Abs().Round(0))})}
}
