//go:build !windows

package form

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/hinshun/vt10x"
)

// childMark makes the test binary a program that asks thirty questions and
// saves to the file named there.
const childMark = "HYGEIA_FORM_CHILD"

func TestMain(m *testing.M) {
	if path := os.Getenv(childMark); path != "" {
		child(path)
		return
	}
	os.Exit(m.Run())
}

func child(path string) {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	h := thirty()
	h.Save = func() error {
		// as atomic as the real one, so that a kill leaves a whole file
		text := h.words()
		if note := h.Assessment.Answers["q01"].Note; note != "" {
			text += " note: " + note
		}
		if err := os.WriteFile(path+".new", []byte(text), 0o600); err != nil {
			return err
		}
		return os.Rename(path+".new", path)
	}
	outcome, err := Run(ctx, Terminal{In: os.Stdin, Out: os.Stdout, Width: 80, Height: 24, Color: true}, &h.Session)
	fmt.Println("outcome:", outcome, err)
}

// session is a child program in a pseudo-terminal with its screen.
type session struct {
	t      *testing.T
	cmd    *exec.Cmd
	pty    *os.File // of which closing ends a read that waits
	window *os.File // the same, for its size
	screen vt10x.Terminal
	file   string

	mu    sync.Mutex
	raw   bytes.Buffer
	fresh chan struct{} // something was drawn
	ended chan struct{}
}

func startChild(t *testing.T) *session {
	t.Helper()
	s := &session{t: t, screen: vt10x.New(vt10x.WithSize(80, 24)), file: filepath.Join(t.TempDir(), "saved"),
		fresh: make(chan struct{}, 1), ended: make(chan struct{})}
	s.cmd = exec.Command(os.Args[0])
	s.cmd.Env = append(os.Environ(), childMark+"="+s.file, "TERM=xterm-256color", "CI=1")
	var err error
	if s.window, err = pty.StartWithSize(s.cmd, &pty.Winsize{Cols: 80, Rows: 24}); err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	s.pty = unblocked(t, s.window)
	t.Cleanup(func() {
		s.cmd.Process.Kill()
		<-s.ended
		s.hangUp()
	})
	go s.read()
	return s
}

// unblocked opens a file once more so that closing it ends a read.
func unblocked(t *testing.T, f *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(f.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	return os.NewFile(uintptr(fd), "terminal")
}

// hangUp closes the terminal.
func (s *session) hangUp() {
	s.pty.Close()
	s.window.Close()
}

func (s *session) read() {
	defer close(s.ended)
	b := make([]byte, 4096)
	for {
		n, err := s.pty.Read(b)
		s.mu.Lock()
		s.raw.Write(b[:n])
		s.screen.Write(b[:n])
		s.mu.Unlock()
		select {
		case s.fresh <- struct{}{}:
		default:
		}
		if err != nil {
			s.cmd.Wait()
			return
		}
	}
}

func (s *session) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.screen.String()
}

// wait waits until the screen shows a text.
func (s *session) wait(text string) *session {
	s.t.Helper()
	deadline := time.After(20 * time.Second)
	for !strings.Contains(s.text(), text) {
		select {
		case <-s.fresh:
		case <-s.ended:
			if !strings.Contains(s.text(), text) {
				s.t.Fatalf("the program ended without %q:\n%s", text, s.text())
			}
		case <-deadline:
			s.t.Fatalf("%q never came:\n%s", text, s.text())
		}
	}
	return s
}

func (s *session) send(keys string) *session {
	s.t.Helper()
	if _, err := s.pty.WriteString(keys); err != nil {
		s.t.Fatal(err)
	}
	return s
}

// pause waits until a burst is over for certain: what comes right after it would
// be taken for the end of it. It passes in the beats in which the program counts
// too: where the computer is busy, each takes longer in both.
func (s *session) pause() *session {
	for range 3 * tailBeats {
		time.Sleep(beat)
	}
	return s
}

func (s *session) resize(cols, rows int) *session {
	s.t.Helper()
	s.mu.Lock()
	s.screen.Resize(cols, rows)
	s.mu.Unlock()
	if err := pty.Setsize(s.window, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		s.t.Fatal(err)
	}
	return s
}

func (s *session) saved() string {
	b, err := os.ReadFile(s.file)
	if err != nil {
		s.t.Fatal(err)
	}
	return string(b)
}

// Three keys at once are still somebody typing ahead on a slow line.
func TestTerminalTypeAheadIsKept(t *testing.T) {
	s := startChild(t).wait("1 of 30 · 0 answered · Thirty")
	for i := range 10 {
		s.send("431")
		if i < 9 {
			s.wait(fmt.Sprintf("%d of 30 · %d answered", 3*i+4, 3*i+3))
		}
	}
	s.wait("outcome: done <nil>")
	words := strings.Fields(s.saved())
	equal(t, "answers", len(words), 30)
	for i, w := range words {
		equal(t, "answer", w, fmt.Sprintf("q%02d=%s", i+1, [...]string{"yes", "mostly", "no"}[i%3]))
	}
}

func TestTerminalMergedKeysAndEnter(t *testing.T) {
	s := startChild(t).wait("1 of 30").send("43").wait("3 of 30").send(strings.Repeat("\r", 20)).wait("Choose an answer").pause().send("0").wait("4 of 30")
	equal(t, "saved", s.saved(), "q01=yes q02=mostly q03=unknown")
	s.send("q").wait("outcome: stopped <nil>")
}

// A paste answers nothing, whether or not the terminal puts brackets around it;
// Windows consoles do not.
func TestTerminalPasteIsText(t *testing.T) {
	for _, paste := range []string{"\x1b[200~4321\rq\x1b[201~", "4321\rq", "Ticket from MSP:\r4 of 5 firewalls patched\rquarter end\r", strings.Repeat("4321 ", 200)} {
		s := startChild(t).wait("1 of 30").send(paste).wait("Put it into the note?").pause().send("d").wait("It was dropped").send("2").wait("2 of 30")
		equal(t, "saved", s.saved(), "q01=partly")
		s.send("\x03").wait("outcome: interrupted <nil>")
	}
}

func TestTerminalPasteGoesIntoTheNote(t *testing.T) {
	s := startChild(t).wait("1 of 30").send("0").wait("2 of 30").send("b").wait("(saved)")
	s.send("Ticket from MSP:\r4 of 5 firewalls patched").wait("Put it into the note?").pause().send("n").wait("41 of 2,000").pause().send("\r").wait("It has a note.")
	equal(t, "saved", s.saved(), "q01=unknown note: Ticket from MSP:\n4 of 5 firewalls patched")
	s.send("q").wait("outcome: stopped <nil>")
}

// In a text field a line end that comes with text is text, and the field stays.
func TestTerminalPasteEndsNoField(t *testing.T) {
	s := startChild(t).wait("1 of 30").send("n").wait("0 of 2,000").send("one\rtwo\r").wait("8 of 2,000").wait("taken as text").pause().send("\r").wait("The note is kept")
	s.send("4").wait("2 of 30")
	equal(t, "saved", s.saved(), "q01=yes note: one\ntwo")
	s.send("q").wait("outcome: stopped <nil>")
}

func TestTerminalResize(t *testing.T) {
	s := startChild(t).wait("1 of 30").pause() // it begins to listen for new sizes after the first one
	s.resize(34, 10).wait("enlarge").resize(60, 16).wait("4 Yes").resize(132, 50).wait("- section does not apply")
	s.send("4").wait("2 of 30").send("q").wait("outcome: stopped")
	equal(t, "saved", s.saved(), "q01=yes")
}

// On SIGTERM bubbletea's Run returns no error although the form is not done.
func TestTerminalSIGTERM(t *testing.T) {
	s := startChild(t).wait("1 of 30").send("44").wait("3 of 30")
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	s.wait("outcome: interrupted <nil>")
	equal(t, "saved", s.saved(), "q01=yes q02=yes")
}

func TestTerminalSIGTERMKeepsAHalfTypedNote(t *testing.T) {
	s := startChild(t).wait("1 of 30").send("4").wait("2 of 30").send("b").wait("(saved)").send("n").wait("0 of 2,000").send("half a thought").wait("14 of 2,000 characters")
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	s.wait("outcome: interrupted <nil>")
	equal(t, "saved", s.saved(), "q01=yes note: half a thought")
}

func TestTerminalClosed(t *testing.T) {
	s := startChild(t).wait("1 of 30").send("42").wait("3 of 30")
	s.hangUp()
	<-s.ended
	equal(t, "saved", s.saved(), "q01=yes q02=partly")
}

// The form asks the terminal nothing, draws on the alternate screen and leaves
// the terminal as it was.
func TestTerminalIsLeftAsItWas(t *testing.T) {
	s := startChild(t).wait("1 of 30").send("q").wait("outcome: stopped")
	s.mu.Lock()
	raw := s.raw.String()
	s.mu.Unlock()
	for _, query := range []string{"\x1b]11;?", "\x1b]10;?", "\x1b[6n", "\x1b[c"} {
		if strings.Contains(raw, query) {
			t.Errorf("the terminal was asked %q", query)
		}
	}
	contains(t, raw, "\x1b[?1049h", "\x1b[?1049l", "\x1b[?25h", "\x1b[?2004l")
	if strings.Contains(raw, "\x1b[?1004h") {
		t.Error("focus reports were turned on")
	}
}

func TestTerminalGoToAndReason(t *testing.T) {
	s := startChild(t).wait("1 of 30").send("g").wait("Go to").send("17").wait("/17").pause().send("\r").wait("17 of 30").send("6").wait("Why does it not apply").send("none here").wait("9 of 500").pause().send("\r").wait("18 of 30")
	equal(t, "saved", s.saved(), "q17=does-not-apply")
}
