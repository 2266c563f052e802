package view

import (
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"perspectief/app/vm"
)

// stepKeys are Ctrl+1 to Ctrl+6.
var stepKeys = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6}

// addKeys gives the window its keys.
func (f *Frame) addKeys() {
	f.keys = map[fyne.KeyName]func(){fyne.KeyS: f.talk.SaveNow, fyne.KeyO: f.talk.Open, fyne.KeyP: f.makePlan, fyne.KeyH: f.otherView}
	for i, key := range stepKeys {
		f.keys[key] = func() { f.talk.Go(vm.Step(i)) }
	}
	c := f.window.Canvas()
	for key := range f.keys {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(s fyne.Shortcut) { f.typed(s) })
	}
	c.AddShortcut(&fyne.ShortcutUndo{}, func(s fyne.Shortcut) { f.typed(s) })
	c.AddShortcut(&fyne.ShortcutRedo{}, func(s fyne.Shortcut) { f.typed(s) })
	c.AddShortcut(redoToo, func(s fyne.Shortcut) { f.typed(s) })
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		f.talk.Active()
		switch open := f.talk.Sheet() != nil; {
		case e.Name == fyne.KeyF1 && !open:
			f.talk.HelpSheet()
		case e.Name == fyne.KeyEscape:
			f.talk.Escape()
		}
	})
}

// makePlan prints the plan of the family.
func (f *Frame) makePlan() { f.talk.MakePaper(vm.Paper{Kind: vm.PlanPaper}) }

// redoToo is Ctrl+Shift+Z; the toolkit itself knows Ctrl+Y.
var redoToo = &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}

// takeBack undoes the last change. What has the focus gives it up, because nothing is put into a field under the hands of
// somebody who types.
func (f *Frame) takeBack() {
	f.window.Canvas().Unfocus()
	f.talk.Undo()
}

func (f *Frame) doAgain() {
	f.window.Canvas().Unfocus()
	f.talk.Redo()
}

// otherView goes from the view of the family to that of the helper, and back.
func (f *Frame) otherView() {
	if f.talk.View() == vm.FamilyView {
		f.talk.SetView(vm.HelperView)
		return
	}
	f.talk.SetView(vm.FamilyView)
}

// typed does what a key of the window says, and tells whether it is one. While a question is open the keys do nothing.
func (f *Frame) typed(s fyne.Shortcut) bool {
	do := f.keyOf(s)
	if do == nil {
		return false
	}
	f.talk.Active()
	if f.talk.Sheet() == nil {
		do()
	}
	return true
}

func (f *Frame) keyOf(s fyne.Shortcut) func() {
	switch s.ShortcutName() {
	case (&fyne.ShortcutUndo{}).ShortcutName():
		return f.takeBack
	case (&fyne.ShortcutRedo{}).ShortcutName(), redoToo.ShortcutName():
		return f.doAgain
	}
	if custom, ok := s.(*desktop.CustomShortcut); ok && custom.Modifier == fyne.KeyModifierShortcutDefault {
		return f.keys[custom.KeyName]
	}
	return nil
}

func (f *Frame) close() { f.talk.Leave(f.Close) }

// Close closes the window and lets go of the file.
func (f *Frame) Close() { f.talk.Quit(f.window.Close) }

// AskFile asks for a case file.
func (f *Frame) AskFile(then func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			f.talk.CannotRead()
			return
		}
		if r != nil {
			path := r.URI().Path()
			r.Close()
			then(path)
		}
	}, f.window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{f.words.Extension, ".json"}))
	d.SetTitleText(f.words.Open)
	f.showDialog(d, f.Documents())
}

// pickNorms asks for a file with a norm set.
func (f *Frame) pickNorms(use func(data []byte)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			f.talk.CannotRead()
			return
		}
		if r == nil {
			return
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, vm.MaxNormFile))
		if err != nil {
			f.talk.CannotRead()
			return
		}
		use(data)
	}, f.window)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".csv", ".json", ".txt"}))
	d.SetTitleText(f.words.Open)
	f.showDialog(d, f.Documents())
}

// AskFolder asks for the folder of a new file.
func (f *Frame) AskFolder(folder string, then func(path string, err error)) {
	d := dialog.NewFolderOpen(func(place fyne.ListableURI, err error) {
		switch {
		case err != nil:
			then("", err)
		case place != nil:
			then(place.Path(), nil)
		}
	}, f.window)
	d.SetTitleText(f.words.Folder)
	d.SetConfirmText(f.words.ThisFolder)
	f.showDialog(d, folder)
}

// lastFolder is where the toolkit writes, at every step through the folders, the folder that its dialog shows.
const lastFolder = "fyne:fileDialogLastFolder"

// forgetful is an app that keeps no folder: its name may be that of a family.
type forgetful struct{ fyne.App }

// Preferences implements fyne.App.
func (a forgetful) Preferences() fyne.Preferences { return withoutFolder{a.App.Preferences()} }

type withoutFolder struct{ fyne.Preferences }

// SetString implements fyne.Preferences.
func (p withoutFolder) SetString(key, value string) {
	if key != lastFolder {
		p.Preferences.SetString(key, value)
	}
}

// forgetFolders keeps the toolkit from writing down where the files of families are, and removes what is there of before.
func forgetFolders(a fyne.App) {
	a.Preferences().RemoveValue(lastFolder)
	fyne.SetCurrentApp(forgetful{a})
}

// Documents is the folder of documents, or the home folder when there is none.
func (f *Frame) Documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	for _, folder := range []string{"Documenten", "Documents"} {
		if info, err := os.Stat(filepath.Join(home, folder)); err == nil && info.IsDir() {
			return filepath.Join(home, folder)
		}
	}
	return home
}

// Show hands a file to the viewer of the system.
func (f *Frame) Show(path string) {
	path = filepath.ToSlash(path)
	if runtime.GOOS == "windows" {
		path = "/" + path
	}
	if err := f.app.OpenURL(&url.URL{Scheme: "file", Path: path}); err != nil {
		fyne.LogError("a file was written but no viewer opened it", err)
	}
}

func (f *Frame) showDialog(d *dialog.FileDialog, folder string) {
	f.showSheet() // a question that was just answered goes first: what lies over it would go with it
	if place, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(place)
	}
	d.SetView(dialog.ListView)
	d.Show()
	over := f.window.Canvas().Overlays().Top()
	namePlaces(over)
	size := f.window.Canvas().Size()
	d.Resize(fyne.NewSize(min(unit(760), size.Width-40), min(unit(540), size.Height-40))) // it has no size before it is shown
	over.Refresh()                                                                        // so that it lies in the middle
}

// namePlaces gives the places beside the files of a dialog their names in the words of the toolkit, which it asks for all its words
// but these.
func namePlaces(over fyne.CanvasObject) {
	for _, list := range listsIn(overlaid(over)) {
		fill := list.UpdateItem
		list.UpdateItem = func(id widget.ListItemID, item fyne.CanvasObject) {
			fill(id, item)
			if line, ok := item.(*fyne.Container); ok {
				for _, o := range line.Objects {
					if name, ok := o.(*widget.Label); ok {
						name.SetText(lang.L(name.Text))
					}
				}
			}
		}
		list.Refresh()
	}
}

// listsIn finds the lists in the parts that a dialog of files is made of.
func listsIn(o fyne.CanvasObject) (lists []*widget.List) {
	switch w := o.(type) {
	case *widget.List:
		return []*widget.List{w}
	case *widget.PopUp:
		return listsIn(w.Content)
	case *container.Split:
		return append(listsIn(w.Leading), listsIn(w.Trailing)...)
	case *fyne.Container:
		for _, child := range w.Objects {
			lists = append(lists, listsIn(child)...)
		}
	}
	return lists
}
