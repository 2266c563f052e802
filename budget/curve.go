package budget

import "github.com/shopspring/decimal"

// Point is the year result at a number of hours a week in one job.
type Point struct {
	Hours  decimal.Decimal
	Result Result
}

// Curve is the year result for a range of hours in one job of one adult, everything else as in the file.
type Curve struct {
	Adult, Job string // ids
	Points     []Point
}

// Cliff is a fall of what is left over a year of 12 euro or more between two points; adjoining falls are one cliff.
type Cliff struct {
	From  decimal.Decimal     // hours of the last point before the fall
	To    decimal.NullDecimal // hours of the first point where the old total is reached again; invalid when not in range
	At    decimal.NullDecimal // the exact hour of the fall in tenths, when it was looked for
	Loss  decimal.Decimal     // euro a year, the largest distance below the old total, above zero
	Cause Component           // the component that fell most
}
