package cmd_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"hygeia/cmd"
)

// standing is the day all scripts play on, unless they set HYGEIA_TEST_NOW.
const standing = "2026-08-03T09:30:00Z"

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hygeia": hygeia})
}

// hygeia runs the program as a script's command, with a standing clock.
func hygeia() {
	env := cmd.System()
	now, err := time.Parse(time.RFC3339, os.Getenv("HYGEIA_TEST_NOW"))
	if err != nil {
		panic(err)
	}
	env.Now = func() time.Time { return now }
	if os.Getenv("HYGEIA_TEST_ONE_THREAD") != "" { // strace counts calls by thread
		runtime.LockOSThread()
	}
	os.Exit(cmd.Run(context.Background(), env, os.Args[1:]))
}

func TestScripts(t *testing.T) {
	samples, err := filepath.Abs(filepath.Join("..", "testdata", "foreign"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("..", "testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("HYGEIA_TEST_NOW", standing)
			env.Setenv("HYGEIA_DIR", filepath.Join(env.WorkDir, "clinic"))
			env.Setenv("NO_COLOR", "1")
			env.Setenv("GOGC", "400") // as main begins
			env.Setenv("SAMPLES", samples)
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"demo": copyDemo(t), "samefolder": sameFolder,
		},
		RequireUniqueNames: true,
	})
}

// copyDemo is the command "demo DIR": the folder that "hygeia demo DIR" makes. It
// is made once for all scripts, since it does not depend on the day.
func copyDemo(t *testing.T) func(*testscript.TestScript, bool, []string) {
	made := filepath.Join(t.TempDir(), "demo")
	once := sync.OnceValue(func() error {
		env := cmd.System()
		env.Out, env.Err = io.Discard, io.Discard
		if status := cmd.Run(context.Background(), env, []string{"demo", made}); status != 0 {
			return fmt.Errorf("hygeia demo: exit status %d", status)
		}
		return nil
	})
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg || len(args) != 1 {
			ts.Fatalf("usage: demo DIR")
		}
		ts.Check(once())
		ts.Check(os.CopyFS(ts.MkAbs(args[0]), os.DirFS(made)))
	}
}

// sameFolder is the command "samefolder ONE OTHER N": both have the same N files,
// byte for byte.
func sameFolder(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: samefolder ONE OTHER N")
	}
	one, other := args[0], args[1]
	entries, err := os.ReadDir(ts.MkAbs(one))
	ts.Check(err)
	others, err := os.ReadDir(ts.MkAbs(other))
	ts.Check(err)
	if n := strconv.Itoa(len(entries)); n != args[2] || len(others) != len(entries) {
		ts.Fatalf("%s files in %s and %d in %s, want %s in each", n, one, len(others), other, args[2])
	}
	for _, e := range entries {
		if ts.ReadFile(filepath.Join(one, e.Name())) != ts.ReadFile(filepath.Join(other, e.Name())) {
			ts.Fatalf("%s differs", e.Name())
		}
	}
}
