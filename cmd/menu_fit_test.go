package cmd

import (
	"strings"
	"testing"
)

// What is here and the menu stand in one window: of what is due the last things are
// left out, whole, until they do.
func TestHomeIsShortenedToTheWindow(t *testing.T) {
	h := &here{}
	h.head.WriteString("Mercy, 2026-Q3\nGoals: 2\n")
	h.due.WriteString("Due: one\nDue: two,\n  with its command\nDue: three\n")
	h.todo.WriteString("To do: ten\n")
	for _, c := range []struct {
		room  int
		more  int
		lacks []string
	}{
		{7, 0, nil},
		{6, 2, []string{"two", "with its command", "three"}},
		{5, 2, []string{"two", "with its command", "three"}},
		{4, 3, []string{"one", "two", "with its command", "three"}},
		{1, 3, []string{"one", "two", "with its command", "three"}},
	} {
		shown, more := h.shortened(c.room)
		if more != c.more {
			t.Errorf("%d lines: %d things left out, want %d", c.room, more, c.more)
		}
		for _, what := range []string{"Mercy", "Goals", "To do", "one", "two", "with its command", "three"} {
			left := false
			for _, l := range c.lacks {
				left = left || l == what
			}
			if strings.Contains(shown, what) == left {
				t.Errorf("%d lines: %q is wrong in\n%s", c.room, what, shown)
			}
		}
	}
}
