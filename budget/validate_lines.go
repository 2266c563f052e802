package budget

import (
	"fmt"
	"strings"
)

const (
	maxLineAmount = 100_000 // euro a rhythm
	daysInMonth   = 31
)

// Validate lists everything in the budget that cannot be right, all at once. An unknown amount is no fault.
func (b *OwnBudget) Validate() []FieldError {
	c := checker{}
	for i, l := range b.Lines {
		f := fmt.Sprintf("budget.lines[%d]", i)
		if _, ok := LineOf(l.Key); !ok {
			c.unknownLine(f+".key", string(l.Key))
		}
		c.text(f+".label", l.Label)
		c.text(f+".payee", l.Payee)
		if l.Way != "" {
			need(&c, f+".way", l.Way, PayWays())
		}
		c.moment(f, l.Amount, l.Rhythm, l.Month, l.Day, l.Unknown)
	}
	for i, r := range b.Received {
		f := fmt.Sprintf("budget.received[%d]", i)
		need(&c, f+".component", r.Component, incomeIDs())
		c.amount(f+".amount", r.Amount, maxLineAmount)
		c.rhythm(f+".rhythm", r.Rhythm)
	}
	for i, o := range b.OtherIncome {
		f := fmt.Sprintf("budget.otherIncome[%d]", i)
		need(&c, f+".kind", o.Kind, IncomeKinds())
		c.text(f+".label", o.Label)
		c.moment(f, o.Amount, o.Rhythm, o.Month, o.Day, o.Unknown)
	}
	for i, a := range b.Checked {
		need(&c, fmt.Sprintf("budget.checked[%d].id", i), a.ID, CheckIDs())
	}
	c.pots(b)
	c.cash(b.Cash)
	return c.faults
}

// moment looks at an amount with its rhythm and when it is due.
func (c *checker) moment(field string, amount Amount, rhythm Rhythm, month, day int, unknown bool) {
	c.amount(field+".amount", amount, maxLineAmount)
	c.rhythm(field+".rhythm", rhythm)
	c.count(field+".month", month, monthsInYear)
	c.count(field+".day", day, daysInMonth)
	if unknown && amount.IsKnown() {
		c.add(field+".unknown", "budget.fout.onbekend_met_bedrag", nil)
	}
}

func (c *checker) rhythm(field string, r Rhythm) {
	if r != "" {
		need(c, field, r, Rhythms())
	}
}

// maxHints bounds the work for a file in which nearly nothing is right.
const maxHints = 100

// unknownLine names the line that looks most like the word, when one does.
func (c *checker) unknownLine(field, word string) {
	var near LineKey
	if len(c.faults) < maxHints {
		near = nearestLine(word)
	}
	switch {
	case word == "":
		c.add(field, "fout.ontbreekt", args{"naam": "key"})
	case near == "":
		c.add(field, "fout.onbekende_naam", args{"naam": shorten(word)})
	default:
		c.add(field, "fout.onbekende_naam_bedoelt_u", args{"naam": shorten(word), "bedoeld": string(near)})
	}
}

// nearestLine is the line that a word was probably meant to be.
func nearestLine(word string) LineKey {
	keys := make([]string, len(budgetLines))
	for i, l := range budgetLines {
		keys[i] = string(l.Key)
	}
	return LineKey(nearestOf(word, keys))
}

// nearestOf allows one slip in three letters.
func nearestOf(word string, names []string) string {
	word = strings.ToLower(strings.TrimSpace(shorten(word)))
	best, nearest := len(word)/3+1, ""
	for _, name := range names {
		if d := slips(word, name); d < best {
			best, nearest = d, name
		}
	}
	return nearest
}

// slips counts the letters to change, add or drop between two words.
func slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := corner
			if a[i] != b[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

func incomeIDs() []string {
	ids := []string{NettoInkomen}
	for c := Loon; c < Kinderopvangkosten; c++ {
		ids = append(ids, c.String())
	}
	return ids
}
