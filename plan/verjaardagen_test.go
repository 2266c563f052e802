package plan

import (
	"fmt"
	"math/rand"
	"testing"
	"time"

	"perspectief/budget"
)

// A birthday of 12, 16 or 18 from this month on and within a year is always on the paper, with the month in which it is: mission
// P9 and C22. The months are counted here by hand: 0 is the month of the talk.
func TestBirthdaysAreAlwaysOnPaper(t *testing.T) {
	r := rand.New(rand.NewSource(12))
	words, named := simpleDutch(t), 0
	for range 200 {
		date := time.Date(2026, time.Month(1+r.Intn(12)), 1+r.Intn(28), 0, 0, 0, 0, time.UTC)
		h := couple("20")
		h.Children = nil
		type birthday struct {
			name string
			age  int
			on   time.Time
		}
		var want []birthday
		for i := range 1 + r.Intn(4) {
			age, ahead := []int{4, 12, 16, 18}[r.Intn(4)], r.Intn(12)
			on := time.Date(2026, date.Month()+time.Month(ahead), 1, 0, 0, 0, 0, time.UTC)
			k := budget.Child{ID: fmt.Sprint("c", i), Name: []string{"Noor", "Sem", "Ilyas", "Fay"}[i], Kinderbijslag: true,
				Born: budget.YearMonth{Year: on.Year() - age, Month: int(on.Month())}}
			h.Children = append(h.Children, k)
			if age >= 12 {
				want = append(want, birthday{k.Name, age, on})
			}
		}
		d, err := Prepare(engine(t), Case{Household: h, Plan: &Plan{Print: PrintChoice{WithoutHours: true}}}, words, date)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range want {
			named++
			line := fmt.Sprintf("In %s wordt %s %d.", words.MonthYear(b.on), b.name, b.age)
			if !d.Has(line) {
				t.Errorf("talk in %s: no %q", date.Format("2006-01"), line)
			}
		}
	}
	if named < 200 {
		t.Fatalf("only %d birthdays", named)
	}
}
