package view

import (
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"

	"perspectief/app/vm"
)

// stepKeys are Ctrl+1 to Ctrl+6.
var stepKeys = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6}

// addKeys gives the window its keys.
func (f *Frame) addKeys() {
	f.keys = map[fyne.KeyName]func(){fyne.KeyS: f.save, fyne.KeyO: f.open, fyne.KeyP: f.makePlan, fyne.KeyH: f.otherView}
	for i, key := range stepKeys {
		f.keys[key] = func() { f.talk.Go(vm.Step(i)) }
	}
	for key := range f.keys {
		f.window.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault},
			func(s fyne.Shortcut) { f.typed(s) })
	}
	f.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyF1 {
			f.help()
		}
	})
}

// otherView goes from the view of the family to that of the helper, and back.
func (f *Frame) otherView() {
	if f.talk.View() == vm.FamilyView {
		f.talk.SetView(vm.HelperView)
		return
	}
	f.talk.SetView(vm.FamilyView)
}

// typed does what a key of the window says, and tells whether it is one.
func (f *Frame) typed(s fyne.Shortcut) bool {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierShortcutDefault || f.keys[custom.KeyName] == nil {
		return false
	}
	f.keys[custom.KeyName]()
	return true
}

// help explains the program.
func (f *Frame) help() {
	words := newFixed(520, newInset(4, 10, body(f.words.HelpText)))
	dialog.ShowCustom(f.words.HelpTitle, f.words.Close, words, f.window)
}

// unlessDirty does something that puts the family away, after a question when it is not in a file yet.
func (f *Frame) unlessDirty(do func()) {
	if !f.talk.Dirty() {
		do()
		return
	}
	d := dialog.NewCustomConfirm(f.words.UnsavedTitle, f.words.Yes, f.words.No, newFixed(420, newInset(4, 10, body(f.words.Unsaved))),
		func(yes bool) {
			if yes {
				do()
				return
			}
			f.update()
		}, f.window)
	d.Show()
}

func (f *Frame) close() { f.unlessDirty(f.window.Close) }

// open asks for a case file.
func (f *Frame) open() {
	f.unlessDirty(func() {
		d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
			if err != nil || r == nil {
				f.trouble(err)
				return
			}
			defer r.Close()
			data, err := io.ReadAll(r)
			if err != nil {
				f.trouble(err)
				return
			}
			f.talk.Read(data, r.URI().Path())
		}, f.window)
		d.SetFilter(storage.NewExtensionFileFilter([]string{".json"}))
		f.showDialog(d)
	})
}

// save writes the case file to its place, or asks for one.
func (f *Frame) save() {
	if f.talk.Path() != "" {
		f.trouble(f.talk.Save())
		return
	}
	f.ask("gezin.json", func(path string) { f.trouble(f.talk.SaveAs(path)) })
}

// makePlan makes the plan.
func (f *Frame) makePlan() { f.makePaper(vm.Paper{Kind: vm.PlanPaper}) }

// makePaper makes a file of the plan, asks where it goes and opens it.
func (f *Frame) makePaper(p vm.Paper) {
	data, ok := f.talk.PaperData(p)
	if !ok {
		return
	}
	f.ask(f.talk.PaperName(p), func(path string) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			f.trouble(err)
			return
		}
		f.talk.PlanMade(path)
		f.show(path)
	})
}

// ask asks for the place of a file, beginning in the folder of documents.
func (f *Frame) ask(name string, then func(path string)) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err == nil && w != nil {
			path := w.URI().Path()
			if err = w.Close(); err == nil {
				then(path)
			}
		}
		f.trouble(err)
	}, f.window)
	d.SetFileName(name)
	f.showDialog(d)
}

// show hands a file to the viewer of the system.
func (f *Frame) show(path string) {
	path = filepath.ToSlash(path)
	if runtime.GOOS == "windows" {
		path = "/" + path
	}
	if err := f.app.OpenURL(&url.URL{Scheme: "file", Path: path}); err != nil {
		fyne.LogError("the plan was written but no viewer opened it", err)
	}
}

func (f *Frame) showDialog(d *dialog.FileDialog) {
	if home, err := os.UserHomeDir(); err == nil {
		for _, folder := range []string{"Documenten", "Documents"} {
			if place, err := storage.ListerForURI(storage.NewFileURI(filepath.Join(home, folder))); err == nil {
				d.SetLocation(place)
				break
			}
		}
	}
	d.SetView(dialog.ListView)
	d.Show()
	d.Resize(fyne.NewSize(760, 540)) // it has no size before it is shown
}

// trouble says that a file could not be read or written; nothing was chosen when there is no error.
func (f *Frame) trouble(err error) {
	if err != nil {
		fyne.LogError("case file", err)
		f.talk.Refused(err)
	}
}
