package command_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"perspectief/app/command"
	"perspectief/assets"
	"perspectief/i18n"
)

// single is the example of the case-file contract: one parent, one child, 20 hours of work.
const single = "testdata/alleenstaand.json"

// call calls Main and gives the exit status and what was written.
func call(t *testing.T, stdin string, args ...string) (status int, out, problems string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = command.Main(args, strings.NewReader(stdin), &stdout, &stderr)
	if all := stdout.String() + stderr.String(); strings.ContainsAny(all, "⟦⟧") {
		t.Errorf("%v: a sentence is missing or not filled in:\n%s", args, all)
	}
	return status, stdout.String(), stderr.String()
}

// file is the example as text on one line, with pairs of old and new applied.
func file(t *testing.T, changes ...string) string {
	t.Helper()
	data, err := os.ReadFile(single)
	if err != nil {
		t.Fatal(err)
	}
	var line bytes.Buffer
	if err := json.Compact(&line, data); err != nil {
		t.Fatal(err)
	}
	text := line.String()
	for i := 0; i < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("%s is not in the example", changes[i])
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	return text
}

func couple(t *testing.T) string {
	return file(t, `"partners":false`, `"partners":true`, `"wealth":"500"}]`,
		`"wealth":"500"},{"id":"a2","born":"1988-01","jobs":[{"id":"j1","hoursPerWeek":"16","hourlyWage":"16.00","holidayAllowancePercent":"8","pensionPercent":"0","travelCostPerMonth":"0"}],"wealth":"0"}]`)
}

type year struct {
	Year  int
	Rules struct {
		Checked     string
		Preliminary *bool
	}
	Components []struct {
		ID, State, Reason string
		PerYear           *string
	}
	Persons []struct {
		ID                                string
		FiscalWage, Toetsingsinkomen, Tax *string
	}
	DisposablePerYear, DisposablePerMonth *string
	Remarks                               []string
	Explanation                           []struct {
		Component string
		Steps     []struct{ Key, Label, Value, Law, Source string }
	}
	Errors []struct{ Field, Message string }
}

func parse[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&v); err != nil && !strings.Contains(err.Error(), "unknown field") {
		t.Fatalf("%v in %s", err, text)
	}
	return v
}

func (y *year) perYear(t *testing.T, id string) string {
	t.Helper()
	for _, c := range y.Components {
		if c.ID == id && c.PerYear != nil {
			return *c.PerYear
		}
	}
	t.Errorf("no amount of %s", id)
	return ""
}

func TestBerekenAnswersInTheFormOfTheContract(t *testing.T) {
	status, out, problems := call(t, "", "bereken", single, "--json")
	if status != 0 || problems != "" || strings.Count(out, "\n") != 1 {
		t.Fatalf("status %d, stderr %q, stdout %q", status, problems, out)
	}
	y := parse[year](t, out)
	var ids []string
	for _, c := range y.Components {
		ids = append(ids, c.ID)
		if c.State == "none" && (c.Reason == "" || *c.PerYear != "0.00") {
			t.Errorf("%s: none with reason %q and %s", c.ID, c.Reason, *c.PerYear)
		}
	}
	want := strings.Fields("loon uitkering winst pensioenpremie inkomstenbelasting zvw bijstand kinderbijslag zorgtoeslag " +
		"huurtoeslag kindgebonden_budget kinderopvangtoeslag lokaal kinderopvangkosten reiskosten")
	if !slices.Equal(ids, want) {
		t.Errorf("components %v", ids)
	}
	if got := y.perYear(t, "loon"); got != "17409.60" { // 20 x 52 x 15.50 = 16,120.00, and 8% of it
		t.Errorf("loon %s", got)
	}
	if got := y.perYear(t, "kinderopvangkosten"); got != "-4560.00" { // 40 x 9.50 x 12
		t.Errorf("kinderopvangkosten %s", got)
	}
	if len(y.Persons) != 1 || y.Persons[0].ID != "a1" || *y.Persons[0].FiscalWage != "17409.60" {
		t.Errorf("persons %+v", y.Persons)
	}
	if y.Year != 2026 || y.Rules.Checked == "" || y.Rules.Preliminary == nil || y.DisposablePerMonth == nil || y.Remarks == nil || y.Explanation != nil {
		t.Errorf("answer %s", out)
	}
}

func TestOptionsStandBeforeOrBehindTheFile(t *testing.T) {
	_, behind, _ := call(t, "", "bereken", single, "--json")
	_, before, _ := call(t, "", "bereken", "--json", single)
	_, input, _ := call(t, file(t), "bereken", "-json", "-")
	if behind == "" || behind != before || behind != input {
		t.Errorf("got\n%s\n%s\n%s", behind, before, input)
	}
	_, spaced, _ := call(t, "", "uren", "--step", "10", single)
	_, equals, _ := call(t, "", "uren", single, "--step=10")
	if spaced == "" || spaced != equals {
		t.Errorf("got\n%s\n%s", spaced, equals)
	}
}

func TestBerekenForPeople(t *testing.T) {
	status, out, _ := call(t, "", "bereken", single)
	if status != 0 || !strings.Contains(out, "Brutoloon met vakantiegeld") || !strings.Contains(out, "€\u00a017.409,60") {
		t.Errorf("status %d:\n%s", status, out)
	}
	status, explained, _ := call(t, "", "bereken", single, "--uitleg")
	if status != 0 || !strings.HasPrefix(explained, out) || !strings.Contains(explained, "Wzt art. 2") || !strings.Contains(explained, "(Samira)") {
		t.Errorf("status %d:\n%s", status, explained)
	}
}

func TestExplanationCarriesLawAndSource(t *testing.T) {
	_, out, _ := call(t, "", "bereken", single, "--uitleg", "--json")
	y := parse[year](t, out)
	for _, section := range y.Explanation {
		if section.Component != "zorgtoeslag" {
			continue
		}
		for _, step := range section.Steps {
			if step.Key == "zorgtoeslag.standaardpremie" && step.Value == "2119" && step.Law != "" && step.Source != "" {
				return
			}
		}
	}
	t.Errorf("no standaardpremie of 2026 (2,119 euro) with its law and source in %s", out)
}

func TestUnknownIsNull(t *testing.T) {
	status, out, _ := call(t, file(t, `"hourlyWage":"15.50",`, ""), "bereken", "-", "--json")
	y := parse[year](t, out)
	if status != 0 || y.DisposablePerYear != nil || y.DisposablePerMonth != nil {
		t.Fatalf("status %d: %s", status, out)
	}
	for _, c := range y.Components {
		if (c.State == "unknown") != (c.PerYear == nil) || c.State == "unknown" && c.Reason == "" {
			t.Errorf("%+v", c)
		}
	}
	if p := y.Persons[0]; p.FiscalWage != nil || p.Toetsingsinkomen != nil || p.Tax != nil {
		t.Errorf("a person with known amounts: %s", out)
	}
	_, people, _ := call(t, file(t, `"hourlyWage":"15.50",`, ""), "bereken", "-")
	if !strings.Contains(people, "nog niet bekend") {
		t.Errorf("got\n%s", people)
	}
}

func TestFaultsStandOnePerLine(t *testing.T) {
	faulty := file(t, `"hoursPerWeek":"20"`, `"hoursPerWeek":"61"`, `"kind":"rent"`, `"kind":"boat"`, `"name":"Noor"`, `"nam":"Noor"`)
	status, out, problems := call(t, faulty, "bereken", "-")
	lines := strings.Split(strings.TrimSpace(problems), "\n")
	if status != 1 || out != "" || len(lines) != 3 {
		t.Fatalf("status %d, stdout %q, stderr\n%s", status, out, problems)
	}
	for i, want := range []string{
		"household.children[0].nam: Het programma kent de naam nam hier niet. Bedoelt u name?",
		"household.adults[0].jobs[0].hoursPerWeek: ",
		"household.housing.kind: Het programma kent het woord boat hier niet. Kies uit: rent, own, other.",
	} {
		if !strings.HasPrefix(lines[i], want) {
			t.Errorf("line %d: %s", i, lines[i])
		}
	}
}

func TestExitStatus(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "weg.json")
	for _, c := range []struct {
		want int
		args []string
	}{
		{0, []string{"help"}},
		{0, []string{"plan", "--help"}},
		{0, []string{"uren", single, "--from", "20", "--to", "20"}},
		{0, []string{"normen", single}},
		{1, []string{"bereken", missing}},
		{1, []string{"bereken", t.TempDir()}},
		{1, []string{"raster", single}},
		{1, []string{"bereken", "-"}},           // nothing on stdin
		{1, []string{"bereken", "-", "--json"}}, // nothing in the stream
		{1, []string{"plan", single, "-o", filepath.Join(missing, "plan.pdf")}},
		{2, nil},
		{2, []string{"rekenen", single}},
		{2, []string{"bereken"}},
		{2, []string{"bereken", single, single}},
		{2, []string{"bereken", single, "--step", "4"}},
		{2, []string{"bereken", single, "--json=ja"}},
		{2, []string{"bereken", single, "--json", "--json"}},
		{2, []string{"uren", single, "--step"}},
		{2, []string{"uren", single, "--step", "0"}},
		{2, []string{"uren", single, "--step", "1e-9"}},
		{2, []string{"uren", single, "--step", "half"}},
		{2, []string{"uren", single, "--from", "30", "--to", "20"}},
		{2, []string{"uren", single, "--to", "61"}},
		{2, []string{"uren", single, "--from", "-1"}},
		{2, []string{"uren", single, "--step", "0.01", "--to", "60"}},
		{2, []string{"uren", single, "--adult", "a2"}},
		{2, []string{"uren", single, "--job", "j2"}},
		{2, []string{"plan", single}},
		{2, []string{"plan", single, "--tekst", "--datum", "21-11-2026"}},
		{2, []string{"plan", single, "--tekst", "--taal", "fr"}},
	} {
		status, out, problems := call(t, "", c.args...)
		if status != c.want {
			t.Errorf("%v: status %d, want %d: %s", c.args, status, c.want, problems)
		}
		if status != 0 && (out != "" || strings.TrimSpace(problems) == "") {
			t.Errorf("%v: failed with stdout %q and stderr %q", c.args, out, problems)
		}
	}
}

func TestPlanInAnotherLanguage(t *testing.T) {
	_, dutch, _ := call(t, "", "plan", single, "--tekst", "--datum", "2026-11-21")
	status, out, problems := call(t, "", "plan", single, "--tekst", "--taal", "TR", "--datum", "2026-11-21")
	if status != 0 || !strings.Contains(out, "Mijn plan\nPlanım\n") || !strings.Contains(out, "Çeviri kontrol edilmedi.") {
		t.Errorf("status %d: %s\n%s", status, problems, out)
	}
	if status, out, _ := call(t, "", "plan", single, "--tekst", "--taal", "nl", "--datum", "2026-11-21"); status != 0 || out != dutch {
		t.Errorf("nl: status %d, not as without the option", status)
	}
	if _, _, problems := call(t, "", "plan", single, "--tekst", "--taal", "fy"); !strings.Contains(problems, "nl, en, tr, pl, uk, ar, ti") {
		t.Errorf("an unknown language says %q", problems)
	}
}

func TestLargePrint(t *testing.T) {
	status, normal, _ := call(t, "", "plan", single, "-o", "-", "--datum", "2026-11-21")
	large, out, problems := call(t, "", "plan", single, "-o", "-", "--groot", "--datum", "2026-11-21")
	pages := func(pdf string) int { return strings.Count(pdf, "/StructParents ") }
	if status != 0 || large != 0 || pages(out) < pages(normal) || out == normal {
		t.Errorf("status %d and %d, %d pages in large print, %d without: %s", status, large, pages(out), pages(normal), problems)
	}
}

func TestKnows(t *testing.T) {
	for argument, want := range map[string]bool{"bereken": true, "plan": true, "--help": true, "gezin.json": false, "": false} {
		if command.Knows(argument) != want {
			t.Errorf("%q: want %v", argument, want)
		}
	}
}

func TestUrenAgreesWithBereken(t *testing.T) {
	status, out, _ := call(t, "", "uren", single, "--json")
	curve := parse[struct {
		Points []struct {
			Hours             string
			DisposablePerYear *string
			Components        map[string]*string
		}
		Cliffs []struct {
			From, Loss, Cause string
			To, At            *string
		}
	}](t, out)
	if status != 0 || len(curve.Points) != 81 || curve.Points[1].Hours != "0.5" || curve.Points[80].Hours != "40" || curve.Cliffs == nil {
		t.Fatalf("status %d, %d points: %.300s", status, len(curve.Points), out)
	}
	_, single, _ := call(t, "", "bereken", single, "--json")
	y, at20 := parse[year](t, single), curve.Points[40]
	if at20.Hours != "20" || *at20.DisposablePerYear != *y.DisposablePerYear || *at20.Components["huurtoeslag"] != y.perYear(t, "huurtoeslag") {
		t.Errorf("at %s hours %s, a year %s", at20.Hours, *at20.DisposablePerYear, *y.DisposablePerYear)
	}
	if len(at20.Components) != len(y.Components) {
		t.Errorf("%d components", len(at20.Components))
	}
}

func TestUrenForPeopleNamesACliff(t *testing.T) {
	// All of a municipal scheme of 5,000 euro ends one cent above its limit of 1.20 times the norm.
	scheme := `{"id":"s","per":"household","amount":"5000","kind":"cash","period":"year","incomeBase":"norm-incl-holiday","shape":"cliff","limitFull":"1.2","countsAsCash":true,"countExemptWage":true,"normIgnoresCostSharers":true,"assetTest":{"kind":"none"}}`
	status, out, problems := call(t, file(t, `"localSchemes":[]`, `"localSchemes":[`+scheme+`]`), "uren", "-")
	if status != 0 || !strings.Contains(out, "Let op.") || !strings.Contains(out, "Regelingen van de gemeente") {
		t.Errorf("status %d: %s\n%s", status, problems, out)
	}
}

func TestRasterAgreesWithBereken(t *testing.T) {
	status, out, _ := call(t, couple(t), "raster", "-", "--json")
	grid := parse[struct {
		Adults            []string
		Hours             []string
		DisposablePerYear [][]*string
	}](t, out)
	if status != 0 || !slices.Equal(grid.Adults, []string{"a1", "a2"}) || len(grid.Hours) != 11 || len(grid.DisposablePerYear) != 11 {
		t.Fatalf("status %d: %.300s", status, out)
	}
	_, answer, _ := call(t, couple(t), "bereken", "-", "--json") // 20 and 16 hours
	if y := parse[year](t, answer); *grid.DisposablePerYear[5][4] != *y.DisposablePerYear {
		t.Errorf("grid %s, year %s", *grid.DisposablePerYear[5][4], *y.DisposablePerYear)
	}
	if status, people, _ := call(t, couple(t), "raster", "-", "--step", "20"); status != 0 || strings.Count(people, "\n") != 6 {
		t.Errorf("status %d:\n%s", status, people)
	}
}

func TestNormenAnswersInTheFormOfTheContract(t *testing.T) {
	status, out, _ := call(t, "", "normen", single, "--json")
	norms := parse[struct {
		Lines []struct {
			Key, Group, Kind, State, Source string
			PerMonth                        *string
			Year                            int
		}
		TotalPerMonth string
		Missing       []string
	}](t, out)
	if status != 0 || norms.TotalPerMonth == "" || norms.Missing == nil {
		t.Fatalf("status %d: %s", status, out)
	}
	if l := norms.Lines[0]; l.Key != "huur" || l.Kind != "eigen" || *l.PerMonth != "650.00" || l.Source == "" {
		t.Errorf("first line %+v", l)
	}
}

func TestPlanAsTextAndAsPDF(t *testing.T) {
	status, text, problems := call(t, "", "plan", single, "--tekst", "--datum", "2026-11-21")
	if status != 0 || !strings.Contains(text, "21 november 2026") {
		t.Errorf("status %d: %s\n%.500s", status, problems, text)
	}
	path := filepath.Join(t.TempDir(), "plan.pdf")
	for range 2 {
		if status, out, problems := call(t, "", "plan", single, "-o", path, "--datum", "2026-11-21"); status != 0 || out != "" {
			t.Fatalf("status %d: %s%s", status, out, problems)
		}
	}
	written, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(written, []byte("%PDF-")) {
		t.Errorf("wrote %.20q (%v)", written, err)
	}
	if _, out, _ := call(t, "", "plan", single, "-o", "-", "--datum", "2026-11-21"); out != string(written) {
		t.Error("the PDF on stdout is another one")
	}
}

func TestPlanAsWebPageAndAsCalendar(t *testing.T) {
	family := file(t, `"localSchemes":[]}`, `"localSchemes":[]},"plan":{"steps":[{"who":"Samira","verb":"belt","what":"het wijkteam","day":"2026-12-01"}],
		"children":[{"child":"c1","name":"Noor","iLike":"zwemmen","paper":"alleen-voor-mij"}]}`)
	for _, c := range []struct{ form, begins, holds string }{
		{"--html", "<!DOCTYPE html>\n<html lang=\"nl\">", "Samira belt dinsdag 1 december 2026 het wijkteam."},
		{"--ics", "BEGIN:VCALENDAR\r\n", "SUMMARY:Samira belt het wijkteam.\r\n"},
	} {
		path := filepath.Join(t.TempDir(), "plan")
		status, out, problems := call(t, family, "plan", "-", c.form, "-o", path, "--datum", "2026-11-21")
		written, err := os.ReadFile(path)
		if status != 0 || out != "" || err != nil || !bytes.HasPrefix(written, []byte(c.begins)) || !bytes.Contains(written, []byte(c.holds)) {
			t.Errorf("%s: status %d, %s%v\n%.300s", c.form, status, problems, err, written)
		}
		if _, out, _ := call(t, family, "plan", "-", c.form, "--datum", "2026-11-21"); out != string(written) {
			t.Errorf("%s: another one on stdout", c.form)
		}
		if strings.Contains(string(written), "zwemmen") {
			t.Errorf("%s: what a child wants for itself stands in it", c.form)
		}
	}
	if status, out, _ := call(t, family, "plan", "-", "--tekst", "--kind", "c1"); status != 0 || !strings.Contains(out, "zwemmen") {
		t.Errorf("status %d:\n%s", status, out)
	}
	if status, _, problems := call(t, family, "plan", "-", "--tekst", "--kind", "c9"); status != 1 || !strings.HasPrefix(problems, "plan.children: ") {
		t.Errorf("a child that is not there: status %d, %s", status, problems)
	}
	if status, _, _ := call(t, family, "plan", "-", "--tekst", "--ics"); status != 2 {
		t.Errorf("two forms: status %d", status)
	}
}

func TestPlanWritesNothingWhenItFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plan.pdf")
	foreign := file(t, `"localSchemes":[]}`, `"localSchemes":[]},"plan":{"wishes":[{"text":"Een fiets 中"}]}`)
	for name, c := range map[string]struct{ file, want string }{
		"strict":     {file(t), "plan: Het plan is nog niet compleet."},
		"a fault":    {file(t, `"year":2026`, `"year":1999`), "household.year: "},
		"no letters": {foreign, "plan: "},
	} {
		args := []string{"plan", "-", "-o", path}
		if name == "strict" {
			args = append(args, "--streng")
		}
		status, _, problems := call(t, c.file, args...)
		if status != 1 || !strings.HasPrefix(problems, c.want) {
			t.Errorf("%s: status %d: %s", name, status, problems)
		}
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s: something was written", name)
		}
	}
}

// TestEveryFaultHasItsSentence provokes every fault that the catalogue has a sentence for, and reads each sentence.
func TestEveryFaultHasItsSentence(t *testing.T) {
	catalogue, err := i18n.Load(i18n.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	for _, faulty := range faultyFiles(t) {
		status, _, problems := call(t, faulty, "bereken", "-")
		if status != 1 {
			t.Errorf("status %d for %.200s", status, faulty)
		}
		told.WriteString(problems)
	}
	for _, faulty := range []string{`{"regelingen":9,"name":"a","schemes":[{"id":"a"}]}`, `{"regelingen":1,"name":"a","schemes":[]}`,
		`{"regelingen":1,"name":"a","schemes":[{"id":"a","override":{"perYear":"1"}}]}`} {
		status, _, problems := call(t, faulty, "regelingen", "-")
		if status != 1 {
			t.Errorf("status %d for %.200s", status, faulty)
		}
		told.WriteString(problems)
	}
	for _, id := range catalogue.IDs() {
		if !strings.HasPrefix(id, "fout.") || strings.HasPrefix(id, "fout.bestand.") { // the latter: passphrase_test.go
			continue
		}
		// What is filled in differs, so its longest fixed part stands for a sentence.
		if sentence := sentences(t)[id]; !strings.Contains(told.String(), longestPart(sentence)) {
			t.Errorf("%s was never said", id)
		}
	}
}

// sentences are the texts of the area as they stand in the file.
func sentences(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../../i18n/nl/fouten.json")
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for id, text := range raw {
		if s, ok := text.(string); ok {
			texts[id] = s
		}
	}
	return texts
}

// longestPart is the longest piece of a sentence without anything to fill in.
func longestPart(sentence string) string {
	longest := ""
	for _, part := range strings.Split(sentence, "{{") {
		if _, after, found := strings.Cut(part, "}}"); found {
			part = after
		}
		if len(part) > len(longest) {
			longest = part
		}
	}
	return longest
}

// faultyFiles has every fault there is.
func faultyFiles(t *testing.T) []string {
	scheme := func(rest string) string { return `{"id":"s` + rest + `}` }
	schemes := strings.Join([]string{
		scheme(`","per":"","kind":"gift","shape":"cliff","limitFull":null`),
		scheme(`1","shape":"linear","limitFull":"1.2","limitZero":"1.2","ageMin":12,"ageMax":11,"validFrom":"2026-02-01","validTo":"2026-01-01","checkedOn":"mei"`),
		scheme(`2","shape":"steps"`),
		scheme(`3","shape":"steps","limitFull":"120","steps":[{"to":"1.2","share":"2"},{"to":"1.1"}]`),
		scheme(`4","shape":"capacity"`),
	}, ",")
	content := file(t, `"localSchemes":[]}`, `"localSchemes":[`+schemes+`]},"scenarios":[{"id":"s","jobs":[{"adult":"a9","job":"j1","hoursPerWeek":"61"}]}]`,
		`"id":"a1"`, `"id":""`, `"pensionPercent":"0"`, `"pensionPercent":"101"`, `"travelCostPerMonth":"0"`, `"travelCostPerMonth":"-1"`,
		`"hourlyWage":"15.50"`, `"hourlyWage":"1000"`, `"hoursPerWeek":"20"`, `"hoursPerWeek":"61"`, `"perYear":"0"`, `"perYear":"-20000000"`,
		`"name":"Samira"`, `"name":"`+strings.Repeat("S", 101)+`"`, `"partners":false`, `"partners":true`,
		`"childcare":[{`, `"childcare":[{"kind":"bso","hoursPerMonth":"740"},{`,
		`"months":0`, `"months":13`, `"relation":"family"`, `"relation":"friend"`, `"born":"1960-02"`, `"born":"1860-02"`,
		`"children":[`, `"children":[{"id":"c1","born":"2007-01"},{"id":"c2","born":"2027-01"},{"id":"c3"},`)
	form := file(t, `"schema":1,`, `"schema":1,"schema":1,`, `"year":2026`, `"year":2026.5`, `"id":"a1",`, ``, `"name":"Samira"`, `"nam":"Samira"`,
		`"born":"1990-05"`, `"born":"mei"`, `"hoursPerWeek":"20"`, `"hoursPerWeek":20`, `"hourlyWage":"15.50"`, `"hourlyWage":"15,50"`,
		`"pensionPercent":"0"`, `"pensionPercent":"1234567890123"`, `"travelCostPerMonth":"0"`, `"travelCostPerMonth":[]`,
		`"payrollCredit":true`, `"payrollCredit":1`, `"profit":{"perYear":"0","hoursTest":false,"starter":false}`, `"profit":[]`,
		`"name":"Noor"`, `"name":"No\u0007r"`, `"kind":"bso"`, `"kind":1`, `"months":0`, `"months":"0"`, `"localSchemes":[]`, `"localSchemes":{}`,
		`"claims":true`, `"claims":true,"geheel iets anders":1`)
	return []string{
		content, form,
		file(t, `"year":2026`, `"year":1999`),
		file(t, `"born":"1990-05"`, `"born":"2015-05"`),
		file(t, `"born":"1990-05"`, `"born":"2009-05"`, `"born":"2018-03"`, `"born":"2009-03"`),
		`{"schema":1,"household":{"year":2026,"adults":[]}}`,
		`{"schema":1,"household":{"year":2026,"adults":[{"id":"a"},{"id":"a"}]}}`,
		`{"schema":1,"household":{"year":2026,"adults":[{"id":"a"},{"id":"b"},{"id":"c"}]}}`,
		`{"schema":0,"household":{"year":2026,"adults":[]}}`,
		`{"schema":2}`,
		file(t, `"name":"Samira"`, `"name":"111222333"`, `"name":"Noor"`, `"name":"NL91ABNA0417164300"`),
		file(t, `"children":[`, `"children":[`+strings.Repeat("1,", 10_000)), file(t, `"children":[`, `"children":[`+strings.Repeat("1,", 101)),
		"[" + strings.Repeat("1,", 250_000) + "1]",
		"", "{", "\"\xff\"", strings.Repeat("[", 50) + strings.Repeat("]", 50), strings.Repeat(" ", 16<<20+1),
	}
}

func TestNormenWithASet(t *testing.T) {
	const set = "../../budget/testdata/normen/verzonnen.csv"
	status, out, _ := call(t, "", "normen", single, "--set", set, "--json")
	if status != 0 || !strings.Contains(out, `"key":"contributies","group":"vast","kind":"organisatie","state":"amount","perMonth":"18.00"`) {
		t.Errorf("status %d: %s", status, out) // (120 + 96) / 12, one child
	}
	status, out, _ = call(t, "", "normen", single, "--set", set, "--soort", "gemiddeld")
	if status != 0 || !strings.Contains(out, "520") || !strings.Contains(out, "Stichting Voorbeeld") { // food: 2 x 260
		t.Errorf("status %d: %s", status, out)
	}
	if status, out, _ = call(t, "", "normen", single, "--set", set); status != 0 || !strings.Contains(out, "Gas en elektriciteit: De norm van uw organisatie vraagt naar de soort woning.") {
		t.Errorf("status %d: %s", status, out)
	}
	if status, _, problems := call(t, "", "normen", single, "--set", set, "--soort", "raar"); status != 2 || !strings.Contains(problems, "basis, gemiddeld") {
		t.Errorf("status %d: %s", status, problems)
	}
	if status, _, problems := call(t, "", "normen", single, "--set", "er-is-niets.csv"); status != 1 || problems == "" {
		t.Errorf("status %d: %s", status, problems)
	}
	bad := filepath.Join(t.TempDir(), "set.csv")
	if err := os.WriteFile(bad, []byte("set_id,set_name,owner,valid_from,line_key,kind,unit,amount,per\ns,S,O,2026-01-01,voedign,basis,month,-1,household\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	status, out, problems := call(t, "", "normen", single, "--set", bad)
	if status != 1 || out != "" || strings.Count(problems, "rij 2") != 2 || !strings.Contains(problems, "voeding") {
		t.Errorf("status %d, out %q: %s", status, out, problems)
	}
}

func TestSheetForTheHelper(t *testing.T) {
	path := filepath.Join(t.TempDir(), "blad.pdf")
	status, out, problems := call(t, "", "helper", single, "-o", path, "--datum", "2026-11-21")
	written, err := os.ReadFile(path)
	if status != 0 || out != "" || err != nil || !bytes.HasPrefix(written, []byte("%PDF-1.7")) {
		t.Errorf("status %d: %s%v", status, problems, err)
	}
	_, text, _ := call(t, "", "helper", single, "--tekst", "--datum", "2026-11-21")
	for _, want := range []string{"Blad voor de helper", "Standaardpremie", "Wzt art. 4", "wetten.overheid.nl", "Marginale druk"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if status, _, _ := call(t, "", "helper", single); status != 2 {
		t.Errorf("without a file to write: status %d", status)
	}
	if status, _, problems := call(t, file(t, `"year":2026`, `"year":1999`), "helper", "-", "--tekst"); status != 1 || !strings.HasPrefix(problems, "household.year: ") {
		t.Errorf("a fault: status %d: %s", status, problems)
	}
}

func TestSchulden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "schulden.pdf")
	status, out, problems := call(t, "", "schulden", single, "-o", path, "--datum", "2026-11-21")
	if data, err := os.ReadFile(path); status != 0 || err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) || out != "" || problems != "" {
		t.Fatalf("status %d, %q, %v", status, problems, err)
	}
	_, text, _ := call(t, string(assets.Examples()[0].Data), "schulden", "-", "--tekst", "--datum", "2026-11-21")
	for _, want := range []string{"Schulden op een rij", "De zorgverzekering", "1.685", "2.095"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the page", want)
		}
	}
	if status, _, _ := call(t, "", "schulden", single); status != 2 {
		t.Errorf("without a form: status %d", status)
	}
}
