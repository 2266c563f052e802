// Package vm holds what the window shows: typed state and the things people can do, without a toolkit. What it gives
// out are finished strings; what it takes in is text and ids.
package vm

import (
	"bytes"
	"maps"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
	"perspectief/i18n/plain"
	"perspectief/plan"
)

// Step is a step of the talk.
type Step int

// The steps of the talk, in their order.
const (
	Who Step = iota
	In
	Out
	Rights
	Hours
	OurPlan
	NumSteps
)

// stepNames are the names of the steps in the ids of the catalogue.
var stepNames = [NumSteps]string{"wie", "binnen", "eruit", "rechten", "uren", "plan"}

// Deps is what a talk works with.
type Deps struct {
	Engine *budget.Engine
	Words  *i18n.Catalogue // of the window
	Easy   *i18n.Catalogue // of the plan
	Today  time.Time
	Run    func(func()) // brings work back to the window
	Start  func(func()) // does work beside the window

	// Now is the time on the clock of the computer; nil: it stays Today.
	Now func() time.Time

	// Later does something in the window after a while, unless it is cancelled first; nil: never.
	Later func(delay time.Duration, do func()) (cancel func())
}

// Talk is one talk about one family, from opening its case file to printing its plan.
type Talk struct {
	Deps
	doc     store.Document
	example string // id of the example family; empty for a family of the helper's own
	saved   []byte // the case file as it was read or written last
	step    Step
	page    [NumSteps]string // the page of each step that was opened last
	percent int              // size of the letters

	hard *plain.Words // what a hint about words looks for

	helperView bool // everything, and not the calm view of the family

	taken  int                          // how many documents were taken up
	typed  map[string]string            // what stands in a field and is no value yet
	bound  map[string]func(text string) // what a field does with its text
	asked  map[string]bool              // fields whose fault may be shown
	faults map[string]string            // sentence by field, as in the case file
	placed map[string]bool              // faults that stand at a field

	outcome  *budget.Result
	overview *budget.Overview
	whole    wholeEuros
	checks   []budget.Check
	openLine budget.LineKey // the line of the budget of which everything is shown
	imported importedNorms
	odd      map[string]string // sentence by field of the budget about an amount that cannot be right
	found    *budget.Rechten   // the check on forgotten money; nil until it is looked at
	scheme   string            // id of the municipal scheme whose form is open
	shaped   []budget.ShapeCurve
	shapedID string
	asks     plan.MoreHours // of the sheet for the employer

	kindCounts   bool     // what is no cash counts in the comparison of shapes
	schemeFaults []string // of the file of schemes that was read last
	hours        hoursModel
	ours         planModel
	money        moneyModel
	notice       string
	whyOf        string // id of the amount that is explained; empty: the first
	askedIn      bool   // somebody went through the step about what comes in
	warns        bool   // the notice is a warning
	goal         string // the field that the view has to go to
	turn         int    // counts the times that goal was set
	listener     []func()

	window    Window
	vault     vault
	farewell  *farewell
	refused   map[string]string // sentence by field: what is not stored and not printed
	history   history
	changing  string // the field that is being changed
	sheet     *sheet // the question that is open
	sheets    int    // how many there were
	locked    bool
	activity  int
	seen      time.Time // when somebody was there last
	stillHere func()    // stops the clock that locks the window
}

// NewTalk begins a talk with the case file of an example family.
func NewTalk(d Deps) *Talk {
	t := &Talk{Deps: d, percent: 100}
	t.hard, _ = plain.LoadWords() // a test reads the list; without it there are no hints
	t.reset(t.newDocument(), "")
	return t
}

func newHousehold(year int) budget.Household {
	return budget.Household{Year: max(budget.FirstYear, min(year, budget.LastYear)),
		Adults: []budget.Adult{{ID: "a1"}}}
}

// reset goes on with another family.
func (t *Talk) reset(doc store.Document, example string) {
	t.Close()
	t.take(doc)
	t.example, t.notice, t.step, t.sheet, t.asked = example, "", Who, nil, map[string]bool{}
	t.askedIn = false
	t.scheme, t.schemeFaults, t.asks, t.kindCounts = "", nil, plan.MoreHours{}, false
	t.hours = hoursModel{revision: t.hours.revision + 1} // a curve that is still being made is of the family before
	t.ours = planModel{}
	t.openLine, t.imported.faults = "", nil
	t.money = moneyModel{earlier: earlierModel{revision: t.money.earlier.revision + 1}}
	t.saved = t.encoded()
	t.forget()
	t.compute()
}

// Subscribe is told after every change.
func (t *Talk) Subscribe(f func()) { t.listener = append(t.listener, f) }

// changed remembers what changed, has it saved, and shows it.
func (t *Talk) changed() {
	t.remember()
	t.changing = ""
	t.notify()
}

// notify shows the talk as it stands now.
func (t *Talk) notify() {
	for _, f := range t.listener {
		f()
	}
}

// household is the family of the talk.
func (t *Talk) household() *budget.Household { return &t.doc.Household }

// compute finds the faults, and without them the year result and the reference budget.
func (t *Talk) compute() {
	t.findRefused()
	t.faults = map[string]string{}
	for _, f := range t.household().Validate() {
		t.faults[f.Field] = t.faultSentence(f)
	}
	t.findOdd()
	t.outcome, t.overview, t.checks, t.found, t.shaped = nil, nil, nil, nil, nil
	if len(t.faults) > 0 {
		return
	}
	outcome, err := t.Engine.Year(t.household())
	if err != nil {
		return // a year without rules; the amounts are unknown then
	}
	norms, err := t.Engine.Norms(t.household(), t.doc.Norms)
	if err != nil {
		return
	}
	debts, err := t.Engine.WithSeizure(t.household(), t.doc.Debts, t.doc.DebtHelp, int(t.Today.Month()))
	if err != nil {
		return
	}
	t.outcome, t.overview = outcome, budget.NewOverview(norms, t.doc.Budget, debts, outcome)
	t.overview.InKnown = t.overview.InKnown && t.heardIncome()
	t.whole = roundBudget(t.overview, t.doc.Budget)
	if t.checks, err = t.Engine.Checks(t.household(), t.doc.Budget, debts, t.overview, outcome); err != nil {
		t.checks = nil // a year without rules
	}
}

// Set is the answer to a question: the text of a field, the id of a chosen option, or an action.
func (t *Talk) Set(id, text string) {
	set, ok := t.bound[id]
	if !ok {
		return
	}
	t.Active()
	t.notice, t.changing = "", id
	set(plainBreaks.Replace(text))
	t.asked[id] = true
	t.compute()
	t.hours.stale()
	t.refreshHours()
	t.changed()
}

// plainBreaks leaves one sign that ends a line. Text from the clipboard brings others: those of Windows, of which a field of
// one line makes a space, and those of word processors.
var plainBreaks = strings.NewReplacer("\r\n", "\n", "\r ", " ", "\r", " ", "\v", " ", "\f", " ", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// Value is how the text of a field should stand when nobody types in it.
func (t *Talk) Value(id string) string {
	for _, s := range t.Screen().all() {
		for _, r := range s.Rows {
			for _, f := range r.Fields {
				if f.ID == id {
					return f.Value
				}
			}
		}
	}
	return ""
}

// Go opens a step.
func (t *Talk) Go(s Step) {
	if s < 0 || s >= NumSteps {
		return
	}
	if s != t.step { // what was said goes with the step, not under the hands of who types in the next
		t.notice = ""
		if t.step == In && !t.askedIn {
			t.askedIn = true
			t.compute()
		}
	}
	t.step = s
	t.listVersions()
	t.refreshHours()
	t.changed()
}

// Next opens the step after this one.
func (t *Talk) Next() { t.Go(t.step + 1) }

// Back opens the step before this one.
func (t *Talk) Back() { t.Go(t.step - 1) }

// Step is the step that is open.
func (t *Talk) Step() Step { return t.step }

// TextSizes are the sizes of the letters to choose from, in percent; the first is the usual one.
func TextSizes() []int { return []int{100, 125, 150, 200} }

// SetTextSize chooses the size of the letters in percent.
func (t *Talk) SetTextSize(percent int) {
	t.percent = percent
	t.changed()
}

// TextSize is the size of the letters in percent.
func (t *Talk) TextSize() int { return t.percent }

// Screen is what one page of a step shows: cards of questions in two columns of reading order.
type Screen struct {
	Step        Step
	Title       string
	Intro       string
	Pages       []Option // to choose from; empty when the step has one page
	Page        string
	First       bool // the first page, which has what the view adds to the step
	Left, Right []Section
	Focus       string // the field to go to
	Turn        int    // another number when the view has to go there
}

func (s Screen) all() []Section { return append(append([]Section{}, s.Left...), s.Right...) }

// Screen is what the open step shows.
func (t *Talk) Screen() Screen {
	t.bound, t.placed = map[string]func(string){}, map[string]bool{}
	s := Screen{Step: t.step, Title: t.say("stap." + stepNames[t.step]), Intro: t.say("uitleg." + stepNames[t.step])}
	t.addPages(&s)
	if own := "uitleg.blad." + s.Page; t.Words.Has("scherm." + own) { // a page may say its own
		s.Intro = t.say(own)
	}
	if t.helperView && s.First {
		s.Intro += "\n" + t.say("gesprek."+stepNames[t.step]) // what to ask, and what not to say
	}
	s.Left, s.Right = t.openPage().form(t)
	s.Focus, s.Turn = t.goal, t.turn
	t.markRefused(s.Left)
	t.markRefused(s.Right)
	return s
}

// say is a sentence of the window.
func (t *Talk) say(id string, args ...i18n.Args) string { return t.Words.T("scherm."+id, args...) }

// encoded is the case file of the talk as it would be written; nil when it cannot be.
func (t *Talk) encoded() []byte { return textOf(t.everything()) }

func textOf(d *store.Document) []byte {
	data, err := store.Encode(d)
	if err != nil {
		return nil
	}
	return data
}

// Dirty tells whether something changed that is not in a case file.
func (t *Talk) Dirty() bool { return !bytes.Equal(t.saved, t.encoded()) }

func twelfth(perYear decimal.Decimal) decimal.Decimal {
	return perYear.DivRound(decimal.NewFromInt(12), 2)
}

// faultAt gives the sentence for the first of the fields that has a fault, and remembers that it is shown.
func (t *Talk) faultAt(fields ...string) string {
	for _, f := range fields {
		if sentence, ok := t.faults[f]; ok {
			t.placed[f] = true
			return sentence
		}
	}
	return ""
}

// faultSentence is the sentence of a fault. Some faults are said shorter in the window, beside their field, than in a list
// about a file.
func (t *Talk) faultSentence(f budget.FieldError) string {
	if id := "scherm." + f.Key; t.Words.Has(id) {
		return t.Words.T(id, f.Args)
	}
	return t.Words.T(f.Key, f.Args)
}

// unplaced are the sentences of faults that no shown field has.
func (t *Talk) unplaced() []string {
	rest := maps.Clone(t.faults)
	for f := range t.placed {
		delete(rest, f)
	}
	var sentences []string
	for _, s := range rest {
		sentences = append(sentences, s)
	}
	return sentences
}
