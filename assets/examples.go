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
func Examples() []Example {
	examples := make([]Example, 0, len(exampleIDs))
	for _, id := range exampleIDs {
		name := "voorbeelden/" + id + ".json"
		data, err := exampleFiles.ReadFile(name)
		if err != nil {
			continue // a test counts them
		}
		examples = append(examples, Example{ID: id, File: "assets/" + name, Data: data})
	}
	return examples
}
