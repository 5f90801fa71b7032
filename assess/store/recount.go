package store

import (
	"errors"
	"io/fs"

	"hygeia/assess"
)

// Miscount is a quarter whose end mark says another number of answers than it has.
type Miscount struct {
	Period    assess.Quarter
	Path      string
	Said, Has int

	fixed []byte
}

// Miscounted returns the latest quarter if that is the one thing wrong with it; nil
// otherwise.
func (s *Store) Miscounted() (*Miscount, error) {
	periods, err := s.Periods()
	if err != nil || len(periods) == 0 {
		return nil, err
	}
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	m := &Miscount{Period: periods[len(periods)-1]}
	m.Path = s.Path(m.Period)
	data, err := readFile(root, fileName(m.Period), assess.MaxFile)
	if err != nil {
		return nil, err
	}
	var wrong bool
	if m.fixed, m.Said, m.Has, wrong = assess.Recount(m.Path, data); !wrong {
		return nil, nil
	}
	return m, nil
}

// Recount writes the right number into such a quarter, as it is otherwise; the
// history keeps the file as it was.
func (s *Store) Recount(m *Miscount) error {
	root, err := s.create()
	if err != nil {
		return err
	}
	defer root.Close()
	text, err := s.present(root, fileName(m.Period))
	if err != nil {
		return err
	}
	s.remember(root, fileName(m.Period), text)
	return s.drive(root).replace(fileName(m.Period), whole(m.fixed))
}
