package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"hygeia/assess"
	"hygeia/frameworks"

	"github.com/google/go-cmp/cmp"
)

var (
	today = assess.Date{Year: 2026, Month: 9, Day: 14}
	now   = time.Date(2026, 9, 14, 16, 30, 0, 0, time.UTC)
	q2    = assess.Quarter{Year: 2026, N: 2}
	q3    = assess.Quarter{Year: 2026, N: 3}
)

// ownCatalog is a hospital's own checklist over shipped questions.
const ownCatalog = `schema: hygeia/framework/v1
id: our-checklist
short: ours
title: Our checklist
version: "1"
publisher: Us
url: https://example.org/checklist
standing: internal
notice: Our own.
sections:
  - id: all
    title: All of it
    requirements:
      - id: OUR-1
        title: Email
        questions: [mfa-email]
        extent: full
        why_counts: It asks for just that.
        source: ours
`

// draft returns an unsaved draft with one answer.
func draft(period assess.Quarter) *assess.Assessment {
	return &assess.Assessment{
		Rules:        assess.CurrentRules,
		Period:       period,
		Organization: assess.Organization{Name: "Willow Creek", Size: frameworks.Small},
		Frameworks:   []string{frameworks.EssentialID},
		Started:      now,
		Updated:      now,
		Targets:      map[string]assess.Target{},
		Decisions:    map[string]assess.Decision{},
		Answers: map[string]assess.Answer{
			"mfa-email": {State: assess.Levelled, Level: frameworks.Mostly, Revision: 1, Recorded: today, Note: "two lines\nof text"},
		},
	}
}

// saved returns a new store with one saved draft in it.
func saved(t *testing.T, period assess.Quarter) (*Store, *Saved) {
	t.Helper()
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	sv := s.New(draft(period))
	must(t, s.Save(sv))
	return s, sv
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// wants fails unless err holds the text.
func wants(t *testing.T, err error, text string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), text) {
		t.Errorf("error %v, want one with %q", err, text)
	}
}

func TestOpenTouchesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "none")
	s := Open(dir)
	if list, err := s.List(); len(list) != 0 || err != nil {
		t.Errorf("List: %v, %v", list, err)
	}
	if _, err := s.Latest(); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Latest: %v", err)
	}
	if _, err := s.Load(q3); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Load: %v", err)
	}
	if _, err := s.Library(); err != nil {
		t.Errorf("Library: %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
}

func TestSaveAndLoad(t *testing.T) {
	s, sv := saved(t, q3)
	got, err := s.Load(q3)
	must(t, err)
	if diff := cmp.Diff(sv.Assessment, got.Assessment); diff != "" {
		t.Errorf("loaded (-saved +loaded):\n%s", diff)
	}
	if got.Library.Digest != got.Content.Digest || got.digest != sv.digest {
		t.Errorf("content %s, pinned %s; digest %s, remembered %s", got.Library.Digest, got.Content.Digest, got.digest, sv.digest)
	}
	if latest, err := s.Latest(); err != nil || latest.Period != q3 {
		t.Errorf("Latest: %v, %v", latest, err)
	}
}

func TestOnlyTheOwnerMayRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	s, sv := saved(t, q3)
	must(t, s.Finish(sv, today))
	_, err := s.WriteFile("board.pdf", []byte("x"))
	must(t, err)
	want := map[string]fs.FileMode{
		".": 0o700, "2026-Q3.yaml": 0o600, "board.pdf": 0o600, "content": 0o700, frozenName(sv.Content.Digest): 0o600,
	}
	for name, mode := range want {
		info, err := os.Stat(filepath.Join(s.Dir(), name))
		must(t, err)
		if got := info.Mode().Perm(); got != mode {
			t.Errorf("%s has mode %o, want %o", name, got, mode)
		}
	}
}

func TestListShowsDamagedQuarters(t *testing.T) {
	s, sv := saved(t, q3)
	write(t, s, "2026-Q1.yaml", "schema: hygeia/assessment/v9\n")
	write(t, s, "2026-Q2.yaml", "status: [\n")
	write(t, s, "2026-Q5.yaml", "")
	write(t, s, "notes.yaml", "")
	write(t, s, ".2026-Q3.yaml.tmp-LEFT", "half")
	must(t, os.Mkdir(filepath.Join(s.Dir(), "2025-Q4.yaml"), 0o700))
	list, err := s.List()
	must(t, err)
	var got []string
	for _, e := range list {
		line := e.Period.String() + " " + e.Status.String() + " " + e.Updated.Format(time.DateTime)
		if e.Err != nil {
			line = e.Period.String() + " damaged"
		}
		got = append(got, line)
	}
	want := []string{"2025-Q4 damaged", "2026-Q1 damaged", "2026-Q2 damaged", "2026-Q3 draft 2026-09-14 16:30:00"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
	wants(t, list[0].Err, "not a plain file")
	wants(t, list[1].Err, "was saved by a newer hygeia")
	wants(t, s.Save(&Saved{Assessment: draft(assess.Quarter{Year: 2025, N: 4})}), "not a plain file")
	must(t, s.Save(sv))
}

func TestPeriodMustBeTheFileName(t *testing.T) {
	s, _ := saved(t, q3)
	must(t, os.Rename(s.Path(q3), s.Path(q2)))
	_, err := s.Load(q2)
	wants(t, err, "period is 2026-Q3, but the file is named for 2026-Q2")
}

func TestOwnContent(t *testing.T) {
	s, _ := saved(t, q3)
	write(t, s, "own/clinic.yaml", ownCatalog)
	write(t, s, "own/notes.txt", "not content")
	write(t, s, "own/.hidden.yaml", "not content")
	lib, err := s.Library()
	must(t, err)
	if _, err := lib.Framework("ours"); err != nil {
		t.Error(err)
	}
	write(t, s, "own/clinic.yaml", strings.Replace(ownCatalog, "extent: full", "extent: huge", 1))
	_, err = s.Library()
	wants(t, err, "own/clinic.yaml:17:17: ")
	_, err = s.Load(q3)
	wants(t, err, "own/clinic.yaml:17:17: ")
}

func write(t *testing.T, s *Store, name, text string) {
	t.Helper()
	path := filepath.Join(s.Dir(), filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(path), 0o700))
	must(t, os.WriteFile(path, []byte(text), 0o600))
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return string(data)
}

func TestWriteOwn(t *testing.T) {
	st := Open(filepath.Join(t.TempDir(), "clinic"))
	for _, name := range []string{"", ".yaml/..", "../clinic.yaml", "a/b.yaml", "clinic.txt"} {
		if err := st.WriteOwn(name, nil); err == nil {
			t.Errorf("%q was written", name)
		}
	}
	glossary := "schema: hygeia/glossary/v1\nterms:\n  - term: ED\n    means: The emergency department.\n"
	if err := st.WriteOwn("words.yaml", []byte(glossary)); err != nil {
		t.Fatal(err)
	}
	lib, err := st.Library()
	if err != nil {
		t.Fatal(err)
	}
	if term, ok := lib.Term("ed"); !ok || term.Means != "The emergency department." {
		t.Errorf("the own word is missing: %v", term)
	}
}

func TestRemove(t *testing.T) {
	st := Open(filepath.Join(t.TempDir(), "clinic"))
	period := assess.Quarter{Year: 2026, N: 3}
	if err := st.Remove(period); err != nil {
		t.Errorf("nothing to remove: %v", err)
	}
	if err := st.WriteOwn("keep.yaml", []byte("schema: hygeia/glossary/v1\nterms: []\n")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(st.Path(period), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := st.Remove(period); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(st.Path(period)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("still there: %v", err)
	}
}
