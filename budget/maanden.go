package budget

import (
	"fmt"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// YearCash is when the money of a calendar year comes in and goes out, for a situation that has lasted for some time.
type YearCash struct {
	Months [12]MonthCash
	Later  []Timing
}

// MonthCash is one calendar month, euro with its sign.
type MonthCash struct {
	Components [NumComponents]decimal.Decimal
	Total      decimal.Decimal
	Vakantie   decimal.Decimal // holiday pay and holiday bijstand inside Components, gross as there
}

// Timing is a difference between the year result and the twelve months, with its reason: months plus timings are the year.
type Timing struct {
	Key       string // of the catalogues: "maand." + Key
	Component Component
	PerYear   decimal.Decimal
}

// The reasons of a timing difference.
const (
	TimingTaxReturn  = "belastingaangifte"   // settled with the tax return: combinatiekorting, rough tables, profit
	TimingRounding   = "afronding"           // cents and euros that the months drop
	TimingNextYear   = "betaald_in_januari"  // the fourth quarter, paid in January of the next year
	TimingLastYear   = "kwartaal_vorig_jaar" // the fourth quarter of last year, paid in January
	TimingSettlement = "definitieve_toeslag" // the final award of a toeslag differs from the sum of its instalments
)

// Months spreads a year result over the months: wages with the withholding of the pay slip, holiday pay in May, kinderbijslag
// after the quarter, toeslagen in whole euros, bijstand without its holiday part and that part in June. It fails for a
// household outside the schema or with an unknown component: there is no year to spread.
func (e *Engine) Months(h *Household) (*YearCash, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	if reason := outside(set, h); reason != "" {
		return nil, fmt.Errorf("budget: no months: %s", reason)
	}
	f := gather(nil, set, h)
	f.spread = &[NumComponents][12]decimal.Decimal{}
	people := f.everybody(nil)
	r := f.combine(nil, &people[0], &people[1], true)
	if _, known := r.Disposable(); !known {
		return nil, fmt.Errorf("budget: no months for %d: a component is unknown", h.Year)
	}
	y := &YearCash{}
	for i := range h.Adults {
		for month := range y.Months {
			y.addPayments(f, i, month)
		}
		for _, p := range f.paid(i) {
			y.addVakantiegeld(may, &p, 12)
		}
	}
	y.addBijstand(f)
	y.addKinderbijslag(f, e.lastYear(set))
	y.addEven(Winst, r.Of(Winst).PerYear)
	y.addEven(Lokaal, r.Of(Lokaal).PerYear)
	y.addEven(Kinderopvangkosten, r.Of(Kinderopvangkosten).PerYear)
	y.addEven(Reiskosten, r.Of(Reiskosten).PerYear)
	for _, c := range []Component{Zorgtoeslag, Huurtoeslag, KindgebondenBudget, Kinderopvangtoeslag} {
		if r.Of(c).State == HasAmount {
			for m := range y.Months {
				y.add(m, c, f.spread[c][m])
			}
		}
	}
	y.settle(&r, timingOf)
	return y, nil
}

func (y *YearCash) add(month int, c Component, d decimal.Decimal) {
	m := &y.Months[month]
	m.Components[c] = m.Components[c].Add(d)
	m.Total = m.Total.Add(d)
}

func (y *YearCash) addEven(c Component, perYear decimal.Decimal) {
	month := perMonth(perYear)
	for m := range y.Months {
		y.add(m, c, month)
	}
}

const may, june = 4, 5 // indexes of the months in which holiday pay and holiday bijstand come

// payment is what an employer or another payer pays an adult each month, with what is taken off, and once a year in May.
type payment struct {
	adult, source                            string // ids; the source of a benefit is its kind
	component                                Component
	gross, pension, tax, zvw                 decimal.Decimal
	holiday, holidayPension, holidayWithheld decimal.Decimal
}

// net is what comes on the account each month.
func (p *payment) net() decimal.Decimal { return p.gross.Sub(p.pension).Sub(p.tax).Sub(p.zvw) }

// holidayNet is what comes on the account as holiday pay.
func (p *payment) holidayNet() decimal.Decimal {
	return p.holiday.Sub(p.holidayPension).Sub(p.holidayWithheld)
}

// paid are the pay slips and benefits of an adult. The loonheffingskorting is used where the file says so; when no job with
// hours has it, the first benefit has. Nobody withholds anything from alimony: its tax and Zvw come with the tax return.
func (f *facts) paid(at int) []payment {
	a, x := &f.h.Adults[at], &f.adults[at]
	var all []payment
	credit := false
	for k := range a.Jobs {
		j := &a.Jobs[k]
		credit = credit || j.PayrollCredit && j.HoursPerWeek.Or(zero).Sign() > 0
		s := f.loonstrook(x, j)
		all = append(all, payment{adult: a.ID, source: j.ID, component: Loon, gross: s.Bruto, pension: s.Pensioen, tax: s.Loonheffing,
			holiday: s.Vakantiegeld, holidayPension: s.VakantiegeldPensioen, holidayWithheld: s.VakantiegeldHeffing})
	}
	for k := range a.Benefits {
		b := &a.Benefits[k]
		p := payment{adult: a.ID, source: string(b.Kind), component: Uitkering, gross: b.GrossPerMonth.Or(zero)}
		if b.Kind != Alimony {
			p.tax = f.inhoudingUitkering(x, p.gross, !credit)
			credit = true
		}
		switch b.Kind {
		case Anw, AOW, Pension:
			p.zvw = CentDown(p.gross.Mul(f.set.Zvw.LaagPercentage.Value))
		}
		all = append(all, p)
	}
	return all
}

// addPayments adds what an adult is paid in one month, without holiday pay.
func (y *YearCash) addPayments(f *facts, at, month int) {
	for _, p := range f.paid(at) {
		y.add(month, p.component, p.gross)
		y.add(month, Pensioenpremie, p.pension.Neg())
		y.add(month, Inkomstenbelasting, p.tax.Neg())
		y.add(month, Zvw, p.zvw.Neg())
	}
}

// addVakantiegeld adds the holiday pay that was built up in some months.
func (y *YearCash) addVakantiegeld(month int, p *payment, months int) {
	part := func(d decimal.Decimal) decimal.Decimal {
		if months == 12 {
			return d
		}
		return d.Mul(count[months]).DivRound(twelve, 2)
	}
	gross := part(p.holiday)
	y.add(month, p.component, gross)
	y.add(month, Pensioenpremie, part(p.holidayPension).Neg())
	y.add(month, Inkomstenbelasting, part(p.holidayWithheld).Neg())
	y.Months[month].Vakantie = y.Months[month].Vakantie.Add(gross)
}

// addBijstand pays the month without the holiday part, and that part of the whole year in June (Pw art. 19 lid 3, art. 45).
func (y *YearCash) addBijstand(f *facts) {
	holiday := zero
	for m, month := range f.spread[Bijstand] {
		paid := Cent(month.Mul(one.Sub(f.set.Bijstand.Vakantietoeslag.Value)))
		holiday = holiday.Add(month.Sub(paid))
		y.add(m, Bijstand, paid)
	}
	y.add(june, Bijstand, holiday)
	y.Months[june].Vakantie = y.Months[june].Vakantie.Add(holiday)
}

// addKinderbijslag pays each quarter after its end: January has the fourth quarter of last year, when its amounts are known.
func (y *YearCash) addKinderbijslag(f *facts, before *rules.Set) {
	for _, month := range []int{1, 4, 7} {
		y.add(month+2, Kinderbijslag, f.kwartaal(month))
	}
	if fourth := f.kwartaal(10); fourth.Sign() > 0 {
		y.Later = append(y.Later, Timing{TimingNextYear, Kinderbijslag, fourth})
	}
	if before == nil {
		return
	}
	last := (&facts{set: before, h: f.h}).kwartaal(10)
	if last.Sign() > 0 {
		y.add(0, Kinderbijslag, last)
		y.Later = append(y.Later, Timing{TimingLastYear, Kinderbijslag, last.Neg()})
	}
}

// lastYear are the rules of the year before; nil when the book does not have them.
func (e *Engine) lastYear(set *rules.Set) *rules.Set {
	before, err := e.book.For(set.Year - 1)
	if err != nil {
		return nil
	}
	return before
}

// kwartaal is the kinderbijslag of the quarter that begins in a month.
func (f *facts) kwartaal(month int) decimal.Decimal {
	total := zero
	for i := range f.h.Children {
		if c := &f.h.Children[i]; c.Kinderbijslag {
			if p := f.kwartaalbedrag(c, month); p != nil {
				total = total.Add(p.Value)
			}
		}
	}
	return total
}

// settle names what is left between the months and the year.
func (y *YearCash) settle(r *Result, key func(c Component, rest decimal.Decimal) string) {
	for c := range NumComponents {
		rest := r.Of(c).PerYear
		for m := range y.Months {
			rest = rest.Sub(y.Months[m].Components[c])
		}
		for _, t := range y.Later {
			if t.Component == c {
				rest = rest.Sub(t.PerYear)
			}
		}
		if !rest.IsZero() {
			y.Later = append(y.Later, Timing{key(c, rest), c, rest})
		}
	}
}

func timingOf(c Component, _ decimal.Decimal) string {
	switch c {
	case Inkomstenbelasting, Zvw:
		return TimingTaxReturn
	case Zorgtoeslag, Huurtoeslag, KindgebondenBudget, Kinderopvangtoeslag:
		return TimingSettlement
	}
	return TimingRounding
}
