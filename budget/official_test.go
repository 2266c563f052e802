package budget_test

import (
	"os"
	"strings"
	"testing"

	"perspectief/budget/scorekaart"
)

// Every published example comes out, within the rounding that its publisher is known to use, or says why it cannot be asked.
func TestOfficialExamples(t *testing.T) {
	cases, err := scorekaart.Read(os.DirFS("testdata/official"))
	if err != nil {
		t.Fatal(err)
	}
	verdicts, err := scorekaart.Judge(cases)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verdicts {
		t.Run(v.Case.ID, func(t *testing.T) {
			if v.Skipped != "" {
				t.Skip(v.Skipped)
			}
			if v.Err != nil {
				t.Fatal(v.Err)
			}
			for _, o := range v.Outcomes {
				if !o.Equal {
					t.Errorf("%s: got %s, published %s (%s)", o.Key, o.Got, o.Want, v.Case.Source)
				}
			}
			if !v.Equal() && !t.Failed() {
				t.Error("nothing was compared")
			}
		})
	}
}

// What is listed as not expressed exists: a list that outlives its examples would hide new ones.
func TestWhatIsNotExpressedExists(t *testing.T) {
	cases, err := scorekaart.Read(os.DirFS("testdata/official"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, c := range cases {
		if known[c.ID] {
			t.Errorf("%s stands twice in the examples", c.ID)
		}
		known[c.ID] = true
		for _, key := range c.Keys() {
			known[c.ID+"/"+key] = true
		}
	}
	for name, reason := range scorekaart.NotExpressed {
		if !known[name] {
			t.Errorf("%s is no published example", name)
		}
		if id, _, part := strings.Cut(name, "/"); part && scorekaart.NotExpressed[id] != "" {
			t.Errorf("%s: the whole example is not expressed", name)
		}
		if reason == "" {
			t.Errorf("%s: no reason", name)
		}
	}
}
