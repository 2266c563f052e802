package budget

import (
	"fmt"
	"slices"
)

// SignalAnswer is what the family said to a question about a situation that the program does not cover: yes or no. A question
// that was not asked is not in the list.
type SignalAnswer struct {
	ID     string `json:"id"`
	Answer string `json:"answer"`
}

// The answers to the questions of the program.
const (
	AnswerYes     = "ja"
	AnswerNo      = "nee"
	AnswerUnknown = "weet_niet"
)

// Signaal is a situation that the program does not cover, or covers with care: its question and what it makes unknown.
type Signaal struct {
	ID         string      // of the catalogues: "signaal." + ID, with ".uitleg" and ".wie"
	Everything bool        // the whole result is unknown
	Unknown    []Component // these components are unknown
	Automatic  bool        // the file itself shows it; no question
	Remark     bool        // the amounts stand, with a remark
	asked      func(h *Household) bool
}

var (
	// afterTax are what depends on the taxable income of a year.
	afterTax = append([]Component{Inkomstenbelasting, Bijstand, Lokaal}, toeslagen...)
)

// Signalen lists the situations that matter for a household, the most drastic first. Those outside schema 1 (Pw art. 11, 13 and
// 24; Awir art. 9) make everything unknown, the others what they touch.
func Signalen(h *Household) []Signaal {
	return slices.DeleteFunc(allSignals(), func(s Signaal) bool {
		return s.asked != nil && !s.asked(h) && s.answer(h) != AnswerYes
	})
}

// allSignals lists every situation. Detention, a stay in an institution and a missing residence permit are one question, and the
// file does not say which of them it is: the sum does not need it, and it is nobody's business (AVG art. 5 and 9).
func allSignals() []Signaal {
	return []Signaal{
		{ID: "student", Everything: true},
		{ID: "buitenland", Everything: true},
		{ID: "bijzonder", Everything: true},
		{ID: "co_ouderschap", Everything: true, asked: hasChildren},
		{ID: "niet_verzekerd", Unknown: []Component{Zorgtoeslag}},
		{ID: "hypotheek", Unknown: afterTax, asked: func(h *Household) bool { return h.Housing.Kind == OwnHome }},
		{ID: "betaalt_alimentatie", Unknown: afterTax},
		{ID: "pleegkind", Unknown: []Component{Kinderbijslag, KindgebondenBudget}, asked: hasChildren},
		{ID: "ioaw", Unknown: []Component{Bijstand, Lokaal}},
		{ID: "bbz", Unknown: []Component{Bijstand, Lokaal}, asked: func(h *Household) bool { return hasProfit(h) && h.Bijstand.Claims }},
		{ID: "onderhuur", Unknown: []Component{Huurtoeslag}, asked: func(h *Household) bool { return len(h.OtherResidents) > 0 }},
		{ID: "beslag", Remark: true},
		{ID: "loonkostensubsidie", Remark: true, asked: hasWork},
		{ID: "dubbele_korting", Remark: true, Automatic: true, asked: creditTwice},
		{ID: "ww_en_werk", Remark: true, Automatic: true, asked: worksBeside(WW)},
		{ID: "wajong_en_werk", Remark: true, Automatic: true, asked: worksBeside(Wajong)},
		{ID: "wia_en_werk", Remark: true, Automatic: true, asked: worksBeside(WIA, WAO, ZW)},
		{ID: "anw_en_werk", Remark: true, Automatic: true, asked: worksBeside(Anw)},
	}
}

func hasChildren(h *Household) bool { return len(h.Children) > 0 }

func hasProfit(h *Household) bool {
	for i := range h.Adults {
		if h.Adults[i].Profit != nil {
			return true
		}
	}
	return false
}

func hasWork(h *Household) bool {
	for i := range h.Adults {
		if works(&h.Adults[i]) {
			return true
		}
	}
	return false
}

func works(a *Adult) bool {
	for k := range a.Jobs {
		if a.Jobs[k].HoursPerWeek.Or(one).Sign() > 0 {
			return true
		}
	}
	return false
}

// creditTwice tells whether somebody uses the loonheffingskorting at two employers at once.
func creditTwice(h *Household) bool {
	for i := range h.Adults {
		n := 0
		for _, j := range h.Adults[i].Jobs {
			if j.PayrollCredit && j.HoursPerWeek.Or(one).Sign() > 0 {
				n++
			}
		}
		if n > 1 {
			return true
		}
	}
	return false
}

// worksBeside tells whether somebody works beside a benefit from which earnings are taken off: the amount of the file holds for
// the present hours only.
func worksBeside(kinds ...BenefitKind) func(h *Household) bool {
	return func(h *Household) bool {
		for i := range h.Adults {
			if a := &h.Adults[i]; works(a) && receives(a, kinds...) {
				return true
			}
		}
		return false
	}
}

func receives(a *Adult, kinds ...BenefitKind) bool {
	for k := range a.Benefits {
		for _, kind := range kinds {
			if a.Benefits[k].Kind == kind && a.Benefits[k].GrossPerMonth.Or(one).Sign() > 0 {
				return true
			}
		}
	}
	return false
}

// SignalAnswer is what the family said to a question, "" when it was not asked.
func (h *Household) SignalAnswer(id string) string {
	for _, a := range h.Signals {
		if a.ID == id {
			return a.Answer
		}
	}
	return ""
}

// SetSignal keeps an answer.
func (h *Household) SetSignal(id, answer string) {
	for i := range h.Signals {
		if h.Signals[i].ID == id {
			h.Signals[i].Answer = answer
			return
		}
	}
	h.Signals = append(h.Signals, SignalAnswer{id, answer})
}

func (s *Signaal) answer(h *Household) string { return h.SignalAnswer(s.ID) }

// Applies tells whether the situation is there: said by the family, or shown by the file.
func (s *Signaal) Applies(h *Household) bool { return s.Automatic || s.answer(h) == AnswerYes }

// Reason is why amounts are unknown: "reden.signaal_..." of the catalogues.
func (s *Signaal) Reason() Reason { return Reason("signaal_" + s.ID) }

// outsideBySignal is the reason why the whole household lies outside the program, or "".
func outsideBySignal(h *Household) Reason {
	if len(h.Signals) == 0 {
		return ""
	}
	for _, s := range Signalen(h) {
		if s.Everything && s.Applies(h) {
			return s.Reason()
		}
	}
	return ""
}

// gatherSignals settles which components a signal makes unknown.
func (f *facts) gatherSignals() {
	if len(f.h.Signals) == 0 {
		return
	}
	for _, s := range Signalen(f.h) {
		if !s.Applies(f.h) {
			continue
		}
		for _, c := range s.Unknown {
			if f.signals[c] == "" {
				f.signals[c] = s.Reason()
			}
		}
		f.signalled = f.signalled || len(s.Unknown) > 0
	}
}

// applySignals makes amounts unknown that the program would get wrong. What is nothing for a firm reason stays nothing: no rent,
// no children, not asked for.
func (f *facts) applySignals(r *Result) {
	if !f.signalled {
		return
	}
	for c, reason := range f.signals {
		if reason == "" {
			continue
		}
		switch o := r.Components[c]; {
		case o.State == HasAmount, o.Reason == ReasonIncomeTooHigh, o.Reason == ReasonNoTax, o.Reason == ReasonTooSmall:
			r.Components[c] = unknown(reason)
		}
	}
}

func (c *checker) signals(answers []SignalAnswer) {
	const field = "household.signals"
	var known []string
	for _, s := range allSignals() {
		if !s.Automatic {
			known = append(known, s.ID)
		}
	}
	seen := idSet{}
	for i, a := range answers {
		f := fmt.Sprintf("%s[%d]", field, i)
		need(c, f+".id", a.ID, known)
		if seen[a.ID] {
			c.add(f+".id", "fout.dubbele_id", args{"id": a.ID})
		}
		seen[a.ID] = true
		need(c, f+".answer", a.Answer, []string{AnswerYes, AnswerNo})
	}
}
