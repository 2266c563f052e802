package vm

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"time"

	"perspectief/assets"
	"perspectief/i18n"
	"perspectief/plan"
)

// PaperKind names a file that can be made of the plan.
type PaperKind string

// The files that can be made.
const (
	PlanPaper     PaperKind = "pdf"
	TextPaper     PaperKind = "tekst"
	WebPaper      PaperKind = "html" // to have it read aloud
	CalendarPaper PaperKind = "ics"
	ChildPaper    PaperKind = "kind" // the page of one child alone
	HelperPaper   PaperKind = "blad" // the whole calculation, for the helper
	DebtsPaper    PaperKind = "schulden"
)

// Paper is one file to make.
type Paper struct {
	Kind  PaperKind
	Child string // id of the child, for its page
}

// fileNames are the names of the files: what they are, and no names of people. The day stands between.
var fileNames = map[PaperKind][2]string{PlanPaper: {"plan-", ".pdf"}, TextPaper: {"plan-", ".txt"}, WebPaper: {"plan-", ".html"},
	CalendarPaper: {"plan-", ".ics"}, ChildPaper: {"kind-", ".pdf"}, HelperPaper: {"blad-", ".pdf"}, DebtsPaper: {"schulden-", ".pdf"}}

// PaperName is the name of the file.
func (t *Talk) PaperName(p Paper) string {
	if name := t.looseName(p.Kind); name != "" {
		return name
	}
	name := fileNames[p.Kind]
	return name[0] + t.Today.Format(time.DateOnly) + name[1]
}

// aboutNobody are the papers in which nothing of the family stands: nobody has to keep them safe.
var aboutNobody = []PaperKind{SchemesPaper, SchoolPaper, PocketPaper}

// MakePaper asks whether the paper will be safe and where the file goes, makes it and opens it.
func (t *Talk) MakePaper(p Paper) {
	data, ok := t.PaperData(p)
	switch {
	case ok && slices.Contains(aboutNobody, p.Kind):
		t.placePaper(t.PaperName(p), data)
	case ok:
		t.Print(t.PaperName(p), data)
	}
}

// PaperData makes a file. It is not ok when it cannot be made; the notice line says so.
func (t *Talk) PaperData(p Paper) (data []byte, ok bool) {
	if t.outcome == nil {
		t.sayWhyNoPaper()
		return nil, false
	}
	if len(t.refused) > 0 {
		t.sayRefused()
		return nil, false
	}
	var out bytes.Buffer
	err := t.writePaper(&out, p)
	var letter *plan.MissingGlyphError
	switch {
	case errors.As(err, &letter):
		t.warn("plan.letter", i18n.Args{"letter": string(letter.Letter)})
	case errors.Is(err, errNothingToSay):
		t.warn("gemeente.brief.niets")
	case err != nil:
		t.warn("plan.lukt_niet")
	}
	return out.Bytes(), err == nil
}

// sayWhyNoPaper tells the first fault that keeps the year from being worked out.
func (t *Talk) sayWhyNoPaper() {
	if len(t.faults) == 0 {
		t.warn("plan.lukt_niet")
		return
	}
	first := slices.Sorted(maps.Keys(t.faults))[0]
	t.warn("plan.lukt_niet_om", i18n.Args{"fout": t.faults[first]})
}

// paperCase is the case as it goes on paper.
func (t *Talk) paperCase() plan.Case {
	return plan.Case{Household: t.household(), Budget: t.doc.Budget, Debts: t.doc.Debts, Help: t.doc.DebtHelp, Norms: t.doc.Norms, Plan: t.doc.Plan,
		Scenarios: t.doc.Scenarios, Rights: t.notAskedFor()}
}

func (t *Talk) writePaper(w io.Writer, p Paper) error {
	if t.looseName(p.Kind) != "" {
		return t.writeLoose(w, p.Kind)
	}
	c := t.paperCase()
	if p.Kind == CalendarPaper {
		events, err := plan.Agenda(t.Engine, c, t.Easy, t.Today)
		if err != nil {
			return err
		}
		return plan.WriteICS(w, events, t.Today)
	}
	document, err := t.document(c, p)
	if err != nil {
		return err
	}
	switch p.Kind {
	case TextPaper:
		return plan.WriteText(w, document)
	case WebPaper:
		return plan.WriteHTML(w, document)
	}
	return plan.WritePDF(w, document, plan.Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()}, t.Today)
}

func (t *Talk) document(c plan.Case, p Paper) (document plan.Document, err error) {
	switch p.Kind {
	case HelperPaper:
		return plan.PrepareSheet(t.Engine, c, t.Words, t.Today, assets.Version)
	case ChildPaper:
		document, _, err = plan.PrepareChild(t.Engine, c, p.Child, t.Easy, t.Today)
		return document, err
	case DebtsPaper:
		return plan.PrepareDebts(t.Engine, c, t.Easy, t.Today)
	}
	return plan.Prepare(t.Engine, c, t.Easy, t.Today)
}
