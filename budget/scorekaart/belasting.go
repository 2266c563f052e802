package scorekaart

import (
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/budget/rules"
)

// People of three generations, for the payroll tables.
var (
	bornYounger    = budget.YearMonth{Year: 1990, Month: 1}
	bornAOW        = budget.YearMonth{Year: 1950, Month: 1}
	bornBefore1946 = budget.YearMonth{Year: 1944, Month: 1}
)

// aow is the net AOW of a month.
func (b *bench) aow(c *Case) (answers, error) {
	var in struct {
		Household string          `json:"household"`
		Gross     decimal.Decimal `json:"gross_month"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	h := household(c.year(), adults(in.Household == "couple")...)
	h.Adults[0].Born = bornAOW
	h.Adults[0].Benefits = []budget.Benefit{{Kind: budget.AOW, GrossPerMonth: budget.Known(in.Gross)}}
	r, err := ask(b.engine, h)
	if err != nil {
		return nil, err
	}
	withheld, err := b.engine.Loonheffing(h.Year, bornAOW, in.Gross)
	if err != nil {
		return nil, err
	}
	gross, zvw, tax := r.inMonth(budget.Uitkering, 1), r.inMonth(budget.Zvw, 1), r.inMonth(budget.Inkomstenbelasting, 1)
	return answers{
		"zvw":                        zvw.Neg(),
		"loonheffing_with_credit":    tax.Neg(),
		"loonheffing_without_credit": withheld.WithoutCredit,
		"net_with_credit":            gross.Add(tax).Add(zvw),
		"net_without_credit":         gross.Add(zvw).Sub(withheld.WithoutCredit),
	}, nil
}

// combinatiekorting is the credit at an income that must be the first whole euro with this amount.
func (b *bench) combinatiekorting(c *Case) (answers, error) {
	var in struct {
		Income decimal.Decimal `json:"arbeidsinkomen"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	credit := func(income decimal.Decimal) (decimal.Decimal, error) {
		h := household(c.year(), adult)
		withChildren(h, 5)
		earning(&h.Adults[0], income)
		r, err := ask(b.engine, h)
		if err != nil {
			return zero, err
		}
		return r.step(budget.Inkomstenbelasting, "korting.combinatie"), nil
	}
	at, err := credit(in.Income)
	if err != nil {
		return nil, err
	}
	below, err := credit(in.Income.Sub(decimal.NewFromInt(1)))
	if err == nil && !below.LessThan(at) {
		err = fmt.Errorf("a euro less gives %s too", below)
	}
	return answers{"iack": at}, err
}

// youthWages are the minimum wages of 20 to 15 years.
func (b *bench) youthWages(c *Case) (answers, error) {
	set, err := b.engine.Rules(c.year())
	if err != nil {
		return nil, err
	}
	month := monthOf(c.ID[len("wml.youth."):])
	m, got := &set.Minimumloon, answers{}
	for i, h := range []*rules.Halves{&m.Uur20, &m.Uur19, &m.Uur18, &m.Uur17, &m.Uur16, &m.Uur15} {
		got["ages_20_to_15."+strconv.Itoa(i)] = h.In(month).Value
	}
	return got, nil
}

func (b *bench) twoJobs(c *Case) (answers, error) {
	var in struct {
		One decimal.Decimal `json:"job1_month"`
		Two decimal.Decimal `json:"job2_month"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	both, err := b.engine.Loonheffing(c.year(), bornYounger, in.One.Add(in.Two))
	if err != nil {
		return nil, err
	}
	one, err := b.engine.Loonheffing(c.year(), bornYounger, in.One)
	return answers{"correct_total_on_3000": both.WithCredit, "withheld_on_2000": one.WithCredit}, err
}

func (b *bench) profit(c *Case) (answers, error) {
	var in struct {
		Profit    decimal.Decimal `json:"profit"`
		HoursTest bool            `json:"hours_test"`
		Starter   bool            `json:"starter"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	h := household(c.year(), adult)
	h.Adults[0].Profit = &budget.Profit{PerYear: budget.Known(in.Profit), HoursTest: in.HoursTest, Starter: in.Starter}
	r, err := ask(b.engine, h)
	if err != nil {
		return nil, err
	}
	taxable := r.step(budget.Winst, "winst.belastbaar")
	return answers{
		"taxable_profit": taxable,
		"mkb_exemption":  in.Profit.Sub(r.step(budget.Winst, "winst.ondernemersaftrek")).Sub(taxable),
	}, nil
}

// specialRate is what the pay slip withholds from holiday pay at a year wage.
func (b *bench) specialRate(c *Case) (answers, error) {
	var in struct {
		Wage    decimal.Decimal `json:"year_wage"`
		Group   string          `json:"group"`
		Credit  *bool           `json:"credit"`
		Pay     decimal.Decimal `json:"special_pay"`
		Percent decimal.Decimal `json:"percent"`
		Table   string          `json:"table"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	if in.Table == "green" {
		rate, err := b.engine.BijzonderTariefUitkering(c.year(), household(c.year(), adult).Adults[0].Born, in.Wage)
		return answers{"percent": rate.Mul(hundred)}, err
	}
	month := in.Wage.DivRound(decimal.NewFromInt(13), 0)
	if in.Pay.Sign() > 0 { // the wage is not told: one in the row of this percentage
		month = decimal.NewFromInt(5_730)
	} else {
		in.Pay = in.Wage.Sub(month.Mul(twelve))
	}
	slip := func(credit bool) (budget.Loonstrook, error) {
		h := household(c.year(), adult)
		if in.Group == "aow_1946_or_later" {
			h.Adults[0].Born = bornAOW
		}
		withHolidayPay(&h.Adults[0], month, in.Pay)
		h.Adults[0].Jobs[0].PayrollCredit = credit
		return b.engine.Loonstrook(h, "", "")
	}
	with, err := slip(true)
	if err != nil {
		return nil, err
	}
	without, err := slip(false)
	if err != nil {
		return nil, err
	}
	rate, standard := with.VakantiegeldTarief.Mul(hundred), without.VakantiegeldTarief.Mul(hundred)
	got := answers{"with_credit": rate, "without_credit": standard, "standard": standard, "offset": rate.Sub(standard), "percent": rate}
	if in.Credit != nil && !*in.Credit {
		got["percent"] = standard
	}
	if in.Percent.Sign() > 0 {
		if !rate.Equal(in.Percent) {
			return nil, fmt.Errorf("the row has %s percent", rate)
		}
		got["tax"] = with.VakantiegeldHeffing
	}
	return got, nil
}

// withHolidayPay gives an adult a job of this wage a month, with this holiday pay a year on top.
func withHolidayPay(a *budget.Adult, month, holiday decimal.Decimal) {
	year := month.Mul(twelve)
	earning(a, year)
	a.Jobs[0].HolidayAllowancePercent = budget.Known(holiday.Mul(hundred).DivRound(year, 10))
}
