package store

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"perspectief/budget"
	"perspectief/plan"
)

// filled gives every field of a document something of its own, and tells what to look for on paper.
type filled struct {
	n    int
	want []wanted
}

type wanted struct{ path, text string }

// notTold are fields that hold nothing of the family: names with which parts find each other, what is printed, and the rules that
// others made.
func notTold(path string) bool {
	for _, part := range []string{".schema", ".id", ".adult", ".job", ".child", ".print.scenarios", ".unread.field"} {
		if strings.HasSuffix(path, part) && path != ".budget.checked.id" && path != ".household.signals.id" {
			return true
		}
	}
	own := strings.TrimPrefix(path, ".household.localSchemes")
	if own != path {
		return own != ".name" && own != ".owner" && !strings.HasPrefix(own, ".override.")
	}
	own = strings.TrimPrefix(path, ".norms.set")
	return own != path && own != ".set_name" && own != ".owner"
}

func (f *filled) fill(path string, v reflect.Value) {
	f.n++
	tell := func(text string) {
		if !notTold(path) {
			f.want = append(f.want, wanted{path, text})
		}
	}
	switch v.Interface().(type) {
	case budget.Amount:
		v.Set(reflect.ValueOf(budget.Known(decimal.NewFromInt(int64(700000 + f.n)))))
		tell(fmt.Sprint(700000 + f.n))
		return
	case budget.YearMonth:
		v.Set(reflect.ValueOf(budget.YearMonth{Year: 3000 + f.n, Month: 1}))
		tell(fmt.Sprint(3000 + f.n))
		return
	}
	switch v.Kind() {
	case reflect.String:
		word := fmt.Sprintf("Zin%04dx", f.n)
		v.SetString(word)
		tell(word)
	case reflect.Int:
		v.SetInt(int64(500000 + f.n))
		tell(fmt.Sprint(500000 + f.n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(path, v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fill(path, v.Index(0))
		f.fill(path, v.Index(1))
	case reflect.Struct:
		for name, i := range fieldsOf(v.Type()) {
			f.fill(path+"."+name, v.Field(i))
		}
	default:
		panic(path + ": " + v.Kind().String())
	}
}

func told(t *testing.T, d *Document) string {
	t.Helper()
	var text bytes.Buffer
	if err := plan.WriteText(&text, plan.WrittenDown(easy(t), d, today)); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// The law gives a family the right to see everything: whatever is stored stands on the paper.
func TestEveryFieldThatIsStoredIsTold(t *testing.T) {
	var d Document
	f := &filled{}
	f.fill("", reflect.ValueOf(&d).Elem())
	all := strings.ReplaceAll(strings.ToLower(told(t, &d)), ".", "") // the points of thousands
	for _, w := range f.want {
		if !strings.Contains(all, strings.ToLower(w.text)) { // a kind behind a name has no capital
			t.Errorf("%s: no %q", w.path, w.text)
		}
	}
	if len(f.want) < 200 {
		t.Errorf("only %d values were filled in", len(f.want))
	}
	if strings.Contains(all, "⟦") {
		t.Error("a word is missing")
	}
	for _, yes := range answersOf(reflect.TypeFor[Document](), "", map[reflect.Type]bool{}) {
		if !strings.Contains(all, strings.ToLower(yes.label(t))+": ja") {
			t.Errorf("%s: %q is not told", yes.path, yes.label(t))
		}
	}
}

// What is no is told as well when the file holds it; what is no because nobody asked is not in the file.
func TestWhatIsNoIsTold(t *testing.T) {
	var d Document
	(&filled{}).fill("", reflect.ValueOf(&d).Elem())
	sayNo(reflect.ValueOf(&d).Elem())
	all := strings.ToLower(told(t, &d))
	stored := map[string]bool{}
	answers := answersOf(reflect.TypeFor[Document](), "", map[reflect.Type]bool{})
	for _, a := range answers {
		stored[a.label(t)] = stored[a.label(t)] || !a.leftOut
	}
	for label, want := range stored {
		if found := strings.Contains(all, strings.ToLower(label)); found != want {
			t.Errorf("%q is told: %v", label, found)
		}
	}
	if strings.Contains(all, ": nee") {
		t.Error("a no has a row of its own")
	}
}

// answer is a field with yes or no.
type answer struct {
	path    string
	leftOut bool // of the file, when it is no
}

func (a answer) label(t *testing.T) string {
	parts := strings.Split(a.path, ".")
	words, name := easy(t), parts[len(parts)-1]
	if id := "opgeschreven.veld." + parts[len(parts)-2] + "." + name; words.Has(id) {
		return words.T(id)
	}
	return words.T("opgeschreven.veld." + name)
}

func answersOf(x reflect.Type, path string, seen map[reflect.Type]bool) []answer {
	for x.Kind() == reflect.Slice || x.Kind() == reflect.Pointer {
		x = x.Elem()
	}
	if x.Kind() != reflect.Struct || seen[x] || x == amountType || x == monthType || x == reflect.TypeFor[budget.LocalScheme]() || x == reflect.TypeFor[budget.NormSet]() ||
		x == reflect.TypeFor[budget.OwnLine]() || x == reflect.TypeFor[budget.OtherIncome]() { // an amount that is not known says so itself
		return nil
	}
	seen[x] = true
	var all []answer
	for name, i := range fieldsOf(x) {
		f := x.Field(i)
		if f.Type.Kind() == reflect.Bool {
			all = append(all, answer{path + "." + name, strings.Contains(f.Tag.Get("json"), "omit")})
		}
		all = append(all, answersOf(f.Type, path+"."+name, seen)...)
	}
	return all
}

func sayNo(v reflect.Value) {
	switch {
	case v.Kind() == reflect.Bool:
		v.SetBool(false)
	case v.Kind() == reflect.Pointer && !v.IsNil():
		sayNo(v.Elem())
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			sayNo(v.Index(i))
		}
	case v.Kind() == reflect.Struct && v.Type() != amountType && v.Type() != monthType:
		for i := range v.NumField() {
			sayNo(v.Field(i))
		}
	}
}
