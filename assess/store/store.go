package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hygeia/assess"
	"hygeia/frameworks"
)

// Store is the folder of one organization.
type Store struct {
	dir    string
	loaded *libraries
	notes  notes

	evidence evidence
	locked   bool // this program has the folder for itself

	doing      string          // the command at work, for the history
	remembered map[string]bool // what the history has of this command already
	number     int             // of the step of the history that the import at work belongs to; 0 before it has one

	closings closings // of finished quarters
}

// Open returns the store in a folder. It touches nothing: the folder need not
// exist before the first save.
func Open(dir string) *Store { return &Store{dir: dir, loaded: new(libraries)} }

// Beside returns the store of another folder that shares the contents loaded so
// far, so that many folders answered against the same questions read them once.
func (s *Store) Beside(dir string) *Store { return &Store{dir: dir, loaded: s.loaded} }

// Loaded returns how many different contents were loaded.
func (s *Store) Loaded() int { return s.loaded.count() }

// Dir returns the folder.
func (s *Store) Dir() string { return s.dir }

// Path returns where a quarter is kept.
func (s *Store) Path(period assess.Quarter) string {
	return filepath.Join(s.dir, fileName(period))
}

func fileName(period assess.Quarter) string { return period.String() + ".yaml" }

// Saved is a quarter with the content it is judged by, and with what the store
// must remember in order not to overwrite the work of others.
type Saved struct {
	*assess.Assessment
	Library *frameworks.Library // of a finished quarter its frozen content, otherwise the current one

	digest string // of the file as it was read or written last; empty if there was none
	bytes  string // likewise, of its bytes as they are
	text   []byte // of a draft: that file, which a conflict is judged by

	chained     bool   // it was looked for what the draft was begun from
	rescue      string // where it was written because it could not be saved
	rescueStays bool   // it holds what was not taken over
}

// wrote remembers what the file holds from now on.
func (saved *Saved) wrote(data []byte) {
	saved.digest, saved.bytes = digestsOf(data)
	saved.text = nil
	if saved.Status == assess.Draft {
		saved.text = data
	}
}

// New returns a quarter that is not saved yet; saving it fails with
// [ErrChanged] if the folder has one by then. A nil Library means the current
// one, which the first save fills in.
func (s *Store) New(a *assess.Assessment) *Saved {
	if root, err := s.open(); err == nil { // without a folder there are no scans either
		defer root.Close()
		s.attach(root, a)
		if lib, err := s.library(root); err == nil {
			s.inherit(a, lib)
		}
	}
	return &Saved{Assessment: a}
}

// Load reads one quarter with its content. The error wraps fs.ErrNotExist if
// there is no such quarter, and otherwise lists every mistake in the file.
func (s *Store) Load(period assess.Quarter) (*Saved, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, s.noQuarter(period)
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return s.load(root, period)
}

// Latest reads the newest quarter. The error wraps fs.ErrNotExist if there is none.
func (s *Store) Latest() (*Saved, error) {
	period, err := s.newest()
	if err != nil {
		return nil, err
	}
	return s.Load(period)
}

// Glance reads the newest quarter without its content, for who it is about: its
// answers are not held against any question. The error wraps fs.ErrNotExist if
// there is none.
func (s *Store) Glance() (*assess.Assessment, error) {
	period, err := s.newest()
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(s.dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	data, err := readFile(root, fileName(period), assess.MaxFile)
	if err != nil {
		return nil, err
	}
	a, _, err := assess.Decode(s.Path(period), data, nil)
	return a, err
}

func (s *Store) newest() (assess.Quarter, error) {
	periods, err := s.Periods()
	if err != nil {
		return assess.Quarter{}, err
	}
	if len(periods) == 0 {
		return assess.Quarter{}, fmt.Errorf("no saved quarter in %s: %w", s.dir, fs.ErrNotExist)
	}
	return periods[len(periods)-1], nil
}

func (s *Store) load(root *os.Root, period assess.Quarter) (*Saved, error) {
	saved, err := s.loadAlone(root, period)
	if err != nil {
		return nil, err
	}
	s.attach(root, saved.Assessment)
	if saved.Status == assess.Finished && saved.Library != nil {
		s.closings.note(closingOf(saved, nil))
	}
	return saved, nil
}

// loadAlone reads a quarter and nothing that lies beside it.
func (s *Store) loadAlone(root *os.Root, period assess.Quarter) (*Saved, error) {
	data, err := readFile(root, fileName(period), assess.MaxFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, s.noQuarter(period)
	}
	if err != nil {
		return nil, err
	}
	a, lib, err := assess.Decode(s.Path(period), data, s.contents(root))
	if err != nil {
		return nil, errors.Join(s.ownMissing(root, period, data), err)
	}
	if a.Period != period {
		return nil, fmt.Errorf("%s: period is %s, but the file is named for %s: give it the name it had", s.Path(period), a.Period, period)
	}
	s.inherit(a, lib)
	saved := &Saved{Assessment: a, Library: lib}
	saved.wrote(data)
	return saved, nil
}

// ownMissing says that the organization's own content is not there, if that may
// be why a quarter cannot be read: by itself the file is in order, and it is not
// judged by content that it was finished with.
func (s *Store) ownMissing(root *os.Root, period assess.Quarter, data []byte) error {
	if _, err := root.Stat(ownDir); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	a, _, err := assess.Decode(s.Path(period), data, nil)
	if err != nil || a.Status == assess.Finished {
		return nil
	}
	return fmt.Errorf("%s is missing: if you have questions or catalogs of your own, copy that folder with the quarters",
		filepath.Join(s.dir, ownDir))
}

func (s *Store) noQuarter(period assess.Quarter) error {
	return fmt.Errorf("no quarter %s in %s: %w", period, s.dir, fs.ErrNotExist)
}

// create opens the folder and makes it first if it is missing, for its owner only.
func (s *Store) create() (*os.Root, error) {
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return nil, fault(making, s.dir, chooseDir, err)
	}
	root, err := os.OpenRoot(s.dir)
	return root, fault(toWrite, s.dir, chooseDir, err)
}

// open opens the folder. The error wraps fs.ErrNotExist if there is none.
func (s *Store) open() (*os.Root, error) {
	root, err := os.OpenRoot(s.dir)
	return root, fault(reading, s.dir, chooseDir, err)
}

// drive returns the folder to write in.
func (s *Store) drive(root *os.Root) *drive {
	return &drive{Root: root, way: chooseDir, alone: s.locked, note: s.note}
}
