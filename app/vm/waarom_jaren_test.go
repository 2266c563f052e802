package vm

import (
	"slices"
	"testing"

	"perspectief/budget"
)

// The year of the file stands beside the other one: its arbeidskorting is that of the helper's sheet, 5,440 euro in 2026 for a wage of
// 33,016 (5,300 + 1.95% of 7,171), and its toeslagen are those of the step about income.
func TestTwoYearsBesideEachOther(t *testing.T) {
	talk := newTalk(t)
	talk.ChooseExample("een-kostwinner")
	s, ok := talk.twoYears()
	if !ok || !slices.Equal(s.Table.Head, []string{"", "2025", "2026"}) {
		t.Fatalf("%+v", s)
	}
	rows := map[string][]string{}
	for _, r := range s.Table.Rows {
		rows[r.Cells[0]] = r.Cells[1:]
	}
	if got := rows[talk.say("jaren.arbeidskorting")][1]; got != "€\u00a0453" { // 5,440 / 12
		t.Errorf("arbeidskorting %s", got)
	}
	if got := rows[talk.say("naast.zorgtoeslag")][1]; got != "€\u00a0209" { // 2,512 / 12
		t.Errorf("zorgtoeslag %s", got)
	}
	if last := s.Table.Rows[len(s.Table.Rows)-1]; !last.Strong || last.Cells[1] == last.Cells[2] {
		t.Errorf("the years leave %v", last.Cells)
	}
	talk.household().Adults[0].Jobs[0].HourlyWage = budget.Amount{} // not known
	if _, ok := talk.twoYears(); ok {
		t.Error("amounts of an unknown wage")
	}
}

// A birthday is no change of the law: who becomes 12 or 18 in the year of the file does so in the other year too, and the file itself
// stays as it was.
func TestEverybodyIsAsOldInTheOtherYear(t *testing.T) {
	born := func(year, month int) budget.YearMonth { return budget.YearMonth{Year: year, Month: month} }
	h := &budget.Household{Year: 2026, Adults: []budget.Adult{{Born: born(2008, 7)}, {}}, Children: []budget.Child{{Born: born(2014, 1)}},
		OtherResidents: []budget.Resident{{Born: born(1959, 12)}}}
	got := inYear(h, 2025)
	if got.Year != 2025 || got.Adults[0].Born != born(2007, 7) || !got.Adults[1].Born.IsZero() || got.Children[0].Born != born(2013, 1) || got.OtherResidents[0].Born != born(1958, 12) {
		t.Errorf("%+v", got)
	}
	if h.Year != 2026 || h.Adults[0].Born != born(2008, 7) || h.Children[0].Born != born(2014, 1) {
		t.Errorf("the file became %+v", h)
	}
}
