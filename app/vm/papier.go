package vm

import (
	"bytes"
	"io"

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
)

// Paper is one file to make.
type Paper struct {
	Kind  PaperKind
	Child string // id of the child, for its page
}

var extensions = map[PaperKind]string{PlanPaper: ".pdf", TextPaper: ".txt", WebPaper: ".html", CalendarPaper: ".ics", ChildPaper: ".pdf"}

// Name is the name of the file: a date and no names.
func (t *Talk) PaperName(p Paper) string {
	name := "plan-"
	if p.Kind == ChildPaper {
		name = "blad-"
	}
	return name + t.Today.Format("2006-01-02") + extensions[p.Kind]
}

// OnMake tells what the window does when somebody asks for a file.
func (t *Talk) OnMake(f func(Paper)) { t.maker = f }

func (t *Talk) makePaper(p Paper) {
	if t.maker != nil {
		t.maker(p)
	}
}

// PaperData makes a file. It is not ok when it cannot be made; the notice line says so.
func (t *Talk) PaperData(p Paper) (data []byte, ok bool) {
	if t.outcome == nil {
		t.Say("plan.lukt_niet")
		return nil, false
	}
	for _, f := range t.doc.Validate() {
		if f.Key == "fout.bsn" || f.Key == "fout.iban" {
			t.Say("plan.geweigerd", i18n.Args{"fout": t.faultSentence(f)})
			return nil, false
		}
	}
	var out bytes.Buffer
	if err := t.writePaper(&out, p); err != nil {
		t.Say("plan.lukt_niet")
		return nil, false
	}
	return out.Bytes(), true
}

func (t *Talk) writePaper(w io.Writer, p Paper) error {
	c := plan.Case{Household: t.household(), Budget: t.doc.Budget, Debts: t.doc.Debts, Norms: t.doc.Norms, Plan: t.doc.Plan,
		Scenarios: t.doc.Scenarios, Rights: t.notAskedFor()}
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
	if p.Kind == ChildPaper {
		document, _, err = plan.PrepareChild(t.Engine, c, p.Child, t.Easy, t.Today)
	} else {
		document, err = plan.Prepare(t.Engine, c, t.Easy, t.Today)
	}
	if t.plan().Print.LargePrint {
		document.Look = plan.Large
	}
	return document, err
}
