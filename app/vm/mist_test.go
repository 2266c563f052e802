package vm

import (
	"bytes"
	"strings"
	"testing"

	"perspectief/budget"
)

// Every answer that the curve waits for has a way to its field, and the curve comes when it is given.
func TestTheWayToAMissingAnswer(t *testing.T) {
	for reason, c := range map[budget.Reason]struct {
		lose        func(h *budget.Household)
		step        Step
		field, text string
	}{
		budget.ReasonTravelUnknown: {func(h *budget.Household) { h.Adults[0].Jobs[0].TravelCostPerMonth = budget.Amount{} }, In, "household.adults[0].jobs[0].travelCostPerMonth", "0"},
		budget.ReasonWageUnknown:   {func(h *budget.Household) { h.Adults[0].Jobs[0].HourlyWage = budget.Amount{} }, In, "household.adults[0].jobs[0].hourlyWage", "15"},
		budget.ReasonRentUnknown:   {func(h *budget.Household) { h.Housing.RentPerMonth = budget.Amount{} }, Who, "household.housing.rentPerMonth", "690"},
		budget.ReasonHomeUnknown:   {func(h *budget.Household) { h.Housing = budget.Home{} }, Who, "household.housing.kind", "other"},
		budget.ReasonWealthUnknown: {func(h *budget.Household) { h.Adults[0].Wealth = budget.Amount{} }, Who, "household.adults[0].wealth", "300"},
		budget.ReasonCareUnknown: {func(h *budget.Household) {
			h.Children[0].Childcare = []budget.Childcare{{Kind: budget.CareKinds()[1], HoursPerMonth: known("30")}}
		},
			In, "household.children[0].childcare[0].pricePerHour", "9"},
	} {
		talk := newTalk(t)
		c.lose(talk.household())
		talk.compute()
		talk.SetView(FamilyView)
		talk.Go(Hours)
		id := "mist." + string(reason)
		if r := row(t, talk, id); r.Label != talk.Words.T("reden."+string(reason)) {
			t.Errorf("%s says %q", reason, r.Label)
		}
		if s := talk.HoursState(); s.Ready || s.Message != "" {
			t.Errorf("%s: beside the curve stands %q", reason, s.Message)
		}
		talk.Set(id, "")
		s := talk.Screen()
		if s.Step != c.step || s.Focus != c.field {
			t.Errorf("%s leads to step %d, %q", reason, s.Step, s.Focus)
		}
		talk.Set(c.field, c.text)
		talk.Go(Hours)
		if s := talk.HoursState(); !s.Ready || rowNamed(talk.Screen().Left, id).ID != "" {
			t.Errorf("%s: still waits, %q", reason, s.Message)
		}
	}
}

// What now is left stands on the screen as on paper, also when the family gets other money than the rules say.
func TestTheHoursBeginAtWhatComesIn(t *testing.T) {
	for name, received := range map[string][]budget.Received{
		"as the rules say":    nil,
		"no huurtoeslag":      {{Component: "huurtoeslag", Amount: known("0")}},
		"another net pay":     {{Component: budget.NettoInkomen, Amount: known("1700"), Rhythm: budget.Monthly}},
		"more zorgtoeslag":    {{Component: "zorgtoeslag", Amount: known("190"), Rhythm: budget.Monthly}},
		"less than it stacks": {{Component: budget.NettoInkomen, Amount: known("0"), Rhythm: budget.Monthly}},
	} {
		talk := newTalk(t)
		talk.doc.Budget.Received = received
		talk.compute()
		talk.Go(Hours)
		talk.Screen()
		state := talk.HoursState()
		var paper bytes.Buffer
		if err := talk.writePaper(&paper, Paper{Kind: TextPaper}); err != nil {
			t.Fatal(err)
		}
		for _, amount := range []string{state.NowAmount, state.ThenAmount} {
			if !strings.Contains(strings.ReplaceAll(paper.String(), " ", "\u00a0"), amount) {
				t.Errorf("%s: %s does not stand on paper", name, amount)
			}
		}
		said := strings.Contains(state.Details, "dan wij uitrekenen")
		if said != (received != nil) {
			t.Errorf("%s: %q", name, state.Details)
		}
		for k := range talk.stacks()[0].Values {
			sum := 0.0
			for _, s := range talk.stacks()[:3] {
				sum += s.Values[k]
			}
			left, _ := talk.hours.curve.Points[k].Result.DisposablePerMonth()
			if line := left.Add(talk.really()).InexactFloat64(); line > 0 && (sum-line > 0.01 || line-sum > 0.01) {
				t.Fatalf("%s: the piles at point %d are %.2f, the line is %.2f", name, k, sum, line)
			}
		}
	}
}

// Beside each other the rows add up to what is left, with what comes in besides the rules in a row of its own.
func TestBesideTheRulesHasARow(t *testing.T) {
	talk := hoursPage(t, "alleenstaande-ouder", "naast_elkaar")
	has := func() bool {
		for _, r := range card(t, talk, "naast").Table.Rows {
			if r.Cells[0] == talk.say("naast.echt") {
				return true
			}
		}
		return false
	}
	if has() {
		t.Error("a row for a difference of nothing")
	}
	before := euros(t, talk.HoursState().NowAmount)
	talk.doc.Budget.Received = []budget.Received{{Component: "kinderbijslag", Amount: known("0")}}
	talk.compute()
	if !has() {
		t.Error("no row says why another amount is left")
	}
	l, _ := talk.incomeLine("kinderbijslag")
	if now := euros(t, talk.HoursState().NowAmount); before-now < l.Computed.Or(l.PerMonth).IntPart() {
		t.Errorf("without kinderbijslag %d is left, with it %d", now, before)
	}
}

// Nobody is told that all is well while a question is open: an amount on the bank answers one question only.
func TestNoComfortWhileAQuestionIsOpen(t *testing.T) {
	talk := newTalk(t)
	talk.doc.Budget.Received = []budget.Received{{Component: "kinderbijslag", Amount: known("768"), Rhythm: budget.Quarterly}}
	talk.doc.Rights = nil
	talk.compute()
	openPage(talk, FamilyView, "nu")
	if s := card(t, talk, "liggen"); s.Intro != talk.say("liggen.vraag") {
		t.Errorf("nothing is answered, and it says %q", s.Intro)
	}
	for _, s := range talk.Screen().Left {
		for _, r := range s.Rows {
			do(talk, r.ID, yes)
		}
	}
	if s := card(t, talk, "liggen"); s.Intro != talk.say("liggen.niets") {
		t.Errorf("all is answered with yes, and it says %q", s.Intro)
	}
}

// A line that is added stands in a card of its kind, so the view goes there.
func TestWhatIsAddedIsInSight(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	fill(t, talk, Who, "household.adults[0].born.year", "1990")
	fill(t, talk, Who, "household.adults[0].born.month", "6")
	for _, c := range []struct {
		step                  Step
		page, id, what, field string
	}{
		{Out, pageOut, "budget.erbij", "ziektekosten", "budget.ziektekosten"},
		{Out, pageOut, "budget.erbij", "onvoorzien", ""},
		{In, pageBank, "budget.otherIncome.erbij", string(budget.IncomeKinds()[0]), "budget.otherIncome[0].amount"},
		{In, pageBank, "budget.otherIncome.erbij", string(budget.IncomeKinds()[1]), "budget.otherIncome[1].amount"},
	} {
		talk.Go(c.step)
		talk.OpenPage(c.page)
		turn := talk.Screen().Turn
		talk.Set(c.id, c.what)
		s := talk.Screen()
		if s.Turn == turn || c.field != "" && s.Focus != c.field {
			t.Errorf("%s leads to %q", c.what, s.Focus)
		}
		found := false
		for _, id := range FieldIDs(s.all()) {
			found = found || id == s.Focus
		}
		if !found {
			t.Errorf("%s: no field %q", c.what, s.Focus)
		}
	}
}

// What fits in the money of a week does not look higher than it: 680.42 a month is 157.02 a week, down 157 and up 158.
func TestWhatFitsLooksNoHigher(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	fill(t, talk, Who, "household.adults[0].born.year", "1990")
	fill(t, talk, Who, "household.adults[0].born.month", "6")
	fill(t, talk, Who, "household.adults[0].wealth", "0")
	fill(t, talk, Who, "household.housing.kind", "other")
	talk.doc.Budget = &budget.OwnBudget{Lines: []budget.OwnLine{{Key: "voeding", Amount: known("571.54")}, {Key: "schoonmaak", Amount: known("22.10")},
		{Key: "verzorging", Amount: known("86.78")}}}
	talk.compute()
	short := talk.overview.Left.Neg()
	talk.doc.Budget.OtherIncome = []budget.OtherIncome{{Kind: budget.IncomeKinds()[0], Amount: budget.Known(short), Rhythm: budget.Monthly}}
	talk.compute()
	talk.Go(Out)
	talk.OpenPage("potjes")
	week, needs := card(t, talk, "potjes.week"), row(t, talk, "potjes.week.nodig")
	if needs.Note == "" || needs.Fields[0].Value != week.Value || week.Value != "€\u00a0157" {
		t.Errorf("there is %s, and %s fits: %q %q", week.Value, needs.Fields[0].Value, needs.Note, needs.Hint)
	}
}

// Amounts that nobody told are examples, also while the rent is not known.
func TestExamplesWithoutTheRent(t *testing.T) {
	talk := newTalk(t)
	talk.New()
	fill(t, talk, Who, "household.adults[0].born.year", "1990")
	fill(t, talk, Who, "household.adults[0].born.month", "6")
	if note := talk.Frame().Amounts[1].Note; !strings.Contains(note, "zonder huur") || !strings.Contains(note, "voorbeelden") {
		t.Errorf("under what goes out stands %q", note)
	}
}

// Every page of more hours says what it is for, so that the tabs keep their place.
func TestEveryPageOfTheHoursHasItsWords(t *testing.T) {
	talk := newTalk(t)
	talk.SetView(HelperView)
	for _, s := range []Step{Rights, Hours} {
		talk.Go(s)
		seen := map[string]string{}
		for _, p := range talk.pages(s) {
			talk.OpenPage(p.id)
			intro := talk.Screen().Intro
			if other := seen[intro]; intro == "" || other != "" && s == Hours {
				t.Errorf("%s says the same as %s: %q", p.id, other, intro)
			}
			seen[intro] = p.id
		}
	}
}

// A group that nothing is known of is not nothing at a later visit, in the file neither.
func TestAGroupThatIsNotKnownIsNotZero(t *testing.T) {
	talk := newTalk(t)
	talk.doc.Budget.Lines = nil
	talk.doc.Visits = nil
	talk.compute()
	old := talk.visitNow()
	old.Day = "2026-01-05"
	talk.doc.Visits = []budget.Visit{old}
	data := talk.encoded()
	talk.Read(data)
	talk.Go(Out)
	talk.OpenPage(pageVisit)
	for _, r := range card(t, talk, "verschil").Table.Rows {
		if r.Cells[0] == talk.word("budget.groep.meedoen") {
			if r.Cells[1] != talk.say("streepje") || r.Cells[2] != talk.say("streepje") || r.Cells[3] != talk.say("streepje") {
				t.Errorf("row %q", r.Cells)
			}
			return
		}
	}
	t.Error("no row")
}
