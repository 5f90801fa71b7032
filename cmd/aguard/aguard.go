// Package aguard keeps bubbletea from asking the terminal for its colors while
// the program starts. A terminal that answers no queries would hold up every
// command, even the version, for five seconds (charmbracelet/bubbletea#1771).
//
// bubbletea asks in its package init; termenv, which does the asking, does not
// when CI is set. This package sets CI before bubbletea is initialized and
// [Restore] takes it back. Go initializes packages that are ready in the order
// of their import paths; this one needs nothing but os and is ready long
// before bubbletea, whose own imports come first. The test that runs a program
// in a silent terminal is what proves it for the compiler in use.
package aguard

import "os"

// set tells whether this package put CI into the environment.
var set = guard()

func guard() bool {
	if _, found := os.LookupEnv("CI"); found {
		return false
	}
	return os.Setenv("CI", "guard") == nil
}

// Restore gives the environment back as it was. It is the first thing main does.
func Restore() {
	if set {
		os.Unsetenv("CI")
	}
}
