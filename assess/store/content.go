package store

import (
	"bytes"
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

	maxOwn    = 1 << 20  // bytes of one own file; the loader says where it stops
	maxBundle = 32 << 20 // bytes of a frozen content file
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
	return s.loaded.inUse(own)
}

// content finds a quarter's content: for a draft the content in use, for a
// finished quarter the content it was finished with.
func (s *Store) content(root *os.Root, pin assess.Pin, status assess.Status) (*frameworks.Library, error) {
	if status == assess.Draft {
		return s.library(root)
	}
	return s.loaded.once(pin.Digest, func() (*frameworks.Library, error) {
		if digest, err := frameworks.DigestWith(); err != nil || digest == pin.Digest {
			return s.loaded.reader.LoadOwn()
		}
		return s.frozen(root, pin)
	})
}

// frozen loads the content a quarter was finished with. A lost or damaged file
// is an error and never replaced by today's content: the quarter would score
// differently.
func (s *Store) frozen(root *os.Root, pin assess.Pin) (*frameworks.Library, error) {
	const cure = "put it back from a backup, or from the computer the quarter was finished on"
	name := frozenName(pin.Digest)
	shown := filepath.Join(s.dir, filepath.FromSlash(name))
	data, err := readFile(root, name, maxBundle)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: the questions this quarter was answered against (content %s) are missing: %s", shown, pin.Version, cure)
	}
	if err != nil {
		return nil, err
	}
	lib, err := s.loaded.reader.LoadBundle(shown, data)
	if err != nil {
		return nil, fmt.Errorf("the questions this quarter was answered against are damaged: %s: %w", cure, err)
	}
	if lib.Digest != pin.Digest {
		return nil, fmt.Errorf("%s: the questions this quarter was answered against were changed (digest %s): %s", shown, lib.Digest, cure)
	}
	return lib, nil
}

// freeze keeps the content for a quarter that is being finished, unless it is
// there already, whole.
func (s *Store) freeze(root *os.Root, lib *frameworks.Library) error {
	data, err := lib.Bundle()
	if err != nil {
		return err
	}
	d := s.drive(root)
	if err := d.mkdir(contentDir); err != nil {
		return err
	}
	name := frozenName(lib.Digest)
	if there, err := readFile(root, name, maxBundle); err == nil && bytes.Equal(there, data) {
		return nil
	}
	if err := d.replace(name, whole(data)); err != nil {
		return err
	}
	_, err = s.frozen(root, assess.Pin{Version: lib.Version, Digest: lib.Digest})
	return err
}

// frozenName returns where content with that digest is kept. [assess.Decode]
// lets only "sha256:" and 64 hex digits through.
func frozenName(digest string) string {
	return contentDir + "/" + strings.TrimPrefix(digest, "sha256:") + ".yaml"
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
	return d.replace(ownDir+"/"+name, whole(data))
}
