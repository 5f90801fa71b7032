package cmd_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hygeia/assess"
	"hygeia/assess/store"
	"hygeia/cmd"
)

// agesDir holds quarters as each version wrote them.
var agesDir = filepath.Join("..", "testdata", "ages")

// TestAges opens the quarters that every version wrote, and wants them untouched
// and scored as they were. With -update it writes those of this version, and
// what all of them score.
func TestAges(t *testing.T) {
	version := makeVersion(t)
	if *update {
		writeAge(t, filepath.Join(agesDir, version))
	}
	dirs, err := filepath.Glob(filepath.Join(agesDir, "*", "scores.txt"))
	if err != nil || len(dirs) < 2 {
		t.Fatalf("%d ages, %v", len(dirs), err)
	}
	thisOne := false
	for _, path := range dirs {
		age := filepath.Base(filepath.Dir(path))
		thisOne = thisOne || age == version
		t.Run(age, func(t *testing.T) {
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := scoresOf(t, unpackedAge(t, filepath.Dir(path)))
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("finished quarters score otherwise than they did (-then +now):\n%s", diff)
			}
		})
	}
	if !thisOne {
		t.Errorf("there is no folder of version %s; \"make ages\" writes it", version)
	}
}

// makeVersion is the version that the Makefile builds.
func makeVersion(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^VERSION \?= (\S+)$`).FindSubmatch(text)
	if m == nil {
		t.Fatal("the Makefile has no VERSION")
	}
	return string(m[1])
}

// unpackedAge is a copy to work in, with plain content where that version wrote it.
func unpackedAge(t *testing.T, dir string) string {
	t.Helper()
	work := filepath.Join(t.TempDir(), "clinic")
	if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	packed, err := filepath.Glob(filepath.Join(work, "plain", "*.gz"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range packed {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		r, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(work, "content"), 0o700); err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".gz")
		if err := os.WriteFile(filepath.Join(work, "content", name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return work
}

// scoresOf verifies the quarters of a folder and writes what they score.
func scoresOf(t *testing.T, dir string) string {
	t.Helper()
	st := store.Open(dir)
	links, err := st.Verify()
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Intact(links); err != nil || len(links) < 2 {
		t.Fatalf("%d quarters: %v", len(links), err)
	}
	var b strings.Builder
	entries, err := st.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Err != nil {
			t.Fatal(e.Err)
		}
		r := assess.Evaluate(e.Saved.Library, e.Saved.Assessment)
		fmt.Fprintf(&b, "%s %s: %d of %d answered; goals: %s\n", r.Period, r.Status, r.All.Answered, r.All.Asked, r.Goals)
		if then, older := r.GoalsThen(); older {
			fmt.Fprintf(&b, "  said then: %s\n", then)
		}
		for _, v := range r.Views {
			if !v.Asked {
				continue
			}
			tally := v.Overall.Tally
			percent, _ := tally.Score().Percent()
			fmt.Fprintf(&b, "  %s: %s of the points, %d %%; coverage %s\n", v.Framework.ID, tally.Score(), percent, tally.Coverage())
		}
	}
	return b.String()
}

// writeAge makes the first two quarters of an invented hospital, as this version
// writes them, and what they score.
func writeAge(t *testing.T, dir string) {
	t.Helper()
	made := filepath.Join(t.TempDir(), "demo")
	var out bytes.Buffer
	env := &cmd.Env{In: strings.NewReader(""), Out: &out, Err: &out, Now: time.Now}
	if status := cmd.Run(context.Background(), env, []string{"demo", made}); status != 0 {
		t.Fatalf("demo: %s", out.String())
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	from := filepath.Join(made, "prairie-view")
	for _, pattern := range []string{"2025-Q3.yaml", "2025-Q4.yaml", "ledger.yaml", "content/*"} {
		paths, err := filepath.Glob(filepath.Join(from, filepath.FromSlash(pattern)))
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, path := range paths {
			rel, err := filepath.Rel(from, path)
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, rel)), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, rel), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "scores.txt"), nil, 0o644); err != nil { // filled by the test
		t.Fatal(err)
	}
}
