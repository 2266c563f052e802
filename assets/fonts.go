package assets

import (
	"embed"
	"slices"
	"sync"
)

//go:embed fonts/*.ttf fonts/*-OFL.txt
var fontFiles embed.FS

// Font is a family of two weights as TTF, under the SIL Open Font License 1.1. The bytes are shared; do not change them.
type Font struct {
	Name          string // the first part of the names of its files
	Regular, Bold []byte
	Licence       string
}

// fontNames gives the order in which a letter looks for its font.
var fontNames = []string{
	"AtkinsonHyperlegibleNext", // Latin, drawn for people who see little
	"NotoSans",                 // Cyrillic, and rare Latin letters
	"NotoNaskhArabic",
	"NotoSansEthiopic",
}

// readFonts reads the files once: an embedded file is copied each time it is read.
var readFonts = sync.OnceValue(func() []Font {
	all := make([]Font, 0, len(fontNames))
	for _, name := range fontNames {
		all = append(all, Font{name, fontFile(name + "-Regular.ttf"), fontFile(name + "-Bold.ttf"), string(fontFile(name + "-OFL.txt"))})
	}
	return all
})

// Fonts gives the fonts for paper, in the order in which a letter looks for its font.
func Fonts() []Font { return slices.Clone(readFonts()) }

// FontRegular is Atkinson Hyperlegible Next Regular, the letter of window and paper.
func FontRegular() []byte { return readFonts()[0].Regular }

// FontBold is Atkinson Hyperlegible Next Bold.
func FontBold() []byte { return readFonts()[0].Bold }

// fontFile is an embedded file; a test proves that each is there and whole.
func fontFile(name string) []byte {
	data, _ := fontFiles.ReadFile("fonts/" + name)
	return data
}

//go:embed icon.png
var icon []byte

// Icon is the icon of the program as PNG of 512 by 512 pixels. The bytes are shared; do not change them.
func Icon() []byte { return icon }
