package store

import "strconv"

// migrations lead from each older schema to the next: the first from 1 to 2, and so on. A step changes the parsed file in
// place and knows nothing of the steps behind it, so it never has to change again.
var migrations = []func(root *node){}

// migrate brings a parsed file to the schema that lies behind the last step. A file without a plain older schema is left to
// the reader, who says what is wrong with it.
func migrate(root *node, steps []func(root *node)) {
	schema := root.member("schema")
	if schema == nil || schema.kind != number {
		return
	}
	from, err := strconv.Atoi(schema.text)
	if err != nil || from < 1 {
		return
	}
	for n := from; n <= len(steps); n++ {
		steps[n-1](root)
		schema.text = strconv.Itoa(n + 1)
	}
}

// member gives the value with a name, or nil.
func (n *node) member(key string) *node {
	for _, m := range n.members {
		if m.key == key {
			return m.value
		}
	}
	return nil
}
