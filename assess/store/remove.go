package store

import (
	"errors"
	"io/fs"

	"hygeia/assess"
)

// Remove deletes one saved quarter, if there is one; its frozen content stays,
// since others may share it. Only the demo does this, to its own quarters.
func (s *Store) Remove(period assess.Quarter) error { return s.remove(fileName(period)) }

// RemoveLedger deletes the ledger, if there is one. Only the demo does this.
func (s *Store) RemoveLedger() error { return s.remove(ledgerName) }

func (s *Store) remove(name string) error {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
