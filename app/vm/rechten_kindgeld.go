package vm

import (
	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// forChildren is the money that comes because there are children.
var forChildren = []budget.Component{budget.Kinderbijslag, budget.KindgebondenBudget, budget.Kinderopvangtoeslag}

// perChild is for whom a municipal scheme is, when it is for each child.
const perChild = "child"

// childMoney is what the family gets for its children, from whom and when; not shown when there is nothing.
func (t *Talk) childMoney() (s Section, ok bool) {
	s = Section{ID: "kindgeld", Icon: "coins", Title: t.say("kindgeld"), Intro: t.say("kindgeld.uitleg")}
	if t.overview == nil {
		return s, false
	}
	sum := decimal.Zero
	for _, c := range forChildren {
		amount := t.whole.income[c.String()]
		if !t.incomeKnown(c.String()) {
			s.Rows = append(s.Rows, noted(shown("kindgeld."+c.String(), t.incomeName(c.String()), t.say("onbekend")), t.say("kindgeld.van."+c.String())))
			continue
		}
		if amount.IsZero() {
			continue
		}
		sum = sum.Add(amount)
		s.Rows = append(s.Rows, noted(shown("kindgeld."+c.String(), t.incomeName(c.String()), i18n.WholeEuro(amount)), t.say("kindgeld.van."+c.String())))
	}
	if len(s.Rows) > 1 {
		s.Rows = append(s.Rows, strong(shown("kindgeld.samen", t.say("binnen.totaal"), i18n.WholeEuro(sum))))
	}
	for i := range t.household().LocalSchemes {
		if l := &t.household().LocalSchemes[i]; l.Per == perChild && i < len(t.outcome.Local) {
			if o := t.outcome.Local[i]; o.PerYear.IsPositive() {
				s.Rows = append(s.Rows, t.childScheme(l, o.PerYear))
			}
		}
	}
	return s, len(s.Rows) > 0
}

// childScheme is a municipal scheme for the children, its worth by the year.
func (t *Talk) childScheme(l *budget.LocalScheme, perYear decimal.Decimal) Row {
	r := shown("kindgeld."+l.ID, l.Name, t.say("per_jaar", i18n.Args{"bedrag": i18n.WholeEuro(perYear.Floor())}))
	r.Note = t.say("kindgeld.van.geld", i18n.Args{"naam": l.Owner})
	if !l.CountsAsCash {
		r.Note = t.say("kindgeld.van.natura", i18n.Args{"naam": l.Owner})
	}
	return r
}
