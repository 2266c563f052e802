package plan

import (
	"regexp"

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

func (c *composer) childPage(child ChildPage) Block {
	title := c.say("plan.kind_titel_zonder")
	if name := Clean(child.Name); name != "" && !c.Plan.Print.NoNames {
		title = c.say("plan.kind_titel", i18n.Args{"naam": name})
	}
	said := func(id, pictogram, words string) Block {
		return orLines(section(c.say(id), pictogram, own(withoutMoney(words), 1)...), 2)
	}
	return Block{Kind: PageBlock, Text: title, Blocks: []Block{
		said("plan.kind_fijn", "smile", child.ILike),
		said("plan.kind_wil", "star", child.IWant),
		said("plan.kind_zorgen", "circle-help", child.IWorry),
		said("plan.kind_praten", "users", child.ICanTalkTo),
		section(c.say("plan.kind_tekenen"), "pencil", Block{Kind: SpaceBlock, Count: 7}),
	}}
}

var amountOfMoney = regexp.MustCompile(`(?i)€|[0-9]\s*euro`)

// withoutMoney keeps amounts off a child's page: words with an amount in them are asked again, with a pen.
func withoutMoney(words string) string {
	if amountOfMoney.MatchString(words) {
		return ""
	}
	return words
}
