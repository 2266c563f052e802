package vm

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// aheadMonths is how far the timeline looks: a year, and the turn of the year behind it.
const aheadMonths = 14

// birthdayMonths is how far a great birthday is named: "Bijna 18" wants time.
const birthdayMonths = 24

// ahead is the page "Straks": what happens in the coming months, what a birthday changes, and what if.
func (t *Talk) ahead() (left, right []Section) {
	if t.outcome == nil {
		return []Section{{ID: "straks", Icon: "calendar-days", Title: t.say("straks"), Rows: []Row{shown("straks.leeg", t.say("binnen.leeg"), "")}}}, nil
	}
	left = t.timeline()
	if s, ok := t.yearsAhead(); ok {
		left = append(left, s)
	}
	right = append(t.greatBirthdays(), t.turns()...)
	return left, right
}

func (t *Talk) thisMonth() budget.YearMonth {
	return budget.YearMonth{Year: t.Today.Year(), Month: int(t.Today.Month())}
}

// timeline names what happens, month by month, and what comes in without and with the turns of life.
func (t *Talk) timeline() []Section {
	events := Section{ID: "straks.tijd", Icon: "calendar-days", Title: t.say("straks"), Intro: t.say("straks.wat")}
	s := Section{ID: "straks.geld", Icon: "coins", Title: t.say("straks.geld"), Intro: t.say("straks.uitleg", i18n.Args{"jaar": t.household().Year})}
	months, err := t.Engine.Vooruit(t.household(), t.thisMonth(), aheadMonths, t.doc.Events)
	if err != nil {
		s.Intro = t.say("weten_niet")
		return []Section{s}
	}
	turned := len(t.doc.Events) > 0
	s.Table = &Table{Head: []string{t.say("straks.maand"), t.say("straks.komt")}}
	if turned {
		s.Table.Head = []string{t.say("straks.maand"), t.say("straks.zonder"), t.say("straks.met")}
	}
	for i := range months {
		m := &months[i]
		cells := []string{monthInWords(m.Month), t.amountOr(m.Before)}
		var shades []Shade
		if turned {
			cells = append(cells, t.amountOr(m.After))
			if after, known := m.After.Get(); known && after.LessThan(m.Before.Or(decimal.Zero)) {
				shades = []Shade{NoShade, NoShade, WarnShade}
			}
		}
		s.Table.Rows = append(s.Table.Rows, TableRow{Cells: cells, Shades: shades})
		if row, ok := t.monthRow(m); ok {
			events.Rows = append(events.Rows, row)
		}
	}
	return []Section{events, s}
}

func (t *Talk) amountOr(a budget.Amount) string {
	if d, known := a.Get(); known {
		return i18n.WholeEuro(d.Floor())
	}
	return t.say("streepje")
}

// monthRow says what happens in a month.
func (t *Talk) monthRow(m *budget.MaandVooruit) (Row, bool) {
	var notes []string
	for _, w := range m.Wendingen {
		notes = append(notes, t.Words.T("wending."+string(w.Kind))+".")
	}
	for i := range m.Events {
		notes = append(notes, t.eventSentence(&m.Events[i]))
	}
	if len(notes) == 0 {
		return Row{}, false
	}
	return Row{ID: "straks." + m.Month.String(), Label: monthInWords(m.Month), Space: ShortSpace, Note: strings.Join(notes, "\n"),
		Fields: []Field{{Kind: ShownValue}}}, true
}

func (t *Talk) eventSentence(g *budget.Gebeurtenis) string {
	return t.Words.T("gebeurtenis."+g.Key, i18n.Args{"naam": t.nameOfID(g.Who)})
}

// nameOfID is how an adult, a child or a scheme is called.
func (t *Talk) nameOfID(id string) string {
	h := t.household()
	for i := range h.Adults {
		if h.Adults[i].ID == id {
			return t.nameOf(i)
		}
	}
	for i := range h.Children {
		if h.Children[i].ID == id {
			return t.childName(i)
		}
	}
	for i := range h.LocalSchemes {
		if h.LocalSchemes[i].ID == id {
			return h.LocalSchemes[i].Name
		}
	}
	return t.say("kind.nieuw")
}

// greatBirthdays are those of 12, 16 and 18, with the amounts before and after and what to arrange.
func (t *Talk) greatBirthdays() []Section {
	all, err := t.Engine.GroteVerjaardagen(t.household(), t.thisMonth(), birthdayMonths)
	if err != nil {
		return []Section{{ID: "straks.verjaardag", Icon: "star", Title: t.say("verjaardag"), Intro: t.say("weten_niet")}}
	}
	var out []Section
	for i := range all {
		g := &all[i]
		s := Section{ID: fmt.Sprintf("straks.verjaardag[%d]", i), Icon: "star",
			Title: t.say(fmt.Sprintf("verjaardag.%d", g.Age), i18n.Args{"naam": t.nameOfID(g.Child)}),
			Intro: t.say("verjaardag.wanneer", i18n.Args{"maand": monthInWords(g.Month)})}
		s.Rows = t.changeRows(s.ID, &g.Overgang)
		s.Rows = append(s.Rows, t.todo(s.ID, fmt.Sprintf("verjaardag.doen.%d", g.Age))...)
		out = append(out, s)
	}
	return out
}

// changeRows are what an event changes a month, the largest first, and the sum.
func (t *Talk) changeRows(id string, o *budget.Overgang) []Row {
	var rows []Row
	for _, c := range o.Changes {
		if perMonth := plan.RoundLine(twelfth(c.PerYear)); !perMonth.IsZero() {
			row := shown(id+"."+c.Component.String(), t.Words.T("onderdeel."+c.Component.String()), t.signed(perMonth))
			row.Note = t.say("straks.van_naar", i18n.Args{"van": t.outcomeText(c.Before), "naar": t.outcomeText(c.After)})
			rows = append(rows, row)
		}
	}
	if !o.Known {
		return append(rows, shown(id+".onbekend", t.say("straks.samen"), t.say("weten_niet")))
	}
	d := plan.RoundDifference(twelfth(o.PerYear))
	return append(rows, strong(shown(id+".samen", t.say("straks.samen"), t.say(differenceOf[d.Direction], i18n.Args{"bedrag": i18n.EuroWords(d.PerMonth)}))))
}

var differenceOf = map[plan.Direction]string{plan.Equal: "straks.evenveel", plan.Gain: "straks.meer", plan.Loss: "straks.minder"}

func (t *Talk) outcomeText(o budget.Outcome) string {
	if o.State == budget.Unknown {
		return t.say("streepje")
	}
	return i18n.WholeEuro(plan.RoundLine(twelfth(o.PerYear.Abs())))
}

func (t *Talk) signed(d decimal.Decimal) string {
	if d.IsNegative() {
		return "−" + i18n.WholeEuro(d.Neg())
	}
	return "+" + i18n.WholeEuro(d)
}

// todo are the things to arrange: sentences id.1, id.2 and on, as many as the catalogue has, each on its own line.
func (t *Talk) todo(id, sentences string) []Row {
	var lines []string
	for n := 1; t.Words.Has(fmt.Sprintf("scherm.%s.%d", sentences, n)); n++ {
		lines = append(lines, t.say(fmt.Sprintf("%s.%d", sentences, n)))
	}
	if len(lines) == 0 {
		return nil
	}
	return []Row{{ID: id + ".doen", Label: t.say("straks.doen"), Note: strings.Join(lines, "\n"), Fields: []Field{{Kind: ShownValue}}}}
}

// turns are the turns of life that the family wants to look at: "Wat als".
func (t *Talk) turns() []Section {
	add := Section{ID: "straks.wat_als", Icon: "circle-help", Title: t.say("wat_als"), Intro: t.say("wat_als.uitleg")}
	var out []Section
	possible := budget.Wendingen(t.household())
	add.Actions = []Action{t.action("events.add", "wat_als.erbij", "plus", func() {
		kind := budget.Baby
		if len(possible) > 0 {
			kind = possible[0]
		}
		t.doc.Events = append(t.doc.Events, budget.Wending{Kind: kind, Month: budget.YearMonth{Year: t.thisMonth().Year + 1, Month: 1}})
	})}
	out = append(out, add)
	for i := range t.doc.Events {
		out = append(out, t.oneTurn(i, possible))
	}
	return out
}

// oneTurn is one turn of life: what, when, how much, and what it changes.
func (t *Talk) oneTurn(i int, possible []budget.WendingKind) Section {
	w := &t.doc.Events[i]
	id := fmt.Sprintf("events[%d]", i)
	s := Section{ID: id, Icon: "footprints", Title: t.Words.T("wending." + string(w.Kind))}
	kinds := possible
	if !slices.Contains(kinds, w.Kind) {
		kinds = append(slices.Clone(kinds), w.Kind)
	}
	t.bind(id+".kind", func(chosen string) { *w = budget.Wending{Kind: budget.WendingKind(chosen), Month: w.Month} })
	choice := make([]Option, len(kinds))
	for k, kind := range kinds {
		choice[k] = Option{ID: string(kind), Label: t.Words.T("wending." + string(kind))}
	}
	s.Rows = []Row{
		{ID: id + ".kind", Label: t.say("wat_als.wat"), Fields: []Field{{ID: id + ".kind", Kind: SelectField, Width: Wide, Value: string(w.Kind), Options: choice}}},
		{ID: id + ".month", Label: t.say("wat_als.wanneer"), Fields: t.bornFields(id+".month", &w.Month)},
	}
	if who := t.whoOptions(w.Kind); len(who) > 1 {
		if w.Who == "" {
			w.Who = who[len(who)-1].ID
		}
		t.bind(id+".who", func(chosen string) { w.Who = chosen })
		s.Rows = append(s.Rows, Row{ID: id + ".who", Label: t.say("wat_als.wie"), Fields: []Field{{ID: id + ".who", Kind: SelectField, Value: w.Who, Options: who}}})
	}
	if w.Kind == budget.PartnerWeg && len(t.household().Children) > 0 {
		s.Rows = append(s.Rows, Row{ID: id + ".kids", Label: t.say("wat_als.kinderen"), Space: AboveSpace,
			Fields: []Field{selectField(t, id+".kids", "wat_als.kinderen", &w.Kids, budget.KidsStays())}})
		s.Rows[len(s.Rows)-1].Fields[0].Width = Wide
	}
	if w.Kind.HasAmount() {
		r := t.amountRow(id+".amount", "wat_als.bedrag."+string(w.Kind), &w.Amount, "maand", "")
		r.Space = AboveSpace
		s.Rows = append(s.Rows, r)
	}
	if o, ok := t.Engine.OvergangNa(t.household(), *w); ok && !w.Month.IsZero() {
		s.Rows = append(s.Rows, t.changeRows(id, &o)...)
	} else if w.Kind == budget.PartnerWeg && w.Kids == budget.KidsShared {
		s.Rows = append(s.Rows, shown(id+".beide", t.say("wat_als.beide"), ""))
	} else {
		s.Rows = append(s.Rows, shown(id+".nog", t.say("wat_als.nog"), ""))
	}
	s.Rows = append(s.Rows, t.todo(id, "wending.doen."+string(w.Kind))...)
	s.Actions = []Action{t.action(id+".remove", "wat_als.weg", "x", func() {
		t.doc.Events = slices.Delete(t.doc.Events, i, i+1)
		t.forgetRow(id)
	})}
	return s
}

// whoOptions are whom a turn of life can happen to.
func (t *Talk) whoOptions(k budget.WendingKind) []Option {
	h := t.household()
	var who []Option
	switch k {
	case budget.PartnerWeg, budget.PartnerOverlijdt, budget.BaanStopt, budget.Ziek:
		for i := range h.Adults {
			if k != budget.BaanStopt && k != budget.Ziek || len(h.Adults[i].Jobs) > 0 {
				who = append(who, Option{ID: h.Adults[i].ID, Label: t.nameOf(i)})
			}
		}
	case budget.KindUitHuis:
		for i := range h.Children {
			who = append(who, Option{ID: h.Children[i].ID, Label: t.childName(i)})
		}
	}
	return who
}
