package form

import (
	"bytes"
	"context"
	"strings"
	"testing"
)

// One of several words is chosen by itself or by a beginning that no other has; a bare
// Enter and the end of the input choose none.
func TestOneOf(t *testing.T) {
	words := []string{"cyhy-risky", "cyhy-hosts", "https"}
	for typed, want := range map[string]string{
		"https\n": "https", "HTTPS\n": "https", "h\n": "https", "cyhy-r\n": "cyhy-risky", "\ncyhy\nnmap\ncyhy-hosts\n": "cyhy-hosts", "": "", "\n": "",
	} {
		var out bytes.Buffer
		got, answered := OneOf(context.Background(), Terminal{In: strings.NewReader(typed), Out: &out, Width: 80}, "Which is it?", words)
		if got != want || answered != (want != "") {
			t.Errorf("%q: %q, %v, want %q", typed, got, answered, want)
		}
		if !strings.Contains(out.String(), "Which is it? [cyhy-risky/cyhy-hosts/https]") {
			t.Errorf("%q: the question is %q", typed, out.String())
		}
	}
}
