//go:build linux

package cmd_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestKilledCommandsLoseNothing kills every writing command at random moments. The
// quarters, the ledger and the scans are then as they were before or as the command
// makes them, and the next command works and leaves nothing of the killed one behind.
func TestKilledCommandsLoseNothing(t *testing.T) {
	rounds := max(1, *kills/(2*len(writing)))
	if testing.Short() {
		rounds = 1
	}
	random := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	base := faultFolder(t)
	before := states(t, filepath.Join(base, "clinic"))
	runs, landed := 0, 0
	for _, command := range writing {
		begin := time.Now()
		done, status, said := faulty(t, base, "", command.stdin, command.args)
		took := time.Since(begin)
		if status != 0 {
			t.Fatalf("%s: status %d: %s", command.name, status, said)
		}
		after := states(t, filepath.Join(done, "clinic"))
		for range rounds {
			runs++
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(base)); err != nil {
				t.Fatal(err)
			}
			if killed(t, dir, command.stdin, command.args, time.Duration(random.Int64N(int64(took)))) {
				landed++
			}
			clinic := filepath.Join(dir, "clinic")
			checkStates(t, command.name+", killed", clinic, before, after, false, "")
			if _, status, said := within(t, dir, "", "", []string{"report", "--format", "md"}); status != 0 && after["2026-Q4"] != "" {
				t.Errorf("%s, killed: the next command says: %s", command.name, said)
			}
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
		}
	}
	lost := 0
	if t.Failed() {
		lost = 1 // at least; each is named above
	}
	count(t, "a writing command killed at any moment", runs, lost, fmt.Sprintf("%d of the kills came before the end, %d commands", landed, len(writing)))
}

// killed runs a command in the folder and kills it after a while. It reports whether
// it was still running.
func killed(t *testing.T, dir, stdin string, args []string, after time.Duration) bool {
	t.Helper()
	clinic := filepath.Join(dir, "clinic")
	c := exec.Command(program(t), args...)
	c.Dir, c.Stdin = clinic, strings.NewReader(stdin)
	c.Env = []string{"HYGEIA_DIR=" + clinic, "HOME=" + dir, "TMPDIR=" + dir, "PATH=" + os.Getenv("PATH")}
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	end := time.AfterFunc(after, func() { c.Process.Kill() })
	defer end.Stop()
	if err := c.Wait(); strings.Contains(out.String(), "panic") {
		t.Errorf("%v: %v: %s", args, err, out.String())
	}
	return !c.ProcessState.Exited()
}
