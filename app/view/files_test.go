package view

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// English words that the toolkit writes in its dialog of files by itself.
var placeWords = []string{"Home", "App Files", "Desktop", "Documents", "Music", "Movies", "Pictures", "Videos"}

func TestTheDialogOfFilesIsDutch(t *testing.T) {
	if err := UseDutchWords(); err != nil {
		t.Fatal(err)
	}
	f, w := newWindow(t)
	f.AskFolder(t.TempDir(), func(string, error) {})
	lists := listsIn(overlaid(w.Canvas().Overlays().Top()))
	if len(lists) == 0 {
		t.Fatal("the dialog has no list of places")
	}
	places := lists[0]
	if places.Length() == 0 {
		t.Fatal("the list of places is empty")
	}
	for i := range places.Length() {
		item := places.CreateItem()
		places.UpdateItem(i, item)
		for _, o := range item.(*fyne.Container).Objects {
			if name, ok := o.(*widget.Label); ok {
				for _, english := range placeWords {
					if name.Text == english {
						t.Errorf("a place is called %q", name.Text)
					}
				}
			}
		}
	}
}

// A dialog of files lies in the window, also with large letters.
func TestTheDialogOfFilesLiesInTheWindow(t *testing.T) {
	for _, percent := range []int{100, 150, 200} {
		f, w := newWindow(t)
		f.talk.SetTextSize(percent)
		f.AskFolder(t.TempDir(), func(string, error) {})
		dialog := overlaid(w.Canvas().Overlays().Top())
		at, size, window := dialog.Position(), dialog.Size(), w.Canvas().Size()
		if at.X < 0 || at.Y < 0 || at.X+size.Width > window.Width || at.Y+size.Height > window.Height {
			t.Errorf("at %d percent it lies at %v, %v large, in %v", percent, at, size, window)
		}
	}
}

// The question before the dialog of files goes away when it is answered; the dialog stays.
func TestTheDialogOfFilesOutlivesTheQuestionBeforeIt(t *testing.T) {
	f, w := newWindow(t)
	f.talk.Screen()
	f.talk.Set("household.adults[0].name", "Marker")
	f.talk.Open()
	if f.sheet == nil {
		t.Fatal("what was typed would go without a question")
	}
	f.talk.Fill("weg", "")
	over := w.Canvas().Overlays().List()
	if len(over) != 1 || len(listsIn(overlaid(over[0]))) == 0 {
		t.Errorf("%d things lie over the window, and no dialog of files among them", len(over))
	}
}
