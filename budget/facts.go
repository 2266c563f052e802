package budget

import (
	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// facts are what the law asks about a household and its year, apart from what the adults earn: settled once, used for every
// point of a curve.
type facts struct {
	set     *rules.Set
	h       *Household
	partner bool
	adults  [2]adultFacts
	n       int // number of adults

	wealth        decimal.Decimal // of the adults together, 1 January
	wealthKnown   bool
	combinatie    bool // a child for the combinatiekorting
	zorg          []run[int]
	huur          huurFacts
	kgb           []run[kgbMonth]
	kgbMaxima     []decimal.Decimal // of each run, whatever the income
	kinderbijslag Outcome
	bijstand      []bijstandPeriod
	opvang        []opvangKind
	opvangKosten  Outcome
	opvangUnknown bool
	lokaal        lokaalFacts
	exemptIn      *[12]bool             // months of the exemption of wages; nil: the first ones, as in the file
	given         *given                // what a year of two situations has that is no sum over the whole year
	signals       [NumComponents]Reason // why a component is unknown by a signal, "" when it is not
	signalled     bool
	spread        *[NumComponents][12]decimal.Decimal // set when the twelve months are asked for: euro a month, by month
}

// adultFacts are what the law asks about one adult, apart from the earnings.
type adultFacts struct {
	aow            bool // AOW age the whole year
	born1945       bool // 1945 or earlier: own first bracket
	bornBefore1963 bool
	ahk            *rules.AfbouwKorting
	arbeidskorting *rules.Arbeidskorting
}

// Reasons why a component is nothing or unknown; each is a sentence "reden...." of the catalogues.
const (
	ReasonAOWYear         Reason = "aow_leeftijd_dit_jaar"
	ReasonNoFigures       Reason = "geen_cijfers"
	ReasonWageUnknown     Reason = "loon_onbekend"
	ReasonBenefitUnknown  Reason = "uitkering_onbekend"
	ReasonProfitUnknown   Reason = "winst_onbekend"
	ReasonWealthUnknown   Reason = "vermogen_onbekend"
	ReasonRentUnknown     Reason = "huur_onbekend"
	ReasonHomeUnknown     Reason = "woning_onbekend"
	ReasonCareUnknown     Reason = "opvang_onbekend"
	ReasonTravelUnknown   Reason = "reiskosten_onbekend"
	ReasonResidentUnknown Reason = "medebewoner_onbekend"
	ReasonSchemeUnknown   Reason = "regeling_onbekend"
	ReasonNoWage          Reason = "geen_loon"
	ReasonNoBenefit       Reason = "geen_uitkering"
	ReasonNoProfit        Reason = "geen_winst"
	ReasonNoPension       Reason = "geen_pensioenpremie"
	ReasonNoTax           Reason = "geen_belasting"
	ReasonNoZvw           Reason = "geen_zvw"
	ReasonNotClaimed      Reason = "niet_gevraagd"
	ReasonWealthTooHigh   Reason = "vermogen_te_hoog"
	ReasonIncomeTooHigh   Reason = "inkomen_te_hoog"
	ReasonTooSmall        Reason = "te_klein_bedrag"
	ReasonTooYoung        Reason = "te_jong"
	ReasonNoRent          Reason = "geen_huurwoning"
	ReasonRentTooHigh     Reason = "huur_te_hoog"
	ReasonRentTooLow      Reason = "huur_te_laag"
	ReasonNoChildren      Reason = "geen_kinderen"
	ReasonNoCare          Reason = "geen_opvang"
	ReasonNotWorking      Reason = "niet_iedereen_werkt"
	ReasonNoLocal         Reason = "geen_lokale_regeling"
	ReasonNoTravel        Reason = "geen_reiskosten"
	ReasonNoIncome        Reason = "geen_inkomen"
	ReasonNoLine          Reason = "geen_armoedegrens"

	RemarkMinimumWage Reason = "below_minimum_wage"
	RemarkBox3        Reason = "box3"
)

func unknown(r Reason) Outcome { return Outcome{State: Unknown, Reason: r} }
func none(r Reason) Outcome    { return Outcome{State: None, Reason: r} }

// amount is an outcome of this many euro a year, or none with the reason when it is nothing.
func amount(perYear decimal.Decimal, ifNothing Reason) Outcome {
	if perYear.IsZero() {
		return none(ifNothing)
	}
	return Outcome{State: HasAmount, PerYear: perYear}
}

// gather settles the facts of a household. A nil sheet records nothing.
func gather(s *Sheet, set *rules.Set, h *Household) *facts {
	return (&facts{set: set, h: h}).gather(s)
}

func (f *facts) gather(s *Sheet) *facts {
	set, h := f.set, f.h
	f.partner, f.n, f.wealthKnown = h.Partners && len(h.Adults) == 2, len(h.Adults), true
	for i := range h.Adults {
		f.adults[i] = f.gatherAdult(&h.Adults[i])
		w, known := h.Adults[i].Wealth.Get()
		f.wealth = f.wealth.Add(w)
		f.wealthKnown = f.wealthKnown && known
	}
	under := set.Heffingskortingen.Combinatie.KindJongerDan.Int()
	for i := range h.Children {
		b := h.Children[i].Born
		// In the year of its own birth a child must belong to the household for six months.
		f.combinatie = f.combinatie || b.ageOn1January(set.Year) < under && (b.Year < set.Year || b.Month <= 6)
	}
	f.zorg = runs(func(month int) int { return f.adultsFrom(month, set.Algemeen.Meerderjarigheid.Int()) })
	f.huur = gatherHuur(f)
	f.kgb = runs(f.kgbMonth)
	for _, r := range f.kgb {
		f.kgbMaxima = append(f.kgbMaxima, f.kgbMaximum(nil, r.situation, r.months))
	}
	f.kinderbijslag = f.gatherKinderbijslag(s)
	f.bijstand = f.gatherBijstand(s)
	f.gatherOpvang(s)
	f.gatherLokaal()
	f.gatherSignals()
	return f
}

func (f *facts) gatherAdult(a *Adult) adultFacts {
	k := &f.set.Heffingskortingen
	x := adultFacts{
		aow:            f.set.Year-a.Born.Year > f.set.Algemeen.AOWLeeftijd.Int(),
		born1945:       a.Born.Year < 1946, // the bracket is named after the year: "geboren voor 1946"
		bornBefore1963: a.Born.Year < k.UitbetalingGeborenVoor.Int(),
		ahk:            &k.Algemeen,
		arbeidskorting: &k.Arbeid,
	}
	if x.aow {
		x.ahk, x.arbeidskorting = &k.AlgemeenAOW, &k.ArbeidAOW
	}
	return x
}

// outside is the reason why the whole household lies outside schema 1, or "".
func outside(set *rules.Set, h *Household) Reason {
	for i := range h.Adults {
		if set.Year-h.Adults[i].Born.Year == set.Algemeen.AOWLeeftijd.Int() {
			return ReasonAOWYear
		}
	}
	return outsideBySignal(h)
}

// inMonths keeps a month amount of a stretch of months, when the twelve months are asked for.
func (f *facts) inMonths(c Component, first, months int, perMonth decimal.Decimal) {
	if f.spread == nil {
		return
	}
	for m := first; m < first+months; m++ {
		f.spread[c][m-1] = f.spread[c][m-1].Add(perMonth)
	}
}

// twelfth drops what is below a whole euro of a month, as Dienst Toeslagen pays it.
func twelfth(perYear decimal.Decimal) decimal.Decimal { return perYear.DivRound(twelve, 8).Floor() }

// adultsFrom counts the adults that have reached an age in a month.
func (f *facts) adultsFrom(month, age int) int {
	n := 0
	for i := range f.h.Adults {
		if f.h.Adults[i].Born.reached(age, f.set.Year, month) {
			n++
		}
	}
	return n
}

// isChild tells whether a child of the household is born and under 18 in a month.
func (f *facts) isChild(c *Child, month int) bool {
	return c.Born.reached(0, f.set.Year, month) && !c.Born.reached(f.set.Algemeen.Meerderjarigheid.Int(), f.set.Year, month)
}

// childrenIn counts the children under 18 at home in a month.
func (f *facts) childrenIn(month int) int {
	n := 0
	for i := range f.h.Children {
		if f.isChild(&f.h.Children[i], month) {
			n++
		}
	}
	return n
}

// minimumloon is the minimum wage an hour on 1 January for an age on that day; nil below the youngest age of the law.
func (f *facts) minimumloon(age int) *rules.Param {
	m := &f.set.Minimumloon
	scale := [...]*rules.Halves{&m.Uur15, &m.Uur16, &m.Uur17, &m.Uur18, &m.Uur19, &m.Uur20}
	const youngest = 15
	switch {
	case age < youngest:
		return nil
	case age < youngest+len(scale):
		return &scale[age-youngest].Januari
	}
	return &m.Uur.Januari
}
