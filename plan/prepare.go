package plan

import (
	"fmt"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/i18n/plain"
)

// Case is what a case file holds, as far as the plan needs it. Everything but the household may be nil.
type Case struct {
	Household *budget.Household
	Budget    *budget.OwnBudget
	Debts     []budget.Debt
	Help      *budget.DebtHelp  // what the helper knows about the debts together
	Norms     *budget.NormLayer // the imported set of an organisation
	Plan      *Plan
	Scenarios []Scenario
	Rights    []Right // money not asked for yet
}

// Prepare computes what the plan shows and composes it: the one way from a case to a document, for the window and for
// the command line. The date is the one that is printed.
func Prepare(engine *budget.Engine, c Case, words *i18n.Catalogue, date time.Time) (Document, error) {
	in, err := input(engine, c, words, date)
	if err != nil {
		return Document{}, err
	}
	overview, err := c.Overview(engine, date)
	if err != nil {
		return Document{}, err
	}
	in.Money = MoneyOf(overview, c.Budget)
	if in.Comparisons, err = compare(engine, c, date); err != nil {
		return Document{}, err
	}
	if in.Turning, err = turning(engine, c.Household, in.AdultAge, date); err != nil {
		return Document{}, err
	}
	if in.Birthdays, err = birthdays(engine, c.Household, in.AdultAge, date); err != nil {
		return Document{}, err
	}
	return Compose(in), nil
}

// Overview is the budget on a day, with what a bailiff takes.
func (c *Case) Overview(engine *budget.Engine, date time.Time) (*budget.Overview, error) {
	debts, err := engine.WithSeizure(c.Household, c.Debts, c.Help, int(date.Month()))
	if err != nil {
		return nil, err
	}
	return engine.Overview(c.Household, c.Budget, debts, c.Norms)
}

// PrepareChild composes the page of one child alone, as ComposeChild does.
func PrepareChild(engine *budget.Engine, c Case, child string, words *i18n.Catalogue, date time.Time) (d Document, ok bool, err error) {
	in, err := input(engine, c, words, date)
	if err != nil {
		return d, false, err
	}
	d, ok = ComposeChild(in, child)
	return d, ok, nil
}

// Languages lists what PrintChoice.Language may be: nl for Dutch alone, and the languages that can stand beside it.
func Languages() []string {
	all := []string{i18n.Dutch}
	for _, t := range i18n.Translations() {
		all = append(all, t.Language)
	}
	return all
}

// secondLanguage is the catalogue of the language that the family wants beside Dutch; nil for none.
func secondLanguage(p *Plan) (*i18n.Catalogue, error) {
	if p == nil || p.Print.Language == "" || p.Print.Language == i18n.Dutch {
		return nil, nil
	}
	if _, known := i18n.TranslationOf(p.Print.Language); !known {
		return nil, fmt.Errorf("plan: no translation into %q", p.Print.Language)
	}
	return i18n.Load(p.Print.Language)
}

// input is what needs no sum.
func input(engine *budget.Engine, c Case, words *i18n.Catalogue, date time.Time) (Input, error) {
	set, err := engine.Rules(c.Household.Year)
	if err != nil {
		return Input{}, err
	}
	hard, err := plain.LoadWords()
	if err != nil {
		return Input{}, err
	}
	second, err := secondLanguage(c.Plan)
	if err != nil {
		return Input{}, err
	}
	return Input{Words: words, Second: second, Plan: c.Plan, Household: c.Household, Rights: c.Rights, Debts: c.Debts, Date: date,
		Preliminary: set.Preliminary(), HardWords: hard, AdultAge: set.Algemeen.Meerderjarigheid.Int()}, nil
}

// compare works out the scenarios to print; without any, eight hours a week more for the first adult.
func compare(engine *budget.Engine, c Case, date time.Time) ([]Comparison, error) {
	now, err := engine.Year(c.Household)
	if err != nil {
		return nil, err
	}
	var all []Comparison
	for _, s := range chosen(c) {
		x, ok, err := compareOne(engine, &c, now, &s, date)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, x)
		}
	}
	return all, nil
}

// chosen are the scenarios the family wants on paper.
func chosen(c Case) []Scenario {
	if c.Plan != nil && c.Plan.Print.WithoutHours {
		return nil
	}
	if len(c.Scenarios) == 0 {
		return defaultScenario(c.Household)
	}
	if c.Plan == nil || len(c.Plan.Print.Scenarios) == 0 {
		return c.Scenarios[:1]
	}
	var all []Scenario
	for _, s := range c.Scenarios {
		if slices.Contains(c.Plan.Print.Scenarios, s.ID) && len(all) < maxScenario {
			all = append(all, s)
		}
	}
	return all
}

var (
	moreHours   = decimal.NewFromInt(8)
	maxHours    = decimal.NewFromInt(60) // an adult, over all jobs
	curveEnd    = decimal.NewFromInt(40)
	curveStep   = decimal.New(5, -1)
	fullCurveTo = func(hours decimal.Decimal) decimal.Decimal { return decimal.Max(curveEnd, hours.Ceil()) }
)

func defaultScenario(h *budget.Household) []Scenario {
	if len(h.Adults) == 0 {
		return nil
	}
	a := &h.Adults[0]
	s := ScenarioHours{Adult: a.ID, HoursPerWeek: budget.Known(moreHours)}
	if len(a.Jobs) > 0 {
		total, known := a.WorkHours()
		own, _ := a.Jobs[0].HoursPerWeek.Get()
		if !known {
			return nil
		}
		more := decimal.Min(moreHours, maxHours.Sub(total))
		s.Job, s.HoursPerWeek = a.Jobs[0].ID, budget.Known(own.Add(more))
	}
	return []Scenario{{Jobs: []ScenarioHours{s}}}
}

// compareOne is not ok when the scenario changes nothing or when it is not known how much people work now.
func compareOne(engine *budget.Engine, c *Case, now *budget.Result, s *Scenario, date time.Time) (x Comparison, ok bool, err error) {
	h := c.Household
	if len(s.Jobs)+len(s.Profits)+len(s.Childcare) == 0 {
		return x, false, nil
	}
	y, err := Simulate(engine, c, s, date)
	if err != nil {
		return x, false, err
	}
	varied := y.Household
	x = Comparison{Now: now, Then: y.Year, Situation: varied, From: s.From, Reports: y.Reports, First: y.First}
	for i := range h.Adults {
		before, known := h.Adults[i].WorkHours()
		after, _ := varied.Adults[i].WorkHours()
		if !known {
			return x, false, nil
		}
		if !before.Equal(after) || budget.OtherWork(&h.Adults[i], &varied.Adults[i]) {
			profit := h.Adults[i].Profit
			x.Workers = append(x.Workers, Worker{h.Adults[i].ID, h.Adults[i].Name, before, after,
				profit != nil && profit.PerYear.Or(decimal.Zero).IsPositive()})
		}
	}
	if len(x.Workers) == 0 && !otherCare(h, varied) {
		return x, false, nil
	}
	if len(s.Jobs) == 1 && s.Jobs[0].HoursPerWeek.IsKnown() {
		x.Falls, err = falls(engine, h, s)
	}
	return x, true, err
}

// otherCare tells whether a child goes to other care: another kind, other hours or another price.
func otherCare(now, then *budget.Household) bool {
	same := func(a, b budget.Childcare) bool {
		return a.Kind == b.Kind && sameAmount(a.HoursPerMonth, b.HoursPerMonth) && sameAmount(a.PricePerHour, b.PricePerHour)
	}
	return !slices.EqualFunc(now.Children, then.Children, func(a, b budget.Child) bool { return slices.EqualFunc(a.Childcare, b.Childcare, same) })
}

func sameAmount(a, b budget.Amount) bool {
	x, known := a.Get()
	y, too := b.Get()
	return known == too && x.Equal(y)
}

// falls looks along the hours of the one job of a scenario for what lies ahead. Other jobs of the adult go on beside it.
func falls(engine *budget.Engine, h *budget.Household, s *Scenario) ([]Fall, error) {
	own, others, j := decimal.Zero, decimal.Zero, s.Jobs[0]
	for i, job := range adult(h, j.Adult).Jobs {
		hours, _ := job.HoursPerWeek.Get()
		if job.ID == j.Job || j.Job == "" && i == 0 {
			own = hours
		} else {
			others = others.Add(hours)
		}
	}
	to, _ := j.HoursPerWeek.Get()
	j.HoursPerWeek = budget.Known(own)
	start, err := engine.Apply(h, &budget.Variant{Jobs: []budget.JobChange{j}, Profits: s.Profits})
	if err != nil {
		return nil, err
	}
	curve, err := engine.Curve(start, budget.CurveOptions{Adult: j.Adult, Job: j.Job, To: fullCurveTo(to), Step: curveStep, Childcare: s.Childcare})
	if err != nil {
		return nil, err
	}
	all := FallsOf(curve, own)
	for i := range all {
		all[i].Above = all[i].Above.Add(others)
		all[i].Safe.Decimal = all[i].Safe.Decimal.Add(others)
	}
	return all, nil
}

func adult(h *budget.Household, id string) *budget.Adult {
	for i := range h.Adults {
		if h.Adults[i].ID == id {
			return &h.Adults[i]
		}
	}
	return &h.Adults[0] // an empty id: the first
}
