package vm

import (
	"slices"

	"perspectief/i18n"
)

// page is one of the sheets of a step; a row above the cards leads from the one to the other.
type page struct {
	id     string
	family bool // shown in the calm view of the family, too
	form   func(*Talk) (left, right []Section)
	when   func(*Talk) bool // nil: always
	count  func(*Talk) int  // what waits on the page, behind its name; nil: nothing
}

// Pages that others lead to.
const (
	pageOut  = "eruit"
	pageBank = "bank"

	pageVisit = "verschil"
)

// stepPages are the pages of each step, the first one always there. Each has its words "scherm.blad.<id>".
func stepPages(s Step) []page {
	switch s {
	case Who:
		return []page{{id: "wie", family: true, form: (*Talk).who}}
	case In:
		return []page{{id: "binnen", family: true, form: (*Talk).in}, {id: pageBank, family: true, form: (*Talk).bank},
			{id: "waarom", form: (*Talk).why}}
	case Out:
		return []page{
			{id: pageOut, family: true, form: (*Talk).out},
			{id: "vergelijk", form: (*Talk).compareNorms},
			{id: "controle", form: (*Talk).checking, count: (*Talk).openChecks},
			{id: "potjes", family: true, form: (*Talk).potsForm},
			{id: "kas", family: true, form: (*Talk).cashForm},
			{id: "schulden", family: true, form: (*Talk).debtsForm},
			{id: pageVisit, family: true, form: (*Talk).visitForm},
			{id: "normen", form: (*Talk).normsForm},
		}
	case Rights:
		return []page{{id: "nu", family: true, form: (*Talk).rights},
			{id: "kind", family: true, form: (*Talk).childRights, when: (*Talk).hasChildren},
			{id: "straks", family: true, form: (*Talk).ahead},
			{id: "letop", family: true, form: (*Talk).watchOut},
			{id: "gemeente", form: (*Talk).municipality},
			{id: "achtergrond", form: (*Talk).background}}
	case Hours:
		return []page{
			{id: "lijn", family: true, form: (*Talk).hoursForm},
			{id: "naast_elkaar", family: true, form: (*Talk).sideBySide},
			{id: "samen", family: true, form: (*Talk).together, when: func(t *Talk) bool { return len(t.household().Adults) == 2 }},
			{id: "maanden", family: true, form: (*Talk).firstMonths},
			{id: "werkgever", family: true, form: (*Talk).employerForm},
			{id: "honderd", form: (*Talk).eachHundred},
		}
	case OurPlan:
		return []page{{id: "plan", family: true, form: (*Talk).planForm},
			{id: "plekken", form: (*Talk).placesForm},
			{id: "kinderen", family: true, form: (*Talk).childrenForm, when: (*Talk).hasChildren},
			{id: "papier", form: (*Talk).paperForm}}
	}
	return nil
}

// The two ways to look at a talk: the family sees little at a time, the helper everything.
const (
	FamilyView = "gezin"
	HelperView = "helper"
)

// pages are the pages of a step that can be opened now.
func (t *Talk) pages(s Step) []page {
	return slices.DeleteFunc(stepPages(s), func(p page) bool {
		return !p.family && !t.helperView || p.when != nil && !p.when(t)
	})
}

// openPage is the page of the open step that is shown.
func (t *Talk) openPage() page {
	all := t.pages(t.step)
	if i := slices.IndexFunc(all, func(p page) bool { return p.id == t.page[t.step] }); i >= 0 {
		return all[i]
	}
	return all[0]
}

// OpenPage shows another page of the open step.
func (t *Talk) OpenPage(id string) {
	t.page[t.step] = id
	t.listVersions()
	t.refreshHours()
	t.changed()
}

// lookAt goes to a field, on another page of the open step when it stands there.
func (t *Talk) lookAt(page, field string) {
	t.page[t.step] = page
	t.goal = field
	t.turn++
}

// SetView chooses FamilyView or HelperView.
func (t *Talk) SetView(id string) {
	t.helperView = id == HelperView
	t.refreshHours()
	t.changed()
}

// View is the way the talk is looked at: FamilyView or HelperView.
func (t *Talk) View() string {
	if t.helperView {
		return HelperView
	}
	return FamilyView
}

// addPages tells a screen which pages its step has. One page needs no row to choose from.
func (t *Talk) addPages(s *Screen) {
	all := t.pages(t.step)
	s.Page, s.First = t.openPage().id, t.openPage().id == all[0].id
	if len(all) < 2 {
		return
	}
	for _, p := range all {
		s.Pages = append(s.Pages, Option{ID: p.id, Label: t.tabName(p)})
	}
}

// tabName is the name of a page, with how much waits on it.
func (t *Talk) tabName(p page) string {
	if p.count == nil || p.count(t) == 0 {
		return t.say("blad." + p.id)
	}
	return t.say("blad.aantal", i18n.Args{"naam": t.say("blad." + p.id), "getal": p.count(t)})
}
