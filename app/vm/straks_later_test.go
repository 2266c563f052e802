package vm

import (
	"testing"

	"perspectief/budget"
)

// Behind what the timeline looks at stands in which year another school changes the childcare; what is nearer stands in the timeline.
func TestTheYearsAheadNameTheNextSchool(t *testing.T) {
	talk := newTalk(t) // 24 November 2026, so the timeline looks to December 2027
	talk.ChooseExample("alleenstaande-ouder")
	children := talk.household().Children
	children[0].Born.Year, children[1].Born.Year = 2019, 2026
	s, ok := talk.yearsAhead()
	if !ok || len(s.Rows) != 2 {
		t.Fatalf("%+v", s)
	}
	for i, want := range []string{"Rond 2031 gaat Ilyas naar de middelbare school.", "Rond 2030 gaat Amal naar de basisschool."} {
		if got := s.Rows[i].Label; got[:len(want)] != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	children[0].Born, children[1].Born = budget.YearMonth{Year: 2014, Month: 5}, budget.YearMonth{Year: 2015, Month: 12} // 12 already, and in December 2027
	if _, ok := talk.yearsAhead(); ok {
		t.Error("a change within the timeline stands there twice")
	}
	children[1].Born = budget.YearMonth{Year: 2016, Month: 1} // the first month that the timeline does not show
	if s, ok := talk.yearsAhead(); !ok || len(s.Rows) != 1 {
		t.Errorf("a change right behind the timeline stands nowhere: %+v", s)
	}
}
