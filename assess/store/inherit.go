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
	"hygeia/frameworks/words"
)

// inherit puts the answers of the parent into a draft that names one, from the
// parent's latest finished quarter up to the draft's own. What is not as one would
// expect is told once, in a line; the draft opens all the same.
func (s *Store) inherit(a *assess.Assessment, lib *frameworks.Library) {
	if a.Status != assess.Draft || a.Inherits.IsZero() || lib == nil {
		return
	}
	n := len(a.Inherits.Keys)
	open := words.Count(n, "question that is answered there stands", "questions that are answered there stand") + " open here"
	parent, data, err := s.parentQuarter(a.Inherits.From, a.Period)
	switch {
	case err != nil:
		s.note(fmt.Sprintf("%v: %s", err, open))
		return
	case parent.Period != a.Period:
		about := fmt.Sprintf("%s has not finished %s: ", a.Inherits.From, a.Period)
		s.noteAnew(about, fmt.Sprintf("%s%s from there %s of its %s", about,
			words.Count(n, "answer", "answers"), words.Plural(n, "is", "are"), parent.Period))
	}
	if missing := a.Inherit(lib, parent, digestOf(data)); len(missing) > 0 {
		s.note(fmt.Sprintf("%s has no answer to %s: %s", a.Inherits, words.Count(len(missing), "question", "questions"), strings.Join(missing, ", ")))
	}
}

// ErrOutside says that a parent lies outside the folder that holds the sites.
var ErrOutside = errors.New("lies outside the folder that holds this site, so nothing is taken over from it")

// ParentDir returns the folder that a site names as its parent, links followed. It
// lies in the folder that holds the site, or is that folder.
func (s *Store) ParentDir(from string) (string, error) {
	if _, ok := assess.CleanFrom(from); !ok {
		return "", fmt.Errorf("%s: must be a folder beside this one or above it, such as ../system", from)
	}
	here, err := filepath.Abs(s.dir)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(here); err == nil { // before the first save there is no folder yet
		here = real
	}
	common := filepath.Dir(here)
	dir, err := filepath.EvalSymlinks(filepath.Join(here, filepath.FromSlash(from)))
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%s: no such folder", from)
	}
	if err != nil {
		return "", fmt.Errorf("%s: cannot be looked at", from)
	}
	rel, err := filepath.Rel(common, dir)
	if err != nil || !filepath.IsLocal(rel) || dir == here {
		return "", fmt.Errorf("%s %w", from, ErrOutside)
	}
	return dir, nil
}

// parentQuarter reads the parent's latest finished quarter up to a period, by itself:
// its answers are not held against any question.
func (s *Store) parentQuarter(from string, last assess.Quarter) (*assess.Assessment, []byte, error) {
	dir, err := s.ParentDir(from)
	if err != nil {
		return nil, nil, err
	}
	parent := Open(dir)
	root, err := parent.open()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: cannot be opened", from)
	}
	defer root.Close()
	list, err := parent.periods(root)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: cannot be read", from)
	}
	draft := ""
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].Since(last) > 0 {
			continue
		}
		a, data, err := quarterAlone(root, list[i])
		switch {
		case err != nil:
			return nil, nil, fmt.Errorf("%s: its %s cannot be read", from, list[i])
		case a.Status == assess.Finished:
			return a, data, nil
		}
		draft = fmt.Sprintf(", and %s is still a draft", list[i])
	}
	return nil, nil, fmt.Errorf("%s has no finished quarter up to %s%s", from, last, draft)
}

func quarterAlone(root *os.Root, q assess.Quarter) (*assess.Assessment, []byte, error) {
	data, err := readFile(root, fileName(q), assess.MaxFile)
	if err != nil {
		return nil, nil, err
	}
	a, _, err := assess.Decode(filepath.Join(root.Name(), fileName(q)), data, nil)
	return a, data, err
}

// ParentAnswers returns what the parent's latest finished quarter up to a period
// answers, as far as somebody answered.
func (s *Store) ParentAnswers(from string, last assess.Quarter) (*assess.Assessment, error) {
	a, _, err := s.parentQuarter(from, last)
	return a, err
}

// inheritedLink says how what a finished quarter took over stands against the parent
// as it is today: unchanged, changed since, or not here to be looked at.
func (s *Store) inheritedLink(a *assess.Assessment) (text string, wrong bool) {
	in := a.Inherits
	if a.Status != assess.Finished || in.IsZero() {
		return "", false
	}
	what := fmt.Sprintf("%s taken over from %s (%s)", words.Count(len(in.Keys), "answer was", "answers were"), in.From, in)
	dir, err := s.ParentDir(in.From)
	if err != nil {
		return what + "; that folder is not here, so they cannot be compared", false
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return what + "; that folder is not here, so they cannot be compared", false
	}
	defer root.Close()
	data, err := readFile(root, fileName(in.Period), assess.MaxFile)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return what + "; that quarter is no longer there", true
	case err != nil:
		return what + "; that quarter cannot be read", true
	case digestOf(data) != in.Digest:
		return what + "; that quarter was changed since", true
	}
	return what + ", which is as it was", false
}
