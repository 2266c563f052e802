package assets

import "embed"

//go:embed voorbeelden/*.json
var exampleFiles embed.FS

// Example is a fictitious family as a case file.
type Example struct {
	ID   string // the name of the file without its extension
	File string // the path in the source tree
	Data []byte // the case file, JSON
}

// exampleIDs fixes the order; the first one is shown at the start.
var exampleIDs = []string{
	"alleenstaande-ouder",
	"een-kostwinner",
	"twee-deeltijdbanen",
	"zelfstandige-schoonmaker",
	"oma-met-zoon",
}

// Examples gives the example families, always in the same order.
func Examples() []Example { return embedded(exampleFiles, exampleIDs, "voorbeelden/", ".json") }

// embedded reads the files of a folder in the order of their ids. A file that is missing is left out; a test counts them.
func embedded(files embed.FS, ids []string, folder, ending string) []Example {
	all := make([]Example, 0, len(ids))
	for _, id := range ids {
		name := folder + id + ending
		data, err := files.ReadFile(name)
		if err != nil {
			continue
		}
		all = append(all, Example{ID: id, File: "assets/" + name, Data: data})
	}
	return all
}
