package store

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"

	"hygeia/frameworks"
)

// indexName is the file that a roll-up of many sites keeps in the first folder it
// was asked about. It is made from other files and can be deleted.
const indexName = "sites.index"

// indexHead is how it begins.
const indexHead = "schema: hygeia/sites-index/"

// maxIndex is the most that is read of it, in bytes.
const maxIndex = 256 << 20

// ReadIndex returns what the folder's index of sites holds.
func (s *Store) ReadIndex() ([]byte, error) {
	root, err := s.open()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return readFile(root, indexName, maxIndex)
}

// WriteIndex writes it anew, whole or not at all, for its owner only.
func (s *Store) WriteIndex(fill func(io.Writer) error) error {
	root, err := s.open()
	if err != nil {
		return err
	}
	defer root.Close()
	if there, err := readFile(root, indexName, int64(len(indexHead))); err == nil && !bytes.HasPrefix(there, []byte(indexHead)) {
		return fmt.Errorf("%s: is another file, so it is left as it is", filepath.Join(s.dir, indexName))
	}
	return s.drive(root).replace(indexName, fill)
}

// HasOwn reports whether there is content of the organization's own.
func (s *Store) HasOwn() bool {
	root, err := s.open()
	if err != nil {
		return false
	}
	defer root.Close()
	own, err := ownFiles(root)
	return err != nil || len(own) > 0
}

// Shipped returns the content that comes with the program.
func (s *Store) Shipped() (*frameworks.Library, error) { return s.loaded.inUse(nil) }

// Keeps reports whether a folder of that name inside a hygeia folder is hygeia's.
func Keeps(name string) bool { return keeps(name + "/x") }
