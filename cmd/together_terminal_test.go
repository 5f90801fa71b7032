//go:build !windows

package cmd_test

import (
	"path/filepath"
	"testing"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/frameworks"
)

// doubtful makes a quarter in which the plan is missing and its exercise is not
// answered yet.
func doubtful(t *testing.T) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "clinic")
	s := start(t, dir, append(ready, "--framework", "csf")...)
	s.await("· 0 answered")
	s.typeKeys("g")
	s.await("Go to")
	s.typeKeys("Written cyber")
	s.await("/Written cyber")
	s.rest()
	s.typeKeys("\r")
	s.await("incident-plan")
	s.typeKeys("1")
	s.await("1 answered")
	s.typeKeys("q")
	if status := s.exit(); status != 0 {
		t.Fatalf("quitting exits with %d", status)
	}
	return dir
}

// practiced answers that the missing plan is practiced, typing ahead, and keeps both.
func practiced(t *testing.T, dir string) {
	t.Helper()
	s := start(t, dir, "assess", "--by", "J. Rivera (invented)")
	s.await("answered")
	s.typeKeys("g")
	s.await("Go to")
	s.typeKeys("Incident plan practiced")
	s.await("/Incident plan practiced")
	s.rest()
	s.typeKeys("\r")
	s.await("incident-exercise")
	s.typeKeys("432")
	s.await("Do both answers hold?")
	s.await("Choose one")
	s.typeKeys("\r")
	s.await("Both answers are kept.")
	s.typeKeys("q")
	if status := s.exit(); status != 0 {
		t.Fatalf("quitting exits with %d", status)
	}
}

func TestDoubtsAtATerminal(t *testing.T) {
	dir := doubtful(t)
	practiced(t, dir)
	saved := lastIn(t, dir)
	if got := saved.Answers["incident-exercise"].Level; got != frameworks.Yes || len(saved.Answers) != 2 {
		t.Errorf("the exercise is answered %v in %d answers, want Yes in 2", got, len(saved.Answers))
	}

	answerTheRest(t, dir)
	for _, c := range []struct {
		name, keys string
		status     int
		want       assess.Status
	}{
		{"Enter", "\r", 1, assess.Draft},
		{"a digit", "4\r", 1, assess.Draft},
		{"end of input", "\x04", 1, assess.Draft},
		{"ctrl-c", "\x03", 130, assess.Draft},
		{"yes", "y\r", 0, assess.Finished},
	} {
		s := start(t, dir, "assess", "--finish")
		s.await("Finish all the same? [y/N]")
		s.typeKeys(c.keys)
		if status := s.exit(); status != c.status {
			t.Errorf("%s: exit status %d, want %d", c.name, status, c.status)
		}
		if got := lastIn(t, dir).Status; got != c.want {
			t.Errorf("%s: the quarter is %v, want %v", c.name, got, c.want)
		}
	}
}

// answerTheRest leaves only what is in doubt: a quarter with open Essential
// questions is not finished at all.
func answerTheRest(t *testing.T, dir string) {
	t.Helper()
	saved := lastIn(t, dir)
	for _, it := range assess.Evaluate(saved.Library, saved.Assessment).Items {
		if it.State != assess.Open {
			continue
		}
		partly := assess.Answer{State: assess.Levelled, Level: frameworks.Partly}
		if err := saved.Put(it.Question, partly, assess.Answer{}, "J. Rivera (invented)", saved.AsOf()); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Open(dir).Save(saved); err != nil {
		t.Fatal(err)
	}
}

func lastIn(t *testing.T, dir string) *store.Saved {
	t.Helper()
	saved, err := store.Open(dir).Latest()
	if err != nil {
		t.Fatal(err)
	}
	return saved
}
