package cmd_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// Home, the list, the end of a sitting, its reward and the finish count the same:
// a question that does not apply and one that nobody could answer are answered.
func TestOneCounter(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "clinic")
	steps := []step{{line: "1"}, {line: "0"},
		{line: "g email-business"}, {line: "6"}, {line: "Nobody here has mail."}, {line: "q"}}
	status, said := sit(t, dir, steps, "--framework", "hicp")
	const want = "3 of 53 questions answered"
	if status != 0 || !strings.Contains(said, want+" (1 does not apply)") {
		t.Fatalf("the sitting: status %d:\n%s", status, said)
	}
	for _, args := range [][]string{{}, {"handover"}} {
		if status, said := runIn(t, dir, args...); status != 0 || !strings.Contains(said, want+" (1 does not apply)") {
			t.Errorf("hygeia %v: status %d:\n%s", args, status, said)
		}
	}
	if _, said := runIn(t, dir, "list"); !strings.Contains(said, "3 of 53 ") {
		t.Errorf("list:\n%s", said)
	}
	if status, said := runIn(t, dir, "assess", "--finish", "--as-is"); status != 0 || !strings.Contains(said, want+" (1 does not apply), 50 left open") {
		t.Errorf("finish: status %d:\n%s", status, said)
	}
	if _, said := runIn(t, dir, "list"); !strings.Contains(said, "3 of 53 ") {
		t.Errorf("list of a finished quarter:\n%s", said)
	}
	if _, said := runIn(t, dir); !strings.Contains(said, want) {
		t.Errorf("home of a finished quarter:\n%s", said)
	}
}
