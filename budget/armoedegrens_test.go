package budget_test

import (
	"testing"

	"perspectief/budget"
)

// Published for CBS, SCP and Nibud 2023: 1,510, 2,535, 2,910 and 2,500; for the low-income line of CBS 2020: 1,100, 1,550, 2,110 and
// 1,680. A kind of household without a line is not given that of another.
func TestArmoedegrenzen(t *testing.T) {
	family := func(adults string, born ...int) *budget.Household {
		h := normHousehold(t, adults, 2026)
		for _, year := range born {
			withChild(h, year)
		}
		return h
	}
	type line struct {
		year  int
		value string
	}
	shared := family("single")
	shared.OtherResidents = []budget.Resident{{Born: budget.YearMonth{Year: 1960, Month: 1}}}
	for name, c := range map[string]struct {
		h    *budget.Household
		want []line
	}{
		"alone":                      {family("single"), []line{{2023, "1510"}, {2020, "1100"}}},
		"couple":                     {family("couple"), []line{{2020, "1550"}}},
		"couple, 8 and 10":           {family("couple", 2018, 2016), []line{{2023, "2535"}, {2020, "2110"}}},
		"couple, 13 and 15":          {family("couple", 2012, 2010), []line{{2023, "2910"}, {2020, "2110"}}},
		"couple, 8 and 15":           {family("couple", 2018, 2010), []line{{2020, "2110"}}},
		"single parent, 13 and 15":   {family("single", 2012, 2010), []line{{2023, "2500"}, {2020, "1680"}}},
		"single parent, 8 and 10":    {family("single", 2018, 2016), []line{{2020, "1680"}}},
		"single parent, one child":   {family("single", 2018), nil},
		"couple, three children":     {family("couple", 2018, 2016, 2014), nil},
		"couple, two, one yet to be": {family("couple", 2018, 2026), nil},
		"with a housemate":           {shared, nil},
	} {
		a, err := engine(t).Armoedegrenzen(c.h)
		if err != nil || len(a.Lines) != len(c.want) || a.Minimum.State != budget.HasAmount {
			t.Errorf("%s: %+v, %v", name, a, err)
			continue
		}
		if len(c.want) == 0 && (a.State != budget.Unknown || a.Reason != budget.ReasonNoLine) {
			t.Errorf("%s: %s %s", name, a.State, a.Reason)
		}
		for i, want := range c.want {
			if got := a.Lines[i]; got.Year != want.year || !got.PerMonth.Equal(dec(want.value)) || got.Param.Label == "" {
				t.Errorf("%s: line %d is %s of %d", name, i, got.PerMonth, got.Year)
			}
		}
	}
}
