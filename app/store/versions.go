package store

import (
	"slices"
	"time"
)

// maxVersions is how many earlier versions a file keeps beside its present state.
const maxVersions = 10

// Version is an earlier state of a file. It can be read also when it is not in the file any more.
type Version struct {
	Saved time.Time
	state state
}

// Document reads the version. Each call gives a document of its own.
func (v Version) Document() (*Document, error) { return v.state.document() }

// versions are the states behind the present one, the newest first.
func (s states) versions() []Version {
	var list []Version
	for _, earlier := range s[min(1, len(s)):] {
		list = append(list, Version{earlier.saved, earlier})
	}
	return list
}

// with puts a new present state in front. The one before becomes an earlier version when it is to be kept, else it is gone.
func (s states) with(next state, keep bool) states {
	if len(s) == 0 {
		return states{next}
	}
	all := states{next}
	if keep {
		all = append(all, s...)
	} else {
		all = append(all, s[1:]...)
	}
	for len(all) > 1+maxVersions {
		all = slices.Delete(all, all.leastNeeded(), all.leastNeeded()+1)
	}
	return all
}

// leastNeeded is the oldest version that is not the last of its day; when there is none, the oldest. So ten openings in one
// morning do not push out yesterday. The newest version is how the file was before this opening, and always stays.
func (s states) leastNeeded() int {
	for i := len(s) - 1; i > 1; i-- {
		if sameDay(s[i].saved, s[i-1].saved) {
			return i
		}
	}
	return len(s) - 1
}

// sameDay compares days on the calendar of the place where each was saved.
func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }
