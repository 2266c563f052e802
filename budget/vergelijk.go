package budget

import "fmt"

// Visit is the budget as it was at a talk, in euro a month: kept small in the case file, so that a later talk can say what
// became better.
type Visit struct {
	Day    string       `json:"day"`            // YYYY-MM-DD
	Year   int          `json:"year"`           // of the rules
	In     Amount       `json:"in,omitzero"`    // not known when a part of the income was not
	Out    Amount       `json:"out,omitzero"`   // the known lines
	Debts  Amount       `json:"debts,omitzero"` // euro owed; not known when the amount of a debt was not
	Groups []VisitGroup `json:"groups,omitempty"`
	Income []VisitPart  `json:"income,omitempty"`
	Lines  []VisitPart  `json:"lines,omitempty"`
}

// VisitGroup is a group of lines, euro a month.
type VisitGroup struct {
	Group    LineGroup `json:"group"`
	PerMonth Amount    `json:"perMonth,omitzero"`
}

// VisitPart is a line or a part of the income, euro a month.
type VisitPart struct {
	Key      string `json:"key"`
	PerMonth Amount `json:"perMonth,omitzero"`
}

const (
	maxVisits     = 120
	maxVisitParts = 200
	maxVisitEuro  = 10_000_000
)

// ValidateVisits lists everything in the visits that cannot be right, all at once.
func ValidateVisits(visits []Visit) []FieldError {
	c := checker{}
	c.count("visits", len(visits), maxVisits)
	for i, v := range visits {
		f := fmt.Sprintf("visits[%d]", i)
		if v.Day == "" {
			c.add(f+".day", "fout.ontbreekt", args{"naam": "day"})
		}
		c.date(f+".day", v.Day)
		for name, a := range map[string]Amount{".in": v.In, ".out": v.Out} {
			c.between(f+name, a, -maxVisitEuro, maxVisitEuro)
		}
		c.amount(f+".debts", v.Debts, maxVisitEuro*maxPots)
		for k, g := range v.Groups {
			need(&c, fmt.Sprintf("%s.groups[%d].group", f, k), g.Group, LineGroups())
		}
		c.count(f+".lines", len(v.Lines), maxVisitParts)
		for k, l := range v.Lines {
			if _, ok := LineOf(LineKey(l.Key)); !ok {
				c.unknownLine(fmt.Sprintf("%s.lines[%d].key", f, k), l.Key)
			}
		}
		c.count(f+".income", len(v.Income), maxVisitParts)
		for k, l := range v.Income {
			need(&c, fmt.Sprintf("%s.income[%d].key", f, k), l.Key, visitIncome())
		}
	}
	return c.faults
}

// visitIncome are the parts of the income in the order of the sheet.
func visitIncome() []string {
	ids := incomeIDs()
	for _, k := range IncomeKinds() {
		ids = append(ids, string(k))
	}
	return ids
}

// NewVisit is the budget of today, to be kept. day is YYYY-MM-DD.
func NewVisit(day string, o *Overview, debts []Debt) Visit {
	v := Visit{Day: day, Year: o.Year, Out: Known(o.Out), Debts: owed(debts)}
	if o.InKnown {
		v.In = Known(o.In)
	}
	for _, g := range o.Groups {
		kept := VisitGroup{g.Group, Known(g.PerMonth)}
		if g.PerMonth.IsZero() && g.Missing > 0 { // nothing is known of it, which is not nothing
			kept.PerMonth = Amount{}
		}
		v.Groups = append(v.Groups, kept)
	}
	for _, l := range o.Income {
		if l.State != Unknown {
			v.Income = append(v.Income, VisitPart{l.ID, Known(l.PerMonth)})
		}
	}
	for _, l := range o.Lines {
		if l.State == HasAmount {
			v.Lines = append(v.Lines, VisitPart{string(l.Key), Known(l.PerMonth)})
		}
	}
	return v
}

// owed is what is owed together; not known when the amount of a debt is not.
func owed(debts []Debt) Amount {
	sum := zero
	for _, d := range debts {
		amount, known := d.Amount.Get()
		if !known {
			return Amount{}
		}
		sum = sum.Add(amount)
	}
	return Known(sum)
}

// Left is what was left a month; below zero is a shortage. Not known when a part of the income was not.
func (v *Visit) Left() Amount {
	in, known := v.In.Get()
	out, spent := v.Out.Get()
	if !known || !spent {
		return Amount{}
	}
	return Known(in.Sub(out))
}

// Comparison puts two budgets beside each other, euro a month.
type Comparison struct {
	Before, After *Visit
	In, Out, Left Pair
	Debts         Pair
	Income        []PairRow
	Groups        []GroupPair
}

// Pair is an amount of before beside one of after.
type Pair struct{ Before, After Amount }

// Change is after less before; not known when one of them is not.
func (p Pair) Change() Amount {
	before, was := p.Before.Get()
	after, is := p.After.Get()
	if !was || !is {
		return Amount{}
	}
	return Known(after.Sub(before))
}

// PairRow is a line, or a part of the income, in both.
type PairRow struct {
	Key string
	Pair
}

// GroupPair is a group with its lines in both.
type GroupPair struct {
	Group LineGroup
	Pair
	Lines []PairRow
}

// Compare puts two budgets side by side. A line that only one of them has stands there with nothing on the other side.
func Compare(before, after *Visit) Comparison {
	c := Comparison{Before: before, After: after, In: Pair{before.In, after.In}, Out: Pair{before.Out, after.Out},
		Left: Pair{before.Left(), after.Left()}, Debts: Pair{before.Debts, after.Debts}}
	for _, id := range visitIncome() {
		if row, ok := pairOf(id, before.Income, after.Income); ok {
			c.Income = append(c.Income, row)
		}
	}
	for _, group := range LineGroups() {
		g := GroupPair{Group: group, Pair: Pair{groupOf(before, group), groupOf(after, group)}}
		for _, l := range budgetLines {
			if row, ok := pairOf(string(l.Key), before.Lines, after.Lines); ok && l.Group == group {
				g.Lines = append(g.Lines, row)
			}
		}
		c.Groups = append(c.Groups, g)
	}
	return c
}

func pairOf(key string, before, after []VisitPart) (PairRow, bool) {
	find := func(parts []VisitPart) Amount {
		for _, p := range parts {
			if p.Key == key {
				return p.PerMonth
			}
		}
		return Amount{}
	}
	row := PairRow{key, Pair{find(before), find(after)}}
	return row, row.Before.IsKnown() || row.After.IsKnown()
}

func groupOf(v *Visit, group LineGroup) Amount {
	for _, g := range v.Groups {
		if g.Group == group {
			return g.PerMonth
		}
	}
	return Amount{}
}

// KeepVisit adds a visit to those that are kept, in place of one of the same day; beyond the most that are kept the oldest goes.
func KeepVisit(visits []Visit, v Visit) []Visit {
	kept := make([]Visit, 0, len(visits)+1)
	for _, old := range visits {
		if old.Day != v.Day {
			kept = append(kept, old)
		}
	}
	kept = append(kept, v)
	return kept[max(0, len(kept)-maxVisits):]
}

// LastVisitBefore is the latest visit before a day (YYYY-MM-DD).
func LastVisitBefore(visits []Visit, day string) (*Visit, bool) {
	var last *Visit
	for i := range visits {
		if v := &visits[i]; v.Day < day && (last == nil || v.Day > last.Day) {
			last = v
		}
	}
	return last, last != nil
}
