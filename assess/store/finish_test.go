package store

import (
	"bytes"
	"errors"
	"io/fs"
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
		{"cut off", func(t *testing.T, path string) {
			must(t, os.WriteFile(path, []byte(read(t, path)[:2000]), 0o600))
		}, "are damaged: put it back"},
		{"not compressed", func(t *testing.T, path string) { must(t, os.WriteFile(path, []byte("schema: ["), 0o600)) }, "are damaged: put it back"},
		{"no content", func(t *testing.T, path string) { must(t, os.WriteFile(path, squeezed(t, "schema: ["), 0o600)) }, "are damaged: put it back"},
		{"changed", func(t *testing.T, path string) {
			text := strings.Replace(stretched(t, path), "Our checklist", "Our cheklist", 1)
			must(t, os.WriteFile(path, squeezed(t, text), 0o600))
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

// squeezed returns a text as frozen content is kept.
func squeezed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, compressed([]byte(text))(&b))
	return b.Bytes()
}

// stretched returns the text of a compressed file.
func stretched(t *testing.T, path string) string {
	t.Helper()
	text, err := decompressed([]byte(read(t, path)))
	must(t, err)
	return text
}

// Content is kept compressed, the same each time, and any program can open it.
func TestFrozenContentIsCompressed(t *testing.T) {
	s, sv := finished(t)
	path := filepath.Join(s.Dir(), frozenName(sv.Content.Digest))
	data := read(t, path)
	text := stretched(t, path)
	if !strings.HasPrefix(text, "schema: hygeia/content/v1\n") || 4*len(data) > len(text) {
		t.Errorf("%d bytes for %d of text: %.30q", len(data), len(text), text)
	}
	if data != string(squeezed(t, text)) {
		t.Error("compressed again it is another file")
	}
}

// A folder from before content was compressed opens as ever, and another quarter
// with the same content needs no second file.
func TestPlainFrozenContentStaysValid(t *testing.T) {
	s, sv := finished(t)
	path := filepath.Join(s.Dir(), frozenName(sv.Content.Digest))
	plain := filepath.Join(s.Dir(), plainName(sv.Content.Digest))
	must(t, os.WriteFile(plain, []byte(stretched(t, path)), 0o600))
	must(t, os.Remove(path))
	s = Open(s.Dir())
	_, err := s.Load(q2)
	must(t, err)
	second := s.New(draft(q3))
	must(t, s.Save(second))
	must(t, s.Finish(second, today))
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a second file was written: %v", err)
	}
	must(t, os.WriteFile(plain, []byte("schema: ["), 0o600))
	_, err = Open(s.Dir()).Load(q2)
	wants(t, err, "are damaged: put it back")
	wants(t, err, plainName(sv.Content.Digest))
}

// A small file that grows without end is not read to its end.
func TestFrozenContentIsBounded(t *testing.T) {
	s, sv := finished(t)
	path := filepath.Join(s.Dir(), frozenName(sv.Content.Digest))
	must(t, os.WriteFile(path, squeezed(t, strings.Repeat("#", 3*maxBundle)), 0o600))
	data, err := decompressed([]byte(read(t, path)))
	if err != nil || len(data) != maxBundle+1 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	_, err = Open(s.Dir()).Load(q2)
	wants(t, err, "bytes; at most")
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
