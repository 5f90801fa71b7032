package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/frameworks/strictyaml"
)

// ErrOurs says that a file is one that hygeia itself reads, and that a report or
// another result must not take its place.
var ErrOurs = errors.New("is one of the files hygeia reads, so nothing else is written there")

// WriteOut writes a result to a file that a person named: there is either the old
// file or the whole new one at any moment, which only its owner may read. Missing
// folders are made, for the owner alone.
//
// A link is followed, so that what it points to is written and the link stays; a
// terminal or another device is written to as it is; a pipe is refused. So is
// every file that hygeia reads itself, in this folder or in another one of its
// kind: that is [ErrOurs].
func (s *Store) WriteOut(name string, data []byte) error {
	path, err := resolve(name)
	if err != nil {
		return err
	}
	if s.ours(path) {
		return fmt.Errorf("%s %w", name, ErrOurs)
	}
	return s.writeOut(path, data)
}

// WriteNew writes a file to fill in, such as a hand-out. Like WriteOut, but it
// never takes the place of a file.
func (s *Store) WriteNew(name string, data []byte) error {
	return s.writeNew(name, data, func(string) bool { return false })
}

// WriteNewOwn is WriteNew for what is read from the folder "own" once it is filled
// in, such as the list of contacts, and may be written there.
func (s *Store) WriteNewOwn(name string, data []byte) error {
	return s.writeNew(name, data, func(path string) bool { return filepath.Base(filepath.Dir(path)) == ownDir })
}

func (s *Store) writeNew(name string, data []byte, mayBeOurs func(path string) bool) error {
	path, err := resolve(name)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s: is there already", name)
	}
	if s.ours(path) && !mayBeOurs(path) {
		return fmt.Errorf("%s %w", name, ErrOurs)
	}
	return s.writeOut(path, data)
}

func (s *Store) writeOut(path string, data []byte) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return toDevice(path, info, data)
	}
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fault(making, dir, chooseOutput, err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fault(toWrite, path, chooseOutput, err)
	}
	defer root.Close()
	d := &drive{Root: root, way: chooseOutput, note: s.note}
	return d.replace(filepath.Base(path), whole(data))
}

// toDevice writes to a terminal, a printer or the like.
func toDevice(path string, info fs.FileInfo, data []byte) error {
	switch {
	case info.IsDir():
		return fmt.Errorf("%s: not a plain file but a folder, so it is not replaced", path)
	case info.Mode()&fs.ModeCharDevice == 0:
		return fmt.Errorf("%s: is a pipe or a device that cannot be written to: %s, or use -o - for standard output", path, chooseOutput)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fault(toWrite, path, chooseOutput, err)
	}
	_, err = f.Write(data)
	return fault(toWrite, path, chooseOutput, errors.Join(err, f.Close()))
}

// mostLinks is how many links in a row are followed.
const mostLinks = 40

// resolve returns the file that a name stands for in the end, links followed,
// whether it is there already or not. Folders that do not exist are kept as named.
func resolve(name string) (string, error) {
	path, err := filepath.Abs(name)
	if err != nil {
		return "", fault(toWrite, name, chooseOutput, err)
	}
	for range mostLinks {
		dir := existing(filepath.Dir(path))
		real, err := filepath.EvalSymlinks(dir)
		if err != nil { // some drives of Windows cannot say; the name is as good there
			real = dir
		}
		path = filepath.Join(real, strings.TrimPrefix(path, dir))
		target, err := os.Readlink(path)
		if err != nil {
			return path, nil
		}
		if special(path) {
			return path, nil // what such a link says is no path, as in /proc/self/fd
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(path), target)
		}
		path = target
	}
	return "", fmt.Errorf("%s: is a link that leads in a circle: %s", name, chooseOutput)
}

// special reports whether a link leads to something that is no file.
func special(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}

// existing returns the nearest folder above that is there.
func existing(dir string) string {
	for {
		if _, err := os.Stat(dir); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return dir
		}
		dir = up
	}
}

// ours reports whether hygeia reads the file: by its place and name in this
// folder or another one with quarters, or by what it says.
func (s *Store) ours(path string) bool {
	rel := filepath.Base(path)
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if keeps(rel) && s.isHome(dir) {
			return true
		}
		up := filepath.Dir(dir)
		if up == dir {
			break
		}
		rel = filepath.Join(filepath.Base(dir), rel)
	}
	return saysOurs(path)
}

// kept are the folders in a hygeia folder of which every file is read.
var kept = []string{ownDir, contentDir, historyDir, evidenceDir, "series"}

// keeps reports whether a path inside a hygeia folder is one of its own files.
// Capitals do not matter: on Windows and on a Mac they do not tell files apart.
func keeps(rel string) bool {
	first, rest, inside := strings.Cut(filepath.ToSlash(strings.ToLower(rel)), "/")
	if inside && slices.Contains(kept, first) {
		return rest != ""
	}
	// A folder of such a name would be no less in the way than a file.
	if first == lockName || slices.Contains([]string{ledgerName, logName, indexName}, first) {
		return true
	}
	_, isQuarter := periodOf(first)
	_, stray := strayOf(first)
	return isQuarter || stray
}

// isHome reports whether a folder is this one, or another one with quarters.
func (s *Store) isHome(dir string) bool {
	here, err := os.Stat(dir)
	if err != nil {
		return false
	}
	if home, err := os.Stat(s.dir); err == nil && os.SameFile(home, here) {
		return true
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		_, isQuarter := periodOf(e.Name())
		return isQuarter
	})
}

// saysOurs reports whether a file is there and begins as the files do that
// hygeia keeps. A result never does: those that name a schema are JSON.
func saysOurs(path string) bool { return says(path, "schema: hygeia/") }

// says reports whether a plain file has a line near its beginning that begins so,
// in whatever encoding.
func says(path, begin string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 2<<10)
	n, _ := f.Read(head)
	for line := range bytes.Lines(strictyaml.Text(head[:n&^1])) {
		if bytes.HasPrefix(line, []byte(begin)) {
			return true
		}
	}
	return false
}
