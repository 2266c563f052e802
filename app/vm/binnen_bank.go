package vm

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// bank is the page "Op de bank": what really comes in, beside what the rules say.
func (t *Talk) bank() (left, right []Section) {
	if t.overview == nil {
		return []Section{{ID: "bank", Icon: "banknote", Title: t.say("bank"), Rows: []Row{shown("bank.leeg", t.say("binnen.leeg"), "")}}}, nil
	}
	pay := Section{ID: "bank.loon", Icon: "briefcase", Title: t.say("bank.loon"), Intro: t.say("bank.loon.uitleg"),
		Rows: t.receivedRows(budget.NettoInkomen)}
	given := Section{ID: "bank.toeslagen", Icon: "hand-coins", Title: t.say("bank.toeslagen"), Intro: t.say("bank.toeslagen.uitleg")}
	for _, c := range givenOnBank {
		if t.mayReceive(c) {
			given.Rows = append(given.Rows, t.receivedRows(c.String())...)
		}
	}
	if len(given.Rows) == 0 {
		given.Intro = t.say("rechten.geen")
	}
	return []Section{pay, t.otherIncome()}, []Section{given}
}

// givenOnBank are the parts of the income that come from the government, as they stand on a bank statement.
var givenOnBank = []budget.Component{budget.Bijstand, budget.Kinderbijslag, budget.KindgebondenBudget, budget.Huurtoeslag,
	budget.Zorgtoeslag, budget.Kinderopvangtoeslag, budget.Lokaal}

// mayReceive tells whether a family has, or may have, a part of the income.
func (t *Talk) mayReceive(c budget.Component) bool {
	o := t.outcome.Of(c)
	return o.State == budget.Unknown || o.PerYear.IsPositive() || t.receivedAt(c) >= 0
}

// receivedRows ask what comes on the bank for one part of the income, and say what the rules make of it.
func (t *Talk) receivedRows(component string) []Row {
	at := -1
	if t.doc.Budget != nil {
		at = slices.IndexFunc(t.doc.Budget.Received, func(r budget.Received) bool { return r.Component == component })
	}
	got := budget.Received{Component: component, Rhythm: budget.Monthly}
	if at >= 0 {
		got = t.doc.Budget.Received[at]
	}
	if got.Rhythm == "" {
		got.Rhythm = budget.Monthly
	}
	id := "received." + component
	amount := got.Amount
	field := t.amountField(id, &amount, i18n.ParseEuro, "")
	read := t.bound[id]
	change := func(set func(r *budget.Received)) {
		received := &t.ownBudget().Received
		at := slices.IndexFunc(*received, func(r budget.Received) bool { return r.Component == component })
		if at < 0 {
			at = len(*received)
			*received = append(*received, got)
		}
		set(&(*received)[at])
		if !(*received)[at].Amount.IsKnown() && (*received)[at].Rhythm == budget.Monthly {
			*received = slices.Delete(*received, at, at+1)
		}
	}
	t.bind(id, func(text string) { read(text); change(func(r *budget.Received) { r.Amount = amount }) })
	rhythm := t.rhythmField(id+".rhythm", got.Rhythm, false)
	rhythm.Options = rhythm.Options[:len(rhythm.Options)-1] // an empty field says "weet ik niet"
	t.bind(rhythm.ID, func(chosen string) { change(func(r *budget.Received) { r.Rhythm = budget.Rhythm(chosen) }) })
	r := Row{ID: id, Label: t.incomeName(component), Fields: []Field{field, rhythm}, Hint: t.amountHint(id, "received", at)}
	if r.Hint == "" {
		r.Hint = t.bankDifference(component)
	}
	r.Note = t.reckoned(component)
	if l, ok := t.incomeLine(component); ok && l.Computed.IsKnown() && !t.helperView { // the family sees its own amounts
		r.Fields[0].Placeholder, r.Note = t.say("eruit.zoals", i18n.Args{"bedrag": i18n.WholeEuro(plan.RoundLine(l.Computed.Or(decimal.Zero)))}), ""
	}
	return []Row{r}
}

// incomeName is the name of a part of the income.
func (t *Talk) incomeName(id string) string {
	if t.Words.Has("budget.inkomen." + id) {
		return t.Words.T("budget.inkomen." + id)
	}
	return t.Words.T("onderdeel." + id)
}

// incomeLine is a part of the income as it counts; what the rules make of the net pay also when nothing is on the bank.
func (t *Talk) incomeLine(id string) (l budget.IncomeLine, ok bool) {
	i := slices.IndexFunc(t.overview.Income, func(l budget.IncomeLine) bool { return l.ID == id })
	if i >= 0 {
		return t.overview.Income[i], true
	}
	if id != budget.NettoInkomen {
		return l, false
	}
	sum := decimal.Zero
	for _, c := range earned {
		l, ok := t.incomeLine(c.String())
		if !ok || l.State == budget.Unknown {
			return budget.IncomeLine{}, false
		}
		sum = sum.Add(l.PerMonth)
	}
	return budget.IncomeLine{ID: id, Computed: budget.Known(sum)}, true
}

// reckoned says what the rules make of a part of the income.
func (t *Talk) reckoned(id string) string {
	l, ok := t.incomeLine(id)
	computed, known := l.Computed.Get()
	switch {
	case ok && known:
		return t.say("bank.reken", i18n.Args{"bedrag": i18n.EuroWords(plan.RoundLine(computed))})
	case l.Reason != "":
		return t.Words.T("reden." + string(l.Reason))
	}
	return ""
}

// littleMoney is the difference between the bank statement and the rules that is not worth a word, in euro a month.
var littleMoney = decimal.NewFromInt(10)

// bankDifference is a friendly sentence about a payment that is not what the rules say. What is less may be money that the family
// leaves; what is more may have to be paid back.
func (t *Talk) bankDifference(id string) string {
	l, _ := t.incomeLine(id)
	received, paid := l.Received.Get()
	computed, known := l.Computed.Get()
	if !paid || !known || received.Sub(computed).Abs().LessThan(littleMoney) {
		return ""
	}
	sentence := "bank.meer"
	switch less := received.LessThan(computed); {
	case less && id == budget.NettoInkomen:
		sentence = "bank.loon.minder"
	case id == budget.NettoInkomen:
		sentence = "bank.loon.meer"
	case less:
		sentence = "bank.minder"
	}
	return t.say(sentence, i18n.Args{"naam": t.incomeName(id), "bedrag": i18n.EuroWords(received.Round(0)),
		"bedrag_reken": i18n.EuroWords(plan.RoundLine(computed))})
}

// otherIncome is money that the rules do not know of.
func (t *Talk) otherIncome() Section {
	s := Section{ID: "bank.ander", Icon: "coins", Title: t.say("bank.ander"), Intro: t.say("bank.ander.uitleg")}
	if t.doc.Budget != nil {
		for i := range t.doc.Budget.OtherIncome {
			s.Rows = append(s.Rows, t.otherIncomeRows(i)...)
		}
	}
	const id = "budget.otherIncome.erbij"
	f := Field{ID: id, Kind: SelectField, Width: Wide, Placeholder: t.say("bank.ander.kies")}
	for _, k := range budget.IncomeKinds() {
		f.Options = append(f.Options, Option{ID: string(k), Label: t.incomeName(string(k))})
	}
	t.bind(id, func(chosen string) {
		if kind := budget.IncomeKind(chosen); slices.Contains(budget.IncomeKinds(), kind) {
			own := t.ownBudget()
			own.OtherIncome = append(own.OtherIncome, budget.OtherIncome{Kind: kind, Rhythm: budget.Monthly, Unknown: true})
			t.lookAt(pageBank, fmt.Sprintf("budget.otherIncome[%d].amount", len(own.OtherIncome)-1))
		}
	})
	s.Rows = append(s.Rows, Row{ID: id, Space: AboveSpace, Fields: []Field{f}})
	return s
}

func (t *Talk) otherIncomeRows(i int) []Row {
	o := &t.doc.Budget.OtherIncome[i]
	id := fmt.Sprintf("budget.otherIncome[%d]", i)
	every := o.Rhythm
	if every == "" {
		every = budget.Monthly
	}
	field := t.amountField(id+".amount", &o.Amount, i18n.ParseEuro, "")
	read := t.bound[field.ID]
	t.bind(field.ID, func(text string) { read(text); o.Unknown = false })
	rhythm := t.rhythmField(id+".rhythm", every, o.Unknown)
	t.bind(rhythm.ID, func(chosen string) {
		if o.Unknown = chosen == dontKnow; o.Unknown {
			delete(t.typed, field.ID)
			o.Amount = budget.Amount{}
			return
		}
		o.Rhythm = budget.Rhythm(chosen)
	})
	remove := t.removeField(id+".remove", "regel.haal_weg", func() {
		t.doc.Budget.OtherIncome = slices.Delete(t.doc.Budget.OtherIncome, i, i+1)
	})
	r := Row{ID: id, Label: t.incomeName(string(o.Kind)), Fields: []Field{field, rhythm, remove}, Hint: t.amountHint(field.ID, "otherIncome", i)}
	if o.Unknown {
		r.Note = t.say("eruit.uitzoeken")
	}
	rows := []Row{r}
	if seldom(o.Rhythm) && !o.Unknown {
		rows = append(rows, Row{ID: id + ".maand", Label: t.say("eruit.welke_maand"), Part: true,
			Fields: []Field{t.monthField(id+".month", o.Month, func(m int) { o.Month = m })}})
	}
	return rows
}
