package budget

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

// Norm is what stands beside a line for this household, in euro a month, with where it came from.
type Norm struct {
	Key      LineKey
	Group    LineGroup
	Kind     NormKind // empty when there is no amount
	State    State
	Reason   Reason // why there is no amount
	PerMonth decimal.Decimal
	Year     int  // of the prices
	Outdated bool // too old to decide anything with: ask for the bill
	Origin   Origin
}

// NormKind says what an amount is: a word that goes with every amount in the coach's view.
type NormKind string

// The kinds of amounts, from the layer that wins to the one that loses.
const (
	KindOwn          NormKind = "eigen"
	KindOrganisation NormKind = "organisatie"
	KindMinimum      NormKind = "minimum"
	KindAverage      NormKind = "gemiddelde"
)

// Origin tells how a norm came about: the figures and how they grew to this household.
type Origin struct {
	Method  Method
	Figures []*rules.Param
	Note    string // title of an imported set, as its owner gave it
	Persons int    // in the household
	Adults  int
	Older   int // persons of 14 or older besides the first
	Younger int // children under 14
	Primary int // children of 4 to 11
	Pupils  int // children of 12 or older
}

// Method is how a norm is made for this household: a sentence "budget.herkomst." + Method of the catalogues.
type Method string

// The methods.
const (
	FromFile      Method = "bestand"     // the case file has it
	FromDebts     Method = "schulden"    // sum of the arrangements in the case file
	FromSet       Method = "organisatie" // imported set
	ByPerson      Method = "persoon"     // one person, and a part of what a second adult adds for each further person
	ByHousehold   Method = "huishouden"  // one figure for one person, one for more
	ByAdult       Method = "volwassene"  // times the adults
	ByPupil       Method = "kind"        // times the children by kind of school
	ByPovertyLine Method = "armoedegrens"
	ByBill        Method = "rekening" // average of an older year, no index on it: ask for the bill
)

// Reasons why a line has no norm.
const (
	ReasonNoFigure     Reason = "geen_cijfer"      // no figure may be shipped: ask for the bill
	ReasonNoIndex      Reason = "geen_index"       // no price index for this year yet
	ReasonOwnOnly      Reason = "alleen_eigen"     // only an amount of the family's own makes sense
	ReasonInPremium    Reason = "in_premie"        // stands in the health premium
	ReasonNoPet        Reason = "geen_huisdier"    // the file names no pet
	ReasonNoPupil      Reason = "geen_scholier"    // no child of school age
	ReasonNoHomeAmount Reason = "woning_ontbreekt" // the file has no rent yet
)

// Reasons why a line of an imported set has no amount for this household. The line then falls back on the open norm.
const (
	ReasonSexUnknown      Reason = "geslacht_onbekend"
	ReasonDwellingUnknown Reason = "woningsoort_onbekend"
	ReasonIncomeUnknown   Reason = "inkomen_onbekend"
	ReasonCountUnknown    Reason = "aantal_onbekend" // of vehicles or pets
	ReasonNoSizeFactor    Reason = "geen_maatfactor" // the set has none for so many persons
	ReasonTenureUnknown   Reason = "huur_of_koop_onbekend"
)

// NormBudget is the reference budget of a household.
type NormBudget struct {
	Year    int
	Lines   []Norm // one for every line of the sheet, in its order
	Finer   []Norm // placeholders for finer lines; they do not count in the total
	Pet     Norm   // what pets would come to, for a family that has one
	Minimum Norm   // the poverty line of this household without rent and energy, as one total
}

// Of gives the norm of a line or finer line.
func (b *NormBudget) Of(key LineKey) (Norm, bool) {
	for _, n := range b.Lines {
		if n.Key == key {
			return n, true
		}
	}
	for _, n := range b.Finer {
		if n.Key == key {
			return n, true
		}
	}
	return Norm{}, false
}

// TotalPerMonth adds the known lines.
func (b *NormBudget) TotalPerMonth() decimal.Decimal {
	total := zero
	for _, n := range b.Lines {
		total = total.Add(n.PerMonth)
	}
	return total
}

// Missing gives the lines that belong to this household and have no amount: they are not zero.
func (b *NormBudget) Missing() []LineKey {
	var keys []LineKey
	for _, n := range b.Lines {
		if n.State == Unknown {
			keys = append(keys, n.Key)
		}
	}
	return keys
}

// Overlaid puts the norms of an organisation over the open ones. What the case file itself has stays, and a norm for pets waits
// for a family that has one.
func (b *NormBudget) Overlaid(layer []Norm) *NormBudget {
	over := make(map[LineKey]Norm, len(layer))
	for _, n := range layer {
		n.Kind = KindOrganisation
		if n.State == HasAmount {
			over[n.Key] = n
		}
	}
	lay := func(under Norm) Norm {
		o, ok := over[under.Key]
		if !ok || under.Kind == KindOwn || under.Reason == ReasonNoPet {
			return under
		}
		o.Group = under.Group
		return o
	}
	out := *b
	out.Pet = lay(b.Pet)
	out.Lines, out.Finer = make([]Norm, len(b.Lines)), nil
	for i, n := range b.Lines {
		out.Lines[i] = lay(n)
	}
	for _, l := range budgetLines {
		if l.Parent == "" {
			continue
		}
		if n, ok := b.Of(l.Key); ok {
			out.Finer = append(out.Finer, lay(n))
		} else if n, ok := over[l.Key]; ok {
			n.Group = l.Group
			out.Finer = append(out.Finer, n)
		}
	}
	return &out
}

// Describe gives the sentence of the catalogues that tells where the amount came from, and what fills it in.
func (n *Norm) Describe() (id string, values map[string]any) {
	o := &n.Origin
	values = args{"naam": o.Note, "personen": o.Persons, "volwassenen": o.Adults, "ouder": o.Older, "jonger": o.Younger,
		"basisschool": o.Primary, "middelbaar": o.Pupils, "jaar": n.Year, "basisjaar": n.Year, "bron": ""}
	var titles []string
	for _, f := range o.Figures {
		if !slices.Contains(titles, f.Source.Title) {
			titles = append(titles, f.Source.Title)
		}
	}
	if len(o.Figures) > 0 {
		values["basisjaar"] = o.Figures[0].Source.From.Year()
		values["bron"] = strings.Join(titles, "; ")
	}
	return "budget.herkomst." + string(o.Method), values
}

// ReasonID is the id of the sentence that tells why there is no amount: the year result has reasons of its own.
func (n *Norm) ReasonID() string {
	switch n.Reason {
	case ReasonNoFigure, ReasonNoIndex, ReasonOwnOnly, ReasonInPremium, ReasonNoPet, ReasonNoPupil, ReasonNoHomeAmount,
		ReasonSexUnknown, ReasonDwellingUnknown, ReasonTenureUnknown, ReasonIncomeUnknown, ReasonCountUnknown, ReasonNoSizeFactor:
		return "budget.reden." + string(n.Reason)
	}
	return "reden." + string(n.Reason)
}

// Estimated tells whether a figure in it is not final: the word "schatting" goes with it.
func (n *Norm) Estimated() bool {
	for _, f := range n.Origin.Figures {
		if f.Source.Status != rules.Final {
			return true
		}
	}
	return false
}

// Norms is the reference budget of a household: the open one, and over it the imported set of an organisation when there is one.
// Rent, childcare and travel to work come from the household itself.
func (e *Engine) Norms(h *Household, layer *NormLayer) (*NormBudget, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, err
	}
	r, err := e.Year(h)
	if err != nil {
		return nil, err
	}
	return layered(set, h, r, layer), nil
}

func layered(set *rules.Set, h *Household, r *Result, layer *NormLayer) *NormBudget {
	b := norms(set, h, r)
	if layer == nil {
		return b
	}
	if layer.Pets != nil && *layer.Pets > 0 {
		b.havePet()
	}
	return b.Overlaid(layer.Norms(h, r))
}

// havePet gives the line of pets its amount.
func (b *NormBudget) havePet() {
	for i := range b.Lines {
		if b.Lines[i].Key == LineHuisdieren {
			b.Lines[i] = b.Pet
		}
	}
}

func norms(set *rules.Set, h *Household, r *Result) *NormBudget {
	o := newOpenSet(set, h)
	b := &NormBudget{Year: h.Year, Minimum: o.povertyLine()}
	open := make(map[LineKey]Norm, len(openNorms))
	for _, n := range openNorms {
		open[n.key] = o.norm(n)
	}
	b.Pet = open[LineHuisdieren]
	for _, l := range budgetLines {
		n, ok := open[l.Key]
		switch {
		case l.Parent != "" && !ok:
			continue
		case l.Key == LineHuur:
			n = rent(h)
		case l.Key == LineKinderopvang:
			n = ofResult(r, Kinderopvangkosten)
		case l.Key == LineReiskostenWerk:
			n = ofResult(r, Reiskosten)
		case l.Key == LineHuisdieren:
			n = Norm{State: None, Reason: ReasonNoPet}
		case l.Key == LineZiektekosten:
			n = Norm{State: None, Reason: ReasonInPremium}
		case !ok && l.Optional:
			n = Norm{State: None, Reason: ReasonOwnOnly}
		case !ok:
			n = Norm{State: Unknown, Reason: ReasonNoFigure}
		}
		n.Key, n.Group = l.Key, l.Group
		if l.Parent != "" {
			b.Finer = append(b.Finer, n)
			continue
		}
		b.Lines = append(b.Lines, n)
	}
	b.Pet.Group = GroupHuishoudelijk
	return b
}

func rent(h *Household) Norm {
	perMonth, known := h.Housing.RentPerMonth.Get()
	if !known {
		return Norm{State: Unknown, Reason: ReasonNoHomeAmount}
	}
	return Norm{Kind: KindOwn, PerMonth: Cent(perMonth), Year: h.Year, Origin: Origin{Method: FromFile}}
}

// ofResult makes a budget line of a cost in the year result, which has a minus there.
func ofResult(r *Result, c Component) Norm {
	o := r.Of(c)
	if o.State != HasAmount {
		return Norm{State: o.State, Reason: o.Reason}
	}
	return Norm{Kind: KindOwn, PerMonth: perMonth(o.PerYear.Neg()), Year: r.Year, Origin: Origin{Method: FromFile}}
}

// openNorm says how the open reference amount of a line is made: figures of the CBS survey of 2020, less others, and how they
// go to other households.
type openNorm struct {
	key       LineKey
	add, less []string // divisions of the survey
	method    Method
	outdated  bool
}

var openNorms = []openNorm{
	{key: LineEnergie, add: []string{"04.5"}, method: ByHousehold, outdated: true},
	{key: "water_lokaal", add: []string{"04.4"}, method: ByHousehold},
	{key: "gemeente", method: ByBill, outdated: true},
	{key: "waterschap", method: ByBill, outdated: true},
	{key: "telecom", add: []string{"08.3"}, method: ByHousehold},
	{key: "zorgverzekering", method: ByAdult},
	{key: "verzekeringen", add: []string{"12.5"}, method: ByHousehold},
	{key: "onderwijs", method: ByPupil},
	{key: "vervoer", add: []string{"07.3"}, method: ByHousehold},
	{key: "bank", add: []string{"12.6"}, method: ByHousehold},
	{key: "kleding", add: []string{"03"}, method: ByPerson},
	{key: "inventaris", add: []string{"05"}, less: []string{"05.6.1"}, method: ByHousehold},
	{key: "vrije_tijd", add: []string{"09"}, less: []string{"09.3.4", "09.3.5"}, method: ByPerson},
	{key: "voeding", add: []string{"01"}, method: ByPerson},
	{key: "schoonmaak", add: []string{"05.6.1"}, method: ByHousehold},
	{key: "verzorging", add: []string{"12.1"}, method: ByPerson},
	{key: LineHuisdieren, add: []string{"09.3.4", "09.3.5"}, method: ByHousehold},
}

// indexSeries gives the price series of a division of the survey; the others have that of their first two digits. The survey
// has the old division 12, and personal care has no series of its own there.
var indexSeries = map[string]string{"04.5": "energie", "12.1": "00"}

// The choices of the derivation. A child under 14 adds 0.3 where a second adult adds 0.5 in the OECD-modified scale, so 0.6 of
// what a second adult adds; the survey knows one person and two persons only.
var childShare = decimal.New(6, -1)

const (
	adultLikeFrom = 14 // age
	primaryFrom   = 4
	pupilFrom     = 12
	teenFrom      = 13
)

// openSet makes the open norms of one household in one year.
type openSet struct {
	set     *rules.Set
	persons Origin   // the counts
	teens   int      // children of 13 or older
	index   []string // factors from prices of 2025 to those of the year
	indexed bool     // there is an index for the year
}

// indexTo gives the factors that bring prices of 2025 to a year. A year that is not here has no index yet.
var indexTo = map[int][]string{
	2025: {},
	2026: {"cpi.factor.2025.2026h1"},
}

func newOpenSet(set *rules.Set, h *Household) *openSet {
	o := &openSet{set: set}
	o.index, o.indexed = indexTo[h.Year]
	p := &o.persons
	p.Adults, p.Persons = len(h.Adults), len(h.Adults)+len(h.Children)
	p.Older = p.Adults - 1
	for _, c := range h.Children {
		age := c.Born.ageOn1January(h.Year)
		if age >= adultLikeFrom {
			p.Older++
		} else {
			p.Younger++
		}
		if age >= teenFrom {
			o.teens++
		}
		switch {
		case age >= pupilFrom:
			p.Pupils++
		case age >= primaryFrom:
			p.Primary++
		}
	}
	return o
}

func (o *openSet) norm(n openNorm) Norm {
	switch n.method {
	case ByAdult:
		return o.premium()
	case ByBill:
		return o.localTaxes(n)
	case ByPupil:
		return o.school()
	}
	if !o.indexed {
		return Norm{Key: n.key, State: Unknown, Reason: ReasonNoIndex}
	}
	c := o.calculation()
	single, couple := zero, zero
	for _, division := range n.add {
		single, couple = single.Add(c.survey(division, "1p")), couple.Add(c.survey(division, "2p"))
	}
	for _, division := range n.less {
		single, couple = single.Sub(c.survey(division, "1p")), couple.Sub(c.survey(division, "2p"))
	}
	amount := single
	switch {
	case n.method == ByPerson:
		amount = grown(single, couple, o.persons)
	case o.persons.Persons > 1:
		amount = couple
	}
	return c.norm(n, amount)
}

// grown takes the figures of one and two persons to a household: a person of 14 or older adds what the second adult adds, a
// younger child six tenths of it.
func grown(single, couple decimal.Decimal, persons Origin) decimal.Decimal {
	second := couple.Sub(single)
	parts := number(persons.Older).Add(childShare.Mul(number(persons.Younger)))
	return single.Add(second.Mul(parts))
}

func number(n int) decimal.Decimal { return decimal.NewFromInt(int64(n)) }

// premium is the standaardpremie of the zorgtoeslag, which holds the average own risk.
func (o *openSet) premium() Norm {
	c := o.calculation()
	perYear := c.take(&o.set.Zorgtoeslag.Standaardpremie).Mul(number(o.persons.Adults))
	return c.norm(openNorm{key: "zorgverzekering", method: ByAdult}, perMonth(perYear))
}

// localTaxes are placeholders of 2024 that no index may be laid on: the bill is asked for.
func (o *openSet) localTaxes(n openNorm) Norm {
	key := "local.tenant.waterboard"
	switch {
	case n.key == "gemeente" && o.persons.Persons > 1:
		key = "local.tenant.multi"
	case n.key == "gemeente":
		key = "local.tenant.single"
	}
	c := o.calculation()
	norm := c.norm(n, perMonth(c.figure(key)))
	for _, f := range c.figures {
		norm.Year = f.Source.From.Year()
	}
	return norm
}

// school is what parents pay for schools, by the lowest of the kinds of secondary school.
func (o *openSet) school() Norm {
	n := openNorm{key: "onderwijs", method: ByPupil}
	switch {
	case o.persons.Primary+o.persons.Pupils == 0:
		return Norm{Key: n.key, State: None, Reason: ReasonNoPupil}
	case !o.indexed:
		return Norm{Key: n.key, State: Unknown, Reason: ReasonNoIndex}
	}
	c := o.calculation()
	perYear := zero
	if o.persons.Primary > 0 {
		perYear = perYear.Add(c.figure("school.po.2019").Mul(number(o.persons.Primary)))
	}
	if o.persons.Pupils > 0 {
		perYear = perYear.Add(c.figure("school.vmbo.2019").Mul(number(o.persons.Pupils)))
	}
	perYear = c.toYear(perYear.Mul(c.figure("cpi.factor.2020.2025.10")))
	return c.norm(n, perMonth(perYear))
}

// calculation collects the figures that it uses, and whether one of them is missing.
type calculation struct {
	o       *openSet
	figures []*rules.Param
	missing bool
}

func (o *openSet) calculation() *calculation { return &calculation{o: o} }

func (c *calculation) figure(key string) decimal.Decimal {
	p, ok := c.o.set.Referentiebudget[key]
	if !ok {
		c.missing = true
		return zero
	}
	return c.take(p)
}

func (c *calculation) take(p *rules.Param) decimal.Decimal {
	if !p.Known() {
		c.missing = true
		return zero
	}
	for _, f := range c.figures {
		if f == p {
			return p.Value
		}
	}
	c.figures = append(c.figures, p)
	return p.Value
}

// survey is a figure of the survey in prices of the year, euro a month. It goes from the survey amount itself to the year in one
// go and is rounded once, to ten cents: the survey gives no more, and so the open set is published.
func (c *calculation) survey(division, size string) decimal.Decimal {
	series, own := indexSeries[division]
	if !own {
		series, _, _ = strings.Cut(division, ".")
	}
	perYear := c.figure("cbs.bo2020." + division + "." + size).Mul(c.figure("cpi.factor.2020.2025." + series))
	return c.toYear(perYear).DivRound(twelve, 1)
}

// toYear brings prices of 2025 to those of the year.
func (c *calculation) toYear(amount decimal.Decimal) decimal.Decimal {
	for _, key := range c.o.index {
		amount = amount.Mul(c.figure(key))
	}
	return amount
}

func (c *calculation) norm(n openNorm, perMonth decimal.Decimal) Norm {
	if c.missing {
		return Norm{Key: n.key, State: Unknown, Reason: ReasonNoFigure}
	}
	origin := c.o.persons
	origin.Method, origin.Figures = n.method, c.figures
	return Norm{Key: n.key, Kind: KindAverage, PerMonth: Cent(perMonth), Year: c.o.set.Year, Outdated: n.outdated, Origin: origin}
}

// povertyLine is what CBS, SCP and Nibud hold to be the least for this household without rent and energy, in prices of the year,
// in whole euros: an estimate. What a child up to 12 adds is half of what the couple with two young children has more than the
// couple, when both have the rent and energy of the single person.
func (o *openSet) povertyLine() Norm {
	const key LineKey = "minimum"
	if !o.indexed {
		return Norm{Key: key, State: Unknown, Reason: ReasonNoIndex}
	}
	c := o.calculation()
	rest, partner := c.figure("mvb.povertyline.2023.single.rest"), c.figure("mvb.povertyline.2023.partnerextra")
	home := c.take(&o.set.Armoedegrenzen.Alleenstaand2023).Sub(rest)
	child := c.figure("mvb.povertyline.2023.couple2young").Sub(home).Sub(rest).Sub(partner).Div(two)
	amount := rest.
		Add(partner.Mul(number(o.persons.Adults - 1))).
		Add(child.Mul(number(o.persons.Persons - o.persons.Adults))).
		Add(c.figure("mvb.povertyline.2023.teenextra").Mul(number(o.teens)))
	amount = c.toYear(amount.Mul(c.figure("cpi.total.year.2025")))
	if before := c.figure("cpi.total.year.2023"); before.IsPositive() {
		amount = amount.Div(before)
	}
	n := c.norm(openNorm{key: key, method: ByPovertyLine}, WholeEuroNearest(amount))
	if n.State == HasAmount {
		n.Kind = KindMinimum
	}
	return n
}
