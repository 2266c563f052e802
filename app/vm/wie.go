package vm

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"perspectief/budget"
)

// who is the step "Wie bent u?": the people and the home.
func (t *Talk) who() (left, right []Section) {
	left = []Section{t.adults(), t.children(), t.residents()}
	right = []Section{t.home(), t.bijstand(), t.savings()}
	if rest := t.unplaced(); len(rest) > 0 {
		left[0].Rows = append(left[0].Rows, Row{ID: "rest", Hint: rest[0], Fields: []Field{{Kind: ShownValue}}})
	}
	return left, right
}

func (t *Talk) adults() Section {
	h := t.household()
	s := Section{ID: "volwassenen", Icon: "users", Title: t.say("volwassenen"), Intro: t.say("volwassenen.uitleg")}
	for i := range h.Adults {
		a := &h.Adults[i]
		id := fmt.Sprintf("household.adults[%d]", i)
		fields := append([]Field{t.textField(id+".name", &a.Name, "roepnaam")}, t.bornFields(id+".born", &a.Born)...)
		label := "uzelf"
		if i > 0 {
			label = "partner"
			fields = append(fields, t.removeField(id+".remove", "partner.weg", func() {
				h.Adults, h.Partners = h.Adults[:1], false
			}))
		}
		s.Rows = append(s.Rows, Row{ID: id, Label: t.say(label), Space: ShortSpace, Fields: fields,
			Hint: cmp.Or(t.faultAt(id+".name"), t.bornHint(id+".born", a.Born))})
	}
	if len(h.Adults) == 1 {
		s.Actions = []Action{t.action("household.adults.add", "partner.erbij", "user-plus", func() {
			taken := func(id string) bool { return h.Adults[0].ID == id }
			h.Adults, h.Partners = append(h.Adults, budget.Adult{ID: newID("a", taken)}), true
		})}
	}
	return s
}

func (t *Talk) children() Section {
	h := t.household()
	s := Section{ID: "kinderen", Icon: "baby", Title: t.say("kinderen"), Intro: t.say("kinderen.uitleg")}
	for i := range h.Children {
		c := &h.Children[i]
		id := fmt.Sprintf("household.children[%d]", i)
		fields := append([]Field{t.textField(id+".name", &c.Name, "roepnaam")}, t.bornFields(id+".born", &c.Born)...)
		fields = append(fields, t.removeField(id+".remove", "kind.weg", func() { h.Children = slices.Delete(h.Children, i, i+1) }))
		s.Rows = append(s.Rows, Row{ID: id, Label: t.say("kind", map[string]any{"nummer": i + 1}), Space: ShortSpace, Fields: fields,
			Hint: cmp.Or(t.faultAt(id+".name"), t.bornHint(id+".born", c.Born))})
	}
	s.Actions = []Action{t.action("household.children.add", "kind.erbij", "plus", func() {
		taken := func(id string) bool {
			return slices.ContainsFunc(h.Children, func(c budget.Child) bool { return c.ID == id })
		}
		h.Children = append(h.Children, budget.Child{ID: newID("c", taken), Kinderbijslag: true})
	})}
	return s
}

func (t *Talk) home() Section {
	home := &t.household().Housing
	s := Section{ID: "woning", Icon: "house", Title: t.say("woning"), Rows: []Row{
		choiceRow(t, "household.housing.kind", "woning.soort", "woning.soort", &home.Kind, budget.HomeKinds(), ""),
	}}
	if home.Kind == budget.Rent {
		s.Rows = append(s.Rows, t.amountRow("household.housing.rentPerMonth", "woning.huur", &home.RentPerMonth, "maand", "huur"))
	}
	return s
}

func (t *Talk) bijstand() Section {
	s := t.claim()
	if t.helperView {
		s.Rows = append(s.Rows, t.lowIncomeRow())
	}
	return s
}

// claim asks whether the family gets or wants bijstand, and which exemption of wages runs.
func (t *Talk) claim() Section {
	b := &t.household().Bijstand
	const id = "household.bijstand"
	s := Section{ID: "bijstand", Icon: "landmark", Title: t.say("bijstand"), Rows: []Row{
		t.yesNoRow(id+".claims", "bijstand.vraag", b.Claims, func(v bool) { b.Claims = v }, "bijstand"),
	}}
	if !b.Claims {
		return s
	}
	if b.Exemption.Kind == "" {
		b.Exemption.Kind = budget.NoExemption
	}
	kind := selectField(t, id+".exemption.kind", "vrijlating", &b.Exemption.Kind, budget.ExemptionKinds())
	kind.Width = Wide
	s.Rows = append(s.Rows, Row{ID: id + ".exemption", Label: t.say("vrijlating"), Fields: []Field{kind}, Help: t.help("vrijlating"),
		Hint: t.faultAt(id + ".exemption.kind")})
	if b.Exemption.Kind != budget.NoExemption {
		s.Rows = append(s.Rows, t.monthsRow(id+".exemption.months", &b.Exemption.Months))
	}
	return s
}

// lowIncomeRow asks since when the income is low: some rights of the municipality ask for years.
func (t *Talk) lowIncomeRow() Row {
	const id = "household.lowIncomeSince"
	return Row{ID: id, Label: t.say("laag_sinds"), Help: t.help("laag_sinds"), Fields: t.bornFields(id, &t.household().LowIncomeSince)}
}

// monthsRow asks for a number of months of this year.
func (t *Talk) monthsRow(id string, months *int) Row {
	kinds := make([]Option, 13)
	for i := range kinds {
		kinds[i] = Option{ID: strconv.Itoa(i), Label: strconv.Itoa(i)}
	}
	t.bind(id, func(chosen string) { *months, _ = strconv.Atoi(chosen) })
	return Row{ID: id, Label: t.say("vrijlating.maanden"), Hint: t.faultAt(id), Fields: []Field{{ID: id, Kind: SelectField,
		Value: strconv.Itoa(*months), Options: kinds, Placeholder: t.say("kies"), Width: Narrow, Unit: t.unit("maanden")}}}
}

func (t *Talk) residents() Section {
	h := t.household()
	s := Section{ID: "anderen", Icon: "house-heart", Title: t.say("anderen"), Intro: t.say("anderen.uitleg")}
	for i := range h.OtherResidents {
		r := &h.OtherResidents[i]
		id := fmt.Sprintf("household.otherResidents[%d]", i)
		fields := append([]Field{selectField(t, id+".relation", "relatie", &r.Relation, budget.Relations())},
			t.bornFields(id+".born", &r.Born)...)
		fields = append(fields, t.removeField(id+".remove", "persoon.weg", func() {
			h.OtherResidents = slices.Delete(h.OtherResidents, i, i+1)
		}))
		s.Rows = append(s.Rows,
			Row{ID: id, Label: t.say("persoon", map[string]any{"nummer": i + 1}), Space: ShortSpace, Fields: fields, Hint: t.bornHint(id+".born", r.Born)},
			t.amountRow(id+".incomePerYear", "persoon.inkomen", &r.IncomePerYear, "jaar", "persoon.inkomen"),
			t.yesNoRow(id+".countsForKostendelersnorm", "persoon.deelt", r.CountsForKostendelersnorm,
				func(v bool) { r.CountsForKostendelersnorm = v }, "persoon.deelt"))
	}
	s.Actions = []Action{t.action("household.otherResidents.add", "persoon.erbij", "user-plus", func() {
		h.OtherResidents = append(h.OtherResidents, budget.Resident{CountsForKostendelersnorm: true})
	})}
	return s
}

func (t *Talk) savings() Section {
	h := t.household()
	s := Section{ID: "spaargeld", Icon: "piggy-bank", Title: t.say("spaargeld"), Intro: t.say("spaargeld.uitleg")}
	for i := range h.Adults {
		r := t.amountRow(fmt.Sprintf("household.adults[%d].wealth", i), "spaargeld.van", &h.Adults[i].Wealth, "", "")
		r.Label = t.nameOf(i)
		s.Rows = append(s.Rows, r)
	}
	return s
}

// nameOf is how an adult is called: the name, or "Uzelf" and "Uw partner".
func (t *Talk) nameOf(i int) string {
	if name := t.household().Adults[i].Name; name != "" {
		return name
	}
	if i > 0 {
		return t.say("partner")
	}
	return t.say("uzelf")
}

// nameIn is how an adult is called in the middle of a sentence: the name, or "u" and "uw partner".
func (t *Talk) nameIn(i int) string {
	if name := t.household().Adults[i].Name; name != "" {
		return name
	}
	if i > 0 {
		return t.say("partner.zin")
	}
	return t.say("uzelf.zin")
}
