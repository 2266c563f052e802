package command

import (
	"fmt"

	"perspectief/budget"
	"perspectief/i18n"
)

// gridAnswer is what `raster --json` prints: a row for each number of hours of the first adult, a column for each of the
// second. An amount that is unknown is null.
type gridAnswer struct {
	Adults            [2]string   `json:"adults"`
	Hours             []string    `json:"hours"`
	DisposablePerYear [][]*string `json:"disposablePerYear"`
}

// raster prints what is left over for every pair of hours of two partners.
func raster(s *session, o *options) error {
	from, to, step, err := o.span("4")
	if err != nil {
		return err
	}
	d, err := s.document(o)
	if err != nil {
		return err
	}
	if len(d.Household.Adults) != 2 {
		return &faultsError{faults: []budget.FieldError{{Field: "household.adults", Key: "opdracht.raster_partners"}}}
	}
	g, err := s.engine.Grid(&d.Household, from, to, step)
	if err != nil {
		return err
	}
	if o.has(flagJSON) {
		return s.json(gridJSON(g))
	}
	s.printGrid(g, &d.Household)
	return nil
}

func gridJSON(g *budget.Grid) gridAnswer {
	a := gridAnswer{Adults: g.Adults}
	for i, h := range g.Hours {
		a.Hours = append(a.Hours, h.String())
		row := make([]*string, len(g.Hours))
		for k := range row {
			if g.Known {
				row[k] = cents(g.PerYear[i][k], true)
			}
		}
		a.DisposablePerYear = append(a.DisposablePerYear, row)
	}
	return a
}

func (s *session) printGrid(g *budget.Grid, h *budget.Household) {
	who := names(h)
	s.print("opdracht.raster_kop", i18n.Args{"rij": who(g.Adults[0]), "kolom": who(g.Adults[1])})
	fmt.Fprintln(&s.out)
	if !g.Known {
		s.print("opdracht.onbekend", nil)
		return
	}
	t := table{right: make([]bool, 1+len(g.Hours))}
	head := []string{""}
	for i, h := range g.Hours {
		head = append(head, i18n.Hours(h))
		t.right[i] = true
	}
	t.right[len(g.Hours)] = true
	t.add(head...)
	for i, h := range g.Hours {
		row := []string{i18n.Hours(h)}
		for _, perYear := range g.PerYear[i] {
			row = append(row, i18n.WholeEuro(budget.Monthly.FromYear(perYear)))
		}
		t.add(row...)
	}
	t.write(&s.out)
}
