package view

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"perspectief/app/vm"
)

// Frame is the whole window: the path of the talk on the left, the three amounts above, one screen in the middle.
type Frame struct {
	talk    *vm.Talk
	words   vm.Words
	app     fyne.App
	window  fyne.Window
	percent int
	family  int

	steps   []*stepButton
	amounts [3]*bigAmount
	notice  *text
	noticeS *surface
	noticeB *fyne.Container // floats over the foot of the page, so that nothing moves when it comes and goes
	trouble *text
	copy    *button
	warning *fyne.Container // why nothing is saved
	keeping *text
	undo    *button
	redo    *button
	sheet   *sheet
	example *picker
	year    *picker
	view    *choice
	sizes   *picker
	screens map[vm.Step]*screen
	middle  *fyne.Container
	keys    map[fyne.KeyName]func() // with Ctrl, or Cmd on a Mac
	shown   vm.Step
	Content fyne.CanvasObject
}

// NewFrame builds the window and shows the talk in it.
func NewFrame(a fyne.App, w fyne.Window, talk *vm.Talk) *Frame {
	f := &Frame{talk: talk, words: talk.WindowWords(), app: a, window: w, percent: talk.TextSize(), screens: map[vm.Step]*screen{}, shown: -1}
	f.Content = f.build()
	forgetFolders(a)
	w.SetPadded(false)
	w.SetContent(newWatcher(f.Content, talk.Active))
	talk.UseWindow(f)
	f.addKeys()
	talk.OnPickNorms(f.pickNorms)
	w.SetCloseIntercept(f.close)
	talk.Subscribe(f.update)
	f.update()
	talk.Active()
	return f
}

// letterSize is the name under which the computer remembers the size of the letters; it tells nothing of a family.
const letterSize = "letters"

// LetterSize is the size of the letters that was chosen last on this computer, in percent.
func LetterSize(a fyne.App) int {
	sizes := vm.TextSizes()
	if size := a.Preferences().Int(letterSize); slices.Contains(sizes, size) {
		return size
	}
	return sizes[0]
}

func (f *Frame) build() fyne.CanvasObject {
	state := f.talk.Frame()
	f.middle = container.New(page{})
	f.notice = body("")
	f.noticeS = newSurface(colorSoft, colorBorder, 10)
	f.noticeB = newLayers(f.noticeS, newInset(14, 10, f.notice))
	return container.New(frameLayout{f.footHeight}, f.rail(state), f.header(state), f.middle, f.noticeB)
}

// rail is the left side: the name, the path of steps, and the quiet things below.
func (f *Frame) rail(state vm.Frame) fyne.CanvasObject {
	name := newLine(10, 1, newPictogram("sprout", 28, colorAccent),
		newStack(0, newText(f.words.Program, sizeSub, colorInk).bold(), muted(f.words.Slogan)))
	path := newStack(0)
	for i, s := range state.Steps {
		b := newStepButton(s, i == 0, i == len(state.Steps)-1, func() { f.talk.Go(s.Step) })
		f.steps = append(f.steps, b)
		path.Add(b)
	}
	f.example = newPicker(vm.Field{ID: "voorbeeld", Options: state.Examples, Value: state.Example, Placeholder: f.words.Choose},
		func(id string) { f.talk.Leave(func() { f.talk.ChooseExample(id) }) })
	f.sizes = newPicker(vm.Field{ID: "letters", Options: state.Sizes, Value: state.Size, Placeholder: f.words.Choose},
		func(id string) {
			percent, err := strconv.Atoi(id)
			if err == nil {
				f.app.Preferences().SetInt(letterSize, percent)
				f.talk.SetTextSize(percent)
			}
		})
	f.view = newChoice("beeld", state.Views, state.View, f.talk.SetView)
	f.year = newPicker(vm.Field{ID: "jaar", Options: state.Years, Value: state.Year, Placeholder: f.words.Choose}, f.talk.SetYear)
	f.keeping = muted("")
	f.undo = newButton("terugdraaien", f.words.Undo, "undo-2", quiet, f.takeBack)
	f.redo = newButton("opnieuw", f.words.Redo, "redo-2", quiet, f.doAgain)
	files := newStack(0,
		newInset(8, 2, f.keeping),
		newWrapped(0, f.undo, f.redo),
		newButton("openen", f.words.Open, "folder-open", quiet, f.talk.Open),
		newButton("nieuw", f.words.New, "user-plus", quiet, f.talk.New),
		newButton("bestand", f.words.File, "lock", quiet, f.talk.FileSheet),
		newButton("hulp", f.words.Help, "circle-help", quiet, f.talk.HelpSheet))
	settings := newColumns(8, 0, []float32{1, 1},
		newStack(3, muted(f.words.Rules), bordered(f.year)),
		newStack(3, muted(f.words.TextSize), bordered(f.sizes)))
	tools := newStack(6,
		newStack(3, muted(f.words.View), f.view),
		files,
		newStack(3, muted(f.words.Example), bordered(f.example)),
		settings)
	all := newStack(10, newInset(8, 0, name), path, newRule(), newInset(8, 0, tools))
	return newLayers(newSurface(colorRail, "", 0), newScroll(newInset(12, 14, all)))
}

// header is the strip with the three amounts.
func (f *Frame) header(state vm.Frame) fyne.CanvasObject {
	icons := [3]string{"arrow-down", "arrow-up", "equal"}
	blocks := make([]fyne.CanvasObject, 3)
	for i := range blocks {
		f.amounts[i] = newBigAmount(icons[i], i == 2)
		blocks[i] = f.amounts[i].box
	}
	f.trouble = body("")
	f.copy = newButton("kopie", "", "save", plain, f.talk.Rescue)
	f.warning = newLayers(newSurface(colorWarm, "", 10), newInset(14, 8, newLine(12, 1, newPictogram("triangle-alert", 20, colorHint), f.trouble, f.copy)))
	amounts := newColumns(14, 0, []float32{1, 1, 1}, blocks...)
	amounts.Layout.(*columns).even = true
	return newInset(28, 14, newStack(10, amounts, f.warning))
}

// bigAmount is one of the three amounts.
type bigAmount struct {
	label, value, note *text
	box                *fyne.Container
}

func newBigAmount(icon string, strong bool) *bigAmount {
	a := &bigAmount{label: newText("", sizeAmountLabel, colorMuted),
		value: newText("", sizeAmount, colorInk).bold().oneLine(), note: newText("", sizeAmountNote, colorMuted)}
	fill, ink := colorCard, colorInk
	if strong {
		fill, ink = colorSoft, colorAccent
	}
	a.value.color = ink
	a.box = newLayers(newSurface(fill, colorBorder, 14), newInset(16, 12, newStack(1,
		newLine(8, 1, newPictogram(icon, 18, colorAccent), a.label), a.value, a.note)))
	return a
}

func (a *bigAmount) set(state vm.BigAmount) {
	a.label.set(state.Label)
	a.value.set(state.Value)
	a.note.set(state.Note)
}

// update copies what the view model says into the window.
func (f *Frame) update() {
	if p := f.talk.TextSize(); p != f.percent {
		f.percent = p
		f.app.Settings().SetTheme(NewTheme(p))
	}
	if f.talk.Locked() {
		f.Content.Hide()
		f.showSheet()
		return
	}
	f.Content.Show()
	state := f.talk.Frame()
	if state.Family != f.family {
		f.family = state.Family
		f.leaveFields()
	}
	for i, s := range state.Steps {
		f.steps[i].set(s)
	}
	for i, a := range state.Amounts {
		f.amounts[i].set(a)
	}
	f.notice.set(state.Notice)
	f.noticeS.recolour(colorSoft, colorBorder)
	if state.Warns {
		f.noticeS.recolour(colorWarm, colorBorder)
	}
	show(f.noticeB, state.Notice != "")
	f.keeping.set(state.Keep.Line)
	f.trouble.set(state.Keep.Trouble)
	f.copy.set(state.Keep.Copy)
	show(f.copy, state.Keep.Copy != "")
	show(f.warning, state.Keep.Trouble != "")
	f.undo.enable(f.talk.CanUndo())
	f.redo.enable(f.talk.CanRedo())
	f.example.show(state.Example)
	f.sizes.show(state.Size)
	f.year.show(state.Year)
	f.view.set(state.View)
	f.showScreen(state)
	arrange(f.Content)
	f.screens[f.talk.Step()].reveal()
	f.showSheet()
}

// leaveFields takes the keys from what has them, also under a question: a field that has them keeps its text, which is of the
// family before.
func (f *Frame) leaveFields() {
	f.closeOverlays()
	f.sheet = nil
	f.window.Canvas().Unfocus()
}

// showScreen puts the screen of the open step in the middle.
func (f *Frame) showScreen(state vm.Frame) {
	step := f.talk.Step()
	s, ok := f.screens[step]
	if !ok {
		s = f.newScreen(step)
		f.screens[step] = s
	}
	if step != f.shown {
		f.shown = step
		f.middle.Objects = []fyne.CanvasObject{s.whole}
		s.scroll.ScrollToTop()
		f.window.Canvas().Unfocus()
		if f.sheet == nil {
			f.closeOverlays() // a list of the screen before
		}
		f.middle.Refresh()
	}
	s.update(f.talk.Screen(), state)
}

func (f *Frame) newScreen(step vm.Step) *screen {
	s := newScreen(f.talk, f.words, step, f.typed)
	switch step {
	case vm.Hours:
		addHours(s)
	case vm.OurPlan:
		s.extra.Add(newCard(newLine(12, 1, newPictogram("printer", 24, colorAccent), body(f.words.MakePlanLong),
			newButton("maak_plan", f.words.MakePlan, "file-text", primary, f.makePlan))))
	}
	return s
}

// footHeight is the height of the way back and on, under the screen that is shown.
func (f *Frame) footHeight(width float32) float32 {
	if s := f.screens[f.shown]; s != nil {
		return heightFor(s.foot, width)
	}
	return 0
}

// frameLayout puts the rail left, the header above and the screen in the rest; what is said lies on that, above its foot.
type frameLayout struct {
	foot func(width float32) float32
}

const railWidth = 250

func (frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(760, 480) }

func (l frameLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rail := min(unit(railWidth), size.Width*0.29)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(rail, size.Height))
	h := heightFor(objects[1], size.Width-rail)
	objects[1].Move(fyne.NewPos(rail, 0))
	objects[1].Resize(fyne.NewSize(size.Width-rail, h))
	objects[2].Move(fyne.NewPos(rail, h))
	objects[2].Resize(fyne.NewSize(size.Width-rail, size.Height-h))
	room := size.Width - rail - 2*unit(28)
	said := heightFor(objects[3], room)
	objects[3].Move(fyne.NewPos(rail+unit(28), size.Height-l.foot(size.Width-rail)-said-unit(10)))
	objects[3].Resize(fyne.NewSize(room, said))
}
