package vm

import (
	"encoding/json"
	"maps"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
	"perspectief/i18n/plain"
)

var now = func(work func()) { work() }

func newTalk(t *testing.T) *Talk {
	t.Helper()
	book, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	words, err := i18n.Load(i18n.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	easy, err := i18n.Load(i18n.SimpleDutch)
	if err != nil {
		t.Fatal(err)
	}
	talk := NewTalk(Deps{Engine: budget.NewEngine(book), Words: words, Easy: easy, Run: now, Start: now,
		Today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)})
	talk.ChooseExample(assets.Examples()[0].ID)
	return talk
}

// row finds a row of the open screen.
func row(t *testing.T, talk *Talk, id string) Row {
	t.Helper()
	for _, s := range talk.Screen().all() {
		for _, r := range s.Rows {
			if r.ID == id {
				return r
			}
		}
	}
	t.Fatalf("no row %s on step %d", id, talk.Step()+1)
	return Row{}
}

func TestEveryWordOfEveryScreenIsInTheCatalogue(t *testing.T) {
	talk := newTalk(t)
	check := func(what string, v any) {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if i := strings.Index(string(data), "⟦"); i >= 0 {
			t.Errorf("%s: %s", what, string(data)[i:min(len(data), i+60)])
		}
	}
	check("window", talk.WindowWords())
	families := append([]assets.Example{{ID: ""}}, assets.Examples()...)
	for _, e := range families {
		talk.ChooseExample(e.ID)
		if e.ID == "" {
			talk.New()
			for _, add := range []string{"household.adults.add", "household.children.add", "household.otherResidents.add"} {
				talk.Screen()
				talk.Set(add, "")
			}
			talk.Screen()
			talk.Set("household.bijstand.claims", yes)
		}
		for s := range NumSteps {
			talk.Go(s)
			check(e.ID+" "+stepNames[s], talk.Screen())
			check(e.ID+" frame", talk.Frame())
		}
		check(e.ID+" hours", talk.HoursState())
	}
}

// Every sentence of the window passes the gates of B1. The arguments stand for what the window fills in.
func TestTheWordsOfTheWindowAreEasy(t *testing.T) {
	words, err := i18n.Load(i18n.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	args := i18n.Args{"bedrag": "120 euro", "naam": "Naima", "jaar": "2026", "stap": "Ons plan", "plaats": "map", "fout": "", "nummer": 2,
		"uren": "20", "getal": 100, "van": "19", "weer": "27", "onderdeel": "de huurtoeslag", "soort": "gemiddelde", "hoogste": 60, "leeftijd": 18,
		"zin": "Naima belt morgen het wijkteam.", "feest": "samen thee drinken",
		"tijd": "14.32", "dag": "dinsdag 24 november 2026", "tot": "woensdag 24 november 2027", "regel": 3, "letter": "ж", "titel": "Wet op de zorgtoeslag", "datum": "21-11-2026"}
	maps.Copy(args, wordsOfHours)
	maps.Copy(args, wordsOfBudget)
	maps.Copy(args, wordsOfRights)
	for _, id := range words.IDs() {
		if !strings.HasPrefix(id, "scherm.") {
			continue
		}
		sentence := words.N(id, 2, args)
		if strings.Contains(sentence, "⟦") {
			t.Errorf("%s has an argument that this test does not know", id)
		}
		for _, f := range plain.Check(sentence, plain.B1, plain.Options{Allowed: plain.AllowedWords()}).Findings {
			if f.Severity == plain.Fail {
				t.Errorf("%s: %s %v: %s", id, f.Key, f.Args, sentence)
			}
		}
	}
}

func TestTheThreeAmountsAddUp(t *testing.T) {
	talk := newTalk(t)
	for _, e := range assets.Examples() {
		talk.ChooseExample(e.ID)
		a := talk.Frame().Amounts
		in, out, left := i18n.ParseEuro(a[0].Value), i18n.ParseEuro(a[1].Value), i18n.ParseEuro(a[2].Value)
		if !in.Known || !out.Known || !left.Known {
			t.Fatalf("%s: %v", e.ID, a)
		}
		if sum := in.Value.Sub(out.Value).Abs(); !sum.Equal(left.Value) {
			t.Errorf("%s: %s less %s is shown as %s", e.ID, a[0].Value, a[1].Value, a[2].Value)
		}
	}
}

func TestTheIncomeTableAddsUpToTheAmountAbove(t *testing.T) {
	talk := newTalk(t)
	for _, e := range assets.Examples() {
		talk.ChooseExample(e.ID)
		talk.Go(In)
		sum := decimal.Zero
		for _, r := range talk.incomeTable().Rows {
			v := i18n.ParseSignedEuro(r.Fields[0].Value)
			if !r.Strong && v.Known {
				sum = sum.Add(v.Value)
			}
		}
		if got := i18n.WholeEuro(sum); got != talk.Frame().Amounts[0].Value {
			t.Errorf("%s: parts add up to %s, above stands %s", e.ID, got, talk.Frame().Amounts[0].Value)
		}
	}
}

func TestUnknownIsNeverZero(t *testing.T) {
	talk := newTalk(t)
	talk.Screen()
	talk.Set("household.housing.rentPerMonth", "")
	a := talk.Frame().Amounts
	if a[0].Value != talk.say("streepje") || a[2].Value != talk.say("streepje") {
		t.Errorf("without the rent the amounts are %q and %q", a[0].Value, a[2].Value)
	}
	talk.Go(In)
	r := row(t, talk, "binnen.huurtoeslag")
	if r.Fields[0].Value != talk.say("onbekend") || r.Note == "" {
		t.Errorf("huurtoeslag is %q with note %q", r.Fields[0].Value, r.Note)
	}
}

func TestTextThatIsNoAmountStaysInItsField(t *testing.T) {
	talk := newTalk(t)
	talk.Screen()
	const id = "household.housing.rentPerMonth"
	for _, c := range []struct {
		typed, shown string
		hint         bool
	}{
		{"12-5", "12-5", true}, {"1,234", "1,234", true}, {"700", "700", false}, {"1.234,5", "1.234,50", false}, {"", "", false},
	} {
		talk.Set(id, c.typed)
		r := row(t, talk, id)
		if r.Fields[0].Value != c.shown || (r.Hint != "") != c.hint {
			t.Errorf("%q is shown as %q with hint %q", c.typed, r.Fields[0].Value, r.Hint)
		}
	}
}

func TestAFaultStandsAtItsField(t *testing.T) {
	talk := newTalk(t)
	talk.Go(In)
	talk.Screen()
	talk.Set("household.adults[0].jobs[0].hoursPerWeek", "200")
	if r := row(t, talk, "household.adults[0].jobs[0].hoursPerWeek"); !strings.Contains(r.Hint, "200") {
		t.Errorf("hint %q", r.Hint)
	}
	if v := talk.Frame().Amounts[0].Value; v != talk.say("streepje") {
		t.Errorf("with 200 hours a week %s comes in", v)
	}
}

func TestANewChildAsksForItsBirthOnlyOnceAnswered(t *testing.T) {
	talk := newTalk(t)
	talk.Screen()
	talk.Set("household.children.add", "")
	const id = "household.children[2]"
	if r := row(t, talk, id); r.Hint != "" {
		t.Errorf("an untouched row says %q", r.Hint)
	}
	talk.Set(id+".born.month", "3")
	talk.Set(id+".born.year", "20")
	if r := row(t, talk, id); r.Hint == "" || r.Fields[2].Value != "20" {
		t.Errorf("half a year: hint %q, field %q", r.Hint, r.Fields[2].Value)
	}
	talk.Set(id+".born.year", "2020")
	if r := row(t, talk, id); r.Hint != "" {
		t.Errorf("march 2020: hint %q", r.Hint)
	}
	if born := talk.doc.Household.Children[2].Born; born != (budget.YearMonth{Year: 2020, Month: 3}) {
		t.Errorf("born %v", born)
	}
	talk.Set(id+".remove", "")
	if n := len(talk.doc.Household.Children); n != 2 {
		t.Errorf("%d children after taking one away", n)
	}
}

func TestHoursMoveAMarkAndNotTheCurve(t *testing.T) {
	talk := newTalk(t)
	talk.Go(Hours)
	before := talk.HoursState()
	if !before.Ready || before.Mark != 24 { // the first scenario of the example
		t.Fatalf("mark at %v: %s", before.Mark, before.Message)
	}
	talk.SetHours(16)
	after := talk.HoursState()
	if after.Curve != before.Curve {
		t.Error("moving the mark made another curve")
	}
	if after.DiffAmount != talk.say("uren.evenveel") || after.NowAmount != after.ThenAmount {
		t.Errorf("at the hours of now: %+v", after)
	}
	talk.SetHours(23.2)
	if s := talk.HoursState(); s.Mark != 23 {
		t.Errorf("mark at %v, want the nearest half hour 23", s.Mark)
	}
	talk.SetHours(99)
	if s := talk.HoursState(); s.Mark != 48 {
		t.Errorf("mark at %v, want the end of the curve", s.Mark)
	}
}

func TestTheLatestCurveWins(t *testing.T) {
	talk := newTalk(t)
	var work []func()
	talk.Start = func(f func()) { work = append(work, f) }
	talk.Go(Hours)
	talk.Go(In)
	talk.Screen()
	talk.Set("household.adults[0].jobs[0].hourlyWage", "20")
	talk.Go(Hours)
	if len(work) != 2 {
		t.Fatalf("%d curves were started", len(work))
	}
	work[1]()
	made := talk.hours.made
	work[0]()
	if talk.hours.made != made {
		t.Error("an older curve took the place of a newer one")
	}
}

func TestNoAnswerTakesTheAmountOutOfWhatComesIn(t *testing.T) {
	talk := newTalk(t)
	before := i18n.ParseEuro(talk.Frame().Amounts[0].Value).Value
	talk.Go(Rights)
	talk.Screen()
	talk.Set("recht.zorgtoeslag", no)
	after := i18n.ParseEuro(talk.Frame().Amounts[0].Value).Value
	if !after.LessThan(before) {
		t.Errorf("comes in %s before and %s after", before, after)
	}
	if r := row(t, talk, "liggen.zorgtoeslag"); r.Note == "" {
		t.Error("nobody says where to ask for it")
	}
	talk.Set("recht.zorgtoeslag", yes)
	if again := i18n.ParseEuro(talk.Frame().Amounts[0].Value).Value; !again.Equal(before) {
		t.Errorf("comes in %s at first and %s in the end", before, again)
	}
}

func TestAnOwnAmountAndItsRhythm(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	talk.Screen()
	talk.Set("household.adults[0].born.month", "1")
	talk.Set("household.adults[0].born.year", "1990")
	talk.Go(Out)
	talk.Screen()
	talk.Set("budget.voeding", "100")
	talk.Screen()
	talk.Set("budget.voeding.rhythm", string(budget.Weekly))
	if line, _ := talk.overview.Line("voeding"); !line.PerMonth.Equal(decimal.RequireFromString("433.33")) { // 100 x 52 / 12
		t.Errorf("100 a week is %s a month", line.PerMonth)
	}
	if r := row(t, talk, "budget.voeding"); !strings.Contains(r.Note, "433") {
		t.Errorf("note %q", r.Note)
	}
}

func TestSaveAndOpenAgain(t *testing.T) {
	talk := newTalk(t)
	if talk.Dirty() {
		t.Error("an example that nobody touched has to be saved")
	}
	talk.Screen()
	talk.Set("household.housing.rentPerMonth", "701,50")
	if !talk.Dirty() {
		t.Error("a change has not to be saved")
	}
	path := t.TempDir() + "/gezin.json"
	if err := store.WriteOver(path, talk.stamped()); err != nil {
		t.Fatal(err)
	}
	plain, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if data, faults := store.Decode(plain); len(faults) > 0 || data.Rules == nil || data.Rules.Checked == "" {
		t.Errorf("the file does not say with which rules it was made (%v)", faults)
	}
	talk = newTalk(t)
	talk.Read(plain)
	if rent := talk.doc.Household.Housing.RentPerMonth.String(); rent != "701.50" || talk.Frame().Badge != "" {
		t.Errorf("rent %s, badge %q", rent, talk.Frame().Badge)
	}
	talk.Read([]byte(`{"schema": 1}`))
	if rent := talk.doc.Household.Housing.RentPerMonth.String(); rent != "701.50" || talk.Sheet() == nil {
		t.Error("a file with faults took the place of the family")
	}
}

func TestThePlanIsAPDFWithoutANameInItsName(t *testing.T) {
	talk := newTalk(t)
	if name := talk.PaperName(Paper{Kind: PlanPaper}); name != "plan-2026-11-24.pdf" {
		t.Errorf("name %s", name)
	}
	pdf, ok := talk.PaperData(Paper{Kind: PlanPaper})
	if !ok || !strings.HasPrefix(string(pdf), "%PDF-") {
		t.Errorf("no PDF: %s", talk.Frame().Notice)
	}
	talk.New()
	if _, ok := talk.PaperData(Paper{Kind: PlanPaper}); ok || talk.Frame().Notice == "" {
		t.Error("a plan without a month of birth was made without a word")
	}
}

// Without a name a sentence says "u", also in the middle.
func TestWithoutANameASentenceIsRight(t *testing.T) {
	talk := newTalk(t)
	talk.household().Adults[0].Name = ""
	talk.compute()
	talk.Go(In)
	if s := theSection(t, talk, "werk0"); s.Title != "Werk van u" {
		t.Errorf("%q", s.Title)
	}
	talk.Go(Hours)
	if s := talk.HoursState(); s.Title != "Uw geld per maand als u meer of minder werkt" {
		t.Errorf("%q", s.Title)
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"19-1-2027": "2027-01-19", "19/01/27": "2027-01-19", "19-1-20": "", "19-1-202": "", "19 januari 2027": "2027-01-19", " 3 mei 2026": "2026-05-03",
		"2027-01-19": "2027-01-19", "elke vrijdag": "", "31-2-2027": "", "": "",
		// Without a year: the next one. It is Tuesday 24 November 2026.
		"24-11": "2026-11-24", "23-11": "2027-11-23", "19 januari": "2027-01-19", "3 mrt": "2027-03-03", "31-2": "", "29-2": "",
		"dinsdag 19 januari 2027": "2027-01-19", "di 1 dec 2026": "2026-12-01", "Di. 1 dec.": "2026-12-01", "1.12.2026": "2026-12-01",
		"vandaag": "2026-11-24", "morgen": "2026-11-25", "overmorgen": "2026-11-26", "dinsdag": "2026-12-01", "Woensdag": "2026-11-25",
		"maandag": "2026-11-30", "di": "", "volgende week": "", "om 10 uur": "", "dinsdag om 10.00": "", "-": "",
	} {
		date, ok := parseDate(text, time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC))
		got := ""
		if ok {
			got = date.Format(time.DateOnly)
		}
		if got != want {
			t.Errorf("%q is read as %q, want %q", text, got, want)
		}
	}
}

func BenchmarkSlider(b *testing.B) {
	t := &testing.T{}
	talk := newTalk(t)
	talk.Go(Hours)
	talk.Subscribe(func() { talk.HoursState() })
	for i := range b.N {
		talk.SetHours(float64(i % 40))
	}
}

// 123456782 passes the elfproef: no file and no plan may hold it.
func TestABurgerservicenummerIsNotKeptAndNotPrinted(t *testing.T) {
	talk := newTalk(t)
	talk.Go(OurPlan)
	talk.Screen()
	talk.Set("plan.wishes[0].text", "Mijn nummer is 123456782.")
	path := t.TempDir() + "/gezin.json"
	if err := store.WriteOver(path, talk.stamped()); err == nil {
		t.Error("the file was written")
	}
	if hint := row(t, talk, "plan.wishes[0]").Hint; !strings.Contains(hint, "burgerservicenummer") {
		t.Errorf("hint %q", hint)
	}
	if _, ok := talk.PaperData(Paper{Kind: PlanPaper}); ok {
		t.Error("the plan was made")
	}
	if notice := talk.Frame().Notice; !strings.Contains(notice, "burgerservicenummer") {
		t.Errorf("notice %q", notice)
	}
}

// A new family is told of no shortage before anybody asked what comes in.
func TestNoShortageBeforeTheIncomeWasAsked(t *testing.T) {
	talk := newTalk(t)
	talk.reset(talk.newDocument(), "")
	for _, answer := range [][2]string{{"household.adults[0].born.month", "5"}, {"household.adults[0].born.year", "1990"},
		{"household.housing.kind", "rent"}, {"household.housing.rentPerMonth", "650"}, {"household.adults[0].wealth", "0"}} {
		talk.Screen()
		talk.Set(answer[0], answer[1])
	}
	left := func() BigAmount { return talk.Frame().Amounts[2] }
	if a := left(); a.Value != "–" || a.Label != "Blijft over" {
		t.Errorf("before the income was asked: %+v", a)
	}
	// Every page of money keeps quiet as long, and speaks after it.
	speaks := func(want bool) {
		t.Helper()
		for _, view := range []string{FamilyView, HelperView} {
			talk.SetView(view)
			openMoney(t, talk, "kas")
			if c := card(t, talk, "kas"); (c.Table != nil) != want || (c.Title != talk.word("kas.zin.niet_alles")) != want {
				t.Errorf("%s: %q, %q", view, c.Title, c.Intro)
			}
			openMoney(t, talk, "schulden")
			if c := card(t, talk, "schulden.ruimte"); (c.Intro != talk.word("schulden.zin.onbekend")) != want {
				t.Errorf("%s: %q", view, c.Intro)
			}
			openMoney(t, talk, "potjes")
			if c := card(t, talk, "potjes.week"); (c.Intro != talk.word("potjes.week.onbekend")) != want {
				t.Errorf("%s: %q", view, c.Intro)
			}
		}
	}
	talk.Go(Out)
	openMoney(t, talk, "kas")
	set(talk, "budget.cash.balance", "-5000") // short on any days
	speaks(false)
	talk.Go(In)
	talk.Go(Out)
	speaks(true)
	if a := left(); a.Label != "Komt tekort" || a.Value == "–" {
		t.Errorf("after it: %+v", a)
	}
	talk.reset(talk.newDocument(), "")
	if a := left(); a.Value != "–" {
		t.Errorf("in the next family: %+v", a)
	}
}
