package plan

import "strings"

// SheetTitles lists the title of every printed page; a page that goes on with the one before has none.
func SheetTitles(d Document, fonts Fonts) ([]string, error) {
	faces, err := readFonts(fonts)
	if err != nil {
		return nil, err
	}
	var titles []string
	for _, s := range (&layout{fonts: faces}).document(&d) {
		if s.goesOn {
			titles = append(titles, "")
		} else {
			titles = append(titles, s.title)
		}
	}
	return titles, nil
}

// Ours are the words of a page that the program wrote.
func Ours(page Block) string { return ours(page) }

// ReadAloud are the words of a document in the order of its tags.
func ReadAloud(d Document, fonts Fonts) string {
	faces, err := readFonts(fonts)
	if err != nil {
		return err.Error()
	}
	var read strings.Builder
	for _, s := range (&layout{fonts: faces}).document(&d) {
		for _, p := range s.pieces {
			for _, r := range p.runs {
				if len(p.tags) > 0 {
					read.WriteString(r.text + " ")
				}
			}
		}
	}
	return read.String()
}
