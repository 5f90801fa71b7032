// Package aguard keeps packages of others from looking around while the program
// starts.
//
// bubbletea asks the terminal for its colors. A terminal that answers no queries
// would hold up every command, even the version, for five seconds
// (charmbracelet/bubbletea#1771). termenv, which does the asking, does not when CI
// is set.
//
// clipboard looks along PATH for programs that paste, in every command, and would
// start one of them when a person types Ctrl-V. Hygeia starts no program, and what
// a terminal pastes comes as typed text. With an empty PATH there is none to find.
//
// Both do so in their package init. This package changes the environment before
// they are initialized and [Restore] takes that back. Go initializes packages that
// are ready in the order of their import paths; this one needs nothing but os and
// is ready long before those, whose own imports come first. The tests that run a
// program are what proves it for the compiler in use.
package aguard

import "os"

// A variable is one of the environment that this package changed.
type variable struct {
	name, value string
	changed     bool
	found       bool
}

var (
	ci   = guard("CI", "guard", false)
	path = guard("PATH", "", true)
)

// guard sets a variable, unless it is there and nothing may take its place.
func guard(name, value string, always bool) variable {
	was, found := os.LookupEnv(name)
	if found && !always {
		return variable{}
	}
	return variable{name, was, os.Setenv(name, value) == nil, found}
}

// Restore gives the environment back as it was. It is the first thing main does.
func Restore() {
	for _, v := range []variable{ci, path} {
		switch {
		case v.changed && v.found:
			os.Setenv(v.name, v.value)
		case v.changed:
			os.Unsetenv(v.name)
		}
	}
}
