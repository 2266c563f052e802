// Package plan makes the perspectiefplan: what a family and its helper agreed, beside what more hours of work leave,
// as a document, as plain text and as a PDF.
package plan

import "time"

// Plan is what the family and the helper agreed, in the family's own words. Everything may be missing:
// what is missing prints as a line to write on.
type Plan struct {
	GoesWell []string    `json:"goesWell,omitempty"`
	Wishes   []Wish      `json:"wishes,omitempty"`
	Steps    []Step      `json:"steps,omitempty"`
	Earlier  []Step      `json:"earlier,omitempty"` // steps of earlier talks, with how they went; the latest last
	Helpers  []Helper    `json:"helpers,omitempty"` // the first one makes the plan with the family
	Children []ChildPage `json:"children,omitempty"`
	NextDate Day         `json:"nextDate,omitempty"` // the day the plan is looked at again

	MunicipalityPhone string `json:"municipalityPhone,omitempty"` // whom to ring when something cannot wait, and for what is asked there

	Print PrintChoice `json:"print,omitzero"`
}

// Wish is one wish; the first one of the plan is the big one.
type Wish struct {
	Text  string `json:"text,omitempty"`
	Place Place  `json:"place,omitempty"`
}

// Step is one thing somebody does on a day: "Samira belt dinsdag het wijkteam."
type Step struct {
	Who         string `json:"who,omitempty"`
	Verb        string `json:"verb,omitempty"` // as said with Who: "belt"
	What        string `json:"what,omitempty"`
	Day         Day    `json:"day,omitempty"`
	Celebration string `json:"celebration,omitempty"` // a small one, agreed beforehand: "drinken wij thee"
	Place       Place  `json:"place,omitempty"`
	Idea        string `json:"idea,omitempty"` // id of the proposal it came from, see Suggest
	First       bool   `json:"first,omitempty"`
	Status      Status `json:"status,omitempty"`
	Remark      string `json:"remark,omitempty"`  // what was different, in the family's own words
	AskedOn     Day    `json:"askedOn,omitempty"` // the day of the talk in which Status was told
}

// Helper is somebody who helps the family.
type Helper struct {
	FirstName    string `json:"firstName,omitempty"`
	Organisation string `json:"organisation,omitempty"`
	Phone        string `json:"phone,omitempty"`
}

// ChildPage is the page of one child, in the child's own words. It holds no money.
type ChildPage struct {
	Child      string      `json:"child"` // id of the child in the household
	Name       string      `json:"name,omitempty"`
	ILike      string      `json:"iLike,omitempty"`
	IWant      string      `json:"iWant,omitempty"`
	IWorry     string      `json:"iWorry,omitempty"`
	ICanTalkTo string      `json:"iCanTalkTo,omitempty"`
	Paper      ChildChoice `json:"paper,omitempty"`
}

// PrintChoice is what the family wants on paper beside the plan itself.
type PrintChoice struct {
	Scenarios     []string `json:"scenarios,omitempty"`     // ids, at most two; empty prints the first scenario
	WithoutRights []string `json:"withoutRights,omitempty"` // ids of rights not used yet that stay off the paper
	NoNames       bool     `json:"noNames,omitempty"`       // "ons gezin" in place of first names
	WithoutHours  bool     `json:"withoutHours,omitempty"`  // no page about more hours of work
	Debts         bool     `json:"debts,omitempty"`         // number of payment arrangements and their sum a month
	LargePrint    bool     `json:"largePrint,omitempty"`
	OnlyFirst     bool     `json:"onlyFirst,omitempty"` // the first page, which works alone
	Language      string   `json:"language,omitempty"`  // beside Dutch; empty for Dutch alone
}

// Place is one of the four places of a plan.
type Place string

// The four places, in the order they are printed.
const (
	Home          Place = "thuis"
	Neighbourhood Place = "buurt"
	School        Place = "school"
	Work          Place = "werk"
)

// Places lists the four places in their order.
func Places() []Place { return []Place{Home, Neighbourhood, School, Work} }

// Status tells how a step went, asked at a later visit.
type Status string

// The ways a step can go; empty when it was not asked yet.
const (
	Done      Status = "gelukt"
	NotYet    Status = "nog-niet"
	Different Status = "iets-anders"
)

// ChildChoice is what a child said to "Mag dit op papier?".
type ChildChoice string

// The answers of a child. Without an answer the page is not printed.
const (
	PaperYes     ChildChoice = "ja"
	PaperNo      ChildChoice = "nee"
	PaperForSelf ChildChoice = "alleen-voor-mij" // printed alone and not stored
)

// Day is a date such as "2027-01-19", or a day in the family's own words ("elke vrijdag").
type Day string

// Date is the date when the day is one.
func (d Day) Date() (date time.Time, ok bool) {
	date, err := time.Parse(time.DateOnly, string(d))
	return date, err == nil
}

// DayOf is the day of a date.
func DayOf(date time.Time) Day { return Day(date.Format(time.DateOnly)) }

// FirstStep is the step marked as the first, else the first one of the plan.
func (p *Plan) FirstStep() (Step, bool) {
	if p == nil || len(p.Steps) == 0 {
		return Step{}, false
	}
	for _, s := range p.Steps {
		if s.First {
			return s, true
		}
	}
	return p.Steps[0], true
}

// Missing lists the ids of what the family's page cannot do without; empty when the plan is complete.
func (p *Plan) Missing() []string {
	if p == nil {
		p = &Plan{}
	}
	var missing []string
	need := func(id string, present bool) {
		if !present {
			missing = append(missing, "plan.mist."+id)
		}
	}
	need("goed", hasText(p.GoesWell))
	need("wens", len(p.Wishes) > 0 && p.Wishes[0].Text != "")
	step, _ := p.FirstStep()
	need("stap_werkwoord", step.Verb != "")
	need("stap_wie", step.Who != "")
	need("stap_dag", step.Day != "")
	need("volgende_dag", p.NextDate != "")
	need("helper", len(p.Helpers) > 0 && p.Helpers[0].FirstName != "" && p.Helpers[0].Phone != "")
	return missing
}

func hasText(lines []string) bool {
	for _, l := range lines {
		if l != "" {
			return true
		}
	}
	return false
}
