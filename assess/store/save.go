package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hygeia/assess"
)

// ErrChanged says that a quarter is no longer as it was read: somebody else
// saved it, removed it, or made it first. Nothing was written.
var ErrChanged = errors.New("somebody else changed this quarter in the meantime; nothing was saved, so that nothing of theirs is lost")

// ErrGone is the [ErrChanged] of a quarter whose file or folder is not there any more.
var ErrGone error = gone{}

type gone struct{}

func (gone) Error() string {
	return "the file is not there any more: it or its folder was moved or deleted in the meantime"
}

// Is makes it a change like any other to those who do not ask further.
func (gone) Is(target error) bool { return target == ErrChanged }

// Save writes a draft. It pins the content of saved.Library, refuses what could
// not be read back, and returns [ErrChanged] instead of overwriting the work of
// others. The caller has set Updated.
func (s *Store) Save(saved *Saved) error {
	if saved.Status != assess.Draft {
		return fmt.Errorf("%s is finished: reopen it before changing it", saved.Period)
	}
	return s.save(saved)
}

func (s *Store) save(saved *Saved) error {
	root, err := s.home(saved)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := s.fillLibrary(root, saved); err != nil {
		return err
	}
	if err := s.move(saved); err != nil {
		return err
	}
	s.chain(root, saved)
	saved.Content = assess.Pin{Version: saved.Library.Version, Digest: saved.Library.Digest}
	data, err := assess.EncodeWith(saved.Assessment, saved.Library)
	if err != nil {
		return fmt.Errorf("%s was not saved: %w", s.Path(saved.Period), err)
	}
	before, err := s.unchanged(root, saved)
	if err != nil {
		return err
	}
	s.remember(root, fileName(saved.Period), before)
	if err := s.drive(root).replace(fileName(saved.Period), whole(data)); err != nil {
		return err
	}
	saved.wrote(data)
	saved.settled()
	s.closings.forget(saved.Period)
	return nil
}

// chain makes a draft remember the finished quarter it was begun from, if it does
// not yet, or if that one was opened again since: then a draft that was taken away
// and came back goes on from the quarter as it is now, and a note says so. Where that
// one cannot be read, there is nothing to remember.
func (s *Store) chain(root *os.Root, saved *Saved) {
	if saved.Status != assess.Draft || saved.chained {
		return
	}
	saved.chained = true
	if saved.Previous != "" {
		s.chainAnew(root, saved)
		return
	}
	if before, err := s.previous(root, saved.Period); err == nil && before != nil {
		saved.Previous = before.digest
	}
}

func (s *Store) chainAnew(root *os.Root, saved *Saved) {
	periods, err := s.Periods()
	if err != nil {
		return
	}
	before := slices.DeleteFunc(periods, func(q assess.Quarter) bool { return q.Since(saved.Period) >= 0 })
	if len(before) == 0 {
		return
	}
	last := before[len(before)-1]
	data, err := readFile(root, fileName(last), assess.MaxFile)
	if err != nil || digestOf(data) == saved.Previous || byteDigest(data) == saved.Previous {
		return
	}
	quarter, err := s.load(root, last)
	if err != nil {
		return
	}
	again, is := reopenedSince(quarter.Assessment, saved.Assessment)
	if !is {
		return
	}
	now, err := s.previous(root, saved.Period)
	if err != nil || now == nil {
		return
	}
	s.note(fmt.Sprintf("%s was opened again on %s (%s) after %s was begun from it; %s goes on from it as it is now", last, again.On, again.Reason, saved.Period, saved.Period))
	saved.Previous = now.digest
}

// reopenedSince returns the opening of a quarter that came after a later one was
// begun from it.
func reopenedSince(quarter, later *assess.Assessment) (last assess.Reopening, is bool) {
	if len(quarter.Reopened) == 0 {
		return last, false
	}
	last = quarter.Reopened[len(quarter.Reopened)-1]
	return last, !assess.DateOf(later.Started).After(last.On)
}

// home opens the folder of a quarter, and makes it first unless the quarter was
// there before: then somebody moved or removed the folder, and a new one of the
// same name would hide that.
func (s *Store) home(saved *Saved) (*os.Root, error) {
	if saved.digest == "" {
		return s.create()
	}
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", s.dir, ErrGone)
	}
	return root, err
}

func (s *Store) fillLibrary(root *os.Root, saved *Saved) (err error) {
	if saved.Library == nil {
		saved.Library, err = s.library(root)
	}
	return err
}

// unchanged returns what the file holds, and fails if that is not what was read
// or written last.
func (s *Store) unchanged(root *os.Root, saved *Saved) ([]byte, error) {
	data, err := s.present(root, fileName(saved.Period))
	if err != nil {
		return nil, err
	}
	now := ""
	if data != nil {
		now = digestOf(data)
	}
	switch {
	case now == saved.digest:
		return data, nil
	case now == "":
		return nil, fmt.Errorf("%s: %w", s.Path(saved.Period), ErrGone)
	}
	return nil, fmt.Errorf("%s: %w", s.Path(saved.Period), ErrChanged)
}

// WriteFile writes a file such as a report into the folder, whole or not at
// all, making the folder if need be, and returns its path. The name is a plain
// one: no folder before it, no dot at its start, not the name of a quarter.
func (s *Store) WriteFile(name string, data []byte) (path string, err error) {
	if keeps(name) || name != filepath.Base(name) || !filepath.IsLocal(name) || strings.HasPrefix(name, ".") {
		return "", fmt.Errorf("file name %q: must be a plain name such as board.pdf, and not the name of a quarter", name)
	}
	root, err := s.create()
	if err != nil {
		return "", err
	}
	defer root.Close()
	return filepath.Join(s.dir, name), s.drive(root).replace(name, whole(data))
}
