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

// writing are command lines that write. The demo is not among them: it writes
// nothing that it could not write again.
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
	{"profile", "", []string{"assess", "--profile", "--beds", "25"}},
	{"scan", "", []string{"import", "../kev.json"}},
	{"sheet", "", []string{"import", "../sheet.csv", "--scale", "0-5"}},
	{"ledger", "", []string{"import", "../ledger-copy.yaml"}},
	{"numbers", "TX\n555-0100\nPat Doe\n", []string{"incident", "--numbers"}},
	{"reopen", "", []string{"assess", "--reopen", "a slip", "--dir", "../finished"}},
	{"report", "", []string{"report", "--format", "md,json"}},
	{"backup", "", []string{"export", "backup", "-o", "../copy.zip"}},
	{"restore", "", []string{"import", "../backup.zip", "--dir", "../restored"}},
}

// failing are the calls that are made to fail, each with what a bad drive says.
var failing = map[string][]string{
	"write": {"ENOSPC", "EIO"}, "openat": {"EACCES", "EROFS", "EIO"}, "renameat": {"EACCES", "EIO", "EROFS"}, "fsync": {"EIO", "ENOSPC", "EOPNOTSUPP"},
	"flock": {"ENOLCK", "EOPNOTSUPP"}, "mkdirat": {"EACCES", "EROFS", "ENOSPC"}, "unlinkat": {"EACCES", "EROFS"}, "close": {"EIO"},
	"getdents64": {"EIO"}, "newfstatat": {"EACCES"},
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
	runs, refused, turn := 0, 0, 0
	errors := map[string]int{}
	for _, command := range writing {
		done, _, _ := faulty(t, base, "", command.stdin, command.args)
		after := states(t, filepath.Join(done, "clinic"))
		calls := calls(t, strace, base, command.stdin, command.args)
		for _, call := range slices.Sorted(maps.Keys(failing)) {
			errs := failing[call]
			for when := 1; when <= calls[call]; when++ {
				for _, e := range errs {
					if turn++; turn%*faults != 0 {
						continue
					}
					runs++
					errors[e]++
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
	lost := 0
	if t.Failed() {
		lost = 1 // at least; each is named above
	}
	count(t, "a fault at a file operation", runs, lost, fmt.Sprintf("%d refused in words, the others done; %s", refused, each(errors)))
}

// faultFolder makes a folder with a finished quarter, an open one and files to take.
func faultFolder(t *testing.T) string {
	t.Helper()
	base := t.TempDir()
	for name, text := range map[string]string{
		"first.yaml":  "schema: hygeia/answers/v1\nanswers: {kev-fix: {answer: mostly}, mfa-email: {answer: no}}\n",
		"kev.json":    `{"title": "CISA Catalog of Known Exploited Vulnerabilities", "catalogVersion": "2026.07.01", "dateReleased": "2026-07-01T00:00:00Z", "count": 1, "vulnerabilities": [{"cveID": "CVE-2024-0001", "vendorProject": "V", "product": "P", "vulnerabilityName": "N", "dateAdded": "2026-06-01", "shortDescription": "S", "requiredAction": "A", "dueDate": "2026-06-22", "knownRansomwareCampaignUse": "Unknown", "notes": ""}]}`,
		"sheet.csv":   "ID,Score,Target\nPR.AA-03,2,4\nPR.DS-11,3,4\n",
		"third.yaml":  "schema: hygeia/answers/v1\nanswers: {internet-scan: {answer: partly}}\n",
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
	run("assess", "--answers", "../third.yaml", "--by", "Bo", "--dir", "../copied")
	copies, err := filepath.Glob(filepath.Join(base, "copied", "*.yaml"))
	if err != nil || len(copies) != 1 {
		t.Fatalf("%v, %v", copies, err)
	}
	if err := os.Rename(copies[0], filepath.Join(base, "other.yaml")); err != nil {
		t.Fatal(err)
	}
	run("decide", "mfa-email", "fix", "--owner", "IT lead", "--due", "in 3 months", "--by", "Ana")
	run("export", "backup", "-o", "../backup.zip")
	if err := os.CopyFS(filepath.Join(base, "finished"), os.DirFS(filepath.Join(base, "clinic"))); err != nil {
		t.Fatal(err)
	}
	run("assess", "--finish", "--as-is", "--dir", "../finished")
	run("decide", "mfa-email", "fix", "--owner", "CIO", "--due", "in 3 months", "--by", "Lee", "--dir", "../finished")
	ledger, err := os.ReadFile(filepath.Join(base, "finished", "ledger.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(base, "ledger-copy.yaml"), ledger, 0o600); err != nil {
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
		call, _, _ := strings.Cut(strings.TrimPrefix(inject, "inject="), ":")
		line = append([]string{"strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=" + call, "-e", inject}, line...)
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

// each says how often each of some words came.
func each(counts map[string]int) string {
	var parts []string
	for _, word := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%s %d", word, counts[word]))
	}
	return strings.Join(parts, ", ")
}

// calls returns how often a command makes each of the calls that are made to fail.
func calls(t *testing.T, strace, base, stdin string, args []string) map[string]int {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(base)); err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "calls")
	c := exec.Command(strace, append([]string{"-f", "-o", log, "-e", "trace=" + strings.Join(slices.Sorted(maps.Keys(failing)), ","), program(t)}, args...)...)
	c.Dir, c.Stdin = filepath.Join(dir, "clinic"), strings.NewReader(stdin)
	c.Env = []string{"HYGEIA_DIR=" + c.Dir, "HOME=" + dir, "TMPDIR=" + dir, "PATH=" + os.Getenv("PATH")}
	c.Run() // that it works was seen before
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	n := map[string]int{}
	for call := range failing {
		n[call] = bytes.Count(text, []byte(" "+call+"("))
	}
	return n
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
	if book, err := st.Book(); err != nil || book.Len() < 1 {
		t.Errorf("%s: the ledger: %v\n%s", what, err, said)
	}
	if _, err := st.Evidence(); err != nil || strings.Contains(strings.Join(st.Notes(), ""), "left out") {
		t.Errorf("%s: the scans: %v, %v\n%s", what, err, st.Notes(), said)
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
