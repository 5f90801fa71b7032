package doctest

import (
	"strings"
	"testing"
)

// InOrder looks for words one after the other.
func InOrder(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		_, rest, found := strings.Cut(text, w)
		if !found {
			t.Errorf("%q is missing, or not in its place", w)
			continue
		}
		text = rest
	}
}
