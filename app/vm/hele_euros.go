package vm

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/plan"
)

// wholeEuros are the amounts of the budget in whole euros a month. Parts add up to their total on every page, and the totals are
// those that are printed.
type wholeEuros struct {
	income map[string]decimal.Decimal // by id of the part
	groups map[budget.LineGroup]decimal.Decimal
	lines  map[budget.LineKey]decimal.Decimal
}

func roundBudget(v *budget.Overview, own *budget.OwnBudget) wholeEuros {
	w := wholeEuros{income: map[string]decimal.Decimal{}, groups: map[budget.LineGroup]decimal.Decimal{}, lines: map[budget.LineKey]decimal.Decimal{}}
	money := plan.MoneyOf(v, own)
	w.roundIncome(v, money.In)
	_, printed := plan.RoundOut(amountsOf(money.Out))
	for i, part := range money.Out {
		w.roundGroups(v, part.Label, printed[i])
	}
	return w
}

func amountsOf(parts []plan.Part) []decimal.Decimal {
	all := make([]decimal.Decimal, len(parts))
	for i, p := range parts {
		all[i] = p.PerMonth
	}
	return all
}

// roundIncome shares every printed row of the income among the parts of it.
func (w *wholeEuros) roundIncome(v *budget.Overview, parts []plan.Part) {
	_, printed := plan.RoundIn(amountsOf(parts))
	row := func(id string) int {
		return slices.IndexFunc(parts, func(p plan.Part) bool { return p.Label == plan.IncomeRow(id, parts) })
	}
	for i := range parts {
		var ids []string
		var amounts []decimal.Decimal
		for _, l := range v.Income {
			if row(l.ID) == i {
				ids, amounts = append(ids, l.ID), append(amounts, l.PerMonth)
			}
		}
		for k, amount := range plan.RoundTo(printed[i], amounts) {
			w.income[ids[k]] = amount
		}
	}
}

// roundGroups shares a printed row of the expenses among its groups, and each group among its lines.
func (w *wholeEuros) roundGroups(v *budget.Overview, label string, printed decimal.Decimal) {
	var groups []budget.GroupTotal
	var amounts []decimal.Decimal
	for _, g := range v.Groups {
		if plan.PartOf(g.Group) == label {
			groups, amounts = append(groups, g), append(amounts, g.PerMonth)
		}
	}
	for i, total := range plan.RoundTo(printed, amounts) {
		w.groups[groups[i].Group] = total
		var keys []budget.LineKey
		var lines []decimal.Decimal
		for _, l := range v.Lines {
			if l.Group == groups[i].Group {
				keys, lines = append(keys, l.Key), append(lines, l.PerMonth)
			}
		}
		for k, amount := range plan.RoundTo(total, lines) {
			w.lines[keys[k]] = amount
		}
	}
}
