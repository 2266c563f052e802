package vm

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// importedNorms is how a norm set comes into the window.
type importedNorms struct {
	pick   func(use func(data []byte)) // lets somebody choose a file
	faults []budget.NormFault          // of the file that was chosen last
}

// MaxNormFile is how much of a file with a norm set is read, in bytes: no more than a case file can hold.
const MaxNormFile = store.MaxSize

// OnPickNorms tells how a file with a norm set is chosen.
func (t *Talk) OnPickNorms(pick func(use func(data []byte))) { t.imported.pick = pick }

// ImportNorms takes over a norm set, or lists everything that is wrong with the file. What the family pays stays as it is.
func (t *Talk) ImportNorms(data []byte) {
	set, faults := budget.ImportNorms(data)
	t.imported.faults = faults
	if set != nil {
		layer := &budget.NormLayer{Kind: set.Kinds()[0], Set: *set}
		if old := t.doc.Norms; old != nil {
			layer.Dwelling, layer.Vehicles, layer.Pets, layer.Persons = old.Dwelling, old.Vehicles, old.Pets, old.Persons
		}
		t.doc.Norms = layer
	}
	t.compute()
	t.hours.stale()
	t.refreshHours()
	t.changed()
}

// normsForm is the page "normen": the norm set of an organisation.
func (t *Talk) normsForm() (left, right []Section) {
	left = []Section{t.normSet()}
	if len(t.imported.faults) > 0 {
		right = append(right, t.normFaults())
	}
	if t.doc.Norms != nil && t.overview != nil {
		if s := t.normGaps(); len(s.Rows) > 0 {
			right = append(right, s)
		}
	}
	return left, right
}

// normSet tells which set there is, and asks what it needs to know.
func (t *Talk) normSet() Section {
	s := Section{ID: "normen", Icon: "book-open", Title: t.say("normen"), Intro: t.say("normen.uitleg")}
	pick := t.action("normen.kies", "normen.kies", "folder-open", func() {
		if t.imported.pick != nil {
			t.imported.pick(t.ImportNorms)
		}
	})
	s.Actions = []Action{pick}
	layer := t.doc.Norms
	if layer == nil {
		s.Rows = []Row{shown("normen.geen", t.say("normen.geen"), "")}
		return s
	}
	from, to := layer.Set.Valid()
	until := t.say("normen.geldig_vanaf", i18n.Args{"dag": t.dayWords(from)})
	if to != "" {
		until = t.say("normen.geldig_tot", i18n.Args{"dag": t.dayWords(from), "dag_tot": t.dayWords(to)})
	}
	s.Intro = t.say("normen.gebruik")
	s.Rows = []Row{
		noted(shown("normen.naam", layer.Set.Name, ""), layer.Set.Owner),
		noted(shown("normen.licentie", t.say("normen.licentie"), ""), layer.Set.LicenceNote),
		noted(shown("normen.geldig", t.say("normen.geldig"), ""), until),
		shown("normen.regels", t.say("normen.regels"), strconv.Itoa(len(layer.Set.Rules))),
	}
	if kinds := layer.Set.Kinds(); len(kinds) > 1 {
		t.bind("norms.kind", func(chosen string) { layer.Kind = budget.SetKind(chosen) })
		f := Field{ID: "norms.kind", Kind: ChoiceField, Value: string(layer.Kind)}
		for _, k := range kinds {
			f.Options = append(f.Options, Option{ID: string(k), Label: t.Words.T("budget.set." + string(k))})
		}
		s.Rows = append(s.Rows, Row{ID: "norms.kind", Label: t.say("normen.soort"), Fields: []Field{f}})
	}
	s.Rows = append(s.Rows, t.normQuestions(layer)...)
	s.Actions = append(s.Actions, t.action("normen.weg", "normen.weg", "trash-2", func() { t.doc.Norms = nil }))
	return s
}

// normQuestions ask what only this set wants to know.
func (t *Talk) normQuestions(layer *budget.NormLayer) []Row {
	var rows []Row
	asks := layer.Asks()
	if asks.Dwelling {
		t.bind("norms.dwelling", func(chosen string) { layer.Dwelling = budget.Dwelling(chosen) })
		f := Field{ID: "norms.dwelling", Kind: SelectField, Value: string(layer.Dwelling), Placeholder: t.say("kies"), Width: Wide}
		for _, d := range budget.Dwellings() {
			f.Options = append(f.Options, Option{ID: string(d), Label: t.Words.T("budget.norm.woning." + string(d))})
		}
		rows = append(rows, Row{ID: "norms.dwelling", Label: t.say("normen.woning"), Fields: []Field{f}})
	}
	if asks.Vehicles {
		rows = append(rows, t.countRow("norms.vehicles", "normen.autos", &layer.Vehicles))
	}
	if asks.Pets {
		rows = append(rows, t.countRow("norms.pets", "normen.dieren", &layer.Pets))
	}
	if asks.Sex {
		h := t.household()
		for i, a := range h.Adults {
			rows = append(rows, t.sexRow(layer, a.ID, t.nameOf(i)))
		}
		for i, c := range h.Children {
			rows = append(rows, t.sexRow(layer, c.ID, t.childName(i)))
		}
	}
	return rows
}

// countRow asks how many there are; nothing chosen is not the same as none.
func (t *Talk) countRow(id, label string, count **int) Row {
	t.bind(id, func(chosen string) {
		if n, err := strconv.Atoi(chosen); err == nil {
			*count = &n
		}
	})
	f := Field{ID: id, Kind: SelectField, Placeholder: t.say("kies")}
	if *count != nil {
		f.Value = strconv.Itoa(**count)
	}
	for n := range 6 {
		f.Options = append(f.Options, Option{ID: strconv.Itoa(n), Label: strconv.Itoa(n)})
	}
	return Row{ID: id, Label: t.say(label), Fields: []Field{f}}
}

func (t *Talk) sexRow(layer *budget.NormLayer, id, name string) Row {
	field := "norms.persons." + id
	at := slices.IndexFunc(layer.Persons, func(p budget.NormPerson) bool { return p.ID == id })
	f := Field{ID: field, Kind: ChoiceField}
	if at >= 0 {
		f.Value = string(layer.Persons[at].Sex)
	}
	for _, s := range budget.Sexes() {
		f.Options = append(f.Options, Option{ID: string(s), Label: t.Words.T("budget.norm.geslacht." + string(s))})
	}
	t.bind(field, func(chosen string) {
		layer.Persons = slices.DeleteFunc(layer.Persons, func(p budget.NormPerson) bool { return p.ID == id })
		layer.Persons = append(layer.Persons, budget.NormPerson{ID: id, Sex: budget.Sex(chosen)})
	})
	return Row{ID: field, Label: name, Fields: []Field{f}}
}

// normFaults lists what is wrong with the file, at its rows. A very long list is cut where nobody reads on.
func (t *Talk) normFaults() Section {
	const most = 25
	s := Section{ID: "normen.fouten", Icon: "triangle-alert", Title: t.say("normen.fouten"), Intro: t.say("normen.fouten.uitleg")}
	for i, f := range t.imported.faults {
		if i == most {
			s.Rows = append(s.Rows, shown("normen.fout.meer", t.Words.N("scherm.normen.fouten.meer", len(t.imported.faults)-most), ""))
			break
		}
		s.Rows = append(s.Rows, noted(shown(fmt.Sprintf("normen.fout.%d", i), t.normPlace(f), ""), t.Words.T(f.Key, f.Args)))
	}
	return s
}

func (t *Talk) normPlace(f budget.NormFault) string {
	switch {
	case f.Row == 0:
		return t.say("normen.bestand")
	case f.Column == "":
		return t.say("normen.rij", i18n.Args{"nummer": f.Row})
	}
	return t.say("normen.rij_kolom", i18n.Args{"nummer": f.Row, "naam": f.Column})
}

// normGaps are the lines that the set has and that cannot be reckoned for this family.
func (t *Talk) normGaps() Section {
	var gaps []budget.Norm
	for _, n := range t.doc.Norms.Norms(t.household(), t.outcome) {
		if line, _ := budget.LineOf(n.Key); n.State == budget.Unknown && line.Parent == "" {
			gaps = append(gaps, n)
		}
	}
	return Section{ID: "normen.gaten", Icon: "circle-help", Title: t.say("normen.gaten"), Intro: t.say("normen.gaten.uitleg"),
		Rows: t.originRows("normen.gat", gaps)}
}

// dayWords is a day of the file in words; what is no day stays as it is.
func (t *Talk) dayWords(day string) string {
	if date, ok := plan.Day(strings.TrimSpace(day)).Date(); ok {
		return i18n.DateShort(date)
	}
	return day
}
