package vm

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// The five questions: a first picture of what a family may get, before anything is written down. What is not asked is taken so that most
// families recognise it; the month in which a child was born is not asked, so amounts are a band.

// usualAge is how old an adult is taken to be: old enough for every right, and far from the AOW.
const usualAge = 35

// almostAYear is how many months past a birthday a child has the same age at most.
const almostAYear = 11

// quickSheet asks the five questions and shows the picture under them.
func (t *Talk) quickSheet(s *sheet) Sheet {
	adults := s.field("volwassenen", t.say("vijf.volwassenen"), ChoiceField)
	adults.Fields[0].Options = options(t, "vijf.volwassenen", []string{"1", "2"})
	children := s.field("kinderen", t.say("vijf.kinderen"), TextField)
	children.Fields[0].Placeholder = t.say("vijf.kinderen.voorbeeld")
	rent := t.quickAmount(s, "huur", i18n.ParseEuro)
	wage := t.quickAmount(s, "loon", i18n.ParseEuro)
	hours := t.quickAmount(s, "uren", i18n.ParseHours)
	claims := s.field("bijstand", t.say("vijf.bijstand"), ChoiceField)
	claims.Fields[0].Options = options(t, "antwoord", []string{yes, no})
	ask := Section{ID: "vijf", Rows: []Row{adults, children, rent, hours, wage, claims}}
	out := Sheet{Icon: "lightbulb", Title: t.say("vijf"), Text: t.say("vijf.uitleg"), Sections: []Section{ask}}
	if picture := t.quickPicture(s); len(picture.Rows) > 0 {
		out.Sections = append(out.Sections, picture)
	}
	s.cancel = "annuleren"
	out.Buttons = []Action{s.button("reken", t.say("vijf.reken"), "", t.notify),
		s.button(s.cancel, t.say("terug"), "arrow-left", func() { t.ask(t.howSheet) })}
	return out
}

func (t *Talk) quickAmount(s *sheet, id string, parse func(string) i18n.Entry) Row {
	r := s.field(id, t.say("vijf."+id), AmountField)
	r.Fields[0].Width, r.Fields[0].Unit = Medium, t.say("vijf."+id+".eenheid")
	if e := parse(s.text[id]); s.text[id] != "" && !e.Known {
		r.Hint = t.Words.T(e.Hint.ID, e.Hint.Args)
	}
	return r
}

var wholeNumbers = regexp.MustCompile(`\d+`)

// quickHousehold is the family of the answers, with its children that many months past their birthday; ok is false without an answer
// about adults.
func (t *Talk) quickHousehold(s *sheet, months int) (h budget.Household, ok bool) {
	h = newHousehold(t.Today.Year())
	adults, err := strconv.Atoi(s.text["volwassenen"])
	if err != nil {
		return h, false
	}
	h.Adults, h.Partners = nil, adults == 2
	for i := range adults {
		h.Adults = append(h.Adults, budget.Adult{ID: fmt.Sprintf("a%d", i+1), Born: budget.YearMonth{Year: h.Year - usualAge, Month: 1},
			Wealth: budget.Known(decimal.Zero)})
	}
	grown, thisMonth := grownFrom(t.Engine, h.Year), time.Date(t.Today.Year(), t.Today.Month(), 1, 0, 0, 0, 0, time.UTC)
	for i, text := range wholeNumbers.FindAllString(s.text["kinderen"], -1) {
		if age, err := strconv.Atoi(text); err == nil && age < grown {
			born := thisMonth.AddDate(-age, -months, 0)
			h.Children = append(h.Children, budget.Child{ID: fmt.Sprintf("c%d", i+1), Kinderbijslag: true,
				Born: budget.YearMonth{Year: born.Year(), Month: int(born.Month())}})
		}
	}
	h.Housing = budget.Home{Kind: budget.OtherHome}
	if rent := i18n.ParseEuro(s.text["huur"]); rent.Known && rent.Value.IsPositive() {
		h.Housing = budget.Home{Kind: budget.Rent, RentPerMonth: budget.Known(rent.Value)}
	}
	wage, hours := i18n.ParseEuro(s.text["loon"]), i18n.ParseHours(s.text["uren"])
	if wage.Known && hours.Known && hours.Value.IsPositive() {
		perHour := wage.Value.Mul(decimal.NewFromInt(12)).DivRound(hours.Value.Mul(decimal.NewFromInt(52)), 4)
		h.Adults[0].Jobs = []budget.Job{{ID: "j1", HoursPerWeek: budget.Known(hours.Value), HourlyWage: budget.Known(perHour), PayrollCredit: true,
			HolidayAllowancePercent: budget.Known(decimal.NewFromInt(usualHolidayAllowance)), PensionPercent: budget.Known(decimal.Zero),
			TravelCostPerMonth: budget.Known(decimal.Zero)}}
	}
	h.Bijstand = budget.BijstandClaim{Claims: s.text["bijstand"] == yes, Exemption: budget.Exemption{Kind: budget.NoExemption}}
	return h, len(h.Validate()) == 0
}

// grownFrom is the age from which a child is an adult; 0 for a year without rules.
func grownFrom(e *budget.Engine, year int) int {
	set, err := e.Rules(year)
	if err != nil {
		return 0
	}
	return set.Algemeen.Meerderjarigheid.Int()
}

// band is an amount of which only the ends are known.
type band struct{ low, high decimal.Decimal }

func bandOf(a, b decimal.Decimal) band { return band{decimal.Min(a, b), decimal.Max(a, b)} }

// quickPicture is what the family may get, and what a working day more leaves.
func (t *Talk) quickPicture(s *sheet) Section {
	out := Section{ID: "vijf.beeld", Icon: "hand-coins", Title: t.say("vijf.beeld"), Intro: t.say("vijf.beeld.uitleg")}
	young, ok := t.quickHousehold(s, 0)
	old, _ := t.quickHousehold(s, almostAYear)
	if !ok {
		return Section{}
	}
	one, err1 := t.Engine.Rechten(&young, budget.RechtenOptions{Today: t.Today})
	two, err2 := t.Engine.Rechten(&old, budget.RechtenOptions{Today: t.Today})
	if err1 != nil || err2 != nil {
		return Section{}
	}
	var also supportNames
	for i := range one.All {
		r := &one.All[i]
		k := slices.IndexFunc(two.All, func(other budget.Recht) bool { return other.Key() == r.Key() })
		if k < 0 || !mayHave(r) && !mayHave(&two.All[k]) || slices.Contains(notInPicture, r.ID) || r.Group == budget.RechtenBelasting {
			continue
		}
		a, b := r.PerYear.Or(decimal.Zero), two.All[k].PerYear.Or(decimal.Zero)
		if !t.monthly(r) || !decimal.Max(a, b).IsPositive() {
			also.add(t, cmp.Or(r, &two.All[k]))
			continue
		}
		out.Rows = append(out.Rows, shown("vijf.beeld."+r.Key(), t.Words.T("recht."+r.ID), t.bandText(bandOf(twelfth(a), twelfth(b)), "vijf.band")))
	}
	if names := also.list(t); len(names) > 0 {
		row := shown("vijf.ook", t.say("vijf.ook"), "")
		row.Note = strings.Join(names, ", ")
		out.Rows = append(out.Rows, row)
	}
	if row, ok := t.quickWork(&young, &old); ok {
		out.Rows = append(out.Rows, row)
	}
	return out
}

// notInPicture are rights that depend on what was not asked, or that are within another one.
var notInPicture = []string{"ouderkop", "ouderbijdrage", "kinderbijslag_extra", "studietoeslag", "toeslagenwet", "energiefonds", "gemeentepolis"}

// quickWork is what a working day more leaves.
func (t *Talk) quickWork(young, old *budget.Household) (Row, bool) {
	var more [2]decimal.Decimal
	id, job, hours := "vijf.gaan_werken", "", workingDay
	if jobs := young.Adults[0].Jobs; len(jobs) > 0 {
		id, job, hours = "vijf.meer_werken", jobs[0].ID, workingDay.Add(jobs[0].HoursPerWeek.Or(decimal.Zero))
	}
	for i, h := range []*budget.Household{young, old} {
		then, err := t.Engine.WithHours(h, h.Adults[0].ID, job, hours)
		if err != nil {
			return Row{}, false
		}
		a, err1 := t.Engine.Year(h)
		b, err2 := t.Engine.Year(then)
		if err1 != nil || err2 != nil {
			return Row{}, false
		}
		before, known1 := a.DisposablePerMonth()
		after, known2 := b.DisposablePerMonth()
		if !known1 || !known2 {
			return Row{}, false
		}
		more[i] = after.Sub(before)
	}
	gain := bandOf(more[0], more[1])
	words := "vijf.meer"
	switch {
	case gain.high.IsNegative():
		gain, words = bandOf(gain.high.Neg(), gain.low.Neg()), "vijf.minder"
	case gain.low.IsNegative():
		return shown("vijf.werken", t.say(id), t.say("straks.evenveel")), true
	}
	return strong(shown("vijf.werken", t.say(id), t.bandText(gain, words))), true
}

// bandText says a band in whole euros, or one amount when its ends are the same.
func (t *Talk) bandText(b band, id string) string {
	low, high := b.low.Round(0), b.high.Round(0)
	if low.Equal(high) {
		return t.say(id+".een", i18n.Args{"bedrag": i18n.EuroWords(low)})
	}
	return t.say(id, i18n.Args{"laag": low.String(), "hoog": i18n.EuroWords(high)})
}
