package i18n

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Translation is a language in which the family's paper stands beside Dutch, and how far its catalogue is.
type Translation struct {
	Language    string `json:"language"` // as in BCP 47, and the name of its folder
	Name        string `json:"name"`     // in the language itself
	Dutch       string `json:"dutch"`    // its name in Dutch
	RightToLeft bool   `json:"rightToLeft,omitempty"`
	Status      string `json:"status"`               // draft or reviewed
	ReviewedBy  string `json:"reviewedBy,omitempty"` // who read all of it in the own language
	ReviewedOn  string `json:"reviewedOn,omitempty"` // the day, as 2026-11-21
}

// The two ends of a translation: made, and read by somebody whose language it is.
const (
	draft    = "draft"
	reviewed = "reviewed"
)

//go:embed talen.json
var translationFile []byte

var readTranslations = sync.OnceValues(func() ([]Translation, error) {
	var all []Translation
	if err := json.Unmarshal(translationFile, &all); err != nil {
		return nil, fmt.Errorf("i18n: talen.json: %w", err)
	}
	return all, nil
})

// Translations lists the languages for paper, the largest group of readers first.
func Translations() []Translation {
	all, _ := readTranslations() // a test proves that the embedded file is whole
	return slices.Clone(all)
}

// TranslationOf finds a language for paper.
func TranslationOf(language string) (Translation, bool) {
	for _, t := range Translations() {
		if t.Language == language {
			return t, true
		}
	}
	return Translation{}, false
}

// Reviewed reports whether a native reader has checked the catalogue. Until then every page says that nobody did.
func (t Translation) Reviewed() bool { return t.Status == reviewed }

// The marks that keep what is filled in apart from a sentence that runs from the right: Unicode FSI and PDI.
const (
	beginIsolate = "\u2068"
	endIsolate   = "\u2069"
)

// isolated sets the texts among the arguments apart, so that a telephone number, an amount or a Dutch name keeps its own
// direction.
func isolated(args []Args) []Args {
	all := make([]Args, len(args))
	for i, from := range args {
		all[i] = Args{}
		for name, value := range from {
			if text, ok := value.(string); ok && text != "" {
				value = beginIsolate + text + endIsolate
			}
			all[i][name] = value
		}
	}
	return all
}

// WithoutIsolates takes away the marks that keep directions apart.
func WithoutIsolates(text string) string {
	return strings.NewReplacer(beginIsolate, "", endIsolate, "").Replace(text)
}
