package vm

import (
	"fmt"
	"time"

	"perspectief/i18n"
)

// yearsAhead says of each child in which year another school changes the childcare, behind what the timeline looks at. The day of the
// change is not known: the year is the one in which the child gets the age.
func (t *Talk) yearsAhead() (s Section, ok bool) {
	s = Section{ID: "straks.later", Icon: "sprout", Title: t.say("later"), Intro: t.say("later.uitleg")}
	set, err := t.Engine.Rules(t.household().Year)
	if err != nil {
		return s, false
	}
	horizon := time.Date(t.Today.Year(), t.Today.Month()+aheadMonths, 1, 0, 0, 0, 0, time.UTC)
	for i, child := range t.household().Children {
		for _, change := range []struct {
			id  string
			age int
		}{{"peuter", set.Algemeen.Schoolleeftijd.Int()}, {"schoolkind", careUntil}} {
			birthday := time.Date(child.Born.Year+change.age, time.Month(child.Born.Month), 1, 0, 0, 0, 0, time.UTC)
			if child.Born.IsZero() || birthday.Before(horizon) {
				continue
			}
			s.Rows = append(s.Rows, shown(fmt.Sprintf("straks.later[%d].%s", i, change.id),
				t.say("later."+change.id, i18n.Args{"naam": t.childName(i), "jaar": birthday.Year()}), ""))
			break // the first one that comes
		}
	}
	return s, len(s.Rows) > 0
}
