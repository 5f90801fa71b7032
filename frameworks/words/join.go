package words

import "strings"

// And joins names as people do: "a", "a and b", "a, b and c".
func And(names []string) string { return joinLast(names, " and ") }

// Or joins choices as people do: "a", "a or b", "a, b or c".
func Or(names []string) string { return joinLast(names, " or ") }

func joinLast(names []string, last string) string {
	n := len(names) - 1
	if n < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:n], ", ") + last + names[n]
}

// Join sets a text between the parts that are not empty. The parts of the
// caller stay as they are.
func Join(between string, parts ...string) string {
	return strings.Join(Present(parts...), between)
}

// Present returns the parts that are not empty, in a new slice.
func Present(parts ...string) []string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}
