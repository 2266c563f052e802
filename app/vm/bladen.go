package vm

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/plan"
)

// The loose sheets beside the plan, and the file of municipal schemes.
const (
	BringPaper    PaperKind = "meenemen"   // papers to bring
	EmployerPaper PaperKind = "werkgever"  // more hours
	BarrierPaper  PaperKind = "gemeente"   // two rules together
	SchoolPaper   PaperKind = "school"     // for a school to hand out
	PocketPaper   PaperKind = "zakgeld"    // about pocket money
	SchemesPaper  PaperKind = "regelingen" // no paper: the file that municipalities share
)

// errNothingToSay is a note without a fall to tell of.
var errNothingToSay = errors.New("vm: no fall worth a note")

// looseName is the name of a loose sheet, without the name of anybody; "" for what is none.
func (t *Talk) looseName(kind PaperKind) string {
	day := t.Today.Format("2006-01-02")
	switch kind {
	case BringPaper, EmployerPaper, BarrierPaper, SchoolPaper, PocketPaper:
		return string(kind) + "-" + day + ".pdf"
	case SchemesPaper:
		return "gemeente-" + day + store.SchemeExtension
	}
	return ""
}

// writeLoose writes a loose sheet.
func (t *Talk) writeLoose(w io.Writer, kind PaperKind) (err error) {
	var d plan.Document
	switch kind {
	case SchemesPaper:
		data, err := store.EncodeSchemes(t.schemesFile())
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	case EmployerPaper:
		d = plan.ComposeMoreHours(t.wished(), t.Easy, t.Today)
	case SchoolPaper:
		d = plan.ComposeSchool(t.Easy, t.Today)
	case PocketPaper:
		d = plan.ComposePocketMoney(t.Easy, t.Today)
	case BringPaper:
		d = plan.ComposePapers(t.rightsToBringFor(), t.household(), t.Easy, t.Today)
	case BarrierPaper:
		if d, err = t.barrierNote(); err != nil {
			return err
		}
	}
	return plan.WritePDF(w, d, plan.Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()}, t.Today)
}

// rightsToBringFor are the rights that the family does not get yet, or does not know of.
func (t *Talk) rightsToBringFor() []budget.Recht {
	return slices.DeleteFunc(slices.Clone(t.check().All), func(r budget.Recht) bool {
		a := t.answer(&r)
		return a != no && a != unsure || r.State == budget.RechtNee || len(r.Papers) == 0
	})
}

// employerForm is the page of the sheet for the employer: hours and days, nothing about money.
func (t *Talk) employerForm() (left, right []Section) {
	m := &t.asks
	if !m.Now.IsKnown() {
		if hours, ok := t.firstJobHours(); ok {
			m.Now = budget.Known(hours)
		}
	}
	s := Section{ID: "werkgever", Icon: "briefcase", Title: t.say("werkgever"), Intro: t.say("werkgever.uitleg")}
	s.Rows = []Row{t.hoursRow("werkgever.nu", "werkgever.nu", &m.Now, "uur_per_week", ""), t.hoursRow("werkgever.straks", "werkgever.straks", &m.Wished, "uur_per_week", "")}
	s.Rows = append(s.Rows, t.schemeDay("werkgever.vanaf", "werkgever.vanaf", (*string)(&m.From)))
	for _, day := range plan.WeekDays() {
		s.Rows = append(s.Rows, t.yesNoRow("werkgever.dag."+day, "werkgever.dag."+day, slices.Contains(m.Days, day), func(v bool) {
			m.Days = slices.DeleteFunc(m.Days, func(d string) bool { return d == day })
			if v {
				m.Days = append(m.Days, day)
			}
		}, ""))
	}
	s.Rows = append(s.Rows, t.yesNoRow("werkgever.soepel", "werkgever.soepel", m.MakesOwnHours, func(v bool) { m.MakesOwnHours = v }, ""))
	s.Actions = []Action{t.action("werkgever.maak", "werkgever.maak", "file-text", func() { t.MakePaper(Paper{Kind: EmployerPaper}) })}
	about := Section{ID: "werkgever.over", Icon: "info", Title: t.say("werkgever.over")}
	for n := range 3 {
		about.Rows = append(about.Rows, shown(fmt.Sprintf("werkgever.over.%d", n+1), t.say(fmt.Sprintf("werkgever.over.%d", n+1)), ""))
	}
	return []Section{s}, []Section{about}
}

// wished is what the sheet for the employer says.
func (t *Talk) wished() plan.MoreHours { return t.asks }

// firstJobHours are the hours a week of the first job in the file.
func (t *Talk) firstJobHours() (hours decimal.Decimal, ok bool) {
	for _, a := range t.household().Adults {
		if len(a.Jobs) > 0 {
			return a.Jobs[0].HoursPerWeek.Get()
		}
	}
	return decimal.Zero, false
}
