package scorekaart

import (
	"encoding/csv"
	"fmt"
	"io"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// Tally counts how many figures came out, and by how much the worst one differs.
type Tally struct {
	Count, Equal int
	Largest      decimal.Decimal
	Examples     []string // some of those that differ
}

func (t *Tally) add(name string, difference decimal.Decimal, equal bool) {
	t.Count++
	t.Largest = decimal.Max(t.Largest, difference.Abs())
	switch {
	case equal:
		t.Equal++
	case len(t.Examples) < 5:
		t.Examples = append(t.Examples, name)
	}
}

// generation is a group of people with its own columns in a payroll table.
type generation struct {
	column string
	born   budget.YearMonth
}

var generations = []generation{{"younger", bornYounger}, {"olderBefore1945", bornBefore1946}, {"older", bornAOW}}

// Loontabel lays every cell of a white monthly table beside the engine. The table has a column income and, for each generation,
// the withholding without credit, with credit, and the part of the arbeidskorting set off.
func Loontabel(e *budget.Engine, year int, table io.Reader) (Tally, error) {
	var t Tally
	rows, err := csv.NewReader(table).ReadAll()
	if err != nil {
		return t, fmt.Errorf("scorekaart: payroll table of %d: %w", year, err)
	}
	if len(rows) < 2 {
		return t, fmt.Errorf("scorekaart: payroll table of %d: no rows", year)
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	cell := func(row []string, name string) (decimal.Decimal, error) {
		i, known := at[name]
		if !known {
			return zero, fmt.Errorf("scorekaart: payroll table of %d: no column %s", year, name)
		}
		d, err := decimal.NewFromString(row[i])
		if err != nil {
			return zero, fmt.Errorf("scorekaart: payroll table of %d: %s: %w", year, name, err)
		}
		return d, nil
	}
	for _, row := range rows[1:] {
		wage, err := cell(row, "income")
		if err != nil {
			return t, err
		}
		for _, g := range generations {
			got, err := e.Loonheffing(year, g.born, wage)
			if err != nil {
				return t, err
			}
			for suffix, amount := range map[string]decimal.Decimal{"WithoutPayrollTaxCredit": got.WithoutCredit,
				"WithPayrollTaxCredit": got.WithCredit, "DeductedLabourCredit": got.Arbeidskorting} {
				want, err := cell(row, g.column+suffix)
				if err != nil {
					return t, err
				}
				t.add(fmt.Sprintf("%s at %s: %s, not %s", g.column+suffix, wage, amount, want), amount.Sub(want), amount.Equal(want))
			}
		}
	}
	return t, nil
}
