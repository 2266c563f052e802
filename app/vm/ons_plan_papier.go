package vm

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"perspectief/i18n"
	"perspectief/i18n/plain"
	"perspectief/plan"
)

// paperForm is what the family wants on paper, what is still missing, and the papers that can be made.
func (t *Talk) paperForm() (left, right []Section) {
	p := t.plan()
	left = []Section{t.onPaper(p)}
	if s := t.rightsOnPaper(p); len(s.Rows) > 0 && !p.Print.OnlyFirst {
		left = append(left, s)
	}
	right = []Section{t.missing(p), t.papers()}
	if s, ok := t.readable(); ok {
		right = append(right, s)
	}
	if s := t.childrenOnPaper(); len(s.Rows) > 0 {
		left = append(left, s)
	}
	return left, right
}

// choiceOnPaper asks whether something goes on paper.
func (t *Talk) choiceOnPaper(id, label string, value bool, set func(c *plan.PrintChoice, yes bool)) Row {
	answer := no
	if value {
		answer = yes
	}
	t.bindPlan(id, func(p *plan.Plan, chosen string) { set(&p.Print, chosen == yes) })
	return Row{ID: id, Label: label, Fields: []Field{{ID: id, Kind: ChoiceField, Value: answer, Options: options(t, "antwoord", []string{yes, no})}}}
}

func (t *Talk) onPaper(p *plan.Plan) Section {
	s := Section{ID: "plan.papier", Icon: "file-text", Title: t.say("plan.papier"), Intro: t.say("plan.papier.uitleg")}
	names := t.choiceOnPaper("plan.print.names", t.say("plan.papier.namen"), !p.Print.NoNames, func(c *plan.PrintChoice, yes bool) { c.NoNames = !yes })
	names.Note = t.say("plan.papier.namen.noot")
	s.Rows = append(s.Rows, names, t.languageRow(p),
		t.choiceOnPaper("plan.print.largePrint", t.say("plan.papier.groot"), p.Print.LargePrint, func(c *plan.PrintChoice, yes bool) { c.LargePrint = yes }),
		t.choiceOnPaper("plan.print.onlyFirst", t.say("plan.papier.eerste"), p.Print.OnlyFirst, func(c *plan.PrintChoice, yes bool) { c.OnlyFirst = yes }))
	if p.Print.OnlyFirst { // what is asked below stands on the other pages
		return s
	}
	s.Rows = append(s.Rows,
		t.choiceOnPaper("plan.print.hours", t.say("plan.papier.uren"), !p.Print.WithoutHours, func(c *plan.PrintChoice, yes bool) { c.WithoutHours = !yes }))
	if !p.Print.WithoutHours {
		s.Rows = append(s.Rows, t.scenariosOnPaper(p)...)
	}
	if len(t.doc.Debts) > 0 {
		debts := t.choiceOnPaper("plan.print.debts", t.say("plan.papier.schulden"), p.Print.Debts, func(c *plan.PrintChoice, yes bool) { c.Debts = yes })
		debts.Note = t.say("plan.papier.schulden.noot")
		s.Rows = append(s.Rows, debts)
	}
	return s
}

// languageRow asks for the language that stands beside Dutch.
func (t *Talk) languageRow(p *plan.Plan) Row {
	const id = "plan.print.language"
	t.bindPlan(id, func(p *plan.Plan, chosen string) {
		if chosen == i18n.Dutch {
			chosen = ""
		}
		p.Print.Language = chosen
	})
	f := Field{ID: id, Kind: SelectField, Width: Wide, Value: cmp.Or(p.Print.Language, i18n.Dutch),
		Options: []Option{{ID: i18n.Dutch, Label: t.say("plan.papier.taal.geen")}}}
	for _, l := range i18n.Translations() {
		f.Options = append(f.Options, Option{ID: l.Language, Label: t.say("plan.papier.taal.naast", i18n.Args{"naam": l.Dutch})})
	}
	r := Row{ID: id, Label: t.say("plan.papier.taal"), Fields: []Field{f}}
	if l, translated := i18n.TranslationOf(p.Print.Language); translated && !l.Reviewed() {
		r.Note = t.say("plan.papier.taal.concept")
	}
	return r
}

// printedScenarios is how many examples with other hours the paper has room for.
const printedScenarios = 2

// scenariosOnPaper asks for each example whether it is printed. Without a choice the first one is.
func (t *Talk) scenariosOnPaper(p *plan.Plan) []Row {
	if len(t.doc.Scenarios) < 2 {
		return nil
	}
	chosen := slices.Clone(p.Print.Scenarios)
	if len(chosen) == 0 {
		chosen = []string{t.doc.Scenarios[0].ID}
	}
	var rows []Row
	for i, s := range t.doc.Scenarios {
		id := fmt.Sprintf("plan.print.scenarios[%d]", i)
		name := s.Name
		if name == "" {
			name = t.say("plan.papier.scenario", i18n.Args{"nummer": i + 1})
		}
		r := t.choiceOnPaper(id, name, slices.Contains(chosen, s.ID), func(c *plan.PrintChoice, yes bool) {
			c.Scenarios = withOne(chosen, s.ID, yes, printedScenarios)
			if c.WithoutHours = len(c.Scenarios) == 0; c.WithoutHours {
				c.Scenarios = nil
			}
		})
		r.Part = true
		rows = append(rows, r)
	}
	rows[len(rows)-1].Note = t.say("plan.papier.twee")
	return rows
}

// withOne puts one into a list or takes it out. When the list is full, the one that was chosen first makes room.
func withOne(chosen []string, id string, in bool, room int) []string {
	chosen = slices.DeleteFunc(slices.Clone(chosen), func(s string) bool { return s == id })
	if in {
		chosen = append(chosen, id)
	}
	return chosen[max(0, len(chosen)-room):]
}

func (t *Talk) rightsOnPaper(p *plan.Plan) Section {
	s := Section{ID: "plan.papier.rechten", Icon: "lightbulb", Title: t.say("plan.papier.rechten")}
	if t.outcome == nil {
		return s
	}
	for _, r := range t.notAskedFor() {
		s.Rows = append(s.Rows, t.choiceOnPaper("plan.print.rights."+r.ID, plan.Capital(r.Name), !slices.Contains(p.Print.WithoutRights, r.ID),
			func(c *plan.PrintChoice, yes bool) {
				c.WithoutRights = withOne(c.WithoutRights, r.ID, !yes, len(c.WithoutRights)+1)
			}))
	}
	return s
}

// childrenOnPaper says what each child answered.
func (t *Talk) childrenOnPaper() Section {
	s := Section{ID: "plan.papier.kinderen", Icon: "smile", Title: t.say("plan.papier.kinderen")}
	for i, c := range t.household().Children {
		page, _ := t.pageOf(c)
		answer := string(page.Paper)
		if answer == "" {
			answer = "nog"
		}
		id := fmt.Sprintf("plan.papier.kind[%d]", i)
		t.bind(id, func(string) {
			t.ours.child = c.ID
			t.lookAt("kinderen", "plan.children["+c.ID+"].paper")
		})
		s.Rows = append(s.Rows, Row{ID: id, Label: t.say("plan.papier.kind."+answer, i18n.Args{"naam": t.pageName(i)}), Space: FitSpace,
			Fields: []Field{{ID: id, Kind: ActionField, Width: Wide, Label: t.say("plan.papier.kind.naar"), Icon: "arrow-right"}}})
	}
	return s
}

// placeOfMissing is where something that the plan misses is filled in.
var placeOfMissing = map[string]string{"goed": "plan.goesWell[0]", "wens": "plan.wishes[0].text", "volgende_dag": "plan.nextDate",
	"helper": "plan.helpers[0].firstName", "stap_werkwoord": "verb", "stap_wie": "who", "stap_dag": "day"}

// missing lists what the first page cannot do without, with the way to each.
func (t *Talk) missing(p *plan.Plan) Section {
	s := Section{ID: "plan.papier.mist", Icon: "list-checks", Title: t.say("plan.papier.mist"), Intro: t.say("plan.papier.mist.uitleg")}
	first := 0
	if order := stepOrder(p); len(order) > 0 {
		first = order[0]
	}
	for _, id := range p.Missing() {
		what := strings.TrimPrefix(id, "plan.mist.")
		field := placeOfMissing[what]
		t.bind("naar."+what, func(string) {
			if strings.HasPrefix(what, "stap_") {
				t.edit(first)
				field = fmt.Sprintf("plan.steps[%d].%s", first, field)
			}
			t.lookAt("plan", field)
		})
		s.Rows = append(s.Rows, Row{ID: "naar." + what, Label: t.say("plan.papier.mist." + what), Space: FitSpace,
			Fields: []Field{{ID: "naar." + what, Kind: ActionField, Width: Wide, Label: t.say("plan.papier.mist.naar"), Icon: "pencil"}}})
	}
	if len(s.Rows) == 0 {
		s.Intro = t.say("plan.papier.mist.niets")
	}
	return s
}

// papers are what can be made.
func (t *Talk) papers() Section {
	s := Section{ID: "plan.papier.maken", Icon: "printer", Title: t.say("plan.papier.maken"), Intro: t.say("plan.papier.maken.uitleg")}
	for _, k := range []struct {
		kind PaperKind
		icon string
	}{{PlanPaper, "file-text"}, {TextPaper, "type"}, {WebPaper, "book-open"}, {CalendarPaper, "calendar-days"}, {HelperPaper, "scale"}} {
		s.Actions = append(s.Actions, t.action("papier."+string(k.kind), "plan.papier."+string(k.kind), k.icon, func() {
			t.MakePaper(Paper{Kind: k.kind})
		}))
	}
	s.Actions = append(s.Actions, t.action("papier.toestemming", "plan.papier.toestemming", "handshake", t.PrintConsent))
	return s
}

// reading is how easily the plan reads, for the state of the case that it was measured in.
type reading struct {
	of     string
	report plain.Report
	ok     bool
}

// shownHard is how many sentences that read hard are listed: the helper looks at those first.
const shownHard = 3

// hardSentences are the sentences that are too hard, each once: a step is printed twice.
func (t *Talk) hardSentences(r plain.Report) []Row {
	var rows []Row
	for _, f := range r.Findings {
		if f.Sentence < 0 || f.Severity != plain.Fail {
			continue
		}
		text := r.Sentences[f.Sentence].Text
		if !slices.ContainsFunc(rows, func(row Row) bool { return row.Label == text }) {
			row := shown(fmt.Sprintf("plan.papier.zin[%d]", len(rows)), text, "")
			row.Note = t.Words.T(f.Key, f.Args)
			rows = append(rows, row)
		}
	}
	return rows
}

// readable says how easily the plan reads as a whole, and which sentences could be easier.
func (t *Talk) readable() (Section, bool) {
	if t.outcome == nil || t.hard == nil {
		return Section{}, false
	}
	if state := string(t.encoded()); t.ours.reading.of != state {
		t.ours.reading = reading{of: state}
		if d, err := plan.Prepare(t.Engine, t.paperCase(), t.Easy, t.Today); err == nil {
			t.ours.reading.report, t.ours.reading.ok = d.Readable(t.hard, t.fineWords()), true
		}
	}
	r := t.ours.reading.report
	s := Section{ID: "plan.papier.leesbaar", Icon: "book-open", Title: t.say("plan.papier.leesbaar"), Intro: t.say("plan.papier.leesbaar.goed"), Rows: []Row{
		shown("plan.papier.gemiddeld", t.say("plan.papier.leesbaar.gemiddeld"),
			t.say("plan.papier.leesbaar.woorden", i18n.Args{"getal": i18n.Hours(r.Measure.Average.Round(1))})),
		shown("plan.papier.flesch", t.say("plan.papier.leesbaar.flesch"), i18n.Hours(r.Measure.FleschDouma.Round(0))),
		shown("plan.papier.lix", t.say("plan.papier.leesbaar.lix"), i18n.Hours(r.Measure.LIX.Round(0))),
	}}
	s.Rows[1].Note, s.Rows[2].Note = t.say("plan.papier.leesbaar.flesch.noot"), t.say("plan.papier.leesbaar.lix.noot")
	if hard := t.hardSentences(r); len(hard) > 0 {
		s.Intro = t.say("plan.papier.leesbaar.kan")
		s.Rows = append(s.Rows, hard[:min(len(hard), shownHard)]...)
	}
	return s, t.ours.reading.ok
}
