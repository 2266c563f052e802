package vm

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
	"perspectief/plan/chart"
)

// maxScenarios stand beside the present situation.
const maxScenarios = 3

// sideBySide is the page with now and up to three scenarios beside each other, and the questions about each.
func (t *Talk) sideBySide() (left, right []Section) {
	left = []Section{t.comparison()}
	for i := range t.doc.Scenarios {
		if i < maxScenarios {
			left = append(left, t.scenarioCard(i))
		}
	}
	if n := len(t.doc.Scenarios); n < maxScenarios {
		last := &left[len(left)-1]
		last.Actions = append(last.Actions, t.action("scenarios.add", "scenario.erbij", "plus", t.addScenario))
	}
	return left, nil
}

// addScenario begins as the one before it, or as the present hours.
func (t *Talk) addScenario() {
	taken := func(id string) bool {
		for _, s := range t.doc.Scenarios {
			if s.ID == id {
				return true
			}
		}
		return false
	}
	s := plan.Scenario{ID: newID("s", taken)}
	h := t.household()
	job := plan.ScenarioHours{Adult: h.Adults[0].ID, HoursPerWeek: budget.Known(decimal.NewFromInt(usualExtra))}
	if jobs := h.Adults[0].Jobs; len(jobs) > 0 {
		job.Job = jobs[0].ID
		job.HoursPerWeek = budget.Known(clampHours(jobs[0].HoursPerWeek.Or(decimal.Zero).Add(decimal.NewFromInt(usualExtra))))
	}
	s.Jobs = []plan.ScenarioHours{job}
	t.doc.Scenarios = append(t.doc.Scenarios, s)
}

// scenarioName is what a scenario is called: its letter, with its own name when it has one.
func (t *Talk) scenarioName(i int) string {
	if name := strings.TrimSpace(t.doc.Scenarios[i].Name); name != "" {
		return t.say("scenario.letter_naam", i18n.Args{"letter": letterOf(i), "naam": name})
	}
	return t.say("scenario.letter", i18n.Args{"letter": letterOf(i)})
}

func letterOf(i int) string { return string(rune('A' + i)) }

// column is one situation of the comparison.
type column struct {
	letter    string // short, above a column
	name      string
	household *budget.Household
	year      *budget.Result // nil: not to be worked out
	sim       *plan.Simulated
	rights    *budget.Rechten // nil for the present situation
	really    decimal.Decimal // what comes in besides the rules, euro a month
}

func (t *Talk) columns() []column {
	all := []column{{letter: t.say("scenario.nu"), household: t.household(), year: t.outcome, really: t.really()}}
	for i := range t.doc.Scenarios {
		if i >= maxScenarios {
			break
		}
		c := column{letter: letterOf(i), name: t.scenarioName(i), really: t.really()}
		if i < len(t.hours.sims) && t.hours.sims[i] != nil {
			c.sim = t.hours.sims[i]
			c.household, c.year, c.rights = c.sim.Household, c.sim.Year, t.hours.rights[i]
		}
		all = append(all, c)
	}
	return all
}

// left is what is left a month; not known for a situation that cannot be worked out.
func (c *column) left() (perMonth decimal.Decimal, known bool) {
	if c.year == nil {
		return perMonth, false
	}
	perMonth, known = c.year.DisposablePerMonth()
	return perMonth.Add(c.really), known
}

// comparison is the picture and the table of all situations, with the same rows for each.
func (t *Talk) comparison() Section {
	s := Section{ID: "naast", Icon: "scale", Title: t.say("naast")}
	if t.outcome == nil || t.hours.curve == nil {
		s.Intro = t.unknownWork()
		return s
	}
	columns := t.columns()
	if len(columns) == 1 {
		s.Intro = t.say("naast.leeg")
		return s
	}
	s.Intro = t.say("naast.uitleg")
	if t.overview != nil {
		s.Intro += " " + t.say("naast.streep", i18n.Args{"bedrag": i18n.EuroWords(t.overview.NeedsPerMonth().Ceil())})
	}
	s.Chart = &Chart{Height: 170, Draw: func(space ChartSpace) Drawing { return t.columnsChart(columns, space) }}
	table := Table{Head: []string{""}}
	for _, c := range columns {
		table.Head = append(table.Head, c.letter)
	}
	t.addWorkRows(&table, columns)
	t.addMoneyRows(&table, columns)
	s.Table = &table
	for i, c := range columns[1:] {
		s.Rows = append(s.Rows, Row{ID: fmt.Sprintf("naast.zin.%d", i), Label: c.name, Note: t.scenarioSentence(&c), Fields: []Field{{Kind: ShownValue}}})
	}
	return s
}

func (t *Talk) columnsChart(columns []column, space ChartSpace) Drawing {
	var bars []chart.Column
	for i, c := range columns {
		bar := chart.Column{Value: math.NaN(), Under: c.letter, Role: chart.Then}
		if i == 0 {
			bar.Role = chart.PartWork
		}
		if left, known := c.printed(&columns[0]); known {
			bar.Value, bar.Over = left.InexactFloat64(), i18n.WholeEuro(left)
		}
		bars = append(bars, bar)
	}
	o := space.options()
	o.Top += o.Bottom / 2 // the amount above the highest bar
	o.YTicks, o.YLabel = 3, euroLabel
	if t.overview != nil {
		level := t.overview.NeedsPerMonth().InexactFloat64()
		o.Level = &level
	}
	return chart.Columns(bars, o)
}

// addRow adds a row unless all its cells are empty.
func addRow(table *Table, label string, columns []column, cell func(*column) string, strong bool) {
	row, some := TableRow{Cells: []string{label}, Strong: strong}, false
	for i := range columns {
		words := cell(&columns[i])
		some = some || words != ""
		row.Cells = append(row.Cells, words)
	}
	if some {
		table.Rows = append(table.Rows, row)
	}
}

// addWorkRows are the hours, the wage, the days and the travel of each situation.
func (t *Talk) addWorkRows(table *Table, columns []column) {
	for i := range t.household().Adults {
		addRow(table, t.say("naast.uren", i18n.Args{"naam": t.nameIn(i)}), columns, func(c *column) string {
			if c.household == nil {
				return t.say("streepje")
			}
			hours, known := c.household.Adults[i].WorkHours()
			if !known {
				return t.say("streepje")
			}
			return i18n.Hours(hours)
		}, false)
	}
	addRow(table, t.say("naast.reistijd"), columns, func(c *column) string {
		if minutes := c.travelMinutes(); minutes.IsPositive() {
			return t.say("naast.minuten", i18n.Args{"getal": minutes.Round(0).String()})
		}
		return ""
	}, false)
}

// travelMinutes is the travel of a week, as far as it was told.
func (c *column) travelMinutes() decimal.Decimal {
	sum := decimal.Zero
	if c.sim == nil {
		return sum
	}
	for _, j := range c.sim.Scenario.Jobs {
		sum = sum.Add(j.TravelMinutesPerDay.Or(decimal.Zero).Mul(j.DaysPerWeek.Or(decimal.Zero)))
	}
	return sum
}

// compared are the rows of money, in the order of the page.
var compared = []struct {
	id         string
	components []budget.Component
}{
	{"loon", earned},
	{"bijstand", []budget.Component{budget.Bijstand}},
	{"kinderbijslag", []budget.Component{budget.Kinderbijslag}},
	{"kindgebonden_budget", []budget.Component{budget.KindgebondenBudget}},
	{"huurtoeslag", []budget.Component{budget.Huurtoeslag}},
	{"zorgtoeslag", []budget.Component{budget.Zorgtoeslag}},
	{"kinderopvangtoeslag", []budget.Component{budget.Kinderopvangtoeslag}},
	{"lokaal", []budget.Component{budget.Lokaal}},
	{"kinderopvangkosten", []budget.Component{budget.Kinderopvangkosten}},
	{"reiskosten", []budget.Component{budget.Reiskosten}},
}

// anyUnknown tells whether one of the components is not known.
func anyUnknown(r *budget.Result, components []budget.Component) bool {
	return slices.ContainsFunc(components, func(c budget.Component) bool { return r.Of(c).State == budget.Unknown })
}

// addMoneyRows are what comes in and goes off a month in each situation, what is left, and the difference with now.
func (t *Talk) addMoneyRows(table *Table, columns []column) {
	for _, r := range compared {
		addRow(table, t.say("naast."+r.id), columns, func(c *column) string {
			if c.year == nil {
				return ""
			}
			if anyUnknown(c.year, r.components) {
				if anyUnknown(c.year, earned) {
					return "" // nearly nothing is known: what is left says so
				}
				return t.say("onbekend")
			}
			sum := sumOf(c.year, r.components)
			if sum.IsZero() && !t.occurs(columns, r.components) {
				return ""
			}
			return i18n.WholeEuro(twelfth(sum).Round(0))
		}, false)
	}
	addRow(table, t.say("naast.echt"), columns, func(c *column) string {
		if _, known := c.left(); !known || c.really.Abs().LessThan(littleMoney) {
			return ""
		}
		return i18n.WholeEuro(c.really.Round(0))
	}, false)
	addRow(table, t.say("naast.over"), columns, func(c *column) string {
		left, known := c.printed(&columns[0])
		if !known {
			return t.say("onbekend")
		}
		return i18n.WholeEuro(left)
	}, true)
	now, _ := columns[0].left()
	addRow(table, t.say("naast.verschil"), columns, func(c *column) string {
		left, known := c.left()
		if !known || c.sim == nil {
			return ""
		}
		d := plan.RoundDifference(left.Sub(now))
		switch d.Direction {
		case plan.Loss:
			return "− " + i18n.WholeEuro(d.PerMonth)
		case plan.Gain:
			return "+ " + i18n.WholeEuro(d.PerMonth)
		}
		return t.say("uren.evenveel")
	}, true)
	addRow(table, t.say("naast.per_uur"), columns, func(c *column) string { return t.perExtraHour(&columns[0], c) }, false)
	t.addInKind(table, columns)
}

// addInKind is the worth a month of municipal help that is no cash, under the sum and not in it: what ends there is lost, too.
func (t *Talk) addInKind(table *Table, columns []column) {
	worth := func(c *column) decimal.Decimal {
		if c.year == nil || c.household == nil {
			return decimal.Zero
		}
		return c.year.InKind(c.household)
	}
	if !slices.ContainsFunc(columns, func(c column) bool { return worth(&c).IsPositive() }) {
		return
	}
	addRow(table, t.say("naast.natura"), columns, func(c *column) string {
		if c.year == nil || anyUnknown(c.year, []budget.Component{budget.Lokaal}) {
			return t.say("streepje")
		}
		return i18n.WholeEuro(twelfth(worth(c)).Round(0))
	}, false)
}

func (t *Talk) occurs(columns []column, components []budget.Component) bool {
	for _, c := range columns {
		if c.year != nil && !sumOf(c.year, components).IsZero() {
			return true
		}
	}
	return false
}

// printed is what is left a month as the page says it, beside the present situation; unknown when that is.
func (c *column) printed(now *column) (decimal.Decimal, bool) {
	before, knownNow := now.left()
	left, known := c.left()
	if !known || !knownNow {
		return left.Floor(), known
	}
	return printedThen(before, left), true
}

// perExtraHour is what each extra hour of work leaves, all adults together.
func (t *Talk) perExtraHour(now, then *column) string {
	a, knownA := now.left()
	b, knownB := then.left()
	if then.sim == nil || !knownA || !knownB {
		return ""
	}
	extra := decimal.Zero
	for i := range now.household.Adults {
		before, _ := now.household.Adults[i].WorkHours()
		after, _ := then.household.Adults[i].WorkHours()
		extra = extra.Add(after).Sub(before)
	}
	if perHour, ok := plan.RoundDifference(b.Sub(a)).PerHour(extra); ok {
		return i18n.WholeEuro(perHour)
	}
	return ""
}

// scenarioSentence says in words what the table cannot: hours that go up and down, and what this year still brings.
func (t *Talk) scenarioSentence(c *column) string {
	if c.sim == nil {
		return t.say("scenario.kan_niet")
	}
	var words []string
	if w := c.sim.Swing; w != nil {
		low, _ := w.Low.DisposablePerMonth()
		high, _ := w.High.DisposablePerMonth()
		words = append(words, t.say("scenario.wisselend", i18n.Args{"laag": i18n.EuroWords(low.Add(c.really).Floor()), "hoog": i18n.EuroWords(high.Add(c.really).Floor())}),
			t.say("scenario.slechtste", i18n.Args{"bedrag": i18n.EuroWords(w.Worst.Floor())}))
		if w.PayBack.IsPositive() {
			words = append(words, t.say("scenario.terug", i18n.Args{"bedrag": i18n.EuroWords(plan.RoundPayBack(w.PayBack))}))
		}
	}
	if n := c.sim.Scenario.Months; n > 0 {
		words = append(words, t.Words.N("scherm.scenario.duurt", n))
	}
	if f := c.sim.First; f != nil && len(f.Results) > 0 && f.Months[0].Year == f.Results[0].Year {
		now, _ := t.outcome.Disposable()
		this, _ := f.Results[0].Disposable()
		d := this.Sub(now)
		id, size := "scenario.dit_jaar_meer", d
		if d.IsNegative() {
			id, size = "scenario.dit_jaar_minder", d.Neg()
		}
		if size.GreaterThanOrEqual(decimal.NewFromInt(10)) {
			words = append(words, t.say(id, i18n.Args{"bedrag": i18n.EuroWords(size.Floor()), "jaar": f.Results[0].Year}))
		}
	}
	lines := t.whatBecomesOfRights(c.rights)
	if len(words) > 0 {
		lines = slices.Insert(lines, 0, strings.Join(words, " "))
	}
	return strings.Join(lines, "\n")
}
