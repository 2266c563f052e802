package budget

import "github.com/shopspring/decimal"

// Component is one line of the year result.
type Component int

// The components of a year result, in the order of the contract. Costs carry a minus.
const (
	Loon Component = iota
	Uitkering
	Winst
	Pensioenpremie
	Inkomstenbelasting
	Zvw
	Bijstand
	Kinderbijslag
	Zorgtoeslag
	Huurtoeslag
	KindgebondenBudget
	Kinderopvangtoeslag
	Lokaal
	Kinderopvangkosten
	Reiskosten
	NumComponents
)

var componentIDs = [NumComponents]string{"loon", "uitkering", "winst", "pensioenpremie", "inkomstenbelasting", "zvw",
	"bijstand", "kinderbijslag", "zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag", "lokaal",
	"kinderopvangkosten", "reiskosten"}

// String is the id of the case-file contract, such as "kindgebonden_budget".
func (c Component) String() string { return componentIDs[c] }

// State of an outcome.
type State int

// The states of an outcome.
const (
	HasAmount State = iota // an amount, possibly zero
	None                   // nothing, with a reason
	Unknown                // cannot be said, with a reason; never shown as zero
)

func (s State) String() string { return [...]string{"amount", "none", "unknown"}[s] }

// Reason is the key of a reason, a sentence of the catalogues ("reden.vermogen_te_hoog").
type Reason string

// Outcome is what one component comes to in a calendar year, in euro with its sign.
type Outcome struct {
	State   State
	PerYear decimal.Decimal
	Reason  Reason
}

// Person is what the engine found for one adult, euro a year.
type Person struct {
	ID               string
	FiscalWage       decimal.Decimal
	Toetsingsinkomen decimal.Decimal
	Tax              decimal.Decimal
}

// Result is the outcome of one calendar year.
type Result struct {
	Year       int
	Components [NumComponents]Outcome
	Adults     int            // how many of Persons hold
	Persons    [2]Person      // in the order of the file
	Local      []LocalOutcome // one for each municipal scheme
	Remarks    []Reason
	perYear    decimal.Decimal
	unknown    bool
}

// Disposable is the sum of all components in euro a year; not known when a component is unknown.
func (r *Result) Disposable() (perYear decimal.Decimal, known bool) { return r.perYear, !r.unknown }

// DisposablePerMonth is a twelfth of Disposable, rounded to cents.
func (r *Result) DisposablePerMonth() (perMonth decimal.Decimal, known bool) {
	return r.perYear.DivRound(decimal.NewFromInt(12), 2), !r.unknown
}

// Of is the outcome of one component.
func (r *Result) Of(c Component) Outcome { return r.Components[c] }
