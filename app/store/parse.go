package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"unicode/utf8"

	"perspectief/budget"
)

// maxDepth is the deepest nesting that is read; a case file needs eight.
const maxDepth = 32

type kind int

const (
	null kind = iota
	truth
	number
	text
	list
	object
)

// String is the last part of the id of the sentence that names the kind.
func (k kind) String() string {
	return [...]string{"niets", "janee", "getal", "tekst", "lijst", "object"}[k]
}

// node is one JSON value. The members of an object stand in the order of the file and may be double.
type node struct {
	kind    kind
	text    string // of a number or a text; "true" or "false"
	members []member
	items   []*node
}

type member struct {
	key   string
	value *node
}

// parse reads one JSON value. What cannot be read at all is a single fault of the file, so without a field.
func parse(data []byte) (*node, *budget.FieldError) {
	fault := func(key string, a map[string]any) (*node, *budget.FieldError) {
		return nil, &budget.FieldError{Key: key, Args: a}
	}
	if len(data) > MaxSize {
		return fault("fout.bestand_te_groot", map[string]any{"hoogste": MaxSize >> 20})
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF")) // some editors put this mark in front
	if !utf8.Valid(data) {
		return fault("fout.geen_utf8", nil)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return fault("fout.bestand_leeg", nil)
	}
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		line, column := position(data, err)
		return fault("fout.geen_json", map[string]any{"regel": line, "teken": column})
	}
	if halfPair(data) {
		return fault("fout.vreemd_teken", nil)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	n, err := value(d, 0)
	if errors.Is(err, errTooDeep) {
		return fault("fout.te_diep", map[string]any{"hoogste": maxDepth})
	}
	if err != nil {
		return fault("fout.geen_json", map[string]any{"regel": 1, "teken": 1})
	}
	return n, nil
}

var (
	escape = regexp.MustCompile(`\\(?:u[0-9a-fA-F]{4}|.)`)
	pair   = regexp.MustCompile(`(?i)\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}`)
	half   = regexp.MustCompile(`(?i)^\\ud[89a-f]`)
)

// halfPair tells whether a text is written with half a sign, such as \ud83d alone. The JSON reader would put another sign in
// its place and say nothing.
func halfPair(data []byte) bool {
	if !bytes.Contains(data, []byte(`\ud`)) && !bytes.Contains(data, []byte(`\uD`)) {
		return false
	}
	left := escape.ReplaceAllFunc(data, func(e []byte) []byte { // so that \\ud83d stays words
		if e[1] != 'u' {
			return []byte(" ")
		}
		return e
	})
	for _, e := range escape.FindAll(pair.ReplaceAll(left, nil), -1) {
		if half.Match(e) {
			return true
		}
	}
	return false
}

// position gives the line and the character where the JSON breaks, both counted from one.
func position(data []byte, err error) (line, column int) {
	offset := len(data)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		offset = min(int(syntax.Offset), len(data))
	}
	before := data[:max(0, offset-1)]
	line = 1 + bytes.Count(before, []byte("\n"))
	return line, 1 + utf8.RuneCount(before[1+bytes.LastIndexByte(before, '\n'):])
}

var errTooDeep = errors.New("store: json is nested too deep")

func value(d *json.Decoder, depth int) (*node, error) {
	if depth > maxDepth {
		return nil, errTooDeep
	}
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			return members(d, depth)
		}
		return items(d, depth)
	case string:
		return &node{kind: text, text: t}, nil
	case json.Number:
		return &node{kind: number, text: t.String()}, nil
	case bool:
		return &node{kind: truth, text: fmt.Sprint(t)}, nil
	}
	return &node{kind: null}, nil
}

func members(d *json.Decoder, depth int) (*node, error) {
	n := &node{kind: object}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		name, ok := key.(string)
		if !ok {
			return nil, io.ErrUnexpectedEOF
		}
		v, err := value(d, depth+1)
		if err != nil {
			return nil, err
		}
		n.members = append(n.members, member{name, v})
	}
	_, err := d.Token()
	return n, err
}

func items(d *json.Decoder, depth int) (*node, error) {
	n := &node{kind: list}
	for d.More() {
		v, err := value(d, depth+1)
		if err != nil {
			return nil, err
		}
		n.items = append(n.items, v)
	}
	_, err := d.Token()
	return n, err
}
