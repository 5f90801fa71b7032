package cmd_test

import (
	"context"
	"os"
	"path/filepath"
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
	os.Exit(cmd.Run(context.Background(), env, os.Args[1:]))
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("..", "testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("HYGEIA_TEST_NOW", standing)
			env.Setenv("HYGEIA_DIR", filepath.Join(env.WorkDir, "clinic"))
			env.Setenv("NO_COLOR", "1")
			return nil
		},
		RequireUniqueNames: true,
	})
}
