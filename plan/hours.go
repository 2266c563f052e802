package plan

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// page 3

func (c *composer) moreHours() (Block, bool) {
	if len(c.Comparisons) == 0 {
		return Block{}, false
	}
	first := &c.Comparisons[0]
	p := Block{Kind: PageBlock, Text: c.say("plan.uren_meer")}
	switch extra := first.extraHours(); {
	case len(first.Workers) == 0:
		p.Text = c.say("plan.opvang_anders")
	case extra.IsNegative():
		p.Text = c.say("plan.uren_anders")
	case extra.IsZero():
		p.Text = c.say("plan.werk_anders")
	}
	sections := []Block{c.nowAndThen(first), c.higherAndLower(first)}
	if len(c.Comparisons) > 1 {
		sections = append(sections, c.otherwise(&c.Comparisons[1]))
	}
	for _, s := range append(sections, c.report(first), c.watchOut(first)) {
		if len(s.Blocks) > 0 {
			p.Blocks = append(p.Blocks, s)
		}
	}
	return p, true
}

func (c *composer) name(w Worker) string {
	if name := Clean(w.Name); name != "" && !c.Plan.Print.NoNames {
		return name
	}
	return c.say("plan.een_van_ons")
}

func (c *composer) nowAndThen(x *Comparison) Block {
	s := section(c.say("plan.nu_en_straks"), "clock")
	for _, w := range x.Workers {
		id := "plan.nu_werkt"
		switch {
		case w.Now.IsPositive():
		case w.OwnBusiness:
			id = "plan.nu_geen_baas"
		default:
			id = "plan.nu_niet"
		}
		s = with(s, c.text(id, c.hours(w, w.Now)))
	}
	s = with(s, c.suppose(x)...)
	d := RoundDifference(x.leftPerMonth())
	s = with(s, c.outcome(x, d)...)
	if len(x.unknown()) == 0 {
		s = c.withBars(s, x, d)
	}
	return with(s, c.endsInKind(x)...)
}

// endsInKind says which help in kind of the municipality may stop, without amounts: nobody can spend it.
func (c *composer) endsInKind(x *Comparison) []Block {
	var lines []Block
	for names := range slices.Chunk(x.endsInKind(c.Household), namesOnALine) {
		lines = append(lines, c.text("plan.natura_stopt", i18n.Args{"wat": c.join(names)}))
	}
	return lines
}

// namesOnALine keeps a line easy to read.
const namesOnALine = 2

// otherwise is a second scenario, in short.
func (c *composer) otherwise(x *Comparison) Block {
	s := section(c.say("plan.of_anders"), "clock", c.suppose(x)...)
	return with(with(s, c.outcome(x, RoundDifference(x.leftPerMonth()))...), c.endsInKind(x)...)
}

func (c *composer) suppose(x *Comparison) []Block {
	var blocks []Block
	if len(x.Workers) == 0 {
		return []Block{c.text("plan.stel_opvang")}
	}
	for _, w := range x.Workers {
		id := "plan.stel"
		switch {
		case w.Then.Equal(w.Now):
			id = "plan.stel_anders"
		case !w.Then.IsPositive():
			id = "plan.stel_niet"
		case w.OwnBusiness:
			id = "plan.stel_baas"
		}
		blocks = append(blocks, c.text(id, c.hours(w, w.Then)))
	}
	return blocks
}

func (c *composer) hours(w Worker, hours decimal.Decimal) i18n.Args {
	return i18n.Args{"naam": c.name(w), "uren": i18n.Hours(hours)}
}

// outcome is what the scenario changes, or what is not known about it yet.
func (c *composer) outcome(x *Comparison, d Difference) []Block {
	unknown := x.unknown()
	if len(unknown) == 0 {
		return c.differenceBlocks(x, d)
	}
	blocks := []Block{{Kind: KeyBlock, Text: c.say("plan.scenario_onbekend"), Details: c.say("plan.weten_niet")}}
	if len(unknown) <= maxChanges {
		for _, component := range unknown {
			blocks = append(blocks, c.text("plan.onbekend_deel", i18n.Args{"regeling": c.say("plan.regeling." + component.String())}))
		}
	}
	return blocks
}

// differenceBlocks says a gain, a loss and no difference in the same place and size.
func (c *composer) differenceBlocks(x *Comparison, d Difference) []Block {
	about := c.say("plan.ongeveer_per_maand", i18n.Args{"bedrag": i18n.EuroWords(d.PerMonth)})
	switch d.Direction {
	case Loss:
		return []Block{{Kind: KeyBlock, Text: c.say("plan.scenario_minder"), Details: about}}
	case Equal:
		blocks := []Block{{Kind: KeyBlock, Text: c.say("plan.scenario_gelijk"), Details: c.say("plan.ongeveer_evenveel")}}
		switch extra := x.extraHours(); {
		case extra.IsPositive():
			blocks = append(blocks, c.text("plan.bijna_niets"))
		case extra.IsNegative():
			blocks = append(blocks, c.text("plan.bijna_niets_minder"))
		}
		return blocks
	}
	blocks := []Block{{Kind: KeyBlock, Text: c.say("plan.meer_over"), Details: about}}
	perHour, ok := d.PerHour(x.extraHours())
	switch {
	case ok && perHour.IsPositive():
		blocks = append(blocks, c.text("plan.per_uur", i18n.Args{"bedrag": i18n.EuroWords(perHour)}))
	case ok:
		blocks = append(blocks, c.text("plan.per_uur_weinig", i18n.Args{"bedrag": i18n.EuroWords(one)}))
	}
	return blocks
}

// withBars adds the two totals, when what comes in now is known.
func (c *composer) withBars(s Block, x *Comparison, d Difference) Block {
	if !c.Money.InKnown || len(c.Money.In) == 0 {
		return s
	}
	now := sum(amounts(c.Money.In)).Add(x.costs()).Floor()
	then := d.Then(now)
	s = with(s, Block{Kind: BarsBlock, Text: c.say("plan.geld_nu_straks"), Bars: []Bar{
		{Caption: c.say("plan.nu"), Amount: i18n.WholeEuro(now), Euros: now.IntPart()},
		{Caption: c.say("plan.straks"), Amount: c.say("plan.ongeveer", i18n.Args{"bedrag": i18n.WholeEuro(then)}),
			Euros: then.IntPart(), Then: true},
	}})
	if costs := x.costNames(); costs != "" {
		s = with(s, c.text("plan.kosten_eraf", i18n.Args{"kosten": c.say("plan.kosten_eraf." + costs)}))
	}
	return s
}

// costNames tells which costs of work are taken off the totals.
func (x *Comparison) costNames() string {
	has := func(component budget.Component) bool {
		return !x.Now.Of(component).PerYear.IsZero() || !x.Then.Of(component).PerYear.IsZero()
	}
	care, travel := has(budget.Kinderopvangkosten), has(budget.Reiskosten)
	switch {
	case care && travel:
		return "beide"
	case care:
		return budget.Kinderopvangkosten.String()
	case travel:
		return budget.Reiskosten.String()
	}
	return ""
}

func (c *composer) higherAndLower(x *Comparison) Block {
	s := section(c.say("plan.hoger_lager"), "scale")
	changes := x.changes()
	if len(changes) == 0 {
		return s
	}
	s = with(s, c.text("plan.hoger_lager_zin"))
	for _, ch := range changes {
		direction := "hoger"
		if ch.perMonth.IsNegative() {
			direction = "lager"
		}
		s = with(s, Block{Kind: RowBlock, Text: c.say("plan." + direction + "." + ch.label),
			Details: c.say("plan.ongeveer", i18n.Args{"bedrag": i18n.WholeEuro(RoundLine(ch.perMonth.Abs()))})})
	}
	return s
}

// report is the list of the window: whom to tell what before the change, what has a last day of its own, and what has no day.
func (c *composer) report(x *Comparison) Block {
	s := section(c.say("plan.doorgeven"), "mail")
	var before, without []Block
	for _, r := range x.Reports {
		words := c.text("melden." + r.Key)
		switch {
		case r.Always:
			without = append(without, words)
		case r.Latest && r.Day != "":
			without = append(without, words, c.text("plan.laatste_dag", i18n.Args{"datum": c.day(r.Day)}))
		default:
			before = append(before, words)
		}
	}
	if len(before) > 0 {
		s = with(s, before...)
		if x.From == "" {
			s = with(s, c.lines("plan.voor_lijn", 1))
		} else {
			s = with(s, c.text("plan.voor_dag", i18n.Args{"datum": c.day(x.From)}))
		}
		s = with(s, c.payBack(x)...)
	}
	return with(s, without...)
}

// payBack is what happens when nobody is told, with the amount to set apart when it is known.
func (c *composer) payBack(x *Comparison) []Block {
	if x.First == nil {
		return []Block{c.text("plan.terugbetalen_misschien")}
	}
	if !x.First.Total.IsPositive() {
		return nil
	}
	return append([]Block{c.text("plan.terugbetalen")}, c.texts("plan.zet_apart", i18n.Args{"bedrag": i18n.EuroWords(x.First.PerMonth())})...)
}

func (c *composer) watchOut(x *Comparison) Block {
	s := section(c.say("plan.let_op"), "triangle-alert")
	for _, f := range x.Falls {
		id, regeling := "plan.minder_bij", "plan.regeling."+f.Cause.String()
		if isAllowance(f.Cause) {
			id = "plan.valt"
			if f.Stops {
				id = "plan.stopt"
			}
		}
		args := i18n.Args{"uren": i18n.Hours(f.Above.Floor())}
		if isAllowance(f.Cause) {
			args["regeling"] = c.say(regeling)
		}
		s = with(s, c.text(id, args))
		if f.Safe.Valid {
			s = with(s, c.text("plan.weer_meer", i18n.Args{"uren": i18n.Hours(f.Safe.Decimal.Ceil())}))
		}
	}
	s = with(s, c.text("plan.schatting", i18n.Args{"jaar": c.Household.Year}), c.text("plan.schatting_anders"))
	if c.Preliminary {
		s = with(s, c.text("plan.nieuwe_regels", i18n.Args{"jaar": c.Household.Year}))
	}
	return s
}

// isAllowance tells whether the family can see the component stop; the rest of a fall is said in general words.
func isAllowance(c budget.Component) bool { return c >= budget.Bijstand && c <= budget.Lokaal }
