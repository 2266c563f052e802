package budget

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// A pot is money that is set apart for a bill that does not come every month. The bills of the budget that come in a known
// month have a pot by themselves: the same money as their line, so it counts once, in the line. A pot of the family's own that
// no line pays for comes out of what is left.

// Pot is something to set money apart for, as the family told it. A pot with a line and without an amount only says what is in
// the pot of that line already.
type Pot struct {
	Label    string    `json:"label,omitempty"`
	Kind     PotKind   `json:"kind,omitempty"`
	Line     LineKey   `json:"line,omitempty"`    // the line of the budget that pays for it; empty: out of what is left
	Amount   Amount    `json:"amount,omitzero"`   // euro needed
	By       YearMonth `json:"by,omitzero"`       // the month in which it is needed
	Saved    Amount    `json:"saved,omitzero"`    // euro in the pot now
	PerMonth Amount    `json:"perMonth,omitzero"` // euro a month, where there is no month in which it is needed
}

// PotKind tells pots apart.
type PotKind string

// The kinds of pots.
const (
	PotGoal   PotKind = "doel"
	PotBuffer PotKind = "buffer" // for what nobody can foresee
)

// PotKinds gives every kind of pot.
func PotKinds() []PotKind { return []PotKind{PotGoal, PotBuffer} }

// Appliance is a thing in the home that will have to be replaced.
type Appliance struct {
	Label     string `json:"label,omitempty"`
	Price     Amount `json:"price,omitzero"`     // euro of a new one
	YearsLeft Amount `json:"yearsLeft,omitzero"` // it will last
	Saved     Amount `json:"saved,omitzero"`     // euro set apart for it
}

// LineInventaris is the line that appliances are paid from.
const LineInventaris LineKey = "inventaris"

const (
	maxPots      = 60
	maxYearsLeft = 50
)

func (c *checker) pots(b *OwnBudget) {
	c.count("budget.pots", len(b.Pots), maxPots)
	for i, p := range b.Pots {
		f := fmt.Sprintf("budget.pots[%d]", i)
		c.text(f+".label", p.Label)
		if p.Kind != "" {
			need(c, f+".kind", p.Kind, PotKinds())
		}
		if _, ok := LineOf(p.Line); p.Line != "" && !ok {
			c.unknownLine(f+".line", string(p.Line))
		}
		c.amount(f+".amount", p.Amount, maxLineAmount)
		c.amount(f+".saved", p.Saved, maxLineAmount)
		c.amount(f+".perMonth", p.PerMonth, maxLineAmount)
	}
	c.count("budget.appliances", len(b.Appliances), maxPots)
	for i, a := range b.Appliances {
		f := fmt.Sprintf("budget.appliances[%d]", i)
		c.text(f+".label", a.Label)
		c.amount(f+".price", a.Price, maxLineAmount)
		c.amount(f+".saved", a.Saved, maxLineAmount)
		c.amount(f+".yearsLeft", a.YearsLeft, maxYearsLeft)
	}
}

// PotPlan is how a pot fills, in euro and cents. The parts add up to what is needed, exactly.
type PotPlan struct {
	Label  string
	Kind   PotKind
	Line   LineKey // empty for a pot that comes out of what is left
	Own    int     // its place in OwnBudget.Pots; -1 for the pot of a line that the family said nothing about
	Rhythm Rhythm  // of the bill; Once for a pot of the family's own
	Known  bool    // false: the amount is not known, or neither a month nor an amount a month is
	Amount decimal.Decimal
	Saved  decimal.Decimal
	Steady bool              // nobody said what is in it: it is thought to fill evenly, as the line of the budget has it
	Needed decimal.Decimal   // Amount less Saved, never below zero
	By     YearMonth         // the month in which it is needed; the first month after the last part for a buffer
	Parts  []decimal.Decimal // from the first month on, one a month
}

// ThisMonth is the part of the first month.
func (p *PotPlan) ThisMonth() decimal.Decimal {
	if len(p.Parts) == 0 {
		return zero
	}
	return p.Parts[0]
}

// Extra tells whether the pot comes out of what is left, because no line of the budget pays for it.
func (p *PotPlan) Extra() bool { return p.Line == "" }

// Pots are all pots together from one month on.
type Pots struct {
	First      YearMonth
	Pots       []PotPlan // those of the lines first, in the order of the budget
	Appliances []AppliancePlan

	InLines             decimal.Decimal // euro of the first month that lines of the budget pay for
	Extra               decimal.Decimal // euro of the first month out of what is left
	AppliancesPerMonth  decimal.Decimal
	AppliancesAreBudget bool // the list is the amount of the line inventaris
}

// AppliancePlan is what an appliance asks a month: the price less what was saved, over the months it will last.
type AppliancePlan struct {
	Appliance
	Known    bool
	Months   int
	PerMonth decimal.Decimal // to whole cents, up
}

// PotsFrom works out what to set apart from a month on.
func (b *OwnBudget) PotsFrom(first YearMonth) *Pots {
	if b == nil {
		b = &OwnBudget{}
	}
	all := &Pots{First: first}
	told := map[int]bool{}
	for _, l := range b.Lines {
		if p, ok := linePot(l, first); ok {
			if p.Own = b.potOf(l, told); p.Own >= 0 {
				told[p.Own] = true
			}
			b.fillOfLine(&p, first)
			all.Pots = append(all.Pots, p)
		}
	}
	for i, o := range b.Pots {
		if !told[i] && !(o.Line != "" && !o.Amount.IsKnown()) {
			all.Pots = append(all.Pots, ownPot(o, i, first))
		}
	}
	for i := range all.Pots {
		if p := &all.Pots[i]; p.Extra() {
			all.Extra = all.Extra.Add(p.ThisMonth())
		} else {
			all.InLines = all.InLines.Add(p.ThisMonth())
		}
	}
	all.Appliances = appliances(b.Appliances)
	for _, a := range all.Appliances {
		all.AppliancesPerMonth = all.AppliancesPerMonth.Add(a.PerMonth)
	}
	all.AppliancesAreBudget = b.appliancesFill()
	return all
}

// linePot is the pot of a bill that comes less often than every month, in a known month.
func linePot(l OwnLine, first YearMonth) (PotPlan, bool) {
	amount, known := l.Amount.Get()
	every := monthsBetween[l.Rhythm]
	if !known || !amount.IsPositive() || every == 0 || l.Month == 0 {
		return PotPlan{}, false
	}
	by := first
	for (by.Month-l.Month)%every != 0 {
		by = by.plus(1)
	}
	return PotPlan{Label: l.Label, Kind: PotGoal, Line: l.Key, Own: -1, Rhythm: l.Rhythm, Known: true, Amount: Cent(amount), By: by}, true
}

// fillOfLine fills the pot of a bill from what the family said is in it. When nobody said so, what is in a pot is not zero: it is
// as full as it would be with the same part every month, which is what the line of the budget counts.
func (b *OwnBudget) fillOfLine(p *PotPlan, first YearMonth) {
	if p.Own >= 0 {
		if saved, known := b.Pots[p.Own].Saved.Get(); known {
			p.Saved = Cent(saved)
			p.fill(first)
			return
		}
	}
	if p.Rhythm == Once {
		p.fill(first)
		return
	}
	every := monthsBetween[p.Rhythm]
	if p.By == first { // the bill of this month comes out of the pot, which begins again
		p.By = first.plus(every)
	}
	parts := evenly(p.Amount, every)
	p.Parts = parts[every-first.monthsBefore(p.By):]
	for _, part := range p.Parts {
		p.Needed = p.Needed.Add(part)
	}
	p.Steady, p.Saved = true, p.Amount.Sub(p.Needed)
}

// monthsBetween is how many months lie between two payments of what comes less often than every month.
var monthsBetween = map[Rhythm]int{Quarterly: 3, HalfYearly: 6, Yearly: 12, Once: 12}

// potOf finds what the family said about the pot of a line.
func (b *OwnBudget) potOf(l OwnLine, taken map[int]bool) int {
	for i, p := range b.Pots {
		if !taken[i] && p.Line == l.Key && p.Label == l.Label && !p.Amount.IsKnown() {
			return i
		}
	}
	return -1
}

func ownPot(o Pot, at int, first YearMonth) PotPlan {
	p := PotPlan{Label: o.Label, Kind: o.Kind, Line: o.Line, Own: at, Rhythm: Once, By: o.By, Saved: o.Saved.Or(zero)}
	if p.Kind == "" {
		p.Kind = PotGoal
	}
	amount, known := o.Amount.Get()
	p.Amount = Cent(amount)
	chosen, month := o.PerMonth.Get()
	p.Known = known && (!o.By.IsZero() || month && chosen.IsPositive())
	switch {
	case !p.Known:
		p.Needed = positive(p.Amount.Sub(p.Saved))
	case o.By.IsZero():
		p.Needed = positive(p.Amount.Sub(p.Saved))
		p.Parts = partsOf(p.Needed, Cent(chosen))
		p.By = first.plus(len(p.Parts))
	default:
		p.fill(first)
	}
	return p
}

// fill divides what is still needed over the months before the month in which it is needed; all of it now when that is this
// month or has gone by.
func (p *PotPlan) fill(first YearMonth) {
	p.Needed = positive(p.Amount.Sub(p.Saved))
	p.Parts = evenly(p.Needed, max(1, first.monthsBefore(p.By)))
}

// evenly divides an amount in n parts of whole cents that add up to it: equal ones, rounded up, and the last what is left.
func evenly(amount decimal.Decimal, n int) []decimal.Decimal {
	parts := make([]decimal.Decimal, n)
	part := amount.DivRound(decimal.NewFromInt(int64(n)), 8).RoundUp(2)
	for i := range parts {
		parts[i] = least(part, amount)
		amount = amount.Sub(parts[i])
	}
	return parts
}

const longestPot = 1200 // months

// partsOf is an amount in parts of one size, the last what is left; none when it would take a lifetime.
func partsOf(amount, part decimal.Decimal) []decimal.Decimal {
	if !part.IsPositive() || amount.Div(part).GreaterThan(decimal.NewFromInt(longestPot)) {
		return nil
	}
	var parts []decimal.Decimal
	for amount.IsPositive() {
		parts = append(parts, least(part, amount))
		amount = amount.Sub(part)
	}
	return parts
}

func appliances(list []Appliance) []AppliancePlan {
	plans := make([]AppliancePlan, len(list))
	for i, a := range list {
		plans[i].Appliance = a
		price, knownPrice := a.Price.Get()
		years, knownYears := a.YearsLeft.Get()
		if !knownPrice || !knownYears {
			continue
		}
		months := max(1, int(years.Mul(twelve).IntPart()))
		needed := positive(Cent(price).Sub(a.Saved.Or(zero)))
		plans[i].Known, plans[i].Months, plans[i].PerMonth = true, months, evenly(needed, months)[0]
	}
	return plans
}

// appliancesFill tells whether the list of appliances is the amount of its line: the family gave no amount for the line itself,
// and the list has one.
func (b *OwnBudget) appliancesFill() bool {
	for _, l := range b.Lines {
		if l.Key == LineInventaris {
			return false
		}
	}
	return b.appliancesPerMonth().IsKnown()
}

// appliancesPerMonth is what the list of appliances asks a month; not known when nothing in it is.
func (b *OwnBudget) appliancesPerMonth() Amount {
	sum, found := zero, false
	for _, a := range appliances(b.Appliances) {
		if a.Known {
			sum, found = sum.Add(a.PerMonth), true
		}
	}
	if !found {
		return Amount{}
	}
	return Known(sum)
}

// plus is a number of months later.
func (y YearMonth) plus(months int) YearMonth {
	n := y.Year*monthsInYear + y.Month - 1 + months
	return YearMonth{n / monthsInYear, n%monthsInYear + 1}
}
