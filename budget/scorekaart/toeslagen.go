package scorekaart

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/budget/rules"
)

// evaluators say how the examples of a scheme are computed.
var evaluators = map[string]func(*bench, *Case) (answers, error){
	"zorgtoeslag":                (*bench).zorgtoeslag,
	"kindgebonden_budget":        (*bench).kindgebondenBudget,
	"kinderbijslag":              (*bench).kinderbijslag,
	"child_turns_18":             (*bench).turns18,
	"huurtoeslag":                (*bench).huurtoeslag,
	"kinderopvangtoeslag":        (*bench).kinderopvangtoeslag,
	"aow":                        (*bench).aow,
	"iack":                       (*bench).combinatiekorting,
	"minimum_wage_youth":         (*bench).youthWages,
	"payroll_tax":                (*bench).twoJobs,
	"profit":                     (*bench).profit,
	"special_remuneration_rate":  (*bench).specialRate,
	"beslagvrije_voet":           (*bench).beslagvrijeVoet,
	"bijstand":                   (*bench).bijstand,
	"kostendelersnorm":           (*bench).kostendelersnorm,
	"gross_bijstand":             (*bench).grossBijstand,
	"holiday_allowance_share":    (*bench).holidayShare,
	"social_minimum_percentages": (*bench).normPercentages,
	"child_scheme_limit":         (*bench).childSchemeLimit,
	"poverty_line":               (*bench).povertyLine,
}

func (b *bench) zorgtoeslag(c *Case) (answers, error) {
	var in struct {
		Partner bool            `json:"partner"`
		Insured *bool           `json:"partner_insured"`
		Income  decimal.Decimal `json:"toetsingsinkomen_total"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	h := household(c.year(), adults(in.Partner)...)
	earning(&h.Adults[0], in.Income)
	half := in.Insured != nil && !*in.Insured
	if half { // of those without an insurance of their own the case file knows only a partner who is not 18 yet (Wzt art. 2 lid 4)
		h.Adults[1].Born = born(h.Year, 17)
	}
	r, err := ask(b.engine, h)
	if err != nil {
		return nil, err
	}
	claim := r.step(budget.Zorgtoeslag, "zorgtoeslag.recht_per_jaar")
	if half {
		claim = claim.Div(two)
	}
	return answers{
		"normpremie_eur":        cents(r.step(budget.Zorgtoeslag, "zorgtoeslag.normpremie")),
		"year_unrounded_eur":    cents(claim),
		"month_unrounded_eur":   claim.DivRound(twelve, 2),
		"zorgtoeslag_year_eur":  r.perYear(budget.Zorgtoeslag),
		"zorgtoeslag_month_eur": r.inMonth(budget.Zorgtoeslag, 1),
	}, nil
}

func (b *bench) kindgebondenBudget(c *Case) (answers, error) {
	var in struct {
		Partner       bool            `json:"partner"`
		Income        decimal.Decimal `json:"toetsingsinkomen_total"`
		Ages          []int           `json:"children_ages"`
		Kinderbijslag *bool           `json:"kinderbijslag"`
		Wealth        decimal.Decimal `json:"rendementsgrondslag"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	h := household(c.year(), adults(in.Partner)...)
	h.Adults[0].Wealth = budget.Known(in.Wealth)
	withChildren(h, in.Ages...)
	for i := range h.Children {
		h.Children[i].Kinderbijslag = in.Kinderbijslag == nil || *in.Kinderbijslag
	}
	if _, asked := c.expected["zero_income_approx"]; asked {
		return b.zeroIncome(h)
	}
	earning(&h.Adults[0], in.Income)
	r, err := ask(b.engine, h)
	if err != nil {
		return nil, err
	}
	maximum, reduction := r.step(budget.KindgebondenBudget, "kgb.maximum"), r.step(budget.KindgebondenBudget, "kgb.afbouw")
	return answers{
		"entitled":                      r.has(budget.KindgebondenBudget),
		"max_year_eur":                  maximum,
		"reduction_eur":                 cents(reduction),
		"kgb_year_unrounded_eur":        cents(maximum.Sub(reduction)),
		"kgb_month_floor_unrounded_eur": maximum.Sub(reduction).DivRound(twelve, 8).Floor(),
		"kgb_year_eur":                  r.perYear(budget.KindgebondenBudget),
		"kgb_month_nearest_eur":         r.perYear(budget.KindgebondenBudget).DivRound(twelve, 0),
	}, nil
}

// zeroIncome is the lowest whole income at which the reduction takes everything. The publisher leaves out that an award below 24 euro
// is not paid.
func (b *bench) zeroIncome(h *budget.Household) (answers, error) {
	last, err := highest(1_000_000, func(euros int64) (bool, error) {
		earning(&h.Adults[0], decimal.NewFromInt(euros))
		r, err := ask(b.engine, h)
		if err != nil {
			return false, err
		}
		return r.step(budget.KindgebondenBudget, "kgb.maximum").GreaterThan(r.step(budget.KindgebondenBudget, "kgb.afbouw")), nil
	})
	return answers{"zero_income_approx": decimal.NewFromInt(last + 1)}, err
}

func (b *bench) kinderbijslag(c *Case) (answers, error) {
	var in struct {
		Age      string   `json:"age_on_first_day_of_quarter"`
		Quarters []string `json:"quarter_starting_between"`
		Ages     []int    `json:"children_ages_on_first_day"`
		Birth    string   `json:"birth"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	switch {
	case in.Birth != "":
		return b.firstKinderbijslag(in.Birth)
	case in.Ages != nil: // the third and the fourth quarter are alike
		return b.quarter(c.year(), 7, in.Ages)
	}
	from, to, _ := strings.Cut(in.Age, "-")
	youngest, err1 := strconv.Atoi(from)
	eldest, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || len(in.Quarters) == 0 {
		return nil, fmt.Errorf("inputs: ages %q in %v", in.Age, in.Quarters)
	}
	month := monthOf(in.Quarters[0])
	got, err := b.quarter(c.year(), month, []int{youngest})
	if err != nil {
		return nil, err
	}
	other, err := b.quarter(c.year(), month, []int{eldest})
	if err == nil && fmt.Sprint(got) != fmt.Sprint(other) {
		err = fmt.Errorf("%v at %d, %v at %d", got, youngest, other, eldest)
	}
	return got, err
}

// quarter is the kinderbijslag of the quarter that begins in a month, for children who keep their age.
func (b *bench) quarter(year, month int, ages []int) (answers, error) {
	total := zero
	for _, age := range ages {
		h := household(year, adult)
		withChildren(h, age)
		r, err := ask(b.engine, h)
		if err != nil {
			return nil, err
		}
		section := r.trace.Of(budget.Kinderbijslag)[0]
		if len(section.Steps) != 4 {
			return nil, fmt.Errorf("%d quarters at age %d", len(section.Steps), age)
		}
		total = total.Add(section.Steps[(month-1)/3].Value)
	}
	return answers{"kinderbijslag_quarter_eur": total}, nil
}

var monthNames = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"}

// firstKinderbijslag is the first quarter and the first payment for a child born in this month.
func (b *bench) firstKinderbijslag(birth string) (answers, error) {
	h := household(2026, adult)
	for i, name := range monthNames {
		if strings.HasSuffix(birth, name) {
			withChildren(h, 0)
			h.Children[0].Born = budget.YearMonth{Year: h.Year, Month: i + 1}
		}
	}
	r, err := ask(b.engine, h)
	if err != nil {
		return nil, err
	}
	got := answers{"first_quarter": "Q" + strconv.Itoa(5-len(r.trace.Of(budget.Kinderbijslag)[0].Steps))}
	for month := 12; month >= 1; month-- {
		if r.inMonth(budget.Kinderbijslag, month).Sign() > 0 {
			got["first_payment"] = monthNames[month-1]
		}
	}
	return got, nil
}

func (b *bench) turns18(c *Case) (answers, error) {
	var in struct {
		Birthday string `json:"birthday_18"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	h := household(c.year(), adult)
	withChildren(h, 17)
	for i, name := range monthNames {
		if strings.HasSuffix(in.Birthday, name) {
			h.Children[0].Born = budget.YearMonth{Year: h.Year - 18, Month: i + 1}
		}
	}
	r, err := ask(b.engine, h)
	if err != nil {
		return nil, err
	}
	months := 0
	for _, step := range r.steps(budget.KindgebondenBudget, "kgb.maximum") {
		months += step.Months
	}
	return answers{
		"last_kinderbijslag_quarter": "Q" + strconv.Itoa(len(r.trace.Of(budget.Kinderbijslag)[0].Steps)),
		"kgb_stops_from":             monthNames[months],
	}, nil
}

func (b *bench) huurtoeslag(c *Case) (answers, error) {
	var in struct {
		Household string          `json:"household"`
		Age       int             `json:"age"`
		Ages      []int           `json:"ages"`
		Rent      decimal.Decimal `json:"bare_rent"`
		Income    decimal.Decimal `json:"rekeninkomen"`
		Assets    string          `json:"assets"`
		Exception string          `json:"exception"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	ages, children := append([]int{in.Age}, in.Ages...), []int(nil)
	if in.Ages != nil {
		ages = in.Ages
	}
	if in.Household == "partners + 1 child" {
		ages, children = ages[:2], ages[2:]
	}
	h := household(c.year(), ages...)
	withChildren(h, children...)
	if in.Exception != "" { // "child or disability": the case file knows the child
		withChildren(h, 3)
	}
	if wealth, err := decimal.NewFromString(in.Assets); err == nil { // else it says "below limit"
		h.Adults[0].Wealth = budget.Known(wealth)
	}
	h.Housing = budget.Home{Kind: budget.Rent, RentPerMonth: budget.Known(in.Rent)}
	earning(&h.Adults[0], in.Income)
	r, err := ask(b.engine, h)
	if err != nil {
		return nil, err
	}
	paid := zero
	for month := 1; month <= 12; month++ {
		paid = paid.Add(r.inMonth(budget.Huurtoeslag, month))
	}
	part := func(key string) decimal.Decimal { return r.step(budget.Huurtoeslag, "huurtoeslag."+key) }
	return answers{
		"entitled":                 r.has(budget.Huurtoeslag),
		"monthly":                  r.inMonth(budget.Huurtoeslag, 1),
		"yearly_of_floored_months": paid,
		"counted_rent":             part("rekenhuur"),
		"parts.A":                  cents(part("laag_1")),
		"parts.B":                  cents(part("laag_2")),
		"parts.C":                  cents(part("laag_3")),
		"parts.D":                  part("afbouw_per_jaar").DivRound(twelve, 2),
		"part_B_positive":          part("laag_2").Sign() > 0,
	}, nil
}

// care is the childcare of one child in an example.
type care struct {
	Care  string          `json:"care"`
	Hours string          `json:"hours_per_month"`
	Price decimal.Decimal `json:"hourly_rate"`
}

var careKinds = map[string]budget.CareKind{"daycare": budget.Dagopvang, "bso": budget.BSO, "childminder": budget.Gastouder}

// toldInWords holds the children of the examples that describe them in a sentence.
var toldInWords = map[string][]care{
	"KOT26-V3": {{"bso", "40", decimal.RequireFromString("9.98")}, {"bso", "60", decimal.RequireFromString("9.98")}},
	"KOT26-V4": {{"bso", "80", decimal.RequireFromString("9.98")}, {"daycare", "80", decimal.RequireFromString("11.23")}},
}

func (b *bench) kinderopvangtoeslag(c *Case) (answers, error) {
	var in struct {
		care
		Income   json.RawMessage `json:"joint_income"`
		Children json.RawMessage `json:"children"`
		Given    decimal.Decimal `json:"pct_given"`
		Maximum  decimal.Decimal `json:"max_hourly"`
		Partner  string          `json:"partner"`
	}
	if err := c.read(&in); err != nil {
		return nil, err
	}
	children, told := slices.Clone(toldInWords[c.ID]), toldInWords[c.ID] != nil
	switch {
	case told:
	case in.Care != "":
		children = []care{in.care}
	case in.Children == nil: // two children, so that both columns of the table are read
		price := decimal.NewFromInt(10)
		children = []care{{"daycare", "100", price}, {"daycare", "80", price}}
	default:
		if err := json.Unmarshal(in.Children, &children); err != nil {
			return nil, fmt.Errorf("inputs: children: %w", err)
		}
	}
	engine := b.engine
	if in.Given.Sign() > 0 {
		var err error
		if engine, err = b.changed(c.year(), func(s *rules.Set) {
			share := in.Given.Div(hundred)
			s.Kinderopvangtoeslag.Tabel.Rows = [][]decimal.Decimal{{zero, rules.OpenEnd, share, share}}
			if in.Maximum.Sign() > 0 {
				s.Kinderopvangtoeslag.MaxDagopvang.Value = in.Maximum
			}
		}); err != nil {
			return nil, err
		}
	}
	income, err := incomeOf(in.Income)
	if err != nil {
		return nil, err
	}
	h := household(c.year(), adults(in.Partner != "")...) // the only partner in the examples has no work
	earning(&h.Adults[0], income)
	return careAnswers(engine, h, children)
}

// incomeOf reads a joint income: an amount, or {"from": amount} for the last row of the table.
func incomeOf(raw json.RawMessage) (income decimal.Decimal, err error) {
	var row struct {
		From decimal.Decimal `json:"from"`
	}
	if raw == nil || json.Unmarshal(raw, &row) == nil {
		return row.From, nil
	}
	err = json.Unmarshal(raw, &income)
	return income, err
}

func careAnswers(e *budget.Engine, h *budget.Household, children []care) (answers, error) {
	first, second, versus := strings.Cut(children[0].Hours, " versus ")
	children[0].Hours = first
	r, shares, err := careReply(e, h, children)
	if err != nil {
		return nil, err
	}
	got := answers{
		"entitled":       r.has(budget.Kinderopvangtoeslag),
		"monthly":        r.inMonth(budget.Kinderopvangtoeslag, 1),
		"monthly_exact":  r.sum(budget.Kinderopvangtoeslag, "kot.per_maand"),
		"eligible_costs": r.sum(budget.Kinderopvangtoeslag, "kot.kosten"),
	}
	if len(shares) == 0 {
		return got, nil
	}
	got["first_child_pct"] = slices.MinFunc(shares, decimal.Decimal.Cmp)
	if versus {
		children[0].Hours = second
		more, _, err := careReply(e, h, children)
		got["same_allowance"] = err == nil && more.perYear(budget.Kinderopvangtoeslag).Equal(r.perYear(budget.Kinderopvangtoeslag))
		return got, err
	}
	if len(children) != 2 {
		return got, nil
	}
	got["next_child_pct"] = slices.MaxFunc(shares, decimal.Decimal.Cmp)
	swapped, other, err := careReply(e, h, []care{children[1], children[0]})
	if err != nil {
		return nil, err
	}
	got["same_total"] = swapped.perYear(budget.Kinderopvangtoeslag).Equal(r.perYear(budget.Kinderopvangtoeslag))
	for i, k := range children { // the first child has the lower share, in whatever order
		if shares[i].LessThan(shares[1-i]) && other[1-i].LessThan(other[i]) {
			got["first_child"] = k.Care
			if k.Care == children[1-i].Care {
				got["first_child"] = k.Hours
			}
		}
	}
	return got, nil
}

// careReply computes the childcare; shares are the percentages by child, in the order given.
func careReply(e *budget.Engine, h *budget.Household, children []care) (r reply, shares []decimal.Decimal, err error) {
	h.Children = nil
	for i, k := range children {
		hours, err := decimal.NewFromString(k.Hours)
		if err != nil || careKinds[k.Care] == "" {
			return r, nil, fmt.Errorf("inputs: care %q, %q hours", k.Care, k.Hours)
		}
		withChildren(h, 4)
		h.Children[i].Childcare = []budget.Childcare{{Kind: careKinds[k.Care], HoursPerMonth: budget.Known(hours), PricePerHour: budget.Known(k.Price)}}
	}
	if r, err = ask(e, h); err != nil {
		return r, nil, err
	}
	for _, step := range r.steps(budget.Kinderopvangtoeslag, "kot.percentage") {
		shares = append(shares, step.Value)
	}
	return r, shares, nil
}

// monthOf is the month of a date such as 2026-07-01, 1 when there is none.
func monthOf(date string) int {
	if parts := strings.Split(date, "-"); len(parts) >= 2 {
		if month, err := strconv.Atoi(parts[1]); err == nil && month >= 1 && month <= 12 {
			return month
		}
	}
	return 1
}
