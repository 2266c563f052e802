package plan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

// PrepareSheet makes the sheet for the helper: everything that went into the sum, every step with its article and source, what
// more hours bring, and what is not known, so that somebody else can repeat it. It has no names. The words are Dutch of level
// B1; version is that of the program.
func PrepareSheet(engine *budget.Engine, c Case, words *i18n.Catalogue, date time.Time, version string) (Document, error) {
	b := &blad{composer: composer{Input{Words: words, Household: c.Household, Date: date, Plan: cmp.Or(c.Plan, &Plan{})}, "wij"},
		version: version}
	set, err := engine.Rules(c.Household.Year)
	if err != nil {
		return Document{}, err
	}
	b.checked, b.Preliminary = set.Checked.Format(time.DateOnly), set.Preliminary()
	if b.result, b.trace, err = engine.Explain(c.Household); err != nil {
		return Document{}, err
	}
	if b.Comparisons, err = compare(engine, c, date); err != nil {
		return Document{}, err
	}
	for i := range c.Household.Adults {
		if err := b.addCurves(engine, c.Household, &c.Household.Adults[i]); err != nil {
			return Document{}, err
		}
	}
	return b.compose(), nil
}

// blad is the sheet while it is made.
type blad struct {
	composer
	version string
	checked string // the day on which the figures were last compared, as 2026-11-21
	result  *budget.Result
	trace   *budget.Trace
	curves  []hoursCurve
	sources []lawSource
}

// hoursCurve is what one job brings over its hours.
type hoursCurve struct {
	*budget.Curve
	now decimal.Decimal // hours a week in that job
	job int             // counted from 1; 0 for a job that is not there yet
}

// addCurves follows every job of an adult, or a new one at the minimum wage. Who works more than the end of the curve gets a
// longer one.
func (b *blad) addCurves(engine *budget.Engine, h *budget.Household, a *budget.Adult) error {
	jobs := []string{""}
	if len(a.Jobs) > 0 {
		jobs = nil
	}
	for _, j := range a.Jobs {
		jobs = append(jobs, j.ID)
	}
	for i, id := range jobs {
		x := hoursCurve{job: min(i+1, len(a.Jobs))}
		if len(a.Jobs) > 0 {
			hours, known := a.Jobs[i].HoursPerWeek.Get()
			if !known {
				continue
			}
			x.now = hours
		}
		curve, err := engine.Curve(h, budget.CurveOptions{Adult: a.ID, Job: id, To: fullCurveTo(x.now), Step: curveStep})
		if err != nil {
			return err
		}
		x.Curve = curve
		b.curves = append(b.curves, x)
	}
	return nil
}

func (b *blad) compose() Document {
	d := b.document()
	d.Title, d.Look = b.say("blad.titel"), Sheet
	page := Block{Kind: PageBlock, Text: d.Title}
	for _, s := range []Block{b.about(), b.given(), b.outcome(), b.steps(), b.pressure(), b.conventions(), b.list()} {
		if len(s.Blocks) > 0 {
			for i := range s.Blocks {
				s.Blocks[i].leaveOutEmptyColumns()
			}
			page.Blocks = append(page.Blocks, s)
		}
	}
	d.Pages = []Block{page}
	return d
}

func tableOf(columns []Column, rows ...TableRow) Block {
	return Block{Kind: TableBlock, Columns: columns, Rows: rows}
}

// leaveOutEmptyColumns takes away the columns in which no row of a table has anything.
func (b *Block) leaveOutEmptyColumns() {
	for i := len(b.Columns) - 1; i > 0; i-- {
		if !slices.ContainsFunc(b.Rows, func(r TableRow) bool { return r.cell(i) != "" }) {
			b.Columns = slices.Delete(b.Columns, i, i+1)
			for k := range b.Rows {
				if cells := b.Rows[k].Cells; i < len(cells) {
					b.Rows[k].Cells = slices.Delete(cells, i, i+1)
				}
			}
		}
	}
}

// columns are headings; those that end in > stand above amounts.
func (b *blad) columns(ids ...string) []Column {
	all := make([]Column, len(ids))
	for i, id := range ids {
		if id != "" {
			name, right := cutRight(id)
			all[i] = Column{Title: b.say("blad.kolom." + name), Right: right}
		}
	}
	return all
}

func cutRight(id string) (name string, right bool) {
	if id[len(id)-1] == '>' {
		return id[:len(id)-1], true
	}
	return id, false
}

func row(cells ...string) TableRow { return TableRow{Cells: cells} }

func strongRow(cells ...string) TableRow { return TableRow{Cells: cells, Strong: true} }

// about says with which rules and which program the sum was made.
func (b *blad) about() Block {
	status := b.say("blad.regels.vast")
	if b.Preliminary {
		status = b.say("blad.regels.voorlopig")
	}
	return section(b.say("blad.over"), "", b.text("blad.zonder_namen"),
		tableOf(b.columns("rekenjaar", "status", "vergeleken", "programma"),
			row(strconv.Itoa(b.Household.Year), status, shortDay(b.checked), b.say("blad.programma", i18n.Args{"versie": b.version}))))
}

// who names a person without the name: by the order in the file.
func (b *blad) who(id string) string {
	if i := slices.IndexFunc(b.Household.Adults, func(a budget.Adult) bool { return a.ID == id }); i >= 0 {
		return b.adult(i)
	}
	if i := slices.IndexFunc(b.Household.Children, func(c budget.Child) bool { return c.ID == id }); i >= 0 {
		return b.say("blad.kind", i18n.Args{"nummer": i + 1})
	}
	return ""
}

func (b *blad) adult(i int) string { return b.say("blad.volwassene", i18n.Args{"nummer": i + 1}) }

// outcome is what every component comes to, now and in the scenarios.
func (b *blad) outcome() Block {
	columns := b.columns("onderdeel", "per_jaar>", "per_maand>", "toelichting")
	s := section(b.say("blad.uitkomst"), "", b.text("blad.uitkomst.uitleg"))
	if len(b.Comparisons) > 0 {
		columns = slices.Insert(columns, 3, b.thenColumns()...)
	}
	t := tableOf(columns)
	var nothing []string
	for c := range budget.NumComponents {
		o := b.result.Of(c)
		if b.isNothing(c) {
			nothing = append(nothing, b.say("blad.geen_bedrag.onderdeel", i18n.Args{"onderdeel": b.say("onderdeel." + c.String()), "reden": small(b.reason(o))}))
			continue
		}
		cells := []string{b.say("onderdeel." + c.String()), b.perYear(o), b.perMonth(o)}
		for i := range b.Comparisons {
			cells = append(cells, b.perYear(b.Comparisons[i].Then.Of(c)))
		}
		t.Rows = append(t.Rows, row(append(cells, b.reason(o))...))
	}
	cells := []string{b.say("blad.over_houden"), b.euro(b.result.Disposable()), b.euro(b.result.DisposablePerMonth())}
	for i := range b.Comparisons {
		cells = append(cells, b.euro(b.Comparisons[i].Then.Disposable()))
	}
	t.Rows = append(t.Rows, strongRow(cells...))
	s = with(s, t)
	if len(nothing) > 0 {
		s = with(s, Block{Kind: TextBlock, Text: b.say("blad.geen_bedrag") + " " + strings.Join(nothing, " ")})
	}
	for i := range b.Comparisons {
		s = with(s, b.scenario(i)...)
	}
	s = with(s, b.unknown()...)
	for _, remark := range b.result.Remarks {
		s = with(s, b.text("opmerking."+string(remark)))
	}
	return s
}

// isNothing tells whether a component is no amount now and in no scenario: those need no row each.
func (b *blad) isNothing(c budget.Component) bool {
	for i := range b.Comparisons {
		if b.Comparisons[i].Then.Of(c).State != budget.None {
			return false
		}
	}
	o := b.result.Of(c)
	return o.State == budget.None && o.Reason != ""
}

func (b *blad) thenColumns() []Column {
	var all []Column
	for i := range b.Comparisons {
		all = append(all, Column{Title: b.say("blad.kolom.scenario", i18n.Args{"nummer": i + 1}), Right: true})
	}
	return all
}

// scenario tells the hours of a scenario in one line, and under it what is filled in otherwise than in the file.
func (b *blad) scenario(i int) []Block {
	x := &b.Comparisons[i]
	line := b.say("blad.scenario", i18n.Args{"nummer": i + 1})
	if len(x.Workers) == 0 {
		line += " " + b.say("blad.scenario.opvang")
	}
	for k, w := range x.Workers {
		if k > 0 {
			line += ","
		}
		line += " " + b.say("blad.scenario.uren", i18n.Args{"wie": b.worker(w), "van": i18n.Hours(w.Now), "naar": i18n.Hours(w.Then)})
	}
	blocks := []Block{{Kind: TextBlock, Text: line + "."}}
	for _, t := range []Block{changed(b.jobs(b.Household), b.jobs(x.Situation)), changed(b.people(b.Household), b.people(x.Situation))} {
		if len(t.Rows) > 0 {
			blocks = append(blocks, t)
		}
	}
	return blocks
}

func (b *blad) worker(w Worker) string {
	i := slices.IndexFunc(b.Household.Adults, func(a budget.Adult) bool { return a.ID == w.ID })
	return b.adult(max(0, i))
}

func (b *blad) perYear(o budget.Outcome) string {
	if o.State == budget.None {
		return "–"
	}
	return b.euro(o.PerYear, o.State != budget.Unknown)
}

func (b *blad) perMonth(o budget.Outcome) string {
	if o.State == budget.None {
		return "–"
	}
	return b.euro(o.PerYear.DivRound(monthsPerYear, 2), o.State != budget.Unknown)
}

func (b *blad) euro(d decimal.Decimal, known bool) string {
	if !known {
		return b.say("blad.onbekend")
	}
	return i18n.Euro(d)
}

func (b *blad) reason(o budget.Outcome) string {
	if o.Reason == "" {
		return ""
	}
	return b.say("reden." + string(o.Reason))
}

// unknown lists what is not known, and why.
func (b *blad) unknown() []Block {
	var all []Block
	for c := range budget.NumComponents {
		if o := b.result.Of(c); o.State == budget.Unknown {
			all = append(all, b.text("blad.niet_bekend", i18n.Args{"onderdeel": b.say("onderdeel." + c.String()), "reden": b.reason(o)}))
		}
	}
	if all == nil {
		return []Block{b.text("blad.alles_bekend")}
	}
	return all
}

// conventions are the choices where the law leaves room.
func (b *blad) conventions() Block {
	var all []string
	for _, id := range []string{"jaar", "verjaardag", "afronding", "belasting", "combinatiekorting", "bijstand", "vrijlating", "toeslagen", "opvang",
		"box3", "niet_in_de_som"} {
		all = append(all, b.say("blad.afspraak."+id))
	}
	return section(b.say("blad.afspraken"), "", Block{Kind: TextBlock, Text: strings.Join(all, " ")})
}
