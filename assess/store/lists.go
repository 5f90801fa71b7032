package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// errListChanged says that a list is no longer as it was read.
var errListChanged = errors.New("the list was changed in the meantime")

// list reads a file that only grows, such as the ledger; nil if there is none.
func (s *Store) list(name string, most int) ([]byte, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	data, err := readFile(root, name, int64(most))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// putList writes such a file, whole or not at all, and returns its digest. Where it
// is not as it was read, nothing is written and the error is [errListChanged]; the
// digest before is empty if there was none.
func (s *Store) putList(name string, data []byte, most int, before string) (digest string, err error) {
	if len(data) > most {
		return before, fmt.Errorf("%s was not written: it would be larger than %d bytes, and could not be read back", filepath.Join(s.dir, name), most)
	}
	root, err := s.create()
	if err != nil {
		return before, err
	}
	defer root.Close()
	now := ""
	switch old, err := readFile(root, name, int64(most)); {
	case err == nil:
		now = digestOf(old)
	case !errors.Is(err, fs.ErrNotExist):
		return before, err
	}
	if now != before {
		return before, errListChanged
	}
	if err := s.drive(root).replace(name, whole(data)); err != nil {
		return before, err
	}
	return digestOf(data), nil
}
