package vm

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// gridHours are the hours of one partner in the grid: every eight hours, and the present ones.
func gridHours(h *budget.Household, adult int) []decimal.Decimal {
	var all []decimal.Decimal
	for n := int64(0); n <= 40; n += 8 {
		all = append(all, decimal.NewFromInt(n))
	}
	now := firstJobHours(h, adult)
	if !slices.ContainsFunc(all, now.Equal) {
		all = append(all, now)
		slices.SortFunc(all, decimal.Decimal.Cmp)
	}
	return all
}

// firstJobHours are the hours of the file in the first job, which the grid changes.
func firstJobHours(h *budget.Household, adult int) decimal.Decimal {
	if jobs := h.Adults[adult].Jobs; len(jobs) > 0 {
		return jobs[0].HoursPerWeek.Or(decimal.Zero)
	}
	return decimal.Zero
}

// together is the page with the hours of both partners.
func (t *Talk) together() (left, right []Section) {
	s := Section{ID: "samen", Icon: "users", Title: t.say("samen")}
	g := t.hours.grid
	if t.outcome == nil || g == nil || !g.Known {
		s.Intro = t.unknownWork()
		return []Section{s}, nil
	}
	args := i18n.Args{"naam": t.nameOf(0), "partner": t.nameOf(1)}
	s.Intro = t.say("samen.uitleg", i18n.Args{"naam": t.nameIn(0), "partner": t.nameIn(1)})
	now, _ := t.outcome.Disposable()
	table := Table{Head: []string{t.say("samen.hoek", args)}}
	for _, hours := range g.Columns {
		table.Head = append(table.Head, t.say("samen.uur", i18n.Args{"uren": i18n.Hours(hours)}))
	}
	for i, hours := range g.Hours {
		row := TableRow{Cells: []string{t.say("samen.uur", i18n.Args{"uren": i18n.Hours(hours)})}, Shades: []Shade{NoShade}}
		for k := range g.Columns {
			shade := t.cellShade(g, i, k, now)
			amount := printedThen(twelfth(now).Add(t.really()), twelfth(g.PerYear[i][k]).Add(t.really()))
			row.Cells = append(row.Cells, i18n.Whole(amount)+shadeMarks[shade]) // the words above say euro
			row.Shades = append(row.Shades, shade)
		}
		table.Rows = append(table.Rows, row)
	}
	s.Table = &table
	s.Rows = []Row{
		sentence("samen.nu", t.say("samen.legenda.nu")),
		sentence("samen.minder", t.say("samen.legenda.minder")),
		sentence("samen.meer", t.say("samen.legenda.meer")),
	}
	return []Section{s}, nil
}

// shadeMarks say with a sign behind the amount what the colour of a cell says.
var shadeMarks = map[Shade]string{WarnShade: "−", SoftShade: "+", DeepShade: "++"}

// printedThen is what another situation leaves a month, as every page and the paper say it: what is left now with the rounded
// difference.
func printedThen(now, then decimal.Decimal) decimal.Decimal {
	return plan.RoundDifference(then.Sub(now)).Then(now.Floor())
}

// cellShade marks the present hours, what leaves less than now, and what leaves more than a hundred euro a month more.
func (t *Talk) cellShade(g *budget.Grid, row, column int, now decimal.Decimal) Shade {
	more := g.PerYear[row][column].Sub(now)
	switch h := t.household(); {
	case g.Hours[row].Equal(firstJobHours(h, 0)) && g.Columns[column].Equal(firstJobHours(h, 1)):
		return NowShade
	case more.LessThanOrEqual(worthMentioning.Neg()):
		return WarnShade
	case more.GreaterThanOrEqual(decimal.NewFromInt(6000)):
		return DeepShade
	case more.GreaterThanOrEqual(decimal.NewFromInt(1200)):
		return SoftShade
	}
	return NoShade
}

// unknownWork says why there is nothing to show.
func (t *Talk) unknownWork() string {
	if t.outcome == nil {
		return t.say("binnen.leeg")
	}
	if _, known := t.outcome.Disposable(); known && t.hours.curve == nil {
		return t.say("uren.wacht")
	}
	reason := t.say("uren.onbekend")
	for _, r := range t.whatIsMissing() {
		reason += " " + r
	}
	return reason
}
