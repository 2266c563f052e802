package plan

import (
	"bufio"
	"cmp"
	"fmt"
	"html"
	"io"
	"strings"

	"perspectief/assets"
)

// style is the look of the plan in a browser: the page has nothing from outside and runs nothing.
const style = `body{font:1.2rem/1.6 "Atkinson Hyperlegible Next",Verdana,sans-serif;color:#000;background:#fff;max-width:42rem;margin:2rem auto;padding:0 1rem}
h1{font-size:2rem;line-height:1.25;border-bottom:3px solid;margin:3rem 0 1rem}
h2{font-size:1.4rem;line-height:1.2;margin:2rem 0 .5rem}
h2 svg{width:2rem;height:2rem;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;vertical-align:middle;margin-right:.5rem}
h3{font-size:1.2rem;margin:1rem 0 .2rem}
p{margin:0 0 .2rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem 1rem .3rem 0;border-bottom:1px solid #555;font-weight:normal}
thead th,.samen th,.samen td{font-weight:bold}
.samen th,.samen td{border-top:2px solid}
.bedrag{text-align:right;padding-right:0;white-space:nowrap}
.groot{display:block;font-size:1.9rem;line-height:1.3}
ul{list-style:none;padding:0;margin:0}
li{padding-left:2.2rem;text-indent:-2.2rem}
li p{text-indent:0}
.vak{display:inline-block;width:1.1rem;height:1.1rem;border:2px solid;margin-right:.8rem;text-indent:0;line-height:1rem;vertical-align:-.1rem}
.lijn{border-bottom:1px solid #555;height:2rem}
.tekenen{border:2px solid #555;height:16rem}
dt{font-weight:bold;margin-top:.8rem}
dd{margin:0}
.balk{display:inline-block;height:1.3rem;background:#aaa;border:2px solid;margin-right:.6rem;vertical-align:middle;box-sizing:border-box}
.straks{background:#444}
.tweede{display:block;color:#333}
footer{border-top:1px solid #555;margin-top:3rem;padding-top:.5rem}
@media print{h1{break-before:page;margin-top:0}main>section:first-child h1{break-before:auto}section section,li,tr{break-inside:avoid}}`

// WriteHTML writes the document as one web page to read aloud: the same words in the same order as on paper, with headings,
// tables and lists. It has no script and needs no other file.
func WriteHTML(w io.Writer, d Document) error {
	out := &htmlWriter{bufio.NewWriter(w), &d}
	out.raw("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"+
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"+
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"+
		"<meta name=\"generator\" content=\"%s\">\n<title>%s</title>\n<style>\n%s\n</style>\n</head>\n<body>\n<main>\n",
		productName, html.EscapeString(d.Title), style)
	for _, page := range d.Pages {
		out.raw("<section>\n<h1>%s</h1>\n", out.both(page.Text, page.Translation.Text))
		for _, s := range page.Blocks {
			out.section(s)
		}
		out.raw("</section>\n")
	}
	second := cmp.Or(d.Second, &Second{})
	out.raw("</main>\n<footer>\n<p>%s</p>\n<p>%s</p>\n", out.both(d.Made, second.Made), out.both(d.Status, second.Status))
	if second.WarningDutch != "" {
		out.raw("<p>%s</p>\n", out.both(second.WarningDutch, second.Warning))
	}
	out.raw("</footer>\n</body>\n</html>\n")
	return out.Flush()
}

type htmlWriter struct {
	*bufio.Writer
	document *Document
}

func (w *htmlWriter) raw(format string, args ...any) { fmt.Fprintf(w, format, args...) }

// both is a Dutch text with its translation under it.
func (w *htmlWriter) both(dutch, translation string) string {
	if translation == "" || w.document.Second == nil {
		return html.EscapeString(dutch)
	}
	return fmt.Sprintf("%s<span class=\"tweede\" lang=\"%s\" dir=\"auto\">%s</span>", html.EscapeString(dutch),
		html.EscapeString(w.document.Second.Language), html.EscapeString(translation))
}

func (w *htmlWriter) section(s Block) {
	w.raw("<section>\n")
	if s.Text != "" {
		w.raw("<h2>%s%s</h2>\n", pictogramHTML(s.Pictogram), w.both(s.Text, s.Translation.Text))
	}
	for i, b := range s.Blocks {
		kind := groupOf(b.Kind)
		if i == 0 || groupOf(s.Blocks[i-1].Kind) != kind {
			w.raw("%s", around[kind].open)
		}
		w.block(b)
		if i+1 == len(s.Blocks) || groupOf(s.Blocks[i+1].Kind) != kind {
			w.raw("%s", around[kind].close)
		}
	}
	w.raw("</section>\n")
}

// groupOf tells which neighbouring blocks belong in one element.
func groupOf(k Kind) Kind {
	if k == TotalBlock {
		return RowBlock
	}
	return k
}

// around holds the element around neighbouring blocks of a kind.
var around = map[Kind]struct{ open, close string }{
	RowBlock:   {"<table>\n", "</table>\n"},
	CheckBlock: {"<ul>\n", "</ul>\n"},
	TermBlock:  {"<dl>\n", "</dl>\n"},
}

func (w *htmlWriter) block(b Block) {
	text, details := w.both(b.Text, b.Translation.Text), w.both(b.Details, b.Translation.Details)
	switch b.Kind {
	case KeyBlock:
		w.raw("<p>%s <strong class=\"groot\">%s</strong></p>\n", text, details)
	case RowBlock:
		w.raw("<tr><th scope=\"row\">%s</th><td class=\"bedrag\">%s</td></tr>\n", text, details)
	case TotalBlock:
		w.raw("<tr class=\"samen\"><th scope=\"row\">%s</th><td class=\"bedrag\">%s</td></tr>\n", text, details)
	case HeadBlock:
		w.raw("<h3>%s</h3>\n", text)
	case CheckBlock:
		w.check(b)
	case LinesBlock:
		w.lines(b)
	case BarsBlock:
		w.bars(b)
	case TermBlock:
		w.raw("<dt>%s</dt>\n<dd>%s</dd>\n", text, details)
	case SpaceBlock:
		w.raw("<div class=\"tekenen\" aria-hidden=\"true\"></div>\n")
	case TableBlock:
		w.table(b)
	default:
		if b.Strong {
			text = "<strong>" + text + "</strong>"
		}
		w.raw("<p>%s</p>\n", text)
	}
}

func (w *htmlWriter) check(b Block) {
	mark, said := "", w.document.words.T("plan.vakje.leeg")
	if b.Ticked {
		mark, said = "✓", w.document.words.T("plan.vakje.vol")
	}
	w.raw("<li><span class=\"vak\" role=\"img\" aria-label=\"%s\">%s</span>%s", html.EscapeString(said), mark, w.both(b.Text, b.Translation.Text))
	for _, s := range sentences(b.Details) {
		w.raw("<p>%s</p>", html.EscapeString(s))
	}
	if b.Translation.Details != "" {
		w.raw("<p>%s</p>", w.both("", b.Translation.Details))
	}
	w.raw("</li>\n")
}

func (w *htmlWriter) lines(b Block) {
	if b.Text != "" {
		w.raw("<p>%s</p>\n", w.both(b.Text, b.Translation.Text))
	}
	w.raw("%s", strings.Repeat("<div class=\"lijn\" aria-hidden=\"true\"></div>\n", b.Count))
	if b.Details != "" {
		w.raw("<p>%s</p>\n", w.both(b.Details, b.Translation.Details))
	}
}

// barWidth is how much of the width the longest bar takes, in percent: its amount stands behind it.
const barWidth = 60

func (w *htmlWriter) bars(b Block) {
	longest := int64(1)
	for _, bar := range b.Bars {
		longest = max(longest, bar.Euros)
	}
	w.raw("<p>%s</p>\n<dl>\n", w.both(b.Text, b.Translation.Text))
	for _, bar := range b.Bars {
		class := "balk"
		if bar.Then {
			class = "balk straks"
		}
		w.raw("<dt>%s</dt>\n<dd><span class=\"%s\" style=\"width:%d%%\" aria-hidden=\"true\"></span>%s</dd>\n",
			w.both(bar.Caption, bar.Translation.Text), class, max(0, bar.Euros)*barWidth/longest,
			w.both(bar.Amount, bar.Translation.Details))
	}
	w.raw("</dl>\n")
}

func (w *htmlWriter) table(b Block) {
	class := func(c Column) string {
		if c.Right {
			return " class=\"bedrag\""
		}
		return ""
	}
	w.raw("<table>\n")
	if b.hasHead() {
		w.raw("<thead><tr>")
		for _, c := range b.Columns {
			w.raw("<th scope=\"col\"%s>%s</th>", class(c), html.EscapeString(c.Title))
		}
		w.raw("</tr></thead>\n")
	}
	for _, r := range b.Rows {
		if r.Strong {
			w.raw("<tr class=\"samen\">")
		} else {
			w.raw("<tr>")
		}
		for i, c := range b.Columns {
			cell := html.EscapeString(r.cell(i))
			if i == 0 {
				w.raw("<th scope=\"row\"%s>%s</th>", class(c), cell)
			} else {
				w.raw("<td%s>%s</td>", class(c), cell)
			}
		}
		w.raw("</tr>\n")
	}
	w.raw("</table>\n")
}

// pictogramHTML draws a pictogram beside its heading, which says the same.
func pictogramHTML(name string) string {
	path, ok := assets.PictogramText(name)
	if !ok {
		return ""
	}
	return "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + html.EscapeString(path) + "\"/></svg>"
}
