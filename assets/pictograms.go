package assets

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// BoxSize is the side of the square that a pictogram is drawn in, and StrokeWidth the width of its lines in the
// same unit.
const (
	BoxSize     = 24
	StrokeWidth = 2
)

var (
	//go:embed pictogrammen.json
	pictogramFile []byte
	//go:embed pictogrammen-LICENSE.txt
	pictogramLicence string
)

// Path is the line art of one pictogram, to be stroked with round ends and round corners, never filled.
type Path []Segment

// Segment is one command of a path. All positions are absolute, in a box of BoxSize, y downwards.
//
//	'M' x y               begin a new line
//	'L' x y               straight line
//	'C' x1 y1 x2 y2 x y   cubic curve
//	'Z'                   close the line
type Segment struct {
	Op   byte
	Args [6]float64
}

// argCount is the number of arguments that each command uses.
var argCount = map[string]int{"M": 2, "L": 2, "C": 6, "Z": 0}

// readPictograms reads the path texts once; a test proves that the embedded file is whole.
var readPictograms = sync.OnceValues(func() (map[string]string, error) {
	var file struct {
		Paths map[string]string `json:"paths"`
	}
	if err := json.Unmarshal(pictogramFile, &file); err != nil {
		return nil, fmt.Errorf("assets: pictogrammen.json: %w", err)
	}
	return file.Paths, nil
})

// PictogramLicence is the text of the licences that go with the pictograms.
func PictogramLicence() string { return pictogramLicence }

// PictogramText is the line art as the commands of an SVG path, for a web page.
func PictogramText(name string) (path string, ok bool) {
	paths, _ := readPictograms()
	path, ok = paths[name]
	return path, ok
}

// PictogramNames lists the pictograms that exist, sorted.
func PictogramNames() []string {
	paths, _ := readPictograms()
	names := make([]string, 0, len(paths))
	for name := range paths {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Pictogram gives the path of a pictogram by its Lucide name, such as "house".
func Pictogram(name string) (Path, bool) {
	paths, _ := readPictograms()
	text, ok := paths[name]
	if !ok {
		return nil, false
	}
	path, err := parsePath(text)
	return path, err == nil
}

// SVG gives a pictogram as a black SVG document for the window, which recolours it to its theme.
func SVG(name string) (string, bool) {
	paths, _ := readPictograms()
	text, ok := paths[name]
	if !ok {
		return "", false
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[1]d" viewBox="0 0 %[1]d %[1]d">`+
		`<path d="%s" fill="none" stroke="#000000" stroke-width="%d" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
		BoxSize, text, StrokeWidth), true
}

// parsePath reads words such as "M 3 10 L 12 3 Z", separated by spaces.
func parsePath(text string) (Path, error) {
	words := strings.Fields(text)
	var path Path
	for len(words) > 0 {
		op := words[0]
		count, ok := argCount[op]
		if !ok {
			return nil, fmt.Errorf("assets: path: unknown command %q", op)
		}
		if len(words) <= count {
			return nil, fmt.Errorf("assets: path: %s has %d numbers, not %d", op, len(words)-1, count)
		}
		if len(path) == 0 && op != "M" {
			return nil, fmt.Errorf("assets: path: begins with %s, not M", op)
		}
		segment := Segment{Op: op[0]}
		for i, word := range words[1 : 1+count] {
			number, err := strconv.ParseFloat(word, 64)
			if err != nil {
				return nil, fmt.Errorf("assets: path: %w", err)
			}
			segment.Args[i] = number
		}
		path = append(path, segment)
		words = words[1+count:]
	}
	return path, nil
}
