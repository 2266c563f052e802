package budget

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// FieldError is one fault in the input: the field as in the case file, the id of a sentence in the catalogues, and what
// fills that sentence in.
type FieldError struct {
	Field string // "household.adults[0].jobs[1].hoursPerWeek"
	Key   string // "fout.te_veel_uren"
	Args  map[string]any
}

// The first and the last calendar year a case file may be about.
const (
	FirstYear = 2025
	LastYear  = 2027
)

// The limits are generous: they stop slips of the pen, not unusual lives.
const (
	maxAdults          = 2
	maxTextLength      = 100 // characters of an id or a name
	adultFrom          = 16  // reached in the year at the latest
	adultUntil         = 120
	childUntil         = 18 // reached in the year at the earliest
	monthsInYear       = 12
	maxHistoryMonths   = 600
	maxHoursPerWeek    = 60 // an adult, over all jobs
	maxHourlyWage      = 500
	maxTravelPerMonth  = 5_000
	maxBenefitPerMonth = 50_000
	maxProfitPerYear   = 10_000_000
	maxWealth          = 100_000_000
	maxIncomePerYear   = 10_000_000
	maxRentPerMonth    = 10_000
	maxCareHours       = 744 // all hours of a month of 31 days
	maxCarePrice       = 100
	maxSchemeAmount    = 100_000
	maxSchemeShare     = 10      // times the norm
	maxSchemeEuro      = 100_000 // a month
)

// Validate lists everything in the household that cannot be right, all at once. What is only missing is no fault: the
// outcome is unknown then. Without its id, month of birth or kind a person, a child, a benefit or childcare is a fault.
func (h *Household) Validate() []FieldError {
	c := checker{year: h.Year}
	if h.Year < FirstYear || h.Year > LastYear {
		c.add("household.year", "fout.jaar", args{"jaar": h.Year, "eerste": FirstYear, "laatste": LastYear})
		c.year = 0
	}
	c.adults(h)
	c.children(h)
	for i := range h.OtherResidents {
		c.resident(fmt.Sprintf("household.otherResidents[%d]", i), &h.OtherResidents[i])
	}
	c.home(&h.Housing)
	c.exemption(&h.Bijstand.Exemption)
	c.localSchemes("household.localSchemes", h.LocalSchemes)
	c.signals(h.Signals)
	c.childOffer("household.childOffer", h.ChildOffer)
	return c.faults
}

// ValidateSchemes lists the faults of municipal schemes that stand in a file of their own; field is the name of their list.
func ValidateSchemes(field string, schemes []LocalScheme) []FieldError {
	var c checker
	c.localSchemes(field, schemes)
	for i := range schemes {
		if schemes[i].Override != nil {
			c.add(fmt.Sprintf("%s[%d].override", field, i), "fout.regeling_van_gezin", nil)
		}
	}
	return c.faults
}

type args = map[string]any

// checker collects faults. Its year is zero when the year of the household is no year to reckon ages with.
type checker struct {
	year   int
	faults []FieldError
}

func (c *checker) add(field, key string, a args) {
	c.faults = append(c.faults, FieldError{field, key, a})
}

func (c *checker) adults(h *Household) {
	const field = "household.adults"
	switch n := len(h.Adults); {
	case n == 0:
		c.add(field, "fout.geen_volwassene", nil)
	case n > maxAdults:
		c.add(field, "fout.te_veel_volwassenen", args{"aantal": n})
	case n == 2 && !h.Partners:
		c.add("household.partners", "fout.twee_volwassenen_geen_partners", nil)
	case n == 1 && h.Partners:
		c.add("household.partners", "fout.partner_ontbreekt", nil)
	}
	seen := idSet{}
	for i := range h.Adults {
		f := fmt.Sprintf("%s[%d]", field, i)
		c.id(f+".id", h.Adults[i].ID, seen)
		c.adult(f, &h.Adults[i])
	}
}

func (c *checker) adult(field string, a *Adult) {
	c.text(field+".name", a.Name)
	if c.born(field+".born", a.Born) && c.year != 0 && c.year-a.Born.Year < adultFrom {
		c.add(field+".born", "fout.volwassene_te_jong", args{"geboren": a.Born.String(), "leeftijd": adultFrom, "jaar": c.year})
	}
	seen, hours := idSet{}, decimal.Zero
	for i := range a.Jobs {
		f := fmt.Sprintf("%s.jobs[%d]", field, i)
		c.id(f+".id", a.Jobs[i].ID, seen)
		c.job(f, &a.Jobs[i])
		hours = hours.Add(a.Jobs[i].HoursPerWeek.Or(decimal.Zero))
	}
	if hours.GreaterThan(decimal.NewFromInt(maxHoursPerWeek)) {
		f := field + ".jobs"
		if len(a.Jobs) == 1 {
			f += "[0].hoursPerWeek"
		}
		c.add(f, "fout.te_veel_uren", args{"uren": comma(hours), "hoogste": maxHoursPerWeek})
	}
	for i, b := range a.Benefits {
		f := fmt.Sprintf("%s.benefits[%d]", field, i)
		need(c, f+".kind", b.Kind, BenefitKinds())
		c.amount(f+".grossPerMonth", b.GrossPerMonth, maxBenefitPerMonth)
	}
	if a.Profit != nil {
		c.between(field+".profit.perYear", a.Profit.PerYear, -maxProfitPerYear, maxProfitPerYear)
	}
	c.amount(field+".wealth", a.Wealth, maxWealth)
}

func (c *checker) job(field string, j *Job) {
	if hours, known := j.HoursPerWeek.Get(); known && hours.IsNegative() {
		c.add(field+".hoursPerWeek", "fout.negatief", args{"waarde": comma(hours)})
	}
	c.amount(field+".hourlyWage", j.HourlyWage, maxHourlyWage)
	c.percent(field+".holidayAllowancePercent", j.HolidayAllowancePercent)
	c.percent(field+".pensionPercent", j.PensionPercent)
	c.amount(field+".travelCostPerMonth", j.TravelCostPerMonth, maxTravelPerMonth)
}

func (c *checker) children(h *Household) {
	seen, oldest := idSet{}, oldestBorn(h.Adults)
	for i := range h.Children {
		child, f := &h.Children[i], fmt.Sprintf("household.children[%d]", i)
		c.id(f+".id", child.ID, seen)
		c.text(f+".name", child.Name)
		c.childBorn(f+".born", child.Born, oldest)
		c.childcare(f+".childcare", child.Childcare)
	}
}

// childBorn also looks at the oldest adult. A child may be older than a step-parent, but not older than everybody.
func (c *checker) childBorn(field string, born, oldest YearMonth) {
	if !c.born(field, born) || c.year == 0 {
		return
	}
	if born.Year+childUntil < c.year {
		c.add(field, "fout.kind_te_oud", args{"geboren": born.String(), "leeftijd": childUntil, "jaar": c.year})
		return
	}
	if !oldest.IsZero() && oldest.months() >= born.months() {
		c.add(field, "fout.kind_ouder_dan_volwassenen", args{"geboren": born.String()})
	}
}

// oldestBorn is the first month of birth, zero when that is not known of everybody.
func oldestBorn(adults []Adult) YearMonth {
	var oldest YearMonth
	for i := range adults {
		switch born := adults[i].Born; {
		case born.IsZero():
			return YearMonth{}
		case oldest.IsZero() || born.months() < oldest.months():
			oldest = born
		}
	}
	return oldest
}

func (c *checker) childcare(field string, care []Childcare) {
	sum := decimal.Zero
	for i, o := range care {
		f := fmt.Sprintf("%s[%d]", field, i)
		need(c, f+".kind", o.Kind, CareKinds())
		c.amount(f+".hoursPerMonth", o.HoursPerMonth, maxCareHours)
		c.amount(f+".pricePerHour", o.PricePerHour, maxCarePrice)
		sum = sum.Add(o.HoursPerMonth.Or(decimal.Zero))
	}
	if len(care) > 1 && sum.GreaterThan(decimal.NewFromInt(maxCareHours)) {
		c.add(field, "fout.te_veel_opvang", args{"uren": comma(sum), "hoogste": maxCareHours})
	}
}

func (c *checker) resident(field string, r *Resident) {
	c.born(field+".born", r.Born)
	if r.Relation != "" {
		need(c, field+".relation", r.Relation, Relations())
	}
	c.amount(field+".incomePerYear", r.IncomePerYear, maxIncomePerYear)
	c.amount(field+".wealth", r.Wealth, maxWealth)
}

func (c *checker) home(h *Home) {
	if h.Kind != "" {
		need(c, "household.housing.kind", h.Kind, HomeKinds())
	}
	c.amount("household.housing.rentPerMonth", h.RentPerMonth, maxRentPerMonth)
}

func (c *checker) exemption(e *Exemption) {
	if e.Kind != "" {
		need(c, "household.bijstand.exemption.kind", e.Kind, ExemptionKinds())
	}
	c.count("household.bijstand.exemption.months", e.Months, monthsInYear)
}

// born tells whether the month can be used. After the year nobody of this file is born.
func (c *checker) born(field string, born YearMonth) bool {
	switch {
	case born.IsZero():
		c.add(field, "fout.geboortemaand_ontbreekt", nil)
		return false
	case c.year == 0:
		return true
	case born.Year > c.year:
		c.add(field, "fout.geboren_na_jaar", args{"geboren": born.String(), "jaar": c.year})
		return false
	case c.year-born.Year > adultUntil:
		c.add(field, "fout.te_oud", args{"geboren": born.String(), "leeftijd": adultUntil})
		return false
	}
	return true
}

func (y YearMonth) months() int { return y.Year*monthsInYear + y.Month }

type idSet map[string]bool

func (c *checker) id(field, id string, seen idSet) {
	switch {
	case id == "":
		c.add(field, "fout.id_ontbreekt", nil)
	case seen[id]:
		c.add(field, "fout.dubbele_id", args{"id": id})
	default:
		c.text(field, id)
	}
	seen[id] = true
}

func (c *checker) text(field, text string) {
	if n := utf8.RuneCountInString(text); n > maxTextLength {
		c.add(field, "fout.te_lang", args{"aantal": n, "hoogste": maxTextLength})
	}
}

func (c *checker) amount(field string, a Amount, highest int64) { c.between(field, a, 0, highest) }

func (c *checker) percent(field string, a Amount) {
	d, known := a.Get()
	if known && (d.IsNegative() || d.GreaterThan(hundred)) {
		c.add(field, "fout.procent", args{"waarde": comma(d)})
	}
}

func (c *checker) between(field string, a Amount, lowest, highest int64) {
	d, known := a.Get()
	switch {
	case !known:
	case lowest == 0 && d.IsNegative():
		c.add(field, "fout.negatief", args{"waarde": comma(d)})
	case d.LessThan(decimal.NewFromInt(lowest)):
		c.add(field, "fout.te_laag", args{"waarde": comma(d), "laagste": lowest})
	case d.GreaterThan(decimal.NewFromInt(highest)):
		c.add(field, "fout.te_hoog", args{"waarde": comma(d), "hoogste": highest})
	}
}

func (c *checker) count(field string, n, highest int) {
	if n < 0 || n > highest {
		c.add(field, "fout.aantal", args{"waarde": n, "hoogste": highest})
	}
}

// need asks for one of the words; none at all is a fault too.
func need[W ~string](c *checker, field string, word W, allowed []W) {
	if slices.Contains(allowed, word) {
		return
	}
	words := make([]string, len(allowed))
	for i, w := range allowed {
		words[i] = string(w)
	}
	list := strings.Join(words, ", ")
	if word == "" {
		c.add(field, "fout.woord_ontbreekt", args{"toegestaan": list})
		return
	}
	c.add(field, "fout.onbekend_woord", args{"woord": shorten(string(word)), "toegestaan": list})
}

func shorten(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// comma writes a number the Dutch way, with the digits as given.
func comma(d decimal.Decimal) string { return strings.Replace(Known(d).String(), ".", ",", 1) }

// BenefitKinds lists the kinds of benefits in the order of the contract.
func BenefitKinds() []BenefitKind {
	return []BenefitKind{WW, ZW, WIA, WAO, Wajong, Anw, AOW, Pension, Alimony}
}

// CareKinds lists the kinds of childcare.
func CareKinds() []CareKind { return []CareKind{Dagopvang, BSO, Gastouder} }

// Relations lists how a resident can be related to the adults.
func Relations() []Relation { return []Relation{RelationChild, RelationFamily, RelationOther} }

// HomeKinds lists the kinds of dwellings.
func HomeKinds() []HomeKind { return []HomeKind{Rent, OwnHome, OtherHome} }

// ExemptionKinds lists the exemptions of wages in the bijstand.
func ExemptionKinds() []ExemptionKind {
	return []ExemptionKind{NoExemption, GeneralExemption, SingleParentExemption, MedicalExemption}
}

// localSchemes checks municipal schemes: they are written by hand, so everything that makes one meaningless is a fault.
func (c *checker) localSchemes(field string, schemes []LocalScheme) {
	seen := idSet{}
	for i := range schemes {
		f := fmt.Sprintf("%s[%d]", field, i)
		c.id(f+".id", schemes[i].ID, seen)
		c.localScheme(f, &schemes[i])
	}
}

func (c *checker) localScheme(field string, s *LocalScheme) {
	c.text(field+".name", s.Name)
	c.text(field+".owner", s.Owner)
	need(c, field+".per", s.Per, []string{"household", "adult", "child"})
	need(c, field+".kind", s.Kind, []string{"cash", "in-kind", "discount", "bill-cancelled"})
	need(c, field+".period", s.Period, []string{"month", "year", "school-year", "once"})
	need(c, field+".incomeBase", s.IncomeBase, []string{"norm-incl-holiday", "norm-excl-holiday", "gross", "own-amount"})
	need(c, field+".shape", s.Shape, []string{"cliff", "steps", "linear", "capacity"})
	c.amount(field+".amount", s.Amount, maxSchemeAmount)
	c.schemeAges(field, s)
	c.schemeShape(field, s)
	c.assetTest(field+".assetTest", &s.AssetTest)
	c.count(field+".needsBijstandHistoryMonths", s.NeedsBijstandHistoryMonths, maxHistoryMonths)
	c.schemeDates(field, s)
	if s.Override != nil {
		c.amount(field+".override.perYear", s.Override.PerYear, maxSchemeAmount)
		c.text(field+".override.note", s.Override.Note)
		if s.Override.PerYear.IsKnown() && strings.TrimSpace(s.Override.Note) == "" {
			c.add(field+".override.note", "fout.reden_ontbreekt", nil)
		}
	}
}

func (c *checker) schemeAges(field string, s *LocalScheme) {
	if s.AgeMin != nil {
		c.count(field+".ageMin", *s.AgeMin, adultUntil)
	}
	if s.AgeMax != nil {
		c.count(field+".ageMax", *s.AgeMax, adultUntil)
	}
	if s.AgeMin != nil && s.AgeMax != nil && *s.AgeMax < *s.AgeMin {
		c.add(field+".ageMax", "fout.leeftijden_omgekeerd", args{"van": *s.AgeMin, "tot": *s.AgeMax})
	}
}

func (c *checker) schemeShape(field string, s *LocalScheme) {
	highest := int64(maxSchemeShare)
	if s.IncomeBase == "gross" || s.IncomeBase == "own-amount" {
		highest = maxSchemeEuro
	}
	c.limit(field+".limitFull", s.LimitFull, highest, s.Shape == "cliff" || s.Shape == "linear")
	c.limit(field+".limitZero", s.LimitZero, highest, s.Shape == "linear")
	full, knownFull := s.LimitFull.Get()
	zero, knownZero := s.LimitZero.Get()
	if s.Shape == "linear" && knownFull && knownZero && !zero.GreaterThan(full) {
		c.add(field+".limitZero", "fout.grens_nul_te_laag", args{"vol": comma(full), "nul": comma(zero)})
	}
	c.steps(field+".steps", s, highest)
	switch {
	case s.Capacity != nil:
		c.limit(field+".capacity.freeLimit", s.Capacity.FreeLimit, highest, true)
		c.share(field+".capacity.share", s.Capacity.Share)
	case s.Shape == "capacity":
		c.add(field+".capacity", "fout.draagkracht_ontbreekt", nil)
	}
}

func (c *checker) steps(field string, s *LocalScheme, highest int64) {
	if s.Shape == "steps" && len(s.Steps) == 0 {
		c.add(field, "fout.treden_ontbreken", nil)
	}
	for i, step := range s.Steps {
		f := fmt.Sprintf("%s[%d]", field, i)
		c.limit(f+".to", step.To, highest, true)
		c.share(f+".share", step.Share)
		to, known := step.To.Get()
		if i == 0 || !known {
			continue
		}
		if before, known := s.Steps[i-1].To.Get(); known && !to.GreaterThan(before) {
			c.add(f+".to", "fout.treden_niet_oplopend", args{"vorige": comma(before), "waarde": comma(to)})
		}
	}
}

// limit is a share of the norm, or euro a month. A share above ten is a percentage written without its sign.
func (c *checker) limit(field string, a Amount, highest int64, needed bool) {
	d, known := a.Get()
	switch {
	case !known && needed:
		c.add(field, "fout.grens_ontbreekt", nil)
	case known && highest == maxSchemeShare && d.GreaterThan(decimal.NewFromInt(maxSchemeShare)):
		c.add(field, "fout.grens_is_deel", args{"waarde": comma(d), "hoogste": maxSchemeShare})
	default:
		c.amount(field, a, highest)
	}
}

func (c *checker) share(field string, a Amount) {
	d, known := a.Get()
	switch {
	case !known:
		c.add(field, "fout.deel_ontbreekt", nil)
	case d.IsNegative() || d.GreaterThan(decimal.NewFromInt(1)):
		c.add(field, "fout.deel", args{"waarde": comma(d)})
	}
}

func (c *checker) assetTest(field string, t *AssetTest) {
	if t.Kind == "" && !t.Limit.IsKnown() {
		return
	}
	need(c, field+".kind", t.Kind, []string{"none", "art34", "amount"})
	if t.Kind == "amount" && !t.Limit.IsKnown() {
		c.add(field+".limit", "fout.grens_ontbreekt", nil)
	}
	c.amount(field+".limit", t.Limit, maxWealth)
}

func (c *checker) schemeDates(field string, s *LocalScheme) {
	from, okFrom := c.date(field+".validFrom", s.ValidFrom)
	to, okTo := c.date(field+".validTo", s.ValidTo)
	c.date(field+".checkedOn", s.CheckedOn)
	if okFrom && okTo && to.Before(from) {
		c.add(field+".validTo", "fout.einde_voor_begin", args{"begin": s.ValidFrom, "einde": s.ValidTo})
	}
}

func (c *checker) date(field, s string) (time.Time, bool) {
	if s == "" {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		c.add(field, "fout.datum", args{"waarde": shorten(s)})
	}
	return t, err == nil
}
