package rules

import "testing"

func TestLoad(t *testing.T) {
	book, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for year := FirstYear; year <= LastYear; year++ {
		set, err := book.For(year)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(year, set.Checked, set.Preliminary(), set.missing, len(set.Referentiebudget))
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}
