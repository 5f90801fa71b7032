package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/report/doc"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGoldenMarkdown(t *testing.T) {
	small, large := creek(t), lakeside(t)
	for name, d := range map[string]*doc.Document{
		"creek-board.md":      Board(small),
		"creek-full.md":       Full(small),
		"creek-comparison.md": Comparison(assess.Compare(small.before(), small.Result)),
		"lakeside-board.md":   Board(large),
		"lakeside-full.md":    Full(large),
		"creek-insurer.md":    Insurer(small),
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, draw(t, "md", d, doc.Options{})) })
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got); go test ./report -update writes it anew\n%s", path, diff)
	}
}

// draw returns a document in a format.
func draw(t testing.TB, format string, d *doc.Document, opts doc.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, d, opts); err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return b.String()
}
