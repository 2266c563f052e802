package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"

	"perspectief/budget"
	"perspectief/plan"
)

// SchemeFormat is the format of the files of municipal schemes that this program writes.
const SchemeFormat = 1

// SchemeExtension ends the name of a file of municipal schemes.
const SchemeExtension = ".regelingen.json"

// SchemeFile is a file of municipal schemes that municipalities can share: nothing of any family stands in it.
type SchemeFile struct {
	Format  int                  `json:"regelingen"` // format of the file
	Name    string               `json:"name"`
	Owner   string               `json:"owner,omitempty"` // who gives the schemes: a municipality
	Version string               `json:"version,omitempty"`
	Date    plan.Day             `json:"date,omitempty"` // the day the schemes were compared with their source
	Remark  string               `json:"remark,omitempty"`
	Phone   string               `json:"phone,omitempty"`      // of the municipality, where a family asks
	Offer   []budget.Offer       `json:"childOffer,omitempty"` // what there is for children
	Schemes []budget.LocalScheme `json:"schemes"`
}

// DecodeSchemes reads a file of municipal schemes strictly and lists every fault of form and of content. With a fault there is no
// file.
func DecodeSchemes(data []byte) (*SchemeFile, []budget.FieldError) {
	root, fault := parse(data)
	if fault != nil {
		return nil, []budget.FieldError{*fault}
	}
	var (
		r reader
		f SchemeFile
	)
	r.value("", root, reflect.ValueOf(&f).Elem())
	if r.full() {
		return nil, enough(r.faults)
	}
	form := r.faults
	if len(form) == 0 && f.Format != SchemeFormat {
		r.fault("regelingen", "fout.regelingen_formaat", map[string]any{"formaat": f.Format, "nieuwste": SchemeFormat})
	}
	if _, ok := f.Date.Date(); f.Date != "" && !ok {
		r.fault("date", "fout.datum", map[string]any{"waarde": quote(string(f.Date))})
	}
	if len(f.Schemes) == 0 && len(f.Offer) == 0 && len(form) == 0 {
		r.fault("schemes", "fout.geen_regelingen", nil)
	}
	for _, content := range append(budget.ValidateSchemes("schemes", f.Schemes), budget.ValidateOffer("childOffer", f.Offer)...) {
		if !follows(content, form) {
			r.faults = append(r.faults, content)
		}
	}
	if len(r.faults) > 0 {
		return nil, enough(r.faults)
	}
	return &f, nil
}

// EncodeSchemes writes a file of municipal schemes. What was decided for one family stays out.
func EncodeSchemes(f SchemeFile) ([]byte, error) {
	f.Format, f.Schemes = SchemeFormat, append([]budget.LocalScheme{}, f.Schemes...)
	for i := range f.Schemes {
		f.Schemes[i].Override = nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(withLists(reflect.ValueOf(f)).Interface()); err != nil {
		return nil, fmt.Errorf("store: encode schemes: %w", err)
	}
	return b.Bytes(), nil
}
