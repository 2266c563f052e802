package store

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"perspectief/budget"
)

// many repeats an element of a list; %d in it becomes its number.
func many(n int, element string) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strings.ReplaceAll(element, "%d", fmt.Sprint(i)))
	}
	return b.String()
}

func caseWith(household, parts string) string {
	return `{"schema": 1, "household": {"year": 2026, "partners": false, ` + household + `}` + parts + `}`
}

const oneAdult = `"adults": [{"id": "a1", "born": "1990-01"}]`

// A file that was made to keep the program busy gets no more of the computer than the largest honest one.
func TestAHostileFileEndsSoon(t *testing.T) {
	const (
		mostObjects = 6_000_000
		mostBytes   = 16 * MaxSize
	)
	fill := func(unit string) int { return (MaxSize - 200) / (len(unit) + 1) }
	for name, data := range map[string]string{
		"lists for adults":   caseWith(`"adults": [`+many(fill("[]"), "[]")+`]`, ""),
		"unknown names":      caseWith(oneAdult, ","+many(100_000, `"onbekend%d": 1`)),
		"too much unknown":   caseWith(oneAdult, ","+many(fill(`"houshold": 1`), `"houshold": 1`)),
		"escapes":            caseWith(oneAdult, `, "x": "`+strings.Repeat(`\ud83d\ude00`, 200_000)+`"`),
		"unknown lines":      caseWith(oneAdult, `, "visits": [`+many(40, `{"lines": [`+many(1000, `{"key": "rekening%d"}`)+`]}`)+`]`),
		"schemes of nothing": caseWith(oneAdult+`, "localSchemes": [`+many(maxItems, `{"id": "%d"}`)+`]`, ""),
	} {
		if len(data) > MaxSize {
			t.Fatalf("%s: %d bytes", name, len(data))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, faults := Check([]byte(data))
		runtime.ReadMemStats(&after)
		if n := len(faults); n == 0 || n > maxFaults+1 {
			t.Errorf("%s: %d faults", name, n)
		}
		if objects, bytes := after.Mallocs-before.Mallocs, after.TotalAlloc-before.TotalAlloc; objects > mostObjects || bytes > mostBytes {
			t.Errorf("%s: took %d objects, %d MB", name, objects, bytes>>20)
		}
	}
}

// All faults come at once, up to where nobody reads on; beyond that the last sentence says that there are more.
func TestFaultsAreToldUpToAHundred(t *testing.T) {
	more := budget.FieldError{Key: "fout.nog_meer"}
	for name, with := range map[string]func(n int) string{
		"form": func(n int) string {
			return caseWith(oneAdult, `, "debts": [`+many(n, `{"kind": "bank", "soort": 1}`)+`]`)
		},
		"names":   func(n int) string { return caseWith(oneAdult, ","+many(n, `"onbekend%d": 1`)) },
		"content": func(n int) string { return caseWith(oneAdult, `, "debts": [`+many(n, `{"kind": "x"}`)+`]`) },
	} {
		for n, want := range map[int]int{99: 99, 100: 100, 101: 101, 500: 101} {
			_, faults := Check([]byte(with(n)))
			if len(faults) != want {
				t.Errorf("%s: %d faults told of %d", name, len(faults), n)
			}
			if last := faults[len(faults)-1]; reflect.DeepEqual(last, more) != (n > 100) {
				t.Errorf("%s: the last of %d is %v", name, n, last)
			}
		}
	}
	_, faults := Check([]byte(caseWith(`"adults": [{"id": 5, "born": "1990-01"}], "children": [{"id": "c1"}]`, `, "debts": [{"kind": "x"}]`)))
	if len(faults) != 3 {
		t.Errorf("of form and of content together: %v", faults)
	}
	_, faults = DecodeSchemes([]byte(`{"regelingen": 1, "name": "x", "schemes": [` + many(500, `{"id": "%d"}`) + `]}`))
	if len(faults) != 101 || !reflect.DeepEqual(faults[100], more) {
		t.Errorf("schemes: %d faults", len(faults))
	}
}

func TestListsAndValuesHaveAnEnd(t *testing.T) {
	debts := func(n int) string { return caseWith(oneAdult, `, "debts": [`+many(n, `{}`)+`]`) }
	if _, faults := Decode([]byte(debts(maxItems))); len(faults) > 0 {
		t.Errorf("the longest list: %v", faults)
	}
	if _, faults := Decode([]byte(debts(maxItems + 1))); len(faults) != 1 || faults[0].Field != "debts" || faults[0].Key != "fout.lijst_te_lang" {
		t.Errorf("a longer list: %v", faults)
	}
	if _, fault := parse([]byte("[" + many(maxValues-1, "1") + "]")); fault != nil {
		t.Error(fault)
	}
	if _, fault := parse([]byte("[" + many(maxValues, "1") + "]")); fault == nil || fault.Key != "fout.te_veel_gegevens" || fault.Field != "" {
		t.Errorf("too much: %v", fault)
	}
}
