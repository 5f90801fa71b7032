package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"hygeia/assess"
)

// ErrNothingToUndo says that the history holds nothing to go back to.
var ErrNothingToUndo = errors.New("there is nothing to take back")

// ErrFinish says that going back would open a finished quarter, or close one.
var ErrFinish = errors.New("it was finished or opened again, which is not taken back like this")

// Step is one step back or forward: what it took back, and the quarter on both
// sides of it, nil where there was none.
type Step struct {
	Past          Past
	Then, Now     *assess.Assessment // as it is from now on, and as it was until now
	then, nowText []byte
}

// Gone reports whether the file is not there any more after the step.
func (s Step) Gone() bool { return len(s.then) == 0 }

// Undo takes back what was done last: it puts the newest file of the history back.
// After an undo it goes one further. What it takes away is kept in the history,
// so that [Store.Redo] brings it back. It never opens or closes a quarter.
func (s *Store) Undo() (Step, error) {
	return s.step(func(past []Past) (Past, error) {
		n := len(past)
		if n == 0 {
			return Past{}, ErrNothingToUndo
		}
		last := past[n-1]
		if !last.Undo() {
			return last, nil
		}
		for n--; n >= 0; n-- {
			if past[n].Number < last.Of {
				return past[n], nil
			}
		}
		return Past{}, ErrNothingToUndo
	})
}

// Redo takes the last undo back, if nothing came after it.
func (s *Store) Redo() (Step, error) {
	return s.step(func(past []Past) (Past, error) {
		if n := len(past); n > 0 && past[n-1].Undo() {
			return past[n-1], nil
		}
		return Past{}, ErrNothingToUndo
	}, forward)
}

// direction says whether a step goes forward again.
type direction int

const forward direction = 1

func (s *Store) step(choose func([]Past) (Past, error), way ...direction) (Step, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return Step{}, ErrNothingToUndo
	}
	if err != nil {
		return Step{}, err
	}
	defer root.Close()
	past, err := history(root)
	if err != nil {
		return Step{}, err
	}
	chosen, err := choose(past)
	if err != nil {
		return Step{}, err
	}
	step, err := s.look(root, chosen)
	if err != nil {
		return Step{}, err
	}
	return step, s.carryOut(root, step, len(way) > 0)
}

// look reads both sides of a step and refuses one across the end of a quarter.
func (s *Store) look(root *os.Root, chosen Past) (Step, error) {
	step := Step{Past: chosen}
	var err error
	if step.then, err = readFile(root, chosen.name, assess.MaxFile); err != nil {
		return step, err
	}
	if step.nowText, err = presentFile(root, chosen.target()); err != nil || chosen.Series != "" {
		return step, err
	}
	if step.Then, err = readText(s.drive(root).path(chosen.name), step.then); err != nil {
		return step, err
	}
	if step.Now, err = readText(s.Path(chosen.Period), step.nowText); err != nil {
		return step, err
	}
	if isFinished(step.Then) || isFinished(step.Now) {
		return step, fmt.Errorf("%s: %w", chosen.Period, ErrFinish)
	}
	return step, nil
}

func readText(name string, text []byte) (*assess.Assessment, error) {
	if len(text) == 0 {
		return nil, nil
	}
	a, _, err := assess.Decode(name, text, nil)
	return a, err
}

func isFinished(a *assess.Assessment) bool { return a != nil && a.Status == assess.Finished }

// carryOut puts the file back, after keeping the one that is there. Going forward
// the file of the history stands in the folder afterward and need not be kept twice.
func (s *Store) carryOut(root *os.Root, step Step, forth bool) error {
	if !forth {
		if err := s.keepStep(root, step); err != nil {
			return err
		}
	}
	d, name := s.drive(root), step.Past.target()
	if step.Gone() {
		if err := root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fault("deleting", d.path(name), chooseDir, err)
		}
		d.syncDir("")
	} else if err := d.replace(name, whole(step.then)); err != nil {
		return err
	}
	if forth {
		return fault("deleting", d.path(step.Past.name), chooseDir, root.Remove(step.Past.name))
	}
	return nil
}

// keepStep keeps what a step takes away.
func (s *Store) keepStep(root *os.Root, step Step) error {
	what := fmt.Sprintf("%s%06d", pastUndo, step.Past.Number)
	if step.Past.Series != "" {
		return s.keepSeries(root, step.Past.Series, what, step.nowText)
	}
	return s.keep(root, step.Past.Period, what, step.nowText)
}

// Discard takes a draft away; the history keeps it, so that it can be undone.
func (s *Store) Discard(saved *Saved) error {
	if saved.Status != assess.Draft {
		return fmt.Errorf("%s is finished and is not discarded", saved.Period)
	}
	root, err := s.open()
	if err != nil {
		return err
	}
	defer root.Close()
	if _, err := s.unchanged(root, saved); err != nil {
		return err
	}
	if err := s.Mark(saved, PastDiscard); err != nil {
		return err
	}
	if err := root.Remove(fileName(saved.Period)); err != nil {
		return fault("deleting", s.Path(saved.Period), chooseDir, err)
	}
	s.drive(root).syncDir("")
	return nil
}
