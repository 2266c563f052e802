package vm

import (
	"slices"
	"strings"
	"testing"

	"perspectief/assets"
	"perspectief/budget"
	"perspectief/i18n"
)

// wordsOfRights are what the sentences of the pages about rights are filled in with.
var wordsOfRights = i18n.Args{"bron": "CBS", "reden": "ziekte", "ruimte": "83 euro", "grens": "€ 1.703", "cent": "12", "wat": "Zorgtoeslag",
	"maand": "mei 2027", "naar": "€ 210"}

// openPage opens a page of the step about rights and answers questions there.
func openPage(talk *Talk, view, page string, answers ...string) {
	talk.SetView(view)
	talk.Go(Rights)
	talk.OpenPage(page)
	do(talk, answers...)
}

// What the family says it does not get is listed with its amount, the way to ask, and the year before.
func TestForgottenMoneyIsListed(t *testing.T) {
	talk := newTalk(t) // 24 November 2026
	openPage(talk, FamilyView, "nu", "recht.zorgtoeslag", no, "recht.kwijtschelding", unsure)
	zorg := row(t, talk, "liggen.zorgtoeslag")
	if zorg.Fields[0].Value != "€\u00a0129 per maand" || !strings.Contains(zorg.Note, "31 december 2027") || !strings.Contains(zorg.Note, "toeslagen.nl") {
		t.Errorf("%+v", zorg)
	}
	last := row(t, talk, "liggen.vorig.zorgtoeslag") // the maximum of 2025 is 1,573
	if last.Fields[0].Value != "€\u00a01.573" || !strings.Contains(last.Note, "31 december 2026") || !last.Part {
		t.Errorf("%+v", last)
	}
	row(t, talk, "liggen.kwijtschelding")
	if paper := talk.notAskedFor(); len(paper) != 1 || paper[0].ID != "zorgtoeslag" || paper[0].Where != "Dienst Toeslagen" {
		t.Errorf("on paper: %+v", paper)
	}
	do(talk, "recht.zorgtoeslag", yes)
	if slices.ContainsFunc(card(t, talk, "liggen").Rows, func(r Row) bool { return strings.Contains(r.ID, "zorgtoeslag") }) {
		t.Error("it is still listed after a yes")
	}
}

// Answers stay in the case file, and come back with it.
func TestAnswersStayInTheFile(t *testing.T) {
	talk := newTalk(t)
	openPage(talk, FamilyView, "nu", "recht.gemeentepolis", no)
	openPage(talk, FamilyView, "kind", "recht.sport.c1", no)
	openPage(talk, FamilyView, "letop", "signaal.student", no)
	openPage(talk, FamilyView, "straks", "events.add", "")
	data := talk.encoded()
	again := newTalk(t)
	again.Read(data)
	if got := again.doc.Rights; len(got) != 2 || got[0].Right != "gemeentepolis" || got[1].Answer != budget.AnswerNo {
		t.Errorf("rights %v", got)
	}
	if again.household().SignalAnswer("student") != budget.AnswerNo || len(again.doc.Events) != 1 {
		t.Errorf("signals %v, events %v", again.household().Signals, again.doc.Events)
	}
	if faults := again.doc.Validate(); len(faults) > 0 {
		t.Error(faults)
	}
}

// The sum counts what comes as money: goods and lessons of the children stand beside it.
func TestGoodsAreNoMoney(t *testing.T) {
	talk := newTalk(t)
	openPage(talk, FamilyView, "kind", "recht.sport.c1", no)
	talk.OpenPage("nu")
	for _, r := range card(t, talk, "liggen").Rows {
		if r.ID == "liggen.totaal" {
			t.Errorf("a total of %s for sport alone", r.Fields[0].Value)
		}
	}
	if r := row(t, talk, "liggen.sport.c1"); !strings.Contains(r.Fields[0].Value, "225") || !strings.Contains(r.Note, "niet zelf") {
		t.Errorf("%+v", r)
	}
	if paper := talk.notAskedFor(); len(paper) != 1 || paper[0].PerMonth.IsKnown() || !strings.Contains(paper[0].Where, "helper") {
		t.Errorf("on paper: %+v", paper)
	}
}

func TestEveryChildIsChecked(t *testing.T) {
	talk := newTalk(t)
	for _, e := range assets.Examples() {
		talk.ChooseExample(e.ID)
		if !talk.hasChildren() {
			continue
		}
		openPage(talk, FamilyView, "kind")
		for i, c := range talk.household().Children {
			s := card(t, talk, "kind["+string(rune('0'+i))+"]")
			if !slices.ContainsFunc(s.Rows, func(r Row) bool { return strings.Contains(r.ID, "."+c.ID) }) {
				t.Errorf("%s: nothing for %s", e.ID, c.ID)
			}
		}
	}
}

// A yes on the page "Let op" makes amounts unknown everywhere, with the reason and whom to ask.
func TestARedFlagIsSaidAtOnce(t *testing.T) {
	talk := newTalk(t)
	openPage(talk, FamilyView, "letop", "signaal.co_ouderschap", yes)
	if r := row(t, talk, "letop.co_ouderschap"); r.Note == "" || r.Fields[0].Value == "" {
		t.Errorf("%+v", r)
	}
	if left := talk.Frame().Amounts[2].Value; left != talk.say("streepje") {
		t.Errorf("what is left is still %s", left)
	}
	do(talk, "signaal.co_ouderschap", no)
	if left := talk.Frame().Amounts[2].Value; left == talk.say("streepje") {
		t.Error("unknown after a no")
	}
}

// A partner who leaves: first with whom the children live, then the sum; and illness asks for the benefit.
func TestWhatIfSomebodyLeavesOrFallsIll(t *testing.T) {
	talk := newTalk(t)
	talk.ChooseExample("een-kostwinner")
	openPage(talk, FamilyView, "straks", "events.add", "", "events[0].kind", string(budget.PartnerWeg))
	row(t, talk, "events[0].nog")
	if r := row(t, talk, "events[0].kids"); r.Fields[0].Value != "" || len(r.Fields[0].Options) != 3 {
		t.Errorf("%+v", r)
	}
	do(talk, "events[0].kids", string(budget.KidsShared))
	if r := row(t, talk, "events[0].beide"); !strings.HasPrefix(r.Label, "Dit rekenen wij niet uit.") {
		t.Errorf("%+v", r)
	}
	months := theSection(t, talk, "straks.geld").Table.Rows // from January 2027 on, the third month, nobody knows
	if before, from := months[1], months[2]; before.Cells[2] != before.Cells[1] || from.Cells[2] != talk.say("streepje") || len(from.Shades) > 0 {
		t.Errorf("%+v, then %+v", before, from)
	}
	do(talk, "events[0].kids", string(budget.KidsGoAlong))
	if r := row(t, talk, "events[0].kinderbijslag"); !strings.HasSuffix(r.Note, "dan €\u00a00 per maand.") {
		t.Errorf("%q when the children go along", r.Note)
	}
	do(talk, "events[0].kind", string(budget.Ziek))
	row(t, talk, "events[0].nog")
	do(talk, "events[0].amount", "1500")
	if r := row(t, talk, "events[0].uitkering"); r.Fields[0].Value != "+€\u00a01.500" {
		t.Errorf("%+v", r)
	}
}

// Birthdays that cannot be reckoned are not hidden.
func TestBirthdaysThatAreNotKnown(t *testing.T) {
	talk := newTalk(t)
	talk.household().Year = 1990 // no figures
	if s := talk.greatBirthdays(); len(s) != 1 || s[0].Intro != talk.say("weten_niet") {
		t.Errorf("%+v", s)
	}
}

// A turn of life: the result appears when everything it needs is there, with what to arrange.
func TestWhatIf(t *testing.T) {
	talk := newTalk(t)
	openPage(talk, FamilyView, "straks", "events.add", "", "events[0].kind", string(budget.PartnerKomt))
	row(t, talk, "events[0].nog")
	do(talk, "events[0].amount", "1500")
	if r := row(t, talk, "events[0].kindgebonden_budget"); !strings.HasPrefix(r.Fields[0].Value, "−") {
		t.Errorf("kindgebonden budget %s when a partner comes", r.Fields[0].Value)
	}
	if r := row(t, talk, "events[0].doen"); !strings.Contains(r.Note, "toeslagpartner") {
		t.Errorf("%q", r.Note)
	}
	if table := card(t, talk, "straks.geld").Table; len(table.Rows) != aheadMonths || len(table.Head) != 3 {
		t.Errorf("%d months, heads %v", len(table.Rows), table.Head)
	}
	do(talk, "events[0].remove", "")
	if len(talk.doc.Events) != 0 {
		t.Error("it is still there")
	}
}

// Poverty lines are for the helper: not in the view of the family.
func TestPovertyLinesAreForTheHelper(t *testing.T) {
	talk := newTalk(t)
	talk.Go(Rights)
	for _, p := range talk.Screen().Pages {
		if p.ID == "achtergrond" || p.ID == "gemeente" {
			t.Errorf("the family sees %s", p.ID)
		}
	}
	openPage(talk, HelperView, "achtergrond")
	s := card(t, talk, "minimum") // Participatiewet: 120 percent of 1,419.46
	if cell := s.Table.Rows[2].Cells[2]; cell != "€\u00a01.703,35" {
		t.Errorf("120 percent from July is %s", cell)
	}
}

// Since when the income is low is said with the right that asks for years of it.
func TestSinceWhenStandsWithTheRight(t *testing.T) {
	talk := newTalk(t)
	talk.ChooseExample("alleenstaande-ouder")
	talk.SetView(HelperView)
	talk.Go(Who)
	set(talk, "household.lowIncomeSince.month", "5")
	set(talk, "household.lowIncomeSince.year", "2021")
	openPage(talk, HelperView, "nu")
	if note := row(t, talk, "recht.inkomenstoeslag").Note; !strings.HasSuffix(note, "Bij u is dat sinds mei 2021.") {
		t.Error(note)
	}
}
