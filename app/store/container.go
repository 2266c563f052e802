package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"unicode/utf8"

	"filippo.io/age"
	"golang.org/x/text/unicode/norm"
)

// The encrypted case file, as docs/bestandsformaat.md describes it: a plain header, the key of the file encrypted to the
// passphrase, and the body encrypted to that key. Both are age files.

// Extension of an encrypted case file.
const Extension = ".perspectief"

// MinPassphrase is the least number of characters of the passphrase of a new file.
const MinPassphrase = 8

const (
	containerVersion = 1
	magic            = "perspectief "
	// workFactor makes one guess at the passphrase cost about a second: 2 to the power 18 rounds of scrypt.
	workFactor = 18
	// maxWorkFactor bounds what a file can ask of the computer that opens it, also in memory: 1 GB.
	maxWorkFactor = 20
	maxHeader     = 256
)

var (
	firstLine = regexp.MustCompile(`^perspectief ([1-9][0-9]{0,5})\n`)
	header    = regexp.MustCompile(`^perspectief 1\nkey ([1-9][0-9]{0,7}) ([0-9a-f]{64})\nbody ([1-9][0-9]{0,7}) ([0-9a-f]{64})\n\n`)
)

// Encrypted tells whether the bytes are those of an encrypted case file, whole or not.
func Encrypted(data []byte) bool { return bytes.HasPrefix(data, []byte(magic)) }

// Inspect tells what is wrong with the bytes of an encrypted case file, as far as can be seen without its passphrase.
func Inspect(data []byte) error {
	_, err := takeApart(data)
	return err
}

// container is an encrypted case file, taken apart and still closed.
type container struct{ key, body []byte }

func (c container) bytes() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s%d\n", magic, containerVersion)
	for _, part := range []struct {
		name string
		data []byte
	}{{"key", c.key}, {"body", c.body}} {
		fmt.Fprintf(&b, "%s %d %x\n", part.name, len(part.data), sha256.Sum256(part.data))
	}
	b.WriteByte('\n')
	b.Write(c.key)
	b.Write(c.body)
	return b.Bytes()
}

// takeApart reads the header and checks both parts, which needs no passphrase.
func takeApart(data []byte) (container, error) {
	if err := recognise(data); err != nil {
		return container{}, err
	}
	h := header.FindSubmatch(data)
	if h == nil {
		if len(data) < maxHeader && !bytes.Contains(data, []byte("\n\n")) {
			return container{}, ErrTruncated
		}
		return container{}, ErrDamaged
	}
	parts := data[len(h[0]):]
	keySize, bodySize := size(h[1]), size(h[3])
	switch {
	case len(parts) < keySize+bodySize:
		return container{}, ErrTruncated
	case len(parts) > keySize+bodySize:
		return container{}, ErrDamaged
	}
	c := container{parts[:keySize], parts[keySize:]}
	if !sumIs(c.key, h[2]) || !sumIs(c.body, h[4]) {
		return container{}, ErrDamaged
	}
	return c, nil
}

// recognise tells an encrypted case file of this version from everything else.
func recognise(data []byte) error {
	switch trimmed := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\uFEFF"))); {
	case len(data) > MaxSize:
		return ErrTooLarge
	case len(trimmed) == 0:
		return ErrEmpty
	case trimmed[0] == '{':
		return ErrPlain
	case bytes.HasPrefix([]byte(magic), data):
		return ErrTruncated
	case !Encrypted(data):
		return ErrForeign
	}
	line := firstLine.FindSubmatch(data)
	switch {
	case line == nil && !bytes.Contains(data, []byte("\n")) && len(data) < maxHeader:
		return ErrTruncated
	case line == nil:
		return ErrDamaged
	case size(line[1]) > containerVersion:
		return ErrNewer
	}
	return nil
}

// size reads digits that a pattern has already bounded.
func size(digits []byte) int {
	n, err := strconv.Atoi(string(digits))
	if err != nil {
		return 0
	}
	return n
}

func sumIs(data, sum []byte) bool {
	got := sha256.Sum256(data)
	return hex.EncodeToString(got[:]) == string(sum)
}

// PassphraseLength counts the characters of a passphrase, as MinPassphrase does.
func PassphraseLength(passphrase string) int {
	return utf8.RuneCountInString(norm.NFC.String(passphrase))
}

// newKey makes the key of a new file, and the same key encrypted to the passphrase.
func newKey(passphrase string, work int) (*age.X25519Identity, []byte, error) {
	passphrase = norm.NFC.String(passphrase)
	if PassphraseLength(passphrase) < MinPassphrase {
		return nil, nil, ErrShortPassphrase
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, nil, fmt.Errorf("store: new key: %w", err)
	}
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, nil, fmt.Errorf("store: new key: %w", err)
	}
	recipient.SetWorkFactor(work)
	key, err := encrypt([]byte(identity.String()), recipient)
	return identity, key, err
}

// unlock opens the key of a file with its passphrase.
func (c container) unlock(passphrase string) (*age.X25519Identity, error) {
	if passphrase == "" {
		return nil, ErrPassphrase
	}
	scrypt, err := age.NewScryptIdentity(norm.NFC.String(passphrase))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	scrypt.SetMaxWorkFactor(maxWorkFactor)
	text, err := decrypt(c.key, scrypt, maxHeader)
	var wrong *age.NoIdentityMatchError
	if errors.As(err, &wrong) {
		return nil, fmt.Errorf("%w: %w", ErrPassphrase, err)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: key: %w", ErrDamaged, err)
	}
	identity, err := age.ParseX25519Identity(string(text))
	if err != nil {
		return nil, fmt.Errorf("%w: key", ErrDamaged) // the error of age quotes the key
	}
	return identity, nil
}

func encrypt(data []byte, to age.Recipient) ([]byte, error) {
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to)
	if err != nil {
		return nil, fmt.Errorf("store: encrypt: %w", err)
	}
	if _, err := w.Write(data); err != nil {
		return nil, fmt.Errorf("store: encrypt: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("store: encrypt: %w", err)
	}
	return b.Bytes(), nil
}

func decrypt(data []byte, with age.Identity, most int64) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(data), with)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, most))
}
