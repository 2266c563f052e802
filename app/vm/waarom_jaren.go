package vm

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// twoYears is this family by the rules of each year that the program knows, beside each other: what a change of the law does, with all
// else the same.
func (t *Talk) twoYears() (s Section, ok bool) {
	s = Section{ID: "jaren", Icon: "scale", Title: t.say("jaren"), Intro: t.say("jaren.uitleg"), Table: &Table{Head: []string{""}}}
	var years []*budget.Result
	var credits []decimal.Decimal
	for _, text := range supportedYears {
		year, _ := strconv.Atoi(text)
		result, trace, err := t.Engine.Explain(inYear(t.household(), year))
		if err != nil {
			return s, false
		}
		if _, known := result.DisposablePerMonth(); !known {
			return s, false
		}
		years, credits = append(years, result), append(credits, workCredit(trace))
		s.Table.Head = append(s.Table.Head, text)
	}
	nearest := func(d decimal.Decimal) decimal.Decimal { return d.Round(0) }
	add := func(label string, strong bool, round func(decimal.Decimal) decimal.Decimal, of func(i int) decimal.Decimal) {
		row, some := TableRow{Cells: []string{label}, Strong: strong}, false
		for i := range years {
			perMonth := round(twelfth(of(i)))
			some = some || !perMonth.IsZero()
			row.Cells = append(row.Cells, i18n.WholeEuro(perMonth))
		}
		if some {
			s.Table.Rows = append(s.Table.Rows, row)
		}
	}
	add(t.say("jaren.belasting"), false, nearest, func(i int) decimal.Decimal { return years[i].Of(budget.Inkomstenbelasting).PerYear.Neg() })
	add(t.say("jaren.arbeidskorting"), false, nearest, func(i int) decimal.Decimal { return credits[i] })
	for _, r := range compared {
		add(t.say("naast."+r.id), false, nearest, func(i int) decimal.Decimal { return sumOf(years[i], r.components) })
	}
	add(t.say("jaren.over"), true, decimal.Decimal.Floor, func(i int) decimal.Decimal { left, _ := years[i].Disposable(); return left })
	return s, true
}

// inYear is the household with the rules of another year. Everybody is as old in it, for a birthday is no change of the law.
func inYear(h *budget.Household, year int) *budget.Household {
	moved := *h
	born := func(b *budget.YearMonth) {
		if !b.IsZero() {
			b.Year += year - h.Year
		}
	}
	moved.Year = year
	moved.Adults, moved.Children, moved.OtherResidents = slices.Clone(h.Adults), slices.Clone(h.Children), slices.Clone(h.OtherResidents)
	for i := range moved.Adults {
		born(&moved.Adults[i].Born)
	}
	for i := range moved.Children {
		born(&moved.Children[i].Born)
	}
	for i := range moved.OtherResidents {
		born(&moved.OtherResidents[i].Born)
	}
	return &moved
}

// workCredit is the arbeidskorting of all adults in a year: what work brings by itself.
func workCredit(trace *budget.Trace) decimal.Decimal {
	sum := decimal.Zero
	for _, s := range trace.Of(budget.Inkomstenbelasting) {
		for _, step := range s.Steps {
			if step.Key == "korting.arbeid" {
				sum = sum.Add(step.Value)
			}
		}
	}
	return sum
}
