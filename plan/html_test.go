package plan

import (
	"bytes"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func webPage(t testing.TB, d Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteHTML(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// lettersOf leaves out everything but letters and digits.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

var anyTag = regexp.MustCompile(`<(/?)([a-z0-9!]+)[^>]*?(/?)>`)

func TestWebPageSaysWhatThePaperSays(t *testing.T) {
	for name, in := range extremes(t) {
		d := Compose(in)
		_, body, _ := strings.Cut(webPage(t, d), "<body>")
		if got, want := lettersOf(html.UnescapeString(anyTag.ReplaceAllString(body, ""))), lettersOf(text(t, d)); got != want {
			t.Errorf("%s: the page says\n%s\nthe text says\n%s", name, got, want)
		}
	}
}

func TestWebPageIsWhole(t *testing.T) {
	in := extremes(t)["crowd"]
	in.Plan.GoesWell = []string{`<script>alert("a")</script> & <img src=x>`}
	page := webPage(t, Compose(in))
	for _, forbidden := range []string{"<script", "<img", "http:", "https:", "<link", "@import", "url("} {
		if strings.Contains(page, forbidden) {
			t.Errorf("the page holds %q", forbidden)
		}
	}
	for _, wanted := range []string{`<html lang="nl">`, "<title>Ons plan</title>", "<h1>Ons plan</h1>", "default-src 'none'", `<th scope="row">`,
		`role="img" aria-label="nog te doen"`} {
		if !strings.Contains(page, wanted) {
			t.Errorf("no %s", wanted)
		}
	}
	alone := []string{"meta", "!", "path"} // elements without an end
	var open []string
	for _, m := range anyTag.FindAllStringSubmatch(page, -1) {
		switch {
		case slices.Contains(alone, m[2]) || m[3] == "/" || strings.HasPrefix(m[0], "<!"):
		case m[1] == "":
			open = append(open, m[2])
		case len(open) == 0 || open[len(open)-1] != m[2]:
			t.Fatalf("%s closes %v", m[0], open)
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%v stay open", open)
	}
}

// A page in two languages says both, each marked with its language, and that nobody has checked the translation.
func TestWebPageInTwoLanguages(t *testing.T) {
	for name, in := range fullest(t) {
		d := Compose(inLanguage(t, in, "ar"))
		page := webPage(t, d)
		_, body, _ := strings.Cut(page, "<body>")
		said := html.UnescapeString(anyTag.ReplaceAllString(body, ""))
		d.walk(func(b Block) {
			words := []string{b.Text, b.Details, b.Translation.Text, b.Translation.Details}
			for _, bar := range b.Bars {
				words = append(words, bar.Amount, bar.Translation.Text, bar.Translation.Details)
			}
			for _, w := range words {
				if !strings.Contains(lettersOf(said), lettersOf(w)) {
					t.Errorf("%s: %q is not said", name, w)
				}
			}
		})
		if !strings.Contains(page, `<span class="tweede" lang="ar" dir="auto">`) || !strings.Contains(said, d.Second.WarningDutch) || !strings.Contains(said, d.Second.Warning) {
			t.Errorf("%s: the language or the warning is missing", name)
		}
	}
}
