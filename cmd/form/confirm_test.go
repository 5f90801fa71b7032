package form

import (
	"strings"
	"testing"
)

func TestConfirm(t *testing.T) {
	for typed, want := range map[string]bool{"y\n": true, "Yes\n": true, "y": true, "\n": false, "": false, "n\n": false, "yes please\n": false, "4\n": false} {
		var out strings.Builder
		if got := Confirm(t.Context(), Terminal{In: strings.NewReader(typed), Out: &out}, "Finish all the same?"); got != want {
			t.Errorf("%q: got %t", typed, got)
		}
		contains(t, out.String(), "Finish all the same? [y/N]")
	}
}
