package vm

import (
	"fmt"
	"slices"

	"perspectief/budget"
	"perspectief/i18n"
)

// childRights is the page of the child check: for each child what there is for school, sport, birthday and friends.
func (t *Talk) childRights() (left, right []Section) {
	check := t.check()
	if check == nil {
		return []Section{{ID: "kinderen", Icon: "baby", Title: t.say("blad.kind"), Rows: []Row{shown("kinderen.leeg", t.say("binnen.leeg"), "")}}}, nil
	}
	h := t.household()
	for i := range h.Children {
		s := Section{ID: fmt.Sprintf("kind[%d]", i), Icon: "smile", Title: t.childName(i)}
		for k := range check.All {
			r := &check.All[k]
			if r.Who != h.Children[i].ID || r.Group != budget.RechtenKind {
				continue
			}
			if r.ID == "ouderbijdrage" {
				s.Rows = append(s.Rows, t.voluntary(r))
				continue
			}
			s.Rows = append(s.Rows, t.childRow(r))
		}
		if i%2 == 0 {
			left = append(left, s)
		} else {
			right = append(right, s)
		}
	}
	if s, ok := t.childMoney(); ok {
		right = slices.Insert(right, 0, s)
	}
	right = append(right, t.whoAsks())
	if s := t.reminders(); len(s.Rows) > 0 {
		right = append(right, s)
	}
	return left, right
}

// voluntary asks whether the family pays what school asks for, and says that it is a choice.
func (t *Talk) voluntary(r *budget.Recht) Row {
	row := t.rightRow(r)
	row.Label, row.Note = t.say("kind.betaalt", i18n.Args{"wat": t.rightName(r)}), t.Words.T("reden."+string(r.Why))
	return row
}

func (t *Talk) childRow(r *budget.Recht) Row {
	if r.State == budget.RechtNee || r.State == budget.RechtOnbekend {
		row := shown("kind."+r.Key(), t.rightName(r), t.Words.T("recht.stand."+r.State.String()))
		row.Note = t.Words.T("reden." + string(r.Why))
		return row
	}
	row := t.rightRow(r)
	row.Note = t.Words.T("recht." + r.ID + ".hoe")
	if perYear, known := r.PerYear.Get(); known {
		row.Note = t.say("recht.waard.zin", i18n.Args{"bedrag": i18n.EuroWords(perYear.Round(0))}) + " " + row.Note
	}
	if t.helperView && r.Why != "" {
		row.Note += " " + t.Words.T("reden."+string(r.Why))
	}
	return row
}

// whoAsks says that a parent cannot ask for everything, and that a child has a right to take part.
func (t *Talk) whoAsks() Section {
	s := Section{ID: "kind.wie", Icon: "hand-helping", Title: t.say("kind.wie"), Intro: t.say("kind.wie.uitleg")}
	for _, id := range []string{"tussenpersoon", "samen", "recht"} {
		s.Rows = append(s.Rows, shown("kind.wie."+id, t.say("kind.wie."+id), ""))
	}
	s.Actions = []Action{t.action("kind.school", "kind.school", "file-text", func() { t.MakePaper(Paper{Kind: SchoolPaper}) }),
		t.action("kind.zakgeld", "kind.zakgeld", "file-text", func() { t.MakePaper(Paper{Kind: PocketPaper}) })}
	return s
}

// reminders are the months in which to think of a birthday box.
func (t *Talk) reminders() Section {
	s := Section{ID: "kind.denk", Icon: "calendar-days", Title: t.say("kind.denk")}
	h := t.household()
	for k := range t.check().All {
		r := &t.check().All[k]
		if r.Remind == nil || r.State == budget.RechtNee {
			continue
		}
		for i := range h.Children {
			if h.Children[i].ID == r.Who {
				row := shown("kind.denk."+r.Key(), t.say("kind.denk.jarig", i18n.Args{"naam": t.childName(i)}), monthInWords(*r.Remind))
				row.Note = t.say("kind.denk.noot")
				s.Rows = append(s.Rows, row)
			}
		}
	}
	return s
}
