package command

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

const maxPoints = 2000

// uren prints what is left over at every number of hours in one job.
func uren(s *session, o *options) error {
	from, to, step, err := o.span("0.5")
	if err != nil {
		return err
	}
	d, err := s.document(o)
	if err != nil {
		return err
	}
	if err := o.names(&d.Household); err != nil {
		return err
	}
	c, err := s.engine.Curve(&d.Household, budget.CurveOptions{Adult: o.value(flagAdult), Job: o.value(flagJob), From: from, To: to, Step: step})
	if err != nil {
		return err
	}
	date, err := o.date()
	if err != nil {
		return err
	}
	sims, err := s.simulations(d, date)
	if err != nil {
		return err
	}
	if o.has(flagJSON) {
		a := curveJSON(c)
		a.Scenarios = scenariosJSON(sims)
		return s.json(a)
	}
	s.printCurve(c, &d.Household)
	s.printScenarios(sims)
	if o.has(flagExplain) {
		s.printHundreds(c)
	}
	return nil
}

// span reads the hours from, to and step.
func (o *options) span(otherwise string) (from, to, step decimal.Decimal, err error) {
	if from, err = o.hours(flagFrom, "0", "0", "60"); err != nil {
		return
	}
	if to, err = o.hours(flagTo, "40", "0", "60"); err != nil {
		return
	}
	if step, err = o.hours(flagStep, otherwise, "0.01", "60"); err != nil {
		return
	}
	switch {
	case to.LessThan(from):
		err = usage("opdracht.van_tot", i18n.Args{"van": from.String(), "tot": to.String()})
	case to.Sub(from).Div(step).GreaterThan(decimal.NewFromInt(maxPoints)):
		err = usage("opdracht.te_veel_punten", i18n.Args{"hoogste": maxPoints})
	}
	return
}

// names checks that the adult and the job of the options are in the household.
func (o *options) names(h *budget.Household) error {
	adult := h.Adults[0]
	if id := o.value(flagAdult); o.has(flagAdult) {
		i := slices.IndexFunc(h.Adults, func(a budget.Adult) bool { return a.ID == id })
		if i < 0 {
			return usage("opdracht.geen_volwassene", i18n.Args{"id": id, "toegestaan": ids(h.Adults, func(a budget.Adult) string { return a.ID })})
		}
		adult = h.Adults[i]
	}
	id := o.value(flagJob)
	if o.has(flagJob) && !slices.ContainsFunc(adult.Jobs, func(j budget.Job) bool { return j.ID == id }) {
		if len(adult.Jobs) == 0 {
			return usage("opdracht.geen_banen", i18n.Args{"id": adult.ID})
		}
		return usage("opdracht.geen_baan", i18n.Args{"id": id, "toegestaan": ids(adult.Jobs, func(j budget.Job) string { return j.ID })})
	}
	return nil
}

func ids[T any](all []T, id func(T) string) string {
	names := make([]string, len(all))
	for i := range all {
		names[i] = id(all[i])
	}
	return strings.Join(names, ", ")
}

// curveAnswer is what `uren --json` prints. An amount that is unknown is null.
type curveAnswer struct {
	Points       []pointAnswer    `json:"points"`
	Cliffs       []cliffAnswer    `json:"cliffs"`
	Limits       []limitAnswer    `json:"limits"`
	BijstandEnds *endAnswer       `json:"bijstandEnds"` // null: it does not end on these hours
	Scenarios    []scenarioAnswer `json:"scenarios,omitempty"`
}

// limitAnswer is a hard limit: with more hours than `at` a scheme gives `loss` a year less at once.
type limitAnswer struct {
	Component string `json:"component"`
	Scheme    string `json:"scheme,omitempty"`
	At        string `json:"at"`
	Earnings  string `json:"earnings"`
	Loss      string `json:"loss"`
	Stops     bool   `json:"stops"`
}

type endAnswer struct {
	Hours             string  `json:"hours"`
	DisposablePerYear *string `json:"disposablePerYear"`
}

type pointAnswer struct {
	Hours             string     `json:"hours"`
	DisposablePerYear *string    `json:"disposablePerYear"`
	Components        components `json:"components"`
}

type cliffAnswer struct {
	From  string  `json:"from"`
	To    *string `json:"to"`
	At    string  `json:"at"`
	Loss  string  `json:"loss"`
	Cause string  `json:"cause"`
	Begin string  `json:"begin"` // the safe hours on both sides, in tenths
	Back  *string `json:"back"`
}

// components writes the year amounts by their ids, in the order of the contract.
type components [budget.NumComponents]budget.Outcome

// MarshalJSON writes one object.
func (c components) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, o := range c {
		value, err := json.Marshal(cents(o.PerYear, o.State != budget.Unknown))
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, ",%q:%s", budget.Component(i), value)
	}
	return append(append([]byte("{"), b.Bytes()[1:]...), '}'), nil
}

func curveJSON(c *budget.Curve) curveAnswer {
	a := curveAnswer{Points: make([]pointAnswer, 0, len(c.Points)), Cliffs: []cliffAnswer{}, Limits: []limitAnswer{}}
	for i := range c.Points {
		p := &c.Points[i]
		a.Points = append(a.Points, pointAnswer{p.Hours.String(), cents(p.Result.Disposable()), p.Result.Components})
	}
	for _, cliff := range c.Cliffs() {
		a.Cliffs = append(a.Cliffs, cliffAnswer{cliff.From.String(), optional(cliff.To), cliff.At.String(), cliff.Loss.StringFixed(2), cliff.Cause.String(),
			cliff.Begin.String(), optional(cliff.Back)})
	}
	for _, l := range c.Limits(limitFrom) {
		a.Limits = append(a.Limits, limitAnswer{l.Component.String(), l.Scheme, l.At.String(), l.Earnings.StringFixed(2), l.Loss.StringFixed(2), l.Stops})
	}
	if p, ok := c.BijstandEnds(); ok {
		a.BijstandEnds = &endAnswer{p.Hours.String(), cents(p.Result.Disposable())}
	}
	return a
}

// limitFrom is the loss, euro a year, from which a hard limit is told: more than the last 24 euro of a toeslag.
var limitFrom = decimal.NewFromInt(60)

func optional(d decimal.NullDecimal) *string {
	if !d.Valid {
		return nil
	}
	s := d.Decimal.String()
	return &s
}

// json prints a value as one line of JSON.
func (s *session) json(v any) error {
	line, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("command: %w", err)
	}
	s.out.Write(append(line, '\n'))
	return nil
}

func (s *session) printCurve(c *budget.Curve, h *budget.Household) {
	s.print("opdracht.uren_kop", i18n.Args{"volwassene": names(h)(c.Adult), "baan": c.Job})
	fmt.Fprintln(&s.out)
	t := table{right: []bool{true, true, true}}
	t.add(s.words.T("opdracht.uren_per_week"), s.words.T("opdracht.per_jaar"), s.words.T("opdracht.per_maand"))
	for i := range c.Points {
		r := &c.Points[i].Result
		t.add(i18n.Hours(c.Points[i].Hours), s.euro(r.Disposable()), s.euro(r.DisposablePerMonth()))
	}
	t.write(&s.out)
	for _, cliff := range c.Cliffs() {
		fmt.Fprintln(&s.out)
		key, args := "opdracht.val", i18n.Args{"van": i18n.Hours(cliff.Begin), "verlies": i18n.Euro(cliff.Loss),
			"oorzaak": s.words.T("onderdeel." + cliff.Cause.String())}
		if cliff.Back.Valid {
			key, args["tot"] = "opdracht.val_tot", i18n.Hours(cliff.Back.Decimal)
		}
		s.print(key, args)
	}
	for _, l := range c.Limits(limitFrom) {
		s.print("opdracht.grens", i18n.Args{"uren": i18n.Hours(l.At), "verlies": i18n.Euro(l.Loss), "bruto": i18n.Euro(l.Earnings),
			"oorzaak": schemeName(h, &l, s.words.T("onderdeel."+l.Component.String()))})
	}
	if p, ok := c.BijstandEnds(); ok {
		s.print("opdracht.bijstand_stopt", i18n.Args{"uren": i18n.Hours(p.Hours), "bedrag": s.euro(p.Result.DisposablePerMonth())})
	}
}

// schemeName is the name of the municipal scheme of a limit, else that of the component.
func schemeName(h *budget.Household, l *budget.Limit, component string) string {
	for _, scheme := range h.LocalSchemes {
		if scheme.ID == l.Scheme && scheme.Name != "" {
			return scheme.Name
		}
	}
	return component
}
