package assets

import _ "embed"

var (
	//go:embed fonts/AtkinsonHyperlegibleNext-Regular.ttf
	fontRegular []byte
	//go:embed fonts/AtkinsonHyperlegibleNext-Bold.ttf
	fontBold []byte
	//go:embed fonts/AtkinsonHyperlegibleNext-OFL.txt
	fontLicence string
	//go:embed icon.png
	icon []byte
)

// FontRegular is Atkinson Hyperlegible Next Regular as TTF: Latin letters, drawn for people who see little.
// The bytes are shared; do not change them.
func FontRegular() []byte { return fontRegular }

// FontBold is Atkinson Hyperlegible Next Bold as TTF. The bytes are shared; do not change them.
func FontBold() []byte { return fontBold }

// FontLicence is the text of the SIL Open Font License 1.1 that goes with the fonts.
func FontLicence() string { return fontLicence }

// Icon is the icon of the program as PNG of 512 by 512 pixels. The bytes are shared; do not change them.
func Icon() []byte { return icon }
