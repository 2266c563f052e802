// Package command holds the headless words, such as "bereken" and "plan". The command-line program and the desktop program
// both answer to them. Nothing here needs a display.
package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
)

// The exit statuses.
const (
	exitFine  = 0
	exitFault = 1 // the file has faults, or cannot be read or written
	exitUsage = 2
)

// word is one of the headless words.
type word struct {
	options []option
	run     func(s *session, o *options) error
}

// withoutFile is the one word that needs no case file.
const withoutFile = "toestemming"

// words gives every headless word by its name.
func words() map[string]word {
	return map[string]word{
		"bereken": {[]option{flagJSON, flagExplain, flagMonths, flagSlip, flagPassphrase}, bereken},
		"uren":    {[]option{flagAdult, flagJob, flagFrom, flagTo, flagStep, flagJSON, flagExplain, flagDate, flagPassphrase}, uren},
		"raster":  {[]option{flagStep, flagJSON, flagPassphrase}, raster},
		"normen":  {[]option{flagSet, flagSetKind, flagJSON, flagPassphrase}, normen},
		"plan":    {[]option{flagOutput, flagText, flagHTML, flagICS, flagChild, flagLanguage, flagLarge, flagDate, flagStrict, flagPassphrase}, perspectiefplan},
		"helper":  {[]option{flagOutput, flagText, flagHTML, flagDate, flagPassphrase}, helper},

		"opgeschreven": {[]option{flagOutput, flagText, flagHTML, flagDate, flagPassphrase}, opgeschreven},
		withoutFile:    {[]option{flagOutput, flagText, flagHTML, flagDate, flagPassphrase}, toestemming},
		"schulden":     {[]option{flagOutput, flagText, flagHTML, flagDate, flagPassphrase}, schulden},
		"rechten":      {[]option{flagDate, flagPassphrase}, rechten},
		"regelingen":   {nil, regelingen},
		"totalen":      {[]option{flagOutput, flagDate, flagPassphrase}, totalen},
	}
}

// Knows tells whether an argument is one of the headless words, or asks what they are.
func Knows(argument string) bool {
	_, ok := words()[argument]
	return ok || asksForHelp(argument)
}

func asksForHelp(argument string) bool {
	return argument == "help" || argument == "--help" || argument == "-h"
}

// Main carries out one headless word with its arguments and gives the exit status: 0 fine, 1 the file has faults, 2 wrong
// usage. When it fails nothing is written but what is wrong, on stderr.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	catalogue, err := i18n.Load(i18n.Dutch)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitFault
	}
	s := &session{stdin: stdin, stderr: stderr, words: catalogue}
	if len(args) == 0 {
		fmt.Fprintln(stderr, s.words.T("opdracht.gebruik"))
		return exitUsage
	}
	if asksForHelp(args[0]) || slices.Contains(args, "--help") {
		fmt.Fprintln(stdout, s.words.T("opdracht.gebruik"))
		return exitFine
	}
	err = s.do(args[0], args[1:], stdout)
	return s.report(err)
}

// session is one call of Main. What a word has to say gathers in out and goes to stdout when all went well; only the stream
// of cases writes as it goes.
type session struct {
	stdin    io.Reader
	stderr   io.Writer
	straight io.Writer
	out      bytes.Buffer
	words    *i18n.Catalogue
	engine   *budget.Engine
}

func (s *session) do(name string, args []string, stdout io.Writer) error {
	w, ok := words()[name]
	if !ok {
		return usage("opdracht.onbekend_woord", i18n.Args{"woord": name})
	}
	o, err := parseOptions(args, w.options)
	if err != nil {
		return err
	}
	if o.file == "" && name != withoutFile {
		return usage("opdracht.geen_bestand", nil)
	}
	book, err := rules.Load()
	if err != nil {
		return err
	}
	s.engine, s.straight = budget.NewEngine(book), stdout
	if err := w.run(s, o); err != nil {
		return err
	}
	_, err = stdout.Write(s.out.Bytes())
	return err
}

// usageError says how the words are used, when they are used in another way.
type usageError struct {
	key  string
	args i18n.Args
}

func (e *usageError) Error() string { return "command: " + e.key }

func usage(key string, args i18n.Args) error { return &usageError{key, args} }

// faultsError holds the faults of a file that were not said before.
type faultsError struct{ faults []budget.FieldError }

func (e *faultsError) Error() string { return fmt.Sprintf("command: %d faults", len(e.faults)) }

// report says what went wrong and gives the exit status.
func (s *session) report(err error) int {
	var (
		wrong  *usageError
		faulty *faultsError
	)
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &wrong):
		fmt.Fprintln(s.stderr, s.words.T(wrong.key, wrong.args))
		fmt.Fprintln(s.stderr, s.words.T("opdracht.hulp"))
		return exitUsage
	case errors.As(err, &faulty):
		for _, f := range faulty.faults {
			fmt.Fprintln(s.stderr, s.line(f))
		}
	case store.Faults(err) != nil:
		for _, f := range store.Faults(err) {
			fmt.Fprintln(s.stderr, s.line(f))
		}
	default:
		fmt.Fprintln(s.stderr, s.words.T("opdracht.mislukt", i18n.Args{"fout": err.Error()}))
	}
	return exitFault
}

// line is a fault on one line: the field and the sentence.
func (s *session) line(f budget.FieldError) string {
	field := f.Field
	if field == "" {
		field = s.words.T("opdracht.bestand")
	}
	return field + ": " + s.sentence(f)
}

func (s *session) sentence(f budget.FieldError) string { return s.words.T(f.Key, i18n.Args(f.Args)) }

// document reads the case file that the arguments name. A file with faults gives a faultsError.
func (s *session) document(o *options) (*store.Document, error) {
	d, _, err := s.everything(o)
	return d, err
}

// everything is document, with the earlier versions in the file.
func (s *session) everything(o *options) (*store.Document, []store.Version, error) {
	data, err := s.read(o.file)
	if err != nil {
		return nil, nil, err
	}
	if store.Encrypted(data) {
		return s.encrypted(data, o)
	}
	d, faults := store.Check(data)
	if len(faults) > 0 {
		return nil, nil, &faultsError{faults: faults}
	}
	return d, nil, nil
}

func (s *session) read(path string) ([]byte, error) {
	if path != "-" {
		return store.ReadBytes(path)
	}
	data, err := io.ReadAll(io.LimitReader(s.stdin, store.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("command: %w", err)
	}
	return data, nil
}
