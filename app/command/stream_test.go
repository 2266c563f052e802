package command_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestStreamAnswersEachDocumentInOrder(t *testing.T) {
	var in strings.Builder
	const n = 200
	for i := range n {
		fmt.Fprintln(&in, file(t, `"hoursPerWeek":"20"`, fmt.Sprintf(`"hoursPerWeek":"%d"`, i%60)))
	}
	status, out, problems := call(t, in.String(), "bereken", "-", "--json")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if status != 0 || problems != "" || len(lines) != n {
		t.Fatalf("status %d, %d answers: %s", status, len(lines), problems)
	}
	for i, line := range lines {
		y := parse[year](t, line)
		// hours x 52 x 15.50 = hours x 806.00, and 8% of it: hours x 870.48, in cents
		cents := i % 60 * 87048
		if got, want := y.perYear(t, "loon"), fmt.Sprintf("%d.%02d", cents/100, cents%100); got != want {
			t.Fatalf("answer %d: loon %s, want %s", i, got, want)
		}
	}
}

func TestStreamGoesOnAfterAFault(t *testing.T) {
	good := file(t)
	pretty := strings.ReplaceAll(strings.ReplaceAll(good, `,"`, ",\n  \""), "{", "{\n  ")
	prettyBroken := strings.Replace(pretty, `"year":2026`, `"year":`, 1)
	truncated := good[:strings.Index(good, `"jobs":[`)+len(`"jobs":[`)]
	faulty := strings.Replace(good, `"year":2026`, `"year":2031`, 1)
	for name, c := range map[string]struct {
		in   []string
		want string // g: an answer, x: errors
	}{
		"one on a line":                  {[]string{good, good}, "gg"},
		"without a last line end":        {[]string{good, strings.TrimSpace(good)}, "gg"},
		"blank lines":                    {[]string{"", good, "   ", good, ""}, "gg"},
		"Windows line ends":              {[]string{good + "\r", good + "\r"}, "gg"},
		"over several lines":             {[]string{pretty, good, pretty}, "ggg"},
		"a fault of content":             {[]string{good, faulty, good}, "gxg"},
		"not JSON":                       {[]string{good, "dit is geen JSON", good}, "gxg"},
		"two lines of no JSON":           {[]string{"een", "twee", good}, "xxg"},
		"an open brace":                  {[]string{"{", good}, "xg"},
		"a document cut off":             {[]string{good, truncated, good, good}, "gxgg"},
		"cut off at the end":             {[]string{good, truncated}, "gx"},
		"broken over several lines":      {[]string{good, prettyBroken, good}, "gxg"},
		"broken over several, last":      {[]string{prettyBroken}, "x"},
		"something behind it":            {[]string{good + " x", good}, "xg"},
		"two on a line":                  {[]string{good + good, good}, "xg"},
		"a value that is no object":      {[]string{"12", `"tekst"`, "[]", "null", good}, "xxxxg"},
		"a closing brace too many":       {[]string{good + "}", good}, "xg"},
		"a string that is not closed":    {[]string{`{"schema": "1`, good}, "xg"},
		"letters that cannot be read":    {[]string{"{\"a\": \"\xff\"}", good}, "xg"},
		"an unknown name":                {[]string{`{"schema":1,"huishouden":{}}`, good}, "xg"},
		"a mark of the byte order first": {[]string{"\uFEFF" + good, good}, "gg"},
	} {
		status, out, problems := call(t, strings.Join(c.in, "\n"), "bereken", "-", "--json")
		got := ""
		for line := range strings.Lines(out) {
			y := parse[year](t, line)
			switch {
			case len(y.Errors) > 0 && y.Errors[0].Message != "" && len(y.Components) == 0:
				got += "x"
			case y.DisposablePerYear != nil:
				got += "g"
			}
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s: %s", name, got, c.want, problems)
		}
		if wantStatus := min(1, strings.Count(c.want, "x")); status != wantStatus {
			t.Errorf("%s: status %d", name, status)
		}
	}
}

func TestStreamNamesTheFieldOfAFault(t *testing.T) {
	faulty := file(t, `"hoursPerWeek":"20"`, `"hoursPerWeek":"61"`, `"kind":"rent"`, `"kind":"boat"`)
	_, out, problems := call(t, file(t)+"\n"+faulty+"\n", "bereken", "-", "--json")
	y := parse[year](t, strings.Split(out, "\n")[1])
	if len(y.Errors) != 2 || y.Errors[0].Field != "household.adults[0].jobs[0].hoursPerWeek" || y.Errors[1].Field != "household.housing.kind" {
		t.Errorf("got %+v", y.Errors)
	}
	if lines := strings.Split(strings.TrimSpace(problems), "\n"); len(lines) != 2 || !strings.HasPrefix(lines[0], "document 2: household.adults[0].jobs[0].hoursPerWeek: ") {
		t.Errorf("stderr %s", problems)
	}
}
