package store

import (
	"os"
	"path/filepath"
	"testing"
)

func TestKeeps(t *testing.T) {
	base := t.TempDir()
	s := Open(filepath.Join(base, "hygeia"))
	must(t, os.MkdirAll(s.Dir(), 0o700))
	t.Chdir(base)
	for path, want := range map[string]bool{
		"hygeia/2026-Q3.yaml": true, "hygeia/2026-q3.YAML": true, filepath.Join(base, "hygeia", "2026-Q3.yaml"): true,
		"hygeia/sub/../2026-Q3.yaml": true, "hygeia/own/clinic.yaml": true, "hygeia/OWN/new.pdf": true, "hygeia/ledger.yaml": true,
		"hygeia/content/x": true, "hygeia/board.pdf": false, "hygeia/2026-Q3-board.pdf": false, "hygeia/sub/2026-Q3.yaml": false,
		"2026-Q3.yaml": false, "own/clinic.yaml": false, "hygeia2/2026-Q3.yaml": false, "hygeia/../2026-Q3.yaml": false,
	} {
		if got := s.Keeps(filepath.FromSlash(path)); got != want {
			t.Errorf("%s: %t, want %t", path, got, want)
		}
	}
	if err := os.Symlink("hygeia", "link"); err == nil && !s.Keeps("link/2026-Q3.yaml") {
		t.Error("a link into the folder is not followed")
	}
}
