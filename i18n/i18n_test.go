package i18n

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func folder(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

func example(t *testing.T) *Catalogue {
	t.Helper()
	c, err := load(Dutch, folder(map[string]string{
		"a.json": `{"a.kort": "Klaar", "a.groet": "Dag {{.naam}}"}`,
		"b.json": `{"b.kind": {"description": "children at home", "one": "{{.aantal}} kind van {{.naam}}", "other": "{{.aantal}} kinderen van {{.naam}}"}}`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestTextsAreFilledIn(t *testing.T) {
	c := example(t)
	tests := []struct{ name, got, want string }{
		{"plain", c.T("a.kort"), "Klaar"},
		{"plain with needless values", c.T("a.kort", Args{"naam": "Noor"}), "Klaar"},
		{"filled", c.T("a.groet", Args{"naam": "Noor"}), "Dag Noor"},
		{"later values win", c.T("a.groet", Args{"naam": "Noor"}, Args{"naam": "Sara"}), "Dag Sara"},
		{"value missing", c.T("a.groet"), "⟦a.groet⟧"},
		{"id missing", c.T("a.weg"), "⟦a.weg⟧"},
		{"one", c.N("b.kind", 1, Args{"naam": "Noor"}), "1 kind van Noor"},
		{"none", c.N("b.kind", 0, Args{"naam": "Noor"}), "0 kinderen van Noor"},
		{"several", c.N("b.kind", 2, Args{"naam": "Noor"}), "2 kinderen van Noor"},
		{"count may be overruled", c.N("b.kind", 2, Args{"naam": "Noor", "aantal": "twee"}), "twee kinderen van Noor"},
		{"count of a text without forms", c.N("a.kort", 1), "Klaar"},
		{"count of a missing id", c.N("b.weg", 1), "⟦b.weg⟧"},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, test.got, test.want)
		}
	}
}

func TestIDs(t *testing.T) {
	c := example(t)
	if got, want := c.IDs(), []string{"a.groet", "a.kort", "b.kind"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if !c.Has("a.kort") || c.Has("a.weg") {
		t.Error("Has does not agree with the files")
	}
}

func TestFaultyFoldersAreRefused(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		says  string
	}{
		{"double id", map[string]string{"a.json": `{"a.x": "1"}`, "b.json": `{"a.x": "2"}`}, "nl/b.json: id a.x is already in a.json"},
		{"no JSON", map[string]string{"a.json": `{"a.x": `}, "nl/a.json"},
		{"broken template", map[string]string{"a.json": `{"a.x": "Dag {{.naam"}`}, "a.x"},
		{"empty text", map[string]string{"a.json": `{"a.x": ""}`}, "a.x: text is empty"},
	}
	for _, test := range tests {
		_, err := load(Dutch, folder(test.files))
		if err == nil || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: got error %v, want one with %q", test.name, err, test.says)
		}
	}
	if _, err := Load("fy"); err == nil {
		t.Error("an unknown language must be an error")
	}
}

func TestEveryLanguageLoads(t *testing.T) {
	for _, language := range Languages() {
		c, err := Load(language)
		if err != nil {
			t.Fatal(err)
		}
		if c.Language() != language || len(c.IDs()) == 0 {
			t.Errorf("%s: is not itself", language)
		}
	}
}

// A live screen asks for hundreds of texts a second: a plain one must cost no memory.
func TestPlainTextAllocatesNothing(t *testing.T) {
	c := example(t)
	if n := testing.AllocsPerRun(100, func() { c.T("a.kort") }); n != 0 {
		t.Errorf("a plain text takes %v allocations, want 0", n)
	}
}

func BenchmarkFilledText(b *testing.B) {
	c, err := Load(Dutch)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c.T("getal.bedoelt_u", Args{"bedrag": "1.234"})
	}
}
