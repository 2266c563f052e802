package vm

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// scenarioCard asks what a scenario changes.
func (t *Talk) scenarioCard(i int) Section {
	s := &t.doc.Scenarios[i]
	id := fmt.Sprintf("scenarios[%d]", i)
	card := Section{ID: id, Icon: "briefcase", Title: t.scenarioName(i)}
	name := t.textField(id+".name", &s.Name, "scenario.naam.voorbeeld")
	name.Width = Wide
	card.Rows = append(card.Rows, Row{ID: id, Label: t.say("scenario.naam"), Fields: []Field{name, t.removeField(id+".remove", "scenario.weg", func() {
		t.doc.Scenarios = slices.Delete(t.doc.Scenarios, i, i+1)
	})}})
	for k := range s.Jobs {
		card.Rows = append(card.Rows, t.scenarioJob(s, id, k)...)
	}
	for k := range s.Profits {
		card.Rows = append(card.Rows, t.scenarioProfit(s, id, k))
	}
	for c := range t.household().Children {
		if t.needsCare(s, c) {
			card.Rows = append(card.Rows, t.scenarioCare(s, id, c))
		}
	}
	card.Rows = append(card.Rows, t.scenarioTime(s, id)...)
	card.Actions = []Action{
		t.action(id+".jobs.add", "scenario.baan.erbij", "plus", func() { t.addScenarioJob(s) }),
	}
	if len(s.Profits) == 0 {
		card.Actions = append(card.Actions, t.action(id+".profits.add", "winst.erbij", "plus", func() {
			s.Profits = append(s.Profits, budget.ProfitChange{Adult: t.household().Adults[0].ID})
		}))
	}
	return card
}

// addScenarioJob adds a change of a job that has none yet, or a new second job.
func (t *Talk) addScenarioJob(s *plan.Scenario) {
	h := t.household()
	for _, o := range t.jobOptions() {
		adult, job, _ := strings.Cut(o.ID, "/")
		if !slices.ContainsFunc(s.Jobs, func(j plan.ScenarioHours) bool { return sameJob(h, j.Adult, j.Job, adult, job) }) {
			s.Jobs = append(s.Jobs, plan.ScenarioHours{Adult: adult, Job: job})
			return
		}
	}
	s.Jobs = append(s.Jobs, plan.ScenarioHours{Adult: h.Adults[0].ID, Job: secondJob})
}

// secondJob is the id of a job beside those of the file.
const secondJob = "extra"

// scenarioJob asks about one job of a scenario, in rows of at most three fields.
func (t *Talk) scenarioJob(s *plan.Scenario, id string, k int) []Row {
	j := &s.Jobs[k]
	id = fmt.Sprintf("%s.jobs[%d]", id, k)
	who := t.scenarioJobField(j, id)
	remove := t.removeField(id+".remove", "scenario.baan.weg", func() { s.Jobs = slices.Delete(s.Jobs, k, k+1) })
	number := func(name, label string, a *budget.Amount, parse func(string) i18n.Entry, unit string) Field {
		f := t.amountField(id+"."+name, a, parse, unit)
		f.Label, f.Width = t.say(label), Narrow
		if unit == "" {
			f.Placeholder = f.Label
		}
		return f
	}
	hint := func(names ...string) string {
		for _, n := range names {
			if h := t.hintFor(id+"."+n, i18n.ParseEuro); h != "" {
				return h
			}
		}
		return ""
	}
	return []Row{
		{ID: id, Label: t.say("scenario.baan"), Fields: []Field{who}, Hint: t.faultAt(id+".adult", id+".job")},
		{ID: id + ".hoursPerWeek", Label: t.say("scenario.uren"), Part: true, Hint: hint("hoursPerWeek"), Fields: []Field{
			number("hoursPerWeek", "scenario.uren", &j.HoursPerWeek, i18n.ParseHours, "uur_per_week"), remove}},
		{ID: id + ".swing", Label: t.say("scenario.wissel"), Part: true, Help: t.help("scenario.wissel"), Hint: hint("lowHoursPerWeek", "highHoursPerWeek"), Fields: []Field{
			number("lowHoursPerWeek", "scenario.weinig", &j.LowHoursPerWeek, i18n.ParseHours, ""),
			number("highHoursPerWeek", "scenario.veel", &j.HighHoursPerWeek, i18n.ParseHours, "")}},
		{ID: id + ".hourlyWage", Label: t.say("baan.uurloon"), Part: true, Hint: hint("hourlyWage"), Fields: []Field{
			number("hourlyWage", "baan.uurloon", &j.HourlyWage, i18n.ParseEuro, "uur")}},
		{ID: id + ".pensionPercent", Label: t.say("baan.pensioen"), Part: true, Hint: hint("pensionPercent"), Fields: []Field{
			number("pensionPercent", "baan.pensioen", &j.PensionPercent, i18n.ParseHours, "procent")}},
		{ID: id + ".travelCostPerMonth", Label: t.say("baan.reiskosten"), Part: true, Hint: hint("travelCostPerMonth"), Fields: []Field{
			number("travelCostPerMonth", "baan.reiskosten", &j.TravelCostPerMonth, i18n.ParseEuro, "maand")}},
		{ID: id + ".travel", Label: t.say("scenario.reizen"), Part: true, Help: t.help("scenario.reizen"), Hint: hint("travelMinutesPerDay", "daysPerWeek"), Fields: []Field{
			number("travelMinutesPerDay", "scenario.reistijd", &j.TravelMinutesPerDay, i18n.ParseHours, "minuten"),
			number("daysPerWeek", "scenario.dagen", &j.DaysPerWeek, i18n.ParseHours, "dagen")}},
	}
}

// scenarioJobField chooses whose job it is, one of the file or a new one.
func (t *Talk) scenarioJobField(j *plan.ScenarioHours, id string) Field {
	h := t.household()
	var all []Option
	chosen := ""
	add := func(adult, job, label string) {
		o := Option{ID: adult + "/" + job, Label: label}
		if sameJob(h, j.Adult, j.Job, adult, job) {
			chosen = o.ID
		}
		all = append(all, o)
	}
	for _, o := range t.jobOptions() {
		adult, job, _ := strings.Cut(o.ID, "/")
		add(adult, job, o.Label)
	}
	for i, a := range h.Adults {
		if len(a.Jobs) > 0 {
			add(a.ID, secondJob, t.say("uren.tweede_baan", i18n.Args{"naam": t.nameOf(i)}))
		}
	}
	field := id + ".job"
	t.bind(field, func(choice string) { j.Adult, j.Job, _ = strings.Cut(choice, "/") })
	return Field{ID: field, Kind: SelectField, Value: chosen, Options: all, Placeholder: t.say("kies"), Width: Wide}
}

// scenarioProfit asks for the profit of an own business beside the job.
func (t *Talk) scenarioProfit(s *plan.Scenario, id string, k int) Row {
	p := &s.Profits[k]
	id = fmt.Sprintf("%s.profits[%d]", id, k)
	amount := t.amountField(id+".perYear", &p.PerYear, i18n.ParseSignedEuro, "jaar")
	fields := []Field{amount, t.removeField(id+".remove", "winst.weg", func() { s.Profits = slices.Delete(s.Profits, k, k+1) })}
	if len(t.household().Adults) > 1 {
		who := Field{ID: id + ".adult", Kind: SelectField, Value: p.Adult, Placeholder: t.say("kies")}
		for i, a := range t.household().Adults {
			who.Options = append(who.Options, Option{ID: a.ID, Label: t.nameOf(i)})
		}
		t.bind(who.ID, func(adult string) { p.Adult = adult })
		fields = append([]Field{who}, fields...)
	}
	return Row{ID: id, Label: t.say("winst"), Fields: fields, Help: t.help("winst"), Hint: t.hintFor(amount.ID, i18n.ParseSignedEuro)}
}

// usualCare is the rule that begins: half an hour of care for each hour of work.
var usualCare = decimal.New(5, -1)

// careUntil is the age until which a card asks for childcare without being told of some: until secondary school.
const careUntil = 12

// needsCare tells whether a scenario asks about the childcare of a child.
func (t *Talk) needsCare(s *plan.Scenario, child int) bool {
	c := &t.household().Children[child]
	ruled := slices.ContainsFunc(s.Childcare, func(r budget.CareRule) bool { return r.Child == c.ID })
	return ruled || len(c.Childcare) > 0 || !c.Born.IsZero() && t.household().Year-c.Born.Year <= careUntil
}

// The ways to say how much childcare a child gets in a scenario.
const (
	careAsNow  = "nu"
	careFixed  = "vast"
	careFollow = "mee"
)

// scenarioCare asks for the childcare of one child: as now, a fixed number of hours, or hours that follow the work.
func (t *Talk) scenarioCare(s *plan.Scenario, id string, child int) Row {
	c := &t.household().Children[child]
	field := fmt.Sprintf("%s.childcare.%s", id, c.ID)
	k := slices.IndexFunc(s.Childcare, func(r budget.CareRule) bool { return r.Child == c.ID })
	way := careAsNow
	if k >= 0 {
		if way = careFixed; s.Childcare[k].PerHourOfWork.IsKnown() {
			way = careFollow
		}
	}
	t.bind(field, func(chosen string) {
		s.Childcare = slices.DeleteFunc(s.Childcare, func(r budget.CareRule) bool { return r.Child == c.ID })
		switch chosen {
		case careFixed:
			s.Childcare = append(s.Childcare, budget.CareRule{Child: c.ID})
		case careFollow:
			s.Childcare = append(s.Childcare, budget.CareRule{Child: c.ID, PerHourOfWork: budget.Known(usualCare)})
		}
	})
	row := Row{ID: field, Label: t.say("scenario.opvang", i18n.Args{"naam": t.childName(child)}), Help: t.help("scenario.opvang"),
		Fields: []Field{{ID: field, Kind: SelectField, Value: way, Options: options(t, "scenario.opvang", []string{careAsNow, careFixed, careFollow})}}}
	if k < 0 {
		return row
	}
	r := &s.Childcare[k]
	amount, unit := &r.HoursPerMonth, "uur_per_maand"
	if way == careFollow {
		amount, unit = &r.PerHourOfWork, "opvang_per_werkuur"
	}
	hours := t.amountField(field+".hours", amount, i18n.ParseHours, unit)
	price := t.amountField(field+".price", &r.PricePerHour, i18n.ParseEuro, "uur")
	hours.Width, price.Width = Narrow, Narrow
	if way == careFollow {
		set := t.bound[hours.ID]
		t.bind(hours.ID, func(text string) { // an empty rule still follows the hours
			if set(text); !r.PerHourOfWork.IsKnown() {
				r.PerHourOfWork = budget.Known(decimal.Zero)
			}
		})
	}
	row.Fields, row.Space = append(row.Fields, hours, price), AboveSpace
	row.Hint = t.hintFor(hours.ID, i18n.ParseHours) + t.hintFor(price.ID, i18n.ParseEuro)
	return row
}

// startRow asks for the first day. A date is kept as a date; what is none is not kept, for the months cannot begin there.
func (t *Talk) startRow(id string, s *plan.Scenario) Row {
	t.bind(id, func(text string) {
		delete(t.typed, id)
		date, ok := parseDate(text, t.Today)
		if s.From = ""; ok {
			s.From = plan.DayOf(date)
		}
		if strings.TrimSpace(text) != "" {
			t.typed[id] = text
		}
	})
	r := Row{ID: id, Label: t.say("scenario.begin"), Fields: []Field{{ID: id, Kind: TextField, Placeholder: t.say("scenario.begin.voorbeeld")}}}
	r.Note = t.say("scenario.begin.onduidelijk")
	date, ok := s.From.Date()
	if ok {
		r.Note, r.Fields[0].Value = i18n.Date(date), i18n.DateShort(date)
	}
	if typed, kept := t.typed[id]; kept {
		if r.Fields[0].Value = typed; !ok {
			r.Hint, r.Note = r.Note, ""
		}
	}
	return r
}

// scenarioTime asks when the scenario begins and how long it lasts.
func (t *Talk) scenarioTime(s *plan.Scenario, id string) []Row {
	start := t.startRow(id+".from", s)
	months := make([]Option, 13)
	for i := range months {
		months[i] = Option{ID: strconv.Itoa(i), Label: t.Words.N("scherm.scenario.maanden", i)}
	}
	months[0].Label = t.say("scenario.blijft")
	field := id + ".months"
	t.bind(field, func(chosen string) { s.Months, _ = strconv.Atoi(chosen) })
	return []Row{start, {ID: field, Label: t.say("scenario.hoe_lang"), Hint: t.faultAt(field), Fields: []Field{{ID: field, Kind: SelectField,
		Value: strconv.Itoa(s.Months), Options: months, Placeholder: t.say("kies")}}}}
}
