package vm

import "perspectief/i18n"

// Say tells in the window what was done.
func (t *Talk) Say(id string, args ...i18n.Args) {
	t.notice, t.warns = t.say(id, args...), false
	t.changed()
}

// warn tells in the window what did not work, or what to look out for.
func (t *Talk) warn(id string, args ...i18n.Args) {
	t.notice, t.warns = t.say(id, args...), true
	t.changed()
}
