package budget

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// What lies ahead is reckoned with the amounts of the year of the file: those of a later year are seldom known. Only ages move
// on, and what has an end ends. So the amounts say what an event changes, not what next year brings.

// Wending is something that may happen in the life of a family, from the first day of a month on.
type Wending struct {
	Kind   WendingKind `json:"kind"`
	Month  YearMonth   `json:"month,omitzero"`
	Who    string      `json:"who,omitempty"`   // id of the adult or child
	Kids   KidsStay    `json:"kids,omitempty"`  // with whom the children live when a partner leaves
	Amount Amount      `json:"amount,omitzero"` // euro a month; what it is depends on the kind
}

// WendingKind names a turn of life.
type WendingKind string

// The turns of life, with what their amount is.
const (
	PartnerKomt      WendingKind = "partner_komt"      // gross wage of the partner
	PartnerWeg       WendingKind = "partner_weg"       // none
	PartnerOverlijdt WendingKind = "partner_overlijdt" // gross Anw benefit
	BaanStopt        WendingKind = "baan_stopt"        // gross WW benefit
	Ziek             WendingKind = "ziek"              // gross ZW benefit
	Baby             WendingKind = "baby"              // none
	Verhuizing       WendingKind = "verhuizing"        // bare rent
	VrijlatingStopt  WendingKind = "vrijlating_stopt"  // none
	MedebewonerKomt  WendingKind = "medebewoner_komt"  // gross income of the housemate
	KindUitHuis      WendingKind = "kind_uit_huis"     // none
)

// KidsStay says with whom the children live after a partner left; empty when that is not said.
type KidsStay string

// The answers.
const (
	KidsStayHere KidsStay = "hier"
	KidsGoAlong  KidsStay = "mee"
	KidsShared   KidsStay = "beide" // by turns with both: how money for them is shared then is not in the rules
)

// KidsStays gives the answers.
func KidsStays() []KidsStay { return []KidsStay{KidsStayHere, KidsGoAlong, KidsShared} }

// Wendingen lists the turns of life that can happen to a household.
func Wendingen(h *Household) []WendingKind {
	two, kids := len(h.Adults) == 2, len(h.Children) > 0
	possible := map[WendingKind]bool{
		PartnerKomt: !two, PartnerWeg: two, PartnerOverlijdt: two, BaanStopt: hasWork(h), Ziek: hasWork(h), Baby: true, Verhuizing: true,
		VrijlatingStopt: h.Bijstand.Claims && h.Bijstand.Exemption.Months > 0 && h.Bijstand.Exemption.Kind != NoExemption,
		MedebewonerKomt: true, KindUitHuis: kids,
	}
	return slices.DeleteFunc(allWendingen(), func(k WendingKind) bool { return !possible[k] })
}

func allWendingen() []WendingKind {
	return []WendingKind{PartnerKomt, PartnerWeg, PartnerOverlijdt, BaanStopt, Ziek, Baby, Verhuizing, VrijlatingStopt, MedebewonerKomt,
		KindUitHuis}
}

// HasAmount tells whether the kind asks for an amount.
func (k WendingKind) HasAmount() bool {
	return slices.Contains([]WendingKind{PartnerKomt, PartnerOverlijdt, BaanStopt, Ziek, Verhuizing, MedebewonerKomt}, k)
}

// NeedsAmount tells whether nothing can be said without the amount.
func (k WendingKind) NeedsAmount() bool {
	return k == PartnerKomt || k == Ziek || k == Verhuizing || k == MedebewonerKomt
}

// unsureAboutKids tells whether nothing can be said because it is not known with whom the children live, or because they live with
// both.
func (w *Wending) unsureAboutKids(h *Household) bool {
	return w.Kind == PartnerWeg && len(h.Children) > 0 && (w.Kids == "" || w.Kids == KidsShared)
}

// ValidateWendingen lists the faults in the turns of life of a case file.
func ValidateWendingen(all []Wending) []FieldError {
	var c checker
	for i := range all {
		field := fmt.Sprintf("events[%d]", i)
		need(&c, field+".kind", all[i].Kind, allWendingen())
		c.text(field+".who", all[i].Who)
		if all[i].Kids != "" {
			need(&c, field+".kids", all[i].Kids, KidsStays())
		}
		c.amount(field+".amount", all[i].Amount, maxBenefitPerMonth)
	}
	return c.faults
}

// NaWending is the household when it has happened; ok is false when it cannot happen to this household or its amount is not known.
// The household itself stays as it is.
func (e *Engine) NaWending(h *Household, w Wending) (after *Household, ok bool) {
	set, err := e.book.For(h.Year)
	amount, known := w.Amount.Get()
	if err != nil || w.Kind.NeedsAmount() && !known || w.unsureAboutKids(h) || !slices.Contains(Wendingen(h), w.Kind) {
		return nil, false
	}
	varied := *h
	varied.Adults = slices.Clone(h.Adults)
	varied.Children = slices.Clone(h.Children)
	varied.OtherResidents = slices.Clone(h.OtherResidents)
	switch w.Kind {
	case PartnerKomt:
		varied.Adults, varied.Partners = append(varied.Adults, newPartner(set, &h.Adults[0], amount)), true
	case PartnerWeg, PartnerOverlijdt:
		at := max(0, slices.IndexFunc(h.Adults, func(a Adult) bool { return a.ID == w.Who }))
		if w.Who == "" {
			at = 1
		}
		varied.Adults, varied.Partners = slices.Delete(varied.Adults, at, at+1), false
		if w.Kind == PartnerWeg && w.Kids == KidsGoAlong {
			varied.Children = nil
		}
		if w.Kind == PartnerOverlijdt && known {
			varied.Adults[0].Benefits = append(slices.Clone(varied.Adults[0].Benefits), Benefit{Anw, Known(amount)})
		}
	case BaanStopt:
		loseJob(&varied, w.Who, WW, w.Amount)
	case Ziek:
		loseJob(&varied, w.Who, ZW, w.Amount)
	case Baby:
		varied.Children = append(varied.Children, Child{ID: "nieuw", Born: w.Month, Kinderbijslag: true})
	case Verhuizing:
		varied.Housing = Home{Kind: Rent, RentPerMonth: Known(amount)}
	case VrijlatingStopt:
		varied.Bijstand.Exemption = Exemption{Kind: NoExemption}
	case MedebewonerKomt:
		born := YearMonth{w.Month.Year - set.Bijstand.KostendelerLeeftijd.Int() - 1, 1}
		varied.OtherResidents = append(varied.OtherResidents, Resident{Born: born, Relation: RelationOther,
			IncomePerYear: Known(amount.Mul(twelve)), Wealth: Known(zero), CountsForKostendelersnorm: true})
	case KindUitHuis:
		varied.Children = slices.DeleteFunc(varied.Children, func(c Child) bool { return c.ID == w.Who })
		if len(varied.Children) == len(h.Children) {
			varied.Children = varied.Children[:len(h.Children)-1]
		}
	}
	return &varied, true
}

// newPartner is a partner of the same age without wealth, who earns this gross wage a month before holiday allowance.
func newPartner(set *rules.Set, other *Adult, grossPerMonth decimal.Decimal) Adult {
	hours := decimal.NewFromInt(36)
	wage := grossPerMonth.Mul(twelve).DivRound(hours.Mul(weeksPerYear), 6)
	a := Adult{ID: "nieuw", Born: other.Born, Wealth: Known(zero)}
	if grossPerMonth.Sign() > 0 {
		a.Jobs = []Job{{ID: "j1", HoursPerWeek: Known(hours), HourlyWage: Known(wage), PayrollCredit: true,
			HolidayAllowancePercent: Known(set.Algemeen.Vakantiebijslag.Value.Shift(2)), PensionPercent: Known(zero),
			TravelCostPerMonth: Known(zero)}}
	}
	return a
}

// loseJob takes away the jobs of one adult, or of the first who works, and gives the benefit instead.
func loseJob(h *Household, who string, kind BenefitKind, benefit Amount) {
	for i := range h.Adults {
		a := &h.Adults[i]
		if who != "" && a.ID != who || who == "" && !works(a) {
			continue
		}
		a.Jobs = nil
		if benefit.IsKnown() {
			a.Benefits = append(slices.Clone(a.Benefits), Benefit{kind, benefit})
		}
		return
	}
}

// inYear is the household as it will be in another calendar year, told in the year of the file: births and the terms of municipal
// schemes move back instead. Children who are grown by then are residents without income of their own.
func inYear(set *rules.Set, h *Household, year int) *Household {
	moved := *h
	back := year - h.Year
	moved.Children, moved.OtherResidents = nil, nil
	moved.Adults = slices.Clone(h.Adults)
	for i := range moved.Adults {
		moved.Adults[i].Born.Year -= back
	}
	for _, r := range h.OtherResidents {
		r.Born.Year -= back
		moved.OtherResidents = append(moved.OtherResidents, r)
	}
	for _, c := range h.Children {
		c.Born.Year -= back
		switch {
		case c.Born.Year > h.Year: // not born yet
		case c.Born.ageOn1January(h.Year) >= set.Algemeen.Meerderjarigheid.Int():
			moved.OtherResidents = append(moved.OtherResidents, grownChild(c.Born))
		default:
			moved.Children = append(moved.Children, c)
		}
	}
	if back > 0 && h.Bijstand.Exemption.Months < monthsInYear {
		moved.Bijstand.Exemption = Exemption{Kind: NoExemption}
	}
	moved.LocalSchemes = slices.Clone(h.LocalSchemes)
	for i := range moved.LocalSchemes {
		l := &moved.LocalSchemes[i]
		l.ValidFrom, l.ValidTo = yearsBack(l.ValidFrom, back), yearsBack(l.ValidTo, back)
	}
	return &moved
}

// grownChild is a child of 18 or older that lives at home, has no income yet and shares the costs from 27 on.
func grownChild(born YearMonth) Resident {
	return Resident{Born: born, Relation: RelationChild, IncomePerYear: Known(zero), Wealth: Known(zero), CountsForKostendelersnorm: true}
}

func yearsBack(day string, years int) string {
	var year int
	if _, err := fmt.Sscanf(day, "%4d-", &year); err != nil || len(day) < 5 {
		return day
	}
	return fmt.Sprintf("%04d%s", year-years, day[4:])
}

// frozen is the household as it stands in one month, for a whole year: every age stays what it is then. Two of them beside each
// other show what an event changes once everything has followed.
func frozen(set *rules.Set, h *Household, at YearMonth) *Household {
	still := *h
	still.Children, still.OtherResidents = nil, nil
	still.Adults = slices.Clone(h.Adults)
	age := func(born YearMonth) int { // reached before the first day of the month
		return (born.monthsBefore(at)-1+100*monthsInYear)/monthsInYear - 100
	}
	fixed := func(born YearMonth) YearMonth { return YearMonth{h.Year - age(born) - 1, monthsInYear} }
	for i := range still.Adults {
		if a := &still.Adults[i]; age(a.Born) <= set.Bijstand.KostendelerLeeftijd.Int() {
			a.Born = fixed(a.Born)
		}
	}
	for _, r := range h.OtherResidents {
		r.Born = fixed(r.Born)
		still.OtherResidents = append(still.OtherResidents, r)
	}
	for _, c := range h.Children {
		switch years := age(c.Born); {
		case years < 0: // not born yet
		case years >= set.Algemeen.Meerderjarigheid.Int():
			still.OtherResidents = append(still.OtherResidents, grownChild(fixed(c.Born)))
		default:
			c.Born = fixed(c.Born)
			still.Children = append(still.Children, c)
		}
	}
	return &still
}

// Overgang is what changes, euro a year, once everything has followed an event.
type Overgang struct {
	Changes []Change // largest first
	PerYear decimal.Decimal
	Known   bool // PerYear holds; else something is unknown before or after
}

// OvergangBij is what changes in the month after a birthday or another event of the calendar: the household of that month beside
// the household of the next.
func (e *Engine) OvergangBij(h *Household, month YearMonth) (Overgang, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return Overgang{}, fmt.Errorf("budget: %w", err)
	}
	return e.overgang(frozen(set, h, month), frozen(set, h, month.plus(1)))
}

// OvergangNa is what a turn of life changes; ok is false when it cannot happen or its amount is not known.
func (e *Engine) OvergangNa(h *Household, w Wending) (o Overgang, ok bool) {
	set, err := e.book.For(h.Year)
	after, possible := e.NaWending(h, w)
	if err != nil || !possible {
		return o, false
	}
	// A child born in the month counts from the next one.
	before, then := frozen(set, h, w.Month), frozen(set, after, w.Month.plus(1))
	if w.Kind != Baby {
		then = frozen(set, after, w.Month)
	}
	o, err = e.overgang(before, then)
	return o, err == nil
}

func (e *Engine) overgang(before, after *Household) (o Overgang, err error) {
	a, err := e.Year(before)
	if err != nil {
		return o, err
	}
	b, err := e.Year(after)
	if err != nil {
		return o, err
	}
	now, knownNow := a.Disposable()
	then, knownThen := b.Disposable()
	return Overgang{Diff(a, b), then.Sub(now), knownNow && knownThen}, nil
}

// MaandVooruit is one month that lies ahead.
type MaandVooruit struct {
	Month     YearMonth
	Events    []Gebeurtenis
	Wendingen []Wending
	Before    Amount // euro that comes in less what work and care cost, when nothing of the family's choice happens
	After     Amount // the same when it happens; unknown when nobody knows what one of the turns does
}

// Vooruit looks months ahead: what happens, and what comes in with and without the turns of life. Before and after are those of
// the months of a calendar year in which the situation holds.
func (e *Engine) Vooruit(h *Household, from YearMonth, months int, turns []Wending) ([]MaandVooruit, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	v := &vooruit{e: e, set: set, cash: map[string]*YearCash{}, named: map[int][]Gebeurtenis{}}
	var out []MaandVooruit
	for i := range months {
		m := MaandVooruit{Month: from.plus(i)}
		if m.Events, err = v.events(h, m.Month); err != nil {
			return nil, err
		}
		after, done, unsure := h, 0, false
		for k, w := range turns {
			if w.Month.IsZero() || w.Month.months() > m.Month.months() {
				continue
			}
			if changed, ok := e.NaWending(after, w); ok {
				after, done = changed, done|1<<k
			} else if slices.Contains(Wendingen(after), w.Kind) {
				unsure = true // it happens, and nobody knows what it does
			}
			if w.Month == m.Month {
				m.Wendingen = append(m.Wendingen, w)
			}
		}
		m.Before = v.total(h, m.Month, "")
		m.After = m.Before
		if done > 0 {
			m.After = v.total(after, m.Month, fmt.Sprintf("/%b", done))
		}
		if unsure {
			m.After = Amount{}
		}
		out = append(out, m)
	}
	return out, nil
}

// vooruit keeps the months of the calendar years that were reckoned already.
type vooruit struct {
	e     *Engine
	set   *rules.Set
	cash  map[string]*YearCash
	named map[int][]Gebeurtenis
}

func (v *vooruit) events(h *Household, m YearMonth) ([]Gebeurtenis, error) {
	all, ok := v.named[m.Year]
	if !ok {
		var err error
		if all, err = v.e.Gebeurtenissen(inYear(v.set, h, m.Year)); err != nil {
			return nil, err
		}
		v.named[m.Year] = all
	}
	var out []Gebeurtenis
	for _, g := range all {
		if g.Month == m.Month {
			out = append(out, g)
		}
	}
	return out, nil
}

// total is what comes in in a month; not known when something of that year is not.
func (v *vooruit) total(h *Household, m YearMonth, situation string) Amount {
	key := fmt.Sprint(m.Year, situation)
	cash, ok := v.cash[key]
	if !ok {
		cash, _ = v.e.Months(inYear(v.set, h, m.Year)) // nil when the months cannot be said
		v.cash[key] = cash
	}
	if cash == nil {
		return Amount{}
	}
	return Known(cash.Months[m.Month-1].Total)
}

// GroteVerjaardag is a birthday of 12, 16 or 18 of a child, the ages at which the money of a family changes most.
type GroteVerjaardag struct {
	Child string
	Month YearMonth
	Age   int
	Overgang
}

// GroteVerjaardagen are those within a number of months, the first one first.
func (e *Engine) GroteVerjaardagen(h *Household, from YearMonth, months int) ([]GroteVerjaardag, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	k := &set.KindgebondenBudget
	ages := []int{k.LeeftijdExtra12.Int(), k.LeeftijdExtra16.Int(), set.Algemeen.Meerderjarigheid.Int()}
	var out []GroteVerjaardag
	for i := range months {
		m := from.plus(i)
		for j := range h.Children {
			c := &h.Children[j]
			if age := m.Year - c.Born.Year; c.Born.Month == m.Month && slices.Contains(ages, age) {
				o, err := e.OvergangBij(h, m)
				if err != nil {
					return nil, err
				}
				out = append(out, GroteVerjaardag{c.ID, m, age, o})
			}
		}
	}
	return out, nil
}
