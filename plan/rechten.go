package plan

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// RightsToAsk are the rights that a family does not get yet by its own word, in easy words and ready for the plan: the one way from
// the check to the paper, for the window and for the command line. Goods and lessons have no amount a month.
func RightsToAsk(check *budget.Rechten, h *budget.Household, said Answers, words *i18n.Catalogue) []Right {
	var all []Right
	for i := range check.All {
		r := &check.All[i]
		if said.Of(r) != budget.AnswerNo || r.State == budget.RechtNee || r.ID == "ouderbijdrage" {
			continue
		}
		right := Right{ID: r.Key(), Name: rightName(r, h, words), Where: officeOf(r, h, words)}
		if perYear, known := r.PerYear.Get(); known && !r.InKind {
			right.PerMonth = budget.Known(perYear.DivRound(monthsPerYear, 2))
		}
		all = append(all, right)
	}
	slices.SortStableFunc(all, func(a, b Right) int { return b.PerMonth.Or(decimal.Zero).Cmp(a.PerMonth.Or(decimal.Zero)) })
	return all
}

// Answers are what the family said to "Krijgt u dit al?", and what it told of its bank account.
type Answers struct {
	Rights []budget.RightAnswer
	Own    *budget.OwnBudget
}

// Of is the answer about one right, "" when it was not asked. A payment of nothing in the budget says no, any other yes.
func (a Answers) Of(r *budget.Recht) string {
	if a.Own != nil && r.Who == "" {
		for _, p := range a.Own.Received {
			if amount, known := p.Amount.Get(); known && p.Component == r.ID {
				if amount.IsZero() {
					return budget.AnswerNo
				}
				return budget.AnswerYes
			}
		}
	}
	for _, said := range a.Rights {
		if said.Right == r.Key() {
			return said.Answer
		}
	}
	return ""
}

func rightName(r *budget.Recht, h *budget.Household, words *i18n.Catalogue) string {
	if l := schemeOf(r, h); l != nil && l.Name != "" {
		return l.Name
	}
	return words.T("recht." + r.ID)
}

func officeOf(r *budget.Recht, h *budget.Household, words *i18n.Catalogue) string {
	if l := schemeOf(r, h); l != nil && l.Owner != "" {
		return l.Owner
	}
	if r.Through == budget.ViaTussenpersoon {
		return words.T("loket.tussenpersoon")
	}
	return words.T("loket." + r.Office)
}

func schemeOf(r *budget.Recht, h *budget.Household) *budget.LocalScheme {
	if r.Group != budget.RechtenRegeling {
		return nil
	}
	if i := slices.IndexFunc(h.LocalSchemes, func(l budget.LocalScheme) bool { return l.ID == r.Who }); i >= 0 {
		return &h.LocalSchemes[i]
	}
	return nil
}
