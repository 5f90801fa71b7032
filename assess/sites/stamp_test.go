package sites

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"hygeia/assess/rollup"
)

// indexed is a system with an index of all its sites.
func indexed(t testing.TB, began time.Time) string {
	t.Helper()
	dir := system(t)
	again(t, dir, began)
	return dir
}

// again reads the sites with the index, and keeps it as the program does. It returns
// how many were fresh, and whether the index was written.
func again(t testing.TB, dir string, began time.Time) (fresh int, written bool) {
	t.Helper()
	folders, err := Find([]string{dir})
	must(t, err)
	x := OpenIndex(dir, "p")
	r, err := Read(folders, Options{Today: today, Began: began, Index: x})
	must(t, err)
	if written = x.Stale(); written {
		must(t, x.Save())
	}
	return r.Fresh, written
}

// stamped counts the stamps in the index.
func stamped(t testing.TB, dir string) int {
	t.Helper()
	n := 0
	for name, l := range OpenIndex(dir, "p").lines {
		var e entry
		if _, err := rollup.Unpack(string(l.text), e.fields); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, p := range e.prints {
			if p.Stamp != "" {
				n++
			}
		}
	}
	return n
}

// swapped changes one answer of a quarter so that its size stays, and puts back its date.
func swapped(t testing.TB, name string) {
	t.Helper()
	info, err := os.Stat(name)
	must(t, err)
	data, err := os.ReadFile(name)
	must(t, err)
	other := bytes.Replace(data, []byte("answer: partly"), []byte("answer: mostly"), 1)
	if bytes.Equal(other, data) {
		t.Fatalf("%s has no answer to change", name)
	}
	must(t, os.WriteFile(name, other, 0o600))
	must(t, os.Chtimes(name, info.ModTime(), info.ModTime()))
	if now, err := os.Stat(name); err != nil || now.Size() != info.Size() || !now.ModTime().Equal(info.ModTime()) {
		t.Fatalf("size and date are not as they were: %v", err)
	}
}

func TestAChangeThatKeepsSizeAndDate(t *testing.T) {
	dir := indexed(t, later)
	if fresh, written := again(t, dir, later); fresh != 0 || written {
		t.Errorf("nothing changed, and %d are fresh, written %v", fresh, written)
	}
	swapped(t, filepath.Join(dir, "a", "2026-Q3.yaml"))
	if fresh, _ := again(t, dir, later); fresh != 1 {
		t.Errorf("%d are fresh, want 1", fresh)
	}
}

func TestAFileReplacedByRename(t *testing.T) {
	dir := indexed(t, later)
	name := filepath.Join(dir, "a", "2026-Q3.yaml")
	info, err := os.Stat(name)
	must(t, err)
	data, err := os.ReadFile(name)
	must(t, err)
	must(t, os.WriteFile(name+".new", data, 0o600))
	must(t, os.Chtimes(name+".new", info.ModTime(), info.ModTime()))
	swapped(t, name+".new")
	must(t, os.Rename(name+".new", name))
	if fresh, _ := again(t, dir, later); fresh != 1 {
		t.Errorf("%d are fresh, want 1", fresh)
	}
}

func TestAFileAddedOrRemoved(t *testing.T) {
	dir := indexed(t, later)
	data, err := os.ReadFile(filepath.Join(dir, "a", "2026-Q3.yaml"))
	must(t, err)
	added := filepath.Join(dir, "a", "2026-Q4.yaml")
	must(t, os.WriteFile(added, bytes.Replace(data, []byte("period: 2026-Q3"), []byte("period: 2026-Q4"), 1), 0o600))
	if fresh, _ := again(t, dir, later); fresh != 1 {
		t.Errorf("added: %d are fresh, want 1", fresh)
	}
	must(t, os.Remove(added))
	if fresh, _ := again(t, dir, later); fresh != 1 {
		t.Errorf("removed: %d are fresh, want 1", fresh)
	}
}

// TestJustChanged: a file that was changed when reading began, or after it by a clock
// that was put back, has no stamp; once it has been left alone it gets one.
func TestJustChanged(t *testing.T) {
	for name, began := range map[string]time.Time{"now": time.Now(), "a clock in the past": time.Now().AddDate(-1, 0, 0), "unknown": {}} {
		dir := indexed(t, began)
		if n := stamped(t, dir); n > 0 {
			t.Errorf("%s: %d stamps", name, n)
		}
		if fresh, written := again(t, dir, began); fresh != 0 || written {
			t.Errorf("%s: %d fresh, written %v", name, fresh, written)
		}
		swapped(t, filepath.Join(dir, "a", "2026-Q3.yaml"))
		if fresh, _ := again(t, dir, began); fresh != 1 {
			t.Errorf("%s: changed, and %d fresh", name, fresh)
		}
		fresh, written := again(t, dir, later)
		if n := stamped(t, dir); fresh != 0 || written != (n > 0) {
			t.Errorf("%s: left alone %d fresh, written %v, %d stamps", name, fresh, written, n)
		}
	}
}

// TestAnIndexThatCameWithTheFolder to another place: its stamps say nothing there.
func TestAnIndexThatCameWithTheFolder(t *testing.T) {
	dir, to := indexed(t, later), t.TempDir()
	must(t, os.CopyFS(to, os.DirFS(dir)))
	must(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		return os.Chtimes(filepath.Join(to, rel), info.ModTime(), info.ModTime())
	}))
	swapped(t, filepath.Join(to, "a", "2026-Q3.yaml"))
	n := stamped(t, dir)
	if fresh, written := again(t, to, later); fresh != 1 || !written {
		t.Errorf("%d are fresh, want 1; written %v", fresh, written)
	}
	if got := stamped(t, to); got != n {
		t.Errorf("%d stamps there, %d here", got, n)
	}
	if fresh, written := again(t, to, later); fresh != 0 || written {
		t.Errorf("the second time %d are fresh, written %v", fresh, written)
	}
}
