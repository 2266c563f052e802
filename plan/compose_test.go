package plan

import (
	"flag"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/i18n/plain"
)

var rewrite = flag.Bool("update", false, "write the composed plans anew, to be read before they are kept")

func simpleDutch(t testing.TB) *i18n.Catalogue { return translationInto(t, i18n.SimpleDutch) }

var loadHardWords = sync.OnceValues(plain.LoadWords)

func hardWords(t testing.TB) *plain.Words {
	t.Helper()
	words, err := loadHardWords()
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// year is a year result with these amounts, euro a year.
func year(amounts map[budget.Component]string) *budget.Result {
	r := &budget.Result{Year: 2026}
	for i := range r.Components {
		r.Components[i] = budget.Outcome{State: budget.None}
	}
	for c, amount := range amounts {
		r.Components[c] = budget.Outcome{State: budget.HasAmount, PerYear: dec(amount)}
	}
	return r
}

func money(in, out []string) Money {
	m := Money{InKnown: true, OutKnown: true}
	for i, label := range []string{"loon", "huurtoeslag", "kindgebonden_budget", "zorgtoeslag"} {
		if i < len(in) {
			m.In = append(m.In, Part{Label: label, PerMonth: dec(in[i]), Known: true})
		}
	}
	for i, label := range []string{partBills, partWeek, partAside} {
		m.Out = append(m.Out, Part{Label: label, PerMonth: dec(out[i]), Known: true})
	}
	return m
}

// family is a couple with two children: 2315.77 comes in (the worked example), 1004.94 goes out, and 8 hours more
// bring 400 - 40 - 147.17 = 212.83 a month.
func family(t testing.TB) Input {
	now := map[budget.Component]string{budget.Loon: "20400", budget.Huurtoeslag: "3618.96", budget.Zorgtoeslag: "4827"}
	then := map[budget.Component]string{budget.Loon: "25200", budget.Huurtoeslag: "3138.96", budget.Zorgtoeslag: "3060.96"}
	return Input{
		Words: simpleDutch(t), HardWords: hardWords(t),
		Household: &budget.Household{Year: 2026, Partners: true,
			Adults:   []budget.Adult{{ID: "a1", Name: "Samira"}, {ID: "a2", Name: "Omar"}},
			Children: []budget.Child{{ID: "c1", Name: "Noor"}, {ID: "c2", Name: "Sem"}}},
		Money: money([]string{"1480.44", "301.58", "402.25", "131.50"}, []string{"650.00", "329.95", "24.99"}),
		Comparisons: []Comparison{{Workers: []Worker{{Name: "Samira", Now: dec("20"), Then: dec("28")}},
			Now: year(now), Then: year(then), From: "2027-02-01", Reports: toTell("2027-02-01"),
			First: &budget.FirstMonths{Total: dec("1766.04")}}},
		Plan: &Plan{
			GoesWell: []string{"Wij eten elke avond samen.", "De huur is betaald."},
			Wishes:   []Wish{{Text: "Wij willen rust.", Place: Home}, {Text: "Noor wil op zwemles.", Place: Neighbourhood}},
			Steps: []Step{
				{Who: "Omar", Verb: "vraagt", What: "Leergeld om zwemles", Day: "2026-12-03", Place: Neighbourhood},
				{Who: "Samira", Verb: "belt", What: "het wijkteam", Day: "2026-12-01", Place: Home, First: true,
					Celebration: "is er taart"},
			},
			Helpers:  []Helper{{"Sara", "Buurtteam Oost", "06 12 34 56 78"}, {FirstName: "Karin", Phone: "030 286 00 00"}},
			NextDate: "2027-01-19",
		},
		Date: time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC),
	}
}

// scenario makes the more-hours page of another difference a month.
func scenario(in Input, perMonth string) Input {
	then := *in.Comparisons[0].Now
	o := &then.Components[budget.Loon]
	o.PerYear = o.PerYear.Add(dec(perMonth).Mul(decimal.NewFromInt(12)))
	in.Comparisons = []Comparison{{Workers: in.Comparisons[0].Workers, Now: in.Comparisons[0].Now, Then: &then,
		Reports: toTell(""), First: &budget.FirstMonths{}}}
	return in
}

// toTell is the list of a family with toeslagen that rents.
func toTell(from Day) []Report {
	return []Report{{Key: ReportIncome, Day: from}, {Key: ReportLandlord, Always: true}}
}

// allReports are all the things there can be to tell.
var allReports = []string{ReportIncome, ReportNewCare, ReportCareHours, ReportWork, ReportPaySlips, ReportSchemes, ReportUWV, ReportSVB,
	ReportCare, ReportCredit, ReportDebts, ReportLandlord}

// branches are all the ways in which a plan can come out.
func branches(t testing.TB) map[string]Input {
	all := map[string]Input{"gain": family(t)}
	all["equal"] = scenario(family(t), "-9.99")
	all["loss"] = scenario(family(t), "-37.20")
	all["little_per_hour"] = scenario(family(t), "10")

	cliff := scenario(family(t), "60")
	cliff.Comparisons[0].Falls = []Fall{
		{Above: dec("26.5"), Cause: budget.Huurtoeslag, Stops: true, Safe: decimal.NewNullDecimal(dec("31"))},
		{Above: dec("33"), Cause: budget.Zorgtoeslag},
		{Above: dec("36"), Cause: budget.Kinderopvangkosten},
	}
	cliff.Preliminary = true
	all["cliff"] = cliff

	all["fewer_hours"] = scenario(family(t), "-120")
	all["fewer_hours"].Comparisons[0].Workers = []Worker{{Name: "Samira", Now: dec("20"), Then: decimal.Zero}}

	short := family(t)
	short.Money = money([]string{"1480.44"}, []string{"1200.10", "380.00", "75.50"})
	short.Money.Examples, short.Money.Missing = 2, 1
	all["short"] = short
	even := family(t)
	even.Money = money([]string{"1500.90"}, []string{"1000", "400.10", "99.90"})
	all["even"] = even
	over := family(t)
	over.Money.Missing = 3
	over.Plan.Print.Debts = true
	over.Debts = []budget.Debt{{ArrangementPerMonth: budget.Known(dec("25"))}, {ArrangementPerMonth: budget.Known(dec("40.50"))}, {}}
	over.Rights = []Right{{Name: "geld voor de zorgverzekering", PerMonth: budget.Known(dec("129.90")), Where: "Dienst Toeslagen"},
		{Name: "een pas voor korting", Where: "de gemeente"}, {Name: "geld voor school", PerMonth: budget.Known(dec("20")), Where: "de gemeente"},
		{Name: "een vierde ding", Where: "de buren"}}
	over.Money.Examples = 4
	all["over_with_debts_and_rights"] = over

	all["one_adult"] = oneAdult(family(t))
	alone := oneAdult(family(t))
	alone.Household.Children = nil
	all["no_children"] = alone

	two := family(t)
	two.Comparisons = append(two.Comparisons, scenario(family(t), "-12").Comparisons...)
	two.Comparisons[1].Workers = []Worker{{Name: "Omar", Then: dec("16")}}
	all["two_scenarios"] = two

	costs := scenario(family(t), "100")
	costs.Comparisons[0].Now.Components[budget.Reiskosten] = budget.Outcome{PerYear: dec("-240")}
	costs.Comparisons[0].Then.Components[budget.Reiskosten] = budget.Outcome{PerYear: dec("-480")}
	costs.Comparisons[0].Then.Components[budget.Kinderopvangkosten] = budget.Outcome{PerYear: dec("-1200")}
	costs.Comparisons[0].Then.Components[budget.Kinderopvangtoeslag] = budget.Outcome{PerYear: dec("1150")}
	costs.Comparisons[0].Now.Components[budget.Bijstand] = budget.Outcome{PerYear: dec("1000")}
	costs.Comparisons[0].From, costs.Comparisons[0].Reports = "2027-02-01", []Report{}
	for _, key := range allReports {
		r := Report{Key: key, Day: "2027-02-01"}
		switch key {
		case ReportNewCare:
			r.Day, r.Latest = "2027-05-31", true
		case ReportPaySlips, ReportLandlord:
			r.Day, r.Always = "", true
		}
		costs.Comparisons[0].Reports = append(costs.Comparisons[0].Reports, r)
	}
	all["care_and_travel"] = costs

	wage := scenario(family(t), "45")
	wage.Comparisons[0].Workers = []Worker{{Name: "Samira", Now: dec("20"), Then: dec("20")}}
	all["other_wage"] = wage
	same := scenario(oneAdult(family(t)), "4")
	same.Comparisons[0].Workers = wage.Comparisons[0].Workers
	all["other_work_same_money"] = same

	own := scenario(oneAdult(family(t)), "300")
	own.Comparisons[0].Workers = []Worker{{Name: "Samira", Then: dec("12"), OwnBusiness: true}}
	all["own_business"] = own

	all["unknown"] = unknown(family(t))
	all["unknown_one_adult"] = unknown(oneAdult(family(t)))

	empty := family(t)
	empty.Plan, empty.Comparisons[0].From = nil, ""
	empty.Money.OutKnown, empty.Money.Missing = false, 4
	for i := range empty.Money.Out {
		empty.Money.Out[i].Known, empty.Money.Out[i].Example = false, budget.Known(empty.Money.Out[i].PerMonth)
	}
	all["empty"] = empty
	emptyAlone := oneAdult(empty)
	emptyAlone.Plan = nil
	all["empty_one_adult"] = emptyAlone

	children := family(t)
	children.Plan.Children = []ChildPage{
		{Child: "c1", Name: "Noor", Paper: PaperYes, ILike: "zwemmen met oma", ICanTalkTo: "juf Els"},
		{Child: "c2", Name: "Sem", Paper: PaperNo, ILike: "dit komt niet op papier"},
	}
	all["children"] = children
	all["second_visit"] = secondVisit(family(t))
	nothingLeft := secondVisit(oneAdult(family(t)))
	for i := range nothingLeft.Plan.Steps {
		nothingLeft.Plan.Steps[i].Status = Different
	}
	nothingLeft.Plan.Earlier = []Step{{Who: "Samira", Verb: "vraagt", What: "om meer uren", Status: Done}}
	all["all_steps_asked"] = nothingLeft
	nearly := family(t)
	h := *nearly.Household
	h.Children = []budget.Child{{ID: "c1", Name: "Noor", Born: budget.YearMonth{Year: 2009, Month: 3}}}
	nearly.Household, nearly.AdultAge = &h, 18
	nearly.Turning = []Turning{{"Noor", time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC), []Less{{budget.Kinderbijslag, dec("120.80")}}}}
	nearly.Birthdays = []Birthday{{"Sem", time.Date(2027, 8, 1, 0, 0, 0, 0, time.UTC), 12}, {"", time.Date(2027, 9, 1, 0, 0, 0, 0, time.UTC), 16}}
	nearly.Plan.Children = []ChildPage{{Child: "c1", Name: "Noor", Paper: PaperYes, IWant: "gaan werken", IWorry: "mijn examen"}}
	all["nearly_adult"] = nearly
	nameless := oneAdult(family(t))
	nameless.Plan.Print.NoNames = true
	all["no_names"] = nameless
	return all
}

func oneAdult(in Input) Input {
	h := *in.Household
	h.Adults, h.Partners = h.Adults[:1], false
	in.Household = &h
	if in.Plan != nil {
		p := *in.Plan
		p.Steps = slices.Clone(p.Steps)
		p.Steps[0].Who = "Samira"
		in.Plan = &p
	}
	return in
}

// secondVisit is the plan with how the steps went: the first one well, the other not yet.
func secondVisit(in Input) Input {
	p := *in.Plan
	p.Steps = append(slices.Clone(p.Steps), Step{Who: "Omar", Verb: "leest", What: "de post", Day: "elke vrijdag",
		Status: Different, Remark: "oma helpt nu"})
	p.Steps[0].Status, p.Steps[1].Status = NotYet, Done
	in.Plan = &p
	return in
}

func unknown(in Input) Input {
	in.Money.InKnown = false
	in.Money.In[1].Known, in.Money.In[1].PerMonth = false, decimal.Zero
	then := *in.Comparisons[0].Then
	then.Components[budget.Huurtoeslag] = budget.Outcome{State: budget.Unknown}
	in.Comparisons[0].Then, in.Comparisons[0].First = &then, nil
	return in
}

func text(t testing.TB, d Document) string {
	t.Helper()
	var b strings.Builder
	if err := WriteText(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestComposedPlans(t *testing.T) {
	for name, in := range branches(t) {
		t.Run(name, func(t *testing.T) {
			got := text(t, Compose(in))
			file := filepath.Join("testdata", name+".txt")
			if *rewrite {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("differs from %s:\n%s", file, got)
			}
		})
	}
}

// The sums of perspectiefplan.md 5.3: in 1480 + 302 + 402 + 131 = 2315; out 650 + 330 + 25 = 1005; over 1310;
// 329.95 x 12 / 52 = 76.14 a week; the gain of 212.83 prints 210, so 6 an hour; 2315 + 210 = 2525;
// huurtoeslag 480 / 12 = 40 and zorgtoeslag 1766.04 / 12 = 147.17 lower. Of 1766.04 too much in twelve months 147.17 a month is set
// apart, in whole euros 148.
func TestAmountsOnThePage(t *testing.T) {
	d := Compose(family(t))
	for _, want := range []string{"2.315\u00a0euro per maand", "1.005\u00a0euro per maand", "1.310\u00a0euro per maand",
		"76\u00a0euro per week", "ongeveer 210\u00a0euro per maand", "ongeveer 6\u00a0euro over", "ongeveer €\u00a040",
		"ongeveer €\u00a0147", "148\u00a0euro per maand apart"} {
		if !d.Has(want) {
			t.Errorf("no %q", want)
		}
	}
	if got := text(t, d); !strings.Contains(got, "Straks: ongeveer €\u00a02.525") {
		t.Errorf("no total of 2.525:\n%s", got)
	}
}

// The rows of a printed page add up to the printed totals, and what is left is never promised too high.
func TestRandomBudgetsAddUpOnThePage(t *testing.T) {
	random, in := rand.New(rand.NewSource(2)), family(t)
	amount := func(most int64) string { return decimal.New(random.Int63n(most), -2).String() }
	printed := func(b Block) decimal.Decimal {
		digits := strings.NewReplacer("€\u00a0", "", ".", "", "\u00a0euro per maand", "").Replace(b.Details)
		return dec(digits)
	}
	c := newComposer(in)
	for range 10_000 {
		c.Money = money([]string{amount(300_000), amount(60_000), amount(90_000), amount(30_000)}[:1+random.Intn(4)],
			[]string{amount(200_000), amount(90_000), amount(60_000)})
		page := c.ourMoney()
		exact := sum(amounts(c.Money.In)).Sub(sum(amounts(c.Money.Out)))
		var totals []decimal.Decimal
		for _, s := range page.Blocks[1:3] {
			checkSum(t, s)
			for _, b := range s.Blocks {
				if b.Kind == TotalBlock {
					totals = append(totals, printed(b))
				}
			}
		}
		first := page.Blocks[0].Blocks
		if !printed(first[0]).Equal(totals[0]) || !printed(first[1]).Equal(totals[1]) {
			t.Fatalf("%v: the large amounts are not the totals %v", first, totals)
		}
		left := totals[0].Sub(totals[1])
		if left.GreaterThan(exact) || first[2].Kind == KeyBlock && !printed(first[2]).Equal(left.Abs()) {
			t.Fatalf("%v is printed, %s is exact", first[2], exact)
		}
		if c.Money.Out[1].PerMonth.IsPositive() && len(page.Blocks) < 4 {
			t.Fatal("no week money")
		}
	}
}

var aNumber = regexp.MustCompile(`[0-9][0-9.]*`)

// At most seven numbers a page in running text; days, telephone numbers, hours, years, rows of tables and the number of things
// do not count.
func TestFewNumbersOnAPage(t *testing.T) {
	for name, in := range branches(t) {
		for _, page := range Compose(in).Pages {
			var numbers []string
			for _, s := range page.Blocks {
				for _, b := range s.Blocks {
					if b.Kind != TextBlock && b.Kind != KeyBlock || strings.Contains(b.Text, " uur") || strings.Contains(b.Text, "nummer") ||
						strings.Contains(b.Text, "20") {
						continue
					}
					numbers = append(numbers, aNumber.FindAllString(b.Text+" "+b.Details, -1)...)
				}
			}
			if len(numbers) > 7 {
				t.Errorf("%s: %s has %v", name, page.Text, numbers)
			}
		}
	}
}

// A loss stands in the same place and size as a gain.
func TestLossLooksLikeAGain(t *testing.T) {
	shape := func(in Input) []Kind {
		var kinds []Kind
		for _, b := range Compose(in).Pages[2].Blocks[0].Blocks {
			if b.Kind == TextBlock && strings.HasPrefix(b.Text, "Per extra uur") {
				continue // not said with a loss
			}
			kinds = append(kinds, b.Kind)
		}
		return kinds
	}
	gain, loss := shape(scenario(family(t), "37.20")), shape(scenario(family(t), "-37.20"))
	if !slices.Equal(gain, loss) {
		t.Errorf("gain %v, loss %v", gain, loss)
	}
}

var notForTheFamily = regexp.MustCompile(`(?i)%|[0-9],[0-9]{2}|marginale|toetsingsinkomen|fiscaal|risico|⟦|te veel|norm`)

func TestFamilyCopyHoldsNothingForbidden(t *testing.T) {
	for name, in := range branches(t) {
		for _, line := range strings.Split(text(t, Compose(in)), "\n") {
			if found := notForTheFamily.FindString(line); found != "" {
				t.Errorf("%s: %q in %q", name, found, line)
			}
		}
	}
}

func TestEveryBranchIsEasyToRead(t *testing.T) {
	names := []string{"Samira", "Omar", "Noor", "Sem", "Sara", "Karin", "Leergeld", "Buurtteam", "Oost"}
	for name, in := range branches(t) {
		d := Compose(in)
		var explained []string
		var whole strings.Builder
		for _, page := range d.Pages {
			for _, s := range page.Blocks {
				for _, b := range s.Blocks {
					if b.Kind == TermBlock {
						explained = append(explained, b.Text)
					}
				}
			}
		}
		options := plain.Options{Words: in.HardWords, Explained: explained, Allowed: append(plain.AllowedWords(), names...)}
		for _, page := range d.Pages {
			if len(page.Blocks[0].Blocks) > 0 && page.Blocks[0].Blocks[0].Kind == TermBlock {
				continue // the list itself has its own test
			}
			body := ours(page)
			whole.WriteString(body)
			report(t, name+": "+page.Text, plain.Check(body, plain.A2, options))
		}
		options.WholeDocument = true
		report(t, name, plain.Check(whole.String(), plain.A2, options))
	}
}

// ours are the words of a page that we wrote, one sentence a line.
func ours(page Block) string {
	lines := []string{page.Text}
	for _, s := range page.Blocks {
		lines = append(lines, s.Text)
		for _, b := range s.Blocks {
			if b.Kind != OwnBlock && b.Kind != CheckBlock {
				lines = append(lines, strings.ReplaceAll(b.Text, "…", ""), b.Details)
			}
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

func report(t *testing.T, name string, r plain.Report) {
	t.Helper()
	for _, f := range r.Findings {
		if f.Severity == plain.Fail {
			sentence := ""
			if f.Sentence >= 0 {
				sentence = r.Sentences[f.Sentence].Text
			}
			t.Errorf("%s: %s %v %q", name, f.Key, f.Args, sentence)
		}
	}
}

func TestTheWordListHoldsTheHardWordsOfThePrint(t *testing.T) {
	for name, in := range branches(t) {
		d := Compose(in)
		last := d.Pages[len(d.Pages)-1]
		var listed []string
		for _, b := range last.Blocks[0].Blocks {
			if b.Kind == TermBlock {
				listed = append(listed, strings.ToLower(b.Text))
			}
		}
		var body strings.Builder
		for _, page := range d.Pages[:len(d.Pages)-1] {
			body.WriteString(ours(page))
			for _, s := range page.Blocks {
				for _, b := range s.Blocks {
					body.WriteString(b.Text + "\n")
				}
			}
		}
		var found []string
		for _, m := range in.HardWords.Find(body.String()) {
			if term := strings.ToLower(m.Word.Term); !slices.Contains(found, term) {
				found = append(found, term)
			}
		}
		slices.Sort(found)
		slices.Sort(listed)
		if len(listed) > maxTerms || !slices.Equal(found, listed) {
			t.Errorf("%s: listed %v, in the print %v", name, listed, found)
		}
	}
}

var (
	weWords = regexp.MustCompile(`(?i)\b(wij|ons|onze)\b`)
	iWords  = regexp.MustCompile(`(?i)\b(ik|mij|mijn)\b`)
	oneSelf = regexp.MustCompile(`Wij kiezen dan samen|Samen zoeken wij`) // the family and the helper, in both voices
)

func TestVoiceOfOneAndOfTwo(t *testing.T) {
	for name, in := range branches(t) {
		mine := len(in.Household.Adults) == 1
		d := Compose(in)
		for _, page := range d.Pages {
			if strings.Contains(page.Text, "zelf") {
				continue // a child speaks for itself
			}
			for _, line := range strings.Split(ours(page), "\n") {
				wrong := iWords
				if mine {
					wrong = weWords
				}
				if wrong.MatchString(line) && !oneSelf.MatchString(line) {
					t.Errorf("%s: %q is in the wrong voice", name, line)
				}
			}
		}
	}
}

func TestUnknownIsNeverZero(t *testing.T) {
	d := Compose(unknown(family(t)))
	for _, b := range d.Pages[1].Blocks[1].Blocks {
		if b.Text == "Huurtoeslag" && b.Details != "Dit weten wij nog niet." {
			t.Errorf("huurtoeslag is %q", b.Details)
		}
		if b.Kind == TotalBlock {
			t.Errorf("a total of %q with a part that is not known", b.Details)
		}
	}
	if d.Has("€\u00a00") || !d.Has("Wij weten nog niet genoeg over de huurtoeslag.") {
		t.Errorf("a zero in the print, or no word about what is missing:\n%s", text(t, d))
	}
}

func TestPlacesStandInTheirOrder(t *testing.T) {
	in := family(t)
	in.Plan.Steps = []Step{{Who: "Omar", Verb: "schrijft", What: "een brief", Place: Work}, {Verb: "lees", What: "samen", Place: School}}
	in.Plan.Wishes = []Wish{{Text: "Een fiets voor Sem", Place: Neighbourhood}}
	var headings []string
	for _, s := range Compose(in).Pages[3].Blocks {
		headings = append(headings, s.Text)
	}
	want := []string{"Buurt", "School", "Werk", "Lukt iets niet?", "Snel hulp nodig?"}
	if !slices.Equal(headings, want) {
		t.Errorf("%v, want %v", headings, want)
	}
}

func TestChildPageHoldsNoMoney(t *testing.T) {
	in := family(t)
	in.Plan.Children = []ChildPage{{Name: "Noor", Paper: PaperYes, ILike: "10 euro van oma", IWant: "€ 5 sparen", IWorry: "de huur is 650euro",
		ICanTalkTo: "juf Els"}, {Name: "Sem", Paper: PaperForSelf, ILike: "een geheim"}}
	d := Compose(in)
	page := d.Pages[4]
	if page.Text != "Dit zegt Noor zelf" || len(d.Pages) != 6 {
		t.Fatalf("page %q of %d", page.Text, len(d.Pages))
	}
	for _, s := range page.Blocks[:3] {
		if s.Blocks[0].Kind != LinesBlock {
			t.Errorf("%q is printed", s.Blocks[0].Text)
		}
	}
	if page.Blocks[3].Blocks[0].Text != "juf Els" || d.Has("geheim") {
		t.Error("words without money are not printed, or a secret is")
	}
}

func TestHowTheStepsWent(t *testing.T) {
	d := Compose(secondVisit(family(t)))
	first, steps := d.Pages[0].Blocks, d.Pages[3].Blocks
	if got := first[3]; got.Text != "Onze volgende stap" || !strings.Contains(got.Blocks[0].Text, "Omar vraagt") {
		t.Errorf("the next step is %q under %q", got.Blocks[0].Text, got.Text)
	}
	well := first[1].Blocks[len(first[1].Blocks)-1]
	if !well.Ticked || !strings.Contains(well.Text, "Samira belt") {
		t.Errorf("what was done does not stand under what goes well: %+v", well)
	}
	var told []string
	for _, s := range steps {
		for _, b := range s.Blocks {
			if b.Kind == CheckBlock {
				told = append(told, b.Details)
				if b.Ticked != (b.Details == "Dat is gelukt.") {
					t.Errorf("%q: ticked is %v", b.Text, b.Ticked)
				}
			}
		}
	}
	want := []string{"Dat is gelukt.", "Wij doen nu iets anders. Oma helpt nu.", "Dat is nog niet gelukt. Dat is niet erg."}
	if !slices.Equal(told, want) {
		t.Errorf("%q, want %q", told, want)
	}
}

// The month of the birthday is known, not the day: 18 in March 2027, so from March 2025 up to and including February 2027.
func TestNearlyAdult(t *testing.T) {
	for day, want := range map[string]bool{"2025-02-28": false, "2025-03-01": true, "2027-02-28": true, "2027-03-01": false} {
		in := branches(t)["nearly_adult"]
		in.Turning = nil // what the parents read
		in.Date, _ = time.Parse(time.DateOnly, day)
		d := Compose(in)
		if d.Has("Bijna 18") != want || d.Has("In maart 2027 word ik 18.") != want {
			t.Errorf("%s: told is %v, want %v", day, !want, want)
		}
	}
}

func TestPageOfOneChildAlone(t *testing.T) {
	in := family(t)
	in.Plan.Children = []ChildPage{{Child: "c1", Name: "Noor", Paper: PaperForSelf, ILike: "een geheim"},
		{Child: "c2", Name: "Sem", Paper: PaperNo, ILike: "niets"}}
	if whole := Compose(in); whole.Has("geheim") {
		t.Error("what is for the child alone stands in the plan of the family")
	}
	d, ok := ComposeChild(in, "c1")
	if !ok || !d.Has("een geheim") || d.Pages[0].Text != "Dit zegt Noor zelf" || strings.Contains(d.Title, "Noor") {
		t.Errorf("%v %q:\n%s", ok, d.Title, text(t, d))
	}
	for _, id := range []string{"c2", "c3"} {
		if _, ok := ComposeChild(in, id); ok {
			t.Errorf("a page of %s", id)
		}
	}
}

func TestMissing(t *testing.T) {
	if missing := family(t).Plan.Missing(); len(missing) != 0 {
		t.Errorf("a full plan misses %v", missing)
	}
	var none *Plan
	words := simpleDutch(t)
	if missing := none.Missing(); len(missing) != 7 {
		t.Errorf("no plan misses %v", missing)
	}
	for _, id := range none.Missing() {
		if !words.Has(id) {
			t.Errorf("no text %s", id)
		}
	}
}

func TestChangesAreTheFiveLargest(t *testing.T) {
	c := Comparison{Now: year(nil), Then: year(map[budget.Component]string{
		budget.Loon: "1200", budget.Bijstand: "-1200", budget.Zorgtoeslag: "-24", budget.Huurtoeslag: "-240",
		budget.Kinderbijslag: "5.99", budget.Kinderopvangtoeslag: "600", budget.Kinderopvangkosten: "-700", budget.Reiskosten: "-36"})}
	var labels []string
	for _, x := range c.changes() {
		labels = append(labels, x.label)
	}
	want := []string{"loon", "bijstand", "huurtoeslag", "kinderopvangtoeslag", "kinderopvangkosten"}
	if !slices.Equal(labels, want) {
		t.Errorf("%v, want %v", labels, want)
	}
	if last := c.changes()[4]; !last.perMonth.IsPositive() {
		t.Error("childcare that costs more is not called higher")
	}
}

// The first page alone is the first page of the plan, and nothing more.
func TestOnlyTheFirstPage(t *testing.T) {
	in := Input{Words: simpleDutch(t), Household: &budget.Household{Year: 2026, Adults: []budget.Adult{{ID: "a1"}}}, Date: sheetDay,
		Plan: &Plan{GoesWell: []string{"Wij eten samen."}}}
	whole := Compose(in)
	in.Plan = &Plan{GoesWell: in.Plan.GoesWell, Print: PrintChoice{OnlyFirst: true}}
	if alone := Compose(in); len(alone.Pages) != 1 || len(whole.Pages) < 3 || !reflect.DeepEqual(alone.Pages[0], whole.Pages[0]) {
		t.Errorf("%d pages of %d", len(alone.Pages), len(whole.Pages))
	}
}
