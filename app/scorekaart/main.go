// Command scorekaart writes the scorecard: how many published amounts the program reproduces, by source, scheme and year.
//
//	go run ./app/scorekaart -o docs/scorecard.md [-voorbeelden DIR] [-loontabellen DIR] [-huishoudens FILE] [-datum 2026-11-24]
//
// The published examples are in the tree. The payroll tables (payroll-table-2025.csv and payroll-table-2026.csv) and the households
// of another program (one JSON line each: case, group, document, expected) are not; without them their sections are left out.
// The exit status is 1 when something differs; the scorecard is written all the same.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/budget/scorekaart"
)

// sources are where the figures of others are found; empty leaves them out.
type sources struct{ examples, tables, households string }

func main() {
	var from sources
	out := flag.String("o", "docs/scorecard.md", "file to write")
	flag.StringVar(&from.examples, "voorbeelden", "budget/testdata/official", "folder of the published examples")
	flag.StringVar(&from.tables, "loontabellen", "", "folder of the payroll tables")
	flag.StringVar(&from.households, "huishoudens", "", "file with the households of another program")
	day := flag.String("datum", time.Now().Format(time.DateOnly), "date on the scorecard")
	flag.Parse()
	page, differs, err := compose(from, *day)
	if err == nil {
		err = os.WriteFile(*out, []byte(page), 0o644)
	}
	if err == nil && differs {
		err = errors.New("not everything is equal, see " + *out)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "scorekaart:", err)
		os.Exit(1)
	}
}

// compose makes the page, and tells whether something differs.
func compose(from sources, day string) (text string, differs bool, err error) {
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", false, fmt.Errorf("date %q is not of the form 2026-11-24", day)
	}
	book, err := rules.Load()
	if err != nil {
		return "", false, err
	}
	engine := budget.NewEngine(book)
	verdicts, err := examples(from.examples)
	if err != nil {
		return "", false, err
	}
	var page strings.Builder
	fmt.Fprintf(&page, "# Scorekaart\n\nWat het programma uitrekent naast wat anderen hebben gepubliceerd. Stand van %s; gemaakt door\n"+
		"`go run ./app/scorekaart`. Bedragen in euro's.\n\n", date.Format("02-01-2006"))
	scorekaart.WriteExamples(&page, verdicts)
	all := scorekaart.Groups(verdicts)
	if from.tables != "" {
		groups, err := payrollTables(engine, from.tables)
		if err != nil {
			return "", false, err
		}
		scorekaart.WriteTallies(&page, "Witte maandtabel van de Belastingdienst", tablesExplained, "tabel", groups)
		all = append(all, groups...)
	}
	if from.households != "" {
		groups, err := households(engine, from.households)
		if err != nil {
			return "", false, err
		}
		scorekaart.WriteTallies(&page, "Huishoudens van een tweede programma", householdsExplained, "groep", groups)
		all = append(all, groups...)
	}
	return page.String(), slices.ContainsFunc(all, func(g scorekaart.Group) bool { return g.Equal != g.Count }), nil
}

const tablesExplained = "Elke cel van de witte maandtabel: de inhouding zonder en met loonheffingskorting en de verrekende arbeidskorting, voor wie\n" +
	"jonger is dan de AOW-leeftijd, ouder, en geboren vóór 1946. De tabellen zelf staan niet in deze map; overgenomen door\n" +
	"[dutch-tax-income-calculator](https://github.com/stevermeister/dutch-tax-income-calculator-npm) (Stepan Suvorov, MIT)."

const householdsExplained = "Verzonnen huishoudens, uitgerekend door een tweede programma. Dat is los van dit programma geschreven, naar dezelfde beschrijving\n" +
	"van de regels. Gelijk is: elk onderdeel en de som schelen hoogstens een cent, en wat daar onbekend is, is hier onbekend. Zo komen\n" +
	"rekenfouten aan het licht; het is geen uitkomst van de overheid. De huishoudens staan niet in deze map."

func examples(folder string) ([]scorekaart.Verdict, error) {
	cases, err := scorekaart.Read(os.DirFS(folder))
	if err != nil {
		return nil, err
	}
	return scorekaart.Judge(cases)
}

func payrollTables(e *budget.Engine, folder string) ([]scorekaart.Group, error) {
	var groups []scorekaart.Group
	for _, year := range []int{2025, 2026} {
		file, err := os.Open(filepath.Join(folder, fmt.Sprintf("payroll-table-%d.csv", year)))
		if err != nil {
			return nil, err
		}
		tally, err := scorekaart.Loontabel(e, year, file)
		if err := errors.Join(err, file.Close()); err != nil {
			return nil, err
		}
		groups = append(groups, scorekaart.Group{Scheme: "wit, maand", Year: strconv.Itoa(year), Tally: tally})
	}
	return groups, nil
}

// line is one household of another program.
type line struct {
	Case     string              `json:"case"`
	Group    string              `json:"group"`
	Document json.RawMessage     `json:"document"`
	Expected scorekaart.Expected `json:"expected"`
}

func households(e *budget.Engine, name string) ([]scorekaart.Group, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var groups []scorekaart.Group
	decoder := json.NewDecoder(bufio.NewReader(file))
	for {
		var l line
		if err := decoder.Decode(&l); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		document, faults := store.Decode(l.Document)
		if len(faults) > 0 {
			return nil, fmt.Errorf("%s: %s: %s is refused: %s", name, l.Case, faults[0].Field, faults[0].Key)
		}
		result, err := e.Year(&document.Household)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, l.Case, err)
		}
		at := place(&groups, strings.ReplaceAll(l.Group, "_", " "), strconv.Itoa(document.Household.Year))
		groups[at].Add(l.Case, result, l.Expected)
	}
	slices.SortFunc(groups, func(a, b scorekaart.Group) int {
		return cmp.Or(cmp.Compare(a.Scheme, b.Scheme), cmp.Compare(a.Year, b.Year))
	})
	return groups, nil
}

// place finds the line of a group and year, or begins it.
func place(groups *[]scorekaart.Group, name, year string) int {
	for i, g := range *groups {
		if g.Scheme == name && g.Year == year {
			return i
		}
	}
	*groups = append(*groups, scorekaart.Group{Scheme: name, Year: year})
	return len(*groups) - 1
}
