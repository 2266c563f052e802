package budget

import (
	"fmt"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// The check on forgotten money: for the situation of the file, without one hour of work more, every right of the state, the
// municipality and the child funds. It runs alike for wages and for bijstand. A right is an expectation, no decision.

// RechtState tells how a right stands.
type RechtState int

// The states of a right.
const (
	RechtJa        RechtState = iota // the sum gives an amount
	RechtMisschien                   // it depends on something that the program does not know
	RechtNee                         // not, with a reason
	RechtOnbekend                    // cannot be said yet, with a reason
)

func (s RechtState) String() string {
	return [...]string{"ja", "misschien", "nee", "onbekend"}[s]
}

// RechtGroup says who gives it.
type RechtGroup string

// The groups of rights.
const (
	RechtenRijk      RechtGroup = "rijk"
	RechtenGemeente  RechtGroup = "gemeente"
	RechtenRegeling  RechtGroup = "regeling" // a municipal scheme of the file
	RechtenKind      RechtGroup = "kind"
	RechtenBelasting RechtGroup = "belasting"
)

// Reasons and conditions of the check, beside those of the year result.
const (
	ReasonMuchCare         Reason = "veel_zorg"
	ReasonFrom18           Reason = "vanaf_18"
	ReasonInsideKGB        Reason = "zit_in_kindgebonden_budget"
	ReasonNoUWV            Reason = "geen_uitkering_uwv"
	ReasonBelowNorm        Reason = "onder_norm"
	ReasonIncomeIncomplete Reason = "inkomen_niet_compleet"
	ReasonLookItUp         Reason = "controleer"
	ReasonAddsNothing      Reason = "levert_niets_op"
	ReasonAge              Reason = "leeftijd"
	ReasonNotOffered       Reason = "niet_in_gemeente"
	ReasonLongLowIncome    Reason = "lang_laag_inkomen"
	ReasonAboveUsualLimit  Reason = "boven_gebruikelijke_grens"
	ReasonAskStudy         Reason = "vraag_studie"
	ReasonNoStudent        Reason = "geen_student"
	ReasonIllStudent       Reason = "ziek_bij_studie"
	ReasonSpecialCost      Reason = "bijzondere_kosten"
	ReasonOwnPart          Reason = "zelf_een_deel"
	ReasonLittleSavings    Reason = "weinig_spaargeld"
	ReasonRentCounts       Reason = "huur_en_premie_tellen"
	ReasonNotEverywhere    Reason = "niet_overal"
	ReasonOnlyPartners     Reason = "alleen_met_partner"
	ReasonTwoIncomes       Reason = "twee_inkomens"
	ReasonOnlyBenefit      Reason = "alleen_bij_uitkering"
	ReasonBelowBijstand    Reason = "onder_bijstand"
	ReasonDecided          Reason = "besluit_gemeente"
	ReasonExpired          Reason = "regeling_verlopen"
	ReasonNobodyOfAge      Reason = "niemand_van_die_leeftijd"
	ReasonNothingBack      Reason = "niets_terug"
	ReasonPayMore          Reason = "bijbetalen"
	ReasonNoCredit         Reason = "nergens_korting"
	ReasonSchoolJoins      Reason = "school_doet_mee"
	ReasonVoluntary        Reason = "vrijwillig"
	ReasonMbo              Reason = "mbo_leerling"
	ReasonVVE              Reason = "indicatie_vve"
	ReasonAboveAnyLimit    Reason = "boven_hoogste_grens"
)

// Recht is one right of the family or of one of its people.
type Recht struct {
	ID       string // of the catalogues: "recht." + ID
	Group    RechtGroup
	Who      string // id of the child, of the adult or of the municipal scheme; "" for the family
	Resident int    // 1 for the first other resident, 0 for none
	State    RechtState
	Why      Reason // "reden." of the catalogues; may stand beside an amount as a condition
	PerYear  Amount // euro a year, about; not known when the program has no figure
	InKind   bool   // worth, not money
	LastYear Amount // what the year before may have given, when it can still be asked for

	Office  string   // where: "loket." of the catalogues
	Through string   // who asks for it: "via." of the catalogues
	Papers  []string // what to bring: "papier." of the catalogues

	Until         time.Time  // last day to ask for this year; zero when the law gives none
	UntilLastYear time.Time  // last day to ask for the year before
	MonthsBack    int        // how many months back the right goes at most; 0 when that is not limited so
	Remind        *YearMonth // the month in which to think of it
}

// Key tells the rights of a family apart, for the answers of the case file.
func (r *Recht) Key() string {
	who := r.Who
	if r.Resident > 0 {
		who = fmt.Sprintf("medebewoner%d", r.Resident)
	}
	if who == "" {
		return r.ID
	}
	return r.ID + "." + who
}

// RightAnswer is what the family said to "Krijgt u dit al?" about one right.
type RightAnswer struct {
	Right  string `json:"right"` // its Key
	Answer string `json:"answer"`
}

// ValidateRights lists the faults in the answers about rights.
func ValidateRights(answers []RightAnswer) []FieldError {
	var c checker
	seen := idSet{}
	for i, a := range answers {
		field := fmt.Sprintf("rights[%d]", i)
		c.id(field+".right", a.Right, seen)
		need(&c, field+".answer", a.Answer, []string{AnswerYes, AnswerNo, AnswerUnknown})
	}
	return c.faults
}

// Who asks for a right.
const (
	ViaZelf          = "zelf"
	ViaVanzelf       = "vanzelf"       // nobody: it comes by itself
	ViaTussenpersoon = "tussenpersoon" // school, coach or helper, not the parent
	ViaSchool        = "school"
)

// rechtInfo is what does not depend on the family: where, through whom, with which papers.
var rechtInfo = map[string]struct {
	office, through string
	papers          []string
}{
	"zorgtoeslag":           {"toeslagen", ViaZelf, []string{"digid", "inkomen", "polis"}},
	"huurtoeslag":           {"toeslagen", ViaZelf, []string{"digid", "inkomen", "huurcontract"}},
	"kindgebonden_budget":   {"toeslagen", ViaVanzelf, []string{"digid", "inkomen"}},
	"ouderkop":              {"toeslagen", ViaVanzelf, []string{"digid"}},
	"kinderopvangtoeslag":   {"toeslagen", ViaZelf, []string{"digid", "inkomen", "opvangcontract"}},
	"kinderbijslag":         {"svb", ViaZelf, []string{"digid"}},
	"kinderbijslag_extra":   {"svb", ViaZelf, []string{"digid", "indicatie"}},
	"zorgtoeslag_18":        {"toeslagen", ViaZelf, []string{"digid", "polis"}},
	"bijstand":              {"gemeente", ViaZelf, []string{"legitimatie", "inkomen", "bankafschriften", "huurcontract"}},
	"aio":                   {"svb", ViaZelf, []string{"legitimatie", "inkomen", "bankafschriften"}},
	"toeslagenwet":          {"uwv", ViaZelf, []string{"digid", "uitkering"}},
	"inkomenstoeslag":       {"gemeente", ViaZelf, []string{"legitimatie", "inkomen", "bankafschriften"}},
	"studietoeslag":         {"gemeente", ViaZelf, []string{"legitimatie", "inschrijving", "medisch"}},
	"bijzondere_bijstand":   {"gemeente", ViaZelf, []string{"legitimatie", "inkomen", "bankafschriften", "rekening"}},
	"kwijtschelding":        {"gemeente", ViaZelf, []string{"aanslag", "inkomen", "bankafschriften", "huurcontract"}},
	"gemeentepolis":         {"gemeente", ViaZelf, []string{"inkomen", "polis"}},
	"alleenverdieners":      {"gemeente", ViaZelf, []string{"inkomen", "uitkering"}},
	"energiefonds":          {"gemeente", ViaZelf, []string{"energierekening", "inkomen"}},
	"aangifte":              {"belastingdienst", ViaZelf, []string{"digid", "jaaropgaaf"}},
	"loonheffingskorting":   {"werkgever", ViaZelf, nil},
	"leergeld":              {"leergeld", ViaZelf, []string{"inkomen", "rekening"}},
	"zwemles":               {"leergeld", ViaZelf, []string{"inkomen"}},
	"laptop":                {"leergeld", ViaZelf, []string{"inkomen", "schoolbrief"}},
	"fiets":                 {"leergeld", ViaZelf, []string{"inkomen"}},
	"sport":                 {"jeugdfonds", ViaTussenpersoon, []string{"inkomen"}},
	"cultuur":               {"jeugdfonds", ViaTussenpersoon, []string{"inkomen"}},
	"jarige_job":            {"jarige_job", ViaTussenpersoon, nil},
	"kinderhulp":            {"kinderhulp", ViaTussenpersoon, nil},
	"schoolkosten":          {"gemeente", ViaZelf, []string{"inkomen", "schoolbrief"}},
	"schoolmaaltijd":        {"school", ViaSchool, nil},
	"mbo_fonds":             {"school", ViaSchool, []string{"inkomen", "schoolbrief"}},
	"vve":                   {"consultatiebureau", ViaZelf, nil},
	"ouderbijdrage":         {"school", ViaVanzelf, nil},
	string(RechtenRegeling): {"regeling", ViaZelf, []string{"inkomen"}},
}

// RechtenOptions say what the check needs beside the household.
type RechtenOptions struct {
	Today time.Time
	Own   *OwnBudget // for the bills that a municipality may cancel; nil when there is none
}

// Rechten is the check on forgotten money.
type Rechten struct {
	All   []Recht
	Ratio Amount // net income as a share of the bijstand norm of the year; not known when the income is not
}

// Rechten checks every right of a household, in the order of the groups. The household must be valid.
func (e *Engine) Rechten(h *Household, o RechtenOptions) (*Rechten, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	now, err := e.Year(h)
	if err != nil {
		return nil, err
	}
	c := &rechtCheck{e: e, set: set, p: &set.Rechten, h: h, o: o, now: now, f: gather(nil, set, h)}
	c.ratio = c.incomeRatio()
	c.before = c.lastYear()
	c.state()
	c.municipality()
	c.schemes()
	c.tax()
	c.children()
	return &Rechten{All: c.all, Ratio: c.ratio}, nil
}

// rechtCheck gathers the rights of one household.
type rechtCheck struct {
	e      *Engine
	set    *rules.Set
	p      *rules.Rechten
	h      *Household
	o      RechtenOptions
	now    *Result
	before *Result // of the year before; nil when it cannot be said
	f      *facts
	ratio  Amount
	all    []Recht
}

func (c *rechtCheck) add(id string, group RechtGroup, r Recht) {
	info := rechtInfo[id]
	r.ID, r.Group = id, group
	if r.Office == "" {
		r.Office = info.office
	}
	if r.Through == "" {
		r.Through = info.through
	}
	r.Papers = info.papers
	c.all = append(c.all, r)
}

// incomeRatio is net income, bijstand included, as a share of the norm without cost-sharers: what most municipal limits look at.
// It is read from a scheme of nothing, so that there is one way to reckon it.
func (c *rechtCheck) incomeRatio() Amount {
	probe := *c.h
	probe.Adults = slices.Clone(c.h.Adults)
	for i := range probe.Adults {
		probe.Adults[i].Wealth = Known(probe.Adults[i].Wealth.Or(zero))
	}
	probe.LocalSchemes = []LocalScheme{{ID: "maat", Per: "household", Period: "year", Shape: "cliff", IncomeBase: "norm-incl-holiday",
		Amount: Known(zero), LimitFull: Known(one), NormIgnoresCostSharers: true, CountExemptWage: true}}
	r, err := c.e.Year(&probe)
	if err != nil || len(r.Local) == 0 || r.Of(Bijstand).State == Unknown || r.Local[0].Norm.Sign() <= 0 {
		return Amount{}
	}
	return Known(r.Local[0].Ratio)
}

// lastYear is the result of the year before when toeslagen over it can still be asked for, as if the situation was the same.
func (c *rechtCheck) lastYear() *Result {
	year := c.h.Year - 1
	if year < FirstYear || c.o.Today.After(c.until(year)) || c.o.Today.Year() > c.h.Year {
		return nil
	}
	h := *c.h
	h.Year, h.Children = year, nil
	for _, k := range c.h.Children {
		if k.Born.Year <= year {
			h.Children = append(h.Children, k)
		}
	}
	adult := c.set.Algemeen.Meerderjarigheid.Int()
	for i := range c.h.OtherResidents {
		if c.h.OtherResidents[i].Born.ageOn1January(year) < adult {
			return nil // a child of the family then: nobody said so
		}
	}
	for i := range c.h.Adults {
		if year-c.h.Adults[i].Born.Year < adultFrom {
			return nil
		}
	}
	r, err := c.e.Year(&h)
	if err != nil {
		return nil
	}
	return r
}

// until is the last day to ask for a toeslag of a year (Awir art. 15 lid 1).
func (c *rechtCheck) until(year int) time.Time {
	return time.Date(year+c.p.ToeslagJaren.Int(), time.December, 31, 0, 0, 0, 0, time.UTC)
}

// stateOf turns an outcome of the engine into the state of a right.
func stateOf(o Outcome) (s RechtState, why Reason, perYear Amount) {
	switch {
	case o.State == Unknown:
		return RechtOnbekend, o.Reason, Amount{}
	case o.State == None, o.PerYear.Sign() <= 0:
		return RechtNee, o.Reason, Amount{}
	}
	return RechtJa, "", Known(o.PerYear)
}

// state checks what the state gives.
func (c *rechtCheck) state() {
	for _, component := range []Component{Zorgtoeslag, Huurtoeslag, KindgebondenBudget, Kinderopvangtoeslag} {
		c.toeslag(component)
	}
	c.ouderkop()
	c.kinderbijslag()
	c.zorgtoeslagOfChildren()
	c.toeslagenwet()
}

func (c *rechtCheck) toeslag(component Component) {
	var r Recht
	r.State, r.Why, r.PerYear = stateOf(c.now.Of(component))
	if r.State == RechtJa {
		r.Until = c.until(c.h.Year)
	}
	if component == Kinderopvangtoeslag {
		r.Until = time.Time{}
		if p := &c.p.OpvangMaanden; p.Known() {
			r.MonthsBack = p.Int()
		}
	} else if c.before != nil {
		if before := c.before.Of(component); before.State == HasAmount && before.PerYear.Sign() > 0 {
			r.LastYear, r.UntilLastYear = Known(before.PerYear), c.until(c.h.Year-1)
		}
	}
	if component == KindgebondenBudget && c.now.Of(Zorgtoeslag).State != HasAmount && c.now.Of(Huurtoeslag).State != HasAmount {
		r.Through = ViaZelf // it comes by itself only to who has another toeslag (Wkgb art. 5 lid 2)
	}
	c.add(component.String(), RechtenRijk, r)
}

// ouderkop is the part of the kindgebonden budget that goes wrong most: a partner of the past still counts.
func (c *rechtCheck) ouderkop() {
	if c.f.partner || len(c.h.Children) == 0 {
		return
	}
	r := Recht{State: RechtNee, Why: c.now.Of(KindgebondenBudget).Reason}
	switch o := c.now.Of(KindgebondenBudget); o.State {
	case HasAmount:
		p := &c.set.KindgebondenBudget.AlleenstaandeOuderkop
		r.State, r.Why = RechtJa, ReasonInsideKGB
		if p.Known() {
			r.PerYear = Known(least(p.Value, o.PerYear))
		}
	case Unknown:
		r.State = RechtOnbekend
	}
	c.add("ouderkop", RechtenRijk, r)
}

func (c *rechtCheck) kinderbijslag() {
	var r Recht
	r.State, r.Why, r.PerYear = stateOf(c.now.Of(Kinderbijslag))
	r.MonthsBack = c.p.KinderbijslagJaren.Int() * monthsInYear
	c.add("kinderbijslag", RechtenRijk, r)
	for i := range c.h.Children {
		k := &c.h.Children[i]
		if age, born := c.age(k.Born); born && k.Kinderbijslag && age >= c.p.IntensieveZorgVanaf.Int() {
			extra := Recht{Who: k.ID, State: RechtMisschien, Why: ReasonMuchCare}
			only := *c.h
			only.Children = []Child{*k}
			if o := gather(nil, c.set, &only).kinderbijslag; o.State == HasAmount {
				extra.PerYear = Known(o.PerYear)
			}
			c.add("kinderbijslag_extra", RechtenRijk, extra)
		}
	}
}

// zorgtoeslagOfChildren is the own zorgtoeslag of a child that is 18 or becomes so this year.
func (c *rechtCheck) zorgtoeslagOfChildren() {
	adult := c.set.Algemeen.Meerderjarigheid.Int()
	for i := range c.h.OtherResidents {
		if o := &c.h.OtherResidents[i]; o.Relation == RelationChild {
			c.ownZorgtoeslag(Recht{Resident: i + 1}, o.Born, o.IncomePerYear, o.Wealth)
		}
	}
	for i := range c.h.Children {
		if k := &c.h.Children[i]; k.Born.Year+adult == c.h.Year {
			c.ownZorgtoeslag(Recht{Who: k.ID, Why: ReasonFrom18}, k.Born, Known(zero), Known(zero))
		}
	}
}

func (c *rechtCheck) ownZorgtoeslag(r Recht, born YearMonth, income, wealth Amount) {
	alone := Household{Year: c.h.Year, Adults: []Adult{{ID: "k", Born: born, Wealth: wealth}}, Housing: Home{Kind: OtherHome}}
	r.State, r.Why = RechtOnbekend, ReasonResidentUnknown
	if perYear, known := income.Get(); known && wealth.IsKnown() {
		alone.Adults[0].Benefits = []Benefit{{Kind: WIA, GrossPerMonth: Known(perYear.DivRound(twelve, 2))}}
		if own, err := c.e.Year(&alone); err == nil {
			r.State, r.Why, r.PerYear = stateOf(own.Of(Zorgtoeslag))
		}
	}
	r.Until = c.until(c.h.Year)
	c.add("zorgtoeslag_18", RechtenRijk, r)
}

// toeslagenwet is the gross top-up of UWV; its own sum is not part of the program.
func (c *rechtCheck) toeslagenwet() {
	r := Recht{State: RechtNee, Why: ReasonNoUWV}
	for i := range c.h.Adults {
		if receives(&c.h.Adults[i], WW, ZW, WIA, WAO, Wajong) {
			r.State, r.Why = c.under(one, ReasonBelowNorm, ReasonIncomeTooHigh)
		}
	}
	c.add("toeslagenwet", RechtenRijk, r)
}

// under holds the income against a share of the norm.
func (c *rechtCheck) under(share decimal.Decimal, condition, above Reason) (RechtState, Reason) {
	ratio, known := c.ratio.Get()
	switch {
	case !known:
		return RechtOnbekend, ReasonIncomeIncomplete
	case ratio.GreaterThan(share):
		return RechtNee, above
	}
	return RechtMisschien, condition
}

// age is how old somebody is today, in whole years; born is false before the birth.
func (c *rechtCheck) age(born YearMonth) (years int, alive bool) {
	months := born.monthsBefore(YearMonth{c.o.Today.Year(), int(c.o.Today.Month())})
	if months < 0 {
		return 0, false
	}
	return months / monthsInYear, true
}
