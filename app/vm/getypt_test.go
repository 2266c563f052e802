package vm

import (
	"slices"
	"strings"
	"testing"

	"perspectief/budget"
)

// What was typed and is no value yet stays at its row when another row goes.
func TestWhatWasTypedStaysAtItsRow(t *testing.T) {
	talk := newTalk(t)
	talk.UseWindow(&desk{folder: t.TempDir()})
	talk.Go(Who)
	for range 3 {
		set(talk, "household.children.add", "")
	}
	last := len(talk.household().Children) - 1
	child := func(i int) string { return "household.children[" + itoa(i) + "]" }
	set(talk, "household.adults[0].wealth", "ongeveer 1200")
	set(talk, child(last-2)+".born.month", "5")
	set(talk, child(last-1)+".born.month", "6")
	set(talk, child(last)+".born.month", "7")

	set(talk, child(last-1)+".remove", "")

	for id, want := range map[string]string{"household.adults[0].wealth": "ongeveer 1200", child(last-2) + ".born.month": "5", child(last-1) + ".born.month": "7"} {
		if got := talk.Value(id); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	for id := range talk.typed {
		if strings.HasPrefix(id, child(last)) {
			t.Errorf("%s is of no row any more", id)
		}
	}
}

func TestRowsMoveUp(t *testing.T) {
	kept := map[string]string{"a[0].x": "0", "a[1].x": "1", "a[1].b[3]": "2", "a[2]": "3", "a[11].b[0].y": "4", "a1[5]": "5", "ab[2].x": "6", "a.x": "7"}
	moveUp(kept, "a[1]")
	want := map[string]string{"a[0].x": "0", "a[1]": "3", "a[10].b[0].y": "4", "a1[5]": "5", "ab[2].x": "6", "a.x": "7"}
	for id, v := range want {
		if kept[id] != v {
			t.Errorf("%s: %q, want %q", id, kept[id], v)
		}
	}
	if len(kept) != len(want) {
		t.Errorf("got %v", kept)
	}
	moveUp(kept, "a") // a row without a number takes its own along and moves nothing
	if len(kept) != 2 || kept["a1[5]"] != "5" || kept["ab[2].x"] != "6" {
		t.Errorf("got %v", kept)
	}
}

// Words in an amount of the budget are no amount yet; the field does not go away under the hands that type.
func TestAFieldStaysWhileItIsTypedIn(t *testing.T) {
	for _, view := range []string{FamilyView, HelperView} {
		talk := newTalk(t)
		talk.UseWindow(&desk{folder: t.TempDir()})
		talk.SetView(view)
		talk.Go(Out)
		var ids []string
		for _, s := range talk.Screen().all() {
			for _, r := range s.Rows {
				for _, f := range r.Fields {
					if f.Kind == AmountField {
						ids = append(ids, f.ID)
					}
				}
			}
		}
		if len(ids) < 10 {
			t.Fatalf("only %d amounts", len(ids))
		}
		for _, id := range ids {
			was := talk.Value(id)
			for _, text := range []string{"x", "rek 111222333", was} {
				set(talk, id, text)
				if got := talk.Value(id); got != text {
					t.Errorf("%s %s: typed %q, shows %q", view, id, text, got)
				}
			}
			if len(talk.refused) > 0 || talk.typed[id] != "" {
				t.Errorf("%s %s: still refused %v, typed %q", view, id, talk.refused, talk.typed[id])
			}
		}
	}
}

// Text from the clipboard ends its lines in other ways, which must not keep a family from being saved.
func TestTextFromTheClipboardIsKept(t *testing.T) {
	talk := newTalk(t)
	talk.UseWindow(&desk{folder: t.TempDir()})
	for text, want := range map[string]string{"een\r twee": "een twee", "een\r\ntwee": "een\ntwee", "een\vtwee": "een twee", "een\u0085twee": "een twee",
		"een\u2028twee": "een twee", "een\ttwee": "een\ttwee"} {
		set(talk, "household.adults[0].name", text)
		if got := talk.household().Adults[0].Name; got != want || len(talk.refused) > 0 {
			t.Errorf("%q: %q, refused %v", text, got, talk.refused)
		}
	}
}

// A number that no plan needs is told at its field, wherever it was typed.
func TestANumberIsToldAtItsField(t *testing.T) {
	talk := newTalk(t)
	talk.UseWindow(&desk{folder: t.TempDir()})
	talk.SetView(HelperView)
	for step := range NumSteps {
		talk.Go(step)
		for _, page := range append([]Option{{}}, talk.Screen().Pages...) {
			if page.ID != "" {
				talk.OpenPage(page.ID)
			}
			var ids []string
			for _, s := range talk.Screen().all() {
				for _, r := range s.Rows {
					for _, f := range r.Fields {
						if f.Kind == TextField || f.Kind == NoteField {
							ids = append(ids, f.ID)
						}
					}
				}
			}
			for _, id := range ids {
				was := talk.Value(id)
				set(talk, id, "rek 111222333")
				if hint := hintAt(talk, id); hint != talk.Words.T("fout.bsn") {
					t.Errorf("%s: hint %q", id, hint)
				}
				if _, ok := talk.PaperData(Paper{Kind: EmployerPaper}); ok {
					t.Errorf("%s: printed", id)
				}
				set(talk, id, was)
			}
		}
	}
}

func hintAt(talk *Talk, id string) string {
	for _, s := range talk.Screen().all() {
		for _, r := range s.Rows {
			if slices.ContainsFunc(r.Fields, func(f Field) bool { return f.ID == id }) {
				return r.Hint
			}
		}
	}
	return "no such field"
}

// The address of a page may hold any number, other words in its place may not.
func TestANumberInASourceIsRefused(t *testing.T) {
	d := newTalk(t).everything()
	for source, want := range map[string]int{"https://example.org/wet/111222333": 0, "111222333": 1, "https://example.org/ 111222333": 1} {
		d.Household.LocalSchemes = []budget.LocalScheme{{SourceURL: source}}
		if got := len(d.Refusals()); got != want {
			t.Errorf("%q: %d refusals, want %d", source, got, want)
		}
	}
}

// What keeps the paper from being made is told as it is.
func TestThePaperSaysWhyItIsNotMade(t *testing.T) {
	talk := newTalk(t)
	talk.UseWindow(&desk{folder: t.TempDir()})
	set(talk, "household.adults[0].name", strings.Repeat("x", 10000))
	hint := hintAt(talk, "household.adults[0].name")
	if _, ok := talk.PaperData(Paper{Kind: PlanPaper}); ok || hint == "" || !strings.Contains(talk.notice, hint) {
		t.Errorf("said %q, at the field %q", talk.notice, hint)
	}
}
