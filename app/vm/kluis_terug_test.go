package vm

import (
	"strings"
	"testing"
)

const rentField = "household.housing.rentPerMonth"

func value(t *testing.T, talk *Talk, step Step, id string) string {
	t.Helper()
	talk.step = step
	return talk.Value(id)
}

func TestUndoAndRedoGoThroughTheWholeTalk(t *testing.T) {
	talk, _, _ := newDesk(t)
	before := string(talk.encoded())
	set(talk, rentField, "700")
	talk.Go(Out)
	set(talk, "budget.energie", "150")
	talk.Go(OurPlan)
	set(talk, "plan.wishes[0].text", "Rust")
	talk.SetYear("2025")
	after := string(talk.encoded())
	steps := []Step{OurPlan, OurPlan, Out, Who}
	for _, want := range steps {
		if !talk.CanUndo() {
			t.Fatal("too few steps")
		}
		talk.Go(In)
		if talk.Undo(); talk.Step() != want {
			t.Errorf("undo shows step %d, want %d", talk.Step()+1, want+1)
		}
	}
	if talk.CanUndo() || string(talk.encoded()) != before {
		t.Error("undo does not end where the talk began")
	}
	for range steps {
		talk.Redo()
	}
	if talk.CanRedo() || string(talk.encoded()) != after {
		t.Error("redo does not end where the talk was")
	}
}

func TestKeystrokesInOneFieldAreOneStep(t *testing.T) {
	talk, c, _ := newDesk(t)
	first := value(t, talk, Who, rentField)
	for _, text := range []string{"7", "70", "700"} {
		set(talk, rentField, text)
	}
	c.pass(typingPause)
	for _, text := range []string{"7001", "70012"} {
		set(talk, rentField, text)
	}
	talk.Undo()
	if v := value(t, talk, Who, rentField); v != "700" {
		t.Errorf("undo gives %q, want what stood there before the pause", v)
	}
	talk.Undo()
	if v := value(t, talk, Who, rentField); v != first {
		t.Errorf("undo gives %q, want %q", v, first)
	}
}

func TestAButtonPressedTwiceIsTwoSteps(t *testing.T) {
	talk, _, _ := newDesk(t)
	n := len(talk.doc.Household.Children)
	for range 2 {
		set(talk, "household.children.add", "")
	}
	talk.Undo()
	if got := len(talk.doc.Household.Children); got != n+1 {
		t.Errorf("%d children, want %d", got, n+1)
	}
}

func TestTextThatIsNoAmountComesBackToo(t *testing.T) {
	talk, _, _ := newDesk(t)
	set(talk, rentField, "zeven")
	set(talk, "household.adults[0].name", "x")
	set(talk, rentField, "700")
	talk.Undo()
	if v := value(t, talk, Who, rentField); v != "zeven" {
		t.Errorf("undo gives %q", v)
	}
}

func TestAChangeAfterUndoEndsRedo(t *testing.T) {
	talk, _, _ := newDesk(t)
	set(talk, rentField, "700")
	talk.Undo()
	set(talk, "household.adults[0].name", "x")
	if talk.CanRedo() {
		t.Error("what was taken back can still be done again")
	}
}

func TestLookingAroundIsNoChange(t *testing.T) {
	talk, _, _ := newDesk(t)
	for s := range NumSteps {
		talk.Go(s)
		talk.Screen()
	}
	talk.SetTextSize(150)
	talk.Go(Who)
	if talk.CanUndo() || talk.Dirty() {
		t.Error("looking around can be undone, or has to be saved")
	}
}

func TestTheMemoryOfUndoIsBounded(t *testing.T) {
	for _, c := range []struct{ size, count, want int }{
		{10, mostMoments, mostMoments}, {10, mostMoments + 1, mostMoments}, {mostBytes / 4, 9, 4}, {mostBytes + 1, 2, 0},
	} {
		var h history
		for range c.count {
			h.before = append(h.before, moment{text: strings.Repeat("x", c.size)})
			h.trim()
		}
		if n := len(h.before); n != c.want {
			t.Errorf("of %d moments of %d bytes %d are kept, want %d", c.count, c.size, n, c.want)
		}
	}
}

func TestUndoIsSavedToo(t *testing.T) {
	talk, c, _ := kept(t)
	set(talk, "household.adults[0].name", "Fout")
	c.pass(saveDelay)
	talk.Undo()
	c.pass(saveDelay)
	if got := onDisk(t, talk).Household.Adults[0].Name; got != "" {
		t.Errorf("the file holds %q", got)
	}
}

func BenchmarkRemember(b *testing.B) {
	t := &testing.T{}
	talk := newTalk(t)
	for b.Loop() {
		talk.moment()
	}
}
