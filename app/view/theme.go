// Package view draws the window: widgets that show what the view models say and pass on what people do.
// It computes no amounts.
package view

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"perspectief/assets"
)

// Names of the colours and sizes that this program adds to those of the toolkit.
const (
	colorCard   fyne.ThemeColorName = "perspectiefCard"
	colorBorder fyne.ThemeColorName = "perspectiefBorder"
	colorMuted  fyne.ThemeColorName = "perspectiefMuted"
	colorAccent fyne.ThemeColorName = "perspectiefAccent"
	colorSoft   fyne.ThemeColorName = "perspectiefSoft"
	colorDeep   fyne.ThemeColorName = "perspectiefDeep"
	colorHint   fyne.ThemeColorName = "perspectiefHint"
	colorRail   fyne.ThemeColorName = "perspectiefRail"
	colorWarm   fyne.ThemeColorName = "perspectiefWarm"
	colorBand   fyne.ThemeColorName = "perspectiefBand"
	colorInk                        = theme.ColorNameForeground

	sizeText    = theme.SizeNameText
	sizeSmall   = theme.SizeNameCaptionText
	sizeHeading = theme.SizeNameHeadingText
	sizeSub     = theme.SizeNameSubHeadingText

	// The strip with the three amounts grows up to a point: it always stands above the screen.
	sizeAmount      fyne.ThemeSizeName = "perspectiefAmount"
	sizeAmountLabel fyne.ThemeSizeName = "perspectiefAmountLabel"
	sizeAmountNote  fyne.ThemeSizeName = "perspectiefAmountNote"
)

// palette is checked by a test: each text colour on its background has a contrast of at least 4.5 to 1.
var palette = map[fyne.ThemeColorName]color.NRGBA{
	theme.ColorNameBackground:          rgb(0xF7F3EC),
	theme.ColorNameForeground:          rgb(0x24302E),
	theme.ColorNamePrimary:             rgb(0x1C6B62),
	theme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	theme.ColorNameButton:              rgb(0xEFE8DC),
	theme.ColorNameHover:               {R: 0x1C, G: 0x6B, B: 0x62, A: 0x18},
	theme.ColorNamePressed:             {R: 0x1C, G: 0x6B, B: 0x62, A: 0x30},
	theme.ColorNameFocus:               {R: 0x1C, G: 0x6B, B: 0x62, A: 0x50},
	theme.ColorNameSelection:           {R: 0x1C, G: 0x6B, B: 0x62, A: 0x38},
	theme.ColorNameInputBackground:     rgb(0xFFFFFF),
	theme.ColorNameInputBorder:         rgb(0x9A9284),
	theme.ColorNamePlaceHolder:         rgb(0x6A6A60),
	theme.ColorNameDisabled:            rgb(0x6A6A60),
	theme.ColorNameDisabledButton:      rgb(0xEFE8DC),
	theme.ColorNameScrollBar:           {R: 0x24, G: 0x30, B: 0x2E, A: 0x60},
	theme.ColorNameSeparator:           rgb(0xE4DCCE),
	theme.ColorNameShadow:              {R: 0x24, G: 0x30, B: 0x2E, A: 0x30},
	theme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	theme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	theme.ColorNameHeaderBackground:    rgb(0xF7F3EC),
	theme.ColorNameHyperlink:           rgb(0x1C6B62),
	theme.ColorNameError:               rgb(0x8A5200),
	theme.ColorNameWarning:             rgb(0x8A5200),
	theme.ColorNameSuccess:             rgb(0x1C6B62),

	colorCard:   rgb(0xFFFFFF),
	colorBorder: rgb(0xE4DCCE),
	colorMuted:  rgb(0x5F625A),
	colorAccent: rgb(0x1C6B62),
	colorSoft:   rgb(0xE3EFEB),
	colorDeep:   rgb(0xBFDDD4),
	colorHint:   rgb(0x8A5200),
	colorRail:   rgb(0xFFFFFF),
	colorWarm:   rgb(0xFBEBD3),
	colorBand:   rgb(0xD6D2E6),
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// TextSizes lists the sizes of letters that can be chosen, in percent.
func TextSizes() []int { return []int{100, 125, 150, 200} }

// Theme is the look of the window: one light palette, the house font, and letters of a chosen size.
type Theme struct {
	base  fyne.Theme
	scale float32
}

// largestStrip is how much the strip with the three amounts grows at most.
const largestStrip = 1.4

// NewTheme makes the theme with letters of this many percent.
func NewTheme(percent int) *Theme {
	return &Theme{base: theme.DefaultTheme(), scale: float32(percent) / 100}
}

// Color implements fyne.Theme. The palette is the same in a dark system: paper is light, too.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := palette[name]; ok {
		return c
	}
	return t.base.Color(name, theme.VariantLight)
}

var fontRegular = fyne.NewStaticResource("AtkinsonHyperlegibleNext-Regular.ttf", assets.FontRegular())
var fontBold = fyne.NewStaticResource("AtkinsonHyperlegibleNext-Bold.ttf", assets.FontBold())

// Font implements fyne.Theme. There are no italics: they are hard to read.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol, style.Monospace:
		return t.base.Font(style)
	case style.Bold:
		return fontBold
	}
	return fontRegular
}

// Icon implements fyne.Theme.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size implements fyne.Theme. What belongs to the letters grows with them; lines and corners do not.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 15 * t.scale
	case theme.SizeNameCaptionText:
		return 13 * t.scale
	case theme.SizeNameSubHeadingText:
		return 18 * t.scale
	case theme.SizeNameHeadingText:
		return 27 * t.scale
	case sizeAmount:
		return 25 * min(t.scale, largestStrip)
	case sizeAmountLabel:
		return 15 * min(t.scale, largestStrip)
	case sizeAmountNote:
		return 13 * min(t.scale, largestStrip)
	case theme.SizeNameInlineIcon:
		return 20 * t.scale
	case theme.SizeNameInnerPadding:
		return 7 * t.scale
	case theme.SizeNameLineSpacing:
		return 5 * t.scale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius:
		return 7
	case theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return 8
	case theme.SizeNameDialogRadius, theme.SizeNameCardRadius:
		return 14
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return t.base.Size(name)
}

// unit is a length that grows with the letters: n at 100 percent.
func unit(n float32) float32 {
	return n * fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameText) / 15
}

// room is a length between things: it grows with the letters, but less, so that large letters get the space.
func room(n float32) float32 {
	scale := fyne.CurrentApp().Settings().Theme().Size(theme.SizeNameText) / 15
	return n * (1 + (scale-1)*0.4)
}

func themeColor(name fyne.ThemeColorName) color.Color {
	return fyne.CurrentApp().Settings().Theme().Color(name, theme.VariantLight)
}

func themeSize(name fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(name)
}
