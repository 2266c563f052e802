package command_test

import (
	"os"
	"strings"
	"testing"
)

// The answers in docs/oefenen.md are what the command says: a line with four spaces is a command, one with "> " below it stands in its
// output, whatever the spaces in it.
func TestTheAnswersOfTheExercises(t *testing.T) {
	data, err := os.ReadFile("../../docs/oefenen.md")
	if err != nil {
		t.Fatal(err)
	}
	spaced := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	outputs, out, answers := map[string]string{}, "", 0
	for _, line := range strings.Split(string(data), "\n") {
		line, isCode := strings.CutPrefix(line, "    ")
		if !isCode {
			continue
		}
		if want, isAnswer := strings.CutPrefix(line, "> "); isAnswer {
			if answers++; !strings.Contains(out, spaced(want)) {
				t.Errorf("the command does not say %q", want)
			}
			continue
		}
		if _, made := outputs[line]; !made {
			words := strings.Fields(line)
			words[1] = "../../" + words[1]
			if words[0] == "rechten" { // looks at the day
				words = append(words, "--datum", "2026-11-26")
			}
			status, said, problems := call(t, "", words...)
			if status != 0 {
				t.Fatalf("%s: %s", line, problems)
			}
			outputs[line] = spaced(said)
		}
		out = outputs[line]
	}
	if answers < 8 {
		t.Errorf("only %d answers", answers)
	}
}
