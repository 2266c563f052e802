package view

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"perspectief/app/vm"
)

// addHours puts the curve, the slider and the amounts of now and then above the cards of the step.
func addHours(s *screen) {
	state := s.talk.HoursState()
	chart := newHoursChart(s.talk.Chart, s.talk.SetHours)
	sl := newSlider("uren.schuif", state.From, state.To, state.Step, s.talk.SetHours)
	message := newText("", sizeText, colorMuted)
	title := newText("", sizeSub, colorInk).bold()
	sentence := body("")
	sentenceBox := newLayers(newSurface(colorSoft, "", 10), newInset(14, 10, sentence))
	details := body("")
	views := newChoice("uren.beeld", state.Views, state.View, s.talk.ShowHours)
	inKind, inKindNote := newChoice("uren.natura", state.YesOrNo, state.InKind, s.talk.CountInKind), muted("")
	askInKind := body("")
	inKindBox := newStack(6, askInKind, inKind, inKindNote)
	parts := newWrapped(16)
	band, bandWords := newFigure(), muted("")
	now, then, difference := newAmountBlock(), newAmountBlock(), newAmountBlock()
	amounts := newColumns(16, 150, []float32{1, 1, 1}, now.box, then.box, difference.box)
	height := &thickRow{}
	wide := container.New(height, chart)
	// The ends of the slider stand under the ends of the axis.
	track := newMargins(chartLeft-sliderEnd, chartRight-sliderEnd, container.NewThemeOverride(sl, sliderTheme{}))
	shade, costs := muted("").oneLine(), muted("").oneLine()
	swatch := newFixed(22, newThickRow(14, newSurface(colorWarm, colorHint, 3)))
	legend := newLine(8, -1, swatch, shade)
	notes := newWrapped(20, legend, costs)
	card := newCard(title, amounts, sentenceBox, wide, track, views, parts, notes, inKindBox, bandWords, band, details)
	note := newCard(message)
	s.extra.Add(card)
	s.extra.Add(note)
	s.refresh = func() {
		state := s.talk.HoursState()
		show(card, state.Ready)
		show(note, state.Message != "")
		height.h = 220
		show(s.intro, !s.first || !s.cards.Visible()) // the cards stand above the curve and the whole has to fit
		if s.cards.Visible() {
			height.h = 186
		}
		message.set(state.Message)
		shade.set(state.Shade)
		costs.set(state.Costs)
		show(costs, state.Costs != "")
		show(notes, state.Costs != "" || state.Shade != "")
		show(legend, state.Shade != "")
		title.set(state.Title)
		sentence.set(state.Sentence)
		details.set(state.Details)
		show(details, state.Details != "")
		if state.Ready {
			views.options = state.Views
			views.set(state.View)
		}
		showParts(parts, state.Parts)
		show(inKindBox, state.AskInKind != "")
		show(inKindNote, state.InKindNote != "")
		if state.AskInKind != "" {
			askInKind.set(state.AskInKind)
			inKindNote.set(state.InKindNote)
			inKind.options = state.YesOrNo
			inKind.set(state.InKind)
		}
		show(band, state.Pressure != nil)
		show(bandWords, state.Pressure != nil)
		if state.Pressure != nil {
			bandWords.set(state.PressureOf)
			band.update(*state.Pressure)
		}
		now.set(state.NowLabel, state.NowAmount)
		then.set(state.ThenLabel, state.ThenAmount)
		difference.set(state.DiffLabel, state.DiffAmount)
		chart.update(state)
		if sl.Value != state.Mark {
			changed := sl.OnChanged
			sl.OnChanged = nil
			sl.SetValue(state.Mark)
			sl.OnChanged = changed
		}
	}
}

// showParts names the parts of the piles with their colours.
func showParts(box *fyne.Container, parts []vm.Part) {
	show(box, len(parts) > 0)
	box.Objects = nil
	for _, p := range parts {
		swatch := newFixed(22, newThickRow(14, newSurface(areaColor(p.Role), colorHint, 3)))
		box.Add(newLine(8, -1, swatch, muted(p.Name).oneLine()))
	}
}

// sliderEnd is the room that the toolkit leaves at both ends of a slider.
const sliderEnd = 14

// sliderTheme makes the track of the slider visible on a card.
type sliderTheme struct{}

func (sliderTheme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameInputBackground:
		name = theme.ColorNameInputBorder
	case theme.ColorNameForeground:
		name = colorAccent
	}
	return fyne.CurrentApp().Settings().Theme().Color(name, v)
}

func (sliderTheme) Font(s fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(s)
}

func (sliderTheme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(name)
}

func (sliderTheme) Size(name fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(name)
}

// amountBlock is a label with an amount under it.
type amountBlock struct {
	label, value *text
	box          *fyne.Container
}

func newAmountBlock() *amountBlock {
	b := &amountBlock{label: muted(""), value: newText("", sizeSub, colorInk).bold().oneLine()}
	b.box = newStack(0, b.label, b.value)
	return b
}

func (b *amountBlock) set(label, value string) {
	b.label.set(label)
	b.value.set(value)
}

// update shows the mark, and the whole curve again when it is another one.
func (c *hoursChart) update(state vm.HoursState) {
	if state.Curve != c.curve || state.LevelWord != c.levelWord {
		c.curve, c.levelWord, c.nowWord = state.Curve, state.LevelWord, state.NowWord
		c.mark, c.markWord = state.Mark, state.HoursText
		c.Refresh()
		return
	}
	c.setMark(state.Mark, state.HoursText)
}
