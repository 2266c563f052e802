package budget

import (
	"fmt"
	"slices"
)

// Debt is one debt, from the latest letter. No name of the creditor: its kind is enough.
type Debt struct {
	Kind                CreditorKind `json:"kind"`
	Amount              Amount       `json:"amount,omitzero"`              // euro still owed
	ArrearsMonths       *int         `json:"arrearsMonths,omitempty"`      // months behind
	ArrangementPerMonth Amount       `json:"arrangementPerMonth,omitzero"` // euro a month
	InterestPercent     Amount       `json:"interestPercent,omitzero"`     // a year, as printed
	Seizure             bool         `json:"seizure"`
	LetterDate          string       `json:"letterDate,omitempty"` // YYYY-MM-DD

	ArrangementStart YearMonth `json:"arrangementStart,omitzero"` // first month of the arrangement
	ArrangementEnd   YearMonth `json:"arrangementEnd,omitzero"`   // its last month
	ArrangementDay   int       `json:"arrangementDay,omitempty"`  // 1 to 31
	SetOffAgainst    string    `json:"setOffAgainst,omitempty"`   // id of the component that is paid with so much less
	SharePerMonth    Amount    `json:"sharePerMonth,omitzero"`    // euro of the room a month, chosen by hand
	Threat           Threat    `json:"threat,omitempty"`          // what will happen soon
	Remark           string    `json:"remark,omitempty"`
}

// CreditorKind names a kind of creditor.
type CreditorKind string

// The kinds of creditors that the code itself looks at.
const (
	CreditorVerhuurder CreditorKind = "verhuurder"
	CreditorHypotheek  CreditorKind = "hypotheek"
	CreditorEnergie    CreditorKind = "energie"
	CreditorWater      CreditorKind = "water"
	CreditorZorg       CreditorKind = "zorgverzekeraar"
	CreditorGemeente   CreditorKind = "gemeente"
	CreditorCJIB       CreditorKind = "cjib"
)

// CreditorKinds gives every kind of creditor.
func CreditorKinds() []CreditorKind {
	return []CreditorKind{CreditorVerhuurder, CreditorHypotheek, CreditorEnergie, CreditorWater, CreditorZorg, CreditorGemeente, "waterschap",
		"belastingdienst", "toeslagen", CreditorCJIB, "uwv_svb", "duo", "telecom", "webwinkel", "bank", "familie", "overig"}
}

// Threat is what a creditor says will happen. With each of them the municipality talks with the family within the days of
// Wgs art. 4 lid 2.
type Threat string

// The threats.
const (
	Eviction     Threat = "ontruiming"
	CutOff       Threat = "afsluiting"
	InsuranceEnd Threat = "verzekering_stopt"
)

// Threats gives every threat.
func Threats() []Threat { return []Threat{Eviction, CutOff, InsuranceEnd} }

// DebtHelp is what the helper knows or decides about the debts together: the part "debtHelp" of the case file.
type DebtHelp struct {
	BeslagvrijeVoet Amount    `json:"beslagvrijeVoet,omitzero"` // euro a month, from the letter of the bailiff; wins from ours
	Vtlb            Amount    `json:"vtlb,omitzero"`            // euro a month, from the debt helper; never computed here
	Debtor          string    `json:"debtor,omitempty"`         // id of the adult whose income is seized; the first when absent
	Split           Split     `json:"split,omitempty"`          // proportional when absent
	Priorities      []string  `json:"priorities,omitempty"`     // the order of payment in the helper's own words
	PlanEnd         YearMonth `json:"planEnd,omitzero"`         // last month of the plan
}

// Split is how the room is divided over the debts.
type Split string

// The ways to divide.
const (
	Proportional  Split = "naar_verhouding"
	SmallestFirst Split = "kleinste_eerst"
)

// Splits gives every way to divide.
func Splits() []Split { return []Split{Proportional, SmallestFirst} }

const (
	maxDebtAmount = 10_000_000
	maxPriorities = 12
)

// ValidateDebts lists everything in the debts that cannot be right, all at once.
func ValidateDebts(debts []Debt) []FieldError {
	c := checker{}
	for i, d := range debts {
		c.debt(fmt.Sprintf("debts[%d]", i), &d)
	}
	return c.faults
}

func (c *checker) debt(f string, d *Debt) {
	need(c, f+".kind", d.Kind, CreditorKinds())
	c.amount(f+".amount", d.Amount, maxDebtAmount)
	if d.ArrearsMonths != nil {
		c.count(f+".arrearsMonths", *d.ArrearsMonths, maxHistoryMonths)
	}
	c.amount(f+".arrangementPerMonth", d.ArrangementPerMonth, maxLineAmount)
	c.percent(f+".interestPercent", d.InterestPercent)
	c.date(f+".letterDate", d.LetterDate)
	c.count(f+".arrangementDay", d.ArrangementDay, daysInMonth)
	c.amount(f+".sharePerMonth", d.SharePerMonth, maxLineAmount)
	c.text(f+".remark", d.Remark)
	if !d.ArrangementStart.IsZero() && !d.ArrangementEnd.IsZero() && d.ArrangementEnd.months() < d.ArrangementStart.months() {
		c.add(f+".arrangementEnd", "fout.einde_voor_begin", args{"begin": d.ArrangementStart.String(), "einde": d.ArrangementEnd.String()})
	}
	if d.SetOffAgainst != "" {
		need(c, f+".setOffAgainst", d.SetOffAgainst, incomeIDs())
	}
	if d.Threat != "" {
		need(c, f+".threat", d.Threat, Threats())
	}
}

// Validate lists everything in it that cannot be right, all at once.
func (h *DebtHelp) Validate(household *Household) []FieldError {
	c := checker{}
	c.amount("debtHelp.beslagvrijeVoet", h.BeslagvrijeVoet, maxLineAmount)
	c.amount("debtHelp.vtlb", h.Vtlb, maxLineAmount)
	if h.Debtor != "" && !slices.ContainsFunc(household.Adults, func(a Adult) bool { return a.ID == h.Debtor }) {
		c.add("debtHelp.debtor", "fout.onbekende_volwassene", args{"id": shorten(h.Debtor)})
	}
	if h.Split != "" {
		need(&c, "debtHelp.split", h.Split, Splits())
	}
	c.count("debtHelp.priorities", len(h.Priorities), maxPriorities)
	for i, p := range h.Priorities {
		c.text(fmt.Sprintf("debtHelp.priorities[%d]", i), p)
	}
	return c.faults
}
