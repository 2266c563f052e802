package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// Files of every schema, as the program of their time wrote them. They are never made anew.
func TestStoredFilesOfEverySchemaOpen(t *testing.T) {
	for schema := 1; schema <= Schema; schema++ {
		plain, faults := Check(content(t, fmt.Sprintf("testdata/schema%d.json", schema)))
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		sealed, err := DecodeEncrypted(content(t, fmt.Sprintf("testdata/schema%d%s", schema, Extension)), "een oud wachtwoord")
		if err != nil || !reflect.DeepEqual(plain, sealed) {
			t.Errorf("schema %d: not the same document (%v)", schema, err)
		}
		if plain.Schema != Schema || plain.Household.Adults[0].Name != "Samira" {
			t.Errorf("schema %d: %+v", schema, plain)
		}
	}
}

// faultsOfBytes are all the errors that the bytes of a file can give.
var faultsOfBytes = []error{ErrEmpty, ErrForeign, ErrPlain, ErrNewer, ErrTooLarge, ErrTruncated, ErrDamaged, ErrPassphrase, ErrNotCaseFile}

func known(err error) bool {
	for _, k := range faultsOfBytes {
		if errors.Is(err, k) {
			return true
		}
	}
	return false
}

// FuzzEncrypted holds that bytes open, or give one of the errors that has a sentence. What opens is saved and opens again.
func FuzzEncrypted(f *testing.F) {
	c, _ := aCase(f)
	for _, s := range spoiled(f, content(f, c.Path())) {
		if len(s.data) < 1<<16 {
			f.Add(s.data)
		}
	}
	f.Add(content(f, c.Path()))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := DecodeEncrypted(data, secret)
		if err == nil {
			if _, err := d.storable(); err != nil && !errors.Is(err, ErrPersonalNumber) {
				t.Errorf("opens and cannot be stored: %v", err)
			}
			return
		}
		if !known(err) {
			t.Errorf("no sentence for %v", err)
		}
	})
}

// FuzzBody is behind the encryption, where random bytes would seldom come.
func FuzzBody(f *testing.F) {
	packed, err := pack([]byte(example))
	if err != nil {
		f.Fatal(err)
	}
	body, err := states{{time.Unix(0, 0).UTC(), packed}, {time.Unix(9, 0).UTC(), packed}}.body()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(body)
	f.Add(body[:len(body)-1])
	f.Add([]byte(`{"states":[{"saved":"2026-11-21T10:00:00+01:00","size":3}]}` + "\nabc"))
	f.Add([]byte(`{"states":[{"saved":"2026-11-21T10:00:00+01:00","size":-3}]}` + "\nabc"))
	f.Add([]byte(`{"states":[]}` + "\n"))
	f.Add([]byte("\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := parseBody(data)
		if err != nil {
			if !known(err) {
				t.Errorf("no sentence for %v", err)
			}
			return
		}
		for _, one := range s {
			if _, err := one.document(); err != nil && !known(err) {
				t.Errorf("no sentence for %v", err)
			}
		}
		again, err := s.body()
		if err != nil {
			return // a year that JSON cannot write
		}
		same, err := parseBody(again)
		if err != nil || len(same) != len(s) || !bytes.Equal(same[0].packed, s[0].packed) {
			t.Errorf("another body (%v)", err)
		}
	})
}

func TestBodyRefuses(t *testing.T) {
	for _, text := range []string{
		"", "\n", "{}\n", `{"states":[]}` + "\n",
		`{"states":[{"saved":"2026-11-21T10:00:00Z","size":4}]}` + "\nabc",
		`{"states":[{"saved":"2026-11-21T10:00:00Z","size":2}]}` + "\nabc",
		`{"states":[{"saved":"2026-11-21T10:00:00Z","size":0}]}` + "\n",
		`{"states":[{"saved":"gisteren","size":3}]}` + "\nabc",
		`{"states":[{"saved":"2026-11-21T10:00:00Z","size":3,"by":"me"}]}` + "\nabc",
		`{"states":[{"saved":"2026-11-21T10:00:00Z","size":3}]} 7` + "\nabc",
		`{"states":[` + strings.TrimSuffix(strings.Repeat(`{"saved":"2026-11-21T10:00:00Z","size":1},`, 12), ",") + "]}\n" + strings.Repeat("x", 12),
	} {
		if _, err := parseBody([]byte(text)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// A state that unpacks to far more than it takes is read no further than the largest case file.
func TestAStateCannotUnpackWithoutEnd(t *testing.T) {
	packed, err := pack(bytes.Repeat([]byte(" "), 4*MaxSize))
	if err != nil {
		t.Fatal(err)
	}
	data, err := state{packed: packed}.unpack()
	if err != nil || len(data) != MaxSize+1 {
		t.Errorf("%d bytes (%v)", len(data), err)
	}
	if _, err := (state{packed: packed}).document(); !errors.Is(err, ErrNotCaseFile) {
		t.Errorf("error %v", err)
	}
}

// large is a document of 200 kB, ten times a long talk.
func large(b *testing.B) *Document {
	d := aDocument(b)
	for i := 0; ; i++ {
		d.Plan.GoesWell = append(d.Plan.GoesWell, fmt.Sprintf("Dit gaat goed, zin %d: %s", i, strings.Repeat(string(rune('a'+i%26)), i%40)))
		if data, err := Encode(d); err != nil {
			b.Fatal(err)
		} else if len(data) > 200_000 {
			return d
		}
	}
}

// BenchmarkSave is a save of 200 kB with ten versions of as much behind it, disk included.
func BenchmarkSave(b *testing.B) {
	d := large(b)
	c, err := create(filepath.Join(b.TempDir(), "gezin"+Extension), secret, d, cheap)
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close()
	for i := range maxVersions {
		setCount(d, i)
		c.opened = true
		mustSave(b, c, d)
	}
	info, err := os.Stat(c.Path())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		mustSave(b, c, d)
	}
	b.ReportMetric(float64(info.Size()), "bytes/file")
}

// BenchmarkOpen is the passphrase work of a real file.
func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "gezin"+Extension)
	c, err := Create(path, secret, aDocument(b))
	if err != nil {
		b.Fatal(err)
	}
	c.Close()
	for b.Loop() {
		c, err := Open(path, secret)
		if err != nil {
			b.Fatal(err)
		}
		c.Close()
	}
}
