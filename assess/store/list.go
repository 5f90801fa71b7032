package store

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"sync"
	"time"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Entry is one line of the list of saved quarters. Where Err is set the file is
// damaged, and only the period is known.
type Entry struct {
	Period  assess.Quarter
	Status  assess.Status
	Updated time.Time // of the last change, UTC
	Saved   *Saved    // the quarter itself; nil where Err is set
	Err     error
}

// List returns the saved quarters, oldest first; none if there is no folder yet.
// A damaged quarter is in the list with its error, so that it is not forgotten.
func (s *Store) List() ([]Entry, error) {
	periods, err := s.Periods()
	if err != nil {
		return nil, err
	}
	return s.LoadAll(periods)
}

// LoadAll reads quarters side by side and returns one entry for each, in the
// order given.
func (s *Store) LoadAll(periods []assess.Quarter) ([]Entry, error) {
	if len(periods) == 0 {
		return nil, nil
	}
	root, err := s.open()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	defer frameworks.Prepare()()
	entries := make([]Entry, len(periods))
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(len(periods), runtime.GOMAXPROCS(0)) { // more at once would only hold more memory
		wg.Go(func() {
			for i := range next {
				entries[i] = s.entry(root, periods[i])
			}
		})
	}
	for i := range periods {
		next <- i
	}
	close(next)
	wg.Wait()
	return entries, nil
}

func (s *Store) entry(root *os.Root, q assess.Quarter) Entry {
	saved, err := s.load(root, q)
	if err != nil {
		return Entry{Period: q, Err: err}
	}
	return Entry{Period: q, Status: saved.Status, Updated: saved.Updated, Saved: saved}
}

// Periods returns the quarters that have a file, readable or not, oldest first.
func (s *Store) Periods() ([]assess.Quarter, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	files, err := readDir(root, ".")
	if err != nil {
		return nil, err
	}
	var periods []assess.Quarter
	for _, f := range files { // sorted by name, which is by time
		if q, ok := periodOf(f.Name()); ok {
			periods = append(periods, q)
		}
	}
	return periods, nil
}
