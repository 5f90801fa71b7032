package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestStampsOfADiskThatKeepsChanges: every file that was left alone has one of its own,
// also after its size and date are put back, and one just changed has none.
func TestStampsOfADiskThatKeepsChanges(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string, day time.Time) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, day, day); err != nil {
			t.Fatal(err)
		}
	}
	day, now := time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), time.Now()
	write("a", "one", day)
	write("b", "one", day)
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	stamps := Open(dir).stampsIn(root)
	if keeps := keepsChanges(dir); stamps.told != keeps {
		t.Fatalf("told %v, keeps %v", stamps.told, keeps)
	}
	a, b := stamps.of("a"), stamps.of("b")
	if !stamps.told {
		if a+b != "" {
			t.Errorf("stamps %q and %q where none can be", a, b)
		}
		return
	}
	if a == "" || a == b || stamps.of("none") != "" {
		t.Errorf("stamps %q, %q and %q", a, b, stamps.of("none"))
	}
	if got := stamps.settled(now).of("a"); got != "" {
		t.Errorf("just changed, with the stamp %q", got)
	}
	if got := stamps.settled(time.Time{}).of("a"); got != "" {
		t.Errorf("read nobody knows when, with the stamp %q", got)
	}
	if got := stamps.settled(now.Add(time.Hour)).of("a"); got != a {
		t.Errorf("left alone it has %q, want %q", got, a)
	}
	time.Sleep(20 * time.Millisecond) // more than a step of the disk's clock
	write("a", "two", day)
	if got := stamps.of("a"); got == a {
		t.Errorf("the stamp %q stayed, with another text of that size and date", got)
	}
}
