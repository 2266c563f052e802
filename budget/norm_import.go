package budget

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// NormLayer is the imported norm set of an organisation and how it is used for this family: the part "norms" of the case file.
// What only the set asks about the family goes away with it.
type NormLayer struct {
	Kind     SetKind      `json:"kind"`               // which of its budgets counts
	Dwelling Dwelling     `json:"dwelling,omitempty"` // kind of home, only when the set asks
	Vehicles *int         `json:"vehicles,omitempty"`
	Pets     *int         `json:"pets,omitempty"`
	Persons  []NormPerson `json:"persons,omitempty"`
	Set      NormSet      `json:"set"`
}

// NormPerson is what only a norm set asks about a person of the household.
type NormPerson struct {
	ID  string `json:"id"`
	Sex Sex    `json:"sex,omitempty"`
}

// NormSet is an imported file, kept whole. The licence of the amounts is that of its owner.
type NormSet struct {
	ID          string     `json:"set_id"`
	Name        string     `json:"set_name"`
	Owner       string     `json:"owner"`
	LicenceNote string     `json:"licence_note"`
	Rules       []NormRule `json:"rules"`
}

// NormRule is one row of the file: an amount in euro a Unit, for whom and when. The names are those of the import format.
// An empty condition holds for everybody.
type NormRule struct {
	ValidFrom     string        `json:"valid_from"`         // YYYY-MM-DD, first day
	ValidTo       string        `json:"valid_to,omitempty"` // last day; empty when it goes on
	LineKey       LineKey       `json:"line_key"`           // a line, or SizeFactorKey
	Kind          SetKind       `json:"kind"`
	Unit          Rhythm        `json:"unit,omitempty"`
	Amount        Amount        `json:"amount"`
	Per           NormPer       `json:"per,omitempty"`
	AgeMin        *int          `json:"age_min,omitempty"` // whole years on 1 January, included
	AgeMax        *int          `json:"age_max,omitempty"`
	Sex           Sex           `json:"sex,omitempty"`
	SizeMin       *int          `json:"size_min,omitempty"` // persons in the household, included
	SizeMax       *int          `json:"size_max,omitempty"`
	HouseholdType HouseholdType `json:"household_type,omitempty"`
	Dwelling      Dwelling      `json:"dwelling,omitempty"`
	Tenure        Tenure        `json:"tenure,omitempty"`
	IncomeMax     Amount        `json:"income_max,omitzero"` // euro a month that comes in, included
	SizeFactor    bool          `json:"size_factor,omitempty"`
	IndexSeries   string        `json:"index_series,omitempty"` // how its owner made the amount; nothing is indexed here
	BasePeriod    string        `json:"base_period,omitempty"`
	SourceTitle   string        `json:"source_title,omitempty"`
	SourceURL     string        `json:"source_url,omitempty"`
	Note          string        `json:"note,omitempty"`
}

// SizeFactorKey is the line_key of a row whose amount is the factor of food for a number of persons.
const SizeFactorKey LineKey = "food.sizefactor"

// The words of the columns.
type (
	SetKind       string
	NormPer       string
	Sex           string
	HouseholdType string
	Dwelling      string
	Tenure        string
)

// The budgets that a set can hold.
const (
	SetBasis   SetKind = "basis"
	SetAverage SetKind = "gemiddeld"
)

// Whom an amount is for. Amounts for the household, for its persons, vehicles and pets add up in one line; a person has one of
// the amounts per person, adult or child.
const (
	PerHousehold NormPer = "household"
	PerPerson    NormPer = "person"
	PerAdult     NormPer = "adult"
	PerChild     NormPer = "child"
	PerVehicle   NormPer = "vehicle"
	PerPet       NormPer = "pet"
)

// The other words of the columns.
const (
	Male   Sex = "m"
	Female Sex = "f"

	TypeSingle       HouseholdType = "single"
	TypeCouple       HouseholdType = "couple"
	TypeSingleParent HouseholdType = "single-parent"
	TypeCoupleKids   HouseholdType = "couple-children"

	TenureRent Tenure = "rent"
	TenureOwn  Tenure = "own"
)

// SetKinds gives the budgets that a set can hold.
func SetKinds() []SetKind { return []SetKind{SetBasis, SetAverage} }

// Dwellings gives the kinds of homes that a set can tell apart.
func Dwellings() []Dwelling { return []Dwelling{"flat", "terraced", "corner", "semi", "detached"} }

// Sexes gives the sexes that a set can tell apart.
func Sexes() []Sex { return []Sex{Female, Male} }

var (
	normUnits      = []Rhythm{Monthly, Yearly, Weekly, Daily}
	normPers       = []NormPer{PerHousehold, PerPerson, PerAdult, PerChild, PerVehicle, PerPet}
	householdTypes = []HouseholdType{TypeSingle, TypeCouple, TypeSingleParent, TypeCoupleKids}
	tenures        = []Tenure{TenureRent, TenureOwn}
	neverNormed    = []LineKey{LineAflossing, "beheer", "onvermijdbaar", LineReiskostenWerk}
)

const (
	maxNormAmount  = 100_000
	maxSizeFactor  = 10
	maxNormAge     = 120
	maxNormSize    = 30
	maxNormCount   = 20 // vehicles, pets
	maxNormRules   = 10_000
	maxNormText    = 500 // characters of a note
	farthestDay    = "9999-12-31"
	normFaultIndex = "budget.norm.fout."
)

// NormFault is one fault in an imported file: its row as a spreadsheet counts them, and its column, which may be empty. A row 0
// is the file as a whole.
type NormFault struct {
	Row    int
	Column string
	Key    string // id of a sentence
	Args   map[string]any
}

// ImportNorms reads a norm set in CSV or JSON and lists every fault at once. With a fault there is no set.
func ImportNorms(data []byte) (*NormSet, []NormFault) {
	rows, faults := readNormRows(data)
	im := importer{faults: faults, rules: make([]NormRule, 0, len(rows)), at: make([]int, 0, len(rows))}
	for _, r := range rows {
		im.row(r)
	}
	for _, f := range conflicts(im.rules) {
		im.add(im.at[f.rule], "", f.key, args{"rij": im.at[f.other]})
	}
	if len(im.rules) == 0 && len(im.faults) == 0 {
		im.add(0, "", "leeg", nil)
	}
	if len(im.faults) > 0 {
		slices.SortStableFunc(im.faults, func(a, b NormFault) int { return a.Row - b.Row })
		return nil, im.faults
	}
	im.set.Rules = im.rules
	return &im.set, nil
}

// Kinds tells which budgets the set holds.
func (s *NormSet) Kinds() []SetKind {
	var kinds []SetKind
	for _, k := range SetKinds() {
		if slices.ContainsFunc(s.Rules, func(r NormRule) bool { return r.Kind == k }) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// Valid gives the first and the last day on which the set has rules; the last is empty when it goes on.
func (s *NormSet) Valid() (from, to string) {
	from, to = farthestDay, ""
	open := false
	for _, r := range s.Rules {
		from, to = min(from, r.ValidFrom), max(to, r.ValidTo)
		open = open || r.ValidTo == ""
	}
	if open {
		to = ""
	}
	return from, to
}

// importer turns rows into rules.
type importer struct {
	set    NormSet
	first  bool
	rules  []NormRule
	at     []int // the row of each rule
	faults []NormFault
}

func (im *importer) add(row int, column, key string, a args) {
	im.faults = append(im.faults, NormFault{row, column, normFaultIndex + key, a})
}

// row reads one row. A row with faults is no rule, so that one slip is not told twice.
func (im *importer) row(r normRow) {
	before := len(im.faults)
	im.head(r)
	rule := im.rule(r)
	for _, f := range rule.faults() {
		im.add(r.at, f.Column, strings.TrimPrefix(f.Key, normFaultIndex), f.Args)
	}
	if len(im.faults) == before {
		im.rules, im.at = append(im.rules, rule), append(im.at, r.at)
	}
}

// head reads what all rows share: a file is one set.
func (im *importer) head(r normRow) {
	head := NormSet{ID: r.text("set_id"), Name: r.text("set_name"), Owner: r.text("owner"), LicenceNote: r.text("licence_note")}
	if !im.first {
		im.set, im.first = head, true
		for _, need := range []struct{ column, value string }{{"set_id", head.ID}, {"set_name", head.Name}, {"owner", head.Owner}} {
			if need.value == "" {
				im.add(r.at, need.column, "leeg_vak", nil)
			}
		}
		return
	}
	for _, same := range []struct{ column, value, first string }{{"set_id", head.ID, im.set.ID}, {"set_name", head.Name, im.set.Name},
		{"owner", head.Owner, im.set.Owner}, {"licence_note", head.LicenceNote, im.set.LicenceNote}} {
		if same.value != same.first {
			im.add(r.at, same.column, "andere_set", args{"waarde": shorten(same.value), "eerste": shorten(same.first)})
		}
	}
}

func (im *importer) rule(r normRow) NormRule {
	return NormRule{
		ValidFrom: r.text("valid_from"), ValidTo: r.text("valid_to"),
		LineKey: LineKey(r.text("line_key")), Kind: SetKind(r.text("kind")), Unit: Rhythm(r.text("unit")), Per: NormPer(r.text("per")),
		Amount: im.amount(r, "amount"), IncomeMax: im.amount(r, "income_max"),
		AgeMin: im.whole(r, "age_min", maxNormAge), AgeMax: im.whole(r, "age_max", maxNormAge),
		SizeMin: im.whole(r, "size_min", maxNormSize), SizeMax: im.whole(r, "size_max", maxNormSize),
		Sex: Sex(r.text("sex")), HouseholdType: HouseholdType(r.text("household_type")),
		Dwelling: Dwelling(r.text("dwelling")), Tenure: Tenure(r.text("tenure")), SizeFactor: im.yesNo(r, "size_factor"),
		IndexSeries: r.text("index_series"), BasePeriod: r.text("base_period"),
		SourceTitle: r.text("source_title"), SourceURL: r.text("source_url"), Note: r.text("note"),
	}
}

// amount reads a plain decimal. A file with semicolons, as a Dutch spreadsheet makes them, has decimal commas.
func (im *importer) amount(r normRow, column string) Amount {
	text := r.text(column)
	if text == "" {
		return Amount{}
	}
	plain := text
	if r.commas {
		plain = strings.Replace(text, ",", ".", 1)
	}
	if !isDecimal(plain) {
		im.add(r.at, column, "geen_bedrag", args{"waarde": shorten(text)})
		return Known(zero)
	}
	d, err := decimal.NewFromString(plain)
	if err != nil {
		im.add(r.at, column, "geen_bedrag", args{"waarde": shorten(text)})
		return Known(zero)
	}
	return Known(d)
}

// isDecimal accepts "650", "650.00" and "-0.5", of a length that an amount can have.
func isDecimal(s string) bool {
	const most = 12 // digits before the point and after it
	whole, part, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	digits := func(s string) bool { return s != "" && len(s) <= most && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (!point || digits(part))
}

func (im *importer) whole(r normRow, column string, highest int) *int {
	text := r.text(column)
	if text == "" {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > highest {
		im.add(r.at, column, "geen_getal", args{"waarde": shorten(text), "hoogste": highest})
		return nil
	}
	return &n
}

func (im *importer) yesNo(r normRow, column string) bool {
	switch text := r.text(column); text {
	case "", "no":
	case "yes":
		return true
	default:
		im.add(r.at, column, "onbekend_woord", args{"waarde": shorten(text), "toegestaan": "yes, no"})
	}
	return false
}

// ruleFault is a fault in one rule, by its column.
type ruleFault = NormFault

// faults lists what cannot be right in a rule by itself.
func (r *NormRule) faults() []ruleFault {
	c := ruleChecker{}
	c.line(r)
	word(&c, "kind", r.Kind, SetKinds(), true)
	ordinary := r.LineKey != SizeFactorKey
	word(&c, "unit", r.Unit, normUnits, ordinary)
	word(&c, "per", r.Per, normPers, ordinary)
	word(&c, "sex", r.Sex, Sexes(), false)
	word(&c, "household_type", r.HouseholdType, householdTypes, false)
	word(&c, "dwelling", r.Dwelling, Dwellings(), false)
	word(&c, "tenure", r.Tenure, tenures, false)
	c.amounts(r)
	c.dates(r)
	c.span("age_min", r.AgeMin, r.AgeMax)
	c.span("size_min", r.SizeMin, r.SizeMax)
	for _, t := range []struct{ column, text string }{{"index_series", r.IndexSeries}, {"base_period", r.BasePeriod},
		{"source_title", r.SourceTitle}, {"source_url", r.SourceURL}, {"note", r.Note}} {
		if len([]rune(t.text)) > maxNormText {
			c.add(t.column, "te_lang", args{"hoogste": maxNormText})
		}
	}
	return c.faults
}

type ruleChecker struct{ faults []ruleFault }

func (c *ruleChecker) add(column, key string, a args) {
	c.faults = append(c.faults, ruleFault{Column: column, Key: normFaultIndex + key, Args: a})
}

func (c *ruleChecker) line(r *NormRule) {
	_, known := LineOf(r.LineKey)
	switch {
	case r.LineKey == SizeFactorKey:
		if r.SizeMin == nil || r.SizeMax == nil || *r.SizeMin != *r.SizeMax {
			c.add("size_min", "factor_zonder_maat", nil)
		}
	case r.LineKey == "":
		c.add("line_key", "leeg_vak", nil)
	case slices.Contains(neverNormed, r.LineKey):
		c.add("line_key", "nooit_norm", args{"waarde": string(r.LineKey)})
	case !known:
		c.unknownLine(string(r.LineKey))
	}
	switch r.Per {
	case PerHousehold, PerVehicle, PerPet:
		if r.AgeMin != nil || r.AgeMax != nil || r.Sex != "" {
			c.add("per", "leeftijd_zonder_persoon", args{"waarde": string(r.Per)})
		}
	}
}

func (c *ruleChecker) unknownLine(word string) {
	if near := nearestLine(word); near != "" {
		c.add("line_key", "onbekende_regel_bedoelt_u", args{"waarde": shorten(word), "bedoeld": string(near)})
		return
	}
	c.add("line_key", "onbekende_regel", args{"waarde": shorten(word)})
}

// word tells a value that is none of the words of its column.
func word[K ~string](c *ruleChecker, column string, value K, allowed []K, needed bool) {
	if value == "" {
		if needed {
			c.add(column, "leeg_vak", nil)
		}
		return
	}
	if !slices.Contains(allowed, value) {
		names := make([]string, len(allowed))
		for i, a := range allowed {
			names[i] = string(a)
		}
		c.add(column, "onbekend_woord", args{"waarde": shorten(string(value)), "toegestaan": strings.Join(names, ", ")})
	}
}

func (c *ruleChecker) amounts(r *NormRule) {
	highest := int64(maxNormAmount)
	if r.LineKey == SizeFactorKey {
		highest = maxSizeFactor
	}
	if !r.Amount.IsKnown() {
		c.add("amount", "leeg_vak", nil)
	}
	for _, a := range []struct {
		column  string
		amount  Amount
		highest int64
	}{{"amount", r.Amount, highest}, {"income_max", r.IncomeMax, maxNormAmount}} {
		d := a.amount.Or(zero)
		switch {
		case d.IsNegative():
			c.add(a.column, "negatief", args{"waarde": comma(d)})
		case d.GreaterThan(decimal.NewFromInt(a.highest)):
			c.add(a.column, "te_hoog", args{"waarde": comma(d), "hoogste": a.highest})
		}
	}
}

func (c *ruleChecker) dates(r *NormRule) {
	if r.ValidFrom == "" {
		c.add("valid_from", "leeg_vak", nil)
	}
	for _, d := range []struct{ column, day string }{{"valid_from", r.ValidFrom}, {"valid_to", r.ValidTo}} {
		if d.day != "" && !isDay(d.day) {
			c.add(d.column, "geen_dag", args{"waarde": shorten(d.day)})
			return
		}
	}
	if r.ValidTo != "" && r.ValidTo < r.ValidFrom {
		c.add("valid_to", "tot_voor_van", nil)
	}
}

func (c *ruleChecker) span(column string, low, high *int) {
	if low != nil && high != nil && *low > *high {
		c.add(column, "hoog_onder_laag", nil)
	}
}

// Validate lists everything in the part "norms" of a case file that cannot be right, all at once.
func (l *NormLayer) Validate() []FieldError {
	c := checker{}
	need(&c, "norms.kind", l.Kind, SetKinds())
	if l.Dwelling != "" {
		need(&c, "norms.dwelling", l.Dwelling, Dwellings())
	}
	for _, n := range []struct {
		field string
		count *int
	}{{"norms.vehicles", l.Vehicles}, {"norms.pets", l.Pets}} {
		if n.count != nil {
			c.count(n.field, *n.count, maxNormCount)
		}
	}
	for i, p := range l.Persons {
		if p.Sex != "" {
			need(&c, "norms.persons["+strconv.Itoa(i)+"].sex", p.Sex, Sexes())
		}
	}
	if len(l.Set.Rules) > maxNormRules {
		c.add("norms.set.rules", normFaultIndex+"te_veel_rijen", args{"hoogste": maxNormRules})
		return c.faults
	}
	field := func(i int, column string) string {
		f := "norms.set.rules[" + strconv.Itoa(i) + "]"
		if column != "" {
			f += "." + column
		}
		return f
	}
	for i := range l.Set.Rules {
		for _, f := range l.Set.Rules[i].faults() {
			c.add(field(i, f.Column), f.Key, f.Args)
		}
	}
	if len(c.faults) > 0 {
		return c.faults
	}
	for _, f := range conflicts(l.Set.Rules) {
		c.add(field(f.rule, ""), normFaultIndex+f.key, args{"rij": f.other + 1})
	}
	return c.faults
}
