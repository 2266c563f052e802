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
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// The languages of the program; more stand in Translations.
const (
	Dutch       = "nl"        // level B1, for the helper
	SimpleDutch = "nl-simple" // level A2, for the family
	English     = "en"
)

//go:embed nl/*.json nl-simple/*.json en/*.json tr/*.json pl/*.json uk/*.json ar/*.json ti/*.json
var folders embed.FS

// Args are the values a message is filled in with, by name.
type Args = map[string]any

// Languages lists the languages that Load knows.
func Languages() []string {
	all := []string{Dutch, SimpleDutch}
	for _, t := range Translations() {
		all = append(all, t.Language)
	}
	return all
}

// Catalogue holds the messages of one language. It does not change after Load and may be used by many goroutines.
type Catalogue struct {
	language    string
	tag         language.Tag
	rightToLeft bool
	messages    map[string]message
}

// message is one text in its plural forms, ready to be filled in.
type message [numForms]text

// numForms counts the plural forms that languages have: other, zero, one, two, few, many.
const numForms = plural.Many + 1

// text is plain when it has nothing to fill in; that keeps live screens free of templates.
type text struct {
	plain  string
	filled template.ParsedTemplate // nil for a plain text
}

// Load reads the messages of one of Languages.
func Load(name string) (*Catalogue, error) {
	if !slices.Contains(Languages(), name) {
		return nil, fmt.Errorf("i18n: language %q is not known", name)
	}
	folder, err := fs.Sub(folders, name)
	if err != nil {
		return nil, fmt.Errorf("i18n: %s: %w", name, err)
	}
	return load(name, folder)
}

// load reads every area file of a folder. An id may stand in one file only.
func load(name string, folder fs.FS) (*Catalogue, error) {
	areas, err := fs.Glob(folder, "*.json")
	if err != nil {
		return nil, fmt.Errorf("i18n: %s: %w", name, err)
	}
	translation, _ := TranslationOf(name)
	c := &Catalogue{language: name, rightToLeft: translation.RightToLeft, messages: map[string]message{}}
	c.tag = language.Make(strings.TrimSuffix(name, "-simple"))
	from := map[string]string{}
	for _, area := range areas {
		data, err := fs.ReadFile(folder, area)
		if err != nil {
			return nil, fmt.Errorf("i18n: %s: %w", name, err)
		}
		file, err := goi18n.ParseMessageFileBytes(data, area, nil)
		if err != nil {
			return nil, fmt.Errorf("i18n: %s: %w", path.Join(name, area), err)
		}
		for _, m := range file.Messages {
			if first, double := from[m.ID]; double {
				return nil, fmt.Errorf("i18n: %s: id %s is already in %s", path.Join(name, area), m.ID, first)
			}
			from[m.ID] = area
			if c.messages[m.ID], err = parse(m); err != nil {
				return nil, fmt.Errorf("i18n: %s: %s: %w", path.Join(name, area), m.ID, err)
			}
		}
	}
	return c, nil
}

func parse(m *goi18n.Message) (message, error) {
	if m.Other == "" {
		return message{}, fmt.Errorf("text is empty")
	}
	var forms message
	for form, source := range map[plural.Form]string{plural.Other: m.Other, plural.Zero: m.Zero, plural.One: m.One,
		plural.Two: m.Two, plural.Few: m.Few, plural.Many: m.Many} {
		if source == "" {
			source = m.Other
		}
		var err error
		if forms[form], err = parseText(source); err != nil {
			return message{}, err
		}
	}
	return forms, nil
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
// so that a test sees it and nobody reads half a sentence. In a language from the right a text that is filled in stands between
// marks that keep its own direction.
func (c *Catalogue) T(id string, args ...Args) string {
	return c.fill(plural.Other, id, args)
}

// N is the text of a message for a count, in the plural form that the language has for it. The text may use the count as
// {{.aantal}}.
func (c *Catalogue) N(id string, count int, args ...Args) string {
	form := plural.Cardinal.MatchPlural(c.tag, count, 0, 0, 0, 0)
	return c.fill(form, id, append([]Args{{"aantal": count}}, args...))
}

func (c *Catalogue) fill(form plural.Form, id string, args []Args) string {
	if c.rightToLeft && len(args) > 0 {
		args = isolated(args)
	}
	m := c.messages[id]
	return m[form].fill(id, args)
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
