package budget

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Grens is where the next limit of a municipal scheme lies for a family, in euro a year of the income that the scheme looks at.
type Grens struct {
	Limit decimal.Decimal // the income of the limit
	Room  decimal.Decimal // how much income may still grow until there; below zero: how far the income is above the last limit
	Loss  decimal.Decimal // euro a year that ends at the limit at once; below zero when the scheme gives more from there
	Slope decimal.Decimal // what each extra euro of income costs beyond the limit or, inside a slope, up to it
	Into  bool            // the limit is the beginning of a slope
	Ends  bool            // the scheme gives nothing from the limit on
}

// Grens gives the next limit of a scheme at an outcome; ok is false when the income plays no part: no norm, an expired scheme,
// too much wealth, nobody it is paid for, or a decision for this family.
func (l *LocalScheme) Grens(o *LocalOutcome) (g Grens, ok bool) {
	if o.Expired || o.TooRich || o.Decided || o.People == 0 || o.Norm.Sign() <= 0 {
		return g, false
	}
	switch l.Shape {
	case "steps":
		g = l.stepLimit(o)
	case "linear":
		g = l.slopeLimit(o)
	case "capacity":
		g = l.capacityLimit(o)
	default:
		g = Grens{Limit: l.LimitFull.Or(zero).Mul(o.Norm), Loss: l.whole(o), Ends: true}
	}
	g.Limit = Cent(g.Limit)
	g.Room = g.Limit.Sub(Cent(o.Income))
	return g, true
}

// whole is the amount of a year without a look at the income, for all it is paid for.
func (l *LocalScheme) whole(o *LocalOutcome) decimal.Decimal {
	year := l.Amount.Or(zero)
	if l.Period == "month" {
		year = year.Mul(twelve)
	}
	return year.Mul(decimal.NewFromInt(int64(o.People)))
}

func (l *LocalScheme) stepLimit(o *LocalOutcome) Grens {
	whole, last := l.whole(o), len(l.Steps)-1
	for i, step := range l.Steps {
		limit := step.To.Or(zero).Mul(o.Norm)
		if o.Income.LessThanOrEqual(limit) {
			next := zero
			if i < last {
				next = l.Steps[i+1].Share.Or(zero)
			}
			return Grens{Limit: limit, Loss: Cent(whole.Mul(step.Share.Or(zero).Sub(next))), Ends: i == last}
		}
	}
	if last < 0 {
		return Grens{Ends: true}
	}
	return Grens{Limit: l.Steps[last].To.Or(zero).Mul(o.Norm), Loss: Cent(whole.Mul(l.Steps[last].Share.Or(zero))), Ends: true}
}

func (l *LocalScheme) slopeLimit(o *LocalOutcome) Grens {
	begin, end := l.LimitFull.Or(zero).Mul(o.Norm), l.LimitZero.Or(zero).Mul(o.Norm)
	g := Grens{Limit: end, Ends: true}
	if width := end.Sub(begin); width.Sign() > 0 {
		g.Slope = l.whole(o).DivRound(width, 6)
	}
	if o.Income.LessThan(begin) {
		g.Limit, g.Into, g.Ends = begin, true, false
	}
	return g
}

func (l *LocalScheme) capacityLimit(o *LocalOutcome) Grens {
	if l.Capacity == nil {
		return Grens{Ends: true}
	}
	free, share := l.Capacity.FreeLimit.Or(zero).Mul(o.Norm), l.Capacity.Share.Or(zero)
	g := Grens{Limit: free, Slope: share, Into: true}
	if o.Income.GreaterThanOrEqual(free) && share.Sign() > 0 {
		g.Limit, g.Into, g.Ends = free.Add(l.whole(o).Div(share)), false, true
	}
	return g
}

// Glijvak is a stretch of income over which municipal help shrinks bit by bit: the pressures of all slopes there together.
type Glijvak struct {
	Base     string          // the kind of income, as in the scheme
	From, To decimal.Decimal // euro a year
	Pressure decimal.Decimal // euro of help lost for each extra euro of income
	Schemes  []string        // ids
}

// Glijvakken are the stretches where slopes of municipal schemes lie, by kind of income and from low to high. Slopes over the
// same stretch add up. Only amounts in cash that count are in it, or those in kind when inKind is true.
func Glijvakken(schemes []LocalScheme, outcomes []LocalOutcome, inKind bool) []Glijvak {
	var slopes []Glijvak
	for i := range outcomes {
		l := schemeOf(schemes, outcomes[i].ID)
		if l == nil || l.CountsAsCash == inKind {
			continue
		}
		if s, ok := l.slope(&outcomes[i]); ok {
			slopes = append(slopes, s)
		}
	}
	var bases []string
	for _, s := range slopes {
		if !slices.Contains(bases, s.Base) {
			bases = append(bases, s.Base)
		}
	}
	var out []Glijvak
	for _, base := range bases {
		out = append(out, overlapping(base, slopes)...)
	}
	return out
}

func schemeOf(schemes []LocalScheme, id string) *LocalScheme {
	for i := range schemes {
		if schemes[i].ID == id {
			return &schemes[i]
		}
	}
	return nil
}

// slope is the stretch of one scheme over which it shrinks bit by bit.
func (l *LocalScheme) slope(o *LocalOutcome) (Glijvak, bool) {
	whole := l.whole(o)
	if o.Expired || o.TooRich || o.Decided || o.Norm.Sign() <= 0 || whole.Sign() <= 0 {
		return Glijvak{}, false
	}
	s := Glijvak{Base: l.IncomeBase, Schemes: []string{l.ID}}
	switch {
	case l.Shape == "linear":
		s.From, s.To = l.LimitFull.Or(zero).Mul(o.Norm), l.LimitZero.Or(zero).Mul(o.Norm)
		if width := s.To.Sub(s.From); width.Sign() > 0 {
			s.Pressure = whole.DivRound(width, 6)
		}
	case l.Shape == "capacity" && l.Capacity != nil && l.Capacity.Share.Or(zero).Sign() > 0:
		s.Pressure = l.Capacity.Share.Or(zero)
		s.From = l.Capacity.FreeLimit.Or(zero).Mul(o.Norm)
		s.To = s.From.Add(whole.Div(s.Pressure))
	}
	return s, s.Pressure.Sign() > 0
}

// overlapping cuts the slopes of one kind of income at each other's ends and adds up what lies over each other.
func overlapping(base string, slopes []Glijvak) []Glijvak {
	var cuts []decimal.Decimal
	for _, s := range slopes {
		if s.Base == base {
			cuts = append(cuts, s.From, s.To)
		}
	}
	slices.SortFunc(cuts, decimal.Decimal.Cmp)
	var out []Glijvak
	for i := 0; i+1 < len(cuts); i++ {
		part := Glijvak{Base: base, From: cuts[i], To: cuts[i+1]}
		for _, s := range slopes {
			if s.Base == base && s.From.LessThanOrEqual(part.From) && s.To.GreaterThanOrEqual(part.To) {
				part.Pressure, part.Schemes = part.Pressure.Add(s.Pressure), append(part.Schemes, s.Schemes...)
			}
		}
		if part.From, part.To = Cent(part.From), Cent(part.To); part.Pressure.Sign() > 0 && part.From.LessThan(part.To) {
			out = append(out, part)
		}
	}
	return out
}

// Shapes gives a scheme in the three shapes of a limit: at once, in steps and bit by bit, all from the same limit on and the last
// two to the same end. A scheme with a limit at once has no end; it gets the one of the template, a fifth above.
func (l *LocalScheme) Shapes() []LocalScheme {
	full, end := l.ends()
	half := full.Add(end).Div(two)
	all := []LocalScheme{*l, *l, *l}
	for i, shape := range []string{"cliff", "steps", "linear"} {
		s := &all[i]
		s.Shape, s.Override, s.Capacity, s.Steps = shape, nil, nil, nil
		s.LimitFull, s.LimitZero = Amount{}, Amount{}
		if shape == "steps" {
			s.Steps = []SchemeStep{{Known(full), Known(one)}, {Known(half), Known(one.Div(two))}}
			continue
		}
		if s.LimitFull = Known(full); shape == "linear" {
			s.LimitZero = Known(end)
		}
	}
	return all
}

// ends are where a scheme begins to shrink and where it is nothing.
func (l *LocalScheme) ends() (full, end decimal.Decimal) {
	full, end = l.LimitFull.Or(one), l.LimitZero.Or(zero)
	switch {
	case l.Shape == "steps" && len(l.Steps) > 0:
		full, end = l.Steps[0].To.Or(one), l.Steps[len(l.Steps)-1].To.Or(zero)
	case l.Shape == "capacity" && l.Capacity != nil:
		full, end = l.Capacity.FreeLimit.Or(one), zero
	}
	if end.LessThanOrEqual(full) {
		end = full.Mul(decimal.New(12, -1))
		if !l.inEuros() {
			end = full.Add(decimal.New(2, -1))
		}
	}
	return full, end
}

func (l *LocalScheme) inEuros() bool { return l.IncomeBase == "gross" || l.IncomeBase == "own-amount" }

// ShapeCurve is the curve of a family with one of its schemes in another shape.
type ShapeCurve struct {
	Scheme LocalScheme
	Curve  *Curve
}

// CompareShapes lays the curve of a family under a cliff, steps and a slope beside each other, for one of its schemes; all else
// stays the same.
func (e *Engine) CompareShapes(h *Household, id string, o CurveOptions) ([]ShapeCurve, error) {
	at := slices.IndexFunc(h.LocalSchemes, func(l LocalScheme) bool { return l.ID == id })
	if at < 0 {
		return nil, nil
	}
	var out []ShapeCurve
	for _, s := range h.LocalSchemes[at].Shapes() {
		varied := *h
		varied.LocalSchemes = slices.Clone(h.LocalSchemes)
		varied.LocalSchemes[at] = s
		c, err := e.Curve(&varied, o)
		if err != nil {
			return nil, err
		}
		out = append(out, ShapeCurve{s, c})
	}
	return out, nil
}

// InKind is the yearly worth of municipal help that is no cash, beside the result: goods, services, discounts, bills.
func (r *Result) InKind(h *Household) decimal.Decimal {
	sum := zero
	for i := range r.Local {
		if l := schemeOf(h.LocalSchemes, r.Local[i].ID); l != nil && !l.CountsAsCash {
			sum = sum.Add(r.Local[i].PerYear)
		}
	}
	return sum
}

// Belemmering is a stretch of hours where rules together leave a family worse off: which rules fall, and how much.
type Belemmering struct {
	Cliff      Cliff
	Components []Change // that fall from before the stretch to its lowest point, largest first
	Schemes    []SchemeLoss
}

// SchemeLoss is what a municipal scheme gives less, euro a year, above zero.
type SchemeLoss struct {
	ID      string
	PerYear decimal.Decimal
}

// Belemmeringen says of each fall of a curve which rules make it, without anything about the family.
func (c *Curve) Belemmeringen() []Belemmering {
	var out []Belemmering
	for _, cliff := range c.cliffs {
		from, ok := c.Find(cliff.From)
		lowest := c.lowest(cliff)
		if !ok || lowest == nil {
			continue
		}
		b := Belemmering{Cliff: cliff}
		for _, change := range Diff(&from.Result, &lowest.Result) {
			if change.PerYear.Sign() < 0 {
				b.Components = append(b.Components, change)
			}
		}
		for i := range from.Result.Local {
			if i >= len(lowest.Result.Local) {
				break
			}
			if loss := from.Result.Local[i].PerYear.Sub(lowest.Result.Local[i].PerYear); loss.Sign() > 0 {
				b.Schemes = append(b.Schemes, SchemeLoss{from.Result.Local[i].ID, loss})
			}
		}
		out = append(out, b)
	}
	return out
}

// lowest is the point of a fall with the smallest total.
func (c *Curve) lowest(cliff Cliff) *Point {
	var least *Point
	for i := range c.Points {
		p := &c.Points[i]
		inside := p.Hours.GreaterThan(cliff.From) && (!cliff.To.Valid || p.Hours.LessThan(cliff.To.Decimal))
		if inside && (least == nil || p.Result.perYear.LessThan(least.Result.perYear)) {
			least = p
		}
	}
	return least
}
