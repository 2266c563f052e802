package plan

import (
	"encoding/csv"
	"io"
	"maps"
	"slices"
	"strconv"

	"perspectief/budget"
	"perspectief/i18n"
)

// Totals counts talks for an organisation: numbers only, nothing of any family. A number that is too small to hide somebody in is
// not shown, and neither is one that tells such a number.
type Totals struct {
	Talks  int
	counts map[string]int // by the id of what is counted
	passed map[string]int // files that were passed over, by the reason
}

// PassOver counts a file that could not be read, by the word for the reason.
func (t *Totals) PassOver(reason string) {
	if t.passed == nil {
		t.passed = map[string]int{}
	}
	t.passed[reason]++
}

// tooFew is the number below which a count is not shown: our own choice, so that nobody can be recognised.
const tooFew = 5

// Add counts one talk, of a family that agreed to it.
func (t *Totals) Add(h *budget.Household, check *budget.Rechten, said Answers) {
	if t.counts == nil {
		t.counts = map[string]int{}
	}
	t.Talks++
	count := func(id string, yes bool) {
		if yes {
			t.counts[id]++
		}
	}
	count("totaal.werk", slices.ContainsFunc(h.Adults, func(a budget.Adult) bool { return len(a.Jobs) > 0 || a.Profit != nil }))
	count("totaal.bijstand", h.Bijstand.Claims)
	count("totaal.kinderen", len(h.Children) > 0)
	count("totaal.een_ouder", len(h.Children) > 0 && len(h.Adults) == 1)
	if check == nil {
		return
	}
	missed := map[string]bool{} // once a family, however many children
	for i := range check.All {
		r := &check.All[i]
		if a := said.Of(r); (a == budget.AnswerNo || a == budget.AnswerUnknown) && r.State != budget.RechtNee && r.ID != "ouderbijdrage" {
			missed["recht."+r.ID] = true
		}
	}
	count(missing, len(missed) > 0)
	for id := range missed {
		t.counts[id]++
	}
}

// WriteCSV writes a row for each thing that is counted: what, and how often. Semicolons, as Dutch spreadsheets read them. Behind it
// stand the files that were passed over: those are no families, so their number is not hidden.
func (t *Totals) WriteCSV(w io.Writer, words *i18n.Catalogue) error {
	out := csv.NewWriter(w)
	out.Comma = ';'
	rows := [][]string{{words.T("totaal.wat"), words.T("totaal.aantal")}, {words.T("totaal.gesprekken"), t.shown("", words)}}
	for _, id := range general {
		rows = append(rows, []string{words.T(id), t.shown(id, words)})
	}
	for _, id := range t.missed() {
		rows = append(rows, []string{words.T("totaal.mist", i18n.Args{"wat": words.T(id)}), t.shown(id, words)})
	}
	for _, reason := range slices.Sorted(maps.Keys(t.passed)) {
		rows = append(rows, []string{words.T("totaal.over." + reason), strconv.Itoa(t.passed[reason])})
	}
	return out.WriteAll(rows)
}

// general are the rows that are always there.
var general = []string{"totaal.werk", "totaal.bijstand", "totaal.kinderen", "totaal.een_ouder", missing}

// missing is the row of the families that miss some right.
const missing = "totaal.laat_liggen"

// missed are the rights that some family misses.
func (t *Totals) missed() []string {
	rights := slices.Sorted(maps.Keys(t.counts))
	return slices.DeleteFunc(rights, func(id string) bool { return slices.Contains(general, id) })
}

// shown is a count as it stands in the table; the empty id is that of the talks.
func (t *Totals) shown(id string, words *i18n.Catalogue) string {
	n := t.of(id)
	switch {
	case n < tooFew:
		return words.T("totaal.te_weinig", i18n.Args{"aantal": tooFew})
	case t.gives(id):
		return words.T("totaal.verborgen")
	}
	return strconv.Itoa(n)
}

func (t *Totals) of(id string) int {
	if id == "" {
		return t.Talks
	}
	return t.counts[id]
}

// gives tells whether a count, taken off one that it is a part of, leaves a number that is too small: 18 of 20 tells about the other
// two. None is too small too: then it is known of everybody. Only that all who miss something miss the same right tells of nobody else.
func (t *Totals) gives(id string) bool {
	if id == "" {
		return false
	}
	wholes := []string{""}
	switch missed := t.missed(); {
	case id == "totaal.een_ouder":
		wholes = append(wholes, "totaal.kinderen")
	case slices.Contains(missed, id):
		if t.of(id) < t.of(missing) {
			wholes = append(wholes, missing)
		}
		if t.overlaps(missed, id) {
			return true
		}
	}
	return slices.ContainsFunc(wholes, func(whole string) bool { return t.of(whole)-t.of(id) < tooFew })
}

// overlaps tells whether a right is the second of just two, and the families that miss both are too few: they are what the two counts
// have more than the families that miss something.
func (t *Totals) overlaps(missed []string, id string) bool {
	if len(missed) != 2 || id != missed[1] {
		return false
	}
	both := t.of(missed[0]) + t.of(missed[1]) - t.of(missing)
	return both < tooFew
}
