// Package rules holds the numbers of the law, each once, with its date and source. The numbers live in TOML files, one per
// scheme; Load checks them and For gives one calendar year as a Set of Go structs.
package rules

import (
	"time"

	"github.com/shopspring/decimal"
)

// Status says how sure a figure is.
type Status string

// The statuses of a figure. Missing means: no figure is published, and the rule that needs it answers "unknown".
const (
	Final       Status = "final"
	Preliminary Status = "preliminary"
	Estimated   Status = "estimated"
	Missing     Status = "missing"
)

// Date is a calendar day.
type Date = time.Time

// Source is where one value comes from: a figure never loses its own source.
type Source struct {
	From, Until Date   // first and last day in force; Until is zero while it is open
	Printed     string // as in the source: "13.730" with unit percent
	Law         string // article, such as "Wzt art. 2 lid 3"
	Title, URL  string
	Status      Status
	Checked     Date
	Note        string
}

// Param is one number of the law in one year: the value on 1 January.
type Param struct {
	Key    string          // "zorgtoeslag.standaardpremie"
	Label  string          // Dutch, as in the law
	Unit   string          // a unit of the table in units.go, such as eur/year, percent, years
	Value  decimal.Decimal // percent is stored as a fraction
	Source *Source         // nil when the parameter does not exist in this year

	Household string // the kind of household an amount of the referentiebudget describes
}

// Known tells whether a figure is published for this year.
func (p *Param) Known() bool { return p.Source != nil && p.Source.Status != Missing }

// Int is the value of a count, such as an age in years.
func (p *Param) Int() int { return int(p.Value.IntPart()) }

// Halves is a number with two values a year.
type Halves struct{ Januari, Juli Param }

// In gives the value in force in a month, 1 to 12.
func (h *Halves) In(month int) *Param {
	if month < 7 {
		return &h.Januari
	}
	return &h.Juli
}

// Known tells whether both halves are published.
func (h *Halves) Known() bool { return h.Januari.Known() && h.Juli.Known() }

// Table is a number that depends on a range: rows of numbers under named columns; percentages are fractions. A range
// without an upper end has OpenEnd there.
type Table struct {
	Key, Label string
	Columns    []string
	Rows       [][]decimal.Decimal
	Source     *Source
}

// OpenEnd stands for "and more" in the last row of a table: higher than any amount that can occur.
var OpenEnd = decimal.New(1, 12)

// Known tells whether the table is published for this year.
func (t *Table) Known() bool { return t.Source != nil && t.Source.Status != Missing }
