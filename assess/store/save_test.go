package store

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"hygeia/assess"

	"github.com/google/go-cmp/cmp"
)

func TestNobodysWorkIsOverwritten(t *testing.T) {
	tests := []struct {
		name  string
		their func(t *testing.T, s *Store)
	}{
		{"changed", func(t *testing.T, s *Store) {
			other, err := s.Load(q3)
			must(t, err)
			other.Organization.Name = "theirs"
			must(t, s.Save(other))
		}},
		{"removed", func(t *testing.T, s *Store) { must(t, os.Remove(s.Path(q3))) }},
		{"finished", func(t *testing.T, s *Store) {
			other, err := s.Load(q3)
			must(t, err)
			must(t, s.Finish(other, today))
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, mine := saved(t, q3)
			tt.their(t, s)
			before, _ := os.ReadFile(s.Path(q3))
			mine.Organization.Name = "mine"
			if err := s.Save(mine); !errors.Is(err, ErrChanged) {
				t.Errorf("Save: %v, want ErrChanged", err)
			}
			if err := s.Finish(mine, today); !errors.Is(err, ErrChanged) {
				t.Errorf("Finish: %v, want ErrChanged", err)
			}
			if mine.Status != assess.Draft {
				t.Error("the draft in memory says finished, and is not")
			}
			after, _ := os.ReadFile(s.Path(q3))
			if diff := cmp.Diff(string(before), string(after)); diff != "" {
				t.Errorf("their file was changed (-before +after):\n%s", diff)
			}
		})
	}
	t.Run("appeared", func(t *testing.T) {
		s, _ := saved(t, q3)
		if err := s.Save(s.New(draft(q3))); !errors.Is(err, ErrChanged) {
			t.Errorf("Save of a new one: %v, want ErrChanged", err)
		}
	})
}

func TestFailingWriterLeavesTheOldFile(t *testing.T) {
	s, _ := saved(t, q3)
	before := read(t, s.Path(q3))
	root, err := os.OpenRoot(s.Dir())
	must(t, err)
	defer root.Close()
	full := errors.New("no space left")
	err = s.drive(root).replace("2026-Q3.yaml", func(w io.Writer) error {
		io.WriteString(w, "schema: hygeia/ass")
		return full
	})
	if !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
	if diff := cmp.Diff(before, read(t, s.Path(q3))); diff != "" {
		t.Errorf("the old file (-before +after):\n%s", diff)
	}
	noTempFiles(t, s)
}

func TestWhatCannotBeReadBackIsNotSaved(t *testing.T) {
	s, sv := saved(t, q3)
	before := read(t, s.Path(q3))
	ans := sv.Answers["mfa-email"]
	tests := []struct {
		name, key, want string
		change          func(*assess.Answer)
	}{
		{"tab first", "mfa-email", "not clean", func(a *assess.Answer) { a.Note = "\tone\ntwo" }},
		{"unknown question", "mfa-emial", "did you mean mfa-email?", func(*assess.Answer) {}},
		{"must apply", "mfa-email", "does-not-apply is not allowed", func(a *assess.Answer) {
			a.State, a.Reason, a.Revision = assess.NotApplicable, "no mail", 2
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			bad := ans
			tt.change(&bad)
			sv.Answers = map[string]assess.Answer{tt.key: bad}
			wants(t, s.Save(sv), tt.want)
			if diff := cmp.Diff(before, read(t, s.Path(q3))); diff != "" {
				t.Errorf("the old file (-before +after):\n%s", diff)
			}
		})
	}
}

func TestLeftoversOfAKillGoAtTheNextSave(t *testing.T) {
	s, sv := saved(t, q3)
	write(t, s, ".2026-Q3.yaml.tmp-KILLED", "half a quar")
	write(t, s, ".2026-Q2.yaml.tmp-OTHER", "somebody may be writing it")
	unlock, err := s.Lock()
	must(t, err)
	defer unlock()
	must(t, s.Save(sv))
	if _, err := os.Stat(filepath.Join(s.Dir(), ".2026-Q3.yaml.tmp-KILLED")); err == nil {
		t.Error("the temporary file of this quarter is still there")
	}
	if _, err := os.Stat(filepath.Join(s.Dir(), ".2026-Q2.yaml.tmp-OTHER")); err != nil {
		t.Error("the temporary file of another quarter was removed")
	}
}

func TestLinksLeadNowhere(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege on Windows")
	}
	outside := t.TempDir()
	victim := filepath.Join(outside, "victim.yaml")
	must(t, os.WriteFile(victim, []byte("keep"), 0o600))

	s, sv := saved(t, q3)
	must(t, os.Symlink(victim, s.Path(q2)))
	_, err := s.Load(q2)
	wants(t, err, "not a plain file")
	wants(t, s.Save(s.New(draft(q2))), "not a plain file")
	must(t, os.Remove(s.Path(q2)))

	must(t, os.Symlink(outside, filepath.Join(s.Dir(), "content")))
	if err := s.Finish(sv, today); err == nil {
		t.Error("the content was frozen through a link")
	}
	must(t, os.Symlink(outside, filepath.Join(s.Dir(), "own")))
	if _, err := s.Library(); err == nil {
		t.Error("own content was read through a link")
	}
	must(t, os.Symlink(victim, filepath.Join(s.Dir(), lockName)))
	if _, err := s.Lock(); err == nil {
		t.Error("a link was locked")
	}
	must(t, os.Symlink(victim, filepath.Join(s.Dir(), "board.pdf")))
	_, err = s.WriteFile("board.pdf", []byte("%PDF"))
	must(t, err) // the link is replaced
	if got := read(t, victim); got != "keep" {
		t.Errorf("the file outside says %q", got)
	}
	entries, err := os.ReadDir(outside)
	must(t, err)
	if len(entries) != 1 {
		t.Errorf("files were written outside: %v", entries)
	}
}

func TestWriteFileNames(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "new"))
	path, err := s.WriteFile("2026-Q3-board.pdf", []byte("%PDF"))
	must(t, err)
	if path != filepath.Join(s.Dir(), "2026-Q3-board.pdf") || read(t, path) != "%PDF" {
		t.Errorf("path %s", path)
	}
	for _, name := range []string{"", ".", "..", "../x", "a/b", "/etc/x", ".lock", "2026-Q3.yaml"} {
		if _, err := s.WriteFile(name, nil); err == nil {
			t.Errorf("the name %q was accepted", name)
		}
	}
}

func TestWriteOutAnywhere(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	dir := t.TempDir()
	path := filepath.Join(dir, "report.md")
	for _, text := range []string{"old", "new"} {
		must(t, s.WriteOut(path, []byte(text)))
		if got := read(t, path); got != text {
			t.Errorf("the file says %q, want %q", got, text)
		}
	}
	wants(t, s.WriteOut(dir, nil), "not a plain file")
	deep := filepath.Join(dir, "out", "deep", "x")
	must(t, s.WriteOut(deep, []byte("made")))
	if got := read(t, deep); got != "made" {
		t.Errorf("in a new folder the file says %q", got)
	}
	if err := s.WriteOut(filepath.Join(path, "x"), nil); err == nil {
		t.Error("a file was taken for a folder")
	}
}

func noTempFiles(t *testing.T, s *Store) {
	t.Helper()
	entries, err := os.ReadDir(s.Dir())
	must(t, err)
	for _, e := range entries {
		if strings.Contains(e.Name(), ".tmp-") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

// BenchmarkSave saves a whole quarter with a note on every answer, as happens
// after each answer of a sitting.
func BenchmarkSave(b *testing.B) {
	s := Open(b.TempDir())
	sv := s.New(draft(q3))
	lib, err := s.Library()
	if err != nil {
		b.Fatal(err)
	}
	for _, q := range lib.Questions {
		ans := sv.Answers["mfa-email"]
		ans.Revision = q.Revision
		sv.Answers[q.Key] = ans
	}
	for b.Loop() {
		if err := s.Save(sv); err != nil {
			b.Fatal(err)
		}
	}
}
