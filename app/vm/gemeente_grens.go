package vm

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
	"perspectief/plan/chart"
)

// schemeLimits is what every scheme gives this family now, and how far its next limit is: "nog 83 euro ruimte".
func (t *Talk) schemeLimits() Section {
	h := t.household()
	s := Section{ID: "gemeente.nu", Icon: "scale", Title: t.say("gemeente.nu"), Intro: t.say("gemeente.nu.uitleg")}
	if len(h.LocalSchemes) == 0 {
		return s
	}
	if t.outcome == nil || len(t.outcome.Local) != len(h.LocalSchemes) {
		s.Rows = []Row{shown("gemeente.nu.nog", t.say("weten_niet"), "")}
		return s
	}
	cash := decimal.Zero
	for i := range h.LocalSchemes {
		l, o := &h.LocalSchemes[i], &t.outcome.Local[i]
		row := shown("gemeente.nu."+l.ID, t.schemeName(i), t.say("per_jaar", i18n.Args{"bedrag": i18n.WholeEuro(o.PerYear.Floor())}))
		row.Note = t.limitSentence(l, o)
		s.Rows = append(s.Rows, row)
		if l.CountsAsCash {
			cash = cash.Add(o.PerYear)
		}
	}
	s.Rows = append(s.Rows, strong(shown("gemeente.nu.geld", t.say("gemeente.nu.geld"), t.say("per_jaar", i18n.Args{"bedrag": i18n.WholeEuro(cash.Floor())}))))
	if worth := t.outcome.InKind(h); worth.IsPositive() {
		r := shown("gemeente.nu.natura", t.say("gemeente.nu.natura"), t.say("per_jaar", i18n.Args{"bedrag": i18n.WholeEuro(worth.Floor())}))
		r.Note = t.say("gemeente.nu.natura.noot")
		s.Rows = append(s.Rows, r)
	}
	return s
}

// limitSentence says how far the next limit is and what happens there.
func (t *Talk) limitSentence(l *budget.LocalScheme, o *budget.LocalOutcome) string {
	var parts []string
	switch {
	case o.Expired:
		return t.Words.T("reden." + string(budget.ReasonExpired))
	case o.Decided:
		return t.say("gemeente.apart", i18n.Args{"reden": l.Override.Note})
	case o.TooRich:
		return t.Words.T("reden." + string(budget.ReasonWealthTooHigh))
	case o.People == 0:
		return t.Words.T("reden." + string(budget.ReasonNobodyOfAge))
	}
	if l.NeedsBijstandHistoryMonths > 0 {
		parts = append(parts, t.say("gemeente.voorwaarde", i18n.Args{"aantal": l.NeedsBijstandHistoryMonths}))
	}
	g, ok := l.Grens(o)
	if !ok {
		return strings.Join(parts, " ")
	}
	room := i18n.EuroWords(g.Room.Abs().Div(decimal.NewFromInt(12)).Floor())
	limit := i18n.WholeEuro(g.Limit.Div(decimal.NewFromInt(12)).Floor())
	args := i18n.Args{"ruimte": room, "grens": limit, "bedrag": i18n.EuroWords(g.Loss.Abs().Round(0)), "cent": i18n.Hours(g.Slope.Shift(2).Round(0))}
	key := "gemeente.ruimte.stopt"
	switch {
	case g.Room.IsNegative():
		key = "gemeente.erboven"
	case g.Into:
		key = "gemeente.ruimte.glijdt"
	case g.Slope.IsPositive():
		key = "gemeente.ruimte.in"
	case !g.Ends && g.Loss.IsNegative():
		key = "gemeente.ruimte.omhoog"
	case !g.Ends:
		key = "gemeente.ruimte.trede"
	}
	return strings.Join(append(parts, t.say(key, args)), " ")
}

// shapeHours are the hours that the table of shapes shows.
var shapeHours = []int64{0, 8, 16, 20, 24, 28, 32, 36, 40}

// shapesBeside lays the same family under a cliff, steps and a slope beside each other.
func (t *Talk) shapesBeside(at int) []Section {
	h := t.household()
	l := &h.LocalSchemes[at]
	s := Section{ID: "gemeente.vormen", Icon: "trending-up", Title: t.say("gemeente.vormen"), Intro: t.say("gemeente.vormen.uitleg", i18n.Args{"naam": t.schemeName(at)})}
	shapes := t.shapes(at)
	if len(shapes) == 0 {
		return nil
	}
	s.Table = &Table{Head: []string{t.say("gemeente.uren")}}
	for _, c := range shapes {
		s.Table.Head = append(s.Table.Head, t.say("gemeente.vormen."+c.Scheme.Shape))
	}
	for _, n := range shapeHours {
		row := TableRow{Cells: []string{i18n.Hours(decimal.NewFromInt(n))}}
		known := true
		for _, c := range shapes {
			p, ok := c.Curve.Find(decimal.NewFromInt(n))
			if known = known && ok && len(p.Result.Local) > at; !known {
				break
			}
			row.Cells = append(row.Cells, i18n.WholeEuro(p.Result.Local[at].PerYear.Floor()))
		}
		if known {
			s.Table.Rows = append(s.Table.Rows, row)
		}
	}
	s.Chart = &Chart{Height: 190, Draw: func(space ChartSpace) Drawing { return drawShapes(shapes, at, space) }}
	for _, c := range shapes {
		s.Rows = append(s.Rows, t.fallRow(&c))
	}
	s.Rows = append(s.Rows, shown("gemeente.vormen.assen", t.say("gemeente.vormen.assen"), ""))
	if !l.CountsAsCash {
		r := t.yesNoRow("gemeente.vormen.natura", "gemeente.vormen.natura", t.kindCounts, func(v bool) { t.kindCounts = v }, "")
		r.Note = t.say("gemeente.vormen.natura.noot")
		s.Rows = append(s.Rows, r)
	}
	return []Section{s}
}

// fallRow says how much the family loses at the deepest point under one shape, and over which hours.
func (t *Talk) fallRow(c *budget.ShapeCurve) Row {
	id := "gemeente.val." + c.Scheme.Shape
	var deepest *budget.Cliff
	cliffs := c.Curve.Cliffs()
	for i := range cliffs {
		if deepest == nil || cliffs[i].Loss.GreaterThan(deepest.Loss) {
			deepest = &cliffs[i]
		}
	}
	if deepest == nil {
		return shown(id, t.say("gemeente.vormen."+c.Scheme.Shape), t.say("gemeente.geen_val"))
	}
	r := shown(id, t.say("gemeente.vormen."+c.Scheme.Shape), t.say("gemeente.val", i18n.Args{"bedrag": i18n.EuroWords(twelfth(deepest.Loss).Round(0))}))
	args := i18n.Args{"van": i18n.Hours(deepest.From)}
	if r.Note = t.say("gemeente.val.open", args); deepest.To.Valid {
		args["tot"] = i18n.Hours(deepest.To.Decimal)
		r.Note = t.say("gemeente.val.uren", args)
	}
	return r
}

// shapes are the curves of the family under the three shapes of one scheme; reckoned once for a household.
func (t *Talk) shapes(at int) []budget.ShapeCurve {
	l := &t.household().LocalSchemes[at]
	if t.shaped == nil || t.shapedID != l.ID {
		t.shapedID = l.ID
		h := *t.household()
		if t.kindCounts { // only for the look at the shapes: what is no cash never counts in the talk
			h.LocalSchemes = slices.Clone(h.LocalSchemes)
			h.LocalSchemes[at].CountsAsCash = true
		}
		t.shaped, _ = t.Engine.CompareShapes(&h, l.ID, budget.CurveOptions{From: fromHours, To: toHours, Step: hoursStep})
	}
	return t.shaped
}

// drawShapes draws what the scheme gives a year over the hours, a line for each shape.
func drawShapes(shapes []budget.ShapeCurve, at int, space ChartSpace) Drawing {
	d := Drawing{Width: space.Width, Height: space.Height}
	for i, c := range shapes {
		var points []chart.XY
		for k := range c.Curve.Points {
			if p := &c.Curve.Points[k]; len(p.Result.Local) > at {
				points = append(points, chart.XY{X: p.Hours.InexactFloat64(), Y: p.Result.Local[at].PerYear.InexactFloat64()})
			}
		}
		if len(points) == 0 {
			return d
		}
		if i == 0 {
			d = chart.Curve(points, chart.Options{Width: space.Width, Height: space.Height, Left: space.Left, Right: space.Right, Top: space.Top, Bottom: space.Bottom,
				XStep: 5, YTicks: 3,
				XLabel: func(v float64) string { return i18n.Hours(decimal.NewFromFloat(v)) },
				YLabel: func(v float64) string { return i18n.WholeEuro(decimal.NewFromFloat(v)) }})
			continue
		}
		path := make([]chart.XY, len(points))
		for k, p := range points {
			path[k] = d.Place(p)
		}
		d.Paths = append(d.Paths, chart.Dashes(path, shapeDashes[c.Scheme.Shape], shapeGap)...)
	}
	return d
}

// shapeDashes tell the lines of the shapes apart without colour: the cliff is a whole line, steps are dashes, the slope is dots.
var shapeDashes = map[string]float64{"steps": 14, "linear": 4}

const shapeGap = 7

// slopes are the stretches of income where municipal help shrinks bit by bit, with the pressure of all of it together.
func (t *Talk) slopes() Section {
	s := Section{ID: "gemeente.glijden", Icon: "scale", Title: t.say("gemeente.glijden"), Intro: t.say("gemeente.glijden.uitleg")}
	if t.outcome == nil {
		return s
	}
	for _, inKind := range []bool{false, true} {
		for i, g := range budget.Glijvakken(t.household().LocalSchemes, t.outcome.Local, inKind) {
			names := make([]string, len(g.Schemes))
			for k, id := range g.Schemes {
				names[k] = t.nameOfID(id)
			}
			year := decimal.NewFromInt(12)
			r := shown(fmt.Sprintf("gemeente.glijden.%v.%d", inKind, i), t.say("gemeente.glijden.van", i18n.Args{
				"van": i18n.WholeEuro(g.From.Div(year).Round(0)), "tot": i18n.WholeEuro(g.To.Div(year).Round(0))}),
				t.say("gemeente.glijden.druk", i18n.Args{"bedrag": i18n.WholeEuro(g.Pressure.Shift(2).Round(0))}))
			r.Note = t.Words.T("regeling.basis."+g.Base) + ": " + strings.Join(names, ", ")
			if inKind {
				r.Note += " " + t.say("gemeente.glijden.natura")
			}
			s.Rows = append(s.Rows, r)
		}
	}
	return s
}

// barriers offers the note for the municipality.
func (t *Talk) barriers() Section {
	s := Section{ID: "gemeente.brief", Icon: "mail", Title: t.say("gemeente.brief"), Intro: t.say("gemeente.brief.uitleg")}
	s.Actions = []Action{t.action("gemeente.brief.maak", "gemeente.brief.maak", "file-text", func() { t.MakePaper(Paper{Kind: BarrierPaper}) })}
	return s
}

// barrierNote makes the note for the municipality from the curve of the first job.
func (t *Talk) barrierNote() (plan.Document, error) {
	curve, err := t.Engine.Curve(t.household(), budget.CurveOptions{From: fromHours, To: toHours, Step: hoursStep})
	if err != nil {
		return plan.Document{}, err
	}
	d, ok := plan.ComposeBarrier(curve.Belemmeringen(), t.household().LocalSchemes, t.household().Year, t.Words, t.Today)
	if !ok {
		return d, errNothingToSay
	}
	return d, nil
}
