package budget_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/budget/scorekaart"
)

// The white monthly tables of the Belastingdienst, every cell, to the cent. The tables are too large to keep here: this runs when
// PERSPECTIEF_LOONTABELLEN names a folder with payroll-table-2025.csv and payroll-table-2026.csv.
func TestOfficialPayrollTables(t *testing.T) {
	folder := os.Getenv("PERSPECTIEF_LOONTABELLEN")
	if folder == "" {
		t.Skip("set PERSPECTIEF_LOONTABELLEN to a folder with payroll-table-2025.csv and payroll-table-2026.csv")
	}
	book, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	engine := budget.NewEngine(book)
	cells := 0
	for _, year := range []int{2025, 2026} {
		file, err := os.Open(filepath.Join(folder, fmt.Sprintf("payroll-table-%d.csv", year)))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		tally, err := scorekaart.Loontabel(engine, year, file)
		if err != nil {
			t.Fatal(err)
		}
		if tally.Equal != tally.Count {
			t.Errorf("%d: %d of %d cells are equal, largest difference %s: %v", year, tally.Equal, tally.Count, tally.Largest, tally.Examples)
		}
		cells += tally.Count
	}
	if cells != 43_740 {
		t.Errorf("%d cells, not 43,740", cells)
	}
}
