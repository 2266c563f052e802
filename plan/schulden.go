package plan

import (
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// DebtsInput is everything the overview of the debts is made of.
type DebtsInput struct {
	Words     *i18n.Catalogue // easy Dutch
	Debts     *budget.Debts
	Help      *budget.DebtHelp // may be nil
	Household *budget.Household
	Date      time.Time

	MunicipalityPhone string // empty: a line to write it on
}

// PrepareDebts works out the debts of a case on a day and composes their overview: the one way for the window and for the command
// line.
func PrepareDebts(engine *budget.Engine, c Case, words *i18n.Catalogue, date time.Time) (Document, error) {
	view, err := c.Overview(engine, date)
	if err != nil {
		return Document{}, err
	}
	debts, err := engine.DebtsOf(c.Household, view, c.Budget, c.Debts, c.Help, date)
	if err != nil {
		return Document{}, err
	}
	in := DebtsInput{Words: words, Debts: debts, Help: c.Help, Household: c.Household, Date: date}
	if c.Plan != nil {
		in.MunicipalityPhone = c.Plan.MunicipalityPhone
	}
	return ComposeDebts(in), nil
}

// ComposeDebts makes the overview of the debts: who is owed how much, what can be paid, what is paid first, and who helps. It
// never proposes a settlement of its own.
func ComposeDebts(in DebtsInput) Document {
	c := &debtComposer{composer: composer{Input: Input{Words: in.Words, Plan: &Plan{MunicipalityPhone: in.MunicipalityPhone}, Household: in.Household, Date: in.Date}, voice: "wij"}, in: in}
	if len(in.Household.Adults) == 1 {
		c.voice = "ik"
	}
	d := c.document()
	d.Title = c.say("schuldblad.titel")
	d.Pages = []Block{{Kind: PageBlock, Text: d.Title, Blocks: []Block{c.list(), c.canPay(), c.first(), c.help()}}}
	return d
}

type debtComposer struct {
	composer
	in DebtsInput
}

// list has a row for each debt, from the latest letter. What is not known is looked for.
func (c *debtComposer) list() Block {
	s := section(c.say("schuldblad.lijst"), "file-text")
	if len(c.in.Debts.Debts) == 0 {
		return with(s, c.text("schuldblad.geen"))
	}
	table := Block{Kind: TableBlock, Columns: []Column{{Title: c.say("schuldblad.kop.wie")}, {Title: c.say("schuldblad.kop.nog"), Right: true},
		{Title: c.say("schuldblad.kop.afspraak"), Right: true}}}
	all := c.in.Debts
	owed := make([]budget.Amount, len(all.Debts))
	for i, d := range all.Debts {
		owed[i] = d.Amount
	}
	sumOwed, left := c.column(owed)
	sumAgreed, agreed := c.column(all.Agreed)
	for i, d := range all.Debts {
		table.Rows = append(table.Rows, TableRow{Cells: []string{c.Words.T("budget.schuldeiser." + string(d.Kind)), left[i], agreed[i]}})
	}
	table.Rows = append(table.Rows, TableRow{Strong: true, Cells: []string{c.say("schuldblad.samen"), sumOwed, sumAgreed}})
	s = with(s, table)
	if c.in.Debts.Unknown > 0 {
		s = with(s, Block{Kind: CheckBlock, Text: c.say("schuldblad.zoek")})
	}
	return s
}

// column is amounts in whole euros that add up to their sum, which goes up; a dash for what is not known.
func (c *debtComposer) column(all []budget.Amount) (sum string, cells []string) {
	parts := make([]decimal.Decimal, len(all))
	for i, a := range all {
		parts[i] = a.Or(decimal.Zero)
	}
	total, printed := RoundOut(parts)
	for i, a := range all {
		cell := c.say("schuldblad.onbekend")
		if a.IsKnown() {
			cell = i18n.WholeEuro(printed[i])
		}
		cells = append(cells, cell)
	}
	return i18n.WholeEuro(total), cells
}

// canPay is what can be repaid a month, and when everything is paid then.
func (c *debtComposer) canPay() Block {
	s := section(c.say("schuldblad.kunnen"), "wallet")
	room := c.in.Debts.Room
	switch {
	case !room.Known:
		return with(s, c.text("schuldblad.kunnen.onbekend"))
	case room.PerMonth.IsZero():
		return with(s, append(c.texts("schuldblad.kunnen.niets"), c.text("schuldblad.kunnen.geen_afspraak"))...)
	}
	s = with(s, Block{Kind: KeyBlock, Text: c.say("schuldblad.kunnen.zin"), Details: c.say("schuldblad.per_maand", i18n.Args{"bedrag": i18n.EuroWords(room.PerMonth)})})
	if all := c.in.Debts.Arranged.Add(c.in.Debts.Seized); all.GreaterThan(room.PerMonth) {
		s = with(s, c.texts("schuldblad.kunnen.te_veel", i18n.Args{"bedrag": i18n.EuroWords(all.Ceil())})...)
	}
	if c.in.Debts.Ends && c.in.Debts.Owed.GreaterThan(decimal.Zero) {
		free := c.in.Debts.Plan.Free
		s = with(s, c.text("schuldblad.vrij", i18n.Args{"maand": c.Words.MonthYear(time.Date(free.Year, time.Month(free.Month), 1, 0, 0, 0, 0, time.UTC))}))
	}
	return s
}

// first is the order of payment when money is short: the words of the helper, or ours.
func (c *debtComposer) first() Block {
	s := section(c.say("schuldblad.eerst"), "footprints", c.texts("schuldblad.eerst.zin")...)
	if c.in.Help != nil && len(c.in.Help.Priorities) > 0 {
		names := householdNames(c.in.Household, c.Words)
		for _, p := range c.in.Help.Priorities { // the page has no names
			if text := nameless(p, names, c.say("plan.zonder_naam.hun")); text != "" {
				s = with(s, Block{Kind: OwnBlock, Text: text})
			}
		}
		return s
	}
	for _, id := range []string{"huur", "energie", "zorg", "eten", "boetes", "rest"} {
		s = with(s, c.text("schuldblad.eerst."+id))
	}
	return s
}

// help points to the municipality. When the home, the light or the insurance is in danger it talks within the term of Wgs art. 4
// lid 2.
func (c *debtComposer) help() Block {
	s := section(c.say("schuldblad.hulp"), "phone")
	for _, d := range c.in.Debts.Debts {
		if d.Threat != "" {
			return with(with(s, c.texts("schuldblad.hulp.snel")...), c.text("plan.snel_bel"), c.text("plan.snel_dagen"), c.municipalityNumber())
		}
	}
	return with(with(s, c.texts("schuldblad.hulp.gratis")...), c.text("schuldblad.hulp.bel"), c.municipalityNumber(),
		c.text("schuldblad.hulp.vraag"), c.text("schuldblad.hulp.meenemen"))
}
