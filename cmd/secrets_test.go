package cmd

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// unspoken are the flags whose value is a file, a choice, a day, a number or a key,
// and no words of a person.
var unspoken = []string{
	"against", "answers", "as", "as-of", "ask", "assume", "beds", "between", "budget", "clinicians", "cost", "country", "critical-access", "date", "dir",
	"due", "effort", "fail-under", "file", "for", "format", "framework", "from", "goal", "grade", "inherit", "it", "keys", "kind", "last", "logo", "on", "only",
	"output", "paper", "passphrase-file", "period", "prefer", "same-day", "scale", "score", "section", "sheet", "size", "state", "tlp", "top", "until", "without", "withdraw", "year",
}

// Every flag that takes words is looked over before they are kept.
func TestWordsOfFlagsAreLookedOver(t *testing.T) {
	met := map[string]bool{}
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Value.Type() == "bool" {
				return
			}
			met[f.Name] = true
			if slices.Contains(spoken, f.Name) == slices.Contains(unspoken, f.Name) {
				t.Errorf("%s --%s: say in secrets.go or here whether it takes words", c.CommandPath(), f.Name)
			}
		})
		for _, sub := range c.Commands() {
			walk(sub)
		}
		if c.HasParent() == (c.PersistentPreRunE != nil) || c.PersistentPreRun != nil && c.Name() != "version" {
			t.Errorf("%s: what runs before it takes the place of looking the words over", c.CommandPath())
		}
	}
	walk(Command(&Env{In: nil, Out: io.Discard, Err: io.Discard}))
	for _, name := range slices.Concat(spoken, unspoken) {
		if !met[name] {
			t.Errorf("--%s: no command has it", name)
		}
	}
}

// What begins a command and what looks its words over stand in one place, and a
// command of its own kind needs neither.
func TestCommandsBegin(t *testing.T) {
	for line, want := range map[string]int{"list": 1, "resources toolkit": 1, "version": 0, "decide --help": 0, "": 1} {
		begun := 0
		env := &Env{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard, Width: 80, Dir: t.TempDir(), Now: time.Now, Begin: func() { begun++ }}
		Run(t.Context(), env, strings.Fields(line))
		if begun != want {
			t.Errorf("hygeia %s: begun %d times, want %d", line, begun, want)
		}
	}
}

// At a terminal it is asked before anything is done, and only a yes goes on.
func TestSecretOfAFlagIsAskedAbout(t *testing.T) {
	line := []string{"decide", "mfa-email", "fix", "--owner", "IT, password: hunter2!", "--due", "2027-03-31"}
	for typed, interrupted := range map[string]bool{"n\n": true, "\n": true, "": true, "y\n": false} {
		var talk bytes.Buffer
		env := &Env{In: strings.NewReader(typed), InTerminal: true, Screen: &talk, Out: io.Discard, Err: &talk, Width: 80, Dir: t.TempDir(), Now: time.Now}
		status := Run(t.Context(), env, line)
		if !strings.Contains(talk.String(), "Go on all the same?") || !strings.Contains(talk.String(), "stays in the") {
			t.Errorf("%q: nothing was asked:\n%s", typed, talk.String())
		}
		if (status == statusInterrupted) != interrupted {
			t.Errorf("%q: exit status %d:\n%s", typed, status, talk.String())
		}
	}
}
