package plan

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/i18n/plain"
)

// Input is everything a plan is made of.
type Input struct {
	Words       *i18n.Catalogue // easy Dutch, the family's copy
	Second      *i18n.Catalogue // the language beside it; nil for Dutch alone
	Plan        *Plan           // nil prints lines to write on
	Household   *budget.Household
	Money       Money
	Comparisons []Comparison // at most two
	Rights      []Right
	Debts       []budget.Debt
	Date        time.Time
	Preliminary bool         // not all rules of the year are final
	Turning     []Turning    // children that come of age within a year
	Birthdays   []Birthday   // of 12 and 16 within a year
	AdultAge    int          // at which a child comes of age; 0 tells no child about it
	HardWords   *plain.Words // the list of hard words; nil explains none

	dutch *i18n.Catalogue // while the second language is composed
}

// Right is money the family does not ask for yet.
type Right struct {
	ID       string // of the component, or of the check that found it
	Name     string // in easy words
	PerMonth budget.Amount
	Where    string
}

const (
	maxGoesWell = 3
	maxWishes   = 3
	maxSteps    = 3
	maxHelpers  = 4
	maxDone     = 2 // on the first page
	maxScenario = 2
	maxRights   = 3
)

// composer writes the pages in the voice of one adult (ik) or of two (wij).
type composer struct {
	Input
	voice string
}

func newComposer(in Input) *composer {
	c := &composer{in, "wij"}
	if len(in.Household.Adults) == 1 {
		c.voice = "ik"
	}
	return c
}

// Compose makes the document of a plan. The same input gives the same document.
func Compose(in Input) Document {
	in = in.withoutNames()
	d := composed(in)
	if in.Second != nil {
		d = translated(d, composed(in.inSecond()), in.Second)
	}
	return d
}

func composed(in Input) Document {
	if in.Plan == nil {
		in.Plan = &Plan{}
	}
	c := newComposer(in)
	d := c.document()
	if in.Plan.Print.OnlyFirst {
		d.Pages = append(d.Pages, c.ourPlan())
		return d
	}
	d.Pages = append(d.Pages, c.ourPlan(), c.ourMoney())
	if page, ok := c.moreHours(); ok {
		d.Pages = append(d.Pages, page)
	}
	d.Pages = append(d.Pages, c.ourSteps())
	d.Pages = append(d.Pages, c.childPages()...)
	if page, ok := c.hardWords(d); ok {
		d.Pages = append(d.Pages, page)
	}
	return d
}

// document has no pages yet.
func (c *composer) document() Document {
	look := Normal
	if c.Plan.Print.LargePrint {
		look = Large
	}
	return Document{
		Look:   look,
		Title:  c.say("plan.titel"),
		Made:   c.say("plan.voet.gemaakt", i18n.Args{"datum": c.Words.DayMonthYear(c.Date), "jaar": c.Household.Year}),
		Status: c.say("plan.voet.schatting"),
		words:  c.Words,
	}
}

// say gives a sentence in the voice of the plan; many are the same for one adult and for two.
func (c *composer) say(id string, args ...i18n.Args) string {
	if spoken := id + "." + c.voice; c.Words.Has(spoken) {
		return c.Words.T(spoken, args...)
	}
	return c.Words.T(id, args...)
}

func (c *composer) count(id string, n int, args ...i18n.Args) string {
	if spoken := id + "." + c.voice; c.Words.Has(spoken) {
		return c.Words.N(spoken, n, args...)
	}
	return c.Words.N(id, n, args...)
}

func (c *composer) text(id string, args ...i18n.Args) Block {
	return Block{Kind: TextBlock, Text: c.say(id, args...)}
}

// texts is a message of more than one sentence.
func (c *composer) texts(id string, args ...i18n.Args) []Block {
	return eachOnItsLine(c.say(id, args...))
}

func (c *composer) lines(id string, count int) Block {
	b := Block{Kind: LinesBlock, Count: count}
	if id != "" {
		b.Text = c.say(id)
	}
	return b
}

func section(title, pictogram string, blocks ...Block) Block {
	return Block{Kind: SectionBlock, Text: title, Pictogram: pictogram, Blocks: blocks}
}

// day is a date in full, or the day in the family's own words.
func (c *composer) day(d Day) string {
	return inWords(d, c.Words)
}

func (c *composer) join(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return c.say("plan.en", i18n.Args{"eerste": strings.Join(names[:len(names)-1], ", "), "laatste": names[len(names)-1]})
}

// page 1

func (c *composer) ourPlan() Block {
	return Block{Kind: PageBlock, Text: c.say("plan.titel"), Blocks: []Block{
		c.whosePlan(), c.goesWell(), c.whatWeWant(), c.firstStep(), c.whoHelps(),
	}}
}

func (c *composer) whosePlan() Block {
	whose := "plan.van_wie"
	if c.Plan.Print.NoNames && len(c.Household.Adults)+len(c.Household.Children) > 1 {
		whose = "plan.van_gezin"
	}
	s := section(c.say("plan.dit_plan"), "house-heart", c.text(whose))
	s.Blocks = append(s.Blocks, c.family()...)
	if h, ok := c.firstHelper(); ok && h.FirstName != "" {
		id := "plan.samen"
		if h.Organisation != "" {
			id = "plan.samen_organisatie"
		}
		s.Blocks = append(s.Blocks, c.text(id, i18n.Args{"helper": Clean(h.FirstName), "organisatie": Clean(h.Organisation)}))
	}
	s.Blocks = append(s.Blocks, c.text("plan.wie_ziet"), c.text("plan.datum", i18n.Args{"datum": c.Words.Date(c.Date)}))
	if c.Plan.NextDate == "" {
		return with(s, c.lines("plan.weer_lijn", 1))
	}
	return with(s, c.text("plan.weer", i18n.Args{"datum": c.day(c.Plan.NextDate)}))
}

func with(section Block, blocks ...Block) Block {
	section.Blocks = append(section.Blocks, blocks...)
	return section
}

func (c *composer) family() []Block {
	if c.Plan.Print.NoNames {
		return nil
	}
	var adults, children []string
	for _, a := range c.Household.Adults {
		adults = append(adults, Clean(a.Name))
	}
	for _, k := range c.Household.Children {
		children = append(children, Clean(k.Name))
	}
	var blocks []Block
	if allNamed(adults) {
		blocks = append(blocks, c.text("plan.namen", i18n.Args{"namen": c.join(adults)}))
	}
	if allNamed(children) {
		blocks = append(blocks, Block{Kind: TextBlock,
			Text: c.count("plan.kinderen", len(children), i18n.Args{"namen": c.join(children)})})
	}
	return blocks
}

func allNamed(names []string) bool {
	for _, n := range names {
		if n == "" {
			return false
		}
	}
	return len(names) > 0
}

func (c *composer) firstHelper() (Helper, bool) {
	if len(c.Plan.Helpers) == 0 {
		return Helper{}, false
	}
	return c.Plan.Helpers[0], true
}

func (c *composer) goesWell() Block {
	s := section(c.say("plan.goed"), "sun")
	for _, line := range c.Plan.GoesWell {
		s.Blocks = append(s.Blocks, own(line, maxGoesWell-len(s.Blocks))...)
	}
	if done := c.done(); len(done) > 0 {
		return with(with(s, c.text("plan.gelukt")), done...)
	}
	return orLines(s, 3)
}

// done are the steps that went well, with their ticks: those of this plan, or else of the talk before it.
func (c *composer) done() []Block {
	var ticked []Block
	earlier := slices.Clone(c.Plan.Earlier)
	slices.Reverse(earlier)
	for _, steps := range [][]Step{c.Plan.Steps, earlier} {
		for _, step := range steps {
			if step.Status == Done && step.Verb+step.What != "" && len(ticked) < maxDone {
				ticked = append(ticked, Block{Kind: CheckBlock, Text: step.Sentence(c.ownWords()), Ticked: true})
			}
		}
		if len(ticked) > 0 {
			break
		}
	}
	return ticked
}

func (c *composer) whatWeWant() Block {
	s := section(c.say("plan.willen"), "star")
	for _, wish := range c.Plan.Wishes {
		s.Blocks = append(s.Blocks, own(wish.Text, maxWishes-len(s.Blocks))...)
	}
	if len(s.Blocks) > 0 {
		s.Blocks[0].Strong = true
	}
	return orLines(s, 3)
}

// own is a line in the family's own words, when there is something in it and there is room.
func own(text string, room int) []Block {
	if text = Clean(text); text == "" || room <= 0 {
		return nil
	}
	return []Block{{Kind: OwnBlock, Text: text}}
}

// orLines gives an empty section lines to write on, the last of which is spare, and a filled one a line for what comes to mind later.
func orLines(s Block, count int) Block {
	if len(s.Blocks) == 0 {
		s = with(s, Block{Kind: LinesBlock, Count: count - 1})
	}
	return with(s, Block{Kind: LinesBlock, Count: 1, Spare: true})
}

// nextStep is the step on the first page: the one marked as the first, or the next one that is still to be done. It is not
// the first any more once a step was asked about.
func (c *composer) nextStep() (step Step, asked bool) {
	step, _ = c.Plan.FirstStep()
	for _, s := range c.Plan.Steps {
		asked = asked || s.Status != ""
	}
	if open(step) {
		return step, asked
	}
	for _, s := range c.Plan.Steps {
		if open(s) {
			return s, asked
		}
	}
	return Step{}, asked
}

func open(s Step) bool { return s.Status == "" || s.Status == NotYet }

func (c *composer) firstStep() Block {
	step, asked := c.nextStep()
	s := section(c.say("plan.eerste_stap"), "footprints")
	if asked || len(c.Plan.Earlier) > 0 {
		s.Text = c.say("plan.volgende_stap")
	}
	if step.Verb == "" && step.What == "" {
		return with(with(s, c.lines("plan.stap_wat", 1)), c.stepLines(step)...)
	}
	s = with(s, Block{Kind: CheckBlock, Text: step.Sentence(c.ownWords())})
	s = with(s, c.stepLines(step)...)
	if h, ok := c.firstHelper(); ok && h.FirstName != "" && h.FirstName != step.Who {
		s = with(s, c.text("plan.stap_hulp", i18n.Args{"helper": Clean(h.FirstName)}))
	}
	if step.Celebration != "" {
		s = with(s, c.text("plan.stap_klaar"), c.text("plan.stap_dan", i18n.Args{"beloning": withoutStop(Clean(step.Celebration))}))
	}
	return s
}

// stepLines ask with a pen for what a step misses.
func (c *composer) stepLines(step Step) []Block {
	var lines []Block
	if Clean(step.Who) == "" {
		lines = append(lines, c.lines("plan.stap_wie", 1))
	}
	if Clean(string(step.Day)) == "" {
		lines = append(lines, c.lines("plan.stap_dag", 1))
	}
	return lines
}

func (c *composer) whoHelps() Block {
	s := section(c.say("plan.wie_helpt"), "hand-helping")
	for _, h := range c.Plan.Helpers {
		name := Clean(h.FirstName)
		if o := Clean(h.Organisation); o != "" && name != "" {
			name += ", " + o
		} else if name == "" {
			name = o
		}
		if name != "" && len(s.Blocks) < maxHelpers {
			s.Blocks = append(s.Blocks, Block{Kind: RowBlock, Text: Capital(name), Details: phone(h.Phone)})
		}
	}
	if len(s.Blocks) > 0 {
		return s
	}
	return orLines(s, 2)
}

// page 2

func (c *composer) ourMoney() Block {
	p := Block{Kind: PageBlock, Text: c.say("plan.geld")}
	in, printedIn := RoundIn(amounts(c.Money.In))
	out, printedOut := RoundOut(amounts(c.Money.Out))
	inKnown := c.Money.InKnown && len(c.Money.In) > 0
	p.Blocks = append(p.Blocks, c.threeAmounts(in, out, inKnown))
	incoming := section(c.say("plan.wat_binnen"), "wallet", c.rows(c.Money.In, printedIn, in, inKnown)...)
	p.Blocks = append(p.Blocks, with(incoming, c.text("plan.niet_elke_maand")))
	outgoing := section(c.say("plan.wat_eruit"), "receipt-euro", c.rows(c.Money.Out, printedOut, out, c.Money.OutKnown)...)
	p.Blocks = append(p.Blocks, with(outgoing, c.debts()...))
	p.Blocks = append(p.Blocks, c.weekMoney())
	if s := c.rights(); len(s.Blocks) > 0 {
		p.Blocks = append(p.Blocks, s)
	}
	p.Blocks = append(p.Blocks, c.lessSoon()...)
	p.Blocks = append(p.Blocks, c.olderSoon()...)
	return p
}

func (c *composer) threeAmounts(in, out decimal.Decimal, inKnown bool) Block {
	s := section(c.say("plan.geld_maand"), "coins")
	s = with(s, c.key("plan.komt_binnen", in, inKnown))
	if !c.Money.OutKnown {
		return with(s, c.lines("plan.gaat_eruit", 1), c.lines("plan.over", 1))
	}
	s = with(s, c.key("plan.gaat_eruit", out, true))
	over := in.Sub(out)
	switch {
	case !inKnown:
		s = with(s, Block{Kind: KeyBlock, Text: c.say("plan.over"), Details: c.say("plan.weten_niet")})
	case over.IsPositive():
		s = with(s, c.key("plan.over", over, true))
	case over.IsNegative():
		s = with(s, c.key("plan.tekort", over.Neg(), true), c.text("plan.tekort_samen"))
	default:
		s = with(s, c.text("plan.evenveel_geen"), c.text("plan.evenveel_genoeg"))
	}
	if c.Money.Missing > 0 {
		s = with(s, c.text("plan.nog_niet_alles"))
		if inKnown && over.IsPositive() {
			s = with(s, c.text("plan.minder_over"))
		}
	}
	if c.Money.Examples > 0 {
		s = with(s, Block{Kind: TextBlock, Text: c.count("plan.voorbeelden", c.Money.Examples)})
	}
	return s
}

func (c *composer) key(id string, amount decimal.Decimal, known bool) Block {
	b := Block{Kind: KeyBlock, Text: c.say(id), Details: c.say("plan.weten_niet")}
	if known {
		b.Details = c.say("plan.per_maand", i18n.Args{"bedrag": i18n.EuroWords(amount)})
	}
	return b
}

// rows are the parts of a total. A part that is not known has words in place of an amount, never a zero.
func (c *composer) rows(parts []Part, printed []decimal.Decimal, total decimal.Decimal, complete bool) []Block {
	if len(parts) == 0 {
		return []Block{c.text("plan.weten_niet")}
	}
	var blocks []Block
	for i, p := range parts {
		b := Block{Kind: RowBlock, Text: c.say("plan.deel." + p.Label), Details: i18n.WholeEuro(printed[i])}
		if example, ok := p.Example.Get(); ok {
			b.Kind, b.Count = LinesBlock, 1
			b.Details = c.say("plan.voorbeeld", i18n.Args{"bedrag": i18n.WholeEuro(example)})
		} else if !p.Known {
			b.Details = c.say("plan.weten_niet")
		}
		blocks = append(blocks, b)
	}
	if complete && allKnown(parts) {
		blocks = append(blocks, Block{Kind: TotalBlock, Text: c.say("plan.samen_totaal"), Details: i18n.WholeEuro(total)})
	}
	return blocks
}

func (c *composer) weekMoney() Block {
	s := section(c.say("plan.week"), "shopping-cart")
	for _, p := range c.Money.Out {
		if p.Label == partWeek && p.Known {
			return with(s, Block{Kind: KeyBlock, Text: c.say("plan.week_zin"),
				Details: c.say("plan.per_week", i18n.Args{"bedrag": i18n.EuroWords(WeekAmount(p.PerMonth))})})
		}
	}
	return with(s, c.lines("plan.week_zin", 1))
}

// debts are the payment arrangements together, when the family wants them on paper; they are part of the bills.
func (c *composer) debts() []Block {
	if !c.Plan.Print.Debts {
		return nil
	}
	n, perMonth := 0, decimal.Zero
	for _, d := range c.Debts {
		if amount, ok := d.ArrangementPerMonth.Get(); ok && amount.IsPositive() {
			n, perMonth = n+1, perMonth.Add(amount)
		}
	}
	if n == 0 {
		return nil
	}
	return []Block{{Kind: TextBlock, Text: c.count("plan.schulden", n)},
		c.text("plan.schulden_som", i18n.Args{"bedrag": i18n.EuroWords(perMonth.Ceil())})}
}

// rights are at most three rows; those of one office stand together, with that office under them.
func (c *composer) rights() Block {
	s := section(c.say("plan.krijgen"), "lightbulb")
	rights := slices.DeleteFunc(slices.Clone(c.Rights), func(r Right) bool {
		return slices.Contains(c.Plan.Print.WithoutRights, r.ID)
	})
	rights = rights[:min(maxRights, len(rights))]
	var offices []string
	for _, r := range rights {
		if !slices.Contains(offices, r.Where) {
			offices = append(offices, r.Where)
		}
	}
	for _, office := range offices {
		for _, r := range rights {
			if r.Where != office {
				continue
			}
			b := Block{Kind: RowBlock, Text: c.rightName(r), Details: c.say("plan.misschien")}
			if amount, ok := r.PerMonth.Get(); ok {
				b.Details = c.say("plan.misschien_bedrag", i18n.Args{"bedrag": i18n.WholeEuro(amount.Floor())})
			}
			s = with(s, b)
		}
		if office != "" {
			s = with(s, c.text("plan.krijgen_waar", i18n.Args{"waar": c.office(office)}))
		}
	}
	if h, ok := c.firstHelper(); ok && h.FirstName != "" && len(s.Blocks) > 0 {
		s = with(s, c.text("plan.stap_hulp", i18n.Args{"helper": Clean(h.FirstName)}))
	}
	return s
}

// page 4

var pictogramOf = map[Place]string{Home: "house", Neighbourhood: "users", School: "school", Work: "briefcase"}

func (c *composer) ourSteps() Block {
	p := Block{Kind: PageBlock, Text: c.say("plan.stappen")}
	for _, place := range Places() {
		if s := c.place(place); len(s.Blocks) > 0 {
			p.Blocks = append(p.Blocks, orLines(s, 0))
		}
	}
	if len(p.Blocks) == 0 {
		for _, place := range Places() {
			p.Blocks = append(p.Blocks, orLines(c.placeSection(place), 2))
		}
	}
	p.Blocks = append(p.Blocks, c.notWorking(), c.urgent())
	return p
}

func (c *composer) placeSection(place Place) Block {
	return section(c.say("plan.plek."+string(place)), pictogramOf[place])
}

// place is the row of one place. What has no place stands under home.
func (c *composer) place(place Place) Block {
	s := c.placeSection(place)
	in := func(p Place) bool { return p == place || p == "" && place == Home }
	for i, w := range c.Plan.Wishes {
		if i < maxWishes && w.Place == place {
			for _, wish := range own(w.Text, 1) {
				wish.Strong = true
				s = with(s, wish)
			}
		}
	}
	for i, step := range c.Plan.Steps {
		if i < maxSteps && in(step.Place) && step.Verb+step.What != "" {
			s = with(with(s, c.checkedStep(step)), c.stepLines(step)...)
		}
	}
	return s
}

// checkedStep is a step with how it went.
func (c *composer) checkedStep(step Step) Block {
	b := Block{Kind: CheckBlock, Text: step.Sentence(c.ownWords()), Ticked: step.Status == Done}
	if id := "plan.status." + string(step.Status); step.Status != "" {
		b.Details = c.say(id)
	}
	if remark := Clean(step.Remark); remark != "" && step.Status != "" && !c.isSecond() {
		b.Details += " " + Capital(withoutStop(remark)) + "."
	}
	return b
}

func (c *composer) notWorking() Block {
	s := section(c.say("plan.lukt_niet"), "heart", c.text("plan.niet_erg"))
	h, _ := c.firstHelper()
	name := cmp.Or(Clean(h.FirstName), Clean(h.Organisation))
	if name == "" {
		s = with(s, c.lines("plan.bel_lijn", 1))
	} else {
		s = with(s, c.text("plan.bel", i18n.Args{"helper": name}))
	}
	if number := phone(h.Phone); name != "" && number != "" {
		s = with(s, c.text("plan.bel_nummer", i18n.Args{"telefoon": number}))
	}
	return with(s, c.text("plan.kleinere_stap"))
}

// urgent tells the term of Wgs art. 4 lid 2.
func (c *composer) urgent() Block {
	return section(c.say("plan.snel"), "phone",
		c.text("plan.snel_huis"), c.text("plan.snel_stroom"), c.text("plan.snel_zorg"),
		c.text("plan.snel_bel"), c.text("plan.snel_dagen"), c.municipalityNumber())
}

// municipalityNumber is the telephone of the municipality, or a line to write it on.
func (c *composer) municipalityNumber() Block {
	if number := phone(c.Plan.MunicipalityPhone); number != "" {
		return Block{Kind: TextBlock, Text: c.say("plan.snel_nummer") + " " + number}
	}
	return c.lines("plan.snel_nummer", 1)
}
