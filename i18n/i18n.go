// Package i18n holds every sentence shown to people, and the Dutch way to write and read numbers and days.
//
// A language is a folder, an area of the program is a file in it, and a message is an id with a text. The ids of an
// area begin with its own prefix ("plan.", "fout."). The texts are those of go-i18n: a plain string, or an object with
// a note for the translator and plural forms; what is filled in is written {{.naam}}.
package i18n

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
)

// The languages of the program.
const (
	Dutch       = "nl"        // level B1, for the helper
	SimpleDutch = "nl-simple" // level A2, for the family
	English     = "en"
)

//go:embed nl/*.json nl-simple/*.json en/*.json
var folders embed.FS

// Args are the values a message is filled in with, by name.
type Args = map[string]any

// Languages lists the languages that Load knows.
func Languages() []string { return []string{Dutch, SimpleDutch, English} }

// Catalogue holds the messages of one language. It does not change after Load and may be used by many goroutines.
type Catalogue struct {
	language string
	messages map[string]message
}

// message is one text, ready to be filled in.
type message struct {
	one, other text
}

// text is plain when it has nothing to fill in; that keeps live screens free of templates.
type text struct {
	plain  string
	filled template.ParsedTemplate // nil for a plain text
}

// Load reads the messages of one of Languages.
func Load(language string) (*Catalogue, error) {
	if !slices.Contains(Languages(), language) {
		return nil, fmt.Errorf("i18n: language %q is not known", language)
	}
	folder, err := fs.Sub(folders, language)
	if err != nil {
		return nil, fmt.Errorf("i18n: %s: %w", language, err)
	}
	return load(language, folder)
}

// load reads every area file of a folder. An id may stand in one file only.
func load(language string, folder fs.FS) (*Catalogue, error) {
	areas, err := fs.Glob(folder, "*.json")
	if err != nil {
		return nil, fmt.Errorf("i18n: %s: %w", language, err)
	}
	c := &Catalogue{language: language, messages: map[string]message{}}
	from := map[string]string{}
	for _, area := range areas {
		data, err := fs.ReadFile(folder, area)
		if err != nil {
			return nil, fmt.Errorf("i18n: %s: %w", language, err)
		}
		file, err := goi18n.ParseMessageFileBytes(data, area, nil)
		if err != nil {
			return nil, fmt.Errorf("i18n: %s: %w", path.Join(language, area), err)
		}
		for _, m := range file.Messages {
			if first, double := from[m.ID]; double {
				return nil, fmt.Errorf("i18n: %s: id %s is already in %s", path.Join(language, area), m.ID, first)
			}
			from[m.ID] = area
			if c.messages[m.ID], err = parse(m); err != nil {
				return nil, fmt.Errorf("i18n: %s: %s: %w", path.Join(language, area), m.ID, err)
			}
		}
	}
	return c, nil
}

func parse(m *goi18n.Message) (message, error) {
	if m.Other == "" {
		return message{}, fmt.Errorf("text is empty")
	}
	other, err := parseText(m.Other)
	if err != nil {
		return message{}, err
	}
	if m.One == "" {
		return message{one: other, other: other}, nil
	}
	one, err := parseText(m.One)
	return message{one: one, other: other}, err
}

func parseText(source string) (text, error) {
	if !strings.Contains(source, "{{") {
		return text{plain: source}, nil
	}
	parser := template.TextParser{Option: "missingkey=error"}
	filled, err := parser.Parse(source, "", "")
	return text{filled: filled}, err
}

// Language is the language of the catalogue, one of Languages.
func (c *Catalogue) Language() string { return c.language }

// T is the text of a message. An id that is missing, or a value that was not handed in, gives the id between ⟦ and ⟧,
// so that a test sees it and nobody reads half a sentence.
func (c *Catalogue) T(id string, args ...Args) string {
	return c.messages[id].other.fill(id, args)
}

// N is the text of a message for a count: its form "one" for exactly one, otherwise "other", as Dutch and English
// have it. The text may use the count as {{.aantal}}.
func (c *Catalogue) N(id string, count int, args ...Args) string {
	m := c.messages[id]
	args = append([]Args{{"aantal": count}}, args...)
	if count == 1 {
		return m.one.fill(id, args)
	}
	return m.other.fill(id, args)
}

func (t text) fill(id string, args []Args) string {
	if t.filled == nil {
		if t.plain == "" {
			return "⟦" + id + "⟧"
		}
		return t.plain
	}
	filled, err := t.filled.Execute(join(args))
	if err != nil {
		return "⟦" + id + "⟧"
	}
	return filled
}

// join lays later arguments over earlier ones.
func join(args []Args) Args {
	if len(args) == 1 {
		return args[0]
	}
	all := Args{}
	for _, a := range args {
		maps.Copy(all, a)
	}
	return all
}

// Has reports whether the language has a message.
func (c *Catalogue) Has(id string) bool {
	_, has := c.messages[id]
	return has
}

// IDs lists the ids of all messages in alphabetical order.
func (c *Catalogue) IDs() []string { return slices.Sorted(maps.Keys(c.messages)) }
