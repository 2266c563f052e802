package plan

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// Money is what the money page shows: exact amounts in euro a month, rounded only when they are composed.
type Money struct {
	In       []Part
	InKnown  bool
	Out      []Part // the three groups of the page, in their order
	OutKnown bool   // the family told what it pays
	Examples int    // lines where a reference amount stands in for the family's own
	Missing  int    // lines without any amount
}

// Part is one row of the money page. Label is the last part of its catalogue id.
type Part struct {
	Label    string
	PerMonth decimal.Decimal
	Known    bool
	Example  budget.Amount // a reference amount to show beside a row that is not known
}

// The three groups of what goes out.
const (
	partBills = "rekeningen"
	partWeek  = "week"
	partAside = "apart"
)

// partOther is the row of all income that the year result does not have.
const partOther = "ander_inkomen"

var partOf = map[budget.LineGroup]string{
	budget.GroupVast: partBills, budget.GroupNietGenormd: partBills,
	budget.GroupHuishoudelijk: partWeek,
	budget.GroupReserveren:    partAside, budget.GroupMeedoen: partAside,
}

// PartOf is the row of the page on which a group of the budget stands.
func PartOf(group budget.LineGroup) string { return partOf[group] }

// IncomeRow is the label of the row among parts in which a part of the income stands.
func IncomeRow(id string, parts []Part) string {
	switch {
	case work[id] && len(parts) > 0:
		return parts[0].Label // the earned row is the first, when there is one
	case slices.Contains(budget.IncomeKinds(), budget.IncomeKind(id)):
		return partOther
	}
	return id
}

// MoneyOf turns the household budget into the rows of the page. A family that told nothing about what it pays gets
// rows to fill in: averages of other households say nothing about what this family has left.
func MoneyOf(v *budget.Overview, own *budget.OwnBudget) Money {
	m := Money{InKnown: v.InKnown, OutKnown: own != nil && len(own.Lines) > 0, Missing: len(v.Missing)}
	m.In = incomeParts(v.Income)
	for _, label := range []string{partBills, partWeek, partAside} {
		part := Part{Label: label, Known: m.OutKnown}
		for _, g := range v.Groups {
			if partOf[g.Group] == label {
				part.PerMonth = part.PerMonth.Add(g.PerMonth)
			}
		}
		if !m.OutKnown && part.PerMonth.IsPositive() {
			part.Example = budget.Known(part.PerMonth)
		}
		m.Out = append(m.Out, part)
	}
	for _, l := range v.Lines {
		if l.Guessed {
			m.Examples++
		}
	}
	return m
}

// work is what people earn or get beside the toeslagen, less what is taken off it.
var work = map[string]bool{
	budget.Loon.String(): true, budget.Uitkering.String(): true, budget.Winst.String(): true,
	budget.Pensioenpremie.String(): true, budget.Inkomstenbelasting.String(): true, budget.Zvw.String(): true,
	budget.NettoInkomen: true,
}

// incomeParts joins wages, benefits and profit with their tax in one row and leaves out what the family does not have.
func incomeParts(lines []budget.IncomeLine) []Part {
	earned := Part{Known: true}
	var kinds []string
	var others []Part
	rest := Part{Label: partOther, Known: true}
	for _, l := range lines {
		unknown := l.State == budget.Unknown
		switch {
		case work[l.ID]:
			earned.PerMonth = earned.PerMonth.Add(l.PerMonth)
			earned.Known = earned.Known && !unknown
			if source(l.ID) && (unknown || !l.PerMonth.IsZero()) {
				kinds = append(kinds, l.ID)
			}
		case slices.Contains(budget.IncomeKinds(), budget.IncomeKind(l.ID)):
			rest.PerMonth = rest.PerMonth.Add(l.PerMonth)
			rest.Known = rest.Known && !unknown
		case unknown || !l.PerMonth.IsZero():
			others = append(others, Part{Label: l.ID, PerMonth: l.PerMonth, Known: !unknown})
		}
	}
	if !rest.Known || !rest.PerMonth.IsZero() {
		others = append(others, rest)
	}
	if len(kinds) == 0 && earned.Known && earned.PerMonth.IsZero() {
		return others
	}
	earned.Label = earnedLabel(kinds)
	return append([]Part{earned}, others...)
}

func source(id string) bool {
	return id == budget.Loon.String() || id == budget.Uitkering.String() || id == budget.Winst.String()
}

func earnedLabel(kinds []string) string {
	if len(kinds) == 1 {
		return kinds[0]
	}
	return "werk_en_uitkering"
}

// allKnown reports whether every row has an amount.
func allKnown(parts []Part) bool {
	for _, p := range parts {
		if !p.Known {
			return false
		}
	}
	return true
}

func amounts(parts []Part) []decimal.Decimal {
	all := make([]decimal.Decimal, len(parts))
	for i, p := range parts {
		all[i] = p.PerMonth
	}
	return all
}
