package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"

	"hygeia/assess"
)

// ErrNothingToUndo says that the history holds nothing to go back to.
var ErrNothingToUndo = errors.New("there is nothing to take back")

// ErrFinish says that going back would open a finished quarter, or close one.
var ErrFinish = errors.New("it was finished or opened again, which is not taken back like this")

// Step is what a step back or forward did to one file: what it took back, and a
// quarter on both sides of it, nil where there was none.
type Step struct {
	Past          Past
	Then, Now     *assess.Assessment // as it is from now on, and as it was until now; of a quarter
	There         bool               // the file is there from now on
	then, nowText []byte
}

// Undo takes back what was done last: it puts the newest files of the history back.
// After an undo it goes one further. What it takes away is kept in the history,
// so that [Store.Redo] brings it back. It never opens or closes a quarter. It
// returns what became of each file, at least one of them.
func (s *Store) Undo() ([]Step, error) {
	return s.step(back, func(past []Past) (number int) {
		n := len(past)
		if n == 0 {
			return 0
		}
		last := past[n-1]
		if !last.Undo() {
			return last.Number
		}
		for n--; n >= 0; n-- {
			if past[n].Number < last.Of {
				return past[n].Number
			}
		}
		return 0
	})
}

// Outside names the file that the last thing done in the folder was written to, where
// undo leaves it alone: the ledger or the log, by the times of the files. It is ""
// where the last thing is one that undo takes back, or refuses by itself.
func (s *Store) Outside() string {
	root, err := s.open()
	if err != nil {
		return ""
	}
	defer root.Close()
	past, err := history(root)
	if n := len(past); err != nil || n == 0 || past[n-1].What == pastFinish || past[n-1].What == pastReopen {
		return ""
	}
	last, err := root.Lstat(past[len(past)-1].name)
	if err != nil {
		return ""
	}
	newest, name := last.ModTime(), ""
	for _, beside := range []string{ledgerName, logName} {
		if info, err := root.Lstat(beside); err == nil && info.ModTime().After(newest) {
			newest, name = info.ModTime(), beside
		}
	}
	return name
}

// Redo takes the last undo back, if nothing came after it.
func (s *Store) Redo() ([]Step, error) {
	return s.step(forward, func(past []Past) (number int) {
		if n := len(past); n > 0 && past[n-1].Undo() {
			return past[n-1].Number
		}
		return 0
	})
}

// direction says whether a step goes back or forward again.
type direction int

const (
	back direction = iota
	forward
)

// step takes the step with the number that was chosen, 0 for none.
func (s *Store) step(way direction, choose func([]Past) int) ([]Step, error) {
	root, err := s.open()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNothingToUndo
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	past, err := history(root)
	if err != nil {
		return nil, err
	}
	number := choose(past)
	if number == 0 {
		return nil, ErrNothingToUndo
	}
	var steps []Step
	for _, p := range past {
		if p.Number != number {
			continue
		}
		step, err := s.look(root, p)
		if err != nil {
			return nil, err
		}
		steps = append(steps, step)
	}
	defer s.forgetEvidence()
	s.number = 0
	if way == back { // all is kept before any is taken
		s.number = nextNumber(past)
		for _, step := range steps {
			if err := s.keep(root, step.Past.file(), fmt.Sprintf("%s%06d", pastUndo, number), step.nowText); err != nil {
				return nil, err
			}
		}
	}
	for _, step := range steps {
		if err := s.carryOut(root, step, way); err != nil {
			return nil, err
		}
	}
	return steps, nil
}

// look reads both sides of a step and refuses one across the end of a quarter.
func (s *Store) look(root *os.Root, chosen Past) (Step, error) {
	step := Step{Past: chosen}
	var err error
	if step.then, err = readFile(root, chosen.name, assess.MaxFile); err != nil {
		return step, err
	}
	if step.nowText, err = s.present(root, chosen.file()); err != nil {
		return step, err
	}
	step.There = len(step.then) > 0
	if chosen.Path != "" {
		return step, nil
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

// carryOut puts a file back. Going forward the file of the history stands in the
// folder afterward and need not be kept twice.
func (s *Store) carryOut(root *os.Root, step Step, way direction) error {
	d, file := s.drive(root), step.Past.file()
	if !step.There {
		if err := root.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fault("deleting", d.path(file), chooseDir, err)
		}
		d.syncDir(path.Dir(file))
	} else {
		if dir := path.Dir(file); dir != "." {
			if err := d.mkdir(dir); err != nil {
				return err
			}
		}
		if err := d.replace(file, whole(step.then)); err != nil {
			return err
		}
	}
	if way == forward {
		return fault("deleting", d.path(step.Past.name), chooseDir, root.Remove(step.Past.name))
	}
	return nil
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
