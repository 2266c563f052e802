package store

import (
	"slices"
	"testing"
)

func TestThereIsOneMigrationForEachOlderSchema(t *testing.T) {
	if len(migrations) != Schema-1 {
		t.Errorf("%d migrations to schema %d", len(migrations), Schema)
	}
}

func TestMigrateTakesEveryStepOnce(t *testing.T) {
	for text, want := range map[string]struct {
		names  []string
		schema string
	}{
		`{"schema": 1, "naam": "x"}`:   {[]string{"schema", "name", "note"}, "3"},
		`{"schema": 2, "name": "x"}`:   {[]string{"schema", "name", "note"}, "3"},
		`{"schema": 3, "name": "x"}`:   {[]string{"schema", "name"}, "3"},
		`{"schema": 4, "name": "x"}`:   {[]string{"schema", "name"}, "4"},
		`{"schema": 0, "naam": "x"}`:   {[]string{"schema", "naam"}, "0"},
		`{"schema": -7, "naam": "x"}`:  {[]string{"schema", "naam"}, "-7"},
		`{"schema": "1", "naam": "x"}`: {[]string{"schema", "naam"}, "1"},
	} {
		root, fault := parse([]byte(text))
		if fault != nil {
			t.Fatal(fault)
		}
		migrate(root, []func(*node){
			func(n *node) { n.members[1].key = "name" },
			func(n *node) { n.members = append(n.members, member{"note", &node{kind: null}}) },
		})
		var names []string
		for _, m := range root.members {
			names = append(names, m.key)
		}
		if !slices.Equal(names, want.names) || root.member("schema").text != want.schema {
			t.Errorf("%s: %v, schema %s", text, names, root.member("schema").text)
		}
	}
	for _, text := range []string{`{}`, `[]`, `7`} {
		root, fault := parse([]byte(text))
		if fault != nil {
			t.Fatal(fault)
		}
		migrate(root, []func(*node){func(*node) { t.Errorf("%s: a step was taken", text) }})
	}
}
