package budget

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget/rules"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// family makes a valid household; a child is its age on 1 January.
func family(year, adults int, children ...int) *Household {
	h := &Household{Year: year, Partners: adults == 2, Housing: Home{Kind: Rent, RentPerMonth: Known(dec("650.00"))}}
	for i := range adults {
		h.Adults = append(h.Adults, Adult{ID: string(rune('a' + i)), Born: YearMonth{1985, 5}, Wealth: Known(zero)})
	}
	for i, age := range children {
		h.Children = append(h.Children, Child{ID: string(rune('k' + i)), Born: YearMonth{year - 1 - age, 6}, Kinderbijslag: true})
	}
	return h
}

func testEngine(t testing.TB) *Engine {
	t.Helper()
	book, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	return NewEngine(book)
}

func normsOf(t *testing.T, h *Household) *NormBudget {
	t.Helper()
	b, err := testEngine(t).Norms(h, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func wantNorm(t *testing.T, b *NormBudget, key LineKey, perMonth, why string) {
	t.Helper()
	n, ok := b.Of(key)
	if !ok || n.State != HasAmount || !n.PerMonth.Equal(dec(perMonth)) {
		t.Errorf("%s: %v %s %s, want %s (%s)", key, n.State, n.PerMonth, n.Reason, perMonth, why)
	}
}

// openSet2026 is the open set as published in prices of 2026: division to the figures of one and two persons.
func openSet2026(t *testing.T) map[string][2]decimal.Decimal {
	t.Helper()
	f, err := os.Open("testdata/begroting/open-2026.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	set := map[string][2]decimal.Decimal{}
	for _, r := range rows[1:] {
		set[r[0]] = [2]decimal.Decimal{dec(r[1]), dec(r[2])}
	}
	return set
}

func TestNormsAreThePublishedOpenSet(t *testing.T) {
	open := openSet2026(t)
	for size, h := range []*Household{family(2026, 1), family(2026, 2)} {
		b := normsOf(t, h)
		pet, want := b.Pet.PerMonth, open["09.3.4"][size].Add(open["09.3.5"][size])
		if !pet.Equal(want) {
			t.Errorf("%d persons, pets: %s, want %s", size+1, pet, want)
		}
		for key, divisions := range map[LineKey][]string{
			"energie": {"04.5"}, "water_lokaal": {"04.4"}, "telecom": {"08.3"}, "verzekeringen": {"12.5"}, "vervoer": {"07.3"},
			"bank": {"12.6"}, "kleding": {"03"}, "inventaris": {"05", "05.6.1"}, "vrije_tijd": {"09", "09.3.4", "09.3.5"},
			"voeding": {"01"}, "schoonmaak": {"05.6.1"}, "verzorging": {"12.1"},
		} {
			want := open[divisions[0]][size]
			for _, less := range divisions[1:] {
				want = want.Sub(open[less][size])
			}
			wantNorm(t, b, key, want.String(), "open set")
			if n, _ := b.Of(key); n.Kind != KindAverage || n.Year != 2026 || len(n.Origin.Figures) < 3 || !n.Estimated() {
				t.Errorf("%s says %+v", key, n)
			}
		}
	}
}

func TestNormsWorkedExamples(t *testing.T) {
	for _, c := range []struct {
		name     string
		h        *Household
		key      LineKey
		perMonth string
		sum      string
	}{
		{"couple, 8 and 13", family(2026, 2, 8, 13), "voeding", "796.74", "301.30 + 225.20 + 2 x 0.6 x 225.20, guide of the open set"},
		{"couple, 13 and 14", family(2026, 2, 13, 14), "voeding", "886.82", "301.30 + 2 x 225.20 + 0.6 x 225.20"},
		{"parent, 5", family(2026, 1, 5), "voeding", "436.42", "301.30 + 0.6 x 225.20"},
		{"parent, 5", family(2026, 1, 5), "energie", "220.5", "two persons"},
		{"couple, 3 children", family(2026, 2, 3, 4, 5), "telecom", "89.3", "two persons or more"},
		{"single 2025", family(2025, 1), "voeding", "293.2", "2690 x 1.308 / 12 = 293.21"},
		{"couple 2025", family(2025, 2), "energie", "214.6", "1641 x 1.569 / 12 = 214.56"},
		{"single 2025", family(2025, 1), "verzorging", "44.3", "425 x 1.251 / 12 = 44.31"},
		{"single", family(2026, 1), "zorgverzekering", "176.58", "standaardpremie 2026: 2119 / 12"},
		{"couple", family(2026, 2), "zorgverzekering", "353.17", "2 x 2119 / 12"},
		{"single 2025", family(2025, 1), "zorgverzekering", "176", "standaardpremie 2025: 2112 / 12"},
		{"a child of 4", family(2026, 1, 3, 4), "onderwijs", "13.09", "122 x 1.253 x 1.0277 / 12 = 13.092"},
		{"12 and 6", family(2026, 1, 12, 6), "onderwijs", "62.02", "(456 + 122) x 1.253 x 1.0277 / 12 = 62.0246"},
		{"12, 2025", family(2025, 1, 12), "onderwijs", "47.61", "456 x 1.253 / 12 = 47.614"},
		{"single", family(2026, 1), "gemeente", "30.17", "362 / 12, of 2024"},
		{"parent, 5", family(2026, 1, 5), "gemeente", "38.08", "457 / 12, of 2024"},
		{"single", family(2026, 1), "waterschap", "28.33", "340 / 12, of 2024"},
		{"rent", family(2026, 1), "huur", "650", "the case file"},
	} {
		t.Run(c.name+" "+string(c.key), func(t *testing.T) { wantNorm(t, normsOf(t, c.h), c.key, c.perMonth, c.sum) })
	}
}

func TestPovertyLine(t *testing.T) {
	for _, c := range []struct {
		name     string
		h        *Household
		perMonth string
		sum      string
	}{
		// 2023 to 2026: 100 / 93.76 x 1.0277 = 1.09610
		{"single", family(2026, 1), "849", "775 x 1.09610 = 849.5"},
		{"couple", family(2026, 2), "1299", "1185 x 1.09610 = 1298.9"},
		{"couple, two young", family(2026, 2, 5, 12), "1973", "(1185 + 2 x 307.50) x 1.09610 = 1973.0"},
		{"couple, two teens", family(2026, 2, 13, 15), "2384", "(1800 + 2 x 187.50) x 1.09610 = 2384.0"},
		{"single 2025", family(2025, 1), "827", "775 x 100 / 93.76 = 826.6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := normsOf(t, c.h).Minimum
			if !m.PerMonth.Equal(dec(c.perMonth)) || m.Kind != KindMinimum || !m.Estimated() {
				t.Errorf("%s %s, want %s (%s)", m.PerMonth, m.Kind, c.perMonth, c.sum)
			}
		})
	}
}

func TestNormsMissing(t *testing.T) {
	h := family(2026, 1, 8)
	h.Housing.RentPerMonth = Amount{}
	b := normsOf(t, h)
	want := []LineKey{"huur", "contributies", "onderhoud", "meedoen"}
	if got := b.Missing(); !slices.Equal(got, want) {
		t.Errorf("missing %v, want %v", got, want)
	}
	for _, key := range []LineKey{"huisdieren", "ziektekosten", "aflossing", "kinderopvang"} {
		if n, _ := b.Of(key); n.State != None || n.Reason == "" {
			t.Errorf("%s: %v %q, want none with a reason", key, n.State, n.Reason)
		}
	}
	total := zero
	for _, n := range b.Lines {
		if n.State == HasAmount {
			total = total.Add(n.PerMonth)
		}
	}
	if !b.TotalPerMonth().Equal(total) || total.IsZero() {
		t.Errorf("total %s, want %s", b.TotalPerMonth(), total)
	}
}

func TestNormsOfAYearWithoutIndex(t *testing.T) {
	b := normsOf(t, family(2027, 1, 8))
	for _, key := range []LineKey{"voeding", "energie", "onderwijs"} {
		if n, _ := b.Of(key); n.State != Unknown || n.Reason != ReasonNoIndex || !n.PerMonth.IsZero() {
			t.Errorf("%s of 2027: %v %s %q", key, n.State, n.PerMonth, n.Reason)
		}
	}
	if b.Minimum.State != Unknown {
		t.Errorf("minimum of 2027: %s", b.Minimum.PerMonth)
	}
	wantNorm(t, b, "huur", "650", "the case file")
}

// Raising the age of one child across a limit changes the lines of that child only.
func TestAgeChangesOnlyLinesByPersonAndSchool(t *testing.T) {
	for age := 0; age < 17; age++ {
		before, after := normsOf(t, family(2026, 2, 6, age)), normsOf(t, family(2026, 2, 6, age+1))
		for i, n := range before.Lines {
			m := after.Lines[i]
			changed := !n.PerMonth.Equal(m.PerMonth)
			byPerson := n.Origin.Method == ByPerson && age+1 == 14
			bySchool := n.Origin.Method == ByPupil && (age+1 == 4 || age+1 == 12)
			if changed != (byPerson || bySchool) {
				t.Errorf("%d to %d: %s from %s to %s", age, age+1, n.Key, n.PerMonth, m.PerMonth)
			}
			if m.PerMonth.LessThan(n.PerMonth) {
				t.Errorf("%d to %d: %s falls", age, age+1, n.Key)
			}
		}
	}
}

func TestChildcareAndTravelAreLinesOfTheFile(t *testing.T) {
	h := family(2026, 1, 5)
	h.Adults[0].Jobs = []Job{{ID: "j", HoursPerWeek: Known(dec("24")), HourlyWage: Known(dec("16")), HolidayAllowancePercent: Known(dec("8")),
		PensionPercent: Known(zero), TravelCostPerMonth: Known(dec("60"))}}
	h.Children[0].Childcare = []Childcare{{Kind: BSO, HoursPerMonth: Known(dec("40")), PricePerHour: Known(dec("9.50"))}}
	b := normsOf(t, h)
	wantNorm(t, b, LineKinderopvang, "380", "40 x 9.50")
	wantNorm(t, b, LineReiskostenWerk, "60", "as in the file")
}

func TestOverlaid(t *testing.T) {
	b := normsOf(t, family(2026, 1))
	layer := []Norm{{Key: "voeding", PerMonth: dec("250"), Origin: Origin{Method: FromSet, Note: "set"}},
		{Key: "contributies", PerMonth: dec("15")}, {Key: "huur", PerMonth: dec("1")}}
	o := b.Overlaid(layer)
	wantNorm(t, o, "voeding", "250", "organisation over open")
	wantNorm(t, o, "contributies", "15", "organisation where open has none")
	wantNorm(t, o, "huur", "650", "own amount over organisation")
	wantNorm(t, b, "voeding", "301.3", "the budget under it stays")
	if n, _ := o.Of("voeding"); n.Kind != KindOrganisation || n.Group != GroupHuishoudelijk {
		t.Errorf("%+v", n)
	}
}

func TestNormReport(t *testing.T) {
	h := family(2026, 1)
	h.Housing.RentPerMonth = Amount{}
	data, err := json.Marshal(normsOf(t, h).Report(func(n Norm) string { return "bron " + string(n.Origin.Method) }))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{
		`{"key":"huur","group":"vast","state":"unknown","reason":"woning_ontbreekt","perMonth":null}`,
		`{"key":"voeding","group":"huishoudelijk","kind":"gemiddelde","state":"amount","perMonth":"301.30","source":"bron persoon","year":2026,"estimated":true}`,
		`"missing":["huur","contributies","onderhoud","meedoen"]`,
	} {
		if !strings.Contains(string(data), part) {
			t.Errorf("no %s in\n%s", part, data)
		}
	}
}
