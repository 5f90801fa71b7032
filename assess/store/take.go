package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"hygeia/assess"
)

// Place puts a copy of a quarter that is not there into the folder as it is, after
// reading it like any other. It returns the quarter.
func (s *Store) Place(name string, data []byte) (*Saved, error) {
	root, err := s.create()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	a, lib, err := assess.Decode(name, data, s.contents(root))
	if err != nil {
		return nil, err
	}
	if _, err := root.Lstat(fileName(a.Period)); err == nil {
		return nil, fmt.Errorf("%s: is there already", s.Path(a.Period))
	}
	s.remember(root, fileName(a.Period), nil)
	if err := s.drive(root).replace(fileName(a.Period), whole(data)); err != nil {
		return nil, err
	}
	saved := &Saved{Assessment: a, Library: lib}
	saved.wrote(data)
	return saved, nil
}

// Retire moves a stray file of the folder, whose answers were taken over, into the
// history, and returns where it is now. A file from elsewhere stays where it is.
func (s *Store) Retire(copy string) (moved string, err error) {
	root, err := s.open()
	if err != nil {
		return "", err
	}
	defer root.Close()
	name := filepath.Base(copy)
	here, err := root.Stat(name)
	there, missing := os.Stat(copy)
	if _, stray := strayIn(root, name); err != nil || missing != nil || !stray || !os.SameFile(here, there) {
		return "", nil
	}
	return s.away(root, name, "taken")
}

// PutAside moves a file of the folder that cannot be read into the history, and
// returns where it is now.
func (s *Store) PutAside(name string) (moved string, err error) {
	root, err := s.open()
	if err != nil {
		return "", err
	}
	defer root.Close()
	return s.away(root, name, "damaged")
}

// away moves a file of the folder into the history under a name that says why.
func (s *Store) away(root *os.Root, name, why string) (moved string, err error) {
	d := s.drive(root)
	if err := d.mkdir(historyDir); err != nil {
		return "", err
	}
	base := path.Base(name)
	stem, isYAML := cutYAML(base)
	ending := ".yaml"
	if !isYAML {
		stem, ending = strings.TrimSuffix(base, path.Ext(base)), path.Ext(base)
	}
	to := fmt.Sprintf("%s/%s-%s%s", historyDir, why, stem, ending)
	for n := 2; ; n++ {
		if _, err := root.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			break
		}
		to = fmt.Sprintf("%s/%s-%s-%d%s", historyDir, why, stem, n, ending)
	}
	if err := d.rename(name, to); err != nil {
		return "", fault("moving", d.path(name), chooseDir, err)
	}
	return d.path(to), nil
}

// Pasts returns the states of a quarter that the history knows, oldest first.
// A damaged one is left out; a drive that cannot be read is an error, since what a
// copy comes to depends on them.
func (s *Store) Pasts(period assess.Quarter) ([]*assess.Assessment, error) {
	past, err := s.History()
	if err != nil {
		return nil, err
	}
	var states []*assess.Assessment
	for _, p := range past {
		if p.Path != "" || p.Period != period {
			continue
		}
		a, err := s.Before(p)
		if f := new(Fault); errors.As(err, &f) {
			return nil, err
		}
		if err == nil && a != nil {
			states = append(states, a)
		}
	}
	return states, nil
}
