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
		c.amount(f+".amount", l.Amount, maxLineAmount)
		c.rhythm(f+".rhythm", l.Rhythm)
		c.count(f+".month", l.Month, monthsInYear)
		c.count(f+".day", l.Day, daysInMonth)
		if l.Unknown && l.Amount.IsKnown() {
			c.add(f+".unknown", "budget.fout.onbekend_met_bedrag", nil)
		}
	}
	for i, r := range b.Received {
		f := fmt.Sprintf("budget.received[%d]", i)
		need(&c, f+".component", r.Component, incomeIDs())
		c.amount(f+".amount", r.Amount, maxLineAmount)
		c.rhythm(f+".rhythm", r.Rhythm)
	}
	c.pots(b)
	c.cash(b.Cash)
	return c.faults
}

func (c *checker) rhythm(field string, r Rhythm) {
	if r != "" {
		need(c, field, r, Rhythms())
	}
}

// unknownLine names the line that looks most like the word, when one does.
func (c *checker) unknownLine(field, word string) {
	near := nearestLine(word)
	switch {
	case word == "":
		c.add(field, "fout.ontbreekt", args{"naam": "key"})
	case near == "":
		c.add(field, "fout.onbekende_naam", args{"naam": shorten(word)})
	default:
		c.add(field, "fout.onbekende_naam_bedoelt_u", args{"naam": shorten(word), "bedoeld": string(near)})
	}
}

// nearestLine allows one slip in three letters.
func nearestLine(word string) LineKey {
	word = strings.ToLower(strings.TrimSpace(shorten(word)))
	best, key := len(word)/3+1, LineKey("")
	for _, l := range budgetLines {
		if d := slips(word, string(l.Key)); d < best {
			best, key = d, l.Key
		}
	}
	return key
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
