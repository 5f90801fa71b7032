//go:build !windows

package cmd_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// built returns the path of the real program, built once for all tests.
var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "hygeia-test")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "hygeia")
	c := exec.Command("go", "build", "-ldflags=-s -w", "-o", path, "hygeia/cmd/hygeia")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		return "", &buildError{err, out}
	}
	return path, nil
})

type buildError struct {
	err error
	out []byte
}

func (e *buildError) Error() string { return e.err.Error() + "\n" + string(e.out) }

func program(t *testing.T) string {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// screen is a real program in a pseudo-terminal of 80 by 24.
type screen struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	term vt10x.Terminal
	raw  *bytes.Buffer // everything the program wrote

	mu   sync.Mutex
	news chan struct{} // something was written
	done chan struct{} // closed when the program ended
}

func start(t *testing.T, dir string, args ...string) *screen {
	t.Helper()
	return startLine(t, dir, append([]string{program(t)}, args...))
}

// startLine is start with the program named, which may be one that runs hygeia.
func startLine(t *testing.T, dir string, line []string) *screen {
	t.Helper()
	c := exec.Command(line[0], line[1:]...)
	c.Env = []string{"HYGEIA_DIR=" + dir, "HOME=" + dir, "TERM=xterm-256color", "PATH=" + os.Getenv("PATH")}
	tty, err := pty.StartWithSize(c, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	s := &screen{t: t, cmd: c, tty: tty, term: vt10x.New(vt10x.WithSize(80, 24)), raw: new(bytes.Buffer),
		news: make(chan struct{}, 1), done: make(chan struct{})}
	read := make(chan struct{})
	go func() {
		defer close(read)
		buf := make([]byte, 4096)
		for {
			n, err := tty.Read(buf)
			s.mu.Lock()
			s.term.Write(buf[:n])
			s.raw.Write(buf[:n])
			s.mu.Unlock()
			select {
			case s.news <- struct{}{}:
			default:
			}
			if err != nil {
				return
			}
		}
	}()
	go func() {
		c.Wait() // its status is read from ProcessState
		<-read
		close(s.done)
	}()
	t.Cleanup(func() {
		c.Process.Kill()
		tty.Close()
	})
	return s
}

func (s *screen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.term.String()
}

// wrote returns how often a text was written, be it on the screen still or not.
func (s *screen) wrote(text string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Count(s.raw.String(), text)
}

// await waits until the screen shows a text.
func (s *screen) await(text string) {
	s.t.Helper()
	s.until(func() bool { return strings.Contains(s.text(), text) }, "the screen never showed %q", text)
}

// ended reports whether the program is gone and everything it wrote was read.
func (s *screen) ended() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

// until waits until a condition holds, looking after each piece of output.
func (s *screen) until(holds func() bool, format string, args ...any) {
	s.t.Helper()
	deadline := time.After(30 * time.Second)
	for !holds() {
		select {
		case <-s.news:
		case <-s.done:
			if holds() {
				return
			}
			s.t.Fatalf("the program ended; "+format+":\n%s", append(args, s.text())...)
		case <-deadline:
			s.t.Fatalf(format+":\n%s", append(args, s.text())...)
		}
	}
}

func (s *screen) typeKeys(keys string) {
	s.t.Helper()
	if _, err := io.WriteString(s.tty, keys); err != nil {
		s.t.Fatal(err)
	}
}

// rest lets a moment pass, as between two keys: what comes at once is a paste.
func (s *screen) rest() { beats(25) }

// beats lets time pass in the steps in which the program looks whether more keys
// come. Where the computer is busy each takes longer here, too.
func beats(n int) {
	for range n {
		time.Sleep(10 * time.Millisecond)
	}
}

// exit waits for the end of the program and returns its exit status, -1 for a signal.
func (s *screen) exit() int {
	s.t.Helper()
	select {
	case <-s.done:
		return s.cmd.ProcessState.ExitCode()
	case <-time.After(20 * time.Second):
		s.t.Fatalf("the program never ended:\n%s", s.text())
		return 0
	}
}
