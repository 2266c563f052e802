package plan

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
