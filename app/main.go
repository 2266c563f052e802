// Perspectief: a calm talk about money, what more hours of work leave, and a plan on paper in easy Dutch.
package main

import (
	"errors"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"

	"perspectief/app/command"
	"perspectief/app/store"
	"perspectief/app/view"
	"perspectief/app/vm"
	"perspectief/assets"
	"perspectief/budget"
	"perspectief/budget/rules"
	"perspectief/i18n"
)

const appID = "nl.perspectief.app"

func main() {
	// The words work on machines that cannot open a window, so they come before everything of the window.
	if len(os.Args) > 1 {
		os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	if err := window(); err != nil {
		tell("Perspectief", err.Error())
		os.Exit(1)
	}
}

// window opens the window with an example family and stays until it is closed.
func window() error {
	book, err := rules.Load()
	if err != nil {
		return err
	}
	words, err := i18n.Load(i18n.Dutch)
	if err != nil {
		return err
	}
	easy, err := i18n.Load(i18n.SimpleDutch)
	if err != nil {
		return err
	}
	if err := view.UseDutchWords(); err != nil {
		return err
	}
	a := app.NewWithID(appID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	talk := vm.NewTalk(vm.Deps{Engine: budget.NewEngine(book), Words: words, Easy: easy, Today: time.Now(), Now: time.Now,
		Run: fyne.Do, Start: func(work func()) { go work() }, Later: later})
	talk.ChooseExample(assets.Examples()[0].ID)
	talk.SetTextSize(view.LetterSize(a))
	a.Settings().SetTheme(view.NewTheme(talk.TextSize()))
	w := a.NewWindow(words.T("scherm.programma"))
	frame := view.NewFrame(a, w, talk)
	go store.ClearLeftovers(frame.Documents())
	w.Resize(fyne.NewSize(1240, 760))
	w.CenterOnScreen()
	return show(a, w, words)
}

// later does something in the window after a while.
func later(delay time.Duration, do func()) (cancel func()) {
	clock := time.AfterFunc(delay, func() { fyne.Do(do) })
	return func() { clock.Stop() }
}

// show opens the window. On a machine without a display the toolkit panics; on one without OpenGL it goes on without a window.
// Both get a sentence about what can be done without one.
func show(a fyne.App, w fyne.Window, words *i18n.Catalogue) (err error) {
	none := errors.New(words.T("scherm.geen_venster"))
	started := false
	a.Lifecycle().SetOnStarted(func() { started = true })
	defer func() {
		if started {
			return
		}
		if trouble := recover(); trouble != nil {
			err = none
		}
	}()
	w.Show()
	if !isThere(w) {
		return none
	}
	a.Run()
	return nil
}

// isThere tells whether the system made the window.
func isThere(w fyne.Window) bool {
	there := true
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			switch c := context.(type) {
			case driver.WindowsWindowContext:
				there = c.HWND != 0
			case driver.MacWindowContext:
				there = c.NSWindow != 0
			case driver.X11WindowContext:
				there = c.WindowHandle != 0
			case driver.WaylandWindowContext:
				there = c.WaylandSurface != 0
			}
		})
	}
	return there
}
