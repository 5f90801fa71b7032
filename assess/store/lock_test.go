package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestLock(t *testing.T) {
	s := Open(filepath.Join(t.TempDir(), "hygeia"))
	unlock, err := s.Lock()
	must(t, err)
	if _, err := Open(s.Dir()).Lock(); !errors.Is(err, ErrLocked) {
		t.Errorf("the second one: %v, want ErrLocked", err)
	}
	must(t, s.Save(s.New(draft(q3)))) // the holder goes on working
	unlock()
	again, err := s.Lock()
	must(t, err)
	again()
}

// A folder made for the lock alone goes with it; one that was there stays, and
// so does one in which something was written.
func TestLockLeavesNoEmptyFolder(t *testing.T) {
	there := t.TempDir()
	written := filepath.Join(t.TempDir(), "hygeia")
	for dir, stays := range map[string]bool{filepath.Join(t.TempDir(), "hygeia"): false, there: true, written: true} {
		s := Open(dir)
		unlock, err := s.Lock()
		must(t, err)
		if dir == written {
			must(t, s.Save(s.New(draft(q3))))
		}
		unlock()
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) == stays {
			t.Errorf("%s: stays %t, %v", dir, stays, err)
		}
	}
}

// TestLockEndsWithTheProgram starts this test binary again as the program that
// takes the lock and is killed.
func TestLockEndsWithTheProgram(t *testing.T) {
	if held := os.Getenv("HYGEIA_TEST_LOCK"); held != "" {
		if _, err := Open(held).Lock(); err != nil {
			os.Exit(1)
		}
		os.Stdout.WriteString("locked\n")
		io.Copy(io.Discard, os.Stdin) // until it is killed, or the test ends
	}
	dir := t.TempDir() // not above: who is killed sweeps nothing up
	program, stdin := startHolder(t, dir)
	defer stdin.Close()
	if _, err := Open(dir).Lock(); !errors.Is(err, ErrLocked) {
		t.Errorf("while it runs: %v, want ErrLocked", err)
	}
	must(t, program.Kill())
	program.Wait()
	unlock, err := Open(dir).Lock()
	must(t, err)
	unlock()
}

// startHolder starts the program and returns when it has the lock; it runs as
// long as its input is open. (The project leaves os/exec to nobody.)
func startHolder(t *testing.T, dir string) (program *os.Process, stdin *os.File) {
	t.Helper()
	self, err := os.Executable()
	must(t, err)
	in, stdin, err := os.Pipe()
	must(t, err)
	out, w, err := os.Pipe()
	must(t, err)
	defer out.Close()
	program, err = os.StartProcess(self, []string{self, "-test.run=^TestLockEndsWithTheProgram$"}, &os.ProcAttr{
		Env:   append(os.Environ(), "HYGEIA_TEST_LOCK="+dir),
		Files: []*os.File{in, w, w},
	})
	must(t, err)
	in.Close()
	w.Close()
	line := make([]byte, len("locked\n"))
	if n, err := io.ReadFull(out, line); err != nil || string(line) != "locked\n" {
		program.Kill()
		t.Fatalf("the program said %q (%v)", line[:n], err)
	}
	return program, stdin
}
