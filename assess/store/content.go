package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hygeia/assess"
	"hygeia/frameworks"
)

const (
	ownDir     = "own"
	contentDir = "content"

	maxOwn = 1 << 20 // bytes of one own file; the loader says where it stops
)

// contents returns the function that finds the content a quarter is judged by,
// as assess.Decode asks for it.
func (s *Store) contents(root *os.Root) func(assess.Pin, assess.Status) (*frameworks.Library, error) {
	return func(pin assess.Pin, status assess.Status) (*frameworks.Library, error) {
		return s.content(root, pin, status)
	}
}

// Library returns the content in use: what hygeia ships, and the organization's
// own questions and catalogs from <dir>/own/*.yaml. The list of its own
// numbers lies there too and is no content, see [Store.Contacts].
func (s *Store) Library() (*frameworks.Library, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return s.loaded.inUse(nil)
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	return s.library(root)
}

func (s *Store) library(root *os.Root) (*frameworks.Library, error) {
	own, err := ownFiles(root)
	if err != nil {
		return nil, err
	}
	return s.loaded.inUse(own)
}

// ownFiles returns the organization's own content.
func ownFiles(root *os.Root) ([]frameworks.File, error) {
	entries, err := readDir(root, ownDir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("reading own content: %w", err)
	}
	var own []frameworks.File
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".yaml") || strings.HasPrefix(e.Name(), ".") || e.Name() == contactsFile {
			continue
		}
		name := ownDir + "/" + e.Name() // with a slash everywhere: it counts for the digest
		data, err := readFile(root, name, maxOwn)
		if err != nil {
			return nil, err
		}
		own = append(own, frameworks.File{Name: name, Data: data})
	}
	return own, nil
}

// content finds a quarter's content: for a draft the content in use, for a
// finished quarter the content it was finished with, which may be the one in use.
func (s *Store) content(root *os.Root, pin assess.Pin, status assess.Status) (*frameworks.Library, error) {
	if status == assess.Draft {
		return s.library(root)
	}
	if lib := s.loaded.get(pin.Digest); lib != nil {
		return lib, nil
	}
	for _, own := range [][]frameworks.File{nil, s.own(root)} {
		if digest, err := s.loaded.reader.DigestWith(own...); err != nil || digest == pin.Digest {
			return s.loaded.inUse(own)
		}
	}
	return s.loaded.once(pin.Digest, func() (*frameworks.Library, error) { return s.frozen(root, pin) })
}

// own returns the organization's own content as far as it matters to a finished
// quarter: what cannot be read is not what the quarter was finished with.
func (s *Store) own(root *os.Root) []frameworks.File {
	own, err := ownFiles(root)
	if err != nil {
		return nil
	}
	return own
}

// WriteOwn writes a file of the organization's own content, which the next
// [Store.Library] loads beside the shipped one. The name is a plain one that
// ends in .yaml.
func (s *Store) WriteOwn(name string, data []byte) error {
	if name != filepath.Base(name) || !filepath.IsLocal(name) || filepath.Ext(name) != ".yaml" {
		return fmt.Errorf("file name %q: must be a plain name such as clinic.yaml", name)
	}
	root, err := s.create()
	if err != nil {
		return err
	}
	defer root.Close()
	d := s.drive(root)
	if err := d.mkdir(ownDir); err != nil {
		return err
	}
	s.rememberApart(root, ownDir+"/"+name)
	return d.replace(ownDir+"/"+name, whole(data))
}
