package vm

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/plan"
)

// How many ideas are shown at once: more would be a list to choose from, and no help.
const (
	shownIdeas        = 3
	shownIdeasOfPlace = 2
)

// ideas are steps that follow from the sums and the checks. One press takes one over; then every word of it can be changed.
func (t *Talk) ideas(p *plan.Plan) Section {
	s := Section{ID: "plan.idee", Icon: "lightbulb", Title: t.say("plan.idee"), Intro: t.say("plan.idee.uitleg")}
	if !roomForStep(p) {
		return s
	}
	for _, idea := range plan.Suggest(t.findings(), p) {
		if len(s.Rows) < shownIdeas {
			s.Rows = append(s.Rows, t.ideaRow(idea))
		}
	}
	return s
}

func roomForStep(p *plan.Plan) bool {
	return len(p.Steps) < maxSteps || slices.ContainsFunc(p.Steps, plan.Step.IsEmpty)
}

func (t *Talk) ideaRow(idea plan.Idea) Row {
	step := idea.Step(t.Easy)
	take := t.planButton("plan.idee."+idea.ID, "plan.idee.nemen", "plus", func(p *plan.Plan) { t.addStep(p, step, "day") })
	take.Width = Wide
	return Row{ID: take.ID, Label: step.Sentence(t.Easy), Space: FitSpace, Fields: []Field{take}}
}

// findings are what the sums and the checks say, as far as a step can come of it.
func (t *Talk) findings() plan.Findings {
	h := t.household()
	var f plan.Findings
	for _, a := range h.Adults {
		f.Adults = append(f.Adults, a.Name)
	}
	if helpers := t.plan().Helpers; len(helpers) > 0 {
		if f.Helper = helpers[0].FirstName; f.Helper == "" {
			f.Helper = helpers[0].Organisation
		}
	}
	t.findDebts(&f)
	t.findChildren(&f)
	if t.outcome == nil {
		return f
	}
	f.Unclaimed = t.notAskedFor()
	slices.SortStableFunc(f.Unclaimed, func(a, b plan.Right) int { return b.PerMonth.Or(decimal.Zero).Cmp(a.PerMonth.Or(decimal.Zero)) })
	f.Short = t.overview.InKnown && t.overview.Left.IsNegative()
	t.findHours(&f)
	t.findReport(&f)
	return f
}

// urgentCreditors are those whose bills keep the house, the light and the care: Wgs art. 4 lid 2.
var urgentCreditors = []budget.CreditorKind{"verhuurder", "hypotheek", "energie", "water", "zorgverzekeraar"}

func (t *Talk) findDebts(f *plan.Findings) {
	for _, d := range t.doc.Debts {
		behind := d.ArrearsMonths != nil && *d.ArrearsMonths > 0
		arranged := d.ArrangementPerMonth.Or(decimal.Zero).IsPositive()
		f.Seizure = f.Seizure || d.Seizure
		f.Urgent = f.Urgent || behind && slices.Contains(urgentCreditors, d.Kind)
		f.Arrears = f.Arrears || behind && !arranged
	}
}

// findChildren looks for children at school who are in no club, and for those who soon come of age.
func (t *Talk) findChildren(f *plan.Findings) {
	h := t.household()
	set, err := t.Engine.Rules(h.Year)
	if err != nil {
		return
	}
	f.AdultAge = set.Algemeen.Meerderjarigheid.Int()
	clubs := t.paysFor("contributies")
	for _, c := range h.Children {
		if c.Born.IsZero() {
			continue
		}
		if plan.NearlyAdult(c.Born, t.Today, f.AdultAge) {
			f.Almost18 = append(f.Almost18, c.Name)
		}
		if t.Today.Year()-c.Born.Year >= set.Algemeen.Schoolleeftijd.Int() {
			f.AtSchool = true
			if t.Today.Year()-c.Born.Year > careUntil {
				f.Teens = append(f.Teens, c.Name)
			}
			if !clubs {
				f.WithoutFun = append(f.WithoutFun, c.Name)
			}
		}
	}
}

// paysFor tells whether the family has told an amount for a line of the budget.
func (t *Talk) paysFor(key budget.LineKey) bool {
	if t.doc.Budget == nil {
		return false
	}
	return slices.ContainsFunc(t.doc.Budget.Lines, func(l budget.OwnLine) bool {
		return l.Key == key && l.Amount.Or(decimal.Zero).IsPositive()
	})
}

var (
	workingDay   = decimal.NewFromInt(usualExtra)
	fullWeek     = decimal.NewFromInt(40) // hours; nobody is told to work more
	clearlyMore  = decimal.NewFromInt(50) // euro a month: from here on a difference is printed as one
	withoutHours = []budget.BenefitKind{budget.AOW, budget.Pension}
)

// findHours looks whether a working day more leaves clearly more, for the first adult for whom it does.
func (t *Talk) findHours(f *plan.Findings) {
	h := t.household()
	now, known := t.outcome.DisposablePerMonth()
	if !known {
		return
	}
	for i := range h.Adults {
		a := &h.Adults[i]
		job, hours := "", decimal.Zero
		if len(a.Jobs) > 0 {
			job, hours = a.Jobs[0].ID, a.Jobs[0].HoursPerWeek.Or(fullWeek)
		}
		more := hours.Add(workingDay)
		if more.GreaterThan(fullWeek) || slices.ContainsFunc(a.Benefits, func(b budget.Benefit) bool { return slices.Contains(withoutHours, b.Kind) }) {
			continue
		}
		varied, err := t.Engine.WithHours(h, a.ID, job, more)
		if err != nil {
			continue
		}
		outcome, err := t.Engine.Year(varied)
		if err != nil {
			continue
		}
		if then, ok := outcome.DisposablePerMonth(); ok && then.Sub(now).GreaterThanOrEqual(clearlyMore) {
			f.MorePays, f.Worker, f.HasJob = true, i, job != ""
			return
		}
	}
}

// findReport looks for new hours with a day on which they begin; the day before it is the last one to report them.
func (t *Talk) findReport(f *plan.Findings) {
	for _, s := range t.doc.Scenarios {
		from, ok := s.From.Date()
		if !ok || !from.After(t.Today) {
			continue
		}
		f.Report, f.ToOffice = plan.DayOf(from.AddDate(0, 0, -1)), t.officeOf()
		return
	}
}

// officeOf is who has to know of other hours first.
func (t *Talk) officeOf() string {
	for _, c := range given {
		if o := t.outcome.Of(c); o.State == budget.HasAmount && o.PerYear.IsPositive() {
			switch {
			case strings.HasSuffix(c.String(), "toeslag"), c == budget.KindgebondenBudget:
				return "toeslagen"
			case c == budget.Bijstand:
				return "gemeente"
			}
		}
	}
	for _, a := range t.household().Adults {
		if slices.ContainsFunc(a.Benefits, func(b budget.Benefit) bool { return b.Kind == budget.WW || b.Kind == budget.WIA || b.Kind == budget.ZW }) {
			return "uwv"
		}
	}
	return ""
}
