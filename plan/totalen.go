package plan

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"

	"perspectief/budget"
	"perspectief/i18n"
)

// Totals counts talks for an organisation: numbers only, nothing of any family. A number that is too small to hide somebody in is
// not shown.
type Totals struct {
	Talks  int
	counts map[string]int // by the id of what is counted
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
	count("totaal.laat_liggen", len(missed) > 0)
	for id := range missed {
		t.counts[id]++
	}
}

// WriteCSV writes a row for each thing that is counted: what, and how often. Semicolons, as Dutch spreadsheets read them.
func (t *Totals) WriteCSV(w io.Writer, words *i18n.Catalogue) error {
	out := csv.NewWriter(w)
	out.Comma = ';'
	rows := [][]string{{words.T("totaal.wat"), words.T("totaal.aantal")}, {words.T("totaal.gesprekken"), t.shown(t.Talks, words)}}
	var rights []string
	for id := range t.counts {
		rights = append(rights, id)
	}
	slices.Sort(rights)
	general := []string{"totaal.werk", "totaal.bijstand", "totaal.kinderen", "totaal.een_ouder", "totaal.laat_liggen"}
	for _, id := range general {
		rows = append(rows, []string{words.T(id), t.shown(t.counts[id], words)})
	}
	for _, id := range rights {
		if !slices.Contains(general, id) {
			rows = append(rows, []string{words.T("totaal.mist", i18n.Args{"wat": words.T(id)}), t.shown(t.counts[id], words)})
		}
	}
	return out.WriteAll(rows)
}

func (t *Totals) shown(n int, words *i18n.Catalogue) string {
	if n < tooFew {
		return words.T("totaal.te_weinig", i18n.Args{"aantal": tooFew})
	}
	return strconv.Itoa(n)
}
