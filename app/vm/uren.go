package vm

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/plan"
	"perspectief/plan/chart"
)

// The hours of the curve.
var (
	fromHours = decimal.Zero
	toHours   = decimal.NewFromInt(48)
	hoursStep = decimal.New(5, -1)
)

// usualExtra is where the mark begins: this many hours above the present ones, one working day more.
const usualExtra = 8

// Drawing and Role let the view paint the curve.
type (
	Drawing = chart.Drawing
	Role    = chart.Role
	XY      = chart.XY
	Anchor  = chart.Anchor
	Area    = chart.Area
	Rect    = chart.Rect
)

// What the parts of a drawing are.
const (
	Axis       = chart.Axis
	Grid       = chart.Grid
	LevelLine  = chart.Level
	CliffArea  = chart.Cliff
	NowLine    = chart.Now
	ThenArea   = chart.Then
	ShortArea  = chart.Short
	LeftAnchor = chart.Left
	MidAnchor  = chart.Middle

	PartWork      = chart.PartWork
	PartBijstand  = chart.PartBijstand
	PartToeslagen = chart.PartToeslagen
	PartCosts     = chart.PartCosts
)

// hoursModel is the curve of one job and the mark on it, and the scenarios worked out.
type hoursModel struct {
	adult, job string
	curve      *budget.Curve
	cliffs     []budget.Cliff
	limits     []budget.Limit
	ends       *budget.Point // where the bijstand ends; nil when it does not
	then       decimal.Decimal
	chosen     bool // the mark was moved
	parts      bool // the curve is shown in its parts
	inKind     bool // help in kind counts in the line
	kind       *kindLine
	sims       []*plan.Simulated
	rights     []*budget.Rechten // of each scenario; nil where it could not be worked out
	grid       *budget.Grid
	revision   int
	made       int // number of the curve that is shown
	fresh      bool
}

// stale notes that the household changed: the curve has to be made again.
func (m *hoursModel) stale() {
	m.revision++
	m.fresh = false
}

// refreshHours makes the curve and the scenarios beside the window when they are looked at. The latest one wins.
func (t *Talk) refreshHours() {
	m := &t.hours
	if t.step != Hours || m.fresh || t.outcome == nil {
		return
	}
	m.fresh = true
	inKind := m.inKind && hasInKind(t.household())
	copied, faults := store.Decode(t.encoded())
	if len(faults) > 0 {
		return
	}
	revision := m.revision
	adult, job := t.curveJob()
	t.Start(func() {
		made, err := t.workOut(copied, adult, job, inKind)
		t.Run(func() {
			if err != nil || revision != t.hours.revision {
				return
			}
			m := &t.hours
			m.curve, m.cliffs, m.limits, m.ends = made.curve, made.cliffs, made.limits, made.ends
			m.kind = made.kind
			m.sims, m.rights, m.grid, m.made = made.sims, made.rights, made.grid, revision+1
			t.placeMark()
			t.changed()
		})
	})
}

// curveJob is the job whose hours change: the one that was chosen, else the first one of the first scenario.
func (t *Talk) curveJob() (adult, job string) {
	if t.hours.adult != "" || len(t.doc.Scenarios) == 0 {
		return t.hours.adult, t.hours.job
	}
	for _, o := range t.jobOptions() {
		adult, job, _ := strings.Cut(o.ID, "/")
		for _, j := range t.doc.Scenarios[0].Jobs {
			if sameJob(t.household(), j.Adult, j.Job, adult, job) {
				return adult, job
			}
		}
	}
	return "", ""
}

// workOut does the sums of the step: the curve along the hours of one job, the scenarios, and the grid of two partners.
func (t *Talk) workOut(d *store.Document, adult, job string, inKind bool) (m hoursModel, err error) {
	base, care, err := t.curveBase(d, adult, job)
	if err != nil {
		return m, err
	}
	o := budget.CurveOptions{Adult: adult, Job: job, From: fromHours, To: toHours, Step: hoursStep, Childcare: care}
	if m.curve, err = t.Engine.Curve(base, o); err != nil {
		return m, err
	}
	if inKind {
		if m.kind, err = t.workOutInKind(d, base, o); err != nil {
			return m, err
		}
	}
	m.cliffs, m.limits = m.curve.Cliffs(), m.curve.Limits(worthMentioning)
	if p, ok := m.curve.BijstandEnds(); ok {
		m.ends = &p
	}
	c := plan.Case{Household: &d.Household, Debts: d.Debts}
	for i := range d.Scenarios {
		y, err := plan.Simulate(t.Engine, &c, &d.Scenarios[i], t.Today)
		if err != nil {
			y = nil // a scenario about somebody who is not there any more
		}
		m.sims, m.rights = append(m.sims, y), append(m.rights, t.rightsOf(y))
	}
	if len(d.Household.Adults) == 2 {
		m.grid, err = t.Engine.GridAt(&d.Household, gridHours(&d.Household, 0), gridHours(&d.Household, 1), care...)
	}
	return m, err
}

// curveBase is the household of the curve: all of the first scenario but the hours of this job.
func (t *Talk) curveBase(d *store.Document, adult, job string) (*budget.Household, []budget.CareRule, error) {
	if len(d.Scenarios) == 0 {
		return &d.Household, nil, nil
	}
	s := d.Scenarios[0]
	jobs := slices.Clone(s.Jobs)
	for i := range jobs {
		if sameJob(&d.Household, jobs[i].Adult, jobs[i].Job, adult, job) {
			jobs[i].HoursPerWeek = budget.Amount{}
		}
	}
	base, err := t.Engine.Apply(&d.Household, &budget.Variant{Jobs: jobs, Profits: s.Profits})
	return base, s.Childcare, err
}

// sameJob tells whether two pairs of ids mean the same job; an empty id is the first adult and the first job.
func sameJob(h *budget.Household, adult, job, adult2, job2 string) bool {
	full := func(adult, job string) (string, string) {
		i := max(0, slices.IndexFunc(h.Adults, func(a budget.Adult) bool { return a.ID == adult }))
		if job == "" {
			job = "j1"
			if len(h.Adults[i].Jobs) > 0 {
				job = h.Adults[i].Jobs[0].ID
			}
		}
		return h.Adults[i].ID, job
	}
	a, j := full(adult, job)
	b, k := full(adult2, job2)
	return a == b && j == k
}

// placeMark puts the mark where the first scenario of the file has it, or a working day above the present hours.
func (t *Talk) placeMark() {
	m := &t.hours
	if m.chosen {
		return
	}
	if len(t.doc.Scenarios) == 0 {
		m.then = clampHours(t.hoursNow().Add(decimal.NewFromInt(usualExtra)))
		return
	}
	m.then = clampHours(t.hoursNow()) // somebody else changes the hours
	for _, j := range t.doc.Scenarios[0].Jobs {
		if sameJob(t.household(), j.Adult, j.Job, m.curve.Adult, m.curve.Job) {
			m.then = clampHours(j.HoursPerWeek.Or(m.then))
		}
	}
}

// clampHours is the nearest point of the curve.
func clampHours(h decimal.Decimal) decimal.Decimal {
	h = h.Div(hoursStep).Round(0).Mul(hoursStep)
	return decimal.Max(fromHours, decimal.Min(toHours, h))
}

// hoursNow are the hours of the file in the job of the curve.
func (t *Talk) hoursNow() decimal.Decimal {
	for _, a := range t.household().Adults {
		for _, j := range a.Jobs {
			if t.hours.curve != nil && a.ID == t.hours.curve.Adult && j.ID == t.hours.curve.Job {
				return j.HoursPerWeek.Or(decimal.Zero)
			}
		}
	}
	return decimal.Zero
}

// SetHours moves the mark. The curve stays as it is.
func (t *Talk) SetHours(hours float64) {
	h := clampHours(decimal.NewFromFloat(hours))
	if t.hours.curve == nil || h.Equal(t.hours.then) {
		return
	}
	t.hours.then, t.hours.chosen, t.hours.fresh = h, true, false // the scenarios are worked out again when they are looked at
	t.keepScenario()
	t.changing = "uren"
	t.changed()
}

// keepScenario writes the mark into the case file, so that the plan prints it.
func (t *Talk) keepScenario() {
	c := t.hours.curve
	hours := budget.Known(t.hours.then)
	if len(t.doc.Scenarios) == 0 {
		t.doc.Scenarios = []plan.Scenario{{ID: "s1"}}
	}
	s := &t.doc.Scenarios[0]
	i := slices.IndexFunc(s.Jobs, func(j plan.ScenarioHours) bool { return sameJob(t.household(), j.Adult, j.Job, c.Adult, c.Job) })
	if i < 0 {
		i, s.Jobs = len(s.Jobs), append(s.Jobs, plan.ScenarioHours{Adult: c.Adult, Job: c.Job})
	}
	s.Jobs[i].HoursPerWeek = hours
}

// whatIsMissing says why amounts are not known, each reason once.
func (t *Talk) whatIsMissing() []string {
	var reasons []string
	for _, r := range t.unknownReasons() {
		reasons = append(reasons, t.Words.T("reden."+string(r)))
	}
	return reasons
}

// unknownReasons are the reasons why amounts are not known, each once.
func (t *Talk) unknownReasons() []budget.Reason {
	var reasons []budget.Reason
	for c := range budget.NumComponents {
		if o := t.outcome.Of(c); o.State == budget.Unknown && !slices.Contains(reasons, o.Reason) {
			reasons = append(reasons, o.Reason)
		}
	}
	return reasons
}
