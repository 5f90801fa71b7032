package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// A result takes the place of no file that hygeia reads, by whatever name, in
// this folder or in another one.
func TestWriteOutRefusesWhatIsOurs(t *testing.T) {
	s, _ := saved(t, q3)
	other, _ := saved(t, q2)
	copied := filepath.Join(t.TempDir(), "copy of the quarter.txt")
	must(t, os.WriteFile(copied, []byte(read(t, s.Path(q3))), 0o600))
	must(t, s.WriteOwn("ours.yaml", []byte("x")))
	in := func(s *Store, names ...string) []string {
		var all []string
		for _, name := range names {
			all = append(all, filepath.Join(s.Dir(), filepath.FromSlash(name)))
		}
		return all
	}
	paths := append(in(s, "2026-Q3.yaml", "2026-q3.YAML", "2031-Q1.yaml", "2026-Q3.yml", "2026-Q3.rescue.yaml", ".lock", "ledger.yaml", "log.yaml",
		"ledger (1).yaml", "Log.yml",
		"2031-Q1.yaml/rows.csv", "ledger.yaml/x/rows.csv", "own/ours.yaml", "own/new.md", "content/x.yaml.gz", "history/a/b.md", "own/../own/ours.yaml"), in(other, "2026-Q3.yaml", "ledger.yaml")...)
	for _, path := range append(paths, copied) {
		before, _ := os.ReadFile(path)
		if err := s.WriteOut(path, []byte("# Report")); !errors.Is(err, ErrOurs) {
			t.Errorf("%s: %v, want ErrOurs", path, err)
		}
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("%s says %q", path, after)
		}
	}
	for _, path := range append(in(s, "board.pdf", "out/history/x.md", "2026-Q3-board.pdf"), filepath.Join(t.TempDir(), "own", "x.md")) {
		must(t, s.WriteOut(path, []byte("# Report")))
		must(t, s.WriteOut(path, []byte("# Again")))
	}
	if err := s.WriteNew(filepath.Join(s.Dir(), "own", "new.yaml"), nil); !errors.Is(err, ErrOurs) {
		t.Errorf("a hand-out among the own content: %v", err)
	}
	must(t, s.WriteNewOwn(filepath.Join(s.Dir(), "own", "contacts.yaml"), []byte("new")))
	wants(t, s.WriteNewOwn(filepath.Join(s.Dir(), "own", "contacts.yaml"), nil), "is there already")
	if err := s.WriteNew(filepath.Join(s.Dir(), "2031-Q1.yaml"), nil); !errors.Is(err, ErrOurs) {
		t.Errorf("a new quarter: %v", err)
	}
}

func TestWriteOutFollowsLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	s, _ := saved(t, q3)
	dir := t.TempDir()
	link := filepath.Join(dir, "board.md")
	target := filepath.Join(dir, "share", "board.md")
	must(t, os.Symlink(filepath.Join("share", "board.md"), link))
	for _, text := range []string{"made", "again"} {
		must(t, s.WriteOut(link, []byte(text)))
		if info, err := os.Lstat(link); err != nil || info.Mode().Type() != os.ModeSymlink || read(t, target) != text {
			t.Fatalf("%v, %v: the target says %q", info.Mode(), err, read(t, target))
		}
	}
	around := filepath.Join(dir, "around")
	must(t, os.Symlink(around, around))
	wants(t, s.WriteOut(around, nil), "leads in a circle")
	for _, name := range []string{"2026-Q3.yaml", "2031-Q1.yaml"} {
		sly := filepath.Join(dir, name+".md")
		must(t, os.Symlink(filepath.Join(s.Dir(), name), sly))
		if err := s.WriteOut(sly, nil); !errors.Is(err, ErrOurs) {
			t.Errorf("a link to %s: %v", name, err)
		}
	}
	into := filepath.Join(dir, "into")
	must(t, os.Symlink(s.Dir(), into))
	if err := s.WriteOut(filepath.Join(into, "own", "x.md"), nil); !errors.Is(err, ErrOurs) {
		t.Errorf("through a link to the folder: %v", err)
	}
	null := filepath.Join(dir, "null")
	must(t, os.Symlink(os.DevNull, null))
	must(t, s.WriteOut(null, []byte("nothing")))
	if info, err := os.Lstat(null); err != nil || info.Mode().Type() != os.ModeSymlink {
		t.Errorf("the link to a device was replaced: %v", err)
	}
}

// Whoever writes the same file at the same time leaves the others alone.
func TestWritersSideBySide(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "board.pdf")
	errs := make([]error, 40)
	var wait sync.WaitGroup
	for i := range errs {
		wait.Go(func() { errs[i] = Open(filepath.Join(dir, "hygeia")).WriteOut(path, fmt.Appendf(nil, "%04d", i)) })
	}
	wait.Wait()
	must(t, errors.Join(errs...))
	if got := read(t, path); len(got) != 4 {
		t.Errorf("the file says %q", got)
	}
	old := filepath.Join(dir, ".board.pdf.tmp-OLD")
	must(t, os.WriteFile(old, nil, 0o600))
	must(t, Open(dir).WriteOut(path, nil))
	if _, err := os.Stat(old); err != nil {
		t.Error("a file that somebody may be writing was removed")
	}
	must(t, os.Chtimes(old, time.Time{}, time.Now().Add(-2*abandoned)))
	must(t, Open(dir).WriteOut(path, nil))
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, e := range entries {
		if strings.Contains(e.Name(), ".tmp-") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}
