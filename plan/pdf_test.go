package plan

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"

	"perspectief/assets"
	"perspectief/budget"
)

func fonts() Fonts { return Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()} }

// readOnce keeps the fonts: reading them takes longer than laying out a plan.
var readOnce = sync.OnceValues(func() (*typefaces, error) { return readFonts(fonts()) })

func faces(t testing.TB) *typefaces {
	t.Helper()
	f, err := readOnce()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func pdf(t testing.TB, in Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePDF(&b, Compose(in), fonts(), in.Date); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sheets(t testing.TB, d Document) []sheet {
	t.Helper()
	s, _ := laidOut(t, d)
	return s
}

// laidOut also gives the edge below which nothing but the footer stands.
func laidOut(t testing.TB, d Document) ([]sheet, float64) {
	t.Helper()
	l := &layout{fonts: faces(t)}
	return l.document(&d), l.bottom
}

// looks are the documents of a plan in every look.
func looks(in Input) map[Look]Document {
	all := map[Look]Document{}
	for _, look := range []Look{Normal, Large, Dense} {
		d := Compose(in)
		d.Look = look
		all[look] = d
	}
	return all
}

func TestSamePlanSameBytes(t *testing.T) {
	in := branches(t)["children"]
	if !bytes.Equal(pdf(t, in), pdf(t, in)) {
		t.Error("two prints of the same plan differ")
	}
}

func TestPropertiesHoldNoNames(t *testing.T) {
	for name, want := range map[string]string{"gain": "Ons plan", "one_adult": "Mijn plan"} {
		file := pdf(t, branches(t)[name])
		if !bytes.HasPrefix(file, []byte("%PDF-1.7")) || !bytes.Contains(file, []byte("/Lang (nl-NL)")) ||
			!bytes.Contains(file, []byte("<rdf:li xml:lang=\"x-default\">"+want+"</rdf:li>")) ||
			!bytes.Contains(file, []byte("/Marked true")) {
			t.Errorf("%s: version, language, title or tags are missing", name)
		}
		for _, person := range []string{"Samira", "Omar", "Noor", "Sara", "/root", "/home"} {
			if bytes.Contains(file, []byte(person)) || bytes.Contains(file, utf16Bytes(person)) {
				t.Errorf("%s: %q stands in the open in the file", name, person)
			}
		}
	}
}

func utf16Bytes(s string) []byte {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r>>8), byte(r))
	}
	return b
}

// Page n of the library is object 1 + 2n; the tags rely on it.
func TestEveryPageHasItsTags(t *testing.T) {
	in := branches(t)["children"]
	file := pdf(t, in)
	n := len(sheets(t, Compose(in)))
	for page := 1; page <= n; page++ {
		version := fmt.Sprintf("\n%d 0 obj\n<</Type /Page\n", pageObject(page))
		if bytes.Count(file, []byte(version)) != 2 || !bytes.Contains(file, []byte(fmt.Sprintf("/StructParents %d\n", page-1))) {
			t.Errorf("page %d has no second version with tags", page)
		}
	}
}

// The last cross-reference table of the file points at every object it names.
func TestOffsetsOfTheTags(t *testing.T) {
	file := pdf(t, family(t))
	m := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
	if m == nil {
		t.Fatal("no end of file")
	}
	at, _ := strconv.Atoi(string(m[1]))
	lines := strings.Split(string(file[at:]), "\n")
	objects, next := 0, 0
	for _, line := range lines[1:] {
		var a, b int
		switch {
		case strings.HasPrefix(line, "trailer"):
			if objects < 20 {
				t.Errorf("only %d objects", objects)
			}
			return
		case strings.HasSuffix(line, "n "):
			fmt.Sscanf(line, "%d", &a)
			if want := fmt.Sprintf("%d 0 obj\n", next); !bytes.HasPrefix(file[a:], []byte(want)) {
				t.Errorf("object %d does not stand at %d", next, a)
			}
			objects, next = objects+1, next+1
		default:
			fmt.Sscanf(line, "%d %d", &a, &b)
			next = a
		}
	}
}

func TestStructureIsTheReadingOrder(t *testing.T) {
	for name, in := range extremes(t) {
		d := Compose(in)
		var read strings.Builder
		for _, s := range sheets(t, d) {
			for _, p := range s.pieces {
				if len(p.tags) == 0 {
					continue
				}
				for _, r := range p.runs {
					read.WriteString(r.text + " ")
				}
			}
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					return r
				}
				return -1
			}, s)
		}
		written, _, _ := strings.Cut(text(t, d), "\n\n\n"+d.Made)
		written = strings.TrimSuffix(letters(written), letters(d.Made+d.Status))
		if got := letters(read.String()); got != written {
			t.Errorf("%s: read aloud\n%s\nas text\n%s", name, got, written)
		}
	}
}

// extremes are plans that try the layout.
func extremes(t testing.TB) map[string]Input {
	all := branches(t)
	crowd := family(t)
	h := *crowd.Household
	for i := range 7 {
		h.Children = append(h.Children, budget.Child{Name: fmt.Sprintf("Maximiliaan-Alexander%d", i)})
	}
	h.Adults = []budget.Adult{{Name: "Wilhelmina-Henriëtte Antoinette van der Valk"}, {Name: "Ḥüseyin Oğuzhan"}}
	crowd.Household = &h
	p := *crowd.Plan
	long := strings.Repeat("een heel lange zin over wat wij willen ", 8)
	p.GoesWell, p.Wishes = []string{long, long, long, long}, []Wish{{Text: long, Place: Home}, {Text: long, Place: School}}
	p.Steps = []Step{{Who: strings.Repeat("Naam", 40), Verb: "belt", What: long, Day: "elke vrijdag", Celebration: long, First: true}}
	p.Helpers = []Helper{{strings.Repeat("Naam", 60), long, "06 12 34 56 78"}, {"", "", "030"}}
	crowd.Plan = &p
	all["crowd"] = crowd
	return all
}

func TestNothingFallsOffThePage(t *testing.T) {
	f := faces(t)
	for name, in := range extremes(t) {
		for look, d := range looks(in) {
			pages, bottom := laidOut(t, d)
			for i, s := range pages {
				for _, p := range s.pieces {
					footer := len(p.tags) == 0
					for _, r := range p.runs {
						right := r.x + f.width(r.text, r.style)
						if r.x < gutterX || right > columnRight+0.5 || r.y > bottom && !footer || r.y > pageHeight-9 {
							t.Errorf("%s %s: sheet %d: %q from %.0f to %.0f at %.0f", name, look, i+1, r.text, r.x, right, r.y)
						}
					}
					for _, a := range p.art {
						if a.x < gutterX || a.x+a.w > columnRight+0.5 || a.y+a.h > bottom+6 {
							t.Errorf("%s %s: sheet %d: a shape from %.0f to %.0f at %.0f", name, look, i+1, a.x, a.x+a.w, a.y+a.h)
						}
					}
				}
			}
		}
	}
}

func TestNoTwoTextsStandInTheSamePlace(t *testing.T) {
	f := faces(t)
	for name, in := range extremes(t) {
		for look, d := range looks(in) {
			for _, s := range sheets(t, d) {
				var all []run
				for _, p := range s.pieces {
					all = append(all, p.runs...)
				}
				for i, a := range all {
					for _, b := range all[:i] {
						apart := max(a.style.size, b.style.size) * mmPerPoint * 0.8
						if a.y-b.y < apart && b.y-a.y < apart &&
							a.x < b.x+f.width(b.text, b.style) && b.x < a.x+f.width(a.text, a.style) {
							t.Errorf("%s %s: %q over %q", name, look, a.text, b.text)
						}
					}
				}
			}
		}
	}
}

func TestAHeadingIsNeverTheLastLineOfASheet(t *testing.T) {
	for name, in := range extremes(t) {
		for look, d := range looks(in) {
			pages, bottom := laidOut(t, d)
			for _, s := range pages {
				last := ""
				for _, p := range s.pieces {
					switch {
					case len(p.tags) > 0:
						last = p.tags[0].name
					case len(p.art) > 0 && p.art[0].kind != picture && p.art[0].y < bottom:
						last = "line" // to write on, or a box to draw in
					}
				}
				if last == "H1" || last == "H2" {
					t.Errorf("%s %s: %s ends with a heading", name, look, s.title)
				}
			}
		}
	}
}

// Four pages for a family, and one of hard words; each child adds one.
func TestNumberOfPages(t *testing.T) {
	for name, in := range branches(t) {
		most := 5
		if name == "children" || name == "nearly_adult" {
			most++
		}
		if n := len(sheets(t, Compose(in))); n > most {
			t.Errorf("%s: %d pages, want at most %d", name, n, most)
		}
	}
}

func TestNoHardWordIsCut(t *testing.T) {
	l := &layout{fonts: faces(t), profile: normal}
	for _, w := range hardWords(t).All() {
		p := l.term(Block{Kind: TermBlock, Text: Capital(w.Term), Details: w.Explanation})
		var lines []string
		for _, r := range p.pieces[0].runs {
			lines = append(lines, r.text)
		}
		if got := strings.Join(lines, " "); got != Capital(w.Term) {
			t.Errorf("%q is printed as %q", w.Term, got)
		}
	}
}

func TestEveryPictogramExists(t *testing.T) {
	for name, in := range branches(t) {
		d := Compose(in)
		d.walk(func(b Block) {
			if _, ok := assets.Pictogram(b.Pictogram); b.Pictogram != "" && !ok {
				t.Errorf("%s: no pictogram %q", name, b.Pictogram)
			}
		})
	}
}

func TestALetterWithoutGlyphIsAnErrorBeforePrinting(t *testing.T) {
	in := family(t)
	in.Plan.GoesWell = []string{"家"}
	var b bytes.Buffer
	err := WritePDF(&b, Compose(in), fonts(), in.Date)
	var missing *MissingGlyphError
	if !errors.As(err, &missing) || missing.Letter != '家' || b.Len() != 0 {
		t.Errorf("error %v after %d bytes", err, b.Len())
	}
}

func TestBrokenFontIsAnError(t *testing.T) {
	if err := WritePDF(&bytes.Buffer{}, Compose(family(t)), Fonts{}, family(t).Date); err == nil {
		t.Error("a print without fonts")
	}
}

func TestClean(t *testing.T) {
	for typed, want := range map[string]string{
		"Noor 😀 lacht\u200d":                "Noor lacht",
		"a\u0308":                           "ä",
		"een\ttab\nen  twee":                "een tab en twee",
		"zacht\u00adstreepje \u2066x\u2069": "zachtstreepje x",
		"fout\xff":                          "fout",
		"2.310\u00a0euro":                   "2.310\u00a0euro",
	} {
		if got := Clean(typed); got != want {
			t.Errorf("%q became %q, want %q", typed, got, want)
		}
	}
}

func FuzzTypedText(f *testing.F) {
	for _, seed := range []string{"gewoon", "😀👩‍👩‍👧", "\xff\xfe", "\u202eom\u2066", strings.Repeat("woord", 2000), "€ 5", "a\u0301\u0300\u0302", ".", "\x00\x1b"} {
		f.Add(seed)
	}
	base := family(f)
	f.Fuzz(func(t *testing.T, s string) {
		in := base
		in.Comparisons = []Comparison{base.Comparisons[0]}
		in.Comparisons[0].Workers = slices.Clone(base.Comparisons[0].Workers)
		h := *in.Household
		h.Adults, h.Children = []budget.Adult{{ID: "a1", Name: s}}, []budget.Child{{Name: s}}
		in.Household = &h
		in.Plan = &Plan{GoesWell: []string{s}, Wishes: []Wish{{Text: s, Place: Place(s)}}, NextDate: Day(s),
			Steps:    []Step{{Who: s, Verb: s, What: s, Day: Day(s), Celebration: s, Status: NotYet, Remark: s}, {Verb: s, Status: Status(s)}},
			Earlier:  []Step{{Who: s, What: s, Status: Done}},
			Helpers:  []Helper{{s, s, s}},
			Children: []ChildPage{{Child: "c1", Name: s, ILike: s, IWant: s, IWorry: s, ICanTalkTo: s, Paper: PaperYes}}}
		in.Rights = []Right{{Name: s, Where: s}}
		in.Comparisons[0].Workers[0].Name, in.Comparisons[0].From = s, Day(s)
		d := Compose(in)
		alone, _ := ComposeChild(in, "c1")
		for _, document := range []Document{d, alone} {
			if err := errors.Join(WriteText(&bytes.Buffer{}, document), WriteHTML(&bytes.Buffer{}, document)); err != nil {
				t.Fatal(err)
			}
		}
		events := []Event{{in.Date, in.Plan.Steps[0].Sentence(in.Words), Clean(s)}}
		if err := WriteICS(&bytes.Buffer{}, events, in.Date); err != nil {
			t.Fatal(err)
		}
		var missing *MissingGlyphError
		if err := WritePDF(&bytes.Buffer{}, d, fonts(), in.Date); err != nil && !errors.As(err, &missing) {
			t.Fatal(err)
		}
	})
}

// The tools are there on a developer's machine; the checks above stand without them.
func TestToolsAcceptTheFile(t *testing.T) {
	qpdf, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed")
	}
	for name, in := range extremes(t) {
		if name == "crowd" {
			in.Household.Adults[1].Name = "Hüseyin Oğuzhan"
		}
		file := filepath.Join(t.TempDir(), "plan.pdf")
		if err := os.WriteFile(file, pdf(t, in), 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(qpdf, "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func BenchmarkWritePDF(b *testing.B) {
	d, in := Compose(branches(b)["children"]), family(b)
	for b.Loop() {
		if err := WritePDF(&bytes.Buffer{}, d, fonts(), in.Date); err != nil {
			b.Fatal(err)
		}
	}
}
