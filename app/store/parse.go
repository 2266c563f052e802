package store

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"perspectief/budget"
)

const (
	// maxDepth is the deepest nesting that is read; a case file needs eight.
	maxDepth = 32
	// maxValues is how many values a file holds at most. The examples have some hundreds, an imported set of norms of ten
	// thousand rows fifteen for each.
	maxValues = 250_000
)

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
	p := parser{Decoder: json.NewDecoder(bytes.NewReader(data)), left: maxValues}
	p.UseNumber()
	n, err := p.value(0)
	switch {
	case errors.Is(err, errTooDeep):
		return fault("fout.te_diep", map[string]any{"hoogste": maxDepth})
	case errors.Is(err, errTooMany):
		return fault("fout.te_veel_gegevens", nil)
	case err != nil:
		return fault("fout.geen_json", map[string]any{"regel": 1, "teken": 1})
	}
	return n, nil
}

// halfPair tells whether a text is written with half a sign, such as \ud83d alone. The JSON reader would put another sign in
// its place and say nothing.
func halfPair(data []byte) bool {
	for i := 0; i < len(data); i++ {
		if data[i] != '\\' {
			continue
		}
		i++ // so that \\ud83d stays words
		first, ok := codeUnit(data[i:])
		if !ok || !utf16.IsSurrogate(first) {
			continue
		}
		rest, escaped := bytes.CutPrefix(data[i+5:], []byte(`\`))
		second, _ := codeUnit(rest)
		if !escaped || utf16.DecodeRune(first, second) == unicode.ReplacementChar {
			return true
		}
		i += 10 // behind both halves
	}
	return false
}

// codeUnit reads u and four digits.
func codeUnit(data []byte) (unit rune, ok bool) {
	if len(data) < 5 || data[0] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(data[1:5]), 16, 16)
	return rune(n), err == nil
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

var (
	errTooDeep = errors.New("store: json is nested too deep")
	errTooMany = errors.New("store: json holds too much")
)

type parser struct {
	*json.Decoder
	left int // values that may still come
}

func (p *parser) value(depth int) (*node, error) {
	if depth > maxDepth {
		return nil, errTooDeep
	}
	if p.left--; p.left < 0 {
		return nil, errTooMany
	}
	token, err := p.Token()
	if err != nil {
		return nil, err
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '{' {
			return p.members(depth)
		}
		return p.items(depth)
	case string:
		return &node{kind: text, text: t}, nil
	case json.Number:
		return &node{kind: number, text: t.String()}, nil
	case bool:
		return &node{kind: truth, text: fmt.Sprint(t)}, nil
	}
	return &node{kind: null}, nil
}

func (p *parser) members(depth int) (*node, error) {
	n := &node{kind: object}
	for p.More() {
		key, err := p.Token()
		if err != nil {
			return nil, err
		}
		name, ok := key.(string)
		if !ok {
			return nil, io.ErrUnexpectedEOF
		}
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		n.members = append(n.members, member{name, v})
	}
	_, err := p.Token()
	return n, err
}

func (p *parser) items(depth int) (*node, error) {
	n := &node{kind: list}
	for p.More() {
		v, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		n.items = append(n.items, v)
	}
	_, err := p.Token()
	return n, err
}
