package vm

import (
	"fmt"
	"slices"
	"strings"

	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// wholeYear is how many months a figure holds that holds all year.
const wholeYear = 12

// why is the page "Waarom?": every figure on the way to one amount, with its article, its source, the day on which the source was
// last looked at, and whether it is the law or still preliminary. It comes from the code that makes the amount.
func (t *Talk) why() (left, right []Section) {
	s := Section{ID: "waarom", Icon: "scale", Title: t.say("waarom.titel"), Intro: t.say("waarom.uitleg")}
	if t.outcome == nil {
		s.Rows = []Row{shown("waarom.leeg", t.say("binnen.leeg"), "")}
		return []Section{s}, nil
	}
	result, trace, err := t.Engine.Explain(t.household())
	if err != nil {
		s.Rows = []Row{shown("waarom.leeg", t.say("weten_niet"), "")}
		return []Section{s}, nil
	}
	about := t.explained(trace)
	s.Rows = []Row{t.whichAmount(trace, about)}
	for _, section := range trace.Of(about) {
		part := Section{ID: "waarom." + section.Person, Icon: "file-text", Title: t.Words.T("onderdeel." + about.String()), Intro: section.Law}
		if section.Person != "" {
			part.Title = t.say("waarom.van", i18n.Args{"onderdeel": part.Title, "naam": t.personName(section.Person)})
		}
		for i := range section.Steps {
			part.Rows = append(part.Rows, t.whyRow(i, &section.Steps[i]))
		}
		if section.Person == "" {
			part.Rows = append(part.Rows, t.outcomeRow(result.Of(about)))
		}
		right = append(right, part)
	}
	left = []Section{s}
	if years, ok := t.twoYears(); ok {
		left = append(left, years)
	}
	return left, right
}

// explained is the amount that was chosen, or the first one with steps.
func (t *Talk) explained(trace *budget.Trace) budget.Component {
	for _, s := range trace.Sections {
		if s.Component.String() == t.whyOf {
			return s.Component
		}
	}
	for _, s := range trace.Sections {
		if len(s.Steps) > 0 {
			return s.Component
		}
	}
	return budget.Loon
}

func (t *Talk) whichAmount(trace *budget.Trace, chosen budget.Component) Row {
	const id = "waarom.welk"
	t.bind(id, func(picked string) { t.whyOf = picked })
	f := Field{ID: id, Kind: SelectField, Width: Wide, Value: chosen.String(), Placeholder: t.say("kies")}
	for _, s := range trace.Sections {
		o := Option{ID: s.Component.String(), Label: t.Words.T("onderdeel." + s.Component.String())}
		if !slices.Contains(f.Options, o) {
			f.Options = append(f.Options, o)
		}
	}
	return Row{ID: id, Label: t.say("waarom.welk"), Space: AboveSpace, Fields: []Field{f}}
}

// whyRow is one figure. A number of the law says its article, source, day and status; what was filled in or computed says its
// article, when there is one.
func (t *Talk) whyRow(i int, step *budget.Step) Row {
	r := shown(fmt.Sprintf("waarom.%d.%s", i, step.Key), plan.StepLabel(t.Words, *step), plan.StepFigure(*step))
	var about []string
	if step.Child != "" {
		about = append(about, t.personName(step.Child))
	}
	if step.Months != 0 && step.Months != wholeYear {
		about = append(about, t.Words.N("blad.maanden", step.Months))
	}
	if step.Law != "" {
		about = append(about, step.Law)
	}
	lines := []string{strings.Join(about, " · ")}
	if from := step.Source; from != nil {
		lines = append(lines, t.say("waarom.bron", i18n.Args{"titel": from.Title, "datum": i18n.DateShort(from.Checked),
			"soort": t.Words.T("blad.status." + string(from.Status))}))
	}
	r.Note = strings.TrimSpace(strings.Join(lines, "\n"))
	return r
}

func (t *Talk) outcomeRow(o budget.Outcome) Row {
	r := strong(shown("waarom.uitkomst", t.say("waarom.uitkomst"), i18n.Euro(o.PerYear)))
	if o.State == budget.Unknown {
		r = strong(shown("waarom.uitkomst", t.say("waarom.uitkomst"), t.say("onbekend")))
	}
	if o.Reason != "" {
		r.Note = t.Words.T("reden." + string(o.Reason))
	}
	return r
}

// personName is how an adult or a child is called.
func (t *Talk) personName(id string) string {
	h := t.household()
	if i := slices.IndexFunc(h.Adults, func(a budget.Adult) bool { return a.ID == id }); i >= 0 {
		return t.nameOf(i)
	}
	if i := slices.IndexFunc(h.Children, func(c budget.Child) bool { return c.ID == id }); i >= 0 {
		return t.childName(i)
	}
	return id
}
