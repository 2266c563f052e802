package command_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"perspectief/app/command"
	"perspectief/app/store"
	"perspectief/i18n"
)

// sealed is a family with every part filled in, in a file with the passphrase below.
const (
	sealed       = "testdata/gezin.perspectief"
	sealedPhrase = "een oud wachtwoord"
)

// written puts a text in a file of its own.
func written(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bestand")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Everything that is written down is also that the file holds how it was before.
func TestEarlierVersionsAreTold(t *testing.T) {
	data, err := os.ReadFile(sealed)
	if err != nil {
		t.Fatal(err)
	}
	path := written(t, string(data))
	file, err := store.Open(path, sealedPhrase)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	d, err := file.Document()
	if err != nil {
		t.Fatal(err)
	}
	before := len(file.Versions())
	if err := file.Save(d); err != nil {
		t.Fatal(err)
	}
	if len(file.Versions()) == before {
		t.Fatal("the file keeps no version")
	}
	status, out, problems := call(t, "", "opgeschreven", path, "--tekst", "--passphrase-file", written(t, sealedPhrase))
	if status != 0 || !strings.Contains(out, "oude versie") {
		t.Errorf("status %d, %s: the versions are not told", status, problems)
	}
}

func TestEncryptedFileWithPassphraseFile(t *testing.T) {
	data, err := os.ReadFile(sealed)
	if err != nil {
		t.Fatal(err)
	}
	d, err := store.DecodeEncrypted(data, sealedPhrase)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := store.Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	_, want, _ := call(t, "", "bereken", written(t, string(plain)), "--json")
	for _, phrase := range []string{sealedPhrase, sealedPhrase + "\n", sealedPhrase + "\r\n", sealedPhrase + "\nnog een regel\n", "\uFEFF" + sealedPhrase + "\r\n"} {
		status, out, problems := call(t, "", "bereken", sealed, "--json", "--passphrase-file", written(t, phrase))
		if status != 0 || out != want || want == "" {
			t.Errorf("%q: status %d: %s", phrase, status, problems)
		}
	}
	status, out, problems := call(t, string(data), "bereken", "-", "--json", "--passphrase-file="+written(t, sealedPhrase))
	if status != 0 || out != want {
		t.Errorf("from standard input: status %d: %s", status, problems)
	}
	for _, word := range [][]string{{"uren", sealed}, {"normen", sealed}, {"plan", sealed, "--tekst"}} {
		if status, out, problems := call(t, "", append(word, "--passphrase-file", written(t, sealedPhrase))...); status != 0 || out == "" {
			t.Errorf("%v: status %d: %s", word, status, problems)
		}
	}
	if status, _, problems := call(t, "", "bereken", single, "--passphrase-file", "nergens"); status != 0 {
		t.Errorf("a file without a passphrase asks for one: %s", problems)
	}
}

func TestEncryptedFileThatDoesNotOpen(t *testing.T) {
	data, err := os.ReadFile(sealed)
	if err != nil {
		t.Fatal(err)
	}
	good := written(t, sealedPhrase)
	texts := sentences(t)
	for name, c := range map[string]struct {
		status   int
		file     string
		phrase   string
		sentence string
	}{
		"wrong passphrase":         {1, sealed, written(t, "een nieuw wachtwoord"), "fout.bestand.wachtwoord"},
		"no passphrase":            {2, sealed, "", "opdracht.wachtwoord_nodig"},
		"no passphrase file":       {1, sealed, filepath.Join(t.TempDir(), "weg"), "opdracht.wachtwoord_bestand"},
		"empty passphrase file":    {1, sealed, written(t, "\n"), "opdracht.wachtwoord_bestand"},
		"a folder as passphrase":   {1, sealed, t.TempDir(), "opdracht.wachtwoord_bestand"},
		"truncated":                {1, written(t, string(data[:len(data)-9])), good, "fout.bestand.afgebroken"},
		"damaged":                  {1, written(t, string(data)+"x"), good, "fout.bestand.beschadigd"},
		"of a newer program":       {1, written(t, "perspectief 2\n"), good, "fout.bestand.nieuwer"},
		"missing":                  {1, filepath.Join(t.TempDir(), "weg.perspectief"), good, "fout.bestand.weg"},
		"a folder instead of file": {1, t.TempDir(), good, "fout.bestand.vreemd"},
	} {
		args := []string{"bereken", c.file}
		if c.phrase != "" {
			args = append(args, "--passphrase-file", c.phrase)
		}
		status, out, problems := call(t, "", args...)
		if status != c.status || out != "" || !strings.Contains(problems, texts[c.sentence]) {
			t.Errorf("%s: status %d, says %q", name, status, problems)
		}
		if strings.Contains(problems, "wachtwoord\n") && strings.Contains(problems, sealedPhrase) {
			t.Errorf("%s: the passphrase is told", name)
		}
	}
}

// A pipe is no terminal: nobody is asked, and nothing waits.
func TestNobodyIsAskedWithoutATerminal(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	var out, problems strings.Builder
	if status := command.Main([]string{"bereken", sealed}, r, &out, &problems); status != 2 {
		t.Errorf("status %d: %s", status, &problems)
	}
}

// Each error of a file has a sentence, and each sentence about files an error.
func TestEveryErrorOfAFileHasItsSentence(t *testing.T) {
	catalogue, err := i18n.Load(i18n.Dutch)
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]bool{}
	for _, err := range []error{
		store.ErrNotCaseFile, store.ErrMissing, store.ErrEmpty, store.ErrForeign, store.ErrPlain, store.ErrNewer, store.ErrTooLarge,
		store.ErrTruncated, store.ErrDamaged, store.ErrPassphrase, store.ErrShortPassphrase, store.ErrNoAccess, store.ErrReadOnly,
		store.ErrDiskFull, store.ErrDisk, store.ErrSlow, store.ErrInUse, store.ErrChanged, store.ErrExists, store.ErrName, store.ErrClosed,
	} {
		faults := store.Faults(errors.Join(errors.New("around"), err))
		if len(faults) != 1 {
			t.Fatalf("%v: %v", err, faults)
		}
		if text := catalogue.T(faults[0].Key, faults[0].Args); strings.ContainsAny(text, "⟦⟧{}") {
			t.Errorf("%v: %s", err, text)
		}
		told[faults[0].Key] = true
	}
	for _, id := range catalogue.IDs() {
		if strings.HasPrefix(id, "fout.bestand.") && !told[id] {
			t.Errorf("%s is never said", id)
		}
	}
}
