package plan

import (
	"slices"

	"perspectief/i18n"
)

// Findings are what the sums and the checks found about a family, as far as a step can come of it.
type Findings struct {
	Adults     []string // first names in the order of the case; empty for somebody without one
	Helper     string   // first name, or the organisation
	Unclaimed  []Right  // money not asked for yet, the largest first
	Urgent     bool     // behind with rent, energy, water or the health insurance
	Seizure    bool     // a deurwaarder takes a part of the wages or the account
	Arrears    bool     // behind with something, without an arrangement
	Short      bool     // more goes out than comes in
	MorePays   bool     // a working day more leaves clearly more
	Worker     int      // whose working day it is
	HasJob     bool     // of that adult
	Report     Day      // the first day of new hours that are still to be reported
	ToOffice   string   // who has to know of them first: "toeslagen", "gemeente" or "uwv"
	WithoutFun []string // names of the children who are in no club
	Almost18   []string // names of the children who soon come of age
	AdultAge   int
	AtSchool   bool     // there is a child at school
	Teens      []string // names of the children at secondary school
}

// Idea is a step that somebody might take. The family may take it over, and then change every word of it.
type Idea struct {
	ID    string // as in Step.Idea: the same finding gives the same id
	Key   string // of its words
	Who   string // empty: ik
	Args  i18n.Args
	Place Place
	Day   Day
}

// Suggest lists the steps that follow from the findings, the most pressing first. An idea that a step of the plan came from,
// now or at an earlier talk, is not given again.
func Suggest(f Findings, p *Plan) []Idea {
	all := append(f.pressing(), f.bringing()...)
	all = append(all, f.joining()...)
	if p == nil {
		return all
	}
	taken := slices.Concat(p.Steps, p.Earlier)
	return slices.DeleteFunc(all, func(i Idea) bool {
		return slices.ContainsFunc(taken, func(s Step) bool { return s.Idea == i.ID })
	})
}

// ifSo is a list of one idea, or none.
func ifSo(found bool, key string, i Idea) []Idea {
	if !found {
		return nil
	}
	i.Key = key
	if i.ID == "" {
		i.ID = key
	}
	return []Idea{i}
}

// adult is the name of an adult.
func (f Findings) adult(n int) string {
	if n < len(f.Adults) {
		return f.Adults[n]
	}
	return ""
}

// pressing is what cannot wait.
func (f Findings) pressing() []Idea {
	me := Idea{Who: f.adult(0), Place: Home, Args: i18n.Args{"helper": f.Helper}}
	return slices.Concat(
		ifSo(f.Urgent, "dringend", me),
		ifSo(f.Seizure, "deurwaarder", me),
		ifSo(f.Short && f.Helper != "", "tekort", me),
		ifSo(f.Short && f.Helper == "", "tekort_alleen", me),
		ifSo(f.Arrears, "achter", me))
}

// withWords are the rights that have words of their own.
var withWords = []string{"zorgtoeslag", "huurtoeslag", "kindgebonden_budget", "kinderopvangtoeslag", "kinderbijslag", "bijstand"}

// bringing is what brings money in.
func (f Findings) bringing() []Idea {
	var all []Idea
	for _, r := range f.Unclaimed {
		i := Idea{ID: "recht." + r.ID, Who: f.adult(0), Place: Home, Args: i18n.Args{"naam": r.Name, "waar": r.Where}}
		key := "recht"
		switch {
		case slices.Contains(withWords, r.ID):
			key = "recht." + r.ID
		case r.Where != "": // one question at one office
			key, i.ID = "loket", "loket."+r.Where
		}
		if !slices.ContainsFunc(all, func(other Idea) bool { return other.ID == i.ID }) {
			all = append(all, ifSo(true, key, i)...)
		}
	}
	worker := Idea{Who: f.adult(f.Worker), Place: Work}
	report := worker
	report.Day = f.Report
	return slices.Concat(all,
		ifSo(f.Report != "" && f.ToOffice != "", "doorgeven."+f.ToOffice, report),
		ifSo(f.MorePays && f.HasJob, "meer_uren", worker),
		ifSo(f.MorePays && !f.HasJob, "werk", worker))
}

// joining is what lets everybody take part, and what is good to do in every family.
func (f Findings) joining() []Idea {
	var all []Idea
	for _, child := range f.WithoutFun {
		key := "sport"
		if child == "" {
			key = "sport_kind"
		}
		all = append(all, ifSo(true, key, Idea{ID: "sport." + child, Who: f.adult(0), Place: Neighbourhood, Args: i18n.Args{"kind": child}})...)
	}
	for _, child := range f.Almost18 {
		key := "bijna_18"
		if child == "" {
			key = "bijna_18_kind"
		}
		all = append(all, ifSo(true, key, Idea{ID: "bijna_18." + child, Who: f.adult(0), Place: School,
			Args: i18n.Args{"kind": child, "leeftijd": f.AdultAge}})...)
	}
	me := func(p Place) Idea { return Idea{Who: f.adult(0), Place: p} }
	return slices.Concat(all,
		ifSo(f.AtSchool, "school", me(School)),
		ifSo(true, "brieven", me(Home)),
		ifSo(true, "buurt", me(Neighbourhood)),
		f.learning(),
		ifSo(f.AtSchool, "opvoeden", me(Home)),
		ifSo(true, "taalles", me(School)),
		ifSo(true, "werkcentrum", Idea{Who: f.adult(f.Worker), Place: Work}))
}

// learning is help for older children: a coach, or a look at work.
func (f Findings) learning() []Idea {
	var all []Idea
	for _, child := range f.Teens {
		key := "coach"
		if child == "" {
			key = "coach_kind"
		}
		all = append(all, ifSo(true, key, Idea{ID: "coach." + child, Who: f.adult(0), Place: School, Args: i18n.Args{"kind": child}})...)
	}
	return all
}

// Step makes a step of an idea, in the words of the catalogue.
func (i Idea) Step(words *i18n.Catalogue) Step {
	id, verb := "plan.idee."+i.Key, ".doet"
	who := i.Who
	if who == "" {
		who, verb = words.T("plan.idee.zelf"), ".doe"
	}
	return Step{Who: who, Verb: words.T(id + verb), What: words.T(id+".wat", i.Args), Day: i.Day, Place: i.Place, Idea: i.ID}
}
