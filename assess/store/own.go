package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"hygeia/frameworks"
)

// ofFramework reports whether an own file was written for the framework with that
// short name: NAME.yaml, or NAME-… .yaml with its questions.
func ofFramework(file, short string) bool {
	base := strings.TrimSuffix(strings.TrimPrefix(file, ownDir+"/"), ".yaml")
	return base == short || strings.HasPrefix(base, short+"-")
}

// LibraryBeside returns the content in use without the files of one framework of
// the organization's own: those that adding it would write, of which an earlier
// try may have left some.
func (s *Store) LibraryBeside(short string) (*frameworks.Library, error) {
	beside, err := s.ownBeside(short, nil)
	if err != nil {
		return nil, err
	}
	return s.loaded.inUse(beside)
}

// ownBeside returns the organization's own content without the files of a
// framework that are among those to be written.
func (s *Store) ownBeside(short string, writing []frameworks.File) ([]frameworks.File, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	own, err := ownFiles(root)
	if err != nil {
		return nil, err
	}
	var beside []frameworks.File
	for _, f := range own {
		if !ofFramework(f.Name, short) {
			beside = append(beside, f)
			continue
		}
		for _, w := range writing {
			if ownDir+"/"+w.Name == f.Name && !bytes.Equal(w.Data, f.Data) {
				return nil, fmt.Errorf("%s is there already and says something else", f.Name)
			}
		}
	}
	return beside, nil
}

// TryOwn loads the files of a new framework of the organization's own beside the
// content in use, and writes nothing. The error is that of the loader.
func (s *Store) TryOwn(short string, files []frameworks.File) error {
	all, err := s.ownBeside(short, files)
	if err != nil {
		return err
	}
	for _, f := range files {
		all = append(all, frameworks.File{Name: ownDir + "/" + f.Name, Data: f.Data})
	}
	_, err = s.loaded.inUse(all)
	return err
}

// AddOwn writes the files of a new framework of the organization's own: all of them
// if they load beside the content in use, otherwise none. Each is written whole
// under a name that nothing reads, and then renamed with the others, so that a
// failure on the way leaves no half of them.
func (s *Store) AddOwn(short string, files []frameworks.File) error {
	if err := s.TryOwn(short, files); err != nil {
		return err
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
	staged := func(f frameworks.File) string { return ownDir + "/." + f.Name + ".new" }
	for _, f := range files {
		if err := d.replace(staged(f), whole(f.Data)); err != nil {
			return err
		}
	}
	for _, f := range files {
		s.rememberApart(root, ownDir+"/"+f.Name)
	}
	for _, f := range files {
		if err := d.rename(staged(f), ownDir+"/"+f.Name); err != nil {
			return err
		}
	}
	d.syncDir(ownDir)
	return nil
}
