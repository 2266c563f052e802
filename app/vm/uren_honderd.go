package vm

import (
	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// hundredStep is how many hours a week more one row of the table of each hundred euro covers.
var hundredStep = decimal.NewFromInt(4)

// takers are who takes a part of each extra hundred euro, or adds to it.
var takers = []struct {
	id         string
	components []budget.Component
}{
	{"belasting", []budget.Component{budget.Inkomstenbelasting, budget.Zvw, budget.Pensioenpremie}},
	{"bijstand", []budget.Component{budget.Bijstand}},
	{"toeslagen", []budget.Component{budget.Huurtoeslag, budget.Zorgtoeslag, budget.KindgebondenBudget, budget.Kinderbijslag}},
	{"opvang", []budget.Component{budget.Kinderopvangtoeslag, budget.Kinderopvangkosten}},
	{"lokaal", []budget.Component{budget.Lokaal}},
	{"reizen", []budget.Component{budget.Reiskosten}},
}

// eachHundred is the page for the helper: where each extra hundred euro of gross earnings goes, per stretch of hours.
func (t *Talk) eachHundred() (left, right []Section) {
	s := Section{ID: "honderd", Icon: "coins", Title: t.say("honderd.alle")}
	c := t.hours.curve
	if t.outcome == nil || c == nil {
		s.Intro = t.unknownWork()
		return []Section{s}, nil
	}
	s.Intro = t.say("honderd.uitleg")
	rows, used := t.hundreds()
	if len(rows) == 0 {
		s.Intro = t.unknownWork()
		return []Section{s}, nil
	}
	table := Table{Head: []string{t.say("honderd.uren")}}
	for k, taker := range takers {
		if used[k] {
			table.Head = append(table.Head, t.say("honderd."+taker.id))
		}
	}
	table.Head = append(table.Head, t.say("honderd.over"))
	for _, r := range rows {
		row := TableRow{Cells: []string{t.say("honderd.van_tot", i18n.Args{"van": i18n.Hours(r.from), "uren": i18n.Hours(r.to)})}, Shades: []Shade{NoShade}}
		for k := range takers {
			if used[k] {
				row.Cells = append(row.Cells, i18n.WholeEuro(r.parts[k]))
				row.Shades = append(row.Shades, NoShade)
			}
		}
		shade := NoShade
		if r.left.IsNegative() {
			shade = WarnShade
		}
		row.Cells, row.Shades = append(row.Cells, i18n.WholeEuro(r.left)), append(row.Shades, shade)
		table.Rows = append(table.Rows, row)
	}
	s.Table = &table
	s.Rows = []Row{sentence("honderd.teken", t.say("honderd.teken"))}
	band := Section{ID: "druk", Icon: "scale", Title: t.say("druk"), Intro: t.say("druk.uitleg"), Chart: &Chart{Height: 150, Draw: t.pressureChart}}
	return []Section{t.hundredToThen(), s, band}, nil
}

// hundredToThen says where each extra hundred euro goes between the present hours and the mark, part by part.
func (t *Talk) hundredToThen() Section {
	m := &t.hours
	s := Section{ID: "honderd.dan", Icon: "coins", Title: t.say("honderd")}
	now, okNow := m.curve.Exact(t.hoursNow())
	then, okThen := m.curve.Exact(m.then)
	if !okNow || !okThen || !bothKnown(&now.Result, &then.Result) {
		s.Intro = t.unknownWork()
		return s
	}
	parts, _ := budget.OfEachHundred(&now.Result, &then.Result)
	if parts == nil {
		s.Intro = t.say("honderd.niet_meer")
		return s
	}
	s.Intro = t.say("honderd.dan", i18n.Args{"naam": t.nameIn(t.curveAdult()), "van": i18n.Hours(t.hoursNow()), "uren": i18n.Hours(m.then)})
	left := decimal.NewFromInt(100)
	for _, p := range parts {
		d := p.PerYear.Round(0) // what is left is what the rounded parts leave
		if d.IsZero() {
			continue
		}
		left = left.Add(d)
		id := "honderd.deel." + p.Component.String()
		s.Rows = append(s.Rows, shown(id, t.Words.T("onderdeel."+p.Component.String()), i18n.WholeEuro(d)))
	}
	s.Rows = append(s.Rows, strong(shown("honderd.over", t.say("honderd.over"), i18n.WholeEuro(left))))
	return s
}

// bothKnown tells whether what is left is known in both results.
func bothKnown(a, b *budget.Result) bool {
	_, knownA := a.Disposable()
	_, knownB := b.Disposable()
	return knownA && knownB
}

type hundred struct {
	from, to, left decimal.Decimal
	parts          []decimal.Decimal
}

// hundreds are the stretches of the curve; used tells which takers occur. A stretch with something unknown is left out.
func (t *Talk) hundreds() (rows []hundred, used []bool) {
	used = make([]bool, len(takers))
	for from := fromHours; from.LessThan(toHours); from = from.Add(hundredStep) {
		a, okA := t.hours.curve.Find(from)
		b, okB := t.hours.curve.Find(from.Add(hundredStep))
		if !okA || !okB || !bothKnown(&a.Result, &b.Result) {
			continue
		}
		parts, _ := budget.OfEachHundred(&a.Result, &b.Result)
		if parts == nil {
			continue
		}
		row := hundred{from: from, to: from.Add(hundredStep), left: decimal.NewFromInt(100), parts: make([]decimal.Decimal, len(takers))}
		for k, taker := range takers {
			for _, p := range parts {
				for _, c := range taker.components {
					if p.Component == c {
						row.parts[k] = row.parts[k].Add(p.PerYear)
					}
				}
			}
			row.parts[k] = row.parts[k].Round(0) // what is left is what the rounded parts leave
			row.left = row.left.Add(row.parts[k])
			used[k] = used[k] || !row.parts[k].IsZero()
		}
		rows = append(rows, row)
	}
	return rows, used
}
