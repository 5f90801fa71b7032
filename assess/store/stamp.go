package store

import (
	"fmt"
	"os"
	"time"
)

// A stamp stands for the text of a file as long as the file has it: where the file
// lies, its size, and the times at which its text and anything about it was last
// changed. The last one nobody can set, so that a text of the same size with its old
// date put back is seen. It is what git goes by, with two rules more: a disk of another
// computer, or of a kind that keeps no such time, has no stamps, and a file that
// was changed just before it was read has none either (git calls it "racily clean").
type stamps struct {
	root   *os.Root
	device uint64
	told   bool      // the disk keeps the time of a change
	before time.Time // only what was last changed before that has a stamp; zero for all
}

// justChanged is how long before the reading a file must have been left alone. The
// clocks of disks go in steps of up to a hundredth of a second, those of some in two seconds.
const justChanged = 2 * time.Second

// stampsIn returns the stamps that the files in a folder have now, to be held against
// those that are known.
func (s *Store) stampsIn(root *os.Root) stamps {
	st := stamps{root: root}
	if info, err := root.Stat("."); err == nil && keepsChanges(s.dir) {
		st.device, _, _, st.told = identity(info)
	}
	return st
}

// settled leaves out the stamps of files that were changed after reading began, or just
// before: they may have been changed again since, in the same step of the clock. What
// is left stands for what was read. Of an unknown beginning nothing is left.
func (st stamps) settled(began time.Time) stamps {
	st.told = st.told && !began.IsZero()
	st.before = began.Add(-justChanged)
	return st
}

// of returns the stamp of a file; "" if it has none.
func (st stamps) of(name string) string {
	if !st.told {
		return ""
	}
	info, err := st.root.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return ""
	}
	device, number, changed, ok := identity(info)
	if !ok || device != st.device || !st.before.IsZero() && !(changed.Before(st.before) && info.ModTime().Before(st.before)) {
		return ""
	}
	return fmt.Sprintf("%x.%x.%x.%x.%x", device, number, info.Size(), info.ModTime().UnixNano(), changed.UnixNano())
}

// stampable returns the file whose stamp stands for a print; "" where there is none.
// The ledger is small and read apart from the quarters.
func stampable(print string) string {
	if file, is := cutHeadPrint(print); is {
		return file
	}
	switch print {
	case listPrint, ownPrint, ledgerName:
		return ""
	}
	return print
}

// stamp gives each print of a file that is there its stamp.
func (st stamps) stamp(prints []Print) {
	for i := range prints {
		if file := stampable(prints[i].Name); file != "" && prints[i].Digest != "" {
			prints[i].Stamp = st.of(file)
		}
	}
}
