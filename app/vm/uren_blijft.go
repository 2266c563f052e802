package vm

import (
	"slices"
	"strings"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// rightsOf is the check on forgotten money of a scenario; nil when it cannot be made.
func (t *Talk) rightsOf(y *plan.Simulated) *budget.Rechten {
	if y == nil || y.Household == nil {
		return nil
	}
	found, err := t.Engine.Rechten(y.Household, budget.RechtenOptions{Today: t.Today})
	if err != nil {
		return nil // a year without rules
	}
	return found
}

// whatBecomesOfRights says of a scenario which support stays, which ends and which begins. What somebody only may have now and may
// have then is not named: nothing changes in it. Neither is what stays in law and does not come in by the family's own word.
func (t *Talk) whatBecomesOfRights(then *budget.Rechten) []string {
	now := t.check()
	if now == nil || then == nil {
		return nil
	}
	var stays, ends, mayEnd, begins supportNames
	for i := range then.All {
		after := &then.All[i]
		k := slices.IndexFunc(now.All, func(r budget.Recht) bool { return r.Key() == after.Key() })
		if k < 0 || after.Group == budget.RechtenBelasting || after.ID == "ouderbijdrage" || after.ID == "ouderkop" {
			continue
		}
		before := &now.All[k]
		comesIn := before.State == budget.RechtJa && t.answer(before) != no
		switch {
		case comesIn && after.State == budget.RechtNee:
			ends.add(t, after)
		case mayHave(before) && after.State == budget.RechtNee, comesIn && after.State == budget.RechtMisschien:
			mayEnd.add(t, after)
		case before.State == budget.RechtNee && mayHave(after):
			begins.add(t, after)
		case comesIn && after.State == budget.RechtJa:
			stays.add(t, after)
		}
	}
	var lines []string
	for _, l := range []struct {
		id    string
		names supportNames
	}{{"blijft", stays}, {"stopt", ends}, {"kan_stoppen", mayEnd}, {"erbij", begins}} {
		if names := l.names.list(t); len(names) > 0 {
			lines = append(lines, t.say("blijft."+l.id, i18n.Args{"wat": strings.Join(names, ", ")}))
		}
	}
	return lines
}

// supportNames are names of rights, each once, those for the children apart.
type supportNames struct{ names, ofChildren []string }

func (s *supportNames) add(t *Talk, r *budget.Recht) {
	to, name := &s.names, t.rightName(r)
	switch {
	case r.ID == budget.Bijstand.String():
		name = t.say("naast.bijstand")
	case r.Group == budget.RechtenKind:
		to = &s.ofChildren
	}
	if !slices.Contains(*to, name) {
		*to = append(*to, name)
	}
}

// manyOfChildren is the number of kinds of help for children from which they are not named one by one.
const manyOfChildren = 3

func (s *supportNames) list(t *Talk) []string {
	if len(s.ofChildren) >= manyOfChildren {
		return append(s.names, t.say("blijft.kinderen"))
	}
	return append(s.names, s.ofChildren...)
}

func mayHave(r *budget.Recht) bool {
	return r.State == budget.RechtJa || r.State == budget.RechtMisschien
}
