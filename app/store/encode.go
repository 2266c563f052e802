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

// Clone is a copy that shares nothing that can change. A part in which nothing is filled in is left out, so that two documents
// that say the same are equal when encoded.
func (d *Document) Clone() *Document {
	c := clone(reflect.ValueOf(*d)).Interface().(Document)
	parts := reflect.ValueOf(&c).Elem()
	for i := range parts.NumField() {
		if part := parts.Field(i); part.Kind() == reflect.Pointer && !part.IsNil() && part.Elem().IsZero() {
			part.SetZero()
		}
	}
	return &c
}

func clone(v reflect.Value) reflect.Value {
	switch {
	case v.Kind() == reflect.Struct:
		copied := reflect.New(v.Type()).Elem()
		copied.Set(v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				copied.Field(i).Set(clone(v.Field(i)))
			}
		}
		return copied
	case v.Kind() == reflect.Slice && !v.IsNil():
		copied := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			copied.Index(i).Set(clone(v.Index(i)))
		}
		return copied
	case v.Kind() == reflect.Pointer && !v.IsNil():
		copied := reflect.New(v.Type().Elem())
		copied.Elem().Set(clone(v.Elem()))
		return copied
	}
	return v
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
