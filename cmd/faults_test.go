//go:build linux

package cmd_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"hygeia/assess"
	"hygeia/assess/store"
)

// faults is at which of the file operations of each command one fails: every 1st,
// every 10th. "make torture" takes every one.
var faults = flag.Int("faults", 10, "let one of so many file operations fail")

// writing are command lines that write, in an order in which each can run.
var writing = []struct {
	name, stdin string
	args        []string
}{
	{"answers", "", []string{"assess", "--answers", "../second.yaml", "--by", "Ana"}},
	{"sitting", "1\n2\nq\n", []string{"assess", "--plain", "--by", "Ana"}},
	{"decide", "", []string{"decide", "mfa-email", "later", "--reason", "Next budget", "--due", "in 3 months"}},
	{"target", "", []string{"target", "internet-scan", "mostly", "--reason", "Old imaging suite", "--approver", "CEO"}},
	{"import", "", []string{"import", "../other.yaml", "--prefer", "theirs"}},
	{"hand-out", "", []string{"export", "packet", "--keys", "kev-fix", "-o", "../hr.html"}},
	{"hand-out back", "", []string{"import", "../hr.yaml"}},
	{"undo", "", []string{"undo"}},
	{"discard", "", []string{"assess", "--discard"}},
	{"finish", "", []string{"assess", "--finish", "--as-is"}},
	{"report", "", []string{"report", "--format", "md,json"}},
	{"backup", "", []string{"export", "backup", "-o", "../copy.zip"}},
}

// calls are what is made to fail, each with what a bad drive says.
var failing = map[string][]string{
	"write": {"ENOSPC", "EIO"}, "openat": {"EACCES", "EROFS"}, "renameat": {"EACCES", "EIO"}, "fsync": {"EIO", "EOPNOTSUPP"},
	"flock": {"ENOLCK"}, "mkdirat": {"EACCES"}, "unlinkat": {"EACCES"}, "close": {"EIO"},
}

// TestOneFaultLosesNothing lets one file operation after the other of every writing
// command fail. Whatever fails, each quarter can be read and says what it said
// before or what the command made of it, or lies whole in the history; a command
// that says it was done has done it; and nothing is left that was not there.
func TestOneFaultLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip(`takes long; "make test" runs it`)
	}
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	base := faultFolder(t)
	before := states(t, filepath.Join(base, "clinic"))
	runs, refused := 0, 0
	for _, command := range writing {
		done, _, _ := faulty(t, base, "", command.stdin, command.args)
		after := states(t, filepath.Join(done, "clinic"))
		turn := 0
		for _, call := range slices.Sorted(maps.Keys(failing)) {
			errs := failing[call]
			n := count(t, strace, base, call, command.stdin, command.args)
			for when := 1; when <= n; when++ {
				for _, e := range errs {
					if turn++; turn%*faults != 0 {
						continue
					}
					runs++
					inject := fmt.Sprintf("inject=%s:error=%s:when=%d", call, e, when)
					dir, status, said := faulty(t, base, inject, command.stdin, command.args)
					what := command.name + ", " + inject
					if status != 0 {
						refused++
					}
					if strings.Contains(said, "panic") || strings.Contains(said, "goroutine") {
						t.Fatalf("%s: %s", what, said)
					}
					for _, word := range []string{"renameat", "openat", "statat", "fdatasync"} {
						if strings.Contains(said, word) {
							t.Errorf("%s names a call of the system: %s", what, said)
						}
					}
					checkStates(t, what, filepath.Join(dir, "clinic"), before, after, status == 0, said)
				}
			}
		}
	}
	t.Logf("%d runs with a fault, %d of them refused, none lost anything", runs, refused)
}

// faultFolder makes a folder with a finished quarter, an open one and files to take.
func faultFolder(t *testing.T) string {
	t.Helper()
	base := t.TempDir()
	for name, text := range map[string]string{
		"first.yaml":  "schema: hygeia/answers/v1\nanswers: {kev-fix: {answer: mostly}, mfa-email: {answer: no}}\n",
		"second.yaml": "schema: hygeia/answers/v1\nanswers: {kev-fix: {answer: yes}}\n",
	} {
		if err := os.WriteFile(filepath.Join(base, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) {
		t.Helper()
		if dir, status, said := within(t, base, "", "", args); status != 0 {
			t.Fatalf("%v in %s: status %d: %s", args, dir, status, said)
		}
	}
	run("assess", "--answers", "../first.yaml", "--name", "Mercy", "--size", "small")
	run("assess", "--answers", "../second.yaml", "--by", "Lee")
	if err := os.CopyFS(filepath.Join(base, "copied"), os.DirFS(filepath.Join(base, "clinic"))); err != nil {
		t.Fatal(err)
	}
	run("assess", "--answers", "../first.yaml", "--by", "Ana")
	copies, err := filepath.Glob(filepath.Join(base, "copied", "*.yaml"))
	if err != nil || len(copies) != 1 {
		t.Fatalf("%v, %v", copies, err)
	}
	if err := os.Rename(copies[0], filepath.Join(base, "other.yaml")); err != nil {
		t.Fatal(err)
	}
	run("export", "packet", "--keys", "internet-scan", "-o", "../hr.yaml")
	handout := filepath.Join(base, "hr.yaml")
	text, err := os.ReadFile(handout)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(handout, bytes.Replace(text, []byte("answer:\n"), []byte("answer: partly\n"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	return base
}

// faulty runs a command in a copy of the folder, with a fault if one is given.
func faulty(t *testing.T, base, inject, stdin string, args []string) (dir string, status int, said string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(base)); err != nil {
		t.Fatal(err)
	}
	return within(t, dir, inject, stdin, args)
}

func within(t *testing.T, dir, inject, stdin string, args []string) (string, int, string) {
	t.Helper()
	clinic := filepath.Join(dir, "clinic")
	if err := os.MkdirAll(clinic, 0o700); err != nil {
		t.Fatal(err)
	}
	line := append([]string{program(t)}, args...)
	if inject != "" {
		line = append([]string{"strace", "-f", "-o", "/dev/null", "-e", inject}, line...)
	}
	c := exec.Command(line[0], line[1:]...)
	c.Dir, c.Stdin = clinic, strings.NewReader(stdin)
	c.Env = []string{"HYGEIA_DIR=" + clinic, "HOME=" + dir, "TMPDIR=" + dir, "PATH=" + os.Getenv("PATH")}
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return dir, c.ProcessState.ExitCode(), out.String()
}

// count returns how often a command makes a call.
func count(t *testing.T, strace, base, call, stdin string, args []string) int {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(base)); err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "calls")
	c := exec.Command(strace, append([]string{"-f", "-o", log, "-e", "trace=" + call, program(t)}, args...)...)
	c.Dir, c.Stdin = filepath.Join(dir, "clinic"), strings.NewReader(stdin)
	c.Env = []string{"HYGEIA_DIR=" + c.Dir, "HOME=" + dir, "TMPDIR=" + dir, "PATH=" + os.Getenv("PATH")}
	c.Run() // that it works was seen before
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	return min(bytes.Count(text, []byte(call+"(")), 120)
}

// states are the answers of each quarter of a folder, by period.
func states(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := store.Open(dir).List()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		if e.Err != nil {
			t.Fatalf("%s: %v", e.Period, e.Err)
		}
		all[e.Period.String()] = state(e.Saved.Assessment)
	}
	return all
}

func state(a *assess.Assessment) string {
	var b strings.Builder
	fmt.Fprintln(&b, a.Status)
	for _, key := range slices.Sorted(maps.Keys(a.Answers)) {
		fmt.Fprintln(&b, key, a.Answers[key].Name(), a.Answers[key].Note)
	}
	fmt.Fprintln(&b, len(a.Decisions), len(a.Targets))
	return b.String()
}

func checkStates(t *testing.T, what, dir string, before, after map[string]string, worked bool, said string) {
	t.Helper()
	st := store.Open(dir)
	entries, err := st.List()
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	now := map[string]string{}
	for _, e := range entries {
		if e.Err != nil {
			t.Errorf("%s: %v\n%s", what, e.Err, said)
			continue
		}
		now[e.Period.String()] = state(e.Saved.Assessment)
	}
	for period, was := range before {
		switch is := now[period]; {
		case worked && is != after[period]:
			t.Errorf("%s: says it worked, and %s is\n%s, want\n%s\n%s", what, period, is, after[period], said)
		case is != was && is != after[period] && !between(was, is, after[period]):
			t.Errorf("%s: %s is\n%s\n%s", what, period, is, said)
		case is == "" && after[period] != "":
			t.Errorf("%s: %s is gone\n%s", what, period, said)
		}
	}
	if found, err := filepath.Glob(filepath.Join(dir, ".*.tmp-*")); err != nil || len(found) > 1 {
		t.Errorf("%s: left behind: %v", what, found)
	}
}

// between reports whether a quarter stands between two states, as it does in a
// sitting of which one answer could not be saved.
func between(was, is, after string) bool {
	for line := range strings.Lines(is) {
		if !strings.Contains(was, line) && !strings.Contains(after, line) {
			return false
		}
	}
	return is != ""
}
