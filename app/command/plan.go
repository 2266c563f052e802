package command

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"perspectief/app/store"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/plan"
)

// perspectiefplan prints the plan of the family, as PDF, as plain text, as a web page to read aloud or as a calendar.
func perspectiefplan(s *session, o *options) error {
	if err := o.oneForm(); err != nil {
		return err
	}
	date, err := o.date()
	if err != nil {
		return err
	}
	language, err := o.language()
	if err != nil {
		return err
	}
	words, err := i18n.Load(i18n.SimpleDutch) // what a family reads
	if err != nil {
		return err
	}
	d, err := s.document(o)
	if err != nil {
		return err
	}
	if o.has(flagLanguage) {
		d.Plan = inLanguage(d.Plan, language)
	}
	if o.has(flagStrict) {
		if faults := missing(d.Plan, words); len(faults) > 0 {
			return &faultsError{faults}
		}
	}
	family := plan.Case{Household: &d.Household, Budget: d.Budget, Debts: d.Debts, Help: d.DebtHelp, Norms: d.Norms, Plan: d.Plan, Scenarios: d.Scenarios}
	check, err := s.engine.Rechten(&d.Household, budget.RechtenOptions{Today: date, Own: d.Budget})
	if err != nil {
		return err
	}
	family.Rights = plan.RightsToAsk(check, &d.Household, plan.Answers{Rights: d.Rights, Own: d.Budget}, words)
	if o.has(flagICS) {
		events, err := plan.Agenda(s.engine, family, words, date)
		if err != nil {
			return err
		}
		return s.save(o, func(b *bytes.Buffer) error { return plan.WriteICS(b, events, date) })
	}
	document, err := s.composed(o, family, words, date)
	if err != nil {
		return err
	}
	if o.has(flagLarge) {
		document.Look = plan.Large
	}
	return s.write(o, document, date)
}

// oneForm refuses two forms at once, and a PDF on the screen when nobody says where it goes.
func (o *options) oneForm() error {
	forms := 0
	for _, k := range []option{flagText, flagHTML, flagICS} {
		if o.has(k) {
			forms++
		}
	}
	switch {
	case forms > 1:
		return usage("opdracht.twee_vormen", nil)
	case forms == 0 && !o.has(flagOutput):
		return usage("opdracht.geen_uitvoer", nil)
	}
	return nil
}

// composed is the whole plan, or the page of one child alone.
func (s *session) composed(o *options, family plan.Case, words *i18n.Catalogue, date time.Time) (plan.Document, error) {
	if !o.has(flagChild) {
		return plan.Prepare(s.engine, family, words, date)
	}
	document, ok, err := plan.PrepareChild(s.engine, family, o.value(flagChild), words, date)
	if err == nil && !ok {
		err = &faultsError{[]budget.FieldError{{Field: "plan.children", Key: "opdracht.geen_kindblad", Args: i18n.Args{"id": o.value(flagChild)}}}}
	}
	return document, err
}

// write gives a document in the form that the options ask for.
func (s *session) write(o *options, document plan.Document, date time.Time) error {
	switch {
	case o.has(flagText):
		return s.save(o, func(b *bytes.Buffer) error { return plan.WriteText(b, document) })
	case o.has(flagHTML):
		return s.save(o, func(b *bytes.Buffer) error { return plan.WriteHTML(b, document) })
	}
	return s.savePDF(o, document, date)
}

// missing lists what a plan cannot do without and does not have.
func missing(p *plan.Plan, words *i18n.Catalogue) []budget.FieldError {
	var faults []budget.FieldError
	for _, id := range p.Missing() {
		faults = append(faults, budget.FieldError{Field: "plan", Key: "opdracht.plan_mist", Args: i18n.Args{"wat": words.T(id)}})
	}
	return faults
}

func (s *session) savePDF(o *options, document plan.Document, date time.Time) error {
	fonts := plan.Fonts{Regular: assets.FontRegular(), Bold: assets.FontBold()}
	err := s.save(o, func(b *bytes.Buffer) error { return plan.WritePDF(b, document, fonts, date) })
	var glyph *plan.MissingGlyphError
	if errors.As(err, &glyph) {
		return &faultsError{[]budget.FieldError{{Field: "plan", Key: "opdracht.letter_ontbreekt",
			Args: i18n.Args{"letter": string(glyph.Letter), "code": fmt.Sprintf("%U", glyph.Letter)}}}}
	}
	return err
}

// save puts what write makes in the file that the options name, whole or not at all, or on stdout.
func (s *session) save(o *options, write func(*bytes.Buffer) error) error {
	if path := o.value(flagOutput); path != "" && path != "-" {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			return err
		}
		return store.WriteFile(path, b.Bytes())
	}
	return write(&s.out)
}

// date is the day to print: the option, or today.
func (o *options) date() (time.Time, error) {
	if !o.has(flagDate) {
		return time.Now(), nil
	}
	date, err := time.Parse(time.DateOnly, o.value(flagDate))
	if err != nil {
		return date, usage("opdracht.datum", i18n.Args{"datum": o.value(flagDate)})
	}
	return date, nil
}

// language is the language to print: nl, or one that stands beside Dutch.
func (o *options) language() (string, error) {
	language := strings.ToLower(o.value(flagLanguage))
	if o.has(flagLanguage) && !slices.Contains(plan.Languages(), language) {
		return "", usage("opdracht.taal", i18n.Args{"taal": language, "toegestaan": strings.Join(plan.Languages(), ", ")})
	}
	return language, nil
}

// inLanguage is the plan with another choice of language, in copy.
func inLanguage(p *plan.Plan, language string) *plan.Plan {
	chosen := *cmp.Or(p, &plan.Plan{})
	chosen.Print.Language = language
	return &chosen
}
