// Package scorekaart lays the engine beside what others published: worked examples of the government, tables, and households
// that an independent program computed. It asks only what package budget exports, so that it sees what every user sees.
package scorekaart

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Case is one published example.
type Case struct {
	ID, Scheme string
	Year       string // of the rules; "any" where it does not matter
	Source     string
	Note       string
	inputs     []byte
	expected   map[string]any // by path, such as "parts.A": string, bool or json.Number
}

// Files are the published examples, by name.
var Files = []string{"tax.csv", "zorg-kgb.csv", "huur-kot.csv", "bijstand.csv"}

var columns = []string{"case", "year", "scheme", "inputs", "expected", "unit", "source", "note"}

// Read reads the published examples of a folder.
func Read(folder fs.FS) ([]Case, error) {
	var all []Case
	for _, name := range Files {
		cases, err := readFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("scorekaart: %s: %w", name, err)
		}
		all = append(all, cases...)
	}
	return all, nil
}

func readFile(folder fs.FS, name string) ([]Case, error) {
	file, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 || !slices.Equal(rows[0], columns) {
		return nil, fmt.Errorf("columns are not %s", strings.Join(columns, ","))
	}
	var cases []Case
	for _, row := range rows[1:] {
		c := Case{ID: row[0], Year: row[1], Scheme: row[2], inputs: []byte(row[3]), Source: row[6], Note: row[7],
			expected: map[string]any{}}
		var expected any
		decoder := json.NewDecoder(strings.NewReader(row[4]))
		decoder.UseNumber()
		if err := decoder.Decode(&expected); err != nil {
			return nil, fmt.Errorf("%s: expected: %w", c.ID, err)
		}
		flatten("", expected, c.expected)
		if len(c.expected) == 0 {
			return nil, fmt.Errorf("%s: nothing expected", c.ID)
		}
		cases = append(cases, c)
	}
	return cases, nil
}

// flatten gives every leaf its path: {"parts": {"A": x}} is parts.A, {"ages": [x, y]} is ages.0 and ages.1.
func flatten(path string, v any, into map[string]any) {
	below := func(key string) string { return strings.TrimPrefix(path+"."+key, ".") }
	switch v := v.(type) {
	case map[string]any:
		for key, value := range v {
			flatten(below(key), value, into)
		}
	case []any:
		for i, value := range v {
			flatten(below(strconv.Itoa(i)), value, into)
		}
	default:
		into[path] = v
	}
}

var toleranceNote = regexp.MustCompile(`tolerance=([0-9.]+)|within ([0-9]+) euros`)

// Tolerance is how far the publisher's own rounding may differ; zero where the outcome is exact.
func (c *Case) Tolerance() decimal.Decimal {
	found := toleranceNote.FindStringSubmatch(c.Note)
	if found == nil {
		return decimal.Zero
	}
	d, err := decimal.NewFromString(strings.TrimSuffix(found[1]+found[2], "."))
	if err != nil {
		return decimal.Zero
	}
	return d
}

// Publisher is the first part of the source.
func (c *Case) Publisher() string {
	name, _, _ := strings.Cut(c.Source, ",")
	name, _, _ = strings.Cut(name, " (")
	name, _, _ = strings.Cut(name, ";")
	return strings.ReplaceAll(strings.TrimSpace(name), `"`, "")
}

// Verdict is what became of one example.
type Verdict struct {
	Case     Case
	Skipped  string // why it is not expressed; "" when it is
	Outcomes []Outcome
	Err      error // why it could not be computed
}

// Outcome is one published figure beside that of the engine.
type Outcome struct {
	Key, Want, Got string
	Difference     decimal.Decimal // of amounts, zero for words
	Equal          bool
}

// Equal tells whether every figure that is expressed came out.
func (v *Verdict) Equal() bool {
	return v.Err == nil && v.Skipped == "" && len(v.Outcomes) > 0 &&
		!slices.ContainsFunc(v.Outcomes, func(o Outcome) bool { return !o.Equal })
}

// Largest is the largest difference of an amount, as a positive number.
func (v *Verdict) Largest() decimal.Decimal {
	most := decimal.Zero
	for _, o := range v.Outcomes {
		most = decimal.Max(most, o.Difference.Abs())
	}
	return most
}

// answers are the engine's figures for one example, by path: decimal.Decimal, int, bool or string.
type answers map[string]any

// Judge computes every example with the numbers of the law that the program carries.
func Judge(cases []Case) ([]Verdict, error) {
	b, err := newBench(cases)
	if err != nil {
		return nil, err
	}
	verdicts := make([]Verdict, len(cases))
	for i := range cases {
		verdicts[i] = b.judge(&cases[i])
	}
	return verdicts, nil
}

func (b *bench) judge(c *Case) Verdict {
	v := Verdict{Case: *c}
	if v.Skipped = NotExpressed[c.ID]; v.Skipped != "" {
		return v
	}
	rule, known := evaluators[c.Scheme]
	if !known {
		v.Err = fmt.Errorf("no rule for scheme %q", c.Scheme)
		return v
	}
	got, err := rule(b, c)
	if err != nil {
		v.Err = err
		return v
	}
	for _, key := range sortedKeys(c.expected) {
		if NotExpressed[c.ID+"/"+key] != "" {
			continue
		}
		answer, known := got[key]
		if !known {
			v.Err = fmt.Errorf("no answer to %s", key)
			return v
		}
		v.Outcomes = append(v.Outcomes, compare(key, c.expected[key], answer, c.Tolerance()))
	}
	return v
}

// compare lays a figure beside the published one. A word counts when it is one of the published words: "Q3" in "Q3 of the same
// year".
func compare(key string, want, got any, tolerance decimal.Decimal) Outcome {
	o := Outcome{Key: key, Want: fmt.Sprint(want), Got: fmt.Sprint(got)}
	if n, ok := got.(int); ok {
		got = decimal.NewFromInt(int64(n))
	}
	switch got := got.(type) {
	case decimal.Decimal:
		amount, err := decimal.NewFromString(o.Want)
		if err == nil {
			o.Difference = got.Sub(amount)
			o.Equal = o.Difference.Abs().LessThanOrEqual(tolerance)
		}
	case bool:
		o.Equal = want == got
	case string:
		o.Equal = slices.Contains(strings.Fields(o.Want), got)
	}
	return o
}

func sortedKeys(m map[string]any) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// Keys are the figures that the example publishes, by path.
func (c *Case) Keys() []string { return sortedKeys(c.expected) }
