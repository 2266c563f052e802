package command

import (
	"fmt"
	"strconv"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// monthColumns are the columns of the twelve months: components that come and go together.
var monthColumns = []struct {
	id    string
	parts []budget.Component
}{
	{"werk", []budget.Component{budget.Loon, budget.Uitkering, budget.Winst, budget.Pensioenpremie, budget.Inkomstenbelasting, budget.Zvw}},
	{"bijstand", []budget.Component{budget.Bijstand}},
	{"kinderbijslag", []budget.Component{budget.Kinderbijslag}},
	{"toeslagen", []budget.Component{budget.Zorgtoeslag, budget.Huurtoeslag, budget.KindgebondenBudget, budget.Kinderopvangtoeslag, budget.Lokaal}},
	{"kosten", []budget.Component{budget.Kinderopvangkosten, budget.Reiskosten}},
}

// printMonths prints when the money of the year comes in, and what the months leave to the tax return or the final award.
func (s *session) printMonths(h *budget.Household) {
	cash, err := s.engine.Months(h)
	if err != nil {
		fmt.Fprintf(&s.out, "\n%s\n", s.words.T("opdracht.maanden_onbekend"))
		return
	}
	fmt.Fprintf(&s.out, "\n%s\n\n", s.words.T("opdracht.maanden_kop"))
	t := table{right: []bool{false, true, true, true, true, true, true}}
	heads := []string{""}
	for _, c := range monthColumns {
		heads = append(heads, s.words.T("opdracht.maanden_"+c.id))
	}
	t.add(append(heads, s.words.T("opdracht.maanden_samen"))...)
	for m := range cash.Months {
		month := &cash.Months[m]
		cells := []string{s.words.T("maandnaam." + strconv.Itoa(m+1))}
		for _, c := range monthColumns {
			sum := decimal.Zero
			for _, part := range c.parts {
				sum = sum.Add(month.Components[part])
			}
			cells = append(cells, i18n.Euro(sum))
		}
		t.add(append(cells, i18n.Euro(month.Total))...)
	}
	t.write(&s.out)
	fmt.Fprintln(&s.out)
	later := table{right: []bool{false, true, false}}
	for _, l := range cash.Later {
		later.add(s.words.T("onderdeel."+l.Component.String()), i18n.Euro(l.PerYear), s.words.T("maand."+l.Key))
	}
	later.write(&s.out)
}

// printSlips prints the pay slip of every job, to lay beside the real one.
func (s *session) printSlips(h *budget.Household) {
	who := names(h)
	for _, a := range h.Adults {
		for _, j := range a.Jobs {
			slip, err := s.engine.Loonstrook(h, a.ID, j.ID)
			if err != nil {
				fmt.Fprintf(&s.out, "\n%s\n", s.words.T("opdracht.strook_onbekend", i18n.Args{"wie": who(a.ID)}))
				continue
			}
			fmt.Fprintf(&s.out, "\n%s\n", s.words.T("opdracht.strook_kop", i18n.Args{"wie": who(a.ID), "baan": j.ID}))
			t := table{right: []bool{false, true}}
			row := func(id string, d decimal.Decimal) { t.add("  "+s.words.T("opdracht.strook_"+id), i18n.Euro(d)) }
			row("bruto", slip.Bruto)
			row("pensioen", slip.Pensioen.Neg())
			row("loonheffing", slip.Loonheffing.Neg())
			row("netto", slip.Netto)
			row("vakantiegeld", slip.Vakantiegeld)
			row("vakantiegeld_netto", slip.VakantiegeldNetto)
			t.write(&s.out)
		}
	}
}

// printHundreds prints, for every stretch of eight hours, where each 100 euro goes that is earned more.
func (s *session) printHundreds(c *budget.Curve) {
	stretch := decimal.NewFromInt(8)
	from := &c.Points[0]
	for i := range c.Points {
		to := &c.Points[i]
		if to.Hours.Sub(from.Hours).LessThan(stretch) {
			continue
		}
		s.printHundred(from, to)
		from = to
	}
}

func (s *session) printHundred(from, to *budget.Point) {
	parts, left := budget.OfEachHundred(&from.Result, &to.Result)
	if len(parts) == 0 && left.IsZero() {
		return // nothing more is earned
	}
	fmt.Fprintf(&s.out, "\n%s\n", s.words.T("opdracht.honderd", i18n.Args{"van": i18n.Hours(from.Hours), "tot": i18n.Hours(to.Hours)}))
	t := table{right: []bool{false, true}}
	for _, p := range parts {
		t.add("  "+s.words.T("onderdeel."+p.Component.String()), i18n.Euro(p.PerYear))
	}
	t.add("  "+s.words.T("opdracht.honderd_over"), i18n.Euro(left))
	t.write(&s.out)
}
