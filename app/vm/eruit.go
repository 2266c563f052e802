package vm

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// groupIcons stand beside the groups of the budget.
var groupIcons = map[budget.LineGroup]string{
	budget.GroupVast: "receipt-euro", budget.GroupReserveren: "piggy-bank", budget.GroupHuishoudelijk: "shopping-cart",
	budget.GroupMeedoen: "smile", budget.GroupNietGenormd: "wallet",
}

// dontKnow is the answer "weet ik niet" in the list of rhythms.
const dontKnow = "weet_niet"

// out is the page of the step "Wat gaat eruit?" on which the lines of the budget are filled in, by group. The family sees its
// own amounts; the helper also what stands beside them, and what belongs to each of them.
func (t *Talk) out() (left, right []Section) {
	if t.overview == nil {
		return []Section{{ID: "eruit", Icon: "wallet", Title: t.say("eruit"), Rows: []Row{shown("eruit.leeg", t.say("binnen.leeg"), "")}}}, nil
	}
	for _, total := range t.overview.Groups {
		s := Section{ID: "groep." + string(total.Group), Icon: groupIcons[total.Group], Title: t.say("groep." + string(total.Group)),
			Value: t.perMonth(t.whole.groups[total.Group])}
		if total.PerMonth.IsZero() && total.Missing > 0 {
			s.Value = t.say("streepje")
		}
		for _, l := range t.overview.Lines {
			if l.Group == total.Group {
				s.Rows = append(s.Rows, t.budgetRows(l)...)
			}
		}
		if len(s.Rows) == 0 {
			continue
		}
		if total.Group == budget.GroupVast {
			left = append(left, s)
		} else {
			right = append(right, s)
		}
	}
	return left, append(right, t.moreLines(), t.outTotal())
}

func (t *Talk) perMonth(d decimal.Decimal) string {
	return t.say("per_maand", i18n.Args{"bedrag": i18n.WholeEuro(d)})
}

// budgetRows are one line of the budget: what the family pays, how often, and what stands beside it. A line that the
// family told in parts has a row for each part. A line that many families do not have waits in a list until it is chosen.
func (t *Talk) budgetRows(l budget.BudgetLine) []Row {
	id := "budget." + string(l.Key)
	label := t.lineName(l.Key)
	if len(l.Entries) == 0 {
		switch {
		case l.Norm.Kind == budget.KindOwn:
			return []Row{noted(shown(id, label, t.perMonth(t.whole.lines[l.Key])), t.say("uit.bestand"))}
		case l.Own.IsKnown():
			return []Row{noted(shown(id, label, t.perMonth(t.whole.lines[l.Key])), t.elsewhere(l.Key))}
		case l.Optional && l.State == budget.None && t.typed[id] == "":
			return nil
		}
	}
	if places := t.entriesOf(l.Key); len(places) > 1 || len(places) == 1 && !t.isPlain(places[0]) {
		return t.partRows(l, label)
	}
	at := t.ownIndex(l.Key)
	rows := t.ownRows(id, at, l.Key)
	r := &rows[0]
	r.Label, r.Note = label, t.lineNote(l)
	if !l.Own.IsKnown() && l.Norm.State == budget.HasAmount {
		r.Fields[0].Placeholder = t.say("eruit.zoals", i18n.Args{"bedrag": i18n.WholeEuro(l.PerMonth)})
	}
	if !t.helperView {
		return rows
	}
	r.Fields = append(r.Fields, t.openField(l.Key))
	if t.openLine != l.Key {
		return rows
	}
	if at >= 0 {
		rows = append(rows, t.entryRows(at)...)
	}
	return append(rows, t.lineRows(l)...)
}

// elsewhere says where the amount of a line comes from that is not filled in here.
func (t *Talk) elsewhere(key budget.LineKey) string {
	if d, ok := t.debts(); ok && key == budget.LineAflossing && d.Seized.IsPositive() {
		return t.say("uit.beslag")
	}
	return t.say("uit.elders")
}

func noted(r Row, note string) Row {
	r.Note = note
	return r
}

// lineName is the name of a line of the budget.
func (t *Talk) lineName(key budget.LineKey) string { return t.Words.T("budget.regel." + string(key)) }

// partRows are the parts of a line under its sum.
func (t *Talk) partRows(l budget.BudgetLine, label string) []Row {
	sum := shown("budget."+string(l.Key), label, t.perMonth(t.whole.lines[l.Key]))
	if t.helperView {
		sum.Note = strings.TrimSpace(t.norm(l.Norm))
		sum.Fields = append(sum.Fields, t.openField(l.Key))
	}
	rows := []Row{sum}
	for i, o := range t.doc.Budget.Lines {
		line, ok := budget.LineOf(o.Key)
		if !ok || line.Main() != l.Key {
			continue
		}
		part := t.ownRows(fmt.Sprintf("budget.lines[%d]", i), i, o.Key)
		part[0].Label = o.Label
		if o.Label == "" {
			part[0].Label = t.lineName(o.Key)
		}
		for k := range part {
			part[k].Part = true
		}
		if o.Unknown {
			part[0].Note = t.say("eruit.uitzoeken")
		}
		rows = append(rows, part...)
		if t.helperView && t.openLine == l.Key {
			rows = append(rows, t.entryRows(i)...)
		}
	}
	if t.helperView && t.openLine == l.Key {
		rows = append(rows, t.lineRows(l)...)
	}
	return rows
}

// ownRows ask for an amount of the family, its rhythm, and the month of what comes seldom. Its place in the budget is -1 when
// there is none yet.
func (t *Talk) ownRows(id string, at int, key budget.LineKey) []Row {
	own := budget.OwnLine{Key: key, Rhythm: budget.Monthly}
	if at >= 0 {
		own = t.doc.Budget.Lines[at]
	}
	if own.Rhythm == "" {
		own.Rhythm = budget.Monthly
	}
	amount := own.Amount
	field := t.amountField(id, &amount, i18n.ParseEuro, "")
	read := t.bound[id]
	t.bind(id, func(text string) {
		read(text)
		o := t.ownAt(at, own)
		o.Amount, o.Unknown = amount, false
		t.dropEmpty(key, id)
	})
	t.bind(id+".rhythm", func(chosen string) {
		o := t.ownAt(at, own)
		if chosen == dontKnow {
			delete(t.typed, id)
			o.Amount, o.Unknown = budget.Amount{}, true
			return
		}
		o.Rhythm, o.Unknown = budget.Rhythm(chosen), false
		t.dropEmpty(key, id)
	})
	rows := []Row{{ID: id, Fields: []Field{field, t.rhythmField(id+".rhythm", own.Rhythm, own.Unknown)}, Hint: t.amountHint(id, "lines", at)}}
	if seldom(own.Rhythm) && !own.Unknown {
		rows = append(rows, Row{ID: id + ".maand", Label: t.say("eruit.welke_maand"), Part: true,
			Fields: []Field{t.monthField(id+".month", own.Month, func(m int) { t.ownAt(at, own).Month = m })}})
	}
	return rows
}

// findOdd finds the amounts of the budget that cannot be right. They are told at their field and stop nothing else.
func (t *Talk) findOdd() {
	t.odd = map[string]string{}
	if t.doc.Budget == nil {
		return
	}
	for _, f := range t.doc.Budget.Validate() {
		t.odd[f.Field] = t.faultSentence(f)
	}
}

// amountHint says what is odd about an amount: as it was typed, or as it stands at a place of the budget.
func (t *Talk) amountHint(id, list string, at int) string {
	return cmp.Or(t.hintFor(id, i18n.ParseEuro), t.odd[fmt.Sprintf("budget.%s[%d].amount", list, at)])
}

// seldom tells whether an amount comes less often than every month.
func seldom(r budget.Rhythm) bool {
	return slices.Contains([]budget.Rhythm{budget.Quarterly, budget.HalfYearly, budget.Yearly, budget.Once}, r)
}

// monthField asks for a month of the year, 0 when it is not known.
func (t *Talk) monthField(id string, month int, set func(int)) Field {
	t.bind(id, func(chosen string) {
		if m, err := strconv.Atoi(chosen); err == nil {
			set(m)
		}
	})
	f := Field{ID: id, Kind: SelectField, Value: strconv.Itoa(month), Placeholder: t.say("kies"),
		Options: []Option{{ID: "0", Label: t.say("eruit.maand_onbekend")}}}
	for m := 1; m <= 12; m++ {
		f.Options = append(f.Options, Option{ID: strconv.Itoa(m), Label: t.Words.T("maandnaam." + strconv.Itoa(m))})
	}
	return f
}

// dayField asks for a day of the month, 0 when it is not known.
func (t *Talk) dayField(id string, day int, set func(int)) Field {
	t.bind(id, func(chosen string) {
		if d, err := strconv.Atoi(chosen); err == nil {
			set(d)
		}
	})
	f := Field{ID: id, Kind: SelectField, Value: strconv.Itoa(day), Options: []Option{{ID: "0", Label: t.say("eruit.dag_onbekend")}}}
	for d := 1; d <= 31; d++ {
		f.Options = append(f.Options, Option{ID: strconv.Itoa(d), Label: t.say("eruit.dag", i18n.Args{"nummer": d})})
	}
	return f
}

func (t *Talk) ownIndex(key budget.LineKey) int {
	if t.doc.Budget == nil {
		return -1
	}
	return slices.IndexFunc(t.doc.Budget.Lines, func(o budget.OwnLine) bool { return o.Key == key })
}

// ownBudget is the budget of the family, made when there was none.
func (t *Talk) ownBudget() *budget.OwnBudget {
	if t.doc.Budget == nil {
		t.doc.Budget = &budget.OwnBudget{}
	}
	return t.doc.Budget
}

// ownAt is the entry at a place of the budget, or a new one.
func (t *Talk) ownAt(at int, own budget.OwnLine) *budget.OwnLine {
	lines := &t.ownBudget().Lines
	if at < 0 {
		at = len(*lines)
		*lines = append(*lines, own)
	}
	return &(*lines)[at]
}

// dropEmpty takes away the only entry of a line that says nothing: the line was not answered then. A part stays, as a
// part whose amount the family does not know, and so does a line with words in its field that are no amount yet.
func (t *Talk) dropEmpty(key budget.LineKey, field string) {
	line, ok := budget.LineOf(key)
	if _, unread := t.typed[field]; unread || !ok || line.Parent != "" || len(t.entriesOf(key)) > 1 {
		return
	}
	t.doc.Budget.Lines = slices.DeleteFunc(t.doc.Budget.Lines, func(o budget.OwnLine) bool {
		monthly := o.Rhythm == budget.Monthly || o.Rhythm == ""
		return o.Key == key && monthly && !o.Amount.IsKnown() && !o.Unknown && o.Label == "" && o.Payee == "" && o.Way == ""
	})
}

// entriesOf are the places in the budget of what the family told about a line and its finer lines.
func (t *Talk) entriesOf(key budget.LineKey) []int {
	var all []int
	if t.doc.Budget == nil {
		return nil
	}
	for i, o := range t.doc.Budget.Lines {
		if line, ok := budget.LineOf(o.Key); ok && line.Main() == key {
			all = append(all, i)
		}
	}
	return all
}

// lineNote says what the line comes to a month and what stands beside it; to the family only what is still to be found.
func (t *Talk) lineNote(l budget.BudgetLine) string {
	own, has := l.Own.Get()
	unknown := len(l.Entries) > 0 && !has
	switch {
	case unknown:
		return strings.TrimSpace(t.say("eruit.uitzoeken") + " " + t.helperNorm(l))
	case has && l.Entries[0].Rhythm != "" && l.Entries[0].Rhythm != budget.Monthly:
		return strings.TrimSpace(t.say("is_per_maand", i18n.Args{"bedrag": i18n.WholeEuro(own)}) + " " + t.helperNorm(l))
	case !has && l.Norm.State == budget.Unknown:
		return t.say("nog_niet_bekend")
	}
	return t.helperNorm(l)
}

func (t *Talk) helperNorm(l budget.BudgetLine) string {
	if !t.helperView {
		return ""
	}
	return t.norm(l.Norm)
}

// norm is a reference amount with its kind, year and origin, for beside the amount of the family; nothing when there is none.
func (t *Talk) norm(n budget.Norm) string {
	if n.State != budget.HasAmount || n.Kind == budget.KindOwn {
		return ""
	}
	return t.say("richtbedrag", i18n.Args{"bedrag": i18n.WholeEuro(n.PerMonth), "soort": t.Words.T("budget.soort." + string(n.Kind)),
		"jaar": strconv.Itoa(n.Year), "bron": t.Words.T("budget.bron."+string(n.Origin.Method), i18n.Args{"naam": n.Origin.Note})})
}

// rhythmField asks how often an amount is paid. "Weet ik niet" is an answer too.
func (t *Talk) rhythmField(id string, rhythm budget.Rhythm, unknown bool) Field {
	f := Field{ID: id, Kind: SelectField, Value: string(rhythm), Placeholder: t.say("kies")}
	for _, r := range budget.Rhythms() {
		f.Options = append(f.Options, Option{ID: string(r), Label: t.Words.T("budget.ritme." + string(r))})
	}
	f.Options = append(f.Options, Option{ID: dontKnow, Label: t.say("eruit.weet_ik_niet")})
	if unknown {
		f.Value = dontKnow
	}
	return f
}

// origin tells where a reference amount came from, or why there is none.
func (t *Talk) origin(n budget.Norm) string {
	if n.State == budget.HasAmount {
		id, values := n.Describe()
		return strings.TrimSpace(t.Words.T(id, values))
	}
	return t.Words.T(n.ReasonID())
}

// moreLinesID is the list of lines that can be added.
const moreLinesID = "budget.erbij"

// moreLines is the list of lines that are not on the screen yet.
func (t *Talk) moreLines() Section {
	const id = moreLinesID
	f := Field{ID: id, Kind: SelectField, Width: Wide, Placeholder: t.say("regel.kies")}
	for _, l := range t.overview.Lines {
		if l.Optional && l.State == budget.None && len(l.Entries) == 0 {
			f.Options = append(f.Options, Option{ID: string(l.Key), Label: t.lineName(l.Key)})
		}
	}
	f.Options = append(f.Options, Option{ID: "onvoorzien", Label: t.lineName("onvoorzien")})
	t.bind(id, func(chosen string) {
		if line, ok := budget.LineOf(budget.LineKey(chosen)); ok {
			t.ownBudget().Lines = append(t.doc.Budget.Lines, budget.OwnLine{Key: line.Key, Rhythm: budget.Monthly, Unknown: true})
			t.lookAtLine(len(t.doc.Budget.Lines) - 1)
		}
	})
	return Section{ID: "meer", Icon: "plus", Title: t.say("regel.erbij"), Intro: t.say("regel.erbij.uitleg"),
		Rows: []Row{{ID: id, Space: AboveSpace, Fields: []Field{f}}}}
}

// outTotal is what goes out together, how much of it is not filled in yet, and what is still to be found.
func (t *Talk) outTotal() Section {
	v := t.overview
	out, _ := plan.RoundOut([]decimal.Decimal{v.Out})
	sum := strong(shown("eruit.totaal", t.say("binnen.totaal"), i18n.WholeEuro(out)))
	if n := len(v.NotFilled); n > 0 {
		sum.Note = t.Words.N("budget.nog_regels", n)
	}
	s := Section{ID: "eruit.samen", Icon: "equal", Title: t.say("eruit.samen"), Rows: []Row{sum}}
	if t.helperView && v.Minimum.State == budget.HasAmount {
		s.Rows = append(s.Rows, Row{ID: "eruit.minimum", Label: t.Words.T("budget.minimum_naam"), Help: t.origin(v.Minimum),
			Fields: []Field{{Kind: ShownValue, Value: t.say("eruit.ongeveer_per_maand", i18n.Args{"bedrag": i18n.WholeEuro(v.Minimum.PerMonth)})}},
			Note:   t.Words.T("budget.minimum_naast", i18n.Args{"minimum": i18n.EuroWords(v.Minimum.PerMonth), "bedrag": i18n.EuroWords(v.Ordinary)})})
	}
	todo := shown("eruit.uitzoeken", t.say("eruit.uitzoeken.niets"), "")
	if len(v.ToDo) > 0 {
		todo.Label, todo.Note = t.say("eruit.uitzoeken.lijst"), t.toDoNames(v.ToDo)
	}
	if len(v.ToDo) > 0 || len(v.NotFilled) == 0 { // what is still empty is not found out
		s.Rows = append(s.Rows, todo)
	}
	return s
}

// toDoNames are the bills to find, one on a line.
func (t *Talk) toDoNames(keys []budget.LineKey) string {
	const most = 8
	var names []string
	for i, key := range keys {
		if i == most {
			names = append(names, t.Words.N("scherm.eruit.uitzoeken.meer", len(keys)-most))
			break
		}
		names = append(names, t.lineName(key))
	}
	return strings.Join(names, "\n")
}
