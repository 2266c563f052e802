package store

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"filippo.io/age"
)

// state is the case file as it once was saved: compressed JSON.
type state struct {
	saved  time.Time
	packed []byte
}

// states are what a file holds: the present state first, then the earlier versions, the newest first.
type states []state

// index is the first line of the body. The states follow it in the same order, with nothing in between.
type index struct {
	States []entry `json:"states"`
}

type entry struct {
	Saved time.Time `json:"saved"`
	Size  int       `json:"size"` // bytes
}

func pack(data []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		return nil, fmt.Errorf("store: pack: %w", err)
	}
	if _, err := z.Write(data); err != nil {
		return nil, fmt.Errorf("store: pack: %w", err)
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("store: pack: %w", err)
	}
	return b.Bytes(), nil
}

// unpack gives the case file of a state. It reads no further than what would be too large.
func (s state) unpack() ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(s.packed))
	if err != nil {
		return nil, fmt.Errorf("%w: state: %w", ErrDamaged, err)
	}
	data, err := io.ReadAll(io.LimitReader(z, MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("%w: state: %w", ErrDamaged, err)
	}
	return data, nil
}

// document reads a state of any schema up to ours.
func (s state) document() (*Document, error) {
	data, err := s.unpack()
	if err != nil {
		return nil, err
	}
	d, faults := Decode(data)
	if len(faults) == 0 {
		return d, nil
	}
	kind := ErrNotCaseFile
	if faults[0].Key == "fout.schema_nieuwer" {
		kind = ErrNewer
	}
	return nil, &RefusedError{faults, kind}
}

// body is what is encrypted to the key of the file.
func (s states) body() ([]byte, error) {
	var x index
	for _, one := range s {
		x.States = append(x.States, entry{one.saved, len(one.packed)})
	}
	line, err := json.Marshal(x)
	if err != nil {
		return nil, fmt.Errorf("store: index: %w", err)
	}
	b := bytes.NewBuffer(append(line, '\n'))
	for _, one := range s {
		b.Write(one.packed)
	}
	return b.Bytes(), nil
}

// parseBody is the way back from body. Every byte belongs to a state.
func parseBody(data []byte) (states, error) {
	line, rest, found := bytes.Cut(data, []byte("\n"))
	var x index
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&x); !found || err != nil || d.More() || len(x.States) == 0 || len(x.States) > 1+maxVersions {
		return nil, fmt.Errorf("%w: index", ErrDamaged)
	}
	var s states
	for _, e := range x.States {
		if e.Size < 1 || e.Size > len(rest) {
			return nil, fmt.Errorf("%w: index", ErrDamaged)
		}
		s = append(s, state{e.Saved, rest[:e.Size:e.Size]})
		rest = rest[e.Size:]
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%w: index", ErrDamaged)
	}
	return s, nil
}

// open reads the body with the key of the file.
func (c container) open(identity *age.X25519Identity) (states, error) {
	body, err := decrypt(c.body, identity, MaxSize)
	if err != nil {
		return nil, fmt.Errorf("%w: body: %w", ErrDamaged, err)
	}
	return parseBody(body)
}

// DecodeEncrypted reads the present state of an encrypted case file, as Decode does for a plain one. It takes about a second.
func DecodeEncrypted(data []byte, passphrase string) (*Document, error) {
	d, _, err := DecodeAll(data, passphrase)
	return d, err
}

// DecodeAll is DecodeEncrypted, with the earlier versions in the file, the newest first.
func DecodeAll(data []byte, passphrase string) (*Document, []Version, error) {
	c, err := takeApart(data)
	if err != nil {
		return nil, nil, err
	}
	identity, err := c.unlock(passphrase)
	if err != nil {
		return nil, nil, err
	}
	s, err := c.open(identity)
	if err != nil {
		return nil, nil, err
	}
	d, err := s[0].document()
	return d, s.versions(), err
}
