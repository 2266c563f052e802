package budget

// The bills, arrangements and pots of the twelve months.

// expenses writes every line of the sheet: what the family told in its own rhythm, and each month what a norm or the file fills
// in. Repayments follow from the debts, unless the budget has a line for them.
func (b *cashBook) expenses(view *Overview) {
	for _, l := range view.Lines {
		if l.State == Unknown {
			b.year.Missing = append(b.year.Missing, l.Key)
			continue
		}
		if l.Key == LineAflossing && len(l.Entries) == 0 {
			continue
		}
		told := zero
		for _, o := range l.Entries {
			if perYear, known := o.PerYear(); known {
				told = told.Add(perYear)
				b.bill(o)
			}
		}
		rest := positive(l.PerMonth.Sub(perMonth(told)))
		b.eachMonthOut(b.payDay(string(l.Key)).Day, CashEvent{Kind: CashBill, ID: string(l.Key), Amount: rest.Neg()})
	}
}

// bill writes one amount of the family's own. Without a month, what comes less often than monthly counts a little in every month.
func (b *cashBook) bill(o OwnLine) {
	e := CashEvent{Kind: CashBill, ID: string(o.Key), Label: o.Label, Amount: Cent(o.Amount.Or(zero)).Neg()}
	switch o.Rhythm {
	case Daily:
		b.every(1, 365, "", false, same(e))
	case Weekly:
		b.every(7, 52, "", false, same(e))
	case FourWeekly:
		b.every(28, 13, "", false, same(e))
	case Quarterly, HalfYearly, Yearly, Once:
		b.seldom(o, e)
	default:
		b.eachMonthOut(o.Day, e)
	}
}

// shoppingDays are the days on which the money of the household is spent when no day is known: nobody sends a bill for it.
var shoppingDays = []int{1, 8, 15, 22}

// Billed tells whether somebody sends a bill for a line, so that it has a day to ask for. Food, clothes and an outing have none.
func (k LineKey) Billed() bool {
	l, ok := LineOf(k)
	return !ok || l.Group == GroupVast || l.Group == GroupNietGenormd && k != LineReiskostenWerk
}

// eachMonthOut writes an amount in every month.
func (b *cashBook) eachMonthOut(day int, e CashEvent) {
	for i := range b.year.Months {
		b.out(i, day, e)
	}
}

// out writes an amount in one month: a bill on its day, what nobody sends a bill for week by week.
func (b *cashBook) out(i, day int, e CashEvent) {
	if day > 0 || LineKey(e.ID).Billed() {
		b.put(i, day, e)
		return
	}
	for k, part := range evenly(e.Amount.Neg(), len(shoppingDays)) {
		e.Amount = part.Neg()
		b.put(i, shoppingDays[k], e)
	}
}

func (b *cashBook) seldom(o OwnLine, e CashEvent) {
	if o.Month == 0 {
		b.year.Spread = append(b.year.Spread, o.Key)
		perYear, _ := o.PerYear()
		for i, part := range evenly(Cent(perYear), monthsInYear) {
			e.Amount = part.Neg()
			b.put(i, o.Day, e)
		}
		return
	}
	for month := o.Month; month < o.Month+monthsInYear; month += monthsBetween[o.Rhythm] {
		b.out(b.at(month), o.Day, e)
	}
}

// tellsRepayment tells whether the budget has repayments of the family's own; the debts do not count a second time then.
func (b *cashBook) tellsRepayment(view *Overview) bool {
	l, ok := view.Line(LineAflossing)
	return ok && len(l.Entries) > 0
}

// CashSeizure is the ID of what a bailiff takes off the income, as we estimate it.
const CashSeizure = "beslag"

// debts writes the arrangements as they run. paid is the debts with what a bailiff takes filled in.
func (b *cashBook) debts(debts, paid []Debt) {
	for i, month := range arranged(paid, b.year.Months[0].Month, monthsInYear) {
		for k, amount := range month.Payments {
			d := &debts[k]
			e := CashEvent{Kind: CashArrangement, ID: string(d.Kind), Label: d.Remark, Amount: amount.Neg()}
			if less := d.SetOffAgainst; less != "" || d.Seizure {
				if e.Kind = CashSetOff; !d.ArrangementPerMonth.IsKnown() {
					e.ID = CashSeizure
				}
				b.put(i, b.dayOf(i, less), e)
				continue
			}
			b.put(i, d.ArrangementDay, e)
		}
	}
}

// dayOf is the day on which a part of the income comes in a month; of the first wage or benefit when it has no name.
func (b *cashBook) dayOf(i int, id string) int {
	for _, e := range b.year.Months[i].Events {
		if e.Kind == CashIncome && (id == "" || e.ID == id) {
			return b.dayAfter(e)
		}
	}
	return 0
}

// dayAfter is the day on which money can be taken off an income; 0, not known, where only the best day of the income is known.
func (b *cashBook) dayAfter(income CashEvent) int {
	if b.atBest && !income.DayKnown {
		return 0
	}
	return income.Day
}

// pots writes what is set apart. A pot that no line pays for always is; those of the yearly bills only when the family does so,
// and then the money comes out of the pot in the month of the bill.
func (b *cashBook) pots(own *OwnBudget) {
	for _, p := range own.PotsFrom(b.year.Months[0].Month).Pots {
		switch {
		case p.Extra():
			for i, part := range p.Parts[:min(len(p.Parts), monthsInYear)] {
				b.intoPot(i, CashEvent{ID: string(p.Kind), Label: p.Label, Amount: part.Neg()})
			}
		case b.facts.SetApart:
			b.linePot(p)
		}
	}
}

// intoPot sets money apart on the day on which most money comes in, not before.
func (b *cashBook) intoPot(i int, e CashEvent) {
	e.Kind = CashIntoPot
	most, day := zero, 0
	for _, in := range b.year.Months[i].Events {
		if in.Kind == CashIncome && in.Amount.GreaterThan(most) {
			most, day = in.Amount, b.dayAfter(in)
		}
	}
	b.put(i, day, e)
}

// linePot fills the pot of a bill, empties it in the month of the bill, and begins again. What is in it on the first day is what
// the plan of the pot says.
func (b *cashBook) linePot(p PotPlan) {
	every, first := monthsBetween[p.Rhythm], b.year.Months[0].Month
	due, parts, inPot, next := max(0, first.monthsBefore(p.By)), p.Parts, least(p.Saved, p.Amount), 0
	if p.Steady && due == every { // the bill of this month comes out of the pot that was filled before
		due, inPot = 0, p.Amount
	}
	if due == 0 {
		parts = nil // what the pot lacks now, the account pays
	}
	event := CashEvent{ID: string(p.Line), Label: p.Label}
	for i := range b.year.Months {
		if i == due {
			event.Kind, event.Amount = CashFromPot, inPot
			b.put(i, 1, event)
			if p.Rhythm == Once {
				return
			}
			due, parts, inPot, next = i+every, evenly(p.Amount, every), zero, 0
		}
		if next < len(parts) {
			event.Amount = parts[next].Neg()
			b.intoPot(i, event)
			inPot, next = inPot.Add(parts[next]), next+1
		}
	}
}
