package vm

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// compareNorms is the dense page of the helper: every line with its own amount, the norm of the organisation and the open one,
// the difference, and where the norms come from.
func (t *Talk) compareNorms() (left, right []Section) {
	s := Section{ID: "vergelijk", Icon: "scale", Title: t.say("vergelijk"), Intro: t.say("vergelijk.uitleg")}
	if t.overview == nil {
		s.Intro = t.say("binnen.leeg")
		return []Section{s}, nil
	}
	open, err := t.Engine.Norms(t.household(), nil)
	if err != nil {
		s.Intro = t.say("binnen.leeg")
		return []Section{s}, nil
	}
	s.Table = &Table{Head: t.cells("", t.say("vergelijk.eigen"), t.say("vergelijk.organisatie"), t.say("vergelijk.open"),
		t.say("vergelijk.verschil"), t.say("vergelijk.jaar"), t.say("vergelijk.soort"))}
	total, own := t.ownWhole()
	for _, g := range t.overview.Groups {
		s.Table.Rows = append(s.Table.Rows, t.groupRow(g, own))
		for _, l := range t.overview.Lines {
			if l.Group == g.Group && (l.State != budget.None || len(l.Entries) > 0) {
				s.Table.Rows = append(s.Table.Rows, t.compareRow(l, own[l.Key], open))
			}
		}
	}
	s.Table.Rows = append(s.Table.Rows, t.compareTotal(total))
	return []Section{s, t.origins()}, nil
}

// roomForKinds is the largest size of letters in percent at which the kinds of norms have a column of their own.
const roomForKinds = 125

// cells leaves out the column of the organisation when there is none. With large letters the last one stands behind the name.
func (t *Talk) cells(cells ...string) []string {
	if last := len(cells) - 1; t.percent > roomForKinds {
		if cells[last] != "" && cells[0] != "" {
			cells[0] += " (" + cells[last] + ")"
		}
		cells = cells[:last]
	}
	if t.doc.Norms == nil {
		cells = slices.Delete(cells, 2, 3)
	}
	return cells
}

// groupRow is the sum of the own amounts of a group.
func (t *Talk) groupRow(g budget.GroupTotal, own map[budget.LineKey]decimal.Decimal) TableRow {
	sum := decimal.Zero
	perYear := decimal.Zero
	for _, l := range t.overview.Lines {
		if l.Group == g.Group {
			sum, perYear = sum.Add(own[l.Key]), perYear.Add(l.Own.Or(decimal.Zero).Mul(twelveMonths))
		}
	}
	return TableRow{Strong: true, Cells: t.cells(t.say("groep."+string(g.Group)), bare(sum), "", "", "", bare(perYear), "")}
}

// ownWhole are the family's own amounts in whole euros that add up.
func (t *Talk) ownWhole() (total decimal.Decimal, own map[budget.LineKey]decimal.Decimal) {
	own = map[budget.LineKey]decimal.Decimal{}
	amounts := make([]decimal.Decimal, len(t.overview.Lines))
	for i, l := range t.overview.Lines {
		amounts[i] = l.Own.Or(decimal.Zero)
	}
	total, rounded := plan.RoundOut(amounts)
	for i, l := range t.overview.Lines {
		own[l.Key] = rounded[i]
	}
	return total, own
}

var twelveMonths = decimal.NewFromInt(12)

func (t *Talk) compareRow(l budget.BudgetLine, whole decimal.Decimal, open *budget.NormBudget) TableRow {
	norm := l.Norm
	organisation, average := "", ""
	if norm.Kind == budget.KindOrganisation {
		organisation = bare(norm.PerMonth)
	}
	if n, ok := open.Of(l.Key); ok && n.State == budget.HasAmount && n.Kind != budget.KindOwn {
		average = bare(n.PerMonth)
	} else if l.Key == budget.LineHuisdieren && len(l.Entries) > 0 && open.Pet.State == budget.HasAmount {
		average = bare(open.Pet.PerMonth)
	}
	own, year, difference := t.say("streepje"), "", ""
	if amount, known := l.Own.Get(); known {
		own, year = bare(whole), bare(amount.Mul(twelveMonths))
		if norm.State == budget.HasAmount && norm.Kind != budget.KindOwn {
			difference = signed(whole.Sub(norm.PerMonth.Round(0)))
		}
	}
	return TableRow{Cells: t.cells(t.lineName(l.Key), own, organisation, average, difference, year, t.kindAndYear(l))}
}

// bare is an amount in whole euros without the sign of the euro: the head of the table says what it is.
func bare(d decimal.Decimal) string { return strings.TrimPrefix(i18n.WholeEuro(d), "€\u00a0") }

// signed is a difference in whole euros with its sign.
func signed(d decimal.Decimal) string {
	switch {
	case d.IsPositive():
		return "+\u00a0" + bare(d)
	case d.IsNegative():
		return "-\u00a0" + bare(d.Neg())
	}
	return bare(d)
}

// kindAndYear says what the norm beside a line is, or that the amount of the line is the family's own.
func (t *Talk) kindAndYear(l budget.BudgetLine) string {
	n := l.Norm
	id := "vergelijk.soort_jaar"
	switch {
	case n.State != budget.HasAmount || n.Kind == budget.KindOwn:
		return ""
	case n.Outdated:
		id = "vergelijk.verouderd"
	case n.Kind == budget.KindOrganisation:
		id = "vergelijk.norm"
	}
	return t.say(id, i18n.Args{"soort": t.Words.T("budget.soort." + string(n.Kind)), "jaar": strconv.Itoa(n.Year)})
}

// compareTotal adds what the family told; what goes out with norms filled in stands above the screen.
func (t *Talk) compareTotal(total decimal.Decimal) TableRow {
	return TableRow{Strong: true, Cells: t.cells(t.say("vergelijk.totaal"), bare(total), "", "", "",
		bare(t.overview.OutOwn.Mul(twelveMonths)), "")}
}

// origins tells once for each way in which norms came about, for which lines.
func (t *Talk) origins() Section {
	var norms []budget.Norm
	for _, l := range t.overview.Lines {
		if l.Norm.State == budget.HasAmount && l.Norm.Kind != budget.KindOwn {
			norms = append(norms, l.Norm)
		}
	}
	return Section{ID: "vergelijk.herkomst", Icon: "book-open", Title: t.say("vergelijk.herkomst"), Intro: t.Words.T("budget.geen_oordeel"),
		Rows: t.originRows("herkomst", norms)}
}

// originRows tell where norms came from, or why there is none; lines of which the same is told stand together.
func (t *Talk) originRows(id string, norms []budget.Norm) []Row {
	var rows []Row
	at := map[string]int{}
	for _, n := range norms {
		words := t.origin(n)
		i, seen := at[words]
		if !seen {
			at[words] = len(rows)
			rows = append(rows, noted(shown(id+"."+string(n.Key), t.lineName(n.Key), ""), words))
			continue
		}
		rows[i].Label += ", " + t.lineName(n.Key)
	}
	return rows
}
