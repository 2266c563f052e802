package view

import (
	_ "embed"

	"fyne.io/fyne/v2/lang"
)

// dutchWords are the texts of the toolkit itself, which has no Dutch.
//
//go:embed woorden.json
var dutchWords []byte

// UseDutchWords gives the toolkit its Dutch texts. They are registered under the language of the system, because the
// toolkit chooses by that and by nothing else. To be called before the first widget is made.
func UseDutchWords() error {
	return lang.AddTranslationsForLocale(dutchWords, lang.SystemLocale())
}
