package assets

import (
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"path/filepath"
	"strings"
	"testing"
)

func TestFontsAreTrueType(t *testing.T) {
	fonts := Fonts()
	files, err := filepath.Glob("fonts/*")
	if err != nil || len(files) != 3*len(fonts) {
		t.Errorf("%d files for %d fonts: %v", len(files), len(fonts), err)
	}
	for _, font := range fonts {
		for _, data := range [][]byte{font.Regular, font.Bold} {
			if !bytes.HasPrefix(data, []byte{0, 1, 0, 0}) || !bytes.Contains(data[:512], []byte("glyf")) {
				t.Errorf("%s: no TrueType outlines, which the PDF needs", font.Name)
			}
		}
		if bytes.Equal(font.Regular, font.Bold) {
			t.Errorf("%s: regular and bold are the same font", font.Name)
		}
	}
	if !bytes.Equal(FontRegular(), fonts[0].Regular) || !bytes.Equal(FontBold(), fonts[0].Bold) {
		t.Error("the first font is not the one of the window")
	}
}

func TestLicencesAreWhole(t *testing.T) {
	whole := func(name, text, begin, end string) {
		if !strings.Contains(text, begin) || !strings.Contains(text, end) {
			t.Errorf("%s: the licence text is not whole", name)
		}
	}
	authors := map[string]string{"AtkinsonHyperlegibleNext": "The Atkinson Hyperlegible Next Project Authors"}
	for _, font := range Fonts() {
		whole(font.Name, font.Licence, cmp.Or(authors[font.Name], "The Noto Project Authors"), "OTHER DEALINGS IN THE FONT SOFTWARE")
	}
	whole("pictograms", PictogramLicence(), "ISC License", "OTHER DEALINGS IN THE\nSOFTWARE")
}

func TestIcon(t *testing.T) {
	picture, err := png.Decode(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 512 || size.Y != 512 {
		t.Errorf("icon is %v, want 512 by 512", size)
	}
}

func TestEveryPictogramIsAPathInItsBox(t *testing.T) {
	names := PictogramNames()
	if len(names) < 25 {
		t.Fatalf("%d pictograms, want at least 25", len(names))
	}
	// Half a stroke lies outside the path, so the path keeps that distance from the edge.
	const low, high = StrokeWidth / 2, BoxSize - StrokeWidth/2
	for _, name := range names {
		path, ok := Pictogram(name)
		if !ok || len(path) < 2 {
			t.Errorf("%s: no path", name)
			continue
		}
		for _, segment := range path {
			for _, number := range segment.Args[:argCount[string(segment.Op)]] {
				if number < low || number > high {
					t.Errorf("%s: %c %v lies outside the box", name, segment.Op, segment.Args)
					break
				}
			}
		}
	}
}

func TestSVGIsWellFormed(t *testing.T) {
	for _, name := range PictogramNames() {
		text, ok := SVG(name)
		if !ok {
			t.Errorf("%s: no SVG", name)
		}
		var document struct {
			ViewBox string `xml:"viewBox,attr"`
			Path    struct {
				D string `xml:"d,attr"`
			} `xml:"path"`
		}
		if err := xml.Unmarshal([]byte(text), &document); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if document.ViewBox != "0 0 24 24" || !strings.HasPrefix(document.Path.D, "M ") {
			t.Errorf("%s: %s", name, text)
		}
	}
}

func TestUnknownPictogram(t *testing.T) {
	if _, ok := Pictogram("no-such-thing"); ok {
		t.Error("a path for an unknown name")
	}
	if _, ok := SVG("no-such-thing"); ok {
		t.Error("an SVG for an unknown name")
	}
}

func TestParsePath(t *testing.T) {
	path, err := parsePath("M 1 2 L 3.5 4 C 1 2 3 4 5 6 Z")
	if err != nil {
		t.Fatal(err)
	}
	want := Path{
		{'M', [6]float64{1, 2}}, {'L', [6]float64{3.5, 4}}, {'C', [6]float64{1, 2, 3, 4, 5, 6}}, {'Z', [6]float64{}},
	}
	if len(path) != len(want) {
		t.Fatalf("got %v, want %v", path, want)
	}
	for i := range want {
		if path[i] != want[i] {
			t.Errorf("segment %d: got %v, want %v", i, path[i], want[i])
		}
	}
	for _, bad := range []string{"L 1 2", "M 1", "M 1 x", "M 1 2 A 1 2 0 1 1 3 4", "M 1 2 3"} {
		if path, err := parsePath(bad); err == nil {
			t.Errorf("%q is read as %v", bad, path)
		}
	}
}

func TestExamples(t *testing.T) {
	files, err := filepath.Glob("voorbeelden/*.json")
	if err != nil {
		t.Fatal(err)
	}
	examples := Examples()
	if len(examples) != 5 || len(files) != len(examples) {
		t.Fatalf("%d examples and %d files, want 5 of each", len(examples), len(files))
	}
	for _, example := range examples {
		var file struct {
			Schema    int `json:"schema"`
			Household struct {
				Year   int               `json:"year"`
				Adults []json.RawMessage `json:"adults"`
			} `json:"household"`
		}
		if err := json.Unmarshal(example.Data, &file); err != nil {
			t.Errorf("%s: %v", example.File, err)
		}
		if file.Schema != 1 || file.Household.Year != 2026 || len(file.Household.Adults) == 0 {
			t.Errorf("%s: no case file of 2026", example.File)
		}
	}
}
