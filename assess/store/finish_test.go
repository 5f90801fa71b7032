package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hygeia/assess"

	"github.com/google/go-cmp/cmp"
)

// finished returns a store with a finished quarter that was answered against
// own content, which is gone since: only the frozen content knows it.
func finished(t *testing.T) (*Store, *Saved) {
	t.Helper()
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	write(t, s, "own/clinic.yaml", ownCatalog)
	a := draft(q2)
	a.Frameworks = append(a.Frameworks, "our-checklist")
	sv := s.New(a)
	must(t, s.Save(sv))
	must(t, s.Finish(sv, today))
	must(t, os.RemoveAll(filepath.Join(s.Dir(), "own")))
	return s, sv
}

func TestFinishedQuarterKeepsItsContent(t *testing.T) {
	s, sv := finished(t)
	got, err := s.Load(q2)
	must(t, err)
	if diff := cmp.Diff(sv.Assessment, got.Assessment); diff != "" {
		t.Errorf("loaded (-finished +loaded):\n%s", diff)
	}
	if got.Status != assess.Finished || got.Finished != today || got.AsOf() != today {
		t.Errorf("status %s, finished %s", got.Status, got.Finished)
	}
	if _, err := got.Library.Framework("ours"); err != nil {
		t.Errorf("the own catalog is lost: %v", err)
	}
	wants(t, s.Save(got), "is finished: reopen it")
	wants(t, s.Finish(got, today), "finished already")
}

func TestLostOrDamagedContentIsSaid(t *testing.T) {
	tests := []struct {
		name   string
		damage func(t *testing.T, path string)
		want   string
	}{
		{"lost", func(t *testing.T, path string) { must(t, os.Remove(path)) }, "are missing: put it back from a backup"},
		{"cut off", func(t *testing.T, path string) { must(t, os.WriteFile(path, []byte("schema: ["), 0o600)) }, "are damaged: put it back"},
		{"changed", func(t *testing.T, path string) {
			text := strings.Replace(read(t, path), "Our checklist", "Our cheklist", 1)
			must(t, os.WriteFile(path, []byte(text), 0o600))
		}, "were changed"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, sv := finished(t)
			tt.damage(t, filepath.Join(s.Dir(), frozenName(sv.Content.Digest)))
			s = Open(s.Dir()) // another day: nothing is remembered
			_, err := s.Load(q2)
			wants(t, err, tt.want)
			list, err := s.List()
			must(t, err)
			wants(t, list[0].Err, tt.want)
		})
	}
}

func TestFinishChainsTheQuarters(t *testing.T) {
	s, first := finished(t)
	second := s.New(draft(q3))
	must(t, s.Save(second))
	must(t, s.Finish(second, today))
	if want := digestOf([]byte(read(t, s.Path(q2)))); second.Previous != want || first.Previous != "" {
		t.Errorf("previous %q and %q, want none and %q", first.Previous, second.Previous, want)
	}
	third := s.New(draft(q3.Next()))
	write(t, s, "2026-Q3.yaml", "broken: [")
	wants(t, s.Finish(third, today), "the quarter before cannot be read")
}

func TestReopen(t *testing.T) {
	s, sv := finished(t)
	wants(t, s.Reopen(sv, " \n", today), "needs a reason")
	sv.Frameworks = sv.Frameworks[:1] // the own catalog is gone
	must(t, s.Reopen(sv, "The restore test was\tforgotten", today))
	got, err := s.Load(q2)
	must(t, err)
	want := []assess.Reopening{{On: today, Reason: "The restore test was forgotten"}}
	if diff := cmp.Diff(want, got.Reopened); diff != "" || got.Status != assess.Draft || !got.Finished.IsZero() {
		t.Errorf("status %s, finished %s, reopened (-want +got):\n%s", got.Status, got.Finished, diff)
	}
	wants(t, s.Reopen(got, "again", today), "is not finished")
	must(t, s.Finish(got, today))
	if len(got.Reopened) != 1 {
		t.Error("the reason is lost when the quarter is finished again")
	}
}

func TestOnlyTheLatestIsReopened(t *testing.T) {
	s, sv := finished(t)
	must(t, s.Save(s.New(draft(q3))))
	wants(t, s.Reopen(sv, "a mistake", today), "2026-Q2 is not the latest quarter: correct the mistake in 2026-Q3")
	if sv.Status != assess.Finished {
		t.Error("the quarter in memory was opened")
	}
}

// When the finished quarter cannot be saved, the draft stays what it was, in
// memory and on disk, and can be finished once that is mended. The same holds
// for opening it again.
func TestFailedFinishLeavesADraft(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	sv := s.New(draft(q2))
	must(t, s.Save(sv))
	onDisk := read(t, s.Path(q2))
	broken := func() func() {
		sv.Answers["no-such-question"] = assess.Answer{State: assess.Unknown, Revision: 1, Recorded: today}
		before := *sv.Assessment
		return func() {
			t.Helper()
			if diff := cmp.Diff(&before, sv.Assessment); diff != "" {
				t.Errorf("changed although it failed (-before +after):\n%s", diff)
			}
			delete(sv.Answers, "no-such-question")
		}
	}
	same := broken()
	wants(t, s.Finish(sv, today), "no-such-question")
	same()
	if got := read(t, s.Path(q2)); got != onDisk {
		t.Errorf("the file changed:\n%s", got)
	}
	must(t, s.Finish(sv, today))

	onDisk, library := read(t, s.Path(q2)), sv.Library
	same = broken()
	wants(t, s.Reopen(sv, "a mistake", today), "no-such-question")
	same()
	if got := read(t, s.Path(q2)); got != onDisk || sv.Library != library {
		t.Error("the finished quarter changed")
	}
	must(t, s.Reopen(sv, "a mistake", today))
}
