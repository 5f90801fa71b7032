package store

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"time"

	"hygeia/assess"
)

// Entry is one line of the list of saved quarters. Where Err is set the file is
// damaged, and only the period is known.
type Entry struct {
	Period  assess.Quarter
	Status  assess.Status
	Updated time.Time // of the last change, UTC
	Err     error
}

// List returns the saved quarters, oldest first; none if there is no folder yet.
// A damaged quarter is in the list with its error, so that it is not forgotten.
func (s *Store) List() ([]Entry, error) {
	periods, err := s.Periods()
	if err != nil || len(periods) == 0 {
		return nil, err
	}
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	entries := make([]Entry, len(periods))
	for i, q := range periods {
		entries[i].Period = q
		saved, err := s.load(root, q)
		if err != nil {
			entries[i].Err = err
			continue
		}
		entries[i].Status, entries[i].Updated = saved.Status, saved.Updated
	}
	return entries, nil
}

// Periods returns the quarters that have a file, readable or not, oldest first.
func (s *Store) Periods() ([]assess.Quarter, error) {
	root, err := os.OpenRoot(s.dir)
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

// periodOf returns the quarter a file name stands for, such as 2026-Q3.yaml.
func periodOf(name string) (assess.Quarter, bool) {
	stem, isYAML := strings.CutSuffix(name, ".yaml")
	q, err := assess.ParseQuarter(stem)
	return q, isYAML && err == nil
}
