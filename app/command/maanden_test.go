package command_test

import (
	"strings"
	"testing"
)

// The pay slip by the white table of 2026: 20 x 52 / 12 x 15.50 = 1,343.33 a month; the table year wage is 298 x 54 = 16,092;
// tax 5,752 - 3,115 - 2,276 (996 + 31.009% of 4,127, up) = 361, a month 30.08; net 1,313.25. Holiday pay 16,120 x 8% = 1,289.60.
// The kinderbijslag of January is that of the last quarter of 2025 for a child of 7: 353.95.
func TestMonthsAndPaySlip(t *testing.T) {
	status, out, _ := call(t, "", "bereken", single, "--maanden", "--strook")
	for _, want := range []string{"1.343,33", "-30,08", "1.313,25", "1.289,60", "353,95", "januari", "december"} {
		if status != 0 || !strings.Contains(out, want) {
			t.Errorf("status %d, no %s in:\n%s", status, want, out)
		}
	}
}

// Without a wage there is no slip and there are no months, and it says so.
func TestMonthsThatAreNotKnown(t *testing.T) {
	status, out, _ := call(t, file(t, `"hourlyWage":"15.50",`, ``), "bereken", "-", "--maanden", "--strook")
	if status != 0 || strings.Count(out, "nog niet te berekenen") != 2 {
		t.Errorf("status %d, want two sentences that it is not known yet:\n%s", status, out)
	}
}

func TestUrenSaysWhereEachHundredGoes(t *testing.T) {
	status, out, _ := call(t, "", "uren", single, "--uitleg")
	if status != 0 || strings.Count(out, "100\u00a0euro") != 5 || !strings.Contains(out, "Van 32 naar 40\u00a0uur") {
		t.Errorf("status %d, want five stretches of eight hours:\n%s", status, out)
	}
}
