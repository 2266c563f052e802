package budget

import "github.com/shopspring/decimal"

// Overview is the household budget of an average month: what comes in, what goes out, what is left. Amounts are euro a month.
// Every part is in whole cents and every total is the sum of its parts.
type Overview struct {
	Year      int
	Income    []IncomeLine
	Lines     []BudgetLine // one for every line of the sheet, in its order
	Groups    []GroupTotal
	In        decimal.Decimal // the known parts
	InKnown   bool            // false when a part of the income is unknown
	Out       decimal.Decimal // own amounts, and a norm where the family gave none
	OutOwn    decimal.Decimal // own amounts only
	Left      decimal.Decimal // In less Out; below zero is a shortage
	Missing   []LineKey       // no amount from any layer: not zero, "nog niet bekend"
	NotFilled []LineKey       // no amount of the family's own
	ToDo      []LineKey       // the family does not know, or only an outdated norm is there: find the bill
	Minimum   Norm            // poverty line of this household without rent and energy
	Ordinary  decimal.Decimal // Out without rent and energy, to stand beside Minimum
}

// NettoInkomen in Received is the net pay on the bank statement: wages, benefits and profit less pension premium, tax and Zvw.
const NettoInkomen = "netto_inkomen"

// ReasonOtherIncome says that the family does not know yet what comes in beside the year result.
const ReasonOtherIncome Reason = "ander_inkomen_onbekend"

// IncomeLine is a part of what comes in, euro a month with its sign.
type IncomeLine struct {
	ID       string // id of a component, NettoInkomen, or an IncomeKind
	State    State
	Reason   Reason
	PerMonth decimal.Decimal // what counts: the real payment when it is known
	Computed Amount          // by the year result; not known when that is unknown
	Received Amount          // on the bank statement
}

// BudgetLine is one line of the sheet, euro a month.
type BudgetLine struct {
	Line
	State      State
	Kind       NormKind // of the amount that counts; empty when there is none
	PerMonth   decimal.Decimal
	Own        Amount    // what the family says, or else its file
	Norm       Norm      // what stands beside it
	Entries    []OwnLine // what the family told about this line and its finer lines
	Guessed    bool      // a norm fills in, for the whole line or a part
	Unfinished bool      // the family does not know the amount, or a part of it
}

// GroupTotal is a group of lines, euro a month.
type GroupTotal struct {
	Group    LineGroup
	PerMonth decimal.Decimal
	Missing  int // lines without an amount
}

// Overview puts the family's own amounts beside the norms, with the income of the year result. The layer is the imported set
// of an organisation; nil when there is none.
func (e *Engine) Overview(h *Household, own *OwnBudget, debts []Debt, layer *NormLayer) (*Overview, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, err
	}
	r, err := e.Year(h)
	if err != nil {
		return nil, err
	}
	return NewOverview(layered(set, h, r, layer), own, debts, r), nil
}

// NewOverview is Overview with norms and a year result that were made before. Own amounts always win; own may be nil.
func NewOverview(norms *NormBudget, own *OwnBudget, debts []Debt, r *Result) *Overview {
	if own == nil {
		own = &OwnBudget{}
	}
	v := &Overview{Year: norms.Year, Minimum: norms.Minimum, InKnown: true}
	v.income(own.Received, r)
	v.otherIncome(own.OtherIncome)
	entries := map[LineKey][]OwnLine{}
	for _, o := range own.Lines {
		if l, ok := LineOf(o.Key); ok {
			entries[l.Main()] = append(entries[l.Main()], o)
		}
	}
	for _, n := range norms.Lines {
		v.line(norms, n, entries[n.Key], debts, own)
	}
	v.totals()
	return v
}

func (v *Overview) income(received []Received, r *Result) {
	paid := map[string]decimal.Decimal{}
	for _, p := range received {
		if perYear, known := p.PerYear(); known {
			paid[p.Component] = paid[p.Component].Add(perYear)
		}
	}
	first := Loon
	if perYear, ok := paid[NettoInkomen]; ok {
		v.Income = append(v.Income, netIncome(r, perMonth(perYear)))
		first = Bijstand
	}
	for c := first; c < Kinderopvangkosten; c++ { // the costs after it are lines of the sheet
		line := computedIncome(c.String(), r.Of(c))
		if perYear, ok := paid[c.String()]; ok {
			line.State, line.Reason = HasAmount, ""
			line.PerMonth, line.Received = perMonth(perYear), Known(perMonth(perYear))
		}
		v.Income = append(v.Income, line)
	}
}

// otherIncome adds what the year result does not have, one line for each kind.
func (v *Overview) otherIncome(others []OtherIncome) {
	for _, k := range IncomeKinds() {
		perYear, found, unknown := zero, false, false
		for _, o := range others {
			if o.Kind != k {
				continue
			}
			amount, known := o.PerYear()
			perYear, found, unknown = perYear.Add(amount), true, unknown || !known
		}
		switch {
		case unknown:
			v.Income = append(v.Income, IncomeLine{ID: string(k), State: Unknown, Reason: ReasonOtherIncome})
		case found:
			amount := perMonth(perYear)
			v.Income = append(v.Income, IncomeLine{ID: string(k), PerMonth: amount, Received: Known(amount)})
		}
	}
	for _, l := range v.Income {
		v.In = v.In.Add(l.PerMonth)
		v.InKnown = v.InKnown && l.State != Unknown
	}
}

func computedIncome(id string, o Outcome) IncomeLine {
	l := IncomeLine{ID: id, State: o.State, Reason: o.Reason}
	if o.State != Unknown {
		l.PerMonth = perMonth(o.PerYear)
		l.Computed = Known(l.PerMonth)
	}
	return l
}

func netIncome(r *Result, received decimal.Decimal) IncomeLine {
	l := IncomeLine{ID: NettoInkomen, PerMonth: received, Received: Known(received)}
	sum := zero
	for c := Loon; c < Bijstand; c++ {
		o := r.Of(c)
		if o.State == Unknown {
			return l
		}
		sum = sum.Add(perMonth(o.PerYear))
	}
	l.Computed = Known(sum)
	return l
}

// line chooses the layer: what the family says, else what its file says, else the norm.
func (v *Overview) line(norms *NormBudget, n Norm, entries []OwnLine, debts []Debt, own *OwnBudget) {
	l, _ := LineOf(n.Key)
	b := BudgetLine{Line: l, Norm: n, Entries: entries}
	if l.Key == LineHuisdieren && len(entries) > 0 {
		b.Norm = norms.Pet
	}
	b.Own = b.own()
	if l.Key == LineAflossing && len(entries) == 0 {
		b.Own = arrangements(debts, v.Year)
	}
	if l.Key == LineInventaris && own.appliancesFill() {
		b.Own = own.appliancesPerMonth()
	}
	if !b.Own.IsKnown() && b.Norm.Kind == KindOwn {
		b.Own = Known(b.Norm.PerMonth)
	}
	switch {
	case b.Own.IsKnown():
		b.Kind, b.PerMonth = KindOwn, b.Own.Or(zero)
		b.fillIn(norms)
	case b.Norm.State == HasAmount:
		b.Kind, b.PerMonth, b.Guessed = b.Norm.Kind, b.Norm.PerMonth, true
	case len(entries) > 0:
		b.State = Unknown
	default:
		b.State = b.Norm.State
	}
	v.Lines = append(v.Lines, b)
}

// own adds the known amounts of the family by the year; not known when there is none.
func (b *BudgetLine) own() Amount {
	sum, found := zero, false
	for _, o := range b.Entries {
		perYear, known := o.PerYear()
		sum, found = sum.Add(perYear), found || known
		b.Unfinished = b.Unfinished || !known
	}
	if !found {
		return Amount{}
	}
	return Known(perMonth(sum))
}

// fillIn adds norms of finer lines where the family knows only other parts of the line.
func (b *BudgetLine) fillIn(norms *NormBudget) {
	for _, o := range b.Entries {
		if _, known := o.PerYear(); known || o.Key == b.Key {
			continue
		}
		if n, ok := norms.Of(o.Key); ok && n.State == HasAmount {
			b.PerMonth = b.PerMonth.Add(n.PerMonth)
			b.Guessed = true
		}
	}
}

// arrangements is what the debts take a month when the budget has no line for it. An arrangement that was over before the year, or
// begins after it, takes nothing.
func arrangements(debts []Debt, year int) Amount {
	sum, found := zero, false
	for _, d := range debts {
		perMonth, known := d.ArrangementPerMonth.Get()
		if known && d.runsIn(year) {
			sum, found = sum.Add(Cent(perMonth)), true
		}
	}
	if !found {
		return Amount{}
	}
	return Known(sum)
}

func (v *Overview) totals() {
	for _, g := range LineGroups() {
		t := GroupTotal{Group: g}
		for _, b := range v.Lines {
			if b.Group != g {
				continue
			}
			t.PerMonth = t.PerMonth.Add(b.PerMonth)
			if b.State == Unknown {
				t.Missing++
			}
		}
		v.Groups = append(v.Groups, t)
		v.Out = v.Out.Add(t.PerMonth)
	}
	v.Ordinary = v.Out
	for _, b := range v.Lines {
		v.OutOwn = v.OutOwn.Add(b.Own.Or(zero))
		if b.Key == LineHuur || b.Key == LineEnergie {
			v.Ordinary = v.Ordinary.Sub(b.PerMonth)
		}
		v.marks(b)
	}
	v.Left = v.In.Sub(v.Out)
}

func (v *Overview) marks(b BudgetLine) {
	if b.State == Unknown {
		v.Missing = append(v.Missing, b.Key)
	}
	if b.State == Unknown || b.Guessed && !b.Own.IsKnown() {
		v.NotFilled = append(v.NotFilled, b.Key)
	}
	if b.Unfinished || b.Guessed && b.Norm.Outdated {
		v.ToDo = append(v.ToDo, b.Key)
	}
}

// Line gives one line of the sheet.
func (v *Overview) Line(key LineKey) (BudgetLine, bool) {
	for _, b := range v.Lines {
		if b.Key == key {
			return b, true
		}
	}
	return BudgetLine{}, false
}

// NeedsPerMonth is what the family needs for the rest, euro a month: the line through the hours curve. The curve has childcare
// and travel to work in it already.
func (v *Overview) NeedsPerMonth() decimal.Decimal {
	needs := v.Out
	for _, b := range v.Lines {
		if b.Key == LineKinderopvang || b.Key == LineReiskostenWerk {
			needs = needs.Sub(b.PerMonth)
		}
	}
	return needs
}
