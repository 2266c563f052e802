package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"perspectief/budget"
)

const (
	secret   = "drie groene fietsen"
	cheap    = 4 // of scrypt, so that a test does not take the second of the real thing
	nameOfMe = "Merktekennaam"
)

// aCase makes a file with a document that has every part, and leaves it open.
func aCase(t testing.TB) (*Case, *Document) {
	t.Helper()
	d := aDocument(t)
	c, err := create(filepath.Join(t.TempDir(), "gezin"+Extension), secret, d, cheap)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c, d
}

func aDocument(t testing.TB) *Document {
	t.Helper()
	d, faults := Decode([]byte(strings.ReplaceAll(withAllParts(), "Samira", nameOfMe)))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	return d
}

func mustOpen(t testing.TB, path string) *Case {
	t.Helper()
	c, err := Open(path, secret)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

func mustSave(t testing.TB, c *Case, d *Document) {
	t.Helper()
	if err := c.Save(d); err != nil {
		t.Fatal(err)
	}
}

// The months of arrears are what the tests tell states apart by.
func count(d *Document) int       { return *d.Debts[0].ArrearsMonths }
func setCount(d *Document, n int) { d.Debts[0].ArrearsMonths = &n }

func holds(t testing.TB, d *Document, err error) int {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return count(d)
}

func content(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestACaseComesBackWhole(t *testing.T) {
	c, d := aCase(t)
	setCount(d, 7)
	mustSave(t, c, d)
	c.Close()
	onlyFile(t, c.Path())

	again, err := mustOpen(t, c.Path()).Document()
	if err != nil || !reflect.DeepEqual(d, again) {
		t.Errorf("another document (%v)", err)
	}
	fromBytes, err := DecodeEncrypted(content(t, c.Path()), secret)
	if err != nil || !reflect.DeepEqual(d, fromBytes) {
		t.Errorf("another document from its bytes (%v)", err)
	}
}

func TestTheRealPassphraseWork(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds on purpose")
	}
	path := filepath.Join(t.TempDir(), "gezin"+Extension)
	c, err := Create(path, secret, aDocument(t))
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	if !bytes.Contains(content(t, path), []byte(fmt.Sprintf(" %d\n", workFactor))) {
		t.Errorf("the file does not ask for a work factor of %d", workFactor)
	}
	mustOpen(t, path)
}

func TestNothingReadableStandsInTheFolder(t *testing.T) {
	c, d := aCase(t)
	for i := range 3 {
		setCount(d, i)
		mustSave(t, c, d)
		c.opened = true
	}
	entries, err := os.ReadDir(filepath.Dir(c.Path()))
	if err != nil || len(entries) != 2 { // the file and its lock
		t.Fatalf("in the folder: %v (%v)", entries, err)
	}
	for _, e := range entries {
		data := content(t, filepath.Join(filepath.Dir(c.Path()), e.Name()))
		for _, word := range []string{nameOfMe, "Noor", "household", "AGE-SECRET-KEY", secret, "saved"} {
			if bytes.Contains(data, []byte(word)) {
				t.Errorf("%s holds %q", e.Name(), word)
			}
		}
	}
	if info, err := os.Stat(c.Path()); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("mode %v (%v)", info.Mode(), err)
	}
}

func TestASaveWritesOnlyTheBodyAnew(t *testing.T) {
	c, d := aCase(t)
	before, err := takeApart(content(t, c.Path()))
	if err != nil {
		t.Fatal(err)
	}
	mustSave(t, c, d)
	after, err := takeApart(content(t, c.Path()))
	if err != nil || !bytes.Equal(before.key, after.key) || bytes.Equal(before.body, after.body) {
		t.Errorf("the key changed or the body did not (%v)", err)
	}
}

func TestPassphrases(t *testing.T) {
	for passphrase, same := range map[string]string{
		"caf\u00e9 aan zee":      "cafe\u0301 aan zee", // the same letters as another keyboard writes them
		" met spaties eromheen ": " met spaties eromheen ",
		"🚲🚲🚲🚲🚲🚲🚲🚲":               "🚲🚲🚲🚲🚲🚲🚲🚲",
	} {
		path := filepath.Join(t.TempDir(), "gezin"+Extension)
		c, err := create(path, passphrase, aDocument(t), cheap)
		if err != nil {
			t.Fatal(err)
		}
		if !c.Unlocks(same) || c.Unlocks(same+"x") || c.Unlocks("") {
			t.Errorf("%q: unlocks with another, or not with itself", passphrase)
		}
		c.Close()
		for _, wrong := range []string{"", same + " ", strings.ToUpper(same) + "!"} {
			if _, err := Open(path, wrong); !errors.Is(err, ErrPassphrase) {
				t.Errorf("%q opened with %q: %v", passphrase, wrong, err)
			}
		}
		onlyFile(t, path)
	}
	for _, short := range []string{"", "zeven77", "ééééééé"} {
		path := filepath.Join(t.TempDir(), "gezin"+Extension)
		if _, err := Create(path, short, aDocument(t)); !errors.Is(err, ErrShortPassphrase) {
			t.Errorf("%q: %v", short, err)
		}
		if entries, err := os.ReadDir(filepath.Dir(path)); len(entries) > 0 || err != nil {
			t.Errorf("left behind: %v (%v)", entries, err)
		}
	}
}

func TestChangePassphrase(t *testing.T) {
	c, d := aCase(t)
	mustSave(t, c, d)
	before := content(t, c.Path())
	if err := c.ChangePassphrase("kort"); !errors.Is(err, ErrShortPassphrase) || !bytes.Equal(before, content(t, c.Path())) {
		t.Errorf("error %v, or the file changed", err)
	}
	if err := c.ChangePassphrase("vier rode bussen"); err != nil {
		t.Fatal(err)
	}
	mustSave(t, c, d)
	c.Close()
	if _, err := Open(c.Path(), secret); !errors.Is(err, ErrPassphrase) {
		t.Errorf("the old passphrase: %v", err)
	}
	if _, err := DecodeEncrypted(content(t, c.Path()), "vier rode bussen"); err != nil {
		t.Error(err)
	}
	old, err := takeApart(before)
	if err != nil {
		t.Fatal(err)
	}
	identity, err := old.unlock(secret)
	if err != nil {
		t.Fatal(err)
	}
	now, err := takeApart(content(t, c.Path()))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := now.open(identity); !errors.Is(err, ErrDamaged) {
		t.Errorf("the old key opens the new body: %v", err)
	}
}

// spoiled gives what can be wrong with the bytes of a file.
func spoiled(t testing.TB, whole []byte) map[string]struct {
	data []byte
	want error
} {
	t.Helper()
	flip := func(at int) []byte {
		data := bytes.Clone(whole)
		data[at] ^= 1
		return data
	}
	h := header.FindIndex(whole)[1]
	type spoilt = struct {
		data []byte
		want error
	}
	return map[string]spoilt{
		"nothing":             {nil, ErrEmpty},
		"only spaces":         {[]byte(" \n"), ErrEmpty},
		"a letter":            {[]byte("Beste mevrouw,"), ErrForeign},
		"a picture":           {[]byte("\x89PNG\r\n\x1a\n"), ErrForeign},
		"an age file":         {whole[h:], ErrForeign},
		"json":                {[]byte(example), ErrPlain},
		"newer":               {bytes.Replace(whole, []byte("perspectief 1"), []byte("perspectief 2"), 1), ErrNewer},
		"newer and otherwise": {[]byte("perspectief 12\nsomething else"), ErrNewer},
		"huge":                {append(bytes.Clone(whole), make([]byte, MaxSize)...), ErrTooLarge},
		"five bytes":          {whole[:5], ErrTruncated},
		"first line":          {whole[:14], ErrTruncated},
		"half a header":       {whole[:60], ErrTruncated},
		"only the header":     {whole[:h], ErrTruncated},
		"half":                {whole[:len(whole)/2], ErrTruncated},
		"all but one byte":    {whole[:len(whole)-1], ErrTruncated},
		"one byte more":       {append(bytes.Clone(whole), 0), ErrDamaged},
		"flip in the version": {flip(12), ErrDamaged}, // 1 becomes 0
		"flip in the header":  {flip(20), ErrDamaged},
		"flip in the key":     {flip(h + 150), ErrDamaged},
		"flip in the body":    {flip(len(whole) - 100), ErrDamaged},
		"zeros at the end":    {append(bytes.Clone(whole[:len(whole)-64]), make([]byte, 64)...), ErrDamaged},
	}
}

func TestEachFaultOfAFileHasItsOwnError(t *testing.T) {
	c, _ := aCase(t)
	c.Close()
	for name, s := range spoiled(t, content(t, c.Path())) {
		path := filepath.Join(t.TempDir(), "gezin"+Extension)
		if err := os.WriteFile(path, s.data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(path, secret); !errors.Is(err, s.want) {
			t.Errorf("%s: %v, want %v", name, err, s.want)
		}
		if !bytes.Equal(content(t, path), s.data) {
			t.Errorf("%s: the file changed", name)
		}
		onlyFile(t, path)
	}
	if _, err := Open(filepath.Join(t.TempDir(), "weg"), secret); !errors.Is(err, ErrMissing) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := Open(t.TempDir(), secret); !errors.Is(err, ErrForeign) {
		t.Errorf("a folder: %v", err)
	}
}

// A file whose bytes are sound but whose content is of another program.
func TestContentOfAnotherProgram(t *testing.T) {
	for text, want := range map[string]error{
		`{"schema": 2, "future": true}`:           ErrNewer,
		`{"schema": 1, "houshold": {"year": 26}}`: ErrNotCaseFile,
	} {
		packed, err := pack([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "gezin"+Extension)
		writeStates(t, path, states{{time.Unix(0, 0), packed}})
		before := content(t, path)
		if _, err := Open(path, secret); !errors.Is(err, want) || len(Faults(err)) == 0 {
			t.Errorf("%s: %v", text, err)
		}
		if !bytes.Equal(before, content(t, path)) {
			t.Error("the file changed")
		}
	}
}

func writeStates(t testing.TB, path string, s states) {
	t.Helper()
	identity, key, err := newKey(secret, cheap)
	if err != nil {
		t.Fatal(err)
	}
	data, _, err := seal(key, identity, s)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAFileMayNotAskForEndlessWork(t *testing.T) {
	c, _ := aCase(t)
	parts, err := takeApart(content(t, c.Path()))
	if err != nil {
		t.Fatal(err)
	}
	parts.key = bytes.Replace(parts.key, []byte(fmt.Sprintf(" %d\n", cheap)), []byte(" 30\n"), 1)
	if _, err := DecodeEncrypted(parts.bytes(), secret); !errors.Is(err, ErrDamaged) {
		t.Errorf("error %v", err)
	}
}

func TestAFileOpensOnce(t *testing.T) {
	c, _ := aCase(t)
	if _, err := Open(c.Path(), secret); !errors.Is(err, ErrInUse) {
		t.Errorf("error %v", err)
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(c.Path(), link); err == nil {
		if _, err := Open(link, secret); !errors.Is(err, ErrInUse) {
			t.Errorf("through a link: %v", err)
		}
	}
	c.Close()
	mustOpen(t, c.Path())
}

func TestAChangeByAnotherProgramIsNoticed(t *testing.T) {
	c, d := aCase(t)
	mustSave(t, c, d)

	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(c.Path(), later, later); err != nil {
		t.Fatal(err)
	}
	mustSave(t, c, d) // only the time was another
	mine := content(t, c.Path())

	other := bytes.Clone(mine)
	other[len(other)-1] ^= 1
	for name, data := range map[string][]byte{"other bytes": other, "shorter": other[:100]} {
		if err := os.WriteFile(c.Path(), data, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(c.Path(), later, later.Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		for range 2 { // it does not get used to it
			if err := c.Save(d); !errors.Is(err, ErrChanged) || !bytes.Equal(content(t, c.Path()), data) {
				t.Errorf("%s: error %v, or written over", name, err)
			}
		}
		if err := c.Erase(); !errors.Is(err, ErrChanged) {
			t.Errorf("%s: erase: %v", name, err)
		}
	}
	if err := os.Remove(c.Path()); err != nil {
		t.Fatal(err)
	}
	if err := c.Save(d); !errors.Is(err, ErrMissing) {
		t.Errorf("removed: %v", err)
	}
	rescue := filepath.Join(t.TempDir(), "kopie"+Extension)
	if err := c.SaveCopy(rescue, d); err != nil {
		t.Fatal(err)
	}
	if err := c.SaveCopy(rescue, d); !errors.Is(err, ErrExists) {
		t.Errorf("over a file: %v", err)
	}
	onlyFile(t, rescue)
	mustOpen(t, rescue)
}

func TestAFileThatIsGoneCanBePutBack(t *testing.T) {
	c, d := aCase(t)
	link := filepath.Join(t.TempDir(), "map")
	if err := os.Symlink(filepath.Dir(c.Path()), link); err != nil {
		link = filepath.Dir(c.Path()) // Windows without the right to make links
	}
	path := filepath.Join(link, filepath.Base(c.Path()))
	gone := func() {
		t.Helper()
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.SaveCopy(path, d); !errors.Is(err, ErrExists) {
		t.Errorf("over itself: %v", err)
	}
	gone()
	setCount(d, 5)
	if err := c.SaveCopy(path, d); err != nil || count(stateOf(t, path)) != 5 {
		t.Fatalf("put back: %v", err)
	}
	mustSave(t, c, d) // and goes on in it
	gone()
	again, err := c.CopyTo(path, d)
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	if _, err := Open(path, secret); !errors.Is(err, ErrInUse) {
		t.Errorf("the lock is lost: %v", err)
	}
	mustSave(t, again, d)
	if !errors.Is(c.Save(d), ErrClosed) {
		t.Error("two cases have the file")
	}
	again.Close()
	onlyFile(t, path)
}

func TestCreateTakesNoFilesPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gezin"+Extension)
	if err := os.WriteFile(path, []byte("iets anders"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Create(path, secret, aDocument(t)); !errors.Is(err, ErrExists) || string(content(t, path)) != "iets anders" {
		t.Errorf("error %v, or written over", err)
	}
	onlyFile(t, path)
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := create(path, secret, aDocument(t), cheap)
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
	onlyFile(t, path)
	if _, err := Create(filepath.Join(t.TempDir(), "geen", "map"), secret, aDocument(t)); !errors.Is(err, ErrMissing) {
		t.Errorf("no folder: %v", err)
	}
}

// While the passphrase is worked out, which takes a second, another program may put its file there.
func TestAFileThatCameMeanwhileKeepsItsPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gezin"+Extension)
	meanwhile := func(name string, mode fs.FileMode) (output, error) {
		if err := os.WriteFile(path, []byte("iets anders"), 0o600); err != nil {
			return nil, err
		}
		return createNew(name, mode)
	}
	c, d := aCase(t)
	c.create = meanwhile
	for name, make := range map[string]func() error{
		"create": func() error {
			fresh := newCase(path)
			fresh.create, fresh.work = meanwhile, cheap
			return fresh.begin(secret, d)
		},
		"copy": func() error { return c.SaveCopy(path, d) },
	} {
		if err := make(); !errors.Is(err, ErrExists) || string(content(t, path)) != "iets anders" {
			t.Errorf("%s: error %v, or written over", name, err)
		}
		onlyFile(t, path)
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	c.create = createNew
	mustSave(t, c, d) // and the case still has its own file
}

func TestSaveRefusesAndLeavesTheFile(t *testing.T) {
	c, d := aCase(t)
	before := content(t, c.Path())
	for text, want := range map[string]struct {
		key  string
		kind error
	}{
		"bel 111222333":          {"fout.bsn", ErrPersonalNumber},
		"NL91 ABNA 0417 1643 00": {"fout.iban", ErrPersonalNumber},
		"half\xff":               {"fout.vreemd_teken", ErrUnstorable},
		"nul\x00":                {"fout.vreemd_teken", ErrUnstorable},
		"escape\x1b[31m":         {"fout.vreemd_teken", ErrUnstorable},
	} {
		d.Plan.Wishes[0].Text = text
		err := c.Save(d)
		faults := Faults(err)
		if !errors.Is(err, want.kind) || len(faults) != 1 || faults[0].Key != want.key || faults[0].Field != "plan.wishes[0].text" {
			t.Errorf("%q: %v, faults %v", text, err, faults)
		}
		if strings.Contains(err.Error(), text) {
			t.Errorf("the error quotes %q", text)
		}
		if !bytes.Equal(before, content(t, c.Path())) {
			t.Fatalf("%q: the file changed", text)
		}
	}
	d.Plan.Wishes[0].Text = strings.Repeat("x", MaxSize)
	if err := c.Save(d); !errors.Is(err, ErrTooLarge) || !bytes.Equal(before, content(t, c.Path())) {
		t.Errorf("too large: %v, or the file changed", err)
	}
}

func TestEveryTextComesBackAsItWas(t *testing.T) {
	c, d := aCase(t)
	for _, text := range []string{
		"👩‍👧‍👦 🚲 🇳🇱", "\u202eomgekeerd\u202c", "שלום مرحبا", "e\u0301 en é", "a\u2028b\u2029c", "\ufeffmerk", "\ufffd", "<b>&amp;</b>",
		"regel\n\tregel", `"\u0000"`, strings.Repeat("woord", 2000), "\U0010ffff",
	} {
		d.Plan.Wishes[0].Text = text
		mustSave(t, c, d)
		stored, err := DecodeEncrypted(content(t, c.Path()), secret)
		if err != nil || stored.Plan.Wishes[0].Text != text {
			t.Errorf("%q did not come back (%v)", text, err)
		}
	}
}

func TestEveryErrorHasItsSentence(t *testing.T) {
	seen := map[string]error{}
	for _, k := range keys {
		faults := Faults(fmt.Errorf("around: %w", k.err))
		if len(faults) != 1 || faults[0].Key != k.key {
			t.Errorf("%v: %v", k.err, faults)
		}
		if other, twice := seen[k.key]; twice && k.err != ErrForeign {
			t.Errorf("%v and %v share a sentence", k.err, other)
		}
		seen[k.key] = k.err
	}
	if faults := Faults(errors.New("something else")); faults != nil {
		t.Errorf("a foreign error: %v", faults)
	}
	if faults := Faults(&RefusedError{[]budget.FieldError{{Field: "a", Key: "b"}}, ErrUnstorable}); len(faults) != 1 || faults[0].Field != "a" {
		t.Errorf("refused: %v", faults)
	}
}
