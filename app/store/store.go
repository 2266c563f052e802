// Package store reads and writes the case file: one family, one file. It says everything that is wrong with a file at once,
// and it never leaves half a file behind.
//
// Create and Open work on the encrypted file that a family is kept in; docs/bestandsformaat.md describes it. Decode and
// WriteOver are for plain JSON: examples, exports and tests, readable by anybody.
package store

import (
	"perspectief/budget"
	"perspectief/plan"
)

// Schema is the version of the case file that this program writes, and the newest that it reads.
const Schema = 1

// MaxSize is the size of the largest case file that is read, in bytes.
const MaxSize = 16 << 20

// Document is one case file. Only the household is always there.
type Document struct {
	Schema    int               `json:"schema"`
	Household budget.Household  `json:"household"`
	Budget    *budget.OwnBudget `json:"budget,omitempty"`
	Debts     []budget.Debt     `json:"debts,omitempty"`
	Norms     *budget.NormLayer `json:"norms,omitempty"` // the imported norm set of an organisation
	Scenarios []plan.Scenario   `json:"scenarios,omitempty"`
	DebtHelp  *budget.DebtHelp  `json:"debtHelp,omitempty"`
	Visits    []budget.Visit    `json:"visits,omitempty"` // the oldest first
	Plan      *plan.Plan        `json:"plan,omitempty"`
	Consent   *Consent          `json:"consent,omitempty"`

	Rights []budget.RightAnswer `json:"rights,omitempty"` // answers to "krijgt u dit al?"
	Events []budget.Wending     `json:"events,omitempty"` // turns of life that the family wants to look at
	Rules  *Rules               `json:"rules,omitempty"`

	// Unread is what was typed in a field of the window and is no value yet: it is in no sum, and nobody has to type it again.
	Unread []plan.Unread `json:"unread,omitempty"`
}

// Rules says which rules the amounts of a case file were made with, so that an old print can be made again.
type Rules struct {
	Checked plan.Day `json:"checked,omitempty"` // the day on which the rules of that year were last compared with their sources
}

// Consent is what the family said when the helper asked whether their data may be kept.
type Consent struct {
	Given       bool     `json:"given"`
	On          plan.Day `json:"on,omitempty"`          // the day they said so
	KeepUntil   plan.Day `json:"keepUntil,omitempty"`   // nothing is kept longer than until this day
	LastContact plan.Day `json:"lastContact,omitempty"` // of helper and family
	Totals      bool     `json:"totals,omitempty"`      // this talk may be counted, without names, by the organisation
}
