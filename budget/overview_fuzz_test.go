package budget

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
)

// FuzzOverview looks for budgets whose sums depend on the order of the lines, on the norms under them, or on the way an amount is
// written. Three bytes make a line: which one, its rhythm or "weet ik niet", and its amount.
func FuzzOverview(f *testing.F) {
	f.Add([]byte{0, 3, 100, 40, 1, 75, 40, 8, 0}, []byte{1, 20, 40, 7})
	f.Add([]byte{1, 6, 255, 2, 3, 9, 3, 8, 1}, []byte{})
	f.Add([]byte("een gezin met veel regels en een lange lijst"), []byte("normen van de gemeente"))
	e := testEngine(f)
	h := family(2026, 2, 3, 14)
	r, err := e.Year(h)
	if err != nil {
		f.Fatal(err)
	}
	open, err := e.Norms(h, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data, norms []byte) {
		own := ownOf(data[:min(len(data), 300)])
		if faults := own.Validate(); len(faults) > 0 {
			t.Fatal(faults)
		}
		v := NewOverview(open, own, nil, r)
		adds(t, v)

		turned := &OwnBudget{Lines: slices.Clone(own.Lines)}
		slices.Reverse(turned.Lines)
		sameSums(t, "the order of the lines", v, NewOverview(open, turned, nil, r))

		yearly := &OwnBudget{Lines: slices.Clone(own.Lines)}
		for i, o := range yearly.Lines {
			if perYear, known := o.PerYear(); known {
				yearly.Lines[i].Amount, yearly.Lines[i].Rhythm = Known(perYear), Yearly
				if back := o.Rhythm.FromYear(perYear); !back.Equal(o.Amount.Or(zero)) {
					t.Fatalf("%s a %s comes back as %s", o.Amount, o.Rhythm, back)
				}
			}
		}
		sameSums(t, "another rhythm for the same amount", v, NewOverview(open, yearly, nil, r))

		over := NewOverview(open.Overlaid(layerOfBytes(norms)), own, nil, r)
		adds(t, over)
		layersHold(t, v, over)
	})
}

func ownOf(data []byte) *OwnBudget {
	own := &OwnBudget{}
	lines, rhythms := Lines(), Rhythms()
	for ; len(data) >= 3; data = data[3:] {
		o := OwnLine{Key: lines[int(data[0])%len(lines)].Key}
		if way := int(data[1]) % (len(rhythms) + 1); way < len(rhythms) {
			o.Rhythm, o.Amount = rhythms[way], Known(decimal.New(int64(data[2])*137, -2))
		} else {
			o.Unknown = true
		}
		own.Lines = append(own.Lines, o)
	}
	return own
}

func layerOfBytes(data []byte) []Norm {
	var layer []Norm
	lines := Lines()
	for ; len(data) >= 2; data = data[2:] {
		layer = append(layer, Norm{Key: lines[int(data[0])%len(lines)].Key, PerMonth: decimal.New(int64(data[1])*99, -2)})
	}
	return layer
}

// adds tells whether every total is the sum of its parts.
func adds(t *testing.T, v *Overview) {
	t.Helper()
	lines, groups, in := zero, zero, zero
	for _, b := range v.Lines {
		lines = lines.Add(b.PerMonth)
		if b.State != HasAmount && !b.PerMonth.IsZero() {
			t.Fatalf("%s is %v and counts for %s", b.Key, b.State, b.PerMonth)
		}
	}
	for _, g := range v.Groups {
		groups = groups.Add(g.PerMonth)
	}
	for _, l := range v.Income {
		in = in.Add(l.PerMonth)
	}
	if !lines.Equal(v.Out) || !groups.Equal(v.Out) || !in.Equal(v.In) || !v.Left.Equal(v.In.Sub(v.Out)) {
		t.Fatalf("lines %s, groups %s of %s; parts %s of %s; left %s", lines, groups, v.Out, in, v.In, v.Left)
	}
}

func sameSums(t *testing.T, what string, v, w *Overview) {
	t.Helper()
	if !v.Out.Equal(w.Out) || !v.OutOwn.Equal(w.OutOwn) || !v.Left.Equal(w.Left) || !slices.Equal(v.Missing, w.Missing) ||
		!slices.Equal(v.NotFilled, w.NotFilled) || !slices.Equal(v.ToDo, w.ToDo) {
		t.Fatalf("%s changes %s (own %s) into %s (own %s)", what, v.Out, v.OutOwn, w.Out, w.OutOwn)
	}
}

// layersHold tells whether the own amounts are the same under and over a set, and whether the set only comes where they are not.
func layersHold(t *testing.T, v, over *Overview) {
	t.Helper()
	if !v.OutOwn.Equal(over.OutOwn) {
		t.Fatalf("a set changes the own amounts from %s to %s", v.OutOwn, over.OutOwn)
	}
	for i, b := range v.Lines {
		o := over.Lines[i]
		if b.Own.IsKnown() != o.Own.IsKnown() || !b.Own.Or(zero).Equal(o.Own.Or(zero)) || b.Own.IsKnown() && o.Kind != KindOwn {
			t.Fatalf("%s: own %s became %s %s", b.Key, b.Own, o.Kind, o.Own)
		}
		if o.Kind == KindAverage && (b.Kind != KindAverage || !b.PerMonth.Equal(o.PerMonth)) {
			t.Fatalf("%s: the open norm went from %s to %s", b.Key, b.PerMonth, o.PerMonth)
		}
	}
}
