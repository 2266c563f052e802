package plan_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
	"perspectief/i18n/plain"
	"perspectief/plan"
)

// The five examples of the program and five that try the paper: long names, seven children, no wishes, a loss and a shortage.

func families(t testing.TB) map[string]*store.Document {
	t.Helper()
	files, err := filepath.Glob("testdata/gezinnen/*.json")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Glob("../assets/voorbeelden/*.json")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]*store.Document{}
	for _, name := range append(files, examples...) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, faults := store.Check(data)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", name, faults)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".json")] = d
	}
	if len(all) != 10 {
		t.Fatalf("%d families, want ten", len(all))
	}
	return all
}

var (
	printed = time.Date(2026, 11, 21, 0, 0, 0, 0, time.UTC)
	fonts   = plan.Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()}
)

func engine(t testing.TB) *budget.Engine {
	t.Helper()
	book, err := rules.Load()
	if err != nil {
		t.Fatal(err)
	}
	return budget.NewEngine(book)
}

func catalogue(t testing.TB, language string) *i18n.Catalogue {
	t.Helper()
	words, err := i18n.Load(language)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func caseOf(d *store.Document) plan.Case {
	return plan.Case{Household: &d.Household, Budget: d.Budget, Debts: d.Debts, Plan: d.Plan, Scenarios: d.Scenarios}
}

func compose(t testing.TB, d *store.Document) plan.Document {
	t.Helper()
	document, err := plan.Prepare(engine(t), caseOf(d), catalogue(t, i18n.SimpleDutch), printed)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func write(t testing.TB, d plan.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := plan.WritePDF(&b, d, fonts, printed); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Page 1 works alone, on one sheet. A plan is four pages, a page for each child that wants one, and the hard words.
func TestPagesOfTenFamilies(t *testing.T) {
	for name, d := range families(t) {
		document := compose(t, d)
		titles, err := plan.SheetTitles(document, fonts)
		if err != nil {
			t.Fatal(err)
		}
		most := 5
		if d.Plan != nil {
			for _, c := range d.Plan.Children {
				if c.Paper == plan.PaperYes {
					most++
				}
			}
		}
		if len(titles) > most || slices.Contains(titles, "") {
			t.Errorf("%s: %d sheets, want at most %d, none of which goes on with another: %q", name, len(titles), most, titles)
		}
		for _, s := range document.Pages[0].Blocks {
			for _, b := range s.Blocks {
				if strings.Contains(strings.ToLower(b.Text), "pagina") {
					t.Errorf("%s: page 1 needs another page: %q", name, b.Text)
				}
			}
		}
	}
}

// Two adults, two children, one scenario: four pages, and seven with two pages of children and the hard words.
func TestPagesOfAStandardFamily(t *testing.T) {
	d := families(t)["lange-namen"]
	document := compose(t, d)
	titles, err := plan.SheetTitles(document, fonts)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Household.Adults) != 2 || len(d.Household.Children) != 2 || len(d.Plan.Print.Scenarios) != 1 || len(titles) != 7 {
		t.Errorf("with two children and hard words %d sheets, want 7: %q", len(titles), titles)
	}
	document.Pages = document.Pages[:4]
	if titles, _ = plan.SheetTitles(document, fonts); len(titles) != 4 {
		t.Errorf("%d sheets without them, want 4", len(titles))
	}
}

// Moments in which the municipality must talk within three working days: Wgs art. 4 lid 2.
func TestUrgentHelpIsAlwaysThere(t *testing.T) {
	for name, d := range families(t) {
		if document := compose(t, d); !document.Has("De gemeente praat dan binnen 3 werkdagen met") {
			t.Errorf("%s: nothing about urgent help", name)
		}
	}
}

func TestDebtsOnlyWhenTheFamilyWants(t *testing.T) {
	d := families(t)["tekort"]
	if document := compose(t, d); !document.Has("Ik betaal 2 rekeningen in stukjes.") || !document.Has("Dat is samen 115\u00a0euro per maand.") {
		t.Error("the arrangements of 75 and 40 euro are not printed")
	}
	d.Plan.Print.Debts = false
	if document := compose(t, d); document.Has("in stukjes") {
		t.Error("debts are printed that the family keeps off the paper")
	}
}

// names are all names of people in a family.
func names(d *store.Document) []string {
	var all []string
	for _, a := range d.Household.Adults {
		all = append(all, a.Name)
	}
	for _, c := range d.Household.Children {
		all = append(all, c.Name)
	}
	if d.Plan != nil {
		for _, h := range d.Plan.Helpers {
			all = append(all, h.FirstName)
		}
	}
	return slices.DeleteFunc(all, func(n string) bool { return n == "" })
}

func TestNoNamesOutsideThePages(t *testing.T) {
	for name, d := range families(t) {
		document := compose(t, d)
		file := write(t, document)
		if !bytes.Equal(file, write(t, document)) {
			t.Errorf("%s: two prints differ", name)
		}
		events, err := plan.Agenda(engine(t), caseOf(d), catalogue(t, i18n.SimpleDutch), printed)
		if err != nil {
			t.Fatal(err)
		}
		var calendar bytes.Buffer
		if err := plan.WriteICS(&calendar, events, printed); err != nil {
			t.Fatal(err)
		}
		for _, person := range names(d) {
			if bytes.Contains(file, []byte(person)) {
				t.Errorf("%s: %s stands in the open in the PDF", name, person)
			}
			for _, line := range strings.Split(calendar.String(), "\r\n") {
				if !strings.HasPrefix(line, "SUMMARY") && !strings.HasPrefix(line, "DESCRIPTION") && !strings.HasPrefix(line, " ") && strings.Contains(line, person) {
					t.Errorf("%s: %s stands in %q", name, person, line)
				}
			}
		}
	}
}

var (
	forbidden    = regexp.MustCompile(`(?i)%|[0-9],[0-9]{2}|marginale|toetsingsinkomen|fiscaal|\bnorm|risico|te veel`)
	moneyOfChild = regexp.MustCompile(`€|[0-9]\s*euro`)
)

func TestWordsOfTenFamilies(t *testing.T) {
	hard, err := plain.LoadWords()
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range families(t) {
		document := compose(t, d)
		allowed, listed := append(plain.AllowedWords(), named(d)...), terms(document)
		for _, page := range document.Pages {
			own := plan.Ours(page)
			if found := forbidden.FindString(own); found != "" {
				t.Errorf("%s: %s: %q", name, page.Text, found)
			}
			if strings.HasSuffix(page.Text, "zelf") && moneyOfChild.MatchString(own) {
				t.Errorf("%s: an amount on a page of a child", name)
			}
			if page.Text != "Moeilijke woorden" {
				easy(t, name+": "+page.Text, withoutTheirs(own, d), plain.Options{Words: hard, Explained: listed, Allowed: allowed})
			}
		}
	}
}

// named are the names of people and offices, word by word: they are what they are.
func named(d *store.Document) []string {
	all := names(d)
	if d.Plan != nil {
		for _, h := range d.Plan.Helpers {
			all = append(all, h.Organisation)
		}
	}
	return strings.Fields(strings.Join(all, " "))
}

func terms(d plan.Document) []string {
	var all []string
	for _, page := range d.Pages {
		for _, s := range page.Blocks {
			for _, b := range s.Blocks {
				if b.Kind == plan.TermBlock {
					all = append(all, b.Text)
				}
			}
		}
	}
	return all
}

// withoutTheirs leaves out the lines with a name or a reward in them: those words are the family's own.
func withoutTheirs(text string, d *store.Document) string {
	var theirs []string
	for _, n := range named(d) {
		if unicode.IsUpper([]rune(n)[0]) {
			theirs = append(theirs, n)
		}
	}
	if d.Plan != nil {
		for _, s := range d.Plan.Steps {
			if s.Celebration != "" {
				theirs = append(theirs, s.Celebration)
			}
		}
	}
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool {
		return slices.ContainsFunc(theirs, func(words string) bool { return strings.Contains(line, words) })
	})
	return strings.Join(lines, "\n")
}

func easy(t *testing.T, name, words string, o plain.Options) {
	t.Helper()
	r := plain.Check(words, plain.A2, o)
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

// What a screen reader reads is what the text says, in its order, without the footer; and it is as easy as what was composed.
func TestTextOutOfThePDF(t *testing.T) {
	tool, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("poppler-utils is not installed")
	}
	for name, d := range families(t) {
		document := compose(t, d)
		file := filepath.Join(t.TempDir(), "plan.pdf")
		if err := os.WriteFile(file, write(t, document), 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(tool, "-enc", "UTF-8", "-struct-text", file).Output()
		if err != nil {
			t.Fatal(err)
		}
		read := readAloud(string(out))
		if got, want := letters(strings.Join(slices.Concat(read...), "")), letters(textOf(t, document)); got != want {
			t.Errorf("%s: read aloud\n%s\nas text\n%s", name, got, want)
		}
		if len(read) != len(document.Pages) {
			t.Fatalf("%s: %d pages read, want %d", name, len(read), len(document.Pages))
		}
		for i, page := range document.Pages {
			if page.Text == "Moeilijke woorden" {
				continue
			}
			own := strings.Split(plan.Ours(page), "\n")
			var lines []string
			for _, line := range read[i] {
				if slices.ContainsFunc(strings.Split(withoutTheirs(strings.Join(own, "\n"), d), "\n"), func(o string) bool { return letters(o) == letters(line) }) {
					lines = append(lines, strings.ReplaceAll(line, "…", ""))
				}
			}
			if len(lines) < 5 {
				t.Errorf("%s: %s: only %d lines of ours", name, page.Text, len(lines))
			}
			easy(t, name+": out of the PDF: "+page.Text, strings.Join(lines, "\n"), plain.Options{Allowed: append(plain.AllowedWords(), named(d)...)})
		}
	}
}

var quoted = regexp.MustCompile(`^\s*"(.*)"$`)

// readAloud are the texts of the structure, page by page: a page begins with its H1.
func readAloud(structure string) [][]string {
	var pages [][]string
	for _, line := range strings.Split(structure, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "H1 ") {
			pages = append(pages, nil)
		}
		if m := quoted.FindStringSubmatch(line); m != nil && len(pages) > 0 {
			pages[len(pages)-1] = append(pages[len(pages)-1], strings.TrimSpace(m[1]))
		}
	}
	return pages
}

// textOf is the plain text without the two lines at its end, which are the footer.
func textOf(t *testing.T, d plan.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := plan.WriteText(&b, d); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), d.Made+"\n"+d.Status+"\n")
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// The whole way from the case file to the PDF.
func BenchmarkPlanOfAStandardFamily(b *testing.B) {
	d, e, words := families(b)["twee-deeltijdbanen"], engine(b), catalogue(b, i18n.SimpleDutch)
	for b.Loop() {
		document, err := plan.Prepare(e, caseOf(d), words, printed)
		if err != nil {
			b.Fatal(err)
		}
		if err := plan.WritePDF(&bytes.Buffer{}, document, fonts, printed); err != nil {
			b.Fatal(err)
		}
	}
}
