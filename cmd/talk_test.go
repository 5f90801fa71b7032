package cmd_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"hygeia/cmd"
)

// TestTalkIsBrokenAtWords: on a screen no word is cut in two, and a pipe gets each
// line whole.
func TestTalkIsBrokenAtWords(t *testing.T) {
	const hint = `hygeia: hint: start with "hygeia assess", or look around with "hygeia demo"`
	for _, terminal := range []bool{true, false} {
		var b bytes.Buffer
		env := &cmd.Env{
			Out: &b, Err: &b, ErrTerminal: terminal, Width: 30, Dir: t.TempDir(),
			Now: func() time.Time { return time.Date(2026, time.September, 20, 9, 0, 0, 0, time.UTC) },
		}
		cmd.Run(context.Background(), env, []string{"verify"})
		lines := strings.Split(strings.TrimSpace(b.String()), "\n")
		if !terminal {
			if lines[len(lines)-1] != hint {
				t.Errorf("a pipe gets %q", lines[len(lines)-1])
			}
			continue
		}
		for _, l := range lines {
			if len(l) > 30 && strings.Contains(strings.TrimSpace(l), " ") && !strings.Contains(l, "/") {
				t.Errorf("%q is wider than 30", l)
			}
		}
		if got := strings.Join(strings.Fields(b.String()), " "); !strings.Contains(got, hint) || len(lines) < 5 {
			t.Errorf("words were cut or nothing was broken:\n%s", b.String())
		}
	}
}

// TestHiddenCharactersAreWrittenOut: what hides in the name of a file or in a
// flag is seen in the message about it, and does not steer the terminal.
func TestHiddenCharactersAreWrittenOut(t *testing.T) {
	for _, r := range "\x1b\x07\u009b\u00ad\u061c\u200b\u200f\u202e\u2066\ufeff\U000e0041" {
		name := "x" + string(r) + "y.yaml"
		for _, args := range [][]string{{"frameworks", "check", name}, {"assess", "--answers", name}, {"explain", name}, {"report", "--period", name}} {
			var b bytes.Buffer
			env := &cmd.Env{
				Out: &b, Err: &b, Width: 80, Dir: t.TempDir(),
				Now: func() time.Time { return time.Date(2026, time.September, 20, 9, 0, 0, 0, time.UTC) },
			}
			cmd.Run(context.Background(), env, args)
			if got := b.String(); strings.ContainsRune(got, r) || strings.Contains(got, "xy.yaml") {
				t.Errorf("%q prints %q", args, got)
			}
		}
	}
}
