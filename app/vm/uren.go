package vm

import (
	"math"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
	"perspectief/plan/chart"
)

// The hours of the curve.
var (
	fromHours = decimal.Zero
	toHours   = decimal.NewFromInt(40)
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
	LeftAnchor = chart.Left
	MidAnchor  = chart.Middle
)

// hoursModel is the curve of one job and the mark on it.
type hoursModel struct {
	adult, job string
	curve      *budget.Curve
	cliffs     []budget.Cliff
	then       decimal.Decimal
	chosen     bool // the mark was moved
	revision   int
	made       int // number of the curve that is shown
	fresh      bool
}

// stale notes that the household changed: the curve has to be made again.
func (m *hoursModel) stale() {
	m.revision++
	m.fresh = false
}

// refreshHours makes the curve beside the window when it is looked at. The latest one wins.
func (t *Talk) refreshHours() {
	m := &t.hours
	if t.step != Hours || m.fresh || t.outcome == nil {
		return
	}
	m.fresh = true
	copied, faults := store.Decode(t.encoded())
	if len(faults) > 0 {
		return
	}
	revision, adult, job := m.revision, m.adult, m.job
	t.Start(func() {
		curve, err := t.Engine.Curve(&copied.Household, budget.CurveOptions{Adult: adult, Job: job, From: fromHours, To: toHours, Step: hoursStep})
		t.Run(func() {
			if err != nil || revision != t.hours.revision {
				return
			}
			t.hours.curve, t.hours.cliffs, t.hours.made = curve, curve.Cliffs(), revision+1
			t.placeMark()
			t.changed()
		})
	})
}

// placeMark puts the mark where the first scenario of the file has it, or a working day above the present hours.
func (t *Talk) placeMark() {
	m := &t.hours
	if m.chosen {
		return
	}
	m.then = clampHours(t.hoursNow().Add(decimal.NewFromInt(usualExtra)))
	if len(t.doc.Scenarios) == 0 {
		return
	}
	for _, j := range t.doc.Scenarios[0].Jobs {
		if j.Adult == m.curve.Adult && j.Job == m.curve.Job {
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
	t.hours.then, t.hours.chosen = h, true
	t.keepScenario()
	t.changing = "uren"
	t.changed()
}

// keepScenario writes the mark into the case file, so that the plan prints it.
func (t *Talk) keepScenario() {
	c := t.hours.curve
	wanted := plan.ScenarioHours{Adult: c.Adult, Job: c.Job, HoursPerWeek: budget.Known(t.hours.then)}
	if len(t.doc.Scenarios) == 0 {
		t.doc.Scenarios = []plan.Scenario{{ID: "s1"}}
	}
	s := &t.doc.Scenarios[0]
	i := slices.IndexFunc(s.Jobs, func(j plan.ScenarioHours) bool { return j.Adult == c.Adult && j.Job == c.Job })
	if i < 0 {
		s.Jobs = append(s.Jobs, wanted)
		return
	}
	wanted.HourlyWage = s.Jobs[i].HourlyWage
	s.Jobs[i] = wanted
}

// HoursState is what the step "Meer uren werken" shows beside its cards.
type HoursState struct {
	Ready      bool
	Message    string // in place of the curve
	Title      string
	From, To   float64
	Step       float64
	Mark       float64
	HoursText  string // "24 uur per week"
	NowLabel   string
	NowAmount  string
	ThenLabel  string
	ThenAmount string
	DiffLabel  string
	DiffAmount string
	Sentence   string
	NowWord    string
	LevelWord  string
	Curve      int    // another number for another curve
	Costs      string // what is taken off already; empty when there is nothing
	Shade      string // what the shaded stretches mean; empty when there are none
}

// whatIsMissing says why amounts are not known, each reason once.
func (t *Talk) whatIsMissing() []string {
	var reasons []string
	for c := range budget.NumComponents {
		if o := t.outcome.Of(c); o.State == budget.Unknown {
			if r := t.Words.T("reden." + string(o.Reason)); !slices.Contains(reasons, r) {
				reasons = append(reasons, r)
			}
		}
	}
	return reasons
}

// HoursState is what the curve says at the mark.
func (t *Talk) HoursState() HoursState {
	m := &t.hours
	s := HoursState{From: fromHours.InexactFloat64(), To: toHours.InexactFloat64(), Step: hoursStep.InexactFloat64()}
	if t.outcome == nil || m.curve == nil {
		s.Message = t.say("uren.wacht")
		if t.outcome == nil {
			s.Message = t.say("binnen.leeg")
		}
		return s
	}
	now, knownNow := t.outcome.DisposablePerMonth()
	point, found := m.curve.Find(m.then)
	if !knownNow || !found {
		s.Message = strings.Join(append([]string{t.say("uren.onbekend")}, t.whatIsMissing()...), "\n")
		return s
	}
	then, _ := point.Result.DisposablePerMonth()
	d := plan.RoundDifference(then.Sub(now))
	s.Ready = true
	s.Mark = m.then.InexactFloat64()
	s.Title = t.say("uren.titel", i18n.Args{"naam": t.nameOf(t.curveAdult())})
	s.HoursText = t.say("uren.per_week", i18n.Args{"uren": i18n.Hours(m.then)})
	s.NowLabel = t.say("uren.nu", i18n.Args{"uren": i18n.Hours(t.hoursNow())})
	s.NowAmount = i18n.WholeEuro(now.Floor())
	s.ThenLabel = t.say("uren.dan", i18n.Args{"uren": i18n.Hours(m.then)})
	s.ThenAmount = i18n.WholeEuro(d.Then(now.Floor()))
	s.DiffLabel, s.DiffAmount = t.say("uren.verschil"), t.difference(d)
	s.Sentence = t.cliffSentence()
	for _, c := range []budget.Component{budget.Kinderopvangkosten, budget.Reiskosten} {
		if !t.outcome.Of(c).PerYear.IsZero() || !point.Result.Of(c).PerYear.IsZero() {
			s.Costs = t.say("uren.kosten")
		}
	}
	if len(m.cliffs) > 0 {
		s.Shade = t.say("uren.vlak")
	}
	s.NowWord, s.LevelWord, s.Curve = t.say("uren.nu.kort"), t.say("uren.budget"), m.made
	return s
}

func (t *Talk) curveAdult() int {
	return max(0, slices.IndexFunc(t.household().Adults, func(a budget.Adult) bool { return a.ID == t.hours.curve.Adult }))
}

// differenceWords name what a difference is.
var differenceWords = map[plan.Direction]string{plan.Equal: "uren.evenveel", plan.Gain: "uren.meer", plan.Loss: "uren.minder"}

func (t *Talk) difference(d plan.Difference) string {
	return t.say(differenceWords[d.Direction], i18n.Args{"bedrag": i18n.EuroWords(d.PerMonth)})
}

// worthMentioning is the fall, euro a year, from which it is said: the 10 euro a month that is no difference in a plan.
var worthMentioning = decimal.NewFromInt(120)

// cliffSentence says where more hours than now leave less: the fall nearest to the mark.
func (t *Talk) cliffSentence() string {
	m := &t.hours
	from := decimal.Min(m.then, t.hoursNow())
	best, far := -1, decimal.Zero
	for i, c := range m.cliffs {
		if c.Loss.LessThan(worthMentioning) || c.To.Valid && c.To.Decimal.LessThanOrEqual(from) {
			continue
		}
		distance := c.From.Sub(m.then).Abs()
		if c.To.Valid && m.then.GreaterThan(c.From) && m.then.LessThan(c.To.Decimal) {
			distance = decimal.Zero
		}
		if best < 0 || distance.LessThan(far) {
			best, far = i, distance
		}
	}
	if best < 0 {
		return t.say("uren.geen_val")
	}
	c := m.cliffs[best]
	args := i18n.Args{"van": i18n.Hours(c.From), "onderdeel": t.say("val." + c.Cause.String()), "bedrag": i18n.EuroWords(twelfth(c.Loss).Ceil())}
	if !c.To.Valid {
		return t.say("uren.val_open", args)
	}
	args["weer"] = i18n.Hours(c.To.Decimal)
	return t.say("uren.val", args)
}

// ChartSpace is the room for the curve and around it, in the unit of the view.
type ChartSpace struct{ Width, Height, Left, Right, Top, Bottom float64 }

// Chart lays out the curve in a space.
func (t *Talk) Chart(space ChartSpace) Drawing {
	m := &t.hours
	if m.curve == nil {
		return Drawing{Width: space.Width, Height: space.Height}
	}
	points := make([]chart.XY, len(m.curve.Points))
	for i := range m.curve.Points {
		p := &m.curve.Points[i]
		points[i] = chart.XY{X: p.Hours.InexactFloat64(), Y: math.NaN()}
		if perMonth, known := p.Result.DisposablePerMonth(); known {
			points[i].Y = perMonth.InexactFloat64()
		}
	}
	o := chart.Options{Width: space.Width, Height: space.Height, Left: space.Left, Right: space.Right, Top: space.Top, Bottom: space.Bottom,
		XStep: 5, YTicks: 4,
		XLabel: func(v float64) string { return i18n.Hours(decimal.NewFromFloat(v)) },
		YLabel: func(v float64) string { return i18n.WholeEuro(decimal.NewFromFloat(v)) }}
	for _, c := range m.cliffs {
		to := toHours
		if c.To.Valid {
			to = c.To.Decimal
		}
		o.Cliffs = append(o.Cliffs, chart.Range{From: c.From.InexactFloat64(), To: to.InexactFloat64()})
	}
	now := t.hoursNow().InexactFloat64()
	o.Now = &now
	if t.overview != nil {
		level := t.overview.NeedsPerMonth().InexactFloat64()
		o.Level = &level
	}
	return chart.Curve(points, o)
}

// hoursForm asks whose hours change.
func (t *Talk) hoursForm() (left, right []Section) {
	h := t.household()
	var jobs []Option
	chosen := ""
	for i, a := range h.Adults {
		if len(a.Jobs) == 0 {
			jobs = append(jobs, Option{ID: a.ID + "/", Label: t.say("uren.nieuwe_baan", i18n.Args{"naam": t.nameOf(i)})})
		}
		for j := range a.Jobs {
			o := Option{ID: a.ID + "/" + a.Jobs[j].ID, Label: t.nameOf(i)}
			if len(a.Jobs) > 1 {
				o.Label = t.say("uren.baan", i18n.Args{"naam": t.nameOf(i), "nummer": j + 1})
			}
			jobs = append(jobs, o)
		}
	}
	if len(jobs) < 2 {
		return nil, nil
	}
	chosen = t.hours.adult + "/" + t.hours.job
	if t.hours.adult == "" {
		chosen = jobs[0].ID
	}
	t.bind("uren.wie", func(id string) {
		cut := slices.Index([]byte(id), '/')
		t.hours = hoursModel{adult: id[:cut], job: id[cut+1:], revision: t.hours.revision}
	})
	return []Section{{ID: "uren.keuze", Rows: []Row{{ID: "uren.wie", Label: t.say("uren.wie"),
		Fields: []Field{{ID: "uren.wie", Kind: ChoiceField, Value: chosen, Options: jobs}}}}}}, nil
}
