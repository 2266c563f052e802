package command

import (
	"encoding/json"
	"fmt"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/i18n"
)

func bereken(s *session, o *options) error {
	if o.file == "-" && o.has(flagJSON) && !o.has(flagPassphrase) {
		return s.stream(o.has(flagExplain))
	}
	d, err := s.document(o)
	if err != nil {
		return err
	}
	r, trace, err := s.year(&d.Household, o.has(flagExplain))
	if err != nil {
		return err
	}
	if o.has(flagJSON) {
		return s.answer(r, trace)
	}
	if err := s.printYear(r); err != nil {
		return err
	}
	if o.has(flagMonths) {
		s.printMonths(&d.Household)
	}
	if o.has(flagSlip) {
		s.printSlips(&d.Household)
	}
	if trace != nil {
		s.printTrace(trace, &d.Household)
	}
	return nil
}

// year computes the year; the trace is nil when nobody asks for it.
func (s *session) year(h *budget.Household, explain bool) (*budget.Result, *budget.Trace, error) {
	if explain {
		return s.engine.Explain(h)
	}
	r, err := s.engine.Year(h)
	return r, nil, err
}

// yearAnswer is what `bereken --json` prints. An amount that is unknown is null.
type yearAnswer struct {
	Year               int               `json:"year"`
	Rules              rulesAnswer       `json:"rules"`
	Components         []componentAnswer `json:"components"`
	Persons            []personAnswer    `json:"persons"`
	DisposablePerYear  *string           `json:"disposablePerYear"`
	DisposablePerMonth *string           `json:"disposablePerMonth"`
	Remarks            []budget.Reason   `json:"remarks"`
	Explanation        []sectionAnswer   `json:"explanation,omitempty"`
}

type rulesAnswer struct {
	Checked     string `json:"checked"`
	Preliminary bool   `json:"preliminary"`
}

type componentAnswer struct {
	ID      string        `json:"id"`
	State   string        `json:"state"`
	PerYear *string       `json:"perYear"`
	Reason  budget.Reason `json:"reason"`
}

type personAnswer struct {
	ID               string  `json:"id"`
	FiscalWage       *string `json:"fiscalWage"`
	Toetsingsinkomen *string `json:"toetsingsinkomen"`
	Tax              *string `json:"tax"`
}

// answer prints the year as one line of JSON.
func (s *session) answer(r *budget.Result, trace *budget.Trace) error {
	line, err := s.yearJSON(r, trace)
	if err != nil {
		return err
	}
	s.out.Write(line)
	return nil
}

// yearJSON is the year as one line of JSON, with its line end.
func (s *session) yearJSON(r *budget.Result, trace *budget.Trace) ([]byte, error) {
	set, err := s.engine.Rules(r.Year)
	if err != nil {
		return nil, err
	}
	a := yearAnswer{
		Year:    r.Year,
		Rules:   rulesAnswer{set.Checked.Format("2006-01-02"), set.Preliminary()},
		Persons: persons(r),
		Remarks: append([]budget.Reason{}, r.Remarks...),
	}
	for c := range budget.NumComponents {
		o := r.Of(c)
		a.Components = append(a.Components, componentAnswer{c.String(), o.State.String(), cents(o.PerYear, o.State != budget.Unknown), o.Reason})
	}
	a.DisposablePerYear = cents(r.Disposable())
	a.DisposablePerMonth = cents(r.DisposablePerMonth())
	if trace != nil {
		a.Explanation = s.sections(trace)
	}
	line, err := json.Marshal(a)
	if err != nil {
		return nil, fmt.Errorf("command: %w", err)
	}
	return append(line, '\n'), nil
}

// persons leaves out what rests on something unknown.
func persons(r *budget.Result) []personAnswer {
	known := func(components ...budget.Component) bool {
		for _, c := range components {
			if r.Of(c).State == budget.Unknown {
				return false
			}
		}
		return true
	}
	wage := known(budget.Loon, budget.Pensioenpremie)
	income := wage && known(budget.Uitkering, budget.Winst, budget.Bijstand)
	answers := make([]personAnswer, 0, r.Adults)
	for _, p := range r.Persons[:r.Adults] {
		answers = append(answers, personAnswer{p.ID, cents(p.FiscalWage, wage), cents(p.Toetsingsinkomen, income),
			cents(p.Tax, known(budget.Inkomstenbelasting))})
	}
	return answers
}

// cents is an amount in euro with two decimals, or nothing when it is not known.
func cents(d decimal.Decimal, known bool) *string {
	if !known {
		return nil
	}
	s := d.StringFixed(2)
	return &s
}

// printYear prints the year for people.
func (s *session) printYear(r *budget.Result) error {
	set, err := s.engine.Rules(r.Year)
	if err != nil {
		return err
	}
	s.print("opdracht.jaar", i18n.Args{"jaar": r.Year, "dag": i18n.DateShort(set.Checked)})
	if set.Preliminary() {
		s.print("opdracht.voorlopig", nil)
	}
	fmt.Fprintln(&s.out)

	t := table{right: []bool{false, true, false}}
	t.add("", s.words.T("opdracht.per_jaar"), "")
	for c := range budget.NumComponents {
		o := r.Of(c)
		t.add(s.words.T("onderdeel."+c.String()), s.amount(o), s.reason(o))
	}
	t.add()
	perYear, known := r.Disposable()
	t.add(s.words.T("opdracht.over_per_jaar"), s.euro(perYear, known), "")
	perMonth, known := r.DisposablePerMonth()
	t.add(s.words.T("opdracht.over_per_maand"), s.euro(perMonth, known), "")
	t.write(&s.out)

	for _, remark := range r.Remarks {
		fmt.Fprintln(&s.out)
		s.print("opmerking."+string(remark), nil)
	}
	return nil
}

func (s *session) amount(o budget.Outcome) string {
	if o.State == budget.None {
		return s.words.T("opdracht.geen")
	}
	return s.euro(o.PerYear, o.State != budget.Unknown)
}

func (s *session) reason(o budget.Outcome) string {
	if o.Reason == "" {
		return ""
	}
	return s.words.T("reden." + string(o.Reason))
}

func (s *session) euro(d decimal.Decimal, known bool) string {
	if !known {
		return s.words.T("opdracht.onbekend")
	}
	return i18n.Euro(d)
}

// print prints one sentence of the catalogue.
func (s *session) print(key string, args i18n.Args) { fmt.Fprintln(&s.out, s.words.T(key, args)) }
