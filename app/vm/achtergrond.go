package vm

import (
	"fmt"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
)

// background is the page of the helper with the social minimum and the poverty lines: never for the family, never on paper.
func (t *Talk) background() (left, right []Section) {
	left = []Section{t.socialMinimum()}
	if s, ok := t.withoutHoliday(); ok {
		left = append(left, s)
	}
	return left, []Section{t.povertyLines(), t.totals()}
}

// minimumPercents are the percentages of the norm that municipalities use.
var minimumPercents = []int{100, 110, 120, 130, 140, 150}

// socialMinimum is the norm of each half-year and the income of the family beside it.
func (t *Talk) socialMinimum() Section {
	s := Section{ID: "minimum", Icon: "scale", Title: t.say("minimum"), Intro: t.say("minimum.uitleg")}
	m, err := t.minimum()
	if err != nil || m.State != budget.HasAmount {
		s.Rows = []Row{shown("minimum.onbekend", t.say("weten_niet"), "")}
		return s
	}
	s.Table = t.minimumTable(m, (*budget.NormPeriod).Percent)
	if check := t.check(); check != nil {
		if ratio, known := check.Ratio.Get(); known {
			r := shown("minimum.nu", t.say("minimum.nu"), t.say("procent", i18n.Args{"getal": i18n.Hours(ratio.Shift(2).Round(0))}))
			r.Note = t.say("minimum.nu.noot")
			s.Rows = append(s.Rows, r)
		}
	}
	s.Rows = append(s.Rows, shown("minimum.koppeling", t.say("minimum.koppeling"), ""))
	return s
}

// withoutHoliday is the same table without holiday allowance, as some municipalities use it.
func (t *Talk) withoutHoliday() (Section, bool) {
	m, err := t.minimum()
	if err != nil || m.State != budget.HasAmount {
		return Section{}, false
	}
	return Section{ID: "minimum.zonder", Icon: "scale", Title: t.say("minimum.zonder"), Intro: t.say("minimum.zonder.uitleg"),
		Table: t.minimumTable(m, (*budget.NormPeriod).PercentWithoutHoliday)}, true
}

// minimumTable is a row for each percentage and a column for each stretch of the year.
func (t *Talk) minimumTable(m *budget.SociaalMinimum, of func(*budget.NormPeriod, int) decimal.Decimal) *Table {
	table := &Table{Head: []string{t.say("minimum.deel")}}
	for i := range m.Periods {
		table.Head = append(table.Head, t.say("minimum.met", i18n.Args{"maand": t.say(fmt.Sprintf("maand.%d", m.Periods[i].From))}))
	}
	for _, percent := range minimumPercents {
		row := TableRow{Cells: []string{t.say("procent", i18n.Args{"getal": percent})}, Strong: percent == minimumPercents[0]}
		for i := range m.Periods {
			row.Cells = append(row.Cells, i18n.Euro(of(m.Periods[i].Alone(), percent)))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func (t *Talk) minimum() (*budget.SociaalMinimum, error) {
	if len(t.faults) > 0 {
		return &budget.SociaalMinimum{State: budget.Unknown}, nil
	}
	return t.Engine.SociaalMinimum(t.household())
}

// povertyLines are published lines for just this kind of household, each with its year.
func (t *Talk) povertyLines() Section {
	s := Section{ID: "armoede", Icon: "info", Title: t.say("armoede"), Intro: t.say("armoede.uitleg")}
	if len(t.faults) > 0 {
		return s
	}
	lines, err := t.Engine.Armoedegrenzen(t.household())
	if err != nil {
		return s
	}
	for i := range lines.Lines {
		l := &lines.Lines[i]
		r := shown(fmt.Sprintf("armoede[%d]", i), l.Param.Label, t.perMonth(l.PerMonth))
		r.Note = t.say("armoede.bron", i18n.Args{"jaar": l.Year, "bron": l.Param.Source.Title})
		s.Rows = append(s.Rows, r)
	}
	if len(lines.Lines) == 0 {
		s.Rows = append(s.Rows, shown("armoede.geen", t.Words.T("reden."+string(budget.ReasonNoLine)), ""))
	}
	europe := shown("armoede.europa", t.say("armoede.europa"), t.say("onbekend"))
	europe.Note = t.say("armoede.europa.noot")
	s.Rows = append(s.Rows, europe)
	return s
}

// totals asks whether this talk may be counted, without names.
func (t *Talk) totals() Section {
	s := Section{ID: "totalen", Icon: "list-checks", Title: t.say("totalen"), Intro: t.say("totalen.uitleg")}
	counts := t.doc.Consent != nil && t.doc.Consent.Totals
	s.Rows = []Row{t.yesNoRow("consent.totals", "totalen.vraag", counts, func(v bool) {
		if t.doc.Consent == nil {
			t.doc.Consent = &store.Consent{}
		}
		t.doc.Consent.Totals = v
	}, "")}
	s.Rows[0].Note = t.say("totalen.noot")
	s.Actions = []Action{t.action("totalen.maken", "totalen.maken", "list-checks", t.MakeTotals)}
	return s
}
