package plan

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"perspectief/plan/arabic"
)

// No sheet ends with the first block of a section or begins with the last one; a question stays with its answer, rows with their
// total.
func TestWhatStaysTogether(t *testing.T) {
	row := func(text string) Block { return Block{Kind: RowBlock, Text: text} }
	say := func(text string) Block { return Block{Kind: TextBlock, Text: text} }
	for name, c := range map[string]struct {
		blocks []Block
		want   string
	}{
		"one":         {[]Block{say("a")}, "a"},
		"three":       {[]Block{say("a"), say("b"), say("c")}, "abc"},
		"five":        {[]Block{say("a"), say("b"), say("c"), say("d"), say("e")}, "ab c de"},
		"total":       {[]Block{row("a"), row("b"), row("c"), {Kind: TotalBlock, Text: "d"}, say("e"), say("f"), say("g")}, "ab cd e fg"},
		"question":    {[]Block{say("a"), say("b"), say("c?"), say("d"), say("e"), say("f")}, "ab c?d ef"},
		"colon":       {[]Block{say("a"), say("b"), say("c:"), row("d"), say("e"), say("f")}, "ab c:d ef"},
		"wish":        {[]Block{say("a"), say("b"), {Kind: OwnBlock, Text: "c", Strong: true}, {Kind: CheckBlock, Text: "d"}, say("e"), say("f")}, "ab cd ef"},
		"empty lines": {[]Block{say("a"), say("b"), say("c"), {Kind: LinesBlock, Count: 1}, say("e"), say("f")}, "ab c_ ef"},
	} {
		l := &layout{fonts: faces(t), profile: normal}
		var parts []string
		for _, part := range together(l.blocks(Block{Blocks: c.blocks})) {
			words := ""
			for _, b := range part {
				said := "_"
				for _, p := range b.pieces {
					for _, r := range p.runs {
						said = strings.TrimSpace(r.text)
					}
				}
				words += said
			}
			parts = append(parts, words)
		}
		if got := strings.Join(parts, " "); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// When the two languages do not go on one sheet together, each has its own: the Dutch words on the one, the translation on the other,
// and what the family said itself on both.
func TestPageOneInTwoLanguagesApart(t *testing.T) {
	d := Compose(inLanguage(t, family(t), "ar"))
	d.Look = Large
	all := sheets(t, d)
	for i, want := range []struct {
		speech   speech
		has, not string
	}{{dutchAlone, "Dit plan is van ons.", d.Pages[0].Blocks[0].Blocks[0].Translation.Text}, {translationAlone, d.Pages[0].Blocks[0].Blocks[0].Translation.Text, "Dit plan is van ons."}} {
		var said []string
		smallest := 99.0
		for _, p := range all[i].pieces {
			for _, r := range p.runs {
				said = append(said, r.text)
				if len(p.tags) > 0 {
					smallest = min(smallest, r.style.size)
					if (p.lang == "ar") != (r.style.sentence == arabic.RightToLeft) {
						t.Errorf("sheet %d: %q is in %q", i+1, r.text, p.lang)
					}
				}
			}
		}
		text := strings.Join(said, "\n")
		if all[i].speech != want.speech || !strings.Contains(text, want.has) || strings.Contains(text, want.not) || !strings.Contains(text, "De huur is betaald.") {
			t.Errorf("sheet %d: %s", i+1, text)
		}
		if smallest < large.body.size {
			t.Errorf("sheet %d: letters of %v points", i+1, smallest)
		}
	}
	for _, p := range all[1].pieces {
		for _, r := range p.runs {
			if strings.HasPrefix(r.text, "Niet gecontroleerde") && arabic.Visual(r.text, r.style.sentence) != r.text {
				t.Errorf("the Dutch warning is drawn as %q", arabic.Visual(r.text, r.style.sentence))
			}
		}
	}
	if all[0].pieces[0].runs[0].x != gutterX {
		t.Errorf("the Dutch sheet begins at %v", all[0].pieces[0].runs[0].x)
	}
}

// However a page is squeezed, what is read as a sentence keeps the size of its look.
func TestNoTryMakesSentencesSmaller(t *testing.T) {
	for _, look := range []Look{Normal, Large} {
		for _, x := range tries {
			l := &layout{profile: profileOf(look)}
			l.squeeze(x)
			p := profileOf(look)
			if l.body.size != p.body.size || l.key.size != p.key.size || l.smallest != p.smallest || l.body.lead < 1.25 || l.lineGap < 9 || l.heading.size < l.body.size {
				t.Errorf("%s %+v: %+v", look, x, l.profile)
			}
		}
	}
}

// The heading of a section, and the head of a table, stand again where they go on, and are read out once.
func TestHeadsStandAgainOnTheNextSheet(t *testing.T) {
	table := Block{Kind: TableBlock, Columns: []Column{{Title: "Wat"}, {Title: "Hoeveel", Right: true}}}
	for range 80 {
		table.Rows = append(table.Rows, TableRow{Cells: []string{"brood", "1"}})
	}
	d := Document{Pages: []Block{{Kind: PageBlock, Text: "Titel", Blocks: []Block{section("Kop", "", table)}}}, words: simpleDutch(t)}
	all := sheets(t, d)
	if len(all) < 2 {
		t.Fatal("one sheet")
	}
	for i, s := range all {
		for _, want := range []string{"Kop", "Wat", "Hoeveel"} {
			seen, read := 0, 0
			for _, p := range s.pieces {
				for _, r := range p.runs {
					if r.text == want {
						seen++
						read += min(1, len(p.tags))
					}
				}
			}
			if wantRead := map[bool]int{true: 1, false: 0}[i == 0]; seen != 1 || read != wantRead {
				t.Errorf("sheet %d: %s stands there %d times and is read %d times", i+1, want, seen, read)
			}
		}
	}
}

// Room to draw takes what a sheet has left.
func TestRoomToDrawReachesTheEndOfItsSheet(t *testing.T) {
	for name, in := range branches(t) {
		for _, look := range []Look{Normal, Large} {
			d := Compose(in)
			d.Look = look
			pages, bottom := laidOut(t, d)
			for _, s := range pages {
				for _, p := range s.pieces {
					for _, a := range p.art {
						if a.kind == outline && a.h > 20 && a.w > 100 && (a.y+a.h < bottom-2 || a.h < 30) {
							t.Errorf("%s %s: room to draw from %.0f to %.0f of %.0f", name, look, a.y, a.y+a.h, bottom)
						}
					}
				}
			}
		}
	}
}

// A text of more than a sheet goes on on the next one: whatever somebody types stands on paper, in its order, above the footer.
func TestNoTypedTextIsLost(t *testing.T) {
	var typed []string
	for i := range 1500 {
		typed = append(typed, "woord"+strconv.Itoa(i))
	}
	page := Block{Kind: PageBlock, Text: "Titel", Blocks: []Block{section("Kop", "heart", Block{Kind: OwnBlock, Text: strings.Join(typed, " ")}, Block{Kind: LinesBlock, Count: 1, Spare: true})}}
	for _, look := range []Look{Normal, Large, Record} {
		var seen []string
		all, bottom := laidOut(t, Document{Pages: []Block{page}, words: simpleDutch(t), Look: look})
		for _, s := range all {
			for _, p := range s.pieces {
				for _, r := range p.runs {
					if strings.HasPrefix(r.text, "woord") {
						seen = append(seen, strings.Fields(r.text)...)
						if r.y > bottom {
							t.Errorf("%s: %q stands at %.0f, below %.0f", look, r.text, r.y, bottom)
						}
					}
				}
			}
		}
		if !slices.Equal(seen, typed) {
			t.Errorf("%s: %d of %d words in their order", look, len(seen), len(typed))
		}
	}
}

// A column is never too narrow for what stays on one line, although other columns would like more.
func TestAColumnHoldsAnAmountWithItsUnit(t *testing.T) {
	l := &layout{fonts: faces(t), profile: sheetOfTables}
	long := strings.Repeat("een lange reden ", 30)
	table := Block{Kind: TableBlock, Columns: []Column{{Title: "Uren"}, {Title: "Waarom"}}}
	for range 9 {
		table.Rows = append(table.Rows, TableRow{Cells: []string{"0\u00a0tot\u00a04", long}})
	}
	const widest = "36\u00a0tot\u00a040"
	table.Rows = append(table.Rows, TableRow{Cells: []string{widest, long}})
	if got, least := l.columnWidths(table)[0], l.fonts.width(widest, l.body); got < least {
		t.Errorf("a column of %.1f mm, want at least %.1f", got, least)
	}
}

// A last line is never one word when the line before it has a word to spare.
func TestNoWordStandsAlone(t *testing.T) {
	l := &layout{fonts: faces(t), profile: normal}
	for _, c := range []struct{ text, room, want string }{
		{"een twee drie vier", "een twee drie", "een twee|drie vier"},
		{"een twee drie", "een twee", "een twee|drie"}, // then the first line would be one word
		{"een twee drie vier", "een twee drie vier", "een twee drie vier"},
		{"een twee drie onafscheidelijk", "een twee drie onaf", "een twee drie|onafscheidelijk"}, // no room for two
		{"een 2\u00a0euro vier vijf", "een 2\u00a0euro vier", "een 2\u00a0euro|vier vijf"},
	} {
		if got := strings.Join(l.split(c.text, l.fonts.width(c.room, l.body)+0.1, l.body), "|"); got != c.want {
			t.Errorf("%q in the room of %q: %q, want %q", c.text, c.room, got, c.want)
		}
	}
}
