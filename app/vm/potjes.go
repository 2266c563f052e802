package vm

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// word is a sentence of any area of the catalogue.
func (t *Talk) word(id string, args ...i18n.Args) string { return t.Words.T(id, args...) }

// budgetPart is the budget of the family, made when there is none yet.
func (t *Talk) budgetPart() *budget.OwnBudget {
	if t.doc.Budget == nil {
		t.doc.Budget = &budget.OwnBudget{}
	}
	return t.doc.Budget
}

// monthName is "maart 2027".
func (t *Talk) monthName(m budget.YearMonth) string {
	return t.say(fmt.Sprintf("maand.%d", m.Month)) + fmt.Sprintf(" %d", m.Year)
}

// euros asks for an amount, with words of any area.
func (t *Talk) euros(id, label string, a *budget.Amount, unit string) Row {
	f := t.amountField(id, a, i18n.ParseEuro, unit)
	return Row{ID: id, Label: t.word(label), Fields: []Field{f}, Hint: t.hintFor(id, i18n.ParseEuro)}
}

// potsForm is the page of the pots: what to set apart for bills that do not come every month, and the week money.
func (t *Talk) potsForm() (left, right []Section) {
	var own *budget.OwnBudget
	if t.doc.Budget != nil {
		own = t.doc.Budget
	}
	pots := own.PotsFrom(t.thisMonth())
	left = []Section{t.potsNow(pots), t.ownPots(pots)}
	right = []Section{t.weekMoney(pots), t.billPots(pots), t.appliances(pots)}
	return left, right
}

// potsNow says what to set apart this month, and of it what comes out of what is left.
func (t *Talk) potsNow(pots *budget.Pots) Section {
	all := pots.InLines.Add(pots.Extra)
	s := Section{ID: "potjes.nu", Icon: "piggy-bank", Title: t.word("potjes.titel"), Intro: t.word("potjes.geen")}
	if len(pots.Pots) == 0 {
		return s
	}
	s.Value = i18n.WholeEuro(all.Ceil())
	s.Intro = t.word("potjes.zin", i18n.Args{"bedrag": i18n.EuroWords(all.Ceil())})
	if all.IsZero() {
		s.Intro = t.word("potjes.zin.niets")
	}
	table := &Table{Head: []string{t.word("potjes.kop.potje"), t.word("potjes.kop.nog"), t.word("potjes.kop.maand")}}
	for _, p := range pots.Pots {
		if p.Known && p.Needed.IsPositive() {
			table.Rows = append(table.Rows, TableRow{Cells: []string{t.potName(&p), i18n.WholeEuro(p.Needed.Ceil()), i18n.WholeEuro(p.ThisMonth().Ceil())}})
		}
	}
	if len(table.Rows) > 0 {
		s.Table = table
	}
	s.Rows = t.extraRows(pots)
	return s
}

// extraRows says what pots take out of what is left, and when there is too little.
func (t *Talk) extraRows(pots *budget.Pots) []Row {
	if !pots.Extra.IsPositive() || t.overview == nil || !t.overview.InKnown {
		return nil
	}
	left, extra := t.leftInEuros(), pots.Extra.Ceil() // as they stand above, so that anybody can take one from the other
	r := shown("potjes.over", t.word("potjes.van_over"), i18n.WholeEuro(extra))
	switch {
	case left.LessThan(extra):
		r.Hint = t.word("potjes.te_veel", i18n.Args{"bedrag": i18n.EuroWords(decimal.Max(left, decimal.Zero))})
	default:
		r.Note = t.word("potjes.dan_over", i18n.Args{"bedrag": i18n.EuroWords(left.Sub(extra))})
	}
	return []Row{r}
}

func (t *Talk) potName(p *budget.PotPlan) string {
	switch {
	case p.Label != "":
		return p.Label
	case p.Line != "":
		return t.word("budget.regel." + string(p.Line))
	case p.Kind == budget.PotBuffer:
		return t.word("potjes.buffer")
	}
	return t.word("potjes.zonder_naam")
}

// billPots are the pots of the bills in the budget: they ask only what is in the pot already.
func (t *Talk) billPots(pots *budget.Pots) Section {
	s := Section{ID: "potjes.rekeningen", Icon: "calendar-days", Title: t.word("potjes.rekeningen"), Intro: t.word("potjes.rekeningen.uitleg")}
	for i := range pots.Pots {
		p := &pots.Pots[i]
		if p.Line == "" || p.Own >= 0 && t.doc.Budget.Pots[p.Own].Amount.IsKnown() {
			continue
		}
		s.Rows = append(s.Rows, t.billPot(p, fmt.Sprintf("budget.pots.%s.%d", p.Line, i)))
	}
	if len(s.Rows) == 0 {
		s.Intro = t.word("potjes.rekeningen.geen")
	}
	return s
}

func (t *Talk) billPot(p *budget.PotPlan, id string) Row {
	saved := budget.Amount{}
	if p.Own >= 0 {
		saved = t.doc.Budget.Pots[p.Own].Saved
	}
	f := t.amountField(id, &saved, i18n.ParseEuro, "")
	f.Unit, f.Width = t.word("potjes.erin"), Narrow
	if p.Steady {
		f.Placeholder = plainNumber(p.Saved.Floor())
	}
	read := t.bound[id]
	at, line, label := p.Own, p.Line, p.Label
	t.bind(id, func(text string) {
		read(text)
		own := t.budgetPart()
		if at < 0 {
			own.Pots = append(own.Pots, budget.Pot{Line: line, Label: label})
			at = len(own.Pots) - 1
		}
		own.Pots[at].Saved = saved
	})
	return Row{ID: id, Label: t.potName(p), Fields: []Field{f}, Note: t.potNote(p), Hint: t.hintFor(id, i18n.ParseEuro)}
}

// potNote says what a pot asks a month, and until when.
func (t *Talk) potNote(p *budget.PotPlan) string {
	args := i18n.Args{"bedrag": i18n.EuroWords(p.Amount.Ceil()), "maand": t.monthName(p.By), "deel": i18n.EuroWords(p.ThisMonth().Ceil())}
	switch {
	case !p.Known:
		return t.word("potjes.nog_niet")
	case p.Needed.IsZero():
		return t.word("potjes.vol", args)
	case len(p.Parts) == 0:
		return t.word("potjes.te_lang")
	case p.Steady:
		return t.word("potjes.elke_maand_zin", args)
	case len(p.Parts) == 1:
		return t.word("potjes.nu_nodig", args)
	}
	return t.Words.N("potjes.per_maand", len(p.Parts), args)
}

// ownPots are the pots of the family's own: a goal with a month, or a buffer.
func (t *Talk) ownPots(pots *budget.Pots) Section {
	s := Section{ID: "potjes.eigen", Icon: "star", Title: t.word("potjes.eigen"), Intro: t.word("potjes.eigen.uitleg")}
	for i := range pots.Pots {
		if p := &pots.Pots[i]; p.Own >= 0 && p.Rhythm == budget.Once && (p.Line == "" || t.doc.Budget.Pots[p.Own].Amount.IsKnown()) {
			s.Rows = append(s.Rows, t.ownPot(p)...)
		}
	}
	add := func(kind budget.PotKind) func() {
		return func() {
			own := t.budgetPart()
			own.Pots = append(own.Pots, budget.Pot{Kind: kind})
		}
	}
	s.Actions = []Action{t.action("budget.pots.add", "potje.erbij", "plus", add(budget.PotGoal))}
	if !slices.ContainsFunc(pots.Pots, func(p budget.PotPlan) bool { return p.Kind == budget.PotBuffer }) {
		s.Actions = append(s.Actions, t.action("budget.pots.addBuffer", "buffer.erbij", "plus", add(budget.PotBuffer)))
	}
	return s
}

func (t *Talk) ownPot(p *budget.PotPlan) []Row {
	at := p.Own
	o := &t.doc.Budget.Pots[at]
	id := fmt.Sprintf("budget.pots[%d]", at)
	remove := t.removeField(id+".remove", "potje.weg", func() { t.doc.Budget.Pots = slices.Delete(t.doc.Budget.Pots, at, at+1) })
	rows := []Row{{ID: id + ".label", Label: t.word("potjes.waarvoor"), Fields: []Field{t.textField(id+".label", &o.Label, ""), remove},
		Hint: t.faultAt(id + ".label")}}
	if o.Kind == budget.PotBuffer {
		rows[0] = Row{ID: id + ".label", Label: t.word("potjes.buffer"), Fields: []Field{{Kind: ShownValue}, remove}, Note: t.word("potjes.buffer.uitleg")}
	}
	rows = append(rows, t.euros(id+".amount", "potjes.hoeveel", &o.Amount, "euro"))
	if o.Kind == budget.PotBuffer {
		rows = append(rows, t.euros(id+".perMonth", "potjes.elke_maand", &o.PerMonth, "maand"))
	} else {
		rows = append(rows, Row{ID: id + ".by", Label: t.word("potjes.wanneer"), Fields: t.bornFields(id+".by", &o.By), Hint: t.faultAt(id + ".by")})
	}
	saved := t.euros(id+".saved", "potjes.al_gespaard", &o.Saved, "euro")
	saved.Note = t.potNote(p)
	return append(rows, saved)
}

// weekMoney is what is left a week for the household.
func (t *Talk) weekMoney(pots *budget.Pots) Section {
	s := Section{ID: "potjes.week", Icon: "shopping-cart", Title: t.word("potjes.week"), Intro: t.word("potjes.week.onbekend")}
	if t.overview == nil || !t.overview.InKnown {
		return s
	}
	w := budget.NewWeekMoney(t.overview, pots.Extra)
	s.Value = i18n.WholeEuro(w.PerWeek.Floor())
	s.Intro = t.word("potjes.week.zin", i18n.Args{"bedrag": i18n.EuroWords(w.PerWeek.Floor())})
	printed := w.Needs.Ceil()
	if w.Enough() { // what fits does not look higher than what there is
		printed = decimal.Min(printed, w.PerWeek.Floor())
	}
	needs := shown("potjes.week.nodig", t.word("potjes.week.nodig"), i18n.WholeEuro(printed))
	needs.Note = t.word("potjes.week.genoeg")
	if !w.Enough() {
		needs.Note, needs.Hint = "", t.word("potjes.week.te_weinig", i18n.Args{"bedrag": i18n.EuroWords(w.Needs.Sub(w.PerWeek).Ceil())})
	}
	s.Rows = []Row{needs}
	return s
}

// appliances is the list of things that will have to be replaced.
func (t *Talk) appliances(pots *budget.Pots) Section {
	s := Section{ID: "potjes.apparaten", Icon: "house", Title: t.word("potjes.apparaten"), Intro: t.word("potjes.apparaten.uitleg")}
	for i, a := range pots.Appliances {
		s.Rows = append(s.Rows, t.appliance(i, a)...)
	}
	if pots.AppliancesPerMonth.IsPositive() {
		s.Value = t.perMonth(pots.AppliancesPerMonth.Ceil())
		sum := strong(shown("potjes.apparaten.samen", t.word("potjes.apparaten.samen"), i18n.WholeEuro(pots.AppliancesPerMonth.Ceil())))
		sum.Note = t.word("potjes.apparaten.is_regel")
		if !pots.AppliancesAreBudget {
			sum.Note = t.word("potjes.apparaten.eigen_regel")
		}
		s.Rows = append(s.Rows, sum)
	}
	s.Actions = []Action{t.action("budget.appliances.add", "apparaat.erbij", "plus", func() {
		own := t.budgetPart()
		own.Appliances = append(own.Appliances, budget.Appliance{})
	})}
	return s
}

func (t *Talk) appliance(i int, plan budget.AppliancePlan) []Row {
	a := &t.doc.Budget.Appliances[i]
	id := fmt.Sprintf("budget.appliances[%d]", i)
	remove := t.removeField(id+".remove", "apparaat.weg", func() { t.doc.Budget.Appliances = slices.Delete(t.doc.Budget.Appliances, i, i+1) })
	years := t.amountField(id+".yearsLeft", &a.YearsLeft, i18n.ParseHours, "")
	years.Unit, years.Width = t.word("potjes.apparaat.jaar"), Narrow
	last := Row{ID: id + ".yearsLeft", Label: t.word("potjes.apparaat.nog"), Fields: []Field{years}, Hint: t.hintFor(id+".yearsLeft", i18n.ParseHours)}
	if plan.Known {
		last.Note = t.word("potjes.apparaat.per_maand", i18n.Args{"bedrag": i18n.EuroWords(plan.PerMonth.Ceil())})
	}
	return []Row{
		{ID: id + ".label", Label: t.word("potjes.apparaat"), Fields: []Field{t.textField(id+".label", &a.Label, ""), remove}, Hint: t.faultAt(id + ".label")},
		t.euros(id+".price", "potjes.apparaat.prijs", &a.Price, "euro"),
		t.euros(id+".saved", "potjes.al_gespaard", &a.Saved, "euro"),
		last,
	}
}
