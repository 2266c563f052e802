package vm

import (
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
)

// Help in kind is no cash, so it stands in no amount of the family. The helper can let it count in the line of the hours, to see where
// it falls: then it is in "now" and in every hour of the line, and a difference stays what it is worth.

// kindLine is the line with help in kind, and now with it.
type kindLine struct {
	curve  *budget.Curve
	cliffs []budget.Cliff
	limits []budget.Limit
	ends   *budget.Point
	now    *budget.Result
}

// line is the model as the page of the line shows it: with help in kind when the helper asked for it. Every other page and all paper
// keep to cash.
func (t *Talk) line() *hoursModel {
	m := &t.hours
	if m.kind == nil || !m.inKind || !t.helperView {
		plain := *m
		plain.kind = nil
		return &plain
	}
	with := *m
	with.curve, with.cliffs, with.limits, with.ends = m.kind.curve, m.kind.cliffs, m.kind.limits, m.kind.ends
	return &with
}

// hasInKind tells whether a municipal scheme of the family is no cash.
func hasInKind(h *budget.Household) bool {
	return slices.ContainsFunc(h.LocalSchemes, func(l budget.LocalScheme) bool { return !l.CountsAsCash })
}

// withInKind is the household for which everything of the municipality counts as cash.
func withInKind(h *budget.Household) *budget.Household {
	with := *h
	with.LocalSchemes = slices.Clone(h.LocalSchemes)
	for i := range with.LocalSchemes {
		with.LocalSchemes[i].CountsAsCash = true
	}
	return &with
}

// workOutInKind makes the line once more with help in kind.
func (t *Talk) workOutInKind(d *store.Document, base *budget.Household, o budget.CurveOptions) (*kindLine, error) {
	now, err := t.Engine.Year(withInKind(&d.Household))
	if err != nil {
		return nil, err
	}
	curve, err := t.Engine.Curve(withInKind(base), o)
	if err != nil {
		return nil, err
	}
	k := &kindLine{curve: curve, cliffs: curve.Cliffs(), limits: curve.Limits(worthMentioning), now: now}
	if p, ok := curve.BijstandEnds(); ok {
		k.ends = &p
	}
	return k, nil
}

// CountInKind chooses whether help in kind counts in the line.
func (t *Talk) CountInKind(answer string) {
	t.hours.inKind = answer == yes
	t.hours.stale()
	t.refreshHours()
	t.changed()
}

// sayInKind asks the helper whether help in kind counts, and says so in words when it does.
func (t *Talk) sayInKind(s *HoursState, then *budget.Point) {
	h := t.household()
	if !t.helperView || !hasInKind(h) {
		return
	}
	s.AskInKind, s.InKind = t.say("uren.natura"), no
	s.YesOrNo = options(t, "antwoord", []string{yes, no})
	if t.hours.inKind {
		s.InKind = yes
	}
	if t.line().kind == nil {
		return
	}
	s.Curve += 2
	month := func(perYear decimal.Decimal) string { return i18n.EuroWords(twelfth(perYear).Floor()) }
	s.InKindNote = t.say("uren.natura.mee", i18n.Args{"nu": month(t.outcome.InKind(h)), "uren": i18n.Hours(t.hours.then),
		"dan": month(then.Result.InKind(h))})
	s.NowLabel = t.say("uren.natura.nu", i18n.Args{"uren": i18n.Hours(t.hoursNow())})
	s.ThenLabel = t.say("uren.natura.dan", i18n.Args{"uren": i18n.Hours(t.hours.then)})
}
