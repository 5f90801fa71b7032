package cmd_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/cmd"
)

var consoleBlock = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestReadme runs the sessions README shows, after its "make demo", and wants
// the same lines.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if status, out := session(t, "demo demo"); status != 0 {
		t.Fatalf("demo: %s", out)
	}
	blocks := consoleBlock.FindAllSubmatch(readme, -1)
	if len(blocks) == 0 {
		t.Fatal("README shows no session")
	}
	for _, block := range blocks {
		var got strings.Builder
		for line := range strings.Lines(string(block[1])) {
			command, ok := strings.CutPrefix(line, "$ bin/hygeia")
			if !ok {
				continue
			}
			_, out := session(t, strings.TrimSpace(command))
			got.WriteString(line + out)
		}
		if diff := cmp.Diff(string(block[1]), got.String()); diff != "" {
			t.Errorf("README shows something else (-readme +got):\n%s", diff)
		}
	}
}

// session runs one command line, split at spaces.
func session(t *testing.T, line string) (status int, out string) {
	t.Helper()
	var b bytes.Buffer
	env := &cmd.Env{
		In: strings.NewReader(""), Out: &b, Err: &b, Width: 80, Height: 24,
		Now: func() time.Time { return time.Date(2026, time.September, 20, 9, 0, 0, 0, time.UTC) },
	}
	status = cmd.Run(context.Background(), env, strings.Fields(line))
	return status, b.String()
}
