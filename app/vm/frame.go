package vm

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// Words are the words of the window that do not belong to a screen.
type Words struct {
	Program, Slogan          string
	Help, Back               string
	Open, File, New          string
	Undo, Redo               string
	Folder, ThisFolder       string
	Extension                string // of a case file
	TextSize, Example, Rules string
	MakePlan, MakePlanLong   string
	Choose, View             string
}

// Words are the fixed words of the window.
func (t *Talk) WindowWords() Words {
	return Words{
		Program: t.say("programma"), Slogan: t.say("leus"), Help: t.say("waarom"), Back: t.say("terug"),
		Open: t.say("openen"), File: t.say("kluis.bestand"), New: t.say("nieuw"),
		Undo: t.say("kluis.terugdraaien"), Redo: t.say("kluis.opnieuw"), Folder: t.say("kluis.map"), ThisFolder: t.say("kluis.deze_map"),
		Extension: store.Extension,
		TextSize:  t.say("lettergrootte"), Example: t.say("voorbeeld"), Rules: t.say("regels"),
		MakePlan: t.say("maak_plan"), MakePlanLong: t.say("maak_plan.uitleg"),
		Choose: t.say("kies"), View: t.say("beeld"),
	}
}

// BigAmount is one of the three amounts that always stand at the same place.
type BigAmount struct{ Label, Value, Note string }

// StepState is a step in the path of the talk.
type StepState struct {
	Step         Step
	Number, Name string
	Open         bool
}

// Frame is what stands around every screen.
type Frame struct {
	Family   int    // another number for another family, or for an earlier state of it
	Badge    string // "Voorbeeldgezin"; empty for a family of the helper's own
	Amounts  [3]BigAmount
	Steps    []StepState
	Examples []Option
	Example  string
	Years    []Option
	Year     string
	Sizes    []Option
	Size     string
	Views    []Option
	View     string
	Next     string // words of the button to the next step; empty on the last one
	Back     string
	Notice   string
	Warns    bool // the notice is a warning
	Keep     KeepState
}

// Frame is what stands around the open screen.
func (t *Talk) Frame() Frame {
	f := Frame{Family: t.taken, Notice: t.notice, Warns: t.warns, Keep: t.Keeping(), Example: t.example, Year: strconv.Itoa(t.household().Year), Size: strconv.Itoa(t.percent), View: t.View(),
		Views: options(t, "beeld", []string{FamilyView, HelperView})}
	if t.example != "" {
		f.Badge = t.say("voorbeeldgezin")
	}
	for s := range NumSteps {
		f.Steps = append(f.Steps, StepState{Step: s, Number: strconv.Itoa(int(s) + 1), Name: t.say("stap." + stepNames[s]), Open: s == t.step})
	}
	for _, e := range assets.Examples() {
		f.Examples = append(f.Examples, Option{ID: e.ID, Label: t.say("voorbeeld." + e.ID)})
	}
	for _, year := range supportedYears {
		f.Years = append(f.Years, Option{ID: year, Label: year})
	}
	for _, size := range TextSizes() {
		f.Sizes = append(f.Sizes, Option{ID: strconv.Itoa(size), Label: t.say("procent", i18n.Args{"getal": size})})
	}
	if t.step+1 < NumSteps {
		f.Next = t.say("verder", i18n.Args{"stap": t.say("stap." + stepNames[t.step+1])})
	}
	if t.step > 0 {
		f.Back = t.say("terug")
	}
	g := t.figures()
	f.Amounts = [3]BigAmount{
		{t.say("komt_binnen"), g.In, g.inNote},
		{t.say("gaat_eruit"), g.Out, g.outNote},
		{g.leftLabel, g.Left, g.leftNote},
	}
	return f
}

// supportedYears are the years that can be chosen.
var supportedYears = []string{"2025", "2026"}

// figures are the three amounts a month, rounded so that they add up and do not promise too much.
type figures struct{ In, Out, Left, inNote, outNote, leftNote, leftLabel string }

func (t *Talk) figures() figures {
	unknown := t.say("streepje")
	g := figures{In: unknown, Out: unknown, Left: unknown, leftLabel: t.say("blijft_over")}
	if t.overview == nil {
		g.inNote, g.outNote, g.leftNote = t.say("weten_niet"), t.say("weten_niet"), t.say("weten_niet")
		return g
	}
	v := t.overview
	in, _ := plan.RoundIn([]decimal.Decimal{v.In})
	out, _ := plan.RoundOut([]decimal.Decimal{v.Out})
	g.Out, g.outNote = i18n.WholeEuro(out), t.outNote()
	switch {
	case !t.heardIncome(): // no shortage before anybody asked what comes in
		g.inNote, g.leftNote = t.say("binnen.eerst"), t.say("binnen.eerst")
		return g
	case !v.InKnown:
		g.inNote, g.leftNote = t.say("weten_niet"), t.say("weten_niet")
		return g
	}
	g.In, g.inNote, g.leftNote = i18n.WholeEuro(in), t.say("binnen.noot"), t.say("over.noot")
	left := t.leftInEuros()
	if left.IsNegative() {
		g.leftLabel, g.leftNote = t.say("komt_tekort"), t.say("tekort.noot")
	}
	g.Left = i18n.WholeEuro(left.Abs())
	return g
}

// leftInEuros is what the sheet leaves a month, in the whole euros that stand above every screen.
func (t *Talk) leftInEuros() decimal.Decimal {
	in, _ := plan.RoundIn([]decimal.Decimal{t.overview.In})
	out, _ := plan.RoundOut([]decimal.Decimal{t.overview.Out})
	return in.Sub(out)
}

// heardIncome tells whether anybody asked what comes in or named some of it. Before that what comes in is not known: no page speaks
// of a shortage.
func (t *Talk) heardIncome() bool { return t.askedIn || t.toldIncome() }

// toldIncome tells whether the family named anything that comes in.
func (t *Talk) toldIncome() bool {
	h, b := t.household(), t.doc.Budget
	return h.Bijstand.Claims || b != nil && len(b.Received)+len(b.OtherIncome) > 0 ||
		slices.ContainsFunc(h.Adults, func(a budget.Adult) bool { return len(a.Jobs)+len(a.Benefits) > 0 || a.Profit != nil })
}

// outNote says how much of what goes out the family told itself.
func (t *Talk) outNote() string {
	guessed, noRent := 0, false
	for _, l := range t.overview.Lines {
		noRent = noRent || l.Key == budget.LineHuur && l.State == budget.Unknown
		if l.Guessed {
			guessed++
		}
	}
	switch {
	case noRent && guessed > 0:
		return t.Words.N("scherm.zonder_huur.voorbeelden", guessed)
	case noRent:
		return t.say("zonder_huur")
	case guessed > 0:
		return t.Words.N("scherm.met_voorbeelden", guessed)
	}
	return t.say("eruit.noot")
}

// ChooseExample goes on with an example family.
func (t *Talk) ChooseExample(id string) {
	for _, e := range assets.Examples() {
		if e.ID != id {
			continue
		}
		doc, faults := store.Check(e.Data)
		if len(faults) > 0 {
			return // a test reads them all
		}
		t.reset(*doc, id)
		t.changed()
	}
}

// SetYear chooses the year of the rules.
func (t *Talk) SetYear(year string) {
	n, err := strconv.Atoi(year)
	if err != nil || n == t.household().Year {
		return
	}
	t.notice = ""
	t.household().Year = n
	t.compute()
	t.hours.stale()
	t.refreshHours()
	t.changed()
}
