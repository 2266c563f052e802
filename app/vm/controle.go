package vm

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"perspectief/budget"
	"perspectief/i18n"
)

// checking is the page "controle": friendly questions about what is often forgotten or counted twice, each on a card of its own.
func (t *Talk) checking() (left, right []Section) {
	head := Section{ID: "controle", Icon: "list-checks", Title: t.say("controle"), Intro: t.say("controle.uitleg")}
	switch {
	case t.overview == nil:
		head.Intro = t.say("binnen.leeg")
	case t.openChecks() == 0:
		head.Intro = t.say("controle.niets")
	}
	left = []Section{head}
	done := Section{ID: "controle.klaar", Icon: "square-check", Title: t.say("controle.klaar"), Intro: t.say("controle.klaar.uitleg")}
	for i, c := range t.checks {
		switch {
		case c.Answered:
			done.Rows = append(done.Rows, t.answeredRow(i, c))
		case len(left) > len(right)+1:
			right = append(right, t.checkCard(i, c))
		default:
			left = append(left, t.checkCard(i, c))
		}
	}
	if len(done.Rows) > 0 {
		right = append(right, done)
	}
	return left, right
}

// openChecks counts the questions that wait for an answer.
func (t *Talk) openChecks() int {
	n := 0
	for _, c := range t.checks {
		if !c.Answered {
			n++
		}
	}
	return n
}

// checkCard is one question with what to do. It can be answered, or followed to its place.
func (t *Talk) checkCard(i int, c budget.Check) Section {
	id := "controle." + strconv.Itoa(i) + "." + string(c.ID)
	return Section{ID: id, Icon: "circle-help", Title: t.checkWords("vraag", c), Intro: t.checkWords("doen", c), Actions: []Action{
		t.action(id+".klopt", "controle.klopt", "check", func() {
			own := t.ownBudget()
			own.Checked = append(own.Checked, budget.CheckAnswer{ID: c.ID, Of: c.Of})
		}),
		t.action(id+".heen", "controle.heen", "arrow-right", func() { t.goTo(c.Field) }),
	}}
}

// answeredRow is a question that was answered; it can be asked again.
func (t *Talk) answeredRow(i int, c budget.Check) Row {
	id := "controle." + strconv.Itoa(i) + "." + string(c.ID)
	again := Field{ID: id + ".terug", Kind: ActionField, Icon: "arrow-left", Width: Wide, Label: t.say("controle.terug")}
	t.bind(again.ID, func(string) {
		own := t.ownBudget()
		own.Checked = slices.DeleteFunc(own.Checked, func(a budget.CheckAnswer) bool { return a == budget.CheckAnswer{ID: c.ID, Of: c.Of} })
	})
	return Row{ID: id, Label: t.checkWords("vraag", c), Space: AboveSpace, Fields: []Field{again}}
}

// checkWords is a sentence of a check with its amounts in whole euros.
func (t *Talk) checkWords(what string, c budget.Check) string {
	values := i18n.Args{"naam": t.checkName(c)}
	for name, amount := range c.Values {
		if name != "bedrag" {
			name = "bedrag_" + name
		}
		values[name] = i18n.EuroWords(amount.Round(0))
	}
	return t.Words.T("controle."+what+"."+string(c.ID), values)
}

// checkName is what a check is about, when there may be more: a part of the income, a line or a debt.
func (t *Talk) checkName(c budget.Check) string {
	if _, ok := budget.LineOf(budget.LineKey(c.Of)); ok {
		return t.lineName(budget.LineKey(c.Of))
	}
	if i, err := strconv.Atoi(c.Of); err == nil && i < len(t.doc.Debts) {
		return t.Words.T("budget.schuldeiser." + string(t.doc.Debts[i].Kind))
	}
	if c.Of != "" {
		return t.incomeName(c.Of)
	}
	return ""
}

// goTo opens the page where a field stands, and looks at the field.
func (t *Talk) goTo(field string) {
	switch key, isLine := strings.CutPrefix(field, "budget."); {
	case strings.HasPrefix(field, "received."):
		t.step = In
		t.lookAt(pageBank, field)
	case strings.HasPrefix(field, "debts"):
		t.step = Out
		t.lookAt("schulden", field)
	case isLine:
		t.step = Out
		t.lookAt(pageOut, t.lineField(budget.LineKey(key), field))
	}
}

// lineField is the field where a line can be filled in: its own, that of one of its parts, or the list of lines to add.
func (t *Talk) lineField(key budget.LineKey, field string) string {
	line, ok := budget.LineOf(key)
	if !ok {
		return field
	}
	entries := t.entriesOf(line.Main())
	l, _ := t.overview.Line(line.Main())
	switch {
	case len(entries) == 0 && l.Optional && l.State == budget.None:
		return moreLinesID
	case len(entries) > 1 || len(entries) == 1 && !t.isPlain(entries[0]):
		return fmt.Sprintf("budget.lines[%d]", entries[0])
	}
	return "budget." + string(line.Main())
}

// lookAtLine goes to the amount of the family at this place: a line that was added stands among the others of its card, which may be
// out of sight.
func (t *Talk) lookAtLine(i int) {
	field := fmt.Sprintf("budget.lines[%d]", i)
	if line, ok := budget.LineOf(t.doc.Budget.Lines[i].Key); ok && len(t.entriesOf(line.Main())) == 1 && t.isPlain(i) {
		field = "budget." + string(line.Main())
	}
	t.lookAt(pageOut, field)
}

// isPlain tells whether an amount of the family is for a line as a whole and has no name of its own.
func (t *Talk) isPlain(i int) bool {
	o := t.doc.Budget.Lines[i]
	line, _ := budget.LineOf(o.Key)
	return line.Parent == "" && o.Label == ""
}
