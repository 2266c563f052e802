package vm

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/i18n/plain"
	"perspectief/plan"
)

// ourPlan opens a page of the plan of the first example family.
func ourPlan(t *testing.T, page string) *Talk {
	t.Helper()
	talk := newTalk(t)
	talk.SetView(HelperView)
	talk.Go(OurPlan)
	talk.OpenPage(page)
	talk.Screen()
	return talk
}

// do answers questions one after the other, as the window does.
func do(talk *Talk, answers ...string) {
	for i := 0; i < len(answers); i += 2 {
		talk.Screen()
		talk.Set(answers[i], answers[i+1])
	}
	talk.Screen()
}

func section(t *testing.T, talk *Talk, id string) (Section, bool) {
	t.Helper()
	all := talk.Screen().all()
	i := slices.IndexFunc(all, func(s Section) bool { return s.ID == id })
	if i < 0 {
		return Section{}, false
	}
	return all[i], true
}

func sentences(talk *Talk) string {
	var all []string
	for _, s := range talk.doc.Plan.Steps {
		all = append(all, s.Sentence(talk.Easy))
	}
	return strings.Join(all, "\n")
}

func TestLookingAtAPlanWritesNothing(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	talk.SetView(HelperView)
	talk.Go(OurPlan)
	for _, page := range []string{"plan", "plekken", "papier"} {
		talk.OpenPage(page)
		talk.Screen()
	}
	if talk.Dirty() || talk.doc.Plan != nil {
		t.Error("a plan that nobody wrote in has to be saved")
	}
	do(talk, "plan.print.largePrint", yes)
	if !talk.Dirty() || !talk.doc.Plan.Print.LargePrint {
		t.Error("the choice of large letters is not kept")
	}
}

func TestWhatGoesWellWishesAndHelpers(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	talk.Go(OurPlan)
	do(talk, "plan.goesWell[2]", "Wij koken samen.", "plan.goesWell[0]", "Wij slapen goed.")
	if got := talk.doc.Plan.GoesWell; !slices.Equal(got, []string{"Wij slapen goed.", "", "Wij koken samen."}) {
		t.Errorf("goes well: %q", got)
	}
	do(talk, "plan.goesWell[2]", "")
	if got := talk.doc.Plan.GoesWell; !slices.Equal(got, []string{"Wij slapen goed."}) {
		t.Errorf("goes well: %q", got)
	}
	do(talk, "plan.wishes[0].text", "Een huis", "plan.wishes.add", "", "plan.wishes[1].text", "Zwemles", "plan.wishes.add", "", "plan.wishes[2].text", "Rust")
	if s, _ := section(t, talk, "plan.wens"); len(s.Actions) != 0 || len(s.Rows) != 3 {
		t.Errorf("%d wishes and %d ways to add one", len(s.Rows), len(s.Actions))
	}
	do(talk, "plan.wishes[1].remove", "")
	if got := talk.doc.Plan.Wishes; len(got) != 2 || got[1].Text != "Rust" {
		t.Errorf("wishes: %v", got)
	}
	do(talk, "plan.helpers[0].firstName", "Sara", "plan.helpers[0].phone", "straks")
	if note := row(t, talk, "plan.helpers[0]").Note; note == "" {
		t.Error("a telephone without a number is fine")
	}
	do(talk, "plan.helpers[0].phone", "030 123 45 67", "plan.helpers.add", "", "plan.helpers.add", "", "plan.helpers.add", "")
	if s, _ := section(t, talk, "plan.helper"); len(s.Rows) != 5 || len(s.Actions) != 0 || s.Rows[0].Note != "" {
		t.Errorf("%d rows (four helpers and the municipality), %d ways to add one, note %q", len(s.Rows), len(s.Actions), s.Rows[0].Note)
	}
	do(talk, "plan.helpers[3].remove", "")
	if n := len(talk.doc.Plan.Helpers); n != 3 {
		t.Errorf("%d helpers", n)
	}
}

func TestStepsAreSentencesThatCanChangePlaces(t *testing.T) {
	talk := ourPlan(t, "plan")
	if s, _ := section(t, talk, "plan.stap"); len(s.Rows) != 3 || !s.Rows[0].Strong || s.Rows[0].Note != "" {
		t.Fatalf("three whole steps show %d rows", len(s.Rows))
	}
	do(talk, "plan.steps[2].up", "", "plan.steps[1].up", "")
	want := "Marijke kijkt dinsdag 8 december 2026 samen met Naima naar de brieven.\n" +
		"Naima vraagt dinsdag 1 december 2026 op het werk om meer uren.\nNaima belt vrijdag 4 december 2026 Joris over geld voor voetbal."
	if got := sentences(talk); got != want {
		t.Errorf("after two moves:\n%s", got)
	}
	if p := talk.doc.Plan; !p.Steps[0].First || p.Steps[1].First {
		t.Error("the first of the steps is not the first step")
	}
	do(talk, "plan.steps[0].remove", "")
	if p := talk.doc.Plan; len(p.Steps) != 2 || !p.Steps[0].First {
		t.Errorf("after taking the first away: %+v", p.Steps)
	}
	do(talk, "plan.steps[1].edit", "", "plan.steps[1].who", "Ilyas", "plan.steps[1].day", "morgen", "plan.steps[1].what", "de club", "plan.steps[1].place", "buurt",
		"plan.steps[1].celebration", "eten wij taart")
	if got := talk.doc.Plan.Steps[1]; got.Sentence(talk.Easy) != "Ilyas belt woensdag 25 november 2026 de club." || got.Celebration != "eten wij taart" {
		t.Errorf("changed into %+v", got)
	}
	if r := row(t, talk, "plan.steps[1].day"); r.Note != "woensdag 25 november 2026" || r.Fields[0].Value != "morgen" {
		t.Errorf("the day shows %q under %q", r.Note, r.Fields[0].Value)
	}
	do(talk, "plan.steps[1].done", "")
	if s, _ := section(t, talk, "plan.stap"); len(s.Rows) != 2 {
		t.Error("a step that is done still asks")
	}
}

// The first step marked in the file comes first, wherever it stands.
func TestTheFirstStepOfTheFileComesFirst(t *testing.T) {
	talk := ourPlan(t, "plan")
	steps := talk.doc.Plan.Steps
	steps[0].First, steps[2].First = false, true
	if s, _ := section(t, talk, "plan.stap"); !strings.HasPrefix(s.Rows[0].Label, "1. Marijke") || s.Rows[0].ID != "plan.steps[2]" {
		t.Errorf("first comes %q", s.Rows[0].Label)
	}
}

func TestAStepSaysQuietlyWhatItMisses(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	talk.Go(OurPlan)
	for _, c := range []struct{ id, text, lack string }{
		{"what", "het wijkteam", "werkwoord"}, {"verb", "belt", "wie"}, {"who", "Naima", "dag"}, {"day", "elke vrijdag", ""},
		{"what", "het wijkteam over de huur en de brief en het geld voor school", "lang"},
	} {
		do(talk, "plan.steps[0]."+c.id, c.text)
		want := ""
		if c.lack != "" {
			want = talk.say("plan.mist." + c.lack)
		}
		if got := row(t, talk, "plan.steps[0]").Note; got != want {
			t.Errorf("after %s: %q, want %q", c.id, got, want)
		}
	}
	if strings.Contains(strings.ToLower(talk.say("plan.mist.lang")), "smart") {
		t.Error("the family sees a word of the trade")
	}
}

func TestAnIdeaIsTakenOverAndThenTheFamilysOwn(t *testing.T) {
	talk := newTalk(t)
	talk.Go(Rights)
	do(talk, "recht.zorgtoeslag", no)
	talk.Go(OurPlan)
	do(talk, "plan.steps[2].remove", "")
	turn := talk.Screen().Turn
	do(talk, "plan.idee.recht.zorgtoeslag", "")
	got := talk.doc.Plan.Steps[2]
	if got.Sentence(talk.Easy) != "Naima vraagt zorgtoeslag aan." || got.Place != plan.Home || got.First {
		t.Fatalf("took over %+v", got)
	}
	if s := talk.Screen(); s.Turn == turn || s.Focus != "plan.steps[2].day" {
		t.Errorf("goes to %q", s.Focus)
	}
	do(talk, "plan.steps[2].verb", "belt", "plan.steps[2].what", "de helper over zorgtoeslag")
	if got := talk.doc.Plan.Steps[2]; got.What != "de helper over zorgtoeslag" {
		t.Errorf("the words of the family are %q", got.What)
	}
	if _, shown := section(t, talk, "plan.idee"); shown {
		t.Error("there are ideas beside three steps")
	}
	do(talk, "plan.steps[1].remove", "")
	s, shown := section(t, talk, "plan.idee")
	if !shown || len(s.Rows) > shownIdeas || slices.ContainsFunc(s.Rows, func(r Row) bool { return r.ID == "plan.idee.recht.zorgtoeslag" }) {
		t.Errorf("ideas: %+v", s.Rows)
	}
}

func TestAnIdeaTakesThePlaceOfAnEmptyStep(t *testing.T) {
	talk := newTalk(t)
	talk.Go(OurPlan)
	do(talk, "plan.steps[2].remove", "", "plan.steps.add", "", "plan.idee.meer_uren", "")
	if n := len(talk.doc.Plan.Steps); n != 3 || talk.doc.Plan.Steps[2].Idea != "meer_uren" {
		t.Errorf("%d steps: %+v", n, talk.doc.Plan.Steps)
	}
}

func TestFindings(t *testing.T) {
	talk := newTalk(t)
	months := 2
	for _, c := range []struct {
		name   string
		change func()
		holds  func(f plan.Findings) bool
	}{
		{"as it is", func() {}, func(f plan.Findings) bool {
			return f.Helper == "Marijke" && f.MorePays && f.HasJob && f.Worker == 0 && f.AtSchool && !f.Urgent && !f.Arrears && !f.Short && !f.Seizure &&
				len(f.WithoutFun) == 0 && len(f.Almost18) == 0 && f.Report == "" && len(f.Unclaimed) == 0
		}},
		{"behind with a shop", func() { talk.doc.Debts = []budget.Debt{{Kind: "webwinkel", ArrearsMonths: &months}} },
			func(f plan.Findings) bool { return !f.Urgent && f.Arrears }},
		{"behind with the rent, arranged", func() {
			talk.doc.Debts = []budget.Debt{{Kind: "verhuurder", ArrearsMonths: &months, ArrangementPerMonth: budget.Known(decimal.NewFromInt(50)), Seizure: true}}
		}, func(f plan.Findings) bool { return f.Urgent && !f.Arrears && f.Seizure }},
		{"no club", func() {
			talk.doc.Budget.Lines = slices.DeleteFunc(talk.doc.Budget.Lines, func(l budget.OwnLine) bool { return l.Key == "contributies" })
		}, func(f plan.Findings) bool { return slices.Equal(f.WithoutFun, []string{"Ilyas", "Amal"}) }},
		{"nearly of age", func() { talk.doc.Household.Children[0].Born = budget.YearMonth{Year: 2009, Month: 3} },
			func(f plan.Findings) bool { return slices.Equal(f.Almost18, []string{"Ilyas"}) && f.AdultAge == 18 }},
		{"new hours from a day", func() { talk.doc.Scenarios[0].From = "2027-01-01" },
			func(f plan.Findings) bool { return f.Report == "2026-12-31" && f.ToOffice == "gemeente" }},
		{"new hours that have begun", func() { talk.doc.Scenarios[0].From = "2026-11-01" }, func(f plan.Findings) bool { return f.Report == "" }},
		{"works nearly all week", func() { talk.doc.Household.Adults[0].Jobs[0].HoursPerWeek = budget.Known(decimal.NewFromInt(36)) },
			func(f plan.Findings) bool { return !f.MorePays }},
		{"high rent", func() { talk.doc.Household.Housing.RentPerMonth = budget.Known(decimal.NewFromInt(1900)) }, func(f plan.Findings) bool { return f.Short }},
		{"not filled in", func() { talk.doc.Household.Adults[0].Born = budget.YearMonth{} }, func(f plan.Findings) bool { return !f.Short && !f.MorePays }},
	} {
		talk.ChooseExample("alleenstaande-ouder")
		c.change()
		talk.compute()
		if f := talk.findings(); !c.holds(f) {
			t.Errorf("%s: %+v", c.name, f)
		}
	}
}

func TestHowItWentIsAskedAtTheNextTalk(t *testing.T) {
	talk := ourPlan(t, "plan")
	if _, asked := section(t, talk, "plan.hoe"); asked {
		t.Fatal("it is asked before the day")
	}
	do(talk, "plan.vraag", "")
	if _, asked := section(t, talk, "plan.hoe"); !asked {
		t.Fatal("it is not asked when the helper wants to")
	}
	do(talk, "plan.hoe.dicht", "")
	if _, asked := section(t, talk, "plan.hoe"); asked {
		t.Fatal("it is asked when the helper does not want to")
	}

	talk = ourPlan(t, "plan")
	talk.Today = time.Date(2027, 1, 19, 10, 0, 0, 0, time.UTC) // the next date of the example
	if row(t, talk, "plan.nextDate").Hint == "" {
		t.Error("a day that has come asks for no new one")
	}
	do(talk, "plan.steps[0].status", string(plan.Done), "plan.steps[1].status", string(plan.NotYet), "plan.steps[1].remark", "Joris was ziek.",
		"plan.steps[2].status", string(plan.Different))
	first := talk.doc.Plan.Steps[0]
	if first.Status != plan.Done || first.AskedOn != "2027-01-19" || talk.doc.Plan.Steps[1].Remark != "Joris was ziek." {
		t.Errorf("kept %+v", talk.doc.Plan.Steps)
	}
	if praise := row(t, talk, "plan.steps[0].status").Note; !strings.Contains(praise, "drink ik thee met mijn zus") {
		t.Errorf("the praise is %q", praise)
	}
	for _, i := range []string{"1", "2"} {
		if row(t, talk, "plan.steps["+i+"].status").Note == "" {
			t.Error("no kind word for a step that went otherwise")
		}
	}
	do(talk, "plan.hoe.verder", "")
	p := talk.doc.Plan
	if len(p.Steps) != 1 || p.Steps[0].Status != plan.NotYet || !p.Steps[0].First || len(p.Earlier) != 2 || p.Earlier[0].Status != plan.Done {
		t.Errorf("steps %+v, earlier %+v", p.Steps, p.Earlier)
	}
	data := talk.encoded()
	talk.New()
	talk.Read(data)
	if got := talk.doc.Plan.Earlier; len(got) != 2 || got[0].AskedOn != "2027-01-19" {
		t.Errorf("the file keeps %+v", got)
	}
	talk.Go(OurPlan)
	if got := row(t, talk, "plan.steps[0].status").Fields[0].Value; got != string(plan.NotYet) {
		t.Errorf("today's answer is shown as %q", got)
	}
	talk.Today = talk.Today.AddDate(0, 1, 0)
	if got := row(t, talk, "plan.steps[0].status").Fields[0].Value; got != "" {
		t.Errorf("the answer of a month ago is shown as %q", got)
	}
	do(talk, "plan.nextDate", "2-3-2027")
	if _, asked := section(t, talk, "plan.hoe"); asked {
		t.Error("with a new day it is still asked")
	}
}

func TestWishesAndStepsStandAtTheirPlace(t *testing.T) {
	talk := ourPlan(t, "plekken")
	ids := func(place string) (rows string) {
		s, _ := section(t, talk, "plan.plek."+place)
		for _, r := range s.Rows {
			rows += r.ID + " "
		}
		return rows
	}
	if got := ids("buurt"); got != "plan.wishes[2] plan.steps[1] " {
		t.Errorf("buurt holds %s", got)
	}
	do(talk, "plan.wishes[2].place", "school", "plan.steps[1].place", "werk")
	if ids("buurt") != "" || ids("school") != "plan.wishes[2] " || ids("werk") != "plan.wishes[0] plan.steps[0] plan.steps[1] " {
		t.Errorf("after moving: buurt %s, school %s, werk %s", ids("buurt"), ids("school"), ids("werk"))
	}
	talk.doc.Plan.Wishes[0].Place = ""
	if s, _ := section(t, talk, "plan.plek.geen"); len(s.Rows) != 1 || s.Rows[0].Label != "Ik wil een vaste baan met meer uren." {
		t.Errorf("without a place: %+v", s.Rows)
	}
	do(talk, "plan.wishes[0].place", "thuis", "plan.wishes[1].remove", "", "plan.plek.werk.wens", "", "plan.wishes[2].text", "Een vak leren")
	if w := talk.doc.Plan.Wishes[2]; w.Place != plan.Work || w.Text != "Een vak leren" || talk.Screen().Focus != "plan.wishes[2].text" {
		t.Errorf("a wish at work is %+v", w)
	}
	do(talk, "plan.steps[2].edit", "")
	if s := talk.Screen(); s.Page != "plan" || s.Focus != "plan.steps[2].who" {
		t.Errorf("a step is changed on page %s at %s", s.Page, s.Focus)
	}
	talk.OpenPage("plekken")
	talk.doc.Plan.Steps = nil
	s, _ := section(t, talk, "plan.plek.werk")
	if !slices.ContainsFunc(s.Rows, func(r Row) bool { return r.ID == "plan.idee.meer_uren" }) {
		t.Errorf("no idea for work: %+v", s.Rows)
	}
	do(talk, "plan.plek.school.stap", "")
	if st := talk.doc.Plan.Steps; len(st) != 1 || st[0].Place != plan.School || !st[0].First {
		t.Errorf("a step at school is %+v", st)
	}
}

// printed answers the questions before a paper is made, and reads it.
func printed(t *testing.T, talk *Talk, d *desk) string {
	t.Helper()
	press(t, talk, "ja", "opslaan")
	if len(d.shown) == 0 {
		t.Fatal("no paper was made")
	}
	data, err := os.ReadFile(d.shown[len(d.shown)-1])
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestAChildDecidesAboutItsOwnPage(t *testing.T) {
	talk := ourPlan(t, "kinderen")
	do(talk, "plan.kind", "c2", "plan.children[c2].iWorry", "wij hebben 20 euro te weinig", "plan.children[c2].paper", string(plan.PaperForSelf))
	if row(t, talk, "plan.children[c2].iWorry").Note == "" {
		t.Error("an amount on the page of a child is fine")
	}
	if s, _ := section(t, talk, "plan.kind.mag"); len(s.Actions) != 1 || s.Rows[0].Note != talk.say("plan.kind.mag.noot.alleen-voor-mij") {
		t.Errorf("only for the child: %+v", s)
	}
	path := t.TempDir() + "/gezin.json"
	if err := store.WriteOver(path, talk.stamped()); err != nil {
		t.Fatal(err)
	}
	talk.Screen()
	d := &desk{folder: t.TempDir()}
	talk.UseWindow(d)
	talk.Set("plan.kind.maken.1", "")
	if data := printed(t, talk, d); !strings.HasPrefix(data, "%PDF-") {
		t.Errorf("no page: %s", talk.Frame().Notice)
	}
	do(talk, "plan.children[c2].paper", string(plan.PaperNo))
	if s, _ := section(t, talk, "plan.kind.mag"); len(s.Actions) != 0 {
		t.Error("a page can be made of a child that said no")
	}
	if _, shown := section(t, talk, "plan.kind.veilig"); !shown {
		t.Error("the helper reads nothing about safety")
	}
	talk.SetView(FamilyView)
	if _, shown := section(t, talk, "plan.kind.veilig"); shown {
		t.Error("the family reads what is for the helper")
	}
	if _, shown := section(t, talk, "plan.kind.bijna"); shown {
		t.Error("a child of 7 is nearly of age")
	}
	talk.doc.Household.Children[1].Born = budget.YearMonth{Year: 2010, Month: 6}
	if _, shown := section(t, talk, "plan.kind.bijna"); !shown {
		t.Error("a child of 16 reads nothing about coming of age")
	}
}

func TestThePageOfAChildBeginsWithItsFirstWord(t *testing.T) {
	talk := ourPlan(t, "kinderen")
	talk.doc.Plan.Children = nil
	do(talk, "plan.children[c1].iLike", "voetbal")
	want := plan.ChildPage{Child: "c1", Name: "Ilyas", ILike: "voetbal"}
	if got := talk.doc.Plan.Children; len(got) != 1 || got[0] != want {
		t.Errorf("%+v", got)
	}
}

// When only the first page is printed, nobody is asked what comes on the other ones; the answers stay.
func TestTheFirstPageAloneAsksNothingAboutTheOthers(t *testing.T) {
	talk := ourPlan(t, "papier")
	asks := func() bool {
		left, _ := talk.paperForm()
		return slices.ContainsFunc(left[0].Rows, func(r Row) bool { return r.ID == "plan.print.hours" })
	}
	if do(talk, "plan.print.onlyFirst", yes); asks() || !talk.doc.Plan.Print.OnlyFirst {
		t.Error("asks about more hours, which are not printed")
	}
	if do(talk, "plan.print.onlyFirst", no); !asks() {
		t.Error("more hours are printed again and not asked about")
	}
}

func TestTheFamilyChoosesWhatGoesOnPaper(t *testing.T) {
	talk := ourPlan(t, "papier")
	talk.doc.Scenarios = append(talk.doc.Scenarios, plan.Scenario{ID: "s3"})
	print := &talk.doc.Plan.Print
	for _, c := range []struct {
		id, answer string
		holds      func() bool
	}{
		{"plan.print.scenarios[2]", yes, func() bool { return slices.Equal(print.Scenarios, []string{"s2", "s3"}) }}, // s1 makes room
		{"plan.print.scenarios[1]", no, func() bool { return slices.Equal(print.Scenarios, []string{"s3"}) }},
		{"plan.print.scenarios[2]", no, func() bool { return print.WithoutHours && len(print.Scenarios) == 0 }},
		{"plan.print.hours", yes, func() bool { return !print.WithoutHours }},
		{"plan.print.names", no, func() bool { return print.NoNames }},
		{"plan.print.debts", no, func() bool { return !print.Debts }},
		{"plan.print.largePrint", yes, func() bool { return print.LargePrint }},
		{"plan.print.language", "tr", func() bool { return print.Language == "tr" }},
	} {
		do(talk, c.id, c.answer)
		if !c.holds() {
			t.Errorf("after %s %s: %+v", c.id, c.answer, *print)
		}
	}
	if row(t, talk, "plan.print.language").Note == "" {
		t.Error("nobody says that the translation was not read by anybody")
	}
	if data, ok := talk.PaperData(Paper{Kind: TextPaper}); !ok || !strings.Contains(string(data), "Planım") {
		t.Errorf("no Turkish on paper: %.200s", data)
	}
	do(talk, "plan.print.language", i18n.Dutch)
	if print.Language != "" || row(t, talk, "plan.print.language").Note != "" {
		t.Error("Dutch alone is no language beside Dutch")
	}
	if got := row(t, talk, "plan.print.scenarios[0]").Fields[0].Value; got != yes {
		t.Error("without a choice the first example is not printed")
	}
	talk.Go(Rights)
	do(talk, "recht.zorgtoeslag", no)
	talk.Go(OurPlan)
	do(talk, "plan.print.rights.zorgtoeslag", no)
	if !slices.Equal(print.WithoutRights, []string{"zorgtoeslag"}) {
		t.Errorf("off the paper: %v", print.WithoutRights)
	}
	do(talk, "plan.print.rights.zorgtoeslag", yes)
	if len(print.WithoutRights) != 0 {
		t.Errorf("off the paper: %v", print.WithoutRights)
	}
	do(talk, "plan.papier.kind[1]", "")
	if s := talk.Screen(); s.Page != "kinderen" || s.Focus != "plan.children[c2].paper" {
		t.Errorf("goes to %s on %s", s.Focus, s.Page)
	}
}

func TestTheWholePlanIsMeasured(t *testing.T) {
	talk := ourPlan(t, "papier")
	s, shown := section(t, talk, "plan.papier.leesbaar")
	if !shown || s.Intro != talk.say("plan.papier.leesbaar.goed") || len(s.Rows) != 3 {
		t.Fatalf("a plan in easy words: %+v", s)
	}
	talk.OpenPage("plan")
	do(talk, "plan.goesWell[0]", "Men communiceert met elkaar omtrent het budget.")
	talk.OpenPage("papier")
	if s, _ = section(t, talk, "plan.papier.leesbaar"); len(s.Rows) < 4 || s.Rows[3].Label != "Men communiceert met elkaar omtrent het budget." || s.Rows[3].Note == "" {
		t.Errorf("hard words: %+v", s.Rows)
	}
	talk.doc.Household.Adults[0].Born = budget.YearMonth{}
	talk.compute()
	if _, shown := section(t, talk, "plan.papier.leesbaar"); shown {
		t.Error("a plan that cannot be made is measured")
	}
}

// Each missing thing leads to a field that is there.
func TestTheWayToWhatIsMissing(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	talk.SetView(HelperView)
	talk.Go(OurPlan)
	missing := talk.plan().Missing()
	if len(missing) == 0 {
		t.Fatal("nothing is missing in an empty plan")
	}
	for _, id := range missing {
		talk.OpenPage("papier")
		do(talk, "naar."+strings.TrimPrefix(id, "plan.mist."), "")
		s := talk.Screen()
		if s.Page != "plan" || !slices.Contains(FieldIDs(s.all()), s.Focus) {
			t.Errorf("%s leads to %q on %s", id, s.Focus, s.Page)
		}
	}
	talk = ourPlan(t, "papier")
	if s, _ := section(t, talk, "plan.papier.mist"); len(s.Rows) != 0 {
		t.Errorf("a whole plan misses %+v", s.Rows)
	}
}

func TestEveryPaperCanBeMade(t *testing.T) {
	talk := ourPlan(t, "papier")
	d := &desk{folder: t.TempDir()}
	talk.UseWindow(d)
	for _, c := range []struct {
		kind        PaperKind
		name, begin string
	}{
		{PlanPaper, "plan-2026-11-24.pdf", "%PDF-"}, {TextPaper, "plan-2026-11-24.txt", "Mijn plan"},
		{WebPaper, "plan-2026-11-24.html", "<!DOCTYPE html>"}, {CalendarPaper, "plan-2026-11-24.ics", "BEGIN:VCALENDAR"},
		{HelperPaper, "blad-2026-11-24.pdf", "%PDF-"},
	} {
		do(talk, "papier."+string(c.kind), "")
		data := printed(t, talk, d)
		name := filepath.Base(d.shown[len(d.shown)-1])
		if !strings.HasPrefix(strings.ToUpper(strings.TrimSpace(data)), strings.ToUpper(c.begin)) || name != c.name {
			t.Errorf("%s is %s and begins with %.40q", c.kind, name, data)
		}
	}
	small, _ := talk.PaperData(Paper{Kind: PlanPaper})
	talk.doc.Plan.Print.LargePrint = true
	if large, _ := talk.PaperData(Paper{Kind: PlanPaper}); len(large) == len(small) {
		t.Error("large print is as small as the other")
	}
}

func TestHintsAboutWordsAreKindAndHaveAProposal(t *testing.T) {
	talk := newTalk(t)
	for _, c := range []struct{ text, holds string }{
		{"", ""}, {"Wij eten elke dag samen.", ""}, {"Ik bel het wijkteam over zorgtoeslag.", ""}, {"Marijke belt Konstantinopel.", ""},
		{"Als het met de brief deze week niet lukt, bel ik Marijke.", "Probeer: Lukt het met de brief deze week niet? Dan bel ik Marijke."},
		{"Wij beginnen met een uitgavenoverzicht.", "lang"}, {"Het salaris komt op tijd.", "Probeer: loon"}, {"Ik krijg 12,50 euro.", "Probeer: ongeveer 13 euro"},
	} {
		got := talk.easierHint(c.text)
		if c.holds == "" && got != "" || !strings.Contains(got, c.holds) {
			t.Errorf("%q: %q, want %q", c.text, got, c.holds)
		}
	}
	if got := talk.easierHint("een twee drie vier vijf zes zeven acht negen tien elf twaalf", plain.KeyLongSentence); got != "" {
		t.Errorf("a length that was not asked about: %q", got)
	}
}

// What the family sees on its pages of the plan is as easy as what it takes home.
func TestThePlanInTheWindowIsEasyForTheFamily(t *testing.T) {
	words, err := i18n.Load(i18n.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	args := i18n.Args{"nummer": 2, "zin": "Naima belt morgen het wijkteam.", "feest": "eten wij taart", "naam": "Naima", "leeftijd": 18, "fout": "", "plaats": "map", "letter": "ж"}
	forHelper := []string{"scherm.plan.papier", "scherm.plan.plek", "scherm.plan.kind.veilig"}
	for _, id := range words.IDs() {
		if !strings.HasPrefix(id, "scherm.plan.") || slices.ContainsFunc(forHelper, func(p string) bool { return strings.HasPrefix(id, p) }) {
			continue
		}
		text := words.T(id, args)
		for _, f := range plain.Check(text, plain.A2, plain.Options{Allowed: plain.AllowedWords()}).Findings {
			if f.Severity == plain.Fail {
				t.Errorf("%s: %s %v: %s", id, f.Key, f.Args, text)
			}
		}
	}
}

func TestALetterThatCannotBePrintedIsNamed(t *testing.T) {
	talk := ourPlan(t, "plan")
	do(talk, "plan.goesWell[0]", "Wij leren 漢字 lezen.")
	if _, ok := talk.PaperData(Paper{Kind: PlanPaper}); ok || !strings.Contains(talk.Frame().Notice, "漢") {
		t.Errorf("notice %q", talk.Frame().Notice)
	}
}

// Whatever people type, in whatever field, the screens show it and the papers are made or refused.
func FuzzWordsInThePlan(f *testing.F) {
	for _, text := range []string{"", "Wij slapen goed.", "\xff", "é\u0301 😀 👨‍👩‍👧", "مرحبا بكم", "Als u werkt, krijgt u loon.", "123456782", "<b>&amp;", strings.Repeat("lang ", 300),
		"19-1-2027", "di", "12,50 euro", "\n\r\t", "BEGIN:VEVENT", "\u202e"} {
		f.Add(text)
	}
	talk := newTalk(&testing.T{})
	f.Fuzz(func(t *testing.T, text string) {
		talk.ChooseExample("alleenstaande-ouder")
		talk.SetView(HelperView)
		talk.Go(OurPlan)
		for _, page := range []string{"plan", "plekken", "kinderen"} {
			talk.OpenPage(page)
			for _, s := range talk.Screen().all() {
				for _, r := range s.Rows {
					for _, field := range r.Fields {
						if field.Kind == TextField || field.Kind == NoteField {
							talk.Screen()
							talk.Set(field.ID, text)
						}
					}
				}
			}
			talk.Screen()
		}
		for _, kind := range []PaperKind{WebPaper, PlanPaper} {
			if _, ok := talk.PaperData(Paper{Kind: kind}); !ok && talk.Frame().Notice == "" {
				t.Errorf("%s is refused without a word for %q", kind, text)
			}
		}
	})
}

func BenchmarkKeystrokeInThePlan(b *testing.B) {
	t := &testing.T{}
	talk := ourPlan(t, "plan")
	talk.Subscribe(func() { talk.Screen() })
	for i := range b.N {
		talk.Set("plan.goesWell[0]", []string{"Wij eten samen.", "Wij eten samen"}[i%2])
	}
}

func TestAListIsChangedByOne(t *testing.T) {
	for _, c := range []struct {
		chosen []string
		id     string
		in     bool
		room   int
		want   []string
	}{
		{nil, "a", true, 2, []string{"a"}}, {[]string{"a"}, "b", true, 2, []string{"a", "b"}}, {[]string{"a", "b"}, "c", true, 2, []string{"b", "c"}},
		{[]string{"a", "b"}, "a", true, 2, []string{"b", "a"}}, {[]string{"a", "b"}, "a", false, 2, []string{"b"}}, {[]string{"a"}, "b", false, 2, []string{"a"}},
	} {
		if got := withOne(c.chosen, c.id, c.in, c.room); !slices.Equal(got, c.want) {
			t.Errorf("%v with %s %v: %v, want %v", c.chosen, c.id, c.in, got, c.want)
		}
	}
}
