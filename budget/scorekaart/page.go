package scorekaart

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// Group is one line of the scorecard: one scheme of one year, as one source published it.
type Group struct {
	Scheme, Year, Source string
	Tally
}

var schemeNames = map[string]string{
	"zorgtoeslag":                "zorgtoeslag",
	"kindgebonden_budget":        "kindgebonden budget",
	"kinderbijslag":              "kinderbijslag",
	"child_turns_18":             "kind wordt 18",
	"huurtoeslag":                "huurtoeslag",
	"kinderopvangtoeslag":        "kinderopvangtoeslag",
	"aow":                        "netto AOW per maand",
	"iack":                       "combinatiekorting",
	"minimum_wage_youth":         "minimumjeugdloon",
	"payroll_tax":                "loonheffing bij twee banen",
	"profit":                     "winst uit onderneming",
	"special_remuneration_rate":  "bijzonder tarief",
	"beslagvrije_voet":           "beslagvrije voet (maximum)",
	"bijstand":                   "bijstand",
	"kostendelersnorm":           "kostendelersnorm",
	"gross_bijstand":             "bruto bijstand",
	"holiday_allowance_share":    "bijstand zonder vakantiegeld",
	"social_minimum_percentages": "percentages van de norm",
	"child_scheme_limit":         "grens van een kindregeling",
	"poverty_line":               "armoedegrens",
}

// Groups adds the verdicts up that are expressed.
func Groups(verdicts []Verdict) []Group {
	var groups []Group
	for _, v := range verdicts {
		if v.Skipped != "" {
			continue
		}
		year := v.Case.Year
		if year == "any" {
			year = "elk"
		}
		g := Group{Scheme: cmp.Or(schemeNames[v.Case.Scheme], v.Case.Scheme), Year: year, Source: v.Case.Publisher()}
		at := slices.IndexFunc(groups, func(o Group) bool { return o.Scheme == g.Scheme && o.Year == g.Year && o.Source == g.Source })
		if at < 0 {
			groups, at = append(groups, g), len(groups)
		}
		groups[at].add(v.Case.ID, v.Largest(), v.Equal())
	}
	slices.SortStableFunc(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(a.Scheme, b.Scheme), cmp.Compare(a.Year, b.Year), cmp.Compare(a.Source, b.Source))
	})
	return groups
}

// WriteExamples writes the sections about the published examples: the lines, the sum, and what is not expressed.
func WriteExamples(page *strings.Builder, verdicts []Verdict) {
	groups := Groups(verdicts)
	page.WriteString("## Gepubliceerde voorbeelden\n\n" +
		"Rekenvoorbeelden, tabellen en normbedragen van de overheid, gemeenten en anderen, uit `budget/testdata/official`. Bij elk\n" +
		"voorbeeld staat daar de bron. \"Gelijk\" is: elk bedrag van het voorbeeld klopt, tot op de cent. Alleen waar de uitgever zelf\n" +
		"anders afrondt of \"ongeveer\" schrijft, mag dat ertussen zitten; de laatste kolom laat zien hoeveel het hoogstens was.\n\n" +
		"- Voorbeelden van vóór 2025 toetsen de formule, met de bedragen van toen.\n" +
		"- Bij minimumjeugdloon, het maximum van de beslagvrije voet en armoedegrens wordt het cijfer zelf vergeleken.\n" +
		"- Zorgtoeslag met een partner zonder zorgverzekering is nagerekend met een partner van 17: dezelfde helft (Wzt art. 2 lid 4).\n\n" +
		"| regeling | jaar | bron | gevallen | gelijk | grootste verschil |\n|---|---|---|---:|---:|---:|\n")
	var total Tally
	for _, g := range groups {
		fmt.Fprintf(page, "| %s | %s | %s | %d | %d | %s |\n", g.Scheme, g.Year, g.Source, g.Count, g.Equal, euros(g.Largest))
		total.Count, total.Equal = total.Count+g.Count, total.Equal+g.Equal
		total.Largest = decimal.Max(total.Largest, g.Largest)
	}
	fmt.Fprintf(page, "| **samen** | | | **%d** | **%d** | |\n", total.Count, total.Equal)
	writeDifferences(page, groups)
	writeSkipped(page, verdicts)
}

func writeDifferences(page *strings.Builder, groups []Group) {
	for _, g := range groups {
		if len(g.Examples) > 0 {
			fmt.Fprintf(page, "\nNiet gelijk, %s %s: %s.\n", g.Scheme, g.Year, strings.Join(g.Examples, ", "))
		}
	}
}

func writeSkipped(page *strings.Builder, verdicts []Verdict) {
	examples := 0
	byReason := map[string][]string{}
	for _, v := range verdicts {
		if v.Skipped != "" {
			examples++
		}
	}
	for name, reason := range NotExpressed {
		byReason[reason] = append(byReason[reason], name)
	}
	fmt.Fprintf(page, "\n## Niet nagerekend\n\n%d van de %d voorbeelden gaan over iets wat het programma niet kan worden gevraagd. Staat er een\n"+
		"schuine streep in de naam, dan is alleen dat ene bedrag weggelaten.\n\n", examples, len(verdicts))
	for _, reason := range slices.Sorted(maps.Keys(byReason)) {
		slices.Sort(byReason[reason])
		fmt.Fprintf(page, "- %s\n  `%s`\n", reason, strings.Join(byReason[reason], "`, `"))
	}
}

// WriteTallies writes lines of counts under a heading and an explanation.
func WriteTallies(page *strings.Builder, heading, explanation, what string, groups []Group) {
	fmt.Fprintf(page, "\n## %s\n\n%s\n\n| %s | jaar | gevallen | gelijk | grootste verschil |\n|---|---|---:|---:|---:|\n", heading, explanation, what)
	count, equal := 0, 0
	for _, g := range groups {
		fmt.Fprintf(page, "| %s | %s | %d | %d | %s |\n", g.Scheme, g.Year, g.Count, g.Equal, euros(g.Largest))
		count, equal = count+g.Count, equal+g.Equal
	}
	fmt.Fprintf(page, "| **samen** | | **%d** | **%d** | |\n", count, equal)
	writeDifferences(page, groups)
}

func euros(d decimal.Decimal) string {
	if d.IsZero() {
		return "0"
	}
	whole, fraction, _ := strings.Cut(d.String(), ".")
	return whole + "," + (fraction + "00")[:max(2, len(fraction))]
}
