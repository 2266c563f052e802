package plan

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
)

// How the amounts came about.

// lawSource is a document that a figure of the law came from.
type lawSource struct{ title, url, status, checked string }

// sourceNumber is the place of a source in the list, which begins at 1; a new one is added.
func (b *blad) sourceNumber(from *rules.Source) string {
	s := lawSource{from.Title, from.URL, string(from.Status), from.Checked.Format(time.DateOnly)}
	i := slices.Index(b.sources, s)
	if i < 0 {
		b.sources = append(b.sources, s)
		i = len(b.sources) - 1
	}
	return strconv.Itoa(i + 1)
}

// steps are the figures on the way to each component, with their article and the number of their source.
func (b *blad) steps() Block {
	t := tableOf(b.columns("stap", "waarde>", "geldt", "wet", "bron>"))
	for _, s := range b.trace.Sections {
		if len(s.Steps) == 0 {
			continue
		}
		title, outcome := b.say("onderdeel."+s.Component.String()), ""
		if s.Person != "" {
			title = b.say("blad.deel_van", i18n.Args{"onderdeel": title, "wie": b.who(s.Person)})
		} else {
			outcome = b.perYear(s.Outcome)
		}
		t.Rows = append(t.Rows, strongRow(title, outcome, "", s.Law))
		for _, step := range s.Steps {
			from := ""
			if step.Source != nil {
				from = b.sourceNumber(step.Source)
			}
			t.Rows = append(t.Rows, row(b.label(step), StepFigure(step), b.extent(step), step.Law, from))
		}
	}
	if len(t.Rows) == 0 {
		return Block{}
	}
	return section(b.say("blad.stappen"), "", b.text("blad.stappen.uitleg"), t)
}

func (b *blad) label(step budget.Step) string { return StepLabel(b.Words, step) }

// StepLabel names a step in words, with a capital letter: by the catalogue, else by the label of the law.
func StepLabel(words *i18n.Catalogue, step budget.Step) string {
	if id := "uitleg." + step.Key; step.Param == nil || words.Has(id) {
		return words.T(id)
	}
	return Capital(step.Param.Label)
}

// extent says for which child and for how many months a figure holds.
func (b *blad) extent(step budget.Step) string {
	var parts []string
	if step.Child != "" {
		parts = append(parts, b.who(step.Child))
	}
	if step.Months != 0 && step.Months != 12 {
		parts = append(parts, b.count("blad.maanden", step.Months))
	}
	return strings.Join(parts, ", ")
}

// StepFigure writes the value of a step in its unit. The percentages of the law are fractions; others are as they are told, of
// each 100 euro.
func StepFigure(step budget.Step) string {
	unit := step.Unit()
	switch {
	case step.Param == nil && unit == "percent":
		return i18n.Hours(step.Value)
	case unit == "percent" || unit == "factor":
		return i18n.Percent(step.Value.Shift(2))
	case strings.HasPrefix(unit, "eur"):
		return i18n.Euro(step.Value)
	case unit == "year":
		return step.Value.String()
	}
	return strings.Replace(step.Value.String(), ".", ",", 1)
}

var (
	rangeOfHours = decimal.NewFromInt(4) // the range of hours over which the pressure is told
	hundred      = decimal.NewFromInt(100)
)

// pressure tells for every range of hours what is left of more work.
func (b *blad) pressure() Block {
	s := section(b.say("blad.meer_uren"), "", b.text("blad.meer_uren.uitleg"))
	for i := range b.curves {
		if t := b.ranges(&b.curves[i]); len(t.Rows) > 0 {
			s = with(s, Block{Kind: TextBlock, Text: b.ofCurve(&b.curves[i]), Strong: true}, t)
		}
	}
	if len(s.Blocks) == 1 {
		return Block{}
	}
	return with(s, b.cliffs()...)
}

// ofCurve is "Volwassene 1, baan 1 (nu 16 uur per week)".
func (b *blad) ofCurve(c *hoursCurve) string {
	if c.job == 0 {
		return b.say("blad.nieuwe_baan", i18n.Args{"wie": b.who(c.Adult)})
	}
	return b.say("blad.baan_nu", i18n.Args{"wie": b.who(c.Adult), "nummer": c.job, "uren": i18n.Hours(c.now)})
}

// ranges joins neighbouring ranges in which the same is left.
func (b *blad) ranges(c *hoursCurve) Block {
	t := tableOf(b.columns("uren_van_tot", "over_per_maand>", "blijft_van_100>", "druk>", "grootste"))
	var begin decimal.Decimal
	from := &c.Points[0]
	for i := range c.Points {
		to := &c.Points[i]
		if to.Hours.Sub(from.Hours).LessThan(rangeOfHours) {
			continue
		}
		cells, known := b.aRange(from, to)
		if !known {
			return Block{}
		}
		n := len(t.Rows)
		if same := n > 0 && slices.Equal(t.Rows[n-1].Cells[2:], cells[1:]); same {
			t.Rows = t.Rows[:n-1]
		} else {
			begin = from.Hours
		}
		hours := b.say("blad.van_tot", i18n.Args{"van": i18n.Hours(begin), "tot": i18n.Hours(to.Hours)})
		t.Rows = append(t.Rows, row(append([]string{hours}, cells...)...))
		from = to
	}
	return t
}

// aRange is what is left at the end of a range, what is left of each 100 euro in it, and where the rest goes.
func (b *blad) aRange(from, to *budget.Point) (cells []string, known bool) {
	perMonth, known := to.Result.DisposablePerMonth()
	if _, before := from.Result.Disposable(); !known || !before {
		return nil, false
	}
	parts, left := budget.OfEachHundred(&from.Result, &to.Result)
	taken := hundred.Sub(left)
	var largest []string
	for _, p := range parts {
		if len(largest) < 3 && p.PerYear.Abs().GreaterThanOrEqual(one) {
			largest = append(largest, b.say("blad.deel_bedrag", i18n.Args{"onderdeel": b.say("onderdeel." + p.Component.String()), "bedrag": i18n.Euro(p.PerYear)}))
		}
	}
	return []string{i18n.Euro(perMonth), i18n.Euro(left), i18n.Percent(taken.Round(0)), strings.Join(largest, ", ")}, true
}

// cliffs are where more work leaves less.
func (b *blad) cliffs() []Block {
	t := tableOf(b.columns("baan", "val_na>", "weer_goed>", "verlies>", "oorzaak"))
	for i := range b.curves {
		c := &b.curves[i]
		for _, cliff := range c.Cliffs() {
			back := b.say("blad.niet_in_bereik")
			if cliff.Back.Valid {
				back = i18n.Hours(cliff.Back.Decimal)
			}
			t.Rows = append(t.Rows, row(b.ofCurve(c), i18n.Hours(cliff.Begin), back, i18n.Euro(cliff.Loss), b.say("onderdeel."+cliff.Cause.String())))
		}
	}
	if len(t.Rows) == 0 {
		return []Block{b.text("blad.geen_vallen")}
	}
	return []Block{b.text("blad.vallen.uitleg"), t}
}

// list are the sources, with the numbers that stand in the steps. What is the same for all is said once.
func (b *blad) list() Block {
	if len(b.sources) == 0 {
		return Block{}
	}
	first := b.sources[0]
	same := !slices.ContainsFunc(b.sources, func(s lawSource) bool { return s.status != first.status || s.checked != first.checked })
	heads := []string{"bron>", "titel"}
	s := section(b.say("blad.bronnen"), "")
	if same {
		s = with(s, b.text("blad.bronnen.alle", i18n.Args{"status": b.say("blad.status." + first.status), "dag": shortDay(first.checked)}))
	} else {
		heads = append(heads, "status_bron", "vergeleken")
	}
	t := tableOf(b.columns(heads...))
	for i, x := range b.sources {
		cells := []string{strconv.Itoa(i + 1), x.title + ", " + withoutScheme(x.url), b.say("blad.status." + x.status), shortDay(x.checked)}
		t.Rows = append(t.Rows, row(cells[:len(heads)]...))
	}
	return with(s, t)
}

// shortDay writes a day such as 2026-11-21 in figures.
func shortDay(day string) string {
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return i18n.DateShort(date)
}

// withoutScheme is an address as it is typed.
func withoutScheme(url string) string {
	for _, scheme := range []string{"https://", "http://", "www."} {
		url = strings.TrimPrefix(url, scheme)
	}
	return url
}
