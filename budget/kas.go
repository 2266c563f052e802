package budget

import (
	"fmt"
	"slices"
	"time"

	"github.com/shopspring/decimal"
)

// CashFacts is what the twelve months need beside the budget: the part "cash" of the budget in the case file.
type CashFacts struct {
	Balance  Amount    `json:"balance,omitzero"` // euro on the account on the first day; may be below zero
	First    YearMonth `json:"first,omitzero"`   // the first of the twelve months
	PayDays  []PayDay  `json:"payDays,omitempty"`
	SetApart bool      `json:"setApart,omitempty"` // the money for yearly bills goes into pots
}

// PayDay is when something comes in or goes out: a wage ("a1/j1"), a part of the income ("zorgtoeslag"), or a line of the budget
// whose day stands nowhere else ("huur").
type PayDay struct {
	Source string `json:"source"`
	Day    int    `json:"day,omitempty"`    // 1 to 31; 0: not known
	Rhythm Rhythm `json:"rhythm,omitempty"` // of a wage: month, 4-weeks or week
	Next   string `json:"next,omitempty"`   // a day of payment (YYYY-MM-DD), for 4-weeks and week
}

const maxPayDays = 60

func (c *checker) cash(f *CashFacts) {
	if f == nil {
		return
	}
	c.between("budget.cash.balance", f.Balance, -maxLineAmount, maxLineAmount)
	if y := f.First.Year; !f.First.IsZero() && (y < FirstYear || y > LastYear) {
		c.add("budget.cash.first", "fout.jaar", args{"jaar": y, "eerste": FirstYear, "laatste": LastYear})
	}
	c.count("budget.cash.payDays", len(f.PayDays), maxPayDays)
	for i, p := range f.PayDays {
		field := fmt.Sprintf("budget.cash.payDays[%d]", i)
		if p.Source == "" {
			c.add(field+".source", "fout.ontbreekt", args{"naam": "source"})
		}
		c.text(field+".source", p.Source)
		c.count(field+".day", p.Day, daysInMonth)
		if p.Rhythm != "" {
			need(c, field+".rhythm", p.Rhythm, PayRhythms())
		}
		c.date(field+".next", p.Next)
	}
}

// PayRhythms gives the rhythms in which wages are paid.
func PayRhythms() []Rhythm { return []Rhythm{Monthly, FourWeekly, Weekly} }

// CashYear is twelve months of the household's account, in euro. It says when the money comes in and goes out; where a day is
// not known a bill counts on the first day and an income on the last, so that no month looks better than it may be.
type CashYear struct {
	Start      decimal.Decimal
	StartKnown bool // else the account begins at zero
	Months     [monthsInYear]CashMonth

	Partial bool      // a part of the income is unknown and not in it
	Missing []LineKey // lines without any amount: not in it
	Spread  []LineKey // bills whose month is not known: a part of them in every month
	Later   []Timing  // money of the year that comes in none of the months
}

// CashMonth is one month of the account, in euro.
type CashMonth struct {
	Month    YearMonth
	In       decimal.Decimal // income, less what is set off or seized
	Out      decimal.Decimal // bills and arrangements, above zero
	IntoPots decimal.Decimal // set apart less what was taken out of the pots
	End      decimal.Decimal // balance on the last day
	Lowest   decimal.Decimal
	Day      int // of the lowest balance
	Events   []CashEvent
}

// CashEvent is one payment, in euro with its sign.
type CashEvent struct {
	Kind     CashKind
	ID       string // of the source, the line, the kind of creditor
	Label    string // the family's own name for it
	Day      int
	DayKnown bool
	Amount   decimal.Decimal
}

// CashKind tells payments apart.
type CashKind string

// The kinds of payments.
const (
	CashIncome      CashKind = "inkomen"
	CashHoliday     CashKind = "vakantiegeld"
	CashSetOff      CashKind = "ingehouden" // less income: set off or seized
	CashBill        CashKind = "rekening"
	CashArrangement CashKind = "afspraak"
	CashIntoPot     CashKind = "in_potje"
	CashFromPot     CashKind = "uit_potje"
)

// CashOf works out the twelve months of a household from a month on, with its overview. The rules, the amounts and the situation
// of the household's year hold for all of them.
func (e *Engine) CashOf(h *Household, view *Overview, own *OwnBudget, debts []Debt, help *DebtHelp, first YearMonth) (*CashYear, error) {
	return e.cashOf(h, view, own, debts, help, first, false)
}

// CashAtBest is CashOf with every day that is not known on its best side: a bill on the last day, an income on the first. What
// fails here fails on any days; what fails only in CashOf may not.
func (e *Engine) CashAtBest(h *Household, view *Overview, own *OwnBudget, debts []Debt, help *DebtHelp, first YearMonth) (*CashYear, error) {
	return e.cashOf(h, view, own, debts, help, first, true)
}

func (e *Engine) cashOf(h *Household, view *Overview, own *OwnBudget, debts []Debt, help *DebtHelp, first YearMonth, atBest bool) (*CashYear, error) {
	if own == nil {
		own = &OwnBudget{}
	}
	b := newCashBook(own, first)
	b.atBest = atBest
	if err := b.income(e, h, own, view); err != nil {
		return nil, err
	}
	b.expenses(view)
	if !b.tellsRepayment(view) {
		paid, err := e.WithSeizure(h, debts, help, first.Month)
		if err != nil {
			return nil, err
		}
		b.debts(debts, paid)
	}
	b.pots(own)
	b.balance()
	return b.year, nil
}

// cashBook writes payments into the months.
type cashBook struct {
	year  *CashYear
	facts *CashFacts
	start time.Time // first day
	rules int       // the year of the amounts

	atBest       bool // days that are not known are the best ones, not the worst
	toeslagenDay int  // of the month; 0 when the rules do not know it
}

func newCashBook(own *OwnBudget, first YearMonth) *cashBook {
	facts := own.Cash
	if facts == nil {
		facts = &CashFacts{}
	}
	b := &cashBook{facts: facts, year: &CashYear{Start: facts.Balance.Or(zero), StartKnown: facts.Balance.IsKnown()},
		start: time.Date(first.Year, time.Month(first.Month), 1, 0, 0, 0, 0, time.UTC)}
	for i := range b.year.Months {
		b.year.Months[i].Month = first.plus(i)
	}
	return b
}

// payDay is what the family told about the day of a source.
func (b *cashBook) payDay(source string) PayDay {
	for _, p := range b.facts.PayDays {
		if p.Source == source {
			return p
		}
	}
	return PayDay{Source: source}
}

// length is the number of days of a month.
func (y YearMonth) length() int {
	return time.Date(y.Year, time.Month(y.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// put writes a payment on a day of the month; day 0 is a day that is not known.
func (b *cashBook) put(i, day int, e CashEvent) {
	if e.Amount.IsZero() {
		return
	}
	m := &b.year.Months[i]
	last := m.Month.length()
	e.DayKnown = day > 0
	switch {
	case day > 0:
		e.Day = min(day, last)
	case e.Amount.IsPositive() != b.atBest:
		e.Day = last
	default:
		e.Day = 1
	}
	m.Events = append(m.Events, e)
}

// on writes a payment on a date.
func (b *cashBook) on(date time.Time, known bool, e CashEvent) {
	i := (date.Year()-b.start.Year())*monthsInYear + int(date.Month()-b.start.Month())
	if i < 0 || i >= monthsInYear {
		return
	}
	b.put(i, date.Day(), e)
	if events := b.year.Months[i].Events; len(events) > 0 && !known {
		events[len(events)-1].DayKnown = false
	}
}

// at is the place of a calendar month among the twelve.
func (b *cashBook) at(month int) int {
	return (month - b.year.Months[0].Month.Month + monthsInYear) % monthsInYear
}

// every writes a payment every so many days, as often as it comes in a year. The first one falls within the first stretch of
// days: on the day of next and the days before and after it, when there is one.
func (b *cashBook) every(days, times int, next string, late bool, payment func(n int) CashEvent) {
	first, known := b.start, days <= 7 // within a week the day hardly matters
	if date, err := time.Parse(time.DateOnly, next); err == nil {
		known = true
		off := int(date.Sub(b.start).Hours()/24) % days
		first = b.start.AddDate(0, 0, (off+days)%days)
	} else if late != b.atBest {
		first = b.start.AddDate(0, 0, days-1)
	}
	for n := range times {
		b.on(first.AddDate(0, 0, n*days), known, payment(n))
	}
}

// same pays the same every time.
func same(e CashEvent) func(int) CashEvent { return func(int) CashEvent { return e } }

// balance puts the payments of each month in order, what goes out first, and follows the account.
func (b *cashBook) balance() {
	balance := b.year.Start
	for i := range b.year.Months {
		m := &b.year.Months[i]
		sortEvents(m.Events)
		m.Lowest, m.Day = balance, 1
		for _, e := range m.Events {
			balance = balance.Add(e.Amount)
			if balance.LessThan(m.Lowest) {
				m.Lowest, m.Day = balance, e.Day
			}
			switch e.Kind {
			case CashIncome, CashHoliday, CashSetOff:
				m.In = m.In.Add(e.Amount)
			case CashBill, CashArrangement:
				m.Out = m.Out.Sub(e.Amount)
			default:
				m.IntoPots = m.IntoPots.Sub(e.Amount)
			}
		}
		m.End = balance
	}
}

// Fails is the first month in which the account goes below zero.
func (y *CashYear) Fails() (CashMonth, bool) {
	for _, m := range y.Months {
		if m.Lowest.IsNegative() {
			return m, true
		}
	}
	return CashMonth{}, false
}

// Short is what the account lacks on its lowest day; zero when nothing.
func (m *CashMonth) Short() decimal.Decimal { return positive(m.Lowest.Neg()) }

// UnknownDays counts what comes in or goes out on a day that is not known, each source and line once. Holiday pay comes with its wage.
func (y *CashYear) UnknownDays() (in, out int) {
	seen := map[string]bool{}
	for _, m := range y.Months {
		for _, e := range m.Events {
			kind := e.Kind
			if kind == CashHoliday {
				kind = CashIncome
			}
			key := string(kind) + "|" + e.ID + "|" + e.Label
			if e.DayKnown || seen[key] || kind == CashIntoPot || kind == CashFromPot {
				continue
			}
			seen[key] = true
			if e.Amount.IsPositive() {
				in++
			} else {
				out++
			}
		}
	}
	return in, out
}

// Rooms is what each month has left for repaying, in euro: all that comes in less all that must be paid and is set apart, without
// what already goes to debts.
func (y *CashYear) Rooms() []decimal.Decimal {
	rooms := make([]decimal.Decimal, len(y.Months))
	for i, m := range y.Months {
		for _, e := range m.Events {
			if e.Kind != CashArrangement && e.Kind != CashSetOff {
				rooms[i] = rooms[i].Add(e.Amount)
			}
		}
	}
	return rooms
}

// TakesOff tells whether something is set off against the income or seized.
func (y *CashYear) TakesOff() bool {
	for _, m := range y.Months {
		if slices.ContainsFunc(m.Events, func(e CashEvent) bool { return e.Kind == CashSetOff }) {
			return true
		}
	}
	return false
}

// In is what comes in over the twelve months.
func (y *CashYear) In() decimal.Decimal {
	sum := zero
	for _, m := range y.Months {
		sum = sum.Add(m.In)
	}
	return sum
}

// Out is what goes out over the twelve months, above zero.
func (y *CashYear) Out() decimal.Decimal {
	sum := zero
	for _, m := range y.Months {
		sum = sum.Add(m.Out)
	}
	return sum
}
