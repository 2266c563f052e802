package vm

import (
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

// quickSheet asks the five questions.
func (t *Talk) quickSheet(s *sheet) Sheet {
	adults := s.field("volwassenen", t.say("vijf.volwassenen"), ChoiceField)
	adults.Fields[0].Options = options(t, "vijf.volwassenen", []string{"1", "2"})
	rent := t.quickAmount(s, "huur", i18n.ParseEuro)
	hours := t.quickAmount(s, "uren", i18n.ParseHours)
	wage := t.quickAmount(s, "loon", i18n.ParseEuro)
	claims := s.field("bijstand", t.say("vijf.bijstand"), ChoiceField)
	claims.Fields[0].Options = options(t, "antwoord", []string{yes, no})
	out := Sheet{Icon: "lightbulb", Title: t.say("vijf"), Text: t.say("vijf.uitleg"),
		Sections: []Section{{ID: "vijf", Rows: []Row{adults, t.quickChildren(s), rent, hours, wage, claims}}}}
	s.cancel = "annuleren"
	out.Buttons = []Action{s.button("reken", t.say("vijf.reken"), "", func() { t.showPicture(s) }),
		s.button(s.cancel, t.say("terug"), "arrow-left", func() { t.ask(t.howSheet) })}
	return out
}

// quickChildren asks the ages, and says how many children were read in what was typed.
func (t *Talk) quickChildren(s *sheet) Row {
	r := s.field("kinderen", t.say("vijf.kinderen"), TextField)
	r.Fields[0].Placeholder, r.Note = t.say("vijf.kinderen.voorbeeld"), t.say("vijf.kinderen.geen")
	if strings.TrimSpace(s.text["kinderen"]) != "" {
		r.Note = t.Words.N("scherm.vijf.kinderen.gelezen", len(t.quickAges(s)))
	}
	return r
}

func (t *Talk) quickAmount(s *sheet, id string, parse func(string) i18n.Entry) Row {
	r := s.field(id, t.say("vijf."+id), AmountField)
	r.Fields[0].Width, r.Fields[0].Unit = Medium, t.say("vijf."+id+".eenheid")
	if e := parse(s.text[id]); s.text[id] != "" && !e.Known {
		r.Hint = t.Words.T(e.Hint.ID, e.Hint.Args)
	}
	return r
}

// showPicture gives the picture, or says at its field what it waits for.
func (t *Talk) showPicture(s *sheet) {
	t.quickFaults(s)
	for _, r := range t.quickSheet(s).Sections[0].Rows {
		if r.Hint != "" {
			t.notify()
			return
		}
	}
	answers := s.text
	t.ask(func(p *sheet) Sheet {
		p.cancel = "annuleren"
		return Sheet{Icon: "hand-coins", Title: t.say("vijf.beeld"), Text: t.say("vijf.beeld.uitleg"),
			Sections: []Section{{ID: "vijf.beeld", Rows: t.quickPicture(s)}},
			Buttons:  []Action{p.button(p.cancel, t.say("terug"), "arrow-left", func() { t.askWith(answers, t.quickSheet) })}}
	})
}

// quickFaultAt is the question that an answer of the family stands in.
var quickFaultAt = map[string]string{"hoursPerWeek": "uren", "hourlyWage": "loon", "rentPerMonth": "huur"}

// quickFaults marks what is missing for a picture that is true: without the hours the wage would count as nothing.
func (t *Talk) quickFaults(s *sheet) {
	hours, wage := i18n.ParseHours(s.text["uren"]).Value.IsPositive(), i18n.ParseEuro(s.text["loon"]).Value.IsPositive()
	switch {
	case quickAdults(s) < 1:
		s.wrong("volwassenen", t.say("vijf.volwassenen.eerst"))
	case wage && !hours:
		s.wrong("uren", t.say("vijf.uren.ook"))
	case hours && !wage:
		s.wrong("loon", t.say("vijf.loon.ook"))
	default:
		h := t.quickHousehold(s, false)
		for _, f := range h.Validate() {
			if id, ok := quickFaultAt[f.Field[strings.LastIndex(f.Field, ".")+1:]]; ok {
				s.wrong(id, t.faultSentence(f))
			}
		}
	}
}

var wholeNumbers = regexp.MustCompile(`\d+`)

// quickAdults is the number that was chosen; below 1 for none.
func quickAdults(s *sheet) int { return slices.Index([]string{"", "1", "2"}, s.text["volwassenen"]) }

// quickAges are the ages of the children that were typed.
func (t *Talk) quickAges(s *sheet) []int {
	var ages []int
	for _, text := range wholeNumbers.FindAllString(s.text["kinderen"], -1) {
		if age, err := strconv.Atoi(text); err == nil && age < t.grown() {
			ages = append(ages, age)
		}
	}
	return ages
}

// quickChild is a child of that age, with its birthday so that it brings least or most. An older child brings more, until it is almost
// grown: then its amounts stop within the year. A baby is taken to be there all year, because a part of a year is no amount a month.
func (t *Talk) quickChild(age int, most bool) budget.YearMonth {
	months := 0
	if almostGrown := age == t.grown()-1; age == 0 || most != almostGrown {
		months = almostAYear
	}
	born := time.Date(t.Today.Year()-age, t.Today.Month()-time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	return budget.YearMonth{Year: born.Year(), Month: int(born.Month())}
}

// quickHousehold is the family of the answers, with its children as they bring least or most.
func (t *Talk) quickHousehold(s *sheet, most bool) budget.Household {
	h := newHousehold(t.Today.Year())
	h.Adults, h.Partners = nil, quickAdults(s) == 2
	for i := range quickAdults(s) {
		h.Adults = append(h.Adults, budget.Adult{ID: fmt.Sprintf("a%d", i+1), Born: budget.YearMonth{Year: h.Year - usualAge, Month: 1},
			Wealth: budget.Known(decimal.Zero)})
	}
	for i, age := range t.quickAges(s) {
		h.Children = append(h.Children, budget.Child{ID: fmt.Sprintf("c%d", i+1), Kinderbijslag: true, Born: t.quickChild(age, most)})
	}
	h.Housing = budget.Home{Kind: budget.OtherHome}
	if rent := i18n.ParseEuro(s.text["huur"]); rent.Known && rent.Value.IsPositive() {
		h.Housing = budget.Home{Kind: budget.Rent, RentPerMonth: budget.Known(rent.Value)}
	}
	wage, hours := i18n.ParseEuro(s.text["loon"]), i18n.ParseHours(s.text["uren"])
	if wage.Known && hours.Known && hours.Value.IsPositive() {
		perHour := wage.Value.Mul(decimal.NewFromInt(12)).DivRound(hours.Value.Mul(decimal.NewFromInt(52)), 4)
		h.Adults[0].Jobs = []budget.Job{{ID: "j1", HoursPerWeek: budget.Known(hours.Value), HourlyWage: budget.Known(perHour), PayrollCredit: true,
			HolidayAllowancePercent: t.usualHolidayAllowance(h.Year), PensionPercent: budget.Known(decimal.Zero),
			TravelCostPerMonth: budget.Known(decimal.Zero)}}
	}
	h.Bijstand = budget.BijstandClaim{Claims: s.text["bijstand"] == yes, Exemption: budget.Exemption{Kind: budget.NoExemption}}
	return h
}

// grown is the age from which a child is an adult.
func (t *Talk) grown() int {
	set, err := t.Engine.Rules(newHousehold(t.Today.Year()).Year)
	if err != nil {
		return 0 // a family without children
	}
	return set.Algemeen.Meerderjarigheid.Int()
}

// band is an amount of which only the ends are known.
type band struct{ low, high decimal.Decimal }

func bandOf(a, b decimal.Decimal) band { return band{decimal.Min(a, b), decimal.Max(a, b)} }

// quickPicture is what the family may get, and what a working day more leaves.
func (t *Talk) quickPicture(s *sheet) (rows []Row) {
	least, most := t.quickHousehold(s, false), t.quickHousehold(s, true)
	one, err1 := t.Engine.Rechten(&least, budget.RechtenOptions{Today: t.Today})
	two, err2 := t.Engine.Rechten(&most, budget.RechtenOptions{Today: t.Today})
	if err1 != nil || err2 != nil {
		return nil
	}
	var also supportNames
	bijstand := false
	for i := range one.All {
		r := &one.All[i]
		k := slices.IndexFunc(two.All, func(other budget.Recht) bool { return other.Key() == r.Key() })
		if k < 0 || !mayHave(r) && !mayHave(&two.All[k]) || slices.Contains(notInPicture, r.ID) || r.Group == budget.RechtenBelasting {
			continue
		}
		amount := bandOf(twelfth(r.PerYear.Or(decimal.Zero)), twelfth(two.All[k].PerYear.Or(decimal.Zero)))
		if !t.monthly(r) || !amount.high.IsPositive() {
			also.add(t, r)
			continue
		}
		bijstand = bijstand || r.ID == budget.Bijstand.String()
		rows = append(rows, shown("vijf.beeld."+r.Key(), t.Words.T("recht."+r.ID), t.bandText(amount, "vijf.band")))
	}
	if names := also.list(t); len(names) > 0 {
		rows = append(rows, noted(shown("vijf.ook", t.say("vijf.ook"), ""), strings.Join(names, ", ")))
	}
	if row, ok := t.quickWork(&least, &most); ok {
		row.Note = t.say("vijf.werken.kosten")
		if bijstand && !least.Bijstand.Claims { // the row above does not come on top of this one
			row.Note += " " + t.say("vijf.werken.zonder_bijstand")
		}
		rows = append(rows, row)
	}
	return rows
}

// notInPicture are rights that depend on what was not asked, or that are within another one.
var notInPicture = []string{"ouderkop", "ouderbijdrage", "kinderbijslag_extra", "studietoeslag", "toeslagenwet", "energiefonds", "gemeentepolis"}

// quickWork is what a working day more leaves.
func (t *Talk) quickWork(least, most *budget.Household) (Row, bool) {
	id := "vijf.gaan_werken"
	if len(least.Adults[0].Jobs) > 0 {
		id = "vijf.meer_werken"
	}
	a, ok1 := t.dayMore(least)
	b, ok2 := t.dayMore(most)
	gain, words := bandOf(a, b), "vijf.meer"
	switch {
	case !ok1 || !ok2:
		return Row{}, false
	case gain.high.LessThan(littleMoney) && gain.low.GreaterThan(littleMoney.Neg()):
		return shown("vijf.werken", t.say(id), t.say("straks.evenveel")), true
	case !gain.high.IsPositive():
		gain, words = bandOf(gain.high.Neg(), gain.low.Neg()), "vijf.minder"
	case gain.low.IsNegative():
		return Row{}, false // it depends on the birthdays whether it is more at all
	}
	return strong(shown("vijf.werken", t.say(id), t.bandText(gain, words))), true
}

// dayMore is what a working day more of the first adult leaves, euro a month.
func (t *Talk) dayMore(h *budget.Household) (decimal.Decimal, bool) {
	job, hours := "", workingDay
	if jobs := h.Adults[0].Jobs; len(jobs) > 0 {
		job, hours = jobs[0].ID, workingDay.Add(jobs[0].HoursPerWeek.Or(decimal.Zero))
	}
	then, err := t.Engine.WithHours(h, h.Adults[0].ID, job, hours)
	if err != nil {
		return decimal.Zero, false
	}
	a, err1 := t.Engine.Year(h)
	b, err2 := t.Engine.Year(then)
	if err1 != nil || err2 != nil {
		return decimal.Zero, false
	}
	before, known1 := a.DisposablePerMonth()
	after, known2 := b.DisposablePerMonth()
	return after.Sub(before), known1 && known2
}

// bandText says a band in whole euros, or one amount when its ends are the same.
func (t *Talk) bandText(b band, id string) string {
	low, high := b.low.Round(0), b.high.Round(0)
	if low.Equal(high) {
		return t.say(id+".een", i18n.Args{"bedrag": i18n.EuroWords(low)})
	}
	return t.say(id, i18n.Args{"laag": i18n.Whole(low), "hoog": i18n.EuroWords(high)})
}
