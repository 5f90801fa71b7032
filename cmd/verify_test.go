package cmd_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The eight words on paper say whether it is the quarter or the ledger that is not
// what was printed.
func TestWordsFromPaper(t *testing.T) {
	demo := t.TempDir()
	if status, talk := runIn(t, "", "demo", demo); status != 0 {
		t.Fatal(talk)
	}
	dir := filepath.Join(demo, "prairie-view")
	if status, talk := runIn(t, dir, "assess", "--finish", "--as-is"); status != 0 {
		t.Fatal(talk)
	}
	_, out := runIn(t, dir, "verify")
	m := regexp.MustCompile(`Words of 2026-Q3, with \d+ events of the ledger: (.*)`).FindStringSubmatch(out)
	if m == nil {
		t.Fatalf("no words in\n%s", out)
	}
	against := func(wantStatus int, want ...string) {
		t.Helper()
		status, out := runIn(t, dir, "verify", "--against", m[1])
		if status != wantStatus {
			t.Errorf("exit status %d, want %d", status, wantStatus)
		}
		for _, w := range want {
			if !strings.Contains(out, w) {
				t.Errorf("want %q in\n%s", w, out)
			}
		}
	}
	replace := func(name, old, new string) (undo func()) {
		t.Helper()
		path := filepath.Join(dir, name)
		data, err := os.ReadFile(path)
		if err != nil || !bytes.Contains(data, []byte(old)) {
			t.Fatalf("%s has no %q (%v)", name, old, err)
		}
		if err := os.WriteFile(path, bytes.Replace(data, []byte(old), []byte(new), 1), 0o600); err != nil {
			t.Fatal(err)
		}
		return func() { os.WriteFile(path, data, 0o600) }
	}

	against(0, "Quarter: 2026-Q3 is as it was printed.", "Ledger: it is as it was printed")
	undo := replace("ledger.yaml", "lead: IT service provider", "lead: finance")
	against(1, "Quarter: 2026-Q3 is as it was printed.", "Ledger: differs.")
	undo()
	undo = replace("2026-Q3.yaml", "answer: partly", "answer: mostly")
	against(1, "Quarter: differs.", "Ledger: it is as it was printed")
	undo()
	if status, talk := runIn(t, dir, "decide", "vendor-contracts", "fix", "--owner", "CFO", "--due", "2027-01-31"); status != 0 {
		t.Fatal(talk)
	}
	against(0, "Quarter: 2026-Q3 is as it was printed.", "events are as printed; 1 came later")
}
