//go:build !windows

package aguard_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/atotto/clipboard"
	"github.com/creack/pty"

	"hygeia/cmd/aguard"
	_ "hygeia/cmd/form" // brings bubbletea and its package init
)

// childMark makes the test binary a program that only prints its environment.
const childMark = "HYGEIA_AGUARD_CHILD"

// patience is well under the five seconds of the hang and well over what a busy
// machine needs to start a program.
const patience = 2 * time.Second

func TestMain(m *testing.M) {
	aguard.Restore()
	if os.Getenv(childMark) != "" {
		value, found := os.LookupEnv("CI")
		fmt.Printf("CI %q %v\n", value, found)
		fmt.Printf("PATH %q\n", os.Getenv("PATH"))
		fmt.Printf("clipboard unsupported %v\n", clipboard.Unsupported)
		return
	}
	os.Exit(m.Run())
}

// run starts a program in a terminal that answers nothing and returns what it
// printed.
func run(t *testing.T, cmd *exec.Cmd) []byte {
	t.Helper()
	begin := time.Now()
	terminal, err := pty.Start(cmd)
	if err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	defer terminal.Close()
	kill := time.AfterFunc(patience, func() { cmd.Process.Kill() })
	out, _ := io.ReadAll(terminal) // ends with an I/O error when the program does
	if err := cmd.Wait(); err != nil {
		t.Errorf("after %v: %v", time.Since(begin).Round(time.Millisecond), err)
	}
	if !kill.Stop() {
		t.Errorf("it took more than %v: a query to the terminal?", patience)
	}
	if bytes.ContainsRune(out, '\x1b') {
		t.Errorf("escape codes were printed: %q", out)
	}
	return out
}

// quiet is an environment in which termenv would ask the terminal.
func quiet(extra ...string) []string {
	return append([]string{"TERM=xterm-256color", "HOME=" + os.TempDir(), "PATH=" + os.Getenv("PATH")}, extra...)
}

func TestSilentTerminalIsNotWaitedFor(t *testing.T) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = quiet(childMark + "=1")
	out := run(t, cmd)
	if !bytes.Contains(out, []byte(`CI "" false`)) {
		t.Errorf("CI was not taken back: %q", out)
	}
}

// A program that pastes is not looked for, and so never started.
func TestNoProgramIsLookedFor(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"xclip", "xsel", "wl-copy", "wl-paste"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = []string{"TERM=xterm-256color", "HOME=" + os.TempDir(), "PATH=" + dir, childMark + "=1"}
	out := run(t, cmd)
	if runtime.GOOS != "darwin" && !bytes.Contains(out, []byte("clipboard unsupported true")) {
		t.Errorf("a program was found: %q", out)
	}
	if !bytes.Contains(out, fmt.Appendf(nil, "PATH %q", dir)) {
		t.Errorf("PATH was not given back: %q", out)
	}
}

func TestCIOfTheUserIsLeftAlone(t *testing.T) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = quiet(childMark+"=1", "CI=mine")
	out := run(t, cmd)
	if !bytes.Contains(out, []byte(`CI "mine" true`)) {
		t.Errorf("CI was changed: %q", out)
	}
}

// The order in which packages are initialized is the linker's, for each program
// anew; so the program itself is tried too.
func TestProgramStartsInASilentTerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	bin := filepath.Join(t.TempDir(), "hygeia")
	if out, err := exec.Command("go", "build", "-o", bin, "hygeia/cmd/hygeia").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(bin, "version")
	cmd.Env = quiet()
	if out := run(t, cmd); len(out) == 0 {
		t.Error("nothing was printed")
	}
}
