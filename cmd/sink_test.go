package cmd

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

// narrow is an output with room for so many bytes.
type narrow int

func (n *narrow) Write(b []byte) (int, error) {
	if len(b) > int(*n) {
		wrote := int(*n)
		*n = 0
		return wrote, errors.New("no space left on device")
	}
	*n -= narrow(len(b))
	return len(b), nil
}

// Whatever prints to a full disk ends with an error, were it help or a table, and
// where it is full too early as well. The version alone fits into twenty bytes.
func TestFullOutputIsAnError(t *testing.T) {
	for _, line := range []string{"--help", "assess --help", "help scoring", "version", "--version", "frameworks list", "frameworks show csf", "frameworks schema questions", "resources toolkit", "incident", "explain DMARC", "completion bash"} {
		for _, room := range []narrow{0, 20} {
			var talk strings.Builder
			env := &Env{In: strings.NewReader(""), Out: &room, Err: &talk, Width: 80, Dir: t.TempDir(), Now: time.Now}
			if status := Run(t.Context(), env, strings.Fields(line)); status != statusFailed && (room == 0 || !strings.HasSuffix(line, "version")) {
				t.Errorf("hygeia %s: exit status %d:\n%s", line, status, talk.String())
			}
		}
		env := &Env{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard, Width: 80, Dir: t.TempDir(), Now: time.Now}
		if status := Run(t.Context(), env, strings.Fields(line)); status != 0 {
			t.Errorf("hygeia %s: exit status %d where there is room", line, status)
		}
	}
}
