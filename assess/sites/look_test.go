package sites

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatCannotBeLookedAt: it is named, with the others, and not left out.
func TestWhatCannotBeLookedAt(t *testing.T) {
	dir := system(t)
	must(t, os.WriteFile(filepath.Join(dir, "letter.txt"), nil, 0o600))
	must(t, os.Symlink("nowhere", filepath.Join(dir, "gone")))
	must(t, os.Symlink("letter.txt", filepath.Join(dir, "letter")))
	must(t, os.Mkdir(filepath.Join(dir, "lost+found"), 0))
	want := []string{"gone: is a link to something that is not there"}
	if locked := filepath.Join(dir, "locked"); os.Mkdir(locked, 0) == nil {
		if _, err := os.ReadDir(locked); err != nil { // whoever may do everything sees an empty folder
			want = append(want, "locked: this account may not look into the folder")
		}
	}
	folders, err := Find([]string{dir})
	must(t, err)
	if len(folders) != 4+len(want) {
		t.Errorf("found %+v", folders)
	}
	r := read(t, dir, nil)
	if len(r.Problems) != len(want) {
		t.Fatalf("problems %v, want %v", r.Problems, want)
	}
	for i, text := range want {
		if !strings.Contains(r.Problems[i].Error(), text) {
			t.Errorf("problem %v, want %s", r.Problems[i], text)
		}
	}
	if _, err := Find([]string{filepath.Join(dir, "letter.txt"), filepath.Join(dir, "gone")}); err == nil || !strings.Contains(err.Error(), "is no folder\n") {
		t.Errorf("a file and a broken link: %v", err)
	}
}
