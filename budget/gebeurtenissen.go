package budget

import (
	"fmt"
	"slices"
	"strings"
)

// Gebeurtenis is something that happens in one month of the year and may change the money: a key and a person, no sentence.
type Gebeurtenis struct {
	Month    int    // 1 to 12
	Key      string // of the catalogues: "gebeurtenis." + Key
	Who      string // id of the adult, child or municipal scheme, "" for none
	Resident int    // 1 for the first other resident of the file, 0 for none
	Age      int    // of a birthday, else 0
}

// ID tells the events of a year apart.
func (g *Gebeurtenis) ID() string {
	who := g.Who
	if g.Resident > 0 {
		who = fmt.Sprintf("medebewoner%d", g.Resident)
	}
	return strings.TrimSuffix(fmt.Sprintf("%02d.%s.%s", g.Month, g.Key, who), ".")
}

// The keys of the events. Those of birthdays end with the age: "kind_wordt_12".
const (
	EventChildTurns       = "kind_wordt_"
	EventAdultTurns       = "volwassene_wordt_"
	EventResidentTurns    = "medebewoner_wordt_"
	EventBirth            = "kind_geboren"
	EventAOW              = "volwassene_aow"
	EventExemptionEnds    = "vrijlating_eindigt"
	EventJanuary          = "nieuwe_bedragen_januari"
	EventJuly             = "nieuwe_bedragen_juli"
	EventHolidayPay       = "vakantiegeld_loon"
	EventHolidayBijstand  = "vakantiegeld_bijstand"
	EventKinderbijslag    = "kinderbijslag_betaald"
	EventSchemeEnds       = "regeling_eindigt"
	EventClaimsOfLastYear = "toeslagen_vorig_jaar"
)

// Gebeurtenissen names what happens in the months of the year, in order of the months: birthdays that some rule looks at, ends of
// exemptions and schemes, new amounts, and money that does not come every month. What a birthday changes, and from when, stands
// in its sentence.
func (e *Engine) Gebeurtenissen(h *Household) ([]Gebeurtenis, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, fmt.Errorf("budget: %w", err)
	}
	f := &facts{set: set, h: h, n: len(h.Adults)}
	out := f.birthdays()
	out = append(out, Gebeurtenis{Month: 1, Key: EventJanuary}, Gebeurtenis{Month: 7, Key: EventJuly})
	out = append(out, f.endings()...)
	out = append(out, f.payments()...)
	out = append(out, Gebeurtenis{Month: 12, Key: EventClaimsOfLastYear})
	slices.SortStableFunc(out, func(a, b Gebeurtenis) int { return a.Month - b.Month })
	return out, nil
}

// birthdays are those of the ages at which a rule changes.
func (f *facts) birthdays() []Gebeurtenis {
	r := f.set
	var out []Gebeurtenis
	add := func(born YearMonth, prefix, who string, resident int, ages ...int) {
		slices.Sort(ages)
		if age := r.Year - born.Year; slices.Contains(ages, age) {
			out = append(out, Gebeurtenis{born.Month, fmt.Sprint(prefix, age), who, resident, age})
		}
	}
	adult := []int{r.Algemeen.Meerderjarigheid.Int(), r.Bijstand.VolwassenNormLeeftijd.Int(), r.Bijstand.KostendelerLeeftijd.Int()}
	for i := range f.h.Children {
		c := &f.h.Children[i]
		if c.Born.Year == r.Year {
			out = append(out, Gebeurtenis{Month: c.Born.Month, Key: EventBirth, Who: c.ID})
		}
		add(c.Born, EventChildTurns, c.ID, 0, r.Algemeen.Schoolleeftijd.Int(), r.Kinderbijslag.LeeftijdMidden.Int(),
			r.Kinderbijslag.LeeftijdHoog.Int(), r.KindgebondenBudget.LeeftijdExtra12.Int(), r.KindgebondenBudget.LeeftijdExtra16.Int(),
			r.Algemeen.Meerderjarigheid.Int())
	}
	for i := range f.h.Adults {
		a := &f.h.Adults[i]
		add(a.Born, EventAdultTurns, a.ID, 0, adult...)
		if r.Year-a.Born.Year == r.Algemeen.AOWLeeftijd.Int() {
			out = append(out, Gebeurtenis{a.Born.Month, EventAOW, a.ID, 0, r.Algemeen.AOWLeeftijd.Int()})
		}
	}
	for i := range f.h.OtherResidents {
		o := &f.h.OtherResidents[i]
		ages := slices.Clone(adult)
		if o.Relation == RelationChild || o.Relation == "" {
			ages = append(ages, r.Huurtoeslag.KindVrijstellingJongerDan.Int())
		}
		add(o.Born, EventResidentTurns, "", i+1, ages...)
	}
	return out
}

// endings are the first months without an exemption of the bijstand, and the last months of municipal schemes.
func (f *facts) endings() []Gebeurtenis {
	var out []Gebeurtenis
	if f.exempts() && f.h.Bijstand.Exemption.Months < 12 {
		out = append(out, Gebeurtenis{Month: f.h.Bijstand.Exemption.Months + 1, Key: EventExemptionEnds})
	}
	for i := range f.h.LocalSchemes {
		l := &f.h.LocalSchemes[i]
		var year, month int
		if _, err := fmt.Sscanf(l.ValidTo, "%4d-%2d", &year, &month); err == nil && year == f.set.Year {
			out = append(out, Gebeurtenis{Month: month, Key: EventSchemeEnds, Who: l.ID})
		}
	}
	return out
}

// payments are the months with money that does not come every month.
func (f *facts) payments() []Gebeurtenis {
	var out []Gebeurtenis
	for i := range f.h.Adults {
		a := &f.h.Adults[i]
		if slices.ContainsFunc(a.Jobs, func(j Job) bool {
			return j.HolidayAllowancePercent.Or(zero).Sign() > 0 && j.HoursPerWeek.Or(one).Sign() > 0
		}) {
			out = append(out, Gebeurtenis{Month: may + 1, Key: EventHolidayPay, Who: a.ID})
		}
	}
	if f.h.Bijstand.Claims {
		out = append(out, Gebeurtenis{Month: june + 1, Key: EventHolidayBijstand})
	}
	for month := 1; month <= 12; month += 3 {
		if f.paysKinderbijslag(month) {
			out = append(out, Gebeurtenis{Month: month, Key: EventKinderbijslag})
		}
	}
	return out
}

// paysKinderbijslag tells whether the quarter before a month gave a right to kinderbijslag (AKW art. 7 and 18).
func (f *facts) paysKinderbijslag(month int) bool {
	year, quarter := f.set.Year, month-3
	if quarter < 1 {
		year, quarter = year-1, quarter+12
	}
	return slices.ContainsFunc(f.h.Children, func(c Child) bool {
		return c.Kinderbijslag && c.Born.reached(0, year, quarter) && !c.Born.reached(f.set.Algemeen.Meerderjarigheid.Int(), year, quarter)
	})
}
