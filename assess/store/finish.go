package store

import (
	"errors"
	"fmt"
	"os"

	"hygeia/assess"
	"hygeia/frameworks/words"
)

// Finish closes a draft for good: what is open is recorded as left open. It keeps
// the content the quarter was answered against, so that it scores the same in six
// years, notes the digest of the last finished quarter before it, writes what the
// quarter asks of the board into the ledger, and then saves. If anything goes wrong
// the draft stays a draft, and finishing it again writes nothing twice.
func (s *Store) Finish(saved *Saved, on assess.Date) error {
	if saved.Status != assess.Draft {
		return fmt.Errorf("%s is finished already", saved.Period)
	}
	root, err := s.create()
	if err != nil {
		return err
	}
	defer root.Close()
	if err := s.fillLibrary(root, saved); err != nil {
		return err
	}
	before, err := s.previous(root, saved.Period)
	if err != nil {
		return err
	}
	if _, err := s.unchanged(root, saved); err != nil {
		return err
	}
	if err := s.freeze(root, saved.Library, before); err != nil {
		return err
	}
	previous := ""
	if before != nil {
		previous = before.digest
	}
	if saved.Previous != "" {
		previous = saved.Previous // what the draft was begun from; a change since then shall show
	}
	if err := s.move(saved); err != nil {
		return err
	}
	s.inherit(saved.Assessment, saved.Library) // as the parent is now
	mark, err := s.ask(root, saved, on, previous)
	if err != nil {
		return err
	}
	draft := *saved.Assessment
	saved.Assessment.Finish(saved.Library, on, previous)
	saved.Ledger = mark
	s.next(pastFinish, saved.Period)
	if err := s.save(saved); err != nil {
		*saved.Assessment = draft
		return err
	}
	return nil
}

// previous returns the last finished quarter before period; nil if there is none.
func (s *Store) previous(root *os.Root, period assess.Quarter) (*Saved, error) {
	periods, err := s.Periods()
	if err != nil {
		return nil, err
	}
	for i := len(periods) - 1; i >= 0; i-- {
		if periods[i].Since(period) >= 0 {
			continue
		}
		before, err := s.load(root, periods[i])
		if err != nil {
			return nil, fmt.Errorf("the quarter before cannot be read: %w", err)
		}
		if before.Status == assess.Finished {
			return before, nil
		}
	}
	return nil, nil
}

// Reopen makes the latest quarter a draft again, keeps the reason in it, and
// saves. It is judged by today's content from then on. An older quarter stays
// closed: its mistake is corrected in the current one.
func (s *Store) Reopen(saved *Saved, reason string, on assess.Date) error {
	reason = words.Clean(reason)
	switch {
	case saved.Status != assess.Finished:
		return fmt.Errorf("%s is not finished, so it need not be reopened", saved.Period)
	case reason == "":
		return errors.New("reopening a quarter needs a reason")
	}
	periods, err := s.Periods()
	if err != nil {
		return err
	}
	if n := len(periods); n > 0 && periods[n-1] != saved.Period {
		return fmt.Errorf("%s is not the latest quarter: correct the mistake in %s and mark it as corrected", saved.Period, periods[n-1])
	}
	lib, err := s.Library()
	if err != nil {
		return err
	}
	finished, content := *saved.Assessment, saved.Library
	previous := saved.Previous
	saved.Assessment.Reopen(reason, on)
	saved.Previous = previous
	saved.Library = lib
	s.inherit(saved.Assessment, lib)
	s.next(pastReopen, saved.Period)
	if err := s.save(saved); err != nil {
		*saved.Assessment, saved.Library = finished, content
		return err
	}
	return nil
}
