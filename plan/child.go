package plan

import (
	"regexp"
	"time"

	"perspectief/budget"
	"perspectief/i18n"
)

// childPages are the pages of the children who want theirs on paper, in their own words.
func (c *composer) childPages() []Block {
	var pages []Block
	for _, child := range c.Plan.Children {
		if child.Paper == PaperYes {
			pages = append(pages, c.childPage(child))
		}
	}
	return pages
}

// ComposeChild makes a document of the page of one child alone, for a child that wants it on no other paper. It is not ok when
// there is no such page, or when the child said no.
func ComposeChild(in Input, id string) (d Document, ok bool) {
	if in.Plan == nil {
		return d, false
	}
	in = in.withoutNames()
	d, ok = composedChild(in, id)
	if ok && in.Second != nil {
		other, _ := composedChild(in.inSecond(), id)
		d = translated(d, other, in.Second)
	}
	return d, ok
}

func composedChild(in Input, id string) (d Document, ok bool) {
	c := &composer{in, "ik"}
	for _, child := range in.Plan.Children {
		if child.Child != id || child.Paper == PaperNo || child.Paper == "" {
			continue
		}
		d = c.document()
		d.Pages = []Block{c.childPage(child)}
		if page, hard := c.hardWords(d); hard {
			d.Pages = append(d.Pages, page)
		}
		return d, true
	}
	return d, false
}

func (c *composer) childPage(child ChildPage) Block {
	title := c.say("plan.kind_titel_zonder")
	if name := Clean(child.Name); name != "" && !c.Plan.Print.NoNames {
		title = c.say("plan.kind_titel", i18n.Args{"naam": name})
	}
	said := func(id, pictogram, words string) Block {
		return orLines(section(c.say(id), pictogram, own(withoutMoney(words), 1)...), 2)
	}
	p := Block{Kind: PageBlock, Text: title, Blocks: []Block{
		said("plan.kind_fijn", "smile", child.ILike),
		said("plan.kind_wil", "star", child.IWant),
		said("plan.kind_zorgen", "circle-help", child.IWorry),
		said("plan.kind_praten", "users", child.ICanTalkTo),
	}}
	p.Blocks = append(p.Blocks, c.almost18(child.Child)...)
	return with(p, section(c.say("plan.kind_tekenen"), "pencil", Block{Kind: SpaceBlock}))
}

// yearsAhead is how long before it a child reads what changes when it comes of age.
const yearsAhead = 2

// NearlyAdult tells whether a child comes of age within two years, so that its page says what changes then.
func NearlyAdult(born budget.YearMonth, on time.Time, adultAge int) bool {
	ahead := adultAge*12 - monthsOld(born, on)
	return !born.IsZero() && ahead > 0 && ahead <= yearsAhead*12
}

// almost18 tells a child that soon comes of age what to arrange. It holds no amounts.
func (c *composer) almost18(id string) []Block {
	for _, k := range c.Household.Children {
		if k.ID != id || !NearlyAdult(k.Born, c.Date, c.AdultAge) {
			continue
		}
		birthday := comesOfAge(k.Born, c.AdultAge)
		return []Block{section(c.say("plan.kind_bijna_18", i18n.Args{"leeftijd": c.AdultAge}), "calendar-days",
			c.text("plan.kind_word_18", i18n.Args{"maand": c.Words.MonthYear(birthday), "leeftijd": c.AdultAge}),
			c.text("plan.kind_zorgverzekering"), c.text("plan.kind_zorgtoeslag"), c.text("plan.kind_duo"), c.text("plan.kind_samen"))}
	}
	return nil
}

var amountOfMoney = regexp.MustCompile(`(?i)€|[0-9]\s*euro`)

// HasMoney tells whether words hold an amount, which a child's page does not print.
func HasMoney(words string) bool { return amountOfMoney.MatchString(words) }

// withoutMoney keeps amounts off a child's page: words with an amount in them are asked again, with a pen.
func withoutMoney(words string) string {
	if HasMoney(words) {
		return ""
	}
	return words
}
