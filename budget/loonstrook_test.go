package budget_test

import (
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
)

// monthly gives a job of 30 hours that pays this gross wage a month: 130 hours a month.
func monthly(id, gross string, credit bool) budget.Job {
	j := job("30", "0")
	j.ID, j.PayrollCredit = id, credit
	j.HourlyWage = budget.Known(dec(gross).DivRound(dec("130"), 10))
	return j
}

// Two jobs: the credit may be used at one of them. With the white table of 2025, 2,000 and 1,000 a month with the credit twice
// withhold 82.83 + 21.67 where one wage of 3,000 withholds 404.42. In 2026 1,200 and 800 withhold 23.33 and nothing, where
// 2,000 withholds 61.25: L = 444 x 54 = 23,976; 35.75% is 8,571, less 3,115, less 996 + 31.009% x 12,011 = 4,721, is 735 a year.
func TestTheCreditAtTwoJobs(t *testing.T) {
	e := engine(t)
	for _, c := range []struct {
		year          int
		gross, withIt string
	}{
		{2025, "2000", "82.83"}, {2025, "1000", "21.67"}, {2025, "3000", "404.42"},
		{2026, "1200", "23.33"}, {2026, "800", "0"}, {2026, "2000", "61.25"},
	} {
		h := alone(c.year)
		h.Adults[0].Jobs = []budget.Job{monthly("j1", c.gross, true)}
		slip, err := e.Loonstrook(h, "a1", "j1")
		if err != nil {
			t.Fatal(err)
		}
		table, err := e.Loonheffing(c.year, h.Adults[0].Born, dec(c.gross))
		if err != nil {
			t.Fatal(err)
		}
		if !slip.Bruto.Equal(dec(c.gross)) || !slip.Loonheffing.Equal(dec(c.withIt)) || !table.WithCredit.Equal(dec(c.withIt)) {
			t.Errorf("%d: gross %s withholds %s (table %s), want %s", c.year, slip.Bruto, slip.Loonheffing, table.WithCredit, c.withIt)
		}
		if !slip.Netto.Equal(slip.Bruto.Sub(slip.Loonheffing)) {
			t.Errorf("net %s", slip.Netto)
		}
	}
}

// Without the credit 800 a month withholds 35.75%: L = 177 x 54 = 9,558, 3,416 a year, 284.67 a month; holiday pay 35.75% too.
func TestASecondJobWithoutTheCredit(t *testing.T) {
	h := alone(2026)
	h.Adults[0].Jobs = []budget.Job{monthly("j1", "1200", true), monthly("j2", "800", false)}
	slip, err := engine(t).Loonstrook(h, "a1", "j2")
	if err != nil {
		t.Fatal(err)
	}
	// Holiday pay 8% of 9,600 = 768.00, 35.75% of it 274.56.
	for name, pair := range map[string][2]decimal.Decimal{
		"withheld":             {slip.Loonheffing, dec("284.67")},
		"net":                  {slip.Netto, dec("515.33")},
		"holiday pay":          {slip.Vakantiegeld, dec("768")},
		"holiday pay withheld": {slip.VakantiegeldHeffing, dec("274.56")},
		"holiday pay net":      {slip.VakantiegeldNetto, dec("493.44")},
	} {
		if !pair[0].Equal(pair[1]) {
			t.Errorf("%s is %s, want %s", name, pair[0], pair[1])
		}
	}
}

// 32 hours of 14.71 in 2026: 24,477.44 / 12 = 2,039.79 a month. L = 453 x 54 = 24,462; 35.75% is 8,745, less 3,115, less
// 996 + 31.009% x 12,497 = 4,872, is 758 a year, 63.17 a month. Holiday pay 1,958.20 at a year wage of 26,435: 33.80%, 661.87.
func TestHolidayPayAtTheSpecialRate(t *testing.T) {
	e := engine(t)
	h := alone(2026, hourly("32", "14.71"))
	slip, err := e.Loonstrook(h, "a1", "j1")
	if err != nil {
		t.Fatal(err)
	}
	for name, pair := range map[string][2]decimal.Decimal{
		"gross":       {slip.Bruto, dec("2039.79")},
		"withheld":    {slip.Loonheffing, dec("63.17")},
		"holiday pay": {slip.Vakantiegeld, dec("1958.20")},
		"rate":        {slip.VakantiegeldTarief, dec("0.3380")},
		"of it":       {slip.VakantiegeldHeffing, dec("661.87")},
	} {
		if !pair[0].Equal(pair[1]) {
			t.Errorf("%s is %s, want %s", name, pair[0], pair[1])
		}
	}
	// The year's tax on 26,435 is 9,450 - 3,115 - (5,300 + 1.95% x 590 = 5,312) = 1,023, withheld is 12 x 63.17 + 661.87 =
	// 1,419.91: 396.91 comes back with the tax return.
	y, err := e.Months(h)
	if err != nil {
		t.Fatal(err)
	}
	if got := timing(y, budget.TimingTaxReturn, budget.Inkomstenbelasting); !got.Equal(dec("396.91")) {
		t.Errorf("%s comes back, want 396.91", got)
	}
}

// With 5% pension premium: 2,000 a month, 100.00 premium, 1,900 taxed. L = 422 x 54 = 22,788; 35.75% is 8,146, less 3,115, less
// 996 + 31.009% x 10,823 = 4,353 (4,352.10 up), is 678, 56.50 a month; net 1,843.50. Holiday pay 1,920.00, premium 96.00.
func TestPensionOnThePaySlip(t *testing.T) {
	h := alone(2026)
	j := monthly("j1", "2000", true)
	j.PensionPercent = known("5")
	h.Adults[0].Jobs = []budget.Job{j}
	slip, err := engine(t).Loonstrook(h, "a1", "")
	if err != nil {
		t.Fatal(err)
	}
	if !slip.Pensioen.Equal(dec("100")) || !slip.Loonheffing.Equal(dec("56.50")) || !slip.Netto.Equal(dec("1843.50")) ||
		!slip.Vakantiegeld.Equal(dec("1920")) || !slip.VakantiegeldPensioen.Equal(dec("96")) {
		t.Errorf("pay slip %+v", slip)
	}
}

func TestPaySlipsThatCannotBe(t *testing.T) {
	e := engine(t)
	h := alone(2026, hourly("20", "15"))
	for name, ids := range map[string][2]string{"adult": {"a9", "j1"}, "job": {"a1", "j9"}} {
		if _, err := e.Loonstrook(h, ids[0], ids[1]); err == nil {
			t.Errorf("unknown %s: no error", name)
		}
	}
	h.Adults[0].Jobs[0].HourlyWage = budget.Amount{}
	if _, err := e.Loonstrook(h, "a1", "j1"); err == nil {
		t.Error("a pay slip without an hourly wage")
	}
	if _, err := e.Loonheffing(2026, budget.YearMonth{Year: 1959, Month: 3}, dec("2000")); err == nil {
		t.Error("withholding in the year of the AOW age")
	}
	if _, err := e.Loonheffing(2024, budget.YearMonth{Year: 1990, Month: 3}, dec("2000")); err == nil {
		t.Error("withholding in a year without figures")
	}
}
