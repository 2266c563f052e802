package vm

import (
	"math"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
	"perspectief/plan/chart"
)

// HoursState is what the first page of "Meer uren werken" shows: the curve, the mark on it, and what they say.
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
	Sentence   string // the fall nearest to the mark, or that there is none
	Details    string // more sentences, one a line
	NowWord    string
	LevelWord  string
	Curve      int      // another number for another curve
	Costs      string   // what is taken off already; empty when there is nothing
	Shade      string   // what the shaded stretches mean; empty when there are none
	Views      []Option // how the curve can be shown
	View       string
	Parts      []Part // the parts of the piles; empty when only the line is shown
	Pressure   *Chart // the band under the curve, for the helper; nil for the family
	PressureOf string // what the band is
	AskInKind  string // whether help in kind counts in the line, for the helper; empty when the family has none
	YesOrNo    []Option
	InKind     string // the answer
	InKindNote string // that help in kind is in the line; empty when it is not
}

// Part is one of the parts that the curve is piled up of.
type Part struct {
	Role Role
	Name string
}

// The two ways to show the curve.
const (
	viewLine  = "lijn"
	viewParts = "delen"
)

// HoursState is what the curve says at the mark.
func (t *Talk) HoursState() HoursState {
	m := t.line()
	s := HoursState{From: fromHours.InexactFloat64(), To: toHours.InexactFloat64(), Step: hoursStep.InexactFloat64()}
	if t.outcome == nil || m.curve == nil {
		s.Message = t.say("uren.wacht")
		if t.outcome == nil {
			s.Message = t.say("binnen.leeg")
		}
		return s
	}
	now, knownNow := t.outcome.DisposablePerMonth()
	if m.kind != nil {
		now, knownNow = m.kind.now.DisposablePerMonth()
	}
	point, found := m.curve.Find(m.then)
	if !knownNow || !found {
		if reasons := t.cannotBeFilledIn(); len(reasons) > 0 || len(t.missingAnswers().Rows) == 0 { // else a card says it
			s.Message = strings.Join(append([]string{t.say("uren.onbekend")}, reasons...), "\n")
		}
		return s
	}
	then, _ := point.Result.DisposablePerMonth()
	d := plan.RoundDifference(then.Sub(now))
	now, then = now.Add(t.really()), then.Add(t.really())
	s.Ready = true
	s.Mark = m.then.InexactFloat64()
	s.Title = t.say("uren.titel", i18n.Args{"naam": t.nameIn(t.curveAdult())})
	s.HoursText = t.say("uren.per_week", i18n.Args{"uren": i18n.Hours(m.then)})
	s.NowLabel = t.say("uren.nu", i18n.Args{"uren": i18n.Hours(t.hoursNow())})
	s.NowAmount = i18n.WholeEuro(now.Floor())
	s.ThenLabel = t.say("uren.dan", i18n.Args{"uren": i18n.Hours(m.then)})
	s.ThenAmount = i18n.WholeEuro(printedThen(now, then))
	s.DiffLabel, s.DiffAmount = t.say("uren.verschil"), t.difference(d)
	s.Sentence, s.Details = t.cliffSentence(), strings.Join(t.hoursDetails(d), "\n")
	for _, c := range []budget.Component{budget.Kinderopvangkosten, budget.Reiskosten} {
		if !t.outcome.Of(c).PerYear.IsZero() || !point.Result.Of(c).PerYear.IsZero() {
			s.Costs = t.say("uren.kosten")
		}
	}
	if len(m.cliffs) > 0 && !m.parts { // the parts have the colours to themselves
		s.Shade = t.say("uren.vlak")
	}
	s.NowWord, s.LevelWord, s.Curve = t.say("uren.nu.kort"), t.say("uren.budget"), 4*m.made
	s.Views, s.View = options(t, "uren.beeld", []string{viewLine, viewParts}), viewLine
	if m.parts {
		s.View, s.Parts = viewParts, t.parts()
		s.Curve++
	}
	if t.helperView {
		s.Pressure, s.PressureOf = &Chart{Height: 84, Draw: t.pressureChart}, t.say("uren.druk")
	}
	t.sayInKind(&s, point)
	return s
}

// ShowHours chooses how the curve is shown.
func (t *Talk) ShowHours(view string) {
	t.hours.parts = view == viewParts
	t.changed()
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

// nearestCliff is the fall nearest to the mark that more hours than now run into; nil when there is none.
func (t *Talk) nearestCliff() *budget.Cliff {
	m := t.line()
	from := decimal.Min(m.then, t.hoursNow())
	var best *budget.Cliff
	var far decimal.Decimal
	for i := range m.cliffs {
		c := &m.cliffs[i]
		if c.Loss.LessThan(worthMentioning) || c.Back.Valid && c.Back.Decimal.LessThanOrEqual(from) {
			continue
		}
		distance := c.Begin.Sub(m.then).Abs()
		if c.Inside(m.then) {
			distance = decimal.Zero
		}
		if best == nil || distance.LessThan(far) {
			best, far = c, distance
		}
	}
	return best
}

// cliffSentence says where more hours than now leave less: the fall nearest to the mark.
func (t *Talk) cliffSentence() string {
	c := t.nearestCliff()
	if c == nil {
		return t.say("uren.geen_val")
	}
	return t.fallSentence(c)
}

func (t *Talk) fallSentence(c *budget.Cliff) string {
	args := i18n.Args{"van": i18n.Hours(c.Begin), "onderdeel": t.say("val." + c.Cause.String()), "bedrag": i18n.EuroWords(twelfth(c.Loss).Ceil())}
	if !c.Back.Valid {
		return t.say("uren.val_open", args)
	}
	args["weer"] = i18n.Hours(c.Back.Decimal)
	return t.say("uren.val", args)
}

// hoursDetails are the sentences under the first one: other falls, safe hours, what an hour brings, where the bijstand ends, and
// how far the hard limits are.
func (t *Talk) hoursDetails(d plan.Difference) []string {
	m := t.line()
	var lines []string
	nearest := t.nearestCliff()
	for i := range m.cliffs {
		if c := &m.cliffs[i]; c != nearest && c.Loss.GreaterThanOrEqual(worthMentioning) && c.Begin.GreaterThanOrEqual(t.hoursNow()) {
			lines = append(lines, t.fallSentence(c))
		}
	}
	lines = append(lines, t.safeSentences(nearest)...)
	lines = append(lines, t.otherChanges()...)
	if extra := m.then.Sub(t.hoursNow()); extra.IsPositive() {
		if perHour, ok := d.PerHour(extra); ok && perHour.IsPositive() {
			lines = append(lines, t.say("uren.per_uur", i18n.Args{"bedrag": i18n.EuroWords(perHour)}))
		} else if d.Direction != plan.Loss {
			lines = append(lines, t.say("uren.per_uur_weinig"))
		}
	}
	if m.ends != nil {
		left, _ := m.ends.Result.DisposablePerMonth()
		lines = append(lines, t.say("uren.bijstand_stopt", i18n.Args{"uren": i18n.Hours(m.ends.Hours), "bedrag": i18n.EuroWords(left.Add(t.really()).Floor())}))
	}
	lines = append(lines, t.limitSentences()...)
	return append(lines, t.realSentence()...)
}

// otherChanges say what else of the first scenario is in the curve: the hours of somebody else, another wage.
func (t *Talk) otherChanges() []string {
	if len(t.doc.Scenarios) == 0 {
		return nil
	}
	var lines []string
	h, c := t.household(), t.line().curve
	for _, j := range t.doc.Scenarios[0].Jobs {
		same := sameJob(h, j.Adult, j.Job, c.Adult, c.Job)
		who := max(0, slices.IndexFunc(h.Adults, func(a budget.Adult) bool { return a.ID == j.Adult }))
		if hours, known := j.HoursPerWeek.Get(); known && !same {
			lines = append(lines, t.say("uren.ook", i18n.Args{"naam": t.nameIn(who), "uren": i18n.Hours(hours)}))
		}
		if wage, known := j.HourlyWage.Get(); known && same {
			lines = append(lines, t.say("uren.uurloon", i18n.Args{"bedrag": i18n.Euro(wage)}))
		}
	}
	return lines
}

// safeSentences say which hours are safe when the mark stands in a fall, and how many more hours make it good.
func (t *Talk) safeSentences(c *budget.Cliff) []string {
	m := t.line()
	if c == nil || !c.Inside(m.then) {
		return nil
	}
	args := i18n.Args{"van": i18n.Hours(m.curve.SafeBelow(m.then, worthMentioning))}
	above, ok := m.curve.SafeAbove(m.then, worthMentioning)
	if !ok {
		return []string{t.say("uren.veilig_onder", args)}
	}
	args["weer"] = i18n.Hours(above)
	lines := []string{t.say("uren.veilig", args)}
	if back := c.EarnedBack(); back.Valid {
		lines = append(lines, t.say("uren.ingehaald", i18n.Args{"uren": i18n.Hours(back.Decimal)}))
	}
	return lines
}

// maxLimits is how many hard limits the family sees.
const maxLimits = 2

// limitSentences say how far the hard limits above the present hours are, in euro of wage a month.
func (t *Talk) limitSentences() []string {
	m := t.line()
	var lines []string
	for i := range m.limits {
		l := &m.limits[i]
		room := l.Earnings.Sub(t.outcome.Earnings())
		if room.IsNegative() || !t.helperView && len(lines) == maxLimits {
			continue
		}
		id := "uren.grens"
		if l.Stops {
			id = "uren.grens_stopt"
		}
		lines = append(lines, t.say(id, i18n.Args{"onderdeel": plan.Capital(t.supportName(l)), "uren": i18n.Hours(l.At),
			"bedrag": i18n.EuroWords(twelfth(l.Loss).Ceil()), "ruimte": i18n.EuroWords(twelfth(room).Floor())}))
	}
	return lines
}

// supportName is the scheme of a limit: the municipal one by its own name.
func (t *Talk) supportName(l *budget.Limit) string {
	for _, s := range t.household().LocalSchemes {
		if s.ID == l.Scheme && s.Name != "" {
			return s.Name
		}
	}
	return t.say("val." + l.Component.String())
}

// ChartSpace is the room for the curve and around it, in the unit of the view.
type ChartSpace struct{ Width, Height, Left, Right, Top, Bottom float64 }

func (s ChartSpace) options() chart.Options {
	return chart.Options{Width: s.Width, Height: s.Height, Left: s.Left, Right: s.Right, Top: s.Top, Bottom: s.Bottom}
}

// Chart lays out the curve in a space.
func (t *Talk) Chart(space ChartSpace) Drawing {
	m := t.line()
	if m.curve == nil {
		return Drawing{Width: space.Width, Height: space.Height}
	}
	points, really := make([]chart.XY, len(m.curve.Points)), t.really()
	for i := range m.curve.Points {
		p := &m.curve.Points[i]
		points[i] = chart.XY{X: p.Hours.InexactFloat64(), Y: math.NaN()}
		if perMonth, known := p.Result.DisposablePerMonth(); known {
			points[i].Y = perMonth.Add(really).InexactFloat64()
		}
	}
	o := space.options()
	o.XStep, o.YTicks = 4, 4
	o.XLabel = func(v float64) string { return i18n.Hours(decimal.NewFromFloat(v)) }
	o.YLabel = euroLabel
	for _, c := range m.cliffs {
		to := toHours
		if c.Back.Valid {
			to = c.Back.Decimal
		}
		o.Cliffs = append(o.Cliffs, chart.Range{From: c.Begin.InexactFloat64(), To: to.InexactFloat64()})
	}
	now := t.hoursNow().InexactFloat64()
	o.Now = &now
	if t.overview != nil {
		level := t.overview.NeedsPerMonth().InexactFloat64()
		o.Level = &level
	}
	if m.parts {
		o.Stacks, o.Cliffs = t.stacks(), nil
	}
	return chart.Curve(points, o)
}

func euroLabel(v float64) string { return i18n.WholeEuro(decimal.NewFromFloat(v)) }

// pileParts are the parts that the curve is piled up of, from the bottom.
var pileParts = []struct {
	role       Role
	id         string
	components []budget.Component
}{
	{PartWork, "werk", earned},
	{PartBijstand, "bijstand", []budget.Component{budget.Bijstand}},
	{PartToeslagen, "toeslagen", []budget.Component{budget.Kinderbijslag, budget.Zorgtoeslag, budget.Huurtoeslag, budget.KindgebondenBudget, budget.Kinderopvangtoeslag, budget.Lokaal}},
	{PartCosts, "kosten", []budget.Component{budget.Kinderopvangkosten, budget.Reiskosten}},
}

// stacks are the parts a month at every point. Costs go off at the top of the pile: they stand above the line. So the parts
// below them are made smaller by as much, from the toeslagen down; and so they are by what the family gets less than the rules say.
func (t *Talk) stacks() []chart.Stack {
	all := make([]chart.Stack, len(pileParts))
	for k, part := range pileParts {
		all[k].Role = part.role
		really := t.reallyIn(part.components).InexactFloat64()
		for i := range t.line().curve.Points {
			v := sumOf(&t.line().curve.Points[i].Result, part.components).InexactFloat64() / 12
			all[k].Values = append(all[k].Values, v+really)
		}
	}
	costs := len(all) - 1
	for i, c := range all[costs].Values {
		off := math.Abs(c)
		all[costs].Values[i] = off
		for k := range costs {
			off += math.Max(0, -all[k].Values[i])
			all[k].Values[i] = math.Max(0, all[k].Values[i])
		}
		for k := costs - 1; k >= 0; k-- {
			part := math.Min(off, all[k].Values[i])
			all[k].Values[i] -= part
			off -= part
		}
	}
	return all
}

// sumOf adds some components of a year.
func sumOf(r *budget.Result, components []budget.Component) decimal.Decimal {
	sum := decimal.Zero
	for _, c := range components {
		sum = sum.Add(r.Of(c).PerYear)
	}
	return sum
}

// parts are the names of the parts that occur.
func (t *Talk) parts() []Part {
	var all []Part
	for i, s := range t.stacks() {
		if slices.ContainsFunc(s.Values, func(v float64) bool { return v > 0 }) {
			all = append(all, Part{s.Role, t.say("uren.deel." + pileParts[i].id)})
		}
	}
	return all
}

// pressureChart is the band under the curve: how much of each extra 100 euro of wage is not kept.
func (t *Talk) pressureChart(space ChartSpace) Drawing {
	m := t.line()
	if m.curve == nil {
		return Drawing{Width: space.Width, Height: space.Height}
	}
	const highest = 150 // what is worse than this is drawn as this
	var points []chart.XY
	for i := 0; i+1 < len(m.curve.Points); i++ {
		y := math.NaN()
		if share, ok := m.curve.Pressure(i); ok {
			y = math.Max(-50, math.Min(highest, share.InexactFloat64()*100))
		}
		from, to := m.curve.Points[i].Hours.InexactFloat64(), m.curve.Points[i+1].Hours.InexactFloat64()
		points = append(points, chart.XY{X: from, Y: y}, chart.XY{X: to, Y: y})
	}
	o := space.options()
	o.XStep, o.YTicks, o.MaxY = 4, 2, 100
	o.XLabel = func(v float64) string { return i18n.Hours(decimal.NewFromFloat(v)) }
	o.YLabel = euroLabel
	all := 100.0
	o.Level = &all
	return chart.Curve(points, o)
}

// hoursForm asks what the curve waits for, and whose hours change.
func (t *Talk) hoursForm() (left, right []Section) {
	if s := t.missingAnswers(); len(s.Rows) > 0 {
		left = []Section{s}
	}
	jobs := t.jobOptions()
	if len(jobs) < 2 {
		return left, nil
	}
	adult, job := t.curveJob()
	chosen := adult + "/" + job
	if adult == "" {
		chosen = jobs[0].ID
	}
	t.bind("uren.wie", func(id string) {
		adult, job, _ := strings.Cut(id, "/")
		t.hours = hoursModel{adult: adult, job: job, revision: t.hours.revision, parts: t.hours.parts}
	})
	return append(left, Section{ID: "uren.keuze", Rows: []Row{{ID: "uren.wie", Label: t.say("uren.wie"),
		Fields: []Field{{ID: "uren.wie", Kind: ChoiceField, Value: chosen, Options: jobs}}}}}), nil
}

// jobOptions are the jobs that can get other hours; an adult without one can get one.
func (t *Talk) jobOptions() []Option {
	var jobs []Option
	for i, a := range t.household().Adults {
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
	return jobs
}
