//go:build linux

package cmd_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"hygeia/cmd"
)

// strangers is which of the hostile files are tried: every 1st, every 10th.
var strangers = flag.Int("strangers", 10, "try one of so many hostile files")

// payload is a file that somebody made with bad intent, or a drive with none.
type payload struct {
	name string
	make func(path string) error
}

func text(s string) func(string) error {
	return func(path string) error { return os.WriteFile(path, []byte(s), 0o600) }
}

func link(to string) func(string) error {
	return func(path string) error { return os.Symlink(to, path) }
}

// payloads are hostile whatever they are taken for. Where one needs a schema to get
// past the first line, it has that of the door.
func payloads(schema string) []payload {
	head := "schema: hygeia/" + schema + "/v1\n"
	alias := head + "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'i'; c++ {
		alias += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	var keys strings.Builder
	keys.WriteString(head + "answers:\n")
	for i := range 50_000 {
		fmt.Fprintf(&keys, "  k%d: {answer: yes}\n", i)
	}
	return []payload{
		{"empty", text("")},
		{"only a byte order mark", text("\ufeff")},
		{"zero bytes", text(strings.Repeat("\x00", 4096))},
		{"no UTF-8", text(head + "answers: {kev-fix: {answer: \xff\xfe\x80}}\n")},
		{"cut off", text(head + "answers:\n  kev-fix:\n    answer: mos")},
		{"one line of 12 MB", text(head + "answers: " + strings.Repeat("x", 12<<20))},
		{"nested 100,000 deep", text(head + "answers: " + strings.Repeat("[", 100_000))},
		{"nested mappings", text(head + "answers: " + strings.Repeat("{a: ", 20_000))},
		{"alias bomb", text(alias)},
		{"merge key", text(head + "<<: {answers: {}}\n")},
		{"tag of a language", text(head + "answers: !!python/object/apply:os.system [\"id\"]\n")},
		{"two documents", text(head + "answers: {}\n---\n" + head)},
		{"same key twice", text(head + "answers: {}\nanswers: {}\n")},
		{"50,000 keys", text(keys.String())},
		{"a newer schema", text("schema: hygeia/" + schema + "/v99\nanswers: {}\n")},
		{"escape codes", text(head + "answers: {kev-fix: {answer: \"\\e]0;x\\a\\e[2J\", note: \"\x1b[31m\"}}\n")},
		{"turned around", text(head + "answers: {kev-fix: {answer: yes, note: \"\u202e\u2066abc\"}}\n")},
		{"not a number", text(head + "answers: .nan\nevents: -.inf\n")},
		{"a huge number", text(head + "answers: 99999999999999999999999999\nevents: 1e999\n")},
		{"a zip", text("PK\x03\x04" + strings.Repeat("A", 500))},
		{"a PDF", text("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</JS(x)>>")},
		{"a program", text("\x7fELF\x02\x01\x01" + strings.Repeat("\x00", 100))},
		{"a picture that lies about its size", text("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\x00\x00\x00")},
		{"an entity bomb", text("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"" + strings.Repeat("&c;", 50) + "\">]><NessusClientData_v2>&b;</NessusClientData_v2>")},
		{"JSON nested deep", text(`{"catalog":` + strings.Repeat(`{"groups":[`, 50_000))},
		{"a pipe", func(path string) error { return syscall.Mkfifo(path, 0o600) }},
		{"a device without end", link("/dev/zero")},
		{"a device", link("/dev/null")},
		{"a link to itself", func(path string) error { return os.Symlink(path, path) }},
		{"a link to a secret", link("/etc/shadow")},
		{"a folder", func(path string) error { return os.MkdirAll(path, 0o700) }},
	}
}

// ways are those by which a file gets in: where it lies beside the folder
// "clinic" or in it, and the command that reads it.
var ways = []struct {
	schema, file string
	line         []string
}{
	{"answers", "x", []string{"assess", "--answers", "../x"}},
	{"answers", "x", []string{"import", "../x"}},
	{"assessment", "x", []string{"import", "../x"}},
	{"evidence", "x.csv", []string{"import", "../x.csv", "--yes", "--date", "2026-01-02"}},
	{"assessment", "clinic/2026-Q4.yaml", []string{"list"}},
	{"catalog", "clinic/own/x.yaml", []string{"frameworks", "list"}},
	{"contacts", "clinic/own/contacts.yaml", []string{"incident"}},
	{"resources", "clinic/own/resources.yaml", []string{"resources", "phishing"}},
	{"ledger", "clinic/ledger.yaml", []string{"plan"}},
	{"log", "clinic/log.yaml", []string{}},
	{"evidence", "clinic/evidence/2026-01-02-nmap-x.yaml", []string{"evidence"}},
	{"series", "clinic/series/x.yaml", []string{"list"}},
	{"series", "x.csv", []string{"import", "../x.csv", "--scale", "0-5"}},
	{"assessment", "clinic/history/000099-2026-Q4-assess.yaml", []string{"undo"}},
	{"benchmark", "x", []string{"report", "--format", "text", "-o", "-", "--logo", "../x"}},
	{"catalog", "x", []string{"frameworks", "check", "../x"}},
	{"none", "x", []string{"export", "backup", "-o", "../out.age", "--passphrase-file", "../x"}},
}

// TestHostileFiles gives every hostile file to every door. The program ends soon, in
// little memory, in words and not in a crash; and the finished quarter beside it is
// byte for byte as it was.
func TestHostileFiles(t *testing.T) {
	base := strangerFolder(t)
	tried, lost, refused, turn := 0, 0, 0, 0
	var slowest time.Duration
	var most int64
	every := *strangers
	if testing.Short() {
		every *= 4
	}
	for _, door := range ways {
		for _, p := range payloads(door.schema) {
			if turn++; turn%every != 0 {
				continue
			}
			tried++
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(base)); err != nil {
				t.Fatal(err)
			}
			finished := filepath.Join(dir, "clinic", "2026-Q3.yaml")
			before := content(t, finished)
			path := filepath.Join(dir, door.file)
			must(t, os.MkdirAll(filepath.Dir(path), 0o700))
			must(t, os.RemoveAll(path))
			must(t, p.make(path))
			bad, cpu, memory, status := stranger(t, dir, door.line)
			slowest, most = max(slowest, cpu), max(most, memory)
			if status != 0 {
				refused++
			}
			if bad != "" {
				lost++
				t.Errorf("%s as %s, hygeia %s: %s", p.name, door.file, strings.Join(door.line, " "), bad)
			}
			if !bytes.Equal(before, content(t, finished)) {
				lost++
				t.Errorf("%s as %s: changed another file", p.name, door.file)
			}
		}
	}
	count(t, "hostile files, pipes and devices", tried, lost,
		fmt.Sprintf("%d refused in words; at most %s of processor and %d MB", refused, slowest.Round(10*time.Millisecond), most>>10))
}

// strangerFolder makes a folder with a finished quarter and an open one.
func strangerFolder(t *testing.T) string {
	t.Helper()
	base := t.TempDir()
	for _, line := range [][]string{
		{"assess", "--answers", sheetOf(t, base, "kev-fix", "no"), "--name", "Mercy", "--size", "small"},
		{"assess", "--finish", "--as-is"},
		{"assess", "--answers", sheetOf(t, base, "mfa-email", "no"), "--period", "2026-Q4", "--ahead"},
	} {
		var out bytes.Buffer
		env := &cmd.Env{In: strings.NewReader(""), Out: &out, Err: &out, Width: 80, Height: 24, Dir: filepath.Join(base, "clinic"), Now: func() time.Time { return summer }}
		if status := cmd.Run(t.Context(), env, line); status != 0 {
			t.Fatalf("%v: %s", line, out.String())
		}
	}
	return base
}

func content(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	must(t, err)
	return data
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// stranger runs a command on a hostile file and says what is bad about how it ended.
func stranger(t *testing.T, dir string, args []string) (bad string, cpu time.Duration, memory int64, status int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	defer cancel()
	clinic := filepath.Join(dir, "clinic")
	c := exec.CommandContext(ctx, program(t), args...)
	c.Dir = clinic
	c.Env = []string{"HYGEIA_DIR=" + clinic, "HOME=" + dir, "TMPDIR=" + dir, "PATH=" + os.Getenv("PATH")}
	out, err := c.CombinedOutput()
	said := string(out)
	usage := c.ProcessState.SysUsage().(*syscall.Rusage)
	cpu, memory, status = c.ProcessState.UserTime()+c.ProcessState.SystemTime(), usage.Maxrss, c.ProcessState.ExitCode()
	switch {
	case ctx.Err() != nil:
		bad = "hangs"
	case status < 0 || status > 3:
		bad = fmt.Sprintf("%v: %s", err, said)
	case strings.Contains(said, "goroutine ") || strings.Contains(said, "panic"):
		bad = "crashes: " + said
	case status != 0 && !strings.Contains(said, "hygeia: "):
		bad = "refuses without a word"
	case strings.ContainsAny(said, "\x1b\x07\u202e\u2066"):
		bad = fmt.Sprintf("steers the terminal: %q", said)
	case strings.Contains(said, "root:"):
		bad = "shows a secret"
	case cpu > 5*time.Second:
		bad = fmt.Sprintf("takes %s", cpu)
	case memory > 400<<10:
		bad = fmt.Sprintf("takes %d MB", memory>>10)
	case len(said) > 64<<10:
		bad = fmt.Sprintf("says %d characters", len(said))
	}
	return bad, cpu, memory, status
}
