package budget

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// CheckID names a question about a budget: something that families and helpers often forget or count twice.
type CheckID string

// The checks, in the order in which they are asked: first money that may be missed, then what is forgotten, then what may be
// counted twice.
const (
	CheckTeWeinig          CheckID = "te_weinig"           // a toeslag on the bank is lower than reckoned
	CheckTeVeel            CheckID = "te_veel"             // a toeslag on the bank is higher: may have to be paid back
	CheckBruto             CheckID = "bruto"               // net pay is as high as the gross wage
	CheckGoedeMaand        CheckID = "goede_maand"         // net pay is far above what is reckoned
	CheckKinderbijslag     CheckID = "kinderbijslag_maand" // a quarter filled in as a month
	CheckKwijtschelding    CheckID = "kwijtschelding"      // local taxes at a low income
	CheckZorgverzekering   CheckID = "zorgverzekering"     // no premium
	CheckEten              CheckID = "eten"                // no amount for food
	CheckEtenVer           CheckID = "eten_ver"            // an amount for food far from the reference
	CheckJaarrekeningen    CheckID = "jaarrekeningen"      // no bill that comes less often than a month
	CheckGemeente          CheckID = "gemeente"            // no local taxes
	CheckEigenRisico       CheckID = "eigen_risico"        // premium, but nothing for the own risk
	CheckOnvoorzien        CheckID = "onvoorzien"          // nothing for the unexpected
	CheckInventaris        CheckID = "inventaris"          // nothing for a broken washing machine
	CheckEenGok            CheckID = "een_gok"             // clothes, presents and outings in one amount
	CheckAlIngehouden      CheckID = "al_ingehouden"       // what is set off or seized may be off the payment on the bank already
	CheckHuurtoeslagOpHuur CheckID = "huurtoeslag_op_huur" // taken off the rent and counted as income
	CheckAutoDubbel        CheckID = "auto_dubbel"         // the car as a whole and in parts
	CheckReizenDubbel      CheckID = "reizen_dubbel"       // travel to work stands in transport too
	CheckRegelDubbel       CheckID = "regel_dubbel"        // the same bill twice
	CheckAflossingAnders   CheckID = "aflossing_anders"    // the line and the arrangements differ
	CheckOnderRente        CheckID = "onder_rente"         // an arrangement below the interest
	CheckTeVeelAfspraken   CheckID = "te_veel_afspraken"   // the arrangements together are more than is left
	CheckHardsteEerst      CheckID = "hardste_eerst"       // an arrangement for a web shop, none for the home
)

// CheckIDs gives every check in the order in which they are asked.
func CheckIDs() []CheckID {
	ids := make([]CheckID, len(checks))
	for i, c := range checks {
		ids[i] = c.id
	}
	return ids
}

// Check is a friendly question about the budget. Its sentences are "controle.vraag." and "controle.doen." with the id.
type Check struct {
	ID       CheckID
	Of       string // what it is about when there may be more: id of a component, key of a line, number of a debt
	Field    string // of the case file, or a line: where the answer is filled in
	Answered bool   // with "klopt"
	Values   map[string]decimal.Decimal
}

// CheckAnswer is the answer "klopt" to a check, so that it is not asked again.
type CheckAnswer struct {
	ID CheckID `json:"id"`
	Of string  `json:"of,omitempty"`
}

// The choices of the checks are ours: they only decide when a question is asked.
const (
	toldEnough    = 5  // lines that the family filled in; before that, nothing is forgotten yet
	toeslagMargin = 10 // euro a month
)

var (
	luckyMonth = decimal.New(115, -2) // times what is reckoned
	foodLow    = decimal.New(5, -1)   // times the reference
	foodHigh   = decimal.New(2, 0)
	quarterish = decimal.New(2, 0) // times a month
)

// Checks gives the questions about a budget, answered ones too.
func (e *Engine) Checks(h *Household, own *OwnBudget, debts []Debt, v *Overview, r *Result) ([]Check, error) {
	set, err := e.book.For(h.Year)
	if err != nil {
		return nil, err
	}
	if own == nil {
		own = &OwnBudget{}
	}
	k := &checking{h: h, own: own, debts: debts, v: v, r: r}
	if p, ok := set.Referentiebudget["health.deductible"]; ok && p.Known() {
		k.deductible = Known(p.Value)
	}
	for _, c := range checks {
		k.id = c.id
		c.look(k)
	}
	return k.found, nil
}

// checks pairs every question with how it looks at the budget.
var checks = []struct {
	id   CheckID
	look func(*checking)
}{
	{CheckTeWeinig, (*checking).toeslagTooLow},
	{CheckTeVeel, (*checking).toeslagTooHigh},
	{CheckBruto, (*checking).grossAsNet},
	{CheckGoedeMaand, (*checking).luckyMonth},
	{CheckKinderbijslag, (*checking).quarterAsMonth},
	{CheckKwijtschelding, (*checking).remission},
	{CheckZorgverzekering, (*checking).healthInsurance},
	{CheckEten, (*checking).noFood},
	{CheckEtenVer, (*checking).farFood},
	{CheckJaarrekeningen, (*checking).yearlyBills},
	{CheckGemeente, (*checking).localTaxes},
	{CheckEigenRisico, (*checking).ownRisk},
	{CheckOnvoorzien, (*checking).unexpected},
	{CheckInventaris, (*checking).washingMachine},
	{CheckEenGok, (*checking).oneGuess},
	{CheckAlIngehouden, (*checking).takenOffTwice},
	{CheckHuurtoeslagOpHuur, (*checking).rentLess},
	{CheckAutoDubbel, (*checking).carTwice},
	{CheckReizenDubbel, (*checking).travelTwice},
	{CheckRegelDubbel, (*checking).lineTwice},
	{CheckAflossingAnders, (*checking).otherRepayment},
	{CheckOnderRente, (*checking).belowInterest},
	{CheckTeVeelAfspraken, (*checking).tooMany},
	{CheckHardsteEerst, (*checking).loudest},
}

// checking is one look at a budget.
type checking struct {
	h          *Household
	own        *OwnBudget
	debts      []Debt
	v          *Overview
	r          *Result
	deductible Amount // euro a year for an adult
	id         CheckID
	found      []Check
}

type values = map[string]decimal.Decimal

func (k *checking) ask(of, field string, v values) {
	k.found = append(k.found, Check{ID: k.id, Of: of, Field: field, Values: v,
		Answered: slices.Contains(k.own.Checked, CheckAnswer{k.id, of})})
}

// atLine asks about a line of the budget.
func (k *checking) atLine(key LineKey, v values) { k.ask("", "budget."+string(key), v) }

// told counts the lines of the sheet that the family gave an amount for.
func (k *checking) told() int {
	n := 0
	for _, b := range k.v.Lines {
		if len(b.Entries) > 0 && b.Own.IsKnown() {
			n++
		}
	}
	return n
}

// amount is what the family told about a line or finer line itself, euro a month; not known when it told nothing.
func (k *checking) amount(keys ...LineKey) Amount {
	sum, found := zero, false
	for _, o := range k.own.Lines {
		if perYear, known := o.PerYear(); known && slices.Contains(keys, o.Key) {
			sum, found = sum.Add(perYear), true
		}
	}
	if !found {
		return Amount{}
	}
	return Known(perMonth(sum))
}

func (k *checking) pays(keys ...LineKey) bool { return k.amount(keys...).Or(zero).IsPositive() }

// answered tells whether the family said anything about one of the lines, also that it does not know.
func (k *checking) answered(keys ...LineKey) bool {
	return slices.ContainsFunc(k.own.Lines, func(o OwnLine) bool { return slices.Contains(keys, o.Key) })
}

func (k *checking) income(id string) (IncomeLine, bool) {
	i := slices.IndexFunc(k.v.Income, func(l IncomeLine) bool { return l.ID == id })
	if i < 0 {
		return IncomeLine{}, false
	}
	return k.v.Income[i], true
}

// compared are the parts of the income where the bank statement is held against the rules.
var compared = []Component{Bijstand, Kinderbijslag, KindgebondenBudget, Huurtoeslag, Zorgtoeslag, Kinderopvangtoeslag}

// toeslagen calls f for each part that is both on the bank statement and reckoned.
func (k *checking) toeslagen(f func(id string, received, computed decimal.Decimal)) {
	for _, c := range compared {
		l, _ := k.income(c.String())
		received, paid := l.Received.Get()
		computed, known := l.Computed.Get()
		if paid && known {
			f(c.String(), received, computed)
		}
	}
}

// toeslagTooLow is the first gain: money that the family may leave.
func (k *checking) toeslagTooLow() {
	k.toeslagen(func(id string, received, computed decimal.Decimal) {
		if computed.Sub(received).GreaterThanOrEqual(decimal.NewFromInt(toeslagMargin)) {
			k.ask(id, "received."+id, values{"krijgt": received, "reken": computed})
		}
	})
}

// toeslagTooHigh: an advance is taken for the final right. A kinderbijslag that is far too high has a question of its own.
func (k *checking) toeslagTooHigh() {
	k.toeslagen(func(id string, received, computed decimal.Decimal) {
		if id != Kinderbijslag.String() && received.Sub(computed).GreaterThanOrEqual(decimal.NewFromInt(toeslagMargin)) {
			k.ask(id, "received."+id, values{"krijgt": received, "reken": computed})
		}
	})
}

// gross is what the wages, benefits and profit are before tax, euro a month.
func (k *checking) gross() decimal.Decimal {
	sum := zero
	for _, c := range []Component{Loon, Uitkering, Winst} {
		sum = sum.Add(perMonth(k.r.Of(c).PerYear))
	}
	return sum
}

func (k *checking) grossAsNet() {
	l, ok := k.income(NettoInkomen)
	computed, known := l.Computed.Get()
	gross := k.gross()
	if ok && known && computed.LessThan(gross) && l.PerMonth.GreaterThanOrEqual(gross) {
		k.ask("", "received."+NettoInkomen, values{"krijgt": l.PerMonth, "bruto": gross})
	}
}

func (k *checking) luckyMonth() {
	l, ok := k.income(NettoInkomen)
	computed, known := l.Computed.Get()
	if ok && known && computed.IsPositive() && l.PerMonth.GreaterThan(computed.Mul(luckyMonth)) && l.PerMonth.LessThan(k.gross()) {
		k.ask("", "received."+NettoInkomen, values{"krijgt": l.PerMonth, "reken": computed})
	}
}

func (k *checking) quarterAsMonth() {
	l, _ := k.income(Kinderbijslag.String())
	computed, known := l.Computed.Get()
	received, paid := l.Received.Get()
	if paid && known && computed.IsPositive() && received.GreaterThanOrEqual(computed.Mul(quarterish)) {
		k.ask("", "received."+Kinderbijslag.String(), values{"krijgt": received, "reken": computed})
	}
}

// low tells whether the income is about what a household needs at least.
func (k *checking) low() bool {
	if o := k.r.Of(Bijstand); o.State == HasAmount && o.PerYear.IsPositive() {
		return true
	}
	huur, _ := k.v.Line(LineHuur)
	energie, _ := k.v.Line(LineEnergie)
	if !k.v.InKnown || k.v.Minimum.State != HasAmount || huur.State == Unknown || energie.State == Unknown {
		return false
	}
	return k.v.In.Sub(huur.PerMonth).Sub(energie.PerMonth).LessThan(k.v.Minimum.PerMonth)
}

func (k *checking) remission() {
	taxes := k.amount("gemeente", "waterschap", "hondenbelasting")
	if taxes.Or(zero).IsPositive() && k.low() {
		k.atLine("water_lokaal", values{"bedrag": taxes.Or(zero)})
	}
}

func (k *checking) healthInsurance() {
	paid, told := k.amount("zorgverzekering").Get()
	if k.told() >= toldEnough && !told && !k.answered("zorgverzekering") || told && paid.IsZero() {
		k.atLine("zorgverzekering", nil)
	}
}

func (k *checking) noFood() {
	if k.told() >= toldEnough && !k.pays("voeding") && !k.answered("voeding") {
		k.atLine("voeding", nil)
	}
}

// farFood only asks: families differ, and the reference is that of all incomes.
func (k *checking) farFood() {
	b, _ := k.v.Line("voeding")
	own, told := k.amount("voeding").Get()
	if !told || b.Norm.State != HasAmount || own.IsZero() {
		return
	}
	if own.LessThan(b.Norm.PerMonth.Mul(foodLow)) || own.GreaterThan(b.Norm.PerMonth.Mul(foodHigh)) {
		k.atLine("voeding", values{"bedrag": own})
	}
}

func (k *checking) yearlyBills() {
	yearly := slices.ContainsFunc(k.own.Lines, func(o OwnLine) bool {
		return slices.Contains([]Rhythm{Quarterly, HalfYearly, Yearly, Once}, o.Rhythm)
	})
	if k.told() >= toldEnough && !yearly {
		k.atLine("water_lokaal", nil)
	}
}

func (k *checking) localTaxes() {
	if k.told() >= toldEnough && !k.answered("gemeente", "waterschap", "water_lokaal") {
		k.atLine("water_lokaal", nil)
	}
}

func (k *checking) ownRisk() {
	if k.pays("zorgverzekering") && !k.answered(LineZiektekosten, "eigen_risico") && k.deductible.IsKnown() {
		k.atLine(LineZiektekosten, values{"bedrag": k.deductible.Or(zero)})
	}
}

func (k *checking) unexpected() {
	if k.told() >= toldEnough && !k.pays("overig", "onvoorzien", "diversen") {
		k.atLine("overig", nil)
	}
}

func (k *checking) washingMachine() {
	if k.told() >= toldEnough && !k.pays("inventaris") {
		k.atLine("inventaris", nil)
	}
}

func (k *checking) oneGuess() {
	if k.pays("vrije_tijd") && !k.answered("vakantie", "uitjes", "cadeaus", "verjaardagen", "feestdagen") && !k.pays("kleding") {
		k.atLine("vrije_tijd", values{"bedrag": k.amount("vrije_tijd").Or(zero)})
	}
}

// rentLess: the landlord takes the huurtoeslag off the rent, and the budget has it as income too.
func (k *checking) rentLess() {
	rent, known := k.h.Housing.RentPerMonth.Get()
	paid, told := k.amount(LineHuur).Get()
	toeslag, _ := k.income(Huurtoeslag.String())
	if known && told && paid.LessThan(rent) && toeslag.PerMonth.IsPositive() {
		k.atLine(LineHuur, values{"bedrag": paid, "huur": rent})
	}
}

// takenOffTwice: what is on the bank is what is left after a set-off or a seizure, and the budget takes it off once more.
func (k *checking) takenOffTwice() {
	off, order := map[string]decimal.Decimal{}, []string{}
	for _, d := range k.debts {
		id := d.SetOffAgainst
		if id == "" && d.Seizure {
			id = NettoInkomen
		}
		if perMonth := d.ArrangementPerMonth.Or(zero); id != "" && perMonth.IsPositive() && d.runsIn(k.h.Year) {
			if _, seen := off[id]; !seen {
				order = append(order, id)
			}
			off[id] = off[id].Add(Cent(perMonth))
		}
	}
	for _, id := range order {
		l, _ := k.income(id)
		if received, paid := l.Received.Get(); paid {
			k.ask(id, "received."+id, values{"krijgt": received, "bedrag": off[id]})
		}
	}
}

var carParts = []LineKey{"wegenbelasting", "autoverzekering", "brandstof", "auto_onderhoud", "auto_afschrijving"}

func (k *checking) carTwice() {
	insured := slices.ContainsFunc(k.own.Lines, func(o OwnLine) bool {
		return o.Key == "verzekeringen" && strings.Contains(strings.ToLower(o.Label), "auto")
	})
	if k.pays("vervoer") && k.pays(carParts...) || insured && k.pays("autoverzekering") {
		k.atLine("vervoer", values{"bedrag": k.amount(carParts...).Or(zero)})
	}
}

func (k *checking) travelTwice() {
	b, _ := k.v.Line(LineReiskostenWerk)
	if b.PerMonth.IsPositive() && k.pays("vervoer", "ov", "brandstof") {
		k.atLine("vervoer", values{"bedrag": b.PerMonth})
	}
}

func (k *checking) lineTwice() {
	type bill struct {
		key                   LineKey
		label, amount, rhythm string
	}
	seen := map[bill]bool{}
	for i, o := range k.own.Lines {
		amount, known := o.Amount.Get()
		b := bill{o.Key, strings.ToLower(strings.TrimSpace(o.Label)), amount.String(), string(o.Rhythm)}
		if known && amount.IsPositive() && seen[b] {
			k.ask(string(o.Key), fmt.Sprintf("budget.lines[%d]", i), values{"bedrag": amount})
		}
		seen[b] = true
	}
}

func (k *checking) otherRepayment() {
	own, told := k.amount(LineAflossing).Get()
	agreed, has := arrangements(k.debts, k.h.Year).Get()
	if told && has && !own.Equal(agreed) {
		k.atLine(LineAflossing, values{"bedrag": own, "afspraken": agreed})
	}
}

func (k *checking) belowInterest() {
	for i, d := range k.debts {
		owed, a := d.Amount.Get()
		rate, b := d.InterestPercent.Get()
		paid, c := d.ArrangementPerMonth.Get()
		if !a || !b || !c {
			continue
		}
		if interest := perMonth(owed.Mul(rate).Div(hundred)); interest.IsPositive() && paid.LessThanOrEqual(interest) {
			k.ask(fmt.Sprint(i), fmt.Sprintf("debts[%d].arrangementPerMonth", i), values{"bedrag": paid, "rente": interest})
		}
	}
}

// tooMany looks at own amounts only: a norm that fills in is no shortage.
func (k *checking) tooMany() {
	agreed, has := arrangements(k.debts, k.h.Year).Get()
	left := k.v.In.Sub(k.v.OutOwn)
	if has && agreed.IsPositive() && k.v.InKnown && left.IsNegative() {
		k.ask("", "debts", values{"bedrag": agreed, "tekort": left.Neg()})
	}
}

// Creditors that can put a family out of its home or cut it off come first.
var (
	urgentCreditors = []CreditorKind{"verhuurder", "hypotheek", "energie", "water", "zorgverzekeraar"}
	loudCreditors   = []CreditorKind{"webwinkel", "telecom", "bank", "familie", "overig"}
)

func (k *checking) loudest() {
	has := func(kinds []CreditorKind, arranged bool) bool {
		return slices.ContainsFunc(k.debts, func(d Debt) bool {
			return slices.Contains(kinds, d.Kind) && d.ArrangementPerMonth.Or(zero).IsPositive() == arranged
		})
	}
	if has(urgentCreditors, false) && has(loudCreditors, true) {
		k.ask("", "debts", nil)
	}
}
