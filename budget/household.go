package budget

// Household is the situation of one family in one calendar year, as in the case file (schema 1).
type Household struct {
	Year           int           `json:"year"`
	Adults         []Adult       `json:"adults"`
	Partners       bool          `json:"partners"`
	Children       []Child       `json:"children"`
	OtherResidents []Resident    `json:"otherResidents"`
	Housing        Home          `json:"housing"`
	Bijstand       BijstandClaim `json:"bijstand"`
	LocalSchemes   []LocalScheme `json:"localSchemes"`

	Signals []SignalAnswer `json:"signals,omitempty"` // situations that the program does not cover

	ChildOffer []Offer `json:"childOffer,omitempty"` // what there is for children in the municipality

	LowIncomeSince YearMonth `json:"lowIncomeSince,omitzero"` // the first month of years with a low income: some municipal rights ask for a term
}

// Adult is one of the one or two adults.
type Adult struct {
	ID       string    `json:"id"`
	Name     string    `json:"name,omitempty"`
	Born     YearMonth `json:"born,omitzero"`
	Jobs     []Job     `json:"jobs"`
	Benefits []Benefit `json:"benefits"`
	Profit   *Profit   `json:"profit,omitempty"`
	Wealth   Amount    `json:"wealth,omitzero"` // rendementsgrondslag on 1 January, euro
}

// Job is one employment. Hours a week, gross wage an hour in euro, percentages as printed (8 is 8 percent).
type Job struct {
	ID                      string `json:"id"`
	HoursPerWeek            Amount `json:"hoursPerWeek,omitzero"`
	HourlyWage              Amount `json:"hourlyWage,omitzero"`
	HolidayAllowancePercent Amount `json:"holidayAllowancePercent,omitzero"`
	PensionPercent          Amount `json:"pensionPercent,omitzero"`
	TravelCostPerMonth      Amount `json:"travelCostPerMonth,omitzero"`
	PayrollCredit           bool   `json:"payrollCredit"`
}

// Benefit is a gross benefit a month in euro.
type Benefit struct {
	Kind          BenefitKind `json:"kind"`
	GrossPerMonth Amount      `json:"grossPerMonth,omitzero"`
}

// BenefitKind names a benefit as the case file does.
type BenefitKind string

// The kinds of benefits.
const (
	WW      BenefitKind = "ww"
	ZW      BenefitKind = "zw"
	WIA     BenefitKind = "wia"
	WAO     BenefitKind = "wao"
	Wajong  BenefitKind = "wajong"
	Anw     BenefitKind = "anw"
	AOW     BenefitKind = "aow"
	Pension BenefitKind = "pension"
	Alimony BenefitKind = "alimony"
)

// Profit is the profit of a self-employed person in euro a year, before zelfstandigenaftrek.
type Profit struct {
	PerYear   Amount `json:"perYear,omitzero"`
	HoursTest bool   `json:"hoursTest"`
	Starter   bool   `json:"starter"`
}

// Child is a child under 18 on 1 January that lives at home.
type Child struct {
	ID            string      `json:"id"`
	Name          string      `json:"name,omitempty"`
	Born          YearMonth   `json:"born,omitzero"`
	Kinderbijslag bool        `json:"kinderbijslag"` // paid to this household; true when absent
	Childcare     []Childcare `json:"childcare"`
}

// Childcare is care of one kind: hours a month and euro an hour.
type Childcare struct {
	Kind          CareKind `json:"kind"`
	HoursPerMonth Amount   `json:"hoursPerMonth,omitzero"`
	PricePerHour  Amount   `json:"pricePerHour,omitzero"`
}

// CareKind names a kind of childcare.
type CareKind string

// The kinds of childcare.
const (
	Dagopvang CareKind = "dagopvang"
	BSO       CareKind = "bso"
	Gastouder CareKind = "gastouder"
)

// Resident is somebody at the address who is neither partner nor own child under 18.
type Resident struct {
	Born                      YearMonth `json:"born,omitzero"`
	Relation                  Relation  `json:"relation,omitempty"`
	IncomePerYear             Amount    `json:"incomePerYear,omitzero"`
	Wealth                    Amount    `json:"wealth,omitzero"`
	CountsForKostendelersnorm bool      `json:"countsForKostendelersnorm"`
}

// Relation of a resident to the adults; empty when not known.
type Relation string

// The relations.
const (
	RelationChild  Relation = "child"
	RelationFamily Relation = "family"
	RelationOther  Relation = "other"
)

// Home is the dwelling; rent is the bare rent in euro a month.
type Home struct {
	Kind         HomeKind `json:"kind,omitempty"`
	RentPerMonth Amount   `json:"rentPerMonth,omitzero"`
}

// HomeKind names a kind of dwelling.
type HomeKind string

// The kinds of dwellings.
const (
	Rent      HomeKind = "rent"
	OwnHome   HomeKind = "own"
	OtherHome HomeKind = "other"
)

// BijstandClaim says whether the family asks for bijstand and which exemption of wages runs.
type BijstandClaim struct {
	Claims    bool      `json:"claims"`
	Exemption Exemption `json:"exemption"`
}

// Exemption of wages in the bijstand, for the first Months months of the year.
type Exemption struct {
	Kind   ExemptionKind `json:"kind,omitempty"`
	Months int           `json:"months"`
}

// ExemptionKind names an exemption.
type ExemptionKind string

// The kinds of exemptions.
const (
	NoExemption           ExemptionKind = "none"
	GeneralExemption      ExemptionKind = "general"
	SingleParentExemption ExemptionKind = "single-parent"
	MedicalExemption      ExemptionKind = "medical"
)

// LocalScheme is one municipal scheme; see docs/lokale-regelingen.md for the meaning of each field.
type LocalScheme struct {
	ID                         string       `json:"id"`
	Name                       string       `json:"name"`
	Owner                      string       `json:"owner,omitempty"`
	Per                        string       `json:"per"` // household, adult, child
	AgeMin                     *int         `json:"ageMin,omitempty"`
	AgeMax                     *int         `json:"ageMax,omitempty"`
	Amount                     Amount       `json:"amount,omitzero"`
	Kind                       string       `json:"kind"`       // cash, in-kind, discount, bill-cancelled
	Period                     string       `json:"period"`     // month, year, school-year, once
	IncomeBase                 string       `json:"incomeBase"` // norm-incl-holiday, norm-excl-holiday, gross, own-amount
	NormIgnoresCostSharers     bool         `json:"normIgnoresCostSharers"`
	CountExemptWage            bool         `json:"countExemptWage"`
	Shape                      string       `json:"shape"` // cliff, steps, linear, capacity
	LimitFull                  Amount       `json:"limitFull,omitzero"`
	LimitZero                  Amount       `json:"limitZero,omitzero"`
	Steps                      []SchemeStep `json:"steps,omitempty"`
	Capacity                   *Capacity    `json:"capacity,omitempty"`
	AssetTest                  AssetTest    `json:"assetTest,omitzero"`
	NeedsBijstandHistoryMonths int          `json:"needsBijstandHistoryMonths"`
	ValidFrom                  string       `json:"validFrom,omitempty"` // YYYY-MM-DD
	ValidTo                    string       `json:"validTo,omitempty"`
	SourceURL                  string       `json:"sourceUrl,omitempty"`
	CheckedOn                  string       `json:"checkedOn,omitempty"`
	NeedsApplication           bool         `json:"needsApplication"`
	CountsAsCash               bool         `json:"countsAsCash"`

	Override *SchemeOverride `json:"override,omitempty"` // of this family only; no part of a shared file
}

// SchemeOverride is what the municipality decided for this family apart from its rules: euro a year, and why.
type SchemeOverride struct {
	PerYear Amount `json:"perYear,omitzero"`
	Note    string `json:"note,omitempty"`
}

// SchemeStep is one step of a scheme: up to this share of the norm, this share of the amount.
type SchemeStep struct {
	To    Amount `json:"to"`
	Share Amount `json:"share"`
}

// Capacity is the shape "capacity": a free limit and a share of the excess.
type Capacity struct {
	FreeLimit Amount `json:"freeLimit"`
	Share     Amount `json:"share"`
}

// AssetTest is the wealth test of a local scheme: none, art34 or amount.
type AssetTest struct {
	Kind  string `json:"kind"`
	Limit Amount `json:"limit,omitzero"`
}
