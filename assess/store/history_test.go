package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"hygeia/assess"
	"hygeia/frameworks"
)

// answered puts one more answer into the quarter, as a command of that name.
func answered(t *testing.T, dir, command, key string, level frameworks.Level) {
	t.Helper()
	s := Open(dir)
	s.Doing(command)
	sv, err := s.Load(q3)
	must(t, err)
	q, _ := sv.Library.Question(key)
	must(t, sv.Put(q, assess.Answer{State: assess.Levelled, Level: level}, sv.Answers[key], "R. Okafor", today))
	must(t, s.Save(sv))
	must(t, s.Save(sv)) // a sitting saves often and is one step
}

func TestUndo(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	s.Doing("assess")
	must(t, s.Save(s.New(draft(q3))))
	states := []string{"", read(t, s.Path(q3))}
	for i, key := range []string{"mfa-remote", "mfa-admin"} {
		answered(t, s.Dir(), fmt.Sprintf("command%c", 'a'+i), key, frameworks.Mostly)
		states = append(states, read(t, s.Path(q3)))
	}
	is := func(n int) {
		t.Helper()
		got, err := os.ReadFile(s.Path(q3))
		if n == 0 {
			if err == nil {
				t.Fatal("the quarter is still there")
			}
			return
		}
		if string(got) != states[n] {
			t.Fatalf("want state %d, got\n%s", n, got)
		}
	}
	is(3)
	for n := 2; n >= 0; n-- {
		_, err := s.Undo()
		must(t, err)
		is(n)
	}
	if _, err := s.Undo(); !errors.Is(err, ErrNothingToUndo) {
		t.Errorf("one too many: %v", err)
	}
	for n := 1; n <= 3; n++ {
		_, err := s.Redo()
		must(t, err)
		is(n)
	}
	if _, err := s.Redo(); !errors.Is(err, ErrNothingToUndo) {
		t.Errorf("one too many: %v", err)
	}
	// After something new, what was undone is a step of its own and can be reached.
	_, err := s.Undo()
	must(t, err)
	answered(t, s.Dir(), "other", "mfa-email", frameworks.Mostly)
	for _, n := range []int{2, 3} {
		_, err := s.Undo()
		must(t, err)
		is(n)
	}
	n, err := s.Forget()
	must(t, err)
	if past, err := s.History(); n == 0 || len(past) != 0 || err != nil {
		t.Errorf("%d deleted, left %v, %v", n, past, err)
	}
	is(3)
}

// Twenty steps are kept of each quarter, and some for good.
func TestHistoryIsBounded(t *testing.T) {
	s, sv := saved(t, q3)
	must(t, s.Mark(sv, PastImport))
	for i := range 30 {
		level := frameworks.Partly
		if i%2 == 0 {
			level = frameworks.Mostly
		}
		answered(t, s.Dir(), "assess", "mfa-remote", level)
	}
	past, err := s.History()
	must(t, err)
	if len(past) != usualPast+1 || past[0].What != PastImport {
		t.Errorf("%d files, the first %v", len(past), past[0])
	}
}

// A finished quarter is neither opened nor closed by going back.
func TestUndoStopsAtTheEndOfAQuarter(t *testing.T) {
	s, sv := saved(t, q3)
	s.Doing("assess")
	must(t, s.Finish(sv, today))
	before := read(t, s.Path(q3))
	if _, err := s.Undo(); !errors.Is(err, ErrFinish) {
		t.Errorf("after finishing: %v", err)
	}
	sv, err := s.Load(q3)
	must(t, err)
	must(t, s.Reopen(sv, "a slip", today))
	if _, err := s.Undo(); !errors.Is(err, ErrFinish) {
		t.Errorf("after opening again: %v", err)
	}
	answered(t, s.Dir(), "assess", "mfa-remote", frameworks.Mostly)
	_, err = s.Undo()
	must(t, err)
	if _, err := s.Undo(); !errors.Is(err, ErrFinish) {
		t.Errorf("back to the opening: %v", err)
	}
	if got := read(t, s.Path(q3)); got == before {
		t.Error("the quarter was closed")
	}
}

func TestDiscard(t *testing.T) {
	s, sv := saved(t, q3)
	before := read(t, s.Path(q3))
	must(t, s.Discard(sv))
	if _, err := os.Stat(s.Path(q3)); err == nil {
		t.Error("the draft is still there")
	}
	steps, err := s.Undo()
	must(t, err)
	if len(steps) != 1 || steps[0].Past.What != PastDiscard || read(t, s.Path(q3)) != before {
		t.Errorf("%+v", steps)
	}
}

// All that one import changes is one step, also beside the quarters, and comes back.
func TestUndoOfAnImport(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	must(t, s.Save(s.New(draft(q3))))
	scan := func(day int) *assess.Evidence {
		return &assess.Evidence{Kind: "nmap", Digest: fmt.Sprintf("sha256:%064d", day), Date: assess.Date{Year: 2026, Month: 9, Day: day}, Imported: today, Rows: 1}
	}
	answered(t, s.Dir(), PastImport, "mfa-remote", frameworks.Mostly)
	before := read(t, s.Path(q3))
	s = Open(s.Dir())
	s.Doing(PastImport)
	for day := 1; day <= 2; day++ {
		_, err := s.KeepEvidence(scan(day))
		must(t, err)
	}
	sv, err := s.Load(q3)
	must(t, err)
	q, _ := sv.Library.Question("mfa-email")
	must(t, sv.Put(q, assess.Answer{State: assess.Levelled, Level: frameworks.Mostly}, sv.Answers["mfa-email"], "R. Okafor", today))
	must(t, s.Save(sv))
	after := read(t, s.Path(q3))
	is := func(when string, scans int, text string) {
		t.Helper()
		all, err := s.Evidence()
		must(t, err)
		if got := read(t, s.Path(q3)); len(all) != scans || got != text {
			t.Fatalf("%s: %d scans, want %d; quarter\n%s", when, len(all), scans, got)
		}
	}
	is("imported", 2, after)
	for range 2 {
		steps, err := s.Undo()
		must(t, err)
		if len(steps) != 3 {
			t.Fatalf("%+v", steps)
		}
		is("undone", 0, before)
		_, err = s.Redo()
		must(t, err)
		is("done again", 2, after)
	}
	_, err = s.Undo()
	must(t, err)
	_, err = s.Undo() // the import before
	must(t, err)
	if got := read(t, s.Path(q3)); got == before || len(evidenceOf(t, s)) > 0 {
		t.Errorf("one step further: %s", got)
	}
	past, err := s.History()
	must(t, err)
	for _, p := range past {
		if p.Path == "" == p.Period.IsZero() {
			t.Errorf("%+v", p)
		}
	}
}

func evidenceOf(t *testing.T, s *Store) []*assess.Evidence {
	t.Helper()
	all, err := s.Evidence()
	must(t, err)
	return all
}

// Names of the history that a stranger made lead nowhere.
func TestForeignNamesOfTheHistory(t *testing.T) {
	for _, name := range []string{
		"000001-evidence=a/b-import.yaml", "000001-..=ledger-import.yaml", "000001-content=x-import.yaml", "000001-evidence=-import.yaml",
		"000001-2026-Q5-import.yaml", "000001-ledger-import.yaml",
	} {
		if p, ok := pastOf(name); ok {
			t.Errorf("%s: %+v", name, p)
		}
	}
	p, ok := pastOf("000012-evidence=2026-10-01-nmap-a1b2-undo-of-000011.yaml")
	if !ok || p.Path != "evidence/2026-10-01-nmap-a1b2.yaml" || p.Of != 11 {
		t.Errorf("%+v", p)
	}
}

// A folder that was moved away is not made anew by the next answer.
func TestMovedFolderIsNotMadeAgain(t *testing.T) {
	s, sv := saved(t, q3)
	must(t, os.Rename(s.Dir(), s.Dir()+"-moved"))
	if err := s.Save(sv); !errors.Is(err, ErrGone) || !errors.Is(err, ErrChanged) {
		t.Errorf("%v, want ErrGone", err)
	}
	if _, err := os.Stat(s.Dir()); err == nil {
		t.Error("the folder was made again")
	}
}
