package cmd

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hygeia/frameworks/words"
)

// At a terminal no line of these is wider than it, but one that is copied; a key is
// never broken, and in a pipe every line is whole.
func TestLinesFitTheTerminal(t *testing.T) {
	dir := t.TempDir()
	sheet := filepath.Join(dir, "wide.csv")
	if err := os.WriteFile(sheet, []byte(`ID,2026 (0-5),Effort estimate in person days,Ticket number in the help desk,Budget line,Board memo reference number
PR.AA-01,2,3,z,1,m
PR.AA-03,3,3,z,1,m
`), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"a catalog":         {"frameworks", "show", "hicp"},
		"the frameworks":    {"frameworks", "list"},
		"a sheet that came": {"import", "--dry-run", sheet},
	} {
		t.Run(name, func(t *testing.T) {
			run := func(terminal bool) string {
				var out, talk bytes.Buffer
				env := Env{In: strings.NewReader(""), Out: &out, Err: &talk, OutTerminal: terminal, Width: 80, Dir: dir, Now: time.Now}
				if status := Run(t.Context(), &env, args); status != 0 {
					t.Fatalf("status %d, %s", status, talk.String())
				}
				return out.String()
			}
			folded, whole := run(true), run(false)
			for line := range strings.Lines(folded) {
				line = strings.TrimSuffix(line, "\n")
				if words.Width(line) > 80 {
					t.Errorf("%d columns: %s", words.Width(line), line)
				}
				if strings.HasSuffix(line, "-") {
					t.Errorf("a key is broken: %s", line)
				}
			}
			if strings.Join(strings.Fields(folded), " ") != strings.Join(strings.Fields(whole), " ") {
				t.Error("the broken lines say something else")
			}
			if strings.Count(whole, "\n") > strings.Count(folded, "\n") {
				t.Error("a pipe gets more lines")
			}
		})
	}
}
