package store

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"perspectief/budget"
	"perspectief/plan"
)

// example is the household of the case-file contract, word for word.
const example = `{
  "schema": 1,
  "household": {
    "year": 2026,
    "adults": [
      {
        "id": "a1", "name": "Samira", "born": "1990-05",
        "jobs": [
          {"id": "j1", "hoursPerWeek": "20", "hourlyWage": "15.50", "holidayAllowancePercent": "8",
           "pensionPercent": "0", "travelCostPerMonth": "0", "payrollCredit": true}
        ],
        "benefits": [{"kind": "ww", "grossPerMonth": "0"}],
        "profit": {"perYear": "0", "hoursTest": false, "starter": false},
        "wealth": "500"
      }
    ],
    "partners": false,
    "children": [
      {"id": "c1", "name": "Noor", "born": "2018-03", "kinderbijslag": true,
       "childcare": [{"kind": "bso", "hoursPerMonth": "40", "pricePerHour": "9.50"}]}
    ],
    "otherResidents": [{"born": "1960-02", "relation": "family", "incomePerYear": "0", "wealth": "0", "countsForKostendelersnorm": true}],
    "housing": {"kind": "rent", "rentPerMonth": "650.00"},
    "bijstand": {"claims": true, "exemption": {"kind": "none", "months": 0}},
    "localSchemes": []
  }
}`

// scheme is a municipal scheme with every field in use.
const scheme = `{"id": "schoolkosten", "name": "Bijdrage schoolkosten", "owner": "Voorbeeldstad",
 "per": "child", "ageMin": 12, "ageMax": 17, "amount": "400.00", "kind": "cash", "period": "year",
 "incomeBase": "norm-incl-holiday", "normIgnoresCostSharers": true, "countExemptWage": true,
 "shape": "linear", "limitFull": "1.20", "limitZero": "1.40", "steps": [], "capacity": null,
 "assetTest": {"kind": "art34"}, "needsBijstandHistoryMonths": 0,
 "validFrom": "2026-01-01", "validTo": null, "sourceUrl": "", "checkedOn": "2026-11-01",
 "needsApplication": true, "countsAsCash": true}`

const otherParts = `,"budget":{"lines":[{"key":"voeding","amount":"300","rhythm":"month"}],"received":[{"component":"huurtoeslag","amount":"210"}],
 "otherIncome":[{"kind":"kostgeld","label":"oma","amount":"50","rhythm":"week"}],"checked":[{"id":"te_weinig","of":"huurtoeslag"}]},
"norms":{"kind":"basis","dwelling":"flat","vehicles":1,"pets":0,"persons":[{"id":"a1","sex":"f"}],"set":{"set_id":"s","set_name":"S","owner":"O","licence_note":"",
 "rules":[{"valid_from":"2026-01-01","line_key":"voeding","kind":"basis","unit":"day","amount":"7.10","per":"person","age_min":18,"sex":"f","income_max":"2000","size_factor":true},
  {"valid_from":"2026-01-01","line_key":"food.sizefactor","kind":"basis","amount":"0.95","size_min":2,"size_max":2}]}},
"debts":[{"kind":"energie","amount":"900","arrearsMonths":2,"seizure":false}],
"scenarios":[{"id":"s1","name":"28 uur","jobs":[{"adult":"a1","job":"j1","hoursPerWeek":"28"}]}],
"plan":{"goesWell":["Wij eten samen."],"wishes":[{"text":"Een fiets","place":"school"}],"nextDate":"2027-01-19","print":{"noNames":true}},
"consent":{"given":true,"on":"2026-11-21"}}`

func withScheme() string {
	return strings.Replace(example, `"localSchemes": []`, `"localSchemes": [`+scheme+`]`, 1)
}

func withAllParts() string { return strings.TrimSuffix(withScheme(), "}") + otherParts }

func TestDecodeReadsTheContract(t *testing.T) {
	d, faults := Check([]byte(example))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	job := d.Household.Adults[0].Jobs[0]
	if got := job.HourlyWage.String(); got != "15.50" {
		t.Errorf("hourly wage %s, want 15.50", got)
	}
	if born := d.Household.Children[0].Born; born != (budget.YearMonth{Year: 2018, Month: 3}) {
		t.Errorf("born %s", born)
	}
	if d.Household.Housing.Kind != budget.Rent || !d.Household.Bijstand.Claims || !d.Household.OtherResidents[0].CountsForKostendelersnorm {
		t.Errorf("got %+v", d.Household)
	}
	if d.Household.LocalSchemes != nil || d.Budget != nil || d.Plan != nil || d.Consent != nil {
		t.Error("a part that is not in the file is in the document")
	}
}

func TestDecodeReadsASchemeAndEveryOtherPart(t *testing.T) {
	d, faults := Check([]byte(withAllParts()))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	s := d.Household.LocalSchemes[0]
	if s.LimitZero.String() != "1.40" || *s.AgeMin != 12 || s.ValidTo != "" || s.Capacity != nil || s.AssetTest.Kind != "art34" {
		t.Errorf("scheme %+v", s)
	}
	if d.Budget.Lines[0].Amount.String() != "300" || *d.Debts[0].ArrearsMonths != 2 ||
		d.Budget.OtherIncome[0].Rhythm != budget.Weekly || d.Budget.Checked[0].Of != "huurtoeslag" || *d.Norms.Set.Rules[0].AgeMin != 18 ||
		d.Scenarios[0].Jobs[0].HoursPerWeek.String() != "28" || d.Plan.Wishes[0].Text != "Een fiets" || !d.Consent.Given {
		t.Errorf("document %+v", d)
	}
}

func TestAbsentIsNotKnownAndNotZero(t *testing.T) {
	d, faults := Decode([]byte(`{"schema":1,"household":{"year":2026,"adults":[
		{"id":"a1","born":null,"wealth":null,"jobs":[{"id":"j1","payrollCredit":null},{"id":"j2","payrollCredit":false,"hoursPerWeek":"0"}]}],
		"children":[{"id":"c1"},{"id":"c2","kinderbijslag":false}],"localSchemes":null}}`))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	jobs, children := d.Household.Adults[0].Jobs, d.Household.Children
	if d.Household.Adults[0].Wealth.IsKnown() || jobs[0].HoursPerWeek.IsKnown() || !jobs[1].HoursPerWeek.IsKnown() {
		t.Error("what is absent must not be known, and zero must be")
	}
	if !jobs[0].PayrollCredit || jobs[1].PayrollCredit || !children[0].Kinderbijslag || children[1].Kinderbijslag {
		t.Error("payrollCredit and kinderbijslag are true unless the file says false")
	}
}

func TestDecodeNamesFieldAndFault(t *testing.T) {
	replace := func(old, new string) string {
		if !strings.Contains(example, old) {
			t.Fatalf("%s is not in the example", old)
		}
		return strings.Replace(example, old, new, 1)
	}
	for _, c := range []struct{ file, want string }{
		{"", " fout.bestand_leeg"},
		{" \n", " fout.bestand_leeg"},
		{"{", " fout.geen_json"},
		{example + "x", " fout.geen_json"},
		{example + example, " fout.geen_json"},
		{`"` + "\xff" + `"`, " fout.geen_utf8"},
		{strings.Repeat("[", 40) + strings.Repeat("]", 40), " fout.te_diep"},
		{"[]", " fout.soort_object"},
		{"null", " fout.soort_object"},
		{"12", " fout.soort_object"},
		{`{"household":{"year":2026,"adults":[]}}`, "schema fout.ontbreekt"},
		{`{"schema":1}`, "household fout.ontbreekt"},
		{`{"schema":1,"household":null}`, "household fout.ontbreekt"},
		{`{"schema":2,"household":{"iets nieuws":1}}`, "schema fout.schema_nieuwer"},
		{replace(`"schema": 1`, `"schema": 0`), "schema fout.schema_onbekend"},
		{replace(`"schema": 1`, `"schema": "1"`), "schema fout.soort_getal"},
		{replace(`"schema": 1`, `"schema": 1, "schema": 1`), "schema fout.dubbele_naam"},
		{replace(`"year": 2026,`, ""), "household.year fout.ontbreekt"},
		{replace(`"year": 2026`, `"year": 2026.5`), "household.year fout.geen_geheel_getal"},
		{replace(`"year": 2026`, `"year": 1e99`), "household.year fout.geen_geheel_getal"},
		{replace(`"year": 2026`, `"year": "2026"`), "household.year fout.soort_getal"},
		{replace(`"id": "a1", `, ""), "household.adults[0].id fout.ontbreekt"},
		{replace(`"id": "j1", `, ""), "household.adults[0].jobs[0].id fout.ontbreekt"},
		{replace(`"id": "c1", `, ""), "household.children[0].id fout.ontbreekt"},
		{replace(`"name": "Samira"`, `"name": 5`), "household.adults[0].name fout.soort_tekst"},
		{replace(`"name": "Samira"`, `"name": "Sa\u0000"`), "household.adults[0].name fout.vreemd_teken"},
		{replace(`"name": "Samira"`, `"naam": "Samira"`), "household.adults[0].naam fout.onbekende_naam_bedoelt_u"},
		{replace(`"name": "Samira"`, `"hobby": "lezen"`), "household.adults[0].hobby fout.onbekende_naam"},
		{replace(`"name": "Samira"`, `"Name": "Samira"`), "household.adults[0].Name fout.onbekende_naam_bedoelt_u"},
		{replace(`"born": "1990-05"`, `"born": "1990-13"`), "household.adults[0].born fout.maand"},
		{replace(`"born": "1990-05"`, `"born": "1990-05-12"`), "household.adults[0].born fout.maand"},
		{replace(`"born": "1990-05"`, `"born": 1990`), "household.adults[0].born fout.maand"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": 15.50`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_zonder_aanhalingstekens"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": true`), "household.adults[0].jobs[0].hourlyWage fout.soort_bedrag"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": "15,50"`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_vorm"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": "1.5e1"`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_vorm"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": "+15"`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_vorm"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": ".5"`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_vorm"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": "5."`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_vorm"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": " 5"`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_vorm"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": ""`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_vorm"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": "1234567890123"`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_te_lang"},
		{replace(`"hourlyWage": "15.50"`, `"hourlyWage": "1.0000000000001"`), "household.adults[0].jobs[0].hourlyWage fout.bedrag_te_lang"},
		{replace(`"payrollCredit": true`, `"payrollCredit": "ja"`), "household.adults[0].jobs[0].payrollCredit fout.soort_janee"},
		{replace(`"localSchemes": []`, `"localSchemes": {}`), "household.localSchemes fout.soort_lijst"},
		{replace(`"localSchemes": []`, `"localSchemes": [{}]`), "household.localSchemes[0].id fout.ontbreekt"},
		{replace(`"localSchemes": []`, `"localSchemes": [null]`), "household.localSchemes[0] fout.soort_object"},
		{replace(`"localSchemes": []`, `"a\nb": 1`), `household."a\nb" fout.onbekende_naam`},
		{replace(`"housing": {`, `"housing": "`) + `"`, " fout.geen_json"},
		{strings.TrimSuffix(example, "}") + `, "debts": [{"kind": "bank", "arrearsMonths": "2"}]}`, "debts[0].arrearsMonths fout.soort_getal"},
		{strings.TrimSuffix(example, "}") + `, "consent": {"gven": true}}`, "consent.gven fout.onbekende_naam_bedoelt_u"},
	} {
		d, faults := Decode([]byte(c.file))
		if got := names(faults); d != nil || !slices.Equal(got, []string{c.want}) {
			t.Errorf("want %s, got %v for %.300s", c.want, got, c.file)
		}
	}
}

func TestDecodeListsAllFaultsInTheOrderOfTheFile(t *testing.T) {
	_, faults := Decode([]byte(`{"schema":1,"household":{"year":"2026","adults":[{"born":"mei","jobs":[{"id":"j1"},{"id":"j2","hoursPerWek":"4","hourlyWage":14}]}],"children":3},"extra":1}`))
	want := []string{
		"household.year fout.soort_getal",
		"household.adults[0].born fout.maand",
		"household.adults[0].jobs[1].hoursPerWek fout.onbekende_naam_bedoelt_u",
		"household.adults[0].jobs[1].hourlyWage fout.bedrag_zonder_aanhalingstekens",
		"household.adults[0].id fout.ontbreekt",
		"household.children fout.soort_lijst",
		"extra fout.onbekende_naam",
	}
	if got := names(faults); !slices.Equal(got, want) {
		t.Errorf("got %s", strings.Join(got, "\n"))
	}
	if got := faults[2].Args["bedoeld"]; got != "hoursPerWeek" {
		t.Errorf("suggests %v", got)
	}
}

func TestCheckAddsContentToFormWithoutRepeating(t *testing.T) {
	file := strings.NewReplacer(
		`"born": "1990-05"`, `"born": "mei"`, // form; content would say that the month is missing
		`"hoursPerWeek": "20"`, `"hoursPerWeek": "61"`, // content
		`"partners": false`, `"partners": "nee"`, // form
	).Replace(example)
	_, faults := Check([]byte(file))
	want := []string{
		"household.adults[0].born fout.maand",
		"household.partners fout.soort_janee",
		"household.adults[0].jobs[0].hoursPerWeek fout.te_veel_uren",
	}
	if got := names(faults); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestLanguageOfThePrint(t *testing.T) {
	for language, want := range map[string][]string{"": nil, "nl": nil, "uk": nil, "fy": {"plan.print.language fout.onbekend_woord"}} {
		d, faults := decode([]byte(example))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		d.Plan = &plan.Plan{Print: plan.PrintChoice{Language: language}}
		if got := names(d.Validate()); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", language, got, want)
		}
	}
}

func TestDecodeSaysWhereTheJSONBreaks(t *testing.T) {
	_, faults := Decode([]byte("{\"schema\": 1,\n \"é\": x}"))
	if len(faults) != 1 || faults[0].Args["regel"] != 2 || faults[0].Args["teken"] != 7 {
		t.Errorf("got %v", faults)
	}
}

func TestDecodeRefusesAFileThatIsTooLarge(t *testing.T) {
	_, faults := Decode(bytes.Repeat([]byte(" "), MaxSize+1))
	if got := names(faults); !slices.Equal(got, []string{" fout.bestand_te_groot"}) {
		t.Errorf("got %v", got)
	}
}

func TestDecodeSkipsAByteOrderMark(t *testing.T) {
	if _, faults := Decode([]byte("\uFEFF" + example)); len(faults) > 0 {
		t.Error(faults)
	}
}

func TestHalfASignIsRefused(t *testing.T) {
	for text, want := range map[string]bool{
		`\ud83d`: true, `\uD83Dx`: true, `\ude00`: true, `\ud83d\ud83d\ude00`: true, `\\\ud83d`: true, `\ud83d\n\ude00`: true, `\ud83dude00`: true,
		`\ud83d\ude00`: false, `\\ud83d`: false, `\u00e9`: false, `\uD83D\uDE00\uD83D\uDE00`: false, `😀`: false,
	} {
		d, faults := Decode([]byte(strings.Replace(example, "Samira", text, 1)))
		if refused := slices.Equal(names(faults), []string{" fout.vreemd_teken"}); refused != want {
			t.Errorf("%s: faults %v, document %v", text, faults, d != nil)
		}
	}
}

func TestEncodeIsStable(t *testing.T) {
	for _, file := range []string{example, withAllParts()} {
		d, faults := Decode([]byte(file))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		first, err := Encode(d)
		if err != nil {
			t.Fatal(err)
		}
		again, faults := Decode(first)
		if len(faults) > 0 || !reflect.DeepEqual(d, again) {
			t.Fatalf("faults %v, or not the same document:\n%s", faults, first)
		}
		if second, err := Encode(again); err != nil || !bytes.Equal(first, second) {
			t.Errorf("second writing differs (%v):\n%s", err, second)
		}
		if bytes.Contains(first, []byte("null")) {
			t.Errorf("writes null:\n%s", first)
		}
	}
}

// A part of the file that somebody adds must be of a kind that the reader knows.
func TestEveryPartCanBeRead(t *testing.T) {
	seen := map[reflect.Type]bool{amountType: true, monthType: true}
	var check func(of reflect.Type, where string)
	check = func(of reflect.Type, where string) {
		if seen[of] {
			return
		}
		seen[of] = true
		switch of.Kind() {
		case reflect.Pointer, reflect.Slice:
			check(of.Elem(), where)
		case reflect.Struct:
			for i := range of.NumField() {
				f := of.Field(i)
				if !f.IsExported() || f.Tag.Get("json") == "" {
					t.Errorf("%s.%s has no name in the file", where, f.Name)
				}
				check(f.Type, where+"."+f.Name)
			}
		case reflect.String, reflect.Bool, reflect.Int:
		default:
			t.Errorf("%s is a %s", where, of)
		}
	}
	check(reflect.TypeFor[Document](), "Document")
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{example, withAllParts(), `{"schema":1,"household":{"year":1,"adults":[{"id":"\ud800"}]}}`, `{"schema":1,"schema":2}`, "[1,]", `{"a":}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, faults := Decode(data)
		if (d == nil) == (len(faults) == 0) {
			t.Fatal("a document or faults, never both or neither")
		}
		for _, fault := range faults {
			if strings.ContainsAny(fault.Field, "\n\r") {
				t.Fatalf("field %q is more than one line", fault.Field)
			}
		}
		if d == nil {
			return
		}
		d.Validate()
		written, err := Encode(d)
		if err != nil {
			t.Fatal(err)
		}
		if again, faults := Decode(written); len(faults) > 0 || !reflect.DeepEqual(d, again) {
			t.Fatalf("faults %v, or not the same document:\n%s", faults, written)
		}
	})
}

func names(faults []budget.FieldError) []string {
	var names []string
	for _, f := range faults {
		names = append(names, f.Field+" "+f.Key)
	}
	return names
}
