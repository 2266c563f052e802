package vm

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// The words of a municipal scheme, in the order of the form.
var (
	schemePers   = []string{"household", "adult", "child"}
	schemeKinds  = []string{"cash", "in-kind", "discount", "bill-cancelled"}
	schemePeriod = []string{"month", "year", "school-year", "once"}
	schemeBases  = []string{"norm-incl-holiday", "norm-excl-holiday", "gross", "own-amount"}
	schemeShapes = []string{"cliff", "steps", "linear", "capacity"}
	schemeAssets = []string{"none", "art34", "amount"}
)

// municipality is the page of the helper with the municipal schemes: the form of one, and what all of them do for this family.
func (t *Talk) municipality() (left, right []Section) {
	left = []Section{t.schemeFiles(), t.schemeList()}
	if at := t.openScheme(); at >= 0 {
		left = append(left, t.schemeForm(at)...)
	}
	if s := t.schemeLimits(); len(s.Rows) > 0 {
		right = append(right, s)
	}
	if at := t.openScheme(); at >= 0 && t.outcome != nil {
		right = append(right, t.shapesBeside(at)...)
	}
	if s := t.slopes(); len(s.Rows) > 0 {
		right = append(right, s)
	}
	right = append(right, t.childOffer(), t.barriers())
	return left, right
}

// openScheme is the scheme whose form is open, -1 for none.
func (t *Talk) openScheme() int {
	all := t.household().LocalSchemes
	if i := slices.IndexFunc(all, func(l budget.LocalScheme) bool { return l.ID == t.scheme }); i >= 0 {
		return i
	}
	return len(all) - 1
}

// schemeFiles reads and writes the schemes of a municipality in a file of their own.
func (t *Talk) schemeFiles() Section {
	s := Section{ID: "gemeente.bestand", Icon: "landmark", Title: t.say("gemeente"), Intro: t.say("gemeente.uitleg")}
	choices := make([]Option, 0, len(assets.Schemes()))
	for _, e := range assets.Schemes() {
		choices = append(choices, Option{ID: e.ID, Label: t.say("gemeente.voorbeeld." + e.ID)})
	}
	t.bind("gemeente.voorbeeld", func(id string) {
		for _, e := range assets.Schemes() {
			if e.ID == id {
				t.takeSchemes(e.Data)
			}
		}
	})
	s.Rows = []Row{{ID: "gemeente.voorbeeld", Label: t.say("gemeente.voorbeeld"), Note: t.say("gemeente.verzonnen"),
		Fields: []Field{{ID: "gemeente.voorbeeld", Kind: SelectField, Width: Wide, Placeholder: t.say("kies"), Options: choices}}}}
	for i, fault := range t.schemeFaults {
		s.Rows = append(s.Rows, Row{ID: fmt.Sprintf("gemeente.fout[%d]", i), Hint: fault, Fields: []Field{{Kind: ShownValue}}})
	}
	s.Actions = []Action{t.action("gemeente.open", "gemeente.open", "folder-open", func() {
		if t.window != nil {
			t.window.AskFile(t.readSchemeFile)
		}
	})}
	if h := t.household(); len(h.LocalSchemes) > 0 || len(h.ChildOffer) > 0 {
		s.Actions = append(s.Actions, t.action("gemeente.bewaar", "gemeente.bewaar", "save", func() { t.MakePaper(Paper{Kind: SchemesPaper}) }))
	}
	return s
}

func (t *Talk) readSchemeFile(path string) {
	data, err := store.ReadBytes(path)
	if err != nil {
		t.CannotRead()
		return
	}
	t.ReadSchemes(data)
}

// ReadSchemes takes the schemes of a file over. Faults are listed and nothing is taken.
func (t *Talk) ReadSchemes(data []byte) {
	t.takeSchemes(data)
	t.compute()
	t.hours.stale()
	t.changed()
}

func (t *Talk) takeSchemes(data []byte) {
	t.schemeFaults = nil
	file, faults := store.DecodeSchemes(data)
	if len(faults) > 0 {
		for _, f := range faults {
			t.schemeFaults = append(t.schemeFaults, strings.TrimSpace(f.Field+" ")+": "+t.faultSentence(f))
		}
		return
	}
	h := t.household()
	for _, l := range file.Schemes {
		if at := slices.IndexFunc(h.LocalSchemes, func(x budget.LocalScheme) bool { return x.ID == l.ID }); at >= 0 {
			l.Override = h.LocalSchemes[at].Override
			h.LocalSchemes[at] = l
		} else {
			h.LocalSchemes = append(h.LocalSchemes, l)
		}
		t.scheme = l.ID
	}
	t.forgetUnder("household.localSchemes")
	for _, o := range file.Offer {
		h.SetOffer(o.ID, o.Answer)
	}
	if file.Phone != "" && t.plan().MunicipalityPhone == "" && t.numberFault(file.Phone) == "" { // what was typed stays
		if t.doc.Plan == nil {
			t.doc.Plan = &plan.Plan{}
		}
		t.doc.Plan.MunicipalityPhone = file.Phone
	}
	t.Say("gemeente.gelezen", i18n.Args{"aantal": len(file.Schemes), "naam": file.Name})
}

// schemesFile is what the export writes.
func (t *Talk) schemesFile() store.SchemeFile {
	all := t.household().LocalSchemes
	f := store.SchemeFile{Name: t.say("gemeente"), Version: "1", Date: plan.DayOf(t.Today), Schemes: all,
		Phone: t.plan().MunicipalityPhone, Offer: t.household().ChildOffer}
	if len(all) > 0 && all[0].Owner != "" {
		f.Name, f.Owner = all[0].Owner, all[0].Owner
	}
	return f
}

// schemeList has a row for each scheme, to open its form.
func (t *Talk) schemeList() Section {
	h := t.household()
	s := Section{ID: "gemeente.lijst", Icon: "list-checks", Title: t.say("gemeente.lijst")}
	if len(h.LocalSchemes) == 0 {
		s.Intro = t.say("gemeente.geen")
	}
	if len(h.LocalSchemes) > 1 {
		choices := make([]Option, len(h.LocalSchemes))
		for i := range h.LocalSchemes {
			choices[i] = Option{ID: h.LocalSchemes[i].ID, Label: t.schemeName(i)}
		}
		t.bind("gemeente.kies", func(id string) { t.scheme = id })
		s.Rows = []Row{{ID: "gemeente.kies", Label: t.say("gemeente.kies"), Fields: []Field{{ID: "gemeente.kies", Kind: SelectField, Width: Wide,
			Value: h.LocalSchemes[t.openScheme()].ID, Options: choices}}}}
	}
	s.Actions = []Action{t.action("household.localSchemes.add", "gemeente.erbij", "plus", func() {
		taken := func(id string) bool {
			return slices.ContainsFunc(h.LocalSchemes, func(l budget.LocalScheme) bool { return l.ID == id })
		}
		t.scheme = newID("l", taken)
		h.LocalSchemes = append(h.LocalSchemes, budget.LocalScheme{ID: t.scheme, Per: "household", Kind: "cash", Period: "year",
			IncomeBase: "norm-incl-holiday", NormIgnoresCostSharers: true, CountExemptWage: true, Shape: "cliff", LimitFull: budget.Known(decimal.New(12, -1)),
			AssetTest: budget.AssetTest{Kind: "art34"}, NeedsApplication: true, CountsAsCash: true,
			ValidFrom: fmt.Sprintf("%d-01-01", h.Year), CheckedOn: t.Today.Format("2006-01-02")})
	})}
	return s
}

func (t *Talk) schemeName(i int) string {
	if name := t.household().LocalSchemes[i].Name; name != "" {
		return name
	}
	return t.say("gemeente.nummer", i18n.Args{"nummer": i + 1})
}

// schemeForm asks for everything that a scheme has, in four cards.
func (t *Talk) schemeForm(i int) []Section {
	l := &t.household().LocalSchemes[i]
	id := fmt.Sprintf("household.localSchemes[%d]", i)
	return []Section{t.schemeWhat(l, id, i), t.schemeLimit(l, id), t.schemeWhen(l, id), t.schemeOverride(l, id)}
}

func (t *Talk) schemeWhat(l *budget.LocalScheme, id string, i int) Section {
	s := Section{ID: id, Icon: "pencil", Title: t.schemeName(i)}
	name, owner := t.textField(id+".name", &l.Name, "gemeente.naam.voorbeeld"), t.textField(id+".owner", &l.Owner, "gemeente.van.voorbeeld")
	name.Width, owner.Width = Wide, Wide
	s.Rows = []Row{
		{ID: id + ".name", Label: t.say("gemeente.naam"), Fields: []Field{name}, Hint: t.faultAt(id + ".name")},
		{ID: id + ".owner", Label: t.say("gemeente.van"), Fields: []Field{owner}, Hint: t.faultAt(id + ".owner")},
		t.wordRow(id+".kind", "gemeente.soort", "regeling.soort.", &l.Kind, schemeKinds),
		t.amountRow(id+".amount", "gemeente.bedrag", &l.Amount, "", ""),
		t.wordRow(id+".period", "gemeente.periode", "regeling.periode.", &l.Period, schemePeriod),
		t.wordRow(id+".per", "gemeente.per", "regeling.per.", &l.Per, schemePers),
	}
	if l.Per == "child" || l.Per == "adult" {
		s.Rows = append(s.Rows, Row{ID: id + ".ageMin", Label: t.say("gemeente.leeftijd"), Hint: t.faultAt(id+".ageMin", id+".ageMax"), Fields: []Field{
			t.wholeField(id+".ageMin", &l.AgeMin, t.say("gemeente.vanaf")), t.wholeField(id+".ageMax", &l.AgeMax, t.say("gemeente.tot_en_met"))}})
	}
	s.Rows = append(s.Rows,
		t.yesNoRow(id+".countsAsCash", "gemeente.telt", l.CountsAsCash, func(v bool) { l.CountsAsCash = v }, "gemeente.telt"),
		t.yesNoRow(id+".needsApplication", "gemeente.aanvragen", l.NeedsApplication, func(v bool) { l.NeedsApplication = v }, ""))
	s.Actions = []Action{t.action(id+".remove", "gemeente.weg", "trash-2", func() {
		h := t.household()
		h.LocalSchemes = slices.Delete(h.LocalSchemes, i, i+1)
		t.forgetRow(id)
	})}
	return s
}

// schemeLimit asks up to which income, and how the scheme ends there.
func (t *Talk) schemeLimit(l *budget.LocalScheme, id string) Section {
	s := Section{ID: id + ".grens", Icon: "scale", Title: t.say("gemeente.grens"), Intro: t.say("gemeente.grens.uitleg")}
	s.Rows = []Row{
		t.wordRow(id+".incomeBase", "gemeente.inkomen", "regeling.basis.", &l.IncomeBase, schemeBases),
		t.wordRow(id+".shape", "gemeente.vorm", "regeling.vorm.", &l.Shape, schemeShapes),
	}
	switch l.Shape {
	case "cliff":
		s.Rows = append(s.Rows, t.limitRow(l, id+".limitFull", "gemeente.tot", &l.LimitFull))
	case "linear":
		s.Rows = append(s.Rows, t.limitRow(l, id+".limitFull", "gemeente.alles_tot", &l.LimitFull), t.limitRow(l, id+".limitZero", "gemeente.niets_vanaf", &l.LimitZero))
	case "steps":
		s.Rows = append(s.Rows, t.stepRows(l, id)...)
	case "capacity":
		if l.Capacity == nil {
			l.Capacity = &budget.Capacity{}
		}
		s.Rows = append(s.Rows, t.limitRow(l, id+".capacity.freeLimit", "gemeente.vrij_tot", &l.Capacity.FreeLimit),
			t.percentRow(id+".capacity.share", "gemeente.deel", &l.Capacity.Share))
	}
	if r := t.faultAt(id+".steps", id+".capacity"); r != "" {
		s.Rows = append(s.Rows, Row{ID: id + ".vorm.fout", Hint: r, Fields: []Field{{Kind: ShownValue}}})
	}
	if l.Shape == "steps" {
		s.Actions = []Action{t.action(id+".steps.add", "gemeente.trede.erbij", "plus", func() { l.Steps = append(l.Steps, budget.SchemeStep{}) })}
	}
	s.Rows = append(s.Rows, t.wordRow(id+".assetTest.kind", "gemeente.vermogen", "regeling.vermogen.", &l.AssetTest.Kind, schemeAssets))
	if l.AssetTest.Kind == "amount" {
		s.Rows = append(s.Rows, t.amountRow(id+".assetTest.limit", "gemeente.vermogen.grens", &l.AssetTest.Limit, "", ""))
	}
	s.Rows = append(s.Rows,
		t.yesNoRow(id+".normIgnoresCostSharers", "gemeente.kostendelers", l.NormIgnoresCostSharers, func(v bool) { l.NormIgnoresCostSharers = v }, "gemeente.kostendelers"),
		t.yesNoRow(id+".countExemptWage", "gemeente.vrijgelaten", l.CountExemptWage, func(v bool) { l.CountExemptWage = v }, "gemeente.vrijgelaten"))
	return s
}

// schemeWhen asks for how long, and where it was read.
func (t *Talk) schemeWhen(l *budget.LocalScheme, id string) Section {
	s := Section{ID: id + ".wanneer", Icon: "calendar-days", Title: t.say("gemeente.wanneer")}
	source := t.textField(id+".sourceUrl", &l.SourceURL, "gemeente.bron.voorbeeld")
	source.Width = Wide
	history := &l.NeedsBijstandHistoryMonths
	t.bind(id+".needsBijstandHistoryMonths", func(text string) {
		*history, _ = strconv.Atoi(strings.TrimSpace(text))
	})
	s.Rows = []Row{
		t.schemeDay(id+".validFrom", "gemeente.geldt_van", &l.ValidFrom),
		t.schemeDay(id+".validTo", "gemeente.geldt_tot", &l.ValidTo),
		{ID: id + ".needsBijstandHistoryMonths", Label: t.say("gemeente.maanden"), Note: t.say("gemeente.maanden.noot"), Hint: t.faultAt(id + ".needsBijstandHistoryMonths"),
			Fields: []Field{{ID: id + ".needsBijstandHistoryMonths", Kind: AmountField, Width: Narrow, Value: strconv.Itoa(*history), Unit: t.unit("maanden")}}},
		{ID: id + ".sourceUrl", Label: t.say("gemeente.bron"), Fields: []Field{source}, Hint: t.faultAt(id + ".sourceUrl")},
		t.schemeDay(id+".checkedOn", "gemeente.gecontroleerd", &l.CheckedOn),
	}
	return s
}

// schemeOverride keeps what the municipality decided for this family alone, and why.
func (t *Talk) schemeOverride(l *budget.LocalScheme, id string) Section {
	s := Section{ID: id + ".besluit", Icon: "user", Title: t.say("gemeente.besluit"), Intro: t.say("gemeente.besluit.uitleg")}
	s.Rows = []Row{t.yesNoRow(id+".override", "gemeente.besluit.vraag", l.Override != nil, func(v bool) {
		if l.Override = nil; v {
			l.Override = &budget.SchemeOverride{}
		}
	}, "")}
	if l.Override == nil {
		return s
	}
	note := t.textField(id+".override.note", &l.Override.Note, "gemeente.besluit.voorbeeld")
	note.Width = Wide
	s.Rows = append(s.Rows, t.amountRow(id+".override.perYear", "gemeente.besluit.bedrag", &l.Override.PerYear, "jaar", ""),
		Row{ID: id + ".override.note", Label: t.say("gemeente.besluit.waarom"), Fields: []Field{note}, Hint: t.faultAt(id + ".override.note")})
	return s
}

// wordRow asks for one of the words of a scheme.
func (t *Talk) wordRow(id, label, words string, value *string, kinds []string) Row {
	t.bind(id, func(chosen string) { *value = chosen })
	all := make([]Option, len(kinds))
	for i, k := range kinds {
		all[i] = Option{ID: k, Label: t.Words.T(words + k)}
	}
	return Row{ID: id, Label: t.say(label), Hint: t.faultAt(id), Fields: []Field{{ID: id, Kind: SelectField, Width: Wide, Value: *value, Placeholder: t.say("kies"), Options: all}}}
}

// wholeField is a whole number that may be absent.
func (t *Talk) wholeField(id string, n **int, label string) Field {
	t.bind(id, func(text string) {
		delete(t.typed, id)
		*n = nil
		switch v, err := strconv.Atoi(strings.TrimSpace(text)); {
		case err == nil:
			*n = &v
		case strings.TrimSpace(text) != "":
			t.typed[id] = text
		}
	})
	f := Field{ID: id, Kind: AmountField, Width: Narrow, Label: label, Value: t.typed[id]}
	if *n != nil {
		f.Value = strconv.Itoa(**n)
	}
	return f
}

// limitRow asks for a limit: in percent of the norm, or in euro a month.
func (t *Talk) limitRow(l *budget.LocalScheme, id, label string, a *budget.Amount) Row {
	if l.IncomeBase == "gross" || l.IncomeBase == "own-amount" {
		return t.amountRow(id, label, a, "maand", "")
	}
	r := t.percentRow(id, label, a)
	r.Fields[0].Unit = t.unit("procent_norm")
	return r
}

// percentRow asks in percent for what the file has as a share.
func (t *Talk) percentRow(id, label string, a *budget.Amount) Row {
	return Row{ID: id, Label: t.say(label), Hint: t.hintFor(id, i18n.ParseHours), Fields: []Field{t.percentField(id, a)}}
}

func (t *Talk) percentField(id string, a *budget.Amount) Field {
	shown := budget.Amount{}
	if d, known := a.Get(); known {
		shown = budget.Known(d.Shift(2))
	}
	f := t.amountField(id, &shown, i18n.ParseHours, "procent")
	set := t.bound[id]
	t.bind(id, func(text string) {
		set(text)
		if *a = (budget.Amount{}); shown.IsKnown() {
			*a = budget.Known(shown.Or(decimal.Zero).Shift(-2))
		}
	})
	f.Width = Narrow
	return f
}

// stepRows are the steps, each with its limit and its share.
func (t *Talk) stepRows(l *budget.LocalScheme, id string) []Row {
	var rows []Row
	for i := range l.Steps {
		at := fmt.Sprintf("%s.steps[%d]", id, i)
		to := t.limitRow(l, at+".to", "gemeente.trede", &l.Steps[i].To)
		to.Label = t.say("gemeente.trede", i18n.Args{"nummer": i + 1})
		share := t.percentField(at+".share", &l.Steps[i].Share)
		share.Unit, share.Label = t.unit("procent_bedrag"), ""
		to.Fields = append(to.Fields, share, t.removeField(at+".remove", "gemeente.trede.weg", func() { l.Steps = slices.Delete(l.Steps, i, i+1) }))
		to.Hint = t.faultAt(at+".to", at+".share")
		rows = append(rows, to)
	}
	return rows
}

// schemeDay asks for a day of a scheme; other words than a date are a fault at the field.
func (t *Talk) schemeDay(id, label string, day *string) Row {
	f := t.textField(id, day, "gemeente.dag.voorbeeld")
	t.bind(id, func(text string) {
		if *day = strings.TrimSpace(text); *day == "" {
			return
		}
		if date, ok := parseDate(text, t.Today); ok {
			*day = string(plan.DayOf(date))
		}
	})
	if date, ok := plan.Day(*day).Date(); ok {
		f.Value = i18n.DateShort(date)
	}
	return Row{ID: id, Label: t.say(label), Fields: []Field{f}, Hint: t.faultAt(id)}
}
