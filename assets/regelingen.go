package assets

import "embed"

//go:embed regelingen/*.json
var schemeFiles embed.FS

// schemeIDs fixes the order: two fictitious municipalities and a template to begin with. No real municipality is among them.
var schemeIDs = []string{"voorbeeldstad", "slingerdam", "sjabloon-120-140"}

// Schemes gives the files of municipal schemes that ship with the program, always in the same order. Their amounts are invented.
func Schemes() []Example { return embedded(schemeFiles, schemeIDs, "regelingen/", ".regelingen.json") }
