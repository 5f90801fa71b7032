package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hygeia/assess/series"
)

// seriesDir holds what other people's sheets say, one file for each.
const seriesDir = "series"

func seriesFile(name string) string { return seriesDir + "/" + name + ".yaml" }

// Series returns what other people's sheets say, by name. A file that cannot be read
// is left out and told by [Store.Notes].
func (s *Store) Series() ([]*series.Series, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	entries, err := readDir(root, seriesDir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var all []*series.Series
	for _, entry := range entries {
		name, isYAML := cutYAML(entry.Name())
		if !isYAML || strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		if path := seriesFile(name); !strings.HasSuffix(path, "/"+entry.Name()) {
			s.note(fmt.Sprintf("%s is not read: give it a name that ends in .yaml", filepath.Join(s.dir, seriesDir, entry.Name())))
			continue
		}
		read, err := s.readSeries(root, name)
		if err != nil {
			s.note(fmt.Sprintf("left out: %v", err))
			continue
		}
		all = append(all, read)
	}
	return all, nil
}

func (s *Store) readSeries(root *os.Root, name string) (*series.Series, error) {
	data, err := readFile(root, seriesFile(name), series.MaxFile)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(s.dir, filepath.FromSlash(seriesFile(name)))
	read, err := series.Decode(path, data)
	if err == nil && read.Name != name {
		err = fmt.Errorf("%s: the file is named %s, and says that it is %s: rename it", path, name, read.Name)
	}
	return read, err
}

// SeriesNamed returns the series of that name; nil if there is none.
func (s *Store) SeriesNamed(name string) (*series.Series, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	read, err := s.readSeries(root, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return read, err
}

// KeepSeries keeps a series and returns where. The one of that name that was there
// before goes into the history, so that [Store.Undo] brings it back.
func (s *Store) KeepSeries(x *series.Series) (string, error) {
	data, err := series.Encode(x)
	if err != nil {
		return "", err
	}
	return s.keepApart(seriesDir, x.Name+".yaml", data)
}
