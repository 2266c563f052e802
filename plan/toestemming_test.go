package plan

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

var opgeschrevenOp = time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)

// The sentences are those of the consent text that the house rules give; the order matters, because it is read out.
func TestTheConsentTextIsComplete(t *testing.T) {
	words := simpleDutch(t)
	text := readOut(ConsentText(words, nil))
	from := 0
	for _, sentence := range []string{"Ik help u met uw geld", "Ik schrijf niet uw burgerservicenummer op.", "Ze gaan niet naar internet.",
		"U mag altijd zien wat ik heb opgeschreven.", "U mag ook zeggen: haal alles weg.", "Zegt u nee?", "Ik print het plan en bewaar niets."} {
		at := strings.Index(text[from:], sentence)
		if at < 0 {
			t.Fatalf("%q is missing or out of its place", sentence)
		}
		from += at
	}
	if called := readOut(ConsentText(words, &Plan{Helpers: []Helper{{Organisation: "Wijkteam", Phone: "010 123"}}})); !strings.Contains(called, "Bel dan Wijkteam, 010\u00a0123.") {
		t.Errorf("whom to call is not said: %s", called)
	}
}

// readOut is all of a consent text in one.
func readOut(parts []ConsentPart) string {
	var all []string
	for _, p := range parts {
		all = append(append(all, p.Title), p.Points...)
	}
	return strings.Join(all, "\n")
}

// What is read out is what stands on the page, part by part, and no point is long.
func TestTheConsentTextIsThePage(t *testing.T) {
	words := simpleDutch(t)
	page := ConsentPage(words, nil, opgeschrevenOp).Pages[0].Blocks
	for i, part := range ConsentText(words, nil) {
		var sentences []string
		for _, b := range page[i].Blocks {
			sentences = append(sentences, b.Text)
		}
		if page[i].Text != part.Title || strings.Join(sentences, " ") != strings.Join(part.Points, " ") {
			t.Errorf("read out: %v; on paper: %s %v", part, page[i].Text, sentences)
		}
		for _, p := range part.Points {
			if n := len(strings.Fields(p)); n > 20 {
				t.Errorf("%d words in one point: %s", n, p)
			}
		}
	}
}

func TestTheConsentPageHasEmptyBoxesAndLines(t *testing.T) {
	words := simpleDutch(t)
	d := ConsentPage(words, nil, opgeschrevenOp)
	boxes, lines := 0, 0
	d.walk(func(b Block) {
		switch b.Kind {
		case CheckBlock:
			boxes++
			if b.Ticked {
				t.Errorf("%q is ticked", b.Text)
			}
		case LinesBlock:
			lines++
		}
	})
	if boxes != 2 || lines != 4 {
		t.Errorf("%d boxes and %d lines", boxes, lines)
	}
	if n := len(sheets(t, d)); n != 1 {
		t.Errorf("the page takes %d sheets", n)
	}
	var pdf bytes.Buffer
	if err := WritePDF(&pdf, d, fonts(), opgeschrevenOp); err != nil {
		t.Fatal(err)
	}
}
