package vm

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// monthParts are the columns of the first months: components that come and go together.
var monthParts = []struct {
	id         string
	components []budget.Component
}{
	{"loon", append(slices.Clone(earned), budget.Kinderopvangkosten, budget.Reiskosten)},
	{"bijstand", []budget.Component{budget.Bijstand}},
	{"toeslagen", given[1:]},
}

// firstMonths is the page with the twelve months after the change, and the list of whom to tell what.
func (t *Talk) firstMonths() (left, right []Section) {
	s := Section{ID: "maanden", Icon: "calendar-days", Title: t.say("maanden")}
	if t.outcome == nil || len(t.hours.sims) == 0 || t.hours.sims[0] == nil || t.hours.sims[0].First == nil {
		s.Intro = t.say("maanden.geen")
		if t.outcome == nil || t.hours.curve == nil || len(t.whatIsMissing()) > 0 {
			s.Intro = t.unknownWork()
		}
		return []Section{s}, nil
	}
	y := t.hours.sims[0]
	s.Intro = t.say("maanden.uitleg", i18n.Args{"naam": t.scenarioName(0), "maand": monthName(&y.First.Months[0])})
	s.Table = t.monthTable(y.First)
	if y.First.SameRules {
		s.Rows = append(s.Rows, sentence("maanden.regels", t.say("maanden.regels", i18n.Args{"jaar": t.household().Year})))
	}
	s.Rows = append(s.Rows, sentence("maanden.aanname", t.say("maanden.aanname")))
	return []Section{t.whatHappens(y.First), s}, []Section{t.setApart(y.First), t.reportList(y)}
}

// sentence is a row with words only.
func sentence(id, words string) Row {
	return Row{ID: id, Label: words, Fields: []Field{{Kind: ShownValue}}}
}

func monthName(m *budget.FirstMonth) string {
	return i18n.MonthYear(time.Date(m.Year, time.Month(m.Month), 1, 0, 0, 0, 0, time.UTC))
}

// monthTable is what comes in each month, in columns that occur. Whole euros of every cell; the sum is rounded by itself.
func (t *Talk) monthTable(f *budget.FirstMonths) *Table {
	table := Table{Head: []string{t.say("maanden.maand")}}
	var used []int
	for k, part := range monthParts {
		for i := range f.Months {
			if !monthSum(&f.Months[i].MonthCash, part.components).IsZero() {
				used = append(used, k)
				table.Head = append(table.Head, t.say("maanden."+part.id))
				break
			}
		}
	}
	table.Head = append(table.Head, t.say("maanden.samen"), t.say("maanden.nu"))
	for i := range f.Months {
		m := &f.Months[i]
		row := TableRow{Cells: []string{monthName(m)}, Shades: []Shade{NoShade}}
		for _, k := range used {
			row.Cells = append(row.Cells, i18n.WholeEuro(monthSum(&m.MonthCash, monthParts[k].components).Round(0)))
			row.Shades = append(row.Shades, NoShade)
		}
		shade := NoShade
		if m.Total.LessThan(m.Before) {
			shade = WarnShade
		}
		row.Cells = append(row.Cells, i18n.WholeEuro(m.Total.Round(0)), i18n.WholeEuro(m.Before.Round(0)))
		row.Shades = append(row.Shades, shade, NoShade)
		table.Rows = append(table.Rows, row)
	}
	return &table
}

func monthSum(m *budget.MonthCash, components []budget.Component) decimal.Decimal {
	sum := decimal.Zero
	for _, c := range components {
		sum = sum.Add(m.Components[c])
	}
	return sum
}

// whatHappens names what is special in each month, in sentences.
func (t *Talk) whatHappens(f *budget.FirstMonths) Section {
	s := Section{ID: "maanden.gebeurt", Icon: "clock", Title: t.say("maanden.gebeurt")}
	for i := range f.Months {
		m := &f.Months[i]
		var words []string
		for _, g := range m.Events {
			if g.Key == budget.EventKinderbijslag || g.Key == budget.EventJuly {
				continue // every quarter and every year: it stands in the table
			}
			words = append(words, t.Words.T("gebeurtenis."+g.Key, i18n.Args{"naam": t.eventName(&g)}))
		}
		if len(words) == 0 {
			continue
		}
		s.Rows = append(s.Rows, Row{ID: fmt.Sprintf("maanden.gebeurt.%d", i), Label: monthName(m), Note: strings.Join(words, " "),
			Fields: []Field{{Kind: ShownValue}}})
	}
	return s
}

// eventName is the person or the scheme of an event.
func (t *Talk) eventName(g *budget.Gebeurtenis) string {
	h := t.household()
	for i := range h.Adults {
		if h.Adults[i].ID == g.Who {
			return t.nameOf(i)
		}
	}
	for i := range h.Children {
		if h.Children[i].ID == g.Who {
			return t.childName(i)
		}
	}
	for _, l := range h.LocalSchemes {
		if l.ID == g.Who {
			return l.Name
		}
	}
	return ""
}

// setApart says what has to be paid back when nobody is told.
func (t *Talk) setApart(f *budget.FirstMonths) Section {
	s := Section{ID: "maanden.apart", Icon: "piggy-bank", Title: t.say("apart")}
	if !f.Total.IsPositive() {
		s.Intro = t.say("apart.niets")
		return s
	}
	s.Intro = t.say("apart.uitleg", i18n.Args{"bedrag": i18n.EuroWords(f.PerMonth())})
	for c, d := range f.PayBack {
		if d.IsPositive() {
			id := budget.Component(c).String()
			s.Rows = append(s.Rows, shown("apart."+id, t.Words.T("onderdeel."+id), i18n.WholeEuro(d.Ceil())))
		}
	}
	s.Rows = append(s.Rows, strong(shown("apart.samen", t.say("apart.samen"), i18n.WholeEuro(plan.RoundPayBack(f.Total)))))
	return s
}

// reportList says whom to tell what, and before which day.
func (t *Talk) reportList(y *plan.Simulated) Section {
	s := Section{ID: "melden", Icon: "mail", Title: t.say("melden"), Intro: t.say("melden.uitleg")}
	for _, r := range y.Reports {
		row := Row{ID: "melden." + r.Key, Label: t.Words.T("melden." + r.Key), Fields: []Field{{Kind: ShownValue}}}
		if date, ok := r.Day.Date(); ok {
			id := "melden.voor"
			if r.Latest {
				id = "melden.uiterlijk"
			}
			row.Note = t.say(id, i18n.Args{"dag": i18n.Date(date)})
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}
