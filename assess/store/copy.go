package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
)

// maxCopied is the largest file that goes into a copy of the folder.
const maxCopied = 64 << 20

// Files returns what is to be copied of the folder, by path with slashes: every
// plain file but the lock, the index of sites and what killed programs left. Skip says of a file by its
// first bytes whether it is left out. What is no plain file is named.
func (s *Store) Files(skip func(head []byte) bool) (files map[string][]byte, left []string, err error) {
	root, err := s.open()
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	files = map[string][]byte{}
	err = fs.WalkDir(root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fault(reading, filepath.Join(s.dir, name), chooseDir, err)
		case e.IsDir() || name == lockName || name == indexName || strings.Contains(e.Name(), ".tmp-") && strings.HasPrefix(e.Name(), "."):
			return nil
		case !e.Type().IsRegular():
			left = append(left, name)
			return nil
		}
		data, err := readFile(root, name, maxCopied)
		switch {
		case err != nil:
			return err
		case len(data) > maxCopied:
			left = append(left, name)
		case !skip(data[:min(len(data), 4<<10)]):
			files[name] = data
		}
		return nil
	})
	return files, left, err
}

// IsEmpty reports whether the folder holds nothing, or is not there.
func (s *Store) IsEmpty() (bool, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	defer root.Close()
	entries, err := readDir(root, ".")
	for _, e := range entries {
		if e.Name() != lockName && e.Name() != indexName {
			return false, err
		}
	}
	return true, err
}

// Restored says what became of a file of a copy.
type Restored int

// What becomes of it.
const (
	Added Restored = iota // it was not there
	Same                  // it is there, and says the same
	Other                 // it is there and says something else; it was left as it is
)

// Restore puts a file of a copy of the folder back, unless another one is there.
func (s *Store) Restore(name string, data []byte) (Restored, error) {
	if !filepath.IsLocal(filepath.FromSlash(name)) {
		return Other, fmt.Errorf("file name %q: leads out of the folder", name)
	}
	root, err := s.create()
	if err != nil {
		return Other, err
	}
	defer root.Close()
	there, err := readFile(root, name, maxCopied)
	if err == nil {
		if bytes.Equal(there, data) {
			return Same, nil
		}
		return Other, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return Other, err
	}
	s.remember(root, name, nil)
	d := s.drive(root)
	if dir := path.Dir(name); dir != "." {
		if err := d.mkdir(dir); err != nil {
			return Other, err
		}
	}
	return Added, d.replace(name, whole(data))
}

// IsList reports whether a name is that of a list that only grows, the ledger or the log.
func IsList(name string) bool { return name == ledgerName || name == logName }

// IsQuarter reports whether a name is that of a quarter's file.
func IsQuarter(name string) bool { _, is := periodOf(name); return is }
