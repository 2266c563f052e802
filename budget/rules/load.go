package rules

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// FirstYear and LastYear are the calendar years that every scheme must cover.
const (
	FirstYear = 2025
	LastYear  = 2027
)

//go:embed *.toml
var embedded embed.FS

// Book holds the numbers of all supported years. It is never changed after loading.
type Book struct{ sets []*Set }

// Load reads the rules that the program carries.
func Load() (*Book, error) { return LoadFS(embedded) }

// LoadFS reads a folder with one TOML file per scheme, such as a newer edition of the rules. It reports every fault it finds.
func LoadFS(folder fs.FS) (*Book, error) {
	documents, err := readAll(folder)
	if err != nil {
		return nil, err
	}
	b := binder{sets: make([]*Set, LastYear-FirstYear+1)}
	roots := make([]reflect.Value, len(b.sets))
	for i := range b.sets {
		b.sets[i] = &Set{Year: FirstYear + i, missing: map[string][]string{}}
		roots[i] = reflect.ValueOf(b.sets[i]).Elem()
	}
	for _, f := range files() {
		b.file = f.name
		b.bind(f.name, documents[f.name], fieldsOf(roots, f.index), false)
	}
	if len(b.faults) > 0 {
		return nil, errors.Join(b.faults...)
	}
	return &Book{b.sets}, nil
}

// For gives the numbers of a calendar year. The set is shared: it must not be changed.
func (b *Book) For(year int) (*Set, error) {
	if year < FirstYear || year > LastYear {
		return nil, fmt.Errorf("rules: year %d: only %d to %d are supported", year, FirstYear, LastYear)
	}
	return b.sets[year-FirstYear], nil
}

type schemeFile struct {
	name  string
	index int
}

// files lists the schemes of Set, in order.
func files() []schemeFile {
	var list []schemeFile
	set := reflect.TypeFor[Set]()
	for i := range set.NumField() {
		if name, ok := set.Field(i).Tag.Lookup("file"); ok {
			list = append(list, schemeFile{name, i})
		}
	}
	return list
}

// readAll decodes the files of all schemes side by side, because reading TOML takes most of the time.
func readAll(folder fs.FS) (map[string]map[string]any, error) {
	list := files()
	if err := refuseStrangers(folder, list); err != nil {
		return nil, err
	}
	decoded := make([]map[string]any, len(list))
	faults := make([]error, len(list))
	var wait sync.WaitGroup
	for i, f := range list {
		wait.Go(func() { decoded[i], faults[i] = readFile(folder, f.name+".toml") })
	}
	wait.Wait()
	documents := make(map[string]map[string]any, len(list))
	for i, f := range list {
		documents[f.name] = decoded[i]
	}
	return documents, errors.Join(faults...)
}

// refuseStrangers reports TOML files that belong to no scheme: a wrong name must not go unseen.
func refuseStrangers(folder fs.FS, list []schemeFile) error {
	names, err := fs.Glob(folder, "*.toml")
	if err != nil {
		return fmt.Errorf("rules: %w", err)
	}
	for _, name := range names {
		if !slices.ContainsFunc(list, func(f schemeFile) bool { return f.name+".toml" == name }) {
			return fmt.Errorf("rules: %s: no scheme of this name", name)
		}
	}
	return nil
}

func readFile(folder fs.FS, name string) (map[string]any, error) {
	text, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	document := map[string]any{}
	if err := toml.Unmarshal(text, &document); err != nil {
		return nil, fmt.Errorf("rules: %s: %s", name, strings.TrimPrefix(err.Error(), "toml: "))
	}
	return document, nil
}
