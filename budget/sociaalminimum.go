package budget

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// SociaalMinimum is the bijstand norm of a household through the year, as municipalities hold incomes against it, whether or not
// the household asks for bijstand.
type SociaalMinimum struct {
	State   State
	Reason  Reason
	Periods []NormPeriod
}

// NormPeriod is a stretch of months with one norm, euro a month net, holiday allowance included.
type NormPeriod struct {
	From, Months int
	Norm         decimal.Decimal
	NormAlone    decimal.Decimal // as if nobody shared the costs, as most municipal schemes take it
	Holiday      decimal.Decimal // share of the norm that is holiday allowance
	Steps        []Step
}

// Percent is a percentage of the norm with its holiday allowance, half a cent up.
func (p *NormPeriod) Percent(percent int) decimal.Decimal { return percentOf(p.Norm, percent) }

// PercentWithoutHoliday is a percentage of the norm without its holiday allowance, half a cent up.
func (p *NormPeriod) PercentWithoutHoliday(percent int) decimal.Decimal {
	return percentOf(p.Norm.Mul(one.Sub(p.Holiday)), percent)
}

// Alone is the same period as if nobody shared the costs.
func (p *NormPeriod) Alone() *NormPeriod {
	alone := *p
	alone.Norm, alone.Steps = p.NormAlone, nil
	return &alone
}

func percentOf(norm decimal.Decimal, percent int) decimal.Decimal {
	return Cent(norm.Mul(decimal.New(int64(percent), -2)))
}

// SociaalMinimum gives the dated norms of a household (Pw art. 20 to 22a). Months with an adult under 18 have none.
func (e *Engine) SociaalMinimum(h *Household) (*SociaalMinimum, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	if reason := outside(set, h); reason != "" {
		return &SociaalMinimum{State: Unknown, Reason: reason}, nil
	}
	if len(set.MissingIn("bijstand")) > 0 {
		return &SociaalMinimum{State: Unknown, Reason: ReasonNoFigures}, nil
	}
	m := &SociaalMinimum{State: None, Reason: ReasonTooYoung}
	f := gather(nil, set, h)
	for _, r := range runs(f.normMonth) {
		if r.situation.minor {
			continue
		}
		s := &Sheet{section: &Section{}}
		p := NormPeriod{From: r.first, Months: r.months}
		p.Norm = f.norm(s, r.first, r.months, r.situation, r.situation.sharers)
		p.NormAlone = f.norm(nil, r.first, r.months, r.situation, 0)
		p.Holiday = s.use(&set.Bijstand.Vakantietoeslag)
		p.Steps = s.section.Steps
		m.Periods = append(m.Periods, p)
		m.State, m.Reason = HasAmount, ""
	}
	return m, nil
}

// normMonth is the situation of a month as far as the norm depends on it.
func (f *facts) normMonth(month int) bijstandMonth {
	m := f.bijstandMonth(month)
	m.exempt, m.tooRich = false, false
	return m
}
