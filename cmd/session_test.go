//go:build linux

package cmd_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// traced are the calls that open a connection, start a program, or change a file.
const traced = "%network,execve,execveat,fork,vfork,open,openat,openat2,creat,rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,truncate,ftruncate,chmod,fchmodat,mknod,mknodat"

var (
	aCall  = regexp.MustCompile(`^\d+ +([a-z0-9_]+)\((.*)$`)
	aPath  = regexp.MustCompile(`"([^"]*)"`)
	opened = regexp.MustCompile(`O_WRONLY|O_RDWR|O_CREAT|O_TRUNC`)
	// Where os.Root opens files: a descriptor of a folder, whose path strace -y adds.
	aFolder = regexp.MustCompile(`^(?:\d+|AT_FDCWD)<([^>]*)>`)
)

// TestSessionStaysInItsFolder looks at every call of the system in a whole session:
// the questions on a screen with keys that start programs elsewhere, the menu, a
// finished quarter, reports, decisions, imports and a backup. None opens a
// connection, none starts a program, none writes outside the folder.
func TestSessionStaysInItsFolder(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed")
	}
	home := t.TempDir()
	dir := filepath.Join(home, "clinic")
	sheet := sheetOf(t, home, "mfa-email", "no")
	log := filepath.Join(t.TempDir(), "calls")
	n := 0
	trace := func(args ...string) []string {
		n++
		return append([]string{strace, "-f", "-y", "-s", "400", "-e", "trace=" + traced, "-o", fmt.Sprint(log, n), program(t)}, args...)
	}

	s := startLine(t, dir, trace(ready...))
	s.await("1 of 20")
	for _, key := range []string{"3", "\x16", "\x05", "\x0f", "n"} { // Ctrl-V, Ctrl-E, Ctrl-O
		s.typeKeys(key)
		s.rest()
	}
	s.await("of 2,000 characters")
	for _, key := range []string{"A note", "\x16", "\x05", "\r"} {
		s.typeKeys(key)
		s.rest()
	}
	s.await("The note is kept")
	s.typeKeys("q")
	s.exit()
	s = startLine(t, dir, trace())
	s.await("Press a letter")
	for _, key := range []string{"r", "f", "p"} {
		s.rest()
		menus := s.wrote("Press a letter")
		s.typeKeys(key)
		s.until(func() bool { return s.wrote("Press a letter") > menus }, "no menu came after %s", key)
	}
	s.rest()
	s.typeKeys("q")
	s.exit()
	lines := [][]string{
		{"assess", "--answers", sheet, "--by", "Ana"}, {"assess", "--plain", "--by", "Ana"}, {"decide", "mfa-email", "fix", "--owner", "IT", "--due", "in 3 months"},
		{"target", "kev-fix", "mostly", "--reason", "x", "--approver", "CEO"}, {"import", sheet, "--prefer", "theirs"}, {"undo"}, {"undo", "--redo"},
		{"list"}, {"plan"}, {"explain", "mfa-email"}, {"resources", "phishing"}, {"incident"}, {"guide"}, {"handover"}, {"evidence"}, {"frameworks", "show", "csf"},
		{"assess", "--finish", "--as-is"}, {"verify"}, {"report", "--format", "pdf,html,md,docx,xlsx,json,csv,text"}, {"export", "backup", "-o", filepath.Join(dir, "copy.zip")},
		{"resources", "enroll", "cyber-hygiene"}, {"version"}, {"--help"},
	}
	for _, args := range lines {
		line := trace(args...)
		c := exec.Command(line[0], line[1:]...)
		c.Dir, c.Stdin = home, strings.NewReader("2\nq\n")
		c.Env = []string{"HYGEIA_DIR=" + dir, "HOME=" + home, "EDITOR=vi", "BROWSER=x", "PATH=" + os.Getenv("PATH")}
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}

	all, bad := 0, 0
	for i := 1; i <= n; i++ {
		data, err := os.ReadFile(fmt.Sprint(log, i))
		if err != nil {
			t.Fatal(err)
		}
		started := 0
		for line := range strings.Lines(string(data)) {
			m := aCall.FindStringSubmatch(strings.TrimSpace(line))
			if m == nil {
				continue
			}
			all++
			if wrong := outside(m[1], m[2], dir, &started); wrong != "" {
				bad++
				t.Errorf("session %d: %s: %s", i, wrong, strings.TrimSpace(line))
			}
		}
		if started != 1 {
			t.Errorf("session %d: %d programs, want only hygeia itself", i, started)
		}
	}
	if all < 500 {
		t.Errorf("only %d calls were seen", all)
	}
	count(t, "calls of the system in a whole session", all, bad, fmt.Sprintf("%d runs; sockets 0, programs 0, files written outside the folder 0 are wanted", n))
}

// outside says what is wrong with a call, and counts the programs started.
func outside(call, args, dir string, started *int) string {
	switch call {
	case "execve", "execveat":
		*started++
		return ""
	case "fork", "vfork":
		return "starts a program"
	case "open", "openat", "openat2", "creat":
		if call != "creat" && !opened.MatchString(args) {
			return ""
		}
	case "ftruncate":
		return ""
	default:
		if !strings.ContainsAny(args, `"`) || strings.HasPrefix(call, "sock") || strings.HasPrefix(call, "connect") {
			return "opens a connection"
		}
	}
	base := ""
	if m := aFolder.FindStringSubmatch(args); m != nil {
		base = m[1]
	}
	for _, m := range aPath.FindAllStringSubmatch(args, 2) {
		path := m[1]
		if !filepath.IsAbs(path) {
			path = filepath.Join(base, path)
		}
		if path != dir && !strings.HasPrefix(path, dir+"/") && path != "/dev/tty" && path != "/dev/null" {
			return "changes a file outside the folder"
		}
		if strings.HasPrefix(call, "open") || strings.HasPrefix(call, "mkdir") || strings.HasPrefix(call, "unlink") {
			break
		}
	}
	return ""
}

// What the test above looks for would be found.
func TestOutside(t *testing.T) {
	for line, bad := range map[string]bool{
		`openat(AT_FDCWD</home/x>, "/home/x/clinic/a.yaml", O_WRONLY|O_CREAT, 0600) = 3`:  false,
		`openat(AT_FDCWD</home/x>, "/etc/localtime", O_RDONLY|O_CLOEXEC) = 3`:             false,
		`openat(5</home/x/clinic>, "a.yaml", O_RDWR|O_CREAT, 0600) = 6`:                   false,
		`renameat(5</home/x/clinic>, ".a.tmp", 5</home/x/clinic>, "a") = 0`:               false,
		`openat(AT_FDCWD</home/x>, "b", O_WRONLY|O_CREAT, 0600) = 3`:                      true,
		`openat(5</home/x/clinic2>, "b", O_WRONLY|O_CREAT, 0600) = 3`:                     true,
		`mkdirat(AT_FDCWD</home/x>, "/home/x/other", 0700) = 0`:                           true,
		`unlinkat(4</tmp>, "b", 0) = 0`:                                                   true,
		`socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3`:                                   true,
		`connect(3<socket:[1]>, {sa_family=AF_UNIX, sun_path="/home/x/clinic/s"}, 9) = 0`: true,
		`vfork() = 9`: true,
	} {
		m := aCall.FindStringSubmatch("123 " + line)
		started := 0
		if m == nil {
			t.Errorf("%s is no call", line)
		} else if got := outside(m[1], m[2], "/home/x/clinic", &started); got != "" != bad {
			t.Errorf("%s: %q", line, got)
		}
	}
}
