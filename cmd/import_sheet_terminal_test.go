//go:build !windows

package cmd_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// At a terminal the scale of a sheet is asked, by number or word, and Enter alone
// chooses none.
func TestSheetAtATerminal(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	file := filepath.Join(t.TempDir(), "budget.csv")
	if err := os.WriteFile(file, []byte("ID,Score,Target\nPR.AA-03,2,4\nPR.DS-11,3,4\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir, "import", file)
	s.await("4  0-5: 0 to 5")
	s.await("1 to 5:")
	s.typeKeys("\r")
	s.await("Type a number from 1 to 5.")
	s.typeKeys("0-5\r")
	s.await("2 rows are kept")
	if status := s.exit(); status != 0 {
		t.Fatalf("importing exits with %d", status)
	}
	kept, err := os.ReadFile(filepath.Join(dir, "series", "budget.yaml"))
	if err != nil || !strings.Contains(string(kept), "\nscale: 0-5\n") {
		t.Errorf("%v\n%s", err, kept)
	}

	s = start(t, dir, "import", file, "--name", "again")
	s.await("1 to 5:")
	s.typeKeys("\x04") // the end of the input
	if status := s.exit(); status != 130 {
		t.Errorf("stopping exits with %d", status)
	}
	if _, err := os.Stat(filepath.Join(dir, "series", "again.yaml")); err == nil {
		t.Error("something was kept all the same")
	}
}

// The targets of a sheet are accepted one by one.
func TestTargetsOfASheetAtATerminal(t *testing.T) {
	dir := doubtful(t)
	file := filepath.Join(t.TempDir(), "budget.csv")
	if err := os.WriteFile(file, []byte("ID,Score (0-5),Target (0-5)\nPR.AA-03,2,5\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := start(t, dir, "import", file)
	s.await("1 row is kept")
	s.exit()
	s = start(t, dir, "target", "--from", "budget")
	s.await("Set it?")
	s.await("1 to 4:")
	s.typeKeys("2\r")
	s.await("Set it?")
	s.await("1 to 4:")
	s.typeKeys("1\r")
	s.await("Set it?")
	s.await("1 to 4:")
	s.typeKeys("4\r")
	s.await("1 target is set")
	if status := s.exit(); status != 0 {
		t.Fatalf("it exits with %d", status)
	}
}
