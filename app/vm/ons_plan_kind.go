package vm

import (
	"fmt"
	"slices"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

func (t *Talk) hasChildren() bool { return len(t.household().Children) > 0 }

// childrenForm is the page of one child, in the child's own words, and what the child says about paper.
func (t *Talk) childrenForm() (left, right []Section) {
	h := t.household()
	n := max(0, slices.IndexFunc(h.Children, func(c budget.Child) bool { return c.ID == t.ours.child }))
	if len(h.Children) > 1 {
		left = append(left, t.whichChild(n))
	}
	c := h.Children[n]
	left = append(left, t.childPage(c, n))
	right = append(right, t.mayBePrinted(c, n))
	set, err := t.Engine.Rules(h.Year)
	if age := 0; err == nil {
		age = set.Algemeen.Meerderjarigheid.Int()
		if plan.NearlyAdult(c.Born, t.Today, age) {
			right = append(right, Section{ID: "plan.kind.bijna", Icon: "calendar-days", Title: t.say("plan.kind.bijna", i18n.Args{"leeftijd": age}),
				Intro: t.say("plan.kind.bijna.uitleg", i18n.Args{"naam": t.pageName(n)})})
		}
	}
	if t.helperView {
		right = append(right, Section{ID: "plan.kind.veilig", Icon: "shield", Title: t.say("plan.kind.veilig"), Intro: t.say("plan.kind.veilig.uitleg")})
	}
	return left, right
}

// besideEachOther is how many children there is room for; more stand in a list.
const besideEachOther = 4

func (t *Talk) whichChild(n int) Section {
	h := t.household()
	var all []Option
	for i, c := range h.Children {
		all = append(all, Option{ID: c.ID, Label: t.pageName(i)})
	}
	kind := ChoiceField
	if len(all) > besideEachOther {
		kind = SelectField
	}
	t.bind("plan.kind", func(id string) { t.ours.child = id })
	return Section{ID: "plan.kind.keuze", Rows: []Row{{ID: "plan.kind", Label: t.say("plan.kind.wie"), Space: ShortSpace,
		Fields: []Field{{ID: "plan.kind", Kind: kind, Width: Wide, Value: h.Children[n].ID, Options: all}}}}}
}

// pageName is how a child is called: by the name on its page, or in the household, or by its number.
func (t *Talk) pageName(n int) string {
	c := t.household().Children[n]
	if page, ok := t.pageOf(c); ok && page.Name != "" {
		return page.Name
	}
	return t.childName(n)
}

func (t *Talk) pageOf(c budget.Child) (plan.ChildPage, bool) {
	pages := t.plan().Children
	if i := slices.IndexFunc(pages, func(p plan.ChildPage) bool { return p.Child == c.ID }); i >= 0 {
		return pages[i], true
	}
	return plan.ChildPage{Child: c.ID, Name: c.Name}, false
}

// change gives the page of a child, which begins with the first word or answer.
func change(p *plan.Plan, c budget.Child, do func(page *plan.ChildPage)) {
	i := slices.IndexFunc(p.Children, func(page plan.ChildPage) bool { return page.Child == c.ID })
	if i < 0 {
		i = len(p.Children)
		p.Children = append(p.Children, plan.ChildPage{Child: c.ID, Name: c.Name})
	}
	do(&p.Children[i])
}

func (t *Talk) childPage(c budget.Child, n int) Section {
	page, _ := t.pageOf(c)
	s := Section{ID: "plan.kind.blad", Icon: "smile", Title: t.say("plan.kind.titel", i18n.Args{"naam": t.pageName(n)}), Intro: t.say("plan.kind.uitleg")}
	for _, q := range []struct {
		name, label, value string
		of                 func(p *plan.ChildPage) *string
	}{
		{"name", "roepnaam", page.Name, func(p *plan.ChildPage) *string { return &p.Name }},
		{"iLike", "fijn", page.ILike, func(p *plan.ChildPage) *string { return &p.ILike }},
		{"iWant", "wil", page.IWant, func(p *plan.ChildPage) *string { return &p.IWant }},
		{"iWorry", "zorgen", page.IWorry, func(p *plan.ChildPage) *string { return &p.IWorry }},
		{"iCanTalkTo", "praten", page.ICanTalkTo, func(p *plan.ChildPage) *string { return &p.ICanTalkTo }},
	} {
		f := t.own("plan.children["+c.ID+"]."+q.name, q.value, "", func(p *plan.Plan, text string) {
			change(p, c, func(page *plan.ChildPage) { *q.of(page) = text })
		})
		r := Row{ID: f.ID, Label: t.say("plan.kind." + q.label), Hint: t.numberFault(q.value), Space: AboveSpace}
		if q.name == "name" {
			f.Width = Medium
		} else {
			f.Kind = NoteField
		}
		if plan.HasMoney(q.value) {
			r.Note = t.say("plan.kind.geld")
		}
		r.Fields = []Field{f}
		s.Rows = append(s.Rows, r)
	}
	return s
}

// mayBePrinted asks the child, who decides about its own page.
func (t *Talk) mayBePrinted(c budget.Child, n int) Section {
	page, _ := t.pageOf(c)
	id := "plan.children[" + c.ID + "].paper"
	t.bindPlan(id, func(p *plan.Plan, chosen string) {
		change(p, c, func(page *plan.ChildPage) { page.Paper = plan.ChildChoice(chosen) })
	})
	kinds := []plan.ChildChoice{plan.PaperYes, plan.PaperNo, plan.PaperForSelf}
	r := Row{ID: id, Space: AboveSpace, Note: t.say("plan.kind.mag.nog"),
		Fields: []Field{{ID: id, Kind: ChoiceField, Value: string(page.Paper), Options: options(t, "plan.kind.mag", kinds)}}}
	if page.Paper != "" {
		r.Note = t.say("plan.kind.mag.noot." + string(page.Paper))
	}
	s := Section{ID: "plan.kind.mag", Icon: "printer", Title: t.say("plan.kind.mag"), Intro: t.say("plan.kind.mag.uitleg"), Rows: []Row{r}}
	if page.Paper == plan.PaperYes || page.Paper == plan.PaperForSelf {
		s.Actions = []Action{t.action(fmt.Sprintf("plan.kind.maken.%d", n), "plan.kind.los", "file-text", func() {
			t.MakePaper(Paper{Kind: ChildPaper, Child: c.ID})
		})}
	}
	return s
}
