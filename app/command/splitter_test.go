package command

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"testing"
)

// Whatever stands before it, a document on a line of its own at the end of a stream is found.
func FuzzSplitterFindsTheLastDocument(f *testing.F) {
	const last = `{"schema":1,"household":{"year":2026}}`
	for _, seed := range []string{"", "{", "[", `{"a":`, `"`, "x\ny", last, last + "\n", "{\n  \"a\": 1,\n  }\n", "[" + last + ",", "\xff", "1 2", "{}}", "tru"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, before string) {
		in := before + "\n" + last
		s := splitter{in: bufio.NewReaderSize(strings.NewReader(in), 16)}
		documents, final := 0, ""
		for {
			d, err := s.next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if documents, final = documents+1, string(d); documents > strings.Count(in, "\n")+1 {
				t.Fatalf("more documents than lines in %q", in)
			}
		}
		if final != last {
			t.Fatalf("last document of %q is %q", in, final)
		}
	})
}
