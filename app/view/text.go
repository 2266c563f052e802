package view

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// text is words that wrap to the width they get. It knows its height at every width.
type text struct {
	widget.BaseWidget
	words string
	size  fyne.ThemeSizeName
	color fyne.ThemeColorName
	style fyne.TextStyle
	align fyne.TextAlign
	solid bool // one line that is never cut or wrapped

	measured   map[string]fyne.Size // of the words of now, at one size and style
	measuredAt float32
	measuredIn fyne.TextStyle
}

func newText(words string, size fyne.ThemeSizeName, color fyne.ThemeColorName) *text {
	t := &text{words: words, size: size, color: color}
	t.ExtendBaseWidget(t)
	return t
}

func body(words string) *text  { return newText(words, sizeText, colorInk) }
func muted(words string) *text { return newText(words, sizeSmall, colorMuted) }

func (t *text) bold() *text {
	t.style.Bold = true
	return t
}

// oneLine keeps the words on one line.
func (t *text) oneLine() *text {
	t.solid = true
	return t
}

func (t *text) aligned(a fyne.TextAlign) *text {
	t.align = a
	return t
}

// set shows other words; nothing happens when they are the same.
func (t *text) set(words string) {
	if t.words == words {
		return
	}
	t.words, t.measured, t.measuredAt = words, nil, 0
	t.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (t *text) AccessibilityLabel() string { return t.words }

// AccessibilityRole implements fyne.Accessible.
func (t *text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (t *text) measure(s string) fyne.Size {
	size := themeSize(t.size)
	if size != t.measuredAt || t.style != t.measuredIn {
		t.measured, t.measuredAt, t.measuredIn = map[string]fyne.Size{}, size, t.style
	}
	if known, ok := t.measured[s]; ok {
		return known
	}
	t.measured[s] = fyne.MeasureText(s, size, t.style)
	return t.measured[s]
}

func (t *text) lineHeight() float32 { return t.measure("Mg").Height + themeSize(t.size)*0.15 }

func (t *text) lines(width float32) []string {
	if t.solid || width <= 0 {
		return strings.Split(t.words, "\n")
	}
	var lines []string
	for _, paragraph := range strings.Split(t.words, "\n") {
		current := ""
		for _, word := range strings.Split(paragraph, " ") {
			try := word
			if current != "" {
				try = current + " " + word
			}
			if current != "" && t.measure(try).Width > width+0.5 {
				lines = append(lines, current)
				try = word
			}
			current = try
		}
		lines = append(lines, current)
	}
	return lines
}

// HeightFor implements flower.
func (t *text) HeightFor(width float32) float32 {
	return float32(len(t.lines(width))) * t.lineHeight()
}

// MinSize is the longest word of text that wraps, or the whole of a single line.
func (t *text) MinSize() fyne.Size {
	words := strings.Fields(t.words)
	if t.solid {
		words = strings.Split(t.words, "\n")
	}
	var w float32
	for _, word := range words {
		w = max(w, t.measure(word).Width)
	}
	return fyne.NewSize(w, t.HeightFor(max(w, t.Size().Width)))
}

// CreateRenderer implements fyne.Widget.
func (t *text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{t: t}
	r.fill(t.Size())
	return r
}

type textRenderer struct {
	t     *text
	lines []fyne.CanvasObject
}

func (r *textRenderer) fill(size fyne.Size) {
	t := r.t
	words := t.lines(size.Width)
	for len(r.lines) < len(words) {
		r.lines = append(r.lines, canvas.NewText("", themeColor(theme.ColorNameForeground)))
	}
	r.lines = r.lines[:len(words)]
	h := t.lineHeight()
	for i, w := range words {
		c := r.lines[i].(*canvas.Text)
		c.Text, c.TextStyle, c.TextSize, c.Alignment = w, t.style, themeSize(t.size), t.align
		c.Color = themeColor(t.color)
		c.Move(fyne.NewPos(0, float32(i)*h))
		c.Resize(fyne.NewSize(size.Width, h))
	}
}

func (r *textRenderer) Layout(size fyne.Size)        { r.fill(size) }
func (r *textRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.lines }
func (r *textRenderer) Destroy()                     {}

func (r *textRenderer) Refresh() {
	r.fill(r.t.Size())
	canvas.Refresh(r.t)
}
