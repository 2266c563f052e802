package vm

import (
	"fmt"
	"slices"

	"perspectief/budget"
	"perspectief/i18n"
)

// openField opens what belongs to a line, or closes it.
func (t *Talk) openField(key budget.LineKey) Field {
	id := "budget." + string(key) + ".meer"
	t.bind(id, func(string) {
		if t.openLine == key {
			t.openLine = ""
			return
		}
		t.openLine = key
	})
	return Field{ID: id, Kind: ActionField, Label: t.say("regel.meer", i18n.Args{"naam": t.lineName(key)}), Icon: "pencil"}
}

// lineRows are what belongs to an opened line as a whole: its finer lines, and where its norm came from.
func (t *Talk) lineRows(l budget.BudgetLine) []Row {
	origin := noted(shown("budget."+string(l.Key)+".herkomst", t.say("regel.herkomst"), ""), t.origin(l.Norm))
	return []Row{t.splitRow(l.Key), origin}
}

// entryRows are what belongs to one amount of the family.
func (t *Talk) entryRows(i int) []Row {
	own := &t.doc.Budget.Lines[i]
	id := fmt.Sprintf("budget.lines[%d]", i)
	label := t.textField(id+".label", &own.Label, "regel.naam.voorbeeld")
	remove := t.removeField(id+".weg", "regel.haal_weg", func() {
		t.forgetUnder("budget." + string(own.Key))
		t.doc.Budget.Lines = slices.Delete(t.doc.Budget.Lines, i, i+1)
	})
	payee := t.textField(id+".payee", &own.Payee, "regel.aan_wie.voorbeeld")
	t.bind(id+".way", func(chosen string) { own.Way = budget.PayWay(chosen) })
	way := Field{ID: id + ".way", Kind: SelectField, Value: string(own.Way), Placeholder: t.say("kies"), Options: []Option{{ID: "", Label: t.say("eruit.onbekend_kort")}}}
	for _, w := range budget.PayWays() {
		way.Options = append(way.Options, Option{ID: string(w), Label: t.Words.T("budget.betaalt." + string(w))})
	}
	day := t.dayField(id+".day", own.Day, func(d int) { own.Day = d })
	return []Row{
		{ID: id + ".naam", Label: t.say("regel.naam"), Part: true, Fields: []Field{label, remove}},
		{ID: id + ".dag", Label: t.say("regel.wanneer"), Part: true, Fields: []Field{day}},
		{ID: id + ".aan", Label: t.say("regel.aan_wie"), Part: true, Fields: []Field{payee, way}},
	}
}

// splitRow lets the family tell a line in parts: one of its finer lines, or a name of its own.
func (t *Talk) splitRow(key budget.LineKey) Row {
	id := "budget." + string(key) + ".delen"
	f := Field{ID: id, Kind: SelectField, Width: Wide, Placeholder: t.say("regel.splits")}
	for _, l := range budget.Lines() {
		if l.Parent == key && t.ownIndex(l.Key) < 0 {
			f.Options = append(f.Options, Option{ID: string(l.Key), Label: t.lineName(l.Key)})
		}
	}
	f.Options = append(f.Options, Option{ID: string(key), Label: t.say("regel.nog_een")})
	t.bind(id, func(chosen string) {
		line, ok := budget.LineOf(budget.LineKey(chosen))
		if !ok {
			return
		}
		own := budget.OwnLine{Key: line.Key, Rhythm: budget.Monthly, Unknown: true}
		if line.Key == key && len(t.entriesOf(key)) > 0 {
			own.Label = t.say("regel.nog_een.naam")
		}
		t.ownBudget().Lines = append(t.doc.Budget.Lines, own)
		t.lookAtLine(len(t.doc.Budget.Lines) - 1)
	})
	return Row{ID: id, Label: t.say("regel.delen"), Part: true, Fields: []Field{f}}
}
