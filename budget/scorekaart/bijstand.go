package scorekaart

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/budget/rules"
)

const (
	young     = 19 // below the norm of 21
	pensioner = 75
	sharer    = 40 // counts as cost-sharer
)

// norm is a kind of household of the bijstand: who lives there, and which number of the law is its norm.
type norm struct {
	ages     []int
	children int
	of       func(*rules.Normen) *rules.Halves
}

var norms = map[string]norm{
	"single":     {[]int{adult}, 0, func(n *rules.Normen) *rules.Halves { return &n.Alleenstaand }},
	"couple":     {[]int{adult, adult}, 0, func(n *rules.Normen) *rules.Halves { return &n.Gehuwd }},
	"aow-single": {[]int{pensioner}, 0, func(n *rules.Normen) *rules.Halves { return &n.AOWAlleenstaand }},
	"aow-couple": {[]int{pensioner, pensioner}, 0, func(n *rules.Normen) *rules.Halves { return &n.AOWGehuwd }},
	"mixed":      {[]int{young, adult}, 0, func(n *rules.Normen) *rules.Halves { return &n.EenJong }},
	"mixed-kids": {[]int{young, adult}, 1, func(n *rules.Normen) *rules.Halves { return &n.EenJongKinderen }},
	"u21-couple": {[]int{young, young}, 0, func(n *rules.Normen) *rules.Halves { return &n.BeidenJong }},
	"single-u21": {[]int{young}, 0, func(n *rules.Normen) *rules.Halves { return &n.Jong }},
}

// claiming is a household without income that asks for bijstand.
func (n norm) claiming(year int) *budget.Household {
	h := household(year, n.ages...)
	for range n.children {
		withChildren(h, 5)
	}
	h.Bijstand.Claims = true
	return h
}

// sharing adds people who share the costs.
func sharing(h *budget.Household, people int) *budget.Household {
	for range people {
		h.OtherResidents = append(h.OtherResidents, budget.Resident{Born: born(h.Year, sharer), Relation: budget.RelationOther,
			IncomePerYear: budget.Known(zero), Wealth: budget.Known(zero), CountsForKostendelersnorm: true})
	}
	return h
}

// perMonth is the bijstand of a month with its holiday part, in the first or the second half-year.
func (r *reply) perMonth(month int) decimal.Decimal {
	steps := r.steps(budget.Bijstand, "bijstand.per_maand")
	if len(steps) == 0 {
		return zero
	}
	if month >= 7 {
		return steps[len(steps)-1].Value
	}
	return steps[0].Value
}

// withNorm is an engine whose norm has this value all year. For a year that the program knows the value must be its own norm in that
// month.
func (b *bench) withNorm(c *Case, n norm, month int, value decimal.Decimal, more func(*rules.Set)) (*budget.Engine, error) {
	if c.known() {
		set, err := b.engine.Rules(c.year())
		if err != nil {
			return nil, err
		}
		if own := n.of(&set.Bijstand.Norm).In(month).Value; !own.Equal(value) {
			return nil, fmt.Errorf("the norm is %s, not %s", own, value)
		}
	}
	return b.changed(c.year(), func(s *rules.Set) {
		h := n.of(&s.Bijstand.Norm)
		h.Januari.Value, h.Juli.Value = value, value
		if more != nil {
			more(s)
		}
	})
}

// withoutTax makes every wage a net income.
func withoutTax(s *rules.Set) {
	ib := &s.Inkomstenbelasting
	for _, rate := range []*rules.Param{&ib.Tarief1, &ib.Tarief1AOW, &ib.Tarief2, &ib.Tarief3} {
		rate.Value = zero
	}
}

// limit is the highest income a month at which a municipal scheme for this share of the norm still pays; the engine must not tax.
func limit(e *budget.Engine, h *budget.Household, share decimal.Decimal) (decimal.Decimal, error) {
	h.Bijstand.Claims = false
	h.LocalSchemes = []budget.LocalScheme{{ID: "r1", Per: "household", Amount: budget.Known(hundred), Kind: "cash", Period: "year",
		IncomeBase: "norm-incl-holiday", Shape: "cliff", LimitFull: budget.Known(share), AssetTest: budget.AssetTest{Kind: "none"}}}
	year, err := highest(100_000_00, func(cents int64) (bool, error) {
		earning(&h.Adults[0], decimal.New(cents, -2))
		r, err := e.Year(h)
		if err != nil {
			return false, err
		}
		if len(r.Local) != 1 {
			return false, fmt.Errorf("the scheme has no outcome")
		}
		return r.Local[0].PerYear.Sign() > 0, nil
	})
	return decimal.New(year, -2).DivRound(twelve, 2), err
}

// limits answers every expected percentage, such as pct_115, with the limit at that share of the norm.
func limits(c *Case, e *budget.Engine, household func() *budget.Household, got answers) error {
	for key := range c.expected {
		percent, ok := strings.CutPrefix(key, "pct_")
		if !ok {
			continue
		}
		share, err := decimal.NewFromString(percent)
		if err != nil {
			return fmt.Errorf("expected: %s: %w", key, err)
		}
		if got[key], err = limit(e, household(), share.Div(hundred)); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) normPercentages(c *Case) (answers, error) {
	var in struct {
		Date      string          `json:"rule_date"`
		Household string          `json:"household"`
		Inclusive decimal.Decimal `json:"norm_incl_holiday"`
		Exclusive decimal.Decimal `json:"norm_excl_holiday"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	n, known := norms[in.Household]
	if !known {
		return nil, fmt.Errorf("no household %q", in.Household)
	}
	e, err := b.withNorm(c, n, monthOf(in.Date), in.Inclusive.Add(in.Exclusive), withoutTax)
	if err != nil {
		return nil, err
	}
	got := answers{}
	return got, limits(c, e, func() *budget.Household { return n.claiming(c.year()) }, got)
}

// holidayShare is what is paid in a month: the norm without its holiday part.
func (b *bench) holidayShare(c *Case) (answers, error) {
	var in struct {
		Date      string          `json:"rule_date"`
		Household string          `json:"household"`
		Inclusive decimal.Decimal `json:"norm_incl_holiday"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	n, known := norms[in.Household]
	if !known {
		return nil, fmt.Errorf("no household %q", in.Household)
	}
	month := monthOf(in.Date)
	e, err := b.withNorm(c, n, month, in.Inclusive, withoutTax)
	if err != nil {
		return nil, err
	}
	r, err := ask(e, n.claiming(c.year()))
	if err != nil {
		return nil, err
	}
	got := answers{"excl_holiday": r.inMonth(budget.Bijstand, month)}
	return got, limits(c, e, func() *budget.Household { return n.claiming(c.year()) }, got)
}

// childSchemeLimit is the limit of a scheme for children; where the norms are not in the inputs they are those of the same day in
// another example.
func (b *bench) childSchemeLimit(c *Case) (answers, error) {
	type amounts struct {
		Single decimal.Decimal `json:"single"`
		Couple decimal.Decimal `json:"couple"`
	}
	var in struct {
		Factor decimal.Decimal `json:"factor"`
		Norm   amounts         `json:"norm_excl_holiday"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	if in.Norm.Single.IsZero() {
		other, known := b.cases["wil-gross-couple-pp"]
		if !known {
			return nil, fmt.Errorf("no example with the norms")
		}
		var day struct {
			Single decimal.Decimal `json:"single_norm_month_incl_holiday"`
			Couple decimal.Decimal `json:"couple_norm_month_incl_holiday"`
		}
		if err := other.read(&day); err != nil {
			return nil, err
		}
		in.Norm = amounts(day)
	}
	got := answers{}
	for key, value := range map[string]decimal.Decimal{"single": in.Norm.Single, "couple": in.Norm.Couple} {
		n := norms[key]
		e, err := b.withNorm(c, n, 1, value, withoutTax)
		if err != nil {
			return nil, err
		}
		h := n.claiming(c.year())
		withChildren(h, 8)
		if got[key], err = limit(e, h, in.Factor); err != nil {
			return nil, err
		}
	}
	got["single_parent"] = got["single"]
	return got, nil
}

func (b *bench) kostendelersnorm(c *Case) (answers, error) {
	var in struct {
		Date       string          `json:"rule_date"`
		A          int             `json:"A"`
		Couple     decimal.Decimal `json:"couple_norm"`
		Exclusive  decimal.Decimal `json:"couple_norm_excl_holiday"`
		Age        int             `json:"age"`
		Housemates int             `json:"housemates_27plus"`
		Others     json.RawMessage `json:"housemates"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	h := norms["single"].claiming(c.year())
	if in.Age > 0 {
		h.Adults[0].Born = born(h.Year, in.Age)
	}
	sharing(h, max(in.A-1, in.Housemates))
	if strings.HasPrefix(string(in.Others), `"commercial`) {
		sharing(h, 1).OtherResidents[0].CountsForKostendelersnorm = false
	}
	e := b.engine
	if couple := in.Couple.Add(in.Exclusive); couple.Sign() > 0 {
		var err error
		if e, err = b.withNorm(c, norms["couple"], monthOf(in.Date), couple, withoutTax); err != nil {
			return nil, err
		}
	}
	r, err := ask(e, h)
	if err != nil {
		return nil, err
	}
	people := r.step(budget.Bijstand, "bijstand.kostendelers")
	applies := people.Sign() > 0
	if !applies {
		people = decimal.NewFromInt(1)
	}
	got := answers{
		"applies": applies, "cost_sharer_norm_applies": applies, "A": people,
		"couple_norm": r.step(budget.Bijstand, "bijstand.norm.gehuwd"),
		"per_person":  r.step(budget.Bijstand, "bijstand.kostendelersnorm"),
	}
	return got, limits(c, e, func() *budget.Household { return h }, got)
}

// grossBijstand is the taxable bijstand of a year for one adult, with the numbers of the example's year.
func (b *bench) grossBijstand(c *Case) (answers, error) {
	var in struct {
		Household string          `json:"household"`
		A         int             `json:"cost_sharers"` // everybody who shares the costs
		Rate      decimal.Decimal `json:"first_rate_pct"`
		Credit    decimal.Decimal `json:"general_tax_credit"`
		Couple    decimal.Decimal `json:"couple_norm_month_incl_holiday"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	n := norms["single"]
	if in.Household != "" {
		n = norms[in.Household]
	}
	e, err := b.withNorm(c, norms["couple"], 1, in.Couple, func(s *rules.Set) {
		s.Inkomstenbelasting.Tarief1.Value = in.Rate.Div(hundred)
		s.Heffingskortingen.Algemeen.Maximum.Value = in.Credit
	})
	if err != nil {
		return nil, err
	}
	r, err := e.Year(sharing(n.claiming(c.year()), max(in.A-1, 0)))
	if err != nil {
		return nil, err
	}
	return answers{"gross_year": r.Persons[0].Toetsingsinkomen}, nil
}

func (b *bench) bijstand(c *Case) (answers, error) {
	var in struct {
		Country  string          `json:"country"`
		Age      int             `json:"age"`
		Income   decimal.Decimal `json:"income"`
		Counted  decimal.Decimal `json:"counted_income"`
		Assets   decimal.Decimal `json:"assets"`
		Married  bool            `json:"married"`
		Children int             `json:"children"`
		Relation string          `json:"relation"`
		Enough   bool            `json:"enough_means"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	if in.Country != "" {
		return b.publishedNorms(c)
	}
	n := norms["single"]
	if in.Married {
		n = norms["couple"]
	}
	h := n.claiming(c.year())
	if in.Age > 0 {
		h.Adults[0].Born = born(h.Year, in.Age)
	}
	for range in.Children {
		withChildren(h, 8)
	}
	if in.Relation != "" {
		h.OtherResidents = []budget.Resident{{Born: born(h.Year, 24), Relation: budget.RelationChild,
			IncomePerYear: budget.Known(zero), Wealth: budget.Known(zero), CountsForKostendelersnorm: true}}
	}
	month := in.Income.Add(in.Counted) // so little wage that there is no tax on it
	if in.Enough {
		month = decimal.NewFromInt(4_000)
	}
	if month.Sign() > 0 {
		earning(&h.Adults[0], month.Mul(twelve))
	}
	h.Adults[0].Wealth = budget.Known(in.Assets)
	r, err := ask(b.engine, h)
	if err != nil {
		return nil, err
	}
	kind, err := b.householdKind(h)
	if err != nil {
		return nil, err
	}
	return answers{"right": r.has(budget.Bijstand), "bijstand": r.perMonth(1), "household": kind,
		"article_21_applies": r.usesArticle(budget.Bijstand, "Pw art. 21")}, nil
}

// usesArticle tells whether a number of this article was used.
func (r *reply) usesArticle(c budget.Component, article string) bool {
	for _, section := range r.trace.Of(c) {
		for _, step := range section.Steps {
			if step.Param != nil && (step.Law == article || strings.HasPrefix(step.Law, article+" ")) {
				return true
			}
		}
	}
	return false
}

// householdKind is what the bijstand takes a household for: the wealth limit it is held against.
func (b *bench) householdKind(h *budget.Household) (string, error) {
	rich := *h
	rich.Adults = append([]budget.Adult(nil), h.Adults...)
	rich.Adults[0].Wealth = budget.Known(decimal.NewFromInt(1_000_000))
	r, err := ask(b.engine, &rich)
	if err != nil {
		return "", err
	}
	for key, kind := range map[string]string{"alleenstaand": "single", "alleenstaande_ouder": "single_parent", "gehuwd": "couple"} {
		if r.steps(budget.Bijstand, "bijstand.vermogensgrens."+key) != nil {
			return kind, nil
		}
	}
	return "", fmt.Errorf("no wealth limit was used")
}

// publishedNorms are the norms of 1 January, as the engine pays them.
func (b *bench) publishedNorms(c *Case) (answers, error) {
	got := answers{}
	for key, h := range map[string]*budget.Household{
		"single":         norms["single"].claiming(c.year()),
		"couple":         norms["couple"].claiming(c.year()),
		"mixed_under21":  norms["mixed"].claiming(c.year()),
		"kd2_per_person": sharing(norms["single"].claiming(c.year()), 1),
	} {
		r, err := ask(b.engine, h)
		if err != nil {
			return nil, err
		}
		got[key] = r.perMonth(1)
	}
	return got, nil
}

// beslagvrijeVoet compares the maxima that the program carries.
func (b *bench) beslagvrijeVoet(c *Case) (answers, error) {
	var in struct {
		Date      string          `json:"rule_date"`
		Household string          `json:"household"`
		Norm      decimal.Decimal `json:"norm"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	set, err := b.engine.Rules(c.year())
	if err != nil {
		return nil, err
	}
	v, n := &set.BeslagvrijeVoet, &set.Bijstand.Norm
	maxima := map[string][2]*rules.Halves{
		"single": {&v.Alleenstaand, &n.Alleenstaand}, "single_parent": {&v.AlleenstaandeOuder, &n.Alleenstaand},
		"couple_no_children": {&v.Gehuwd, &n.Gehuwd}, "couple_children": {&v.GehuwdKinderen, &n.Gehuwd},
	}
	found, known := maxima[in.Household]
	if !known {
		return nil, fmt.Errorf("no household %q", in.Household)
	}
	month := monthOf(in.Date)
	if own := found[1].In(month).Value; !own.Equal(in.Norm) {
		return nil, fmt.Errorf("the norm is %s, not %s", own, in.Norm)
	}
	return answers{"max": found[0].In(month).Value}, nil
}

// povertyLine compares the lines that the program carries as background.
func (b *bench) povertyLine(c *Case) (answers, error) {
	var in struct {
		Household string `json:"household"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	set, err := b.engine.Rules(c.year())
	if err != nil {
		return nil, err
	}
	a := &set.Armoedegrenzen
	if in.Household == "couple, two children up to 12" {
		return answers{"line_month": a.PaarTweeKinderen2023.Value}, nil
	}
	return answers{"couple_2_teens": a.PaarTweeTieners2023.Value, "single_parent_2_teens": a.OuderTweeTieners2023.Value}, nil
}
