package cmd

import (
	"bytes"
	"testing"
	"time"
)

// What takes long is said on a screen, and taken away; what is quick, and what
// runs in a pipe, says nothing.
func TestLongWorkIsTold(t *testing.T) {
	for _, c := range []struct {
		name           string
		terminal, dumb bool
		takes          time.Duration
		want           string
	}{
		{"long", true, false, 2 * patience, "hygeia: reading ...\r                   \r"},
		{"long, read aloud", true, true, 2 * patience, "hygeia: reading ...\n"},
		{"quick", true, false, 0, ""},
		{"in a pipe", false, false, 2 * patience, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var talk bytes.Buffer
			env := &Env{Err: &talk, ErrTerminal: c.terminal, Dumb: c.dumb, Width: 80}
			done := env.working("reading")
			time.Sleep(c.takes)
			done()
			done() // once more changes nothing
			if talk.String() != c.want {
				t.Errorf("said %q, want %q", talk.String(), c.want)
			}
		})
	}
}
