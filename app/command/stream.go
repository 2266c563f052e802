package command

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	"perspectief/app/store"
	"perspectief/budget"
	"perspectief/i18n"
)

// answered is what one document of a stream came to: a line for stdout, and its faults.
type answered struct {
	line   []byte
	faults []budget.FieldError
	err    error
}

// stream answers every document of stdin with one line, in order, on all cores. A document with faults is answered with
// its faults, and the stream goes on.
func (s *session) stream(explain bool) error {
	var (
		queue = make(chan chan answered, 4*runtime.GOMAXPROCS(0))
		stop  = make(chan struct{})
		split = splitter{in: bufio.NewReaderSize(s.stdin, 1<<16)}
	)
	defer close(stop)
	go s.feed(&split, queue, stop, explain)
	var (
		out    = bufio.NewWriterSize(s.straight, 1<<16)
		faulty bool
		n      int
	)
	for answer := range queue {
		a := <-answer
		if a.err != nil {
			return errors.Join(a.err, out.Flush())
		}
		n++
		for _, f := range a.faults {
			faulty = true
			fmt.Fprintln(s.stderr, s.words.T("opdracht.document", i18n.Args{"nummer": n})+": "+s.line(f))
		}
		if _, err := out.Write(a.line); err != nil {
			return fmt.Errorf("command: %w", err)
		}
		if len(queue) == 0 { // nothing is waiting: who asks one by one gets the answer at once
			if err := out.Flush(); err != nil {
				return fmt.Errorf("command: %w", err)
			}
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("command: %w", err)
	}
	switch {
	case n == 0:
		return &faultsError{faults: []budget.FieldError{{Key: "fout.bestand_leeg"}}}
	case faulty:
		return &faultsError{}
	}
	return nil
}

// feed hands every document to a goroutine of its own and keeps the answers in order. The room in the queue bounds how
// many are at work.
func (s *session) feed(split *splitter, queue chan<- chan answered, stop <-chan struct{}, explain bool) {
	defer close(queue)
	for {
		data, err := split.next()
		if errors.Is(err, io.EOF) {
			return
		}
		answer := make(chan answered, 1)
		select {
		case queue <- answer:
		case <-stop:
			return
		}
		if err != nil {
			answer <- answered{err: fmt.Errorf("command: %w", err)}
			return
		}
		go func() { answer <- s.answerTo(data, explain) }()
	}
}

func (s *session) answerTo(data []byte, explain bool) answered {
	d, faults := store.Check(data)
	if len(faults) > 0 {
		return s.faultsAnswer(faults)
	}
	r, trace, err := s.year(&d.Household, explain)
	if err != nil {
		return s.faultsAnswer([]budget.FieldError{{Field: "household", Key: "opdracht.mislukt", Args: i18n.Args{"fout": err.Error()}}})
	}
	line, err := s.yearJSON(r, trace)
	return answered{line: line, err: err}
}

func (s *session) faultsAnswer(faults []budget.FieldError) answered {
	type fault struct {
		Field   string `json:"field"`
		Message string `json:"message"`
	}
	var a struct {
		Errors []fault `json:"errors"`
	}
	for _, f := range faults {
		a.Errors = append(a.Errors, fault{f.Field, s.sentence(f)})
	}
	line, err := json.Marshal(a)
	return answered{line: append(line, '\n'), faults: faults, err: err}
}

// splitter cuts a stream into JSON documents. One document stands on one line or spans several. Where the JSON breaks, what
// was read is one broken document, and reading goes on at the next line that can begin a new one.
type splitter struct {
	in      *bufio.Reader
	waiting []string // lines that were read and are not used yet
}

// next gives the next document, broken or not; io.EOF at the end.
func (s *splitter) next() ([]byte, error) {
	first, err := s.nextLine()
	if err != nil {
		return nil, err
	}
	lines := lineReader{from: s, lines: []string{first}}
	d := json.NewDecoder(&lines)
	var document json.RawMessage
	err = d.Decode(&document)
	if lines.err != nil {
		return nil, lines.err
	}
	all := strings.Join(lines.lines, "")
	if err == nil {
		if strings.TrimSpace(all[d.InputOffset():]) != "" {
			return []byte(all), nil // something stands behind the document, on its last line
		}
		return document, nil
	}
	return s.broken(lines.lines), nil
}

// broken gives the broken document and puts back the lines from where a new document can begin. Lines behind its first one
// that can only be the rest of a document are left out.
func (s *splitter) broken(lines []string) []byte {
	if len(lines) == 1 {
		return []byte(lines[0])
	}
	at := 1
	for at < len(lines) && isRest(lines[at]) {
		at++
	}
	s.waiting = append(append([]string{}, lines[at:]...), s.waiting...)
	if at == len(lines) {
		s.skipRest()
	}
	return []byte(strings.Join(lines[:at], ""))
}

// skipRest leaves out the lines that follow a broken document and can only be the rest of it.
func (s *splitter) skipRest() {
	for {
		line, err := s.nextLine()
		if err != nil {
			return
		}
		if !isRest(line) {
			s.waiting = append([]string{line}, s.waiting...)
			return
		}
	}
}

// isRest tells a line that does not begin a document: it is indented, or begins with the end of something.
func isRest(line string) bool { return strings.ContainsRune(" \t\"]},:", rune(line[0])) }

// nextLine gives the next line that is not blank.
func (s *splitter) nextLine() (string, error) {
	for {
		line, err := s.line()
		if strings.TrimSpace(line) != "" {
			return line, nil
		}
		if err != nil {
			return "", err
		}
	}
}

// line gives the next line with its end. A line longer than the largest document loses the rest of itself.
func (s *splitter) line() (string, error) {
	if len(s.waiting) > 0 {
		line := s.waiting[0]
		s.waiting = s.waiting[1:]
		return line, nil
	}
	var line bytes.Buffer
	for {
		part, err := s.in.ReadSlice('\n')
		line.Write(part[:min(len(part), max(0, store.MaxSize+2-line.Len()))])
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line.String(), err
		}
	}
}

// lineReader reads line by line, no further than the document needs, and keeps the lines.
type lineReader struct {
	from  *splitter
	lines []string
	given int    // lines handed out whole
	left  string // of the line that is being handed out
	size  int
	err   error // of the stream itself
}

func (r *lineReader) Read(p []byte) (int, error) {
	if r.left == "" {
		if r.given == len(r.lines) {
			if r.size > store.MaxSize {
				return 0, io.ErrUnexpectedEOF
			}
			line, err := r.from.nextLine()
			if err != nil {
				if !errors.Is(err, io.EOF) {
					r.err = err
				}
				return 0, io.EOF
			}
			r.lines = append(r.lines, line)
		}
		r.left = r.lines[r.given]
		r.size += len(r.left)
		r.given++
	}
	n := copy(p, r.left)
	r.left = r.left[n:]
	return n, nil
}
