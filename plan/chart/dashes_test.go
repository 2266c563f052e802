package chart

import (
	"reflect"
	"testing"
)

// Ten to the right and ten up, dashes of 4 with gaps of 2: 0-4, 6-10, 12-16 and 18-20 along the path; the corner lies at 10.
func TestDashes(t *testing.T) {
	path := []XY{{0, 0}, {10, 0}, {10, 10}}
	want := [][]XY{{{0, 0}, {4, 0}}, {{6, 0}, {10, 0}}, {{10, 2}, {10, 6}}, {{10, 8}, {10, 10}}}
	if got := Dashes(path, 4, 2); !reflect.DeepEqual(got, want) {
		t.Errorf("dashes %v, want %v", got, want)
	}
	// 0-6 and 8-14, the second one round the corner.
	if got := Dashes(path, 6, 2); len(got) != 3 || !reflect.DeepEqual(got[1], []XY{{8, 0}, {10, 0}, {10, 4}}) {
		t.Errorf("round the corner %v", got)
	}
	if got := Dashes(path, 0, 7); !reflect.DeepEqual(got, [][]XY{path}) {
		t.Errorf("a whole line %v", got)
	}
}
