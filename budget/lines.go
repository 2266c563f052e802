package budget

import (
	"slices"

	"github.com/shopspring/decimal"
)

// LineKey names a line of the household budget; imports, case files and norms use the same keys.
type LineKey string

// The lines that the code itself fills; all others exist as data only.
const (
	LineHuur           LineKey = "huur"
	LineKinderopvang   LineKey = "kinderopvang"
	LineReiskostenWerk LineKey = "reiskosten_werk"
	LineAflossing      LineKey = "aflossing"
	LineEnergie        LineKey = "energie"
	LineZiektekosten   LineKey = "ziektekosten"
	LineHuisdieren     LineKey = "huisdieren"
)

// LineGroup names a group of lines.
type LineGroup string

// The groups of the household budget, in the order of the sheet.
const (
	GroupVast          LineGroup = "vast"
	GroupReserveren    LineGroup = "reserveren"
	GroupHuishoudelijk LineGroup = "huishoudelijk"
	GroupMeedoen       LineGroup = "meedoen"
	GroupNietGenormd   LineGroup = "niet_genormd"
)

// LineGroups gives the groups in the order of the sheet.
func LineGroups() []LineGroup {
	return []LineGroup{GroupVast, GroupReserveren, GroupHuishoudelijk, GroupMeedoen, GroupNietGenormd}
}

// Line is one line of the household budget. A finer line has a parent and counts in it.
type Line struct {
	Key      LineKey
	Group    LineGroup
	Parent   LineKey // empty for a line of the sheet itself
	Optional bool    // many families do not have it: leaving it out says "we have none", not "not known yet"
}

// budgetLines is the sheet. Sources disagree on the group of some lines, so the group is data and nothing else depends on it.
var budgetLines = []Line{
	{Key: LineHuur, Group: GroupVast},
	{Key: LineEnergie, Group: GroupVast},
	{Key: "gas", Group: GroupVast, Parent: LineEnergie},
	{Key: "elektriciteit", Group: GroupVast, Parent: LineEnergie},
	{Key: "water_lokaal", Group: GroupVast},
	{Key: "water", Group: GroupVast, Parent: "water_lokaal"},
	{Key: "gemeente", Group: GroupVast, Parent: "water_lokaal"},
	{Key: "waterschap", Group: GroupVast, Parent: "water_lokaal"},
	{Key: "ozb", Group: GroupVast, Parent: "water_lokaal"},
	{Key: "hondenbelasting", Group: GroupVast, Parent: "water_lokaal"},
	{Key: "telecom", Group: GroupVast},
	{Key: "zorgverzekering", Group: GroupVast},
	{Key: "verzekeringen", Group: GroupVast},
	{Key: "zorg_aanvullend", Group: GroupVast, Parent: "verzekeringen"},
	{Key: "aansprakelijkheid", Group: GroupVast, Parent: "verzekeringen"},
	{Key: "inboedel", Group: GroupVast, Parent: "verzekeringen"},
	{Key: "uitvaart", Group: GroupVast, Parent: "verzekeringen"},
	{Key: "opstal", Group: GroupVast, Parent: "verzekeringen"},
	{Key: "onderwijs", Group: GroupVast},
	{Key: "schoolkosten", Group: GroupVast, Parent: "onderwijs"},
	{Key: "studiekosten", Group: GroupVast, Parent: "onderwijs"},
	{Key: LineKinderopvang, Group: GroupVast, Optional: true},
	{Key: "contributies", Group: GroupVast},
	{Key: "vervoer", Group: GroupVast},
	{Key: "ov", Group: GroupVast, Parent: "vervoer"},
	{Key: "fiets", Group: GroupVast, Parent: "vervoer"},
	{Key: "wegenbelasting", Group: GroupVast, Parent: "vervoer"},
	{Key: "autoverzekering", Group: GroupVast, Parent: "vervoer"},
	{Key: "brandstof", Group: GroupVast, Parent: "vervoer"},
	{Key: "auto_onderhoud", Group: GroupVast, Parent: "vervoer"},
	{Key: "auto_afschrijving", Group: GroupVast, Parent: "vervoer"},
	{Key: "bank", Group: GroupVast},
	{Key: "kleding", Group: GroupReserveren},
	{Key: "inventaris", Group: GroupReserveren},
	{Key: "onderhoud", Group: GroupReserveren},
	{Key: LineZiektekosten, Group: GroupReserveren, Optional: true},
	{Key: "eigen_risico", Group: GroupReserveren, Parent: LineZiektekosten},
	{Key: "eigen_bijdragen", Group: GroupReserveren, Parent: LineZiektekosten},
	{Key: "zelfzorg", Group: GroupReserveren, Parent: LineZiektekosten},
	{Key: "vrije_tijd", Group: GroupReserveren},
	{Key: "vakantie", Group: GroupReserveren, Parent: "vrije_tijd"},
	{Key: "uitjes", Group: GroupReserveren, Parent: "vrije_tijd"},
	{Key: "cadeaus", Group: GroupReserveren, Parent: "vrije_tijd"},
	{Key: "verjaardagen", Group: GroupReserveren, Parent: "vrije_tijd"},
	{Key: "feestdagen", Group: GroupReserveren, Parent: "vrije_tijd"},
	{Key: "voeding", Group: GroupHuishoudelijk},
	{Key: "schoonmaak", Group: GroupHuishoudelijk},
	{Key: "verzorging", Group: GroupHuishoudelijk},
	{Key: LineHuisdieren, Group: GroupHuishoudelijk, Optional: true},
	{Key: "roken_alcohol", Group: GroupHuishoudelijk, Optional: true},
	{Key: "zakgeld", Group: GroupHuishoudelijk, Optional: true},
	{Key: "overig", Group: GroupHuishoudelijk, Optional: true},
	{Key: "huishoudhulp", Group: GroupHuishoudelijk, Parent: "overig"},
	{Key: "diversen", Group: GroupHuishoudelijk, Parent: "overig"},
	{Key: "onvoorzien", Group: GroupHuishoudelijk, Parent: "overig"},
	{Key: "meedoen", Group: GroupMeedoen},
	{Key: "lidmaatschap", Group: GroupMeedoen, Parent: "meedoen"},
	{Key: "bezoek", Group: GroupMeedoen, Parent: "meedoen"},
	{Key: "uitje", Group: GroupMeedoen, Parent: "meedoen"},
	{Key: "week_vakantie", Group: GroupMeedoen, Parent: "meedoen"},
	{Key: LineAflossing, Group: GroupNietGenormd, Optional: true},
	{Key: "beheer", Group: GroupNietGenormd, Optional: true},
	{Key: "onvermijdbaar", Group: GroupNietGenormd, Optional: true},
	{Key: LineReiskostenWerk, Group: GroupNietGenormd, Optional: true},
}

// Lines gives every line and finer line in the order of the sheet.
func Lines() []Line { return slices.Clone(budgetLines) }

// LineOf finds a line by its key.
func LineOf(key LineKey) (Line, bool) {
	i := slices.IndexFunc(budgetLines, func(l Line) bool { return l.Key == key })
	if i < 0 {
		return Line{}, false
	}
	return budgetLines[i], true
}

// Main is the key of the line of the sheet that this line counts in.
func (l Line) Main() LineKey {
	if l.Parent != "" {
		return l.Parent
	}
	return l.Key
}

// OwnBudget is what the family itself told: the part "budget" of the case file.
type OwnBudget struct {
	Lines       []OwnLine     `json:"lines"`
	Received    []Received    `json:"received,omitempty"`
	OtherIncome []OtherIncome `json:"otherIncome,omitempty"`
	Checked     []CheckAnswer `json:"checked,omitempty"` // questions that were answered with "klopt"

	Pots       []Pot       `json:"pots,omitempty"`
	Appliances []Appliance `json:"appliances,omitempty"`
	Cash       *CashFacts  `json:"cash,omitempty"`
}

// OwnLine is an amount that the family really pays, in euro a Rhythm. A line may stand here more than once, each with its own
// label. Unknown is the answer "weet ik niet"; a line that is not here was not answered yet.
type OwnLine struct {
	Key     LineKey `json:"key"`
	Label   string  `json:"label,omitempty"` // a name of the family's own
	Amount  Amount  `json:"amount,omitzero"`
	Rhythm  Rhythm  `json:"rhythm,omitempty"` // month when absent
	Month   int     `json:"month,omitempty"`  // 1 to 12, first month in which it is due
	Day     int     `json:"day,omitempty"`    // 1 to 31, day of the month on which it is due
	Payee   string  `json:"payee,omitempty"`  // who gets it, such as the name of a company
	Way     PayWay  `json:"way,omitempty"`    // empty when not known
	Unknown bool    `json:"unknown,omitempty"`
}

// PayWay is how an amount is paid.
type PayWay string

// The ways to pay.
const (
	PaidAutomatically PayWay = "automatic"
	PaidByHand        PayWay = "by-hand"
)

// PayWays gives every way to pay.
func PayWays() []PayWay { return []PayWay{PaidAutomatically, PaidByHand} }

// Received is a real payment on the bank statement, in euro a Rhythm; it replaces that component of the year result.
type Received struct {
	Component string `json:"component"` // id of a component, such as "huurtoeslag"
	Amount    Amount `json:"amount,omitzero"`
	Rhythm    Rhythm `json:"rhythm,omitempty"` // month when absent
}

// OtherIncome is money that comes in beside the year result, net, in euro a Rhythm. Unknown is the answer "weet ik niet".
type OtherIncome struct {
	Kind    IncomeKind `json:"kind"`
	Label   string     `json:"label,omitempty"` // a name of the family's own
	Amount  Amount     `json:"amount,omitzero"`
	Rhythm  Rhythm     `json:"rhythm,omitempty"` // month when absent
	Month   int        `json:"month,omitempty"`  // 1 to 12, first month in which it comes
	Day     int        `json:"day,omitempty"`    // 1 to 31
	Unknown bool       `json:"unknown,omitempty"`
}

// IncomeKind names a kind of income beside the year result.
type IncomeKind string

// The kinds of other income.
const (
	Kostgeld          IncomeKind = "kostgeld"          // of residents who pay for board
	Kinderalimentatie IncomeKind = "kinderalimentatie" // untaxed; alimony for an adult is a benefit of the household
	Teruggave         IncomeKind = "teruggave"         // of income tax
	ExtraLoon         IncomeKind = "extra_loon"        // thirteenth month, overtime: after tax
	Reisvergoeding    IncomeKind = "reisvergoeding"
	HulpGemeente      IncomeKind = "hulp_gemeente" // such as bijzondere bijstand
	HulpFamilie       IncomeKind = "hulp_familie"
	Rente             IncomeKind = "rente"
	AnderInkomen      IncomeKind = "ander_inkomen"
)

// IncomeKinds gives every kind of other income.
func IncomeKinds() []IncomeKind {
	return []IncomeKind{Kostgeld, Kinderalimentatie, Teruggave, ExtraLoon, Reisvergoeding, HulpGemeente, HulpFamilie, Rente, AnderInkomen}
}

// PerYear is the income in euro a year; not known when there is no amount or no such rhythm.
func (o OtherIncome) PerYear() (decimal.Decimal, bool) { return amountPerYear(o.Amount, o.Rhythm) }

// PerYear is the amount in euro a year; not known when there is no amount or no such rhythm.
func (l OwnLine) PerYear() (decimal.Decimal, bool) { return amountPerYear(l.Amount, l.Rhythm) }

// PerYear is the payment in euro a year; not known when there is no amount or no such rhythm.
func (r Received) PerYear() (decimal.Decimal, bool) { return amountPerYear(r.Amount, r.Rhythm) }

func amountPerYear(a Amount, r Rhythm) (decimal.Decimal, bool) {
	amount, known := a.Get()
	if !known || !r.Valid() {
		return decimal.Zero, false
	}
	return r.PerYear(amount), true
}
