package vm

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/i18n/plain"
	"perspectief/plan/chart"
)

// openMoney opens a page of the step "Wat gaat eruit?".
func openMoney(t *testing.T, talk *Talk, page string) {
	t.Helper()
	talk.Go(Out)
	talk.OpenPage(page)
	if got := talk.Screen().Page; got != page {
		t.Fatalf("page %s", got)
	}
}

// card finds a card of the open screen.
func card(t *testing.T, talk *Talk, id string) Section {
	t.Helper()
	for _, s := range talk.Screen().all() {
		if s.ID == id {
			return s
		}
	}
	t.Fatalf("no card %s", id)
	return Section{}
}

// The month that fails is named before it happens; with another balance it is another month, or none.
func TestTheMonthThatFailsIsNamed(t *testing.T) {
	talk := newTalk(t)
	openMoney(t, talk, "kas")
	c := card(t, talk, "kas")
	if c.Title != "In maart komt u 142\u00a0euro tekort." || c.Intro != "Op 28 maart staat er het minst op uw rekening." {
		t.Errorf("%q, %q", c.Title, c.Intro)
	}
	if len(c.Table.Rows) != 12 || c.Table.Rows[4].Shades[1] != WarnShade || len(c.Table.Rows[0].Shades) > 0 {
		t.Errorf("table %+v", c.Table.Rows[4])
	}
	if days := card(t, talk, "kas.dagen"); days.Title != "Dag voor dag: maart 2027" {
		t.Errorf("%q", days.Title)
	}
	set(talk, "budget.cash.balance", "2.000")
	if c := card(t, talk, "kas"); c.Title != "Uw rekening komt niet onder nul." || !strings.HasPrefix(c.Intro, "Op 1 april staat er het minst: ") {
		t.Errorf("%q, %q", c.Title, c.Intro)
	}
	set(talk, "budget.cash.balance", "-500")
	if c := card(t, talk, "kas"); !strings.HasPrefix(c.Title, "In november komt u ") {
		t.Errorf("%q", c.Title)
	}
	set(talk, "budget.cash.balance", "")
	if c := card(t, talk, "kas"); c.Title != "Wat staat er nu op uw rekening?" || !strings.Contains(c.Intro, "Dan komt u geen maand tekort.") {
		t.Errorf("%q, %q", c.Title, c.Intro)
	}
}

// Without balance and pay days nobody is frightened with an amount that is a guess.
func TestTheMonthsOfAFamilyWithoutDays(t *testing.T) {
	talk := newTalk(t)
	talk.doc.Budget.Cash = nil
	openMoney(t, talk, "kas")
	if c := card(t, talk, "kas"); c.Title != "Wat staat er nu op uw rekening?" || strings.Contains(c.Intro, "euro") || !strings.Contains(c.Intro, "betaaldagen") {
		t.Errorf("%q, %q", c.Title, c.Intro)
	}
	if c := card(t, talk, "kas"); c.Table != nil || c.Chart != nil {
		t.Error("the family sees balances that are a guess")
	}
	talk.SetView(HelperView)
	if c := card(t, talk, "kas"); c.Table == nil || c.Chart == nil {
		t.Error("the helper sees every balance")
	}
	talk.SetView(FamilyView)
	set(talk, "budget.cash.balance", "2.000") // by its days alone this account goes below zero or does not
	if c := card(t, talk, "kas"); c.Title != "Wij weten nog niet of uw geld op tijd komt." || !strings.Contains(c.Intro, "dagen") || c.Table != nil || c.Chart != nil {
		t.Errorf("%q, %q, table %v", c.Title, c.Intro, c.Table)
	}
	set(talk, "budget.cash.balance", "100") // too little on any days: November ends above zero at best, December does not
	if c := card(t, talk, "kas"); !strings.HasPrefix(c.Title, "In december komt u minstens ") || strings.Contains(c.Intro, "staat er het minst") {
		t.Errorf("%q, %q", c.Title, c.Intro)
	}
	set(talk, "budget.cash.balance", "9.000")
	if c := card(t, talk, "kas"); c.Title != "Uw rekening komt niet onder nul." || !strings.HasPrefix(c.Intro, "Er blijft altijd minstens ") ||
		c.Table.Head[1] != "Laagst mogelijk" {
		t.Errorf("%q, %q, %v", c.Title, c.Intro, c.Table.Head)
	}
}

// The days that decide can be answered on the page: every answer leaves one less, and with all of them the month is named to the day.
func TestTheDaysCanBeTold(t *testing.T) {
	talk := newTalk(t)
	talk.doc.Budget.Cash = nil
	for i := range talk.doc.Budget.Lines {
		talk.doc.Budget.Lines[i].Day = 0
	}
	openMoney(t, talk, "kas")
	set(talk, "budget.cash.balance", "840")
	for _, id := range []string{"kas.betaaldagen", "kas.rekeningen"} {
		for _, r := range card(t, talk, id).Rows {
			before, _ := talk.cash()
			f := r.Fields[len(r.Fields)-1]
			if f.Value != "0" || f.Options[0].Label != talk.word("kas.niet_bekend") {
				continue
			}
			set(talk, f.ID, "12")
			if after, _ := talk.cash(); after.unknownDays() != before.unknownDays()-1 {
				t.Errorf("%s: %d days are not known, were %d", f.ID, after.unknownDays(), before.unknownDays())
			}
		}
	}
	y, _ := talk.cash()
	if c := card(t, talk, "kas"); y.unknownDays() > 0 || !strings.Contains(c.Intro, "staat er het minst op uw rekening") {
		t.Errorf("%d days are not known: %q", y.unknownDays(), c.Intro)
	}
}

func TestTheChartShowsTheBalances(t *testing.T) {
	talk := newTalk(t)
	openMoney(t, talk, "kas")
	d := card(t, talk, "kas").Chart.Draw(ChartSpace{Width: 400, Height: 200, Left: 40, Bottom: 20})
	if len(d.Areas) != 12 || d.Areas[4].Role != chart.Short || d.Areas[5].Role != chart.Then {
		t.Errorf("%d columns, %+v", len(d.Areas), d.Areas)
	}
}

func TestPayDaysAndTheMonthToShow(t *testing.T) {
	talk := newTalk(t)
	openMoney(t, talk, "kas")
	wage := "budget.cash.payDays.a1/j1"
	set(talk, wage+".rhythm", string(budget.FourWeekly))
	set(talk, wage+".next", "4-12-2026")
	pay := talk.payDayOf("a1/j1")
	if pay.Rhythm != budget.FourWeekly || pay.Next != "2026-12-04" {
		t.Errorf("%+v", pay)
	}
	set(talk, wage+".next", "4-12-2")
	if r := row(t, talk, wage+".next"); r.Hint == "" || r.Fields[0].Value != "4-12-2" {
		t.Errorf("half a date: %+v", r)
	}
	set(talk, wage+".next", "4-12-2026")
	set(talk, "kas.maand", "2027-01")
	if days := card(t, talk, "kas.dagen"); days.Title != "Dag voor dag: januari 2027" {
		t.Errorf("%q", days.Title)
	}
	set(talk, "budget.cash.first", "2027-01")
	if c := card(t, talk, "kas"); c.Table.Rows[0].Cells[0] != "januari 2027" {
		t.Errorf("%v", c.Table.Rows[0])
	}
	set(talk, "budget.cash.setApart", yes)
	if !talk.doc.Budget.Cash.SetApart {
		t.Error("the pots are not on")
	}
	for id, want := range map[string]string{"huurtoeslag": "rond de 20e", "bijstand": "niet bekend"} {
		if got := row(t, talk, "budget.cash.payDays."+id).Fields[0].Options[0].Label; got != want {
			t.Errorf("%s: %q", id, got)
		}
	}
}

// The room to repay is what stands above as left, with the repayments in it and less the pots: nobody finds a euro of difference.
func TestRoomIsWhatIsLeft(t *testing.T) {
	talk := newTalk(t)
	for _, e := range assets.Examples() {
		talk.ChooseExample(e.ID)
		openMoney(t, talk, "schulden")
		sum := 0
		for _, r := range card(t, talk, "schulden.ruimte").Rows {
			switch r.ID {
			case "schulden.ruimte.saldo":
				if left := talk.Frame().Amounts[2]; left.Label != r.Label || left.Value != r.Fields[0].Value {
					t.Errorf("%s: %s %s, above stands %s %s", e.ID, r.Label, r.Fields[0].Value, left.Label, left.Value)
				}
				if sum = int(euros(t, r.Fields[0].Value)); r.Label != talk.say("blijft_over") {
					sum = -sum
				}
			case "schulden.ruimte.aflossing", "schulden.ruimte.potjes":
				sum += int(euros(t, r.Fields[0].Value))
			}
		}
		if d, _ := talk.debts(); !d.Room.PerMonth.Equal(decimal.NewFromInt(int64(max(0, sum)))) {
			t.Errorf("%s: the room is %s, its parts are %d", e.ID, d.Room.PerMonth, sum)
		}
	}
}

func TestPots(t *testing.T) {
	talk := newTalk(t)
	openMoney(t, talk, "potjes")
	// 492 in March with 164 in it: 328 in four months
	r := row(t, talk, "budget.pots.gemeente.0")
	if r.Fields[0].Value != "164" || r.Note != "In maart 2027 is 492\u00a0euro nodig. Zet 4 maanden lang 82\u00a0euro opzij." {
		t.Errorf("%q: %q", r.Fields[0].Value, r.Note)
	}
	set(talk, "budget.pots.waterschap.1", "0")
	if r := row(t, talk, "budget.pots.waterschap.1"); r.Note != "In april 2027 is 319\u00a0euro nodig. Zet 5 maanden lang 64\u00a0euro opzij." {
		t.Errorf("%q", r.Note)
	}
	if p := talk.doc.Budget.Pots; len(p) != 3 || p[2].Line != "waterschap" {
		t.Errorf("%+v", p)
	}
	// above stands 115 left; 120 for the bike with 30 in it, in six months, is 15 a month: 100
	if r := row(t, talk, "potjes.over"); r.Note != "Daarna houdt u nog 100\u00a0euro over." {
		t.Errorf("%q", r.Note)
	}
	left := talk.overview.Out
	set(talk, "budget.pots.add", "")
	set(talk, "budget.pots[3].label", "wintersport")
	set(talk, "budget.pots[3].amount", "3000")
	set(talk, "budget.pots[3].by.month", "12")
	set(talk, "budget.pots[3].by.year", "2026")
	if r := row(t, talk, "potjes.over"); r.Hint == "" {
		t.Errorf("3,000 in a month does not fit: %+v", r)
	}
	if !talk.overview.Out.Equal(left) {
		t.Error("a pot changes what goes out")
	}
	set(talk, "budget.pots[3].remove", "")
	set(talk, "budget.pots.addBuffer", "")
	set(talk, "budget.pots[3].amount", "500")
	set(talk, "budget.pots[3].perMonth", "25")
	if r := row(t, talk, "budget.pots[3].saved"); r.Note != "In juli 2028 is 500\u00a0euro nodig. Zet 20 maanden lang 25\u00a0euro opzij." {
		t.Errorf("%q", r.Note)
	}
	set(talk, "budget.appliances.add", "")
	set(talk, "budget.appliances[2].price", "240")
	set(talk, "budget.appliances[2].yearsLeft", "2")
	if r := row(t, talk, "budget.appliances[2].yearsLeft"); r.Note != "Spaar 10\u00a0euro per maand." {
		t.Errorf("%q", r.Note)
	}
}

func TestDebts(t *testing.T) {
	talk := newTalk(t)
	openMoney(t, talk, "schulden")
	// left 115, and 130 in the sheet goes to debts already; 15 a month goes into the pot for the bike
	if c := card(t, talk, "schulden.ruimte"); c.Intro != "U kunt 230\u00a0euro per maand aflossen. Meer beloven kan niet." {
		t.Errorf("%q", c.Intro)
	}
	set(talk, "debts.add", "")
	set(talk, "debts[2].kind", "energie")
	set(talk, "debts[2].amount", "900")
	set(talk, "debts[2].threat", string(budget.CutOff))
	if c := card(t, talk, "schulden.let_op"); len(c.Rows) != 1 || !strings.Contains(c.Rows[0].Hint, "3 werkdagen") {
		t.Errorf("%+v", c.Rows)
	}
	set(talk, "debts[2].arrangementPerMonth", "300")
	set(talk, "debts[2].letterDate", "6 oktober")
	if got := talk.doc.Debts[2].LetterDate; got != "2026-10-06" {
		t.Errorf("a letter has come: %s", got)
	}
	talk.SetView(HelperView)
	set(talk, "debts[2].arrearsMonths", "2")
	set(talk, "debtHelp.split", string(budget.SmallestFirst))
	set(talk, "debtHelp.priorities", "eerst de huur\n\n dan het licht ")
	set(talk, "debtHelp.beslagvrijeVoet", "1400")
	set(talk, "debtHelp.planEnd.month", "5")
	set(talk, "debtHelp.planEnd.year", "2028")
	help := talk.doc.DebtHelp
	if *talk.doc.Debts[2].ArrearsMonths != 2 || help.Split != budget.SmallestFirst || len(help.Priorities) != 2 || help.Priorities[1] != "dan het licht" ||
		help.BeslagvrijeVoet.String() != "1400" || help.PlanEnd != (budget.YearMonth{Year: 2028, Month: 5}) {
		t.Errorf("%+v", help)
	}
	if faults := talk.doc.Validate(); len(faults) > 0 {
		t.Errorf("%v", faults)
	}
	if c := card(t, talk, "schulden.verdeling"); len(c.Table.Rows) != 4 {
		t.Errorf("%+v", c.Table.Rows)
	}
	set(talk, "debts[2].remove", "")
	if len(talk.doc.Debts) != 2 {
		t.Error("the debt is still there")
	}
	sheet := Paper{Kind: DebtsPaper}
	data, ok := talk.PaperData(sheet)
	if !ok || !bytes.HasPrefix(data, []byte("%PDF-")) || talk.PaperName(sheet) != "schulden-2026-11-24.pdf" {
		t.Errorf("%v, %s", ok, talk.PaperName(sheet))
	}
	if actions := card(t, talk, "schulden.papier").Actions; len(actions) != 1 || actions[0].ID != "schulden.print" {
		t.Errorf("%+v", actions)
	}
}

func TestWithoutRoomNothingIsPromised(t *testing.T) {
	talk := newTalk(t)
	talk.doc.Budget.Received = []budget.Received{{Component: budget.NettoInkomen, Amount: talk.doc.Debts[1].Amount}}
	for i := range talk.household().Children {
		talk.household().Children[i].Kinderbijslag = false
	}
	talk.compute()
	openMoney(t, talk, "schulden")
	if c := card(t, talk, "schulden.ruimte"); !strings.Contains(c.Intro, "Beloof nu geen afspraak.") || !strings.Contains(c.Value, "€\u00a00") {
		t.Errorf("%q %q", c.Value, c.Intro)
	}
}

func TestTheSecondVisit(t *testing.T) {
	talk := newTalk(t)
	openMoney(t, talk, "verschil")
	c := card(t, talk, "verschil")
	if c.Title != "Vorige keer kwam u 293\u00a0euro tekort. Nu houdt u 115\u00a0euro over." || c.Intro != "Dat is 408\u00a0euro beter." {
		t.Errorf("%q, %q", c.Title, c.Intro)
	}
	if left := c.Table.Rows[7].Cells; left[2] != talk.Frame().Amounts[2].Value {
		t.Errorf("left %v, and %s above the screen", left, talk.Frame().Amounts[2].Value)
	}
	talk.SetView(HelperView)
	if lines := card(t, talk, "verschil.regels").Table.Rows; len(lines) != 1 || lines[0].Cells[3] != "+€\u00a0408" {
		t.Errorf("%+v", lines)
	}
	set(talk, "visits.add", "")
	set(talk, "visits.add", "")
	if n := len(talk.doc.Visits); n != 2 || talk.doc.Visits[1].Day != "2026-11-24" || !talk.Dirty() {
		t.Errorf("%d visits", n)
	}
	set(talk, "verschil.met", "2026-11-24")
	if c := card(t, talk, "verschil"); c.Intro != "Dat is gelijk gebleven." {
		t.Errorf("%q", c.Intro)
	}
	data, err := store.Encode(&talk.doc)
	if err != nil {
		t.Fatal(err)
	}
	if _, faults := store.Check(data); len(faults) > 0 {
		t.Errorf("%v", faults)
	}
	later := newTalk(t)
	later.Today = time.Date(2027, 1, 19, 0, 0, 0, 0, time.UTC)
	later.Read(data)
	openMoney(t, later, "verschil")
	if c := card(t, later, "verschil"); !strings.HasPrefix(c.Title, "Vorige keer hield u 115") {
		t.Errorf("%q", c.Title)
	}
}

// A new family has nothing yet: every page says so and asks, and nothing is zero.
func TestMoneyPagesOfANewFamily(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	for _, view := range []string{FamilyView, HelperView} {
		talk.SetView(view)
		for _, page := range []string{"potjes", "kas", "schulden", "verschil"} {
			openMoney(t, talk, page)
			for _, s := range talk.Screen().all() {
				if s.Title == "" {
					t.Errorf("%s: a card without a title", page)
				}
			}
		}
	}
	openMoney(t, talk, "schulden")
	set(talk, "debts.add", "")
	openMoney(t, talk, "potjes")
	set(talk, "budget.pots.add", "")
	if r := row(t, talk, "budget.pots[0].saved"); r.Note != "Vul het bedrag en de maand in. Dan rekenen wij het potje uit." {
		t.Errorf("%q", r.Note)
	}
}

// What the family reads on these pages is easy to read.
func TestMoneyPagesAreEasy(t *testing.T) {
	talk := newTalk(t)
	for _, page := range []string{"potjes", "kas", "schulden", "verschil"} {
		openMoney(t, talk, page)
		for _, s := range talk.Screen().all() {
			for _, text := range []string{s.Title, s.Intro} {
				for _, f := range plain.Check(text, plain.B1, plain.Options{Allowed: plain.AllowedWords()}).Findings {
					if f.Severity == plain.Fail {
						t.Errorf("%s: %q: %s %v", page, text, f.Key, f.Args)
					}
				}
			}
		}
	}
}

// Under a date stands one line, whatever was typed of it so far: a button below stays under the hand.
func TestOneLineUnderADate(t *testing.T) {
	talk := newTalk(t)
	wage := "budget.cash.payDays.a1/j1"
	for _, c := range []struct {
		step     Step
		page, id string
	}{{Out, "schulden", "debts[0].letterDate"}, {Out, "kas", wage + ".next"}, {OurPlan, "plan", "plan.nextDate"}, {Hours, "naast_elkaar", "scenarios[0].from"}} {
		talk.Go(c.step)
		talk.OpenPage(c.page)
		if talk.Screen(); c.page == "kas" {
			set(talk, wage+".rhythm", string(budget.FourWeekly))
		}
		const whole = "19-1-2027"
		for n := range len(whole) + 1 {
			set(talk, c.id, whole[:n])
			if r := row(t, talk, c.id); (r.Hint == "") == (r.Note == "") {
				t.Errorf("%s with %q: hint %q and note %q", c.id, whole[:n], r.Hint, r.Note)
			}
		}
	}
}
