package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
)

// Encode writes a case file: always in the same order, indented, with an empty list for no list.
func Encode(d *Document) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(withLists(reflect.ValueOf(*d)).Interface()); err != nil {
		return nil, fmt.Errorf("store: encode: %w", err)
	}
	return b.Bytes(), nil
}

// withLists copies a value in which every list that is not there is an empty one.
func withLists(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Struct:
		copied := reflect.New(v.Type()).Elem()
		copied.Set(v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				copied.Field(i).Set(withLists(v.Field(i)))
			}
		}
		return copied
	case reflect.Slice:
		copied := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			copied.Index(i).Set(withLists(v.Index(i)))
		}
		return copied
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		copied := reflect.New(v.Type().Elem())
		copied.Elem().Set(withLists(v.Elem()))
		return copied
	}
	return v
}
