package vm

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// in is the step "Wat komt er binnen?": work, benefits and childcare, and what follows from them.
func (t *Talk) in() (left, right []Section) {
	h := t.household()
	for i := range h.Adults {
		left = append(left, t.work(i))
	}
	if len(h.Children) > 0 {
		left = append(left, t.childcare())
	}
	return left, []Section{t.incomeTable()}
}

// work are the jobs, benefits and profit of one adult.
func (t *Talk) work(i int) Section {
	a := &t.household().Adults[i]
	id := fmt.Sprintf("household.adults[%d]", i)
	s := Section{ID: "werk" + fmt.Sprint(i), Icon: "briefcase", Title: t.say("werk.van", map[string]any{"naam": t.nameIn(i)})}
	for j := range a.Jobs {
		s.Rows = append(s.Rows, t.job(a, id, j)...)
	}
	for j := range a.Benefits {
		s.Rows = append(s.Rows, t.benefit(a, id, j))
	}
	if a.Profit != nil {
		s.Rows = append(s.Rows, t.profit(a, id)...)
	}
	s.Actions = []Action{
		t.action(id+".jobs.add", "baan.erbij", "plus", func() {
			taken := func(id string) bool {
				return slices.ContainsFunc(a.Jobs, func(j budget.Job) bool { return j.ID == id })
			}
			a.Jobs = append(a.Jobs, budget.Job{ID: newID("j", taken), PayrollCredit: len(a.Jobs) == 0,
				HolidayAllowancePercent: t.usualHolidayAllowance(t.household().Year)})
		}),
		t.action(id+".benefits.add", "uitkering.erbij", "plus", func() {
			a.Benefits = append(a.Benefits, budget.Benefit{Kind: budget.WW})
		}),
	}
	if a.Profit == nil {
		s.Actions = append(s.Actions, t.action(id+".profit.add", "winst.erbij", "plus", func() { a.Profit = &budget.Profit{} }))
	}
	return s
}

// usualHolidayAllowance is what a new job starts with in percent: the least that the law asks. The helper sees it in the field
// and can change it.
func (t *Talk) usualHolidayAllowance(year int) budget.Amount {
	set, err := t.Engine.Rules(year)
	if err != nil {
		return budget.Amount{}
	}
	return budget.Known(set.Algemeen.Vakantiebijslag.Value.Shift(2))
}

func (t *Talk) job(a *budget.Adult, id string, j int) []Row {
	job := &a.Jobs[j]
	id = fmt.Sprintf("%s.jobs[%d]", id, j)
	hours := t.hoursRow(id+".hoursPerWeek", "baan.uren", &job.HoursPerWeek, "uur_per_week", "uren")
	if len(a.Jobs) > 1 {
		hours.Label = t.say("baan.uren.nummer", map[string]any{"nummer": j + 1})
	}
	if hours.Hint == "" && j == 0 {
		hours.Hint = t.faultAt(id[:len(id)-len("[0]")])
	}
	hours.Fields = append(hours.Fields, t.removeField(id+".remove", "baan.weg", func() { a.Jobs = slices.Delete(a.Jobs, j, j+1) }))
	return []Row{
		hours,
		t.amountRow(id+".hourlyWage", "baan.uurloon", &job.HourlyWage, "uur", "uurloon"),
		t.hoursRow(id+".holidayAllowancePercent", "baan.vakantiegeld", &job.HolidayAllowancePercent, "procent", "vakantiegeld"),
		t.hoursRow(id+".pensionPercent", "baan.pensioen", &job.PensionPercent, "procent", "pensioen"),
		t.amountRow(id+".travelCostPerMonth", "baan.reiskosten", &job.TravelCostPerMonth, "maand", "reiskosten"),
	}
}

func (t *Talk) benefit(a *budget.Adult, id string, j int) Row {
	b := &a.Benefits[j]
	id = fmt.Sprintf("%s.benefits[%d]", id, j)
	amount := t.amountField(id+".grossPerMonth", &b.GrossPerMonth, i18n.ParseEuro, "maand")
	return Row{ID: id, Label: t.say("uitkering"), Help: t.help("uitkering"), Hint: t.hintFor(amount.ID, i18n.ParseEuro), Fields: []Field{
		selectField(t, id+".kind", "uitkering.soort", &b.Kind, budget.BenefitKinds()), amount,
		t.removeField(id+".remove", "uitkering.weg", func() { a.Benefits = slices.Delete(a.Benefits, j, j+1) })}}
}

func (t *Talk) profit(a *budget.Adult, id string) []Row {
	p := a.Profit
	id += ".profit"
	amount := t.numberRow(id+".perYear", "winst", &p.PerYear, i18n.ParseSignedEuro, "jaar", "winst")
	amount.Fields = append(amount.Fields, t.removeField(id+".remove", "winst.weg", func() { a.Profit = nil }))
	return []Row{
		amount,
		t.yesNoRow(id+".hoursTest", "winst.uren", p.HoursTest, func(v bool) { p.HoursTest = v }, "winst.uren"),
		t.yesNoRow(id+".starter", "winst.starter", p.Starter, func(v bool) { p.Starter = v }, "winst.starter"),
	}
}

// childcare are the hours and prices of care, by child.
func (t *Talk) childcare() Section {
	h := t.household()
	s := Section{ID: "opvang", Icon: "school", Title: t.say("opvang"), Intro: t.say("opvang.uitleg")}
	for i := range h.Children {
		c := &h.Children[i]
		id := fmt.Sprintf("household.children[%d].childcare", i)
		for j := range c.Childcare {
			care := &c.Childcare[j]
			id := fmt.Sprintf("%s[%d]", id, j)
			kind := selectField(t, id+".kind", "opvang.soort", &care.Kind, budget.CareKinds())
			remove := t.removeField(id+".remove", "opvang.weg", func() { c.Childcare = slices.Delete(c.Childcare, j, j+1) })
			hours := t.hoursRow(id+".hoursPerMonth", "opvang.uren", &care.HoursPerMonth, "uur_per_maand", "opvang.uren")
			s.Rows = append(s.Rows,
				Row{ID: id, Label: t.childName(i), Fields: []Field{kind, remove}, Hint: t.faultAt(id+".kind", id[:len(id)-len("[0]")])},
				hours,
				t.amountRow(id+".pricePerHour", "opvang.prijs", &care.PricePerHour, "uur", ""))
		}
		add := t.action(id+".add", "opvang.erbij", "plus", func() {
			c.Childcare = append(c.Childcare, budget.Childcare{Kind: budget.BSO})
		})
		add.Label = t.say("opvang.erbij", map[string]any{"naam": t.childName(i)})
		s.Actions = append(s.Actions, add)
	}
	return s
}

// childName is how a child is called: the name, or its number.
func (t *Talk) childName(i int) string {
	if name := t.household().Children[i].Name; name != "" {
		return name
	}
	return t.say("kind", map[string]any{"nummer": i + 1})
}

// earned are the parts of the income that become the net income of work and benefits.
var earned = []budget.Component{budget.Loon, budget.Uitkering, budget.Winst, budget.Pensioenpremie,
	budget.Inkomstenbelasting, budget.Zvw}

// given are the parts of the income that come from the government.
var given = []budget.Component{budget.Bijstand, budget.Kinderbijslag, budget.KindgebondenBudget, budget.Huurtoeslag,
	budget.Zorgtoeslag, budget.Kinderopvangtoeslag, budget.Lokaal}

// incomeTable is what comes in a month, part by part, with the sum. The parts are whole euros that add up.
func (t *Talk) incomeTable() Section {
	s := Section{ID: "binnen", Icon: "coins", Title: t.say("binnen.tabel"), Intro: t.say("binnen.tabel.uitleg")}
	if t.overview == nil {
		s.Rows = []Row{shown("binnen.leeg", t.say("binnen.leeg"), "")}
		return s
	}
	s.Rows = t.incomeRow(s.Rows, budget.NettoInkomen)
	net, known := decimal.Zero, true
	for _, c := range earned {
		s.Rows = t.incomeRow(s.Rows, c.String())
		net = net.Add(t.whole.income[c.String()])
		known = known && t.incomeKnown(c.String())
	}
	if len(s.Rows) > 1 {
		sum := i18n.WholeEuro(net)
		if !known {
			sum = t.say("onbekend")
		}
		s.Rows = append(s.Rows, strong(shown("binnen.netto", t.say("binnen.netto"), sum)))
	}
	for _, c := range given {
		s.Rows = t.incomeRow(s.Rows, c.String())
	}
	for _, k := range budget.IncomeKinds() {
		s.Rows = t.incomeRow(s.Rows, string(k))
	}
	s.Rows = append(s.Rows, strong(shown("binnen.totaal", t.say("binnen.totaal"), t.figures().In)))
	for _, remark := range t.outcome.Remarks {
		s.Rows = append(s.Rows, Row{ID: "binnen.opmerking." + string(remark), Hint: t.Words.T("opmerking." + string(remark)),
			Fields: []Field{{Kind: ShownValue}}})
	}
	return sayReasonOnce(s)
}

// sayReasonOnce keeps a reason at the first of the rows below each other that have it: one empty field makes many parts
// unknown.
func sayReasonOnce(s Section) Section {
	said := ""
	for i, r := range s.Rows {
		if r.Note == said {
			s.Rows[i].Note = ""
		}
		said = r.Note
	}
	return s
}

// incomeKnown tells whether a part of the income is known, or is not there.
func (t *Talk) incomeKnown(id string) bool {
	return !slices.ContainsFunc(t.overview.Income, func(l budget.IncomeLine) bool { return l.ID == id && l.State == budget.Unknown })
}

// incomeRow adds the row of a part of the income, unless the family does not have it.
func (t *Talk) incomeRow(rows []Row, id string) []Row {
	i := slices.IndexFunc(t.overview.Income, func(l budget.IncomeLine) bool { return l.ID == id })
	if i < 0 {
		return rows
	}
	l, amount := t.overview.Income[i], t.whole.income[id]
	switch {
	case l.State == budget.Unknown:
		return append(rows, noted(shown("binnen."+id, t.incomeName(id), t.say("onbekend")), t.Words.T("reden."+string(l.Reason))))
	case amount.IsZero() && !l.Received.IsKnown():
		return rows
	}
	r := shown("binnen."+id, t.incomeName(id), i18n.WholeEuro(amount))
	computed, known := l.Computed.Get()
	switch received, paid := l.Received.Get(); {
	case !known || !paid:
	case received.IsZero():
		r.Note = t.say("binnen.gerekend", i18n.Args{"bedrag": i18n.EuroWords(computed.Floor())})
	default:
		r.Note = t.say("binnen.op_de_bank")
	}
	return append(rows, r)
}

// shown is a row with a finished string.
func shown(id, label, value string) Row {
	return Row{ID: id, Label: label, Fields: []Field{{Kind: ShownValue, Value: value}}}
}

func strong(r Row) Row {
	r.Strong = true
	return r
}
