package vm

import (
	"perspectief/app/store"
	"perspectief/i18n"
)

// SaveAs writes the case file as plain JSON, readable by anybody, to a place that was just chosen for it.
func (t *Talk) SaveAs(path string) error { return store.WriteOver(path, t.stamped()) }

// Say shows a sentence of the window in its notice line.
func (t *Talk) Say(id string, args ...i18n.Args) {
	t.notice = t.say(id, args...)
	t.changed()
}
