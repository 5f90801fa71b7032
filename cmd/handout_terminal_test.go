//go:build !windows

package cmd_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"hygeia/assess/store"
	"hygeia/frameworks"
)

// A hand-out meets an answer that was given meanwhile: at a terminal a person sees
// who said what and when, and chooses; Enter alone chooses nothing.
func TestHandoutConflictAtATerminal(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "clinic")
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(base, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	run := func(args ...string) {
		t.Helper()
		if status, said := runIn(t, dir, args...); status != 0 {
			t.Fatalf("%v: status %d: %s", args, status, said)
		}
	}
	answers := func(word string) string {
		return write(word+".yaml", "schema: hygeia/answers/v1\nanswers: {kev-fix: {answer: "+word+"}}\n")
	}
	run("assess", "--answers", answers("no"), "--name", "Mercy Clinic (invented)", "--size", "small", "--by", "Ana")
	file := filepath.Join(base, "hr.yaml")
	run("export", "packet", "--keys", "kev-fix", "-o", file)
	run("assess", "--answers", answers("mostly"), "--by", "Ana")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write("hr.yaml", string(bytes.Replace(text, []byte("answer:\n"), []byte("answer: yes\n"), 1)))

	for _, c := range []struct {
		keys, said string
		level      frameworks.Level
	}{
		{"o\r", "nothing was changed", frameworks.Mostly},
		{"theirs\r", "saved in", frameworks.Yes},
	} {
		s := start(t, dir, "import", file, "--by", "Pat Lee")
		s.await("kev-fix: here Mostly (Ana, ")
		s.await("Which holds?")
		s.typeKeys("\r")
		s.await("Type ours or theirs.")
		s.typeKeys(c.keys)
		s.await(c.said)
		if status := s.exit(); status != 0 {
			t.Errorf("it exits with %d", status)
		}
		saved, err := store.Open(dir).Latest()
		if err != nil {
			t.Fatal(err)
		}
		if ans := saved.Answers["kev-fix"]; ans.Level != c.level {
			t.Errorf("after %q it is %v by %s", c.keys, ans.Level, ans.By)
		}
	}
}
